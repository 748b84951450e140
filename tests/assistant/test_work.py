"""Questions about employers, roles, times and durations, as recruiters word them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import MARKER, Answer, Status
from tests.assistant.conftest import Open

RESUME = """# Imre Castelain

imre@castelain.example.com

## Work experience

### Head Baker, Pulver & Krume, Vienna | March 2019 - present

- Brought in a second oven and a night shift of four

### Baker, Pulver & Krume, Vienna | June 2016 - February 2019

- Developed the rye sourdough that won the city's bread prize

### Cook, Klinikum Donaublick, Linz | January 2013 - December 2014

- Cooked 400 diet meals a day for patients

### Clerk, Banque Solveig, Luxembourg | 2008 - 2011

- Checked letters of credit

## Volunteering

### Treasurer, Lantern Choir Linz | 2014 - 2018

- Kept the books of the choir

## Education

**Diploma in Food Technology**, Sankt Veit College, 2011 - 2012

## Certificates

- Allergen management, March 2021
- Forklift licence, 2010, valid until 2030
"""


@pytest.fixture(scope="module")
def imre(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


def _said(answer: Answer) -> str:
    return MARKER.sub("", answer.answer)


@pytest.mark.parametrize(
    "question",
    [
        "total yrs at pulver & krume, both roles",
        "pulver and krume years, all roles together",
        "how long at Pulver & Krume in total",
    ],
)
def test_the_stays_at_one_employer_are_added_up_if_their_sum_is_asked_for(
    imre: Assistant, question: str
) -> None:
    assert "June 2016 to now" in _said(imre.ask(question))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how long was he at the hospital", "Klinikum Donaublick"),
        ("how long at the bank", "about 3 years"),
        ("what did he do at the bank", "letters of credit"),
        ("title at the hospital", "Cook"),
        ("what came after the bank", "Klinikum Donaublick"),
        ("where was the hospital job", "Linz"),
    ],
)
def test_an_employer_that_is_described_is_found(
    imre: Assistant, question: str, expected: str
) -> None:
    answer = imre.ask(question)
    assert answer.status is Status.ANSWERED
    assert expected in _said(answer)


def test_several_stays_at_one_employer_are_counted_together(imre: Assistant) -> None:
    assert "10 years and 5 months" in _said(imre.ask("how long at Pulver & Krume altogether?"))


def test_a_role_inside_an_employer_has_its_own_length(imre: Assistant) -> None:
    said = _said(imre.ask("how long has he been head baker"))
    assert "7 years and 8 months" in said and "2016" not in said


def test_a_promotion_is_dated_by_the_role_that_follows(imre: Assistant) -> None:
    answer = imre.ask("when was he promoted at Pulver & Krume")
    assert "was Baker, then Head Baker from March 2019" in _said(answer)
    cited = " ".join(citation.quote for citation in answer.citations)
    assert "June 2016" in cited and "March 2019" in cited


def test_the_time_before_a_promotion_ends_with_it(imre: Assistant) -> None:
    said = _said(imre.ask("how many years at Pulver & Krume before he got promoted?"))
    assert "2 years and 9 months" in said and "June 2016 to March 2019" in said


@pytest.mark.parametrize(
    ("question", "expected", "not_expected"),
    [
        ("where was he in mid 2014", "Klinikum", "Solveig"),
        ("who did he work for between 2009 and 2013", "Banque Solveig", "Head Baker"),
        ("employer in the 2000s", "Banque Solveig", "Klinikum"),
        ("what did he do in 2012", "Food Technology", "Krume"),
        ("what did he do in 2015", "Lantern Choir", "Klinikum"),
    ],
)
def test_a_time_is_answered_with_what_covers_it(
    imre: Assistant, question: str, expected: str, not_expected: str
) -> None:
    said = _said(imre.ask(question))
    assert expected in said and not_expected not in said


def test_employers_are_listed_in_the_order_asked_for(imre: Assistant) -> None:
    said = _said(imre.ask("employers oldest to newest"))
    assert said.index("Banque") < said.index("Klinikum") < said.index("Pulver")
    said = _said(imre.ask("employers, latest to first"))
    assert said.index("Banque") > said.index("Klinikum") > said.index("Pulver")


def test_unpaid_work_is_listed_where_it_is_asked_for(imre: Assistant) -> None:
    assert "Lantern Choir" in _said(imre.ask("list all jobs including volunteering"))
    assert "Lantern Choir" not in _said(imre.ask("list all employers"))


def test_jobs_without_an_end_are_those_that_go_on(imre: Assistant) -> None:
    said = _said(imre.ask("jobs w/o an end date"))
    assert "Head Baker" in said and "Klinikum" not in said


def test_a_gap_after_a_job_is_found(imre: Assistant) -> None:
    said = _said(imre.ask("is there a gap in his cv after the hospital?"))
    assert "December 2014" in said and "June 2016" in said


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("year of the allergen certificate", "2021"),
        ("forklift licence valid until when", "2030"),
    ],
)
def test_the_date_of_one_certificate_is_told_alone(
    imre: Assistant, question: str, expected: str
) -> None:
    assert expected in _said(imre.ask(question))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Lantern Choir Linz: where?", "Linz"),
        ("Where is Banque Solveig located?", "Luxembourg"),
        ("is he still at Klinikum Donaublick or gone?", "December 2014"),
    ],
)
def test_what_is_asked_of_a_named_employer_is_about_it(
    imre: Assistant, question: str, expected: str
) -> None:
    assert expected in _said(imre.ask(question))


def test_an_employer_beside_another_is_cited_with_it(imre: Assistant) -> None:
    cited = [citation.quote for citation in imre.ask("job before Klinikum Donaublick?").citations]
    assert any("Banque Solveig" in quote for quote in cited)
    assert any("Klinikum" in quote for quote in cited)


def test_an_employer_that_nobody_could_mean_has_no_length(imre: Assistant) -> None:
    assert imre.ask("how long was he at Flipkart?").status is Status.NOT_IN_RESUME


def test_years_in_a_field_are_those_of_the_jobs_with_that_title(imre: Assistant) -> None:
    said = _said(imre.ask("years of experience as a baker?"))
    assert "Head Baker" in said and "June 2016 to now" in said and "Clerk" not in said


@pytest.mark.parametrize(
    "question", ["newspaper stand, for how many years", "how long was he at the shipyard"]
)
def test_a_length_is_not_told_of_something_else(imre: Assistant, question: str) -> None:
    assert imre.ask(question).status is Status.NOT_IN_RESUME


GROUPED = """# Lucia Brandt

lucia@brandt.example.com

## Performing experience

### Orchestras

- Ostmark Opera (Linz), 2018-2020
- Riverside Players (Ohio), 2012
- Early Strings of Botany, 2010-2011
"""


def test_a_heading_over_employers_is_none_itself(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    assistant = open_assistant(write_resume(GROUPED))
    assert "about 2 years" in assistant.ask("How long was she with the Ostmark Opera?").answer
    listed = assistant.ask("Which employers does she list?").answer
    assert all(name in listed for name in ("Ostmark Opera", "Riverside Players", "Early Strings"))
    assert "3 employers" in listed


def test_nothing_is_said_twice_and_a_level_is_no_question_of_its_own(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    assistant = open_assistant(
        write_resume(
            RESUME + "\n## Skills\n\nBaking: rye, spelt, Kubernetes (beginner), Terraform\n\n"
            "- Wrote the oven's Terraform and Kubernetes files\n"
        )
    )
    both = assistant.ask("Has he used Terraform and Kubernetes, those two?").answer
    assert both.startswith("Yes. ") and "does not mention" not in both
    level = assistant.ask("is he ok with kubernetes, and at what level would he put himself")
    assert "beginner" in level.answer and "does not" not in level.answer


def test_employers_may_be_asked_for_by_place(imre: Assistant) -> None:
    linz = imre.ask("Which employers in Linz?")
    assert "Klinikum Donaublick" in linz.answer and "Banque Solveig" not in linz.answer
    nowhere = imre.ask("Which employers were in Dallas?")
    assert nowhere.status is Status.NOT_IN_RESUME
    assert "lists no employer in Dallas" in nowhere.answer


def test_what_was_done_at_an_employer_is_told_by_what_tells_most(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    resume = """# Ada Wren

## Experience

### Tern Airways, Bristol, 2016 - 2020

- Tern Airways booking
- Cut the cost of bookings by 30 % with a cache of her own
- Moved eleven services to Kubernetes without a minute of downtime
- Led the rebuild of the payments service from a monolith into four parts
    - As a part of that step, wrote the charts of all eleven services at Tern

**Side work**

- Mentored
"""
    assistant = open_assistant(write_resume(resume))
    for question in ("What did she do at Tern Airways?", "tell me about tern airways"):
        answer = assistant.ask(question).answer
        assert "Cut the cost" in answer and "Moved eleven services" in answer
        assert "Side work" not in answer and "As a part of" not in answer


MARGO = """# Margo Petti

margo@petti.example.com

## Experience

### Toast, remote

**Group Product Manager** | January 2024 - present

- Runs the kitchen display line

**Senior Product Manager** | June 2020 - December 2023

- Launched quiet tickets

### Associate Product Manager, Root Insurance | 2015-08-01 - 2020-05-31

- Scored test drives

### Chemistry Teacher, Whetstone High School | 2009 - 2015

- Coached the science squad

## Projects

### Mom's Jar | 2023

- Photo book about home kimchi makers
"""


@pytest.fixture(scope="module")
def margo(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(MARGO))


def test_of_several_roles_the_current_one_is_told(margo: Assistant) -> None:
    told = margo.ask("what is her current job").answer
    assert "Group Product Manager" in told and "Senior" not in told


def test_what_came_before_a_line_of_work_is_told(margo: Assistant) -> None:
    told = margo.ask("what did she do before going into product").answer
    assert "Chemistry Teacher" in told and "Before Root Insurance" in told


def test_the_last_day_of_a_month_ends_that_month(margo: Assistant) -> None:
    told = margo.ask("when was she at Root Insurance").answer
    assert "August 2015 to May 2020" in told


def test_a_name_may_have_a_genitive_in_it(margo: Assistant) -> None:
    told = margo.ask("what was Mom's Jar")
    assert told.status is Status.ANSWERED and "kimchi" in told.answer


def test_a_name_in_one_word_is_found_by_its_two(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = """# Vil Lund

## Work

### Mechanic, Fri BikeShop Viborg | 2016 - 2023

- Trued wheels

## Education

### Vocational, Mercantec Viborg | 2013 - 2016
"""
    told = open_assistant(write_resume(page)).ask("how long did he stay at the viborg bike shop")
    assert "7 years" in told.answer
