"""TOML as a tree with places: front matter of Hugo.

The standard library reads the values and does not tell where they stand; each is looked for behind
the one before it, in the order in which both have them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from ingest.errors import ResumeFileError
from ingest.readers.tree.node import MAX_DEPTH, MAX_VALUES, Kind, Node, TreeText, below


class TomlText(TreeText):
    """A scalar's words stand as they are written, but for escapes."""

    def inside(self, node: Node) -> tuple[int, int]:
        """The words: `start` and `end` leave quote marks out."""
        return node.start, node.end

    def places(self, node: Node) -> list[int]:
        """One offset a character; where escapes make the words shorter, the last ones share one."""
        size = node.end - node.start
        return [node.start + min(at, size) for at in range(len(node.words) + 1)]


def parse_toml(text: str, start: int, end: int, file_name: str) -> Node:
    """The root of the TOML in `text[start:end]`. Raises `ResumeFileError` where it is none."""
    try:
        values = tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ResumeFileError(f"{file_name} has front matter that is no TOML ({error}).") from error
    return _Placer(TomlText(text), start, end, file_name).node(values, "", "", 0)


@dataclass
class _Placer:
    """Finds each key and value in the text, from left to right."""

    source: TomlText
    at: int
    end: int
    file_name: str
    count: int = 0

    def node(self, value: Any, key: str, pointer: str, depth: int) -> Node:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_VALUES:
            raise ResumeFileError(
                f"{self.file_name} has more in its front matter than a resume has."
            )
        key_at = self._find(rf"(?<![\w-]){re.escape(key)}(?![\w-])") if key else None
        kind, words, children = self._read(value, pointer, depth)
        start, last = self.at, self.at
        if children or kind in (Kind.OBJECT, Kind.ARRAY):
            start = min([self.at, *(child.span().start for child in children)])
            last = max([start, *(child.end for child in children)])
        elif found := self._find(re.escape(words)):
            start, last = found
        return Node(
            self.source, kind, pointer, start, last, key=key, words=words, children=children,
            key_start=key_at[0] if key_at else None, key_end=key_at[1] if key_at else None,
        )  # fmt: skip

    def _read(self, value: Any, pointer: str, depth: int) -> tuple[Kind, str, tuple[Node, ...]]:
        if isinstance(value, dict):
            inside = [(str(name), inner, str(name)) for name, inner in value.items()]
        elif isinstance(value, list):
            inside = [(str(at), inner, "") for at, inner in enumerate(value)]
        else:
            said = str(value).lower() if isinstance(value, bool) else str(value)
            return (Kind.STRING if isinstance(value, str) else Kind.SCALAR), said, ()
        children = tuple(
            self.node(inner, key, below(pointer, name), depth + 1) for name, inner, key in inside
        )
        return (Kind.OBJECT if isinstance(value, dict) else Kind.ARRAY), "", children

    def _find(self, pattern: str) -> tuple[int, int] | None:
        """Where words stand next; where escapes hide them, nowhere, and nothing is skipped."""
        match = re.compile(pattern).search(self.source.text, self.at, self.end)
        if match is None:
            return None
        self.at = match.end()
        return match.span()
