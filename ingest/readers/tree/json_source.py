"""JSON as a tree with places.

The standard library says whether a text is JSON and reads its strings; what it does not tell is
where each value stands, which the small scanner here adds. It keeps both of two members with the
same name, and numbers as they are written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.errors import ResumeFileError
from ingest.readers.tree.node import MAX_DEPTH, MAX_VALUES, UNSEEN, Kind, Node, TreeText, below

#: Control characters in strings are no JSON, but they do occur.
_DECODER = json.JSONDecoder(strict=False)
_BLANKS = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")
#: A string, or a comma that nothing follows: the commonest slip of who writes JSON by hand.
_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*+"?|,(?=[ \t\n\r]*+[}\]])', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)


class JsonText(TreeText):
    """Strings stand between quote marks, with escapes."""

    def inside(self, node: Node) -> tuple[int, int]:
        """Between the quote marks."""
        quoted = node.kind is Kind.STRING
        return node.start + quoted, node.end - quoted

    def places(self, node: Node) -> list[int]:
        """One offset a character; an escape stands for one, though it takes several."""
        start, end = self.inside(node)
        offsets: list[int] = []
        at = start
        for escape in _ESCAPE.finditer(self.text, start, end):
            offsets += range(at, escape.start() + 1)
            at = escape.end()
        return [*offsets, *range(at, end + 1)]


def parse(text: str, file_name: str) -> Node:
    """The root of a JSON text, commas behind the last of several left aside.

    Raises `ResumeFileError` naming line and column.
    """
    plain = _LAST_COMMA.sub(lambda found: " " if found[0] == "," else found[0], text)
    try:
        json.loads(plain, strict=False)
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
    return _Scanner(JsonText(text), file_name).value(_skip(text, 0), "", 0)


def last_commas(text: str) -> list[int]:
    """The lines of a JSON text that end a list or object with a comma, from 1 on."""
    found = (match for match in _LAST_COMMA.finditer(text) if match[0] == ",")
    return [len(re.findall(r"\r\n?|\n", text[: match.start()])) + 1 for match in found]


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
    seen: list[int] = field(default_factory=lambda: [0])

    def value(self, at: int, pointer: str, depth: int, key: _Key | None = None) -> Node:
        """The value that starts at this offset."""
        if depth > MAX_DEPTH:
            raise _too_deep(self.file_name)
        self.seen[0] += 1
        if self.seen[0] > MAX_VALUES:
            line = self.source.span(at, at, pointer).start_line
            raise ResumeFileError(
                f"{self.file_name}, line {line} is beyond {MAX_VALUES:,} values; no resume is."
            )
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
            node = self.value(at, below(pointer, name), depth + 1, key)
            found.append(node)
            at = _skip(text, node.end)
            if text[at] == ",":
                at = _skip(text, at + 1)
        return tuple(found), at + 1

    def _string(self, at: int) -> tuple[str, int]:
        words: str
        words, end = _DECODER.raw_decode(self.source.text, at)
        return words.translate(UNSEEN), end
