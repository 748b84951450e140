"""The inside of a paragraph: runs, fields, links and changes become words with their looks.

Changes are taken as accepted: what was inserted or moved here stands, what was deleted or moved
away does not. Fields show their result, but page numbers are none of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ingest.readers.contrast import WHITE, Color, from_hex, unreadable
from ingest.readers.docx.model import Box, Content, Paragraph, Words
from ingest.readers.docx.package import Element, Relation
from ingest.readers.docx.styles import (
    PLAIN,
    VAL,
    Looks,
    Properties,
    Styles,
    W,
    looks_of,
    properties_of,
)
from ingest.readers.unseen import seen

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

#: What only groups what stands in it.
TRANSPARENT = frozenset(
    f"{W}{name}" for name in "ins moveTo smartTag customXml dir bdo sdtContent rubyBase".split()
)
_SHAPES = frozenset(f"{W}{name}" for name in "drawing pict object".split())
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_NO_RESULT = _PAGE_NUMBERS | {"TOC", "INDEX", "MACROBUTTON"}
_LINK = re.compile(r"\bHYPERLINK\s+(?:\\[a-z]\s+)*\"(?P<target>[^\"]*)\"")
#: The glyphs of Symbol and Wingdings that serve as bullets; others are pictures.
_BULLET_SIGNS = frozenset("\xb7\xa7\xd8\xfc\x76\xa8\x71\x6e\x6c\x9f\xa4")
_BULLET = "•"
#: In points. Footnotes have 6 or more.
_TINY = 4.0
#: What stands behind words: a colour, or None where a picture or style that is not followed may.
Ground = Color | None


@dataclass
class _Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def name(self) -> str:
        return (self.instruction.split() or [""])[0].upper()

    @property
    def target(self) -> str | None:
        link = _LINK.search(self.instruction)
        return link["target"] if link else None


@dataclass
class Inline:
    """Reads the paragraphs of one part. Fields may begin in one paragraph and end in another.

    `boxes_of` gives the text boxes of a drawing, `notes` the text of each footnote by identifier.
    """

    styles: Styles
    relations: Mapping[str, Relation]
    boxes_of: Callable[[Element, Ground, Paragraph], list[Box]]
    notes: Callable[[Element], Content]
    _fields: list[_Field] = field(default_factory=list)
    _looks: dict[tuple[str, str, tuple[tuple[str, str], ...]], Looks] = field(default_factory=dict)

    def read(self, element: Element, into: Paragraph, ground: Ground, shading: str) -> None:
        """Add the words of a `w:p`; `shading` is the paragraph's own ground, "" for none."""
        _Pass(self, into, ground, shading).children(element, None)

    def looks(self, style: str, properties: Element | None) -> Looks:
        """How a run in a paragraph of this style is shown."""
        own = properties_of(properties)
        named = own.get("rStyle", "")
        key = style, named, tuple(own.items())
        if key not in self._looks:
            self._looks[key] = looks_of({**self.styles.paragraph(style)[1],
                                         **(self.styles.run(named) if named else {}),
                                         **own})  # fmt: skip
        return self._looks[key]

    @property
    def fields(self) -> list[_Field]:
        """The fields that are open, the outermost first."""
        return self._fields


@dataclass
class _Pass:
    """One paragraph."""

    inline: Inline
    into: Paragraph
    ground: Ground
    shading: str

    def children(self, element: Element, target: str | None) -> None:
        """Read what stands in an element; `target` is where the link around it leads."""
        for child in flat(element):
            if child.tag == f"{W}r":
                self._run(child, target)
            elif child.tag == f"{W}hyperlink":
                relation = self.inline.relations.get(child.get(RELATION_ID, ""))
                leads = relation.target if relation and relation.external else target
                self.children(child, leads)
            elif child.tag == f"{W}fldSimple":
                self._simple_field(child, target)
            elif child.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
                formula = "".join(text.text or "" for text in child.iter(f"{MATH}t"))
                self._say(formula, PLAIN, target)

    def _simple_field(self, element: Element, target: str | None) -> None:
        opened = _Field(element.get(f"{W}instr", ""), result=True)
        self.inline.fields.append(opened)
        self._note_page(opened)
        self.children(element, opened.target or target)
        # What began inside of it ends with it; a stray end inside may have ended it already.
        at = next((at for at, one in enumerate(self.inline.fields) if one is opened), None)
        del self.inline.fields[at if at is not None else len(self.inline.fields) :]

    def _run(self, run: Element, target: str | None) -> None:
        looks = self.inline.looks(self.into.style, run.find(f"{W}rPr"))
        for child in flat(run):
            if child.tag == f"{W}t":
                self._say(re.sub(r"[\t\r\n]", " ", child.text or ""), looks, target)
            elif child.tag in _CHARACTERS:
                self._say(_CHARACTERS[child.tag], looks, target)
            elif child.tag == f"{W}br":
                paged = child.get(f"{W}type") in ("page", "column")
                self._say(" " if paged else "\n", looks, target)
            elif child.tag == f"{W}sym":
                self._sign(child.get(f"{W}char", ""), looks)
            elif child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and self.inline.fields:
                self.inline.fields[-1].instruction += child.text or ""
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.into.notes.append(self.inline.notes(child))
            elif child.tag == f"{W}ruby":
                base = child.find(f"{W}rubyBase")
                for inner in base.iter(f"{W}r") if base is not None else ():
                    self._run(inner, target)
            elif child.tag in _SHAPES:
                self.into.boxes += self.inline.boxes_of(child, self.ground, self.into)

    def _field(self, step: str) -> None:
        fields = self.inline.fields
        if step == "begin":
            fields.append(_Field())
        elif step == "separate" and fields:
            fields[-1].result = True
            self._note_page(fields[-1])
        elif step == "end" and fields:
            self._note_page(fields.pop())

    def _note_page(self, opened: _Field) -> None:
        self.into.paged = self.into.paged or opened.name in _PAGE_NUMBERS

    def _sign(self, code: str, looks: Looks) -> None:
        """A picture of a font of signs: at the start of a paragraph it may be a bullet."""
        try:
            sign = chr(int(code, 16) & 0xFF)
        except ValueError:
            return
        if sign in _BULLET_SIGNS and not self.into.text.strip():
            self._add(f"{_BULLET} ", looks, None)

    def _say(self, text: str, looks: Looks, target: str | None) -> None:
        fields = self.inline.fields
        if any(not one.result or one.name in _NO_RESULT for one in fields):
            return
        if looks.signs:
            for sign in text if len(text) <= 2 else "":
                self._sign(f"{ord(sign):x}", looks)
            return
        at_start = not self.into.text.strip()
        if at_start and text[:1] in ("\uf0b7", "\uf0a7"):
            text = _BULLET + text[1:]
        text = seen(text)
        reason = self._unseen(looks) if text.strip() else ""
        if reason:
            self._hide(reason, text)
            return
        linked = next((one.target for one in reversed(fields) if one.target), None)
        self._add(text, looks, linked or target)

    def _add(self, text: str, looks: Looks, target: str | None) -> None:
        last = self.into.words[-1] if self.into.words else None
        if last is not None and (last.looks, last.target) == (looks, target):
            self.into.words[-1] = Words(last.text + text, looks, target)
        elif text:
            self.into.words.append(Words(text, looks, target))

    def _unseen(self, looks: Looks) -> str:
        """Why the words cannot be seen; "" where they can."""
        if looks.hidden:
            return "hidden"
        if looks.size < _TINY:
            return "tiny"
        color = from_hex(looks.color)
        ground = _ground_of(looks.fill, _ground_of(self.shading, self.ground))
        return "in the colour of the page" if color and ground and unreadable(color, ground) else ""

    def _hide(self, reason: str, text: str) -> None:
        start = f"{reason}: "
        for at, one in enumerate(self.into.warnings):
            if one.startswith(start):
                self.into.warnings[at] = one + text
                return
        self.into.warnings.append(start + text)


def _ground_of(fill: str, behind: Ground) -> Ground:
    """The ground of words with a shading; None where its colour is not known."""
    if fill in ("", "auto", "none", "clear"):
        return behind
    return WHITE if fill == "white" else from_hex(fill)


def ground_of(properties: Properties, behind: Ground) -> Ground:
    """The ground that a table cell or paragraph gives to what stands on it."""
    return _ground_of(properties.get("shd", ""), behind)


_MAX_GROUPS = 100


def flat(element: Element, depth: int = 0) -> Iterator[Element]:
    """The children of an element, through what only groups them; of alternatives, one."""
    if depth > _MAX_GROUPS:
        return
    for child in element:
        if child.tag in TRANSPARENT:
            yield from flat(child, depth + 1)
        elif child.tag == f"{W}sdt":
            if not _is_placeholder(child):
                yield from flat(child, depth + 1)
        elif child.tag == f"{COMPATIBLE}AlternateContent":
            chosen = alternative(child)
            if chosen is not None:
                yield from flat(chosen, depth + 1)
        else:
            yield child


def _is_placeholder(control: Element) -> bool:
    """Whether a content control is not filled in, or is a table of contents."""
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return False
    waiting = properties.find(f"{W}showingPlcHdr")
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
    return contents or (waiting is not None and waiting.get(VAL, "1") not in ("0", "false"))


def alternative(element: Element) -> Element | None:
    """The branch of `mc:AlternateContent` that has words, the newer one where both have."""
    branches = [*element.findall(f"{COMPATIBLE}Choice"), *element.findall(f"{COMPATIBLE}Fallback")]
    for branch in branches:
        if next(branch.iter(f"{W}t"), None) is not None:
            return branch
    return branches[0] if branches else None
