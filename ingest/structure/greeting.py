"""A name that stands in no heading: "Hi! I'm Ada Byron, and I ..." says whose page it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ingest.blocks import BlockKind
from ingest.resume import Fragment
from ingest.structure.cues import is_organisation, is_role
from ingest.structure.places import Places
from ingest.structure.sections import Part

#: So many paragraphs, and of each so many characters, may greet.
_MOST, _LONGEST = 6, 300
_GREETS = re.compile(
    r"(?<![\w'’])(?:i['’]m|i am|my name is|my name['’]s|ich bin|ich heiße|mein name ist|"
    r"je suis|je m['’]appelle|soy|me llamo|mi nombre es|sou|meu nome é|me chamo|sono|mi chiamo|"
    r"ik ben|mijn naam is)\s+"
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*\.?){1,3}))(?=\s*(?:[,;:!.(–—]|\s\w|$))",
    re.IGNORECASE,
)
_PARAGRAPHS = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def greeted(parts: Sequence[Part], places: Places) -> Fragment | None:
    """Who the first paragraphs of a page say that they are, if they do."""
    blocks = (block for part in parts[:3] for block in part.blocks if block.kind in _PARAGRAPHS)
    for block in islice(blocks, _MOST):
        name = greeted_in(block.text.plain)
        if name is not None:
            return places.fragment(block.text.cut(*name))
    return None


def greeted_in(text: str) -> tuple[int, int] | None:
    """Where the name stands in a text that greets."""
    for match in _GREETS.finditer(text[:_LONGEST]):
        words = match["name"]
        if not is_role(words) and not is_organisation(words):
            return match.span("name")
    return None
