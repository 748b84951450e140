"""Questions with tags and shorthand, and for handles on apps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.shorthand import in_full
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Odile Brankov

odile@brankov.example.com | Signal: odile.44 | Mobile / Viber: +44 7700 900 118

## Experience

### Tram Planner, Calder Transit, Leeds | 2019-03 - present

- Plans the timetables of eleven lines in PostgreSQL

### Surveyor, Ostrava Mapping | 2014-02 - 2019-01

- Measured 400 kilometres of track with digital signal processing
"""


@pytest.fixture(scope="module")
def odile(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("what does he build rn?", "what does he build right now?"),
        ("is he an rn", "is he an rn"),
        ("was she an SWE or sde", "was she an software engineer or software engineer"),
        ("how many ppl does the mgr lead", "how many people does the manager lead"),
        ("PERF, a fan of quals?", "PERF, a fan of qualifications?"),
        ("since when RN", "since when RN"),
        ("knows Kafka, right?", "knows Kafka, yes?"),
        ("she has a licence, doesn't she?", "she has a licence, yes?"),
        ("is the answer right?", "is the answer right?"),
        ("German, yes or no?", "German, yes or no?"),
    ],
)
def test_shorthand_is_read_in_full_and_a_tag_asks_for_nothing(asked: str, meant: str) -> None:
    assert in_full(asked) == meant


def test_a_tag_is_no_skill(odile: Assistant) -> None:
    assert "right" not in answered(odile.ask("she knows postgresql, right?"))


@pytest.mark.parametrize("question", ["signal handle", "her signal contact please"])
def test_an_app_that_the_resume_lists_is_asked_for_by_its_name(
    odile: Assistant, question: str
) -> None:
    assert "odile.44" in answered(odile.ask(question))


def test_an_app_may_reach_a_telephone(odile: Assistant) -> None:
    assert "900 118" in answered(odile.ask("give me odile's viber"))


def test_an_app_that_the_resume_lacks_is_said_to_be_missing(odile: Assistant) -> None:
    assert odile.ask("her telegram handle?").status is Status.NOT_IN_RESUME


def test_a_craft_with_the_name_of_an_app_is_no_contact(odile: Assistant) -> None:
    assert "odile.44" not in odile.ask("experience with signal processing").answer


@pytest.mark.parametrize("question", ["stay at ostrava?", "her stint with Ostrava Mapping"])
def test_a_bare_stay_asks_how_long_it_was(odile: Assistant, question: str) -> None:
    assert "February 2014 to January 2019" in answered(odile.ask(question))


def test_who_paid_the_wages_employed_somebody_whatever_stands_before(odile: Assistant) -> None:
    told = answered(odile.ask("spring of 2016 - who was paying this person's wages?"))
    assert "Ostrava Mapping" in told


def test_what_the_resume_itself_calls_so_stays_short() -> None:
    assert in_full("what did he do as SDE-II", {"sde", "ii"}) == "what did he do as SDE-II"
    assert in_full("mgr of the SWE team", {"sde"}) == "manager of the software engineer team"
