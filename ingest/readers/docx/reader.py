"""Word documents (.docx, .docm, .dotx), as a reader of the printed page sees them.

The parts are parsed with lxml, and what stands in them is read here, because the two libraries
that could do it see less of a resume than a person does. Of the 22 files that
`tests/fixtures/docx/make.py` makes, python-docx loses words of five (text boxes, content controls,
inserted text, footnotes and headers are not among its paragraphs) and refuses any with a dangling
picture. mammoth makes clean HTML of the body: headers and footers are not in it, nor are moved
words, and the sizes and borders that headings are told by. Both show words that are hidden.

`Source.text` is the text that was taken from the file, a line a paragraph, cells and what stands at
the right edge after a tab. Spans count in that text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

from ingest.blocks import BlockKind, Mark
from ingest.readers.base import MAX_CHARACTERS, too_long
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.docx.content import ContentReader
from ingest.readers.docx.layout import Line, lines_of
from ingest.readers.docx.model import Words
from ingest.readers.docx.package import Package
from ingest.resume import Resume, Source, Warning
from ingest.structure.build import build_resume

_LONGEST_QUOTE = 80
_BLANK = r"[ \xa0\u2000-\u200a\u3000]"
_LAYOUT = re.compile(rf"\n|\t|{_BLANK}{{3,}}")
_REASON = re.compile(r"(?P<why>hidden|tiny|in the colour of the page): (?P<words>.*)", re.DOTALL)


class DocxReader:
    """Reads Word documents; macros in them are never looked at."""

    format: ClassVar[str] = "docx"
    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm", ".dotx", ".dotm")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is damaged or hostile."""
        document = ContentReader(Package.open(data, file_name)).read()
        page = _Page()
        for line in lines_of(document):
            page.add(line)
            if page.length > MAX_CHARACTERS:
                raise too_long(file_name)
        source = Source(file_name, page.text)
        return build_resume(page.builder.finish(), source, {}, page.warnings, self.format)


@dataclass
class _Page:
    """The text as it is written down, and the blocks whose characters know their place in it.

    `length` is that of the text so far, in characters.
    """

    builder: BlockBuilder = field(default_factory=BlockBuilder)
    warnings: list[Warning] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)
    length: int = 0
    _line: int = 1
    _begun: bool = False

    @property
    def text(self) -> str:
        """All that is written so far."""
        return "".join(self._written)

    def add(self, line: Line) -> None:
        """Write a line down."""
        self.warnings += [Warning(_told(one), self._line) for one in line.warnings]
        if line.kind is BlockKind.RULE:
            self.builder.rule()
        if not line.text.strip():
            return
        self._begun = False
        self.builder.list_depth = line.depth
        if line.kind is BlockKind.ROW:
            self.builder.row(header=line.header)
        elif line.kind is BlockKind.ITEM and not line.continues:
            self.builder.container(BlockKind.ITEM)
            # The page shows a bullet for what the source begins with one.
            self._write("  " * (line.depth - 1) + "• ")
        else:
            kind = BlockKind.PARAGRAPH if line.kind is BlockKind.ITEM else line.kind
            self.builder.begin(kind, line.level)
        for at, cell in enumerate(line.cells):
            self._cell(cell, first=at == 0, row=line.kind is BlockKind.ROW)
        self.builder.end_row()
        self.builder.list_depth = 0
        self._write("\n")

    def _cell(self, cell: list[Words], *, first: bool, row: bool) -> None:
        if not first and self._begun:
            self._write("\t")
            if not row:
                self.builder.gap(self.length)
        if row:
            self.builder.cell()
        for words in cell:
            self._words(words)

    def _words(self, words: Words) -> None:
        here = self.length
        if words.target:
            self.builder.open(here, here, Mark.NONE, words.target)
        if words.looks.marks:
            self.builder.open(here, here, words.looks.marks)
        at = 0
        for layout in _LAYOUT.finditer(words.text):
            self._say(words.text[at : layout.start()])
            self._break(layout[0])
            at = layout.end()
        self._say(words.text[at:])
        for _ in range(bool(words.looks.marks) + bool(words.target)):
            self.builder.close(self.length, self.length)

    def _say(self, text: str) -> None:
        text = text if self._begun else text.lstrip()
        if text:
            self._begun = True
            start = self.length
            self._write(text)
            self.builder.text(text, start, self.length)

    def _break(self, layout: str) -> None:
        if not self._begun:
            return
        at = self.length
        self._write("\n" if layout == "\n" else "\t")
        if layout == "\n":
            self.builder.hard_break(at)
        else:
            self.builder.gap(at)

    def _write(self, text: str) -> None:
        self._written.append(text)
        self.length += len(text)
        self._line += text.count("\n")


def _told(warning: str) -> str:
    """A warning for the owner; what was left out is quoted, so that it can be found."""
    hidden = _REASON.fullmatch(warning)
    if hidden is None:
        return warning
    words = " ".join(hidden["words"].split())
    shown = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}…"
    return f"Left out, because a reader of the page does not see it ({hidden['why']}): “{shown}”"
