"""What stands in a Word file, before it is laid out: paragraphs of words, and tables of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.docx.styles import PLAIN, Looks


@dataclass(frozen=True, slots=True)
class Words:
    """Some characters with one look; `\\n` is a forced line break, `\\t` a tab."""

    text: str
    looks: Looks = PLAIN
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text box is, in the file's units, and what from (horizontally, vertically)."""

    left: int
    top: int
    right: int
    bottom: int
    measured_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A text box; where it is, if the file says so."""

    content: Content
    place: Place | None = None


@dataclass
class Paragraph:
    """One paragraph.

    `level` is a heading's by its style (1: title), `depth` the number of lists around it,
    `continues` marks a further paragraph of a list's item. `indent` is in twentieths of a point.
    `boxes` are the text boxes that hang on it, `notes` its footnotes. `paged`: a page number stood
    in it. `warnings` say what was left out of it. `open_ended`: its end was deleted, so that the
    next one goes on where it ends.
    """

    words: list[Words] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    continues: bool = False
    indent: int = 0
    ruled: bool = False
    style: str = ""
    boxes: list[Box] = field(default_factory=list)
    notes: list[Content] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    paged: bool = False
    open_ended: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(words.text for words in self.words)

    @property
    def shown(self) -> bool:
        """Whether it has words."""
        return bool(self.text.strip())


@dataclass
class Row:
    """A row of a table; `header` as Word has it: repeated on every page."""

    cells: list[Content]
    header: bool = False


@dataclass
class Grid:
    """A table, for data or for layout."""

    rows: list[Row]


Content = Sequence[Paragraph | Grid]


def paragraphs_in(content: Content) -> list[Paragraph]:
    """All paragraphs, those in tables and text boxes among them. Nesting is bounded by the file."""
    found: list[Paragraph] = []
    for item in content:
        if isinstance(item, Grid):
            for row in item.rows:
                for cell in row.cells:
                    found += paragraphs_in(cell)
        else:
            for inner in (*(box.content for box in item.boxes), *item.notes):
                found += paragraphs_in(inner)
            found.append(item)
    return found
