"""Bullets that were typed by hand, or that a word processor wrote out as signs, become items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import HARD, Block, BlockKind

#: A sign and a blank; a hyphen or an "o" is one only before a wide blank.
BULLET = re.compile(r"[•●○◦▪▫■□◆◇►▸▹‣⁃∙·➢➤✓✔❖*]\s+(?=\S)|(?:[–—-]|o)(?:\t|[ \xa0]{2,})\s*(?=\S)")


def with_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; paragraphs, and lines of paragraphs, that begin with a bullet are items."""
    return [made for block in blocks for made in _items(block)]


def _items(block: Block) -> Iterator[Block]:
    if block.kind is not BlockKind.PARAGRAPH or block.depth:
        yield block
        return
    plain = block.text.plain
    starts = [0, *(match.end() for match in re.finditer(HARD, plain))]
    bullets = {at: found for at in starts if (found := BULLET.match(plain, at))}
    if not bullets:
        yield block
        return
    # A line without a bullet goes on with what stands above it.
    bounds = [at for at in starts if at in bullets or at == 0]
    for at, end in pairwise([*bounds, len(plain)]):
        bullet = bullets.get(at)
        text = block.text.cut(bullet.end() if bullet else at, end)
        if text:
            kind, depth = (BlockKind.ITEM, 1) if bullet else (block.kind, 0)
            yield replace(block, kind=kind, depth=depth, text=text)
