"""Dates compared: which comes first, how long a range lasts, what it covers.

`today` is always given by the caller: nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ingest.resume import DateRange, PartialDate


def describe(day: PartialDate) -> str:
    """A date in ISO style, as precise as it is: `2016`, `2016-08`, `2016-08-24`, `summer 2013`."""
    if day.season:
        return f"{day.season} {day.year}"
    parts = (f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part))
    return "-".join(parts)


def reversed_problem(first: PartialDate, last: PartialDate) -> str | None:
    """A sentence for a person if the range ends before it starts, else None."""
    if _key(first) <= _key(last, upper=True):
        return None
    return f"The range ends ({describe(last)}) before it starts ({describe(first)})."


def months_between(start: PartialDate, end: PartialDate) -> int:
    """Whole months from start to end, the last stated day included; 0 if the end comes first.

    Where either states only its year, the difference of the years, in months.
    """
    return max(0, _month_index(end, start, is_end=True) - _month_index(start, end))


def span_in_months(dates: DateRange, today: date) -> tuple[int, bool] | None:
    """How long the range lasts, in whole months, and whether that is exact to the month.

    A range that goes on lasts until `today`. None where the start or the end is not known, or the
    range is reversed.
    """
    ends = _ends(dates, today)
    if ends is None:
        return None
    exact = all(day.month is not None and day.season is None for day in ends)
    return months_between(*ends), exact


def covers(dates: DateRange, year: int, month: int | None, today: date) -> bool:
    """Whether the range touches that month, or without a month that year; both ends count.

    An end that states only its year covers all of it.
    """
    first = dates.start
    last = _today(today) if dates.current else dates.end
    low = (year, month or 1)
    high = (year, month or 12)
    begins = _key(first)[:2] if first else low
    ends = _key(last, upper=True)[:2] if last else (begins if first else high)
    return begins <= high and low <= ends


def merge(ranges: Iterable[DateRange], today: date) -> int:
    """Months covered by at least one of the ranges: overlaps count once.

    Ranges without a known length count nothing.
    """
    intervals = []
    for dates in ranges:
        if ends := _ends(dates, today):
            start = _month_index(ends[0], ends[1])
            intervals.append((start, start + months_between(*ends)))
    total, reached = 0, 0
    for low, high in sorted(intervals):
        total += max(0, high - max(low, reached))
        reached = max(reached, high)
    return total


def _ends(dates: DateRange, today: date) -> tuple[PartialDate, PartialDate] | None:
    end = _today(today) if dates.current else dates.end
    if dates.start is None or end is None or reversed_problem(dates.start, end):
        return None
    return dates.start, end


def _today(today: date) -> PartialDate:
    return PartialDate(today.year, today.month, today.day)


def _month_index(day: PartialDate, other: PartialDate, *, is_end: bool = False) -> int:
    """Months since year 0. A month counts only where the other end of the range states one, too."""
    if day.month is None or other.month is None:
        return day.year * 12
    if day.day is None or other.day is None:
        return day.year * 12 + day.month - 1
    if not is_end:
        return day.year * 12 + day.month - 1
    # From the 1st of January to the 31st of December is twelve months: the last day belongs to it.
    after = date(day.year, day.month, day.day) + timedelta(days=1)
    return after.year * 12 + after.month - 1 - (after.day < other.day)


def _key(day: PartialDate, *, upper: bool = False) -> tuple[int, int, int]:
    """For comparing: what is not stated counts as the first, or with `upper` as the last."""
    month = None if day.season else day.month
    return day.year, month or (12 if upper else 1), day.day or (31 if upper else 1)
