"""Values of a tree as the words that a person would read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.listed import excluded_in, values_in, without_excluded
from ingest.readers.tree.node import Kind, Node, folded
from ingest.resume import Fragment, Link
from ingest.visible import unmarked, visible

#: Keys of running text.
PROSE = frozenset(
    """summary description reference quote text abstract brief intro tagline descr blurb testimonial
    maindescription content body overview""".split()
)
_PLACE_ORDER = ("city", "region", "state", "countrycode", "country")
_LABELS = {
    "url": "URL", "label": "Title", "gpa": "GPA", "doi": "DOI", "isbn": "ISBN", "pdf": "PDF",
    "flavor": "Type", "idiom": "Language", "github": "GitHub", "gitlab": "GitLab",
    "linkedin": "LinkedIn", "stackoverflow": "Stack Overflow", "orcid": "ORCID",
    "companyurl": "Company URL",
}  # fmt: skip
_NAME_ORDER = ("first", "firstname", "given", "middle", "middlename", "last", "lastname", "family")
_NUMBER = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
#: Characters of a name in which a link is looked for.
_LONGEST = 1_000
_MARKDOWN_LINK = re.compile(
    r"\[[^\]\n]*\]\(\s*<?(https?://[^\s)>]+)|<a\s[^>]*href=[\"'](https?://[^\"']+)"
)


def label(key: str) -> str:
    """A key as words: `postalCode` as "Postal code"; one that is a title already as it is."""
    if " " in key.strip() or (key[:1].isupper() and not re.search(r"[a-z0-9][A-Z]|_", key)):
        return " ".join(key.split())
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\W_]+", " ", key).strip()
    return _LABELS.get(folded(key)) or words[:1].upper() + words[1:].lower()


def label_of(node: Node) -> str:
    """The key of a member as words."""
    return node.key if node.titled else label(node.key)


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
    """A naming field: its words without markup, and its place, the key included."""
    return Fragment(unmarked(name_of(node)), node.span())


def name_of(node: Node) -> str:
    """What a value is called: of an object its name, of the parts of a name all of them."""
    return " ".join(map(words_of, named_in(node)))


def named_in(node: Node) -> list[Node]:
    """The members that an object is called by; what is no object is called by itself."""
    if node.kind is not Kind.OBJECT:
        return [node]
    parts = [part for name in _NAME_ORDER if (part := node.get(name))]
    named = node.get("name", "title", "label", "text")
    return parts or [named or node]


def place(node: Node, *, short: bool = False) -> str:
    """A location as words: city, region, country; then the street and so on, unless `short`."""
    if node.kind is not Kind.OBJECT:
        return words_of(node)
    known = [part for name in _PLACE_ORDER if (part := node.get(name))]
    address = node.get("address")
    if node.get("city") is None and address and address.scalar and not _NUMBER.search(address.text):
        # Without a number or a town beside it, it is hardly a street.
        known.insert(0, address)
    rest = [part for part in node.members() if not any(part is one for one in known)]
    if short and known:
        # "New York, New York" says no more than "New York".
        return ", ".join(dict.fromkeys(map(words_of, known)))
    return ", ".join(map(words_of, [*known, *rest]))


def address_of(node: Node | None, *named: Node | None) -> str | None:
    """Where an entry leads: its address, or the link that one of its names is."""
    if node and node.scalar:
        return node.text
    for name in named:
        link = _MARKDOWN_LINK.search(name.words[:_LONGEST]) if name else None
        if link:
            return link[1] or link[2]
    return None


def links(node: Node) -> Iterator[Link]:
    """The addresses that a value consists of."""
    for leaf in leaves(node):
        if _ADDRESS.match(leaf.text):
            yield Link(leaf.text, leaf.text)


def values(node: Node) -> tuple[str, ...]:
    """What a value lists: an array's items, or what commas separate in a string."""
    if node.kind is Kind.STRING:
        shown = visible(node.text)
        split = tuple(part for part in re.split(r"\s*[,;]\s+|\s*\n\s*", shown) if part)
        return values_in(shown) or split
    return tuple(words for part in node.items() if (words := words_of(part)))


def listed(items: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items, and apart from them what they exclude."""
    excluded = tuple(words for item in items for words in excluded_in(item))
    if not excluded:
        return items, ()
    named = (" ".join(without_excluded(item).split()) for item in items)
    return tuple(item for item in named if item), excluded
