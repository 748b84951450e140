"""Whether one stay lies within another."""

from __future__ import annotations

from ingest.resume import DateRange, PartialDate


def within(inner: DateRange, outer: DateRange) -> bool:
    """Whether the first range begins and ends inside of the second, as far as they tell."""
    starts = inner.start is None or outer.start is None or _low(inner.start) >= _low(outer.start)
    if inner.current:
        return starts and outer.current
    last = inner.end or inner.start
    ends = outer.end is None or last is None or _low(last) <= _high(outer.end)
    return starts and ends


def _low(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 1


def _high(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 12
