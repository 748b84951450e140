"""The text that a resume was read from, and where something stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.layout import Box, Layout


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the source.

    `start` and `end` are character offsets (half-open) into `Source.text`; lines count from 1 and
    are inclusive. `pointer` is an RFC 6901 JSON pointer where the source is JSON, `page` counts
    from 1 where the source has pages.
    """

    start: int
    end: int
    start_line: int
    end_line: int
    page: int | None = None
    pointer: str | None = None

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, characters: int, lines: int) -> Span:
        """The same span where so much more text stands before it."""
        return replace(
            self,
            start=self.start + characters,
            end=self.end + characters,
            start_line=self.start_line + lines,
            end_line=self.end_line + lines,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands for who opens the file: its lines are those of that file alone."""

    file: str
    start_line: int
    end_line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text that a resume was read from, and the name of its file (no folder).

    What its owner marked as private is blanked in `text`, character for character, so that whoever
    shows the source shows none of it and every offset holds.

    Of several files, `text` is theirs one after the other and `parts` has each of them; spans are
    into the whole, and `place` says which file and lines that is.

    Where a file has pages, `text` is what was read from them and `layout` says where it stands.
    """

    file: str
    text: str
    parts: tuple[Part, ...] = ()
    layout: Layout | None = field(default=None, repr=False)

    def __getitem__(self, span: Span) -> str:
        """The characters that `span` covers, markup and all."""
        return self.text[span.start : span.end]

    def part(self, span: Span) -> Part | None:
        """The file in which a span stands; None where there is only one."""
        return next((part for part in reversed(self.parts) if part.start <= span.start), None)

    def local(self, span: Span) -> tuple[Source, Span]:
        """The source of the file in which a span stands, and the span in that."""
        part = self.part(span)
        return (part.source, span.moved(-part.start, -part.lines)) if part else (self, span)

    def place(self, span: Span) -> Place:
        """The file, lines and page of a span."""
        source, here = self.local(span)
        return Place(source.file, here.start_line, here.end_line, here.page)

    def place_of(self, line: int) -> tuple[str, int]:
        """The file and its line that a line of the whole text is."""
        part = next((part for part in reversed(self.parts) if part.lines < line), None)
        return (part.source.file, line - part.lines) if part else (self.file, line)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where the words of `span` are shown; none where the source has no pages."""
        source, here = self.local(span)
        return source.layout.boxes(here.start, here.end) if source.layout else ()


@dataclass(frozen=True, slots=True)
class Part:
    """One of several files: its own source, and how many characters and lines stand before it."""

    source: Source
    format: str
    start: int
    lines: int
