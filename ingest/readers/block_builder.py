"""Collects blocks from a stream of events; Markdown tokens and HTML tags both drive it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.blocks import GAP, HARD, SOFT, Block, BlockKind, Mark, Run, Text, Wrapper
from ingest.readers.disclosed import DISCLOSED, with_disclosed
from ingest.readers.unseen import UNSEEN, seen

_LINE_BREAKS = str.maketrans({"\n": SOFT, "\r": SOFT, "\f": SOFT, "\t": " "})

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
#: Elements that make a page's structure, other than headings and mere stretches of text.
STRUCTURE = frozenset("ul ol li dl dt dd table tr td th blockquote hr".split())
#: More blanks in a row than this say no more than so many, and would slow patterns down.
_MAX_BLANKS = 20
#: Of the number of rows that a cell reaches down to; no table for people has more.
_DIGITS = 2
_LEFT_OUT = re.compile(rf"(?<=\s{{{_MAX_BLANKS}}})\s+|{UNSEEN.pattern}")


@dataclass
class _Open:
    """A wrapper whose end has not come yet."""

    start: int
    inner_start: int
    target: str | None
    mark: Mark


@dataclass
class BlockBuilder:
    """Receives text, marks and block boundaries; `blocks` is the result after `finish`.

    All offsets are offsets in the source. While `hidden` is above zero, text is dropped.
    """

    blocks: list[Block] = field(default_factory=list)
    hidden: int = 0
    list_depth: int = 0
    quote_depth: int = 0
    definition_depth: int = 0
    _kind: BlockKind = BlockKind.PARAGRAPH
    _level: int = 0
    _first: BlockKind | None = None
    _runs: list[Run] = field(default_factory=list)
    _wrappers: list[Wrapper] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _cells: list[int] | None = None
    _header: bool = False
    _in_head: bool = False
    _length: int = 0
    _blanks: int = 0

    #: How many more rows the cell of each column of this table reaches down to.
    _reaching: dict[int, int] = field(default_factory=dict)

    # --- blocks -----------------------------------------------------------------------------

    def begin(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Start a block. The first paragraph of an item or definition is the item itself."""
        self.flush()
        self._kind, self._level = kind, level

    def container(self, first: BlockKind) -> None:
        """A list item or definition opens: the next paragraph gets the kind `first`."""
        self.flush()
        self._first = first
        self._kind = BlockKind.PARAGRAPH

    def end_container(self) -> None:
        """A list item or definition closes; an empty one leaves nothing behind."""
        self.flush()
        self._first = None

    def flush(self) -> None:
        """End the current block, if it holds anything."""
        cells, self._cells = self._cells, None
        if self._runs or self._wrappers:
            kind = self._kind
            if kind is BlockKind.PARAGRAPH and self._first is not None:
                kind, self._first = self._first, None
            elif kind is BlockKind.HEADING and self._first is BlockKind.ITEM:
                self._first = None  # The bullet is its heading; what follows stands below.
            self._close_wrappers()
            self._emit(kind, cells)
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _emit(self, kind: BlockKind, cells: list[int] | None) -> None:
        text = Text.of(self._runs, self._wrappers)
        bounds = [*(cells or []), len(text.plain)]
        block = Block(
            kind=kind,
            text=text.cut(0) if text else text,
            level=self._level,
            depth=self.list_depth,
            quoted=self.quote_depth > 0,
            defined=self.definition_depth > 0,
            header=self._header,
            cells=tuple(text.cut(a, b) for a, b in pairwise(bounds)) if cells is not None else (),
        )
        self.blocks.append(block)
        self._runs, self._wrappers, self._length = [], [], 0
        for pending in self._open:
            pending.inner_start = -1

    def enter(self, tag: str) -> None:
        """A block element of HTML opens, or what Markdown has for one."""
        if tag in HEADING_LEVELS:
            self.begin(BlockKind.HEADING, HEADING_LEVELS[tag])
        elif tag == "summary" and self._cells is None:
            self.begin(BlockKind.HEADING, DISCLOSED)
        elif tag in ("ul", "ol"):
            self.flush()
            self.list_depth += 1
        elif tag == "li":
            self.container(BlockKind.ITEM)
        elif tag == "dt":
            self.begin(BlockKind.TERM)
        elif tag == "dd":
            self.definition_depth += 1
            self.container(BlockKind.DEFINITION)
        elif tag == "blockquote":
            self.flush()
            self.quote_depth += 1
        elif tag == "tr":
            self.row(header=self._in_head)
        elif tag in ("td", "th"):
            self.cell()
        elif self._cells is not None:
            self.hard_break(-1)
        else:
            self.begin()
            if tag == "table":
                self._reaching = {}
            self._in_head = self._in_head or tag == "thead"

    def leave(self, tag: str) -> None:
        """A block element closes; those that stand within a cell do not end its row."""
        if tag in ("td", "th") or (self._cells is not None and tag not in STRUCTURE):
            return
        self.flush()
        if tag in ("ul", "ol"):
            self.list_depth -= 1
        elif tag == "li":
            self.end_container()
        elif tag == "dd":
            self.end_container()
            self.definition_depth -= 1
        elif tag == "blockquote":
            self.quote_depth -= 1
        elif tag == "tr":
            self.end_row()
        elif tag == "thead":
            self._in_head = False

    def rule(self) -> None:
        """A horizontal line."""
        self.flush()
        self.blocks.append(Block(BlockKind.RULE))

    def row(self, *, header: bool = False) -> None:
        """A table row opens."""
        self.flush()
        self._kind, self._cells, self._header = BlockKind.ROW, [], header

    def cell(self) -> None:
        """A table cell opens."""
        if self._cells is None:
            if self._kind is not BlockKind.ROW:
                self.row()
            self._cells = []
        while self._reaching.get(len(self._cells), 0) > 0:
            # A cell of a row above stands here, too.
            self._reaching[len(self._cells)] -= 1
            self._cells.append(self._length)
        if self._runs:
            self.gap(self._runs[-1].end)
        self._cells.append(self._length)

    def reach_down(self, rows: str) -> None:
        """The cell that was opened last stands in so many rows."""
        if self._cells and rows.isascii() and rows.isdigit() and len(rows) <= _DIGITS:
            self._reaching[len(self._cells) - 1] = int(rows) - 1

    @property
    def in_cell(self) -> bool:
        """Whether the current block is a table row."""
        return self._cells is not None

    def end_row(self) -> None:
        """A table row closes."""
        self.flush()
        self._header = False

    # --- inline -----------------------------------------------------------------------------

    def text(self, characters: str, start: int, end: int) -> None:
        """Visible characters; `\\n` in them is a line break that is shown as a space."""
        if self.hidden or not characters:
            return
        characters = characters.translate(_LINE_BREAKS)
        if len(characters) != end - start:
            self._run(seen(characters), start, end)
            return
        at = 0
        for left_out in _LEFT_OUT.finditer(characters):
            self._run(characters[at : left_out.start()], start + at, start + left_out.start())
            at = left_out.end()
        self._run(characters[at:], start + at, end)

    def _run(self, characters: str, start: int, end: int) -> None:
        if not characters or (not self._runs and characters.isspace()):
            return
        if characters.isspace():
            self._blanks += len(characters)
            if self._blanks > _MAX_BLANKS:
                return
        else:
            self._blanks = 0
        for pending in self._open:
            if pending.inner_start < 0:
                pending.start = pending.inner_start = start
        marks = Mark.NONE
        for pending in self._open:
            marks |= pending.mark
        self._runs.append(Run(characters, start, end, marks))
        self._length += len(characters)

    def hard_break(self, at: int) -> None:
        """A forced line break."""
        if self._runs and not self.hidden:
            self._blank(HARD, at)

    def soft_break(self, at: int) -> None:
        """A line break of the source, shown as a space."""
        if self._runs and not self.hidden:
            self._blank(SOFT, at)

    def gap(self, at: int) -> None:
        """A wide gap between what stands left and right of it."""
        if self._runs and not self.hidden:
            self._blank(GAP, at)

    def _blank(self, character: str, at: int) -> None:
        at = max(at, self._runs[-1].end)
        self._runs.append(Run(character, at, at))
        self._length += 1

    def open(self, start: int, inner_start: int, mark: Mark, target: str | None = None) -> None:
        """Emphasis or a link opens; its markup stands from `start` to `inner_start`."""
        self._open.append(_Open(start, inner_start, target, mark))

    def close(self, inner_end: int, end: int) -> None:
        """The innermost emphasis or link closes."""
        if not self._open:
            return
        opened = self._open.pop()
        if self.hidden or opened.inner_start < 0:
            return
        self._wrappers.append(
            Wrapper(opened.start, opened.inner_start, inner_end, end, opened.target)
        )

    def _close_wrappers(self) -> None:
        last = self._runs[-1].end if self._runs else 0
        for pending in self._open:
            if 0 <= pending.inner_start <= last:
                self._wrappers.append(
                    Wrapper(pending.start, pending.inner_start, last, last, pending.target)
                )

    def finish(self) -> list[Block]:
        """End the last block and hand over all of them."""
        self.flush()
        return with_disclosed(outdented(self.blocks))


def outdented(blocks: list[Block]) -> list[Block]:
    """The blocks, those below a heading in a bullet as if that list were none.

    "<li><h3>Welder</h3><p>..." is an entry with a heading and what stands below it; the list only
    lays entries out.
    """
    depth = 0
    out: list[Block] = []
    for block in blocks:
        depth = min(depth, block.depth)
        if block.kind is BlockKind.HEADING:
            depth = block.depth
        elif block.kind is BlockKind.ITEM and block.depth == depth:
            depth = 0  # A bullet of that list itself, beside those with headings.
        out.append(replace(block, depth=block.depth - depth) if depth else block)
    return out
