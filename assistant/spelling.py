"""Misspelt words of a question, set right where only one known word can be meant."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from assistant.text import FUNCTION_WORDS, tokens
from assistant.vocabulary import load_vocabulary
from assistant.words import is_common

#: Letters from which one slip, and from which two, leave no doubt which word is meant: shorter
#: words have too many neighbours.
_ONE_SLIP, _TWO_SLIPS = 5, 9


def spelled(text: str, known: frozenset[str]) -> str:
    """The text with misspelt names of skills, or words of the resume (`known`, folded), mended.

    A word is left alone if it is common English, known, short, or begins with another letter than
    its neighbour. The distance is optimal string alignment, so that swapped letters count once.
    """
    mended, end = [], 0
    for token in tokens(text):
        meant = _meant(token.key, token.text, known)
        if meant:
            mended += [text[end : token.start], meant]
            end = token.end
    return "".join([*mended, text[end:]])


def _meant(key: str, written: str, known: frozenset[str]) -> str | None:
    if len(key) < _ONE_SLIP or not key.isalpha() or key in known or key in FUNCTION_WORDS:
        return None
    named = load_vocabulary().words
    if any(form in named or is_common(form) for form in (key, key.removesuffix("s"))):
        return None
    if is_common(key.removesuffix("est")):
        return None
    near = _nearest(key, known)
    if near is None and not written[0].isupper():  # a name that is new to us is no slip
        near = _nearest(key, named)
    return near


def _nearest(key: str, words: frozenset[str]) -> str | None:
    """The one word within the allowed distance, if there is just one at the least distance."""
    # A tenth of a second to import, and most questions have nothing to mend.
    from rapidfuzz.distance import OSA

    most = 1 if len(key) < _TWO_SLIPS else 2
    found: dict[int, list[str]] = {}
    for word in _by_letter(words).get(key[0], ()):
        if abs(len(word) - len(key)) <= most:
            distance = OSA.distance(key, word, score_cutoff=most)
            if distance <= most and _a_slip(key, word, distance):
                found.setdefault(distance, []).append(word)
    nearest = found[min(found)] if found else []
    return nearest[0] if len(nearest) == 1 else None


@lru_cache(maxsize=16)  # of a few resumes and of the vocabulary, for every question
def _by_letter(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The words that are long enough to have slips in them, by their first letter."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= _ONE_SLIP:
            found[word[0]].append(word)
    return {letter: tuple(begun) for letter, begun in found.items()}


def _a_slip(key: str, word: str, distance: int) -> bool:
    """Whether the difference looks like a slip of the fingers and not like another word.

    In words of five letters another letter in the place of one makes other words (lakes, lakhs);
    two slips at the end are another ending (electrician, electrical).
    """
    if distance == 2:
        return key[-2:] == word[-2:]
    return len(key) > _ONE_SLIP or len(key) != len(word) or sorted(key) == sorted(word)
