"""Words that a sentence spells an abbreviation of its source out with: "Charter Point (CP)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.proof import Evidence
from assistant.text import FUNCTION_WORDS, tokens

_SHORT = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")


def spelt_out(sentence: str, found: Sequence[Evidence]) -> frozenset[str]:
    """The folded words, right before a "(CP)" that the evidence has, that begin with its letters.

    A word of a small kind may stand among them ("of"); nothing else may.
    """
    words: set[str] = set()
    for match in _SHORT.finditer(sentence):
        if not any(match[1].casefold() in one.forms for one in found):
            continue
        before = tokens(sentence[: match.start()])[-2 * len(match[1]) :]
        letters, taken = list(match[1].casefold()), []
        for token in reversed(before):
            if letters and token.key[0] == letters[-1]:
                letters.pop()
                taken.append(token.key)
            elif token.key not in FUNCTION_WORDS:
                break
        if not letters:
            words.update(taken)
    return frozenset(words)
