"""What can be computed from the Resume: who employed the person, as what, where, when, how long.

A `Job` is one stay at one organisation: an entry of a work section, its roles, and the entries of
the same organisation that follow it. Every value keeps the fragment that it came from, so that
whatever is said of it can be cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.names import TITLES, initials, named_words
from assistant.spells import behind
from assistant.spoken import describe, length, period
from assistant.text import joined
from assistant.when import When
from ingest.dates import date_range, find_dates
from ingest.durations import merge, span_in_months
from ingest.leaves import on_leave
from ingest.resume import (
    DateRange,
    Entry,
    Fragment,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    Statement,
)

__all__ = [
    "Job", "Role", "at_time", "by_time", "date_words", "degree", "describe", "described",
    "distinct", "earliest", "first_name", "holder", "initials", "jobs", "leaves", "length",
    "months_of", "named_words", "period", "setting", "stays", "studies", "together",
    "total_months",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A position held: its title, and its own dates where the resume gives them."""

    title: Fragment
    dates: DateRange | None


@dataclass(frozen=True, slots=True)
class Job:
    """One entry of a section, seen as a stay: at an organisation, in roles, for a time."""

    section: Section
    entry: Entry
    roles: tuple[Role, ...]
    dates: DateRange | None

    @property
    def name(self) -> str:
        """The organisation, or what the entry is called where it names none."""
        return self.entry.name

    @property
    def title(self) -> str:
        """The first role named, or nothing."""
        return self.roles[0].title.text if self.roles else ""

    @property
    def place(self) -> Fragment | None:
        """Where it was, of the entry or of the first of its children that says."""
        return next((part.location for part in self.entry.walk() if part.location), None)

    @property
    def spells(self) -> tuple[DateRange, ...]:
        """The stretches of time that it took: most stays have one ("Summers 2017 and 2018": two).

        The others stand right behind the dates, in the same line.
        """
        if self.dates is None:
            return ()
        if self.entry.dates is not self.dates:
            return (self.dates,)
        line = holder(self.entry, date_words(self.dates))
        return (self.dates, *behind(line, self.dates))

    def evidence(self, *, dated: bool = False) -> tuple[Fragment, ...]:
        """The words that name the job and, with `dated`, those that date it."""
        named = self.entry.title or self.entry.organisation
        parts: list[Fragment] = list(self.entry.headings[:1])
        if named:
            parts = [holder(self.entry, named)]
        if self.roles:
            parts.append(holder(self.entry, self.roles[0].title))
        if dated and self.dates:
            parts.append(holder(self.entry, date_words(self.dates)))
        return distinct(parts)

    def statements(self) -> Iterator[Statement]:
        """What is said of it, in the order of the source."""
        for part in self.entry.walk():
            yield from part.statements


def date_words(dates: DateRange) -> Fragment:
    """The dates as words with a place in the source."""
    return Fragment(dates.text, dates.span)


def holder(entry: Entry, words: Fragment) -> Fragment:
    """The heading or statement of the entry in which the words stand, or the words themselves."""
    for part in entry.walk():
        for whole in (*part.headings, *part.statements):
            if whole.span.start <= words.span.start and words.span.end <= whole.span.end:
                return whole
    return words


def distinct(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """The fragments without those that stand inside another."""
    kept: list[Fragment] = []
    for words in fragments:
        if not any(
            other.span.start <= words.span.start and words.span.end <= other.span.end
            for other in kept
        ):
            kept.append(words)
    return tuple(kept)


def stays(resume: Resume, *kinds: SectionKind) -> list[Job]:
    """The entries of these kinds of section as stays, in the order of the source."""
    return [
        _job(section, entry)
        for section in resume.of_kind(*kinds)
        for entry in _ungrouped(section.entries)
        if entry.organisation or entry.title or entry.roles or entry.dates
    ]


def _ungrouped(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, and in the place of one that only groups others ("Orchestras") those inside."""
    for entry in entries:
        own = sum(child.organisation is not None for child in entry.children)
        if entry.children and not (entry.dates or entry.roles) and 2 * own > len(entry.children):
            yield from _ungrouped(entry.children)
        else:
            yield entry


def jobs(resume: Resume) -> list[Job]:
    """The paid work, in the order of the source; a leave listed among it is none."""
    return [job for job in stays(resume, SectionKind.WORK) if not on_leave(job.entry)]


def leaves(resume: Resume) -> list[Job]:
    """The leaves and breaks that are listed among the work, in the order of the source."""
    return [job for job in stays(resume, SectionKind.WORK) if on_leave(job.entry)]


def studies(resume: Resume) -> list[Job]:
    """The degrees and schools, in the order of the source."""
    return stays(resume, SectionKind.EDUCATION)


def _job(section: Section, entry: Entry) -> Job:
    roles = [Role(role, entry.dates) for role in entry.roles]
    for child in entry.walk():
        if child is not entry:
            roles += [Role(role, child.dates) for role in child.roles]
    return Job(section, entry, tuple(roles), entry.dates or _hull(entry) or _stated(entry))


#: A statement that is but a range has no more words.
_RANGE_WORDS = 7


def _stated(entry: Entry) -> DateRange | None:
    """The range that is all that a statement of an entry says: "Sept 2009 to Dec 2011."."""
    for line in entry.statements:
        if len(line.text.split()) > _RANGE_WORDS or not re.search(r"\d", line.text):
            continue
        for found in find_dates(line.text):
            rest = line.text[: found.start] + line.text[found.end :]
            if (found.first or found.last) and not re.search(r"\w", rest):
                return date_range(found, line.text, line.span)
    return None


def _hull(entry: Entry) -> DateRange | None:
    """From the first beginning to the last end of the entry's children, the latest one's words."""
    ranges = [child.dates for child in entry.walk() if child.dates and child.dates.start]
    if not ranges:
        return None
    latest = max(ranges, key=_order)
    first = min((dates.start for dates in ranges if dates.start), key=_key)
    return DateRange(latest.text, latest.span, first, latest.end, latest.current, latest.expected)


def _key(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 0


def _order(dates: DateRange | None) -> tuple[int, int, int, int]:
    """What sorts ranges by time: a current one last, then by end, then by start."""
    if dates is None:
        return (0, 0, 0, 0)
    end = (9999, 12) if dates.current else _key(dates.end or dates.start or PartialDate(0))
    start = _key(dates.start or dates.end or PartialDate(0))
    return (*end, *start)


def by_time(found: list[Job]) -> list[Job]:
    """Latest first. Undated entries keep their place relative to the one before them."""
    if not any(job.dates for job in found):
        return list(found)
    dated = sorted((job for job in found if job.dates), key=lambda job: _order(job.dates))
    return [*reversed(dated), *(job for job in found if not job.dates)]


def earliest(found: list[Job]) -> Job | None:
    """The one that began first, or the last listed where none is dated."""
    dated = [job for job in found if job.dates and job.dates.start]
    if dated:
        return min(dated, key=lambda job: _key(job.dates.start))  # type: ignore[union-attr,arg-type]
    return found[-1] if found else None


def at_time(found: list[Job], when: When, today: date) -> list[Job]:
    """Those that go on at some moment of the time."""
    return [job for job in found if any(when.touches(dates, today) for dates in job.spells)]


def months_of(dates: DateRange | None, today: date) -> tuple[int, bool] | None:
    """Whole months, and whether they are exact; see `ingest.dates.span_in_months`."""
    return span_in_months(dates, today) if dates else None


def together(ranged: list[DateRange], today: date) -> str:
    """How long some ranges were in all, overlaps counted once ("about 4 years"); "" if unknown."""
    months = merge(ranged, today)
    exact = all((months_of(dates, today) or (0, False))[1] for dates in ranged)
    return length(months, exact=exact) if months else ""


def total_months(found: list[Job], today: date) -> int:
    """Months covered by at least one of them: overlaps count once."""
    return merge([job.dates for job in found if job.dates], today)


def first_name(resume: Resume) -> str:
    """What to call the person; "They" where the resume names nobody."""
    if resume.name is None or not resume.name.text.split():
        return "They"
    words = [word.strip(",") for word in resume.name.text.split()]
    given = [word for word in words if not _is_address(word)]
    name = (given or words)[0]
    return name.capitalize() if name.isupper() and name.isalpha() and len(name) > 2 else name


def _is_address(word: str) -> bool:
    """Whether a word of a name is how somebody is addressed: "Prof", "Dott.ssa", "Chef"."""
    shortened = "." in word and any(char.islower() for char in word)
    return shortened or word.casefold() in _ADDRESS


_ADDRESS = TITLES | {"sir", "rev", "chef", "capt", "captain"}


def described(job: Job) -> str:
    """The stay in a phrase: `Senior Nurse at St Mary (2015 to 2019)`."""
    titles = list(dict.fromkeys(role.title.text for role in job.roles))
    organisation = job.entry.organisation.text if job.entry.organisation else ""
    head = joined(titles)
    if job.entry.title and not (head and organisation):
        named = job.entry.title.text
        text = f"{named}, {organisation or head}" if organisation or head else named
    elif job.entry.title:
        text = f"{job.entry.title.text} ({head}, {organisation})"
    else:
        text = f"{head} at {organisation}" if head and organisation else head or organisation
    if not text:
        text = job.name
    return f"{text} ({joined(list(map(period, job.spells)))})" if job.dates else text


def located(job: Job) -> str:
    """The stay in a phrase and where it was: `Senior Nurse at St Mary (2015 to 2019), Leeds`."""
    text, place = described(job), job.place
    return text if place is None or place.text in text else f"{text}, {place.text}"


def setting(section: Section, path: tuple[Entry, ...]) -> str:
    """Where and when a statement belongs, to stand before it: `At Gojek (2016 to 2020)`.

    Only work and volunteering happen at a place; a study, a project, an award is named by what it
    is. Empty for a statement of no entry, or of one that says neither who nor what.
    """
    named = [entry for entry in path if entry.organisation or entry.title or entry.roles]
    if not named:
        return ""
    outer, inner = named[0], named[-1]
    dates = inner.dates or next((entry.dates for entry in reversed(path) if entry.dates), None)
    when = f" ({period(dates)})" if dates else ""
    if section.kind in (SectionKind.WORK, SectionKind.VOLUNTEER) and outer.organisation:
        role = inner.roles[0].text if inner.roles else ""
        role = role if len(role.split()) <= _ROLE_WORDS else ""
        return f"At {outer.organisation.text}{f' as {role}' if role else ''}{when}"
    words = inner.title or inner.organisation or inner.roles[0]
    return f"{words.text}{when}"


#: A longer title is no title but a line in which one stands.
_ROLE_WORDS = 6


def degree(job: Job) -> str:
    """A study in a phrase: `Bachelor of Science in Chemistry, University of X (2010 to 2014)`."""
    entry = job.entry
    titles = joined([role.title.text for role in job.roles])
    if not titles and entry.title:
        titles = entry.title.text
    if entry.area and entry.area.text.casefold() not in titles.casefold():
        titles = f"{titles} in {entry.area.text}" if titles else entry.area.text
    school = entry.organisation.text if entry.organisation else ""
    text = ", ".join(part for part in (titles, school) if part) or entry.name
    return f"{text} ({period(job.dates)})" if job.dates else text
