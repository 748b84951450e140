"""How black the letters of fonts without a name are: of bold ones there is no other sign.

Browsers write variable fonts as drawings, letter by letter, and old TeX has bitmaps. In the child
process only (`worker`).
"""

from __future__ import annotations

from collections import defaultdict

from ingest.readers.pdf.characters import Characters
from ingest.readers.pdf.painting import PIXEL
from ingest.readers.pdf.seen import Shown

#: Letters of one look that are measured; more tell nothing more.
_ENOUGH = 400


def ink(paintings: Shown, characters: Characters, hidden: list[int]) -> dict[int, dict[str, float]]:
    """By look, for each letter the mean share of its em square that is painted."""
    nameless = {
        number
        for number, look in enumerate(characters.looks)
        if not characters.fonts[look.font][0] and look.size > 0
    }
    found: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    counted: dict[int, int] = defaultdict(int)
    whole, bare = paintings.whole, paintings.bare
    for row, box, unseen in zip(characters.rows, characters.inked, hidden, strict=True):
        number, letter = int(row[-1]), chr(int(row[0]))
        if unseen or number not in nameless or not letter.isalpha() or counted[number] >= _ENOUGH:
            continue
        counted[number] += 1
        # One of the four bytes stands for all: only letters of one colour are compared.
        painted = sum(
            abs(a - b)
            for each in whole.rows(box)
            for a, b in zip(whole.bytes[each][1::PIXEL], bare.bytes[each][1::PIXEL], strict=True)
        )
        size = characters.looks[number].size * whole.scale
        found[number][letter].append(painted / 255 / size**2)
    return {
        number: {letter: round(sum(each) / len(each), 4) for letter, each in letters.items()}
        for number, letters in found.items()
    }
