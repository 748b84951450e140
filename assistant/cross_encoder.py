"""A question and what may be said to it read together: does that answer it?

A cross-encoder (Nogueira and Cho, arXiv 1901.04085). Two vectors that are compared tell what a line
is about; one pass over both texts lets each word of the question look at each of the answer, so
that "what did the books sell" is told from a line that only mentions the books. It costs a pass for
each text, so that only few are read, and only where the rules are in doubt (see
`assistant.answers.overruling`).

The layers are those of the tuned embedding model with the differences in `data/cross_encoder.npz`,
which `assistant/training/answers.py` makes (see `assistant.tuned_layers`); in bfloat16 logits
differ by some hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.tuned_layers import TunedLayers, piece_ids
from ingest.chunks import breadcrumb
from ingest.embeddings import Embedder

if TYPE_CHECKING:
    from assistant.retriever import ScoredStatement

#: What was learned.
FILE = Path(__file__).parent / "data" / "cross_encoder.npz"
#: Tokens of a question and of a line or an answer that are read.
QUESTION_TOKENS, ANSWER_TOKENS = 64, 128
#: Keys of the last two layers, from the mean of the tokens to one number, among the differences.
HEAD = "head"


def as_read(hit: ScoredStatement) -> str:
    """A line as it is read beside a question: where it stands, a line break, its words."""
    header = breadcrumb(hit.section, hit.path)
    return header if hit.is_heading else f"{header}\n{hit.words.text}"


class CrossEncoder:
    """Reads a question with each of some texts; loaded when first asked. Safe between threads.

    `embedder` is of the default model, `differences` what was learned beside it.
    """

    def __init__(self, embedder: Embedder, differences: Path = FILE) -> None:
        self._embedder = embedder
        self._differences = differences

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How likely each text answers, as logits, float32 [texts]; 0 is as likely as no answer.

        Raises `ModelError` when the model is missing or unreadable.
        """
        loaded = self._loaded
        counter = loaded.layers.counter
        asked = piece_ids(counter, question, QUESTION_TOKENS)
        pairs = [(asked, piece_ids(counter, text, ANSWER_TOKENS)[1:]) for text in texts]
        return loaded.head.logits(loaded.layers.means(pairs))

    @cached_property
    def _loaded(self) -> _Loaded:
        layers = TunedLayers.load(self._embedder, self._differences)
        head = _Head(
            *(layers.kept[f"{HEAD}.{name}"] for name in ("0.weight", "0.bias")),
            *(layers.kept[f"{HEAD}.{name}"] for name in ("3.weight", "3.bias")),
        )
        return _Loaded(layers, head)


@dataclass(frozen=True)
class _Head:
    """Two layers upon the mean of the tokens: [size, size] and [1, size], with their biases."""

    inner: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    outer_bias: NDArray[np.float32]

    def logits(self, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """One number a row."""
        inside = np.tanh(mean @ self.inner.T + self.inner_bias)
        found: NDArray[np.float32] = (inside @ self.outer.T + self.outer_bias)[:, 0]
        return found


@dataclass(frozen=True)
class _Loaded:
    layers: TunedLayers
    head: _Head
