"""Lists asked for with words that pick out none of their things, and by when these hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.answers.in_force import in_force
from assistant.answers.items import Item
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Ilse Vandamme

ilse@vandamme.example

## Work experience

### Dive Supervisor, Noordzee Berging | 2016 - now

- Planned forty dives on wrecks

### Diver, Maaswerken | 2009 - 2016

- Cut sheet piles under water

## Certificates

- Saturation diver, 2011
- Diving medic, 2018, valid until March 2024
- Hyperbaric chamber operator, 2019
- Crane signaller, 2021 - 2029
- Rope access, 2012 - 2015

## Publications

- Silt and how to see through it, Dive Log, 2015
- Cold hands, Underwater Work, 2019
- A wreck is a reef, Dive Log, 2022

## Skills

- Pipelines: Kafka, RabbitMQ
- Code: Python, Ruby
"""


@pytest.fixture(scope="module")
def ilse(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("everything shes published, just the titles", ("Silt", "Cold hands", "wreck is a reef")),
        ("professional certificates, and who issued them", ("Saturation", "chamber", "Rope")),
        ("various online certs?", ("Saturation", "chamber", "Rope")),
    ],
)
def test_words_that_pick_out_nothing_ask_for_the_whole_list(
    ilse: Assistant, question: str, expected: tuple[str, ...]
) -> None:
    told = answered(ilse.ask(question))
    assert [words for words in expected if words not in told] == []


@pytest.mark.parametrize(
    "question", ["any welding certs?", "does she hold an official chef licence"]
)
def test_words_that_pick_out_another_thing_are_refused(ilse: Assistant, question: str) -> None:
    assert ilse.ask(question).status is Status.NOT_IN_RESUME


@pytest.mark.parametrize(
    ("question", "expected", "unsaid"),
    [
        ("certs that are still valid", ("Saturation", "chamber", "Crane"), ("medic", "Rope")),
        ("which of her certificates haven't lapsed", ("Saturation", "Crane"), ("medic", "Rope")),
        ("certificates from 2018 or later", ("medic", "chamber", "Crane"), ("Rope", "Saturation")),
        ("every article from 2019 onwards", ("Cold hands", "reef"), ("Silt",)),
        ("papers out in 2019 and earlier", ("Cold hands", "Silt"), ("reef",)),
    ],
)
def test_of_a_list_those_of_the_time_asked_for_are_told(
    ilse: Assistant, question: str, expected: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    told = answered(ilse.ask(question))
    assert [words for words in expected if words not in told] == []
    assert [words for words in unsaid if words in told] == []


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Forklift, 2019, lapsed", False),
        ("First aid, expires June 2026", False),
        ("First aid, expires December 2026", True),
        ("Tower crane 2015 - 2020", False),
        ("Tower crane course, May 2020 - July 2020", True),
        ("Rigger, 2002", True),
    ],
)
def test_a_certificate_holds_until_the_resume_says_otherwise(words: str, holds: bool) -> None:
    item = Item(words, (), words)
    assert in_force([item], date(2026, 11, 24)) == ([item] if holds else [])


def test_a_sort_of_skills_is_asked_for_by_another_of_its_names(ilse: Assistant) -> None:
    told = answered(ilse.ask("any message brokers on her list?"))
    assert "Kafka" in told and "RabbitMQ" in told and "Ruby" not in told


@pytest.mark.parametrize("question", ["is she forklift certified", "forklift certified yet?"])
def test_one_is_certified_by_what_a_certificate_names(ilse: Assistant, question: str) -> None:
    answer = ilse.ask(question)
    assert answer.status is Status.NOT_IN_RESUME
    assert "does not mention forklift" in answer.answer
