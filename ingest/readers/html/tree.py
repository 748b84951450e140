"""A page of HTML as a tree whose elements and words know their places in the source.

The standard library's parser says where each tag stands, which the tree builders at hand do not
(lxml has lines, html5lib and BeautifulSoup the places of tags alone); which tags end which others
is known in `walker` already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.base import MAX_CHARACTERS, too_long
from ingest.readers.html.walker import VOID_TAGS, Attributes, feed, implied_height

#: Elements deeper than this are not followed: what they hold is that of those around them.
_MAX_DEPTH = 200
# Opening tags, closing tags and stretches of text: some ten times what the longest resumes have,
# and more than sites wrap them in. A page at this limit takes some seconds.
_MAX_PARTS = 60_000


@dataclass(slots=True, eq=False)
class Words:
    """Characters between tags. They stand for `start` to `end`, entities resolved.

    `hidden` says why nobody sees them ("" where they do).
    """

    text: str
    start: int
    end: int
    hidden: str = ""


@dataclass(slots=True, eq=False)
class Node:
    """An element: its opening tag from `start` to `inner`, its closing tag from `close` to `end`.

    `hidden` says why nobody sees it ("" where they do); `left_out` that it is none of the page's
    content. `first` and `last` count the visible words before it and up to its end.
    """

    tag: str
    attributes: dict[str, str]
    start: int
    inner: int
    parent: Node | None = None
    close: int = 0
    end: int = 0
    children: list[Node | Words] = field(default_factory=list)
    hidden: str = ""
    left_out: bool = False
    first: int = 0
    last: int = 0

    @property
    def elements(self) -> list[Node]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def classes(self) -> list[str]:
        """Its classes, in lower case."""
        return self.attributes.get("class", "").casefold().split()

    @property
    def names(self) -> list[str]:
        """Its classes and its identifier."""
        return [*self.classes, *self.attributes.get("id", "").casefold().split()]

    @property
    def shown(self) -> bool:
        """Whether it is content that is seen, as far as it itself says."""
        return not self.hidden and not self.left_out

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.elements)

    def seen(self) -> Iterator[Node | Words]:
        """What is seen of it, in the order of the page; itself first."""
        waiting: list[Node | Words] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Words):
                if not one.hidden:
                    yield one
            elif one.shown:
                yield one
                waiting += reversed(one.children)

    def text(self, *, all_words: bool = False, most: int = 100_000) -> str:
        """The words that are seen of it, or all of them; those of separate elements apart.

        Of a long text only the start: `most` elements and stretches of it.
        """
        found: list[str] = []
        waiting: list[Node | Words] = [self]
        while waiting and len(found) < most:
            one = waiting.pop()
            if isinstance(one, Words):
                found.append(one.text if all_words or not one.hidden else "")
            elif all_words or one.shown:
                found.append("" if one.tag in _WITHIN_WORDS else " ")
                waiting += reversed(one.children)
        return " ".join("".join(found).split())


#: Elements that may begin in the middle of a word.
_WITHIN_WORDS = frozenset("b strong i em u s code a font sub sup small mark wbr span".split())


@dataclass
class _Tree:
    """Builds the tree from the events of the parser."""

    file_name: str
    root: Node
    _open: list[Node] = field(default_factory=list)
    _tags: list[str] = field(default_factory=list)
    _too_deep: list[str] = field(default_factory=list)
    _parts: int = 0
    _characters: int = 0

    def __post_init__(self) -> None:
        self._open, self._tags = [self.root], [self.root.tag]

    def opening(self, tag: str, attributes: Attributes, start: int, end: int) -> None:
        self._count()
        self._close_to(max(1, implied_height(self._tags, tag)), start)
        if len(self._open) >= _MAX_DEPTH:
            self._too_deep += [] if tag in VOID_TAGS else [tag]
            return
        parent = self._open[-1]
        given = {name: value or "" for name, value in reversed(attributes)}
        node = Node(tag, given, start, end, parent, end, end)
        parent.children.append(node)
        if tag not in VOID_TAGS:
            self._open.append(node)
            self._tags.append(tag)

    def closing(self, tag: str, start: int, end: int) -> None:
        self._count()
        if self._too_deep and tag in self._too_deep:
            while self._too_deep.pop() != tag:
                pass
            return
        if tag in self._tags[1:]:
            height = len(self._tags) - 1 - self._tags[::-1].index(tag)
            node = self._open[height]
            self._close_to(height, start)
            node.close, node.end = start, end

    def data(self, characters: str, start: int, end: int) -> None:
        if characters:
            said = self._tags[-1] not in ("script", "style")
            self._count(len(characters) if said else 0)
            self._open[-1].children.append(Words(characters, start, end))

    def finish(self, at: int) -> None:
        self._close_to(0, at)

    def _close_to(self, height: int, at: int) -> None:
        while len(self._open) > height:
            self._tags.pop()
            node = self._open.pop()
            node.close = node.end = at

    def _count(self, characters: int = 0) -> None:
        self._parts += 1
        self._characters += characters
        if self._parts > _MAX_PARTS or self._characters > MAX_CHARACTERS:
            raise too_long(self.file_name)


def parsed(text: str, file_name: str) -> Node:
    """The root of the page. Raises `ResumeFileError` where it is far too large."""
    tree = _Tree(file_name, Node("#document", {}, 0, 0))
    feed(tree, text)
    tree.finish(len(text))
    return tree.root
