"""Boxes and tabs of documentation sites (MkDocs): their frame is no content, what is inside is.

"!!! note" stands above lines that are set in, as "??? note" and '=== "Tab"' do; to CommonMark they
are code. The signs, the kind of box and the indent are cut out; a title that the author wrote stays
as a line of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.readers.markdown.pandoc import with_signs

_FRAME = re.compile(
    r"(?P<indent>[ ]*)(?:!!!|\?\?\?\+?|===[!+]?)[ ]+"
    r"(?:[\w-]+(?:[ ]+[\w-]+){0,4}(?=[ ]|$))?[ ]*(?:\"(?P<title>[^\"\n]*)\")?[ ]*"
)
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
#: Words of a paragraph, and no sign of a list.
_WORDS = re.compile(r"[ ]*(?!(?:[-*+]|\d{1,9}[.)])[ ])[\w*_\[(<\"'“]")
#: No page for people has boxes in more boxes.
_MAX_DEPTH = 6


def callouts(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, as long as before, and what of it is a frame of a box or the indent inside one."""
    if "!!!" not in text and "???" not in text and "===" not in text:
        return text, []
    cuts: list[tuple[int, int]] = []
    signs: dict[int, str] = {}
    #: Of each box around a line: where its frame begins, and how far its lines are set in.
    around: list[tuple[int, int | None]] = []
    lines = [(match.start(), match[0].rstrip()) for match in _LINE.finditer(text)]
    for (start, line), (next_start, below) in pairwise([*lines, (len(text), "")]):
        around = _inside(around, _indent(line))
        cuts += [(start, start + around[-1][1])] if around and around[-1][1] else []
        frame = _FRAME.fullmatch(line)
        told = frame is not None and (frame["title"] is not None or "=" not in line)
        if frame is not None and told and _indent(below) > _indent(line):
            cuts += _of_frame(frame, start, len(line))
            around = [*around, (_indent(line), None)][:_MAX_DEPTH]
            end = start + len(line)
            if frame["title"] and next_start == end + 1 and _WORDS.match(below):
                # Words right below a title are no more of it: a break parts them.
                signs[end - 1] = "\\"
                cuts[-1] = (end - 1, end - 1)
    return with_signs(text, signs), cuts


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _inside(around: list[tuple[int, int | None]], indent: int) -> list[tuple[int, int | None]]:
    """The boxes that a line with this indent stands in; the first one inside says how far."""
    left: list[tuple[int, int | None]] = []
    for frame, inner in around:
        if indent <= frame or (inner is not None and indent < inner):
            break
        left.append((frame, indent if inner is None else inner))
    return left


def _of_frame(frame: re.Match[str], start: int, size: int) -> list[tuple[int, int]]:
    """What of the line that opens a box is no title."""
    if not (frame["title"] or "").strip():
        return [(start + len(frame["indent"]), start + size)]
    low, high = frame.span("title")
    return [(start + len(frame["indent"]), start + low), (start + high, start + size)]
