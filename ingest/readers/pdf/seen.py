"""Which characters of a page a person sees: the page is painted with its text and without.

A character that changes nothing on the painted page is not seen, whatever the trick: painted over,
cut off, outside of the page, on a layer that is off. One in nearly the colour of what it stands on
is not seen either. Runs in the child process only (`worker`).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf.characters import Characters, Drawn
from ingest.readers.pdf.frame import Box, Frame
from ingest.readers.pdf.painting import Painting, without

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
#: Points: characters are looked up by cells of this size, each in so many at most.
_CELL, _MAX_CELLS = 8, 64
#: Characters side by side share no more of their width.
_SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Shown:
    """A page painted with its text and without. `texts` are its text objects."""

    page: Any
    frame: Frame
    texts: list[Any]
    whole: Painting
    bare: Painting


def shown(page: Any, frame: Frame, texts: list[Any]) -> Shown:
    """Paint a page twice; `texts` are its text objects."""
    whole = Painting(page, frame)
    with without(texts):
        bare = Painting(page, frame)
    return Shown(page, frame, texts, whole, bare)


def hidden(paintings: Shown, characters: Characters) -> list[int]:
    """For each character why it is not seen, as an index into `REASONS`."""
    found = [
        _why(row, characters.looks[int(row[-1])], box, paintings)
        for row, box in zip(characters.rows, characters.inked, strict=True)
    ]
    _find_overprinted(paintings, characters, found)
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


def _why(row: list[float], look: Drawn, box: Box, paintings: Shown) -> int:
    if chr(int(row[0])).isspace():
        return _SEEN
    if look.mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return _INVISIBLE
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if not (0 <= across <= paintings.frame.width and 0 <= down <= paintings.frame.height):
        return _OUTSIDE
    if look.size < _MIN_SIZE:
        return _TINY
    own = (look.colour >> 16, look.colour >> 8 & 255, look.colour & 255)
    contrast = paintings.bare.contrast(box, own) * look.opacity / 255
    if contrast < _MIN_CONTRAST:
        return _CAMOUFLAGED
    whole, bare = paintings.whole, paintings.bare
    changed = any(whole.bytes[each] != bare.bytes[each] for each in whole.rows(box))
    return _SEEN if changed else _COVERED


def _find_overprinted(paintings: Shown, characters: Characters, found: list[int]) -> None:
    """Text under other text: what is painted on top shows there, so it is asked for by itself.

    The objects below others are left out of one more painting; where that changes nothing, nobody
    saw them.
    """
    below = _below_others(characters, found)
    if not below:
        return
    owners = {characters.owners[at] for at in below}
    lower = [each for each in paintings.texts if ctypes.cast(each, ctypes.c_void_p).value in owners]
    with without(lower):
        rest = Painting(paintings.page, paintings.frame)
    whole = paintings.whole
    for at in below:
        rows = whole.rows(characters.inked[at])
        if all(whole.bytes[row] == rest.bytes[row] for row in rows):
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
