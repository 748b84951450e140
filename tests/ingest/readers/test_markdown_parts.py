"""What the parts of a line that names an entry are: people beside it, units, towns, marks."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def entries(page: str, kind: SectionKind) -> list[Entry]:
    return [entry for section in read(page).of_kind(kind) for entry in section.entries]


def told(entry: Entry) -> tuple[str | None, list[str], str | None]:
    who, where = entry.organisation, entry.location
    roles = [role.text for role in entry.roles]
    return who.text if who else None, roles, where.text if where else None


def test_who_looked_after_somebody_is_neither_their_role_nor_a_place() -> None:
    page = """# Ines Falk

## Inquiry

### Tide Gauge Assistant
**University of Hull** · Supervisor: Dr. Ida Nwosu · *Sep 2021 – May 2023*

- Read gauges
"""
    (stay,) = entries(page, SectionKind.OTHER)
    assert told(stay) == ("University of Hull", ["Tide Gauge Assistant"], None)


def test_a_link_to_a_file_is_no_name() -> None:
    page = """---
title: "CV – Ines Falk"
---

[Print Version](cv-print.pdf)

## Work

### Clerk, Salt Pier Ltd, 2015 - 2019
"""
    name = read(page).name
    assert name is not None
    assert name.text == "Ines Falk"
