"""The form between a file format and a resume: a flat sequence of blocks with rich text.

A reader of a laid-out format (Markdown, HTML, DOCX, PDF) turns its file into `Block`s; from there
on `ingest.structure` understands headings, jobs and dates without knowing the format.

Text is held so that every visible character knows where it stands in the source and how it is
marked. White space carries layout, each kind by one character of its own, so that patterns can
use it: `HARD` is a forced line break, `SOFT` a line break of the source that is shown as a space,
`GAP` a wide horizontal gap (next table cell, next of two `<span>`s, a tab).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntFlag
from itertools import accumulate

HARD = "\n"
SOFT = "\v"
GAP = "\t"
#: A wrapped line of prose is about as long as an editor's window; a laid-out line is shorter than
#: this many characters.
LAID_OUT = 60
#: Blanks that do not collapse, or an em wide.
_WIDE = re.compile("(?:\xa0 ?){3,}|(?:[\xa0 ]*[\u2001\u2003])+[\xa0 ]*")
#: Dots, dashes or a line that lead the eye from one column to the next, over a page at most.
_LEADER = re.compile(r"(?<=\S[ \t])([.·_–—-])\1{3,150}(?=[ \t]+\S)")


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

    __slots__ = (
        "_around", "_inner_starts", "_inside", "_reach",
        "ends", "links", "marks", "plain", "starts",
    )  # fmt: skip

    def __init__(self, runs: Sequence[Run], wrappers: Sequence[Wrapper]) -> None:
        plain = "".join(run.text for run in runs)
        # Blanks that do not collapse, several of them, are a gap made by hand.
        plain = _WIDE.sub(lambda gap: GAP * len(gap[0]), plain)
        self.plain = _LEADER.sub(lambda signs: GAP.ljust(len(signs[0])), plain)
        self.links = sorted(
            (wrapper for wrapper in wrappers if wrapper.target is not None),
            key=lambda wrapper: (wrapper.start, -wrapper.end),
        )
        # How far the links up to each one reach: where a search from the left may begin.
        self._reach = list(accumulate((link.end for link in self.links), max))
        self._inside = sorted(wrappers, key=lambda wrapper: wrapper.inner_start)
        self._inner_starts = [wrapper.inner_start for wrapper in self._inside]
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: list[int] = []
        for run in runs:
            size = len(run.text)
            if size == run.end - run.start:
                self.starts.extend(range(run.start, run.end))
                self.ends.extend(range(run.start + 1, run.end + 1))
            else:
                self.starts.extend([run.start] * size)
                self.ends.extend([run.end] * size)
            self.marks.extend([int(run.marks)] * size)
        # How far markup reaches that is around some of the words, but not around all.
        first, last = (self.starts[0], self.ends[-1]) if self.starts else (0, 0)
        whole = (one.inner_start <= first and one.inner_end >= last for one in self._inside)
        parts = zip(self._inside, whole, strict=True)
        self._around = list(accumulate((0 if all_ else one.inner_end for one, all_ in parts), max))

    def wrapped(self, offset: int) -> bool:
        """Whether a place in the source stands within markup around a part of the words."""
        at = bisect_right(self._inner_starts, offset) - 1
        return at >= 0 and self._around[at] > offset

    def inside(self, first: int, last: int) -> Iterator[Wrapper]:
        """The markup whose inner words begin and end between two offsets."""
        for at in range(bisect_left(self._inner_starts, first), len(self._inside)):
            wrapper = self._inside[at]
            if wrapper.inner_start > last:
                return
            if wrapper.inner_end <= last:
                yield wrapper

    def links_between(self, low: int, high: int) -> Iterator[Wrapper]:
        """The links that have a character, or markup, between two offsets."""
        for at in range(bisect_right(self._reach, low), len(self.links)):
            link = self.links[at]
            if link.start >= high:
                return
            if link.end > low:
                yield link


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

    @property
    def after_gap(self) -> bool:
        """Whether a wide gap parts these words from those before them."""
        before = self._base.plain[: self._from]
        return GAP in before[len(before.rstrip()) :]

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
        wanted, plain, marks, found = int(mark), self._base.plain, self._base.marks, False
        for i in range(self._from, self._to):
            if plain[i].isalnum():
                if not marks[i] & wanted:
                    return False
                found = True
        return found

    def lead(self, mark: Mark) -> int:
        """How many characters at the start are shown with `mark` (white space counts along)."""
        wanted = int(mark)
        for i in range(self._from, self._to):
            if not self._base.marks[i] & wanted and not self._base.plain[i].isspace():
                return len(self.plain[: i - self._from].rstrip())
        return len(self)

    def marks_at(self, index: int) -> Mark:
        """How the character at `index` of `plain` is shown."""
        return Mark(self._base.marks[self._from + index])

    def wrapped_at(self, index: int) -> bool:
        """Whether emphasis or a link that is not around all of the block goes on at `index`."""
        return self._base.wrapped(self._base.starts[self._from + index])

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
        for wrapper in self._base.inside(first, last):
            whole = wrapper.inner_start <= first and wrapper.inner_end >= last
            if not whole or wrapper.target is not None:
                start, end = min(start, wrapper.start), max(end, wrapper.end)
        return start, end

    def links(self) -> Iterator[tuple[Text, Wrapper]]:
        """Every link inside (wholly or in part), with its visible words (perhaps none)."""
        base = self._base
        if self._from == 0 and self._to == len(base.plain):
            found: Iterable[Wrapper] = base.links
        elif self._to > self._from:
            found = base.links_between(base.starts[self._from], base.ends[self._to - 1])
        else:
            found = ()
        for wrapper in found:
            yield self._within(wrapper), wrapper

    def link_stretches(self) -> Iterator[tuple[int, int]]:
        """Where in `plain` the words of each link begin and end."""
        for words, _ in self.links():
            yield words._from - self._from, words._to - self._from

    def _within(self, wrapper: Wrapper) -> Text:
        starts = self._base.starts
        low = bisect_left(starts, wrapper.inner_start, self._from, self._to)
        high = bisect_left(starts, wrapper.inner_end, low, self._to)
        return Text(self._base, low, high).cut(0)


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
