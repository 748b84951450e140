"""The questions to begin with come from the resume itself, and are known to be answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fixture_resumes import fixture

from assistant.answer import Answer, Citation, SourceLocation, Status
from assistant.starters import candidates, starter_questions
from ingest.load import load_resume
from tests.assistant.conftest import GOLDEN, Open

RESUME = """\
# Dr Ottoline Brandt

ottoline@brandt.example

## Employment

### Quillfield Zoo, 2012 - 2016

- Fed the otters

### Marsh & Reed Veterinary Practice, 2016 - now

- Operate on dogs and cats with ultrasound at hand
- Taught ultrasound to three students

## Education

### University of Lower Saltmarsh, 2004 - 2010

- DVM Veterinary Medicine

## Certificates

- Fear Free, 2021

## Skills

Methods: endoscopy, ultrasound (abdominal), acupuncture
"""


def says(status: Status, *refused: str) -> Callable[[str], Answer]:
    """An assistant that answers all but the questions with these words."""
    place = SourceLocation(file="cv.md", start_line=1, end_line=1)
    line = Citation(number=1, quote="x", text="x", section=(), source=place)

    def ask(question: str) -> Answer:
        silent = any(words in question for words in refused)
        outcome = Status.NOT_IN_RESUME if silent else status
        return Answer(question=question, status=outcome, answer="x [1]", citations=(line,))

    return ask


@pytest.fixture
def vet(tmp_path: Path) -> Path:
    file = tmp_path / "vet.md"
    file.write_text(RESUME)
    return file


def test_they_name_what_this_resume_has_the_latest_and_strongest_first(vet: Path) -> None:
    asked = starter_questions(load_resume(vet), says(Status.ANSWERED))
    assert asked == (
        "What does Ottoline do at Marsh & Reed Veterinary Practice?",
        "What experience does Ottoline have with ultrasound?",
        "What did Ottoline study?",
        "Which certificates does Ottoline hold?",
        "How many years of experience does Ottoline have?",
    )


def test_one_that_is_not_answered_makes_room_for_another_of_its_kind(vet: Path) -> None:
    refused = ("does Ottoline do", "ultrasound", "experience does Ottoline have with", "study")
    asked = starter_questions(load_resume(vet), says(Status.ANSWERED, *refused))
    assert asked == (
        "What did Ottoline do at Marsh & Reed Veterinary Practice?",
        "Has Ottoline worked with endoscopy?",
        "Which certificates does Ottoline hold?",
        "How many years of experience does Ottoline have?",
        "How can I contact Ottoline?",
    )


@pytest.mark.parametrize("status", [Status.NOT_IN_RESUME, Status.DECLINED])
def test_what_is_never_answered_is_never_offered(vet: Path, status: Status) -> None:
    assert starter_questions(load_resume(vet), says(status)) == ()


def test_an_answer_without_a_line_of_the_resume_is_none(vet: Path) -> None:
    def chatty(question: str) -> Answer:
        return Answer(question=question, status=Status.ANSWERED, answer="Certainly!")

    assert starter_questions(load_resume(vet), chatty) == ()


def test_nobody_s_gender_is_guessed_where_nobody_is_named() -> None:
    asked = candidates(fixture("nameless"))
    assert asked[0] == "What did they do at Quarry of Carrara?"
    assert len(asked) >= 3
    assert not [text for text in asked if " he " in f" {text} " or " she " in text]


@pytest.mark.parametrize(
    "name", ["kowal-welder.md", "lindqvist-teacher.md", "petrov-data-engineer.json"]
)
def test_each_is_answered_by_the_assistant_itself(open_assistant: Open, name: str) -> None:
    assistant = open_assistant(GOLDEN / name)
    asked = starter_questions(assistant.resume, assistant.ask)
    assert 3 <= len(asked) <= 5
    assert len(set(asked)) == len(asked)
    for text in asked:
        answer = assistant.ask(text)
        assert answer.status is Status.ANSWERED
        assert answer.citations


def test_a_greeting_suggests_the_same(open_assistant: Open) -> None:
    assistant = open_assistant(GOLDEN / "kowal-welder.md")
    said = assistant.ask("Hello!").answer
    assert candidates(assistant.resume)[0] in said
