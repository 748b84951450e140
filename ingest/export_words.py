"""A resume as its reader sees it, before it is written in a schema that knows no markup."""

from __future__ import annotations

from dataclasses import replace

from ingest.resume import Entry, Resume, Section, Statement
from ingest.visible import MARKED_UP, unmarked

#: JSON Resume comes out as it went in, with whatever its themes make of it.
_MARKED_UP = MARKED_UP - {"json-resume"}


def as_read(resume: Resume) -> Resume:
    """The resume with the words of its statements as they are shown.

    Headings need it not: what they say is held, without markup, by what points into them.
    """
    formats = {part.format for part in resume.source.parts} or {resume.format}
    if not formats & _MARKED_UP:
        return resume
    return replace(resume, sections=tuple(_section(part, resume) for part in resume.sections))


def _section(section: Section, resume: Resume) -> Section:
    heading = section.heading
    if heading and resume.format_at(heading.span) in _MARKED_UP:
        heading = replace(heading, text=unmarked(heading.text))
    return replace(
        section,
        heading=heading,
        statements=tuple(_statement(each, resume) for each in section.statements),
        entries=tuple(_entry(each, resume) for each in section.entries),
    )


def _entry(entry: Entry, resume: Resume) -> Entry:
    return replace(
        entry,
        statements=tuple(_statement(each, resume) for each in entry.statements),
        children=tuple(_entry(child, resume) for child in entry.children),
    )


def _statement(statement: Statement, resume: Resume) -> Statement:
    if resume.format_at(statement.span) not in _MARKED_UP:
        return statement
    return replace(
        statement,
        text=unmarked(statement.text),
        values=tuple(map(unmarked, statement.values)),
    )
