"""A page of HTML as a tree whose elements and words know their places in the source.

The standard library's parser says where each tag stands, which the tree builders at hand do not
(lxml has lines, html5lib and BeautifulSoup the places of tags alone); which tags end which others
is known in `html_walker` already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.errors import ResumeFileError
from ingest.readers.html_walker import VOID_TAGS, Attributes, feed, implied_height

#: Elements deeper than this are not followed: what they hold is that of those around them.
_MAX_DEPTH = 200
# Ten times what the longest resumes have; a million take 10 s.
_MAX_NODES = 150_000
_MAX_WORDS = 1_000_000


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
    _too_deep: list[str] = field(default_factory=list)
    _nodes: int = 0
    _characters: int = 0

    def __post_init__(self) -> None:
        self._open = [self.root]

    def opening(self, tag: str, attributes: Attributes, start: int, end: int) -> None:
        height = implied_height([node.tag for node in self._open], tag)
        self._close_to(max(1, height), start)
        if len(self._open) >= _MAX_DEPTH:
            self._too_deep += [] if tag in VOID_TAGS else [tag]
            return
        self._count(1, 0)
        parent = self._open[-1]
        given = {name: value or "" for name, value in reversed(attributes)}
        node = Node(tag, given, start, end, parent, end, end)
        parent.children.append(node)
        if tag not in VOID_TAGS:
            self._open.append(node)

    def closing(self, tag: str, start: int, end: int) -> None:
        if self._too_deep and tag in self._too_deep:
            while self._too_deep.pop() != tag:
                pass
            return
        for height in range(len(self._open) - 1, 0, -1):
            if self._open[height].tag == tag:
                self._close_to(height + 1, start)
                node = self._open.pop()
                node.close, node.end = start, end
                return

    def data(self, characters: str, start: int, end: int) -> None:
        if characters:
            self._count(1, len(characters))
            self._open[-1].children.append(Words(characters, start, end))

    def finish(self, at: int) -> None:
        self._close_to(0, at)

    def _close_to(self, height: int, at: int) -> None:
        while len(self._open) > height:
            node = self._open.pop()
            node.close = node.end = at

    def _count(self, nodes: int, characters: int) -> None:
        self._nodes += nodes
        self._characters += characters
        if self._nodes > _MAX_NODES or self._characters > _MAX_WORDS + self._nodes:
            raise ResumeFileError(
                f"{self.file_name} has more elements or words than a resume can have; give the page"
                " of the resume alone."
            )


def parsed(text: str, file_name: str) -> Node:
    """The root of the page. Raises `ResumeFileError` where it is far too large."""
    tree = _Tree(file_name, Node("#document", {}, 0, 0))
    feed(tree, text, int)
    tree.finish(len(text))
    return tree.root
