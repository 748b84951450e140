"""One object of a section as an `Entry`: what names it, what dates it, what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ingest.dates import date_range, find_dates, whole_date
from ingest.readers.tree.apart import with_date, with_employer, with_place
from ingest.readers.tree.dates import DateFields, date_fields, dates_of, says_current
from ingest.readers.tree.keys import BULLETS, CHILDREN, EXPECTED_KEYS, URL
from ingest.readers.tree.lines import TEXTS, is_line, is_text, line, other, prose
from ingest.readers.tree.naming import (
    LISTED_BY_YEAR,
    NAMED_BY_ORGANISATION,
    NOTHING_TOLD,
    Naming,
    Told,
    holds_objects,
)
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.told import told_in
from ingest.readers.tree.words import (
    PROSE,
    address_of,
    fragment,
    label,
    place,
    words_of,
)
from ingest.resume import DateRange, Entry, Fragment, Heading, SectionKind, Statement
from ingest.visible import unmarked

#: What sort of thing an entry is comes after what is said of it.
_SORTS = frozenset({"flavor", "category"})
_OPEN_ENDED = (SectionKind.WORK, SectionKind.VOLUNTEER)

#: A line with more words before its date is no name but a sentence.
_MAX_NAME = 25
_LONGEST = 500


@dataclass(frozen=True)
class How:
    """How entries are read: whom oddities are told (sentence, line), and what the schema means.

    With `open_ended` a start without an end goes on in every kind of section, not in jobs alone.
    `held`: the entry around says at which employer, so that what has a name is a position there.
    `told`: what keys of the author's own name, by their values.
    """

    warn: Callable[[str, int], None]
    open_ended: bool = False
    held: bool = False
    told: Told = NOTHING_TOLD


def entries_of(node: Node, kind: SectionKind, how: How, *, inside: bool = False) -> Iterator[Entry]:
    """The entry of an object, or those that it lists under one date."""
    listed = node.get("items", "list", "contents") if kind in LISTED_BY_YEAR else None
    naming = Naming.of(node, kind, inside=inside, held=how.held, told=how.told)
    several = listed and listed.kind is Kind.ARRAY and all(item.scalar for item in listed.items())
    if listed and several and not (naming.title or naming.organisation):
        yield from _under_one_date(node, listed, how)
    else:
        yield entry_of(node, kind, how, inside=inside)


def _under_one_date(node: Node, listed: Node, how: How) -> Iterator[Entry]:
    """An entry for each thing of a list; the first holds what else the object says."""
    fields = date_fields(node)
    dates = dates_of(node, fields, how.warn, open_ended=False)
    headings = tuple(Heading(words_of(day), day.span(), 2) for day in fields.members)
    rest = [part for part in node.members() if part is not listed and part not in fields]
    statements = tuple(statement for part in rest for statement in other(part))
    for item in listed.items():
        name = Heading(item.text, item.inner_span(), 2)
        title = Fragment(unmarked(item.text), name.span)
        yield Entry((name, *headings), title, dates=dates, statements=statements)
        headings, statements = (), ()


def entry_of(node: Node, kind: SectionKind, how: How, *, inside: bool = False) -> Entry:
    """The entry of an object, `inside` another's. What is odd in it is told, and kept."""
    naming = Naming.of(node, kind, inside=inside, held=how.held, told=how.told)
    fields = date_fields(node)
    open_ended = how.open_ended or kind in _OPEN_ENDED
    dates = dates_of(node, fields, how.warn, open_ended=open_ended)
    headings: list[Heading] = []
    statements: list[Statement] = []
    asides: list[Statement] = []
    children: list[Entry] = []
    for member in node.members():
        key = folded(member.key)
        if member in naming or member in fields:
            named, about = _shown(member, naming)
            headings += (Heading(_heading(one, naming, fields), one.span(), 2) for one in named)
            statements += (said for one in about for said in prose(one))
        elif says_current(member) and dates is not None:
            continue
        elif key in CHILDREN and holds_objects(member) and not _is_lines(member):
            held = naming.organisation is not None or how.held
            children += _within(member, kind, replace(how, held=held))
        elif key in PROSE or key in BULLETS:
            statements += prose(member, bullets=key in BULLETS)
        elif key in _SORTS:
            asides += other(member)
        else:
            if key not in EXPECTED_KEYS:
                line_number = member.span().start_line
                how.warn(f"Unknown key {member.key!r}: kept as a statement.", line_number)
            statements += other(member)
    url = address_of(_address(node, naming), naming.title, naming.organisation, naming.role)
    entry = Entry(
        headings=tuple(headings),
        title=fragment(naming.title) if naming.title and not naming.said_twice else None,
        organisation=fragment(naming.organisation) if naming.organisation else None,
        roles=_roles(naming.role),
        area=fragment(naming.area) if naming.area else None,
        location=_location(naming.location),
        dates=dates,
        url=url or _doi(node),
        statements=(*statements, *asides),
        children=tuple(children),
    )
    if kind in _OPEN_ENDED and not how.held:
        entry = with_employer(entry, naming)
    if kind in NAMED_BY_ORGANISATION and entry.location is None:
        entry = with_place(entry, naming)
    entry = entry if inside or kind is SectionKind.REFERENCES else _titled(entry, node)
    titled = kind in (*LISTED_BY_YEAR, SectionKind.PROJECTS)
    return entry if fields.members else with_date(entry, naming, how.warn, titled=titled)


def _titled(entry: Entry, node: Node) -> Entry:
    """The entry; where nothing says what it is called, the one line that describes it does."""
    text = node.get(*TEXTS)
    if entry.title or entry.organisation or entry.roles or text is None:
        return entry
    said = tuple(prose(text)) if text.kind is Kind.STRING else ()
    if len(said) != 1 or len(said[0].text.split()) > _MAX_NAME:
        return entry
    return replace(entry, title=Fragment(unmarked(said[0].text), said[0].span))


def _within(node: Node, kind: SectionKind, how: How) -> Iterator[Entry]:
    """The entries that an entry lists: its positions, or its projects."""
    below = SectionKind.PROJECTS if folded(node.key) == "projects" else kind
    held = how.held and below in _OPEN_ENDED
    # Where a key of the author's own says as what ("rank"), the values tell it.
    told = told_in(node.items(), below) if held else NOTHING_TOLD
    how = replace(how, held=held, told=told)
    for child in node.items():
        yield from entries_of(child, below, how, inside=True)


def _shown(node: Node, naming: Naming) -> tuple[list[Node], list[Node]]:
    """What names an entry, and what is said of an employer that is an object."""
    parts = list(node.members()) if node is naming.organisation else []
    about = [part for part in parts if folded(part.key) in PROSE]
    return ([part for part in parts if part not in about] if about else [node]), about


def _heading(node: Node, naming: Naming, fields: DateFields) -> str:
    if node is naming.location:
        return place(node)
    apart = " - " if node in fields and node.kind is Kind.OBJECT else ", "
    return apart.join(map(words_of, node.members())) if node.children else words_of(node)


def entry_of_text(node: Node, kind: SectionKind, how: How) -> Entry | None:
    """A line that is an award, certificate or publication: named by what stands before its date."""
    text = node if node.scalar else node.get(*TEXTS)
    told = tuple(prose(node, bullets=True))
    if kind not in LISTED_BY_YEAR or text is None or text.kind is not Kind.STRING:
        return None
    if len(text.words) > _LONGEST or len(told) != 1:
        return None
    found = find_dates(text.words)
    dated = found[-1] if found else None
    name = re.split(r"[\s(\[,;:–—-]*$", text.words[: dated.start] if dated else text.words)[0]
    name = name if name.strip() else text.words
    if len(name.split()) > _MAX_NAME:
        return None
    start = len(name) - len(name.lstrip())
    title = Fragment(unmarked(" ".join(name.split())), text.part_span(start, len(name)))
    dates = None
    if dated:
        span = text.part_span(dated.start, dated.end)
        dates = date_range(dated, text.words, span)
        if dated.problem:
            how.warn(f"{text.text}: {dated.problem}", span.start_line)
    return Entry(title=title, dates=dates, statements=told)


def named_by_key(node: Node, kind: SectionKind, how: How) -> Entry:
    """The entry of an object whose key is its name, `Acme: {position: Welder}`, or dates it."""
    entry = entry_of(node, kind, how, inside=True)
    dates = _dates_in_key(node) if entry.dates is None else None
    if dates is not None:
        name = Heading(dates.text, node.key_span(), 2)
        return replace(entry, headings=(name, *entry.headings), dates=dates)
    name = Heading(label(node.key), node.key_span(), 2)
    words = Fragment(unmarked(name.text), name.span)
    by_organisation = kind in NAMED_BY_ORGANISATION and entry.organisation is None
    return replace(
        entry,
        headings=(name, *entry.headings),
        organisation=words if by_organisation else entry.organisation,
        title=entry.title if by_organisation else entry.title or words,
    )


def held_at(node: Node, kind: SectionKind, how: How) -> Entry:
    """The entry of a list whose key is an employer: `Acme: [{rank: Welder}, {rank: Foreman}]`."""
    name = Heading(node.key, node.key_span(), 2)
    how = replace(how, held=True)
    posts = [one for post in node.items() for one in entries_of(post, kind, how, inside=True)]
    return Entry((name,), organisation=Fragment(name.text, name.span), children=tuple(posts))


def _dates_in_key(node: Node) -> DateRange | None:
    """The dates that a key is, and nothing else: `2016-today: {firm: Acme}`."""
    key = node.key.rstrip()
    found = whole_date(key) if len(key) <= _LONGEST else None
    return date_range(found, node.key, node.key_span()) if found else None


def text_of(node: Node) -> list[Statement] | None:
    """The statements of an object that is a line of text, or a name and a value; else None."""
    if is_text(node):
        return [statement for member in node.members() for statement in _told(member)]
    return [line(node)] if is_line(node) else None


def _told(member: Node) -> Iterator[Statement]:
    return prose(member, bullets=True) if folded(member.key) in TEXTS else other(member)


def _is_lines(node: Node) -> bool:
    return all(is_line(item) or is_text(item) for item in node.items())


def _address(node: Node, naming: Naming) -> Node | None:
    """Where an entry leads, or else who is named in it."""
    holder = naming.organisation.get(*URL) if naming.organisation else None
    return node.get(*URL) or holder


def _doi(node: Node) -> str | None:
    doi = node.get("doi")
    return f"https://doi.org/{doi.text}" if doi and doi.text.startswith("10.") else None


def _roles(node: Node | None) -> tuple[Fragment, ...]:
    if node is None:
        return ()
    if node.kind is Kind.ARRAY:
        return tuple(Fragment(unmarked(words_of(role)), role.inner_span()) for role in node.items())
    return (fragment(node),)


def _location(node: Node | None) -> Fragment | None:
    return Fragment(unmarked(place(node, short=True)), node.span()) if node else None
