"""A question and what may be said to it read together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.cross_encoder import CrossEncoder
from ingest.embeddings import Embedder
from ingest.errors import ModelError
from tests.assistant.conftest import Open

PAGE = """# Ama Darko

## Work

### Potter, Kiln Lane Studio | 2015 - 2023

- Wrote a handbook on glazes that three colleges teach from
- Fired the gas kiln twice a week and mended its burners
- Sold tableware to forty restaurants

## Skills

- Wheel throwing, slip casting, spreadsheets
"""


@pytest.fixture(scope="module")
def cross_encoder(embedder: Embedder) -> CrossEncoder:
    return CrossEncoder(embedder)


@pytest.fixture(scope="module")
def page(write_resume: Callable[[str], Path]) -> Path:
    return write_resume(PAGE)


@pytest.mark.parametrize(
    ("question", "answers", "only_seems_to"),
    [
        (
            "did he look after the machines he worked with",
            "Fired the gas kiln twice a week and mended its burners",
            "Wheel throwing, slip casting, spreadsheets",
        ),
        (
            "who uses what she wrote",
            "Wrote a handbook on glazes that three colleges teach from",
            "Sold tableware to forty restaurants",
        ),
        (
            "how many eateries bought from her",
            "Sold tableware to forty restaurants",
            "Wrote a handbook on glazes that three colleges teach from",
        ),
    ],
)
def test_a_line_that_answers_comes_before_one_that_does_not(
    cross_encoder: CrossEncoder, question: str, answers: str, only_seems_to: str
) -> None:
    yes, no = cross_encoder.scores(question, [f"Work > Potter\n{answers}", only_seems_to])
    assert yes > no


LINES = ["Work > Potter\nSold tableware", "Skills\n" + "Wheel throwing, " * 60, ""]


def reading_in(embedder: Embedder, *, bfloat16: bool) -> CrossEncoder:
    """A cross-encoder that runs in the one precision or the other, whatever the processor has."""
    with patch("assistant.tuned_layers.has_bfloat16", return_value=bfloat16):
        read = CrossEncoder(embedder)
        read.scores("kiln?", ["a kiln"])
    return read


@pytest.mark.parametrize(("bfloat16", "alike"), [(False, 1e-4), (True, 0.1)])
def test_a_line_is_read_alike_alone_and_beside_others(
    embedder: Embedder, bfloat16: bool, alike: float
) -> None:
    read = reading_in(embedder, bfloat16=bfloat16)
    together = read.scores("what did she sell?", LINES)
    alone = [read.scores("what did she sell?", [line])[0] for line in LINES]
    np.testing.assert_allclose(together, alone, atol=alike)


def test_half_as_many_digits_read_the_same(embedder: Embedder) -> None:
    whole, half = (reading_in(embedder, bfloat16=which) for which in (False, True))
    asked = "what did she sell?"
    np.testing.assert_allclose(whole.scores(asked, LINES), half.scores(asked, LINES), atol=0.1)


def test_a_question_of_any_length_is_read(cross_encoder: CrossEncoder) -> None:
    scores = cross_encoder.scores("why " * 5_000, ["Sold tableware " * 5_000])
    assert np.isfinite(scores).all()


def test_the_word_vectors_are_those_of_the_embedding_model(
    cross_encoder: CrossEncoder, embedder: Embedder
) -> None:
    before = embedder.encode(["a kiln"])
    cross_encoder.scores("kiln?", ["a kiln"])
    theirs = embedder.load().model[0].auto_model
    assert cross_encoder._loaded.layers.layers.embeddings is theirs.embeddings
    np.testing.assert_array_equal(embedder.encode(["a kiln"]), before)


def test_a_missing_file_is_named(embedder: Embedder, tmp_path: Path) -> None:
    missing = tmp_path / "gone.npz"
    with pytest.raises(ModelError, match=r"gone\.npz; install the project anew"):
        CrossEncoder(embedder, missing).scores("kiln?", ["a kiln"])


def test_each_question_is_read_once(open_assistant: Open, page: Path) -> None:
    assistant: Assistant = open_assistant(page)
    asked: list[tuple[str, tuple[str, ...]]] = []
    scores = CrossEncoder.scores

    def watched(self: CrossEncoder, question: str, lines: Sequence[str]) -> object:
        asked.append((question, tuple(lines)))
        return scores(self, question, lines)

    with patch.object(CrossEncoder, "scores", watched):
        for question in ("was anything of hers read by students", "could she repair things?"):
            assistant.ask(question)
    assert len(asked) == len(set(asked)) > 0


@pytest.mark.parametrize(
    ("question", "answered"),
    [("which glaze is food safe?", False), ("could she mend a burner?", True)],
)
def test_what_may_be_off_topic_is_answered_by_a_line_that_reads_as_an_answer(
    open_assistant: Open, page: Path, question: str, answered: bool
) -> None:
    with patch("assistant.intents.Guess.of", return_value=0.35):
        answer = open_assistant(page).ask(question)
    assert (answer.status is Status.ANSWERED) is answered
