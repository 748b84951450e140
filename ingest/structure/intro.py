"""What a page says of the person in prose before its first section: a summary without a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import HARD, Block, BlockKind
from ingest.resume import SectionKind
from ingest.structure.labels import labelled
from ingest.structure.lines import Line, shown_lines
from ingest.structure.names import looks_like_name
from ingest.structure.sections import Part
from ingest.structure.signs import groups_stays, titled

#: A bullet of fewer words is a place, a title or a label.
_SAYING = 5
#: Of a section so many lines are looked at for the name.
_FIRST = 3
_REACHES = re.compile(r"@|://|www\.|\d{3}[ .-]\d{3}")


def with_summary(parts: Sequence[Part]) -> list[Part]:
    """The parts, the prose between name and first section being one of its own.

    A page that has a summary under a heading means something else by it.
    """
    first, *others = parts
    if any(part.kind is SectionKind.SUMMARY for part in others):
        return list(parts)
    first = replace(first, blocks=[part for block in first.blocks for part in _parted(block)])
    prose = [at for at, block in enumerate(first.blocks) if at and _is_prose(block)]
    if not prose:
        return _told_first(parts)
    begin = end = prose[0]
    while end < len(first.blocks) and end in prose:
        end += 1
    before, said, after = first.blocks[:begin], first.blocks[begin:end], first.blocks[end:]
    split = [Part(first.kind, first.heading, first.level, before)]
    split.append(Part(SectionKind.SUMMARY, None, 0, said))
    if any(block.text for block in after):
        split.append(Part(first.kind, None, 0, after))
    return [*split, *others]


def about_person(parts: Sequence[Part]) -> list[Part]:
    """The parts; the one that says under a label who the page is of tells of the person.

    "Personal" may head what somebody likes, as well.
    """
    return [
        replace(part, kind=SectionKind.BASICS)
        if part.kind in (SectionKind.INTERESTS, SectionKind.OTHER) and _gives_name(part)
        else part
        for part in parts
    ]


def _gives_name(part: Part) -> bool:
    """Whether one of the first lines below a heading gives a name under its label."""
    lines = [line for block in part.blocks[:_FIRST] for line in shown_lines(block.text)]
    told = filter(None, map(labelled, lines[:_FIRST]))
    return any(what == "name" and looks_like_name(name.folded) for what, name in told)


def _told_first(parts: Sequence[Part]) -> list[Part]:
    """The parts; the first below the name is a summary where it is prose.

    It is whatever its heading says, but for one that tells of what the work is ("Research").
    """
    first, *others = parts
    heading = others[0].heading if others else None
    if heading is None or groups_stays(Line(heading.text, heading)):
        return list(parts)
    told = [block for block in others[0].blocks if block.text]
    prose = told and all(block.kind is BlockKind.PARAGRAPH and _is_prose(block) for block in told)
    if not prose or others[0].kind is not SectionKind.OTHER:
        return list(parts)
    return [first, replace(others[0], kind=SectionKind.SUMMARY), *others[1:]]


def _parted(block: Block) -> list[Block]:
    """A paragraph of lines, the prose that it ends with being one of its own."""
    if block.kind is not BlockKind.PARAGRAPH:
        return [block]
    end = block.text.plain.rfind(HARD)
    above, below = block.text.cut(0, max(0, end)), block.text.cut(end + 1)
    if end < 0 or not above.folded or not _is_prose(replace(block, text=below)):
        return [block]
    return [replace(block, text=above), replace(block, text=below)]


def _is_prose(block: Block) -> bool:
    if block.kind is BlockKind.ITEM:
        return _tells(block)
    if block.kind is not BlockKind.PARAGRAPH or block.depth or block.quoted:
        return False
    return Line(block.text, block).prose and not _REACHES.search(block.text.plain)


def _tells(block: Block) -> bool:
    """Whether a bullet says something of the person, rather than how to reach them."""
    line = Line(block.text, block)
    reaches = _REACHES.search(block.text.plain) or labelled(block.text)
    return line.count >= _SAYING and not (titled(line) or reaches)
