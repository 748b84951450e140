"""How lines look, their words left aside: by what an entry is told as the next one is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.blocks import BlockKind, Mark
from ingest.structure.lines import Line


@dataclass(frozen=True)
class Shape:
    """How a line looks, its words left aside."""

    kind: BlockKind
    level: int
    depth: int
    bold: bool
    italic: bool
    dated: bool


Template = tuple[Shape, ...]


def shape_of(line: Line) -> Shape:
    """The look of a line."""
    text, heading = line.text, line.kind is BlockKind.HEADING
    return Shape(
        line.kind,
        line.block.level,
        line.depth,
        not heading and text.lead(Mark.BOLD) > 0,
        not heading and text.lead(Mark.ITALIC) > 0,
        line.dated,
    )


def flat(shape: Shape) -> Shape:
    """A shape whose being a heading is but its being bold."""
    if shape.kind is not BlockKind.HEADING:
        return shape
    return replace(shape, kind=BlockKind.PARAGRAPH, level=0, bold=True)


def flatly(template: Template) -> Template:
    """A pattern of shapes whose being headings is but their being bold."""
    return tuple(map(flat, template))
