"""No guessed gender: a model's "he" and "she" become the first name, "his" becomes "their".

A name takes the verb as it stands ("he was" - "Ada was"), which "they" would not.
"""

from __future__ import annotations

import re

_GENDERED = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
#: Behind "her" as an object; behind a possessive stands what is had.
_OBJECT_ENDS = re.compile(r"\s*(?:$|[^\w\s'\"“‘]|(?:to|in|at|for|with|on|and|as|by|from|of)\b)")


def is_gendered(text: str) -> bool:
    """Whether a text says he or she of somebody: then a resume gives the gender itself."""
    return bool(_GENDERED.search(text))


def without_gender(text: str, first: str) -> str:
    """The text with the name for he and she, and with the forms of "they" for the others."""

    def neutral(match: re.Match[str]) -> str:
        word = match[0].casefold()
        if word in ("he", "she"):
            return first
        is_object = word == "her" and _OBJECT_ENDS.match(text, match.end())
        said = "them" if is_object else _NEUTRAL[word]
        return said.capitalize() if match[0][0].isupper() else said

    return _GENDERED.sub(neutral, text)


_NEUTRAL = {
    "him": "them", "his": "their", "her": "their", "hers": "theirs", "himself": "themselves",
    "herself": "themselves",
}  # fmt: skip
