"""What is asked of a thing by its name, of a role in a year, and of a degree by its level."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Henk Wobbema

henk@wobbema.example

## Work experience

### Hydrographer, Delta Survey Bureau, Terneuzen | 2018 - now

- Charts the Scheldt with two launches

### Dredge Operator, Zandwinning Kloet | 2010 - 2018

- Dug the basin of Breskens harbour

## Grants

### Slibmeter, 2021 - 2023

- Water Board of Zeeland
- Budget 48 000 euros
- A float that weighs mud

### Getijboek, 2019 - 2020

- Harbour Trust
- Budget 12 500 euros
- Tide tables for one-handed sailors

## Kitchen years

Over six years of frying fish and running the bar at two quays.

## Education

- A.A., Nautical Science, 2008, Westerschelde College
- Evening course, 2009, Westerschelde College
"""


@pytest.fixture(scope="module")
def henk(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("how much cash came with Slibmeter?", "48 000", "12 500"),
        ("what was the budget of getijboek", "12 500", "48 000"),
    ],
)
def test_a_named_thing_is_told_from_its_own_lines(
    henk: Assistant, question: str, expected: str, other: str
) -> None:
    said = answered(henk.ask(question))
    assert expected in said
    assert other not in said


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who employed Mr Wobbema in the spring of 2016?", "Zandwinning Kloet"),
        ("which outfit had henk on its books in 2012 as a dredge operator", "Zandwinning Kloet"),
        ("in what year did the associate's come through", "2008"),
        ("who's paying henk these days", "Delta Survey Bureau"),
        ("what was he busy with in 2015", "Breskens"),
        ("how many yrs of bar work altogether", "six years"),
    ],
)
def test_unsure_questions_are_settled_by_what_they_name(
    henk: Assistant, question: str, expected: str
) -> None:
    assert expected in answered(henk.ask(question))


def test_letters_of_other_things_are_no_degree(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.partition("## Education")[0] + "## More\n\n- Diploma in charting, Vlissingen\n"
    text = text.replace("Charts the Scheldt", "Met WCAG AA with charts of the Scheldt")
    said = answered(open_assistant(write_resume(text)).ask("any degree or diploma?"))
    assert "charting" in said
    assert "WCAG" not in said


@pytest.mark.parametrize("question", ["google?", "does she know Google?", "has she used apache"])
def test_a_name_that_is_but_a_part_of_longer_ones_is_not_mentioned(
    question: str, open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    """Neither by itself nor in other pieces: the answer ends, and shows the longer name."""
    page = "# Ada Wren\n\n## Skills\n\n- Google Cloud, Apache Kafka, Terraform\n"
    told = open_assistant(write_resume(page)).ask(question)
    assert told.status is not Status.ANSWERED
    assert "does not mention" in told.answer
    assert "Google Cloud, Apache Kafka" in told.answer


def test_things_of_a_kind_are_told_by_the_line_that_lists_them(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = """# Hinemoa Rua

## Work

### Team Leader, City Libraries | 2021 - now

- Look after 14,000 photographs and 3 staff

### Librarian, Levin Library | 2015 - 2021

- Grew the summer reading programme

## Skills

Koha, Spydus, Recollect, copyright advice, oral history interviewing
"""
    said = open_assistant(write_resume(page)).ask("library systems she has used").answer
    assert "Koha" in said and "Spydus" in said
