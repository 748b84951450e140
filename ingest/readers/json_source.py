"""JSON with places: every value knows where it stands in the file.

The standard library says whether a text is JSON and reads its strings; what it does not tell is
where each value stands, which the small scanner here adds. It keeps both of two members with the
same name, and numbers as they are written.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from ingest.errors import ResumeFileError
from ingest.resume import Span

#: Deeper nesting than this is no resume; it keeps the recursion within Python's own limit.
_MAX_DEPTH = 60

#: Control characters in strings are no JSON, but they do occur.
_DECODER = json.JSONDecoder(strict=False)
_BLANKS = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)
#: What no reader sees: control characters, and halves of characters that cannot be written out.
_UNSEEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ") | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)
#: Members that are pictures, not words.
PICTURES = frozenset({"image", "picture", "photo", "avatar"})


class Kind(Enum):
    """What a JSON value is; `SCALAR` is a number or a boolean."""

    OBJECT = "object"
    ARRAY = "array"
    STRING = "string"
    SCALAR = "scalar"
    NULL = "null"


@dataclass(frozen=True)
class JsonText:
    """The file's text and where its lines start."""

    text: str
    line_starts: list[int] = field(repr=False)

    def span(self, start: int, end: int, pointer: str) -> Span:
        """A span with its lines."""
        first = bisect_right(self.line_starts, start)
        last = bisect_right(self.line_starts, max(start, end - 1))
        return Span(start, end, first, last, pointer=pointer)


@dataclass(frozen=True)
class Node:
    """A JSON value at `source.text[start:end]`, with its key if it is a member of an object.

    `words` are a scalar's characters; `children` an array's items or an object's members.
    """

    source: JsonText = field(repr=False)
    kind: Kind
    pointer: str
    start: int
    end: int
    key: str = ""
    key_start: int | None = None
    key_end: int | None = None
    words: str = ""
    children: tuple[Node, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether the value holds no visible word; a picture holds none."""
        if folded(self.key) in PICTURES:
            return True
        if self.kind in (Kind.OBJECT, Kind.ARRAY):
            return all(child.blank for child in self.children)
        return not self.words.strip()

    @property
    def text(self) -> str:
        """A scalar as visible words, white space folded; "" for an array or object."""
        if self.kind is Kind.SCALAR:
            return {"true": "yes", "false": "no"}.get(self.words, self.words)
        return " ".join(self.words.split())

    @property
    def scalar(self) -> bool:
        """Whether the value is neither array nor object."""
        return self.kind not in (Kind.OBJECT, Kind.ARRAY)

    def get(self, *names: str) -> Node | None:
        """An object's member of the first of these names (`folded`) that holds something."""
        if self.kind is not Kind.OBJECT:
            return None
        members = {folded(child.key): child for child in reversed(self.children) if not child.blank}
        return next((members[name] for name in names if name in members), None)

    def members(self) -> Iterator[Node]:
        """The members or items that hold something."""
        return (child for child in self.children if not child.blank)

    def items(self) -> list[Node]:
        """An array's items; what should be an array and is not counts as its only item."""
        if self.kind is Kind.ARRAY:
            return list(self.members())
        return [] if self.blank else [self]

    def span(self) -> Span:
        """From the key, if there is one, to the end of the value."""
        start = self.start if self.key_start is None else self.key_start
        return self.source.span(start, self.end, self.pointer)

    def key_span(self) -> Span:
        """The key of a member alone, with its quote marks."""
        start, end = self.key_start or self.start, self.key_end or self.start
        return self.source.span(start, end, self.pointer)

    def inner_span(self) -> Span:
        """What is inside the quote marks, braces or brackets, without blanks at either end."""
        if self.kind in (Kind.OBJECT, Kind.ARRAY):
            spans = [child.span() for child in self.members()]
            return self.source.span(spans[0].start, spans[-1].end, self.pointer)
        quoted = self.kind is Kind.STRING
        return self.source.span(self.start + quoted, self.end - quoted, self.pointer)

    def part_span(self, start: int, end: int) -> Span:
        """Where the characters `words[start:end]` stand, escapes and all."""
        offsets = self._offsets
        return self.source.span(offsets[start], offsets[end], self.pointer)

    @cached_property
    def _offsets(self) -> list[int]:
        """For each character of `words`, and the end, its offset in the file."""
        whole = self.inner_span()
        raw = self.source.text[whole.start : whole.end]
        offsets: list[int] = []
        at = 0
        for escape in _ESCAPE.finditer(raw):
            offsets += range(whole.start + at, whole.start + escape.start())
            offsets.append(whole.start + escape.start())
            at = escape.end()
        return [*offsets, *range(whole.start + at, whole.end + 1)]


def folded(key: str) -> str:
    """A key without case and separators: `start_date` and `startDate` are one name."""
    return re.sub(r"[\W_]", "", key).casefold()


def parse(text: str, file_name: str) -> Node:
    """The root of a JSON text. Raises `ResumeFileError` naming line and column."""
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ResumeFileError(
            f"{file_name}, line {error.lineno}, column {error.colno} is not valid JSON:"
            f" {error.msg}; correct it there."
        ) from error
    except RecursionError as error:
        raise _too_deep(file_name) from error
    except ValueError as error:  # a number beyond what Python converts
        raise ResumeFileError(
            f"{file_name} holds a number of thousands of digits; correct it."
        ) from error
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    return _Scanner(JsonText(text, starts), file_name).value(_skip(text, 0), "", 0)


def _too_deep(file_name: str) -> ResumeFileError:
    return ResumeFileError(
        f"{file_name} nests lists and objects too deeply to be a resume; check the file."
    )


def _skip(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


class _Key(NamedTuple):
    words: str
    start: int | None
    end: int | None


@dataclass(frozen=True)
class _Scanner:
    """Walks a text that is known to be JSON."""

    source: JsonText
    file_name: str

    def value(self, at: int, pointer: str, depth: int, key: _Key | None = None) -> Node:
        """The value that starts at this offset."""
        if depth > _MAX_DEPTH:
            raise _too_deep(self.file_name)
        text = self.source.text
        kind, words = Kind.SCALAR, ""
        children: tuple[Node, ...] = ()
        if text[at] == "{":
            kind = Kind.OBJECT
            children, end = self._children(at, pointer, depth, "}")
        elif text[at] == "[":
            kind = Kind.ARRAY
            children, end = self._children(at, pointer, depth, "]")
        elif text[at] == '"':
            kind = Kind.STRING
            words, end = self._string(at)
        else:
            match = _SCALAR.match(text, at)
            words, end = (match.group(), match.end()) if match else ("", at)
            kind, words = (Kind.NULL, "") if words == "null" else (kind, words)
        named = key or _Key("", None, None)
        return Node(
            self.source, kind, pointer, at, end,
            named.words, named.start, named.end, words, children,
        )  # fmt: skip

    def _children(
        self, at: int, pointer: str, depth: int, closing: str
    ) -> tuple[tuple[Node, ...], int]:
        text = self.source.text
        found: list[Node] = []
        at = _skip(text, at + 1)
        while text[at] != closing:
            key, name = None, str(len(found))
            if closing == "}":
                name, after = self._string(at)
                key = _Key(name, at, after)
                at = _skip(text, _skip(text, after) + 1)  # over the colon
            below = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            node = self.value(at, below, depth + 1, key)
            found.append(node)
            at = _skip(text, node.end)
            if text[at] == ",":
                at = _skip(text, at + 1)
        return tuple(found), at + 1

    def _string(self, at: int) -> tuple[str, int]:
        words: str
        words, end = _DECODER.raw_decode(self.source.text, at)
        return words.translate(_UNSEEN), end
