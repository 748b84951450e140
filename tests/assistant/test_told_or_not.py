"""A line that answers is not kept back by a rule; a near one that lacks what is asked is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Mara Olthof

mara@olthof.example.com

Registered physiotherapist, KNGF no. 5520-118

## Experience

### Senior Therapist, Zonnehof Physio, Zwolle | March 2021 - now

- Vestibular clinic: Semont and Brandt-Daroff for positional dizziness, 9 patients a week
- Rota with a crew in Leuven: nobody is woken before 6:30
- Brought availability of the booking desk from 92% to 99%
- Reviewed the records of a nursing home for an insurer's claim

### Physio Assistant, Berg & Dal Clinic, Deventer | 2017 - 2020

- Team physio of the women's rowing eight on race days: strapping, concussion checks
- We mend crutches and lend them out; nothing goes to the tip

## Projects

- Opponent: wrote a draughts engine that plays against you on a phone, by minimax search

## Skills

- Software: Sketch, Excel, Python
- Fabric printing
"""


@pytest.fixture(scope="module")
def mara(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("can the candidate treat vertigo (semont etc)", "Vestibular clinic"),
        ("registration no. with the physio board", "5520-118"),
        ("did she ever write a bot that plays against you, how", "minimax"),
        ("how many patients a week", "9 patients"),
        ("any concussion checks", "strapping, concussion checks"),  # of others' health
        ("when did Ms Olthof join Zonnehof", "March 2021"),
        ("which clinic was she at as an assistant", "Berg & Dal"),
    ],
)
def test_a_line_that_answers_is_told_in_whatever_words(
    mara: Assistant, question: str, told: str
) -> None:
    assert told in answered(mara.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        "any experience with zebrafish",
        "has she worked with molecular gastronomy",
        "headcount of the leuven crew",  # the line on them has but a time of day
        "when's the earliest start date",  # the availability is that of a desk
        "which nursing home was the claim about",
        "spotify: which squad was she in",
        "dates at the library of congress",
        "what degree has she got & from where",
        "her tasks at Kiwoko, the pet shop chain",
    ],
)
def test_a_near_line_that_lacks_what_is_asked_for_is_no_answer(
    mara: Assistant, question: str
) -> None:
    assert mara.ask(question).status is Status.NOT_IN_RESUME


def test_how_a_tool_is_worked_is_no_question_about_the_person(mara: Assistant) -> None:
    assert mara.ask("excel command to freeze a row?").status is Status.DECLINED


def test_of_two_things_the_one_that_is_taken_for_granted_is_no_answer(mara: Assistant) -> None:
    answer = mara.ask("figma too or only sketch")
    assert answer.status is Status.NOT_IN_RESUME
    assert answer.answer.startswith("The resume does not mention Figma. Software: Sketch")
    assert mara.ask("is it sketch or only figma").status is Status.ANSWERED


def test_only_what_may_be_a_name_is_named_as_missing(mara: Assistant) -> None:
    said = mara.ask("is sustainability something she takes seriously or just a buzzword").answer
    assert said.startswith("The resume does not say anything about that.")
    named = mara.ask("does she know zumba and quigong").answer
    assert named == "The resume does not mention zumba or quigong."


def test_with_a_tool_is_with_no_employer(mara: Assistant) -> None:
    assert mara.ask("what did she automate with UiPath").answer == (
        "The resume does not mention UiPath."
    )
    assert "lists no Siemens" in mara.ask("how long was she with Siemens").answer


SURVEYOR = """# Jonas Weitzel

jonas@weitzel.example.com

## Experience

### Surveyor, Landmeter Koop, Arnhem | May 2016 - now

- Levelled 40 km of dyke
- Screen and interview candidates

### Survey Hand, Bruck & Sohn, Kleve | 2012 - 2014

- Carried the staff and kept the field book

## Education

### MSc Geodesy, DTU, Lyngby, Denmark | 2014 - 2016

- Nordic Council scholarship (full tuition and rent)

### BSc Geomatics, Hochschule Bochum | 2008 - 2012
"""


@pytest.fixture(scope="module")
def jonas(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(SURVEYOR))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who paid for his time in denmark", "Nordic Council scholarship"),
        ("does he take part in hiring", "Screen and interview candidates"),
    ],
)
def test_a_line_that_surely_answers_is_told_before_what_was_computed_in_doubt(
    jonas: Assistant, question: str, told: str
) -> None:
    first = jonas.ask(question).answer.partition("[1]")[0]
    assert told in first


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how long was he in denmark", "About 2 years there"),
        ("when did he leave bruck", "Survey Hand at Bruck & Sohn (2012 to 2014)"),
        ("who pays him", "Jonas is currently Surveyor at Landmeter Koop"),
    ],
)
def test_what_was_computed_of_a_plain_question_comes_first(
    jonas: Assistant, question: str, told: str
) -> None:
    assert jonas.ask(question).answer.startswith(told)
