"""Who is asked how to reach the person is never given a referee's address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import Status
from tests.assistant.conftest import Open

RESUME = """# Ada Wren

Bristol, UK

## Work experience

### Platform Engineer, Tern Airways | 2016 - 2020

- Ran the Kafka clusters behind the booking system

## Skills

Go, Python

## Referees

- Bo Gull, Head of Systems at Gull Ferries, bo@gull.example, +44 20 7946 0199
"""


@pytest.mark.parametrize(
    "question",
    ["What is her email?", "What is Ada's mail address?", "Can I call her?", "Has she a phone?"],
)
def test_where_the_only_address_is_a_referees_the_resume_does_not_say(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    answer = open_assistant(write_resume(RESUME)).ask(question)
    assert answer.status is Status.NOT_IN_RESUME
    assert "gull.example" not in answer.answer
    assert "7946" not in answer.answer
    assert not any("gull.example" in citation.quote for citation in answer.citations)


def test_of_the_referees_they_are_told_all_the_same(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    answer = open_assistant(write_resume(RESUME)).ask("Who are Ada's referees?")
    assert answer.status is Status.ANSWERED
    assert "Bo Gull" in answer.answer
