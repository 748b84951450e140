"""What stands above a part that opens with a click: the name of a section, or any other line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind

#: The level of such a line until the whole page is known; no heading has it.
DISCLOSED = 7
#: That of a section's name where no heading of the page is one.
_SECTIONS = 2


def with_disclosed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines above what opens are headings where they name the page's sections.

    They do where one of them is a section's name, none comes twice and there are several.
    """
    from ingest.structure.kinds import exact_kind, section_kind
    from ingest.structure.styled import title_of

    lines = [block for block in blocks if block.level == DISCLOSED]
    titles = [title_of(block).casefold() for block in lines]
    known = any(section_kind(title) is not None for title in titles)
    named = len(lines) > 1 and known and len(set(titles)) == len(titles)
    levels = [
        block.level
        for block in blocks
        if block.kind is BlockKind.HEADING and block.level != DISCLOSED
        and exact_kind(title_of(block)) is not None
    ]  # fmt: skip
    level = min(levels, default=_SECTIONS) if named else 0
    kind = BlockKind.HEADING if named else BlockKind.PARAGRAPH
    return [
        replace(block, kind=kind, level=level) if block.level == DISCLOSED else block
        for block in blocks
    ]
