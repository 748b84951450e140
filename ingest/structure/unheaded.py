"""Jobs that stand on the page below no section's heading: others like each follow, with its time.

"**Welder, Iron Works, 2015 - 2019.** Ran the night shift." right below the name needs no heading
above it to be read as a job. Nor do a table of them and headings that are jobs themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from ingest.blocks import Block, BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.columns import columns_in
from ingest.structure.line_breaks import lines_of
from ingest.structure.lines import Line, first_sentence
from ingest.structure.sections import Part
from ingest.structure.signs import NAMES, STUDIES, leads_in, ranged, starts_stay, title_like
from ingest.structure.sorts import Sort

#: So many of them are a way of telling jobs; one is a sentence about the person.
_MIN_STAYS = 2
#: So many sections that only times head are one of the times of a life.
_MIN_TIMES = 3
#: Who, as what and when stand in so many sentences or lines.
_NEAR = 2
#: A label has no more words.
_LABEL = 2
_LABELLED = re.compile(r"[^.:\d]{1,40}:\s")
#: "When | Where | What" may head anything.
_PLAIN = {"dates", "organisation", "title"}
_HELD = frozenset({Sort.ROLE, Sort.ORGANISATION})


def with_stays(parts: Sequence[Part]) -> list[Part]:
    """The parts; jobs that stand before the first heading make one of work, where none is known.

    So do those of a table that says who, as what and when, though another section is of work, too.
    """
    first, *others = parts
    if first.heading is not None:
        return list(parts)
    known = any(part.kind is SectionKind.WORK for part in others)
    begin, end = _table(first.blocks, whole=known) or (0, 0)
    if begin == end and not known:
        begin, end = _headings(first.blocks) or _paragraphs(first.blocks)
    if begin == end:
        return list(parts)
    split = [replace(first, blocks=first.blocks[:begin])]
    split.append(Part(SectionKind.WORK, None, 0, first.blocks[begin:end]))
    if any(block.text for block in first.blocks[end:]):
        split.append(Part(first.kind, None, 0, first.blocks[end:]))
    return [*split, *others]


def by_periods(parts: Sequence[Part]) -> list[Part]:
    """The parts; those in a row whose headings are but times, above positions, as one of work."""
    worked = any(part.kind is SectionKind.WORK for part in parts)
    found: list[Part] = []
    for timed, run in groupby(parts, lambda part: bool(part.blocks) and _is_timed(part)):
        told = list(run)
        if timed and not worked and _is_timeline(told):
            found.append(Part(SectionKind.WORK, None, 0, _as_lines(told)))
        else:
            found += _ranges_joined(told)
    return found


def _ranges_joined(parts: Sequence[Part]) -> list[Part]:
    """The parts; those in a row whose headings are but ranges, above a position each, as one."""
    found: list[Part] = []
    for period, run in groupby(parts, _is_period):
        stays = list(run)
        if not period or len(stays) < _MIN_STAYS:
            found += stays
            continue
        blocks = [block for part in stays for block in part.all_blocks()]
        found.append(Part(SectionKind.WORK, None, 0, blocks))
    return found


def _is_timed(part: Part) -> bool:
    """Whether a section is headed by a year or a range alone."""
    return part.heading is not None and Line(part.heading.text, part.heading).only_dates


def _is_timeline(parts: Sequence[Part]) -> bool:
    """Whether sections headed by times tell in prose of positions, mostly."""
    if len(parts) < _MIN_TIMES or all(map(_is_period, parts)):
        return False
    held = sum(bool(_near(part.blocks[0]) & _HELD) for part in parts)
    prose = all(part.blocks[0].kind is BlockKind.PARAGRAPH for part in parts)
    return prose and 2 * held >= len(parts)


def _as_lines(parts: Sequence[Part]) -> list[Block]:
    """What such sections are of, their headings being lines: they name none of what is below."""
    return [
        replace(block, kind=BlockKind.PARAGRAPH, level=0) if block is part.heading else block
        for part in parts
        for block in part.all_blocks()
    ]


def _is_period(part: Part) -> bool:
    """Whether a section is headed by a range alone, and tells of a position."""
    if part.heading is None or not part.blocks:
        return False
    line = Line(part.heading.text, part.heading)
    sorts = _near(part.blocks[0])
    return line.only_dates and ranged(line) and bool(sorts & _HELD) and Sort.DEGREE not in sorts


def _table(blocks: Sequence[Block], *, whole: bool) -> tuple[int, int] | None:
    """Where the rows begin and end below a head that names positions and times.

    `whole`: the head must name employers, too.
    """
    for begin, head in enumerate(blocks):
        told = columns_in(head) if head.cells else {}
        names = set(told.values())
        if whole and not names >= {"roles", "dates", "organisation"}:
            continue
        if not {"roles", "dates"} <= names and names != _PLAIN:
            continue
        rows = list(takewhile(lambda block: block.cells, blocks[begin + 1 :]))
        held = sum(bool(Line(row.text, row).sorts & _HELD) for row in rows)
        if len(rows) >= _MIN_STAYS and 2 * held >= len(rows):
            return begin, begin + 1 + len(rows)
    return None


def _headings(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """From the first heading that has a range and says who, or is above who or as what, to the end.

    What stands below the last of them is said of it.
    """
    headed = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    levels: dict[int, list[int]] = {}
    for at in headed:
        if _heads_stay(blocks, at):
            levels.setdefault(blocks[at].level, []).append(at)
    stays = max(levels.values(), key=len, default=[])
    return (stays[0], len(blocks)) if len(stays) >= _MIN_STAYS else None


def _heads_stay(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading has a range, and it or the short line below names a position or firm.

    So it does where the line below begins with its range.
    """
    line = Line(blocks[at].text, blocks[at])
    below = [Line(block.text, block) for block in blocks[at + 1 : at + 2] if block.text]
    sorts = line.sorts.union(*(one.sorts for one in below if title_like(one)))
    dated = ranged(line) or any(map(_begins_with_range, blocks[at + 1 : at + 2]))
    return dated and bool(sorts & _HELD) and not sorts & STUDIES


def _begins_with_range(block: Block) -> bool:
    """Whether a paragraph in italics begins with a range ("*Mar 2022 to now*, on call")."""
    if block.kind is not BlockKind.PARAGRAPH or not block.text.lead(Mark.ITALIC):
        return False
    line = lines_of(block)[0]
    return ranged(line) and line.dates[0].start == 0


def _paragraphs(blocks: Sequence[Block]) -> tuple[int, int]:
    """From the first such paragraph to the last, with what is said below it."""
    stays = [at for at, block in enumerate(blocks) if at and _is_stay(block)]
    held = sum(any(_near(block) & _HELD for block in _told(blocks, at)) for at in stays)
    if len(stays) < _MIN_STAYS or 2 * held < len(stays) or _headed(blocks[1 : stays[0]]):
        return 0, 0
    told = any(_is_plain(block) for block in blocks[stays[0] : stays[-1]])
    end = stays[-1] + 1
    while end < len(blocks) and _goes_on(blocks[end], told=told and blocks[end - 1].depth == 0):
        end += 1
    return stays[0], end


def _told(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The block that tells of a stay; where it is but dates, the one below tells, too."""
    return blocks[at : at + 1 + (blocks[at].kind is BlockKind.TERM)]


def _headed(blocks: Sequence[Block]) -> bool:
    """Whether the last of the blocks is a heading: then the page does head what it tells."""
    return bool(blocks) and blocks[-1].kind is BlockKind.HEADING


def _goes_on(block: Block, *, told: bool) -> bool:
    """Whether a block below the last of them speaks of it, or is another that is shown less.

    `told`: paragraphs of plain words speak of those above, too.
    """
    if block.kind in (BlockKind.ITEM, BlockKind.DEFINITION):
        return True
    if block.kind is not BlockKind.PARAGRAPH or not block.text or leads_in(Line(block.text, block)):
        return False
    return (told and _is_plain(block)) or starts_stay(_opening(block)[0])


def _is_plain(block: Block) -> bool:
    """Whether a paragraph is of words that no mark and no label sets apart."""
    if block.kind is not BlockKind.PARAGRAPH or block.depth or not block.text:
        return False
    label = _LABELLED.match(block.text.folded)
    return not (label or block.text.lead(Mark.BOLD) or block.text.lead(Mark.ITALIC))


def _is_stay(block: Block) -> bool:
    """Whether a paragraph begins in bold or italics, and soon has a range; none of studies.

    Dates that something is defined under are one, too.
    """
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.TERM) or block.depth or block.quoted:
        return False
    line = Line(block.text, block)
    if block.kind is BlockKind.TERM and line.only_dates:
        return ranged(line)
    size = block.text.lead(Mark.BOLD) or block.text.lead(Mark.ITALIC)
    if not size or _is_label(Line(block.text.cut(0, size), block), line):
        return False
    return any(map(ranged, _opening(block))) and Sort.DEGREE not in _near(block)


def _is_label(lead: Line, whole: Line) -> bool:
    """Whether words at the start only say what the paragraph is about ("*Languages.* German")."""
    short = lead.count <= _LABEL and lead.words.endswith(".") and not lead.dates
    return (
        leads_in(whole) or bool(_LABELLED.match(whole.words)) or (short and not lead.sorts & NAMES)
    )


def _opening(block: Block) -> list[Line]:
    """The lines that a paragraph begins with, the first of them but its first sentence."""
    first, *others = lines_of(block)
    head, rest = first_sentence(first)
    return [head] if rest is not None else [head, *others[: _NEAR - 1]]


def _near(block: Block) -> frozenset[Sort]:
    """What the pieces are of the first sentences or lines."""
    first, *others = lines_of(block)
    head, rest = first_sentence(first)
    more = [first_sentence(Line(rest, block))[0]] if rest is not None else others[: _NEAR - 1]
    return frozenset(sort for line in (head, *more) for sort in line.sorts)
