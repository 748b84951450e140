"""What a file itself says is not for its readers: taken out of the tree before anyone reads it.

HackMyResume leaves out every object with `private: true` or `ignore: true`, at any depth, as FRESH
has them for references; others write `hidden: true`, `visible: false` or `show: false` for what a
theme is not to print. A key that begins with an underscore or with two slashes is a note of the
author's own, by the custom of JSON, which has no comments; YAML may tag a value `!private`.

What is left out is blanked in the source, so that no quote can run over it, and told by its name
and line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.errors import ResumeFileError
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import label
from ingest.resume import Warning
from ingest.structure.kinds import exact_kind

_IF_TRUE = {
    "private": "is marked private", "ignore": "is marked to be ignored",
    "ignored": "is marked to be ignored", "hidden": "is marked hidden",
    "hide": "is marked hidden",
}  # fmt: skip
_IF_FALSE = frozenset("visible show enable enabled display".split())
_SHOWS = re.compile(r"(?:show|hide|display|enabled?|visible|private|ignored?|hidden)(?:$|[A-Z_-])")
_TAGS = frozenset("private secret vault hidden ignore".split())


@dataclass(frozen=True)
class Readable:
    """The tree that is left, what was taken out of it, and where that stands."""

    root: Node
    left_out: tuple[Warning, ...]
    hidden: tuple[tuple[int, int], ...]


def readable(root: Node, file_name: str) -> Readable:
    """The tree without what it marks as private, hidden or to be ignored.

    Raises `ResumeFileError` where that is all of it.
    """
    if mark := _mark(root):
        raise ResumeFileError(
            f"{file_name} {mark} as a whole; take that mark away to have it read."
        )
    sieve = _Sieve()
    kept = sieve.kept(root)
    hidden = tuple(sieve.hidden)
    # Words of a hidden value that a reference repeats elsewhere are as hidden there.
    kept = _Repeats(hidden, sieve.left_out).kept(kept) if hidden else kept
    return Readable(kept, tuple(sieve.left_out), hidden)


def blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for all that stands in the ranges; lines and offsets stay."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        parts += [text[at : max(at, start)], *_spaces(text[max(at, start) : end])]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _spaces(text: str) -> Iterator[str]:
    return (char if char in "\r\n" else " " for char in text)


def _mark(node: Node) -> str | None:
    """Why the whole of a value is not to be read; None if it is."""
    if folded(node.tag) in _TAGS:
        return "is tagged as private"
    if node.key.startswith(("_", "//")):
        return "is a note of the author's own, as its first sign says"
    if folded(node.key) == "private" and not node.blank and not _is_switch(node):
        return "is named private"
    for member in node.children if node.kind is Kind.OBJECT else ():
        name = folded(member.key)
        if name in _IF_TRUE and (member.boolean or member.words.strip() == "1"):
            return _IF_TRUE[name]
        if name in _IF_FALSE and member.boolean is False:
            return "is marked hidden"
    return None


def _is_switch(node: Node) -> bool:
    """Whether a member only says whether something is shown: its object, or a part of the page."""
    if node.kind is Kind.SCALAR and node.boolean is not None:
        # A theme's "education: true" in its sidebar, or "show_photo: false".
        return bool(_SHOWS.match(node.key)) or exact_kind(label(node.key)) is not None
    said = node.boolean is not None or node.words.strip() in ("0", "1")
    return folded(node.key) in _IF_TRUE.keys() | _IF_FALSE and said


@dataclass
class _Sieve:
    left_out: list[Warning] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)

    def kept(self, node: Node) -> Node:
        """The value with only those below it that may be read."""
        if node.scalar:
            return node
        children: list[Node] = []
        for child in node.children:
            mark = _mark(child)
            if mark is None:
                if not (node.kind is Kind.OBJECT and _is_switch(child)):
                    children.append(self.kept(child))
                continue
            span = child.span()
            self.hidden.append((span.start, span.end))
            self.left_out.append(Warning(f"{_name(child)} {mark}.", span.start_line))
        return replace(node, children=tuple(children))


@dataclass
class _Repeats:
    hidden: tuple[tuple[int, int], ...]
    left_out: list[Warning]

    def kept(self, node: Node) -> Node:
        """The value without what stands where something is hidden."""
        children: list[Node] = []
        for child in node.children:
            inside = any(low <= child.start and child.end <= high for low, high in self.hidden)
            if inside and child.end > child.start:
                line = child.span().start_line
                self.left_out.append(Warning(f"{_name(child)} repeats what is left out.", line))
            else:
                children.append(self.kept(child))
        return replace(node, children=tuple(children))


def _name(node: Node) -> str:
    """Where a value is, as its pointer has it: `references/0`."""
    return node.pointer.lstrip("/").replace("~1", "/").replace("~0", "~")
