"""What the lines below a line tell of it: that it names an employer, or a position."""

from __future__ import annotations

import re

from ingest.blocks import BlockKind
from ingest.structure.columns import column_of
from ingest.structure.lead import may_be_place
from ingest.structure.line_breaks import lines_of
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.signs import NAMES, SHORT, ranged, title_like, titled
from ingest.structure.sorts import Sort

#: A comma, between a place and when it was.
_SET_OFF = re.compile(r"[^\W\d_],\s")
_LABEL = re.compile(r"\W*([^\W\d_][\w ]{1,30}?)\s*[:：]\s*\S")


def heralds(following: Line | None) -> bool:
    """Whether the next line gives a role and its dates, so that the one above is the employer."""
    if following is None or following.depth or not title_like(following):
        return False
    return ranged(following) and Sort.ROLE in following.sorts and not following.bold


def facts_follow(line: Line, following: Line | None) -> bool:
    """Whether the next line is labelled as what is said of an employer ("Position: ...")."""
    if following is None or following.block is not line.block or line.count > SHORT:
        return False
    return is_fact(following) and titled(line) and not re.search(r"[:：]", line.words)


def is_fact(line: Line) -> bool:
    """Whether a line is labelled as what is said of a stay: "Position: Welder"."""
    label = _LABEL.match(line.words)
    return label is not None and column_of(label[1]) in ("roles", "dates", "location")


def stacked(line: Line) -> bool:
    """Whether a line, one with who or where, and one with dates stand on top of each other."""
    if line.count > SHORT or not titled(line):
        return False
    lines = lines_of(line.block)
    at = next((at for at, one in enumerate(lines) if one.words == line.words), None)
    if at is None or len(lines) < at + 3:
        return False
    where, when = lines[at + 1 : at + 3]
    told = bool(where.sorts & (NAMES | {Sort.PLACE})) and title_like(where) and not where.dates
    return told and when.only_dates and ranged(when)


def range_below(line: Line, following: Line | None) -> bool:
    """Whether the next line of a paragraph begins with the range of what this one names."""
    if following is None or following.block is not line.block:
        return False
    return ranged(following) and following.dated_first


def dates_below(line: Line, following: Line | None) -> bool:
    """Whether a paragraph is but a line that names something, and its dates in the next one."""
    if following is None or following.block is not line.block or not following.only_dates:
        return False
    return titled(line) and line.block.text.folded == f"{line.words} {following.words}"


def dates_above(line: Line, above: Line) -> bool:
    """Whether a bullet is the first in one that names a position, and dates that."""
    inside = above.kind is BlockKind.ITEM and above.depth < line.depth
    return inside and ranged(line) and not above.dated and Sort.ROLE in above.sorts


def where_and_when(line: Line) -> bool:
    """Whether a line is but a place and a range, with a comma between ("Hull, 2014 - 2016")."""
    pieces = pieces_of(line.text, line.dates)
    placed = len(pieces) == 1 and (pieces[0].sort is Sort.PLACE or may_be_place(pieces[0]))
    return placed and len(line.dates) == 1 and ranged(line) and bool(_SET_OFF.search(line.words))


def is_range_noted(line: Line) -> bool:
    """Whether a line is a range and a note in brackets ("2014 - 2016 (both at sea)")."""
    rest = line.text.plain[line.dates[0].end :].strip(" .") if line.dated_first else ""
    return ranged(line) and rest[:1] == "(" and rest.find(")") == len(rest) - 1
