"""A name that stands in no heading: "Hi! I'm Ada Byron, and I ..." says whose page it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ingest.blocks import BlockKind
from ingest.resume import Fragment
from ingest.structure.cues import is_organisation, is_role
from ingest.structure.names import GREETS, greeting, name_in
from ingest.structure.places import Places
from ingest.structure.sections import Part

#: So many paragraphs, and of each so many characters, may greet.
_MOST, _LONGEST = 6, 300
_GREETS = re.compile(
    rf"(?<![\w'’])(?:{GREETS})\s+"
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*\.?){1,3}))(?![\w'’-])",
    re.IGNORECASE,
)
#: A greeting that is no mere statement ("I am Available"), and one name.
_GREETED = re.compile(r"\W*[^\W\d_]+(?:\s+there)?\s?[,!]")
_ALONE = re.compile(r"[A-ZÀ-Þ][^\W\d_A-Z]{2,}")
_PARAGRAPHS = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def greeted(parts: Sequence[Part], places: Places) -> Fragment | None:
    """Who the first paragraphs of a page say that they are, if they do."""
    blocks = (block for part in parts[:3] for block in part.blocks if block.kind in _PARAGRAPHS)
    for block in islice(blocks, _MOST):
        name = greeted_in(block.text.plain)
        if name is not None:
            return places.fragment(block.text.cut(*name))
    return None


def first_name(parts: Sequence[Part], places: Places) -> Fragment | None:
    """Who a heading greets as by one name alone ("Hi, I'm Ada!"), or as the page goes on."""
    blocks = [block for part in parts[:3] for block in part.all_blocks()][:_MOST]
    for heading in blocks:
        said = greeting(heading.text) if heading.kind is BlockKind.HEADING else None
        name = name_in(heading.text)
        if said is None or not _GREETED.match(said[0]) or not _ALONE.fullmatch(name.plain):
            continue
        if is_role(name.plain) or is_organisation(name.plain):
            continue
        fuller = re.compile(
            rf"{re.escape(name.plain)}(?:\s+[A-ZÀ-Þ][\w'’-]+){{1,3}}(?=\s*(?:[.,|·(–—-]|$))"
        )
        whole = ((block, fuller.match(block.text.plain)) for block in blocks)
        found = next((block.text.cut(*match.span()) for block, match in whole if match), name)
        return places.fragment(found)
    return None


def greeted_in(text: str) -> tuple[int, int] | None:
    """Where the name stands in a text that greets."""
    for match in _GREETS.finditer(text[:_LONGEST]):
        words = match["name"]
        if not is_role(words) and not is_organisation(words):
            return match.span("name")
    return None
