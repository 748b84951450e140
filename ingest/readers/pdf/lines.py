"""The lines of a column, from top to bottom, and how far its words reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.readers.pdf.joins import joined
from ingest.readers.pdf.line import BULLET_REACH, EDGE, Line, line_of
from ingest.readers.pdf.pages import Dot, Page
from ingest.readers.pdf.region import Leaf
from ingest.readers.pdf.words import Segment

#: In ems: how far apart what stands on one line may be in height.
_LEVEL = 0.3
#: Letters on one line differ in size by this factor at most.
_ONE_LINE = 1.7
#: So many lines that end at about one place end there because the column does.
_FULL_LINES = 3
#: A line below a heading sticks out of the words by this share of their width at most.
_RULE_BEYOND = 0.35


def lines_of(leaf: Leaf, page: Page) -> list[Line]:
    """The lines of a leaf, from top to bottom."""
    _dot(leaf.segments, page.dots)
    lines = [line_of(row, leaf) for row in _rows(leaf.segments)]
    lines = joined([line for line in lines if line.cells], leaf)
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
            if 0 < each.left - dot.x <= BULLET_REACH
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


def _set_limits(lines: list[Line], leaf: Leaf, page: Page) -> None:
    """How far words reach: as far as the fullest lines that begin at the same place.

    Where only few of these are about that long, the fullest of the column count, and the lines
    below its headings.
    """
    ruled = _ruled_to(leaf, page)
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
            line.limit, line.sure = max(line.limit, ruled), True


def _ruled_to(leaf: Leaf, page: Page) -> float | None:
    """Where the lines below the headings of a column end, if it has such lines."""
    top, bottom = (edge(each.base for each in leaf.segments) for edge in (min, max))
    beyond = leaf.right + _RULE_BEYOND * (leaf.right - leaf.left)
    ends = Counter(
        round(rule.right)
        for rule in page.rules
        if abs(rule.left - leaf.left) <= EDGE and top <= rule.y <= bottom
        and leaf.right - EDGE <= rule.right <= min(beyond, page.width - EDGE)
    )  # fmt: skip
    return float(ends.most_common(1)[0][0]) if ends else None


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
