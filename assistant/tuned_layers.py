"""The layers of the tuned embedding model, trained on for another task: pieces in, vectors out.

What was learned is kept as the difference to the embedding model's own weights; the word vectors,
the larger half of the model, are shared with it. Where the processor multiplies in bfloat16
(Kalamkar et al., arXiv 1905.12322) the layers run in that, in a third to half of the time.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
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


#: Pieces from which texts are shared between two threads: one runs eight lines in twice the time,
#: and threads within an operation wait for each other where the machine is busy.
_WORTH_SHARING = 64
#: Threads beside those that ask.
_OTHER_CORES = max(1, (os.cpu_count() or 1) - 1)


def halves(sizes: Sequence[int]) -> tuple[list[int], list[int]]:
    """The rows of texts of these sizes in two parts of about the same size, neither empty.

    The largest first, each to the part that is smaller (Graham, doi 10.1137/0117039).
    """
    parts: tuple[list[int], list[int]] = ([], [])
    held = [0, 0]
    for row in sorted(range(len(sizes)), key=lambda row: -sizes[row]):
        at = held.index(min(held))
        parts[at].append(row)
        held[at] += sizes[row]
    return parts


@dataclass(frozen=True)
class TunedLayers:
    """Layers as `load` makes them. `kept` is what the file of differences holds for no layer."""

    embeddings: Any
    layers: tuple[_Layer, ...]
    counter: Any
    kept: dict[str, Vectors]
    precision: Any
    #: Where the second half of the texts is run.
    beside: ThreadPoolExecutor

    @classmethod
    def load(cls, embedder: Embedder, differences: Path) -> TunedLayers:
        """The layers of `embedder` (of the default model) with these differences.

        Loaded once: assistants with one embedder have them in common. Raises `ModelError` when
        either is missing or unreadable.
        """
        return _loaded(embedder, differences, bfloat16=has_bfloat16())

    def means(self, texts: Sequence[Sequence[Sequence[int]]]) -> Vectors:
        """The mean over the pieces of each text, float32 [texts, size].

        A text is one run of numbers of pieces, or two that are read together.
        """
        sizes = [sum(map(len, runs)) for runs in texts]
        if len(texts) < 2 or sum(sizes) < _WORTH_SHARING:
            return self._means(texts, sizes)
        mine, others = halves(sizes)
        theirs = self.beside.submit(
            self._means, [texts[row] for row in others], [sizes[row] for row in others]
        )
        found = np.empty((len(texts), self.layers[0].size), dtype=np.float32)
        found[mine] = self._means([texts[row] for row in mine], [sizes[row] for row in mine])
        found[others] = theirs.result()
        return found

    def _means(self, texts: Sequence[Sequence[Sequence[int]]], sizes: list[int]) -> Vectors:
        import torch

        ids = [piece for runs in texts for run in runs for piece in run]
        second = [at for runs in texts for at, run in enumerate(runs) for _ in run]
        places = [place for size in sizes for place in range(size)]
        with torch.inference_mode():
            hidden = self.embeddings(
                input_ids=torch.tensor([ids]),
                token_type_ids=torch.tensor([second]),
                position_ids=torch.tensor([places]),
            )[0].to(self.precision)
            for layer in self.layers:
                hidden = layer(hidden, sizes)
            means = torch.stack([text.mean(dim=0) for text in hidden.float().split(sizes)])
        found: Vectors = means.numpy()
        return found


#: What is asked is told with, and answers are read with, of one embedder.
_KEPT = 2


@lru_cache(maxsize=_KEPT)
def _loaded(embedder: Embedder, differences: Path, *, bfloat16: bool) -> TunedLayers:
    import torch

    embedding = embedder.load()
    tuned: Any = embedding.model[0].auto_model
    bert = copy.deepcopy(tuned, {id(tuned.embeddings): tuned.embeddings})
    kept = add_differences(bert, differences)
    precision = torch.bfloat16 if bfloat16 else torch.float32
    bert.encoder.to(precision)
    heads = bert.config.num_attention_heads
    layers = tuple(_Layer.of(layer, heads) for layer in bert.encoder.layer)
    beside = ThreadPoolExecutor(_OTHER_CORES, "layers")
    return TunedLayers(tuned.embeddings, layers, embedding.counter, kept, precision, beside)


@dataclass(frozen=True)
class _Layer:
    """One layer of BERT (Devlin et al., arXiv 1810.04805), over texts one behind the other.

    Only where pieces look at each other each text is by itself, so that none is filled up to the
    length of the longest, as in a batch: eight lines of a resume take two thirds of the time so.
    """

    heads: int
    #: From a piece to what it asks of others, is found by, and says: [3 x size, size].
    looking: tuple[Any, Any]
    looked: Any
    looked_norm: Any
    inner: Any
    outer: Any
    outer_norm: Any

    @property
    def size(self) -> int:
        """Numbers in the vector of a piece."""
        return int(self.looked_norm.normalized_shape[0])

    @classmethod
    def of(cls, layer: Any, heads: int) -> _Layer:
        """The layer of a model of transformers."""
        import torch

        own = layer.attention.self
        parts = (own.query, own.key, own.value)
        weight = torch.cat([part.weight for part in parts]).detach()
        bias = torch.cat([part.bias for part in parts]).detach()
        return cls(
            heads,
            (weight, bias),
            layer.attention.output.dense,
            layer.attention.output.LayerNorm,
            layer.intermediate.dense,
            layer.output.dense,
            layer.output.LayerNorm,
        )

    def __call__(self, hidden: Any, sizes: list[int]) -> Any:
        """The layer's output, [pieces, size], of texts of these sizes."""
        import torch
        from torch.nn import functional

        size = self.size
        shape = (-1, 3, self.heads, size // self.heads)
        asking: Any = functional.linear(hidden, *self.looking)
        seen = [
            functional.scaled_dot_product_attention(*text.view(shape).permute(1, 2, 0, 3))
            for text in asking.split(sizes)
        ]
        looked = torch.cat([text.transpose(0, 1).reshape(-1, size) for text in seen])
        hidden = self.looked_norm(hidden + self.looked(looked))
        inner = functional.gelu(self.inner(hidden))
        return self.outer_norm(hidden + self.outer(inner))
