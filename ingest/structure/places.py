"""Text of a block becomes fragments and spans of the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ingest.blocks import Text
from ingest.resume import Fragment, Source, Span


@dataclass
class Places:
    """Turns a stretch of text into a `Span` with its lines."""

    source: Source
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        text = self.source.text
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def span(self, text: Text) -> Span:
        """Where the words stand."""
        return self.between(*text.offsets())

    def between(self, start: int, end: int) -> Span:
        """A span from offsets."""
        first = bisect_right(self._starts, start)
        last = bisect_right(self._starts, max(start, end - 1))
        layout = self.source.layout
        return Span(start, end, first, last, page=layout.page_at(start) if layout else None)

    def fragment(self, text: Text) -> Fragment:
        """The words, and where they stand."""
        return Fragment(text.folded, self.span(text))
