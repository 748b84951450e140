"""Rows of a table whose cells hold several lines: the first ones name an entry, the rest tell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.blocks import GAP, HARD, Block, BlockKind, Text
from ingest.structure.lines import Line
from ingest.structure.signs import NAMES, SHORT, STUDIES
from ingest.structure.sorts import Sort

_BULLET = re.compile(r"[•▪‣◦●○·*\-–]\s+")


def naming_and_said(row: Block) -> tuple[list[Text], list[Text]]:
    """The lines of a row that name an entry, and those that tell of it.

    A row of cells of one line names it as a whole. Else the first line of each cell does, and
    short lines right below one that say who, as what or when; a bullet never does.
    """
    cells = [_lines(cell) for cell in row.cells if cell.folded]
    if all(len(cell) == 1 for cell in cells):
        return [row.text], []
    naming: list[Text] = []
    said: list[Text] = []
    for cell in cells:
        count = 1
        while count < len(cell) and _names(cell[count], row):
            count += 1
        naming += cell[:count]
        said += [unbulleted(line) for line in cell[count:]]
    return _joined(row, naming), said


def is_pair(block: Block) -> bool:
    """Whether a block is a row of two cells, the first of which may be the second's label."""
    return block.kind is BlockKind.ROW and not block.header and _filled(block) == 2


def is_alone(block: Block) -> bool:
    """Whether a row has but one cell with words."""
    return not block.header and _filled(block) == 1


def names_role(line: Line) -> bool:
    """Whether a row of one cell is a position and no more."""
    return line.count <= SHORT and Sort.ROLE in line.sorts and not line.words.endswith(".")


def _filled(block: Block) -> int:
    return sum(bool(cell.folded) for cell in block.cells)


def _joined(row: Block, naming: Sequence[Text]) -> list[Text]:
    """The naming lines as one text where nothing else stands between them."""
    plain = row.text.plain
    first_break = plain.find(HARD)
    if len(naming) > 1 and plain.rfind(GAP) < first_break:
        rest = naming[len([cell for cell in row.cells if cell.folded]) :]
        if not rest:
            return [row.text.cut(0, first_break)]
    return list(naming)


def _lines(cell: Text) -> list[Text]:
    bounds = [0, *(match.start() for match in re.finditer(HARD, cell.plain)), len(cell.plain)]
    lines = [cell.cut(low, high) for low, high in itertools.pairwise(bounds)]
    return [line for line in lines if line.folded]


def _names(text: Text, row: Block) -> bool:
    if _BULLET.match(text.plain):
        return False
    line = Line(text, row)
    return line.count <= SHORT and (line.dated or bool(line.sorts & (NAMES | STUDIES)))


def unbulleted(text: Text) -> Text:
    """A line without the sign of a bullet before it."""
    bullet = _BULLET.match(text.plain)
    return text.cut(bullet.end()) if bullet else text
