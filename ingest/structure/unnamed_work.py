"""Sections whose headings do not say that they are of work: found by the stays that they list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, zip_longest

from ingest.blocks import LAID_OUT, Block, BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.cues import is_role
from ingest.structure.lead import dates_in
from ingest.structure.lines import Line, shown_lines
from ingest.structure.pieces import pieces_of
from ingest.structure.sections import Part
from ingest.structure.signs import NAMES, STUDIES, ends_bold, ranged, title_like
from ingest.structure.sorts import Sort
from ingest.structure.styled import title_of

#: From so many ranges on a list is one of stays.
STAYS = 2
#: What may name a stay or say when it was.
_NAMING = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TERM, BlockKind.DEFINITION)
#: In a heading these say that what stands below was hardly paid (a closed class).
_UNPAID = re.compile(
    r"\b(?:leadership|involvement|activit(?:y|ies)|extra[- ]?curriculars?|memberships?|"
    r"affiliations?|clubs?|societies|committees?|communit(?:y|ies)|unpaid|volunt\w+)\b",
    re.IGNORECASE,
)
#: In a heading these say that what stands below was told, or done for fun (a closed class).
_TOLD = re.compile(
    r"\b(?:blog|news|press|posts?|updates?|stories|reviews?|talks?|events?|travels?|trips?|"
    r"journeys?|sports?|games?|hobb(?:y|ies))\b",
    re.IGNORECASE,
)
#: At the end of a heading: what is listed below was held ("Orchestra posts").
HELD = re.compile(
    r"(?<!blog )(?<!open )\b(?:posts|postings|positions|jobs|engagements|contracts)\W*$",
    re.IGNORECASE,
)


def find_work(parts: list[Part]) -> None:
    """Sections of a name that nobody knows ("Kitchens") are work where they list stays.

    Where no heading says "work" and none lists stays, the section with dated positions in any of
    its lines is it; it may have a name of another meaning ("Career summary").
    """
    unknown = [
        part for part in parts
        if part.kind is SectionKind.OTHER and part.heading is not None
        and not _UNPAID.search(title_of(part.heading))
    ]  # fmt: skip
    for part in unknown:
        part.kind = _told_by(part.blocks)
    if not any(part.kind is SectionKind.WORK for part in parts):
        _find_positions(parts)
    if not any(part.kind is SectionKind.WORK for part in parts):
        learnt = any(part.kind is SectionKind.EDUCATION for part in parts)
        _find_ranges(unknown, {Sort.DEGREE} if learnt else STUDIES)
    for part in unknown:
        held = part.heading is not None and HELD.search(title_of(part.heading))
        if held and part.kind is SectionKind.OTHER:
            part.kind = _told_by(part.blocks, held=True)


def _find_positions(parts: Sequence[Part]) -> None:
    """The section with the most dated positions in any of its lines is work.

    So is another below a heading that nobody knows, if several of its lines that are no bullets
    say how long a position was held.
    """
    counts = {
        at: sum(map(is_position, short_lines(part.blocks)))
        for at, part in enumerate(parts)
        if part.kind in (SectionKind.OTHER, SectionKind.SUMMARY)
    }
    best = max(counts, key=lambda at: counts[at], default=None)
    if best is None or counts[best] < STAYS:
        return
    parts[best].kind = SectionKind.WORK
    for part in (parts[at] for at in counts if at != best):
        said = title_of(part.heading) if part.heading is not None else ""
        if (
            part.kind is SectionKind.OTHER
            and said
            and not (_UNPAID.search(said) or _TOLD.search(said))
        ):
            held = [line for line in short_lines(filter(_may_head, part.blocks)) if ranged(line)]
            part.kind = SectionKind.WORK if sum(map(is_position, held)) >= STAYS else part.kind


def _find_ranges(unknown: Sequence[Part], studies: Set[Sort]) -> None:
    """Sections of a page without work are it whose lines say from when to when, but of no study.

    "WHERE I DROVE" lists but employers and years; where a teacher was are schools, too. Beside such
    a section, one with a single range among its dates is another.
    """
    dated = {
        at: [line for line in short_lines(filter(_may_head, part.blocks)) if _dated_title(line)]
        for at, part in enumerate(unknown)
        if part.kind is SectionKind.OTHER and part.heading is not None
        and not _TOLD.search(title_of(part.heading))
    }  # fmt: skip
    lasted = {
        at: sum(map(ranged, lines))
        for at, lines in dated.items()
        if len(lines) >= STAYS and not any(line.sorts & studies for line in lines)
    }
    if max(lasted.values(), default=0) >= STAYS:
        for at in filter(lasted.get, lasted):
            unknown[at].kind = SectionKind.WORK


def _dated_title(line: Line) -> bool:
    return line.dated and title_like(line)


def _may_head(block: Block) -> bool:
    """Whether the block's lines may be those that entries begin with."""
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return block.kind in kinds and not block.quoted


def _told_by(blocks: Sequence[Block], *, held: bool = False) -> SectionKind:
    """Work, where lines that are no bullets name positions, with a range in or right below each.

    Where the heading says that positions were `held`, its lines need name none.
    """
    lines = [
        Line(text, block)
        for block in blocks
        if block.kind in _NAMING and not block.quoted
        for text in shown_lines(block.text)
    ]
    stays = sum(_is_stay(*pair, held=held) for pair in zip_longest(lines, lines[1:]))
    stays += sum(_is_defined_stay(*pair) or _is_listed_stay(*pair) for pair in pairwise(blocks))
    return SectionKind.WORK if stays >= STAYS else SectionKind.OTHER


def _is_stay(line: Line, below: Line | None, *, held: bool) -> bool:
    """Whether a heading or a line that is emphasised names a position, and says how long it was.

    Of one that was `held` for sure it may name but the employer.
    """
    shown = line.kind in (BlockKind.HEADING, BlockKind.TERM)
    shown = shown or line.bold_lead > 0 or line.text.lead(Mark.ITALIC) > 0
    if not shown or line.prose or line.label or not (held or Sort.ROLE in line.sorts):
        return False
    if line.dates:
        return ranged(line)
    return below is not None and ranged(below) and title_like(below) and not below.sorts & NAMES


def _is_defined_stay(term: Block, definition: Block) -> bool:
    """Whether a term of a definition list is a range, and its definition begins with a position."""
    if term.kind is not BlockKind.TERM or definition.kind is not BlockKind.DEFINITION:
        return False
    first = next(iter(shown_lines(definition.text)), None)
    line = Line(first, definition) if first is not None else None
    named = line is not None and Sort.ROLE in line.sorts and title_like(line)
    when = Line(term.text, term)
    return named and ranged(when) and not when.sorts & NAMES


def _is_listed_stay(block: Block, item: Block) -> bool:
    """Whether a line names a position and, in bold at its end, the employer, above its range."""
    if item.kind is not BlockKind.ITEM or block.quoted:
        return False
    last, first = shown_lines(block.text)[-1:], shown_lines(item.text)[:1]
    if not last or not first:
        return False
    line, when = Line(last[0], block), Line(first[0], item)
    named = ends_bold(line) and title_like(line) and Sort.ROLE in line.sorts and not line.dates
    return named and ranged(when) and title_like(when) and not when.sorts & NAMES


def short_lines(blocks: Iterable[Block]) -> Iterable[Line]:
    """The lines of the blocks that are short enough to name something."""
    lines = (Line(line, block) for block in blocks for line in shown_lines(block.text))
    return (line for line in lines if len(line.text) <= 2 * LAID_OUT)


def is_position(line: Line) -> bool:
    """Whether a line has dates and names a position."""
    dates = dates_in(line.text)
    return bool(dates) and any(
        piece.sort is Sort.ROLE or (piece.bracketed and is_role(piece.words))
        for piece in pieces_of(line.text, dates)
    )
