"""A question and a line read together: does the line answer it?

A cross-encoder (Nogueira and Cho, arXiv 1901.04085). Two vectors that are compared tell what a line
is about; one pass over both texts lets each word of the question look at each of the line, so that
"what did the books sell" is told from a line that only mentions the books. It costs a pass for each
line, so that only questions which the first judgement leaves open are read so (see
`assistant.support`).

The layers are those of the tuned embedding model with the differences in `data/cross_encoder.npz`,
which `assistant/training/cross.py` makes (see `assistant.tuned_layers`); in bfloat16 logits differ
by some hundredths.
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

_DATA = Path(__file__).parent / "data"
#: What was learned of lines, and of whole answers.
LINES_FILE, ANSWERS_FILE = _DATA / "cross_encoder.npz", _DATA / "answer_reader.npz"
#: Tokens of a question and of a line that are read.
QUESTION_TOKENS, LINE_TOKENS = 64, 128
#: Keys of the last two layers, from the mean of the tokens to one number, among the differences.
HEAD = "head"


def as_read(hit: ScoredStatement) -> str:
    """A line as it is read beside a question: where it stands, a line break, its words."""
    header = breadcrumb(hit.section, hit.path)
    return header if hit.is_heading else f"{header}\n{hit.words.text}"


class CrossEncoder:
    """Reads a question with each of some lines; loaded when first asked. Safe between threads.

    `embedder` is of the default model, `differences` what was learned beside it.
    """

    def __init__(self, embedder: Embedder, differences: Path = LINES_FILE) -> None:
        self._embedder = embedder
        self._differences = differences

    def scores(self, question: str, lines: Sequence[str]) -> NDArray[np.float32]:
        """How likely each line answers, as logits, float32 [lines]; 0 is as likely as no answer.

        Raises `ModelError` when the model is missing or unreadable.
        """
        loaded = self._loaded
        counter = loaded.layers.counter
        asked = piece_ids(counter, question, QUESTION_TOKENS)
        pairs = [(asked, piece_ids(counter, line, LINE_TOKENS)[1:]) for line in lines]
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
