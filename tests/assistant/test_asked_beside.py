"""How many people somebody leads, who supervised, what they did in some months; and asides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.answers.beside import is_purpose, name_alone, without_place
from assistant.answers.choice import Choice, Ruled
from assistant.answers.led import asks_how_many_led
from assistant.facts import first_name
from assistant.names import names_somebody
from assistant.text import stems
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed
from tests.assistant.said import answered

RESUME = """# Prof.ssa Oluchi Brandvold

oluchi@brandvold.example

## Work

### Harbour Pilot Manager, Port of Skagvik | May 2019 - now

- Lead eleven pilots and two launch crews
- Sold 40 old buoys to a museum
- Electronic charts for the approach, with the coast guard

### Mate, Fjordline Ferries | 2014 - 2017

- Crew of nine on the night boat
- Wrote the bridge checklist

### Long walk | November 2017 - April 2019

- From Skagvik to Trieste, with a donkey

## Volunteering

### Umpire, Skagvik Curling Club | 2012 - now

- Every second Sunday

## Education

### Nautical Diploma, Tromsund Maritime College | September 2010 - June 2013

- Thesis on ice in narrow fairways, adviser: R. Halvari
- Nordic Seafarers' grant for all three years

## Skills

- Navi-Sailor, ECDIS, Avalon plotters
"""


@pytest.fixture(scope="module")
def oluchi(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("how many people report to her now", "eleven pilots", "Crew of nine"),
        ("headcount under her today", "eleven pilots", "40 old buoys"),
        ("how big was her crew at Fjordline Ferries", "Crew of nine", "eleven"),
        ("how many people did she lead at Fjordline?", "Crew of nine", "eleven"),
    ],
)
def test_how_many_people_are_led_is_told_of_the_job_that_is_meant(
    oluchi: Assistant, question: str, told: str, untold: str
) -> None:
    said = answered(oluchi.ask(question))
    assert told in said and untold not in said


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("how many people report to him", True),
        ("how many developers does she manage?", True),
        ("team size", True),
        ("how big is the team she runs", True),
        ("how many direct reports?", True),
        ("how many projects did he manage", False),
        ("how many years did she run the bakery", False),
        ("who does he report to", False),
        ("what is the team working on", False),
    ],
)
def test_a_question_for_the_number_of_those_led_is_known_by_its_words(
    question: str, asks: bool
) -> None:
    assert asks_how_many_led(question) is asks


def test_who_supervised_is_told_by_the_one_line_that_says_so(oluchi: Assistant) -> None:
    assert "R. Halvari" in answered(oluchi.ask("who supervised her final paper"))


def test_a_grant_tells_who_paid_for_a_study(oluchi: Assistant) -> None:
    assert "Nordic Seafarers' grant" in answered(oluchi.ask("who funded her diploma studies?"))


@pytest.mark.parametrize(
    ("line", "somebody"),
    [
        ("Supervised by Dr. R. Halvari", True),
        ("adviser: A. Kuusk", True),
        ("with Prof Kuusk", True),
        ("Supervised by Prof. Agency", False),
    ],
)
def test_an_initial_or_a_title_makes_a_word_somebodys_name(line: str, somebody: bool) -> None:
    assert names_somebody(line) is somebody


def test_somebody_whom_the_question_names_is_nobody_new() -> None:
    assert not names_somebody("supervised by Dr. R. Halvari", stems("what did Halvari supervise"))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("what was she up to in early 2018?", "donkey", "Fjordline"),
        ("what was she doing in late 2017", "Long walk", "Fjordline"),
        ("what was she doing in march 2013", "Tromsund", "Skagvik (May"),
    ],
)
def test_of_some_months_what_surely_went_on_then_is_told(
    oluchi: Assistant, question: str, told: str, untold: str
) -> None:
    said = answered(oluchi.ask(question))
    assert told in said and untold not in said


def test_where_nothing_went_on_no_line_of_another_time_is_told(oluchi: Assistant) -> None:
    lines = patch.object(
        Choice, "probabilities", lambda choice: [float(bool(one.way)) for one in choice.candidates]
    )
    with (
        guessed(("job_at_time", 0.5), ("open_what", 0.4)),
        patch.object(Ruled, "doubt", lambda ruled: 1.0),
        lines,
    ):
        told = oluchi.ask("what was she doing in early 2009")
    assert told.status is Status.NOT_IN_RESUME
    assert "pilots" not in told.answer and "donkey" not in told.answer


def test_part_of_a_year_is_named(oluchi: Assistant) -> None:
    assert answered(oluchi.ask("where was she in early 2018?")).startswith("In early 2018: ")


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("can she plan routes, ecdis or so?", None),
        ("ecdis for passage planning?", None),
        ("does she run avalon plotters", None),
        ("does she know ecdis and passage planning", "passage planning"),
    ],
)
def test_what_one_knows_a_name_for_is_not_asked_for_by_itself(
    oluchi: Assistant, question: str, lacks: str | None
) -> None:
    said = answered(oluchi.ask(question))
    assert "ECDIS" in said
    assert ("does not mention" in said) is bool(lacks) and (lacks or "") in said


def test_the_place_of_a_thing_is_no_proof_of_it(oluchi: Assistant) -> None:
    told = oluchi.ask("did she do towing in the approach")
    assert told.status is not Status.ANSWERED or not told.answer.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "skill", "skills", "purpose"),
    [
        ("any map making, qgis?", "map making", ["map making", "qgis"], True),
        ("qgis and map making?", "map making", ["qgis", "map making"], False),
        ("map making or qgis?", "map making", ["map making", "qgis"], False),
        ("blorvex, qgis?", "blorvex", ["blorvex", "qgis"], False),
    ],
)
def test_plain_words_that_nothing_joins_are_a_purpose(
    text: str, skill: str, skills: list[str], purpose: bool
) -> None:
    assert is_purpose(text, skill, skills) is purpose


def test_where_something_is_done_is_not_asked_for() -> None:
    assert without_place("can he do grafting in the orchard", ["grafting", "orchard"]) == [
        "grafting"
    ]
    both = ["grafting", "pruning"]
    assert without_place("grafting, pruning?", both) == both


@pytest.mark.parametrize(
    ("skill", "name"),
    [
        ("run zorbix desks", "zorbix"),
        ("zorbix software", "zorbix"),
        ("zorbix", None),
        ("run desks", None),
        ("oracle forms", None),
    ],
)
def test_a_name_stands_without_what_is_done_with_such_things(skill: str, name: str | None) -> None:
    assert name_alone(skill) == name


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Prof.ssa Oluchi Brandvold", "Oluchi"),
        ("Chef Ana Reyes", "Ana"),
        ("J.R. Bauer", "J.R."),
        ("Dr Ola Kruk", "Ola"),
    ],
)
def test_a_form_of_address_is_no_given_name(
    open_assistant: Open, write_resume: Callable[[str], Path], name: str, given: str
) -> None:
    assert first_name(open_assistant(write_resume(f"# {name}\n\na@b.example\n")).resume) == given
