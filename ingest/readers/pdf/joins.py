"""What belongs together on the lines of a column, though it stands on several of them."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.dates import find_dates
from ingest.readers.pdf.line import EDGE, Line, is_below, said, same_edge
from ingest.readers.pdf.region import Leaf

#: In ems: how much lower a label may begin than what it stands beside.
_LABEL_LEVEL = 0.9
_OPEN_END = re.compile(r"(?:[-–—&,/]|\b(?:to|and|bis|until))$")


def joined(lines: list[Line], leaf: Leaf) -> list[Line]:
    """The lines with what goes on below made one, and notes where they belong."""
    lines = _labels_first(lines, leaf)
    _icons_as_bullets(lines)
    return _notes_raised(_cells_joined(_labels_joined(lines, leaf)))


def joins_dates(first: str, second: str) -> bool:
    """Whether dates begin in one text and end in the next."""
    text = f"{first} {second}"
    return any(one.start < len(first) < one.end for one in find_dates(text))


def _icons_as_bullets(lines: list[Line]) -> None:
    """Icons that lines begin with are bullets where several do, and one goes on below its words."""
    for line in lines:
        if not line.iconed or line.bullet or line.label:
            continue
        alike = [
            one for one in lines if one.iconed and same_edge((one.left, one.start), (line.left, 0))
        ]
        hanging = [
            one
            for one, below in pairwise(lines)
            if one in alike and not below.iconed and abs(below.start - one.start) <= EDGE
            and abs(below.left - below.start) <= 1 and is_below(one, below)
        ]  # fmt: skip
        if len(alike) >= 2 and hanging:
            for one in alike:
                one.bullet = "•"
    for line in lines:
        if line.iconed and not line.bullet:
            line.left = line.start


def _labels_first(lines: list[Line], leaf: Leaf) -> list[Line]:
    """Labels that stand a trifle lower than the words beside them come before those."""
    if leaf.labels is None:
        return lines
    ordered: list[Line] = []
    for line in lines:
        alone = not line.label and line.right < leaf.labels
        at = len(ordered)
        while (
            alone
            and at
            and ordered[at - 1].left >= leaf.labels - EDGE
            and (
                line.base - ordered[at - 1].base
                <= _LABEL_LEVEL * max(line.size, ordered[at - 1].size)
            )
        ):
            at -= 1
        ordered.insert(at, line)
    return ordered


def _labels_joined(lines: list[Line], leaf: Leaf) -> list[Line]:
    """Labels on the left that are longer than one line, as one cell of their first line."""
    if leaf.labels is None:
        return lines
    kept: list[Line] = []
    opened: Line | None = None
    last_base, last_size = 0.0, 0.0
    for line in lines:
        alone = not line.label and line.right < leaf.labels and not line.bullet
        if (line.label or alone) and opened is not None and opened.page == line.page:
            before, now = said(opened.cells[0]), said(line.cells[0])
            tight = line.base - last_base <= 1.6 * max(last_size, line.size)
            goes_on = joins_dates(before, now) or bool(_OPEN_END.search(before)) or alone
            same = line.cells[0][0].look == opened.cells[0][0].look
            if tight and goes_on and same:
                opened.cells[0] += line.cells.pop(0)
                last_base, last_size = line.base, line.size
                if line.cells:
                    line.edges.pop(0)
                    line.label = False
                    line.start = line.left = line.edges[0][0]
                    kept.append(line)
                continue
        if line.label:
            opened, last_base, last_size = line, line.base, line.size
        elif alone:
            opened = line
            last_base, last_size = line.base, line.size
        kept.append(line)
    return kept


def _cells_joined(lines: list[Line]) -> list[Line]:
    """Dates on the right that go on below, and names beside them that do, as one line."""
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is None or line.bullet or not is_below(above, line):
            kept.append(line)
            continue
        last = len(above.cells) - 1
        if (
            last >= 1
            and same_edge(above.edges[last], line.edges[-1])
            and joins_dates(said(above.cells[last]), said(line.cells[-1]))
        ):
            above.cells[last] += line.cells.pop()
            line.edges.pop()
            above.low = line.base
            if not line.cells:
                continue
            line.right = line.edges[-1][1]
            if len(line.cells) == 1 and _fills(above, 0, line):
                _append(above, line)
                continue
        elif last >= 1 and not above.label and _fills(above, 0, line):
            if len(line.cells) == 1:
                _append(above, line)
                continue
            if len(line.cells) == last + 1 == 2 and _both_go_on(above, line):
                for cell, more in zip(above.cells, line.cells, strict=True):
                    cell.extend(more)
                above.low = line.base
                continue
        kept.append(line)
    return kept


def _append(above: Line, line: Line) -> None:
    """What a line says goes on with the first cell of the line above."""
    above.cells[0] += line.cells[0]
    above.edges[0] = (above.edges[0][0], line.edges[0][1])
    above.low = line.base


def _both_go_on(above: Line, line: Line) -> bool:
    """Whether the place on the right goes on below, too: "Den Helder," above "Netherlands"."""
    same = above.cells[1][-1].look == line.cells[1][0].look
    return same and same_edge(above.edges[1], line.edges[1]) and said(above.cells[1])[-1] == ","


def _fills(above: Line, at: int, line: Line) -> bool:
    """Whether a cell ends only because the next cell begins, and a line goes on with its words."""
    if (
        abs(line.edges[0][0] - above.edges[at][0]) > EDGE
        or line.cells[0][0].look != above.cells[at][-1].look
    ):
        return False
    room = above.edges[at + 1][0] - above.edges[at][1]
    word = line.cells[0][0]
    within = line.edges[0][1] < above.edges[at + 1][0]
    return within and room < (word.box[2] - word.box[0]) + 1.2 * line.size


def _notes_raised(lines: list[Line]) -> list[Line]:
    """Dates and places beside bullets belong to the line above the bullets.

    They do where they are set below others of that line, at the same edge.
    """
    kept: list[Line] = []
    title = -1
    item: Line | None = None
    for line in lines:
        inside = item is not None and abs(line.start - item.start) <= EDGE and not line.bullet
        if line.bullet:
            item = line
        elif not inside:
            item = None
        if (line.bullet or inside) and len(line.cells) > 1 and title >= 0:
            above = kept[title].edges[-1]
            if same_edge(above, line.edges[-1]) and _is_below_all(kept[title], line):
                note = _split_off(line, len(line.cells) - 1)
                if kept[title].note:
                    kept[title].cells += note.cells
                    kept[title].edges += note.edges
                else:
                    title += 1
                    kept.insert(title, note)
        kept.append(line)
        if not (line.bullet or inside):
            title = len(kept) - 1
    return kept


def _is_below_all(title: Line, line: Line) -> bool:
    """Whether a line stands within a few lines below a title that has something on the right."""
    beside = len(title.cells) > 1 or title.note
    return beside and title.page == line.page and 0 < line.base - title.base <= 4.5 * line.size


def _split_off(line: Line, at: int) -> Line:
    """The cells from `at` on as a line of their own."""
    note = Line(
        cells=line.cells[at:], page=line.page, left=line.edges[at][0], start=line.edges[at][0],
        right=line.right, base=line.base, size=line.size, limit=line.right, floor=line.edges[at][0],
        edges=line.edges[at:], note=True,
    )  # fmt: skip
    line.cells, line.edges = line.cells[:at], line.edges[:at]
    line.right = line.edges[-1][1]
    return note
