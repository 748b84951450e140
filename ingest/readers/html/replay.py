"""A page's tree becomes blocks: the elements are given to the walker as a person sees them.

What is hidden or no content is skipped. Elements that stand side by side become one line with gaps,
chips a line of their own, words that are bold by style `<b>`, titles by class headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.blocks import Block
from ingest.readers.block_builder import HEADING_LEVELS, BlockBuilder
from ingest.readers.html.looks import Look
from ingest.readers.html.rows import Layout
from ingest.readers.html.tree import Node, Words
from ingest.readers.html.walker import BLOCK_TAGS, Attributes, HtmlWalker

_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_BLANK = " \t\r\n\f"
_KEPT = re.compile(r"\r\n?|\n|\t+| {3,}")
_MARKED = frozenset("b strong em i cite var dfn".split()) | frozenset(HEADING_LEVELS)


@dataclass(frozen=True, slots=True)
class _End:
    """What is to be done when an element ends: closing tags, and perhaps a gap after it."""

    node: Node
    tags: tuple[str, ...]
    gap: str


class Replay:
    """One pass over a page."""

    def __init__(self, looks: dict[int, Look], layout: Layout) -> None:
        self._looks = looks
        self._layout = layout
        self._builder = BlockBuilder()
        self._walker = HtmlWalker(self._builder)
        self._blank = False

    def run(self, root: Node) -> list[Block]:
        """The blocks of what is shown below `root`."""
        waiting: list[Node | Words | _End] = [root]
        while waiting:
            one = waiting.pop()
            if isinstance(one, _End):
                self._close(one)
            elif isinstance(one, Words):
                if not one.hidden:
                    self._say(one)
            elif one.shown:
                waiting += [self._open(one), *reversed(self._layout.children(one))]
        self._walker.unwind(0, root.end)
        return self._builder.finish()

    def _open(self, node: Node) -> _End:
        tag = self._layout.tag(node)
        tags: list[str] = []
        before = self._layout.gap_before(node)
        if before:
            self._gap(before, node.start)
        if tag:
            self._tag(tag, node, node.start, tags)
        elif node.tag in BLOCK_TAGS and not self._blank:
            self._gap(" ", node.start)
        for mark in self._marks(node):
            self._tag(mark, node, node.inner, tags)
        return _End(node, tuple(tags), self._layout.gap_after(node))

    def _tag(self, tag: str, node: Node, start: int, tags: list[str]) -> None:
        """Open an element and note that it has to be closed; not where that goes too deep."""
        target = node.attributes.get("href")
        attributes: Attributes = [("href", target)] if tag == "a" and target else []
        height = self._walker.height
        self._walker.opening(tag, attributes, start, node.inner)
        if tag in BLOCK_TAGS or tag == "br":
            self._blank = tag == "br"
        if self._walker.height > height or (tag in BLOCK_TAGS and self._walker.open_tag == tag):
            tags.append(tag)
        elif tag in BLOCK_TAGS and tag != "hr":
            self._gap(" ", start)

    def _marks(self, node: Node) -> list[str]:
        """The emphasis that styles alone give an element."""
        look = self._looks[id(node)]
        above = self._looks[id(node.parent)] if node.parent else Look()
        if not look.told or node.tag in _MARKED:
            return []
        bold = look.bold and not above.bold
        return [*(["b"] if bold else []), *(["i"] if look.italic and not above.italic else [])]

    def _close(self, end: _End) -> None:
        for tag in reversed(end.tags):
            self._walker.closing(tag, end.node.close, end.node.end)
            if tag in BLOCK_TAGS:
                self._blank = False
        if end.gap:
            self._gap(end.gap, end.node.end)

    def _gap(self, gap: str, at: int) -> None:
        if gap == "\t":
            self._builder.gap(at)
        elif gap == "\n":
            self._builder.hard_break(at)
        else:
            self._builder.text(gap, at, at)
        self._blank = True

    # --- words ------------------------------------------------------------------------------

    def _say(self, words: Words) -> None:
        look = self._looks[self._layout.parent(words)]
        if len(words.text) != words.end - words.start:
            self._builder.text(words.text, words.start, words.end)
            self._blank = False
        elif look.kept:
            self._keep(words)
        else:
            self._fold(words)

    def _fold(self, words: Words) -> None:
        """Words whose white space is shown as one blank."""
        text, at = words.text, 0
        if self._blank:
            at = len(text) - len(text.lstrip(_BLANK))
        for blanks in _BLANKS.finditer(text, at):
            self._part(words, at, blanks.start())
            self._builder.text(" ", words.start + blanks.start(), words.start + blanks.end())
            at = blanks.end()
        self._part(words, at, len(text))
        if text:
            self._blank = text[-1] in _BLANK

    def _keep(self, words: Words) -> None:
        """Words whose line breaks are shown."""
        at = 0
        for layout in _KEPT.finditer(words.text):
            self._part(words, at, layout.start())
            if layout[0][0] in "\r\n":
                self._builder.hard_break(words.start + layout.start())
            else:
                self._builder.gap(words.start + layout.start())
            at = layout.end()
        self._part(words, at, len(words.text))

    def _part(self, words: Words, start: int, end: int) -> None:
        if end > start:
            first = words.start
            self._builder.text(words.text[start:end], first + start, first + end)
