"""Ranges whose end has two digits, where they may be a month: "2008-11" beside "2012-15"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.resume import DateRange, PartialDate
from ingest.structure.drafts import Draft

_SHORT = re.compile(r"\W*(?P<first>(?:19|20)\d\d)[-–](?P<last>\d\d)\W*")
_CENTURY = 100
_CHANCE = 0.1


def read_alike(drafts: Iterable[Draft]) -> None:
    """Read the months of "2008-11" as years, where another entry's digits can be but years.

    Or where months would by mere chance all be later than the years' own digits ("2011-12").
    They stay months where one of them cannot be the later year ("2012-03"). Where the next position
    at the same employer begins in the year that the digits may be, they are that year for sure.
    """
    drafts = list(drafts)
    for draft in _all(drafts):
        _read_meeting(draft.children)
    every = [draft for draft in _all(drafts) if draft.lead.dates]
    written = [(draft, match) for draft in every if (match := _short(draft.lead.dates))]
    ends = [_end(match) for _, match in written]
    months = [draft.lead.dates for draft, _ in written if _is_month(draft.lead.dates)]
    if not months or None in ends:
        return
    if len(months) == len(written) and not _hardly_months([match for _, match in written]):
        return
    for (draft, match), end in zip(written, ends, strict=True):
        _date(draft, match, end)


def _read_meeting(held: Sequence[Draft]) -> None:
    """Read "2004-06" as years where of positions at one employer another begins in 2006."""
    begun = {one.lead.dates.start.year for one in held if one.lead.dates and one.lead.dates.start}
    for draft in held:
        match = _short(draft.lead.dates)
        if match and _is_month(draft.lead.dates) and (end := _end(match)) in begun:
            _date(draft, match, end)


def _date(draft: Draft, match: re.Match[str], end: int | None) -> None:
    if draft.lead.dates is not None and end is not None:
        start = PartialDate(int(match["first"]))
        draft.lead.dates = replace(draft.lead.dates, start=start, end=PartialDate(end))


def _hardly_months(written: Sequence[re.Match[str]]) -> bool:
    """Whether months would hardly all have the digits of years that are later."""
    later = (max(0, 12 - int(match["first"]) % _CENTURY) / 12 for match in written)
    return len(written) > 1 and math.prod(later) <= _CHANCE


def _all(drafts: Iterable[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.children)


def _short(dates: DateRange | None) -> re.Match[str] | None:
    return _SHORT.fullmatch(dates.text) if dates else None


def _is_month(dates: DateRange | None) -> bool:
    return dates is not None and dates.start is not None and dates.start.month is not None


def _end(match: re.Match[str]) -> int | None:
    """The year of the two digits; None where it is not later."""
    first = int(match["first"])
    last = first - first % _CENTURY + int(match["last"])
    return last if last > first else None
