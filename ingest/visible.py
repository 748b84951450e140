"""Markup inside a value (no schema forbids it, some ask for it) as a reader would see it."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

#: What Markdown's inline syntax, an HTML tag or an entity cannot do without.
_MARKUP = re.compile(r"[*_`<\[\\&]")
_PARSER = MarkdownIt("commonmark")
#: Characters of a text that is still looked through; the parser takes their square in time.
_LONGEST = 10_000

#: Elements of HTML that occur in a value.
_ELEMENTS = frozenset(
    """a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i
    img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td th thead
    time tr tt u ul var wbr""".split()
)

#: Formats (`Resume.format`) whose values may hold markup that their readers leave in the text.
MARKED_UP = frozenset({"json-resume", "fresh", "yaml"})


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """The text without inline Markdown, HTML tags and entities; links keep their words."""
    if len(text) > _LONGEST or not _MARKUP.search(text):
        return text
    tokens = _PARSER.parseInline(text)
    words = "".join(_shown(token) for inline in tokens for token in inline.children or ())
    return words or text


@lru_cache(maxsize=4096)
def unmarked(text: str) -> str:
    """The visible text where each of its words stands in `text` as it is, else `text` itself.

    What the model holds has to stand in the source: not so "Another" of "A*nother*".
    """
    shown = " ".join(visible(text).split())
    there = re.findall(r"\w+", text)
    return shown if set(re.findall(r"\w+", shown)) <= set(there) else text


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "html_inline":
        # "Map<String, Integer>" and "<brackets>" are words, not elements.
        name = re.match(r"</?([a-z][a-z0-9]*)", token.content, re.IGNORECASE)
        return "" if name is None or name[1].casefold() in _ELEMENTS else token.content
    known = ("text", "code_inline", "text_special", "image")
    return token.content if token.type in known else ""
