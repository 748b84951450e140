"""What one page of a PDF draws beside characters: lines, dots, pictures and links, by PDFium.

Runs in the child process only (`worker`), on untrusted files. The result is plain JSON.

Text that the file claims for a drawing (`ActualText`) is dropped before PDFium sees it: what counts
is what the page shows, and AltaCV's icons would be read as "Date:" and "\\faTrophy".
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf.frame import Box, Frame

Json = dict[str, Any]
#: An object of the page, its kind, and the matrices of the forms around it, the innermost last.
Drawn = tuple[Any, int, tuple[Any, ...]]

#: Forms inside forms, deeper than any program nests them.
_MAX_DEPTH = 12
#: Lines and dots on one page; a page that draws more is a picture.
_MAX_SHAPES = 5_000
_MAX_LINKS = 500
_MAX_ADDRESS = 2_000
#: A line is at most so thick and at least so long; a bullet or the dot of a rating at most so wide.
_MAX_THICKNESS, _MIN_LENGTH, _MIN_DASH = 4.0, 12.0, 2.0
_MAX_DOT, _MIN_DOT = 8.0, 1.2


def drawn(page: Any, limit: int) -> list[Drawn]:
    """Every object on the page, those inside forms, too, in the order that they are drawn."""
    found: list[Drawn] = []
    for each in _inside(
        pdfium.FPDFPage_CountObjects(page), lambda at: pdfium.FPDFPage_GetObject(page, at), ()
    ):
        found.append(each)
        if len(found) > limit:
            raise OverflowError
    return found


def _inside(count: int, get: Callable[[int], Any], around: tuple[Any, ...]) -> Iterator[Drawn]:
    for at in range(count):
        each = get(at)
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield each, kind, around
        elif len(around) < _MAX_DEPTH:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(each, matrix)
            yield from _inside(
                pdfium.FPDFFormObj_CountObjects(each),
                partial(pdfium.FPDFFormObj_GetObject, each),
                (*around, matrix),
            )


def drop_claimed_text(objects: list[Drawn]) -> None:
    """Take out what the file says that its drawings mean (in memory, before they are read)."""
    for each, kind, _ in objects:
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        for at in range(pdfium.FPDFPageObj_CountMarks(each)):
            mark = pdfium.FPDFPageObj_GetMark(each, at)
            pdfium.FPDFPageObjMark_RemoveParam(each, mark, b"ActualText")


def shapes(objects: list[Drawn], frame: Frame) -> tuple[list[Box], list[Box], float]:
    """Lines, dots, and the share of the page that its largest picture covers."""
    lines: list[Box] = []
    dots: list[Box] = []
    picture = 0.0
    for each, kind, around in objects:
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        box = _bounds(each, around, frame)
        width, height = box.right - box.left, box.bottom - box.top
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            picture = max(picture, width * height / max(1.0, frame.width * frame.height))
        elif height <= _MAX_THICKNESS and width >= max(_MIN_DASH, 2 * height):
            lines.append(box)
        elif min(width, height) >= _MIN_DOT and max(width, height) <= _MAX_DOT:
            dots.append(box)
        if len(lines) + len(dots) > _MAX_SHAPES:
            break
    return [box for box in _joined(lines) if box.right - box.left >= _MIN_LENGTH], dots, picture


def _joined(lines: list[Box]) -> list[Box]:
    """Dashes of one line as one line."""
    whole: list[Box] = []
    for box in sorted(lines, key=lambda line: (round(line.top), line.left)):
        last = whole[-1] if whole else None
        if last and abs(last.top - box.top) < 1 and box.left - last.right < _MIN_LENGTH:
            whole[-1] = last._replace(right=max(last.right, box.right))
        else:
            whole.append(box)
    return whole


def _bounds(each: Any, around: tuple[Any, ...], frame: Frame) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(each, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [(left, bottom), (right, top)]
    for m in reversed(around):
        corners = [(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f) for x, y in corners]
    (a, b), (c, d) = corners
    return frame.box(min(a, c), min(b, d), max(a, c), max(b, d))


def links(document: Any, page: Any, frame: Frame) -> list[list[Any]]:
    """Where links to other places stand: left, top, right, bottom, address."""
    found: list[list[Any]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < _MAX_LINKS and pdfium.FPDFLink_Enumerate(page, position, link):
        action, rectangle = pdfium.FPDFLink_GetAction(link), pdfium.FS_RECTF()
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        pdfium.FPDFLink_GetAnnotRect(link, rectangle)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if not 0 < size <= _MAX_ADDRESS:
            continue
        address = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, address, size)
        box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        found.append([*(round(edge, 2) for edge in box), address.value.decode("utf-8", "replace")])
    return found
