"""Markup inside a value (no schema forbids it, some ask for it) as a reader would see it."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

#: What Markdown's inline syntax, an HTML tag or an entity cannot do without.
_MARKUP = re.compile(r"[*_`<\[\\&]")
_PARSER = MarkdownIt("commonmark")

#: Formats (`Resume.format`) whose values may hold markup that their readers leave in the text.
MARKED_UP = frozenset({"json-resume", "fresh", "yaml"})


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """The text without inline Markdown, HTML tags and entities; links keep their words."""
    if not _MARKUP.search(text):
        return text
    tokens = _PARSER.parseInline(text)
    words = "".join(_shown(token) for inline in tokens for token in inline.children or ())
    return words or text


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return token.content
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
