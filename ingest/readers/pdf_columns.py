"""The reading order of a page: where it has columns, and what stands beside what.

A gutter is a strip that no line crosses. Not every gutter parts columns: dates on the right and
labels on the left belong to the lines that they stand beside, and are read with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.dates import find_dates
from ingest.readers.pdf_letters import BULLETS
from ingest.readers.pdf_words import Segment
from ingest.structure.kinds import exact_kind

#: Points. A gutter is at least so wide; what stands on one line differs by no more in height.
_MIN_GUTTER, _LEVEL = 7.0, 1.0
#: Letters on one line differ in size by this factor at most.
_ONE_LINE = 1.5
#: A side with fewer lines is no column.
_MIN_ROWS, _MIN_COLUMN = 2, 4
#: Points. So wide is a gutter that parts few lines.
_WIDE_GUTTER = 24.0
#: In ems: how far dates may stand above or below the line that they belong to.
_DATE_LEVEL = 0.3
#: From this share of lines that stand beside one of the other side, the two are read together.
_PAIRED = 0.6
#: Points from the top of the first page: so far down name and contact stand.
_HEAD = 240.0
#: Things that stand side by side have so many lines at most.
_SHORT_SIDE = 8
#: Of the lines on the left, names of sections are at least this share, three times over.
_NAMED = 0.9
_MAX_DEPTH = 6
#: No page for people has more segments; what has is read line by line.
_MAX_SEGMENTS = 2_500
_MAX_CANDIDATES = 80
_NARROW_LABELS = 0.36


@dataclass(slots=True)
class Leaf:
    """Segments that are read line by line, and the edges of the column that they stand in.

    `labels` is the edge left of which stand labels and dates for what stands right of it.
    """

    segments: list[Segment]
    left: float
    right: float
    page: int
    labels: float | None = None


@dataclass(slots=True)
class Band:
    """A stretch of a page, from edge to edge: columns side by side, each a list of leaves."""

    columns: list[list[Leaf]] = field(default_factory=list)


def bands_of(segments: Sequence[Segment]) -> list[Band]:
    """The bands of a page from top to bottom."""
    if not segments:
        return []
    left, right = _edges(segments)
    if len(segments) > _MAX_SEGMENTS:
        return [Band([[Leaf(list(segments), left, right, segments[0].page)]])]
    return _cut(list(segments), left, right, 0)


def _edges(segments: Sequence[Segment]) -> tuple[float, float]:
    return min(each.left for each in segments), max(each.right for each in segments)


def _cut(segments: list[Segment], left: float, right: float, depth: int) -> list[Band]:
    gutter = _gutter(segments) if depth < _MAX_DEPTH else None
    if gutter is None:
        leaf = Leaf(segments, left, right, segments[0].page)
        leaf.labels = _labels(leaf)
        return [Band([[leaf]])]
    bands: list[Band] = []
    if gutter.above:
        bands += _cut(gutter.above, left, right, depth + 1)
    columns = []
    for side, (low, high) in (
        (gutter.before, (left, min(_edges(gutter.before)[1], _edges(gutter.after)[0]))),
        (gutter.after, (_edges(gutter.after)[0], right)),
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
        return len(_rows(self.before)) + len(_rows(self.after))


def _gutter(segments: list[Segment]) -> _Gutter | None:
    """The gutter that parts the most lines into columns."""
    lefts = sorted({round(each.left) for each in segments})[:_MAX_CANDIDATES]
    found = [
        gutter
        for at in lefts
        for gutter in _gutters_at(segments, at + 0.5)
        if _parts_columns(gutter.before, gutter.after)
    ]
    return max(found, key=lambda gutter: gutter.weight, default=None)


def _gutters_at(segments: list[Segment], edge: float) -> list[_Gutter]:
    """The stretches down the page along which nothing crosses the strip left of `edge`."""
    crossed = [
        each for each in segments if each.left < edge - 1.5 and each.right > edge - _MIN_GUTTER
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
    for top, bottom in stretches:
        inside = [each for each in segments if top < _middle(each) < bottom]
        top = _below_heading_rows(inside, edge, top)
        inside = [each for each in inside if _middle(each) > top]
        before = [
            each for each in inside
            if each.right <= edge - _MIN_GUTTER or id(each) in stick_out
        ]  # fmt: skip
        after = [each for each in inside if each.left >= edge - 1.5]
        for low, high in _reaches(before, after, top, bottom):
            left = [each for each in before if low < _middle(each) < high]
            right = [each for each in after if low < _middle(each) < high]
            if len(left) >= _MIN_ROWS and len(right) >= _MIN_ROWS:
                above = [each for each in segments if _middle(each) <= low]
                below = [each for each in segments if _middle(each) >= high]
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


def _below_heading_rows(inside: list[Segment], edge: float, top: float) -> float:
    """Where the columns begin: below lines of several things side by side, as contacts are."""
    rows = _rows(inside)
    lefts = Counter(round(each.left) for each in inside if each.left >= edge - 1.5)
    for row in rows[:3]:
        beyond = [each for each in row if each.left >= edge - 1.5]
        if len(row) < 3 or not beyond or len(beyond) == len(row):
            continue
        if sum(lefts[round(beyond[0].left) + off] for off in (-1, 0, 1)) == 1:
            top = max(_middle(each) for each in row)
    return top


def _middle(segment: Segment) -> float:
    return (segment.top + segment.bottom) / 2


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments that stand on one line, line by line."""
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: one.base):
        if rows and each.base - rows[-1][0].base <= _LEVEL:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _parts_columns(before: list[Segment], after: list[Segment]) -> bool:
    left, right = _rows(before), _rows(after)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    if len(few) < _MIN_ROWS or not (_is_block(left) and _is_block(right)):
        return False
    if _are_headings(left, right):
        return False
    beside = [row for row in few if _stands_beside(row, many)]
    if _overlap(left, right) < 0.4:
        return False
    if len(few) < _MIN_COLUMN:
        # Few lines: a name with the contact beside it, or things side by side.
        wide = right[0][0].left - max(row[-1].right for row in left) >= _WIDE_GUTTER
        apart = not beside and wide and len(many) >= len(few) + 1
        return _is_grid(left, right) or (apart and _is_head(few))
    if len(beside) < _PAIRED * len(few):
        return not _are_labels(left, right) and not _are_notes(left, right)
    return _is_grid(left, right) or _reads_down(few)


def _is_head(rows: list[list[Segment]]) -> bool:
    """Whether lines stand where a first page has name and contact."""
    return rows[0][0].page == 1 and rows[-1][0].base <= _HEAD


def _is_block(rows: list[list[Segment]]) -> bool:
    """Whether lines begin, end or are centred at few places, as those of one column do."""
    measures = (
        [row[0].left for row in rows],
        [row[-1].right for row in rows],
        [(row[0].left + row[-1].right) / 2 for row in rows],
    )
    for at, places in enumerate(measures):
        places_allowed = min(3, 1 + len(rows) // 5) if at == 0 else 1
        usual = Counter(round(place / 2) for place in places).most_common(places_allowed)
        if sum(count for _, count in usual) >= 0.6 * len(rows):
            return True
    return False


def _overlap(left: list[list[Segment]], right: list[list[Segment]]) -> float:
    """How much of the lower side stands beside the other, as a share."""
    top = max(left[0][0].base, right[0][0].base)
    bottom = min(left[-1][0].base, right[-1][0].base)
    height = min(side[-1][0].base - side[0][0].base for side in (left, right))
    return (bottom - top) / height if height > 0 else 1.0


def _stands_beside(row: list[Segment], others: list[list[Segment]]) -> bool:
    """Whether a line of the other side has the same height; dates are often set smaller.

    What is set in far larger letters is not read as one line with what stands beside it.
    """
    reach = _DATE_LEVEL * row[0].size if _is_date(row[0].text) else _LEVEL
    bases = [
        other[0].base
        for other in others
        if max(other[0].size, row[0].size) <= _ONE_LINE * min(other[0].size, row[0].size)
    ]
    at = bisect_left(bases, row[0].base - reach)
    return at < len(bases) and bases[at] <= row[0].base + reach


def _are_headings(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Whether the names of sections stand on the left, and what is in them on the right."""
    named = [sum(exact_kind(row[0].text) is not None for row in side) for side in (left, right)]
    starts = min(row[0].left for row in left), min(row[0].left for row in right)
    width = max(row[-1].right for row in right) - starts[0]
    narrow = starts[1] - starts[0] <= 1.2 * _NARROW_LABELS * width
    most = 3 * named[0] >= len(left) * _NAMED and len(right) >= len(left)
    return narrow and named[0] >= 2 and not named[1] and most


def _are_labels(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Whether the left side holds dates or labels, each block beginning beside a line."""
    wide = max(row[-1].right for row in left) - min(row[0].left for row in left)
    whole = max(row[-1].right for row in right) - min(row[0].left for row in left)
    blocks = _blocks(left)
    if wide > _NARROW_LABELS * whole or len(left) > 0.75 * len(right) + 2:
        return False
    starts = [block for block in blocks if _stands_beside(block[0], right)]
    texts = [" ".join(each.text for row in block for each in row) for block in blocks]
    dated = sum(_is_date(text) for text in texts)
    return len(blocks) >= 2 and (
        (len(starts) >= 0.8 * len(blocks) and max(map(len, blocks)) <= 3)
        or dated >= 0.6 * len(blocks)
    )


def _are_notes(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Whether the right side holds dates and places of what stands on the left."""
    blocks = _blocks(right)
    if max(map(len, blocks)) > 3 or len(right) > len(left):
        return False
    starts = [block for block in blocks if _stands_beside(block[0], left)]
    dated = sum(any(_is_date(each.text) for row in block for each in row) for block in blocks)
    return len(starts) >= 0.8 * len(blocks) and dated >= 0.6 * len(blocks)


def _blocks(rows: list[list[Segment]]) -> list[list[list[Segment]]]:
    """Lines that follow each other without a gap."""
    blocks: list[list[list[Segment]]] = []
    for row in rows:
        last = blocks[-1][-1][0] if blocks else None
        if last is not None and row[0].base - last.base <= 1.55 * max(row[0].size, last.size):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


_BEGINS_DATES = re.compile(
    r"^[\w.,'’ ]{0,16}(?:\d{4}|\d{1,2}/\d{2,4})\W{0,3}[-–—]?\s*[^\W\d]{0,10}\.?$"
)
_SHORT_DATE = re.compile(
    r"^[\s\W]*(?:present|now|today|current|ongoing|\d{4})[\s\W]*$", re.IGNORECASE
)


def _is_date(text: str) -> bool:
    """Whether nothing much but dates stands here."""
    found = find_dates(text)
    said = sum(one.end - one.start for one in found)
    return (bool(found) and said >= 0.6 * len(text.strip())) or bool(_SHORT_DATE.match(text))


def _is_grid(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Whether things stand side by side, each under its own name: the first line of both bold,
    and the others not; or dates in both."""
    if abs(left[0][0].base - right[0][0].base) > _LEVEL or max(len(left), len(right)) > 12:
        return False
    dated = [[any(_is_date(each.text) for each in row) for row in side] for side in (left, right)]
    if any(dated[0]) and any(dated[1]):
        return True
    if any(dated[0]) or any(dated[1]):
        return False
    heads = left[0][0].look, right[0][0].look
    rest = [row[0].look for side in (left, right) for row in side[1:]]
    return all(look.bold for look in heads) and not any(look.bold for look in rest)


def _reads_down(rows: list[list[Segment]]) -> bool:
    """Whether lines go on from one to the next, as those of a column do."""
    starts = [row[0].text for row in rows]
    going_on = sum(
        text[:1].islower() or (text[:1] in BULLETS and not text[:1].isalnum()) for text in starts
    )
    dated = sum(any(_is_date(each.text) for each in row) for row in rows)
    return len(rows) >= 4 and going_on >= 0.3 * len(rows) and dated < 0.3 * len(rows)


# --- labels -----------------------------------------------------------------------------------


def _labels(leaf: Leaf) -> float | None:
    """Where the words begin that labels on the left stand beside, if there are such labels."""
    rows = _rows(leaf.segments)
    width = leaf.right - leaf.left
    starts: Counter[int] = Counter()
    for row in rows:
        if (
            len(row) > 1
            and row[0].text not in BULLETS
            and row[0].right <= leaf.left + _NARROW_LABELS * width
        ):
            starts[round(row[1].left)] += 1
    alone = Counter(round(row[0].left) for row in rows)
    candidates = [at for at, _ in starts.most_common(4)]
    candidates += [at for at, _ in alone.most_common(3) if at not in candidates]
    for at in candidates:
        edge = at + 0.5
        if edge <= leaf.left + 1.2 * _NARROW_LABELS * width and _are_labelled(
            rows, edge, starts[at]
        ):
            return edge
    return None


def _are_labelled(rows: list[list[Segment]], edge: float, count: int) -> bool:
    """Whether what ends left of an edge are labels for what begins there."""
    labelled = [row for row in rows if has_label(row, edge)]
    if labelled and count >= _MIN_ROWS:
        dated = sum(_is_dated(row[0].text) for row in labelled)
        low, high = labelled[0][0].base, labelled[-1][0].base
        among = [row for row in rows if low <= row[0].base <= high]
        crossing = sum(row[0].left < edge - 2 and row[0].right > edge for row in among)
        if dated >= 0.6 * len(labelled) or crossing <= 0.1 * len(among):
            return True
    if len(labelled) == 1 and exact_kind(labelled[0][0].text) is not None:
        # The name of a section, and the section is all there is.
        within = sum(row[0].left >= edge - 2 for row in rows)
        return within >= 0.9 * (len(rows) - 1)
    left = [[one for one in row if one.right < edge - 2] for row in rows]
    right = [[one for one in row if one.left >= edge - 2] for row in rows]
    left, right = [row for row in left if row], [row for row in right if row]
    crossing = sum(one.left < edge - 2 <= one.right for row in rows for one in row)
    few = crossing <= 0.1 * len(rows)
    return few and bool(left and right) and _are_headings(left, right)


def has_label(row: list[Segment], edge: float) -> bool:
    """Whether the first words of a line are a label for those that begin at `edge`."""
    if len(row) < 2 or row[0].text in BULLETS:
        return False
    return row[0].right < edge - 2 and abs(row[1].left - edge) <= 2.5


def _is_dated(text: str) -> bool:
    """Whether dates stand here, or the beginning of dates that go on below."""
    return _is_date(text) or bool(_BEGINS_DATES.search(text))
