"""Parts of a page: the rows of its segments, columns, and what is read line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.dates import find_dates
from ingest.readers.pdf.words import Segment

#: Points by which what stands on one line differs in height, at most.
LEVEL = 1.0
#: Points. A gutter between columns is at least so wide.
MIN_GUTTER = 7.0
#: A side with fewer lines is no column.
MIN_ROWS = 2
#: Labels on the left take this share of the width at most.
NARROW_LABELS = 0.36

#: Segments that stand on one line, line by line.
Rows = list[list[Segment]]


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


def edges_of(segments: Sequence[Segment]) -> tuple[float, float]:
    """The left and right edge of all segments."""
    return min(each.left for each in segments), max(each.right for each in segments)


def middle(segment: Segment) -> float:
    """How far down a segment stands."""
    return (segment.top + segment.bottom) / 2


def rows_of(segments: Sequence[Segment]) -> Rows:
    """Segments that stand on one line, line by line."""
    rows: Rows = []
    for each in sorted(segments, key=lambda one: one.base):
        if rows and each.base - rows[-1][0].base <= LEVEL:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [sorted(row, key=lambda one: one.left) for row in rows]


_SHORT_DATE = re.compile(
    r"^[\s\W]*(?:present|now|today|current|ongoing|\d{4})[\s\W]*$", re.IGNORECASE
)


def is_date(text: str) -> bool:
    """Whether nothing much but dates stands here."""
    found = find_dates(text)
    said = sum(one.end - one.start for one in found)
    return (bool(found) and said >= 0.6 * len(text.strip())) or bool(_SHORT_DATE.match(text))
