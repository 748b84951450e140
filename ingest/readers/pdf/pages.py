"""The pages of a PDF as `worker` tells them, with every character understood by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from ingest.readers.pdf.letters import ICON, is_icon_font, letters_of

#: "Bold", and what others call it: Helvetica-Heavy, Futura-Demi, NimbusRomNo9L-Medi, CMBX12, SFBX.
_BOLD = re.compile(
    r"bold|black|heavy|semibd|demi|medi(?!um|ev)|(?:cm|sf|lm|ec)(?:ss)?b(?:x|csc|\d)|(?:cm|sf)sx\d"
    r"|-bd\b|\bbd\b|-b\b",
    re.IGNORECASE,
)
_ITALIC = re.compile(
    r"ital|obli|slant|(?:cm|sf|lm|ec)(?:ss)?(?:ti|i|sl|bxti|it)\d|kursiv|-it\b", re.IGNORECASE
)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORCED_BOLD, _SLANTED = 1 << 18, 1 << 6
#: Text that is filled and stroked is bold by hand.
_FILL_STROKE = (2, 6)
#: Bold letters have a third more ink than plain ones; so many letters have to be compared.
_BLACKER, _MIN_LETTERS = 1.2, 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a character is shown. `size` is in points, `colour` 0xRRGGBB."""

    font: str
    size: float
    colour: int
    bold: bool
    italic: bool
    icon: bool
    turned: int


@dataclass(slots=True)
class Glyph:
    """A character: what it says, its box (points from the top left), its base line, its look.

    `blank`: PDFium sees a gap between words before it, by the widths that the font states.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    look: Look
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link can be clicked, and where it leads."""

    left: float
    top: float
    right: float
    bottom: float
    target: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A small drawn shape that may be a bullet: its middle and its width."""

    x: float
    y: float
    size: float


@dataclass(slots=True)
class Page:
    """One page. `hidden` are the words that nobody sees, with the reason; `scan` says that the
    words were recognised in a picture of the page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    picture: float = 0.0
    unreadable: int = 0
    scan: bool = False


def pages_of(told: Sequence[dict[str, Any]], reasons: Sequence[str]) -> list[Page]:
    """The pages that the child process tells of. `reasons` are why characters may be hidden."""
    return [_page(each, number, reasons) for number, each in enumerate(told, 1)]


#: A page is a scan where a picture covers so much of it, and its letters are an invisible layer.
_SCAN_COVER = 0.5
_SEEN, _INVISIBLE = 0, 1


def _page(told: dict[str, Any], number: int, reasons: Sequence[str]) -> Page:
    width, height = told["size"]
    page = Page(number, width, height, picture=told["picture"])
    looks = _looks(told)
    names = [_SUBSET.sub("", told["fonts"][drawn[0]][0]) for drawn in told["looks"]]
    why = told["hidden"]
    shown = sum(not reason for reason in why)
    page.scan = told["picture"] >= _SCAN_COVER and why.count(_INVISIBLE) > 4 * shown
    passages: list[tuple[int, list[str]]] = []
    before = _SEEN
    for (code, left, top, right, bottom, base, blank, look), marked in zip(
        told["characters"], why, strict=True
    ):
        text = letters_of(int(code), names[look])
        reason = _SEEN if page.scan and marked == _INVISIBLE else marked
        # A blank has no ink: it belongs to the words before it.
        reason = before if text == " " else reason
        if reason:
            if reason != before:
                passages.append((reason, []))
            passages[-1][1].append(text)
        elif text:
            page.glyphs.append(
                Glyph(text, left, top, right, bottom, base, looks[look], bool(blank))
            )
        else:
            page.unreadable += int(code) > 0x20 or int(code) == 0
        before = reason
    for reason, letters in passages:
        words = " ".join("".join(letters).replace(ICON, "").split())
        if any(map(str.isalnum, words)):
            page.hidden.append((reasons[reason], words))
    page.rules = [Rule(box[0], box[2], (box[1] + box[3]) / 2) for box in told["lines"]]
    page.dots = [
        Dot((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0]) for box in told["dots"]
    ]
    page.links = [LinkArea(*link) for link in told["links"]]
    return page


def _looks(told: dict[str, Any]) -> list[Look]:
    looks = []
    blacker = _blacker(told)
    for number, (font, size, colour, _, mode, turned, slanted) in enumerate(told["looks"]):
        name, flags, _ = told["fonts"][font]
        name = _SUBSET.sub("", name)
        forced = bool(flags & _FORCED_BOLD) or mode in _FILL_STROKE or number in blacker
        looks.append(
            Look(
                font=name or f"font {font}",
                size=size,
                colour=colour,
                bold=bool(_BOLD.search(name)) or forced,
                italic=bool(_ITALIC.search(name)) or bool(flags & _SLANTED) or slanted,
                icon=is_icon_font(name),
                turned=turned,
            )
        )
    return looks


def _blacker(told: dict[str, Any]) -> set[int]:
    """The looks in fonts without a name whose letters have more ink than most letters have."""
    ink = {int(number): letters for number, letters in told["ink"].items()}
    counts = Counter(int(row[-1]) for row in told["characters"])
    plain = max(ink, key=lambda number: counts[number], default=None)
    found: set[int] = set()
    if plain is None:
        return found
    usual = {letter: amount for letter, amount in ink[plain].items() if amount > 0}
    for number, letters in ink.items():
        ratios = [letters[letter] / usual[letter] for letter in letters if letter in usual]
        alike = told["looks"][number][2] == told["looks"][plain][2]
        if len(ratios) >= _MIN_LETTERS and alike and median(ratios) >= _BLACKER:
            found.add(number)
    return found
