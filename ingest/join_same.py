"""What one file tells and another has told already: contacts, entries, lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.resume import (
    Contact,
    ContactKind,
    DateRange,
    Entry,
    Fragment,
    Heading,
    PartialDate,
    Section,
    SectionKind,
    Statement,
)

#: Digits at the end of a telephone number that say whose it is; what stands before is how to dial.
_DIGITS = 8

P = TypeVar("P", Heading, Statement)


def new_contacts(files: Iterable[Sequence[Contact]]) -> tuple[Contact, ...]:
    """The contacts of all files, each way to reach the person once: as the first file has it.

    What one file itself has is kept as it is.
    """
    kept: list[Contact] = []
    for contacts in files:
        earlier = tuple(kept)
        kept += [each for each in contacts if not any(_alike(each, known) for known in earlier)]
    return tuple(kept)


def _alike(one: Contact, other: Contact) -> bool:
    if one.kind is other.kind is ContactKind.LOCATION:
        # "Lyon" says no other place than "Lyon, France".
        words = set(_words(one.value)), set(_words(other.value))
        return words[0] <= words[1] or words[1] <= words[0]
    return bool(_keys(one) & _keys(other))


def _keys(contact: Contact) -> set[str]:
    """What two contacts have in common if they are the same."""
    if contact.kind is ContactKind.PHONE:
        return {"phone " + re.sub(r"\D", "", contact.value)[-_DIGITS:]}
    if contact.kind is ContactKind.EMAIL:
        return {contact.value.casefold()}
    addresses = {_address(text) for text in (contact.url, contact.value) if text}
    if contact.network:
        handles = {address.rpartition("/")[2].lstrip("@") for address in addresses}
        addresses |= {f"{contact.network} {handle}" for handle in handles}
    return addresses


def _address(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", text.casefold())


class Said:
    """Sections, as one file after the other tells them; `sections` has nothing in it twice."""

    def __init__(self) -> None:
        self._sections: list[Section] = []

    @property
    def sections(self) -> tuple[Section, ...]:
        """All that was taken."""
        return tuple(self._sections)

    def take(self, sections: Sequence[Section]) -> None:
        """The sections of another file: what is new in them follows, the rest is there already."""
        earlier = list(self._sections)
        for section in sections:
            told = {
                _folded(statement.text)
                for other in earlier
                if other.kind is section.kind
                for statement in other.statements
            }
            statements = [each for each in section.statements if _folded(each.text) not in told]
            if section.kind is SectionKind.BASICS:
                statements = _new_of_person(statements, earlier)
            entries = [
                entry for entry in section.entries if not self._merged(entry, section, len(earlier))
            ]
            held = section.statements or section.entries
            if statements or entries or not held:
                self._sections.append(
                    replace(section, statements=tuple(statements), entries=tuple(entries))
                )

    def _merged(self, entry: Entry, section: Section, count: int) -> bool:
        """Whether an earlier file tells of the entry; there, what is new is then added."""
        found = [
            (at, index)
            for at, other in enumerate(self._sections[:count])
            if other.kind is section.kind
            for index, known in enumerate(other.entries)
            if same(known, entry)
        ]
        if len(found) != 1:
            return False
        at, index = found[0]
        entries = list(self._sections[at].entries)
        entries[index] = merged(entries[index], entry)
        self._sections[at] = replace(self._sections[at], entries=tuple(entries))
        return True


def _new_of_person(statements: Sequence[Statement], earlier: Sequence[Section]) -> list[Statement]:
    """The lines about the person that hold a word which no earlier file has about them."""
    known = {
        word
        for section in earlier
        if section.kind is SectionKind.BASICS
        for part in (*section.statements, *([section.heading] if section.heading else []))
        for word in _words(part.text)
    }
    return [
        each
        for each in statements
        if set(_words(each.text)) - set(_words(each.label or "")) - known
    ]


def same(one: Entry, other: Entry, *, inside: bool = False) -> bool:
    """Whether two entries of a kind are one: nothing that both say differs, and both say who.

    Of two that stand `inside` of entries that are one, a role that is the same is enough.
    """
    named = False
    for first, second in (
        (_text(one.organisation), _text(other.organisation)),
        (_text(one.title), _text(other.title)),
    ):
        if first and second:
            if first != second:
                return False
            named = True
    roles = {_folded(role.text) for role in one.roles}, {_folded(role.text) for role in other.roles}
    if all(roles) and not roles[0] & roles[1]:
        return False
    named = named or (inside and all(roles))
    return named and _same_time(one.dates, other.dates)


def _same_time(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return True
    ends = one.current == other.current and _same_day(one.end, other.end)
    return ends and _same_day(one.start, other.start)


def _same_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates are the same as far as both are precise."""
    if one is None or other is None:
        return one is other
    return one.year == other.year and (one.month == other.month or not (one.month and other.month))


def merged(one: Entry, other: Entry) -> Entry:
    """The entry of an earlier file with what a later one adds to it."""
    told = {_folded(part.text) for part in (*one.headings, *one.statements)}
    children = list(one.children)
    for child in other.children:
        found = (at for at, known in enumerate(children) if same(known, child, inside=True))
        at = next(found, None)
        if at is None:
            children.append(child)
        else:
            children[at] = merged(children[at], child)
    return Entry(
        headings=one.headings + _new(other.headings, told),
        title=one.title or other.title,
        organisation=one.organisation or other.organisation,
        roles=one.roles or other.roles,
        area=one.area or other.area,
        location=one.location or other.location,
        dates=one.dates or other.dates,
        url=one.url or other.url,
        statements=one.statements + _new(other.statements, told),
        children=tuple(children),
    )


def _new(parts: Sequence[P], told: set[str]) -> tuple[P, ...]:
    return tuple(part for part in parts if _folded(part.text) not in told)


def _text(fragment: Fragment | None) -> str:
    return _folded(fragment.text) if fragment else ""


def _folded(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
