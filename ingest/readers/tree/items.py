"""Skills, languages and interests of a tree: a name, how well, and what belongs to it."""

from __future__ import annotations

import re

from ingest.readers.tree.node import Kind, Node
from ingest.readers.tree.words import label, listed, values, words_of
from ingest.resume import Statement
from ingest.visible import visible

#: Words that a label has at most; more is a sentence with a colon in it.
_LABEL_WORDS = 5
_LABELLED = re.compile(r"(?P<label>[^:\n]{1,48}?)\s*:\s+(?=\S)")
ITEM_NAMES = (
    "name", "skill", "title", "category", "interest", "label", "item", "idiom", "language", "group",
    "technology", "tool", "hobby", "area",
)  # fmt: skip
ITEM_LEVELS = ("level", "proficiency", "rating", "fluency")
_KEYWORDS = (
    "keywords", "items", "skills", "values", "technologies", "details", "list", "contents", "tools",
    "tags", "value",
)  # fmt: skip
_LANGUAGE_NAMES = ("language", "name", "idiom", "label", "title", "item")
_LANGUAGE_LEVELS = ("fluency", "level", "proficiency", "rating", "details", "value", "description")


def item(node: Node) -> Statement:
    """One skill or interest: `name (level): keywords`; of a string `label: values`, its values."""
    if node.scalar:
        return _text_item(node)
    name, level = node.get(*ITEM_NAMES), node.get(*ITEM_LEVELS)
    keywords = next(
        (part for key in _KEYWORDS if (part := node.get(key)) and part is not name), None
    )
    return _item(node, name, level, keywords)


def named_list(node: Node) -> Statement | None:
    """An item of a few words, then a list, whatever it calls them, as `words: list`; else None."""
    members = list(node.members())
    if node.key or len(members) != 2:
        return None
    name, listed_ = members
    lists = listed_.kind is Kind.ARRAY and all(one.scalar for one in listed_.members())
    if not (name.scalar and lists) or len(name.text.split()) > _LABEL_WORDS:
        return None
    return _item(node, name, None, listed_)


def _item(node: Node, name: Node | None, level: Node | None, keywords: Node | None) -> Statement:
    named, excluded = listed(_names(keywords)) if keywords else ((), ())
    used = (name, level, keywords)
    rest = [
        f"{label(part.key)}: {words_of(part)}" if part.key else words_of(part)
        for part in node.members()
        if not any(part is one for one in used)
    ]
    title, strength = (words_of(part) if part else "" for part in (name, level))
    head = f"{title} ({strength})" if title and strength else title or strength
    body = ", ".join(filter(None, map(_rated, keywords.items()))) if keywords else ""
    text = f"{head}: {body}" if head and body else head or body
    shown = visible(title)
    return Statement(
        "; ".join(part for part in (text, *rest) if part),
        node.inner_span(),
        label=shown or None if named else None,
        values=named or ((shown,) if shown else ()),
        excluded=excluded,
        level=strength or None,
    )


def _names(keywords: Node) -> tuple[str, ...]:
    """What is listed; of what is listed with its strength, the names alone."""
    named = [_strength(part)[0] for part in keywords.items()]
    return tuple(map(words_of, filter(None, named))) if all(named) else values(keywords)


def _rated(part: Node) -> str:
    """A keyword; of one with its strength, "Go (expert)", and of a bare number "Go (level 2)"."""
    name, level = _strength(part)
    if name is None or level is None:
        return words_of(part)
    strength = words_of(level)
    told = f"{label(level.key).casefold()} {strength}" if strength.isdigit() else strength
    return f"{words_of(name)} ({told})"


def _strength(part: Node) -> tuple[Node | None, Node | None]:
    """The name and the strength of an object that has both and no more."""
    name, level = part.get(*ITEM_NAMES), part.get(*ITEM_LEVELS)
    both = name is not None and level is not None and len(list(part.members())) == 2
    return (name, level) if both else (None, None)


def _text_item(node: Node) -> Statement:
    shown = visible(node.text)
    match = _LABELLED.match(shown)
    name = match["label"].strip(" *_") if match else ""
    if match is None or not name or len(name.split()) > _LABEL_WORDS or name.endswith("http"):
        return Statement(node.text, node.inner_span(), values=(shown,))
    items = tuple(part for part in re.split(r"\s*[,;]\s+", shown[match.end() :]) if part)
    named, excluded = listed(items)
    return Statement(node.text, node.inner_span(), label=name, values=named, excluded=excluded)


def language(node: Node) -> Statement:
    """One language: `English: Native speaker`."""
    if node.scalar:
        return _text_item(node)
    name = node.get(*_LANGUAGE_NAMES)
    levels = (part for key in _LANGUAGE_LEVELS if (part := node.get(key)) and part is not name)
    spoken = _item(node, name, next(levels, None), node.get("keywords"))
    if not spoken.level or spoken.label or len(spoken.values) != 1:
        return spoken
    said = spoken.values[0]
    text = spoken.text.replace(f" ({spoken.level})", f": {spoken.level}", 1)
    return Statement(text, spoken.span, label=said, values=(said,), level=spoken.level)
