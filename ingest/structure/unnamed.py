"""Sections whose headings do not say what they are: found by what they list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from ingest.blocks import LAID_OUT, Block, BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.columns import columns_in
from ingest.structure.cues import SCHOOL
from ingest.structure.kinds import exact_kind, is_document_title
from ingest.structure.lead import dates_in
from ingest.structure.lines import Line, shown_lines
from ingest.structure.pictures import bare
from ingest.structure.pieces import pieces_of
from ingest.structure.sections import Part
from ingest.structure.signs import LISTED, PLAIN_LISTS, STUDIES, ranged, title_like
from ingest.structure.sorts import Sort, sort_of
from ingest.structure.styled import title_of
from ingest.structure.unnamed_work import HELD, STAYS, is_position, short_lines

#: What somebody is who learns at a school, and what they go through there.
_LEARNS = re.compile(
    r"\b(?:student|pupil|scholar|apprentice(?:ship)?|trainee|fellow(?:ship)?|exchange|courses?|class|"
    r"graduat\w+|stud(?:y|ies|ied)|training|certificate)\b",
    re.IGNORECASE,
)
#: So begins what may head studies, or courses and what one taught oneself.
_MAY_STUDY = re.compile(
    r"(?:(?:where|what) (?:i|we) )?(?:learn(?:t|ed|ing)|studied|training|taught (?:at|by))\b",
    re.IGNORECASE,
)
#: Papers that somebody has, or wrote; and what is said of those that one has.
_PAPERS = re.compile(r"(?:my |the )?papers\W*", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:licen[cs]e|certificate|certified|permit|valid|expires|renewed|first aid)\b",
    re.IGNORECASE,
)
#: In a heading: whatever else there is.
_MORE = re.compile(
    r"(?:&|\band\b|,|\+)\s+(?:(?:the\s+)?(?:other|others|rest|more|misc\w*|etc)\W*$|"
    r"(?:other\s+)?(?:things|stuff|bits)\b)",
    re.IGNORECASE,
)
_LISTS = frozenset({BlockKind.ITEM, BlockKind.TERM, BlockKind.PARAGRAPH})
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
    line = Line(bare(part.heading.text), part.heading)
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
        dated = [line for line in short_lines(part.blocks) if line.dated]
        if len(dated) > 1 and not any(ranged(one) or Sort.ROLE in one.sorts for one in dated):
            part.kind = SectionKind.OTHER


def _weigh_others(part: Part, title: str) -> None:
    """Give a section of skills that lists stays to work, and one of schools to education.

    "Technical experience" may be either; "Education & certificates" begins with the schools,
    "Internships & training" with posts, and "Training and earlier posts" is of both.
    """
    if part.kind is SectionKind.PUBLICATIONS and _is_mixed(part, title):
        part.kind = SectionKind.OTHER
    elif part.kind is SectionKind.SKILLS:
        lasted = sum(ranged(line) for line in short_lines(part.blocks))
        if lasted >= STAYS and title.casefold().endswith("experience"):
            part.kind = SectionKind.WORK
    elif part.kind is SectionKind.CERTIFICATES and _AND.search(title):
        first = exact_kind(_AND.split(title)[0])
        schools = any(line.dated and STUDIES & line.sorts for line in short_lines(part.blocks))
        posts = [line for line in short_lines(part.blocks) if ranged(line) and is_position(line)]
        if first is SectionKind.EDUCATION and schools:
            part.kind = first
        elif posts and (first is SectionKind.WORK or (HELD.search(title) and len(posts) >= STAYS)):
            part.kind = SectionKind.WORK


def _is_mixed(part: Part, title: str) -> bool:
    """Whether "Talks and other things" lists but few things that were written or told."""
    listed = [block for block in part.blocks if block.kind in _LISTS and block.text]
    return _MORE.search(title) is not None and 3 * sum(map(_cites, listed)) <= len(listed)


def find_papers(parts: Sequence[Part]) -> None:
    """ "Papers" that quote nothing may be those that somebody has: certificates and licences."""
    for part in parts:
        title = title_of(part.heading) if part.heading is not None else ""
        if part.kind is not SectionKind.PUBLICATIONS or not _PAPERS.fullmatch(title):
            continue
        listed = [block for block in part.blocks if block.text]
        had = any(_HELD.search(block.text.folded) for block in listed)
        if had and not any(map(_cites, listed)):
            part.kind = SectionKind.CERTIFICATES


def find_studies(parts: Sequence[Part]) -> None:
    """Where no heading says "education", a section that begins with dated degrees is it.

    "Learned at" and "Papers on the wall" list them, though other things may follow below; so may
    "Papers", in which nothing is quoted then, and "Training", of which the first took years. So is
    one whose name may be that of studies ("Learning") and half of whose dated things are degrees.
    """
    if any(part.kind is SectionKind.EDUCATION for part in parts):
        return
    for part in parts:
        listed = [block for block in part.blocks if block.text and not _heads_columns(block)]
        if part.heading is None:
            continue
        begins = bool(listed) and _is_study(listed[0]) and _may_list_studies(part.kind, listed)
        if begins or (_MAY_STUDY.match(title_of(part.heading)) and _are_studies(listed)):
            part.kind = SectionKind.EDUCATION


def _may_list_studies(kind: SectionKind, listed: Sequence[Block]) -> bool:
    """Whether a section of the kind, which begins with a degree, may be one of studies."""
    if kind is SectionKind.PUBLICATIONS:
        return not any(map(_cites, listed))
    return kind is SectionKind.OTHER or (kind is SectionKind.CERTIFICATES and _lasted(listed[0]))


def _are_studies(listed: Sequence[Block]) -> bool:
    """Whether half of what is dated, in its line or by a term above, begins with a degree."""
    told: list[bool] = []
    for block, above in zip(listed, [None, *listed], strict=False):
        first = next((Line(text, block) for text in shown_lines(block.text)), None)
        when = above is not None and above.kind is BlockKind.TERM and dates_in(above.text)
        if first is None or block.kind is BlockKind.TERM or not (first.dates or when):
            continue
        pieces = pieces_of(first.text, first.dates)
        told.append(bool(pieces) and pieces[0].sort is Sort.DEGREE)
    return bool(told) and 2 * sum(told) >= len(told)


def _lasted(block: Block) -> bool:
    """Whether a block has a range of years."""
    return any(found.first != found.last or found.current for found in dates_in(block.text))


def _cites(block: Block) -> bool:
    """Whether a block quotes a title, as a list of what somebody wrote does."""
    plain = block.text.plain
    slanted = any(block.text.marks_at(at) & Mark.ITALIC for at in range(len(plain)))
    return slanted or any(sign in plain for sign in '"“„«')


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
    dated = [line for line in short_lines(blocks) if line.dates]
    posts = sum(ranged(line) and is_position(line) for line in dated)
    learnt = any(Sort.DEGREE in line.sorts or _LEARNS.search(line.words) for line in dated)
    return posts >= STAYS and not learnt
