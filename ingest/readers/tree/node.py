"""A tree of values that know where they stand: what JSON and YAML have in common.

A producer (`json_source`, `yaml_source`) makes the tree from a file; whatever understands resumes
(`tree_*`) knows the tree alone, so that each schema is read the same in both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache

from ingest.resume import Span

#: Deeper nesting than this is no resume; it keeps the recursion within Python's own limit.
MAX_DEPTH = 60
#: More values than this are no resume; to understand as many takes some seconds.
MAX_VALUES = 30_000
#: What no reader sees: control characters, and halves of characters that cannot be written out.
UNSEEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ") | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)
#: Members that are pictures, not words.
_PICTURES = frozenset(
    "image picture photo avatar logo thumbnail favicon imageurl logourl photourl".split()
)
#: Members that name a picture of a font, or a place in a page; not where they hold several words.
_NAMES = frozenset("icon icons fontawesomeicon faicon biicon iconclass id uuid uid slug".split())
#: One word, or the classes of a picture in a font ("fa-solid fa-hat").
_CODE = re.compile(r"\S*|(?:fa|bi|mdi|icon)[\w-]*(?: [\w-]+)*")
#: What is to be filled in: by a template of Liquid or Jinja, or by who took over an example.
_PLACEHOLDER = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"
    # Or in words: "(Your City)", "<your phone number>".
    r"|[\[(<{]\s*your\s[^\[\]()<>{}]{1,40}[\])>}]"
    # Or it is left empty by a dash, where a form wants something.
    r"|[-–—]+",
    re.IGNORECASE,
)
_YES, _NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_SAID = {"true": "yes", "false": "no"}


class Kind(Enum):
    """What a value is; `SCALAR` is a number or a boolean."""

    OBJECT = "object"
    ARRAY = "array"
    STRING = "string"
    SCALAR = "scalar"
    NULL = "null"


@dataclass(frozen=True, eq=False)
class TreeText:
    """The file's text, where its lines start, and how its format writes a scalar."""

    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]

    def span(self, start: int, end: int, pointer: str) -> Span:
        """A span with its lines."""
        first = bisect_right(self.line_starts, start)
        last = bisect_right(self.line_starts, max(start, end - 1))
        return Span(start, end, first, last, pointer=pointer)

    def inside(self, node: Node) -> tuple[int, int]:
        """Where a scalar's words begin and end, without quote marks and the like."""
        raise NotImplementedError

    def places(self, node: Node) -> list[int]:
        """For each character of a scalar's words, and the end, its offset in the file."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Node:
    """A value at `source.text[start:end]`, with its key if it is a member of an object.

    `words` are a scalar's characters; `children` an array's items or an object's members.
    `tag` is what YAML may write before a value (`!private`). A `titled` one has for its key words
    that are shown as they are, as in `{name: Full Name, value: Ada Wren}`. No two nodes are equal.
    """

    source: TreeText = field(repr=False)
    kind: Kind
    pointer: str
    start: int
    end: int
    key: str = ""
    key_start: int | None = None
    key_end: int | None = None
    words: str = ""
    children: tuple[Node, ...] = ()
    tag: str = ""
    titled: bool = False

    @cached_property
    def blank(self) -> bool:
        """Whether the value holds no visible word; a picture or a template's place holds none."""
        name = folded(self.key)
        if name in _PICTURES or (name in _NAMES and self.scalar and _CODE.fullmatch(self.text)):
            return True
        if self.kind in (Kind.OBJECT, Kind.ARRAY):
            return all(child.blank for child in self.children)
        return not self.words.strip() or bool(_PLACEHOLDER.fullmatch(self.words.strip()))

    @property
    def text(self) -> str:
        """A scalar as visible words, white space folded; "" for an array or object."""
        if self.kind is Kind.SCALAR:
            return _SAID.get(self.words.casefold(), self.words)
        return " ".join(self.words.split())

    @property
    def scalar(self) -> bool:
        """Whether the value is neither array nor object."""
        return self.kind not in (Kind.OBJECT, Kind.ARRAY)

    @property
    def boolean(self) -> bool | None:
        """True or false where the value says so, as YAML 1.1 or a string may, too."""
        said = self.words.strip().casefold()
        if not self.scalar or said not in _YES | _NO:
            return None
        return said in _YES

    def get(self, *names: str) -> Node | None:
        """An object's member of the first of these names (`folded`) that holds something."""
        if self.kind is not Kind.OBJECT:
            return None
        members = self._named
        return next((members[name] for name in names if name in members), None)

    @cached_property
    def _named(self) -> dict[str, Node]:
        return {folded(child.key): child for child in reversed(self.children) if not child.blank}

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
        return self.source.span(min(start, self.start), self.end, self.pointer)

    def key_span(self) -> Span:
        """The key of a member alone, with its quote marks."""
        start = self.start if self.key_start is None else self.key_start
        end = self.start if self.key_end is None else self.key_end
        return self.source.span(start, end, self.pointer)

    def inner_span(self) -> Span:
        """What is inside the quote marks, braces or brackets, without blanks at either end."""
        if self.scalar:
            return self.source.span(*self.source.inside(self), self.pointer)
        spans = [child.span() for child in self.members()]
        return self.source.span(spans[0].start, spans[-1].end, self.pointer)

    def part_span(self, start: int, end: int) -> Span:
        """Where the characters `words[start:end]` stand, escapes and all."""
        offsets = self._offsets
        return self.source.span(offsets[start], offsets[end], self.pointer)

    @cached_property
    def _offsets(self) -> list[int]:
        return self.source.places(self)


@lru_cache(maxsize=2048)
def folded(key: str) -> str:
    """A key without case and separators: `start_date` and `startDate` are one name."""
    return re.sub(r"[\W_]", "", key).casefold()


def below(pointer: str, name: str) -> str:
    """The RFC 6901 pointer of a member or item of what `pointer` names."""
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
