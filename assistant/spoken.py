"""Dates and durations as people say them."""

from __future__ import annotations

from calendar import monthrange

from ingest.resume import DateRange, PartialDate


def length(months: int, *, exact: bool) -> str:
    """A duration in words; to the month only where the dates are."""
    if not exact:
        years = max(1, round(months / 12))
        return f"about {years} year{'s' if years > 1 else ''}"
    years, rest = divmod(months, 12)
    parts = [
        f"{count} {unit}{'s' if count > 1 else ''}"
        for count, unit in ((years, "year"), (rest, "month"))
        if count
    ]
    return " and ".join(parts) or "less than a month"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def describe(day: PartialDate, *, ends: bool = False) -> str:
    """A date as people say it, as precise as it is: `2016`, `August 2016`, `summer 2013`.

    `ends`: it is the end of a range.
    """
    if day.season:
        return f"{day.season} {day.year}"
    if not day.month:
        return str(day.year)
    # The first of a month, and the last one of an end, is how JSON Resume writers fill a date that
    # they know to the month.
    filled = (1, monthrange(day.year, day.month)[1]) if ends else (1,)
    exact = f"{day.day} " if day.day and day.day not in filled else ""
    return f"{exact}{_MONTHS[day.month - 1]} {day.year}"


def period(dates: DateRange) -> str:
    """The dates in words: `2016 to 2020`, `March 2018 to now`, `August 2016`."""
    start = describe(dates.start) if dates.start else ""
    if dates.current:
        text = f"{start} to now" if start else "now"
    else:
        end = describe(dates.end, ends=True) if dates.end else ""
        if not start:
            text = f"until {end}" if end else dates.text
        elif not end:
            text = f"from {start}"
        else:
            text = start if start == end else f"{start} to {end}"
    return f"{text} (expected)" if dates.expected else text
