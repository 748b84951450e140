"""The inline tokens of one Markdown block become runs whose characters know their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from ingest.blocks import Mark
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.html.walker import HtmlWalker

_EMPHASIS = {"em": Mark.ITALIC, "strong": Mark.BOLD, "s": Mark.STRUCK}
_WORDS = re.compile(r"<[^\W_][\w .-]*>")


class InlineWalk:
    """One pass over the children of an inline token.

    `places` maps an index into the token's content to its offset in the source; it has one item
    more than the content has characters. The tokens must come from `markdown_tokens.make_parser`.
    """

    def __init__(
        self, builder: BlockBuilder, html: HtmlWalker, content: str, places: Sequence[int]
    ) -> None:
        self._builder = builder
        self._html = html
        self._content = content
        self._places = places
        self._cursor = 0
        self._autolink: tuple[int, int] | None = None

    def run(self, children: Sequence[Token]) -> None:
        """Give every child to the builder, in order."""
        for index, child in enumerate(children):
            # Emphasis markers are pushed several at a time from one position; the cursor steps
            # through them, everything else says itself where it begins.
            self._cursor = max(self._cursor, child.meta.get("begin", child.meta.get("at", 0)))
            if child.type == "link_open":
                self._open_link(child, children, index)
            else:
                self._child(child)
            self._cursor = max(self._cursor, child.meta.get("end", 0))

    def _child(self, child: Token) -> None:
        kind = child.type
        if kind == "text":
            self._text(child)
        elif kind == "text_special":
            self._builder.text(child.content, *self._stretch(child))
        elif kind == "code_inline":
            self._code(child)
        elif kind == "softbreak":
            self._builder.soft_break(self._at(self._cursor))
        elif kind == "hardbreak":
            self._builder.hard_break(self._at(self._cursor))
        elif kind == "html_inline":
            start = child.meta.get("begin", self._cursor)
            if self._is_quoted(child.content, start):
                self.plain(child.content, start)
                return
            self._html.fragment(child.content, lambda index: self._at(start + index))
        elif kind == "link_close":
            self._close_link(child)
        elif child.tag in _EMPHASIS:
            self._emphasis(child)

    def _is_quoted(self, tag: str, start: int) -> bool:
        """Whether what looks like a tag is words in kramdown's quotation marks: `<<name>>`."""
        before, after = self._content[:start][-1:], self._content[start + len(tag) :][:1]
        return before == "<" and after == ">" and _WORDS.fullmatch(tag) is not None

    def _text(self, child: Token) -> None:
        if self._autolink is not None:
            self._builder.text(child.content, *self._autolink)
            return
        if not child.content:
            # The first half of a "**" whose second half became the opening or closing token.
            self._cursor += self._content[self._cursor : self._cursor + 1] in ("*", "_", "~")
            return
        self.plain(child.content, self._cursor)
        self._cursor += len(child.content)

    def plain(self, words: str, start: int) -> None:
        """Words that stand in the content as they are, a run a stretch without interruption."""
        first = 0
        for index in range(1, len(words) + 1):
            here = self._at(start + index - 1)
            if index == len(words) or self._at(start + index) != here + 1:
                self._builder.text(words[first:index], self._at(start + first), here + 1)
                first = index

    def _code(self, child: Token) -> None:
        start, end = child.meta["begin"], child.meta["end"]
        size = len(child.markup)
        inner, inner_end = start + size, end - size
        # One space on each side belongs to the markup where the words begin or end with a tick.
        trimmed = inner_end - inner - len(child.content) == 2
        self._builder.open(self._at(start), self._at(inner + trimmed), Mark.CODE)
        self.plain(child.content, inner + trimmed)
        self._builder.close(self._at(inner_end - 1 - trimmed) + 1, self._at(end - 1) + 1)

    def _emphasis(self, child: Token) -> None:
        size = 2 if child.tag == "s" else 1
        if child.nesting > 0:
            self._cursor += size
            opened = self._cursor - len(child.markup)
            self._builder.open(
                self._at(max(0, opened)), self._at(self._cursor), _EMPHASIS[child.tag]
            )
        else:
            inner_end = self._at(self._cursor - 1) + 1
            self._cursor += size
            last = self._cursor - size + len(child.markup) - 1
            self._builder.close(inner_end, self._at(last) + 1)

    def _open_link(self, child: Token, children: Sequence[Token], index: int) -> None:
        start = child.meta.get("begin", self._cursor)
        target = str(child.attrs.get("href", ""))
        inner = start + 1
        if child.markup == "autolink":
            later = (children[at] for at in range(index + 1, len(children)))
            end = next((t.meta["end"] for t in later if t.type == "link_close"), inner + 1)
            self._autolink = self._at(inner), self._at(end - 2) + 1
        self._builder.open(self._at(start), self._at(inner), Mark.NONE, target)
        self._cursor = inner

    def _close_link(self, child: Token) -> None:
        end = child.meta.get("end", self._cursor + 1)
        inner_end = end - 1 if self._autolink else child.meta.get("at", self._cursor)
        self._autolink = None
        self._builder.close(self._at(inner_end - 1) + 1, self._at(end - 1) + 1)
        self._cursor = end

    def _stretch(self, child: Token) -> tuple[int, int]:
        return self._at(child.meta["begin"]), self._at(child.meta["end"] - 1) + 1

    def _at(self, index: int) -> int:
        return self._places[min(max(index, 0), len(self._places) - 1)]
