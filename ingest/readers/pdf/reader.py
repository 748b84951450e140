"""PDF: what its pages show, in reading order, with the place of each word.

The positions come from PDFium (`pypdfium2`). pdfplumber was measured beside it on the same pages:
PDFium took 0.07 s for 2,771 characters, pdfplumber 0.22 s a page; PDFium unfolds ligatures and
marks hyphens at line ends, where pdfplumber has none of either and reads icons as "(cid:131)"; it
paints pages, which shows what a person sees of the text; both licences (BSD/Apache, MIT) allow
any use.
"""

from __future__ import annotations

import re
from typing import ClassVar

from ingest.errors import ResumeFileError
from ingest.layout import Layout
from ingest.readers.pdf.blocks import write_blocks
from ingest.readers.pdf.flow import columns_of
from ingest.readers.pdf.furniture import without_furniture
from ingest.readers.pdf.headings import mark_headings
from ingest.readers.pdf.hyphens import words_of
from ingest.readers.pdf.line import Line
from ingest.readers.pdf.lines import lines_of
from ingest.readers.pdf.pages import Page, pages_of
from ingest.readers.pdf.picture import digest_of
from ingest.readers.pdf.process import read_pages, refused
from ingest.readers.pdf.seen import REASONS
from ingest.readers.pdf.segments import segments_of
from ingest.readers.pdf.text import Written
from ingest.readers.pdf.words import Segment
from ingest.resume import Resume, Source, Warning
from ingest.structure.build import build_resume

#: Words that stand close on one line, in the whole file. A page of a resume has a hundred of these
#: at most; which of them are columns takes seconds of twice as many.
_MAX_SEGMENTS = 15_000
_RUN_OCR = "run OCR over it first, for example: ocrmypdf resume.pdf resume-with-text.pdf"
_REACHES = re.compile(r"@\w|://|www\.|\+?\d[\d\s().-]{6,}\d|\.(?:com|org|net|io|dev)\b")


class PdfReader:
    """Reads a PDF; the file itself is opened in a process of its own (`process`)."""

    format: ClassVar[str] = "pdf"
    suffixes: ClassVar[tuple[str, ...]] = (".pdf",)

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError`: damaged, locked, too long, no text."""
        pages = pages_of(read_pages(data, file_name), REASONS)
        _refuse_pictures(pages, file_name)
        try:
            written = understood(pages)
        except OverflowError:
            raise refused(file_name, "size") from None
        sizes = tuple((page.width, page.height) for page in pages)
        source = Source(
            file_name, written.text, layout=Layout(sizes, tuple(written.words), digest_of(data))
        )
        return build_resume(written.blocks, source, {}, _warnings(pages, written), self.format)


def understood(pages: list[Page]) -> Written:
    """Text and blocks of the pages in reading order. Raises `OverflowError` for far too many."""
    segments = [[one for one in segments_of(page) if _has_words(one)] for page in pages]
    if sum(map(len, segments)) > _MAX_SEGMENTS:
        raise OverflowError
    segments, _ = without_furniture(pages, segments)
    words = words_of(" ".join(each.text for found in segments for each in found))
    bands = [
        [
            [line for leaf in column for line in lines_of(leaf, pages[leaf.page - 1])]
            for column in band
        ]
        for band in columns_of(segments)
    ]
    mark_headings([line for band in bands for column in band for line in column])
    lines = [line for band in bands for line in _in_order(band)]
    return write_blocks(lines, words)


def _has_words(segment: Segment) -> bool:
    return any(not word.is_icon for word in segment.words)


def _in_order(columns: list[list[Line]]) -> list[Line]:
    """The lines of columns side by side, one column after the other.

    What stands on the first page above the headings of a further column is the person's: it is
    read before the sections of the first column.
    """
    first, *others = columns
    head: list[Line] = []
    rest: list[Line] = []
    for column in others:
        at = next((at for at, line in enumerate(column) if line.heading), len(column))
        leading = column[:at]
        told = leading and leading[0].page == 1 and _is_of_person(leading, first)
        head += leading if told else []
        rest += column[at:] if told else column
    start = next((at for at, line in enumerate(first) if line.heading == 2), len(first))
    return [*first[:start], *head, *first[start:], *rest]


def _is_of_person(leading: list[Line], first: list[Line]) -> bool:
    """Whether lines above a column's headings say how to reach the person."""
    if not any(line.heading for line in first) or len(leading) > 12:
        return False
    reaches = [bool(_REACHES.search(line.text)) for line in leading]
    goes_on = leading[0].bullet or (leading[0].text[:1].islower() and not reaches[0])
    return any(reaches) and not goes_on


def _refuse_pictures(pages: list[Page], file_name: str) -> None:
    """Raise where there are no letters to read, or letters without meaning."""
    glyphs = sum(len(page.glyphs) for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    if glyphs and unreadable <= glyphs:
        return
    if unreadable:
        why = "has letters that do not say what they are"
    elif any(page.picture > 0 for page in pages):
        why = "is a scan: pictures of pages, without text"
    else:
        why = "has no text that can be seen"
    raise ResumeFileError(f"{file_name} {why}; {_RUN_OCR}")


def _warnings(pages: list[Page], written: Written) -> list[Warning]:
    found = []
    for page in pages:
        line = _first_line(page, written)
        if page.scan:
            found.append(
                Warning(f"Page {page.number} is a scan; its words were recognised by OCR.", line)
            )
        for reason, words in page.hidden:
            shown = words if len(words) <= 80 else f"{words[:77]}..."
            found.append(
                Warning(f"Page {page.number} has hidden text, left out ({reason}): {shown}", line)
            )
    return found


def _first_line(page: Page, written: Written) -> int:
    """The line of the page's first word; hidden words have none."""
    start = next((word.start for word in written.words if word.box.page == page.number), 0)
    return written.text.count("\n", 0, start) + 1
