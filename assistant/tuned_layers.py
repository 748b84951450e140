"""The layers of the tuned embedding model, trained on for another task: pieces in, vectors out.

What was learned is kept as the difference to the embedding model's own weights; the word vectors,
the larger half of the model, are shared with it.
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
from ingest.layers import Layers, has_bfloat16
from ingest.tokens import Vectors


def piece_ids(tokenizer: Any, text: str, most: int) -> list[int]:
    """The numbers of a text's pieces, its start and end among them; the end is always kept."""
    ids: list[int] = tokenizer.encode(text).ids
    return ids if len(ids) <= most else [*ids[: most - 1], ids[-1]]


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

    layers: Layers
    counter: Any
    kept: dict[str, Vectors]
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
            return self._means(texts)
        mine, others = halves(sizes)
        theirs = self.beside.submit(self._means, [texts[row] for row in others])
        found = np.empty((len(texts), self.layers.size), dtype=np.float32)
        found[mine] = self._means([texts[row] for row in mine])
        found[others] = theirs.result()
        return found

    def _means(self, texts: Sequence[Sequence[Sequence[int]]]) -> Vectors:
        import torch

        means = [text.mean(dim=0) for text in self.layers.run(texts)]
        found: Vectors = torch.stack(means).numpy()
        return found


#: What is asked is told with, and answers are read with, of one embedder.
_KEPT = 2


@lru_cache(maxsize=_KEPT)
def _loaded(embedder: Embedder, differences: Path, *, bfloat16: bool) -> TunedLayers:
    embedding = embedder.load()
    tuned: Any = embedding.model[0].auto_model
    bert = copy.deepcopy(tuned, {id(tuned.embeddings): tuned.embeddings})
    kept = add_differences(bert, differences)
    beside = ThreadPoolExecutor(_OTHER_CORES, "layers")
    return TunedLayers(Layers.of(bert, bfloat16=bfloat16), embedding.counter, kept, beside)
