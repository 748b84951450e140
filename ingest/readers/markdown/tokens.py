"""markdown-it-py, set up so that every inline token says where it stands.

markdown-it keeps line numbers for blocks only. Here its inline parser runs with a state that
notes, in `token.meta`, where a token's rule began (`begin`) and ended (`end`) and where the parser
stood when it was pushed (`at`): indices into the content of the inline token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ingest.readers.html.balance import balanced_line

# Deeper nesting than any page for people has; bounds the parser's recursion and its time on
# hostile input (each level of quotes scans its lines again). What is deeper is read as plain text.
MAX_NESTING = 30

_FIRST_LINES = 8

Environment = MutableMapping[str, Any]
InlineRule = Callable[[StateInline, bool], bool]


class _State(StateInline):
    """Remembers where pending text began and where tokens were pushed."""

    _pending_from = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self._pending_from = self.pos
        super().append_pending(text)

    @property
    def pending(self) -> str:
        return super().pending

    @pending.setter
    def pending(self, value: str) -> None:
        if value and not self._pending and not self._pending_buffer:
            self._pending_from = self.pos
        StateInline.pending.fset(self, value)  # type: ignore[attr-defined]

    def pushPending(self) -> Token:  # noqa: N802 - overrides the library's
        begin = self._pending_from
        token = super().pushPending()
        token.meta = {"at": begin}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.pos}
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Environment, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _tracked(rule: InlineRule) -> InlineRule:
    def tracking(state: StateInline, silent: bool) -> bool:
        begin, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > count:
            new = state.tokens[count:]
            # Text that was pending is pushed along; it is not this rule's.
            first = next((token for token in new if token.meta.get("at", begin) >= begin), new[-1])
            first.meta["begin"] = begin
            new[-1].meta["end"] = state.pos
        return matched

    return tracking


def _short_html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark ends an HTML block at a blank line only; kramdown where its elements end.

    Resumes glue text and rules to `<p>&nbsp;</p>`, and mean kramdown's reading.
    """
    if silent:
        return html_block(state, start, end, silent)
    # CommonMark's block may be the rest of the page: it is looked at in growing pieces, so that a
    # page of many short ones is not read anew for each.
    size = _FIRST_LINES
    while True:
        limit = min(end, start + size)
        if not html_block(state, start, limit, silent):
            return False
        token = state.tokens[-1]
        lines = re.findall(r"[^\n]*\n|[^\n]+", token.content)
        used = balanced_line(lines)
        if used < len(lines):
            token.content = "".join(lines[:used])
            token.map = [start, start + used]
            state.line = start + used
        if used < len(lines) or state.line < limit or limit == end:
            return True
        state.tokens.pop()
        state.line = start
        size *= 4


def make_parser() -> MarkdownIt:
    """A parser for pages as Jekyll, GitHub and Pandoc read them."""
    parser = MarkdownIt("commonmark")
    parser.inline = _Inline()
    parser.configure("commonmark", options_update={"html": True, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(front_matter_plugin)
    # These two would merge tokens whose places differ.
    parser.disable(["fragments_join", "text_join"])
    for name, rule in _inline_rules().items():
        parser.inline.ruler.at(name, _tracked(rule))
    parser.block.ruler.at(
        "html_block", _short_html_block, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return parser


def _inline_rules() -> dict[str, InlineRule]:
    from markdown_it import rules_inline

    return {
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
