from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status

PAGE = """# Ruta Balsyte

Vilnius, Lithuania

## Experience

### Cheesemaker, Baltic Dairy | Vilnius, Lithuania | 2019 - now

- Washed rinds

### Milk tester, Jura Fromagerie | Pontarlier, France | 2016 - 2018

- Tested milk at dawn

### Farm hand, Fjord Goats | Voss, Norway | 2015 - 2016

- Fed the goats

## Education

### BSc Food Science, Kaunas University | Kaunas, Lithuania | 2011 - 2015
"""
AT_HOME = PAGE.replace("Pontarlier, France", "Kaunas, Lithuania").replace(
    "Voss, Norway", "Alytus, Lithuania"
)


@pytest.fixture(scope="module")
def ruta(
    open_assistant: Callable[[Path], Assistant], write_resume: Callable[..., Path]
) -> Assistant:
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    "question",
    ["has she worked abroad?", "jobs outside lithuania", "employers overseas, which and where"],
)
def test_work_abroad_is_what_is_not_in_the_country_of_the_person(
    ruta: Assistant, question: str
) -> None:
    answer = ruta.ask(question)
    assert answer.status is Status.ANSWERED
    assert "Jura Fromagerie" in answer.answer
    assert "France" in answer.answer
    assert "Fjord Goats" in answer.answer
    assert "Baltic" not in answer.answer
    assert any("Pontarlier" in citation.quote for citation in answer.citations)


def test_the_country_that_is_set_aside_is_left_out(ruta: Assistant) -> None:
    answer = ruta.ask("countries besides france where she worked").answer
    assert "Norway" in answer
    assert "Jura" not in answer


def test_how_long_the_stays_abroad_were_is_added_up(ruta: Assistant) -> None:
    assert "3 years" in ruta.ask("how long did she work abroad in total").answer


@pytest.mark.parametrize("question", ["has she worked abroad?", "work outside lithuania?"])
def test_where_every_place_is_in_the_country_it_is_said(
    open_assistant: Callable[[Path], Assistant], write_resume: Callable[..., Path], question: str
) -> None:
    answer = open_assistant(write_resume(AT_HOME)).ask(question)
    assert answer.status is Status.NOT_IN_RESUME
    assert "Every place that the resume gives for these is in Lithuania" in answer.answer


def test_what_more_is_asked_of_abroad_is_no_list_of_stays(ruta: Assistant) -> None:
    assert "Fjord Goats" not in ruta.ask("who paid for her flights abroad").answer
