"""Paragraphs and tables become lines in the order in which a person reads them.

A table is data where its first row names its columns. Any other is there for the layout: a row of
short cells is one line with gaps, a column beside another is read after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from ingest.blocks import BlockKind, Mark
from ingest.readers.docx.cells import (
    BULLET,
    dated,
    is_data,
    plain_paragraphs,
    shown_in,
    single_in,
    tells_when_or_who,
    zips,
)
from ingest.readers.docx.content import Document
from ingest.readers.docx.model import Content, Grid, Paragraph, Row, Words, paragraphs_in
from ingest.readers.looks import Shown, headings_by_look
from ingest.structure.kinds import exact_kind

_SPACED = re.compile(r"\s*(?:[^\W\d_] ){2,}[^\W\d_](?: {2,}(?:[^\W\d_] )*[^\W\d_])*\s*")
_TAB = 720
#: What stands in headers and footers and is none of the resume.
_RUNNING = frozenset(
    """page pages of seite von pagina página de sur resume résumé cv curriculum vitae lebenslauf
    continued""".split()
)


@dataclass
class Line:
    """One line of the page; `cells` are parted by gaps, or are those of a `ROW`.

    `continues`: a further paragraph of the item above. `warnings` say what was left out here.
    """

    kind: BlockKind
    cells: list[list[Words]] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    continues: bool = False
    header: bool = False
    ruled: bool = False
    style: str = ""
    warnings: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its characters."""
        return "\t".join("".join(words.text for words in cell) for cell in self.cells)


def lines_of(document: Document) -> list[Line]:
    """All lines: headers, body with its headings, and what the footers say beside these."""
    head = _Flow().content(_unrepeated(document.head, ()))
    body = _Flow(begun=bool(head)).content(document.body)
    known = [line.text for line in (*head, *body[:10])]
    foot = _Flow(begun=True).content(_unrepeated(document.foot, known))
    if head and body:
        head = [line for line in head if not _said(line.text, [one.text for one in body[:10]])]
    lines = _with_headings(head + body)
    if not foot:
        return lines
    # They speak of the person, not of the last job: their place is before the first section.
    at = next((at for at, line in enumerate(lines) if at and _opens_section(line)), len(lines))
    return lines[:at] + foot + lines[at:]


def _opens_section(line: Line) -> bool:
    return line.kind is BlockKind.HEADING and exact_kind(line.text) is not None


# --- headers and footers ------------------------------------------------------------------------


def _unrepeated(parts: Sequence[Content], known: Sequence[str]) -> list[Paragraph | Grid]:
    """What headers or footers say, once; page numbers and what is `known` already left out."""
    kept: list[Paragraph | Grid] = []
    said = list(known)
    for part in parts:
        for item in part:
            inside = paragraphs_in([item])
            text = " ".join(one.text for one in inside)
            paged = any(one.paged for one in inside)
            if _said(text, said) or (paged and not _words(text) - _RUNNING):
                left = [warning for one in inside for warning in one.warnings]
                kept += [Paragraph(warnings=left)] if left else []
                continue
            said.append(text)
            kept.append(item)
    return kept


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def _said(text: str, known: Sequence[str]) -> bool:
    """Whether all words stand in one of the known lines, but for those that all headers have."""
    words = {word for word in _words(text) - _RUNNING if not re.fullmatch(r"\d{1,2}", word)}
    return any(words <= _words(line) for line in known) if _words(text) else True


# --- the flow -----------------------------------------------------------------------------------


@dataclass
class _Flow:
    """Lines of one stream of text. `begun`: something stands before it."""

    begun: bool = False
    _indents: list[int] = field(default_factory=list)

    def content(self, content: Content) -> list[Line]:
        """The lines of some paragraphs and tables. Nesting is bounded by the reader."""
        found: list[Line] = []
        for item in content:
            found += self._grid(item) if isinstance(item, Grid) else self._paragraph(item)
        return found

    def _paragraph(self, paragraph: Paragraph) -> list[Line]:
        boxes = [line for box in paragraph.boxes for line in self.content(box.content)]
        lines = self._own_lines(paragraph)
        # Text boxes hang on the first paragraph, whatever it is; only a name comes before them.
        first = not self.begun and paragraph.shown and exact_kind(paragraph.text.strip()) is None
        self.begun = self.begun or paragraph.shown or bool(boxes)
        lines = lines + boxes if first else boxes + lines
        notes = [line for note in paragraph.notes for line in self.content(note)]
        return lines + notes

    def _own_lines(self, paragraph: Paragraph) -> list[Line]:
        if not paragraph.shown:
            found = [Line(BlockKind.PARAGRAPH, warnings=paragraph.warnings)]
            return [*found, Line(BlockKind.RULE)] if paragraph.ruled else found
        line = Line(
            BlockKind.PARAGRAPH,
            [_joined_letters(paragraph.words)],
            paragraph.level,
            paragraph.depth,
            paragraph.continues,
            ruled=paragraph.ruled,
            style=paragraph.style,
            warnings=paragraph.warnings,
        )
        bullet = BULLET.match(paragraph.text)
        if paragraph.level:
            line.kind = BlockKind.HEADING
        elif paragraph.depth:
            line.kind = BlockKind.ITEM
        elif bullet and exact_kind(paragraph.text) is None:
            line.kind = BlockKind.ITEM
            line.cells = [_without_start(paragraph.words, bullet.end())]
            line.depth = self._depth(paragraph)
            return [line]
        self._indents = []
        return [line]

    def _depth(self, paragraph: Paragraph) -> int:
        """How deep a bullet that is typed by hand lies: by its indent beside those above it."""
        lead = re.match(r"\s*", paragraph.text)
        indent = paragraph.indent + _TAB * (lead[0].count("\t") if lead else 0)
        self._indents = [one for one in self._indents if one < indent] + [indent]
        return len(self._indents)

    # --- tables -----------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> list[Line]:
        data = is_data(grid)
        found: list[Line] = []
        for at, row in enumerate(grid.rows):
            cells = [cell for cell in map(shown_in, row.cells) if data or cell]
            if data and any(cells):
                lines = [_row(cells, header=row.header or not at)]
            else:
                lines = self._row_lines(cells)
            found += lines + _left_out(row, lines)
        self.begun = self.begun or bool(found)
        return found

    def _row_lines(self, cells: list[list[Paragraph | Grid]]) -> list[Line]:
        """The lines of a row that is there for the layout."""
        singles = [single_in(cell) for cell in cells]
        if len(cells) > 1 and all(single is not None for single in singles):
            return [self._beside([one for one in singles if one is not None])]
        if len(cells) == 2:
            left, right = (plain_paragraphs(cell) for cell in cells)
            if zips(left, right):
                pairs = zip_longest(left, right)
                return [self._beside([one for one in pair if one]) for pair in pairs]
            for side, main, first in ((left, cells[1], True), (right, cells[0], False)):
                if side and tells_when_or_who(side) and isinstance(main[0], Paragraph):
                    start = [*side, main[0]] if first else [main[0], *side]
                    plain = not main[0].depth and not main[0].level and not main[0].boxes
                    if plain and (first or dated(side)):
                        return [self._beside(start), *self.content(main[1:])]
        return [line for cell in cells for line in self.content(cell)]

    def _beside(self, paragraphs: Sequence[Paragraph]) -> Line:
        """Paragraphs that stand side by side, as one line."""
        level = next((one.level for one in paragraphs if one.level), 0)
        self.begun = True
        return Line(
            BlockKind.HEADING if level else BlockKind.PARAGRAPH,
            [_joined_letters(one.words) for one in paragraphs],
            level,
            style=paragraphs[0].style,
        )


def _left_out(row: Row, lines: Sequence[Line]) -> list[Line]:
    """The warnings of a row that its lines do not carry."""
    carried = {warning for line in lines for warning in line.warnings}
    inside = [one for cell in row.cells for one in paragraphs_in(cell)]
    warnings = [one for each in inside for one in each.warnings if one not in carried]
    return [Line(BlockKind.PARAGRAPH, warnings=warnings)] if warnings else []


def _row(cells: list[list[Paragraph | Grid]], *, header: bool) -> Line:
    made: list[list[Words]] = []
    for cell in cells:
        words: list[Words] = []
        for paragraph in paragraphs_in(cell):
            words += [Words("\n")] if words and paragraph.shown else []
            words += paragraph.words
        made.append(words)
    return Line(BlockKind.ROW, made, header=header)


# --- words --------------------------------------------------------------------------------------


def _without_start(words: Sequence[Words], count: int) -> list[Words]:
    kept: list[Words] = []
    for one in words:
        cut = min(count, len(one.text))
        count -= cut
        if cut < len(one.text):
            kept.append(replace(one, text=one.text[cut:]))
    return kept


def _joined_letters(words: list[Words]) -> list[Words]:
    """The words, where letters were set apart by hand ("J A N E  D O E")."""
    text = "".join(one.text for one in words).replace("\xa0", " ")
    if not words or not _SPACED.fullmatch(text):
        return words
    joined = " ".join(part.replace(" ", "") for part in re.split(r" {2,}", text.strip()))
    return [replace(words[0], text=joined)]


# --- headings -----------------------------------------------------------------------------------


def _with_headings(lines: list[Line]) -> list[Line]:
    """The lines, those that look like headings being ones."""
    at_lines = [at for at, line in enumerate(lines) if line.text.strip()]
    found = headings_by_look([_look(lines[at]) for at in at_lines])
    for index, level in found.items():
        line = lines[at_lines[index]]
        line.kind, line.level = BlockKind.HEADING, level
    return lines


def _look(line: Line) -> Shown:
    words = [one for cell in line.cells for one in cell if one.text.strip()]
    text = line.text
    return Shown(
        text,
        size=max((one.looks.size for one in words), default=0.0),
        bold=all(one.looks.marks & Mark.BOLD for one in words),
        caps=text.isupper() or all(one.looks.caps for one in words),
        ruled=line.ruled,
        other=line.style,
        plain_line=line.kind is BlockKind.PARAGRAPH,
        heading=line.kind is BlockKind.HEADING,
    )
