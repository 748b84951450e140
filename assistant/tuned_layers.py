"""The layers of the tuned embedding model, trained on for another task: pieces in, vectors out.

What was learned is kept as the difference to the embedding model's own weights; the word vectors,
the larger half of the model, are shared with it. Where the processor multiplies in bfloat16
(Kalamkar et al., arXiv 1905.12322) the layers run in that, in a third to half of the time.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ingest.embeddings import Embedder, add_differences
from ingest.tokens import Vectors


def piece_ids(tokenizer: Any, text: str, most: int) -> list[int]:
    """The numbers of a text's pieces, its start and end among them; the end is always kept."""
    ids: list[int] = tokenizer.encode(text).ids
    return ids if len(ids) <= most else [*ids[: most - 1], ids[-1]]


def has_bfloat16() -> bool:
    """Whether the processor multiplies numbers in bfloat16 itself; else that would be slower."""
    import torch

    asked: Any = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(asked and asked())


@dataclass(frozen=True)
class TunedLayers:
    """Layers as `load` makes them. `kept` is what the file of differences holds for no layer."""

    bert: Any
    counter: Any
    kept: dict[str, Vectors]
    precision: Any

    @classmethod
    def load(cls, embedder: Embedder, differences: Path) -> TunedLayers:
        """The layers of `embedder` (of the default model) with these differences.

        Raises `ModelError` when either is missing or unreadable.
        """
        import torch

        embedding = embedder.load()
        tuned: Any = embedding.model[0].auto_model
        bert = copy.deepcopy(tuned, {id(tuned.embeddings): tuned.embeddings})
        kept = add_differences(bert, differences)
        precision = torch.bfloat16 if has_bfloat16() else torch.float32
        bert.encoder.to(precision)
        return cls(bert, embedding.counter, kept, precision)

    def means(self, texts: Sequence[Sequence[Sequence[int]]]) -> Vectors:
        """The mean over the pieces of each text, float32 [texts, size].

        A text is one run of numbers of pieces, or two that are read together.
        """
        import torch

        size = max(sum(map(len, runs)) for runs in texts)
        ids = np.zeros((len(texts), size), dtype=np.int64)
        second, there = np.zeros_like(ids), np.zeros_like(ids, dtype=np.bool_)
        for row, runs in enumerate(texts):
            pieces = [piece for run in runs for piece in run]
            ids[row, : len(pieces)] = pieces
            second[row, len(runs[0]) : len(pieces)] = 1
            there[row, : len(pieces)] = True
        with torch.inference_mode():
            words = self.bert.embeddings(
                input_ids=torch.from_numpy(ids), token_type_ids=torch.from_numpy(second)
            )
            hidden = (
                self.bert.encoder(
                    words.to(self.precision),
                    attention_mask=torch.from_numpy(there)[:, None, None, :],
                )
                .last_hidden_state.float()
                .numpy()
            )
        mean: Vectors = (hidden * there[:, :, None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        return mean.astype(np.float32)
