"""Where the words of a source stand on its pages, for formats that have pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (from 1), in points of 1/72 inch from the page's top left corner."""

    page: int
    left: float
    top: float
    width: float
    height: float

    def around(self, other: Box) -> Box:
        """The smallest rectangle that holds both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right = max(self.left + self.width, other.left + other.width)
        bottom = max(self.top + self.height, other.top + other.height)
        return Box(self.page, left, top, round(right - left, 2), round(bottom - top, 2))

    def stands_beside(self, other: Box) -> bool:
        """Whether the other stands on the same line of the same page, not far to the right."""
        low = max(self.top, other.top)
        high = min(self.top + self.height, other.top + other.height)
        level = high - low > 0.5 * min(self.height, other.height)
        gap = other.left - (self.left + self.width)
        return self.page == other.page and level and -self.height < gap < 2 * self.height


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """The characters `start` to `end` of the source, and where they are shown."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a source: their sizes (width, height; in points), and the place of each word.

    `words` are in the order of the source and do not overlap. `digest` is the SHA-256 of the file.
    """

    pages: tuple[tuple[float, float], ...]
    words: tuple[PlacedWord, ...]
    digest: str = ""

    def page_at(self, offset: int) -> int | None:
        """The page of the first word that ends after `offset`."""
        at = bisect_right(self.words, offset, key=lambda word: word.end)
        return self.words[at].box.page if at < len(self.words) else None

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the words between two offsets: one for those that stand side by side."""
        return tuple(_merged(word.box for word in self._between(start, end)))

    def _between(self, start: int, end: int) -> Iterator[PlacedWord]:
        at = bisect_right(self.words, start, key=lambda word: word.end)
        while at < len(self.words) and self.words[at].start < end:
            yield self.words[at]
            at += 1


def _merged(boxes: Iterable[Box]) -> Iterator[Box]:
    last: Box | None = None
    for box in boxes:
        if last is not None and last.stands_beside(box):
            last = last.around(box)
            continue
        if last is not None:
            yield last
        last = box
    if last is not None:
        yield last
