"""The layers of a BERT make of a text what the library makes of it, in either precision."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from ingest.embeddings import Embedder
from ingest.layers import Layers

TEXTS = ["kiln?", "What did she sell to the restaurants of the harbour town?", "glazes " * 80]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


@pytest.fixture(scope="module")
def bert(embedder: Embedder) -> Any:
    return embedder.load().model[0].auto_model


def ids_of(embedder: Embedder) -> list[list[int]]:
    return [embedder.load().counter.encode(text).ids for text in TEXTS]


def of_the_library(bert: Any, ids: list[int]) -> Any:
    import torch

    with torch.inference_mode():
        return bert(input_ids=torch.tensor([ids])).last_hidden_state[0].numpy()


@pytest.mark.parametrize("onednn", [True, False])
def test_texts_one_behind_the_other_are_what_the_library_makes_of_each(
    embedder: Embedder, bert: Any, onednn: bool
) -> None:
    import torch

    with patch.object(torch.backends.mkldnn, "is_available", return_value=onednn):
        layers = Layers.of(bert, bfloat16=False)
    texts = ids_of(embedder)
    found = layers.run([(ids,) for ids in texts])
    assert layers.size == found[0].shape[1] == 384
    for text, ids in zip(found, texts, strict=True):
        np.testing.assert_allclose(text.numpy(), of_the_library(bert, ids), atol=1e-3)


def test_half_as_many_digits_make_nearly_the_same(embedder: Embedder, bert: Any) -> None:
    import torch

    layers = Layers.of(bert, bfloat16=True)
    for ids in ids_of(embedder):
        mean = layers.run([(ids,)])[0].mean(dim=0)
        theirs = torch.from_numpy(of_the_library(bert, ids)).mean(dim=0)
        assert torch.cosine_similarity(mean, theirs, dim=0) > 0.999


def test_the_model_is_left_in_its_own_precision(bert: Any) -> None:
    import torch

    Layers.of(bert, bfloat16=True)
    assert {weight.dtype for weight in bert.parameters()} == {torch.float32}
