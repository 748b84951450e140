"""Blocks to a `Resume`: the name, the sections, and in each the entries and statements."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.blocks import Block, BlockKind, Mark, Text
from ingest.resume import Fragment, Heading, Resume, Section, SectionKind, Source, Warning
from ingest.structure.contacts import contacts_of, head_blocks
from ingest.structure.cues import is_place, is_role
from ingest.structure.entries import ENTRY_KINDS, EntryBuilder
from ingest.structure.kinds import exact_kind, is_document_title, section_kind
from ingest.structure.lead import dates_in
from ingest.structure.places import Places
from ingest.structure.statements import statements_of

_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:,?\s+[^\W\d_(][\w.'’)-]*){1,4}$")
_LABEL_LINE = re.compile(r"^[^:]{2,40}:$")
_MAX_HEADLINE_WORDS = 14


@dataclass
class _Part:
    """A section's heading and its blocks."""

    kind: SectionKind
    heading: Block | None
    level: int
    blocks: list[Block] = field(default_factory=list)


def build_resume(
    blocks: Sequence[Block],
    source: Source,
    front: Mapping[str, Any],
    warnings: Sequence[Warning] = (),
    format_name: str = "markdown",
) -> Resume:
    """The resume that the blocks make. `front` is the page's front matter."""
    places = Places(source)
    blocks = [block for block in blocks if block.text or block.kind is BlockKind.RULE]
    parts = _parts(blocks)
    _find_work(parts)
    head = head_blocks(blocks, len(parts[0].blocks) + (parts[0].heading is not None))
    if parts[0].kind is not SectionKind.BASICS:
        head = head_blocks(blocks, 0)
    basics = [part for part in parts if part.kind is SectionKind.BASICS]
    head += [block for part in basics for block in part.blocks]
    name, headline = _name(parts[0], front, places)
    found = list(warnings)
    if name is None:
        found.append(Warning("The resume names nobody: no heading or first line is a name.", 1))
    builder = EntryBuilder(places)
    sections = [_section(part, builder, places) for part in parts]
    contacts = contacts_of(blocks, places, head)
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


# --- sections ------------------------------------------------------------------------------------


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """The page cut at its section headings; the first part is what stands before them."""
    levels = [
        block.level for block in blocks
        if block.kind is BlockKind.HEADING and section_kind(_title(block)) is not None
        and not dates_in(block.text)
    ]  # fmt: skip
    level = _section_level(blocks, levels)
    parts = [_Part(SectionKind.BASICS, None, 0)]
    for at, block in enumerate(blocks):
        kind = _opens_section(block, level, parts[-1], first=at == 0, headed=bool(levels))
        if kind is None:
            parts[-1].blocks.append(block)
        else:
            parts.append(_Part(kind, block, block.level or level))
    return parts


def _find_work(parts: list[_Part]) -> None:
    """Where no heading says "work", the unknown section that lists dated positions is it."""
    if any(part.kind is SectionKind.WORK for part in parts):
        return
    counts = {
        at: sum(
            is_role(block.text.folded[:120]) and bool(dates_in(block.text)) for block in part.blocks
        )
        for at, part in enumerate(parts)
        if part.kind is SectionKind.OTHER
    }
    best = max(counts, key=lambda at: counts[at], default=None)
    if best is not None and counts[best] >= 2:
        parts[best].kind = SectionKind.WORK


def _section_level(blocks: Sequence[Block], known: list[int]) -> int:
    if known:
        # The outermost level that two known headings share, else the outermost.
        shared = [level for level in sorted(set(known)) if known.count(level) > 1]
        return shared[0] if shared else min(known)
    levels = [block.level for block in blocks[1:] if block.kind is BlockKind.HEADING]
    return min(levels, default=1)


def _title(block: Block) -> str:
    return re.sub(r"^[\W_]+|[\W_]+$", "", block.text.folded)


def _opens_section(
    block: Block, level: int, current: _Part, *, first: bool, headed: bool
) -> SectionKind | None:
    """The kind of the section that a block opens, or None if it opens none."""
    title = _title(block)
    if block.kind is BlockKind.HEADING:
        kind = section_kind(title)
        dated = bool(dates_in(block.text))
        if block.level <= level and not first:
            named = current.heading is None and kind is None and not current.blocks
            # A name stands in the first heading, or in the first after one that says "Resume".
            before = [one for one in current.blocks if one.kind is BlockKind.HEADING]
            unnamed = all(is_document_title(_title(one)) for one in before)
            is_name = (
                current.heading is None and kind is None and unnamed and bool(_NAME.match(title))
            )
            if named or is_name or is_document_title(title):
                return None
            return kind or SectionKind.OTHER
        if first and kind is not None:
            return kind
        if not first and not dated and exact_kind(title) and not _belongs(block, current):
            return exact_kind(title)
        return None
    short = block.kind in (BlockKind.PARAGRAPH, BlockKind.TERM) and len(title.split()) <= 5
    looks = (
        block.text.marked(Mark.BOLD)
        or title.isupper()
        or bool(_LABEL_LINE.match(block.text.folded))
    )
    if short and looks and block.depth == 0 and not headed:
        return exact_kind(title)
    return None


def _belongs(block: Block, current: _Part) -> bool:
    """Whether a heading of a known name belongs to the entry above it, not to the page.

    It does where headings of a level above it, below the section's, opened an entry.
    """
    return any(
        one.kind is BlockKind.HEADING and current.level < one.level < block.level
        for one in current.blocks
    )


def _section(part: _Part, builder: EntryBuilder, places: Places) -> Section | None:
    heading = None
    if part.heading is not None:
        words = places.fragment(part.heading.text)
        heading = Heading(words.text, words.span, part.heading.level or part.level)
    blocks = [block for block in part.blocks if block.text]
    if not blocks and heading is None:
        return None
    if part.kind in ENTRY_KINDS:
        statements, entries = builder.build(part.kind, blocks)
        return Section(part.kind, heading, tuple(statements), tuple(entries))
    split = [
        statement
        for block in blocks
        for statement in _flat(block, places, lines=part.kind is SectionKind.BASICS)
    ]
    return Section(part.kind, heading, tuple(split))


def _flat(block: Block, places: Places, *, lines: bool) -> list[Any]:
    """The statements of a block outside of entries; headings and rows are statements, too."""
    depth = max(0, block.depth - 1)
    if lines:
        return [
            statement
            for line in _lines(block.text)
            for statement in statements_of(line, places, depth)
        ]
    prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.DEFINITION)
    return statements_of(block.text, places, depth, prose=prose)


def _lines(text: Text) -> list[Text]:
    """A text cut at its line breaks, shown or not."""
    cuts = [match.start() for match in re.finditer(r"[\n\v]", text.plain)]
    bounds = [0, *cuts, len(text.plain)]
    pieces = [text.cut(low, high) for low, high in itertools.pairwise(bounds)]
    return [piece for piece in pieces if piece.folded]


# --- the person ----------------------------------------------------------------------------------


def _name(
    head: _Part, front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    """The name and the headline: in a heading, in the first lines, or in the front matter."""
    lines = [(block, line) for block in head.blocks[:6] for line in _lines(block.text)]
    headings = [(block, line) for block, line in lines if block.kind is BlockKind.HEADING]
    for at, (_, line) in enumerate([*headings, *lines[:3]]):
        text = _bare(line)
        if is_document_title(text.folded) or not _NAME.match(text.folded):
            continue
        if at >= len(headings) and not _capitalised(text.folded):
            continue
        return places.fragment(text), _headline(lines, line, places)
    for value in (front.get("name"), front.get("author"), front.get("title")):
        words = value.get("name") if isinstance(value, dict) else value
        if isinstance(words, str) and _NAME.match(words) and section_kind(words) is None:
            start = places.source.text.find(words)
            if start >= 0:
                return Fragment(words, places.between(start, start + len(words))), None
    return None, None


def _bare(line: Text) -> Text:
    """A line without what follows a separator, and without signs (`# Name`, emoji) before it."""
    plain = line.plain
    opening = re.match(
        r"\W*(?:curriculum vitae|r[ée]sum[ée]|cv)(?:\s+of|\s*[:–—-])\s+", plain, re.I
    )
    if opening:
        return _bare(line.cut(opening.end()))
    start = next((at for at, char in enumerate(plain) if char.isalpha()), 0)
    end = re.search(r"\s*[\t|•·,(]|\s[-–—]+\s|:", plain[start:])
    credentials = re.match(r"[^,]+,\s*(?:[A-Z]{2,4}\b\.?,?\s*)+$", plain[start:])
    described = re.match(
        r"[^\W\d_]+(?:\s[^\W\d_][\w.'’-]*){1,3},\s+(?:[a-z]|\d|[A-Z]\w+ \w+)", plain[start:]
    )
    stop = end.start() if end and (credentials or described or end[0] != ",") else None
    return line.cut(start, start + stop if stop is not None else None)


def _capitalised(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() for word in words if len(word) > 3)


def _headline(lines: list[tuple[Block, Text]], name: Text, places: Places) -> Fragment | None:
    """The short line under the name that is no contact."""
    after = [line for _, line in lines[[line for _, line in lines].index(name) + 1 :]]
    rest = re.search(r"(?:\s*[|•·\t]|\s[-–—]+|,)\s+(?P<rest>\S.*)$", name.plain)
    if (
        rest
        and len(rest["rest"].split()) <= _MAX_HEADLINE_WORDS
        and not re.search(r"[@\d]", rest["rest"])
    ):
        return places.fragment(name.cut(rest.start("rest")))
    for line in after[:1]:
        words = line.folded
        contact = re.search(r"@|\d{3}|https?:|www\.|\|", words) or list(line.links())
        if 1 < len(words.split()) <= _MAX_HEADLINE_WORDS and not contact:
            return None if is_place(words) else places.fragment(line)
    return None
