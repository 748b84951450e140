"""What is asked for, by meaning: a linear classifier over the question's embedding and words.

The labels and the training questions are in `assistant/training/`; `python -m
assistant.training.train` writes `assistant/data/intents.npz`. The embedding (of the retriever's
own model) makes paraphrase work, hashed words and letter trigrams make names, short forms and
misspellings work. Multinomial logistic regression, after Bishop, "Pattern Recognition and Machine
Learning" (2006), 4.3.4.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from assistant.text import keys, stem
from ingest.tokens import Vectors

#: Buckets for hashed words; 4096 and 16384 were no better on held-out questions.
BUCKETS = 8192


@dataclass(frozen=True)
class Guess:
    """The probability of each label, best first; `heard` is what the classifier said itself."""

    ranked: tuple[tuple[str, float], ...]
    _first: tuple[tuple[str, float], ...] = ()

    @property
    def label(self) -> str:
        """The likeliest label."""
        return self.ranked[0][0]

    def led_by(self, label: str) -> Guess:
        """The same guess with `label` put first, as certain."""
        rest = [(other, 0.0) for other, _ in self.ranked if other != label]
        return Guess(((label, 1.0), *rest), self._first or self.ranked)

    @property
    def sure(self) -> float:
        """The probability that the classifier gave its likeliest label, whatever leads now."""
        return max((share for _, share in self._first or self.ranked), default=0.0)

    def heard(self, *labels: str) -> float:
        """The summed probability that the classifier gave some labels, whatever leads now."""
        return sum(share for label, share in self._first or self.ranked if label in labels)

    def of(self, *labels: str) -> float:
        """The summed probability of some labels."""
        return sum(share for label, share in self.ranked if label in labels)


@dataclass(frozen=True)
class IntentModel:
    """`weights` is float32 [384 + BUCKETS, labels], `bias` float32 [labels]."""

    labels: tuple[str, ...]
    weights: Vectors
    bias: Vectors

    def guess(self, question: str, vector: Vectors) -> Guess:
        """The labels of one question; `vector` is its embedding, float32 [384], of length 1."""
        buckets, values = word_features(question)
        dense = len(vector)
        logits = vector @ self.weights[:dense] + self.bias
        logits = logits + values @ self.weights[dense + buckets]
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        order = np.argsort(-shares)[:8]
        return Guess(tuple((self.labels[at], float(shares[at])) for at in order))


def word_features(question: str) -> tuple[np.ndarray, np.ndarray]:
    """Hashed words, word pairs and letter trigrams: bucket numbers, and their float32 values."""
    words = keys(question)
    grams = [f"w:{stem(word)}" for word in words]
    grams += [f"p:{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    letters = [
        f"c:{padded[at : at + 4]}"
        for padded in (f" {word} " for word in words)
        for at in range(max(1, len(padded) - 3))
    ]
    buckets = [zlib.crc32(gram.encode()) % BUCKETS for gram in (*grams, *letters)]
    scale = [0.5 / max(1, len(grams)) ** 0.5] * len(grams)
    scale += [0.3 / max(1, len(letters)) ** 0.5] * len(letters)
    return np.array(buckets, dtype=np.int64), np.array(scale, dtype=np.float32)


@cache
def load_intents() -> IntentModel:
    """The trained classifier that ships with the package."""
    with (files("assistant") / "data" / "intents.npz").open("rb") as stream:
        stored = np.load(stream)
        return IntentModel(
            tuple(str(label) for label in stored["labels"]),
            stored["weights"].astype(np.float32),
            stored["bias"].astype(np.float32),
        )
