"""Characters of a page, made ready to be put into words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ingest.readers.pdf.letters import ACCENTS
from ingest.readers.pdf.pages import Glyph, Page

#: In ems: a letter that is drawn again so near is drawn again on purpose; "ll" stands wider.
_DOUBLE = 0.12


def prepared(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without letters that are drawn twice; ligatures and accented letters as one each."""
    return _composed(_without_doubles(_whole_ligatures(glyphs)))


def lay_flat(glyph: Glyph, page: Page, turned: int) -> None:
    """Turn a character's coordinates so that its line runs from left to right."""
    box = (glyph.left, glyph.top, glyph.right, glyph.bottom)
    if turned == 1:
        glyph.left, glyph.top, glyph.right, glyph.bottom = (
            box[1], page.width - box[2], box[3], page.width - box[0],
        )  # fmt: skip
        glyph.base = page.width - glyph.base
    elif turned == 2:
        glyph.left, glyph.top, glyph.right, glyph.bottom = (
            page.width - box[2], page.height - box[3], page.width - box[0], page.height - box[1],
        )  # fmt: skip
        glyph.base = page.height - glyph.base
    elif turned == 3:
        glyph.left, glyph.top, glyph.right, glyph.bottom = (
            page.height - box[3], box[0], page.height - box[1], box[2],
        )  # fmt: skip


def _whole_ligatures(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """With the letters that one drawing stands for made one: each comes with the whole box."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        before = kept[-1] if kept else None
        if (
            before is not None
            and (before.left, before.right, before.top) == (glyph.left, glyph.right, glyph.top)
            and before.look is glyph.look
            and glyph.text != " "
            and (glyph.text not in before.text or glyph.text in "ft")
        ):
            before.text += glyph.text
        else:
            kept.append(glyph)
    return kept


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without characters that are drawn a second time, a trifle beside, to look bold."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    kept = []
    for glyph in glyphs:
        if glyph.text != " ":
            x, y = int(glyph.left // 4), int(glyph.base // 4)
            cells = ((glyph.text, x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
            near = (other for cell in cells for other in seen.get(cell, ()))
            if any(_is_double(glyph, other) for other in near):
                continue
            seen.setdefault((glyph.text, x, y), []).append(glyph)
        kept.append(glyph)
    return kept


def _is_double(glyph: Glyph, other: Glyph) -> bool:
    reach = _DOUBLE * glyph.look.size
    return abs(glyph.left - other.left) < reach and abs(glyph.base - other.base) < reach


def _composed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """With accents that are drawn over a letter made one with it."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        before = kept[-1] if kept else None
        if before is not None and before.text in ACCENTS and glyph.text.isalpha():
            middle = (before.left + before.right) / 2
            if glyph.left - 0.5 <= middle <= glyph.right + 0.5 and before.top < glyph.bottom:
                glyph.text = unicodedata.normalize("NFC", glyph.text + ACCENTS[before.text])
                kept.pop()
        elif before is not None and unicodedata.combining(glyph.text[0]):
            before.text = unicodedata.normalize("NFC", before.text + glyph.text)
            continue
        kept.append(glyph)
    return kept
