"""The characters that one page of a PDF draws, by PDFium, with their places and looks.

Runs in the child process only (`worker`), on untrusted files.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf.frame import Box, Frame

#: What PDFium makes of a hyphen at the end of a line.
_LINE_END_HYPHEN = 2
#: How far the upright strokes of letters lean, as a share of their height, where they are slanted.
_SLANT = 0.1
_STROKED = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)


class Drawn(NamedTuple):
    """How characters are drawn.

    `font` is an index into `Characters.fonts`, `size` in points, `colour` 0xRRGGBB, `opacity` of
    255, `mode` the PDF's text rendering mode, `turned` quarter turns clockwise from upright.
    """

    font: int
    size: float
    colour: int
    opacity: int
    mode: int
    turned: int
    slanted: bool


class Characters:
    """The characters of one page, in the order that they are drawn.

    `rows` are JSON: code, left, top, right, bottom, base line, 1 where PDFium sees a blank before
    it, index into `looks`. Of each, `inked` has the box of its ink and `owners` the text object
    that it is part of.
    """

    def __init__(self, text_page: Any, frame: Frame, limit: int) -> None:
        self._text, self._frame = text_page, frame
        self.rows: list[list[float]] = []
        self.inked: list[Box] = []
        self.owners: list[int] = []
        self.looks: list[Drawn] = []
        #: Name, flags and weight of each font. Two fonts without a name are two all the same.
        self.fonts: list[tuple[str, int, int]] = []
        self._look_at: dict[Drawn, int] = {}
        self._font_at: dict[int, int] = {}
        self._of_owner: dict[int, int] = {}
        count = pdfium.FPDFText_CountChars(text_page)
        if count > limit:
            raise OverflowError
        blank = False
        for at in range(count):
            if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
                blank = True
            else:
                self._take(at, blank)
                blank = False

    def _take(self, at: int, blank: bool) -> None:
        loose, tight = pdfium.FS_RECTF(), [ctypes.c_double() for _ in range(4)]
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetLooseCharBox(self._text, at, loose):
            return
        pdfium.FPDFText_GetCharBox(self._text, at, *tight)
        pdfium.FPDFText_GetCharOrigin(self._text, at, x, y)
        code = pdfium.FPDFText_GetUnicode(self._text, at)
        if code == _LINE_END_HYPHEN:
            code = ord("-")
        owner = _address(pdfium.FPDFText_GetTextObject(self._text, at))
        if owner not in self._of_owner:
            self._of_owner[owner] = self._look(at)
        look = self._of_owner[owner]
        box = self._frame.box(loose.left, loose.bottom, loose.right, loose.top)
        left, right, bottom, top = (each.value for each in tight)
        base = self._frame.point(x.value, y.value)
        along = base[0] if self.looks[look].turned % 2 else base[1]
        edges = [round(edge, 2) for edge in (*box, along)]
        self.rows.append([code, *edges, int(blank), look])
        self.inked.append(self._frame.box(left, bottom, right, top))
        self.owners.append(owner)

    def _look(self, at: int) -> int:
        """How the text object of a character is drawn."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        across = math.hypot(matrix.a, matrix.b) or 1.0
        up = abs(matrix.a * matrix.d - matrix.b * matrix.c) / across
        lean = (matrix.a * matrix.c + matrix.b * matrix.d) / across
        owner = pdfium.FPDFText_GetTextObject(self._text, at)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else 0
        take = pdfium.FPDFText_GetStrokeColor if mode in _STROKED else pdfium.FPDFText_GetFillColor
        colour = [ctypes.c_uint() for _ in range(4)]
        take(self._text, at, *colour)
        red, green, blue, opacity = (part.value for part in colour)
        angle = pdfium.FPDFText_GetCharAngle(self._text, at)
        look = Drawn(
            font=self._font(at, owner),
            size=round(pdfium.FPDFText_GetFontSize(self._text, at) * up, 2),
            colour=(red << 16) + (green << 8) + blue,
            opacity=opacity,
            mode=mode,
            # PDFium counts clockwise, too.
            turned=(round(angle / (math.pi / 2)) + self._frame.turns) % 4,
            slanted=up > 0 and lean > _SLANT * up,
        )
        if look not in self._look_at:
            self._look_at[look] = len(self.looks)
            self.looks.append(look)
        return self._look_at[look]

    def _font(self, at: int, owner: Any) -> int:
        font = _address(pdfium.FPDFTextObj_GetFont(owner)) if owner else 0
        if font not in self._font_at:
            flags, name = ctypes.c_int(), ctypes.create_string_buffer(256)
            pdfium.FPDFText_GetFontInfo(self._text, at, name, 256, flags)
            weight = max(0, pdfium.FPDFText_GetFontWeight(self._text, at))
            self._font_at[font] = len(self.fonts)
            self.fonts.append((name.value.decode("utf-8", "replace"), flags.value, weight))
        return self._font_at[font]


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
