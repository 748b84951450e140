"""A section whose heading names both work and studies: parted by what each entry is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block, BlockKind
from ingest.resume import SectionKind
from ingest.structure.kinds import exact_kind, section_kind
from ingest.structure.line_breaks import lines_of
from ingest.structure.lines import Line
from ingest.structure.sections import Part
from ingest.structure.signs import STUDIES, title_like
from ingest.structure.sorts import Sort
from ingest.structure.styled import title_of

_BETWEEN = re.compile(r"\s+(?:and|und|et|y|e|en)\s+|\s*[&/+,|]\s*", re.IGNORECASE)
_BOTH = frozenset({SectionKind.WORK, SectionKind.EDUCATION})
#: Of an entry so many lines tell what it is.
_NEAR = 3


def parted(parts: Sequence[Part]) -> list[Part]:
    """The parts; of one that is of work and of studies ("Work and Education"), those of each."""
    return [run for part in parts for run in (_runs(part) if _is_mixed(part) else [part])]


def _is_mixed(part: Part) -> bool:
    title = title_of(part.heading) if part.heading is not None else ""
    if part.kind not in _BOTH or exact_kind(title) is not None:
        return False
    return {section_kind(words) for words in _BETWEEN.split(title) if words} >= _BOTH


def _runs(part: Part) -> Iterator[Part]:
    """The part cut where an entry of the other kind begins; the first piece has the heading."""
    run = Part(part.kind, part.heading, part.level)
    for at, block in enumerate(part.blocks):
        kind = _kind_of(block, part.blocks[at + 1 :])
        if kind is not None and not run.blocks:
            run.kind = kind
        elif kind is not None and kind is not run.kind:
            yield run
            run = Part(kind, None, part.level)
        run.blocks.append(block)
    yield run


def _kind_of(block: Block, below: Sequence[Block]) -> SectionKind | None:
    """What the entry that a block opens is; None where it opens none, or does not tell."""
    lines = lines_of(block) if block.text else []
    first = lines[0] if lines else None
    after = next(iter(below), None)
    under = lines_of(after) if after is not None and _names(after) and not block.depth else []
    if first is None or not title_like(first) or not _opens(first, lines, under):
        return None
    near = [*lines, *under]
    for line in near[:_NEAR]:
        if Sort.ROLE in line.sorts:
            return SectionKind.WORK
        if Sort.DEGREE in line.sorts:
            return SectionKind.EDUCATION
    return SectionKind.EDUCATION if first.sorts & STUDIES else None


def _opens(first: Line, lines: Sequence[Line], under: Sequence[Line]) -> bool:
    """Whether a line begins an entry: a heading, bold words, or dates in its lines or below."""
    dated = any(line.dated for line in (lines if not first.depth else lines[:1]))
    return dated or _heads(first) or any(line.dated for line in under[:1])


def _heads(line: Line) -> bool:
    """Whether a line is a heading, or no bullet and begins in bold."""
    bold = line.bold_lead > 0 and line.depth == 0
    return line.kind is BlockKind.HEADING or bold


def _names(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and bool(block.text) and not block.depth
