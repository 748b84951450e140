"""Lines that lead in others: "Trained on:" and the list below it. Alone they say nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from assistant.answers.context import Context, says_something
from assistant.compose import Sentence
from assistant.text import sentence, shorten
from ingest.resume import Fragment, Statement

#: A longer line says something by itself, unless it ends in a colon.
_LEADING = 6
#: As many words of a list are told with the line that leads it in.
_MOST_WORDS, _MOST_LINES = 45, 12


def below(context: Context, words: Fragment) -> tuple[Statement, ...]:
    """The lines that a line leads in: nested below it, or behind its colon."""
    if not isinstance(words, Statement):
        return ()
    opens = words.text.rstrip().endswith((":", "："))
    if not opens and len(words.text.split()) > _LEADING:
        return ()
    lines = _beside(context, words)
    at = next((at for at, one in enumerate(lines) if one is words), None)
    if at is None:
        return ()
    nested = _run(lines[at + 1 :], lambda one: one.depth > words.depth)
    if nested or not opens:
        return nested
    return _run(
        lines[at + 1 :],
        lambda one: one.depth == words.depth and not one.text.rstrip().endswith((":", "：")),
    )


def above_it(context: Context, words: Fragment) -> Statement | None:
    """The line that leads in a line, if one does."""
    if not isinstance(words, Statement):
        return None
    return next((one for one in _beside(context, words) if words in below(context, one)), None)


def _run(lines: Sequence[Statement], fits: Callable[[Statement], bool]) -> tuple[Statement, ...]:
    return tuple(filter(says_something, takewhile(fits, lines)))


def _beside(context: Context, words: Statement) -> tuple[Statement, ...]:
    section, path = context.citer.place(words)
    return path[-1].statements if path else section.statements if section else ()


def led_in(context: Context, words: Fragment) -> Sentence | None:
    """The line with the list that it leads in, as one sentence; None if it leads in none."""
    lines = below(context, words)[:_MOST_LINES]
    told: list[str] = []
    size = len(words.text.split())
    for line in lines:
        size += len(line.text.split())
        if told and size > _MOST_WORDS:
            break
        told.append(shorten(line.text, _MOST_WORDS).rstrip(".;, "))
    if not told:
        return None
    more = f" and {len(lines) - len(told)} more" if len(told) < len(lines) else ""
    text = f"{words.text.rstrip(':： ')}: {'; '.join(told)}{more}"
    return Sentence(sentence(text), (words, *lines[: len(told)]))


def told_together(context: Context, words: Fragment, said: Sequence[Sentence]) -> bool:
    """Whether a line has been told with the one that leads it in, or leads in what was told."""
    told = {id(one) for sentence in said for one in sentence.evidence}
    return bool(told) and (
        id(words) in told or any(id(one) in told for one in below(context, words))
    )
