"""JSON with places: every value knows where it stands in the file."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.errors import ResumeFileError
from ingest.resume import Span

Json = Any


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value, its key if it is a member of an object, and its places in the file."""

    document: JsonDocument
    pointer: str
    value: Json

    @property
    def key(self) -> str:
        """The member's name, or the item's index."""
        return self.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")

    def get(self, *names: str) -> Node | None:
        """The first member of these names that holds something."""
        if isinstance(self.value, dict):
            for name in names:
                if not empty(self.value.get(name)):
                    return self._member(name)
        return None

    def members(self) -> Iterator[Node]:
        """The members of an object, or the items of an array, that hold something."""
        if isinstance(self.value, dict):
            for name, value in self.value.items():
                if not empty(value):
                    yield self._member(name)
        elif isinstance(self.value, list):
            for at, value in enumerate(self.value):
                if not empty(value):
                    yield Node(self.document, f"{self.pointer}/{at}", value)

    def items(self) -> list[Node]:
        """The items of an array; what should be an array and is not counts as its only item."""
        if isinstance(self.value, list):
            return list(self.members())
        return [] if empty(self.value) else [self]

    def _member(self, name: str) -> Node:
        escaped = name.replace("~", "~0").replace("/", "~1")
        return Node(self.document, f"{self.pointer}/{escaped}", self.value[name])

    @property
    def text(self) -> str:
        """A scalar as visible words, white space folded."""
        value = self.value
        if isinstance(value, bool):
            return "yes" if value else "no"
        return " ".join(str(value).split())

    def span(self) -> Span:
        """From the key (for a member of an object) to the end of the value."""
        place = self.document.places[self.pointer]
        start = place.key_start.position if place.key_start else place.value_start.position
        return self.document.span(start, place.value_end.position, self.pointer)

    def value_span(self) -> Span:
        """The value alone, without the quote marks of a string."""
        place = self.document.places[self.pointer]
        start, end = place.value_start.position, place.value_end.position
        quoted = isinstance(self.value, str)
        return self.document.span(start + quoted, end - quoted, self.pointer)

    def slices(self) -> tuple[str, list[int]]:
        """A string's characters and, for each and the end, its offset in the file (escapes!)."""
        span = self.value_span()
        raw = self.document.text[span.start : span.end]
        plain: list[str] = []
        offsets: list[int] = []
        at = 0
        while at < len(raw):
            size = 1 if raw[at] != "\\" else (6 if raw[at + 1 : at + 2] == "u" else 2)
            if size == 6 and raw[at + 2 : at + 3] in "dD" and raw[at + 6 : at + 8] == "\\u":
                size = 12 if raw[at + 3 : at + 4] in "89abAB" else 6
            piece = json.loads(f'"{raw[at : at + size]}"', strict=False) if size > 1 else raw[at]
            plain += piece
            offsets += [span.start + at] * len(piece)
            at += size
        return "".join(plain), [*offsets, span.end]


@dataclass(frozen=True)
class JsonDocument:
    """A parsed file: its text, its root, and the place of every value by JSON pointer."""

    text: str
    places: dict[str, Any]
    line_starts: list[int]
    value: Json

    @property
    def root(self) -> Node:
        """The outermost value."""
        return Node(self, "", self.value)

    def span(self, start: int, end: int, pointer: str | None = None) -> Span:
        """A span with its lines."""
        first = bisect_right(self.line_starts, start)
        last = bisect_right(self.line_starts, max(start, end - 1))
        return Span(start, end, first, last, pointer=pointer)


def empty(value: Json) -> bool:
    """Whether a value holds no visible word."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(empty(inner) for inner in value.values())
    if isinstance(value, list):
        return all(empty(inner) for inner in value)
    return value is None


def parse(text: str, file_name: str) -> JsonDocument:
    """Parse JSON and find every value's place. Raises `ResumeFileError` naming line and column."""
    # The place finder is needed for JSON only; Markdown readers should not pay for its import.
    import json_source_map

    try:
        value = json.loads(text)
        places = json_source_map.calculate(text)
    except json.JSONDecodeError as error:
        raise ResumeFileError(
            f"{file_name}, line {error.lineno}, column {error.colno} is not valid JSON:"
            f" {error.msg}."
        ) from error
    except RecursionError as error:
        raise ResumeFileError(f"{file_name} is nested too deeply to be a resume.") from error
    except Exception as error:  # the library's own errors derive from Exception alone
        raise ResumeFileError(f"{file_name} is not valid JSON: {error}.") from error
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return JsonDocument(text, places, starts, value)
