"""One entry of a resume, and what is inside it, as records of JSON Resume 1.0.0."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.export_names import beyond_names
from ingest.readers.tree.node import folded
from ingest.resume import DateRange, Entry, PartialDate, Section, SectionKind, Statement

Json = dict[str, Any]

#: What the schema calls an entry's organisation, title and statements, by section.
_ORGANISATION = {
    SectionKind.WORK: "name", SectionKind.VOLUNTEER: "organization",
    SectionKind.EDUCATION: "institution", SectionKind.PROJECTS: "entity",
    SectionKind.AWARDS: "awarder", SectionKind.CERTIFICATES: "issuer",
    SectionKind.PUBLICATIONS: "publisher",
}  # fmt: skip
_TITLE = {
    SectionKind.PROJECTS: "name", SectionKind.AWARDS: "title", SectionKind.CERTIFICATES: "name",
    SectionKind.PUBLICATIONS: "name", SectionKind.REFERENCES: "name",
}  # fmt: skip
_SINGLE_DATE = {
    SectionKind.AWARDS: "date", SectionKind.CERTIFICATES: "date",
    SectionKind.PUBLICATIONS: "releaseDate",
}  # fmt: skip
_PROSE = {
    SectionKind.AWARDS: "summary", SectionKind.CERTIFICATES: "summary",
    SectionKind.PUBLICATIONS: "summary", SectionKind.REFERENCES: "reference",
}  # fmt: skip
_ROLE = {
    SectionKind.WORK: "position", SectionKind.VOLUNTEER: "position",
    SectionKind.EDUCATION: "studyType",
}  # fmt: skip
#: What other schemas call fields of this one.
_FIELDS = {"grade": "score", "gpa": "score", "curriculum": "courses", "coursework": "courses"}
#: Labels of what FRESH calls the flavor or category of a thing.
_SORTS = ("Type", "Category")
#: Between the parts of a line that names a degree.
_PARTS = re.compile(r"[,|·•()\t]|\s[-–—]+\s")
_MARK = re.compile(
    r"(?:(?:c?gpa|grade|score|mark)\b[:\s].+|2[:.][12]|1st|first|(?:first|second|third)[- ]class.*|"
    r"(?:upper|lower) second.*|(?:summa |magna )?cum laude|(?:with )?(?:distinction|merit)|"
    r"\d(?:[.,]\d+)?\s*/\s*\d+(?:[.,]\d+)?)",
    re.IGNORECASE,
)
_URI = re.compile(r"[a-zA-Z][\w+.-]*:[^\s<>\"{}|\\^`]+")


def place_entries(document: Json, section: Section) -> None:
    """Add the section's entries to the lists of `document`, each under its kind."""
    for entry in section.entries:
        _place(document, section.kind, entry, None)


def _place(document: Json, kind: SectionKind, entry: Entry, parent: Entry | None) -> None:
    """Put the entry, and after it its children: the schema knows no entry inside an entry.

    A role inside a job becomes a job at the same organisation; a thing with a title of its own
    inside a job becomes a project of that organisation.
    """
    inside_job = parent is not None and kind in (SectionKind.WORK, SectionKind.VOLUNTEER)
    if inside_job and entry.title and not entry.roles:
        kind = SectionKind.PROJECTS
    if not _only_groups(entry):
        document.setdefault(kind.value, []).append(_entry(kind, entry, parent))
    for child in entry.children:
        if _is_own(child):
            _place(document, kind, child, entry)


def _only_groups(entry: Entry) -> bool:
    """Whether an employer is named only for the roles inside, which are records of their own."""
    bare = not (entry.roles or entry.dates or entry.title or entry.statements)
    return bare and any(child.roles and child.dates for child in entry.children)


def _is_own(entry: Entry) -> bool:
    """Whether a child is a thing of its own, not a caption over lines of its parent."""
    return bool(entry.roles or entry.title or entry.organisation or entry.dates)


def _entry(kind: SectionKind, entry: Entry, parent: Entry | None) -> Json:
    organisation = entry.organisation or (parent.organisation if parent else None)
    location = entry.location or (parent.location if parent else None)
    title = entry.title
    if kind is SectionKind.WORK and organisation is None:
        organisation, title = title, None
    roles = [role.text for role in entry.roles]
    record = {
        _ORGANISATION.get(kind, "organization"): organisation and organisation.text,
        _TITLE.get(kind, "title"): title and title.text,
        _ROLE.get(kind, "roles"): ", ".join(roles) if kind in _ROLE else roles,
        "area": entry.area and entry.area.text,
        "location": location and location.text,
        "url": uri_of(entry.url),
    }
    mark = held(score=_mark(entry)) if kind is SectionKind.EDUCATION else {}
    return held(**record) | _dates(kind, entry.dates) | mark | _prose(kind, entry)


def _mark(entry: Entry) -> str | None:
    """The mark or class that stands beside a degree ("BA, 2:1, Aldous College")."""
    texts = [heading.text for heading in entry.headings]
    parts = (part.strip() for text in texts for part in _PARTS.split(text))
    return next((part for part in parts if _MARK.fullmatch(part)), None)


def _dates(kind: SectionKind, dates: DateRange | None) -> Json:
    if dates is None:
        return {}
    if kind in _SINGLE_DATE:
        day = dates.end or dates.start
        # Of certificates, 1.0.0 takes whole days only; what is less stands in a field of its own.
        partial = kind is SectionKind.CERTIFICATES and day is not None and day.day is None
        return held(**{"issueDate" if partial else _SINGLE_DATE[kind]: _iso(day)})
    if kind is SectionKind.EDUCATION and dates.start == dates.end:
        # One date of a degree is the day that it was given.
        return held(endDate=_iso(dates.end))
    return held(startDate=_iso(dates.start), endDate=None if dates.current else _iso(dates.end))


def _iso(day: PartialDate | None) -> str | None:
    """A date as precise as the source has it; a season has no ISO form but its year."""
    if day is None:
        return None
    if day.season or day.month is None:
        return f"{day.year:04}"
    return f"{day.year:04}-{day.month:02}" + (f"-{day.day:02}" if day.day else "")


def _prose(kind: SectionKind, entry: Entry) -> Json:
    """The entry's statements, each in the field that it came from if that was JSON Resume's."""
    fields: dict[str, list[str]] = {}
    captioned = [
        statement
        for child in entry.children
        if not _is_own(child)
        for inner in child.walk()
        for statement in inner.statements
    ]
    for statement in (*entry.statements, *captioned):
        told = beyond_names(statement, entry)
        if (entry.url and entry.url in statement.values) or not told:
            continue
        name = _field(kind, statement)
        texts = _texts(name, statement) if told == statement.text else (told,)
        fields.setdefault(name, []).extend(texts)
    return {
        name: texts if name in ("highlights", "courses", "keywords") else _run_together(texts)
        for name, texts in fields.items()
    }


def _run_together(texts: Sequence[str]) -> str:
    """Several statements as one text; after one that is a labelled line comes a full stop."""
    parts = [
        f"{text}." if re.match(r"[^.:]{1,30}: ", text) and text[-1].isalnum() else text
        for text in texts[:-1]
    ]
    return " ".join([*parts, *texts[-1:]])


def _field(kind: SectionKind, statement: Statement) -> str:
    """The field that the statement came from; an item of a list of prose is a highlight."""
    keys = [folded(key) for key in (statement.span.pointer or "").split("/")]
    for key in reversed(keys):
        name = _FIELDS.get(key, key)
        if kind is SectionKind.PROJECTS and key == keys[-1] and statement.label in _SORTS:
            name = "type"
        if name in ("summary", "description") and keys[-1].isdigit():
            continue
        if name in ("summary", "description", "score", "courses", "keywords", "type"):
            return name
    return _PROSE.get(kind, "highlights")


def _texts(kind: str, statement: Statement) -> Sequence[str]:
    """The values alone where the field's name says what the label says."""
    label = folded(statement.label or "")
    if label and (_FIELDS.get(label, label) == kind or (kind == "type" and label == "category")):
        return statement.values
    return (statement.text,)


def uri_of(*addresses: str | None) -> str | None:
    """The first address that is a URI, as the schema demands: with a scheme, without blanks."""
    return next((each for each in addresses if each and _URI.fullmatch(each)), None)


def held(**fields: Any) -> Json:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value}
