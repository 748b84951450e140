"""What is asked for, by meaning: a classifier of questions.

The layers of the tuned embedding model are trained on to tell labels (see `assistant.tuned_layers`
and `assistant/training/intents.py`, which has the training questions and writes
`data/intent_layers.npz` and `data/intents.npz`), so that paraphrase works; to the mean of a
question's pieces come hashed words and letters, so that names, short forms and misspellings work.
Upon both stands multinomial logistic regression (Bishop, "Pattern Recognition and Machine
Learning", 2006, 4.3.4).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from assistant.text import keys, stem
from assistant.tuned_layers import TunedLayers, piece_ids
from ingest.embeddings import Embedder
from ingest.errors import ModelError
from ingest.tokens import Vectors

_DATA = Path(__file__).parent / "data"
LAYERS_FILE, HEAD_FILE = _DATA / "intent_layers.npz", _DATA / "intents.npz"
#: Buckets for hashed words; 4096 and 16384 were no better on held-out questions.
BUCKETS = 8192
#: Pieces of a question that are read.
TOKENS = 64
#: Labels that a guess names.
_NAMED = 8


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


class Intents:
    """Guesses what questions ask for; loaded when first asked. Safe between threads.

    `embedder` is of the default model.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def guesses(self, questions: Sequence[str]) -> list[Guess]:
        """The likeliest labels of some questions, read in one go.

        Raises `ModelError` when the model is missing or unreadable.
        """
        layers, head = self._loaded
        read = [(piece_ids(layers.counter, question, TOKENS),) for question in questions]
        return list(map(head.guess, questions, layers.means(read)))

    @cached_property
    def _loaded(self) -> tuple[TunedLayers, _Head]:
        try:
            with np.load(HEAD_FILE) as stored:
                labels = tuple(str(label) for label in stored["labels"])
                weights, bias = stored["weights"], stored["bias"]
        except (OSError, KeyError, ValueError) as error:
            raise ModelError(
                f"What questions ask for cannot be read: {HEAD_FILE}; install the project anew."
            ) from error
        head = _Head(labels, weights.astype(np.float32), bias.astype(np.float32))
        return TunedLayers.load(self._embedder, LAYERS_FILE), head


@dataclass(frozen=True)
class _Head:
    """`weights` is float32 [size + BUCKETS, labels], `bias` float32 [labels]."""

    labels: tuple[str, ...]
    weights: Vectors
    bias: Vectors

    def guess(self, question: str, meant: Vectors) -> Guess:
        """The likeliest labels by a question's words and their mean as it is `meant`, [size]."""
        buckets, values = word_features(question)
        logits = meant @ self.weights[: len(meant)] + self.bias
        logits = logits + values @ self.weights[len(meant) + buckets]
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        order = np.argsort(-shares)[:_NAMED]
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
