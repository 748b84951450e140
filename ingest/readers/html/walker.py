"""Visible HTML becomes blocks: whole fragments, or single tags between other words.

The tags of one page may come in many fragments (an HTML block of Markdown opens a `<div>` that
another one closes), so the stack of open elements lives as long as the walker.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Protocol

from ingest.blocks import Mark
from ingest.readers.block_builder import HEADING_LEVELS, STRUCTURE, BlockBuilder

Attributes = list[tuple[str, str | None]]
Where = Callable[[int], int]

VOID_TAGS = frozenset("area base br col embed hr img input link meta source track wbr".split())
NEVER_SHOWN = frozenset(
    "script style template head title noscript svg math iframe object audio video canvas map "
    "select datalist textarea".split()
)
_MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.BOLD),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), Mark.ITALIC),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Mark.CODE),
    **dict.fromkeys(("s", "del", "strike"), Mark.STRUCK),
}
_PARAGRAPHS = frozenset(
    "p div section article header footer main aside nav center address figure figcaption form "
    "fieldset legend details summary pre caption thead tbody tfoot hgroup".split()
)
BLOCK_TAGS = _PARAGRAPHS | STRUCTURE | frozenset(HEADING_LEVELS)

#: Classes of frameworks and themes that set words at the right edge.
_RIGHT = re.compile(r"(?<!\S)(?:float|pull)-?(?:right|end)(?!\S)", re.IGNORECASE)

# Which open elements an opening tag closes by itself, and within which element that search ends
# (HTML standard, optional tags).
_IMPLIED_END: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}


# Deeper elements are not followed: what they hold is plain text of those around them.
_MAX_DEPTH = 100


@dataclass(slots=True)
class _Element:
    tag: str
    hidden: bool
    wraps: bool


class Sink(Protocol):
    """Takes the tags and words of a page in their order, each with its place in the source."""

    def opening(self, tag: str, attributes: Attributes, start: int, end: int) -> None:
        """An opening tag that stands from `start` to `end`."""
        ...

    def closing(self, tag: str, start: int, end: int) -> None:
        """A closing tag; perhaps one that closes nothing."""
        ...

    def data(self, characters: str, start: int, end: int) -> None:
        """Words between tags."""
        ...


def feed(sink: Sink, markup: str, where: Where | None = None) -> None:
    """Give all tags and words of some HTML to `sink`.

    `where` maps an index into `markup` to its offset in the source; None where they are the same.
    """
    _Feed(sink, markup, where).run()


def implied_height(open_tags: Sequence[str], tag: str) -> int:
    """How many of the open elements are still open when a tag opens that ends some of them."""
    height = len(open_tags)
    if tag in BLOCK_TAGS and open_tags and open_tags[-1] == "p":
        height -= 1
    closes, fence = _IMPLIED_END.get(tag, (frozenset(), frozenset()))
    for depth in range(height - 1, -1, -1):
        if open_tags[depth] in fence:
            break
        if open_tags[depth] in closes:
            height = depth
    return height


class HtmlWalker:
    """Drives a `BlockBuilder` with HTML; see the module."""

    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._stack: list[_Element] = []

    def fragment(self, markup: str, where: Where) -> None:
        """Walk some HTML; `where` maps an index into `markup` to its offset in the source."""
        feed(self, markup, where)

    @property
    def height(self) -> int:
        """How many elements are open; to be given to `unwind` later."""
        return len(self._stack)

    @property
    def open_tag(self) -> str:
        """The innermost open element; "" for none."""
        return self._stack[-1].tag if self._stack else ""

    def unwind(self, height: int, at: int) -> None:
        """Close what was opened since: inline elements end with the block around them."""
        while len(self._stack) > height:
            self._leave(self._stack.pop(), at, at)

    def opening(self, tag: str, attributes: Attributes, start: int, end: int) -> None:
        """An opening tag that stands from `start` to `end` in the source."""
        if tag in VOID_TAGS:
            self._void(tag, attributes, start)
            return
        self.unwind(implied_height([element.tag for element in self._stack], tag), start)
        if len(self._stack) >= _MAX_DEPTH:
            if tag in BLOCK_TAGS:
                # Its words stay apart all the same: they may be given out of the source's order.
                self._builder.flush()
            return
        hidden = tag in NEVER_SHOWN or _is_hidden(dict(attributes))
        mark, target = _MARKS.get(tag), dict(attributes).get("href") if tag == "a" else None
        if hidden:
            self._builder.hidden += 1
        wraps = mark is not None or target is not None
        if tag == "small" or (tag not in BLOCK_TAGS and _at_the_right(dict(attributes))):
            self._builder.gap(start)
        if tag in BLOCK_TAGS:
            self._builder.enter(tag)
            if tag in ("td", "th"):
                self._builder.reach_down(dict(attributes).get("rowspan") or "")
        elif wraps:
            self._builder.open(start, end, mark or Mark.NONE, target)
        self._stack.append(_Element(tag, hidden, wraps and tag not in BLOCK_TAGS))

    def closing(self, tag: str, start: int, end: int) -> None:
        """A closing tag; one that closes nothing is ignored."""
        if tag == "p" and not any(element.tag == "p" for element in self._stack):
            self._builder.flush()
        if tag not in VOID_TAGS and any(element.tag == tag for element in self._stack):
            while self._stack:
                element = self._stack.pop()
                self._leave(element, start, end if element.tag == tag else start)
                if element.tag == tag:
                    return

    def _void(self, tag: str, attributes: Attributes, at: int) -> None:
        if tag == "br":
            self._builder.hard_break(at)
        elif tag == "hr":
            self._builder.rule()

    def _leave(self, element: _Element, start: int, end: int) -> None:
        if element.wraps:
            self._builder.close(start, end)
        elif element.tag == "span":
            self._builder.gap(end)
        elif element.tag in BLOCK_TAGS:
            self._builder.leave(element.tag)
        if element.hidden:
            self._builder.hidden -= 1

    def data(self, characters: str, start: int, end: int) -> None:
        """Words between tags."""
        self._builder.text(characters, start, end)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or (attributes.get("aria-hidden") or "").lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _at_the_right(attributes: dict[str, str | None]) -> bool:
    """Whether words are set apart at the right edge of their line."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "float:right" in style or bool(_RIGHT.search(attributes.get("class") or ""))


class _Feed(HTMLParser):
    """One fragment, with the place of every tag and word."""

    def __init__(self, sink: Sink, markup: str, where: Where | None) -> None:
        super().__init__(convert_charrefs=False)
        self._sink = sink
        self._markup = markup
        self._where = where or int
        self._same = where is None
        self._lines = [0, *(line.end() for line in re.finditer("\n", markup))]
        self._endless: set[str] = set()

    def run(self) -> None:
        """Parse. What begins like a tag after the last one is but words.

        The parser would look for its end from every later "<" on, to the end of the page.
        """
        broken = self._markup.find("<", self._markup.rfind(">") + 1)
        whole = len(self._markup) if broken < 0 else broken
        self.feed(self._markup[:whole])
        self.close()
        self._words(whole, self._markup[whole:])

    # Each of these looks for an end that may not be there; once is enough to know. Without this, a
    # page of comments that are never closed takes time by the square of its length.

    def parse_starttag(self, i: int) -> int:
        return self._once("tag", lambda: super(_Feed, self).parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        return self._once("end tag", lambda: super(_Feed, self).parse_endtag(i))

    def parse_comment(self, i: int, report: bool = True) -> int:
        return self._once("comment", lambda: super(_Feed, self).parse_comment(i, report))

    def parse_pi(self, i: int) -> int:
        return self._once("instruction", lambda: super(_Feed, self).parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        what = self.rawdata[i : i + 4].lower()
        return self._once(what, lambda: super(_Feed, self).parse_html_declaration(i))

    def _once(self, what: str, parse: Callable[[], int]) -> int:
        end = -1 if what in self._endless else parse()
        if end < 0:
            self._endless.add(what)
        return end

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _span(self, length: int) -> tuple[int, int]:
        start = self._here()
        return self._where(start), self._where(start + max(1, length) - 1) + 1

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._sink.opening(tag, attrs, *self._span(len(self.get_starttag_text() or "")))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        # "<br/>" closes itself; "<div/>" does not, as in a browser.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        start = self._here()
        close = self._markup.find(">", start)
        self._sink.closing(tag, *self._span((close if close >= 0 else start) + 1 - start))

    def handle_data(self, data: str) -> None:
        self._words(self._here(), data)

    def _words(self, start: int, data: str) -> None:
        position = 0
        while position < len(data):
            # One run a stretch that is contiguous in the source.
            size = self._contiguous(start + position, len(data) - position)
            begin = self._where(start + position)
            self._sink.data(data[position : position + size], begin, begin + size)
            position += size

    def _contiguous(self, start: int, longest: int) -> int:
        if self._same:
            return longest
        first = self._where(start)
        size = 1
        while size < longest and self._where(start + size) == first + size:
            size += 1
        return size

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._here()
        if self._markup.startswith(";", start + len(written)):
            written += ";"
        self._sink.data(html.unescape(written), *self._span(len(written)))
