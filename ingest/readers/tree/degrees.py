"""The degree that an object without a name for it only describes."""

from __future__ import annotations

from ingest.readers.tree.node import Node
from ingest.structure.cues import DEGREE
from ingest.structure.signs import ends_sentence

#: A degree has no more words, its field with it.
_DEGREE_WORDS = 12
#: So many words are no sentence, though a full stop ends them ("BA, Graphic Design.").
_SHORT = 6


def degree_told(node: Node, *titles: str) -> Node | None:
    """The description of a school, where it is a degree and no member of `titles` names one."""
    told = node.get("description", "summary", "text") if node.get(*titles) is None else None
    if told is None or not told.scalar or len(told.text.split()) > _DEGREE_WORDS:
        return None
    says = ends_sentence(told.text) and len(told.text.split()) > _SHORT
    return told if DEGREE.match(told.text) and not says else None
