"""A leave that is listed among jobs is neither an employer nor time worked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Imre Castelain

## Work experience

### Maternity leave | January 2024 - present

### Head Baker, Pulver & Krume, Vienna | January 2020 - December 2023

- Brought in a second oven and a night shift of four

### Career break | January 2017 - December 2019

Walked the Via Francigena.

### Baker, Klinikum Donaublick, Linz | January 2015 - December 2016

- Baked 400 diet loaves a day for patients
"""


@pytest.fixture(scope="module")
def imre(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


def test_a_leave_is_no_employer(imre: Assistant) -> None:
    said = answered(imre.ask("Which employers has Imre had?"))
    assert "Pulver & Krume" in said
    assert "Klinikum Donaublick" in said
    assert "leave" not in said
    assert "break" not in said


def test_a_leave_is_no_time_worked(imre: Assistant) -> None:
    said = answered(imre.ask("How many years of experience does Imre have in total?"))
    assert "6 years" in said


def test_a_leave_is_told_of_all_the_same(imre: Assistant) -> None:
    assert "Career break" in answered(imre.ask("What did Imre do in 2018?"))


def test_a_gap_that_was_a_leave_is_told_as_one(imre: Assistant) -> None:
    said = answered(imre.ask("Are there gaps between Imre's jobs?"))
    assert "no job for 3 years" in said
    assert "It then lists Career break (January 2017 to December 2019)" in said
    assert "Via Francigena" in said
