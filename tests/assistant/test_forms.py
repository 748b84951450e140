"""Forms of question, asked in other ways than most: of ends of lists, of the world, of gaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open

RESUME = """# Ilmari Vuorela

ilmari@vuorela.example.com | +358 40 555 01 42 | Tampere

## Experience

**Harju Robotics**: Controls Engineer, 2017 - June 2021

- Wrote motion planning for packing arms in C++
- Built and released with Team City

**Lumo Games**: Gameplay Programmer, 2013 - 2016

- Live leaderboards with Web Sockets

**Kaski Software**: Trainee, 2012

- Tested tax forms

## Education

**MSc in Automation**, Pirkka Technical University, 2010 - 2013

- GPA: 4.4

**BSc in Physics**, Savo College, 2006 - 2010

- GPA: 3.1

## Certificates

- Functional Safety Engineer (in progress)
- Lean Six Sigma Green Belt, 2019
"""

UNSCHOOLED = """# Oona Brandt

oona@brandt.example.com

BA (Hons) Illustration, Ridgeway University

## Experience

### Illustrator, Fern Press | 2018 - now

- Drew forty covers for children's books
"""


@pytest.fixture
def ilmari(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.fixture
def oona(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(UNSCHOOLED))


@pytest.mark.parametrize(
    ("question", "expected", "unwanted"),
    [
        ("most recent of his employers", "Harju Robotics", "Lumo"),
        ("of all his jobs the latest one", "Harju Robotics", "Lumo"),
        ("earliest of the companies", "Kaski", "Harju"),
        ("which is the first of his roles?", "Kaski", "Harju"),
    ],
)
def test_the_end_of_the_list_is_told_where_one_of_several_is_asked_for(
    ilmari: Assistant, question: str, expected: str, unwanted: str
) -> None:
    answer = ilmari.ask(question).answer
    assert expected in answer
    assert unwanted not in answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("teamcity", "Team City"),
        ("any TeamCity?", "Team City"),
        ("has he used websockets", "Web Sockets"),
        ("has he tried C++, the bell labs language", "C++"),
    ],
)
def test_a_name_asked_for_as_one_word_is_found_where_it_is_written_as_two(
    ilmari: Assistant, question: str, expected: str
) -> None:
    answer = ilmari.ask(question)
    assert answer.status is Status.ANSWERED
    assert expected in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "opening hours of the kiasma?",
        "what's the population of Reykjavik",
        "difference between tcp and udp",
        "17 times 23?",
        "what is 12 x 12",
    ],
)
def test_general_knowledge_is_no_question_about_the_person(
    ilmari: Assistant, question: str
) -> None:
    assert ilmari.ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "did he do his army service",
        "military service?",
        "has he finished national service yet",
        "was he ever conscripted",
        "what notice does harju robotics want from him",
        "how much notice must he give",
    ],
)
def test_what_the_resume_leaves_unsaid_of_service_and_notice_is_refused(
    ilmari: Assistant, question: str
) -> None:
    assert ilmari.ask(question).status is Status.NOT_IN_RESUME


def test_military_service_is_told_where_the_resume_states_it(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    told = RESUME + "\n## Other\n\n- Military service completed in 2006, signals\n"
    answer = open_assistant(write_resume(told)).ask("has he done his military service?")
    assert "Military service completed in 2006" in answer.answer


def test_nothing_is_said_of_the_time_after_the_last_job(ilmari: Assistant) -> None:
    answer = ilmari.ask("what about the gap since 2021")
    assert answer.status is Status.NOT_IN_RESUME
    assert "Harju Robotics" in answer.answer


@pytest.mark.parametrize("question", ["the functional safety thing, finished or not"])
def test_whether_something_is_finished_asks_for_no_gap(ilmari: Assistant, question: str) -> None:
    assert "in progress" in ilmari.ask(question).answer


@pytest.mark.parametrize(
    "question", ["grad school & gpa there", "gpa in grad school", "his graduate degree, gpa there"]
)
def test_graduate_school_is_what_follows_the_first_degree(ilmari: Assistant, question: str) -> None:
    answer = ilmari.ask(question).answer
    assert "4.4" in answer
    assert "3.1" not in answer


def test_the_name_of_an_employer_labels_nothing(ilmari: Assistant) -> None:
    answer = ilmari.ask("Ilmari at Lumo Games: tech he worked with there").answer
    assert "Web Sockets" in answer


@pytest.mark.parametrize(
    "question", ["how many direct reports at Harju Robotics, give me the number"]
)
def test_a_telephone_number_is_no_number_of_people(ilmari: Assistant, question: str) -> None:
    assert "555" not in ilmari.ask(question).answer


@pytest.mark.parametrize("question", ["degree??", "what did she study", "which university?"])
def test_a_degree_is_told_though_no_section_lists_studies(oona: Assistant, question: str) -> None:
    answer = oona.ask(question)
    assert answer.status is Status.ANSWERED
    assert "Illustration" in answer.answer


@pytest.mark.parametrize("question", ["degree??", "which university?"])
def test_a_state_or_a_scrum_master_is_no_degree(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    told = UNSCHOOLED.replace("BA (Hons) Illustration, Ridgeway University", "Salem, MA")
    told = told.replace("### Illustrator,", "### Scrum Master,")
    assert open_assistant(write_resume(told)).ask(question).status is Status.NOT_IN_RESUME


@pytest.mark.parametrize("question", ["who employs oona", "so who employs oona at the minute?"])
def test_who_employs_somebody_asks_for_the_current_employer(oona: Assistant, question: str) -> None:
    assert "Fern Press" in oona.ask(question).answer
