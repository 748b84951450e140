"""How the elements of a page are shown, and whether they are: styles, attributes, usual classes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tinycss2.color4 import parse_color

from ingest.readers.block_builder import HEADING_LEVELS
from ingest.readers.contrast import WHITE, Color, unreadable
from ingest.readers.html.style import Declared, Styles
from ingest.readers.html.tree import Node, Words
from ingest.readers.html.walker import NEVER_SHOWN

#: Why something is not seen. What is hidden by its looks is told to the owner at once, what is
#: merely not displayed where it is more than a few words that stand nowhere else.
NOT_SHOWN, OUTSIDE, TINY, TRANSPARENT, UNREADABLE, FOR_MACHINES, ICON, MARKUP = (
    "hidden", "off the page", "tiny", "transparent", "in the colour of the page",
    "for screen readers", "icon", "markup",
)  # fmt: skip

#: In pixels. The smallest that anybody prints is 6.
_TINY = 4.0
_ROOT_SIZE = 16.0
_FAR = -400.0
#: No word at all, initials, or the name of a picture ("arrow_forward").
_ICON_WORDS = r"[\W_]*(?:\w{1,2}|[a-z]+(?:_[a-z]+)*)?[\W_]*"
_ICON = re.compile(r"icon|glyph|avatar|emoji|symbol|anchor|permalink|headerlink")
_MAX_ICON_PIECES = 50
_CONTROLS = frozenset("button input progress meter dialog".split())
# Names of frameworks and themes; where one of _AGAIN stands beside _NOT, wide screens show it.
_NOT = re.compile(
    r"^(?:d-none|hidden|hide|is-hidden|invisible|no-?display|no-js|print-only|only-print|"
    r"visible-print(?:-\w+)?|d-print-(?:block|inline|flex))$"
)
_AGAIN = re.compile(r"^(?:(?:sm|md|lg|xl|2xl|xxl):|d-(?:sm|md|lg|xl|xxl)-)"
                    r"(?:block|flex|inline|grid|contents|table)")  # fmt: skip
_MACHINES = re.compile(r"^(?:sr-only|visually-?hidden|screen-?reader(?:s|-text|-only)?|a11y-hidden|"
                       r"u-hidden-visually|offscreen)$")  # fmt: skip
_PICTURE_FONT = re.compile(r"^(?:material-(?:icons|symbols)|icon-?font|glyphicon)", re.IGNORECASE)
_DARK = re.compile(
    r"dark|black|hero|banner|bg-|primary|header|footer|nav|jumbotron|masthead|cover|sidebar|badge|"
    r"tag|chip|label|btn|button|overlay|inverse|ribbon|highlight"
)
_BOLD = re.compile(
    r"^(?:t-|fw-|font-|font-weight-|text-|is-|has-text-weight-)?(?:bold|semibold|strong)$"
)
_LENGTH = re.compile(r"^(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?P<unit>px|pt|em|rem|%|vw|vh|ch)?$")
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": _ROOT_SIZE, "vw": 12.0, "vh": 8.0, "": 1.0}
_KEYWORDS = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How an element is shown. `ground` is None where it is not known.

    `row`: its children stand side by side. `beside`: it stands apart from what is before it.
    `inline`: it is in the line, though its tag would begin a block; `block`: the reverse. `boxed`:
    room is left around it. `column`:
    its children stand below each other, whatever their tags. `told`: styles of the page say
    something of it. `kept`: line breaks in it are kept.
    """

    size: float = _ROOT_SIZE
    bold: bool = False
    italic: bool = False
    color: Color | None = (0, 0, 0)
    clear: bool = False
    ground: Color | None = WHITE
    row: bool = False
    beside: bool = False
    inline: bool = False
    boxed: bool = False
    block: bool = False
    column: bool = False
    told: bool = False
    kept: bool = False


def look_at(root: Node, styles: Styles) -> dict[int, Look]:
    """The look of every element; marks what is not seen as hidden."""
    looks: dict[int, Look] = {}
    waiting: list[tuple[Node, Look, Node | None]] = [(root, Look(), None)]
    while waiting:
        node, around, following = waiting.pop()
        declared = styles.of(node)
        look = _look(node, declared, around)
        looks[id(node)] = look
        node.hidden = _hidden(node, declared, following)
        reason = _unseen(look)
        for child in node.children:
            if isinstance(child, Words):
                child.hidden = reason
        waiting += [(one, look, after) for one, after in pairwise([*node.elements, None]) if one]
    return looks


# --- hidden elements ----------------------------------------------------------------------------


def _hidden(node: Node, declared: Declared, following: Node | None) -> str:
    attributes = node.attributes
    if node.tag in NEVER_SHOWN or node.tag in _CONTROLS:
        return MARKUP
    if any(_PICTURE_FONT.match(name) for name in node.classes):
        return ICON
    if "hidden" in attributes or declared.get("display") == "none":
        return NOT_SHOWN
    if declared.get("visibility") in ("hidden", "collapse"):
        return NOT_SHOWN
    classes = node.classes
    if any(_MACHINES.match(name) for name in classes):
        return FOR_MACHINES
    if any(map(_NOT.match, classes)) and not any(map(_AGAIN.match, classes)):
        return "" if declared.get("display") else NOT_SHOWN
    if attributes.get("aria-hidden") == "true" and _is_icon(node, following):
        return ICON
    return _out_of_sight(declared)


def _is_icon(node: Node, following: Node | None) -> bool:
    """Whether what screen readers skip is a sign.

    Some sites mark the words that are seen so, and have them again for screen readers alone.
    """
    words = node.text(all_words=True, most=_MAX_ICON_PIECES)
    if following is not None and any(_MACHINES.match(name) for name in following.classes):
        return not any(map(str.isalnum, words))
    named = node.tag in ("i", "svg") or any(map(_ICON.search, node.classes))
    return named or re.fullmatch(_ICON_WORDS, words) is not None


def _out_of_sight(declared: Declared) -> str:
    moves = any(name in declared for name in ("animation", "animation-name", "transition"))
    opacity = _number(declared.get("opacity", ""))
    if opacity is not None and opacity < 0.05 and not moves:
        return TRANSPARENT
    placed = declared.get("position") in ("absolute", "fixed")
    sides = ("left", "top", "right", "text-indent") if placed else ("text-indent", "margin-left")
    for side in sides:
        length = _length(declared.get(side, ""), _ROOT_SIZE)
        if length is not None and length <= _FAR:
            return OUTSIDE
    clipped = "rect(0" in declared.get("clip", "") or "inset(50%" in declared.get("clip-path", "")
    small = any(_length(declared.get(side, ""), 16) in (0.0, 1.0) for side in ("width", "height"))
    if (placed and clipped) or (small and declared.get("overflow") == "hidden"):
        return FOR_MACHINES if placed else NOT_SHOWN
    return ""


def _unseen(look: Look) -> str:
    """Why words directly inside an element are not seen."""
    if look.size < _TINY:
        return TINY
    if look.clear:
        return TRANSPARENT
    if look.color and look.ground and unreadable(look.color, look.ground):
        return UNREADABLE
    return ""


# --- looks --------------------------------------------------------------------------------------


def _look(node: Node, declared: Declared, around: Look) -> Look:
    look = replace(
        around, row=False, beside=False, inline=False, block=False, column=False, boxed=False,
        told=bool(declared), bold=around.bold or any(map(_BOLD.match, node.classes)),
    )  # fmt: skip
    if node.tag in HEADING_LEVELS:
        look = replace(look, size=max(look.size, _ROOT_SIZE))
    if node.tag == "pre":
        look = replace(look, kept=True)
    dark = any(map(_DARK.search, node.names)) or node.tag in ("header", "footer", "nav", "mark")
    ground = None if dark else look.ground
    if not declared:
        return replace(look, ground=ground)
    weight = declared.get("font-weight", declared.get("font", ""))
    slant = declared.get("font-style", declared.get("font", ""))
    display = declared.get("display", "")
    spaces = declared.get("white-space", "")
    filled = declared.get("-webkit-text-fill-color") or "text" in (
        declared.get("background-clip"), declared.get("-webkit-background-clip"),
    )  # fmt: skip
    color, clear = _color(declared.get("color", ""), look)
    return replace(
        look,
        size=_size(declared.get("font-size", ""), around.size),
        bold=_is_bold(weight, look.bold),
        italic=slant.startswith(("italic", "oblique")) or (look.italic and not slant),
        color=None if filled else color,
        clear=clear and not filled,
        ground=_ground(declared, ground),
        row=_is_row(declared),
        beside=declared.get("float") == "right" or declared.get("position") == "absolute",
        inline=display.startswith("inline"),
        boxed=any(name in declared for name in ("padding", "margin", "margin-left")),
        block=display in ("block", "flex", "grid", "list-item", "table"),
        column=display.endswith("flex") and not _is_row(declared),
        kept=spaces.startswith("pre") if spaces else look.kept,
    )


def _is_row(declared: Declared) -> bool:
    display = declared.get("display", "")
    if display.endswith("flex"):
        flow = declared.get("flex-direction", "") + declared.get("flex-flow", "")
        return "column" not in flow
    columns = declared.get("grid-template-columns", "")
    return display.endswith("grid") and len(columns.split()) > 1


def _is_bold(weight: str, before: bool) -> bool:
    found = re.search(r"\b(?P<word>bold|bolder|normal|lighter)\b|^(?P<number>\d{3})\b", weight)
    if found is None:
        return before
    if found["number"]:
        return int(found["number"]) >= 600
    return found["word"].startswith("bold")


def _color(value: str, look: Look) -> tuple[Color | None, bool]:
    """The colour of words, and whether it is none at all."""
    if not value or value in ("inherit", "unset", "currentcolor"):
        return look.color, look.clear
    return _parsed(value)


def _parsed(value: str) -> tuple[Color | None, bool]:
    try:
        found = parse_color(value)
        if found is None or isinstance(found, str):
            return None, False
        parts = found.to("srgb")
        red, green, blue = (max(0, min(255, round(255 * part))) for part in parts[:3])
    except (ValueError, TypeError, NotImplementedError, ZeroDivisionError, RecursionError):
        return None, False
    return (red, green, blue), found.alpha < 0.05


def _ground(declared: Declared, behind: Color | None) -> Color | None:
    image = declared.get("background-image", "none")
    value = declared.get("background-color") or declared.get("background", "")
    if image != "none" or re.search(r"gradient|url\(|var\(", value):
        return None
    if not value or value in ("none", "inherit", "transparent", "initial"):
        return behind
    for part in value.split() if "(" not in value else [value]:
        color, clear = _parsed(part)
        if clear:
            return behind
        if color is not None:
            return color
    return None


def _size(value: str, around: float) -> float:
    if value in _KEYWORDS:
        return _KEYWORDS[value]
    if value in ("smaller", "larger"):
        return around * (0.85 if value == "smaller" else 1.2)
    length = _length(value, around)
    return around if length is None else length


def _length(value: str, size: float) -> float | None:
    """A length in pixels; `size` is what `em` and `%` are of. None where it is none."""
    match = _LENGTH.match(value)
    if match is None:
        return None
    unit = match["unit"] or ""
    number = float(match["number"][:12])
    if unit in ("em", "%", "ch"):
        return number * size / (100 if unit == "%" else 1)
    return number * _UNITS[unit]


def _number(value: str) -> float | None:
    match = re.fullmatch(r"(\d*\.?\d+)(%?)", value)
    return float(match[1][:12]) / (100 if match[2] else 1) if match else None
