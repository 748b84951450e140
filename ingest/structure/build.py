"""Blocks to a `Resume`: the name, the sections, and in each the entries and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ingest.blocks import Block, BlockKind
from ingest.resume import (
    Fragment,
    Heading,
    Resume,
    Section,
    SectionKind,
    Source,
    Statement,
    Warning,
)
from ingest.structure.chapters import headed, unnumbered
from ingest.structure.columns import columns_in
from ingest.structure.contacts import contacts_of, head_blocks
from ingest.structure.cues import is_role
from ingest.structure.entries import ENTRY_KINDS, EntryBuilder
from ingest.structure.greeting import first_name, greeted
from ingest.structure.intro import about_person, with_summary
from ingest.structure.line_breaks import lines_of
from ingest.structure.lines import shown_lines
from ingest.structure.mixed import parted
from ingest.structure.person import named_by, person_of
from ingest.structure.places import Places
from ingest.structure.referees import of_the_person
from ingest.structure.rows import is_pair
from ingest.structure.sections import Part, parts_of
from ingest.structure.signs import title_like
from ingest.structure.statements import statements_of
from ingest.structure.unheaded import by_periods, with_stays
from ingest.structure.unnamed import (
    find_papers,
    find_studies,
    find_tables,
    gathered,
    nested_lists,
    weigh_headings,
)
from ingest.structure.unnamed_work import find_work


def build_resume(
    blocks: Sequence[Block],
    source: Source,
    front: Mapping[str, Any],
    warnings: Sequence[Warning] = (),
    format_name: str = "markdown",
) -> Resume:
    """The resume that the blocks make. `front` is the page's front matter."""
    places = Places(source)
    wordless = [block for block in blocks if not block.text and any(block.text.links())]
    blocks = [block for block in blocks if block.text or block.kind is BlockKind.RULE]
    blocks = unnumbered(headed(_boxed(blocks)))
    parts = with_summary(with_stays(by_periods(nested_lists(gathered(parts_of(blocks))))))
    blocks = [block for part in parts for block in part.all_blocks()]
    parts = about_person(parts)
    weigh_headings(parts)
    find_tables(parts)
    find_work(parts)
    find_studies(parts)
    find_papers(parts)
    parts = parted(parts)
    head = head_blocks(blocks, len(parts[0].blocks) + (parts[0].heading is not None))
    if parts[0].kind is not SectionKind.BASICS:
        head = head_blocks(blocks, 0)
    basics = [part for part in parts if part.kind is SectionKind.BASICS]
    details = [block for part in basics for block in part.blocks]
    head += details
    name, headline = _person(parts, details, front, places)
    found = list(warnings)
    if name is None:
        found.append(Warning("The resume names nobody: no heading or first line is a name.", 1))
    builder = EntryBuilder(places)
    for part in parts:
        builder.learn(part.kind, [block for block in part.blocks if block.text])
    sections = [_section(part, builder, places) for part in parts]
    # A sign that links to a mail address or profile has no words, and tells all the same.
    own = of_the_person(parts, wordless)
    contacts = contacts_of(own, places, [*head, *wordless])
    permalink = front.get("permalink")
    return Resume(
        source=source,
        name=name,
        headline=headline,
        contacts=contacts,
        sections=tuple(section for section in sections if section is not None),
        warnings=tuple(found + builder.warnings),
        permalink=permalink if isinstance(permalink, str) else None,
        format=format_name,
    )


def _person(
    parts: Sequence[Part], details: Sequence[Block], front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    """The name and the headline, in a heading, under a label, in front matter or in a greeting."""
    name, headline = person_of(parts[0].blocks, details, front, places)
    name = name or named_by([part.heading for part in parts[:3] if part.heading], places)
    if name is None or is_role(name.text):
        # A page may begin with what somebody is, and say who in its first words.
        told = greeted(parts, places)
        name, headline = told or name, headline or (name if told else None)
    name = name or first_name(parts, places)
    return name, headline


def _boxed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what stands in a block quote below a heading of its own quotes nobody.

    Nor does a quote right below a heading that says when: it is set apart for its looks.
    """
    shown: list[Block] = []
    boxed = False
    for block in blocks:
        boxed = block.quoted and (boxed or block.kind is BlockKind.HEADING)
        under = bool(shown) and shown[-1].kind is BlockKind.HEADING
        own = boxed or (block.quoted and under and _says_when(block))
        shown.append(replace(block, quoted=False) if own else block)
    return shown


def _says_when(block: Block) -> bool:
    """Whether a block is but lines that name something, one of them of dates alone."""
    lines = lines_of(block)
    return all(map(title_like, lines)) and any(line.only_dates for line in lines)


def _section(part: Part, builder: EntryBuilder, places: Places) -> Section | None:
    heading = None
    if part.heading is not None:
        words = places.fragment(part.heading.text)
        heading = Heading(words.text, words.span, part.heading.level or part.level)
    blocks = [block for block in part.blocks if block.text]
    if not blocks and heading is None:
        return None
    if part.kind in ENTRY_KINDS:
        statements, entries = builder.build(part.kind, blocks)
        return Section(
            part.kind, heading, _heads_marked(statements, blocks, places), tuple(entries)
        )
    split = [
        statement
        for block in blocks
        for statement in _flat(block, places, lines=part.kind is SectionKind.BASICS)
    ]
    return Section(part.kind, heading, _heads_marked(split, blocks, places))


def _heads_marked(
    statements: Sequence[Statement], blocks: Sequence[Block], places: Places
) -> tuple[Statement, ...]:
    """The statements, with the heads of tables told from what stands in them."""
    heads = {places.span(one.text) for one in blocks if one.header and columns_in(one)}
    return tuple(replace(one, is_head=True) if one.span in heads else one for one in statements)


def _flat(block: Block, places: Places, *, lines: bool) -> list[Statement]:
    """The statements of a block outside of entries; headings and rows are statements, too."""
    depth = max(0, block.depth - 1)
    if lines:
        return [
            statement
            for line in shown_lines(block.text)
            for statement in statements_of(line, places, depth, row=True, pair=is_pair(block))
        ]
    prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.DEFINITION)
    row = block.kind is BlockKind.ROW
    pair = is_pair(block)
    return statements_of(block.text, places, depth, prose=prose, row=row, pair=pair)
