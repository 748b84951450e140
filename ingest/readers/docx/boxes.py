"""The text boxes of a paragraph, each once, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.readers.docx.inline import COMPATIBLE, alternative
from ingest.readers.docx.model import Box, Place
from ingest.readers.docx.package import Element
from ingest.readers.docx.styles import W, whole

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FILLS = frozenset(f"{_MAIN}{name}Fill" for name in ("solid", "grad", "patt", "blip"))
_MAX_SORTED = 200


@dataclass(frozen=True, slots=True)
class Shape:
    """A text box: its `w:txbxContent`, whether it has a ground of its own, and where it is."""

    content: Element
    filled: bool
    place: Place | None


def shapes_in(element: Element) -> list[Shape]:
    """The text boxes below an element, without those inside of others, in the file's order."""
    found: list[Shape] = []
    waiting: list[tuple[Element, bool, Place | None]] = [(element, False, None)]
    while waiting:
        one, filled, place = waiting.pop()
        if one.tag == f"{W}txbxContent":
            found.append(Shape(one, filled, place))
            continue
        if one.tag == f"{COMPATIBLE}AlternateContent":
            chosen = alternative(one)
            waiting += [(chosen, filled, place)] if chosen is not None else []
            continue
        filled = filled or _is_filled(one)
        place = _place(one) if one.tag == f"{_DRAWING}anchor" else place
        waiting += [(child, filled, place) for child in reversed(one)]
    return found


def _is_filled(element: Element) -> bool:
    if element.tag == f"{_SHAPE}wsp":
        properties = element.find(f"{_SHAPE}spPr")
        own = [child.tag for child in properties] if properties is not None else []
        if f"{_MAIN}noFill" in own:
            return False
        style = element.find(f"{_SHAPE}style/{_MAIN}fillRef")
        styled = style is not None and style.get("idx", "0") != "0"
        return styled or any(tag in _FILLS for tag in own)
    if element.tag.startswith(_VML):
        return "fillcolor" in element.attrib and element.get("filled") not in ("f", "false")
    return False


def _place(anchor: Element) -> Place | None:
    size = anchor.find(f"{_DRAWING}extent")
    sides = [anchor.find(f"{_DRAWING}position{axis}") for axis in "HV"]
    offsets = [side.find(f"{_DRAWING}posOffset") if side is not None else None for side in sides]
    if size is None or any(offset is None for offset in offsets):
        return None
    left, top = (whole(offset.text) for offset in offsets if offset is not None)
    return Place(
        left=left,
        top=top,
        right=left + whole(size.get("cx")),
        bottom=top + whole(size.get("cy")),
        measured_from=tuple(str(side.get("relativeFrom")) for side in sides if side is not None),
    )


def in_reading_order(boxes: Sequence[Box]) -> list[Box]:
    """Column by column, where the boxes make columns; what spans these comes as it stands.

    The page is cut where a straight line crosses no box: upright first, else across (an XY cut).
    Boxes whose places are not known, or not measured alike, stay as they are.
    """
    places = [box.place for box in boxes if box.place is not None]
    alike = len({place.measured_from for place in places}) == 1
    if len(places) < len(boxes) or not alike or not 1 < len(boxes) <= _MAX_SORTED:
        return list(boxes)
    ordered: list[Box] = []
    waiting = [list(boxes)]
    while waiting:
        part = waiting.pop(0)
        for start, end in ((_left, _right), (_top, _bottom)):
            first, rest = _cut(part, start, end)
            if rest:
                waiting = [first, rest, *waiting]
                break
        else:
            ordered += sorted(part, key=lambda box: (_top(box), _left(box)))
    return ordered


def _cut(
    boxes: list[Box], start: Callable[[Box], int], end: Callable[[Box], int]
) -> tuple[list[Box], list[Box]]:
    """What ends before the first gap in one direction, and the rest (empty: there is no gap)."""
    boxes = sorted(boxes, key=start)
    reached = end(boxes[0])
    for at, box in enumerate(boxes):
        if at and start(box) >= reached:
            return boxes[:at], boxes[at:]
        reached = max(reached, end(box))
    return boxes, []


def _left(box: Box) -> int:
    return box.place.left if box.place else 0


def _right(box: Box) -> int:
    return box.place.right if box.place else 0


def _top(box: Box) -> int:
    return box.place.top if box.place else 0


def _bottom(box: Box) -> int:
    return box.place.bottom if box.place else 0
