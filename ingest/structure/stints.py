"""Positions that one line tells of, each with its years: "Clerk 2001-04, Manager 2004-10".

The employer may stand in bold before them, which is then a line of its own above theirs.
"""

from __future__ import annotations

import re

from ingest.blocks import BlockKind, Text
from ingest.dates import FoundDates
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.read_lead import begins_within, told_aside
from ingest.structure.sorts import Sort
from ingest.structure.trimming import trimmed

#: Between the years of one position and the name of the next; behind the last years nothing more.
_BETWEEN = re.compile(
    r"(?:\s*[)\]])?\s*(?:[,;|/·•]|\band\b|\bthen\b|\s)\s*(?:and\s|then\s)?\s*", re.IGNORECASE
)
_CLOSED = re.compile(r"\s?[)\]]")
#: Between an employer and the positions that were held there.
_PARTS = re.compile(r"\s*[:：|]\s+|\s+[-–—]+\s+")
_END = re.compile(r"[)\]\s.*_;,]*")
_BESIDE = frozenset({Sort.ROLE, Sort.PLACE, Sort.NOTE, Sort.UNSURE})
#: Years whose second has two digits that may be a month's as well.
_SHORT = re.compile(r"(?:19|20)\d\d[-–]\d\d")
#: In words: what stands before the years is a position, and no sentence.
_LONGEST = 10


def stints_of(line: Line) -> list[Line]:
    """The line; where it tells of several positions with their years, each as one of its own."""
    if line.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DEFINITION):
        return [line]
    ranges, plain = line.dates, line.text.plain
    lasted = sum(map(_lasts, ranges))
    short = [found for found in ranges if _SHORT.fullmatch(plain, found.start, found.end)]
    if len(ranges) < 2 or not lasted or lasted + len(short) < len(ranges):
        return [line]
    if not _END.fullmatch(plain, ranges[-1].end):
        return [line]
    if any(told_aside(plain, found) for found in ranges):
        return [line]
    if any(begins_within(found, ranges[-1]) for found in ranges):
        # "Clerk, then Head Clerk (from 2009), Quay Ltd (2004 - 2013)": one stay.
        return [line]
    parts: list[Text] = []
    start = 0
    for found in ranges:
        closed = _CLOSED.match(plain, found.end)
        end = closed.end() if closed else found.end
        parts.append(trimmed(line.text.cut(start, end)))
        between = _BETWEEN.match(plain, found.end)
        if between is None and found is not ranges[-1]:
            return [line]
        start = between.end() if between else end
    stints = [Line(part, line.block) for part in parts]
    if (first := _behind_employer(stints[0])) is not None:
        employer, held_first = first
        stints = [held_first, *stints[1:]]
        sure = all(Sort.ROLE in _sorts(stint) for stint in stints)
        return [employer, *stints] if sure and all(map(_may_be_position, stints)) else [line]
    known = sum(Sort.ROLE in _sorts(stint) for stint in stints)
    held = all(map(_may_be_position, stints)) and 2 * known >= len(stints)
    return stints if held else [line]


def _behind_employer(line: Line) -> tuple[Line, Line] | None:
    """The employer in bold that a line begins with, and the position behind a dash or colon."""
    size = line.bold_lead
    parting = _PARTS.match(line.text.plain, size)
    if not 0 < size < len(line.text) or parting is None:
        return None
    employer = Line(line.text.cut(0, size), line.block)
    named = employer.count <= _LONGEST and Sort.ROLE not in _sorts(employer) and not employer.dates
    return (employer, Line(line.text.cut(parting.end()), line.block)) if named else None


def _lasts(found: FoundDates) -> bool:
    return found.current or (found.first is not None and found.first != found.last)


def _may_be_position(line: Line) -> bool:
    """Whether a line names a position before all, no employer, and ends with its years."""
    if len(line.dates) != 1 or line.dated_first or not line.dated_last:
        return False
    first, *others = _sorts(line)
    unknown = first is Sort.UNSURE and Sort.ROLE not in others and line.words[:1].isupper()
    placed = _BESIDE.issuperset(others)
    return (first is Sort.ROLE or unknown) and placed and line.count <= _LONGEST


def _sorts(line: Line) -> list[Sort]:
    return [piece.sort for piece in pieces_of(line.text, line.dates)] or [Sort.NOTE]
