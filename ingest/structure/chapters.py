"""Numbers of chapters that people set before headings ("2. WORK") and what stands below ("2.1")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Mark, Text
from ingest.structure.kinds import exact_kind
from ingest.structure.lead import dates_in
from ingest.structure.lines import cut_at, shown_lines

#: Before a heading: "2. ", "2) ", "2.1 ", "2 ".
_BEFORE_TITLE = re.compile(r"\W*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[^\W\d_])")
#: Before what a chapter lists: "2.1 ", "2.1. ".
_OF_LIST = re.compile(r"(?P<chapter>(?:\d{1,2}\.){1,3})(?P<last>\d{1,2})[.)]?\s+(?=\S)")
#: From so many such numbers in their order it is the way of a page.
_COUNTED = 3
_LISTING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_CHAPTER = re.compile(r"(?P<last>\d{1,2})[.)]\s+(?=\S)")
_LEVEL = 2
#: A heading has no more words; so many that name sections make lines of a look headings.
_MAX_TITLE_WORDS = 6
_KNOWN = 2


def without_number(title: str) -> str:
    """The words of a heading without the number of a chapter before them."""
    return title[match.end() :] if (match := _BEFORE_TITLE.match(title)) else title


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a page counts its sections and has no other headings of them.

    So do words in bold that begin with the numbers from one on, and the items of a numbered list
    that begin with a line in capitals each. Their words become headings, the rest stands below.
    """
    if any(one.kind is BlockKind.HEADING and _is_known(one.text) for one in blocks):
        return list(blocks)
    bold = {at: head for at, block in enumerate(blocks) if (head := _bold_head(block))}
    counted = [int(number["last"]) for one in bold.values() if (number := _numbered(one))]
    if counted == list(range(1, len(counted) + 1)) and _name_sections([*bold.values()]):
        return [one for at, block in enumerate(blocks) for one in _parted(block, bold.get(at))]
    listed = {at: head for at, block in enumerate(blocks) if (head := _listed_head(block))}
    if _name_sections([*listed.values()]):
        return _out_of_list(blocks, listed)
    return list(blocks)


def _bold_head(block: Block) -> Text | None:
    """The short words in bold, with a number before them, that a paragraph begins with."""
    if block.kind is not BlockKind.PARAGRAPH or block.depth or not block.text:
        return None
    lead = block.text.cut(0, block.text.lead(Mark.BOLD))
    return lead if _numbered(lead) and _is_title(lead) else None


def _listed_head(block: Block) -> Text | None:
    """The line in capitals that an item of an outer list begins with."""
    if block.kind is not BlockKind.ITEM or block.depth != 1 or not block.text:
        return None
    first = shown_lines(block.text)[0]
    return first if first.folded.isupper() and _is_title(first) else None


def _numbered(words: Text) -> re.Match[str] | None:
    return _CHAPTER.match(words.plain)


def _is_title(words: Text) -> bool:
    return len(words.folded.split()) <= _MAX_TITLE_WORDS and not dates_in(words)


def _is_known(words: Text) -> bool:
    return exact_kind(without_number(words.folded)) is not None


def _name_sections(heads: Sequence[Text]) -> bool:
    return len(heads) >= _COUNTED and sum(map(_is_known, heads)) >= _KNOWN


def _parted(block: Block, head: Text | None) -> list[Block]:
    """The heading that a block begins with, and a paragraph of the rest."""
    if head is None:
        return [block]
    heading = replace(block, text=head, kind=BlockKind.HEADING, level=_LEVEL, depth=0)
    rest = block.text.cut(len(head))
    below = replace(block, text=rest, kind=BlockKind.PARAGRAPH, depth=0)
    return [heading, below] if rest else [heading]


def _out_of_list(blocks: Sequence[Block], heads: Mapping[int, Text]) -> list[Block]:
    """The blocks, where those of a list whose items are sections stand in none."""
    found: list[Block] = []
    inside = False
    for at, block in enumerate(blocks):
        inside = at in heads or (inside and block.depth > (block.kind is BlockKind.ITEM))
        depth = max(0, block.depth - inside)
        found += _parted(replace(block, depth=depth), heads.get(at))
    return found


def unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where lines that are counted by chapter ("2.1", "2.2") are bullets of a list.

    Each is one for itself.
    """
    counted = [number for block in blocks for number in _numbers(block)]
    if len(counted) < _COUNTED or not _in_order(counted):
        return list(blocks)
    return [one for block in blocks for one in _listed(block)]


def _numbers(block: Block) -> Iterator[re.Match[str]]:
    """The numbers that lines of a paragraph or bullet begin with."""
    if block.kind in _LISTING and block.text:
        lines = shown_lines(block.text)
        yield from filter(None, (_OF_LIST.match(line.plain) for line in lines))


def _in_order(numbers: Sequence[re.Match[str]]) -> bool:
    """Whether each number follows the one before, or is the first of another chapter."""
    chapter, last = "", 0
    for number in numbers:
        last = last + 1 if number["chapter"] == chapter else 1
        chapter = number["chapter"]
        if int(number["last"]) != last:
            return False
    return True


def _listed(block: Block) -> list[Block]:
    """The bullets that a block is; itself, where nothing in it is counted."""
    if not any(_numbers(block)):
        return [block]
    plain = block.text.plain
    starts = [at for at in _line_starts(plain) if _OF_LIST.match(plain, at)]
    lines = cut_at(block.text, [at for at in starts if at > 0])
    return [
        replace(block, text=line, kind=BlockKind.ITEM, depth=max(1, block.depth)) for line in lines
    ]


def _line_starts(plain: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"[\n\v]\s*", plain))]
