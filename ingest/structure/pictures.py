"""Pictures that are written as words: `:books:` is shown as one by GitHub and many sites."""

from __future__ import annotations

import re

from ingest.blocks import Text

_LEADING = re.compile(r"\W*(?::[a-z][a-z0-9_+-]{0,40}:\W*)+")


def without_pictures(words: str) -> str:
    """The words without pictures before them."""
    match = _LEADING.match(words)
    return words[match.end() :] if match else words


def bare(text: Text) -> Text:
    """The same of a text."""
    match = _LEADING.match(text.plain)
    return text.cut(match.end()) if match else text
