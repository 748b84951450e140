"""Markdown as portfolio sites write it: Jekyll, kramdown, GitHub, pandoc; with inline HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any, ClassVar

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ingest.blocks import BlockKind, Mark
from ingest.readers.base import decode
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.markdown_source import PreparedText, prepare
from ingest.resume import Resume, Source, Warning
from ingest.structure.build import build_resume

_MARKS = {"strong": Mark.BOLD, "em": Mark.ITALIC, "s": Mark.STRUCK}
_HTML_MARKS = {"b": Mark.BOLD, "strong": Mark.BOLD, "i": Mark.ITALIC, "em": Mark.ITALIC,
               "code": Mark.CODE, "del": Mark.STRUCK, "s": Mark.STRUCK}  # fmt: skip
_INVISIBLE = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "svg", "iframe"}
)
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "col", "source"})
_BLOCKS = frozenset(
    """p div section article header footer main aside nav ul ol dl table thead tbody tfoot figure
    figcaption address details summary center form fieldset""".split()
)
_SETEXT_WORDS = 14
_MAX_NESTING = 40


class MarkdownReader:
    """Reads Markdown."""

    format: ClassVar[str] = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".txt")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is no text."""
        text = decode(data, file_name)
        # One character a line break keeps every offset; a lone \\r is no line break to Markdown.
        source = Source(file_name, text)
        page = _Page(prepare(text.replace("\r", " ")))
        page.parse()
        front, warnings = page.front_matter()
        return build_resume(page.builder.finish(), source, front, warnings, self.format)


class _Page:
    """Drives a `BlockBuilder` with the tokens of one page."""

    def __init__(self, prepared: PreparedText) -> None:
        self.prepared = prepared
        self.builder = BlockBuilder()
        self.cursor = 0
        self._front: str | None = None
        self._html: list[str] = []
        self._header = False

    def parse(self) -> None:
        self.markdown(0, len(self.prepared.text))

    def front_matter(self) -> tuple[dict[str, Any], list[Warning]]:
        """The front matter as a mapping; empty, with a warning, where it is no YAML mapping."""
        if self._front is None:
            return {}, []
        try:
            values = yaml.safe_load(self._front)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            reason = str(error).partition("\n")[0]
            return {}, [Warning(f"The front matter is no valid YAML: {reason}.", 1)]
        return (values, []) if isinstance(values, dict) else ({}, [])

    def markdown(self, start: int, end: int) -> None:
        """Parse `start` to `end` of the prepared text as Markdown."""
        text = self.prepared.text[start:end]
        lines = [0]
        for line in text.split("\n"):
            lines.append(lines[-1] + len(line) + 1)
        for token in _parser(front=start == 0).parse(text):
            if token.map:
                first, last = token.map
                last = max(last, first + 1)  # a definition term has no lines of its own
                low, high = start + lines[first], start + min(lines[last], len(text))
                self.cursor = max(self.cursor, low)
            else:
                low = high = self.cursor
            self._token(token, low, high)

    def _token(self, token: Token, low: int, high: int) -> None:
        builder, kind = self.builder, token.type
        if kind == "inline":
            self._inline(token, high)
        elif kind == "front_matter":
            self._front = token.content
        elif kind == "heading_open":
            builder.begin(BlockKind.HEADING, int(token.tag[1]))
            self._setext(token, low, high)
        elif kind == "paragraph_open":
            builder.begin()
        elif kind in ("bullet_list_open", "ordered_list_open"):
            builder.flush()
            builder.list_depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            builder.flush()
            builder.list_depth -= 1
        elif kind == "list_item_open":
            builder.container(BlockKind.ITEM)
        elif kind == "blockquote_open":
            builder.flush()
            builder.quote_depth += 1
        elif kind == "blockquote_close":
            builder.flush()
            builder.quote_depth -= 1
        elif kind == "dt_open":
            builder.begin(BlockKind.TERM)
        elif kind == "dd_open":
            builder.container(BlockKind.DEFINITION)
            builder.definition_depth += 1
        elif kind == "dd_close":
            builder.flush()
            builder.definition_depth -= 1
        elif kind == "hr":
            builder.rule()
        elif kind in ("th_open", "td_open"):
            builder.cell()
        elif kind in ("thead_open", "thead_close"):
            self._header = kind == "thead_open"
        elif kind in ("th_close", "td_close"):
            pass  # the row goes on
        elif kind == "tr_open":
            builder.row(header=self._header)
        elif kind == "tr_close":
            builder.end_row()
        elif kind in ("fence", "code_block"):
            self._code(token, low, high)
        elif kind == "html_block":
            self._html_block(low, high)
        elif kind.endswith("_close"):
            builder.flush()

    def _setext(self, token: Token, low: int, high: int) -> None:
        """Prose glued to a line of dashes is prose and a rule, not a heading."""
        if token.markup == "-":
            words = self.prepared.text[low:high].strip().rstrip("-").strip()
            if len(words.split()) > _SETEXT_WORDS or words.endswith("."):
                self.builder.begin()

    def _code(self, token: Token, low: int, high: int) -> None:
        self.builder.begin(BlockKind.CODE)
        for line in token.content.split("\n"):
            self._visible(line.strip(), high)
            self.builder.soft_break(self.prepared.offset(min(self.cursor, high)))
        self.cursor = high
        self.builder.flush()

    # --- inline -----------------------------------------------------------------------------

    def _inline(self, token: Token, end: int) -> None:
        for child in token.children or ():
            kind = child.type
            if kind in ("text", "code_inline"):
                self._visible(child.content, end, Mark.CODE if kind == "code_inline" else None)
            elif kind == "text_special":
                self._special(child, end)
            elif kind == "softbreak":
                self._newline(end)
                self.builder.soft_break(self.prepared.offset(self.cursor))
            elif kind == "hardbreak":
                self._newline(end)
                self.builder.hard_break(self.prepared.offset(self.cursor))
            elif kind == "html_inline":
                self._tag(child.content, end)
            elif kind == "image":
                self._image(end)
            elif kind == "link_open":
                self._open_link(child, end)
            elif kind == "link_close":
                self._close_link(child, end)
            elif kind.endswith("_open") and child.tag in _MARKS:
                at = self._skip(child.markup, end)
                self.builder.open(*at, _MARKS[child.tag])
            elif kind.endswith("_close") and child.tag in _MARKS:
                self.builder.close(*self._skip(child.markup, end))

    def _find(self, words: str, end: int) -> int:
        at = self.prepared.text.find(words, self.cursor, end)
        return at if at >= 0 else self.cursor

    def _skip(self, markup: str, end: int) -> tuple[int, int]:
        """Step over markup; where it stood in the source."""
        at = self._find(markup, end) if markup else self.cursor
        self.cursor = min(end, at + len(markup))
        offset = self.prepared.offset
        return offset(at), max(offset(at), self.prepared.end_offset(self.cursor))

    def _newline(self, end: int) -> None:
        at = self.prepared.text.find("\n", self.cursor, end)
        if at >= 0:
            self.cursor = at + 1

    def _visible(self, words: str, end: int, mark: Mark | None = None) -> None:
        if not words:
            return
        at = self.prepared.text.find(words, self.cursor, end)
        if at < 0:
            # Code over several lines is shown with spaces; take it word by word.
            for word in words.split():
                at = self.prepared.text.find(word, self.cursor, end)
                if at >= 0:
                    self._emit(at, at + len(word), word, mark)
                    self.builder.text(" ", self._here(), self._here())
            return
        self._emit(at, at + len(words), words, mark)

    def _here(self) -> int:
        return self.prepared.end_offset(self.cursor)

    def _emit(self, at: int, end: int, words: str, mark: Mark | None) -> None:
        offset = self.prepared.offset
        if mark is not None:
            self.builder.open(offset(max(0, at - 1)), offset(at), mark)
        for low, high in self.prepared.pieces(at, end):
            self.builder.text(
                words[low - at : high - at], offset(low), self.prepared.end_offset(high)
            )
        self.cursor = end
        if mark is not None:
            tick = self.prepared.text[end : end + 1] == "`"
            self.builder.close(self._here(), self._here() + tick)

    def _special(self, token: Token, end: int) -> None:
        at = self._find(token.markup, end)
        self.cursor = at + len(token.markup)
        self.builder.text(token.content, self.prepared.offset(at), self._here())

    def _image(self, end: int) -> None:
        at = self.prepared.text.find(")", self._find("](", end), end)
        self.cursor = max(self.cursor, at + 1)

    def _open_link(self, token: Token, end: int) -> None:
        opening = "<" if token.markup == "autolink" else "["
        at = self._skip("" if token.markup == "linkify" else opening, end)
        self.builder.open(*at, Mark.NONE, str(token.attrs.get("href", "")))

    def _close_link(self, token: Token, end: int) -> None:
        text, start = self.prepared.text, self.cursor
        if token.markup == "autolink":
            self.cursor = self._find(">", end) + 1
        else:
            close = re.compile(r"\]\((?:[^()\n]|\([^()]*\))*\)|\]\s?\[[^\]]*\]|\]").search(
                text, start, end
            )
            self.cursor = close.end() if close else start
        self.builder.close(self.prepared.end_offset(start), self._here())

    # --- HTML -------------------------------------------------------------------------------

    def _tag(self, tag: str, end: int) -> None:
        at = self._find(tag, end)
        self.cursor = at + len(tag)
        feed = _Html(self, at)
        feed.feed(tag)

    def _html_block(self, low: int, high: int) -> None:
        """HTML up to where its tags are closed; the lines glued under it are Markdown again."""
        text = self.prepared.text
        at = low
        depth: list[str] = []
        while at < high:
            line_end = text.find("\n", at, high)
            line_end = high if line_end < 0 else line_end + 1
            _balance(text[at:line_end], depth)
            at = line_end
            rest = text[at:high].lstrip()
            if not depth and rest and not rest.startswith("<"):
                break
        self.builder.flush()
        self.cursor = low
        html = _Html(self, low)
        html.feed(text[low:at])
        html.close()
        self.builder.flush()
        self.cursor = max(self.cursor, at)
        if at < high:
            self.markdown(at, high)
        self.cursor = max(self.cursor, high)


_TAG = re.compile(r"<!--.*?(?:-->|$)|<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>", re.DOTALL)


def _balance(line: str, depth: list[str]) -> None:
    for match in _TAG.finditer(line):
        name = (match[2] or "").lower()
        if not name or name in _VOID or match[3]:
            if match[0].startswith("<!--") and not match[0].endswith("-->"):
                depth.append("!")
            continue
        if match[1]:
            if name in depth:
                while depth.pop() != name:
                    pass
        else:
            depth.append(name)
    if depth and depth[-1] == "!" and "-->" in line and "<!--" not in line:
        depth.pop()


class _Html(HTMLParser):
    """Feeds the tags and the text of a stretch of HTML to the page's builder."""

    def __init__(self, page: _Page, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.page, self.base = page, base
        self._lines = [0]

    def feed(self, data: str) -> None:
        for line in data.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        super().feed(data)

    def _at(self) -> int:
        line, column = self.getpos()
        return self.base + self._lines[line - 1] + column

    def _offsets(self) -> tuple[int, int]:
        at = self._at()
        raw = self.get_starttag_text() or ""
        return self.page.prepared.offset(at), self.page.prepared.end_offset(at + len(raw))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, dict(attrs))
        if tag not in _VOID:
            self.page._html.append(tag)  # noqa: SLF001 - one parser in two classes

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, dict(attrs))
        if tag not in _VOID:
            self._end(tag)

    def _start(self, tag: str, attrs: dict[str, str | None]) -> None:
        builder = self.page.builder
        hidden = tag in _INVISIBLE or "hidden" in attrs or attrs.get("aria-hidden") == "true"
        hidden |= bool(
            re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", attrs.get("style") or "")
        )
        if tag not in _VOID and (hidden or builder.hidden):
            builder.hidden += 1
            return
        start, inner = self._offsets()
        if tag == "br":
            builder.hard_break(inner)
        elif tag == "hr":
            builder.rule()
        elif tag == "a":
            builder.open(start, inner, Mark.NONE, attrs.get("href") or "")
        elif tag in _HTML_MARKS:
            builder.open(start, inner, _HTML_MARKS[tag])
        elif tag == "span":
            builder.gap(start)
        elif re.fullmatch(r"h[1-6]", tag):
            builder.begin(BlockKind.HEADING, int(tag[1]))
        elif tag == "li":
            builder.container(BlockKind.ITEM)
        elif tag in ("td", "th"):
            builder.cell()
        elif tag == "tr":
            builder.row()
        elif tag == "dt":
            builder.begin(BlockKind.TERM)
        elif tag == "dd":
            builder.container(BlockKind.DEFINITION)
        elif tag in _BLOCKS:
            builder.flush()
            builder.list_depth += tag in ("ul", "ol")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.page._html:  # noqa: SLF001
            while self.page._html.pop() != tag:  # noqa: SLF001
                pass
        self._end(tag)

    def _end(self, tag: str) -> None:
        builder = self.page.builder
        if builder.hidden:
            builder.hidden -= 1
            return
        at = self.page.prepared.offset(self._at())
        if tag == "a" or tag in _HTML_MARKS:
            end = self.page.prepared.text.find(">", self._at())
            builder.close(at, self.page.prepared.end_offset(end + 1) if end >= 0 else at)
        elif tag == "tr":
            builder.end_row()
        elif tag in _BLOCKS or re.fullmatch(r"h[1-6]|li|dt|dd", tag):
            builder.flush()
            builder.list_depth -= tag in ("ul", "ol") and builder.list_depth > 0

    def handle_data(self, data: str) -> None:
        at = self._at()
        for match in re.finditer(r"[^\n]+|\n", data):
            if match[0] == "\n":
                self.page.builder.soft_break(self.page.prepared.offset(at + match.start()))
            elif not re.fullmatch(r"\s*-{3,}\s*", match[0]):
                low, high = at + match.start(), at + match.end()
                for first, last in self.page.prepared.pieces(low, high):
                    self.page.builder.text(
                        self.page.prepared.text[first:last],
                        self.page.prepared.offset(first),
                        self.page.prepared.end_offset(last),
                    )

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name};")

    def _entity(self, raw: str) -> None:
        at = self._at()
        plain = unescape(raw)
        offset, end = self.page.prepared.offset(at), self.page.prepared.end_offset(at + len(raw))
        self.page.builder.text(plain.replace("\xa0", " "), offset, end)


def _parser(*, front: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.disable("text_join")
    parser.use(deflist_plugin)
    if front:
        parser.use(front_matter_plugin)
    return parser
