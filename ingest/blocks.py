"""The form between a file format and a resume: a flat sequence of blocks with rich text.

A reader of a laid-out format (Markdown, HTML, DOCX, PDF) turns its file into `Block`s; from there
on `ingest.structure` understands headings, jobs and dates without knowing the format.

Text is held so that every visible character knows where it stands in the source and how it is
marked. White space carries layout, each kind by one character of its own, so that patterns can
use it: `HARD` is a forced line break, `SOFT` a line break of the source that is shown as a space,
`GAP` a wide horizontal gap (next table cell, next of two `<span>`s, a tab).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntFlag

HARD = "\n"
SOFT = "\v"
GAP = "\t"
#: A wrapped line of prose is about as long as an editor's window; a laid-out line is shorter than
#: this many characters.
LAID_OUT = 60


class Mark(IntFlag):
    """How a character is shown."""

    NONE = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRUCK = 8


class BlockKind(Enum):
    """What a block is. `ROW` has cells; `RULE` has no text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TERM = "term"
    DEFINITION = "definition"
    ROW = "row"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Run:
    """Some visible characters with one look, from `start` to `end` (offsets in the source).

    Where `len(text) == end - start` characters map one to one; else (an entity, a generated line
    break) all of them stand for the whole stretch.
    """

    text: str
    start: int
    end: int
    marks: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Wrapper:
    """Inline markup around words, as source offsets: `start <= inner_start <= inner_end <= end`.

    `target` is where it leads, for a link; None for emphasis and the like.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    target: str | None = None


class _Base:
    """The characters of one block; `Text` is a view of it."""

    __slots__ = ("ends", "marks", "plain", "starts", "wrappers")

    def __init__(self, runs: Sequence[Run], wrappers: Sequence[Wrapper]) -> None:
        self.plain = "".join(run.text for run in runs)
        self.wrappers = tuple(sorted(wrappers, key=lambda w: (w.start, -w.end)))
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: list[Mark] = []
        for run in runs:
            size = len(run.text)
            if size == run.end - run.start:
                self.starts.extend(range(run.start, run.end))
                self.ends.extend(range(run.start + 1, run.end + 1))
            else:
                self.starts.extend([run.start] * size)
                self.ends.extend([run.end] * size)
            self.marks.extend([run.marks] * size)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A stretch of rich text: `plain` characters, where they stand, how they are marked."""

    _base: _Base
    _from: int
    _to: int

    @classmethod
    def of(cls, runs: Sequence[Run], wrappers: Sequence[Wrapper] = ()) -> Text:
        """Text made of `runs` in order, with the markup around them."""
        base = _Base(runs, wrappers)
        return cls(base, 0, len(base.plain))

    def __len__(self) -> int:
        return self._to - self._from

    def __bool__(self) -> bool:
        return any(map(str.isalnum, self.plain)) or bool(self.folded)

    @property
    def plain(self) -> str:
        """The characters with layout white space (`HARD`, `SOFT`, `GAP`) kept."""
        return self._base.plain[self._from : self._to]

    @property
    def folded(self) -> str:
        """The characters as a sentence: each run of white space one space, none around."""
        return " ".join(self.plain.split())

    def cut(self, start: int, end: int | None = None) -> Text:
        """The part from `start` to `end` (indices into `plain`), without white space around it."""
        low = self._from + max(0, start)
        high = self._to if end is None else min(self._to, self._from + end)
        plain = self._base.plain
        while low < high and plain[low].isspace():
            low += 1
        while high > low and plain[high - 1].isspace():
            high -= 1
        return Text(self._base, low, max(low, high))

    def through(self, other: Text) -> Text:
        """From the start of this text to the end of `other`, a later part of the same block."""
        return Text(self._base, self._from, max(self._to, other._to))

    def marked(self, mark: Mark) -> bool:
        """Whether every letter and digit is shown with `mark`; False where there is none."""
        marks = [
            self._base.marks[i]
            for i in range(self._from, self._to)
            if self._base.plain[i].isalnum()
        ]
        return bool(marks) and all(m & mark for m in marks)

    def lead(self, mark: Mark) -> int:
        """How many characters at the start are shown with `mark` (white space counts along)."""
        for i in range(self._from, self._to):
            if not self._base.marks[i] & mark and not self._base.plain[i].isspace():
                return len(self.plain[: i - self._from].rstrip())
        return len(self)

    def marks_at(self, index: int) -> Mark:
        """How the character at `index` of `plain` is shown."""
        return self._base.marks[self._from + index]

    def offsets(self) -> tuple[int, int]:
        """Where the words stand in the source, with markup that opens or closes inside them.

        Emphasis around all of the words is left out; a link keeps its markup, because its target
        belongs to what is quoted. Half a pair of markers is never cut off.
        """
        if not self._to > self._from:
            at = self._base.starts[self._from] if self._from < len(self._base.starts) else 0
            return at, at
        start, end = self._base.starts[self._from], self._base.ends[self._to - 1]
        first, last = start, end
        for wrapper in self._base.wrappers:
            whole = wrapper.inner_start <= first and wrapper.inner_end >= last
            inside = wrapper.inner_start >= first and wrapper.inner_end <= last
            if inside and (not whole or wrapper.target is not None):
                start, end = min(start, wrapper.start), max(end, wrapper.end)
        return start, end

    def links(self) -> Iterator[tuple[Text, Wrapper]]:
        """Every link inside (wholly or in part), with its visible words (perhaps none)."""
        if not self._base.starts or self._from >= len(self._base.starts):
            low = high = -1
        else:
            low = self._base.starts[self._from]
            high = self._base.ends[max(self._from, self._to - 1)]
        whole = self._from == 0 and self._to == len(self._base.plain)
        for wrapper in self._base.wrappers:
            if wrapper.target is None:
                continue
            if whole or (wrapper.start < high and wrapper.end > low):
                yield self._within(wrapper), wrapper

    def _within(self, wrapper: Wrapper) -> Text:
        indices = [
            i
            for i in range(self._from, self._to)
            if wrapper.inner_start <= self._base.starts[i] < wrapper.inner_end
        ]
        if not indices:
            return Text(self._base, self._from, self._from)
        return Text(self._base, indices[0], indices[-1] + 1).cut(0)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One block of the page.

    `level` is a heading's (1 outermost). `depth` counts the lists around the block (0: none, so an
    outer bullet has 1). `quoted`: inside a block quote. `defined`: inside a definition.
    `cells` are the cells of a `ROW`, `header` marks a table's head.
    """

    kind: BlockKind
    text: Text = field(default_factory=lambda: Text.of(()))
    level: int = 0
    depth: int = 0
    quoted: bool = False
    defined: bool = False
    header: bool = False
    cells: tuple[Text, ...] = ()
