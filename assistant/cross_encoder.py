"""A question and a line read together: does the line answer it?

A cross-encoder (Nogueira and Cho, arXiv 1901.04085). Two vectors that are compared tell what a line
is about; one pass over both texts lets each word of the question look at each of the line, so that
"what did the books sell" is told from a line that only mentions the books. It costs a pass for each
line, so that only questions which the first judgement leaves open are read so (see
`assistant.support`).

The layers are those of the tuned embedding model with the differences in `data/cross_encoder.npz`,
which `assistant/training/cross.py` makes; the two share their word vectors. Where the processor
multiplies in bfloat16 (Kalamkar et al., arXiv 1905.12322) the layers run in that, in a third of the
time; logits differ by some hundredths.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ingest.chunks import breadcrumb
from ingest.embeddings import Embedder, add_differences

if TYPE_CHECKING:
    from assistant.retriever import ScoredStatement

DIFFERENCES_FILE = Path(__file__).parent / "data" / "cross_encoder.npz"
#: Tokens of a question and of a line that are read.
QUESTION_TOKENS, LINE_TOKENS = 64, 128
#: Keys of the last two layers, from the mean of the tokens to one number, among the differences.
HEAD = "head"


def piece_ids(tokenizer: Any, text: str, most: int) -> list[int]:
    """The numbers of a text's pieces, its start and end among them; the end is always kept."""
    ids: list[int] = tokenizer.encode(text).ids
    return ids if len(ids) <= most else [*ids[: most - 1], ids[-1]]


def as_read(hit: ScoredStatement) -> str:
    """A line as it is read beside a question: where it stands, a line break, its words."""
    header = breadcrumb(hit.section, hit.path)
    return header if hit.is_heading else f"{header}\n{hit.words.text}"


def has_bfloat16() -> bool:
    """Whether the processor multiplies numbers in bfloat16 itself; else that would be slower."""
    import torch

    asked: Any = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(asked and asked())


class CrossEncoder:
    """Reads a question with each of some lines; loaded when first asked. Safe between threads.

    `embedder` is of the default model.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def scores(self, question: str, lines: Sequence[str]) -> NDArray[np.float32]:
        """How likely each line answers, as logits, float32 [lines]; 0 is as likely as no answer.

        Raises `ModelError` when the model is missing or unreadable.
        """
        import torch

        loaded = self._loaded
        asked = piece_ids(loaded.counter, question, QUESTION_TOKENS)
        pairs = [(asked, piece_ids(loaded.counter, line, LINE_TOKENS)[1:]) for line in lines]
        size = max(len(asked) + len(line) for _, line in pairs)
        ids = np.zeros((len(pairs), size), dtype=np.int64)
        second, there = np.zeros_like(ids), np.zeros_like(ids, dtype=np.bool_)
        for row, (_, line) in enumerate(pairs):
            end = len(asked) + len(line)
            ids[row, :end] = [*asked, *line]
            second[row, len(asked) : end] = 1
            there[row, :end] = True
        with torch.inference_mode():
            words = loaded.bert.embeddings(
                input_ids=torch.from_numpy(ids), token_type_ids=torch.from_numpy(second)
            )
            hidden = (
                loaded.bert.encoder(
                    words.to(loaded.precision),
                    attention_mask=torch.from_numpy(there)[:, None, None, :],
                )
                .last_hidden_state.float()
                .numpy()
            )
        mean = (hidden * there[:, :, None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        return loaded.head.logits(mean.astype(np.float32))

    @cached_property
    def _loaded(self) -> _Loaded:
        import torch

        embedding = self._embedder.load()
        tuned: Any = embedding.model[0].auto_model
        # The word vectors are the larger half of the model, and the same.
        bert = copy.deepcopy(tuned, {id(tuned.embeddings): tuned.embeddings})
        kept = add_differences(bert, DIFFERENCES_FILE)
        head = _Head(
            *(kept[f"{HEAD}.{name}"] for name in ("0.weight", "0.bias")),
            *(kept[f"{HEAD}.{name}"] for name in ("3.weight", "3.bias")),
        )
        precision = torch.bfloat16 if has_bfloat16() else torch.float32
        bert.encoder.to(precision)
        return _Loaded(bert, head, embedding.counter, precision)


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
    bert: Any
    head: _Head
    counter: Any
    precision: Any
