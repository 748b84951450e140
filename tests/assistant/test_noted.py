"""What the heading of a stay says besides its name, title, place and dates is told with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Answer
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Aurel Pintea

## Work

### Harbour Choir, Constanta

- Conductor, from 2021 music director (half-time), 2018 - now
- Rehearses ninety amateurs every Tuesday

### Opera House of Galati - chorus master (interim), September 2014 to June 2018

- Prepared eleven premieres

### Radio Tulcea, Tulcea - sound assistant, 2012 to 2014

- Cut tape

## Education

### BMus Conducting, Academy of Cluj, with distinction, 2008 - 2012
"""


@pytest.fixture(scope="module")
def aurel(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


def lines_of(answer: Answer) -> set[int]:
    return {citation.source.start_line for citation in answer.citations}


def test_what_a_heading_adds_to_a_stay_is_quoted_and_cited(aurel: Assistant) -> None:
    with guessed(("job_duration", 0.95)):
        answer = aurel.ask("how long was he at the Opera House of Galati")
    assert "3 years and 9 months" in answer.answer
    assert "The resume adds “interim” [" in answer.answer
    assert 10 in lines_of(answer)


def test_a_place_or_a_date_alone_is_no_note(aurel: Assistant) -> None:
    with guessed(("job_duration", 0.95)):
        answer = aurel.ask("how long was he at Radio Tulcea").answer
    assert "2 years" in answer
    assert "The resume adds" not in answer


def test_nothing_is_added_to_a_list_of_stays(aurel: Assistant) -> None:
    with guessed(("job_list", 0.95)):
        answer = aurel.ask("which employers did he have").answer
    assert "Radio Tulcea" in answer
    assert "The resume adds" not in answer


def test_nothing_is_added_to_a_refusal(aurel: Assistant) -> None:
    with guessed(("job_duration", 0.95)):
        answer = aurel.ask("how long was he at Acme Records").answer
    assert "lists no Acme" in answer
    assert "The resume adds" not in answer


def test_what_is_told_already_is_not_added(aurel: Assistant) -> None:
    with guessed(("edu_dates", 0.95)):
        answer = aurel.ask("when did he finish the BMus").answer
    assert answer.count("with distinction") == 1
    assert "The resume adds" not in answer


def test_the_row_of_a_table_is_no_note(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        "# Aurel Pintea\n\n## Work\n\n| Dates | Employer | Post |\n|---|---|---|\n"
        "| 2018 - 2020 | Harbour Choir | Conductor |\n| 2014 - 2018 | Opera House | Usher |\n"
    )
    with guessed(("job_duration", 0.95)):
        answer = open_assistant(write_resume(page)).ask("how long was he at Harbour Choir").answer
    assert "2 years" in answer
    assert "The resume adds" not in answer


def test_the_job_that_goes_on_is_told_with_its_place_and_first_line(aurel: Assistant) -> None:
    with guessed(("job_current", 0.95)):
        answer = aurel.ask("what does he do at present")
    assert "Harbour Choir" in answer.answer
    assert "Constanta" in answer.answer
    assert "ninety amateurs" in answer.answer
    assert 8 in lines_of(answer)
