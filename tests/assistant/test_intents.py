"""What a question asks for, guessed by meaning."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from assistant.intents import Guess, Intents
from ingest.embeddings import Embedder
from ingest.errors import ModelError


@pytest.fixture(scope="module")
def intents(embedder: Embedder) -> Intents:
    return Intents(embedder)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("who signed her timesheets at the foundry", "job_boss"),
        ("before the foundry, where was he paid", "job_neighbour"),
        ("how big was the crew she ran", "number"),
        ("what would the crane driver cost us a month", "personal_pay"),
        ("any tickets for lifting gear", "certificates"),
        ("since when has she been at the foundry", "job_dates"),
        ("ever stood in for the foreman?", "did_ever"),
        ("what's a good wage for a crane driver in Turin", "offtopic"),
    ],
)
def test_words_that_look_like_another_question_do_not_mislead(
    intents: Intents, question: str, label: str
) -> None:
    assert label in [name for name, _ in intents.guesses([question])[0].ranked[:2]]


@pytest.mark.parametrize("question", ["", "?", "why " * 5_000, "\N{SNOWMAN}" * 40])
def test_any_text_is_guessed(intents: Intents, question: str) -> None:
    ranked = intents.guesses([question])[0].ranked
    assert [share for _, share in ranked] == sorted((share for _, share in ranked), reverse=True)
    assert 0 < sum(share for _, share in ranked) <= 1.0001


def test_half_as_many_digits_guess_the_same(embedder: Embedder) -> None:
    guesses: list[Guess] = []
    for bfloat16 in (False, True):
        with patch("assistant.tuned_layers.has_bfloat16", return_value=bfloat16):
            guesses.append(Intents(embedder).guesses(["how long was she at the foundry"])[0])
    whole, half = guesses
    assert whole.label == half.label == "job_duration"
    assert whole.sure == pytest.approx(half.sure, abs=0.05)


def test_the_embedding_model_is_left_as_it_is(embedder: Embedder) -> None:
    before = embedder.encode(["foundry"]).tolist()
    Intents(embedder).guesses(["foundry?"])
    assert embedder.encode(["foundry"]).tolist() == before


def test_a_missing_file_is_named(embedder: Embedder, tmp_path: Path) -> None:
    for kept in ("LAYERS_FILE", "HEAD_FILE"):
        missing = tmp_path / "gone.npz"
        with (
            patch(f"assistant.intents.{kept}", missing),
            pytest.raises(ModelError, match=r"gone\.npz; install the project anew"),
        ):
            Intents(embedder).guesses(["foundry?"])
