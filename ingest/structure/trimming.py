"""Words of a line without what only sets them apart: separators, odd brackets, pictures."""

from __future__ import annotations

import re
import unicodedata

from ingest.blocks import Text
from ingest.languages import folded, words

#: Words and initials whose full stop ends no sentence.
SHORT_WORDS = words("abbreviations") | frozenset("abcdefghijklmnopqrstuvwxyz")
_EDGES = " \t\n\v,;:|│·•–—-―/*_.→"
#: The box of a task, ticked or not, before what it is ("[x] First aid").
_BOX = re.compile(r"\s*\[[ xX✓✔]?\]\s+(?=\S)")


def trimmed(text: Text) -> Text:
    """A text without separators and unmatched brackets at its ends."""
    if (box := _BOX.match(text.plain)) is not None:
        text = text.cut(box.end())
    while True:
        plain = text.plain
        low, high = 0, len(plain)
        while low < high and (_is_edge(plain[low]) or _unmatched(plain, low, high, low)):
            low += 1
        while high > low and _droppable(plain, low, high):
            high -= 1
        if (low, high) == (0, len(plain)):
            return text
        text = text.cut(low, high)


def _is_edge(char: str) -> bool:
    """Whether a character at an end is a separator, or a picture ("🏢 Quay Systems")."""
    signs = unicodedata.category(char) in ("So", "Sk") or char in "\ufe0f\u200d"
    return char in _EDGES or (signs and char not in "^`´¨")


def _droppable(plain: str, low: int, high: int) -> bool:
    last = plain[high - 1]
    if last == ".":
        # The full stop of "Inc." stays, that of a sentence goes.
        word = re.search(r"(?:^|(?<=[\s,(]))[\w.]{1,12}\.$", plain[low:high])
        return not (word and (word[0].count(".") > 1 or folded(word[0][:-1]) in SHORT_WORDS))
    return _is_edge(last) or _unmatched(plain, low, high, high - 1)


def _unmatched(plain: str, low: int, high: int, at: int) -> bool:
    """Whether the bracket at `at` has no partner inside."""
    inside = plain[low:high]
    opened, closed = inside.count("(") + inside.count("["), inside.count(")") + inside.count("]")
    return (plain[at] in "([" and opened > closed) or (plain[at] in ")]" and closed > opened)
