"""When something was, from the date fields of one JSON object."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.dates import FoundDates, find_dates, reversed_problem, says_present
from ingest.readers.tree import Node
from ingest.resume import DateRange, Span

START = ("startdate", "start", "started", "begindate")
END = ("enddate", "end", "ended", "finishdate")
DAY = ("date", "releasedate", "year", "dates", "period", "graduationdate", "issuedate")
_CURRENT = ("current", "iscurrent", "currentlyworking", "present")

Warn = Callable[[str, int], None]


def dates_of(node: Node, warn: Warn, *, open_ended: bool) -> DateRange | None:
    """The object's dates. Each that is impossible or unreadable is told to `warn`.

    With `open_ended` a start without an end means that it goes on.
    """
    first, last = node.get(*START), node.get(*END)
    if first is None and last is None:
        day = node.get(*DAY)
        found = _read(day, warn) if day else None
        return _range(found, day.text, day.span()) if day and found else None
    start = _read(first, warn) if first else None
    end = _read(last, warn) if last else None
    flag = node.get(*_CURRENT)
    current = (
        bool(end and end.current)
        or bool(start and start.current and end is None)
        or bool(flag and flag.words == "true" and last is None)
        or (open_ended and last is None and start is not None and start.first == start.last)
    )
    if start is None and end is None:
        return None
    known_end = end.last if end else start.last if start and start.first != start.last else None
    dates = DateRange(
        text=" - ".join(part.text for part in (first, last) if part),
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
    text = node.text
    if says_present(text):
        return FoundDates(0, len(text), None, None, current=True)
    # "2013-6" and "2013-06-" are meant as ISO 8601 has them: "2013-06".
    found = find_dates(re.sub(r"(?<=\d{4}-)(\d)(?=-|$)", r"0\1", text).rstrip("- "))
    if not found:
        warn(f"{node.key} {text!r} is no date that can be read.", node.span().start_line)
        return None
    if found[0].problem:
        warn(f"{node.key} {text!r}: {found[0].problem}", node.span().start_line)
    return found[0]


def _range(found: FoundDates, text: str, span: Span) -> DateRange:
    end = None if found.current else found.last
    return DateRange(text, span, found.first, end, found.current, found.expected)


def _joint_span(node: Node, first: Node | None, last: Node | None) -> Span:
    """From start to end where nothing else stands between them, else the first of the two."""
    spans = sorted((part.span() for part in (first, last) if part), key=lambda span: span.start)
    low, high = spans[0], spans[-1]
    between = node.source.text[low.end : high.start]
    if first and last and re.fullmatch(r"\s*,\s*", between):
        return node.source.span(low.start, high.end, low.pointer or node.pointer)
    return first.span() if first else low
