"""Of several answers to one question, the one that answers it is told."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.cross_encoder import LINES_FILE, CrossEncoder
from assistant.training.answers import Task, loss_of, read
from assistant.training.cross import Reader
from assistant.training.drafts import Answered, golden, lined, unmarked
from assistant.training.material import Asked, TrainingResume
from ingest.embeddings import Embedder
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Malin Strand

## Work

### Lock keeper, Göta Waterways | 2016 - now

- Raised nine old gates without closing the canal for a day
- Taught forty volunteers to work the sluices by hand

### Deckhand, Vänern Ferries | 2011 - 2016

- Kept the log of a car ferry for five winters

## Education

- Sjöfartsgymnasiet Gothenburg, 2008 - 2011: ship's mechanic
"""


@pytest.fixture(scope="module")
def malin(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    ("question", "guess", "told"),
    [
        ("where does she work now", [("edu_school", 0.5), ("job_current", 0.4)], "Göta Waterways"),
        ("which school was she at", [("job_current", 0.5), ("edu_school", 0.4)], "Gymnasiet"),
        ("whom did she teach the sluices", [("job_list", 0.5), ("gaps", 0.3)], "forty volunteers"),
    ],
)
def test_what_another_reading_or_a_line_answers_is_told(
    malin: Assistant, question: str, guess: list[tuple[str, float]], told: str
) -> None:
    with guessed(*guess):
        answer = malin.ask(question)
    assert told.casefold() in answer.answer.casefold()


def test_what_is_surely_asked_has_no_rival(malin: Assistant) -> None:
    with (
        guessed(("job_first", 0.95)),
        patch.object(CrossEncoder, "scores", side_effect=AssertionError("nothing is read")),
    ):
        assert "Vänern" in malin.ask("where did she begin").answer


def test_a_refusal_stands_where_nothing_answers(malin: Assistant) -> None:
    with guessed(("personal_pay", 0.6), ("job_current", 0.4)):
        assert malin.ask("what does she earn at the locks").status is Status.NOT_IN_RESUME


def test_a_refusal_gives_way_to_what_answers(malin: Assistant) -> None:
    with guessed(("personal_pay", 0.6), ("job_current", 0.3)):
        answer = malin.ask("where does she work at present")
    assert "Göta Waterways" in answer.answer
    assert "answers better as job_current than as personal_pay" in answer.explanation["why"]


RESUME = TrainingResume(
    (
        "Work > Kiln Lane, Potter, 2015 - 2019\nSold tableware to forty restaurants",
        "Work > Kiln Lane, Potter, 2015 - 2019\nFired the gas kiln twice a week",
        "Skills\nSlip casting, spreadsheets",
    ),
    (Asked("how often was the kiln fired", (1,)), Asked("what did she earn?", ())),
    "a test",
)


def test_golden_questions_tell_which_drafts_are_right(
    embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "malin.md").write_text(PAGE, "utf-8")
    asked = [
        ("whom did she teach", True, ["forty volunteers"]),
        ("what does she earn", False, []),
        ("where does she work now; which school was she at", True, ["Waterways"]),
    ]
    (tmp_path / "malin.jsonl").write_text(
        "\n".join(
            json.dumps(
                {"id": str(at), "question": text, "answerable": answerable, "kind": "fact",
                 "must_include": words, "must_not_include": [], "evidence": []}
            )
            for at, (text, answerable, words) in enumerate(asked)
        ),
        "utf-8",
    )  # fmt: skip
    monkeypatch.setattr("assistant.training.material._GOLDEN", tmp_path)
    found = {one.question: one for one in golden(embedder)}
    taught = found["whom did she teach"]
    assert taught.right
    for text, right in zip(taught.texts, taught.right, strict=True):
        assert right == ("forty volunteers" in text)
    assert any(taught.right)
    assert not any(found["what does she earn"].right or ())
    assert not any("school" in text for text in found), "a question for two things is left out"


def test_lines_that_answer_are_right_and_the_nearest_others_wrong(embedder: Embedder) -> None:
    kiln, pay = lined([RESUME], embedder)
    assert kiln.texts[0] == RESUME.lines[1]
    assert kiln.right == (True, False, False)
    assert pay.right == (False, False, False)


def test_nobody_has_marked_the_drafts_of_invented_resumes(embedder: Embedder) -> None:
    found = list(unmarked([RESUME], embedder))
    assert any("twice a week" in text for one in found for text in one.texts)
    assert all(one.right is None for one in found)


def test_what_is_learned_brings_the_loss_down(embedder: Embedder) -> None:
    import torch

    plates = Answered(0, "who bought her plates?", ("She fired it.", "Forty inns."), (False, True))
    tasks = [
        Task(plates),
        Task(replace(plates, right=None), (-2.0, 3.0)),
        Task(Answered(0, "what did she earn?", ("She fired the kiln.",), (False,)), (-1.5,)),
    ]
    learner = Reader(embedder, LINES_FILE)
    trained = [*learner.bert.encoder.parameters(), *learner.head.parameters()]
    optimiser = torch.optim.AdamW(trained, lr=1e-4)
    torch.manual_seed(0)
    lacks = []
    for _ in range(6):
        loss = loss_of(learner, tasks)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        lacks.append(float(loss.detach()))
    assert lacks[-1] < lacks[0]
    assert all(map(math.isfinite, lacks))


def test_the_teacher_counts_where_nobody_knows(embedder: Embedder) -> None:
    learner = Reader(embedder, LINES_FILE)
    learner.bert.eval()
    learner.head.eval()
    asked = Answered(0, "who bought her plates?", ("She fired it.", "Forty inns."), None)
    (own,) = read(learner, [asked])
    other = tuple(-logit for logit in own)
    as_it_thinks, otherwise = (
        float(loss_of(learner, [Task(asked, one)]).detach()) for one in (own, other)
    )
    assert as_it_thinks < otherwise
