"""What fields under keys of their author's own are, told by the values in a list's objects.

Of `{lab: Tidal Institute, as: Research Fellow, when: 2019}` no schema knows the keys; that most
values of "as" are positions, and that the other field holds names, tells which is which.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.readers.tree.dates import date_fields
from ingest.readers.tree.keys import EXPECTED_KEYS
from ingest.readers.tree.naming import (
    LISTED_BY_YEAR,
    NAMED_BY_ORGANISATION,
    ORGANISATION,
    Naming,
    Told,
    is_somewhere,
)
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import words_of
from ingest.resume import SectionKind
from ingest.structure.cues import DEGREE
from ingest.structure.kinds import exact_kind
from ingest.structure.names import capitalised
from ingest.structure.signs import ends_sentence
from ingest.structure.sorts import Sort, sort_of

#: Question words by which people call a field (closed classes); "from" is a date beside "to".
_AS_WHAT = ("as", "what")
_WITH_WHOM = ("at", "from", "who", "where")
_WHERE = ("where",)
#: A known key that may as well be of the author's own.
_EITHER = frozenset({"from"})
#: In words; more is a text.
_MOST = 25
#: So many words are no sentence, though a full stop ends them.
_SHORT = 6
#: Groups of terms, and how many words a term has at most, and on average.
_FEWEST_GROUPS, _LONGEST_TERM, _MEAN_TERM = 2, 8, 4
#: "Tide Post (weekly)", "Tide Post, Leith".
_BEHIND_NAME = re.compile(r"\s*[,(]")
#: Kinds whose entries go by one name, told by a key that is such a section's, too ("prize").
_BY_TITLE = (*LISTED_BY_YEAR, SectionKind.PROJECTS)

_Fields = dict[str, list[Node]]


def told_in(objects: Sequence[Node], kind: SectionKind) -> Told:
    """Which keys that no schema knows name the entries of a section, and how."""
    named = [Naming.of(one, kind, inside=False) for one in objects]
    fields = _fields(objects, named)
    if kind in NAMED_BY_ORGANISATION:
        return _holding(fields, named, kind)
    lacks_title = not _most(sum(one.title is not None for one in named), objects)
    if kind in _BY_TITLE and lacks_title:
        title = _by_kind(fields, kind) or _by_key(fields, ("what",)) or _first_of(fields)
        rest = _without(fields, title)
        whom = _by_values(rest, (Sort.ORGANISATION, Sort.SCHOOL)) or _by_key(rest, _WITH_WHOM)
        return Told(title=title, organisation=whom)
    if kind is SectionKind.OTHER and lacks_title:
        return Told(title=_first_of(fields))
    return Told()


def _holding(fields: _Fields, named: Sequence[Naming], kind: SectionKind) -> Told:
    """Of jobs, studies and the like: as what, with whom, where."""
    role = title = whom = None
    known = sum(one.role is not None for one in named)
    if not _most(known, named):
        sort = Sort.DEGREE if kind is SectionKind.EDUCATION else Sort.ROLE
        role = _by_values(fields, (sort,)) or _by_key(fields, _AS_WHAT)
        if kind is SectionKind.VOLUNTEER and role == "what" and _by_values(fields, (sort,)) is None:
            role, title = None, role
        fields = _without(fields, role or title)
    if not _most(sum(one.organisation is not None for one in named), named):
        whom = _by_values(fields, (Sort.ORGANISATION, Sort.SCHOOL)) or _by_key(fields, _WITH_WHOM)
        if whom is None and (role or known):
            whom = _first_of(fields, names=True)
        fields = _without(fields, whom)
    where = _by_values(fields, (Sort.PLACE,)) or _by_key(fields, _WHERE)
    return Told(organisation=whom, role=role, title=title, location=where)


def kind_told(objects: Sequence[Node]) -> SectionKind | None:
    """The kind of entries that say, most of them, which degree at which school, or which job.

    A position without a word of what was done may be one in a club.
    """
    for kind, sort in ((SectionKind.EDUCATION, Sort.DEGREE), (SectionKind.WORK, Sort.ROLE)):
        told = told_in(objects, kind)
        named = [Naming.of(one, kind, inside=False, told=told) for one in objects]
        roles = [one.role for one in named if one.role and one.organisation]
        right = sum(_sort(role) is sort and _begins(role, kind) for role in roles)
        if kind is SectionKind.WORK and told.role == "as":
            right = len(roles)  # whatever somebody was "as"
        if kind is SectionKind.EDUCATION and not any(_sort(role) is Sort.ROLE for role in roles):
            right = max(right, _at_schools(named))
        dated = sum(bool(date_fields(one).members) for one in objects)
        described = kind is SectionKind.EDUCATION or _most(sum(map(_says_more, objects)), objects)
        if objects and described and all(_most(count, objects) for count in (right, dated)):
            return kind
    for kind in _BY_TITLE:
        if objects and all(_by_kind(_fields([one], []), kind) for one in objects):
            return kind
    return None


def _at_schools(named: Sequence[Naming]) -> int:
    """How many entries are held by a school, of which one at least is a degree."""
    degrees = any(one.role and _sort(one.role) is Sort.DEGREE for one in named)
    schools = sum(
        bool(one.organisation and _sort(one.organisation) is Sort.SCHOOL) for one in named
    )
    return schools if degrees else 0


def holders(node: Node) -> list[Node]:
    """The members of an object whose keys are employers, each with its list of positions there.

    `{Tide Works: [{rank: Rigger, from: 2019}], Rope Walk: [...]}`. None where a position says
    itself with whom, or a key is written as a label or a section's name is.
    """
    members = list(node.members()) if node.kind is Kind.OBJECT else []
    posts = [post for member in members for post in member.items()]
    listed = all(member.kind is Kind.ARRAY for member in members)
    if not posts or not listed or not all(post.kind is Kind.OBJECT for post in posts):
        return []
    named = all(_is_name(one.key) and exact_kind(one.key) is None for one in members)
    held = any(post.get(*ORGANISATION) for post in posts)
    dated = sum(bool(date_fields(post).members) for post in posts)
    return members if named and not held and _most(dated, posts) else []


def are_held(node: Node) -> bool:
    """Whether what `holders` list are positions, most of them by what they say somebody was."""
    posts = [post for member in holders(node) for post in member.items()]
    told = told_in(posts, SectionKind.WORK)
    roles = [Naming.of(post, SectionKind.WORK, inside=True, held=True, told=told) for post in posts]
    right = sum(one.role is not None and _sort(one.role) is Sort.ROLE for one in roles)
    return bool(posts) and _most(right, posts)


def _begins(role: Node, kind: SectionKind) -> bool:
    """Whether a degree is what words begin with: "Diplomatic service" is none."""
    return kind is not SectionKind.EDUCATION or DEGREE.match(role.text) is not None


def lists_terms(node: Node) -> bool:
    """Whether an object has nothing but groups of short terms: `{rig: [Splicing], desk: [Excel]}`.

    Such are skills, whatever their heading.
    """
    groups = list(node.members()) if node.kind is Kind.OBJECT else []
    terms = [term for group in groups for term in group.items()]
    lists = all(group.kind is Kind.ARRAY and group.key[:1].isalpha() for group in groups)
    if len(groups) < _FEWEST_GROUPS or not lists or not all(term.scalar for term in terms):
        return False
    counts = [len(term.text.split()) for term in terms]
    return max(counts) <= _LONGEST_TERM and sum(counts) <= _MEAN_TERM * len(counts)


def are_positions(objects: Sequence[Node]) -> bool:
    """Whether most objects are called by what somebody was: `{title: "Mentor, Harbour Club"}`."""
    called = [one.get("role", "position", "title", "name") for one in objects]
    return _most(sum(_sort(name) is Sort.ROLE for name in called if name), objects)


def _says_more(node: Node) -> bool:
    return any(part.kind is Kind.ARRAY for part in node.members())


def _fields(objects: Sequence[Node], named: Sequence[Naming]) -> _Fields:
    """The short values under each key that no schema knows, of keys that half the objects have."""
    fields: _Fields = {}
    for node in objects:
        dates = date_fields(node)
        for part in node.members():
            own = folded(part.key) not in EXPECTED_KEYS or folded(part.key) in _EITHER
            used = part in dates or any(part in naming for naming in named)
            if own and not used and part.kind is Kind.STRING and _is_short(part.text):
                fields.setdefault(folded(part.key), []).append(part)
    return {key: found for key, found in fields.items() if _most(len(found), objects)}


def _is_short(text: str) -> bool:
    count = len(text.split())
    return count <= _MOST and not (ends_sentence(text) and count > _SHORT)


def _most(count: int, of: Collection[object]) -> bool:
    return 2 * count >= len(of)


def _without(fields: _Fields, key: str | None) -> _Fields:
    return {name: found for name, found in fields.items() if name != key}


def _sort(node: Node) -> Sort:
    return sort_of(words_of(node), named=True, bracketed=False)


def _by_values(fields: _Fields, sorts: tuple[Sort, ...]) -> str | None:
    """The key of which most values are of a sort, and at least half."""
    counts = {key: sum(_sort(part) in sorts for part in found) for key, found in fields.items()}
    best = max(counts, key=lambda key: counts[key], default=None)
    return best if best and counts[best] and _most(counts[best], fields[best]) else None


def _by_key(fields: _Fields, keys: tuple[str, ...]) -> str | None:
    return next((key for key in keys if key in fields), None)


def _by_kind(fields: _Fields, kind: SectionKind) -> str | None:
    """The key that is called as a section of the kind is, in the singular or not."""
    return next((key for key in fields if kind in (exact_kind(key), exact_kind(f"{key}s"))), None)


def _first_of(fields: _Fields, *, names: bool = False) -> str | None:
    """The first key whose values begin as names do; with `names` they are written so throughout."""
    for key, found in fields.items():
        if all(not part.text[:1].islower() for part in found) and (
            not names or all(_is_name(part.text) for part in found)
        ):
            return key
    return None


def _is_name(text: str) -> bool:
    bare = _BEHIND_NAME.split(text)[0]
    return bare[:1].isupper() and capitalised(bare) and not is_somewhere(text)
