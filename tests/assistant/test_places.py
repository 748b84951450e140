"""Stays by country and town, countries by their adjectives, and the time between two stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.countries import country_in, load_countries, with_country
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed
from tests.assistant.said import answered

RESUME = """# Tobias Wendel

tobias@wendel.example.com

Since 2011, Tobias has lived and worked in Ghent, Belgium.

## Experience

### Glass Restorer, Atelier Vermeiren, Ghent, BE | 2018-03 - present

- Restores leaded windows

### Glazier, Nordglas, Turku, Finland | 2014-05 - 2016-04

- Cut panes for 200 greenhouses

### Apprentice, Ovenhall Works, Tampere, Finland | 2012-01 - 2013-12

- Learned to blow glass

## Education

**MA in Conservation**, University of Antwerp, 2016

**PhD in Conservation**, University of Antwerp, 2020

## Exhibitions

- 2015 - Winter Glass, Oulu, Finland
- 2019 - Light and Lead, Ghent
"""


@pytest.fixture(scope="module")
def tobias(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize("question", ["all his finnish employers", "employers in Finland"])
def test_employers_are_listed_by_their_country(tobias: Assistant, question: str) -> None:
    told = answered(tobias.ask(question))
    assert "Nordglas" in told and "Ovenhall" in told
    assert "Vermeiren" not in told


def test_the_stays_in_a_country_count_together(tobias: Assistant) -> None:
    told = answered(tobias.ask("how long did he work in Finland all in all"))
    assert "3 years and 10 months" in told and "Nordglas" in told and "Ovenhall" in told


def test_a_code_tells_the_country_of_a_town(tobias: Assistant) -> None:
    with guessed(("job_list", 0.95)):
        assert "Atelier Vermeiren" in answered(tobias.ask("employers in Belgium"))


def test_what_is_finnish_is_in_finland(tobias: Assistant) -> None:
    assert "2015" in answered(tobias.ask("year of his finnish exhibition"))


def test_a_language_is_no_country(tobias: Assistant) -> None:
    assert tobias.ask("does he speak finnish").status is not Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["based in ghent for how many years", "how long has he lived in Ghent"]
)
def test_a_state_lasts_since_the_day_that_its_line_gives(tobias: Assistant, question: str) -> None:
    assert "15 years" in answered(tobias.ask(question))


def test_the_time_between_two_stays_is_computed(tobias: Assistant) -> None:
    told = answered(tobias.ask("how much time passed between nordglas and vermeiren"))
    assert told.startswith("22 months (1 year and 10 months)")


def test_the_time_between_two_degrees_is_asked_of_both_at_once(tobias: Assistant) -> None:
    assert "4 years" in answered(tobias.ask("years between his masters and (finished) phd"))


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("her Danish award", {"denmark"}, "her Denmark award"),
        ("her Danish award", {"danish", "denmark"}, "her Danish award"),
        ("her Danish award", {"odense"}, "her Danish award"),
        ("sites he did for British Gas", {"wales", "uk"}, "sites he did for British Gas"),
        ("speaks Danish at home", {"denmark"}, "speaks Danish at home"),
        ("a Danish citizen?", {"denmark"}, "a Danish citizen?"),
        ("good polish on the shoes", {"poland"}, "good polish on the shoes"),
    ],
)
def test_adjectives_are_read_as_the_country_that_the_resume_has(
    text: str, known: set[str], meant: str
) -> None:
    assert with_country(text, known) == meant


def test_a_state_of_america_is_no_country() -> None:
    inside = [one.names[0] for one in load_countries() if one.is_in("Wilmington, DE")]
    inside += [one.names[0] for one in load_countries() if one.is_in("Fresno, CA")]
    assert inside == []


def test_a_country_is_known_by_name_and_adjective() -> None:
    korean, named = country_in("korean firms"), country_in("in South Korea")
    assert korean is named is not None
    assert country_in("a firm in China or Japan") is None


@pytest.mark.parametrize(
    "question",
    ["who does he work for now, in which town", "where is he at the moment & in what part of town"],
)
def test_the_place_of_the_current_job_is_no_home(tobias: Assistant, question: str) -> None:
    told = answered(tobias.ask(question))
    assert "Atelier Vermeiren: Ghent, BE" in told


@pytest.mark.parametrize(
    ("question", "place"),
    [("first job, and where?", "Tampere"), ("longest job and in what city", "Ghent")],
)
def test_a_place_may_be_asked_for_beside_a_job(
    tobias: Assistant, question: str, place: str
) -> None:
    assert place in answered(tobias.ask(question))


def test_employers_are_told_with_their_places_where_both_are_asked_for(tobias: Assistant) -> None:
    assert "Nordglas: Turku, Finland" in answered(
        tobias.ask("all his employers, and in which city")
    )


def test_employers_alone_are_told_without(tobias: Assistant) -> None:
    assert "Turku" not in answered(tobias.ask("list all his employers"))


def test_a_list_is_told_for_the_year_that_is_asked_for(tobias: Assistant) -> None:
    told = answered(tobias.ask("what exhibition things did he take part in in 2019"))
    assert "Light and Lead" in told and "Winter Glass" not in told


def test_a_year_alone_asks_for_the_job_then(tobias: Assistant) -> None:
    told = answered(tobias.ask("what was he doing in 2015"))
    assert "Nordglas" in told and "Winter Glass" not in told


def test_a_list_of_another_year_is_not_told(tobias: Assistant) -> None:
    answer = tobias.ask("which exhibitions in 2013")
    assert "Winter Glass" not in answer.answer or answer.status is not Status.ANSWERED
