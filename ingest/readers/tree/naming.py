"""Which members of an object name its entry: who, as what, what, where.

Keys are compared without case and separators (`tree.folded`). Those in the first lines are JSON
Resume's own, the others those of FRESH, RenderCV, themes of Jekyll and Hugo, or what people write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.dates import find_dates
from ingest.readers.tree.degrees import degree_told
from ingest.readers.tree.node import Kind, Node
from ingest.readers.tree.words import words_of
from ingest.resume import SectionKind
from ingest.structure.gazetteer import is_city, is_place
from ingest.structure.sorts import Sort, sort_of

ORGANISATION = (
    "organization", "institution", "awarder", "issuer", "publisher", "entity",
    "organisation", "company", "companyname", "employer", "school", "university", "college",
    "client", "provider", "authority", "uni", "journal", "conference", "activity", "association",
    "event", "venue", "schoolname", "institutionname", "organizationname", "employername",
    "org", "firm",
)  # fmt: skip
ROLE = (
    "position", "studytype", "roles", "role", "jobtitle", "degree", "qualification", "diploma",
    "accreditation", "designation", "program", "programme", "job", "degrees", "titles", "jobtitles",
)  # fmt: skip
TITLE = (
    "name",
    "title",
    "project",
    "award",
    "certificate",
    "certification",
    "course",
    "publication",
    "category",
    "group",
)
AREA = (
    "area", "fieldofstudy", "major", "field", "subject", "specialization", "specialisation",
)  # fmt: skip
LOCATION = ("location", "city", "town", "place")
NAMED_BY_ORGANISATION = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
#: Sections in which one date may stand over several things ("1921: Nobel Prize, Matteucci Medal").
LISTED_BY_YEAR = (SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS)
#: "Issued 2012", "Awarded in 2012".
_DONE = re.compile(r"[^\W\d_]{3,}ed(?: (?:on|in|by))?:?", re.IGNORECASE)
#: In characters.
_LONGEST_DATE = 60
#: Who, or what: one of these makes an object an entry rather than a list of members.
NAMING = frozenset({*ORGANISATION, *ROLE, *TITLE})


@dataclass(frozen=True)
class Told:
    """Keys of an author's own (`folded`) whose values tell what they name."""

    organisation: str | None = None
    role: str | None = None
    title: str | None = None
    location: str | None = None


NOTHING_TOLD = Told()


@dataclass(frozen=True)
class Naming:
    """The members of an object that name its entry."""

    organisation: Node | None
    title: Node | None
    role: Node | None
    area: Node | None
    location: Node | None

    @classmethod
    def of(
        cls, node: Node, kind: SectionKind, *, inside: bool, held: bool = False,
        told: Told = NOTHING_TOLD,
    ) -> Naming:  # fmt: skip
        """The members by their keys, then by those that are `told` by their values."""
        naming = cls._by_key(node, kind, inside=inside, held=held)
        return naming if told is NOTHING_TOLD else naming._with_told(node, told, held=held)

    @classmethod
    def _by_key(cls, node: Node, kind: SectionKind, *, inside: bool, held: bool) -> Naming:
        """`name` and `title` mean one thing or the other, by section and by what else is there."""
        organisation = _holder(node)
        giver = node.get("awarder", "issuer", "from") if kind in LISTED_BY_YEAR else None
        if giver and node.get("to") is None and not find_dates(words_of(giver)):
            organisation = giver
        role = node.get(*ROLE)
        if role and holds_objects(role):
            role = None
        if role is None and kind is SectionKind.EDUCATION:
            role = degree_told(node, "title", "area")
        name, title = node.get("name"), node.get("title")
        if name is None and title is None:
            named = node.get(*TITLE)
            title = named if named and named.scalar else None
        if kind in NAMED_BY_ORGANISATION:
            if held and role is None and title is None:
                role, name = name, None
            if organisation is None and not held:
                organisation, name = name, None
            if role is None:
                role, title = title, None
            below = node.get("subtitle", "sub", "subheading")
            if organisation is None and role and below and not find_dates(words_of(below)):
                who_first = _names_holder(words_of(role), words_of(below), kind)
                organisation, role = (role, below) if who_first else (below, role)
        location = node.get(*LOCATION) or (organisation.get(*LOCATION) if organisation else None)
        if organisation is None and role and location and (place_ := node.get("place")):
            organisation = place_ if place_ is not location and place_.scalar else None
        unnamed = organisation is None and not (name or title) and not inside
        where = location.text if location and location.scalar else ""
        if kind in NAMED_BY_ORGANISATION and unnamed and where and not is_known(where):
            organisation, location = location, None
        return cls(
            organisation,
            title=name or title,
            role=role,
            area=node.get(*AREA),
            location=location,
        )

    def _with_told(self, node: Node, told: Told, *, held: bool) -> Naming:
        """Where no key says who, as what or where, what is told by its value."""

        def member(key: str | None, known: Node | None) -> Node | None:
            part = node.get(key) if key and known is None else None
            return part if part and part.scalar and part not in self else known

        organisation = self.organisation if held else member(told.organisation, self.organisation)
        location = member(told.location, self.location)
        newly = organisation if organisation is not self.organisation else None
        if newly and location is None and is_somewhere(newly.text):
            organisation, location = None, newly
        return replace(
            self,
            organisation=organisation,
            title=member(told.title, self.title),
            role=member(told.role, self.role),
            location=location,
        )

    @property
    def said_twice(self) -> bool:
        """Whether the title is but the organisation again (`company` and `name` of older JSON)."""
        title, organisation = self.title, self.organisation
        if title is None or organisation is None:
            return False
        return words_of(title) == words_of(organisation)

    def __contains__(self, node: Node) -> bool:
        parts = (self.organisation, self.title, self.role, self.area, self.location)
        return any(node is part for part in parts)


def _holder(node: Node) -> Node | None:
    """The member that says with whom; one that holds but a date says when."""
    told = (part for name in ORGANISATION if (part := node.get(name)))
    return next((part for part in told if not (part.scalar and is_given(part.text))), None)


def is_given(text: str) -> bool:
    """Whether the words are but a date or a range, perhaps behind what was done then."""
    found = find_dates(text) if len(text) <= _LONGEST_DATE else []
    if len(found) != 1 or text[found[0].end :].strip(" ."):
        return False
    before = text[: found[0].start].strip()
    return not before or _DONE.fullmatch(before) is not None


def _names_holder(above: str, below: str, kind: SectionKind) -> bool:
    """Whether of a title and the line below it the first is who, and the second as what."""
    what = (Sort.DEGREE,) if kind is SectionKind.EDUCATION else (Sort.ROLE,)
    first, second = (sort_of(words, named=True, bracketed=False) for words in (above, below))
    who = first in (Sort.ORGANISATION, Sort.SCHOOL) or second in what
    return who and first not in what


def is_known(place: str) -> bool:
    """Whether the words are a place that everybody knows, and hardly a school's or firm's name."""
    return is_place(place) or is_city(place)


def is_somewhere(text: str) -> bool:
    """Whether the words are a place and no name of a school or firm, which may end in its place."""
    first = text.split(",", maxsplit=1)[0]
    return is_known(first) or text.islower()


def has_name(node: Node) -> bool:
    """Whether an object says who or what it is about."""
    return node.get(*NAMING) is not None


def has_holder(node: Node) -> bool:
    """Whether an object says where somebody was, or as what: then it is no section but an entry."""
    return node.get(*ORGANISATION, *ROLE) is not None


def holds_objects(node: Node) -> bool:
    """Whether a value is a list of objects."""
    return node.kind is Kind.ARRAY and all(item.kind is Kind.OBJECT for item in node.items())
