"""Labels and dates that stand in a column of their own, left of the lines that they belong to."""

from __future__ import annotations

import re
from collections import Counter

from ingest.readers.pdf.beside import are_headings
from ingest.readers.pdf.letters import BULLETS
from ingest.readers.pdf.region import MIN_ROWS, NARROW_LABELS, Leaf, Rows, is_date, rows_of
from ingest.readers.pdf.words import Segment
from ingest.structure.kinds import exact_kind

_BEGINS_DATES = re.compile(
    r"^[\w.,'’ ]{0,16}(?:\d{4}|\d{1,2}/\d{2,4})\W{0,3}[-–—]?\s*[^\W\d]{0,10}\.?$"
)


def labels_of(leaf: Leaf) -> float | None:
    """Where the words begin that labels on the left stand beside, if there are such labels."""
    rows = rows_of(leaf.segments)
    width = leaf.right - leaf.left
    starts: Counter[int] = Counter()
    for row in rows:
        if (
            len(row) > 1
            and row[0].text not in BULLETS
            and row[0].right <= leaf.left + NARROW_LABELS * width
        ):
            starts[round(row[1].left)] += 1
    alone = Counter(round(row[0].left) for row in rows)
    candidates = [at for at, _ in starts.most_common(4)]
    candidates += [at for at, _ in alone.most_common(3) if at not in candidates]
    for at in candidates:
        edge = at + 0.5
        if edge <= leaf.left + 1.2 * NARROW_LABELS * width and _are_labelled(
            rows, edge, starts[at]
        ):
            return edge
    return None


def _are_labelled(rows: Rows, edge: float, count: int) -> bool:
    """Whether what ends left of an edge are labels for what begins there."""
    labelled = [row for row in rows if has_label(row, edge)]
    if labelled and count >= MIN_ROWS:
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
    return few and bool(left and right) and are_headings(left, right)


def has_label(row: list[Segment], edge: float) -> bool:
    """Whether the first words of a line are a label for those that begin at `edge`."""
    if len(row) < 2 or row[0].text in BULLETS:
        return False
    return row[0].right < edge - 2 and abs(row[1].left - edge) <= 2.5


def _is_dated(text: str) -> bool:
    """Whether dates stand here, or the beginning of dates that go on below."""
    return is_date(text) or bool(_BEGINS_DATES.search(text))
