"""What stands on a page only because it is a page: numbers, repeated headers, a browser's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.pdf.pages import Page
from ingest.readers.pdf.words import Segment

#: Such a part of the page's height at its top and bottom holds headers and footers.
_ZONE = 0.11
#: So many lines at either end may be furniture.
_LINES = 3
_PAGE = r"(?:page|p\.?|pg\.?|seite|página|pagina|pág\.?|strona|sida|side|第)"
_OF = r"(?:of|von|de|di|sur|av|af|z|/|\||共)"
_NUMBER = re.compile(
    rf"^[\W_]*(?:{_PAGE}\s*)?\d{{1,3}}(?:\s*{_OF}\s*(?:{_PAGE}\s*)?\d{{1,3}})?[\W_页]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?:{_PAGE}\s*\d{{1,3}}|\b\d{{1,3}}\s*{_OF}\s*\d{{1,3}}\b|(?:^|\W)\d{{1,2}}\W*$)",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm])?\b"
)
_ADDRESS = re.compile(
    r"^(?:https?|file)://\S+(?:\s.*)?\d+\s*/\s*\d+$|^(?:file)://\S+$|^about:blank"
)
_SAYS_RESUME = frozenset(
    """resume résumé cv curriculum vitae lebenslauf page of seite von continued p pg""".split()
)
_WORDS = re.compile(r"[^\W\d_]+")
#: Points. What is set so close on one line belongs to it.
_LEVEL = 2.0


def without_furniture(
    pages: Sequence[Page], segments: Sequence[list[Segment]]
) -> tuple[list[list[Segment]], list[str]]:
    """The segments of each page without furniture, and the lines that were left out."""
    name = _name(segments[0]) if segments else frozenset()
    zones = [_zones(page, found) for page, found in zip(pages, segments, strict=True)]
    seen: dict[tuple[str, str], int] = {}
    for zone in zones:
        for key in {(place, _key(text)) for place, text, _ in zone}:
            seen[key] = seen.get(key, 0) + 1
    everything = " ".join(each.text for found in segments for each in found).casefold()
    dropped: list[Segment] = []
    told: set[tuple[str, str]] = set()
    lines: list[str] = []
    for number, zone in enumerate(zones):
        for place, text, row in zone:
            key = (place, _key(text))
            repeated = seen[key] > 1
            first = key not in told
            told.add(key)
            large = number == 0 and place == "top" and not _is_numbering(text, name)
            drop = _is_printed(text) or _is_numbering(text, name)
            if repeated and not drop:
                drop = not large if not first else _said_elsewhere(text, everything, seen[key])
            if drop and not (large and first and not _is_printed(text)):
                dropped += row
                lines.append(text)
    gone = {id(each) for each in dropped}
    return [[each for each in found if id(each) not in gone] for found in segments], lines


def _zones(page: Page, segments: Sequence[Segment]) -> list[tuple[str, str, list[Segment]]]:
    """The lines at the top and bottom of a page: where, their words, their segments."""
    upright = [each for each in segments if not each.turned]
    rows: list[list[Segment]] = []
    for each in sorted(upright, key=lambda one: one.base):
        if rows and each.base - rows[-1][0].base <= _LEVEL:
            rows[-1].append(each)
        else:
            rows.append([each])
    found = []
    for at, row in enumerate(rows):
        row.sort(key=lambda one: one.left)
        text = " ".join(each.text for each in row).strip()
        from_end = len(rows) - 1 - at
        if at < _LINES and row[0].base < _ZONE * page.height:
            found.append(("top", text, row))
        elif from_end < _LINES and row[0].base > (1 - _ZONE) * page.height:
            found.append(("bottom", text, row))
    return [one for one in found if one[1]]


def _name(segments: Sequence[Segment]) -> frozenset[str]:
    """The words of the largest line on the first page."""
    largest = max(segments, key=lambda each: each.size, default=None)
    if largest is None:
        return frozenset()
    words = " ".join(each.text for each in segments if each.size >= 0.95 * largest.size)
    found = _WORDS.findall(words.casefold())
    return frozenset(found) if len(found) <= 6 else frozenset()


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _is_printed(text: str) -> bool:
    """Whether a browser put it there when it printed the page."""
    return bool(_PRINTED.match(text) or _ADDRESS.match(text))


def _is_numbering(text: str, name: frozenset[str]) -> bool:
    """Whether it is a page number, perhaps with the name and what the document is."""
    if _NUMBER.match(text):
        return True
    words = set(_WORDS.findall(text.casefold()))
    rest = words - name - _SAYS_RESUME
    return bool(_NUMBERED.search(text)) and not rest and bool(words)


def _said_elsewhere(text: str, everything: str, times: int) -> bool:
    """Whether each word of a line stands on the pages more often than the line itself."""
    words = [word for word in _WORDS.findall(text.casefold()) if len(word) > 1]
    return all(
        word in _SAYS_RESUME or len(re.findall(rf"\b{re.escape(word)}\b", everything)) > times
        for word in words
    )
