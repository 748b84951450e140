"""Texts token by token: how near each word of one comes to any word of another.

The late interaction of ColBERT (Khattab and Zaharia, arXiv 2004.12832): a vector for each token
instead of one for the text, compared by the nearest. A detail that the mean of a line washes out
still has a token of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A text as the model reads it, in one pass.

    `vector` is float32 [dim], of length 1. `tokens` are float32 [pieces, dim], each of length 1, of
    the word pieces in `pieces` (WordPiece: `##` goes on with a word); both are empty where the
    model does not tell them.
    """

    vector: Vectors
    tokens: Vectors
    pieces: tuple[str, ...] = ()

    @classmethod
    def whole(cls, vector: Vectors) -> Encoded:
        """A text of which only the one vector is known."""
        return cls(vector, np.zeros((0, len(vector)), dtype=np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """The tokens of some texts, one text after the other.

    `vectors` are float32 [tokens, dim], each of length 1; `first` is the row of each text's first
    token, int [texts]. Every text has a token.
    """

    vectors: Vectors
    first: NDArray[np.intp]

    @classmethod
    def of(cls, texts: Sequence[Vectors]) -> TokenVectors:
        """From the tokens of each text."""
        sizes = [len(tokens) for tokens in texts]
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if sizes else np.zeros(0)
        vectors = np.concatenate(texts) if texts else np.zeros((0, 1), dtype=np.float32)
        return cls(vectors, first.astype(np.intp))

    @classmethod
    def load(cls, file: Path) -> TokenVectors:
        """What `save` wrote. Raises `OSError`, `ValueError` or `KeyError` where that is not so."""
        with np.load(file) as stored:
            return cls(stored["vectors"].astype(np.float32), stored["first"].astype(np.intp))

    def save(self, file: Path) -> None:
        """Write to a file, a token's values in half precision."""
        np.savez(
            file, allow_pickle=False, vectors=self.vectors.astype(np.float16), first=self.first
        )

    def nearest(self, asked: Vectors) -> Vectors:
        """The cosine of each asked token with the nearest of each text, float32 [asked, texts]."""
        if not len(asked) or not len(self.first):
            return np.zeros((len(asked), len(self.first)), dtype=np.float32)
        near: Vectors = np.maximum.reduceat(asked @ self.vectors.T, self.first, axis=1)
        return near
