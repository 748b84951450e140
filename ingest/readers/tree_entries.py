"""One object of a JSON Resume section as an `Entry`: what names it, what dates it, what it says.

Keys are compared without case and separators (`tree.folded`). The names before the first
`|` are JSON Resume's own, the others are what people write instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.readers import tree_dates
from ingest.readers.tree import Kind, Node, folded
from ingest.readers.tree_words import PROSE, fragment, other, place, prose, words_of
from ingest.resume import Entry, Fragment, Heading, SectionKind, Statement

Warn = Callable[[str, int], None]

_ORGANISATION = (
    "organization", "institution", "awarder", "issuer", "publisher", "entity",
    "organisation", "company", "companyname", "employer", "school", "university", "college",
    "client", "provider", "authority",
)  # fmt: skip
_ROLE = (
    "position", "studytype", "roles", "role", "jobtitle", "degree", "qualification", "diploma",
    "accreditation", "program", "programme",
)  # fmt: skip
_AREA = ("area", "fieldofstudy", "major", "field")
_LOCATION = ("location", "place", "city")
_URL = ("url", "website", "link", "homepage")
_BULLETS = frozenset(
    """highlights courses achievements accomplishments responsibilities bullets duties tasks details
    curriculum coursework experience notes""".split()
)
#: Lists of objects under these keys are entries of their own inside the entry.
_CHILDREN = frozenset({"positions", "roles", "role", "jobs", "projects"})
#: Expected besides the above; anything else is worth a warning.
_KNOWN = frozenset(
    """name title keywords score gpa grade type url website link homepage level technologies
    current iscurrent""".split()
)
_NAMED_BY_ORGANISATION = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
_OPEN_ENDED = (SectionKind.WORK, SectionKind.VOLUNTEER)

_EXPECTED_KEYS = (
    {*_ORGANISATION, *_ROLE, *_AREA, *_LOCATION, *tree_dates.START, *tree_dates.END}
    | {*tree_dates.DAY, *_CHILDREN}
    | _KNOWN | PROSE | _BULLETS
)  # fmt: skip


@dataclass(frozen=True)
class _Naming:
    """The members of an object that name its entry."""

    organisation: Node | None
    title: Node | None
    role: Node | None
    area: Node | None
    location: Node | None

    @classmethod
    def of(cls, node: Node, kind: SectionKind, *, inside: bool) -> _Naming:
        """`name` and `title` mean one thing or the other, by section and by what else is there."""
        organisation = node.get(*_ORGANISATION)
        role = node.get(*_ROLE)
        if role and _holds_objects(role):
            role = None
        name, title = node.get("name"), node.get("title")
        if kind in _NAMED_BY_ORGANISATION:
            if organisation is None:
                organisation, name = name, None
            if role is None:
                role, title = title, None
        location = node.get(*_LOCATION)
        unnamed = organisation is None and not (name or title) and not inside
        if kind in _NAMED_BY_ORGANISATION and unnamed and location and location.scalar:
            # Where somebody was is all that is said of who had them there.
            organisation, location = location, None
        return cls(
            organisation,
            title=name or title,
            role=role,
            area=node.get(*_AREA),
            location=location,
        )

    def __contains__(self, node: Node) -> bool:
        parts = (self.organisation, self.title, self.role, self.area, self.location)
        return any(node is part for part in parts)


def entry_of(node: Node, kind: SectionKind, warn: Warn, *, inside: bool = False) -> Entry:
    """The entry of an object, `inside` another's. What is odd in it is told to `warn`, and kept."""
    naming = _Naming.of(node, kind, inside=inside)
    dates = tree_dates.dates_of(node, warn, open_ended=kind in _OPEN_ENDED)
    date_fields = [
        field
        for names in (tree_dates.START, tree_dates.END, tree_dates.DAY)
        if (field := node.get(*names))
    ]
    headings: list[Heading] = []
    statements: list[Statement] = []
    children: list[Entry] = []
    for member in node.members():
        key = folded(member.key)
        if key not in _EXPECTED_KEYS:
            warn(f"Unknown key {member.key!r}: kept as a statement.", member.span().start_line)
        if member in naming or any(member is field for field in date_fields):
            words = place(member) if member is naming.location else words_of(member)
            headings.append(Heading(words, member.span(), 2))
        elif key in _CHILDREN and _holds_objects(member):
            below = SectionKind.PROJECTS if key == "projects" else kind
            children += [entry_of(child, below, warn, inside=True) for child in member.items()]
        elif key in PROSE or key in _BULLETS:
            statements += prose(member, bullets=key in _BULLETS)
        else:
            statements += other(member)
    address = node.get(*_URL)
    return Entry(
        headings=tuple(headings),
        title=fragment(naming.title) if naming.title else None,
        organisation=fragment(naming.organisation) if naming.organisation else None,
        roles=_roles(naming.role),
        area=fragment(naming.area) if naming.area else None,
        location=_location(naming.location),
        dates=dates,
        url=address.text if address and address.scalar else None,
        statements=tuple(statements),
        children=tuple(children),
    )


def _holds_objects(node: Node) -> bool:
    return node.kind is Kind.ARRAY and all(item.kind is Kind.OBJECT for item in node.items())


def _roles(node: Node | None) -> tuple[Fragment, ...]:
    if node is None:
        return ()
    if node.kind is Kind.ARRAY:
        return tuple(Fragment(words_of(role), role.inner_span()) for role in node.items())
    return (fragment(node),)


def _location(node: Node | None) -> Fragment | None:
    return Fragment(place(node, short=True), node.span()) if node else None
