"""Which one, and how many, of a sort a line tells; and questions in short and in other forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.answers.counts import counted, counts
from assistant.answers.which import has_name, tells_which
from tests.assistant.conftest import Open

PAGE = """# Ottilie Brandvold

Email: ottilie@brandvold.example | Phone: +47 555 01 93 | GitHub: github.com/obrandvold

Nationality: Norwegian

## Work

### Harbour pilot, Skagen Pilotage | May 2019 - present

- Brought a cruise ship in for a client in two metres of swell
- Wrote the storm manual with Captain Ragnhild Tveit
- Covered a summer festival for the local paper
- Trained eleven apprentice pilots on the new simulator
- Took questions from other pilots on the night line, 40 calls a week

### Software Engineer Intern, Fjordlys AS | June 2018 - August 2018

- Mapped shoals in Python

### Barkeeper, Café Polaris | March 2018 - October 2019

- Opened on Sundays

## Volunteering

### Volunteer, Sound Rescue Watch | January 2015 - March 2016

- Kept the log of every call

## Education

### MSc Navigation, University of Halden | 2024 - present

I intend to graduate in spring of 2027.

### BSc Nautical Science, University of Halden | 2014 - 2017

### MBA, Lofthus School of Trade

## Awards

- Golden Sextant of the pilots' guild, 2021
- Second place at the Nordic Knot Cup, 2020
"""


@pytest.fixture(scope="module")
def pilot(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    """Answers about a pilot."""
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    "question",
    [
        "which client did she bring the cruise ship in for",
        "which festival did she cover for the paper",
        "name of the client with the cruise ship",
        "how much was the prize of the Golden Sextant",
    ],
)
def test_a_line_about_the_thing_that_tells_not_which_is_no_answer(
    pilot: Assistant, question: str
) -> None:
    answer = pilot.ask(question)
    assert answer.status is not Status.ANSWERED, answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who did she write the storm manual with", "Ragnhild Tveit"),
        ("how many apprentice pilots did she train on the simulator", "eleven"),
        ("how many calls a week on the night line", "40"),
        ("how long a volunteer with sound rescue watch", "1 year and 2 months"),
        ("ph + github", "555 01 93"),
        ("hp no. for ottilie", "555 01 93"),
        ("what is she studying right now", "MSc Navigation"),
        ("graduating when", "spring of 2027"),
        ("when did she start at UH, the bachelor", "2014"),
        ("who does she work for now and in what role", "Harbour pilot"),
        ("which year did she get the mba", "gives no dates"),
        ("how many months was the swe internship", "2 months"),
        ("where was she interning in july 2018", "Fjordlys"),
    ],
)
def test_what_is_asked_in_short_or_otherwise_is_told(
    pilot: Assistant, question: str, told: str
) -> None:
    assert told in pilot.ask(question).answer


def test_of_a_time_only_what_is_asked_is_told(pilot: Assistant) -> None:
    assert "Polaris" not in pilot.ask("where was she interning in july 2018").answer
    assert "BSc" not in pilot.ask("what is she studying right now").answer


def test_absent_things_are_joined_by_or(pilot: Assistant) -> None:
    assert pilot.ask("any rust or haskell").answer.startswith(
        "The resume does not mention Rust or Haskell."
    )


def test_what_is_not_meant_is_not_looked_for(pilot: Assistant) -> None:
    assert pilot.ask("java (not python!)?").answer.startswith("The resume does not mention Java.")


def test_an_employer_taken_for_granted_is_named_as_absent(pilot: Assistant) -> None:
    said = pilot.ask("what team was she on when she interned at google").answer
    assert said.startswith("The resume lists no Google")


@pytest.mark.parametrize(
    ("question", "line", "tells"),
    [
        ("which hospital did he build it for", "Built a ward for a large hospital", False),
        ("which hospital did he build it for", "Built a ward for Saint Olav hospital", True),
        ("which algorithm did she write", "Wrote a least-squares algorithm", True),  # is no name
        ("who backed it", "Backed by the deputy mayor", True),
        ("who backed it", "Backed by money from outside", False),
        ("who chairs the meeting", "Chair the weekly meeting", True),
        ("whom did she teach", "Taught forty volunteers", True),
        ("names of the clients", "Met clients weekly", False),
        ("what kind of client was it", "Worked for a client in shipping", True),  # of a sort
        ("who is she", "Pilot", True),
    ],
)
def test_a_name_is_told_or_not(question: str, line: str, tells: bool) -> None:
    assert tells_which(question, [line]) is tells


def test_capitals_tell_nothing_where_most_words_have_them() -> None:
    assert has_name("Led The Whole Project", set())
    assert not has_name("Met the team in March, using Python", set())


def test_numbers_are_of_what_they_stand_beside() -> None:
    assert counted("how many other interns are there") == counted("number of interns")
    assert counted("how many years was that") is None
    noun = counted("how many interns")
    assert noun is not None
    assert counts(["Taught twelve eager interns"], noun) is True
    assert counts(["Guided interns, for an app with its many and loyal users, 120k"], noun) is False
    assert counts(["Led a team of 12"], noun) is None


def test_words_that_only_look_like_a_name_name_nothing(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = PAGE.replace("- Opened on Sundays", "- Used Jenkins to go through the orders")
    answer = open_assistant(write_resume(page)).ask("golang")
    assert answer.answer.startswith("The resume does not mention Go.")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did she build while at facebook", "The resume lists no Facebook"),
        ("what was she doing at stripe before fjordlys", "The resume lists no Stripe"),
        ("when is she done with the MSc", "2027"),
        ("what did she major in at stanford", "The resume lists no Stanford"),
        ("her role at fjordlys and in which year", "Software Engineer Intern"),
    ],
)
def test_an_employer_is_taken_for_granted_and_a_degree_is_none(
    pilot: Assistant, question: str, told: str
) -> None:
    assert told in pilot.ask(question).answer
