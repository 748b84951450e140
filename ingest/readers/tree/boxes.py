"""Objects and lists that hold whole sections under a name of their author's own.

Schemas put sections at the root, or under a name that is known; people put them into "table",
"categories" or "main". What is inside tells: its members have the names of sections, or each item
has a title and a list.
"""

from __future__ import annotations

from ingest.readers.tree.naming import has_holder
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.sections import is_titled, says
from ingest.readers.tree.words import label
from ingest.resume import SectionKind
from ingest.structure.kinds import exact_kind, section_kind

#: From so many members that say no more than their keys on an object is one of names.
_LEGEND = 3


def holds_sections(node: Node, *, named: bool = False) -> bool:
    """Whether an object, no section by its own name, has members that are sections by theirs.

    One that is `named` as what holds a resume does whatever its members are.
    """
    if node.kind is not Kind.OBJECT or is_titled(node):
        return False
    if named:
        return True
    known = has_holder(node) or section_kind(label(node.key)) is not None
    return not known and sum(map(_is_section, node.members())) > 1


def lists_sections(node: Node, *, named: bool = False) -> bool:
    """Whether all items of a list, no section by its name, are sections with titles.

    Of one that is `named` as what holds a resume a single item tells.
    """
    titled = [is_titled(item) for item in node.items()]
    if named:
        return any(titled)
    own = node.kind is Kind.ARRAY and section_kind(label(node.key)) is not None
    told = not own or all(map(_says_section, node.items()))
    return node.kind is Kind.ARRAY and told and bool(titled) and all(titled)


def _says_section(node: Node) -> bool:
    """Whether an object says itself which section it is: `{section: Work history, ...}`."""
    name = node.get("section", "sectiontitle", "sectionname")
    return name is not None and section_kind(name.text) is not None


#: Where a box stands on the page, and what themes call that.
_SIDES = frozenset("left right top bottom center centre".split())
_SIDE_OF = frozenset("position align alignment side float".split())


def is_legend(node: Node) -> bool:
    """Whether an object only says what a theme calls things: `{email: Email, phone: Telephone}`."""
    members = list(node.members()) if node.kind is Kind.OBJECT else []
    if len(members) < _LEGEND or not all(member.scalar for member in members):
        return False
    same = sum(folded(member.text) == folded(member.key) for member in members)
    return 3 * same >= len(members) and same >= _LEGEND


def lays_out(node: Node) -> bool:
    """Whether a member only says where a theme puts a thing, or which section a file holds."""
    if node.kind is Kind.STRING:
        return folded(node.key) in _SIDE_OF and folded(node.text) in _SIDES
    plain = node.kind is Kind.OBJECT and all(member.scalar for member in node.members())
    placed = node.get("id", "weight", "template") is not None
    return folded(node.key) == "section" and plain and placed


def _is_section(node: Node) -> bool:
    kind = exact_kind(label(node.key))
    if kind in (None, SectionKind.BASICS, SectionKind.SUMMARY) or node.scalar:
        return False
    return kind is not None and says(node, kind)
