"""An answer has the value that its question asks for, of the time that it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import MARKER, Status
from tests.assistant.conftest import Open

RESUME = """# Benedek Ruiz-Olsen

benedek@ruizolsen.example.com | Drammen, Norway

## Summary

Publisher and founder. I plan on completing a course in bookbinding, and hope to learn letterpress.

## Experience

### Editor in Chief, Granat Books, Drammen | 2019 - now

- Co-founder with a seat on the board of the start-up
- Mentored by Solveig Aarrestad
- Cut printing costs by 14%

### Copy Editor, Vestfold Lab Press, Horten | 2013 - 2016

- Edited two hundred school books

### Copy Editor, Metcalf Lab, Bergen | 2010 - 2012

- Journals for oceanographers

### Reader for Fossheim, Oslo (volunteer) | 2017 - 2018

- Manuscripts of refugees

## Projects

### Night Library | autumn 2015

- A bus full of books

## Education

**Certificate of Completion in Typography**, Ringerike School of Print, 2009

**MA in Literature**, University of Agder, 2007 - 2009

- Final grade: upper second, 68%

## Teaching

- BOK 101 Margins and gutters (undergraduate level)
- BOK 210 History of type (undergraduate level)
- BOK 215 Paper and ink (undergraduate level)
- BOK 330 Contracts for authors (undergraduate level)

## Books

- Three books of essays: Salt (2014), Rope (2016), Tar (2020)
"""


@pytest.fixture(scope="module")
def benedek(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    "question",
    [
        "the equity he holds in the start-up, in %",
        "sales figures for the essays",
        "what did he spend on printing, in euros",
        "who succeeded him at vestfold lab press",
        "would he move back to horten",
        "notice he'd have to give",
    ],
)
def test_what_lacks_the_value_asked_for_is_no_answer(benedek: Assistant, question: str) -> None:
    answer = benedek.ask(question)
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("by what percentage did he cut printing costs", "14%"),
        ("who mentored him at granat", "Solveig Aarrestad"),
        ("masters grade, the percentage", "68%"),
        ("which of those jobs did he do for no money", "Fossheim"),
        ("what did he run in autumn 2015", "Night Library"),
        ("the certificate: from whom?", "Ringerike School of Print"),
        ("which courses does he teach undergraduates", "Contracts for authors"),
        ("courses he wants to do next", "bookbinding"),
        ("labs he has worked in", "Vestfold Lab Press"),
        ("labs he has worked in", "Metcalf Lab"),
    ],
)
def test_the_line_with_the_value_answers(benedek: Assistant, question: str, expected: str) -> None:
    answer = benedek.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert expected in MARKER.sub("", answer.answer)


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("labs he has worked in", "Granat"),
        ("what did he edit in 2011", "school books"),
        ("which of those jobs did he do for no money", "Granat"),
    ],
)
def test_lines_of_another_sort_or_time_are_left_out(
    benedek: Assistant, question: str, not_said: str
) -> None:
    assert not_said not in benedek.ask(question).answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how long has he been at granat books", "Benedek has been at Granat Books"),
        ("how long was he at metcalf lab", "Benedek was at Metcalf Lab"),
        ("his title at granat books", "Benedek is Editor in Chief"),
    ],
)
def test_what_goes_on_is_told_as_going_on(benedek: Assistant, question: str, expected: str) -> None:
    assert expected in benedek.ask(question).answer


def test_a_way_of_working_that_one_heading_states_tells_which_job(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace("Metcalf Lab, Bergen |", "Metcalf Lab (part-time), Bergen |")
    answer = open_assistant(write_resume(text)).ask("how long did the part-time gig run").answer
    assert "2010 to 2012" in answer


def test_a_job_is_not_looked_for_at_a_school_of_the_same_town(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace("University of Agder", "University of Bergen")
    answer = open_assistant(write_resume(text)).ask("how long did the bergen lab gig last").answer
    assert "2010 to 2012" in answer


def test_a_line_with_every_word_of_who_is_asked_for_answers(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace(
        "- Cut printing costs",
        "- Granat Books is owned by the Tangen sisters\n- Cut printing costs",
    )
    answer = open_assistant(write_resume(text)).ask("who owns granat books")
    assert "Tangen" in answer.answer


def test_a_common_noun_is_no_employer(benedek: Assistant) -> None:
    answer = benedek.ask("which middlewoman placed him at granat")
    assert "lists no" not in answer.answer


def test_money_is_of_any_currency(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = """# Hina Moe

## Awards

- Demant Foundation, travel stipend, 2020, 45,000 DKK
- Fund for Oral History, 2019
"""
    hina = open_assistant(write_resume(page))
    assert "45,000 DKK" in hina.ask("amount of the demant stipend").answer
    for asked in (
        "how much money was the oral history fund",
        "what was the oral history fund worth",
    ):
        assert hina.ask(asked).status is Status.NOT_IN_RESUME


def test_the_head_of_a_table_is_no_thing_of_it(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = """# Chu Oke

## Certificates

| Certificate | Issued by | Year |
|---|---|---|
| Second Engineer | NIMASA | 2022 |
| High voltage | Warsash School | 2023 |
"""
    told = open_assistant(write_resume(page)).ask("which certificates does he hold").answer
    assert "Second Engineer" in told and "High voltage" in told
    assert "Issued by" not in told


@pytest.mark.parametrize("question", ["who is her manager", "who's her boss"])
def test_who_led_somebody_is_told_by_no_line_about_customers(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    page = (
        "# Ada Wren\n\nada@wren.example\n\n## Work\n\n### Engineer, Quay | 2016 - now\n\n"
        "- Customer owner, a service that authenticates customers and merchants\n"
        "- Marketplace for the managers of retailers\n"
    )
    silent = open_assistant(write_resume(page)).ask(question)
    assert silent.status is Status.NOT_IN_RESUME
    told = open_assistant(write_resume(f"{page}- Reports to the head of harbours\n")).ask(question)
    assert "head of harbours" in told.answer
