"""Lines in reading order become blocks, and the text that the blocks are spans of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.blocks import BlockKind
from ingest.dates import find_dates
from ingest.readers.pdf.headings import SECTION_LEVEL
from ingest.readers.pdf.hyphens import divides, whole_word
from ingest.readers.pdf.joins import joins_dates
from ingest.readers.pdf.line import EDGE, Line
from ingest.readers.pdf.text import Pending, Written, write

#: In ems, from one base line to the next: more parts paragraphs, more than that parts anything.
_TIGHT, _NEAR = 1.45, 1.8
#: Sizes that differ by more than this share belong to two texts.
_SAME_SIZE = 0.08
#: In ems: what a line may lack to be full beside the width of the next word.
_SLACK = 0.35
#: "Languages: Go" begins a line of its own; so far from its end a line is searched for dates.
_LABELLED = re.compile(r"^[^\W\d_][\w /&+-]{1,28}:\s")
_DATES_REACH = 60
_ENDS = (".", "!", "?", ":", ";", "。")
_WEB = ("http://", "https://", "mailto:", "tel:")


def write_blocks(lines: Sequence[Line], vocabulary: frozenset[str]) -> Written:
    """Blocks and text of lines in reading order. `vocabulary` are the document's words."""
    written = Written()
    for pending in _grouped(lines, vocabulary):
        write(written, pending)
    return written


# --- which lines make a block -----------------------------------------------------------------


def _grouped(lines: Sequence[Line], vocabulary: frozenset[str]) -> list[Pending]:
    blocks: list[Pending] = []
    bullets: list[float] = []
    usual = _usual_leading(lines)
    for line in _without_label_headings(lines):
        if not line.cells:
            continue
        last = blocks[-1] if blocks else None
        above = last.lines[-1] if last else None
        if last and above and _goes_on(above, line, last):
            if divides(above.words[-1].text):
                _make_whole(above, line, vocabulary)
            if line.cells:
                last.lines.append(line)
                last.joined.append(True)
            continue
        if line.heading:
            bullets = []
            blocks.append(Pending(BlockKind.HEADING, [line], [False], level=line.heading))
        elif line.bullet:
            while bullets and line.left < bullets[-1] - EDGE:
                bullets.pop()
            if not bullets or line.left > bullets[-1] + EDGE:
                bullets.append(line.left)
            blocks.append(Pending(BlockKind.ITEM, [line], [False], depth=len(bullets)))
        elif last and above and _is_beside(above, line, last, usual):
            last.lines.append(line)
            last.joined.append(False)
        else:
            bullets = []
            blocks.append(Pending(BlockKind.PARAGRAPH, [line], [False]))
    return blocks


def _without_label_headings(lines: Sequence[Line]) -> list[Line]:
    """With headings that stand left of their section's first line as lines of their own."""
    parted: list[Line] = []
    for line in lines:
        if line.heading == SECTION_LEVEL and line.label and len(line.cells) > 1:
            rest = Line(
                cells=line.cells[1:], page=line.page, left=line.edges[1][0],
                start=line.edges[1][0], right=line.right, base=line.base,
                size=max(word.size for cell in line.cells[1:] for word in cell),
                limit=line.limit, floor=line.edges[1][0], edges=line.edges[1:],
            )  # fmt: skip
            line.cells, line.edges = line.cells[:1], line.edges[:1]
            line.right = line.edges[0][1]
            parted += [line, rest]
        else:
            parted.append(line)
    return parted


def _usual_leading(lines: Sequence[Line]) -> float:
    """The usual distance from line to line, in ems."""
    leadings = Counter(
        round((below.base - above.base) / above.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < below.base - above.base < 2 * above.size
    )
    return min(leadings.most_common(1)[0][0], _TIGHT) if leadings else _TIGHT - 0.2


def _goes_on(above: Line, line: Line, block: Pending) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    if line.bullet or line.heading != above.heading or line.label or line.iconed:
        return False
    if line.note or above.note or len(above.cells) > 1 + above.label:
        return False
    if abs(line.size - above.size) > _SAME_SIZE * above.size or not _is_near(above, line, _NEAR):
        return False
    item = block.lines[0] if block.kind is BlockKind.ITEM else None
    hanging = item is not None and abs(line.start - item.start) <= EDGE
    if item is not None:
        aligned = hanging or abs(line.start - item.left) <= EDGE
    else:
        aligned = _is_aligned(above, line, block)
    if not aligned:
        return False
    first = line.words[0]
    full = above.limit - above.right < first.box[2] - first.box[0] + _SLACK * line.size
    lower = first.text[:1].islower() and not above.text.endswith(_ENDS)
    if not (full and lower):
        restyled = above.bold != line.bold and above.words[-1].look.bold != first.look.bold
        if restyled or len(line.cells) > 1:
            return False
    if line.heading:
        return full or line.heading == 1
    if divides(above.words[-1].text) and (lower or full):
        return True
    if not lower and (_LABELLED.match(line.text) or _ends_in_range(above.text, line.text)):
        return False
    alike = above.words[-1].look == first.look
    return full or (lower and (alike or hanging))


def _ends_in_range(text: str, following: str) -> bool:
    """Whether a line ends with the dates of an entry, as those that name one do."""
    if text.endswith(("-", "–", "—")) or joins_dates(text[-_DATES_REACH:], following[:30]):
        return False
    found = find_dates(text[-_DATES_REACH:])
    ranged = bool(found) and (found[-1].current or found[-1].first != found[-1].last)
    return ranged and not any(map(str.isalnum, text[-_DATES_REACH:][found[-1].end :]))


def _is_near(above: Line, line: Line, reach: float) -> bool:
    """Whether a line stands right below another, or at the top of what comes next."""
    if above.page != line.page or line.base < above.base - above.size:
        return True
    return 0 <= line.base - above.base <= reach * max(above.size, line.size)


def _is_aligned(above: Line, line: Line, block: Pending) -> bool:
    """Whether two lines begin or are centred at one place; the first may be indented."""
    start = above.edges[1][0] if above.label and len(above.edges) > 1 else above.start
    if above.page != line.page or line.base < above.base:
        return abs((line.start - line.floor) - (start - above.floor)) <= EDGE
    indented = len(block.lines) == 1 and 0 < start - line.start <= 3 * line.size
    centred = abs((line.start + line.right) - (start + above.right)) <= EDGE
    hanging = (
        block.kind is BlockKind.PARAGRAPH
        and len(block.lines) == 1
        and (0 < line.start - start <= 3 * line.size)
    )
    return abs(line.start - start) <= EDGE or indented or centred or hanging


def _is_beside(above: Line, line: Line, block: Pending, usual: float) -> bool:
    """Whether a line stands so close below another that both are one paragraph of short lines."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return _is_near(above, line, max(1.15 * usual, 1.2)) and above.page == line.page


def _make_whole(above: Line, line: Line, vocabulary: frozenset[str]) -> None:
    """Move the second half of a divided word up to its first half."""
    first, second = above.words[-1], line.words[0]
    first.text = whole_word(first.text, second.text, vocabulary)
    first.rest = (second.text, second.box, second.page)
    line.cells[0].pop(0)
    if not line.cells[0]:
        line.cells.pop(0)
        line.edges.pop(0)
