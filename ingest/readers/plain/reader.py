"""Plain text, the last resort: layout is all that tells a heading from a line.

Capitals, an underline, a colon or blank lines around the name of a section make a heading; wide
gaps part what stands side by side; lines that were wrapped at a width are joined again.
"""

from __future__ import annotations

import re
from typing import ClassVar

from ingest.blocks import Block, BlockKind
from ingest.dates import find_dates
from ingest.readers.base import MAX_CHARACTERS, MAX_LINES, decode, too_long
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.plain.headings import headings_in, is_spaced
from ingest.readers.plain.hung import with_hung_headings
from ingest.readers.plain.lines import PlainLine, lines_of, wrap_width
from ingest.resume import Resume, Source
from ingest.structure.build import build_resume

_GAP = re.compile(r"\t+| {3,}")
_YEAR = re.compile(r"\W?(?:19|20)\d\d\b")
#: A line that goes on below with a small letter is at least so long.
_MIN_WRAPPED = 40


class PlainTextReader:
    """Reads text without markup."""

    format: ClassVar[str] = "plain-text"
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is no text, or far too long."""
        text = decode(data, file_name)
        return laid_out(text, Source(file_name, text))


def laid_out(text: str, source: Source) -> Resume:
    """The resume in a text that its layout tells of; what of `source` is no word is blank in it.

    Raises `ResumeFileError` where it is far too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(source.file)
    lines = with_hung_headings(lines_of(text))
    if len(lines) > 2 * MAX_LINES or sum(bool(line.words) for line in lines) > MAX_LINES:
        raise too_long(source.file)
    return build_resume(_blocks(lines), source, {}, (), PlainTextReader.format)


def _blocks(lines: list[PlainLine]) -> list[Block]:
    levels = headings_in(lines)
    page = _Page(wrap_width(lines))
    for at, line in enumerate(lines):
        page.line(line, levels.get(at, 0))
    return page.builder.finish()


class _Page:
    """Lines as they come; a block is open while they belong together."""

    def __init__(self, width: int) -> None:
        self.builder = BlockBuilder()
        self._width = width
        self._before: PlainLine | None = None
        self._items: list[int] = []

    def line(self, line: PlainLine, level: int) -> None:
        """Take the next line; `level` is that of a heading, 0 for any other."""
        if not line.words:
            self._end()
            if line.rule:
                self.builder.rule()
            return
        if level:
            self._end()
            self._items = []
            self.builder.begin(BlockKind.HEADING, level)
            self._say(line)
            self._end()
            return
        if line.bullet:
            self._end()
            self._item(line)
        elif self._before is not None:
            self._go_on(self._before, line)
        else:
            deeper = bool(self._items) and line.indent > self._items[-1]
            if not deeper:
                self._items = []
            self.builder.list_depth = len(self._items)
            self.builder.begin()
            self._say(line)
        self._before = line

    def _item(self, line: PlainLine) -> None:
        self._items = [indent for indent in self._items if indent < line.indent]
        self._items.append(line.indent)
        self.builder.list_depth = len(self._items)
        self.builder.container(BlockKind.ITEM)
        self._say(line)

    def _go_on(self, before: PlainLine, line: PlainLine) -> None:
        """A line right below another: more of it, the next of a paragraph, or no more its own."""
        outdented = bool(self._items) and line.indent < self._items[-1]
        beside = bool(self._items) and line.indent == self._items[-1]
        if outdented or (beside and not self._wraps(before, line)):
            self._end()
            self.line(line, 0)
            return
        rows = before.gapped and line.gapped
        if rows or (_YEAR.match(line.words) and _YEAR.match(before.words)):
            self._end()
            self.line(line, 0)
            return
        inside = bool(self._items) and line.indent > self._items[-1]
        if (inside and not line.gapped) or self._wraps(before, line):
            self.builder.soft_break(before.end)
        else:
            self.builder.hard_break(before.end)
        self._say(line)

    def _wraps(self, before: PlainLine, line: PlainLine) -> bool:
        """Whether a line only ends because the next word had no room."""
        if before.gapped or line.gapped:
            return False
        word = line.words.split()[0]
        full = before.length + 1 + len(word) > self._width
        goes_on = line.words[0].islower() and before.length >= _MIN_WRAPPED
        return full or (goes_on and not _heads(before, line))

    def _say(self, line: PlainLine) -> None:
        words, start = line.words, line.start
        if is_spaced(words):
            for letter in re.finditer(r"[^ ]| {2,}", words):
                shown = " " if letter[0].isspace() else letter[0]
                self.builder.text(shown, start + letter.start(), start + letter.end())
            return
        at = 0
        for gap in _GAP.finditer(words):
            self.builder.text(words[at : gap.start()], start + at, start + gap.start())
            self.builder.gap(start + gap.start())
            at = gap.end()
        self.builder.text(words[at:], start + at, start + len(words))

    def _end(self) -> None:
        self.builder.end_container()
        self.builder.list_depth = 0
        self._before = None


def _heads(above: PlainLine, below: PlainLine) -> bool:
    """Whether a line that ends with its dates stands above one that is set in below it."""
    dates = find_dates(above.words)
    return below.indent > above.indent and bool(dates) and dates[-1].end == len(above.words)
