"""YAML as a tree with places, made from the parser's events: no tag is ever constructed.

What an event stream does not bound is bounded here: nesting, the number of values, and what
aliases blow up. A duplicate key, a second document and a tab are told with their line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml

from ingest.errors import ResumeFileError
from ingest.readers.tree.node import MAX_DEPTH, MAX_VALUES, Kind, Node, below
from ingest.readers.tree.yaml_scalars import YamlText, words_of

#: No resume comes near to these: one with 500 publications has 150,000 characters. The parser takes
#: a second or two for as many as are allowed.
_MAX_CHARACTERS = 500_000
_MAX_ALIASED = 500_000

#: The stubs know less of events than there is in them.
Event = Any

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEAN = frozenset(
    form for word in ("true", "false", "yes", "no", "on", "off")
    for form in (word, word.capitalize(), word.upper())
)  # fmt: skip
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_STANDARD = "tag:yaml.org,2002:"
#: What a tag of YAML's own says that a value is; base 64 is no words.
_TAGGED = {
    f"{_STANDARD}null": Kind.NULL, f"{_STANDARD}binary": Kind.NULL,
    f"{_STANDARD}bool": Kind.SCALAR, f"{_STANDARD}int": Kind.SCALAR,
    f"{_STANDARD}float": Kind.SCALAR, f"{_STANDARD}str": Kind.STRING,
}  # fmt: skip
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


class Parsed(NamedTuple):
    """The root of a document, and where comments stand, which are nobody's to read."""

    root: Node
    comments: tuple[tuple[int, int], ...]


def parse(text: str, file_name: str) -> Parsed:
    """The only document of a YAML text. Raises `ResumeFileError` naming the line."""
    if len(text) > _MAX_CHARACTERS:
        raise ResumeFileError(
            f"{file_name} has more than {_MAX_CHARACTERS:,} characters; a resume has not: check the"
            " file."
        )
    builder = _Builder(YamlText(text), file_name)
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as error:
        raise _invalid(error, file_name) from error
    except yaml.reader.ReaderError as error:
        line = len(re.findall(r"\r\n?|\n", text[: error.position])) + 1
        raise ResumeFileError(
            f"{file_name}, line {line} holds the character U+{ord(text[error.position]):04X}, which"
            " YAML does not allow; remove it."
        ) from error
    except (ValueError, OverflowError) as error:
        raise ResumeFileError(
            f"{file_name} is not valid YAML: it holds a character or version that does not exist;"
            " correct it."
        ) from error
    return Parsed(root, tuple(_comments(text, builder.scalars)))


def _invalid(error: yaml.MarkedYAMLError, file_name: str) -> ResumeFileError:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or error.context or "it breaks off"
    where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    if "'\\t'" in problem:
        problem = "a tab stands where only spaces may"
    return ResumeFileError(f"{file_name}{where} is not valid YAML: {problem}; correct it there.")


def _comments(text: str, scalars: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Comments stand where no scalar does."""
    at = 0
    for start, end in [*sorted(scalars), (len(text), len(text))]:
        for comment in _COMMENT.finditer(text, at, max(at, start)):
            yield comment.span()
        at = max(at, end)


class _Key(NamedTuple):
    words: str
    start: int
    end: int
    merges: bool = False


@dataclass
class _Builder:
    """Builds nodes from events, one document."""

    source: YamlText
    file_name: str
    scalars: list[tuple[int, int]] = field(default_factory=list)
    _anchors: dict[str, Node] = field(default_factory=dict)
    _values: int = 0
    _aliased: int = 0
    _events: Iterator[Event] = field(init=False)

    def __post_init__(self) -> None:
        self._events = iter(yaml.parse(self.source.text, Loader=yaml.SafeLoader))

    def document(self) -> Node:
        """The root of the one document that holds anything; an empty node if none does."""
        found: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors.clear()
                node = self._node(next(self._events), "", 0, None)
                if found is not None and not node.blank:
                    raise self._refused(
                        event.start_mark,
                        "begins a second document; put each into a file of its own",
                    )
                found = node if found is None or found.blank else found
        return found or Node(self.source, Kind.NULL, "", 0, 0)

    def _node(self, event: Event, pointer: str, depth: int, key: _Key | None) -> Node:
        self._values += 1
        if self._values > MAX_VALUES:
            raise self._refused(event.start_mark, f"is beyond {MAX_VALUES:,} values; no resume is")
        if depth > MAX_DEPTH:
            raise self._refused(event.start_mark, "nests too deeply to be a resume")
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, pointer, depth, key)
        children: tuple[Node, ...] = ()
        kind, words = Kind.OBJECT, ""
        start, end = self.source.skip_properties(event), event.end_mark.index
        if isinstance(event, yaml.MappingStartEvent):
            children, end = self._members(event, pointer, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            kind = Kind.ARRAY
            children, end = self._items(event, pointer, depth)
        else:
            kind, words = _scalar(event, self.source, start)
            self.scalars.append(self.source.region(start, end))
            end = max(start, self.source.region(start, end)[1])
        named = key or _Key("", start, start)
        node = Node(
            self.source, kind, pointer, start, max(start, end), named.words,
            named.start if key else None, named.end if key else None, words, children,
            _tag(event),
        )  # fmt: skip
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _items(self, opening: Event, pointer: str, depth: int) -> tuple[tuple[Node, ...], int]:
        found: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(event, below(pointer, str(len(found))), depth + 1, None))
        return tuple(found), _end(opening, event, found)

    def _members(self, opening: Event, pointer: str, depth: int) -> tuple[tuple[Node, ...], int]:
        found: list[Node] = []
        merged: list[Node] = []
        seen: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            node = self._node(next(self._events), below(pointer, key.words), depth + 1, key)
            if key.merges:
                merged += node.children if node.kind is Kind.ARRAY else [node]
                if any(part.kind is not Kind.OBJECT for part in merged):
                    raise self._refused(event.start_mark, "merges what is no object")
                continue
            if key.words in seen:
                raise self._refused(
                    event.start_mark,
                    f"has the key {key.words!r} again, which line {seen[key.words]} has; give it"
                    " one value",
                )
            seen[key.words] = event.start_mark.line + 1
            found.append(node)
        end = _end(opening, event, found)
        for node in merged:
            found += [
                self._copy(child, below(pointer, child.key), depth + 1)
                for child in node.children
                if child.key not in seen
            ]
            seen |= {child.key: 0 for child in node.children}
        return tuple(found), end

    def _key(self, event: Event) -> _Key:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            node = self._anchors.get(str(event.anchor))
            if node is not None and node.scalar:
                return _Key(node.words, start, end)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refused(event.start_mark, "has a key that is no plain words")
        start = self.source.skip_properties(event)
        self.scalars.append((start, end))
        if event.anchor:
            words = words_of(event, self.source, start)
            self._anchors[event.anchor] = Node(
                self.source, Kind.STRING, "", start, end, words=words
            )
        return _Key(
            words_of(event, self.source, start), start, end,
            merges=event.value == "<<" and event.implicit[0],
        )  # fmt: skip

    def _alias(self, event: Event, pointer: str, depth: int, key: _Key | None) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise self._refused(
                event.start_mark, f"refers to {event.anchor!r}, which is defined nowhere before it"
            )
        copy = self._copy(node, pointer, depth, event.start_mark)
        if key is None:
            return replace(copy, key="", key_start=None, key_end=None)
        # The words stand where the anchor is, and so does what is quoted.
        return replace(copy, key=key.words, key_start=None, key_end=None)

    def _copy(self, node: Node, pointer: str, depth: int, mark: Any = None) -> Node:
        """What an alias stands for, under its own pointer."""
        self._values += 1
        self._aliased += len(node.words)
        if self._values > MAX_VALUES or self._aliased > _MAX_ALIASED or depth > MAX_DEPTH:
            raise self._refused(mark, "repeats more by its references than a resume can hold")
        children = tuple(
            self._copy(child, below(pointer, child.key or str(at)), depth + 1, mark)
            for at, child in enumerate(node.children)
        )
        return replace(node, pointer=pointer, children=children)

    def _refused(self, mark: Any, problem: str) -> ResumeFileError:
        where = f", line {mark.line + 1}" if mark else ""
        return ResumeFileError(f"{self.file_name}{where} {problem}.")


def _scalar(event: Event, source: YamlText, start: int) -> tuple[Kind, str]:
    words = words_of(event, source, start)
    if event.tag in _TAGGED:
        kind = _TAGGED[event.tag]
        return kind, "" if kind is Kind.NULL else words
    if event.implicit[0]:  # plain, and without a tag
        if event.value in _NULL:
            return Kind.NULL, ""
        if event.value in _BOOLEAN or _NUMBER.fullmatch(event.value):
            return Kind.SCALAR, words
    return Kind.STRING, words


def _tag(event: Event) -> str:
    """The local tag of a value, as `private` of `!private`."""
    tag = event.tag or ""
    return tag[1:] if tag.startswith("!") else ""


def _end(opening: Event, closing: Event, children: list[Node]) -> int:
    """Where a list or object ends; one in block style with its last value, not at the next."""
    if opening.flow_style:
        return int(closing.end_mark.index)
    return max([int(opening.start_mark.index), *(child.end for child in children)])
