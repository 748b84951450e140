"""Dates and ranges as people write them.

`find_dates` finds every date or range in a line; `parse_iso` reads the dates of JSON Resume.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.date_ends import both_ends, in_year_of, short_year
from ingest.date_tokens import (
    SHY,
    Token,
    attached,
    bare_year,
    day_first,
    settled,
    tokens,
)
from ingest.date_words import (
    ALONE,
    ALSO,
    AND,
    BETWEEN,
    BOTH,
    DANGLING,
    EXPECTED_AFTER,
    EXPECTED_BEFORE,
    EXPECTED_END,
    FROM,
    GOES_ON,
    GRADUATES,
    OPEN,
    PLANNED_TILL,
    SEPARATOR,
    SINCE,
    SLASH,
    UNTIL,
)
from ingest.durations import reversed_problem
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


def whole_date(text: str) -> FoundDates | None:
    """The date or range that a text is, and nothing else."""
    found = find_dates(text)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    return found[0] if whole else None


@lru_cache(maxsize=2048)
def _remembered(text: str) -> tuple[FoundDates, ...]:
    """The dates of a line: each is looked at for several reasons, one after the other."""
    return tuple(_search(text))


def _search(text: str) -> list[FoundDates]:
    found: list[FoundDates] = []
    queue = tokens(text)
    at = 0
    while at < len(queue):
        dates, used = _range_at(text, queue[at : at + 3])
        if dates is not None:
            dates = _widened(text, dates, found[-1].end if found else 0)
            if found and (planned := _planned_till(text, found[-1], dates)):
                found[-1] = planned
            elif not attached(text, dates.start, dates.end):
                found.append(dates)
        at += used
    taken = [(dates.start, dates.end) for dates in found]
    for match in ALONE.finditer(text):
        start, end = match.span("word")
        if not any(low < end and start < high for low, high in taken):
            found.append(FoundDates(start, end, None, None, current=True))
    return sorted(found, key=lambda dates: dates.start)


def _range_at(text: str, near: list[Token]) -> tuple[FoundDates | None, int]:
    """The range or single date that begins with the first token; how many tokens it took."""
    token = near[0]
    if len(near) > 1 and (both := _joined(text, token, near[1]) or _both_months(text, *near[:2])):
        return both, 2
    if len(near) > 2 and (wider := _also_in(text, near)):
        return wider, 3
    goes_on = GOES_ON.match(text, token.end)
    if goes_on and (begun := short_year(text, token, goes_on.end())):
        return FoundDates(token.start, goes_on.end(), begun, None, True), 1
    if token.date is None:
        return None, 1
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
    planned = EXPECTED_END.search(gap)
    gap = gap[: planned.start()] if planned else gap
    slash = bool(SLASH.fullmatch(gap)) and left.form == right.form
    floor = max(0, left.start - _REACH)
    between = bool(AND.fullmatch(gap)) and bool(BETWEEN.search(text, floor, left.start))
    if not (SEPARATOR.fullmatch(gap) or slash or between):
        return None
    first_end, last_end = settled(text, left, right), settled(text, right, left)
    if first_end is None or last_end is None:
        return None
    left, right = day_first(text, first_end, last_end)
    ends = both_ends(text, left, right)
    if ends is None:
        return None
    first, last = ends
    problem = left.problem or right.problem or reversed_problem(first, last)
    opened = planned is not None and planned["open"] is not None
    end = right.end + (opened and text[right.end : right.end + 1] in (")", "]"))
    return FoundDates(left.start, end, first, last, expected=bool(planned), problem=problem)


def _also_in(text: str, near: list[Token]) -> FoundDates | None:
    """The range of "February & May - June 2024", from its first month on."""
    month, second, third = near
    if month.form != "month" or not ALSO.fullmatch(text, month.end, second.start):
        return None
    rest = _joined(text, second, third)
    if rest is None or rest.first is None or rest.problem:
        return None
    first = in_year_of(text, month, rest.first)
    return replace(rest, start=month.start, first=first) if first else None


def _both_months(text: str, month: Token, second: Token) -> FoundDates | None:
    """The two months of "April & May 2025", of which the one follows the other."""
    last = second.date
    if month.form != "month" or last is None or last.month is None or last.season or second.until:
        return None
    if last.day is not None or not BOTH.fullmatch(text, month.end, second.start):
        return None
    first = in_year_of(text, month, last)
    if first is None or first.month is None or second.problem:
        return None
    follows = (last.year - first.year) * 12 + last.month - first.month == 1
    return FoundDates(month.start, second.end, first, last) if follows else None


def _planned_till(text: str, goes_on: FoundDates, end: FoundDates) -> FoundDates | None:
    """The range of "2023 - Present (Expected June 2027)", which says when it is to end."""
    if not goes_on.current or goes_on.first is None or end.last is None or end.first != end.last:
        return None
    gap = text[goes_on.end : end.start]
    planned = goes_on.expected or end.expected or GRADUATES.search(gap)
    if not planned or not PLANNED_TILL.fullmatch(gap) or end.last.year < goes_on.first.year:
        return None
    closed = gap.lstrip()[:1] in ("(", "[") and text[end.end : end.end + 1] in (")", "]")
    return replace(goes_on, end=end.end + closed, last=end.last, current=False, expected=True)


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
