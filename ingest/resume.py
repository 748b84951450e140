"""The domain model: what a resume is, once a reader has understood it.

Everything here is frozen, typed and free of behaviour that depends on a file format; of this
project only `ingest.source` is imported, whose names are the model's, too. Names follow JSON
Resume 1.0 (https://jsonresume.org/schema) where it has a name for the thing.

Two promises hold for every `Resume` that a reader returns, and tests measure both on every format:

* **Nothing lost.** Every visible word of the source stands in exactly one `Heading` or `Statement`.
* **Spans are true.** `resume.source[span]` holds the words of the thing that carries the span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.source import Part, Place, Source, Span

__all__ = [
    "Contact", "ContactKind", "DateRange", "Entry", "Fragment", "Heading", "Link", "Part",
    "PartialDate", "Place", "Resume", "Section", "SectionKind", "Source", "Span", "Statement",
    "Warning",
]  # fmt: skip


class SectionKind(StrEnum):
    """What a section is about, in JSON Resume's terms; `OTHER` for whatever has no term there."""

    BASICS = "basics"
    SUMMARY = "summary"
    WORK = "work"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    AWARDS = "awards"
    CERTIFICATES = "certificates"
    PUBLICATIONS = "publications"
    SKILLS = "skills"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    PROJECTS = "projects"
    OTHER = "other"


class ContactKind(StrEnum):
    """How a person can be reached, or where they are."""

    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    LOCATION = "location"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Some words as a reader of the page sees them (no markup), and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading(Fragment):
    """A line that names what follows it. `level` is 1 for the outermost."""

    level: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink inside a heading or statement: its visible words and where it leads."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Statement(Fragment):
    """The smallest thing worth quoting: a bullet, a sentence, a table row, a `label: values` line.

    For `Languages: Go, Lua (anything except Java)`: `label` is `Languages`, `values` are `Go` and
    `Lua`, `excluded` is `Java`. `level` is a strength that the source states for the whole line
    ("Intermediate", "Some knowledge of"), as written. `depth` is 0 for a paragraph or an outer
    bullet, 1 for a bullet inside a bullet, and so on. `is_head` marks the head of a table, which
    names its columns and tells nothing.
    """

    label: str | None = None
    values: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    level: str | None = None
    links: tuple[Link, ...] = ()
    depth: int = 0
    is_head: bool = False


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as the source states it: a year, perhaps a month (1-12), perhaps a day.

    A season is kept in `season` ("summer") together with the month it is taken to begin in
    (meteorological, northern: spring 3, summer 6, autumn 9, winter 12).
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something was, as written (`text`, `span`) and as understood.

    `current` means that the source says it goes on ("Present", "now", "since", or a JSON Resume job
    without `endDate`): then `end` is None. A single date has `start == end`. `expected` marks a
    date that the source itself calls expected or planned. `reversed` and otherwise impossible
    ranges keep the dates as written; the reader adds a `Warning`.
    """

    text: str
    span: Span
    start: PartialDate | None
    end: PartialDate | None
    current: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One job, degree, project, award or publication.

    `headings` are the lines (JSON: fields) that name and date the entry; `organisation`, `roles`,
    `location` and `dates` point into them (or into a statement that carries them). For education,
    `organisation` is the school and `roles` the degrees; `area` is the field of study. For
    projects, awards, certificates and publications `title` is the name of the thing and
    `organisation` who gave, published or owned it. `children` are entries of their own inside this
    one: roles inside a job, projects of a job.
    """

    headings: tuple[Heading, ...] = ()
    title: Fragment | None = None
    organisation: Fragment | None = None
    roles: tuple[Fragment, ...] = ()
    area: Fragment | None = None
    location: Fragment | None = None
    dates: DateRange | None = None
    url: str | None = None
    statements: tuple[Statement, ...] = ()
    children: tuple[Entry, ...] = ()

    @property
    def name(self) -> str:
        """What a person would call this entry: its title, organisation or first role."""
        for named in (self.title, self.organisation, *self.roles, *self.headings):
            if named is not None:
                return named.text
        return ""

    def walk(self) -> Iterator[Entry]:
        """This entry and every entry below it, in the order of the source."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level part of the resume.

    `heading` is None for words before the first heading. Statements that belong to no entry are the
    section's own.
    """

    kind: SectionKind
    heading: Heading | None = None
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def title(self) -> str:
        """The heading as written, or the kind's name for a section without one."""
        return self.heading.text if self.heading else self.kind.value.capitalize()

    def walk(self) -> Iterator[Entry]:
        """Every entry of the section at any depth, in the order of the source."""
        for entry in self.entries:
            yield from entry.walk()


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the person, or their place.

    `value` is what a person would type or dial (a mail address, a number, a handle or address);
    `url` the link behind it, if there is one. `network` names the site of a `PROFILE` in lower case
    ("github", "linkedin").
    """

    kind: ContactKind
    value: str
    span: Span
    url: str | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - what readers call it; no code here raises or catches the builtin
    """Something that a reader found odd and kept as written: what, and on which line (from 1)."""

    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Resume:
    """The whole parsed document. `permalink` is the page's path on its site, if the source says.

    `left_out` is what the reader saw and did not take (marked private, hidden, or no content): each
    by its name and line, never by its words.
    """

    source: Source
    name: Fragment | None = None
    headline: Fragment | None = None
    contacts: tuple[Contact, ...] = ()
    sections: tuple[Section, ...] = ()
    warnings: tuple[Warning, ...] = ()
    permalink: str | None = None
    format: str = field(default="markdown")
    left_out: tuple[Warning, ...] = ()

    def format_at(self, span: Span) -> str:
        """The format of the file in which a span stands."""
        part = self.source.part(span)
        return part.format if part else self.format

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of these kinds, in the order of the source."""
        return tuple(section for section in self.sections if section.kind in kinds)

    def walk(self) -> Iterator[tuple[Section, tuple[Entry, ...], Heading | Statement]]:
        """Every heading and statement once, with its section and the entries around it.

        The second item is the path from the outermost entry to the innermost; it is empty for what
        belongs to the section itself.
        """
        for section in self.sections:
            if section.heading:
                yield section, (), section.heading
            for statement in section.statements:
                yield section, (), statement
            for entry in section.entries:
                yield from _walk_entry(section, (entry,))

    def statements(self) -> Iterator[tuple[Section, tuple[Entry, ...], Statement]]:
        """Every statement once, with its section and the entries around it."""
        for section, path, words in self.walk():
            if isinstance(words, Statement):
                yield section, path, words


def _walk_entry(
    section: Section, path: tuple[Entry, ...]
) -> Iterator[tuple[Section, tuple[Entry, ...], Heading | Statement]]:
    entry = path[-1]
    for heading in entry.headings:
        yield section, path, heading
    for statement in entry.statements:
        yield section, path, statement
    for child in entry.children:
        yield from _walk_entry(section, (*path, child))
