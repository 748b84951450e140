"""Boosted trees: small models of a few hundred questions with a number for each answer.

Fitted with scikit-learn by `assistant/training/judge.py`; what is kept is arrays, so that reading
and asking them needs neither.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

#: Questions from the root of a tree to a leaf.
DEPTH = 3


@dataclass(frozen=True)
class Trees:
    """Boosted trees of depth three (Friedman, Annals of Statistics 29, 2001).

    `feature` and `threshold` are [trees, 7]: the nodes of each tree, level by level; `value` is
    float32 [trees, 8], the leaves from left to right, the learning rate counted in. A feature that
    is not there counts 0.
    """

    names: dict[str, int]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float32]
    value: NDArray[np.float32]
    bias: float

    def probability(self, found: dict[str, float]) -> float:
        """0 to 1, of what the trees were fitted to tell."""
        values = np.zeros(len(self.names), dtype=np.float32)
        for name, value in found.items():
            if name in self.names:
                values[self.names[name]] = value
        trees = np.arange(len(self.feature))
        node = np.zeros(len(self.feature), dtype=np.int64)
        for _ in range(DEPTH):
            right = values[self.feature[trees, node]] > self.threshold[trees, node]
            node = 2 * node + 1 + right
        score = self.bias + float(self.value[trees, node - (2**DEPTH - 1)].sum())
        return 1 / (1 + math.exp(-score))


@cache
def load_trees(name: str) -> Trees:
    """The trees in `assistant/data/NAME.npz`."""
    with (files("assistant") / "data" / f"{name}.npz").open("rb") as stream:
        stored = np.load(stream)
        return Trees(
            {str(name): at for at, name in enumerate(stored["names"])},
            stored["feature"].astype(np.int64),
            stored["threshold"],
            stored["value"],
            float(stored["bias"]),
        )
