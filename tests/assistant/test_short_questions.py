"""Questions cut down to few words: names in part, lengths, networks, the present."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Vita Orlind

vita@orlind.example.com | Skype: vitaorl | 0555 010 733

48 Quillon Street, Bristol

## Experience

### Press Officer, BrightmillHQ, Bristol | 2024-03 - present

- Answers the papers

### Choir Leader, Lantern Singers, Bath | 2022-01 - present

- Leads forty singers

### Lecturer, Tarn Valley, Leeds | 2012-09 - 2016-08

- Taught rhetoric to first-years

## Education

**BA in Rhetoric**, University of Hull, 2008 - 2011
"""


@pytest.fixture(scope="module")
def vita(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    "question",
    ["brightmill start date", "when did she start at brightmill?", "since when at Brightmill"],
)
def test_a_name_may_be_cut_down_to_its_beginning(vita: Assistant, question: str) -> None:
    assert "March 2024" in answered(vita.ask(question))


def test_no_ordinary_word_is_a_name_cut_down(vita: Assistant) -> None:
    answer = vita.ask("does she have experience with bright colours?")
    assert "BrightmillHQ" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "tarn valley for roughly how long",
        "tarn valley: months spent there",
        "tarn valley years - how many?",
        "tarn valley, total so far",
        "number of months at tarn valley",
        "how much time at tarn valley",
        "length of tarn valley stint",
    ],
)
def test_a_length_may_be_asked_for_in_few_words(vita: Assistant, question: str) -> None:
    assert "3 years and 11 months" in answered(vita.ask(question))


@pytest.mark.parametrize(
    "question",
    ["vita on skype =", "skype?", "skype handle", "her skype name", "find vita on skype"],
)
def test_a_network_beside_the_person_alone_is_a_way_to_reach_them(
    vita: Assistant, question: str
) -> None:
    assert "vitaorl" in answered(vita.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        "two jobs she has right now, names",
        "jobs held at the moment",
        "which roles is she juggling these days",
        "companies she currently works for",
    ],
)
def test_the_jobs_of_the_present_are_told_and_no_others(vita: Assistant, question: str) -> None:
    said = answered(vita.ask(question))
    assert "BrightmillHQ" in said and "Lantern Singers" in said and "Tarn" not in said


@pytest.mark.parametrize(
    "question", ["where in the world was she working in 2014", "where did she work in 2014?"]
)
def test_where_someone_worked_in_a_year_is_employer_and_place(
    vita: Assistant, question: str
) -> None:
    said = answered(vita.ask(question))
    assert "Tarn Valley" in said and "Leeds" in said


def test_the_street_is_told_beside_the_telephone(vita: Assistant) -> None:
    said = answered(vita.ask("phone, and whats the street called"))
    assert "0555 010 733" in said and "Bristol" in said


def test_the_year_of_a_role_is_none_of_a_degree(vita: Assistant) -> None:
    assert "2012" in answered(vita.ask("years she was a lecturer"))


@pytest.mark.parametrize(
    ("question", "length", "not_of"),
    [
        ("her first job and how long did it last", "3 years and 11 months", "Lantern"),
        ("first role, how many years was that", "3 years and 11 months", "Lantern"),
        ("degree, and how long did it take", "3 years", "Lecturer"),
    ],
)
def test_how_long_is_asked_of_what_the_question_begins_with(
    vita: Assistant, question: str, length: str, not_of: str
) -> None:
    said = answered(vita.ask(question))
    assert length in said
    assert not_of not in said


def test_another_length_is_asked_by_itself(vita: Assistant) -> None:
    said = answered(vita.ask("her first job and how long is her experience in total"))
    assert "add up to" in said
