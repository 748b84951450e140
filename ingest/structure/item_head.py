"""Bullets that name an entry and speak of it in one breath.

"Night nurse (St Agatha): looked after ...", "Diploma in Welding, Gdynia School, 2014. With merit."
In a list whose bullets are all built so, each is an entry, named by the words before the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from ingest.blocks import Text
from ingest.resume import SectionKind
from ingest.structure.gazetteer import is_city, is_place
from ingest.structure.lead import entry_dates, of_first_sentence
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.signs import LOWER_START, STUDIES, list_of, ranged, title_like
from ingest.structure.sorts import Sort, is_form

_COLON = re.compile(r"(?<=[\w)\]])\s?[:：]\s(?![^()]*\))")
#: Behind the dates with which the naming words end.
_REST = re.compile(r"(?P<closed>[)\]]?)\s*(?:[.:;–—-]\s|\.$|\(|$)")
#: What parts dates from the names behind them, and those from each other.
_PARTS = re.compile(r"\s*([·•|–—])\s")
#: The naming words are no more, in characters; of the bullets of a list so many have them.
_LONGEST = 220
_MOST, _HALF = 0.75, 0.5
#: So many lines around a bullet are looked at for others like it.
_NEAR = 40
#: Nor has a name in brackets more words.
_MOST_WORDS = 6
_MEMBERS = frozenset({Sort.ORGANISATION, Sort.SCHOOL, Sort.UNSURE, Sort.NOTE})


def head_of(line: Line) -> Line:
    """The words of a bullet that name its entry: up to its dates, else up to a colon."""
    plain = line.text.plain[:_LONGEST]
    dates = entry_dates(
        of_first_sentence([one for one in line.dates if one.end <= len(plain)], plain)
    )
    rest = _REST.match(line.text.plain, dates.end) if dates is not None else None
    if dates is not None and dates.start > 0 and rest is not None:
        closed = (
            plain[dates.end : rest.end()].find(")") + 1
            or plain[dates.end : rest.end()].find("]") + 1
        )
        return Line(line.text.cut(0, dates.end + closed), line.block)
    if dates is not None and dates.start == 0 and (said := _said_behind(plain, dates.end)):
        return Line(line.text.cut(0, said), line.block)
    colon = _COLON.search(plain)
    return Line(line.text.cut(0, colon.start()), line.block) if colon else line


def _said_behind(plain: str, start: int) -> int | None:
    """Where behind dates and two names, all parted by one sign, it begins what was done.

    "2019 - 2021 · Welder · Quay Works, Hull · hulls of two ferries".
    """
    sign = _PARTS.match(plain, start)
    signs = re.finditer(rf"\s{re.escape(sign[1])}\s+", plain[start:]) if sign else ()
    for at in islice(signs, 2, None):
        after = plain[start + at.end() :]
        if after[:1].islower():
            return start + at.start()
    return None


def tells_post(line: Line) -> bool:
    """Whether a bullet begins with a position and its years: "Bosun (2014-2017). Ran the slip"."""
    head = head_of(line)
    named = ranged(head) and Sort.ROLE in head.sorts and not head.dated_first
    return named and title_like(head) and not LOWER_START.match(head.words)


def names_entries(lines: Sequence[Line], at: int, kind: SectionKind) -> bool:
    """Whether the bullet at `at`, and most of its list, begin with what names a stay or degree.

    Where all begin in bold and have their dates, half of them tell for the others.
    """
    alike = bold_and_dated(lines[at])
    if not alike and not _told(lines[at], kind):
        return False
    listed = list_of(lines[max(0, at - _NEAR) : at + _NEAR], min(at, _NEAR))
    told = sum(_told(one, kind) for one in listed)
    most = _HALF if alike and all(map(bold_and_dated, listed)) else _MOST
    if most is _MOST and not _told(lines[at], kind):
        return False
    return len(listed) > 1 and told >= most * len(listed)


@lru_cache(maxsize=4 * _NEAR)
def bold_and_dated(line: Line) -> bool:
    """Whether a bullet begins with bold words and others up to its dates."""
    head = head_of(line)
    return 0 < head.bold_lead < len(head.text) and head.dated and title_like(head)


@lru_cache(maxsize=4 * _NEAR)
def _told(line: Line, kind: SectionKind) -> bool:
    """Whether a bullet begins with what names an entry; asked for each of its neighbours."""
    head = head_of(line)
    if not title_like(head) or LOWER_START.match(head.words):
        return False
    if kind is SectionKind.EDUCATION:
        return bool(head.sorts & STUDIES) and (head.dated or len(head.sorts & STUDIES) > 1)
    sorts = [piece.sort for piece in pieces_of(head.text, head.dates)]
    named = any(sort in _MEMBERS for sort in sorts) or held_by(head) is not None
    # Whoever was a "PhD student" held a position, whatever they were to become.
    return bool({Sort.ROLE, Sort.DEGREE} & set(sorts)) and named


def held_by(head: Line) -> tuple[Text, Text | None] | None:
    """Who, and perhaps where, is told in brackets behind a position ("Clerk (Quay Ltd, Hull)")."""
    pieces = pieces_of(head.text, head.dates)
    for before, piece in pairwise(pieces):
        words = piece.words
        quarter = piece.sort is Sort.PLACE and "," in words
        noted = piece.sort is Sort.NOTE or quarter
        if before.sort is not Sort.ROLE or not piece.bracketed or not noted:
            continue
        if not piece.named or len(words.split()) > _MOST_WORDS or re.search(r"\d{3}|[/:]", words):
            continue
        who, comma, where = (part.strip() for part in words.partition(","))
        if comma and (not is_place(where) or is_place(who) or is_city(who)):
            continue
        if not is_form(who):
            at = piece.text.plain.find(",")
            place = piece.text.cut(at + 1) if comma else None
            return (piece.text.cut(0, at) if comma else piece.text), place
    return None
