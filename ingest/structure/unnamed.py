"""Sections whose headings do not say what they are: found by what they list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from ingest.blocks import LAID_OUT, Block, BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.columns import columns_in
from ingest.structure.cues import SCHOOL
from ingest.structure.kinds import exact_kind, is_document_title
from ingest.structure.lead import dates_in
from ingest.structure.lines import Line, shown_lines
from ingest.structure.pieces import pieces_of
from ingest.structure.sections import Part
from ingest.structure.signs import LISTED, NAMES, PLAIN_LISTS, STUDIES, ranged, title_like
from ingest.structure.sorts import Sort, sort_of
from ingest.structure.styled import title_of

#: From so many ranges on a list is one of stays.
_STAYS = 2
#: In a heading these say that what stands below was hardly paid (a closed class).
_UNPAID = re.compile(
    r"\b(?:leadership|involvement|activit(?:y|ies)|extra[- ]?curriculars?|memberships?|"
    r"affiliations?|clubs?|societies|committees?|communit(?:y|ies)|unpaid|volunt\w+)\b",
    re.IGNORECASE,
)
#: At the end of a heading: what is listed below was held ("Orchestra posts").
_HELD = re.compile(
    r"(?<!blog )(?<!open )\b(?:posts|postings|positions|jobs|engagements|contracts)\W*$",
    re.IGNORECASE,
)
#: What somebody is who learns at a school, and what they go through there.
_LEARNS = re.compile(
    r"\b(?:student|pupil|scholar|apprentice(?:ship)?|trainee|fellow(?:ship)?|exchange|courses?|class|"
    r"graduat\w+|stud(?:y|ies|ied)|training|certificate)\b",
    re.IGNORECASE,
)
#: What may name a stay or say when it was.
_NAMING = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TERM, BlockKind.DEFINITION)
_AND = re.compile(r"\s*(?:&|\band\b|\+|/)\s*", re.IGNORECASE)


def gathered(parts: Sequence[Part]) -> list[Part]:
    """Headings that are jobs or degrees, without a section above them, make one of their kind.

    "## Welder at Iron Works, 2015 - 2019" right below the name is no section: it and those like it
    that follow are entries of one without a heading. So is "## Welder" with "Iron Works, 2015 -
    2019" right below it.
    """
    whole: list[Part] = []
    known = {part.kind for part in parts}
    made: set[int] = set()
    for part in [one for each in parts for one in _opened(each)]:
        last = whole[-1] if whole else None
        kind = _kind_of_entry(part, follows=last is not None and id(last) in made)
        if kind is None or kind in known:
            whole.append(part)
            continue
        if last is None or last.kind is not kind or last.heading is not None:
            last = Part(kind, None, part.level - 1)
            whole.append(last)
            made.add(id(last))
        last.blocks += part.all_blocks()
    return whole


def nested_lists(parts: Sequence[Part]) -> list[Part]:
    """Lists that stand below a bullet about the person are sections of their own ("Languages:")."""
    return [one for part in parts for one in _unnested(part)]


def _unnested(part: Part) -> list[Part]:
    found = [Part(part.kind, part.heading, part.level)]
    within: Block | None = None
    for block, after in zip_longest(part.blocks, part.blocks[1:]):
        if within is not None and block.depth <= within.depth:
            within = None
            found.append(Part(part.kind, None, part.level))
        kind = exact_kind(block.text.folded.rstrip(":： ")) if block.text.folded else None
        holds = after is not None and after.kind is BlockKind.ITEM and after.depth > block.depth
        listed = part.kind is SectionKind.BASICS and block.kind is BlockKind.ITEM and holds
        if listed and kind in PLAIN_LISTS and kind is not None:
            within = block
            found.append(Part(kind, block, part.level + 1))
        else:
            found[-1].blocks.append(block)
    return [found[0], *(one for one in found[1:] if one.all_blocks())]


def _opened(part: Part) -> list[Part]:
    """The part; of one that is only named "Resume", and holds entries alone, those entries."""
    first = part.blocks[0] if part.blocks else None
    # "Résumé" is French for a summary, too.
    named = part.heading is not None and part.kind in (SectionKind.OTHER, SectionKind.SUMMARY)
    title = re.sub(r"[(\[].*", "", title_of(part.heading)) if named and part.heading else ""
    if not is_document_title(title) or first is None or first.kind is not BlockKind.HEADING:
        return [part]
    found = [Part(SectionKind.OTHER, part.heading, part.level)]
    for block in part.blocks:
        if block.kind is BlockKind.HEADING and block.level == first.level:
            kind = exact_kind(title_of(block)) or SectionKind.OTHER
            found.append(Part(kind, block, block.level))
        else:
            found[-1].blocks.append(block)
    return found


def _kind_of_entry(part: Part, *, follows: bool) -> SectionKind | None:
    """What kind of section an entry belongs in whose heading was taken for a section's.

    `follows`: another such entry stands above it, so that a single year is its date, too.
    """
    if part.kind is not SectionKind.OTHER or part.heading is None or not part.blocks:
        return None
    line = Line(part.heading.text, part.heading)
    if ranged(line):
        if Sort.DEGREE in line.sorts or line.sorts == {Sort.SCHOOL}:
            return SectionKind.EDUCATION
        held = Sort.ROLE in line.sorts or _names_role(part.blocks[0])
        return SectionKind.WORK if held else None
    rows = any(block.cells and dates_in(block.text) for block in part.blocks)
    if rows and SCHOOL.search(line.words):
        return SectionKind.EDUCATION
    first = next(iter(shown_lines(part.blocks[0].text)), None)
    below = Line(first, part.blocks[0]) if first is not None else line
    dated = (ranged(below) or (follows and below.dated)) and len(below.text) <= LAID_OUT
    return SectionKind.WORK if dated and Sort.ROLE in line.sorts else None


def _names_role(block: Block) -> bool:
    """Whether a short line names a position, as below the employer and the dates."""
    line = Line(block.text, block)
    return block.kind is BlockKind.PARAGRAPH and title_like(line) and Sort.ROLE in line.sorts


def find_tables(parts: Sequence[Part]) -> None:
    """A section of an unknown name whose table has a column of positions and one of times is work.

    Where the column holds degrees, it is education. One of things that were given or written lists
    what its first column is called ("Certificate").
    """
    for part in parts:
        rows = [block for block in part.blocks if block.cells]
        if rows and columns_in(rows[0]) and part.kind in LISTED:
            part.kind = _things_in(rows[0].cells[0].folded) or part.kind
        columns = columns_in(rows[0]) if rows and part.kind is SectionKind.OTHER else {}
        told = set(columns.values())
        if "roles" not in told or not told & {"dates", "start"}:
            continue
        at = next(at for at, column in columns.items() if column == "roles")
        held = [row.cells[at].folded for row in rows[1:] if at < len(row.cells)]
        degrees = sum(sort_of(words, named=True, bracketed=False) is Sort.DEGREE for words in held)
        part.kind = SectionKind.EDUCATION if 2 * degrees > len(held) else SectionKind.WORK


def _things_in(column: str) -> SectionKind | None:
    """The kind of things that a column of this name holds, where they are given or written."""
    kinds = (exact_kind(f"{column}s"), exact_kind(column))
    return next((kind for kind in kinds if kind in LISTED), None)


def weigh_headings(parts: Sequence[Part]) -> None:
    """Headings that only resemble one of work are weighed against what stands below them.

    "Artist residencies and fairs" is no work where nothing lasted or was a position.
    """
    for part in parts:
        title = title_of(part.heading) if part.heading is not None else ""
        _weigh_others(part, title)
        if part.kind is SectionKind.EDUCATION and _employs(part.blocks):
            part.kind = SectionKind.WORK
        if part.kind is not SectionKind.WORK or not title or exact_kind(title) is not None:
            continue
        dated = [line for line in _short_lines(part.blocks) if line.dated]
        if len(dated) > 1 and not any(ranged(one) or Sort.ROLE in one.sorts for one in dated):
            part.kind = SectionKind.OTHER


def _weigh_others(part: Part, title: str) -> None:
    """Give a section of skills that lists stays to work, and one of schools to education.

    "Technical experience" may be either; "Education & certificates" begins with the schools.
    """
    if part.kind is SectionKind.SKILLS:
        lasted = sum(ranged(line) for line in _short_lines(part.blocks))
        if lasted >= _STAYS and title.casefold().endswith("experience"):
            part.kind = SectionKind.WORK
    elif part.kind is SectionKind.CERTIFICATES and _AND.search(title):
        first = exact_kind(_AND.split(title)[0])
        schools = any(line.dated and STUDIES & line.sorts for line in _short_lines(part.blocks))
        if first is SectionKind.EDUCATION and schools:
            part.kind = first


def find_studies(parts: Sequence[Part]) -> None:
    """Where no heading says "education", a section that begins with dated degrees is it.

    "Learned at" and "Papers on the wall" list them, though other things may follow below.
    """
    if any(part.kind is SectionKind.EDUCATION for part in parts):
        return
    for part in parts:
        listed = [block for block in part.blocks if block.text and not _heads_columns(block)]
        named = part.kind is SectionKind.OTHER and part.heading is not None
        if named and listed and _is_study(listed[0]):
            part.kind = SectionKind.EDUCATION


def _heads_columns(block: Block) -> bool:
    return bool(block.cells) and bool(columns_in(block))


def _is_study(block: Block) -> bool:
    """Whether a bullet, a row or a line names a degree, a school and a year."""
    line = next((Line(text, block) for text in shown_lines(block.text)), None)
    whole = Line(block.text, block) if block.cells else line
    if whole is None or not whole.dates or len(whole.text) > 3 * LAID_OUT:
        return False
    return whole.sorts >= STUDIES


def _employs(blocks: Sequence[Block]) -> bool:
    """Whether a section of schools lists posts there, and none of its dated lines a degree."""
    dated = [line for line in _short_lines(blocks) if line.dates]
    posts = sum(ranged(line) and _is_position(line) for line in dated)
    learnt = any(Sort.DEGREE in line.sorts or _LEARNS.search(line.words) for line in dated)
    return posts >= _STAYS and not learnt


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
    for part in unknown:
        held = part.heading is not None and _HELD.search(title_of(part.heading))
        if held and part.kind is SectionKind.OTHER:
            part.kind = _told_by(part.blocks, held=True)


def _find_positions(parts: Sequence[Part]) -> None:
    """The section with the most dated positions in any of its lines is work."""
    counts = {
        at: sum(map(_is_position, _short_lines(part.blocks)))
        for at, part in enumerate(parts)
        if part.kind in (SectionKind.OTHER, SectionKind.SUMMARY)
    }
    best = max(counts, key=lambda at: counts[at], default=None)
    if best is not None and counts[best] >= 2:
        parts[best].kind = SectionKind.WORK


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
    stays += sum(_is_defined_stay(*pair) for pair in pairwise(blocks))
    return SectionKind.WORK if stays >= _STAYS else SectionKind.OTHER


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


def _short_lines(blocks: Iterable[Block]) -> Iterable[Line]:
    lines = (Line(line, block) for block in blocks for line in shown_lines(block.text))
    return (line for line in lines if len(line.text) <= 2 * LAID_OUT)


def _is_position(line: Line) -> bool:
    dates = dates_in(line.text)
    return bool(dates) and any(p.sort is Sort.ROLE for p in pieces_of(line.text, dates))
