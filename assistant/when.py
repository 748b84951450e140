"""The time that a question asks about: `in 2015`, `mid 2014`, `between 2015 and 2017`, `the 90s`.

People shorten years in questions as they never do in a resume ("93-95", "apr 22", "'08"). Those are
written out first, so that `ingest.dates` reads what is left.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from assistant.spoken import describe
from ingest.dates import FoundDates, find_dates
from ingest.resume import DateRange, PartialDate


class When(NamedTuple):
    """From a year, or a month of it (1-12), to a month, or the end, of that or a later year.

    `first` and `last` are inclusive; `end` is None where the time lies in one year. `words` is
    what to call it.
    """

    year: int
    first: int | None = None
    last: int | None = None
    end: int | None = None
    words: str = ""

    @property
    def low(self) -> tuple[int, int]:
        """The first year and month."""
        return self.year, self.first or 1

    @property
    def high(self) -> tuple[int, int]:
        """The last year and month."""
        return self.end or self.year, self.last or 12

    def touches(self, dates: DateRange, today: date) -> bool:
        """Whether the dates share a month with this time; a bare year stands for all of it."""
        start, end = dates.start, dates.end
        if dates.current:
            end = PartialDate(today.year, today.month)
        begins = _month(start, 1) if start else None
        ends = _month(end, 12) if end else (begins or self.high)
        # A season by itself is three months, and not whatever its year holds.
        if start and start.season and start == dates.end and start.month:
            begins, ends = (start.year, start.month), (start.year, start.month + 2)
        return (begins or self.low) <= self.high and self.low <= ends

    def surely_touches(self, dates: DateRange, today: date) -> bool:
        """Whether they do whatever month of a bare year, at either end, is meant."""
        ends = (dates.start, None if dates.current else dates.end)
        vague = any(end is not None and not end.month and end.year in self._years for end in ends)
        return self.touches(dates, today) and not vague

    @property
    def _years(self) -> range:
        return range(self.year, (self.end or self.year) + 1)


def _month(day: PartialDate, otherwise: int) -> tuple[int, int]:
    """The day's year and month; `otherwise` where it states none, or a season instead."""
    return day.year, otherwise if day.season or not day.month else day.month


_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|"
    r"tember|ober)?\.?"
)
_APOSTROPHE_YEAR = re.compile(r"(?<![\w'’])['’](\d\d)\b(?!\d|['’]?s)")
_MONTH_AND_SHORT_YEAR = re.compile(rf"\b({_MONTH})\s+['’]?(\d\d)\b(?!\s*[,:/]?\s*\d)", re.I)
_SHORT_YEARS = re.compile(
    r"(?P<before>\b(?:in|from|between|during|years?)\s+|^|\s)(?P<first>\d\d)"
    r"(?P<joint>\s*(?:-|–|to|and|until|till)\s*)(?P<last>\d\d)\b(?P<after>\s*[?.!]*$)?",
    re.I,
)
_DECADE = re.compile(
    r"(?:\b(?P<part>early|mid|late)[\s-]+)?(?:\bthe\s+)?(?:\b(?P<part2>early|mid|late)[\s-]+)?"
    r"(?:\b(?P<century>19|20)(?P<tens>\d)0['’]?s|(?<=the )['’]?(?P<short>\d)0['’]?s|"
    r"\b(?P<word>eighties|nineties|noughties))\b",
    re.I,
)
_DECADE_WORDS = {"eighties": 1980, "nineties": 1990, "noughties": 2000}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
#: Words before a year, or in a date's own words, and the months of it that they mean.
_PARTS = (
    (r"(?:start|beginning) of", (1, 3)),
    (r"early(?: in)?", (1, 4)),
    (r"mid(?:dle of)?", (5, 8)),
    (r"late(?: in)?", (9, 12)),
    (r"end of", (10, 12)),
    (r"(?:christmas|xmas|new year's eve)", (12, 12)),
    (r"easter", (3, 4)),
    (r"q1|first quarter(?: of)?", (1, 3)),
    (r"q2|second quarter(?: of)?", (4, 6)),
    (r"q3|third quarter(?: of)?", (7, 9)),
    (r"q4|(?:fourth|last) quarter(?: of)?", (10, 12)),
    (r"first half of", (1, 6)),
    (r"second half of", (7, 12)),
)
#: What is said of a year as an adjective.
_NAMED_PARTS = ("early", "late")
_LONG_AGO, _FAR_AHEAD = 1, 9998


def read_time(text: str) -> When | None:
    """The time that a question asks about, if it names one."""
    decade = _decade(text)
    if decade:
        return decade
    text = _written_out(text)
    for found in find_dates(text):
        day = found.first or found.last
        if day and re.search(rf"\bsince\b(?:{_LEAVING})?\s*$", text[: found.start], re.I):
            return _since(day)
        if day and found.current and re.match(r"since\b", text[found.start :], re.I):
            return _since(day)
        if day is None or found.current:
            continue
        return _window(text, found, day)
    return None


#: What may stand between "since" and its date: "since graduating in 2015".
_LEAVING = r"\s+(?:(?:the\s+)?(?:start|beginning|end|middle)\s+of|\w+ing(?:\s+in)?|early|mid|late)"


def _since(day: PartialDate) -> When:
    """From a day on, without an end."""
    first = None if day.season else day.month
    return When(day.year, first, end=_FAR_AHEAD, words=f"since {describe(day)}")


def _window(text: str, found: FoundDates, day: PartialDate) -> When:
    last = found.last
    if found.first and last and found.first != last:
        start = None if found.first.season else found.first.month
        end = None if last.season else last.month
        words = f"{describe(found.first)} to {describe(last)}"
        return When(day.year, start, end, last.year, words)
    before = text[: found.start].rstrip().casefold()
    side = re.search(r"\b(before|after|prior to|until|till)$", before)
    if side and day.month is None:
        if side[1] == "after":
            return When(day.year + 1, end=_FAR_AHEAD, words=f"after {day.year}")
        return When(_LONG_AGO, end=day.year - 1, words=f"before {day.year}")
    if day.season and day.month:
        return When(day.year, day.month, min(12, day.month + 2), words=describe(day))
    if day.month is None:
        lead = text[: found.end].casefold()
        lead = re.sub(r"[\s,'’-]*\d{4}\s*$", "", lead)
        for pattern, (first, end) in _PARTS:
            if part := re.search(rf"\b(?:{pattern})$", lead):
                named = part[0] if part[0].startswith(_NAMED_PARTS) else ""
                return When(day.year, first, end, words=f"{named} {day.year}".strip())
    return When(day.year, day.month, day.month, words=describe(day))


def _decade(text: str) -> When | None:
    match = _DECADE.search(text)
    if match is None:
        return None
    if match["word"]:
        begins = _DECADE_WORDS[match["word"].casefold()]
    elif match["tens"]:
        begins = int(f"{match['century']}{match['tens']}0")
    else:
        begins = _in_full(int(f"{match['short']}0"))
    part = (match["part"] or match["part2"] or "").casefold()
    low, high = _DECADE_PARTS.get(part, (0, 9))
    name = f"the {part} {begins}s" if part else f"the {begins}s"
    return When(begins + low, end=begins + high, words=name)


def _written_out(text: str) -> str:
    """The text with two-digit years in full, where nothing but a year can be meant."""
    text = _MONTH_AND_SHORT_YEAR.sub(lambda m: f"{m[1]} {_in_full(int(m[2]))}", text)
    text = _APOSTROPHE_YEAR.sub(lambda m: str(_in_full(int(m[1]))), text)
    return _SHORT_YEARS.sub(_both_in_full, text)


def _both_in_full(match: re.Match[str]) -> str:
    first, last = _in_full(int(match["first"])), _in_full(int(match["last"]))
    # "10 to 15 people" are no years: a preposition must show them, or that they end the question.
    shown = match["before"].strip() and not re.match(
        r"\s*(?:%|[^\W\d_])", match.string[match.end() :]
    )
    plain = shown or (match["after"] is not None and first < 2000)
    if not plain or first > last:
        return match[0]
    return f"{match['before']}{first}{match['joint']}{last}{match['after'] or ''}"


def _in_full(short: int) -> int:
    """The year that two digits mean: of this century up to 2039."""
    return 2000 + short if short < 40 else 1900 + short
