"""Which of two stays took longer, or came first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.comparing import asks_to_compare, sides
from tests.assistant.conftest import Open

PAGE = """# Tove Brandal

tove@example.com

## Experience

### Net mender, Skagen Trawl AS | Bergen, Norway | January 2019 - March 2023

- Mended purse seines by hand

### Deckhand, Havbris Fisk | Esbjerg, Denmark | June 2016 - December 2018

- Gutted cod on the night watch

### Cook, Fjordkafé | Bergen, Norway | 2014 - 2015

- Soup for two hundred

## Education

### BSc Marine Biology, University of Tromsø | 2010 - 2013

## Projects

### Knotbook | March 2020 - August 2020

- A catalogue of knots

### Tidewatch | January 2021 - February 2022

- Tide tables on a wrist watch
"""


@pytest.fixture(scope="module")
def tove(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("which took longer, Knotbook or Tidewatch?", ["Knotbook", "Tidewatch"]),
        ("was she longer at Havbris than at Fjordkafé", ["at Havbris", "at Fjordkafé"]),
        (
            "did the trawl job last longer than the café job",
            ["did the trawl job last", "the café job"],
        ),
        ("what came first: the sea or the kitchen", ["the sea", "the kitchen"]),
    ],
)
def test_a_comparison_has_two_sides(text: str, both: list[str]) -> None:
    assert asks_to_compare(text)
    assert sides(text) == both


@pytest.mark.parametrize(
    "text",
    ["which job was the longest", "how long was she there or thereabouts", "Bergen or Esbjerg?"],
)
def test_nothing_else_is_one(text: str) -> None:
    assert not asks_to_compare(text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "which took longer, Knotbook or Tidewatch?",
            "The longer was Tidewatch (January 2021 to February 2022): 1 year and 1 month;"
            " Knotbook (March 2020 to August 2020): 5 months",
        ),
        (
            "was she longer at Havbris or at Skagen Trawl",
            "The longer was Net mender at Skagen Trawl AS (January 2019 to March 2023): 4 years and"
            " 2 months; Deckhand at Havbris Fisk (June 2016 to December 2018): 2 years and"
            " 6 months",
        ),
        ("was her time at Fjordkafé shorter than at Havbris?", "The shorter was Cook at Fjordkafé"),
        ("did she spend more time in Bergen or in Esbjerg", "The longer was Skagen Trawl AS"),
        ("which was shorter, the bachelor or Skagen Trawl", "The shorter was BSc"),
        ("what came first, Havbris or Fjordkafé", "The first was Cook at Fjordkafé (2014 to 2015)"),
        ("what came later, Havbris or Fjordkafé", "The later was Deckhand at Havbris Fisk"),
    ],
)
def test_both_are_told_that_which_is_asked_for_first(
    tove: Assistant, question: str, told: str
) -> None:
    answer = tove.ask(question)
    assert told in answer.answer.replace(" [", "[").split("[")[0] + "."
    assert len(answer.citations) >= 2


def test_the_longest_of_all_is_not_told_for_one_that_is_not_there(tove: Assistant) -> None:
    answer = tove.ask("which took longer, Havbris or Lufthansa")
    assert "The longe" not in answer.answer


def test_years_that_follow_each_other_are_one_stretch(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        "# Tove Brandal\n\ntove@example.com\n\n## Experience\n\n### Skagen Trawl AS\n\n"
        "#### Captain\n\nOctober 2020 - July 2022\n\n#### Mate\n\n2015 - 2020\n\n"
        "#### Deckhand\n\nOctober 2011 - July 2015\n"
    )
    answer = open_assistant(write_resume(page)).ask("how long was she at Skagen Trawl in total")
    assert "for 10 years and 9 months, October 2011 to July 2022" in answer.answer
