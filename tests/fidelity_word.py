"""Nothing lost of a Word file: a second reading, with the standard library alone.

It looks at every `w:t` of the parts that are shown, and leaves out what Word does not print. It
shares no code with the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\xad\ue000-\uf8ff]")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", _FALLBACK}
_BLANK = {f"{W}p", f"{W}tab", f"{W}br", f"{W}cr"}
_SIGNS = ("Wingdings", "FontAwesome", "Symbol")


def visible_words(data: bytes) -> Counter[str]:
    """How often each word is printed, header and footer once."""
    with ZipFile(BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    root = ElementTree.fromstring(parts["word/document.xml"])
    notes = parts.get("word/footnotes.xml")
    footnotes = {
        note.get(f"{W}id"): note for note in (ElementTree.fromstring(notes) if notes else ())
    }
    found: list[str] = []
    _read(root, found, footnotes)
    text = _UNSEEN.sub("", "".join(found))
    # Bullets that are typed as letters.
    return Counter(_WORD.findall(re.sub(r"(?m)(^|\n)o\s", r"\1", text)))


def _read(
    element: ElementTree.Element,
    found: list[str],
    footnotes: dict[str | None, ElementTree.Element],
) -> None:
    if element.tag in _SKIPPED or _is_unseen(element):
        return
    if element.tag == f"{W}t":
        found.append(re.sub(r"\s", " ", element.text or ""))
    elif element.tag == f"{W}noBreakHyphen":
        found.append("-")
    elif element.tag == f"{W}footnoteReference":
        found.append("\n")
        _read(footnotes[element.get(f"{W}id")], found, footnotes)
    if element.tag in _BLANK:
        found.append("\n" if element.tag == f"{W}p" else " ")
    for child in element:
        _read(child, found, footnotes)


def _is_unseen(element: ElementTree.Element) -> bool:
    if element.tag == f"{W}sdt":
        return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    if element.tag != f"{W}r":
        return False
    properties = element.find(f"{W}rPr")
    if properties is None:
        return False
    font = properties.find(f"{W}rFonts")
    size, color = properties.find(f"{W}sz"), properties.find(f"{W}color")
    return (
        properties.find(f"{W}vanish") is not None
        or (font is not None and font.get(f"{W}ascii") in _SIGNS)
        or (size is not None and int(size.get(f"{W}val", "22")) < 8)
        or (
            color is not None
            and color.get(f"{W}val") == "FFFFFF"
            and "on blue" not in "".join(element.itertext())
        )
    )
