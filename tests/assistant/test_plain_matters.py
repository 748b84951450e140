"""What a resume states in other words than the question: funders, studies given up, children."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed
from tests.assistant.said import answered

RESUME = """# Marek Dvorsky

marek@dvorsky.example

Applying for: Head Luthier

## Work experience

### Luthier, Houslarna Tichy | 2016 - now

- Built thirty cellos

### Paternity leave | 2014 - 2015

- At home with our twins

## Education

### MA Musicology, University of Vysoka, 2010 - 2012

- Kessler bursary for both years
- Overall grade: 1.3

### Law, University of Brod, 2008 - 2010

- Gave it up after four semesters

## Languages

- English, IELTS 7.5
- Portuguese, conversational

## Skills

- Woodwork: spruce, maple, varnish
"""


@pytest.fixture(scope="module")
def marek(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who paid for his masters", "Kessler bursary"),
        ("who funded the degree in musicology", "Kessler bursary"),
        ("a degree he began and gave up?", "four semesters"),
        ("did he drop out of any uni course", "four semesters"),
        ("is he a dad?", "twins"),
        ("any kids?", "twins"),
        ("which job is he after", "Head Luthier"),
        ("ielts score", "7.5"),
    ],
)
def test_what_is_told_in_other_words_is_found(
    marek: Assistant, question: str, expected: str
) -> None:
    assert expected in answered(marek.ask(question))


def test_children_say_nothing_of_a_marriage(marek: Assistant) -> None:
    assert marek.ask("is he married?").status is Status.NOT_IN_RESUME


def test_who_paid_for_another_degree_is_not_told(marek: Assistant) -> None:
    assert marek.ask("who funded his bachelors").status is Status.NOT_IN_RESUME


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Covered the parental leave of two teachers", "does she have children?"),
        ("Taught music to children of six", "is she a mum?"),
        ("Raised 4,000 pounds for a school", "who paid for her degree"),
    ],
)
def test_what_was_done_for_others_tells_nothing_of_the_person(
    open_assistant: Open, write_resume: Callable[[str], Path], line: str, question: str
) -> None:
    resume = f"# Jana Holub\n\n## Work\n\n### Cellist, Trio Jasan | 2019 - now\n\n- {line}\n"
    assert open_assistant(write_resume(resume)).ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "expected"), [("how good is the portuguese", "conversational")]
)
def test_how_good_the_person_is_at_what_is_listed_is_about_them(
    marek: Assistant, question: str, expected: str
) -> None:
    with guessed(("offtopic", 0.9), ("skill_level", 0.02)):
        assert expected in answered(marek.ask(question))
        assert marek.ask("how good is the weather").status is Status.DECLINED


def test_a_messenger_is_where_somebody_is_texted(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    resume = "# Jana Holub\n\njana@holub.example | Signal: jana.04\n\n## Work\n\n- Cellist, 2019\n"
    told = answered(open_assistant(write_resume(resume)).ask("can i text her somewhere private"))
    assert "jana.04" in told


BAKER = """# Petr Kolar

petr@kolar.example

## Work experience

### Baker, Pekarna Lipa | 2014 - now

- Bakes rye at four in the morning

## Diplomas

- Master baker, Guild School Olomouc, 2012-2014, with honours
- Diploma of patisserie, Hotel School Brno, 2009-2011 (chef J. Ruzicka)
- Two semesters of chemistry, University of Brno, 2011-12, abandoned for the oven
- Chocolate course, certificate May 2018

## Awards

- Lipa scholarship, 2012: the fees of two years at school
"""


@pytest.mark.parametrize(
    ("question", "expected", "unsaid"),
    [
        ("a degree he started and dropped?", "chemistry", "patisserie"),
        ("any degree he never finished", "chemistry", "Master baker"),
        ("who paid for his school", "Lipa scholarship", "currently"),
    ],
)
def test_the_line_that_tells_it_comes_before_lists_of_studies_and_jobs(
    open_assistant: Open,
    write_resume: Callable[[str], Path],
    question: str,
    expected: str,
    unsaid: str,
) -> None:
    told = answered(open_assistant(write_resume(BAKER)).ask(question))
    assert expected in told and unsaid not in told
