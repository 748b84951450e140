"""One part of a tree as a `Section`: which kind it is, what names it, what it lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.leaves import without_employer
from ingest.readers.tree.dates import date_fields
from ingest.readers.tree.entries import (
    How,
    entries_of,
    entry_of_text,
    held_at,
    named_by_key,
    text_of,
)
from ingest.readers.tree.items import ITEM_NAMES, item, language, named_list
from ingest.readers.tree.lines import TEXTS, labelled, other, prose
from ingest.readers.tree.naming import NAMED_BY_ORGANISATION, has_holder, has_name
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.shapes import kind_by_keys
from ingest.readers.tree.texts import read_lines
from ingest.readers.tree.told import (
    are_held,
    are_positions,
    holders,
    kind_told,
    lists_terms,
    told_in,
)
from ingest.readers.tree.words import PROSE, label, words_of
from ingest.resume import Entry, Heading, Section, SectionKind, Statement
from ingest.structure.kinds import exact_kind, section_kind
from ingest.visible import visible

ITEMS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
#: Lists in an object that stands where a list should.
CONTAINERS = frozenset(
    """history items entries list sets info assignments papers toolset clusters groups contents
    content categories itemlist data""".split()
)
_TITLES = ("title", "heading", "sectiontitle", "sectionname", "section")
#: What else a theme says of a section: how it is to be laid out.
_LAYOUT = frozenset("type layout columns order weight style class cssclass".split())
#: Names of sections in FRESH and in themes that are no headings which people write.
_KINDS = {
    "samples": SectionKind.PROJECTS, "osscontributions": SectionKind.PROJECTS,
    "generalinformation": SectionKind.BASICS, "generalinfo": SectionKind.BASICS,
    "skillgroups": SectionKind.SKILLS, "skillcategories": SectionKind.SKILLS,
    "governance": SectionKind.VOLUNTEER, "gigs": SectionKind.WORK,
}  # fmt: skip
#: Sections of FRESH that JSON Resume has no name for.
_OF_FRESH = frozenset("reading affiliation extracurricular disposition".split())
_ABOUT = (SectionKind.SUMMARY, SectionKind.BASICS)


@dataclass(frozen=True)
class Titled:
    """A part of the resume before it is read: its value, and the key or title that names it.

    One of no known kind is `expected` where its author gave it a title, or its schema has it.
    """

    node: Node
    name: str
    heading: Heading | None
    kind: SectionKind
    expected: bool = False


def by_key(node: Node, *, titled: bool = False) -> Titled:
    """A section that is named by its key, or by the title that stands in it.

    `titled` tells that its key is a title, which may be any.
    """
    title = _title(node)
    if title is not None:
        return _titled(node, title)
    name = label(node.key)
    kind = kind_of(name, node)
    heading = None
    if folded(node.key) != kind.value and node.key:
        heading = Heading(name, node.key_span(), 1)
    expected = titled or folded(node.key) in _OF_FRESH
    return Titled(node, node.key, heading, kind, expected)


def _titled(node: Node, title: Node) -> Titled:
    """What a title nearly says ("Side work") counts less than what the key says to the letter.

    Unless it says that they are jobs, and what is listed are positions.
    """
    name = visible(title.text)
    by_name = exact_kind(label(node.key)) if exact_kind(name) is None else None
    kind = kind_of(name, node)
    if by_name and not (kind is SectionKind.WORK and are_positions(_objects(node))):
        kind = by_name
    for other_name in (node.key, sort.text if (sort := node.get("type")) else ""):
        if kind is SectionKind.OTHER and other_name:
            kind = kind_of(label(other_name.rstrip("0123456789")), node)
    return Titled(node, title.text, Heading(title.text, title.span(), 1), kind, expected=True)


def is_titled(node: Node) -> bool:
    """Whether an object is a section with its own title: `{title: Education, contents: [...]}`."""
    return node.kind is Kind.OBJECT and _title(node) is not None


def _title(node: Node) -> Node | None:
    """The title of a section's object; an entry has a title, too, but no list of entries below."""
    if node.kind is not Kind.OBJECT:
        return None
    title = node.get(*_TITLES) or _name_of_section(node)
    if has_holder(node) or date_fields(node).members:
        return None
    rest = [
        part for part in node.members() if part is not title and folded(part.key) not in _LAYOUT
    ]
    boxed = any(folded(part.key) in CONTAINERS and not part.scalar for part in rest) or (
        title is not None and len(rest) == 1 and _lists_as_titled(rest[0], title)
    )
    laid_out = any(folded(part.key) in _LAYOUT for part in node.members())
    told = bool(rest) and (
        (bool(node.key) and all(map(_is_prose, rest)))
        or (laid_out and all(map(_is_box_of_text, rest)))
    )
    return title if title is not None and title.scalar and (boxed or told) else None


def _lists_as_titled(part: Node, title: Node) -> bool:
    """Whether a list is called as a section, below a title: `{title: Languages, skills: []}`."""
    named = title.scalar and exact_kind(title.text) is not None
    return named and part.kind is Kind.ARRAY and exact_kind(label(part.key)) is not None


def _is_prose(part: Node) -> bool:
    """Whether a member is the text of a section, as a rule or because it is text and no list."""
    key = folded(part.key)
    return key in PROSE or key in TEXTS or (key in CONTAINERS and part.scalar)


def _is_box_of_text(part: Node) -> bool:
    """Whether a text stands where a section has its list; an entry's text has other names."""
    return part.scalar and folded(part.key) in CONTAINERS - PROSE


def _name_of_section(node: Node) -> Node | None:
    """The name of an object, where it, or what the object says that it is, is that of a section."""
    name, sort = node.get("name"), node.get("type", "kind", "id")
    told = [part.text.rstrip("0123456789") for part in (name, sort) if part and part.scalar]
    return name if any(map(exact_kind, told)) else None


def kind_of(name: str, node: Node) -> SectionKind:
    """What a section is about: by its name, or else by what its entries say of themselves."""
    kind = _KINDS.get(folded(name)) or exact_kind(name) or section_kind(name)
    if kind is SectionKind.CERTIFICATES and kind_by_keys(_objects(node)) is SectionKind.EDUCATION:
        # Under "Training" stand courses, or else all of one's studies.
        return SectionKind.EDUCATION
    return kind or kind_by_shape(node) or SectionKind.OTHER


def kind_by_shape(node: Node) -> SectionKind | None:
    """The kind of entries that only such a section has: an employer's name, a school's degree."""
    by_keys = kind_by_keys([part for part in node.items() if part.kind is Kind.OBJECT])
    if by_keys or folded(node.key) in _OF_FRESH:
        return by_keys
    if are_held(node):
        return SectionKind.WORK
    return SectionKind.SKILLS if lists_terms(node) else kind_told(_objects(node))


def _objects(node: Node) -> list[Node]:
    return [part for part in parts_of(node) if part.kind is Kind.OBJECT]


def section_of(part: Titled, how: How) -> Section:
    """The section: what is in its list, and what stands beside the list."""
    kind = part.kind
    if kind is SectionKind.OTHER and folded(part.node.key) in _OF_FRESH:
        how = replace(how, open_ended=True)  # a membership goes on until it is said to end
    how = replace(how, told=told_in(_objects(part.node), kind))
    if kind in NAMED_BY_ORGANISATION and (held := holders(part.node)):
        return Section(kind, part.heading, (), tuple(held_at(one, kind, how) for one in held))
    parts = parts_of(part.node)
    read = read_lines(parts, kind) if part.node.kind is Kind.ARRAY else None
    statements, entries = read or ([], [])
    for one in () if read else parts:
        if one.scalar and one.key and one is not part.node:
            statements += _prose_or_other(one)
        elif kind in ITEMS:
            statements += _items(one, kind)
        elif one.kind is Kind.OBJECT and kind not in _ABOUT:
            told, found = _object(one, kind, how, named=one is not part.node)
            statements += told
            entries += found
        elif one is not part.node and (entry := entry_of_text(one, kind, how)):
            entries.append(entry)
        else:
            statements += prose(one, bullets=one is not part.node and kind not in _ABOUT)
    return Section(kind, part.heading, tuple(statements), tuple(map(without_employer, entries)))


def says(node: Node, kind: SectionKind) -> bool:
    """Whether a value that is named as a section holds what such a section does."""
    if kind in ITEMS or kind in _ABOUT or node.kind is Kind.ARRAY:
        return True
    return has_name(node) or any(
        member.kind is Kind.ARRAY or has_holder(member) or folded(member.key) in PROSE
        for member in node.members()
    )


def _object(
    node: Node, kind: SectionKind, how: How, *, named: bool
) -> tuple[Sequence[Statement], Sequence[Entry]]:
    """One object of a section: an entry, several by name, or a line of text."""
    told = text_of(node)
    if told is not None and (kind is SectionKind.OTHER or not has_name(node)):
        entry = entry_of_text(node, kind, how)
        return ((), (entry,)) if entry else (told, ())
    members = list(node.members())
    if not has_name(node) and members and all(one.kind is Kind.OBJECT for one in members):
        return (), [named_by_key(member, kind, how) for member in members]
    tells = has_name(node) or date_fields(node).members or any(map(_lists_named, members))
    if kind is SectionKind.OTHER and not tells:
        return [statement for member in members for statement in _prose_or_other(member)], ()
    return (), list(entries_of(node, kind, how))


def _lists_named(node: Node) -> bool:
    """Whether a member is a list of entries that an object holds ("positions")."""
    return node.kind is Kind.ARRAY and any(
        one.kind is Kind.OBJECT and has_name(one) and bool(date_fields(one).members)
        for one in node.items()
    )


def _prose_or_other(node: Node) -> Iterator[Statement]:
    """A member of a section as running text if its key says so, else with its key as a label."""
    return prose(node) if _is_prose(node) else other(node)


def parts_of(node: Node) -> list[Node]:
    """What a section holds: the items of its list, or of the lists inside of its object."""
    if node.kind is not Kind.OBJECT:
        return node.items()
    if lists_terms(node):
        return [node]
    title = _title(node)
    members = [
        part
        for part in node.members()
        if part is not title and not (title and folded(part.key) in _LAYOUT)
    ]
    boxes = [part for part in members if _is_box(part, node)]
    if not boxes:
        return members if title else [node]
    return [
        part
        for member in members
        for part in (member.items() if any(member is box for box in boxes) else [member])
    ]


def _is_box(part: Node, node: Node) -> bool:
    if part.kind is not Kind.ARRAY:
        return False
    objects = any(item.kind is Kind.OBJECT for item in part.items())
    return folded(part.key) in CONTAINERS or (objects and node.get("company", "position") is None
                                             and not has_name(node))  # fmt: skip


def _items(node: Node, kind: SectionKind) -> Iterator[Statement]:
    """Skills, languages or interests: an object each, a string each, or one object for all."""
    if node.kind is Kind.ARRAY:
        for part in node.items():
            yield from _items(part, kind)
    elif node.kind is Kind.OBJECT and node.get(*ITEM_NAMES, "keywords") is None:
        yield from _unnamed(node, kind)
    elif kind is SectionKind.LANGUAGES:
        yield language(node)
    else:
        yield item(node)


def _unnamed(node: Node, kind: SectionKind) -> Iterator[Statement]:
    """An object without a name: a line of text, or a member for each group."""
    told = text_of(node)
    if told is not None:
        yield from told
        return
    if (group := named_list(node)) is not None:
        yield group
        return
    for member in node.members():
        if member.kind is Kind.ARRAY and any(part.kind is Kind.OBJECT for part in member.items()):
            for part in member.items():
                yield from _items(part, kind)
        else:
            yield labelled(member, member.key, tuple(map(words_of, member.items())))
