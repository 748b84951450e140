"""A `Resume` of any format as JSON Resume 1.0.0 (https://jsonresume.org/schema).

Nothing is invented: every value is words of the resume, dates are as precise as the source states
them, and a range that goes on has no `endDate`. What the schema has no place for (other sections, a
second mail address, statements outside of any entry) stands under `meta.other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.export_entries import Json, held, place_entries, uri_of
from ingest.export_words import as_read
from ingest.resume import (
    Contact,
    ContactKind,
    Entry,
    Resume,
    Section,
    SectionKind,
    Span,
    Statement,
)

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_ITEMS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_PERSON = (SectionKind.BASICS, SectionKind.SUMMARY)


def to_json_resume(resume: Resume) -> Json:
    """The resume as a JSON Resume object, valid against the published schema 1.0.0."""
    resume = as_read(resume)
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
            place_entries(document, section)
            spare = section.statements
            if kind is SectionKind.REFERENCES:
                spare = _place_references(document, spare)
            other += _rest(section, spare, ())
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
    return held(
        name=resume.name and resume.name.text,
        label=resume.headline and resume.headline.text,
        email=email and email.value,
        phone=phone and phone.value,
        url=site and _address(site),
        summary=" ".join(summary),
        # One field of free text: which part is the city is for a reader to judge, not for us.
        location=held(address=place and place.value),
        profiles=[
            held(
                network=contact.network,
                username=contact.value if contact.value != _address(contact) else None,
                url=_address(contact),
            )
            for contact in resume.contacts
            if contact.kind is ContactKind.PROFILE
        ],
    )


def _first(contacts: Iterable[Contact], kind: ContactKind) -> Contact | None:
    return next((each for each in contacts if each.kind is kind and _fits(each)), None)


def _fits(contact: Contact) -> bool:
    """Whether the schema takes it as it is written: "ida [at] nwosu.example" is no `email`."""
    if contact.kind is ContactKind.EMAIL:
        return "@" in contact.value
    return contact.kind is not ContactKind.WEBSITE or _address(contact) is not None


def _address(contact: Contact) -> str | None:
    return uri_of(contact.url, contact.value)


def _spare_contacts(contacts: Sequence[Contact]) -> list[Json]:
    """Contacts beyond the one of each kind that `basics` has room for."""
    seen: set[ContactKind] = set()
    spare: list[Json] = []
    for contact in contacts:
        if contact.kind is ContactKind.PROFILE:
            continue
        if contact.kind in seen or not _fits(contact):
            record = {"kind": contact.kind.value, "value": contact.value}
            address = contact.url if contact.value not in (contact.url or "") else None
            spare.append(record | held(url=address))
        else:
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


# --- skills, languages, interests; and the rest -------------------------------------------------


def _items(section: Section) -> list[Json]:
    found = [item for each in section.statements for item in _item(section.kind, each)]
    for entry in section.walk():
        values = [value for each in entry.statements for value in each.values or (each.text,)]
        found.append(held(name=entry.name, keywords=values))
    if section.kind is SectionKind.LANGUAGES:
        return [_language(item) for item in found]
    return found


def _item(kind: SectionKind, statement: Statement) -> list[Json]:
    level = statement.level
    if statement.label is None or (kind is SectionKind.LANGUAGES and len(statement.values) > 1):
        names = statement.values or (statement.text,)
        return [held(name=name, level=level) for name in names]
    keywords = [value for value in statement.values if value not in (statement.label, level)]
    return [held(name=statement.label, level=level, keywords=keywords)]


def _place_references(document: Json, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Add lines such as "Ines Faro: “...”" to the references; hand back the others."""
    for each in statements:
        if each.label:
            said = each.text[len(each.label) :].lstrip(" :：–—-")
            record = held(name=each.label, reference=said)
            document.setdefault(SectionKind.REFERENCES.value, []).append(record)
    return tuple(each for each in statements if not each.label)


#: "Dutch (C1)", "Dutch – C1", "Dutch: C1".
_FLUENCY = re.compile(
    r"(?P<name>.+?)(?:\s*[(（](?P<bracket>[^()（）]+)[)）]|(?:\s+[-–—]|[:：])\s*(?P<dash>.+))"
)


def _language(item: Json) -> Json:
    name, fluency = item["name"], item.get("level") or ", ".join(item.get("keywords", ()))
    told = _FLUENCY.fullmatch(name)
    if told and not fluency:
        name, fluency = told["name"], told["bracket"] or told["dash"]
    return held(language=name, fluency=fluency)


def _rest(
    section: Section, statements: Sequence[Statement], entries: Sequence[Entry]
) -> list[Json]:
    """What the schema has no place for, as `{"kind", "title", "statements", "entries"}`."""
    record = held(
        title=section.heading and section.heading.text,
        statements=[statement.text for statement in statements],
        entries=[
            held(
                headings=[heading.text for heading in entry.headings],
                statements=[statement.text for statement in entry.statements],
            )
            for top in entries
            for entry in top.walk()
        ],
    )
    return [{"kind": section.kind.value, **record}] if statements or entries else []
