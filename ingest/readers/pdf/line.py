"""One line of a column: its cells, its bullet, its label, and how it is set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.pdf.labels import has_label
from ingest.readers.pdf.letters import BULLETS
from ingest.readers.pdf.pages import Look
from ingest.readers.pdf.region import Leaf
from ingest.readers.pdf.words import Segment, Word

#: Points by which edges that are meant to be one may differ.
EDGE = 3.0
#: Points between a bullet and its words, at most.
BULLET_REACH = 42.0
_NUMBER = re.compile(r"^(?:\[\d{1,3}\]|\(?\d{1,2}[.)])$")
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
    #: The base line of its lowest words, where cells go on below.
    low: float = 0.0
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


def line_of(row: list[Segment], leaf: Leaf) -> Line:
    """A row of segments as a line: its label, its bullet, its cells."""
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
        low=row[first].base,
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
    if at < len(row) and row[at].left - before.right <= BULLET_REACH:
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


def said(cell: Sequence[Word]) -> str:
    """The words of a cell."""
    return " ".join(word.text for word in cell)


def is_below(above: Line, line: Line) -> bool:
    """Whether a line stands right below another."""
    near = 0 < line.base - above.low <= 1.6 * max(above.size, line.size)
    return above.page == line.page and near


def same_edge(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether two cells begin or end at one place."""
    return abs(first[0] - second[0]) <= EDGE or abs(first[1] - second[1]) <= EDGE
