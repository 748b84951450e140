"""The reading order of a page: where it has columns.

A gutter is a strip that no line crosses. Not every gutter parts columns: dates on the right and
labels on the left belong to the lines that they stand beside, and are read with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf.beside import parts_columns
from ingest.readers.pdf.labels import labels_of
from ingest.readers.pdf.region import (
    MIN_GUTTER,
    MIN_ROWS,
    Band,
    Leaf,
    edges_of,
    middle,
    rows_of,
)
from ingest.readers.pdf.words import Segment

#: Things that stand side by side have so many lines at most.
_SHORT_SIDE = 8
_MAX_DEPTH = 6
#: No page for people has more segments; what has is read line by line.
_MAX_SEGMENTS = 2_500
_MAX_CANDIDATES = 80


def bands_of(segments: Sequence[Segment]) -> list[Band]:
    """The bands of a page from top to bottom."""
    if not segments:
        return []
    left, right = edges_of(segments)
    if len(segments) > _MAX_SEGMENTS:
        return [Band([[Leaf(list(segments), left, right, segments[0].page)]])]
    return _cut(list(segments), left, right, 0)


def _cut(segments: list[Segment], left: float, right: float, depth: int) -> list[Band]:
    gutter = _gutter(segments) if depth < _MAX_DEPTH else None
    if gutter is None:
        leaf = Leaf(segments, left, right, segments[0].page)
        leaf.labels = labels_of(leaf)
        return [Band([[leaf]])]
    bands: list[Band] = []
    if gutter.above:
        bands += _cut(gutter.above, left, right, depth + 1)
    columns = []
    for side, (low, high) in (
        (gutter.before, (left, min(edges_of(gutter.before)[1], edges_of(gutter.after)[0]))),
        (gutter.after, (edges_of(gutter.after)[0], right)),
    ):
        inner = _cut(side, low, high, depth + 1)
        columns += _flat(inner)
    bands.append(Band(columns))
    if gutter.below:
        bands += _cut(gutter.below, left, right, depth + 1)
    return bands


def _flat(bands: list[Band]) -> list[list[Leaf]]:
    """What stands in a column, itself perhaps with columns, as columns side by side."""
    if len(bands) == 1:
        return bands[0].columns
    return [[leaf for band in bands for column in band.columns for leaf in column]]


# --- gutters ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Gutter:
    above: list[Segment]
    before: list[Segment]
    after: list[Segment]
    below: list[Segment]

    @property
    def weight(self) -> int:
        return len(rows_of(self.before)) + len(rows_of(self.after))


def _gutter(segments: list[Segment]) -> _Gutter | None:
    """The gutter that parts the most lines into columns."""
    lefts = sorted({round(each.left) for each in segments})[:_MAX_CANDIDATES]
    found = [
        gutter
        for at in lefts
        for gutter in _gutters_at(segments, at + 0.5)
        if parts_columns(gutter.before, gutter.after)
    ]
    return max(found, key=lambda gutter: gutter.weight, default=None)


def _gutters_at(segments: list[Segment], edge: float) -> list[_Gutter]:
    """The stretches down the page along which nothing crosses the strip left of `edge`."""
    crossed = [
        each for each in segments if each.left < edge - 1.5 and each.right > edge - MIN_GUTTER
    ]
    lefts = Counter(round(each.left) for each in segments)
    # A long address sticks out of a narrow column, for it has no place to break.
    out = [each for each in crossed if len(each.words) == 1 and lefts[round(each.left)] >= 3]
    stick_out = {id(each) for each in out}
    crossing = sorted((each.top, each.bottom) for each in crossed if id(each) not in stick_out)
    stretches: list[tuple[float, float]] = []
    at = float("-inf")
    for top, bottom in [*crossing, (float("inf"), float("inf"))]:
        if top > at:
            stretches.append((at, top))
        at = max(at, bottom)
    found = []
    for upper, bottom in stretches:
        inside = [each for each in segments if upper < middle(each) < bottom]
        top = _below_headingrows_of(inside, edge, upper)
        inside = [each for each in inside if middle(each) > top]
        before = [
            each for each in inside
            if each.right <= edge - MIN_GUTTER or id(each) in stick_out
        ]  # fmt: skip
        after = [each for each in inside if each.left >= edge - 1.5]
        for low, high in _reaches(before, after, top, bottom):
            left = [each for each in before if low < middle(each) < high]
            right = [each for each in after if low < middle(each) < high]
            if len(left) >= MIN_ROWS and len(right) >= MIN_ROWS:
                above = [each for each in segments if middle(each) <= low]
                below = [each for each in segments if middle(each) >= high]
                found.append(_Gutter(above, left, right, below))
    return found


def _reaches(
    before: list[Segment], after: list[Segment], top: float, bottom: float
) -> list[tuple[float, float]]:
    """How far two sides may stand beside each other: all the way, or as far as a short one."""
    reaches = [(top, bottom)]
    short = min(before, after, key=len)
    if 0 < len(short) <= _SHORT_SIDE:
        low, high = min(each.top for each in short), max(each.bottom for each in short)
        reaches.append((max(top, low - 1), min(bottom, high + 1)))
    return reaches


def _below_headingrows_of(inside: list[Segment], edge: float, top: float) -> float:
    """Where the columns begin: below lines of several things side by side, as contacts are."""
    rows = rows_of(inside)
    lefts = Counter(round(each.left) for each in inside if each.left >= edge - 1.5)
    for row in rows[:3]:
        beyond = [each for each in row if each.left >= edge - 1.5]
        if len(row) < 3 or not beyond or len(beyond) == len(row):
            continue
        if sum(lefts[round(beyond[0].left) + off] for off in (-1, 0, 1)) == 1:
            top = max(middle(each) for each in row)
    return top
