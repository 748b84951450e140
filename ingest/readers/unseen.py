"""Characters that no reader of a page sees as words: soft hyphens, marks of no width, icons."""

from __future__ import annotations

import re

#: Soft hyphen, zero-width space and word joiner, marks of direction, byte order mark, and the
#: private use areas, where icon fonts have their pictures. The joiners of Arabic, Indic scripts and
#: emoji (U+200C, U+200D) are letters' business and stay.
UNSEEN = re.compile(
    "[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ue000-\uf8ff"
    "\U000f0000-\U0010ffff]+"
)


def seen(text: str) -> str:
    """The text without what is not seen."""
    return UNSEEN.sub("", text)
