"""Which tools, languages or databases were used at a stay: those that its lines name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Ivana Pechova

ivana@pechova.example

## Work

### Developer, Tramline Software, Brno | 2019 - now

- Moved the timetable to PostgreSQL and cached it in Redis
- Owns the Go-live checklist, and services in Kotlin behind Kafka
- Code review for two teams

### Tester, Orel Games, Zlin | 2015 - 2019

- Wrote checks for a puzzle game

## Projects

### Stopwatch

- Counts the seconds between two trams
- Tech: Rust, SQLite

### Punchcard

- Prints tickets from a PostgreSQL table
- Won nothing so far

## Skills

- Databases: PostgreSQL, MongoDB
- Languages: Kotlin, Python
"""


@pytest.fixture(scope="module")
def ivana(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("which databases did she use at Tramline", ("PostgreSQL", "Redis"), ("MongoDB", "Kafka")),
        ("what language did she code in at tramline?", ("Kotlin",), ("Python", "Redis")),
        ("tech stack at Tramline Software", ("Kotlin", "Kafka", "Redis"), ("Go", "review")),
        ("what tools were in use at tramline", ("Kafka",), ("MongoDB",)),
        ("what tech does she work with at Tramline", ("PostgreSQL",), ("Python",)),
    ],
)
def test_what_the_lines_of_a_stay_name_is_told(
    ivana: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    said = answered(ivana.ask(question))
    assert said.startswith("At Tramline Software: ")
    assert [name for name in told if name not in said] == []
    assert [name for name in untold if name in said.split(": ")[1].replace(",", " ").split()] == []


def test_each_name_is_cited_to_its_line(ivana: Assistant) -> None:
    quotes = [one.quote for one in ivana.ask("which databases did she use at Tramline").citations]
    assert quotes == ["Moved the timetable to PostgreSQL and cached it in Redis"]


def test_that_a_stay_names_none_is_said_with_what_is_listed(ivana: Assistant) -> None:
    told = ivana.ask("which databases did she use at Orel Games")
    assert told.status is Status.NOT_IN_RESUME
    assert "For Orel Games the resume names no database" in told.answer
    assert "MongoDB" in told.answer


@pytest.mark.parametrize(
    "question",
    [
        "which languages do her services at Tramline cover",
        "which databases does she know",
        "what did she build at Tramline",
        "which ci tools did she introduce at tramline",
    ],
)
def test_another_question_is_not_taken_for_one(ivana: Assistant, question: str) -> None:
    answer = ivana.ask(question).answer
    assert not answer.startswith(("At Tramline Software: PostgreSQL", "For Tramline"))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("what tech stack was stopwatch", "Stopwatch: Tech: Rust, SQLite", "seconds"),
        (
            "what was Punchcard built with",
            "Punchcard: Prints tickets from a PostgreSQL table",
            "Won",
        ),
    ],
)
def test_what_a_project_is_made_with_is_told(
    ivana: Assistant, question: str, told: str, untold: str
) -> None:
    said = answered(ivana.ask(question))
    assert told in said
    assert untold not in said


def test_a_project_without_a_name_is_named_by_no_question(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = RESUME.replace("### Stopwatch", "### &")
    answer = open_assistant(write_resume(page)).ask("any programming languages?").answer
    assert "SQLite" not in answer
    assert "Kotlin" in answer
