"""The small invented resumes of `tests/fixtures`, and what was understood of them in short."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ingest.durations import describe
from ingest.load import load_resume
from ingest.resume import DateRange, Entry, Resume, Section, SectionKind, Statement

FIXTURES = Path(__file__).parent / "fixtures"


class Told(NamedTuple):
    """Who, as what, when, where; how many statements, without those of entries inside."""

    organisation: str | None
    roles: str
    dates: str
    place: str | None = None
    statements: int = 1


def fixture(name: str) -> Resume:
    """The resume `tests/fixtures/markdown/<name>.md`, or a file of another folder there."""
    file = FIXTURES / name
    return load_resume(file if file.suffix else FIXTURES / "markdown" / f"{name}.md")


def section(resume: Resume, kind: SectionKind) -> Section:
    (found,) = resume.of_kind(kind)
    return found


def entry(resume: Resume, name: str) -> Entry:
    """The entry of this name."""
    (found,) = (each for part in resume.sections for each in part.walk() if each.name == name)
    return found


def kinds(resume: Resume) -> list[tuple[str, str]]:
    """Every section's kind and heading; "" where it has none."""
    return [
        (part.kind.value, part.heading.text if part.heading else "") for part in resume.sections
    ]


def told(entry: Entry) -> Told:
    return Told(
        entry.organisation.text if entry.organisation else None,
        ", ".join(role.text for role in entry.roles),
        when(entry.dates),
        entry.location.text if entry.location else None,
        len(entry.statements),
    )


def jobs(name: str) -> list[Told]:
    """The jobs of a fixture, without what is inside them."""
    return [told(entry) for entry in section(fixture(name), SectionKind.WORK).entries]


def when(dates: DateRange | None) -> str:
    """A range as understood: "2016 - now", "summer 2013", "" for none."""
    if dates is None:
        return ""
    start = describe(dates.start) if dates.start else "?"
    end = "now" if dates.current else describe(dates.end) if dates.end else "?"
    return start if start == end else f"{start} - {end}"


def contacts(name: str) -> list[tuple[str, str]]:
    """Every contact's kind (a profile's network) and value."""
    return [(each.network or each.kind.value, each.value) for each in fixture(name).contacts]


def statements(resume: Resume, kind: SectionKind) -> list[Statement]:
    return [each for part, _, each in resume.statements() if part.kind is kind]


def texts(resume: Resume, kind: SectionKind) -> list[str]:
    return [statement.text for statement in statements(resume, kind)]
