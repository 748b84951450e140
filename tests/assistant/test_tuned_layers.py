"""The layers of the tuned embedding model, over texts of any lengths."""

from __future__ import annotations

import copy
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from assistant.cross_encoder import FILE
from assistant.tuned_layers import TunedLayers, halves, piece_ids
from ingest.embeddings import Embedder, add_differences

TEXTS = ["kiln?", "What did she sell to the restaurants of the harbour town?", "glazes " * 40, ""]


@pytest.fixture(scope="module")
def layers(embedder: Embedder) -> TunedLayers:
    """The layers of the cross-encoder, in full precision."""
    with patch("assistant.tuned_layers.has_bfloat16", return_value=False):
        return TunedLayers.load(embedder, FILE)


def of_the_library(embedder: Embedder, asked: list[int], line: list[int]) -> Any:
    """The mean of the pieces of a question and a line, by the model of transformers itself."""
    import torch

    bert = copy.deepcopy(embedder.load().model[0].auto_model)
    add_differences(bert, FILE)
    second = [0] * len(asked) + [1] * len(line)
    with torch.inference_mode():
        found = bert(
            input_ids=torch.tensor([asked + line]), token_type_ids=torch.tensor([second])
        ).last_hidden_state[0]
    return found.mean(dim=0).numpy()


def test_texts_beside_others_are_what_the_library_makes_of_each(
    embedder: Embedder, layers: TunedLayers
) -> None:
    asked = piece_ids(layers.counter, "did she fire kilns", 64)
    pairs = [(asked, piece_ids(layers.counter, text, 128)[1:]) for text in TEXTS]
    means = layers.means(pairs)
    for mean, (question, line) in zip(means, pairs, strict=True):
        np.testing.assert_allclose(mean, of_the_library(embedder, question, line), atol=1e-4)


def test_many_texts_are_shared_between_two_threads_and_few_are_not(layers: TunedLayers) -> None:
    texts = [(piece_ids(layers.counter, text, 128),) for text in TEXTS]
    with patch.object(layers.beside, "submit", wraps=layers.beside.submit) as submit:
        few = layers.means(texts[:2])
        assert not submit.called
        many = layers.means(texts)
        assert submit.call_count == 1
    np.testing.assert_allclose(many[:2], few, atol=1e-4)


@pytest.mark.parametrize(
    ("sizes", "larger"), [([5, 5], 5), ([9, 1, 1, 1], 9), ([4, 3, 3, 2], 6), ([1, 8, 2, 7, 3], 11)]
)
def test_halves_are_about_as_large_and_hold_every_row(sizes: list[int], larger: int) -> None:
    first, second = halves(sizes)
    assert sorted(first + second) == list(range(len(sizes)))
    assert first and second
    assert max(sum(sizes[row] for row in part) for part in (first, second)) == larger
