"""Markdown text becomes blocks whose every character knows its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from ingest.blocks import Block, BlockKind
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.markdown.fenced import is_list
from ingest.readers.markdown.inline import InlineWalk
from ingest.readers.markdown.marked_html import MarkedHtml
from ingest.readers.markdown.source import PreparedText, prepare
from ingest.readers.markdown.tokens import make_parser

_WITH_LINES = frozenset(
    "front_matter heading_open paragraph_open table_open hr fence code_block html_block "
    "inline".split()
)
_CONTAINERS = frozenset({"li", "dd", "blockquote"})
_TAGS = _CONTAINERS | frozenset("p ul ol dt table thead tr td th".split())
# A line above "---" is a heading by CommonMark; one that is longer than this many words, ends like
# a sentence or is a contact line was glued to a rule.
_HEADING_WORDS = 10
_SET_IN = re.compile(
    r"\s*</?(?:table|thead|tbody|tr|t[dh]|ul|ol|li|dl|d[td]|div|section|p|h[1-6]|span)\b[^<>\n]*>",
    re.IGNORECASE,
)
_NOT_A_HEADING = re.compile(r"[.;,!?]\s*$|@|\||://")


@dataclass
class MarkdownPage:
    """What stands in a Markdown file: its front matter (YAML or TOML, unparsed) and its blocks."""

    front_matter: str | None = None
    toml: str | None = None
    blocks: list[Block] = field(default_factory=list)


def read_blocks(source: str) -> MarkdownPage:
    """Blocks of a Markdown text; Liquid and attribute lists are not content."""
    prepared = prepare(source)
    page = _Walk(prepared).run()
    page.toml = prepared.toml
    return page


class _Walk:
    """One pass over the tokens of one page."""

    def __init__(self, prepared: PreparedText) -> None:
        self._prepared = prepared
        self._builder = BlockBuilder()
        self._html = MarkedHtml(self._builder)
        self._page = MarkdownPage()
        self._heights: list[int] = []
        self._lines = [0]
        for match in re.finditer("\n", prepared.text):
            self._lines.append(match.end())
        self._cell_from = 0
        self._rule_after = False
        #: Whether a block of the page's text has been opened.
        self._begun = False

    def run(self) -> MarkdownPage:
        environment: dict[str, object] = {}
        tokens = make_parser().parse(self._prepared.text, environment)
        covered = _covered_lines(tokens, environment)
        for index, token in enumerate(tokens):
            self._block_token(token, tokens[index + 1] if index + 1 < len(tokens) else None)
        self._html.unwind(0, len(self._prepared.text))
        self._leftovers(covered)
        self._page.blocks = self._builder.finish()
        return self._page

    # --- blocks -----------------------------------------------------------------------------

    def _block_token(self, token: Token, following: Token | None) -> None:
        if token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            places = self._places(token, token.map[0] if token.map else 0)
            self._html.fragment(token.content, places.__getitem__)
        elif token.type == "code_block" and _SET_IN.match(token.content):
            # Elements that are set in below a blank line are no code to who wrote them.
            places = self._places(token, token.map[0] if token.map else 0)
            self._html.fragment(token.content, places.__getitem__)
        elif token.type in ("code_block", "fence"):
            self._code(token)
        elif token.type == "hr":
            self._builder.rule()
        elif token.type == "front_matter":
            self._page.front_matter = token.content
        elif token.nesting > 0:
            self._open(token, following)
        elif token.nesting < 0:
            self._close(token)

    def _open(self, token: Token, following: Token | None) -> None:
        if token.tag in _CONTAINERS:
            self._heights.append(self._html.height)
        if token.type == "heading_open":
            self._heading(token, following)
        elif token.tag in _TAGS:
            self._cell_from = 0 if token.tag == "tr" else self._cell_from
            self._builder.enter(token.tag)
        self._begun = True

    def _close(self, token: Token) -> None:
        if token.tag in _CONTAINERS:
            self._html.unwind(self._heights.pop(), 0)
        if token.tag in _TAGS or token.type == "heading_close":
            self._builder.leave(token.tag)
        if token.type == "heading_close" and self._rule_after:
            self._builder.rule()
            self._rule_after = False

    def _heading(self, token: Token, following: Token | None) -> None:
        words = following.content if following is not None else ""
        first = not self._begun and token.markup == "=" and _names_on_lines(words)
        if token.markup in ("-", "=") and not first and _is_glued_to_rule(words, token.markup):
            self._builder.begin()
            self._rule_after = True
        else:
            self._builder.enter(token.tag)

    def _code(self, token: Token) -> None:
        first = (token.map[0] if token.map else 0) + (token.type == "fence")
        places = self._places(token, first)
        if is_list(token.content):
            self._listed(token.content, places)
            return
        self._builder.begin(BlockKind.CODE)
        walk = InlineWalk(self._builder, self._html, token.content, places)
        position = 0
        for line in token.content.split("\n"):
            walk.plain(line, position)
            position += len(line) + 1
            self._builder.hard_break(0)
        self._builder.flush()

    def _listed(self, content: str, places: list[int]) -> None:
        """A list that is set as code."""
        walk = InlineWalk(self._builder, self._html, content, places)
        position = 0
        self._builder.enter("ul")
        for line in content.split("\n"):
            self._builder.enter("li")
            lead = len(line) - len(line.lstrip(" \t-*+•"))
            walk.plain(line[lead:], position + lead)
            position += len(line) + 1
            self._builder.leave("li")
        self._builder.leave("ul")

    def _leftovers(self, covered: set[int]) -> None:
        """Lines that the parser gave up on (too deeply nested) are plain paragraphs."""
        for number, start in enumerate(self._lines):
            if number in covered:
                continue
            end = self._lines[number + 1] if number + 1 < len(self._lines) else None
            line = self._prepared.text[start:end].rstrip("\n")
            if any(map(str.isalnum, line)):
                places = [self._prepared.offset(start + index) for index in range(len(line) + 1)]
                self._builder.begin()
                InlineWalk(self._builder, self._html, line, places).plain(line, 0)
                self._builder.flush()

    # --- places -----------------------------------------------------------------------------

    def _line(self, number: int) -> tuple[int, str]:
        """Where a line of the prepared text begins, and its characters."""
        if number >= len(self._lines):
            return len(self._prepared.text), ""
        start = self._lines[number]
        end = self._lines[number + 1] - 1 if number + 1 < len(self._lines) else None
        return start, self._prepared.text[start:end]

    def _places(self, token: Token, first_line: int) -> list[int]:
        """For each character of a token's content, its place in the file (and one past the end).

        A block's content is its lines without the indent and the markers of the containers around
        it, so each is the tail of its line; only table cells and `# headings` stand in the middle.
        """
        places: list[int] = []
        # Lines of nothing but unusual blanks are stripped from the start of a paragraph.
        while token.content.strip() and not self._line(first_line)[1].strip():
            if not token.content.partition("\n")[0].strip() or first_line >= len(self._lines):
                break
            first_line += 1
        for number, content in enumerate(token.content.split("\n"), first_line):
            start, line = self._line(number)
            words = content.strip()
            tail = line.rstrip()
            column = self._cell_from if self._builder.in_cell else 0
            if not self._builder.in_cell and tail.endswith(words):
                at = len(tail) - len(words)
            else:
                at = line.find(words, column)
            if self._builder.in_cell and words:
                self._cell_from = (at if at >= 0 else column) + len(words)
            lead = len(content) - len(content.lstrip())
            if at < 0:
                places += _aligned(content, line, column, start)
            else:
                first = start + at - lead
                places += range(first, first + len(content))
            places.append(min(start + len(line), len(self._prepared.text)))
        return [self._prepared.offset(max(0, place)) for place in places]

    # --- inline -----------------------------------------------------------------------------

    def _inline(self, token: Token) -> None:
        line = token.map[0] if token.map else 0
        places = self._places(token, line)
        height = self._html.height
        walk = InlineWalk(self._builder, self._html, token.content, places)
        walk.run(token.children or ())
        self._html.unwind(height, places[-1])


def _aligned(content: str, line: str, column: int, start: int) -> list[int]:
    """Places of characters that are not all there as written: tabs, escaped pipes."""
    places: list[int] = []
    for character in content:
        at = -1 if character.isspace() else line.find(character, column)
        column = at if at >= 0 else column
        places.append(start + min(column, max(0, len(line) - 1)))
        column += at >= 0
    return places


def _names_on_lines(words: str) -> bool:
    """Whether a page begins with a name and, on the next line, what who bears it is.

    "=====" below the two is no rule in Markdown.
    """
    lines = words.split("\n")
    short = all(0 < len(line.split()) <= _HEADING_WORDS for line in lines)
    return len(lines) == 2 and short and not any(map(_NOT_A_HEADING.search, lines))


def _is_glued_to_rule(words: str, markup: str) -> bool:
    if "\n" in words:
        return True
    long = len(words.split()) > _HEADING_WORDS
    return markup == "-" and (long or bool(_NOT_A_HEADING.search(words)))


def _covered_lines(tokens: list[Token], environment: dict[str, object]) -> set[int]:
    covered: set[int] = set()
    for token, following in pairwise([*tokens, None]):
        if token is None or not token.map:
            continue
        empty = token.nesting > 0 and following is not None and following.nesting < 0
        if token.type in _WITH_LINES or empty:
            covered.update(range(token.map[0], max(token.map[1], token.map[0] + 1)))
    references = environment.get("references")
    duplicates = environment.get("duplicate_refs")
    for reference in [
        *(references.values() if isinstance(references, dict) else ()),
        *(duplicates if isinstance(duplicates, list) else ()),
    ]:
        covered.update(range(*reference["map"]))
    return covered
