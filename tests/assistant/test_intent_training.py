"""The classifier of questions learns its labels from the labelled questions."""

from __future__ import annotations

import random
import re
from unittest.mock import patch

import numpy as np
import pytest
import torch

from assistant.intents import HEAD_FILE, Intents
from assistant.training.intents import (
    Learner,
    batches,
    keep_low_rank,
    likelihood,
    rarity,
    train,
    weights_of,
)
from assistant.training.labelled import Labelled, filled, labelled
from ingest.embeddings import Embedder

ROWS = [
    Labelled(("job_boss",), "who was her boss"),
    Labelled(("job_boss",), "whom did she answer to"),
    Labelled(("job_dates", "job_duration"), "when was she there, and how long"),
    Labelled(("job_dates",), "which years"),
]


def test_every_question_is_labelled_with_what_the_classifier_knows() -> None:
    with np.load(HEAD_FILE) as stored:
        known = set(stored["labels"].tolist())
    for name in ("questions", "everyday", "answered"):
        rows = labelled(name)
        assert rows
        assert {label for row in rows for label in row.labels} <= known
        assert not any(re.search(r"\{\w+\}", row.text) for row in filled(rows, 1))


def test_of_several_labels_either_is_right(embedder: Embedder) -> None:
    right = Learner(embedder, ["job_boss", "job_dates", "job_duration"]).targets(ROWS)
    assert right.tolist() == [
        [True, False, False], [True, False, False], [False, True, True], [False, True, False],
    ]  # fmt: skip
    shares = torch.tensor([[0.7, 0.2, 0.1]]).log().expand(4, 3)
    assert likelihood(shares, right).exp().tolist() == pytest.approx([0.7, 0.7, 0.3, 0.2])


def test_a_rare_label_counts_more(embedder: Embedder) -> None:
    right = Learner(embedder, ["job_boss", "job_dates", "job_duration"]).targets(ROWS * 5)
    boss, _, both, dates = rarity(right)[:4].tolist()
    assert boss < dates < both


def test_each_question_comes_once_a_round() -> None:
    found = batches(ROWS * 40, random.Random(0))
    assert sorted(at for batch in found for at in batch) == list(range(160))


def test_what_is_learned_is_what_is_guessed(embedder: Embedder, tmp_path: object) -> None:
    learner = Learner(embedder, ["job_boss", "job_dates", "job_duration"])
    with patch("assistant.training.intents._EPOCHS", 12):
        train(learner, ROWS * 8)
    layers, head = f"{tmp_path}/layers.npz", f"{tmp_path}/head.npz"
    np.savez_compressed(layers, allow_pickle=False, **keep_low_rank(learner))
    np.savez_compressed(head, allow_pickle=False, **weights_of(learner))
    learner.model.eval()
    with (
        patch("assistant.intents.LAYERS_FILE", layers),
        patch("assistant.intents.HEAD_FILE", head),
        torch.inference_mode(),
    ):
        intents = Intents(embedder)
        for row in ROWS:
            assert intents.guesses([row.text])[0].label in row.labels
            at = int(learner.logits([row.text]).argmax())
            assert learner.labels[at] == intents.guesses([row.text])[0].label
