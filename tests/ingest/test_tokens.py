"""Texts token by token: what is kept of them, and how near the words of a question come."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from ingest.embeddings import PUBLISHED, Embedder
from ingest.tokens import Encoded, TokenVectors


def unit(*rows: list[float]) -> np.ndarray:
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_each_asked_token_is_compared_with_the_nearest_of_each_text() -> None:
    kept = TokenVectors.of([unit([1, 0], [0, 1]), unit([1, 1])])
    near = kept.nearest(unit([1, 0], [0, -1]))
    assert near == pytest.approx(np.array([[1, 2**-0.5], [0, -(2**-0.5)]]), abs=1e-6)


def test_without_tokens_or_texts_nothing_is_near() -> None:
    assert TokenVectors.of([unit([1, 0])]).nearest(np.zeros((0, 2), np.float32)).shape == (0, 1)
    assert TokenVectors.of([]).nearest(unit([1, 0])).shape == (1, 0)
    assert Encoded.whole(unit([1, 0])[0]).tokens.shape == (0, 2)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    kept = TokenVectors.of([unit([1, 2], [3, 1]), unit([1, -1])])
    kept.save(tmp_path / "tokens.npz")
    loaded = TokenVectors.load(tmp_path / "tokens.npz")
    assert loaded.vectors == pytest.approx(kept.vectors, abs=1e-3)
    assert loaded.first.tolist() == [0, 2]


@pytest.mark.parametrize("damage", [b"", b"no arrays"])
def test_a_damaged_file_is_told_by_an_error(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "tokens.npz").write_bytes(damage)
    with pytest.raises((OSError, ValueError, KeyError, EOFError)):
        TokenVectors.load(tmp_path / "tokens.npz")


@pytest.mark.parametrize(
    ("bfloat16", "vector", "tokens"), [(False, 1e-6, 1e-4), (True, 0.01, 0.03)]
)
def test_one_pass_gives_the_vector_and_the_tokens_of_a_text(
    bfloat16: bool, vector: float, tokens: float
) -> None:
    embedder = Embedder(PUBLISHED)
    with patch("ingest.embeddings.has_bfloat16", return_value=bfloat16):
        read = embedder.read("Kept the lamp lit")
    assert read.pieces == ("kept", "the", "lamp", "lit")
    assert np.linalg.norm(read.tokens, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    assert read.vector == pytest.approx(embedder.encode(["Kept the lamp lit"])[0], abs=vector)
    kept = embedder.encode_tokens(["Kept the lamp lit", "Rope"])
    assert kept is not None
    assert kept.first.tolist() == [0, 4]
    assert kept.vectors[:4] == pytest.approx(read.tokens, abs=tokens)


def test_a_text_of_nothing_has_a_token_all_the_same() -> None:
    embedder = Embedder(PUBLISHED)
    assert len(embedder.read("").tokens) > 0
    kept = embedder.encode_tokens(["", "Rope"])
    assert kept is not None
    assert kept.first[1] > 0
