"""Whether a number counts in a sentence what it counts in its source, and does there what it does.

"12 caseworkers"            of "caseworkers in 12 municipalities"
"fell by €51,000"           of "from €84,000 down to €51,000"
"a claim of USD 300"        of "a 300-metre ship ... a claim of USD 74 million"
"obtained in 2027"          of "valid to 2027"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.claims import NUMBER_WORDS, dates_in, lengths_at, number, without_commas
from assistant.figures import CHANGE, WAYS
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

_BREAK = re.compile(r"[,;:()|•\n–—.]")
#: How far behind a number the thing that it counts may stand, in words.
_NEAR = 4
_MONEY = re.compile(r"[€$£¥]|\b(?:USD|EUR|GBP|CHF|euros?|dollars?|pounds?)\b")
_NUMBER = re.compile(r"\d[\d.]*")
_TIMES = frozenset(map(stem, "times time year years month months week weeks day days hour".split()))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number, the words of what it counts, and whether it is money."""

    value: str
    behind: tuple[str, ...]
    before: tuple[str, ...]
    money: bool
    share: bool = False


def misnumbered(sentence: str, found: Sequence[Evidence]) -> Iterator[str]:
    """Numbers of something else, in words for the explanation."""
    lines = [without_commas(line) for one in found for line in one.words.split("\n")]
    there: dict[str, list[_Counted]] = {}
    for line in lines:
        for one in _counted(line):
            there.setdefault(one.value, []).append(one)
    # "from 6 to 19 students": a unit stands beside either, or both.
    ends = CHANGE.findall(without_commas("\n".join(lines)))
    changed = {figure for change in ends for figure in (change[0], change[2])}
    for one in _counted(without_commas(_undated(sentence))):
        others = there.get(one.value)
        if one.value in changed:
            continue
        if others and not any(_same(one, other) for other in others):
            yield f"noun of {one.value}"
    yield from _by_so_much(without_commas(sentence), "\n".join(lines))
    yield from _changed_otherwise(without_commas(_undated(sentence)), lines)
    yield from _dated_otherwise(sentence, "\n".join(one.words for one in found))


def _counted(text: str) -> Iterator[_Counted]:
    written = tokens(text)
    for at, token in enumerate(written):
        if not (token.key[0].isdigit() or token.key in NUMBER_WORDS):
            continue
        value = _NUMBER.match(number(token.key))
        if value is None or re.search(r"\d-$", text[: token.start]):
            continue
        behind = _words(_without_of(written[at + 1 : at + 4 + _NEAR]), text, token.end)
        before = tuple(
            one.key
            for one in written[max(0, at - 3) : at]
            if not _BREAK.search(text[one.end : token.start]) and one.key not in FUNCTION_WORDS
        )
        around = text[max(0, token.start - 4) : token.start] + text[token.end : token.end + 8]
        yield _Counted(
            value[0].rstrip("."),
            behind,
            before,
            bool(_MONEY.search(around)),
            text[token.end : token.end + 2].strip().startswith("%"),
        )


def _without_of(after: Sequence[Token]) -> Sequence[Token]:
    """What "4 of the papers" counts is papers."""
    if after and after[0].key == "of":
        after = after[1:]
        while after and after[0].key in ("the", "its", "their", "his", "her", "those"):
            after = after[1:]
        return after
    return after


def _words(after: Sequence[Token], text: str, start: int) -> tuple[str, ...]:
    """The words behind a number up to a small word or a sign."""
    found: list[str] = []
    for token in after:
        between = text[start : token.start]
        if _BREAK.search(between) or token.key in FUNCTION_WORDS or token.key[0].isdigit():
            break
        found.append(token.key)
        start = token.end
    return tuple(found)


def _same(one: _Counted, other: _Counted) -> bool:
    """Whether both may count the same thing."""
    if one.money != other.money:
        return False
    if one.share and not other.behind:
        return True
    said = [word for word in one.behind if stem(word) not in _TIMES]
    written = other.behind or other.before
    if not said or not written or one.money:
        return True
    stems = {stem(word) for word in written}
    paraphrases = load_paraphrases()
    free = [word for word in said if paraphrases.is_free(word)]
    return (
        len(free) == len(said)
        or any(stem(word) in stems for word in said)
        or any(
            not paraphrases.stand_for.get(word, frozenset()).isdisjoint(written) for word in said
        )
    )


def _undated(text: str) -> str:
    kept = [(one.start, one.end) for one in dates_in(text)]
    kept += [(one.start, one.end) for one in lengths_at(text)]
    for start, end in kept:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


_BY = re.compile(
    r"\bby\s+(?:about |around |some |roughly |nearly )?[€$£]?(\d[\d.]*)", re.IGNORECASE
)


def _by_so_much(sentence: str, source: str) -> Iterator[str]:
    """A figure that something changes to, said to be that by which it does."""
    ends = {
        figure.replace(",", "") for one in CHANGE.findall(source) for figure in (one[0], one[2])
    }
    by = {one.rstrip(".") for one in _BY.findall(source)}
    for figure in _BY.findall(sentence):
        if figure.rstrip(".") in ends - by:
            yield f"part of a change: {figure}"


_VERBS = WAYS.keys() - {"up", "down"}
_PART = re.compile(r",(?!\d)|[;()|]|\b(?:and|while|but|with|by)\b")


def _changed_otherwise(sentence: str, lines: Sequence[str]) -> Iterator[str]:
    """A figure of what grows or shrinks, of another thing than the part of its line tells of."""
    for part in _PART.split(sentence):
        written = tokens(part)
        verb = next((at for at, token in enumerate(written) if token.key in _VERBS), None)
        if not verb:
            continue
        said = {stem(one.key) for one in written[:verb] if one.key not in FUNCTION_WORDS}
        figures = {token.key for token in written[verb:] if token.key[0].isdigit()}
        for figure in figures if said else ():
            told = [
                {stem(one.key) for one in tokens(other)}
                for line in lines
                for other in _PART.split(line)
                if figure in {one.key for one in tokens(other)}
            ]
            known = {stem(one.key) for line in lines for one in tokens(line)}
            if told and said & known and not any(said & one for one in told):
                yield f"figure of another thing: {figure}"


#: What is said of a day, as far as it can be told apart: the beginning of something, or its end.
_BEGINS = frozenset(
    """obtained got earned passed renewed awarded issued since received acquired taken completed
    started joined began dated registered gained revalidated""".split()
)
_ENDS = frozenset(
    """valid expires expire expired runs ran until till lapsed lapses due expected booked ends
    ended planned to through expiry""".split()
)
_DAY_WINDOW = 4
_FROM_THEN = re.compile(r"\b(?:since|from) then\b|\bthereafter\b|\bafterwards\b", re.IGNORECASE)


def _dated_otherwise(sentence: str, source: str) -> Iterator[str]:
    """A day on which something ends, said to be that on which it begins, or the contrary."""
    there: dict[tuple[int, int | None], set[str]] = {}
    for day, side in _sides(source):
        there.setdefault(day, set()).add(side)
    for day, side in _sides(sentence):
        sides = there.get(day) or there.get((day[0], None))
        if not sides and day[1] is None:
            sides = {one for known, told in there.items() if known[0] == day[0] for one in told}
        if side and _FROM_THEN.search(source):
            continue
        if side and sides and side not in sides and "" not in sides:
            yield f"dated as {side}: {day[0]}"


def _sides(text: str) -> Iterator[tuple[tuple[int, int | None], str]]:
    for found in dates_in(text):
        if found.first is None and found.last is not None:
            yield (found.last.year, found.last.month), "an end"
        elif found.first is not None and found.last is None:
            yield (found.first.year, found.first.month), "a beginning"
        if found.first is None or found.first != found.last:
            continue
        before = [token.key for token in tokens(text[max(0, found.start - 45) : found.start])]
        side = ""
        for word in before[-_DAY_WINDOW:]:
            side = "a beginning" if word in _BEGINS else "an end" if word in _ENDS else side
        yield (found.first.year, found.first.month), side
