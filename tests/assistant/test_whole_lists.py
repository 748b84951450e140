"""Lists that are asked for as a whole, and what is asked of one thing in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Oona Veskimets

oona@veskimets.example

## Work experience

### Animator, Kõrb Studio | 2021 - now

- Rigged forty birds

### Animator, Lumeveski OÜ | 2017 - 2021

- Drew the storyboards of two films about bogs

### Intern, Paberlaev | 2016 - 2017

- Cleaned up line art

## Certificates

- Fire warden, March 2022
- Scissor lift, November 2019, lapsed

## Volunteering

- Projectionist, Village Film Club, 2014 - 2016
- Treasurer, Reed Boat Regatta, 2018 - 2019
- Judge, School Comics Day, 2020

## References

- Mart Kallaste, producer, Kõrb Studio, 0555 010 611
- Liis Ojamaa, director, 0555 010 612
"""


@pytest.fixture(scope="module")
def oona(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("certs, and is any of em expired", ("Fire warden", "lapsed")),
        ("certificates held vs. ones that have run out", ("Fire warden", "Scissor lift")),
        ("3 unpaid posts, with the bodies she did them for", ("Film Club", "Regatta", "Comics")),
        ("names of the two ppl we may call about oona", ("Kallaste", "Ojamaa")),
    ],
)
def test_a_list_is_told_whole_where_nothing_describes_one_of_it(
    oona: Assistant, question: str, expected: tuple[str, ...]
) -> None:
    said = answered(oona.ask(question))
    assert all(one in said for one in expected), said


@pytest.mark.parametrize("question", ["first aid certificate?", "has she a forklift cert"])
def test_a_certificate_that_is_not_there_is_refused(oona: Assistant, question: str) -> None:
    assert oona.ask(question).status is Status.NOT_IN_RESUME


@pytest.mark.parametrize("question", ["studios so far?", "every studio on the cv pls"])
def test_one_employer_called_so_is_not_all_that_are_such(oona: Assistant, question: str) -> None:
    said = answered(oona.ask(question))
    assert said.startswith("The nearest that the resume lists: Kõrb Studio (2021 to now) .")
    assert "Lumeveski" in said
    assert "Paberlaev" in said


def test_a_promise_of_referees_is_none(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    listed = RESUME.partition("- Mart Kallaste")[0] + "- Available upon request\n"
    answer = open_assistant(write_resume(listed)).ask("names of two people who would vouch for her")
    assert answer.status is Status.NOT_IN_RESUME


@pytest.mark.parametrize(
    "question",
    ["what did she rig during her time at kõrb studio", "any birds in her years at kõrb"],
)
def test_the_time_of_a_stay_is_no_question_for_its_length(oona: Assistant, question: str) -> None:
    assert "forty birds" in answered(oona.ask(question))


@pytest.mark.parametrize("question", ["time at lumeveski", "her years with lumeveski?"])
def test_the_length_of_a_stay_is_asked_for_without_a_question_word(
    oona: Assistant, question: str
) -> None:
    assert "for about 4 years" in answered(oona.ask(question))


def test_a_list_is_told_in_the_order_asked_for(oona: Assistant) -> None:
    newest = answered(oona.ask("certificates, newest first"))
    oldest = answered(oona.ask("certificates, oldest first"))
    assert newest.index("Fire warden") < newest.index("Scissor lift")
    assert oldest.index("Scissor lift") < oldest.index("Fire warden")
