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
        self.width = max(1, round(frame.width * self.scale))
        self.height = max(1, round(frame.height * self.scale))
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
            self.stride = pdfium.FPDFBitmap_GetStride(bitmap)
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
        found = []
        for down in (0.15, 0.5, 0.85):
            y = int((box.top + (box.bottom - box.top) * down) * self.scale)
            for across in (0.1, 0.5, 0.9):
                x = int((box.left + (box.right - box.left) * across) * self.scale)
                row = min(self.height - 1, max(0, y)) * self.stride
                at = row + min(self.width - 1, max(0, x)) * PIXEL
                blue, green, red = self.bytes[at : at + 3]
                found.append(max(abs(a - b) for a, b in zip(own, (red, green, blue), strict=True)))
        return sorted(found)[len(found) // 2]
