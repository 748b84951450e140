"""Statements as the paragraphs and bullets that they were written in.

The model keeps sentences apart, each with its own place; a page puts those of one paragraph back
together. Whether two belong together is read from the source between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ingest.resume import Source, Statement

#: What stands before the first word of a bullet on its line (in HTML: its tag).
_BULLET = re.compile(
    r"(?:^[\s>]*(?:[-*+•‣◦▪·–—●○■□➢➤»]|\(?(?:\d{1,3}|[a-z])[.)])\s|<li\b[^>]*>)[\s\"'*_`\[<\w=/>]*$",
    re.IGNORECASE,
)
_INDEX = re.compile(r"/\d+$")
_HARD_BREAK = re.compile(r"\n\s*\n|  \n|\\\n|[|<]")
_RUNS_ON = (".", "!", "?", "…", ",", ";")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a bullet: the statements that it is made of, and how deep a bullet stands."""

    statements: tuple[Statement, ...]
    bullet: bool
    depth: int


def blocks(statements: Iterable[Statement], source: Source) -> list[Block]:
    """The paragraphs and bullets that the statements make up, in their order."""
    found: list[Block] = []
    for statement in statements:
        last = found[-1] if found else None
        if last and _goes_on(last.statements[-1], statement, source):
            found[-1] = Block((*last.statements, statement), last.bullet, last.depth)
        else:
            found.append(Block((statement,), _is_bullet(statement, source), statement.depth))
    return found


def flow(parts: Sequence[Block], write: Callable[[Statement], str]) -> str:
    """Paragraphs as `p` and bullets as lists, those inside of a bullet in a list of their own."""
    written: list[str] = []
    open_at: list[int] = []  # the depths of the lists that are open
    for block in parts:
        inner = " ".join(map(write, block.statements))
        while open_at and (not block.bullet or block.depth < open_at[-1]):
            written.append("</li></ul>")
            open_at.pop()
        if not block.bullet:
            written.append(f"<p>{inner}</p>")
        elif open_at and block.depth == open_at[-1]:
            written.append(f"</li><li>{inner}")
        else:
            written.append(f"<ul><li>{inner}")
            open_at.append(block.depth)
    return "".join(written) + "</li></ul>" * len(open_at)


def _is_bullet(statement: Statement, source: Source) -> bool:
    span = statement.span
    if span.pointer is not None:
        # In JSON, what stands in a list.
        return bool(_INDEX.search(span.pointer))
    before = source.text[max(0, span.start - 200) : span.start]
    return bool(_BULLET.search(before.rpartition("\n")[2]))


def _goes_on(before: Statement, after: Statement, source: Source) -> bool:
    """Whether the second continues the paragraph or bullet that the first stands in."""
    if before.span.pointer is not None or after.span.pointer is not None:
        return before.span.pointer == after.span.pointer
    between = source.text[before.span.end : after.span.start]
    if before.depth != after.depth or _HARD_BREAK.search(between) or _is_bullet(after, source):
        return False
    if "\n" not in between:
        return True
    # A line of its own, or one that was only wrapped? Sentences run on, lists of words do not.
    runs_on = before.text.endswith(_RUNS_ON) or after.text[:1].islower()
    return runs_on and not (before.label or after.label)
