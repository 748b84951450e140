"""Words in common: BM25 over the few hundred lines of a resume.

The formula is a dozen lines of numpy; bm25s, the best kept library for it, took 0.2 s to import
when this was written, for texts that are scored in microseconds either way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.text import FUNCTION_WORDS, fold, keys, stem

Scores = NDArray[np.float32]

# Chinese, Japanese and Korean write no spaces: there each character counts as a word.
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COMPOUND = re.compile(r"\b([^\W_]+)-([^\W_]+)\b")

# How soon a repeated word stops to count, and how much a long line is held back. The usual 1.2 and
# 0.75 are meant for documents; over lines of resumes they ranked worse (recall@5 0.05 lower).
_K1 = 0.5
_B = 0.3


def words(text: str) -> list[str]:
    """The words of a text, folded and cut to their stems; `front-end` is `frontend` as well."""
    return [stem(key) for key in _keys(text)]


def question_words(question: str, ignored: Collection[str] = ()) -> list[str]:
    """The words of a question that say what is asked for, each once; `ignored` are stems."""
    telling = dict.fromkeys(stem(key) for key in _keys(question) if key not in FUNCTION_WORDS)
    return [word for word in telling if word not in ignored]


def _keys(text: str) -> list[str]:
    joined = [fold("".join(match.groups())) for match in _COMPOUND.finditer(text)]
    return [*keys(_CJK.sub(r" \g<0> ", text)), *joined]


_NOWHERE = np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)


class BM25:
    """Okapi BM25 over a fixed list of texts, given as their words."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._count = len(texts)
        lengths = np.array([len(text) for text in texts], dtype=np.float32)
        held_back: Scores = _K1 * (
            1 - _B + _B * lengths / max(1.0, float(lengths.mean() if texts else 0))
        )
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, text in enumerate(texts):
            for word, times in Counter(text).items():
                postings[word].append((number, times))
        self._postings: dict[str, tuple[NDArray[np.intp], Scores]] = {}
        for word, found in postings.items():
            numbers = np.array([number for number, _ in found], dtype=np.intp)
            times_in = np.array([times for _, times in found], dtype=np.float32)
            gain: Scores = times_in * np.float32(_K1 + 1) / (times_in + held_back[numbers])
            self._postings[word] = numbers, gain * np.float32(self._rarity(len(found)))

    def scores(self, question: Sequence[str]) -> Scores:
        """Each text's share of the question, float32 [texts]: 0 for nothing in common, 1 for all.

        BM25 divided by the summed rarity of all the question's words, those that no text has among
        them: one common word out of five must not look like an answer.
        """
        scores = np.zeros(self._count, dtype=np.float32)
        total = 0.0
        for word in question:
            numbers, gains = self._postings.get(word, _NOWHERE)
            total += self._rarity(len(numbers))
            scores[numbers] += gains
        return scores / np.float32(total) if total else scores

    def _rarity(self, texts_with_it: int) -> float:
        return float(np.log1p((self._count - texts_with_it + 0.5) / (texts_with_it + 0.5)))
