"""What is not said stays unsaid, and what is asked of the person is never called off topic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.routing import is_of_person
from tests.assistant.conftest import Open

RESUME = """# Noor Haverkamp

noor@haverkamp.example.com

## Summary

Planner who tries to stay away from meetings. Animal husbandry on the family farm as a child.

## Experience

### Cloud Planner, Windmolen BV, Utrecht | March 2019 - now

- Moved the hybrid cloud of nine hospitals to one provider
- Automated most of the bookkeeping of licences

### Trainee, Polder Logistics, Almere | 2016 - 2018

- Six months of night trains: planned the crews by hand

## Education

**PhD in Operations Research**, University of the Delta, 2012 - 2016

**MSc in Mathematics**, University of the Delta, 2010 - 2012

## Odds and ends

- Volunteer fire brigade, Amersfoort (May 2007 - June 2009)

## Languages

- Dutch: native
- Japanese: fluent
"""


@pytest.fixture(scope="module")
def noor(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    "question",
    [
        "would she go hybrid",  # the cloud was hybrid
        "ok with staying away from home for weeks?",
        "has she got a husband",  # husbandry
        "is she japanese by passport",
        "how many weeks notice would she owe windmolen",
        "noor's pay at windmolen",
        "what's the dissertation on",
        "who supervised the doctorate",
    ],
)
def test_what_only_looks_like_an_answer_is_none(noor: Assistant, question: str) -> None:
    answer = noor.ask(question)
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


@pytest.mark.parametrize(
    "question", ["ever tamed a dragon", "does she juggle knives at parties", "any circus know-how"]
)
def test_what_is_asked_of_the_person_is_not_off_topic(noor: Assistant, question: str) -> None:
    assert noor.ask(question).status is not Status.DECLINED


@pytest.mark.parametrize(
    ("question", "of_person"),
    [
        ("any insect know-how", True),
        ("do they get their boots muddy", True),
        ("ever headed a choir", True),
        ("what's the capital of Peru", False),
        ("can my landlord keep the deposit they took from me", False),
    ],
)
def test_whom_a_question_is_about_is_told_by_its_words(question: str, of_person: bool) -> None:
    assert is_of_person(question) is of_person


def test_a_school_that_is_not_there_is_told_with_those_that_are(noor: Assistant) -> None:
    answer = noor.ask("did she go to Stanford?")
    assert answer.status is Status.NOT_IN_RESUME
    assert "University of the Delta" in answer.answer
    assert "Windmolen" not in answer.answer


def test_a_dated_line_tells_of_a_time_that_no_job_covers(noor: Assistant) -> None:
    assert "fire brigade" in noor.ask("what was she up to in august 2008?").answer


def test_the_stay_of_the_nearest_line_tells_how_long(noor: Assistant) -> None:
    answer = noor.ask("moving the hospitals' cloud: for how many years so far?")
    assert "March 2019 to now" in answer.answer


CODER = """# Ivo Brandt

## Skills

- Languages: Python, Go, Rust
- Databases: PostgreSQL

## Experience

### Developer, Nordwind AG | 2019 - now

- Learns a new language each year
"""


@pytest.mark.parametrize(
    "question", ["which languages does he speak", "spoken languages?", "is he bilingual"]
)
def test_languages_of_programs_are_not_spoken(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    answer = open_assistant(write_resume(CODER)).ask(question)
    assert answer.status is Status.NOT_IN_RESUME
    assert "Python" in open_assistant(write_resume(CODER)).ask("which languages?").answer
