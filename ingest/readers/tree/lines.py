"""Values of a tree as statements: prose by its sentences, the rest as `label: values` lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.blocks import LAID_OUT
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import label, label_of, links, listed, values, words_of
from ingest.resume import Statement
from ingest.sentences import sentence_spans
from ingest.visible import unmarked

#: A bullet longer than this (characters) is split into its sentences.
LONG_BULLET = 200
#: Items of an unknown list that are longer than this (characters) are statements of their own.
_LONG_VALUE = 60

_BULLET = re.compile(r"\s*(?:[-*•]\s+)?")
_CODE = re.compile(r"`[^`\n]*`")
_BLOCK_TAG = re.compile(r"(?<=\S)\s*(?=<(?:p|li|br|div)[\s/>])", re.IGNORECASE)
_OPENING = re.compile(r"\s*\S")
_ENDS = re.compile(r"[.!?:;]\W*$")

#: What an object calls a line of text that is all it has, and what goes beside it.
TEXTS = (
    "bullet", "number", "reversednumber", "text", "point", "item", "summary", "description",
    "quote", "content", "value", "details",
)  # fmt: skip
#: What a number counts, where its key says it to those alone who know the schema (FRESH).
_UNITS = {"travel": "Travel (percent of the time)"}
_LINE_NAMES = ("label", "name", "title", "key", "idiom", "language", "skill", "category", "heading")
_LINE_VALUES = ("details", "value", "values", "text")
_BESIDE = frozenset("flavor category type kind layout".split())
_NESTED = ("contents", "items", "subitems", "children", "highlights", "list", "bullets")
_ADDRESSES = frozenset("url link href source website".split())


def labelled(node: Node, name: str, items: tuple[str, ...]) -> Statement:
    """A `label: values` line."""
    text = ", ".join(items)
    named, excluded = listed(items)
    return Statement(
        f"{name}: {text}" if name else text,
        node.span(),
        label=name or None,
        values=named,
        excluded=excluded,
        links=tuple(links(node)),
    )


def prose(node: Node, *, bullets: bool = False, depth: int = 0) -> Iterator[Statement]:
    """A statement a sentence; with `bullets`, a statement a bullet unless it is very long."""
    if node.kind is Kind.ARRAY:
        for item in node.items():
            yield from prose(item, bullets=True, depth=depth)
    elif node.kind is Kind.STRING:
        for start, end, marked in _paragraphs(node.words):
            whole = (bullets or marked) and end - start <= LONG_BULLET
            parts = [(0, end - start)] if whole else sentence_spans(_flat(node.words[start:end]))
            for low, high in parts:
                yield from _trimmed(node, start + low, start + high, depth)
    elif node.scalar:
        yield Statement(node.text, node.inner_span(), values=(node.text,), depth=depth)
    elif is_line(node):
        yield line(node)
    else:
        yield from _nested(node, depth)


def _nested(node: Node, depth: int) -> Iterator[Statement]:
    """An object among bullets: its text as a bullet, the bullets below it one level deeper."""
    inner = node.get(*_NESTED)
    outer = node.get("title", "name", *(name for name in TEXTS if inner or name != "description"))
    for member in node.members():
        if member is inner:
            yield from prose(member, bullets=True, depth=depth + 1)
        elif member is outer or folded(member.key) in TEXTS:
            yield from prose(member, bullets=True, depth=depth)
        else:
            yield from other(member)


def other(node: Node, above: str = "") -> Iterator[Statement]:
    """Whatever has no place of its own, as `key: value` statements, at any depth."""
    name = label(f"{above} {node.key}") if above and node.key else label_of(node) or above
    if node.kind is Kind.SCALAR:
        name = _UNITS.get(folded(node.key), name)
    items = list(node.members())
    if node.scalar:
        yield labelled(node, name, (node.text,))
    elif node.kind is Kind.ARRAY and all(item.scalar for item in items):
        if any(len(item.words) > _LONG_VALUE for item in items):
            yield from prose(node)
        elif any(not node.start <= item.start < node.end for item in items):
            # References stand for words elsewhere: each is quoted where its words are.
            yield from (labelled(item, name, (item.text,)) for item in items)
        elif items:
            yield labelled(node, name, tuple(item.text for item in items))
    elif is_line(node):
        yield line(node)
    else:
        for item in items:
            yield from other(item, label_of(node) or above)


def is_line(node: Node) -> bool:
    """Whether an object is a name and a value and no more: `{label: Tools, details: Go, Lua}`."""
    name, value = node.get(*_LINE_NAMES), node.get(*_LINE_VALUES)
    if name is None or value is None or not (name.scalar and name is not value):
        return False
    rest = (part for part in node.members() if part is not name and part is not value)
    return all(folded(part.key) in _BESIDE for part in rest) and (
        value.scalar or all(item.scalar for item in value.items())
    )


def line(node: Node) -> Statement:
    """An object that is a name and a value as the line `name: value`."""
    name, value = node.get(*_LINE_NAMES), node.get(*_LINE_VALUES)
    if name is None or value is None:
        return labelled(node, "", (words_of(node),))
    title = name.text.rstrip(":")
    more = [words_of(part) for part in node.members() if part is not name and part is not value]
    rest = [words for words in more if words.casefold() != title.casefold()]
    beside = f" ({', '.join(rest)})" if rest else ""
    named, excluded = listed(values(value))
    return Statement(
        f"{title}{beside}: {words_of(value)}",
        node.inner_span(),
        label=unmarked(name.text).rstrip(":"),
        values=named,
        excluded=excluded,
        links=tuple(links(value)),
    )


def is_text(node: Node) -> bool:
    """Whether an object is one line of text, perhaps with the address of where it is said."""
    members = list(node.members())
    texts = [part for part in members if folded(part.key) in TEXTS and part.scalar]
    rest = [part for part in members if not any(part is text for text in texts)]
    return len(texts) == 1 and all(folded(part.key) in _ADDRESSES for part in rest)


def _paragraphs(words: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each bullet or paragraph of a string, and whether it is marked as a bullet.

    A line break is where the next begins, but where a line was wrapped: one as long as an editor's
    window that ends in no full stop, or any line below a bullet's.
    """
    found: list[tuple[int, int, bool]] = []
    for low, high in _lines(words):
        mark = _BULLET.match(words, low, high)
        start = mark.end() if mark else low
        marked = bool(words[low:start].strip())
        if found and not marked and _runs_on(words, found[-1], low):
            found[-1] = (found[-1][0], high, found[-1][2])
        elif words[start:high].strip():
            found.append((start, high, marked))
    yield from found


def _lines(words: str) -> Iterator[tuple[int, int]]:
    """The lines of a string, and the parts of one that HTML puts on lines of their own."""
    for match in re.finditer(r"[^\n\r]+", words):
        at = match.start()
        starts, ends = [0], [0]
        for code in _CODE.finditer(words, at, match.end()):
            starts.append(code.start())
            ends.append(code.end())
        for tag in _BLOCK_TAG.finditer(words, at, match.end()):
            if tag.end() >= ends[bisect_right(starts, tag.end()) - 1]:
                yield at, tag.start()
                at = tag.end()
        yield at, match.end()


def _runs_on(words: str, before: tuple[int, int, bool], start: int) -> bool:
    """Whether the line that begins at `start` goes on with the bullet or paragraph before it."""
    first, end, marked = before
    if len(re.findall(r"\r\n?|\n", words[end:start])) != 1:
        return False
    line = max(first, words.rfind("\n", first, end) + 1, words.rfind("\r", first, end) + 1)
    last = words[line:end].rstrip()
    if marked:
        return words[start : start + 1].isspace() or len(last) >= LAID_OUT
    opening = _OPENING.match(words, start)
    lower = opening is not None and opening[0][-1:].islower()
    return len(last) >= LAID_OUT and (lower or not _ENDS.search(last))


def _flat(words: str) -> str:
    """The words with each line break a blank, so that a sentence may go over it."""
    return re.sub(r"[\n\r\t]", " ", words)


def _trimmed(node: Node, start: int, end: int, depth: int) -> Iterator[Statement]:
    words = node.words[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        text = " ".join(node.words[start:end].split())
        yield Statement(text, node.part_span(start, end), depth=depth)
