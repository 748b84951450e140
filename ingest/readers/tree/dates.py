"""When something was, from the date fields of one object."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.dates import FoundDates, find_dates, says_present
from ingest.durations import reversed_problem
from ingest.readers.tree.naming import ORGANISATION, is_given
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import words_of
from ingest.resume import DateRange, Span
from ingest.visible import visible

START = (
    "startdate", "start", "started", "begindate", "begin", "datestart", "since",
    "startyear", "yearstart", "fromdate", "datefrom", "fromyear", "yearfrom",
)  # fmt: skip
END = (
    "enddate", "end", "ended", "finishdate", "finish", "until", "dateend",
    "endyear", "yearend", "todate", "dateto", "toyear", "yearto",
)  # fmt: skip
#: Until when a thing holds that was given on the day of another field.
_EXPIRY = (
    "expiry", "expires", "expirydate", "expirationdate", "expiration", "expiresat", "expireson",
    "validuntil", "validto", "validthrough", "lapsed", "expired",
)  # fmt: skip
DAY = (
    "date", "releasedate", "year", "dates", "period", "graduationdate", "issuedate", "daterange",
    "years", "issued", "yearcompleted", "completionyear", "completiondate", "graduationyear",
    "yearofgraduation", "passingyear", "yr", "yrs",
)  # fmt: skip
#: Since when somebody has a thing, where its value is a date.
_GIVEN = ("got", "obtained", "earned", "awarded", "received", "acquired", "passed")
#: Names that may hold a date, or else how somebody was employed.
_PERHAPS = (
    "time", "duration", "term", "when", "timeframe", "graduation", "graduated", "completed",
    "finished", "conferred", "subtitle", "sub", *_GIVEN,
)  # fmt: skip
CURRENT = ("current", "iscurrent", "currentlyworking", "present", "inprogress", "ongoing")

#: Words behind a range of dates that say more of it.
_MOST_BEHIND = 6
#: Characters of a field in which a date is looked for.
_LONGEST = 300

Warn = Callable[[str, int], None]


@dataclass(frozen=True)
class DateFields:
    """The members of an object that date it: its start and end, or the one day or range.

    `members` are those that are shown; a range may stand in an object of its own.
    """

    first: Node | None = None
    last: Node | None = None
    day: Node | None = None
    members: tuple[Node, ...] = ()

    def __contains__(self, node: Node) -> bool:
        return any(node is member for member in self.members)


def date_fields(node: Node) -> DateFields:
    """The members of an object that say when it was."""
    first, last = node.get(*START), node.get(*END)
    if first is None and last is None and (last := node.get("to")):
        first = node.get("from")  # which alone is who gave an award
    if last is None and (expiry := node.get(*_EXPIRY)) is not None and _may_date(expiry):
        given = node.get(*_GIVEN)
        first = first or node.get(*DAY) or (given if given and _may_date(given) else None)
        last = expiry
    if first or last:
        found = [part for names in (START, END, DAY) if (part := node.get(*names))]
        ends = [part for part in (first, last) if part and not any(part is one for one in found)]
        return DateFields(first, last, None, (*found, *ends))
    day = _day(node)
    if day is None:
        perhaps = (part for name in _PERHAPS if (part := node.get(name)))
        day = next((part for part in perhaps if _may_date(part)), None)
    if day is None:
        day = next(filter(_is_range, node.members()), None) or _told_elsewhere(node)
    if day is None:
        return DateFields()
    if day.kind is Kind.OBJECT and (inner := date_fields(day)).members:
        return DateFields(inner.first, inner.last, inner.day, (day,))
    return DateFields(None, None, day, (day,))


def _day(node: Node) -> Node | None:
    """The member called a day or a year; of "date: May 27" beside "year: 2025" the year."""
    told = [part for name in DAY if (part := node.get(name))]
    return next(filter(_may_date, told), told[0] if told else None)


def _told_elsewhere(node: Node) -> Node | None:
    """A date alone where others have the venue or the state of a thing."""
    told = (part for name in (*ORGANISATION, "status") if (part := node.get(name)))
    return next((part for part in told if part.scalar and is_given(part.text)), None)


def _may_date(node: Node) -> bool:
    """Whether a value that may be another thing holds a date."""
    return node.kind is Kind.OBJECT or bool(_dates_in(visible(words_of(node))))


def _is_range(node: Node) -> bool:
    """Whether a value is but a range of dates, which dates an object under any key.

    A few words may follow it.
    """
    text = visible(words_of(node)).strip(" ()") if node.kind is Kind.STRING else ""
    found = _dates_in(text)
    if len(found) != 1 or found[0].start:
        return False
    rest = text[found[0].end :]
    # "2014 - 2016, evenings", "2014 - 2016 (half time)"
    whole = not rest or (rest.lstrip()[:1] in ",;(" and len(rest.split()) <= _MOST_BEHIND)
    return whole and (found[0].current or found[0].first != found[0].last)


def says_current(node: Node) -> bool:
    """Whether a member only says that it goes on, which its dates then say."""
    return folded(node.key) in CURRENT and node.boolean is not None


def dates_of(node: Node, fields: DateFields, warn: Warn, *, open_ended: bool) -> DateRange | None:
    """The object's dates. Each that is impossible or unreadable is told to `warn`.

    With `open_ended` a start without an end means that it goes on.
    """
    first, last, day = fields.first, fields.last, fields.day
    if first is None and last is None:
        found = _read(day, warn) if day else None
        return _range(found, visible(words_of(day)), day.span()) if day and found else None
    start = _read(first, warn) if first else None
    end = _read(last, warn) if last else None
    flag = node.get(*CURRENT)
    current = (
        bool(end and end.current)
        or bool(start and start.current and end is None)
        or bool(flag and flag.boolean and last is None)
        or (open_ended and last is None and start is not None and start.first == start.last)
    )
    if start is None and end is None:
        return None
    known_end = end.last if end else start.last if start and start.first != start.last else None
    dates = DateRange(
        text=" - ".join(visible(words_of(part)) for part in (first, last) if part),
        span=_joint_span(node, first, last),
        start=start.first if start else None,
        end=None if current else known_end,
        current=current,
        expected=bool(start and start.expected) or bool(end and end.expected),
    )
    if dates.start and dates.end and (problem := reversed_problem(dates.start, dates.end)):
        warn(problem, dates.span.start_line)
    return dates


def _read(node: Node, warn: Warn) -> FoundDates | None:
    """The date of a field, or the range that somebody wrote into it."""
    text = visible(words_of(node))
    if says_present(text):
        return FoundDates(0, len(text), None, None, current=True)
    found = _dates_in(text)
    if not found:
        warn(f"{node.key} {text!r} is no date that can be read.", node.span().start_line)
        return None
    if found[0].problem:
        warn(f"{node.key} {text!r}: {found[0].problem}", node.span().start_line)
    return found[0]


def _dates_in(text: str) -> list[FoundDates]:
    # "2013-6" and "2013-06-" are meant as ISO 8601 has them: "2013-06".
    padded = re.sub(r"(?<=\d{4}-)(\d)(?=-|$)", r"0\1", text[:_LONGEST].strip())
    return find_dates(re.sub(r"^(\d{4}-\d\d)-$", r"\1", padded))


def _range(found: FoundDates, text: str, span: Span) -> DateRange:
    end = None if found.current else found.last
    return DateRange(text, span, found.first, end, found.current, found.expected)


def _joint_span(node: Node, first: Node | None, last: Node | None) -> Span:
    """From start to end where nothing else stands between them, else the first of the two."""
    spans = sorted((part.span() for part in (first, last) if part), key=lambda span: span.start)
    low, high = spans[0], spans[-1]
    between = node.source.text[low.end : high.start]
    if first and last and re.fullmatch(r"\s*,?\s*", between):
        return node.source.span(low.start, high.end, low.pointer or node.pointer)
    return first.span() if first else low
