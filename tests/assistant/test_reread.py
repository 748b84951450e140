"""What an answer quotes, and what a refusal passes over, is read with the question once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Answer, Status
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed
from tests.assistant.readings import doubted, reading

PAGE = """# Ilse Baar

ilse@example.com

## Work

### Beekeeper, Heath Honey | 2017 - now

- Keeps ninety hives on three moors
- Taught forty volunteers to catch swarms
- Sells honey at the market of Ede

### Baker, Crust Lane | 2011 - 2017

- Baked nine hundred loaves a night

## Education

- Agrarische School Ede, 2008 - 2011: diploma in animal care
"""
SWARMS = "has she worked with bees, hives and swarms"


@pytest.fixture(scope="module")
def ilse(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


@contextmanager
def asked_for(intent: str, doubt: float = 0.0) -> Iterator[None]:
    """The question is surely taken to ask for that; what is told is so much in doubt."""
    with guessed((intent, 0.95)), doubted(doubt, read=0.0):
        yield


def told_of_swarms(ilse: Assistant, **logits: float) -> Answer:
    with asked_for("did_ever"), reading(*logits.items()):
        return ilse.ask(SWARMS)


def test_lines_that_read_alike_are_quoted(ilse: Assistant) -> None:
    answer = told_of_swarms(ilse, hives=2.0, swarms=2.0).answer
    assert "ninety hives" in answer
    assert "forty volunteers" in answer
    assert "honey" not in answer.replace("Heath Honey", "")


@pytest.mark.parametrize(("logit", "told"), [(-2.9, True), (-3.1, False)])
def test_a_line_that_reads_as_beside_the_point_is_left_out(
    ilse: Assistant, logit: float, told: bool
) -> None:
    answer = told_of_swarms(ilse, hives=2.0, swarms=logit).answer
    assert "ninety hives" in answer
    assert ("forty volunteers" in answer) is told


@pytest.mark.parametrize(("logit", "told"), [(1.0, True), (0.9, False), (3.0, True)])
def test_a_line_that_reads_well_is_quoted_as_well(
    ilse: Assistant, logit: float, told: bool
) -> None:
    answer = told_of_swarms(ilse, hives=2.0, swarms=2.0, Sells=logit)
    assert ("market of Ede" in answer.answer) is told
    if logit > 2.0:
        assert answer.answer.index("market of Ede") < answer.answer.index("ninety hives")
    lines = [citation.source.start_line for citation in answer.citations]
    assert (11 in lines) is told


def test_hardly_worse_than_the_best_is_within_three(ilse: Assistant) -> None:
    assert "market of Ede" not in told_of_swarms(ilse, hives=4.5, swarms=4.5, Sells=1.4).answer


@pytest.mark.parametrize(("logit", "told"), [(3.0, True), (2.9, False)])
def test_what_is_refused_is_told_where_a_near_line_surely_tells_it(
    ilse: Assistant, logit: float, told: bool
) -> None:
    with asked_for("job_dates"), reading(("swarms", logit)):
        answer = ilse.ask("when did she catch swarms at Acme Bees")
    assert (answer.status is Status.ANSWERED) is told
    assert ("forty volunteers" in answer.answer) is told


@pytest.mark.parametrize("intent", ["personal_belief", "skill_has", "edu_grade"])
def test_what_is_refused_exactly_is_told_by_no_reading(ilse: Assistant, intent: str) -> None:
    with asked_for(intent), reading(("swarms", 9.0)):
        answer = ilse.ask("does she believe in swarms of Zuiderkruis")
    assert answer.status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("doubt", "own", "logit", "told"),
    [
        (0.2, 1.0, 2.0, True),
        (0.2, 1.0, 1.9, False),
        (0.2, 3.0, 2.9, False),
        (0.2, 4.5, 9.0, False),
        (0.1, 1.0, 9.0, False),
    ],
)
def test_a_line_is_told_beside_what_is_in_doubt_and_reads_no_better(
    ilse: Assistant, doubt: float, own: float, logit: float, told: bool
) -> None:
    with asked_for("job_first", doubt), reading(("Crust Lane (2011", own), ("swarms", logit)):
        answer = ilse.ask("did she ever catch swarms with volunteers")
    assert "Baker at Crust Lane" in answer.answer
    assert ("forty volunteers" in answer.answer) is told
