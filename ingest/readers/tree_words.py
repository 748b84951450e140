"""JSON values as the words that a person would read, and as statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.listed import excluded_in, without_excluded
from ingest.readers.tree import Kind, Node, folded
from ingest.resume import Fragment, Link, Statement
from ingest.sentences import sentence_spans

#: A bullet longer than this (characters) is split into its sentences.
LONG_BULLET = 200
#: Items of an unknown list that are longer than this (characters) are statements of their own.
_LONG_VALUE = 60

#: Keys of running text.
PROSE = frozenset({"summary", "description", "reference", "quote", "text", "abstract", "brief"})

_PLACE_ORDER = ("city", "region", "state", "countrycode", "country")
_LABELS = {"url": "URL", "label": "Title", "gpa": "GPA"}


def label(key: str) -> str:
    """A key as words: `postalCode` as "Postal code"."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\W_]+", " ", key).strip()
    return _LABELS.get(folded(key)) or words[:1].upper() + words[1:].lower()


def words_of(node: Node) -> str:
    """All visible words of a value, one after the other, separated by commas."""
    if node.scalar:
        return node.text
    return ", ".join(part for part in map(words_of, node.members()) if part)


def leaves(node: Node) -> Iterator[Node]:
    """The scalars below a value that hold something."""
    if node.scalar:
        yield node
    for child in node.members():
        yield from leaves(child)


def fragment(node: Node) -> Fragment:
    """A naming field: its words, and its place, the key included."""
    return Fragment(words_of(node), node.span())


def place(node: Node, *, short: bool = False) -> str:
    """A location as words: city, region, country; then the street and so on, unless `short`."""
    if node.kind is not Kind.OBJECT:
        return words_of(node)
    known = [part for name in _PLACE_ORDER if (part := node.get(name))]
    rest = [part for part in node.members() if not any(part is one for one in known)]
    if short and known:
        # "New York, New York" says no more than "New York".
        return ", ".join(dict.fromkeys(map(words_of, known)))
    return ", ".join(map(words_of, [*known, *rest]))


def labelled(node: Node, name: str, values: tuple[str, ...]) -> Statement:
    """A `label: values` line."""
    text = ", ".join(values)
    named, excluded = _listed(values)
    return Statement(
        f"{name}: {text}" if name else text,
        node.span(),
        label=name or None,
        values=named,
        excluded=excluded,
        links=tuple(_links(node)),
    )


def prose(node: Node, *, bullets: bool = False) -> Iterator[Statement]:
    """A statement a sentence; with `bullets`, a statement a bullet unless it is very long."""
    if node.kind is Kind.ARRAY:
        for item in node.items():
            yield from prose(item, bullets=True)
    elif node.kind is Kind.STRING:
        for start, end in _lines(node.words):
            whole = bullets and end - start <= LONG_BULLET
            parts = [(0, end - start)] if whole else sentence_spans(node.words[start:end])
            for low, high in parts:
                yield from _trimmed(node, start + low, start + high)
    elif node.scalar:
        yield Statement(node.text, node.inner_span(), values=(node.text,))
    else:
        yield from other(node)


def other(node: Node) -> Iterator[Statement]:
    """Whatever has no place of its own, as `key: value` statements, at any depth."""
    name = label(node.key)
    items = list(node.members())
    if node.scalar:
        yield labelled(node, name, (node.text,))
    elif node.kind is Kind.ARRAY and all(item.scalar for item in items):
        if any(len(item.words) > _LONG_VALUE for item in items):
            yield from prose(node)
        elif items:
            yield labelled(node, name, tuple(item.text for item in items))
    else:
        for item in items:
            yield from other(item)


def item(node: Node, *, names: tuple[str, ...], levels: tuple[str, ...]) -> Statement:
    """One skill, language or interest: `name (level): keywords`."""
    if node.scalar:
        return Statement(node.text, node.inner_span(), values=(node.text,))
    name, level = node.get(*names), node.get(*levels)
    keywords = node.get("keywords", "items", "skills", "values", "technologies")
    values, excluded = _listed(_values(keywords) if keywords else ())
    used = (name, level, keywords)
    rest = [
        f"{label(part.key)}: {words_of(part)}" if part.key else words_of(part)
        for part in node.members()
        if not any(part is one for one in used)
    ]
    title, strength = (words_of(part) if part else "" for part in (name, level))
    head = f"{title} ({strength})" if title and strength else title or strength
    body = ", ".join(_values(keywords)) if keywords else ""
    text = f"{head}: {body}" if head and body else head or body
    return Statement(
        "; ".join(part for part in (text, *rest) if part),
        node.inner_span(),
        label=title or None if values else None,
        values=values or ((title,) if title else ()),
        excluded=excluded,
        level=strength or None,
    )


def language(node: Node) -> Statement:
    """One language: `English: Native speaker`."""
    spoken = item(
        node, names=("language", "name"), levels=("fluency", "level", "proficiency", "rating")
    )
    if not spoken.level or spoken.label or len(spoken.values) != 1:
        return spoken
    name = spoken.values[0]
    text = spoken.text.replace(f"{name} ({spoken.level})", f"{name}: {spoken.level}", 1)
    return Statement(text, spoken.span, label=name, values=(name,), level=spoken.level)


def _values(node: Node) -> tuple[str, ...]:
    if node.kind is Kind.STRING:
        return tuple(part for part in re.split(r"\s*[,;]\s+|\s*\n\s*", node.text) if part)
    return tuple(words for part in node.items() if (words := words_of(part)))


def _listed(items: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items, and apart from them what they exclude."""
    excluded = tuple(words for item in items for words in excluded_in(item))
    if not excluded:
        return items, ()
    named = (" ".join(without_excluded(item).split()) for item in items)
    return tuple(item for item in named if item), excluded


def _links(node: Node) -> Iterator[Link]:
    for leaf in leaves(node):
        if re.match(r"(?:https?://|www\.)\S+$", leaf.text):
            yield Link(leaf.text, leaf.text)


def _lines(words: str) -> Iterator[tuple[int, int]]:
    """Lines of a string, without the marks of the bullets that they may be."""
    for match in re.finditer(r"[^\n\r]+", words):
        mark = re.match(r"\s*(?:[-*•]\s+)?", match.group())
        yield match.start() + (mark.end() if mark else 0), match.end()


def _trimmed(node: Node, start: int, end: int) -> Iterator[Statement]:
    words = node.words[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        text = " ".join(node.words[start:end].split())
        yield Statement(text, node.part_span(start, end))
