"""Dates and ranges as people write them, and how long they last.

`find_dates` finds every date or range in a line; `parse_iso` reads the dates of JSON Resume.
`today` is always given by the caller: nothing here looks at a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ingest.date_tokens import (
    SHY,
    Token,
    attached,
    bare_year,
    day_first,
    month_of,
    season_of,
    settled,
    tokens,
    two_digit_year,
)
from ingest.date_words import (
    ALONE,
    AND,
    BETWEEN,
    DANGLING,
    EXPECTED_AFTER,
    EXPECTED_BEFORE,
    FROM,
    GOES_ON,
    OPEN,
    SEPARATOR,
    SINCE,
    SLASH,
    UNTIL,
)
from ingest.resume import DateRange, PartialDate, Span

# How far before a date the words that belong to it may begin ("anticipated graduation date: ").
_REACH = 60
#: In characters. What is longer is no line, and is looked at but once.
_LINE = 500


@dataclass(frozen=True, slots=True)
class FoundDates:
    """A date or range at `text[start:end]`.

    A single date has `first == last`. `first` is None where only the end is stated ("until 2015"),
    `last` is None where it goes on (`current`) or only the beginning is stated ("from 2015").
    `problem` is a sentence for a person when the dates are impossible or reversed; the dates are
    then as close to what is written as a calendar allows.
    """

    start: int
    end: int
    first: PartialDate | None
    last: PartialDate | None
    current: bool = False
    expected: bool = False
    problem: str | None = None

    @property
    def only_year(self) -> bool:
        """Whether this is one bare year: in prose, perhaps not a date at all."""
        return self.first is not None and self.first == self.last == PartialDate(self.first.year)


def find_dates(text: str) -> list[FoundDates]:
    """Every date and range in a line or sentence, from left to right."""
    if len(text) > _LINE:
        return _search(text)
    return list(_remembered(text))


@lru_cache(maxsize=2048)
def _remembered(text: str) -> tuple[FoundDates, ...]:
    """The dates of a line: each is looked at for several reasons, one after the other."""
    return tuple(_search(text))


def _search(text: str) -> list[FoundDates]:
    found: list[FoundDates] = []
    queue = tokens(text)
    at = 0
    while at < len(queue):
        dates, used = _range_at(text, queue[at : at + 2])
        if dates is not None:
            dates = _widened(text, dates, found[-1].end if found else 0)
            if not attached(text, dates.start, dates.end):
                found.append(dates)
        at += used
    taken = [(dates.start, dates.end) for dates in found]
    for match in ALONE.finditer(text):
        start, end = match.span("word")
        if not any(low < end and start < high for low, high in taken):
            found.append(FoundDates(start, end, None, None, current=True))
    return sorted(found, key=lambda dates: dates.start)


def _range_at(text: str, pair: list[Token]) -> tuple[FoundDates | None, int]:
    """The range or single date that begins with the first token; how many tokens it took."""
    token = pair[0]
    if len(pair) == 2 and (both := _joined(text, token, pair[1])):
        return both, 2
    if token.form == "mmyy" and (goes_on := GOES_ON.match(text, token.end)):
        return FoundDates(token.start, goes_on.end(), _month_short_year(text, token), None, True), 1
    if token.date is None:
        return None, 1
    goes_on = GOES_ON.match(text, token.end)
    if token.form in SHY and not goes_on:
        year = bare_year(text, token)
        return (_range_at(text, [year])[0] if year else None), 1
    first, last = token.date, token.until or token.date
    problem = token.problem or reversed_problem(first, last)
    goes_on = goes_on or DANGLING.match(text, token.end)
    if goes_on and token.until is None:
        # The words that tell a range that goes on are part of it; a dangling dash's spaces are not.
        end = token.end + len(goes_on.group().rstrip())
        return FoundDates(token.start, end, first, None, True, problem=problem), 1
    return FoundDates(token.start, token.end, first, last, problem=problem), 1


def _joined(text: str, left: Token, right: Token) -> FoundDates | None:
    """The range from one token to the next, if what stands between them joins them."""
    gap = text[left.end : right.start]
    slash = bool(SLASH.fullmatch(gap)) and left.form == right.form
    floor = max(0, left.start - _REACH)
    between = bool(AND.fullmatch(gap)) and bool(BETWEEN.search(text, floor, left.start))
    if not (SEPARATOR.fullmatch(gap) or slash or between):
        return None
    first_end, last_end = settled(text, left, right), settled(text, right, left)
    if first_end is None or last_end is None:
        return None
    left, right = day_first(text, first_end, last_end)
    if left.form == right.form == "mmyy":
        first = _month_short_year(text, left)
        last = _month_short_year(text, right)
    elif right.date is None or left.form == "mmyy":
        return None
    else:
        last = right.until or right.date
        shared = left.date or _in_year_of(text, left, right.date)
        if shared is None:
            return None
        first = shared
    problem = left.problem or right.problem or reversed_problem(first, last)
    return FoundDates(left.start, right.end, first, last, problem=problem)


def _in_year_of(text: str, token: Token, other: PartialDate) -> PartialDate | None:
    """The month or season of "Mar - Jul 2019", in the year that only the second end states."""
    if other.month is None:
        return None
    words = text[token.start : token.end]
    if token.form == "month":
        month = month_of(words)
        return PartialDate(other.year - (month > other.month), month)
    begun = season_of(words, other.year)
    return replace(begun, year=other.year - ((begun.month or 0) > other.month))


def _month_short_year(text: str, token: Token) -> PartialDate:
    month, year = text[token.start : token.end].split("/")
    return PartialDate(two_digit_year(int(year)), int(month))


def reversed_problem(first: PartialDate, last: PartialDate) -> str | None:
    """A sentence for a person if the range ends before it starts, else None."""
    if _key(first) <= _key(last, upper=True):
        return None
    return f"The range ends ({describe(last)}) before it starts ({describe(first)})."


def _widened(text: str, dates: FoundDates, floor: int) -> FoundDates:
    """The dates with the words around them that belong to them ("since", "(expected)").

    Nothing before `floor`, the end of the dates before, is taken.
    """
    dates = _with_preposition(text, dates, floor)
    if after := EXPECTED_AFTER.match(text, dates.end):
        return replace(dates, end=after.end(), expected=True)
    floor = max(floor, dates.start - _REACH)
    if before := EXPECTED_BEFORE.search(text, floor, dates.start):
        start, end = before.start(), dates.end
        if text[start] in "([":
            closed = text[end : end + 1] in (")", "]")
            start, end = (start, end + 1) if closed else (start + 1, end)
        return replace(dates, start=start, end=end, expected=True)
    return dates


def _with_preposition(text: str, dates: FoundDates, floor: int) -> FoundDates:
    single = dates.first == dates.last
    floor = max(floor, dates.start - _REACH)
    if since := _word_before(SINCE, text, floor, dates.start):
        if single:
            return replace(dates, start=since.start(), last=None, current=True)
        return replace(dates, start=since.start())
    if single and (until := _word_before(UNTIL, text, floor, dates.start)):
        return replace(dates, start=until.start(), first=None)
    if start := _word_before(FROM, text, floor, dates.start):
        open_ended = single and not dates.current
        return replace(dates, start=start.start(), last=None if open_ended else dates.last)
    if not single and (start := BETWEEN.search(text, floor, dates.start)):
        return replace(dates, start=start.start())
    return dates


def _word_before(pattern: re.Pattern[str], text: str, floor: int, at: int) -> re.Match[str] | None:
    """A word that belongs to the date at `at`; the AB of "Nordvik AB 2018" is a company's."""
    found = pattern.search(text, floor, at)
    if found is None or not found[0].strip().isupper() or len(found[0].strip()) != 2:
        return found
    return found if text[:at].isupper() else None


def describe(day: PartialDate) -> str:
    """A date in ISO style, as precise as it is: `2016`, `2016-08`, `2016-08-24`, `summer 2013`."""
    if day.season:
        return f"{day.season} {day.year}"
    parts = (f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part))
    return "-".join(parts)


def date_range(found: FoundDates, text: str, span: Span) -> DateRange:
    """The domain model's range for dates found in `text`, which stand at `span` in the source."""
    return DateRange(
        text=text[found.start : found.end],
        span=span,
        start=found.first,
        end=None if found.current else found.last,
        current=found.current,
        expected=found.expected,
    )


def parse_iso(value: object) -> PartialDate | None:
    """The date of a JSON Resume field: `2016`, `2016-08`, `2016-08-24`, a time after it, a number.

    Any other single date that `find_dates` knows is taken too ("Aug 2016"). None for words such as
    "Present", for ranges, for impossible dates and for anything else.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    found = find_dates(text)
    if len(found) != 1 or found[0].problem or found[0].first != found[0].last:
        return None
    whole = found[0].end - found[0].start == len(text)
    return found[0].first if whole else None


def says_present(value: object) -> bool:
    """Whether the end of a range is given as "Present", "now", "ongoing" or the like."""
    return isinstance(value, str) and bool(re.fullmatch(rf"\s*{OPEN}\s*", value, re.IGNORECASE))


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
