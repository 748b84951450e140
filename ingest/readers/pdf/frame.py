"""Where things stand on a page as it is shown: points from the top left corner.

A PDF counts from the lower left corner of a plane of which the page shows a part, perhaps turned.
Runs in the child process only (`worker`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


class Box(NamedTuple):
    """Left, top, right and bottom edge, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Frame:
    """The shown part of one page, and how it is turned."""

    def __init__(self, page: Any) -> None:
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, bounds)
        self._left, self._bottom = bounds.left, bounds.bottom
        self._across, self._up = bounds.right - bounds.left, bounds.top - bounds.bottom
        #: Quarter turns clockwise.
        self.turns = pdfium.FPDFPage_GetRotation(page) % 4
        sideways = self.turns % 2 == 1
        self.width = self._up if sideways else self._across
        self.height = self._across if sideways else self._up

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the plane as (from the left, from the top) of the page as it is shown."""
        right, up = x - self._left, y - self._bottom
        if self.turns == 0:
            return right, self._up - up
        if self.turns == 1:
            return up, right
        if self.turns == 2:
            return self._across - right, up
        return self._up - up, self._across - right

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the plane as it is shown."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))
