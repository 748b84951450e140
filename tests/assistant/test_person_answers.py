"""What is said of studies, contacts, listed things, skills and personal matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import MARKER, Answer, Status
from tests.assistant.conftest import Open

RESUME = """# Ivo Brandsma

ivo@brandsma.example.com | 0555 010 344 (after 6pm) | [linkedin.com/in/ivob](https://linkedin.com/in/ivob)

Zwolle, Netherlands

## Summary

Chemist in food safety. Eligible to work in the EEA without a permit.

## Work experience

### Lab Analyst, Weidehof Dairy, Zwolle | 2016 - 2024

- Ran the residue panel with LC-MS on every tanker
- Wrote a small Python tool that flags drifting standards
- Reported to Marit Oonk

## Education

**MSc in Food Chemistry, minor in Statistics**, Overijssel University, 2014 - 2016

- Thesis: Why blue cheese turns green
- Supervisor: Dr Ans Terpstra

**BSc in Chemistry**, Overijssel University, 2011 - 2014

## Certificates

- HACCP Level 3, 2019
- Forklift licence, 2021

## Awards

- Young Analyst of the Year, Dairy Guild, 2020
- Poster prize, Residue Days, 2017

## Publications

- Slow leaks in cold chains, Journal of Milk, 2018, with Petra Vos
- Counting spores by ear (under review)

## Skills

- Programming: Python, R, Java, Spring Framework
- Basic knowledge of SQL and Tableau
- Please no more: Perl, Excel macros
- Glass blowing: never done it myself

## Languages

- Dutch: native
- German: B1
"""


@pytest.fixture(scope="module")
def ivo(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


def _said(answer: Answer) -> str:
    return MARKER.sub("", answer.answer)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what was his minor?", "Statistics"),
        ("who supervised his thesis?", "Terpstra"),
        ("what was his master's thesis about?", "blue cheese"),
        ("when can i ring him?", "after 6pm"),
        ("email or linkedin?", "ivo@brandsma.example.com"),
        ("which awards did he win in 2017?", "Poster prize"),
        ("most recent certificate?", "Forklift"),
        ("what of his is not published yet?", "spores"),
        ("with whom did he write papers?", "Petra Vos"),
        ("which skills does he have only basic knowledge of?", "SQL"),
        ("which tech is he tired of?", "Perl"),
        ("does he know java?", "Java"),
        ("which languages does he speak?", "German"),
    ],
)
def test_what_the_resume_states_is_found_and_cited(
    ivo: Assistant, question: str, expected: str
) -> None:
    answer = ivo.ask(question)
    assert answer.status is Status.ANSWERED
    assert expected in _said(answer)
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "does he have an MBA?",
        "where did he get his law degree?",
        "does he hold a masters in public health?",
        "what was his gpa?",
        "does he have an underwater welding ticket?",
        "does he speak french?",
        "is he married?",
        "what is his religion?",
        "how old is he?",
    ],
)
def test_what_the_resume_lacks_is_refused(ivo: Assistant, question: str) -> None:
    assert ivo.ask(question).status is Status.NOT_IN_RESUME


def test_a_degree_that_is_not_there_is_refused_with_those_that_are(ivo: Assistant) -> None:
    said = _said(ivo.ask("does he have an MBA?"))
    assert "an MBA" in said and "Food Chemistry" in said


def test_an_award_of_a_year_is_told_without_the_others(ivo: Assistant) -> None:
    assert "Young Analyst" not in _said(ivo.ask("which awards did he win in 2017?"))


def test_what_is_denied_is_a_no_with_the_quote(ivo: Assistant) -> None:
    answer = ivo.ask("any experience in glass blowing?")
    assert _said(answer).startswith("No")
    assert "never done it" in answer.citations[0].quote


def test_a_name_does_not_run_across_the_commas_of_a_list(ivo: Assistant) -> None:
    assert _said(ivo.ask("java?")).startswith("Yes")


def test_a_skill_in_the_reason_for_a_question_is_not_asked_for(ivo: Assistant) -> None:
    assert ivo.ask("rust, seeing he does python?").status is Status.NOT_IN_RESUME


def test_an_english_word_in_its_plural_is_no_name(ivo: Assistant) -> None:
    assert "React" not in _said(ivo.ask("has he built anything that reacts to drifting standards?"))


def test_a_personal_matter_is_quoted_where_the_resume_states_it(ivo: Assistant) -> None:
    answer = ivo.ask("does he need a work permit?")
    assert answer.status is Status.ANSWERED
    assert "EEA" in _said(answer)


def test_a_personal_matter_that_is_not_stated_says_whom_to_ask(ivo: Assistant) -> None:
    assert "ivo@brandsma.example.com" in _said(ivo.ask("what salary does he expect?"))


def test_a_bare_address_is_never_what_someone_did(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    linked = RESUME.replace(
        "- Reported to Marit Oonk", "- https://weidehof.example.com/dairy/lab/analyst"
    )
    said = _said(open_assistant(write_resume(linked)).ask("what did he do at Weidehof Dairy?"))
    assert "https://" not in said


def test_a_name_is_taken_from_a_line_labelled_so_where_it_is_asked_in_full(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    longer = RESUME.replace(
        "## Work experience", "Full name: Ivo Hendrik Brandsma\n\n## Work experience"
    )
    assert "Hendrik" in _said(open_assistant(write_resume(longer)).ask("his full legal name?"))
