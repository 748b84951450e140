"""How words and paragraphs of a Word file look: defaults, styles, what a style is based on.

A property is kept as Word writes it, by the local name of its element (`b`, `sz`, `color`, ...);
what stands nearer to the words overrides what stands further away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.blocks import Mark
from ingest.readers.docx.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

Properties = Mapping[str, str]

_OFF = frozenset({"0", "false", "off", "none"})
_TOGGLES = frozenset("b i caps smallCaps strike dstrike vanish".split())
_MAX_BASES = 20
#: Word's own names of styles are English in every language; identifiers are not.
_HEADING = re.compile(r"^heading ?(\d)$", re.IGNORECASE)
_LIST = re.compile(r"^list ?(?:bullet|number|continue)? ?(\d)?$", re.IGNORECASE)
_CONTINUED = re.compile(r"^list continue", re.IGNORECASE)
#: Fonts of signs: their letters stand for pictures.
_SIGN_FONTS = re.compile(
    r"^(?:wingdings|webdings|symbol$|zapf ?dingbats|font ?awesome|material (?:icons|symbols)|"
    r"fontello|icomoon|ionicons|segoe (?:mdl2|fluent))",
    re.IGNORECASE,
)
_HALF_POINTS = 2
#: A size with its unit, as strict files may have it, and what each is in points.
_MEASURE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm)")
_POINTS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_DEFAULT_SIZE = 10.0


def whole(text: str | None, default: int = 0) -> int:
    """A number of the file; `default` where it is none."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return default


def _size(text: str) -> float:
    """A size of letters in points; without a unit it is in half points."""
    if measure := _MEASURE.fullmatch(text):
        return float(measure[1]) * _POINTS[measure[2]]
    size = whole(text, -1)
    return size / _HALF_POINTS if size >= 0 else _DEFAULT_SIZE


def on(properties: Properties, name: str) -> bool:
    """Whether a toggle (bold, hidden, ...) is on."""
    return name in properties and properties[name] not in _OFF


@dataclass(frozen=True, slots=True)
class Looks:
    """How some words are shown. `size` is in points; `color` and `fill` are RRGGBB or ""."""

    marks: Mark = Mark.NONE
    size: float = _DEFAULT_SIZE
    caps: bool = False
    hidden: bool = False
    color: str = ""
    fill: str = ""
    signs: bool = False


PLAIN = Looks()


def looks_of(properties: Properties) -> Looks:
    """The looks that some run properties make."""
    marks = Mark.NONE
    marks |= Mark.BOLD if on(properties, "b") else Mark.NONE
    marks |= Mark.ITALIC if on(properties, "i") else Mark.NONE
    marks |= Mark.STRUCK if on(properties, "strike") or on(properties, "dstrike") else Mark.NONE
    return Looks(
        marks=marks,
        size=_size(properties.get("sz", "")),
        caps=on(properties, "caps") or on(properties, "smallCaps"),
        hidden=on(properties, "vanish"),
        color=properties.get("color", ""),
        fill=properties.get("shd", ""),
        signs=bool(_SIGN_FONTS.match(properties.get("rFonts", ""))),
    )


def properties_of(element: Element | None) -> dict[str, str]:
    """The children of `w:rPr` or `w:pPr` that say how something looks or what it is."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        name = child.tag.removeprefix(W)
        if name == "rFonts":
            found[name] = child.get(f"{W}ascii") or child.get(f"{W}hAnsi") or ""
        elif name == "shd":
            found[name] = _fill(child)
        elif name == "highlight":
            found["shd"] = child.get(VAL, "")
        elif name == "ind":
            found[name] = child.get(f"{W}left") or child.get(f"{W}start") or "0"
        elif name == "pBdr":
            found[name] = "1" if any(_is_line(edge) for edge in child) else "0"
        elif name == "numPr":
            found |= {
                part.tag.removeprefix(W): part.get(VAL, "0")
                for part in child
                if part.tag in (f"{W}numId", f"{W}ilvl")
            }
        elif name in _TOGGLES:
            found[name] = child.get(VAL, "1")
        elif child.get(VAL) is not None:
            found[name] = child.get(VAL)
    return found


def _fill(shading: Element) -> str:
    fill = str(shading.get(f"{W}fill") or "")
    if fill in ("", "auto") and shading.get(f"{W}themeFill"):
        return "theme"
    # A pattern ("solid", "pct50") covers the fill with its own colour.
    pattern = shading.get(VAL, "clear")
    return fill if pattern in ("clear", "nil") else "pattern"


def _is_line(edge: Element) -> bool:
    top_or_bottom = edge.tag in (f"{W}top", f"{W}bottom")
    return top_or_bottom and edge.get(VAL, "none") not in ("none", "nil")


@dataclass
class Styles:
    """The styles of one file, and its lists. Either part may be missing."""

    _paragraph: dict[str, tuple[dict[str, str], dict[str, str]]] = field(default_factory=dict)
    _named: dict[str, Element] = field(default_factory=dict)
    _default: dict[str, str] = field(default_factory=dict)
    _default_style: str = ""
    _formats: dict[tuple[str, str], str] = field(default_factory=dict)
    _runs: dict[str, Looks] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """Read the parts `styles.xml` and `numbering.xml`."""
        made = cls()
        if styles is not None:
            defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            made._default = properties_of(defaults)
            for style in styles.iter(f"{W}style"):
                identifier = style.get(f"{W}styleId", "")
                made._named.setdefault(identifier, style)
                default = style.get(f"{W}default") in ("1", "true", "on")
                if default and style.get(f"{W}type") == "paragraph":
                    made._default_style = identifier
        if numbering is not None:
            made._formats = _formats(numbering)
        return made

    def name(self, identifier: str) -> str:
        """What a style is called, in English where it is one of Word's own."""
        style = self._named.get(identifier)
        name = style.find(f"{W}name") if style is not None else None
        return str(name.get(VAL, "")) if name is not None else identifier

    def paragraph(self, identifier: str | None) -> tuple[dict[str, str], dict[str, str]]:
        """The paragraph's and the run's properties of a paragraph style, defaults included."""
        key = identifier or self._default_style
        if key not in self._paragraph:
            paragraph: dict[str, str] = {}
            run = dict(self._default)
            for style in reversed(self._chain(key)):
                paragraph |= properties_of(style.find(f"{W}pPr"))
                run |= properties_of(style.find(f"{W}rPr"))
            self._paragraph[key] = paragraph, run
        return self._paragraph[key]

    def run(self, identifier: str) -> dict[str, str]:
        """The properties of a character style."""
        found: dict[str, str] = {}
        for style in reversed(self._chain(identifier)):
            found |= properties_of(style.find(f"{W}rPr"))
        return found

    def heading_level(self, identifier: str | None, properties: Properties) -> int:
        """1 for a title, 2 for a heading of Word's first level, and so on; 0 for none."""
        for style in self._chain(identifier or ""):
            name = self.name(style.get(f"{W}styleId", ""))
            if name.casefold() == "title":
                return 1
            if match := _HEADING.match(name):
                return int(match[1]) + 1
        level = properties.get("outlineLvl")
        return whole(level) + 2 if level is not None and 0 <= whole(level, 9) < 9 else 0

    def list_depth(self, identifier: str | None, properties: Properties) -> int:
        """How many lists are around a paragraph: 1 for an outer bullet, 0 for no list."""
        number = properties.get("numId", "0")
        level = properties.get("ilvl", "0")
        named = _LIST.match(self.name(identifier or ""))
        if self._formats.get((number, level)) == "none":
            return 0
        if named and named[1] and level == "0":
            return min(int(named[1]), 9)
        listed = whole(number) > 0
        return min(max(whole(level), 0), 8) + 1 if listed else 0

    def continues_item(self, identifier: str | None) -> bool:
        """Whether a style is that of a further paragraph of a list's item."""
        return bool(_CONTINUED.match(self.name(identifier or "")))

    def _chain(self, identifier: str) -> list[Element]:
        """A style and what it is based on, the nearest first; loops end."""
        chain: list[Element] = []
        while identifier in self._named and len(chain) < _MAX_BASES:
            style = self._named[identifier]
            if style in chain:
                break
            chain.append(style)
            based = style.find(f"{W}basedOn")
            identifier = based.get(VAL, "") if based is not None else ""
        return chain


def _formats(numbering: Element) -> dict[tuple[str, str], str]:
    """The format ("bullet", "decimal", "none") of each list and level."""
    abstract: dict[str, dict[str, str]] = {}
    for one in numbering.iter(f"{W}abstractNum"):
        levels = abstract.setdefault(one.get(f"{W}abstractNumId", ""), {})
        for level in one.iter(f"{W}lvl"):
            number_format = level.find(f"{W}numFmt")
            shown = number_format.get(VAL, "") if number_format is not None else ""
            levels[level.get(f"{W}ilvl", "0")] = shown
    found: dict[tuple[str, str], str] = {}
    for number in numbering.iter(f"{W}num"):
        pointed = number.find(f"{W}abstractNumId")
        levels = abstract.get(pointed.get(VAL, ""), {}) if pointed is not None else {}
        for level, shown in levels.items():
            found[number.get(f"{W}numId", ""), level] = shown
    return found
