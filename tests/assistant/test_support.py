"""Whether evidence supports an answer: what is weighed, and what settles it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from assistant.answer import NOT_IN_RESUME, Status
from assistant.boosted import Trees
from assistant.settings import Settings
from assistant.support import Known, absent_names, asks_reason, gives_reason
from ingest.load import load_resume
from tests.assistant.conftest import TODAY, Open

RESUME = """# Ama Darko

ama.darko@example.com

## Experience

### Baker, Nine Elms Ovens, Leeds | 2016 - 2021

- Led the night shift of 7 and halved the waste of dough
- Worked on the family allotment stall on Saturdays
- Left when the shop closed in 2021

### Deckhand, Humber Pilots | 2012 - 2015

- Kept the engine log and the paint locker

## Skills

- Dough lamination, React, stock taking
"""


@pytest.fixture(scope="module")
def page(write_resume: Callable[[str], Path]) -> Path:
    return write_resume(RESUME)


@pytest.fixture(scope="module")
def ama(open_assistant: Open, page: Path) -> Assistant:
    return open_assistant(page)


@pytest.fixture(scope="module")
def known(page: Path) -> Known:
    return Known.of(load_resume(page, max_bytes=10_000))


def test_where_a_number_is_asked_for_a_line_without_one_is_no_answer(ama: Assistant) -> None:
    answer = ama.ask("how many square metres was the allotment")
    assert answer.status is Status.NOT_IN_RESUME
    assert "7" in ama.ask("how many people did she lead at night").answer


def test_a_reason_is_given_only_where_a_line_gives_one(ama: Assistant) -> None:
    answer = ama.ask("why did she paint the locker")
    assert answer.status is Status.NOT_IN_RESUME
    assert answer.answer.startswith(NOT_IN_RESUME)
    assert "closed" in ama.ask("why did she leave Nine Elms Ovens").answer


@pytest.mark.parametrize("question", ["why did she go", "so how come he left", "reason for moving"])
def test_a_question_for_a_reason_is_known_by_its_beginning(question: str) -> None:
    assert asks_reason(question)
    assert not asks_reason("what is the reason that she gives")
    assert gives_reason("Left because the yard shut")


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("has she used Kubernetes", ["Kubernetes"]),
        ("does she know react", []),
        ("did she help grown ups", []),
        ("was she with Northwind in 2014", ["Northwind"]),
        ("what did she do at nine elms", []),
    ],
)
def test_names_that_the_resume_lacks_are_told_from_words(
    known: Known, question: str, absent: list[str]
) -> None:
    assert absent_names(question, known) == absent


def test_trees_go_right_above_the_threshold_and_count_what_is_absent_as_0() -> None:
    judge = Trees(
        names={"nearness": 0},
        feature=np.zeros((1, 7), dtype=np.int64),
        threshold=np.full((1, 7), 0.5, dtype=np.float32),
        value=np.array([[-2, 0, 0, 0, 0, 0, 0, 2]], dtype=np.float32),
        bias=0.0,
    )
    assert judge.probability({"nearness": 0.4}) == pytest.approx(0.119, abs=1e-3)
    assert judge.probability({"nearness": 0.6}) == pytest.approx(0.881, abs=1e-3)
    assert judge.probability({"unheard of": 9.0}) == judge.probability({})


def test_another_embedding_model_may_embed_the_resume(page: Path, tmp_path: Path) -> None:
    settings = Settings.load(index_dir=tmp_path, embedding_model="all-MiniLM-L6-v2")
    assistant = Assistant.open(page, settings, today=TODAY)
    assert "2016 to 2021" in assistant.ask("when was she at Nine Elms Ovens").answer
    assert "waste" in assistant.ask("did she make anything less wasteful").answer


def test_where_nothing_is_near_nothing_is_quoted(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = write_resume("# Ina Bell\n\n## Skills\n\n- Kafka, Flink\n- Gardening\n")
    answer = open_assistant(page).ask("has she led people in the kitchen")
    assert answer.status is Status.NOT_IN_RESUME
