"""The dates of a line, where marks tell what its words alone leave open."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.blocks import Mark, Text
from ingest.dates import FoundDates, find_dates

#: A range that is left open ends so.
_DANGLES = re.compile(r"(?:[-–—]|→|[-=]?>)\s*$")
_MARKS = (Mark.BOLD, Mark.ITALIC, Mark.CODE)


def dates_shown(text: Text, plain: str) -> list[FoundDates]:
    """The dates in `plain`, which are the words of `text`.

    Of "**2021 →** *Quay Ltd*" the marked words are a range without an end, which goes on.
    """
    found = find_dates(plain)
    size = max(map(text.lead, _MARKS))
    if not 0 < size < len(plain) or not _DANGLES.search(plain[:size]):
        return found
    if not found or found[0].end > size or found[0].current:
        return found
    open_ended = find_dates(plain[:size])
    if not open_ended or not open_ended[-1].current:
        return found
    rest = find_dates(plain[size:])
    return open_ended + [replace(one, start=one.start + size, end=one.end + size) for one in rest]
