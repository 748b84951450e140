"""Names that a question takes for granted, told by where they stand; and words that are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.granted import granted_name, lacked_body
from tests.assistant.conftest import Open

RESUME = """# Oona Vettel

oona@vettel.example.com

## Summary

Biologist who grew up on the coast of Scotland.

## Experience

### Field Biologist, Kelpwood Institute, Oban | March 2019 - now

- Counted seals around the marine station from a small boat
- Kept going through the great gale of 2021: moved two boats by night
- On call 10 nights a month; relocated frogs away from roads
- Took 14 children from the village school to the tide pools each spring

### Lab Assistant, Brinefield Labs, Hull | 2016 - 2018

- Prepared reports in QGIS, at short notice

## Skills

- Mapping: QGIS, GRASS
- Drawing: watercolor, oil

## Education

### PhD Ecology, University of the Sound | 2022 - now

### Bachelor of Biology, Pier College | 2013 - 2016
"""


@pytest.fixture(scope="module")
def oona(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


LINES = [f" {line.lower()}" for line in RESUME.splitlines() if line]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("their stint with blue harbour english, which city was that in", "blue harbour english"),
        ("feedlot lisbon - what did she build there", "feedlot lisbon"),
        ("how did NGSO rate her when she was on their payroll", "NGSO"),
        ("her secondment at st quintus, how long", "st quintus"),
        ("her lectureship at the academy in yerevan", "the academy in yerevan"),
    ],
)
def test_a_name_is_told_by_where_it_stands(text: str, name: str) -> None:
    assert granted_name(text, LINES) == name


@pytest.mark.parametrize(
    "text",
    [
        "has she spent time at an american institute",
        "did she ever work for a Danish firm",
        "her role at brinefield labs, when",
        "kelpwood - what did she count there",
        "her job at the place where she counted seals",
        "her stint with python at work",
        "what did she do in her time at head office",
        "did QGIS help her",
        "her time at the dutch lab",
    ],
)
def test_a_description_is_no_name(text: str) -> None:
    assert granted_name(text, LINES) is None


def test_two_ordinary_words_may_describe_and_name_only_where_nothing_is_described() -> None:
    text = "what was her role at marine scotland"
    assert granted_name(text, LINES) is None
    assert granted_name(text, LINES, described=False) == "marine scotland"


@pytest.mark.parametrize(
    "question",
    [
        "qgis as well as leapfrog?",
        "leapfrog as well as qgis?",
        "knows qgis, right?",
        "can she even use e.g. qgis",
    ],
)
def test_what_stresses_a_question_is_no_skill(oona: Assistant, question: str) -> None:
    said = oona.ask(question).answer
    assert "QGIS" in said
    assert not any(f"mention {word}" in said for word in ("right", "even", "qgis", "e.g"))


def test_the_one_that_is_asked_for_beside_another_is_told_missing(oona: Assistant) -> None:
    answer = oona.ask("leapfrog as well as qgis?")
    assert answer.status is Status.NOT_IN_RESUME
    assert "does not mention leapfrog" in answer.answer.lower()


@pytest.mark.parametrize("question", ["done any qgis", "watercolour too, or oil only"])
def test_few_words_of_the_resume_are_never_off_topic(oona: Assistant, question: str) -> None:
    assert oona.ask(question).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("would oona shift to wellington for us", None),
        ("ok with moving up to shetland for 2 yrs?", None),
        ("when could she start", None),
        ("on what date will the doctorate be defended", None),
        ("which high school did she go to", None),
        ("start date with kelpwood", "March 2019"),
        ("spring 2017 - who was paying her wages?", "Brinefield"),
        ("did she carry on when the big storm hit", "gale"),
        ("has she taken kids on outings", "14 children"),
    ],
)
def test_what_only_sounds_alike_is_told_apart(
    oona: Assistant, question: str, told: str | None
) -> None:
    answer = oona.ask(question)
    assert answer.status is (Status.ANSWERED if told else Status.NOT_IN_RESUME), answer.answer
    assert told is None or told in answer.answer


def test_a_thing_of_the_resume_is_no_new_name_in_the_singular(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = """# Jurre Post

## Work

### Planner, Van Heukelom | 2019 - 2022

- Importer of tegels and stone

### Clerk, PostNL | 2015 - 2019

- Sorted parcels
"""
    jurre = open_assistant(write_resume(page))
    assert "no tegel" not in jurre.ask("how long was he with the tegel importer").answer
    assert "no kiln" in jurre.ask("how long was he with Kilnex").answer.lower()


BODIES = [
    "2012 - 2015, children's librarian, te takeretanga, public library, levin",
    "2020, pgce, university of south wales, cardiff",
    "hospices civils de lyon, midwife",
]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("what did he teach at Oxford University", "Oxford University"),
        ("when was she at the Auckland city library", "Auckland city library"),
        ("what did he study at the university of vienna", "university of vienna"),
        ("her job title in the Hungarian National Museum", "Hungarian National Museum"),
        ("which year did he finish his masters at leeds uni", "leeds uni"),
        ("what was she doing at King's College Hospital, london", "King's College Hospital"),
    ],
)
def test_a_body_is_lacked_by_its_name_and_sort(text: str, body: str) -> None:
    assert lacked_body(text, BODIES) == body


@pytest.mark.parametrize(
    "text",
    [
        "how long at the Levin library",
        "which degree from the University of South Wales",
        "how long was she on the ward of the big lyon hospital",
        "how long with the dutch bank",
        "what does he do for the food bank",
        "when did she start at her present university",
        "did she ever work with kids at a school",
        "her years at the capital's museum",
    ],
)
def test_a_body_that_is_described_or_there_is_not_lacked(text: str) -> None:
    assert lacked_body(text, BODIES) is None
