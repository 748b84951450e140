"""A section whose entries are built alike is read as a whole: where each begins, what it names.

People lay out one job as they lay out the next: the same lines in the same order and look. The
lines that name an entry (its head) are found as the pattern that comes back with every date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ingest.blocks import BlockKind
from ingest.structure.below import dates_above, is_fact
from ingest.structure.item_head import tells_post
from ingest.structure.lines import Line
from ingest.structure.shapes import Shape, Template, flat, flatly, shape_of
from ingest.structure.signs import (
    TITLE_WORDS,
    ends_bold,
    ends_sentence,
    is_own,
    odd_one,
    ranged,
    title_like,
)

#: A head of more lines has never been seen.
_MAX_HEAD = 6
#: No section for people has more lines, or more patterns worth trying.
_MAX_LINES, _MAX_TEMPLATES = 2_000, 24
#: From so many times on a line that is repeated before every list announces it ("Highlights").
_OFTEN = 2
#: A label and what it says ("Minor: Statistics").
_FACT = re.compile(r"[^\W\d_][\w /&+-]{1,30}[:：]\s")
_NAMING = frozenset({BlockKind.HEADING, BlockKind.TERM, BlockKind.PARAGRAPH, BlockKind.DEFINITION})


@dataclass(frozen=True)
class Head:
    """The lines that name one entry: their indices, and of each its place in the template."""

    lines: tuple[int, ...]
    places: tuple[int, ...]
    template: Template


@dataclass(frozen=True)
class Series:
    """The heads of a section's entries; they follow one pattern, or two."""

    heads: tuple[Head, ...]
    #: Lines that only announce what an entry lists.
    labels: frozenset[int]

    @property
    def templates(self) -> tuple[Template, ...]:
        """The patterns, the one of the first entry first."""
        return tuple(dict.fromkeys(head.template for head in self.heads))


def series_of(
    lines: Sequence[Line],
    known: Sequence[Template] = (),
    announced: frozenset[str] = frozenset(),
) -> Series | None:
    """The pattern of a section's entries, or None where they are not built alike.

    `known` are patterns of other sections of the page, for one that has a single entry; `announced`
    are words that announce the lists of other sections. A second
    pattern is that of an employer's heading above several positions.
    """
    if len(lines) > _MAX_LINES:
        return None
    labels = frozenset(_labels(lines, announced))
    naming = [_may_name(lines, at) and at not in labels for at in range(len(lines))]
    found = _series(lines, naming, [shape_of(line) for line in lines], labels, known)
    if found is None and any(line.kind is BlockKind.HEADING and line.bold for line in lines):
        # Where bold words make a heading, some in the same place may have been taken for none.
        looks = [flat(shape_of(line)) for line in lines]
        found = _series(lines, naming, looks, labels, tuple(map(flatly, known)))
    return found


def _series(
    lines: Sequence[Line],
    naming: Sequence[bool],
    shapes: Sequence[Shape],
    labels: frozenset[int],
    known: Sequence[Template],
) -> Series | None:
    dated = {at for at, line in enumerate(lines) if naming[at] and line.dated}
    if not dated or any(
        is_fact(line) and (line.dated or line.kind is not BlockKind.ITEM) for line in lines
    ):
        return None
    found = dict.fromkeys(_templates(shapes, naming))
    templates = dict.fromkeys([*islice(found, _MAX_TEMPLATES), *known])
    tried = [(template, list(_heads(shapes, naming, template))) for template in templates]
    tried = [(one, heads) for one, heads in tried if len(heads) > 1 or one in known]
    tried = [(one, heads) for one, heads in tried if not _terms_apart(one, heads)]
    best = _best(tried, dated, naming)
    if best is None:
        return None
    if len(best) < 2 and _left(naming, _covered(best)):
        return None
    series = Series(tuple(best), labels)
    return series if _explains(series, lines, naming) else None


def _best(
    tried: Sequence[tuple[Template, list[Head]]], dated: set[int], naming: Sequence[bool]
) -> list[Head] | None:
    """The heads of the one pattern, else of the two, that leave the fewest lines unexplained."""
    found: list[tuple[tuple[int, int], list[Head]]] = []
    for one, heads in tried:
        covered = _covered(heads)
        if dated <= covered:
            found.append(((_left(naming, covered), len(one)), heads))
    if found:
        return min(found, key=lambda each: each[0])[1]
    for one, heads in tried:
        for other, more in tried:
            if other is one or other[0].kind is not BlockKind.HEADING:
                continue
            added = [head for head in more if not _covered([head]) & _covered(heads)]
            covered = _covered(heads) | _covered(added)
            if dated <= covered:
                both = sorted([*heads, *added], key=lambda head: head.lines)
                found.append(((_left(naming, covered), len(one) + len(other)), both))
    return min(found, key=lambda each: each[0])[1] if found else None


def _covered(heads: Sequence[Head]) -> set[int]:
    return {at for head in heads for at in head.lines}


def _left(naming: Sequence[bool], covered: set[int]) -> int:
    return sum(1 for at, names in enumerate(naming) if names and at not in covered)


def _explains(series: Series, lines: Sequence[Line], naming: Sequence[bool]) -> bool:
    """Whether no line that looks like the name of something stands outside of the heads."""
    covered = {at for head in series.heads for at in head.lines}
    first = min(covered)
    depth = min(lines[at].depth for at in covered)
    bold_last = {at for at, line in enumerate(lines) if naming[at] and ends_bold(line)}
    listed = {lines[at].depth for at in covered if lines[at].kind is BlockKind.ITEM}
    for at, names in enumerate(naming):
        if at in covered or at in series.labels:
            continue
        line = lines[at]
        if line.depth < depth or (not names and line.depth == depth and _is_dated(line)):
            return False
        if line.kind in (BlockKind.HEADING, BlockKind.TERM, BlockKind.ROW):
            return False
        if line.kind is BlockKind.ITEM and line.depth in listed and tells_post(line):
            return False
        if names and line.kind is not BlockKind.ITEM and (at < first or line.bold):
            return False
        if at in bold_last and len(bold_last) > 1:
            return False
        if names and line.dates and line.bold_lead and lines[first].bold_lead:
            return False
        if names and _begins_undated(lines, at, first):
            return False
    return True


def _begins_undated(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a line in bold that looks as the first head does names an entry without dates."""
    line, following = lines[at], lines[at + 1 : at + 2]
    alike = line.bold_lead > 0 and not line.bold and shape_of(line) == shape_of(lines[first])
    return alike and line.kind is BlockKind.PARAGRAPH and not any(one.dates for one in following)


def _is_dated(line: Line) -> bool:
    """Whether a line that is too long for a head begins or ends with a range as one does."""
    return ranged(line) and (line.dated_first or line.dated_last) and not line.block.quoted


def _may_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be part of a head: short, no sentence, no bullet that holds nothing."""
    line = lines[at]
    if line.kind is BlockKind.ITEM:
        first = at == 0 or lines[at - 1].block is not line.block
        holds = at + 1 < len(lines) and _inside(lines[at + 1], line)
        told = holds or ((ranged(line) or line.dated_first) and not odd_one(lines, at))
        told = told or (at > 0 and dates_above(line, lines[at - 1]))
        return line.only_dates or (first and title_like(line) and told)
    if line.kind not in _NAMING or not line.text or not is_own(lines, at):
        return False
    if line.label or line.prose or line.count > TITLE_WORDS or line.words.endswith((",", ";")):
        return False
    if _FACT.match(line.words) and not line.dated and not line.bold:
        return False
    shown = line.dated or line.bold or line.kind is BlockKind.HEADING
    return shown or not ends_sentence(line.words)


def _inside(after: Line, item: Line) -> bool:
    """Whether a line belongs to the bullet right above it."""
    deeper = after.depth > item.depth
    return deeper or (after.depth == item.depth and after.kind is not BlockKind.ITEM)


def _labels(lines: Sequence[Line], announced: frozenset[str]) -> Iterator[int]:
    """Lines that stand in the same words before every list."""
    before = [
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if after.kind is BlockKind.ITEM and line.kind in _NAMING and not line.dated
    ]
    lists = sum(
        after.kind is BlockKind.ITEM and line.kind is not BlockKind.ITEM
        for line, after in pairwise(lines)
    )
    counts = Counter(lines[at].words.casefold() for at in before)
    for at in before:
        words = lines[at].words.casefold()
        if words in announced or (counts[words] >= _OFTEN and counts[words] == lists):
            yield at


def _templates(shapes: Sequence[Shape], naming: Sequence[bool]) -> Iterator[Template]:
    """Runs of naming lines, from the start of every such run, that have one date."""
    for at, names in enumerate(naming):
        if not names or (at and naming[at - 1]):
            continue
        for end in range(at + 1, min(at + _MAX_HEAD, len(shapes)) + 1):
            if not naming[end - 1] or (end - 1 > at and _leaves_list(shapes, end - 1)):
                break
            if sum(shape.dated for shape in shapes[at:end]) == 1:
                yield tuple(shapes[at:end])


def _leaves_list(shapes: Sequence[Shape], at: int) -> bool:
    """Whether a heading follows what is defined: it names nothing that stands above it."""
    defined = shapes[at - 1].kind in (BlockKind.TERM, BlockKind.DEFINITION)
    return defined and shapes[at].kind is BlockKind.HEADING


def _terms_apart(template: Template, heads: Sequence[Head]) -> bool:
    """Whether of two terms that name each entry together one stands alone in some of them.

    Then each names one of its own.
    """
    terms = sum(shape.kind is BlockKind.TERM for shape in template)
    return terms > 1 and any(len(head.places) < len(template) for head in heads)


def _heads(shapes: Sequence[Shape], naming: Sequence[bool], template: Template) -> Iterator[Head]:
    at = 0
    while at < len(shapes):
        head = _head_at(shapes, naming, template, at)
        if head is not None:
            yield head
        at = head.lines[-1] + 1 if head is not None else at + 1


def _head_at(
    shapes: Sequence[Shape], naming: Sequence[bool], template: Template, at: int
) -> Head | None:
    """The head that begins at a line: as much of the template as follows, its date at least.

    Below an employer's heading each further position begins with a deeper one.
    """
    places: list[int] = []
    line = at
    grouped = len(template) > 1 and _groups(template[0], template[1])
    while line < len(shapes) and naming[line]:
        start = places[-1] + 1 if places else 0
        ahead = range(start, len(template) if places else 1 + grouped)
        place = next((one for one in ahead if template[one] == shapes[line]), None)
        if place is None:
            break
        places.append(place)
        line += 1
    if not any(template[place].dated for place in places):
        return None
    return Head(tuple(range(at, line)), tuple(places), template)


def _groups(outer: Shape, inner: Shape) -> bool:
    """Whether a line may stand above several others: a heading, over deeper ones or bold ones."""
    deeper = inner.kind is BlockKind.HEADING and outer.level < inner.level
    return outer.kind is BlockKind.HEADING and not outer.dated and (deeper or inner.bold)
