"""Small words of other languages: what claims nothing in them, and what denies.

There is no model here that reads any language but English. An answer in another one can only be
held to its names, numbers and dates, and to the words that it quotes from the resume; so the rules
ask for quotes, and between them only the words of `data/languages.txt` may stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.text import fold


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Folded words of one language."""

    free: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    yes: frozenset[str] = frozenset({"yes", "yeah", "yep"})
    no: frozenset[str] = frozenset({"no", "nope"})


@cache
def small_words(language: str | None) -> SmallWords:
    """Those of a language by its ISO 639-1 code; of English, which needs none, only yes and no."""
    found: dict[str, set[str]] = {}
    text = (files("assistant") / "data" / "languages.txt").read_text("utf-8")
    for line in text.splitlines():
        head, _, words = line.partition(":")
        if language is not None and head.startswith(f"{language} "):
            found.setdefault(head.split()[1], set()).update(map(fold, words.split()))
    if not found:
        return SmallWords()
    kinds = {kind: frozenset(words) for kind, words in found.items()}
    return SmallWords(
        free=kinds["free"] | kinds["yes"],
        negations=kinds["not"],
        yes=kinds["yes"],
        no=kinds["no"],
    )
