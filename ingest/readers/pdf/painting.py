"""A page as PDFium paints it, pixel by pixel. In the child process only (`worker`)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf.frame import Box, Frame

#: Pixels a point, and pixels of the longer side at most.
_SCALE, _MAX_SIDE = 1.0, 2_000
PIXEL = 4
#: Of nine.
_MOST = 5


@contextmanager
def without(objects: Sequence[Any]) -> Iterator[None]:
    """Objects of a page are not painted inside the block."""
    for each in objects:
        pdfium.FPDFPageObj_SetIsActive(each, False)
    try:
        yield
    finally:
        for each in objects:
            pdfium.FPDFPageObj_SetIsActive(each, True)


class Painting:
    """The pixels of a page, four bytes each, blue first."""

    def __init__(self, page: Any, frame: Frame) -> None:
        longest = max(frame.width, frame.height, 1.0)
        self.scale = min(_SCALE, _MAX_SIDE / longest)
        self.width: int = max(1, round(frame.width * self.scale))
        self.height: int = max(1, round(frame.height * self.scale))
        bitmap = pdfium.FPDFBitmap_CreateEx(
            self.width, self.height, pdfium.FPDFBitmap_BGRx, None, 0
        )
        if not bitmap:
            raise MemoryError
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, page, 0, 0, self.width, self.height, 0, pdfium.FPDF_ANNOT
            )
            self.stride: int = pdfium.FPDFBitmap_GetStride(bitmap)
            start = pdfium.FPDFBitmap_GetBuffer(bitmap)
            self.bytes = ctypes.string_at(start, self.stride * self.height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def rows(self, box: Box) -> list[slice]:
        """The stretches of `bytes` that a box covers, a row of pixels each."""
        left = max(0, int(box.left * self.scale))
        right = min(self.width, int(box.right * self.scale) + 1)
        # What is thin may be painted into the next row.
        top = max(0, int(box.top * self.scale) - 1)
        bottom = min(self.height, int(box.bottom * self.scale) + 2)
        if left >= right:
            return []
        return [
            slice(row * self.stride + left * PIXEL, row * self.stride + right * PIXEL)
            for row in range(top, bottom)
        ]

    def contrast(self, box: Box, own: tuple[int, int, int]) -> int:
        """How far a colour is from what stands in a box: the middle one of nine places."""
        columns = [self._column(box, across) for across in (0.1, 0.5, 0.9)]
        rows = [self._row(box, down) for down in (0.15, 0.5, 0.85)]
        found = [self.bytes[row + column : row + column + 3] for row in rows for column in columns]
        # Where most of them are alike, as on paper, theirs is the middle one.
        if found[:_MOST] == found[:1] * _MOST:
            return _apart(own, found[0])
        return sorted(_apart(own, each) for each in found)[len(found) // 2]

    def _column(self, box: Box, across: float) -> int:
        x = int((box.left + (box.right - box.left) * across) * self.scale)
        return min(self.width - 1, max(0, x)) * PIXEL

    def _row(self, box: Box, down: float) -> int:
        y = int((box.top + (box.bottom - box.top) * down) * self.scale)
        return min(self.height - 1, max(0, y)) * self.stride


def _apart(own: tuple[int, int, int], pixel: bytes) -> int:
    """How far a colour (red first) is from a pixel (blue first)."""
    (red, green, blue), (b, g, r) = own, pixel
    return max(abs(red - r), abs(green - g), abs(blue - b))
