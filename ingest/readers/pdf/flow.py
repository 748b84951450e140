"""The columns of all pages in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.pdf.columns import bands_of
from ingest.readers.pdf.region import Band, Leaf
from ingest.readers.pdf.words import Segment

#: Points by which the edge of a column may move from page to page.
_EDGE = 14.0
#: Columns whose widths differ by no more than this share are columns of one text.
_ALIKE = 0.06


def columns_of(pages: Sequence[Sequence[Segment]]) -> list[list[list[Leaf]]]:
    """For each band of the document its columns, and of these the leaves.

    A column that goes on upon the next page is one column, so that a side column on the first page
    does not stand between two halves of a job.
    """
    whole: list[Band] = []
    for segments in pages:
        upright = [each for each in segments if not each.turned]
        bands = bands_of(upright)
        if whole and bands and _joined(whole[-1], bands[0]):
            bands = bands[1:]
        whole += bands
        turned = [each for each in segments if each.turned]
        whole += [Band([[leaf]]) for leaf in _turned(turned)]
    name = _largest(pages[0]) if pages else None
    for band in whole:
        if name is not None and len(band.columns) > 1:
            band.columns.sort(key=lambda column: not _holds(column, name))
    return [band.columns for band in whole]


def _turned(segments: Sequence[Segment]) -> list[Leaf]:
    """Text that stands on its side, direction by direction."""
    leaves = []
    for turned in sorted({each.turned for each in segments}):
        part = [each for each in segments if each.turned == turned]
        left, right = min(each.left for each in part), max(each.right for each in part)
        leaves.append(Leaf(part, left, right, part[0].page))
    return leaves


def _joined(above: Band, below: Band) -> bool:
    """Append the columns at the top of a page to those of the page before, where they go on."""
    if len(above.columns) < 2:
        return False
    edges = [_edges(column) for column in above.columns]
    if len(below.columns) == len(above.columns):
        alike = all(
            abs(_edges(column)[0] - left) <= _EDGE
            for column, (left, _) in zip(below.columns, edges, strict=True)
        )
        if not alike:
            return False
        widths = [right - left for left, right in edges]
        if max(widths) - min(widths) <= _ALIKE * max(widths):
            above.columns += below.columns
        else:
            for column, more in zip(above.columns, below.columns, strict=True):
                column.extend(more)
        return True
    if len(below.columns) == 1:
        left, right = _edges(below.columns[0])
        for column, (low, high) in zip(above.columns, edges, strict=True):
            if low - _EDGE <= left <= low + 2 * _EDGE and right <= high + _EDGE:
                column.extend(below.columns[0])
                return True
    return False


def _edges(column: Sequence[Leaf]) -> tuple[float, float]:
    return min(leaf.left for leaf in column), max(leaf.right for leaf in column)


def _largest(segments: Sequence[Segment]) -> Segment | None:
    """The largest words of a page: a name, mostly."""
    worded = [each for each in segments if any(map(str.isalpha, each.text)) and not each.turned]
    return max(worded, key=lambda each: (round(each.size), -each.base), default=None)


def _holds(column: Sequence[Leaf], segment: Segment) -> bool:
    return any(each is segment for leaf in column for each in leaf.segments)
