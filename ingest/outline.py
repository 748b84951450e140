"""What was understood of a resume, for its owner to check: `resume-assistant ingest --show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.durations import describe
from ingest.resume import (
    DateRange,
    Entry,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    Source,
    Span,
    Warning,
)

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Gap:
    """Time between two jobs: the end of one, the start of the next."""

    end: PartialDate
    start: PartialDate


def outline(resume: Resume) -> str:
    """Name, contacts, sections and entries with their lines, gaps between jobs, and warnings."""
    return "\n".join(_lines(resume))


def gaps_between_jobs(resume: Resume) -> list[Gap]:
    """Times in which no dated job was held, oldest first.

    With months on both sides, at least one whole month; with a year alone on either, at least one
    whole year: 2016 and 2017 may well meet at the turn of the year.
    """
    jobs = sorted(
        (dates for section in resume.of_kind(SectionKind.WORK) for dates in _job_dates(section)),
        key=lambda dates: _month(dates.start),
    )
    gaps: list[Gap] = []
    reached: PartialDate | None = None
    for dates in jobs:
        start = dates.start
        if start and reached and _apart(reached, start):
            gaps.append(Gap(reached, start))
        if dates.current:
            break
        if dates.end and (reached is None or _month(dates.end) >= _month(reached)):
            reached = dates.end
    return gaps


def _job_dates(section: Section) -> Iterator[DateRange]:
    for entry in section.walk():
        if entry.dates and entry.dates.start:
            yield entry.dates


def _apart(end: PartialDate, start: PartialDate) -> bool:
    if end.month and start.month:
        return _month(start) - _month(end) > 1
    return start.year - end.year > 1


def _month(day: PartialDate | None) -> int:
    return day.year * 12 + (day.month or 1) if day else 0


def _lines(resume: Resume) -> Iterator[str]:
    name = resume.name.text if resume.name else "(no name)"
    yield f"{name}, {resume.headline.text}" if resume.headline else name
    for contact in resume.contacts:
        kind = contact.network or contact.kind.value
        yield f"{_INDENT}{kind}: {contact.value} ({_place(contact.span, resume.source)})"
    for section in resume.sections:
        yield ""
        yield from _section(section, resume.source)
    if gaps := gaps_between_jobs(resume):
        yield ""
        yield "Gaps between jobs"
        for gap in gaps:
            yield f"{_INDENT}{describe(gap.end)} to {describe(gap.start)}"
    if resume.left_out:
        yield ""
        yield "Left out"
        yield from _told(resume.left_out, resume.source)
    yield ""
    yield "Warnings" if resume.warnings else "No warnings"
    yield from _told(resume.warnings, resume.source)


def _told(warnings: Iterable[Warning], source: Source) -> Iterator[str]:
    for warning in sorted(warnings, key=lambda each: each.line):
        file, line = source.place_of(warning.line)
        yield f"{_INDENT}{f'{file} ' if source.parts else ''}line {line}: {warning.message}"


def _place(span: Span, source: Source) -> str:
    place = source.place(span)
    return f"{f'{place.file} ' if source.parts else ''}line {place.start_line}"


def _section(section: Section, source: Source) -> Iterator[str]:
    title = section.title
    kind = "" if title.casefold() == section.kind.value else f" [{section.kind.value}]"
    yield f"{title}{kind}{_counted(len(section.statements))}"
    for entry in section.entries:
        yield from _entry(entry, 1, source)


def _entry(entry: Entry, depth: int, source: Source) -> Iterator[str]:
    """One line: name; roles; area; place; dates; how many statements; where it stands."""
    roles = [role.text for role in entry.roles if role.text != entry.name]
    if entry.organisation and entry.organisation.text != entry.name:
        roles.append(entry.organisation.text)
    parts = [
        entry.name or "(no name)",
        *roles,
        entry.area.text if entry.area else "",
        entry.location.text if entry.location else "",
        _when(entry.dates),
    ]
    first = next((part.span for part in (*entry.headings, *entry.statements)), None)
    line = f" ({_place(first, source)})" if first else ""
    words = "; ".join(part for part in parts if part)
    yield f"{_INDENT * depth}{words}{_counted(len(entry.statements))}{line}"
    for child in entry.children:
        yield from _entry(child, depth + 1, source)


def _when(dates: DateRange | None) -> str:
    """The dates as understood, so that the owner sees what the assistant will reckon with."""
    if dates is None:
        return ""
    start = describe(dates.start) if dates.start else "?"
    end = "now" if dates.current else describe(dates.end) if dates.end else "?"
    shown = start if start == end else f"{start} to {end}"
    return f"{shown} (expected)" if dates.expected else shown


def _counted(number: int) -> str:
    return {0: "", 1: ": 1 statement"}.get(number, f": {number} statements")
