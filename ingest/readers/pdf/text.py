"""The text that a PDF is read to, with the place of each word, and the blocks made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import GAP, HARD, SOFT, Block, BlockKind, Mark, Run, Text, Wrapper
from ingest.layout import Box, PlacedWord
from ingest.readers.pdf.joins import joins_dates
from ingest.readers.pdf.letters import SOFT_HYPHEN
from ingest.readers.pdf.line import Line
from ingest.readers.pdf.words import Word
from ingest.structure.cues import DEGREE, SCHOOL, is_organisation, is_role

#: Signs between the parts of a line that says who, as what and where.
_PARTED = re.compile(r"[,|·•(:]|\s[–—-]\s")
_DATES_REACH = 60
_WEB = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class Written:
    """The text of the document so far, its blocks, and where its words stand."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    words: list[PlacedWord] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def write(self, characters: str) -> int:
        """Add characters; where they begin."""
        at = self.length
        self.parts.append(characters)
        self.length += len(characters)
        return at


@dataclass(slots=True)
class Pending:
    """A block in the making: its lines, and for each whether it goes on with the one before."""

    kind: BlockKind
    lines: list[Line]
    joined: list[bool]
    level: int = 0
    depth: int = 0


@dataclass(slots=True)
class _Runs:
    """The runs and links of one block."""

    runs: list[Run] = field(default_factory=list)
    links: list[Wrapper] = field(default_factory=list)
    target: str | None = None
    since: int = 0
    until: int = 0

    def add(self, text: str, at: int, marks: Mark) -> None:
        """Add visible characters that stand at `at`."""
        last = self.runs[-1] if self.runs else None
        if last and last.marks == marks and last.end == at:
            self.runs[-1] = Run(last.text + text, last.start, at + len(text), marks)
        else:
            self.runs.append(Run(text, at, at + len(text), marks))

    def link(self, target: str | None, start: int, end: int) -> None:
        """The word from `start` to `end` leads to `target`, or nowhere."""
        if target != self.target:
            self.close()
            self.target, self.since = target, start
        self.until = end

    def close(self) -> None:
        """The words of a link end."""
        if self.target is not None:
            self.links.append(Wrapper(self.since, self.since, self.until, self.until, self.target))
        self.target = None


def write(written: Written, pending: Pending) -> None:
    """Write the lines of a block, and add the block."""
    runs = _Runs()
    for number, (line, joined) in enumerate(zip(pending.lines, pending.joined, strict=True)):
        if number:
            break_ = _break(pending.lines[number - 1], line) if joined else HARD
            runs.add(break_, written.length - 1, Mark.NONE)
        elif line.bullet:
            written.write(f"{line.bullet if line.bullet[-1] in ').]' else '•'} ")
        for index, cell in enumerate(line.cells):
            if index:
                runs.add(GAP, written.write(GAP), Mark.NONE)
            _write_cell(written, runs, cell)
        written.write("\n")
    runs.close()
    text = Text.of(runs.runs, runs.links)
    written.blocks.append(
        Block(pending.kind, text.cut(0), level=pending.level, depth=pending.depth)
    )


def _break(above: Line, line: Line) -> str:
    """What stands between two lines of one sentence: a blank, or a break where they may be two."""
    if line.words[0].text[:1].islower() or above.text.endswith((",", "-", "–", "&")):
        return " "
    if joins_dates(above.text[-_DATES_REACH:], line.text[:_DATES_REACH]):
        return " "
    what = is_role(above.text) or bool(DEGREE.search(above.text))
    where = is_organisation(line.text) or bool(SCHOOL.search(line.text))
    two = what and where and not _PARTED.search(above.text)
    return " " if above.sure and not two else SOFT


def _write_cell(written: Written, runs: _Runs, cell: Sequence[Word]) -> None:
    before: Word | None = None
    for word in cell:
        text = word.text.replace(SOFT_HYPHEN, "")
        if before is not None:
            both = _marks(before) & _marks(word)
            runs.add(" ", written.write(" "), both)
        at = written.write(text)
        runs.add(text, at, _marks(word))
        target = word.link if word.link and word.link.lower().startswith(_WEB) else None
        runs.link(target, at, at + len(text))
        _place(written, word, text, at)
        before = word


def _place(written: Written, word: Word, text: str, at: int) -> None:
    """Note where a word stands; one that was divided stands in two places."""
    end = at + len(text)
    parts = [(at, end, word.box, word.page)]
    if word.rest is not None:
        second, box, page = word.rest
        middle = max(at, end - len(second))
        parts = [(at, middle, word.box, word.page), (middle, end, box, page)]
    for low, high, (left, top, right, bottom), page in parts:
        if low < high:
            size = round(right - left, 2), round(bottom - top, 2)
            shown = Box(page, round(left, 2), round(top, 2), *size)
            written.words.append(PlacedWord(low, high, shown))


def _marks(word: Word) -> Mark:
    marks = Mark.NONE
    if word.look.bold:
        marks |= Mark.BOLD
    if word.look.italic:
        marks |= Mark.ITALIC
    return marks
