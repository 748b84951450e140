"""The lines of a column: what stands on one line, its bullet, and what belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.dates import find_dates
from ingest.readers.pdf_columns import Leaf, has_label
from ingest.readers.pdf_letters import BULLETS
from ingest.readers.pdf_pages import Dot, Look, Page
from ingest.readers.pdf_words import Segment, Word

#: In ems: how far apart what stands on one line may be in height.
_LEVEL = 0.3
#: Letters on one line differ in size by this factor at most.
_ONE_LINE = 1.7
#: Points between a bullet and its words, at most.
_BULLET_REACH = 42.0
#: So many lines that end at about one place end there because the column does.
_FULL_LINES = 3
#: A line below a heading sticks out of the words by this share of their width at most.
_RULE_BEYOND = 0.35
#: Points by which edges that are meant to be one may differ.
EDGE = 3.0
#: In ems: how much lower a label may begin than what it stands beside.
_LABEL_LEVEL = 0.9
_NUMBER = re.compile(r"^(?:\[\d{1,3}\]|\(?\d{1,2}[.)])$")
_OPEN_END = re.compile(r"(?:[-–—&,/]|\b(?:to|and|bis|until))$")
_RATING = frozenset("●○◉◎★☆■□▪▫◆◇•·")
_ASCII_BULLETS = frozenset("-*+o–—›»>")


@dataclass(slots=True)
class Line:
    """One line of a column: its cells (parted by wide gaps), each a list of words.

    `start` is where its words begin, `left` where its bullet does, if it has one; `limit` how far
    words reach in this column. `label` says that the first cell is a label for the line.
    """

    cells: list[list[Word]]
    page: int
    left: float
    start: float
    right: float
    base: float
    size: float
    limit: float
    floor: float
    bullet: str = ""
    label: bool = False
    iconed: bool = False
    ruled: bool = False
    note: bool = False
    heading: int = 0
    #: Whether it is known how far words reach.
    sure: bool = False
    edges: list[tuple[float, float]] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """All words, from left to right."""
        return [word for cell in self.cells for word in cell]

    @property
    def text(self) -> str:
        """All words, without the bullet."""
        return " ".join(word.text for word in self.words)

    @property
    def look(self) -> Look:
        """How most of it is shown."""
        counts: Counter[Look] = Counter()
        for word in self.words:
            counts[word.look] += len(word.text)
        return counts.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.look.bold for word in self.words)


def lines_of(leaf: Leaf, page: Page) -> list[Line]:
    """The lines of a leaf, from top to bottom."""
    _dot(leaf.segments, page.dots)
    lines = [_line(row, leaf) for row in _rows(leaf.segments)]
    lines = _labels_first([line for line in lines if line.cells], leaf)
    _icons_as_bullets(lines)
    lines = _notes_raised(_cells_joined(_labels_joined(lines, leaf)))
    _set_limits(lines, leaf, page)
    for line in lines:
        line.ruled = _is_ruled(line, page)
    return lines


def _dot(segments: Sequence[Segment], dots: Sequence[Dot]) -> None:
    """Note which segments have a drawn bullet before them."""
    for dot in dots:
        near = [
            each
            for each in segments
            if 0 < each.left - dot.x <= _BULLET_REACH
            and each.base - 0.75 * each.size <= dot.y <= each.base + 0.05 * each.size
            and dot.size <= 0.6 * each.size
        ]
        if near:
            nearest = min(near, key=lambda each: each.left)
            nearest.dotted = max(nearest.dotted or 0.0, dot.x - dot.size / 2)


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments line by line. Dates that are set smaller stand a trifle higher or lower."""
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: one.base):
        for row in rows[-3:]:
            reach = _LEVEL * min(each.size, row[0].size)
            apart = all(each.left >= one.right - 1 or each.right <= one.left + 1 for one in row)
            alike = max(each.size, row[0].size) <= _ONE_LINE * min(each.size, row[0].size)
            if abs(each.base - row[0].base) <= reach and apart and alike:
                row.append(each)
                break
        else:
            rows.append([each])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _line(row: list[Segment], leaf: Leaf) -> Line:
    edge = leaf.labels
    label = edge is not None and len(row) > 1 and has_label(row, edge)
    cells: list[list[Word]] = []
    edges: list[tuple[float, float]] = []
    bullet, left, iconed = "", row[0].left, False
    for at, segment in enumerate(row):
        words = list(segment.words)
        iconed = iconed or (not cells and words[0].is_icon)
        words = [word for word in words if not word.is_icon]
        opens = at == label and not bullet
        if opens and segment.dotted is not None:
            bullet, left = "•", segment.dotted
        elif opens and words:
            following = words[1] if len(words) > 1 else _first_word(row, segment)
            if following is not None and _is_bullet(words[0], following):
                bullet, left, words = words[0].text, segment.left, words[1:]
        words = [word for word in words if not _is_drawn(word)]
        if words:
            cells.append(words)
            edges.append((segment.left if segment.turned else words[0].box[0], segment.right))
    first = min(label, len(cells) - 1) if cells else 0
    start = edges[first][0] if edges else row[0].left
    return Line(
        cells=cells,
        page=row[0].page,
        left=min(left, start) if bullet or iconed else start,
        start=start,
        right=edges[-1][1] if edges else row[-1].right,
        base=row[first].base,
        size=max((word.size for cell in cells[first:] for word in cell), default=row[0].size),
        limit=leaf.right,
        floor=leaf.left,
        bullet=bullet,
        label=label and len(cells) > 1,
        iconed=iconed,
        edges=edges,
    )


def _first_word(row: list[Segment], before: Segment) -> Word | None:
    """The first word after a segment of the row, if it is near."""
    at = row.index(before) + 1
    if at < len(row) and row[at].left - before.right <= _BULLET_REACH:
        return next((word for word in row[at].words if not word.is_icon), None)
    return None


def _is_drawn(word: Word) -> bool:
    """Whether a word is but a row of dots or stars, as show a skill's level."""
    return word.look.icon or (len(word.text) > 2 and set(word.text) <= _RATING)


def _is_bullet(word: Word, following: Word) -> bool:
    if _NUMBER.match(word.text):
        return True
    if word.text not in BULLETS:
        return False
    if word.text in _ASCII_BULLETS:
        if word.text in "o+" and word.look.font == following.look.font:
            return False
        return not (word.text in "-–—" and following.text[:1].isdigit())
    return True


def _set_limits(lines: list[Line], leaf: Leaf, page: Page) -> None:
    """How far words reach: as far as the fullest lines that begin at the same place.

    Where only few of these are about that long, the fullest of the column count, and the lines
    below its headings.
    """
    ruled = [
        rule.right
        for rule in page.rules
        if abs(rule.left - leaf.left) <= EDGE and rule.right <= page.width - EDGE
        and leaf.right - EDGE <= rule.right <= leaf.right + _RULE_BEYOND * (leaf.right - leaf.left)
    ]  # fmt: skip
    single = [line for line in lines if len(line.cells) - line.label == 1 and not line.note]
    whole = _reach([line for line in single if len(line.words) >= 4]) or leaf.right
    for line in lines:
        alike = [one for one in single if abs(one.start - line.start) <= EDGE]
        own = _reach(alike)
        near = [one for one in alike if own and one.right >= own - 2 * one.size]
        even = own is not None and sum(one.right >= own - 1 for one in alike) >= _FULL_LINES
        line.sure = own is not None and len(near) >= _FULL_LINES
        line.limit = own if own and line.sure else max(whole, line.edges[0][1])
        if ruled and not even:
            line.limit = max(line.limit, *ruled)


def _reach(lines: list[Line]) -> float | None:
    """The right end of the fullest line; of the next one where it sticks out."""
    rights = sorted((line.right for line in lines), reverse=True)
    if not rights:
        return None
    sticks_out = len(rights) > 2 and rights[0] - rights[1] > 2 * lines[0].size
    return rights[1] if sticks_out and rights[1] - rights[2] < lines[0].size else rights[0]


def _is_ruled(line: Line, page: Page) -> bool:
    """Whether a horizontal line stands right below it, above it, or behind it on its level."""
    for rule in page.rules:
        if rule.right < line.left - EDGE or rule.left > line.right + 2 * line.size:
            continue
        wide = rule.right - rule.left
        below = 0 < rule.y - line.base <= 0.9 * line.size
        if below and wide >= 1.3 * (line.right - line.left):
            return True
        beside = abs(rule.y - (line.base - 0.3 * line.size)) <= 0.5 * line.size
        if beside and (rule.left >= line.right - EDGE or rule.right <= line.left + EDGE):
            return True
    return False


def joins_dates(first: str, second: str) -> bool:
    """Whether dates begin in one text and end in the next."""
    text = f"{first} {second}"
    return any(one.start < len(first) < one.end for one in find_dates(text))


# --- what belongs together --------------------------------------------------------------------


def _icons_as_bullets(lines: list[Line]) -> None:
    """Icons that lines begin with are bullets where several do, and one goes on below its words."""
    for line in lines:
        if not line.iconed or line.bullet or line.label:
            continue
        alike = [
            one for one in lines if one.iconed and _same_edge((one.left, one.start), (line.left, 0))
        ]
        hanging = [
            one
            for one, below in pairwise(lines)
            if one in alike and not below.iconed and abs(below.start - one.start) <= EDGE
            and abs(below.left - below.start) <= 1 and _is_below(one, below)
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
            before, now = _said(opened.cells[0]), _said(line.cells[0])
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


def _said(cell: Sequence[Word]) -> str:
    return " ".join(word.text for word in cell)


def _cells_joined(lines: list[Line]) -> list[Line]:
    """Dates on the right that go on below, and names beside them that do, as one line."""
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is None or line.bullet or not _is_below(above, line):
            kept.append(line)
            continue
        last = len(above.cells) - 1
        if (
            last >= 1
            and _same_edge(above.edges[last], line.edges[-1])
            and joins_dates(_said(above.cells[last]), _said(line.cells[-1]))
        ):
            above.cells[last] += line.cells.pop()
            line.edges.pop()
            if not line.cells:
                continue
            line.right = line.edges[-1][1]
            if len(line.cells) == 1 and _fills(above, 0, line):
                above.cells[0] += line.cells.pop()
                continue
        elif last >= 1 and not above.label and _fills(above, 0, line):
            if len(line.cells) == 1:
                above.cells[0] += line.cells[0]
                continue
            if len(line.cells) == last + 1 == 2 and _both_go_on(above, line):
                for cell, more in zip(above.cells, line.cells, strict=True):
                    cell += more
                continue
        kept.append(line)
    return kept


def _both_go_on(above: Line, line: Line) -> bool:
    """Whether the place on the right goes on below, too: "Den Helder," above "Netherlands"."""
    same = above.cells[1][-1].look == line.cells[1][0].look
    return same and _same_edge(above.edges[1], line.edges[1]) and _said(above.cells[1])[-1] == ","


def _is_below(above: Line, line: Line) -> bool:
    near = 0 < line.base - above.base <= 1.6 * max(above.size, line.size)
    return above.page == line.page and near


def _same_edge(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return abs(first[0] - second[0]) <= EDGE or abs(first[1] - second[1]) <= EDGE


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
            if _same_edge(above, line.edges[-1]) and _is_below_all(kept[title], line):
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
