"""Which characters of a page a person sees: the page is painted with its text and without.

A character that changes nothing on the painted page is not seen, whatever the trick: painted over,
cut off, outside of the page, on a layer that is off. One in nearly the colour of what it stands on
is not seen either. Runs in the child process only (`pdf_worker`).
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf_frame import Box, Frame
from ingest.readers.pdf_page import Characters, Drawn

#: Why a character is not seen. The words are shown to the owner.
REASONS = (
    "", "invisible", "in the colour of its background", "too small to read", "outside of the page",
    "covered or cut off",
)  # fmt: skip
_SEEN, _INVISIBLE, _CAMOUFLAGED, _TINY, _OUTSIDE, _COVERED = range(len(REASONS))

#: Points. Nobody reads smaller print; footnotes have 5 or 6.
_MIN_SIZE = 3.0
#: Of 255, in the channel that differs most. Pale grey (#e8e8e8) on white has 23.
_MIN_CONTRAST = 16
#: Pixels a point, and pixels of the longer side at most.
_SCALE, _MAX_SIDE = 1.0, 2_000
_PIXEL = 4
#: Points: characters are looked up by cells of this size, each in so many at most.
_CELL, _MAX_CELLS = 8, 64
#: Characters side by side share no more of their width.
_SHARED = 0.3


class _Painting:
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
            slice(row * self.stride + left * _PIXEL, row * self.stride + right * _PIXEL)
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
                at = row + min(self.width - 1, max(0, x)) * _PIXEL
                blue, green, red = self.bytes[at : at + 3]
                found.append(max(abs(a - b) for a, b in zip(own, (red, green, blue), strict=True)))
        return sorted(found)[len(found) // 2]


def hidden(page: Any, frame: Frame, objects: list[Drawn], characters: Characters) -> list[int]:
    """For each character why it is not seen, as an index into `REASONS`."""
    looks = list(characters.looks)
    whole = _Painting(page, frame)
    texts = [each for each, kind, _ in objects if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    for each in texts:
        pdfium.FPDFPageObj_SetIsActive(each, False)
    bare = _Painting(page, frame)
    for each in texts:
        pdfium.FPDFPageObj_SetIsActive(each, True)
    found = [
        _why(row, looks[int(row[-1])], box, frame, whole, bare)
        for row, box in zip(characters.rows, characters.inked, strict=True)
    ]
    _find_overprinted(page, frame, texts, characters, found, whole)
    return _by_word(characters, found)


def _by_word(characters: Characters, found: list[int]) -> list[int]:
    """What holds of most letters of a word holds of the word: a line may cross one of them.

    A word of signs alone is what the word before it is: a dash is too thin to be sure of.
    """
    start, before = 0, _SEEN
    for at in range(len(found) + 1):
        ends = at == len(found) or chr(int(characters.rows[at][0])).isspace()
        if ends or characters.owners[at] != characters.owners[start]:
            word = found[start:at]
            says = any(chr(int(row[0])).isalnum() for row in characters.rows[start:at])
            usual = max(word, key=word.count) if word and says else before
            if any(word):
                found[start:at] = [usual] * len(word)
            before = usual
            start = at + 1 if ends else at
    return found


def _why(
    row: list[float],
    look: tuple[int, float, int, int, int, int],
    box: Box,
    frame: Frame,
    whole: _Painting,
    bare: _Painting,
) -> int:
    _, size, colour, opacity, mode, _ = look
    if chr(int(row[0])).isspace():
        return _SEEN
    if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return _INVISIBLE
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if not (0 <= across <= frame.width and 0 <= down <= frame.height):
        return _OUTSIDE
    if size < _MIN_SIZE:
        return _TINY
    own = (colour >> 16, colour >> 8 & 255, colour & 255)
    contrast = bare.contrast(box, own) * opacity / 255
    changed = any(whole.bytes[each] != bare.bytes[each] for each in whole.rows(box))
    if not changed:
        return _CAMOUFLAGED if contrast < _MIN_CONTRAST else _COVERED
    return _CAMOUFLAGED if contrast < _MIN_CONTRAST else _SEEN


def _find_overprinted(
    page: Any,
    frame: Frame,
    texts: list[Any],
    characters: Characters,
    found: list[int],
    whole: _Painting,
) -> None:
    """Text under other text: what is painted on top shows there, so it is asked for by itself.

    The objects below others are left out of one more painting; where that changes nothing, nobody
    saw them.
    """
    below = _below_others(characters, found)
    if not below:
        return
    owners = {characters.owners[at] for at in below}
    lower = [each for each in texts if ctypes.cast(each, ctypes.c_void_p).value in owners]
    for each in lower:
        pdfium.FPDFPageObj_SetIsActive(each, False)
    without = _Painting(page, frame)
    for each in lower:
        pdfium.FPDFPageObj_SetIsActive(each, True)
    for at in below:
        rows = whole.rows(characters.inked[at])
        if all(whole.bytes[row] == without.bytes[row] for row in rows):
            found[at] = _COVERED


def _below_others(characters: Characters, found: list[int]) -> list[int]:
    """The characters that stand where a later one of another object does, in part at least."""
    cells: dict[tuple[int, int], list[int]] = {}
    below: list[int] = []
    boxes, owners = characters.inked, characters.owners
    for at in range(len(boxes) - 1, -1, -1):
        if found[at] != _SEEN or chr(int(characters.rows[at][0])).isspace():
            continue
        box = boxes[at]
        within = [
            (column, row)
            for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1)
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
        ][:_MAX_CELLS]
        others = (other for cell in within for other in cells.get(cell, ())[-_MAX_CELLS:])
        if any(owners[other] != owners[at] and _overlaps(box, boxes[other]) for other in others):
            below.append(at)
        for cell in within:
            cells.setdefault(cell, []).append(at)
    return below


def _overlaps(box: Box, over: Box) -> bool:
    """Whether two characters share more than an edge."""
    across = min(box.right, over.right) - max(box.left, over.left)
    down = min(box.bottom, over.bottom) - max(box.top, over.top)
    narrow = min(box.right - box.left, over.right - over.left)
    return across > _SHARED * narrow and down > 1
