"""What a resume tells of its referees: how to reach them is no way to reach the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block, BlockKind
from ingest.resume import SectionKind
from ingest.structure.kinds import exact_kind
from ingest.structure.sections import Part
from ingest.structure.styled import title_of

#: "References: ...", on a line that may stand anywhere.
_LABEL = re.compile(r"[^\w(]*(?P<label>[^:：\t\n\v|]{1,40}?)\s*[:：]")


def of_the_person(parts: Sequence[Part], wordless: Sequence[Block]) -> list[Block]:
    """The blocks that do not tell of referees, of those in the sections and those without words.

    `wordless` are signs that link somewhere; they stand where they stand, in no section.
    """
    starts = [(_start(block), part) for part in parts for block in part.all_blocks()]
    told = [block for part in parts for block in _others(part)]
    for block in wordless:
        at = _start(block)
        around = next((part for start, part in reversed(starts) if start <= at), None)
        if around is None or around.kind is not SectionKind.REFERENCES:
            told.append(block)
    return told


def _others(part: Part) -> Iterator[Block]:
    # What a section is opened by, its level has: further down than the others it may end early.
    within = part.level if part.kind is SectionKind.REFERENCES else None
    if part.heading is not None and within is None:
        yield part.heading
    for block in part.blocks:
        if block.kind is BlockKind.HEADING and (within is None or block.level <= within):
            within = block.level if _names_referees(title_of(block)) else None
        if within is None and not _is_labelled(block):
            yield block


def _is_labelled(block: Block) -> bool:
    if block.kind is BlockKind.ROW and block.cells:
        return _names_referees(block.cells[0].folded)
    label = _LABEL.match(block.text.plain)
    return label is not None and _names_referees(label["label"])


def _names_referees(words: str) -> bool:
    return exact_kind(words) is SectionKind.REFERENCES


def _start(block: Block) -> int:
    links = block.text.links()
    return next((link.start for _, link in links), 0) if not block.text else block.text.offsets()[0]
