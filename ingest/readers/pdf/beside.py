"""What stands left and right of a strip that nothing crosses: columns, or parts of lines?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from ingest.readers.pdf.letters import BULLETS
from ingest.readers.pdf.region import LEVEL, MIN_ROWS, NARROW_LABELS, Rows, is_date, rows_of
from ingest.readers.pdf.words import Segment
from ingest.structure.kinds import exact_kind

#: Letters on one line differ in size by this factor at most.
_ONE_LINE = 1.5
#: With fewer lines a side is no column of text.
_MIN_COLUMN = 4
#: Points. So wide is a gutter that parts few lines.
_WIDE_GUTTER = 24.0
#: In ems: how far dates may stand above or below the line that they belong to.
_DATE_LEVEL = 0.3
#: From this share of lines that stand beside one of the other side, the two are read together.
_PAIRED = 0.6
#: Points from the top of the first page: so far down name and contact stand.
_HEAD = 240.0
#: Of the lines on the left, names of sections are at least this share, three times over.
_NAMED = 0.9


def parts_columns(before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Whether two sides are columns, each to be read from top to bottom."""
    left, right = rows_of(before), rows_of(after)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    if len(few) < MIN_ROWS or not (_is_block(left) and _is_block(right)):
        return False
    if are_headings(left, right):
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


def _is_head(rows: Rows) -> bool:
    """Whether lines stand where a first page has name and contact."""
    return rows[0][0].page == 1 and rows[-1][0].base <= _HEAD


def _is_block(rows: Rows) -> bool:
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


def _overlap(left: Rows, right: Rows) -> float:
    """How much of the lower side stands beside the other, as a share."""
    top = max(left[0][0].base, right[0][0].base)
    bottom = min(left[-1][0].base, right[-1][0].base)
    height = min(side[-1][0].base - side[0][0].base for side in (left, right))
    return (bottom - top) / height if height > 0 else 1.0


def _stands_beside(row: list[Segment], others: Rows) -> bool:
    """Whether a line of the other side has the same height; dates are often set smaller.

    What is set in far larger letters is not read as one line with what stands beside it.
    """
    reach = _DATE_LEVEL * row[0].size if is_date(row[0].text) else LEVEL
    first = bisect_left(others, row[0].base - reach, key=lambda other: other[0].base)
    for other in others[first:]:
        if other[0].base > row[0].base + reach:
            return False
        if max(other[0].size, row[0].size) <= _ONE_LINE * min(other[0].size, row[0].size):
            return True
    return False


def are_headings(left: Rows, right: Rows) -> bool:
    """Whether the names of sections stand on the left, and what is in them on the right."""
    named = [sum(exact_kind(row[0].text) is not None for row in side) for side in (left, right)]
    starts = min(row[0].left for row in left), min(row[0].left for row in right)
    width = max(row[-1].right for row in right) - starts[0]
    narrow = starts[1] - starts[0] <= 1.2 * NARROW_LABELS * width
    most = 3 * named[0] >= len(left) * _NAMED and len(right) >= len(left)
    return narrow and named[0] >= 2 and not named[1] and most


def _are_labels(left: Rows, right: Rows) -> bool:
    """Whether the left side holds dates or labels, each block beginning beside a line."""
    wide = max(row[-1].right for row in left) - min(row[0].left for row in left)
    whole = max(row[-1].right for row in right) - min(row[0].left for row in left)
    blocks = _blocks(left)
    if wide > NARROW_LABELS * whole or len(left) > 0.75 * len(right) + 2:
        return False
    starts = [block for block in blocks if _stands_beside(block[0], right)]
    texts = [" ".join(each.text for row in block for each in row) for block in blocks]
    dated = sum(is_date(text) for text in texts)
    return len(blocks) >= 2 and (
        (len(starts) >= 0.8 * len(blocks) and max(map(len, blocks)) <= 3)
        or dated >= 0.6 * len(blocks)
    )


def _are_notes(left: Rows, right: Rows) -> bool:
    """Whether the right side holds dates and places of what stands on the left."""
    blocks = _blocks(right)
    if max(map(len, blocks)) > 3 or len(right) > len(left):
        return False
    starts = [block for block in blocks if _stands_beside(block[0], left)]
    dated = sum(any(is_date(each.text) for row in block for each in row) for block in blocks)
    return len(starts) >= 0.8 * len(blocks) and dated >= 0.6 * len(blocks)


def _blocks(rows: Rows) -> list[Rows]:
    """Lines that follow each other without a gap."""
    blocks: list[Rows] = []
    for row in rows:
        last = blocks[-1][-1][0] if blocks else None
        if last is not None and row[0].base - last.base <= 1.55 * max(row[0].size, last.size):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _is_grid(left: Rows, right: Rows) -> bool:
    """Whether things stand side by side, each under its own name: the first line of both bold,
    and the others not; or dates in both."""
    if abs(left[0][0].base - right[0][0].base) > LEVEL or max(len(left), len(right)) > 12:
        return False
    dated = [[any(is_date(each.text) for each in row) for row in side] for side in (left, right)]
    if any(dated[0]) and any(dated[1]):
        return True
    if any(dated[0]) or any(dated[1]):
        return False
    heads = left[0][0].look, right[0][0].look
    rest = [row[0].look for side in (left, right) for row in side[1:]]
    return all(look.bold for look in heads) and not any(look.bold for look in rest)


def _reads_down(rows: Rows) -> bool:
    """Whether lines go on from one to the next, as those of a column do."""
    starts = [row[0].text for row in rows]
    going_on = sum(
        text[:1].islower() or (text[:1] in BULLETS and not text[:1].isalnum()) for text in starts
    )
    dated = sum(any(is_date(each.text) for each in row) for row in rows)
    return len(rows) >= 4 and going_on >= 0.3 * len(rows) and dated < 0.3 * len(rows)
