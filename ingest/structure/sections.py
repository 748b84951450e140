"""The page cut into sections, at whatever its author uses as section headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ingest.blocks import Block, BlockKind
from ingest.resume import SectionKind
from ingest.structure.cues import is_place, is_role
from ingest.structure.kinds import exact_kind, is_document_title, section_kind
from ingest.structure.lead import dates_in
from ingest.structure.lines import shown_lines
from ingest.structure.names import looks_like_name
from ingest.structure.pieces import pieces_of
from ingest.structure.sorts import Sort
from ingest.structure.styled import StyledHeadings, parted_heads, parted_labels, title_of

#: Of an entry so many lines are looked at for its date.
_NEAR = 3
#: So many sections tell their level.
_SEVERAL = 2
_ALSO_LABELS = frozenset({SectionKind.SUMMARY, SectionKind.AWARDS, SectionKind.SKILLS})


@dataclass
class Part:
    """A section's heading and its blocks."""

    kind: SectionKind
    heading: Block | None
    level: int
    blocks: list[Block] = field(default_factory=list)

    def all_blocks(self) -> list[Block]:
        """The heading, if there is one, and what stands below it."""
        return [*([self.heading] if self.heading else []), *self.blocks]


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """The page cut at its section headings; the first part is what stands before them."""
    known = [
        block for block in blocks
        if block.kind is BlockKind.HEADING and section_kind(title_of(block)) is not None
        and not dates_in(block.text)
    ]  # fmt: skip
    level = _section_level(blocks, known)
    if not known:
        blocks = parted_labels(parted_heads(blocks))
    styled = StyledHeadings(blocks, headed=bool(known))
    levels = Counter(block.level for block in blocks if block.kind is BlockKind.HEADING)
    titles = Counter(title_of(block).casefold() for block in blocks if block.level)
    parts = [Part(SectionKind.BASICS, None, 0)]
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            alike = level == block.level and levels[level] > 1
            kind = _heading_opens(block, level, parts[-1], first=at == 0, alike=alike)
            if kind is not None and _is_entry(block, parts[-1], blocks[at + 1 : at + 1 + _NEAR]):
                kind = None
            if kind in _ALSO_LABELS and titles[title_of(block).casefold()] > 1:
                # What comes back under every job is a label inside of it ("Highlights").
                kind = None
        else:
            kind = styled.opens(block, begun=len(parts) > 1, within=parts[-1].kind)
        if kind is None and (outer := _outer(block, level, parts)) is not None:
            entry = _dated_below(blocks[at : at + 1 + _NEAR])
            if entry:
                parts.append(Part(outer.kind, None, outer.level, [block]))
            else:
                parts.append(Part(SectionKind.OTHER, block, block.level))
        elif kind is None:
            parts[-1].blocks.append(block)
        else:
            parts.append(Part(kind, block, block.level or level))
    return _with_closing(parts)


def _with_closing(parts: list[Part]) -> list[Part]:
    """The place and the day that a letter-like resume ends with are of no section."""
    last = parts[-1]
    if last.heading is None or len(last.blocks) < 2:
        return parts
    block = last.blocks[-1]
    days = dates_in(block.text)
    signed = (
        block.kind is BlockKind.PARAGRAPH
        and len(days) == 1
        and days[0].first == days[0].last
        and days[0].last is not None
        and days[0].last.day is not None
        and not block.text.plain[days[0].end :].strip(" .")
        and re.fullmatch(
            r"[^\W\d_][\w .'-]{1,30},\s*(?:den\s+|le\s+|a\s+)?", block.text.plain[: days[0].start]
        )
    )
    if not signed:
        return parts
    return [
        *parts[:-1],
        replace(last, blocks=last.blocks[:-1]),
        Part(SectionKind.OTHER, None, 0, [block]),
    ]


def _section_level(blocks: Sequence[Block], known: Sequence[Block]) -> int:
    outer = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    if len(known) > 2 and len(outer) == 1 and outer[0] is known[0] is blocks[0]:
        # "# About me" over the whole page is its title, and holds the sections that follow.
        known = known[1:]
    exact = [block.level for block in known if exact_kind(title_of(block))]
    # A heading that only resembles a section's is one if no other stands above its level.
    near = [block.level for block in known if block.level <= min(exact, default=block.level)]
    if levels := exact + [level for level in near if level not in exact]:
        # The outermost level that two known headings share, else the outermost.
        shared = [level for level in sorted(set(levels)) if (exact + near).count(level) > 1]
        return _level_of_most(blocks, known, shared[0] if shared else min(levels))
    return min((block.level for block in blocks[1:] if block.kind is BlockKind.HEADING), default=1)


def _level_of_most(blocks: Sequence[Block], known: Sequence[Block], level: int) -> int:
    """The level of the sections, where but one of them, and not the first, is a level above.

    Of "## Work", "# Education", "## Skills" the second is a slip, if it holds no other headings.
    """
    levels = [block.level for block in known]
    if levels[0] <= level or levels.count(level) != 1 or levels.count(levels[0]) < _SEVERAL:
        return level
    alone = known[levels.index(level)]
    after = next(at for at, block in enumerate(blocks) if block is alone)
    others = (block for block in blocks[after:] if block.level == levels[0])
    return levels[0] if all(any(one is block for one in known) for block in others) else level


def _heading_opens(
    block: Block, level: int, current: Part, *, first: bool, alike: bool
) -> SectionKind | None:
    """The kind of the section that a heading opens, or None if it opens none.

    `first`: nothing stands before it. `alike`: others of its level follow.
    """
    title = title_of(block)
    kind = section_kind(title)
    if block.level <= level and not first:
        unknown = kind is None or _names_and_tells(title)
        if current.heading is None and unknown and _is_of_person(block, current):
            return None
        return None if is_document_title(title) else kind or SectionKind.OTHER
    if first:
        # Words that are no name, in a heading like those of the sections below, are a section's.
        other = alike and not looks_like_name(title) and not is_document_title(title)
        return kind or (SectionKind.OTHER if other else None)
    if not dates_in(block.text) and not _belongs(block, current):
        # Below the heading of the skills, "Languages" is a group of them.
        inside = current.kind is SectionKind.SKILLS and block.level > current.level
        return None if inside else exact_kind(title)
    return None


def _outer(block: Block, level: int, parts: Sequence[Part]) -> Part | None:
    """The section that a heading goes back to from one of its own level, deeper than sections are.

    "### Skills", with lines below it, holds no "### Acme": both stand in "## Experience".
    """
    current = parts[-1]
    if block.kind is not BlockKind.HEADING or not level < block.level == current.level:
        return None
    if current.heading is None or not current.blocks:
        return None
    if current.blocks[0].kind is BlockKind.HEADING and current.blocks[0].level <= block.level:
        return None
    outer = next((part for part in reversed(parts) if part.level < block.level), parts[0])
    return None if outer.kind is SectionKind.BASICS else outer


def _dated_below(blocks: Sequence[Block]) -> bool:
    """Whether a heading names an entry: it has dates, or the lines have that stand right below."""
    prose = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    lines = takewhile(lambda one: one.kind in prose, blocks[1:])
    return any(dates_in(one.text) for one in (blocks[0], *lines))


def _is_entry(block: Block, current: Part, following: Sequence[Block]) -> bool:
    """Whether a heading of the sections' own level names an entry of the section above it.

    It does where that section's heading stands directly above the heading of an entry, and it names
    who or as what, or when; another heading without anything below it begins a section.
    """
    flat = not current.blocks or (
        current.blocks[0].kind is BlockKind.HEADING and current.heading is not None
        and current.blocks[0].level == current.heading.level
    )  # fmt: skip
    same_level = current.heading is not None and current.heading.level == block.level
    if not (flat and same_level) or exact_kind(title_of(block)) or not following:
        return False
    if following[0].kind is BlockKind.HEADING and following[0].level <= block.level:
        return False
    if current.blocks:
        return True
    sorts = {piece.sort for piece in pieces_of(block.text, dates_in(block.text))}
    named = bool(sorts & {Sort.ORGANISATION, Sort.SCHOOL, Sort.DEGREE})
    lines = takewhile(lambda one: one.kind is BlockKind.PARAGRAPH, following[1:])
    dated = any(dates_in(one.text) for one in (block, following[0], *lines))
    return named or dated


def _is_of_person(block: Block, current: Part) -> bool:
    """Whether a heading before any section is the name, or the place glued to a rule below it."""
    title = title_of(block)
    if any(one.cells for one in current.blocks):
        # "A. VOYAGES" below the table of what the person is called names them no more.
        return False
    if block.level > 1 and _introduces(current.blocks):
        return False
    # A name stands in the first heading, or in the first after one that says "Resume".
    before = [one for one in current.blocks if one.kind is BlockKind.HEADING]
    unnamed = all(is_document_title(title_of(one)) for one in before)
    if _names_and_tells(title) and unnamed:
        return True
    if not current.blocks or (unnamed and looks_like_name(title)) or is_place(title):
        return True
    # Right under the name, what they are.
    named = len(current.blocks) == 1 == len(before) and not unnamed
    return named and is_role(title) and not dates_in(block.text)


def _introduces(blocks: Sequence[Block]) -> bool:
    """Whether a page begins with a line that is a name, and says how to reach who is called so."""
    first = blocks[0] if blocks else None
    if first is None or first.kind is not BlockKind.PARAGRAPH or not first.text:
        return False
    name = shown_lines(first.text)[0].folded
    said = looks_like_name(name) and not is_document_title(name) and not section_kind(name)
    said = said and not (is_role(name) or is_place(name))
    return said and any("@" in block.text.plain for block in blocks)


def _names_and_tells(title: str) -> bool:
    """Whether a heading is a name and what they are ("Ada Byron: Software Engineer")."""
    name, *rest = re.split(r"\s*[:|,]\s+|\s+[-–—]+\s+", title, maxsplit=1)
    return bool(rest) and looks_like_name(name) and is_role(rest[0]) and not is_role(name)


def _belongs(block: Block, current: Part) -> bool:
    """Whether a heading of a known name belongs to the entry above it, not to the page.

    It does where headings of a level above it, below the section's, opened an entry; and among
    skills ("Tools", "Languages") where one of its own level did.
    """
    kinds = (SectionKind.SKILLS, SectionKind.LANGUAGES)
    skills = current.kind is SectionKind.SKILLS and exact_kind(title_of(block)) in kinds
    return any(
        one.kind is BlockKind.HEADING and current.level < one.level < block.level + skills
        for one in current.blocks
    )
