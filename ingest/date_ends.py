"""What the two ends of a range say of each other: the year, and whether digits are one or a day."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.date_tokens import YEAR, Token, month_of, possible, season_of, two_digit_year
from ingest.resume import PartialDate

#: Forms whose two digits are a year only in a range: "07/16", "Oct 14".
_SHORT = frozenset({"mmyy", "monthdd"})
#: Months and days of a year that the other end states.
_YEARLESS = frozenset({"month", "dmonth", "monthdd", "season"})
_YEAR_BEFORE = re.compile(rf"{YEAR}[\s,:|·(–—-]*$")
_YEAR_AFTER = re.compile(rf"[\s,|·(]*{YEAR}")


def both_ends(text: str, left: Token, right: Token) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last date of a range whose ends the two tokens are; None if it is none."""
    if left.form == right.form and left.form in _SHORT:
        first, last = short_year(text, left, right.end), short_year(text, right, right.end, left)
        return (first, last) if first and last else None
    if right.date is None:
        end = _after(text, right, left.date) if left.date and not left.until else None
        return (left.date, end) if left.date and end else None
    if left.form == "mmyy":
        return None
    start = left.date or _before(text, left, right.date)
    return (start, right.until or right.date) if start else None


def short_year(text: str, token: Token, end: int, after: Token | None = None) -> PartialDate | None:
    """The month and year of "07/16" or "Oct 14" in a range up to `end`.

    None for another form, and of "Oct 14" where a year stands beside the range: then 14 is a day.
    `after` is the token that the range begins with, if this is its end.
    """
    if token.form == "mmyy":
        month, year = text[token.start : token.end].split("/")
        return PartialDate(two_digit_year(int(year)), int(month))
    if token.form != "monthdd":
        return None
    start = (after or token).start
    if _YEAR_BEFORE.search(text[max(0, start - 12) : start]) or _YEAR_AFTER.match(text, end):
        return None
    return _with_short_year(text, token)


def _with_short_year(text: str, token: Token) -> PartialDate:
    words = text[token.start : token.end]
    return PartialDate(two_digit_year(int(words[-2:])), month_of(words))


def in_year_of(text: str, token: Token, other: PartialDate) -> PartialDate | None:
    """The month or season of "Mar - Jul 2019", in the year that only the later end states."""
    if other.month is None or token.form not in _YEARLESS:
        return None
    date = _in_year(text, token, other.year)
    late = (date.month or 0) > other.month
    return _in_year(text, token, other.year - 1) if late else date


def _in_year(text: str, token: Token, year: int) -> PartialDate:
    words = text[token.start : token.end]
    if token.form == "season":
        return replace(season_of(words, year), year=year)
    day = re.search(r"\d+", words)
    return possible(year, month_of(words), int(day[0]) if day else None)[0]


def _before(text: str, token: Token, other: PartialDate) -> PartialDate | None:
    """The first end, without a year of four digits, of a range that ends on `other`."""
    if token.form == "monthdd" and other.day is None:
        short = _with_short_year(text, token)
        if short.year <= other.year:
            return short
    return in_year_of(text, token, other)


def _after(text: str, token: Token, other: PartialDate) -> PartialDate | None:
    """The last end, without a year of four digits, of a range that begins on `other`."""
    if other.month is None or other.season or token.form not in _YEARLESS - {"season"}:
        return None
    if token.form == "monthdd" and other.day is None:
        short = _with_short_year(text, token)
        if short.year >= other.year:
            return short
    date = _in_year(text, token, other.year)
    return date if (date.month or 0) >= other.month else _in_year(text, token, other.year + 1)
