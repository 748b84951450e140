"""What is asked of a study in few words: courses, marks year by year, a degree's class; and what
position is sought where a label says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Marit Osgood

marit@osgood.example.com

**Rank applied:** Chief Steward

## Experience

### Second Steward, Halvorsen Ferries, Bergen | 2021-04 - present

- Serves 300 passengers a day

### Barista, Corner Press, Leeds | 2019-01 - 2021-02

- Gave courses on milk foam to apprentices

## Education

### BA, 2:2, Leeds Polytechnic | 2015 - 2018

- Food Chemistry
- Nautical Law
- Hospitality Accounting
- 1st year average 58%
- 2nd year average 63%
- 3rd year average 66%
"""


@pytest.fixture(scope="module")
def marit(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    "question",
    ["the year by year averages at uni", "her uni marks for each year", "degree marks by year pls"],
)
def test_marks_are_told_year_by_year(marit: Assistant, question: str) -> None:
    told = answered(marit.ask(question))
    assert "58%" in told and "63%" in told and "66%" in told


@pytest.mark.parametrize(
    "question", ["modules she took at leeds poly", "undergrad courses she sat at the polytechnic"]
)
def test_courses_are_those_that_the_study_lists(marit: Assistant, question: str) -> None:
    told = answered(marit.ask(question))
    assert "Food Chemistry" in told and "Nautical Law" in told


def test_courses_that_were_given_are_not_those_that_were_taken(marit: Assistant) -> None:
    assert "milk foam" in answered(marit.ask("what courses did she give to apprentices"))


def test_a_degree_is_told_with_its_class(marit: Assistant) -> None:
    told = answered(marit.ask("degree class + uni?"))
    assert "2:2" in told and "Leeds Polytechnic" in told


@pytest.mark.parametrize("question", ["position she wants", "what rank is she applying for"])
def test_the_position_sought_may_stand_behind_a_label(marit: Assistant, question: str) -> None:
    assert "Chief Steward" in answered(marit.ask(question))


def test_the_rank_held_is_not_the_one_sought(marit: Assistant) -> None:
    assert "Second Steward" in answered(marit.ask("what is her rank at halvorsen"))


SHORTENED = """# Ngaire Tulloch

ngaire@tulloch.example

## Training

- Grad Dip Marine Safety, Otago Polytechnic, 2018
- Bach. Nautical Science, Otago Polytechnic, 2011-2014
- Heavy trailer licence and crane ticket
"""


def test_a_driving_licence_is_no_degree_and_short_forms_of_degrees_are(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    told = open_assistant(write_resume(SHORTENED)).ask("degree?").answer
    assert "Bach. Nautical Science" in told
    assert "licence" not in told


THESES = """# Persa Zog

persa@zog.example.com

## Education

- PhD, University of Sheffield, 2010 - 2015: Cooking for the dead: tripod vessels in tombs
- MA Museology, Aarhus University, 2008 - 2010
- BA History, University of Bergen, 2005 - 2008

Master's thesis: Please do touch, on replicas (grade A).
"""


@pytest.fixture(scope="module")
def persa(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(THESES))


@pytest.mark.parametrize("question", ["what was her phd about", "topic of her doctoral thesis"])
def test_a_title_stands_behind_its_degree(persa: Assistant, question: str) -> None:
    assert "tripod vessels" in answered(persa.ask(question))


def test_a_thesis_may_be_told_outside_of_its_study(persa: Assistant) -> None:
    told = answered(persa.ask("what did her masters thesis deal with"))
    assert told.startswith("Master's thesis: Please do touch")


def test_what_is_but_a_course_is_no_thesis(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        THESES.partition("- PhD")[0] + "### MSc Security, Leeds | 2019\n\n- Applied Cryptography\n"
    )
    told = open_assistant(write_resume(page)).ask("what was his dissertation about")
    assert told.status is Status.NOT_IN_RESUME


def test_a_thesis_of_a_degree_that_was_not_taken_is_not_there(persa: Assistant) -> None:
    page = "what was her mba thesis about"
    assert persa.ask(page).status is Status.NOT_IN_RESUME


@pytest.mark.parametrize(
    "question", ["what grade did she get for her bachelor", "what mark for the ba in history"]
)
def test_a_mark_of_another_degree_is_none(persa: Assistant, question: str) -> None:
    assert "grade A" not in persa.ask(question).answer


def test_a_line_that_names_a_study_states_no_mark(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        "# Geth Rees\n\n## Qualifications\n\n- 2020 PGCE, University of Wales\n- 2013 CELTA, Bath\n"
    )
    told = open_assistant(write_resume(page)).ask("what grade did he get in the PGCE")
    assert told.status is Status.NOT_IN_RESUME
