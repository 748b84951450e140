"""A `Resume` of any format as JSON Resume 1.0.0 (https://jsonresume.org/schema).

Nothing is invented: every value is words of the resume, dates are as precise as the source states
them, and a range that goes on has no `endDate`. What the schema has no place for (other sections, a
second mail address, statements outside of any entry) stands under `meta.other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ingest.resume import (
    Contact,
    ContactKind,
    DateRange,
    Entry,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    Span,
    Statement,
)

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

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
_ITEMS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_PERSON = (SectionKind.BASICS, SectionKind.SUMMARY)


def to_json_resume(resume: Resume) -> Json:
    """The resume as a JSON Resume object, valid against the published schema 1.0.0."""
    document: Json = {"$schema": SCHEMA, "basics": _basics(resume)}
    other = _spare_contacts(resume.contacts)
    for section in resume.sections:
        kind = section.kind
        if kind in _PERSON:
            other += _rest(section, _unsaid(section, resume), ())
        elif kind in _ITEMS:
            document.setdefault(kind.value, []).extend(_items(section))
        elif kind is SectionKind.OTHER:
            other += _rest(section, section.statements, section.entries)
        else:
            _place_entries(document, section)
            other += _rest(section, section.statements, ())
    if other:
        document["meta"] = {"other": other}
    return {key: value for key, value in document.items() if value}


# --- the person -------------------------------------------------------------------------------


def _basics(resume: Resume) -> Json:
    email, phone, site, place = (
        _first(resume.contacts, kind)
        for kind in (
            ContactKind.EMAIL,
            ContactKind.PHONE,
            ContactKind.WEBSITE,
            ContactKind.LOCATION,
        )
    )
    summary = [
        statement.text
        for section in resume.of_kind(SectionKind.SUMMARY)
        for statement in section.statements
    ]
    return _held(
        name=resume.name and resume.name.text,
        label=resume.headline and resume.headline.text,
        email=email and email.value,
        phone=phone and phone.value,
        url=site and _address(site),
        summary=" ".join(summary),
        # One field of free text: which part is the city is for a reader to judge, not for us.
        location=_held(address=place and place.value),
        profiles=[
            _held(
                network=contact.network,
                username=contact.value if contact.value != contact.url else None,
                url=_address(contact),
            )
            for contact in resume.contacts
            if contact.kind is ContactKind.PROFILE
        ],
    )


def _first(contacts: Iterable[Contact], kind: ContactKind) -> Contact | None:
    return next((contact for contact in contacts if contact.kind is kind), None)


def _address(contact: Contact) -> str | None:
    """The contact's web address; None without a scheme, which the schema's `uri` demands."""
    for address in (contact.url, contact.value):
        if address and re.match(r"[a-zA-Z][\w+.-]*:\S", address):
            return address
    return None


def _spare_contacts(contacts: Sequence[Contact]) -> list[Json]:
    """Contacts beyond the one of each kind that `basics` has room for."""
    seen: set[ContactKind] = set()
    spare: list[Json] = []
    for contact in contacts:
        no_room = contact.kind is ContactKind.WEBSITE and not _address(contact)
        if contact.kind is not ContactKind.PROFILE and (contact.kind in seen or no_room):
            spare.append({"kind": contact.kind.value, "value": contact.value})
        seen.add(contact.kind)
    return spare


def _unsaid(section: Section, resume: Resume) -> list[Statement]:
    """Statements about the person that neither the contacts, the name nor the summary hold."""
    if section.kind is SectionKind.SUMMARY:
        return []
    said = [contact.span for contact in resume.contacts]
    said += [part.span for part in (resume.name, resume.headline) if part]
    return [each for each in section.statements if not _overlaps(each.span, said)]


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


# --- entries ----------------------------------------------------------------------------------


def _place_entries(document: Json, section: Section) -> None:
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
    document.setdefault(kind.value, []).append(_entry(kind, entry, parent))
    for child in entry.children:
        if _is_own(child):
            _place(document, kind, child, entry)


def _is_own(entry: Entry) -> bool:
    """Whether a child is a thing of its own, not a caption over lines of its parent."""
    return bool(entry.roles or entry.title or entry.organisation or entry.dates)


def _entry(kind: SectionKind, entry: Entry, parent: Entry | None) -> Json:
    organisation = entry.organisation or (parent.organisation if parent else None)
    title = entry.title
    if kind is SectionKind.WORK and organisation is None:
        organisation, title = title, None
    roles = [role.text for role in entry.roles]
    record = {
        _ORGANISATION.get(kind, "organization"): organisation and organisation.text,
        _TITLE.get(kind, "title"): title and title.text,
        _ROLE.get(kind, "roles"): ", ".join(roles) if kind in _ROLE else roles,
        "area": entry.area and entry.area.text,
        "location": entry.location and entry.location.text,
        "url": entry.url,
    }
    return _held(**record) | _dates(kind, entry.dates) | _prose(kind, entry)


def _dates(kind: SectionKind, dates: DateRange | None) -> Json:
    if dates is None:
        return {}
    if kind in _SINGLE_DATE:
        return _held(**{_SINGLE_DATE[kind]: _iso(dates.end or dates.start)})
    if kind is SectionKind.EDUCATION and dates.start == dates.end:
        # One date of a degree is the day that it was given.
        return _held(endDate=_iso(dates.end))
    return _held(startDate=_iso(dates.start), endDate=None if dates.current else _iso(dates.end))


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
        if entry.url and entry.url in statement.values:
            continue
        name = _field(kind, statement)
        fields.setdefault(name, []).extend(_texts(name, statement))
    return {
        name: texts if name in ("highlights", "courses", "keywords") else " ".join(texts)
        for name, texts in fields.items()
    }


def _field(kind: SectionKind, statement: Statement) -> str:
    keys = re.findall(r"[a-z]+", statement.span.pointer or "")
    for name in ("summary", "description", "score", "courses", "keywords", "type"):
        if name in keys:
            return name
    return _PROSE.get(kind, "highlights")


def _texts(kind: str, statement: Statement) -> Sequence[str]:
    """The values alone where the field's name says what the label says."""
    if statement.label and statement.label.casefold() == kind:
        return statement.values
    return (statement.text,)


# --- skills, languages, interests; and the rest -------------------------------------------------


def _items(section: Section) -> list[Json]:
    found = [item for each in section.statements for item in _item(section.kind, each)]
    for entry in section.walk():
        values = [value for each in entry.statements for value in each.values or (each.text,)]
        found.append(_held(name=entry.name, keywords=values))
    if section.kind is SectionKind.LANGUAGES:
        return [_language(item) for item in found]
    return found


def _item(kind: SectionKind, statement: Statement) -> list[Json]:
    level = statement.level
    if statement.label is None or (kind is SectionKind.LANGUAGES and len(statement.values) > 1):
        names = statement.values or (statement.text,)
        return [_held(name=name, level=level) for name in names]
    keywords = [value for value in statement.values if value not in (statement.label, level)]
    return [_held(name=statement.label, level=level, keywords=keywords)]


def _language(item: Json) -> Json:
    fluency = item.get("level") or ", ".join(item.get("keywords", ()))
    return _held(language=item["name"], fluency=fluency)


def _rest(
    section: Section, statements: Sequence[Statement], entries: Sequence[Entry]
) -> list[Json]:
    """What the schema has no place for, as `{"kind", "title", "statements", "entries"}`."""
    record = _held(
        title=section.heading and section.heading.text,
        statements=[statement.text for statement in statements],
        entries=[
            _held(
                headings=[heading.text for heading in entry.headings],
                statements=[statement.text for statement in entry.statements],
            )
            for top in entries
            for entry in top.walk()
        ],
    )
    return [{"kind": section.kind.value, **record}] if statements or entries else []


def _held(**fields: Any) -> Json:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value}
