"""A page as a Word document: headings by style or by looks, right edges by tab stops, tables."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import (
    Block,
    Bullets,
    Dated,
    Heading,
    Line,
    Lines,
    Page,
    Rich,
    plain,
)

_SEPARATORS = {"bar": " | ", "dots": " · "}


def to_docx(page: Page, habit: Habit) -> bytes:
    """The page; whether headings are styles depends on the habit."""
    writer = _Writer(habit)
    writer.write(page)
    stream = BytesIO()
    writer.document.save(stream)
    return stream.getvalue()


class _Writer:
    def __init__(self, habit: Habit) -> None:
        self._habit = habit
        self._styled = habit.bullet == "-"
        self.document: Any = Document()

    def write(self, page: Page) -> None:
        if self._styled:
            self.document.add_paragraph(page.name, style="Title")
        else:
            run = self.document.add_paragraph().add_run(page.name)
            run.bold, run.font.size = True, Pt(22)
        self.document.add_paragraph(page.headline)
        self._contacts(page)
        for part in page.parts:
            if part.title:
                self._section(part.title)
            for block in part.blocks:
                self._block(block, self.document)

    def _contacts(self, page: Page) -> None:
        separator = _SEPARATORS.get(self._habit.contacts, "")
        if self._habit.contacts == "labels":
            table = self.document.add_table(rows=1, cols=2)
            half = (len(page.contacts) + 1) // 2
            for cell, lines in zip(
                table.rows[0].cells, (page.contacts[:half], page.contacts[half:]), strict=True
            ):
                cell.paragraphs[0].text = "\n".join(
                    plain(piece) for line in lines for piece in line
                )
            return
        for line in page.contacts:
            paragraph = self.document.add_paragraph()
            for at, piece in enumerate(line):
                paragraph.add_run(separator if at else "")
                _runs(paragraph, piece)

    def _section(self, title: str) -> None:
        if self._styled:
            self.document.add_heading(title, 1)
            return
        run = self.document.add_paragraph().add_run(title.upper())
        run.bold, run.font.size = True, Pt(13)

    def _block(self, block: Block, into: Any) -> None:
        if isinstance(block, Heading):
            self._heading(block, into)
        elif isinstance(block, Line):
            self._line(into.add_paragraph(), block.left, block.right)
        elif isinstance(block, Lines):
            paragraph = into.add_paragraph()
            for at, line in enumerate(block.lines):
                if at:
                    paragraph.add_run().add_break()
                self._line(paragraph, line.left, line.right)
        elif isinstance(block, Bullets):
            for item in block.items:
                _runs(into.add_paragraph(style="List Bullet"), item)
        else:
            self._dated(block)

    def _dated(self, block: Dated) -> None:
        table = self.document.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        _runs(left.paragraphs[0], block.dates)
        first = right.paragraphs[0]
        for inner in block.blocks:
            self._block(inner, right)
        first._element.getparent().remove(first._element)

    def _heading(self, block: Heading, into: Any) -> None:
        if self._styled and into is self.document:
            paragraph = self.document.add_heading("", 2)
            self._line(paragraph, block.left, block.right)
            return
        paragraph = into.add_paragraph()
        self._line(paragraph, block.left, block.right, bold=True)

    def _line(self, paragraph: Any, left: Rich, right: Rich, *, bold: bool = False) -> None:
        _runs(paragraph, left, bold=bold)
        if plain(right):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15.2), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t")
            _runs(paragraph, right)


def _runs(paragraph: Any, rich: Rich, *, bold: bool = False) -> None:
    for span in rich:
        run = paragraph.add_run(span.text)
        run.bold = True if bold or span.style == "b" else None
        run.italic = True if span.style == "i" else None
