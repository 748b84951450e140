"""The parts of a Word file become paragraphs and tables: body, headers, footers, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.errors import ResumeFileError
from ingest.readers.base import MAX_LINES, too_long
from ingest.readers.contrast import WHITE, from_hex
from ingest.readers.docx.boxes import in_reading_order, shapes_in
from ingest.readers.docx.inline import RELATION_ID, Ground, Inline, flat, ground_of
from ingest.readers.docx.model import Box, Content, Grid, Paragraph, Row
from ingest.readers.docx.package import Element, Package
from ingest.readers.docx.styles import VAL, Styles, W, properties_of, whole

_MAX_NESTING = 20
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_NOT_READ = {"diagram": "A SmartArt drawing", "chart": "A chart"}


@dataclass
class Document:
    """What a file says, a part at a time. `head` and `foot` are each header and footer once."""

    body: Content
    head: list[Content]
    foot: list[Content]


@dataclass
class ContentReader:
    """Reads the parts of one package."""

    package: Package
    _main: str = ""
    _styles: Styles = field(default_factory=Styles)
    _notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    _paragraphs: int = 0
    _nesting: int = 0
    _shaded_styles: frozenset[str] = frozenset()

    def read(self) -> Document:
        """The whole file. Raises `ResumeFileError` where it is damaged or far too large."""
        self._main = self.package.main()
        root = self.package.root(self._main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise ResumeFileError(
                f"{self.package.file_name} has no document inside; open it in Word or LibreOffice"
                " and save it as .docx."
            )
        styles = self._part("styles")
        self._styles = Styles.of(styles, self._part("numbering"))
        self._shaded_styles = _shaded(styles)
        for kind in ("footnotes", "endnotes"):
            part = self._part(kind)
            for note in part if part is not None else ():
                self._notes[kind, note.get(f"{W}id", "")] = note
        heads, feet = self._around(body)
        ground = _page_ground(root, [*heads.values(), *feet.values()])
        return Document(
            body=self._content(body, self._main, ground),
            head=[self._content(head, name, ground) for name, head in heads.items()],
            foot=[self._content(foot, name, ground) for name, foot in feet.items()],
        )

    def _part(self, kind: str) -> Element | None:
        for relation in self.package.relations(self._main).values():
            if relation.kind == kind and not relation.external:
                return self.package.root(relation.target)
        return None

    def _around(self, body: Element) -> tuple[dict[str, Element], dict[str, Element]]:
        """Headers and footers that are shown, by part: those of first pages before the others."""
        relations = self.package.relations(self._main)
        found: tuple[dict[str, Element], dict[str, Element]] = ({}, {})
        sections = list(body.iter(f"{W}sectPr"))
        for wanted in ("first", "default", "even"):
            for section in sections:
                if wanted == "first" and section.find(f"{W}titlePg") is None:
                    continue
                for at, tag in enumerate((f"{W}headerReference", f"{W}footerReference")):
                    for reference in section.findall(tag):
                        relation = relations.get(reference.get(RELATION_ID, ""))
                        if reference.get(f"{W}type", "default") != wanted or relation is None:
                            continue
                        root = self.package.root(relation.target)
                        if root is not None and not relation.external:
                            found[at].setdefault(relation.target, root)
        return found

    # --- blocks -----------------------------------------------------------------------------

    def _content(self, element: Element, part: str, ground: Ground) -> Content:
        inline = Inline(
            self._styles,
            self.package.relations(part),
            lambda shape, behind, into: self._boxes(shape, part, behind, into),
            lambda reference: self._note(reference, part),
        )
        return self._blocks(element, inline, part, ground)

    def _blocks(self, element: Element, inline: Inline, part: str, ground: Ground) -> Content:
        self._nesting += 1
        if self._nesting > _MAX_NESTING:
            raise ResumeFileError(
                f"{self.package.file_name} nests tables or text boxes more deeply than a resume"
                " can; take some of them apart."
            )
        found: list[Paragraph | Grid] = []
        for child in flat(element):
            if child.tag == f"{W}p":
                self._add_paragraph(found, child, inline, ground)
            elif child.tag == f"{W}tbl":
                found.append(self._grid(child, inline, part, ground))
            elif child.tag == f"{W}altChunk":
                left_out = "Another document is embedded here, which is not read."
                found.append(Paragraph(warnings=[left_out]))
        self._nesting -= 1
        return found

    def _add_paragraph(
        self, found: list[Paragraph | Grid], element: Element, inline: Inline, ground: Ground
    ) -> None:
        self._paragraphs += 1
        if self._paragraphs > MAX_LINES:
            raise too_long(self.package.file_name)
        before = found[-1] if found else None
        paragraph = self._paragraph(element, inline, ground)
        if isinstance(before, Paragraph) and before.open_ended:
            found.pop()
            paragraph.words = before.words + paragraph.words
            paragraph.boxes = before.boxes + paragraph.boxes
            paragraph.notes = before.notes + paragraph.notes
            paragraph.warnings = before.warnings + paragraph.warnings
        found.append(paragraph)

    def _paragraph(self, element: Element, inline: Inline, ground: Ground) -> Paragraph:
        own = element.find(f"{W}pPr")
        properties = properties_of(own)
        style = properties.get("pStyle", "")
        properties = {**self._styles.paragraph(style)[0], **properties}
        level = self._styles.heading_level(style, properties)
        mark = own.find(f"{W}rPr") if own is not None else None
        deleted = mark is not None and any(
            mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom")
        )
        paragraph = Paragraph(
            level=level,
            depth=0 if level else self._styles.list_depth(style, properties),
            continues=self._styles.continues_item(style),
            indent=whole(properties.get("ind")),
            ruled=properties.get("pBdr") == "1",
            style=style,
            open_ended=deleted,
        )
        inline.read(element, paragraph, ground, properties.get("shd", ""))
        paragraph.boxes = in_reading_order(paragraph.boxes)
        return paragraph

    # --- tables, text boxes, footnotes ------------------------------------------------------

    def _grid(self, table: Element, inline: Inline, part: str, ground: Ground) -> Grid:
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(VAL) in self._shaded_styles:
            ground = None
        own = ground_of(properties_of(table.find(f"{W}tblPr")), ground)
        rows: list[Row] = []
        for row in flat(table):
            if row.tag != f"{W}tr":
                continue
            told = row.find(f"{W}trPr")
            if told is not None and told.find(f"{W}del") is not None:
                continue
            cells = [
                self._blocks(
                    cell, inline, part, ground_of(properties_of(cell.find(f"{W}tcPr")), own)
                )
                for cell in flat(row)
                if cell.tag == f"{W}tc"
            ]
            header = told is not None and told.find(f"{W}tblHeader") is not None
            rows.append(Row(cells, header))
        return Grid(rows)

    def _boxes(self, shape: Element, part: str, ground: Ground, into: Paragraph) -> list[Box]:
        """The text boxes of a drawing; what is drawn and not read is told."""
        for graphic in shape.iter(_GRAPHIC):
            kind = graphic.get("uri", "").rpartition("/")[2]
            if kind in _NOT_READ:
                into.warnings.append(f"{_NOT_READ[kind]} stands here; its words are not read.")
        return [
            Box(self._content(box.content, part, None if box.filled else ground), box.place)
            for box in shapes_in(shape)
        ]

    def _note(self, reference: Element, part: str) -> Content:
        kind = "footnotes" if reference.tag == f"{W}footnoteReference" else "endnotes"
        note = self._notes.pop((kind, reference.get(f"{W}id", "")), None)
        return self._content(note, part, WHITE) if note is not None else ()


def _shaded(styles: Element | None) -> frozenset[str]:
    """The table styles that give some cells a ground of their own."""
    tables = styles.iter(f"{W}style") if styles is not None else ()
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in tables
        if style.get(f"{W}type") == "table" and next(style.iter(f"{W}shd"), None) is not None
    )


def _page_ground(root: Element, around: list[Element]) -> Ground:
    """White, the page's own colour, or None where pictures lie behind the words."""
    for part in (root, *around):
        for anchor in part.iter(f"{_DRAWING}anchor"):
            if anchor.get("behindDoc") in ("1", "true"):
                return None
    background = root.find(f"{W}background")
    return from_hex(background.get(f"{W}color", "")) if background is not None else WHITE
