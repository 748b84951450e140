"""Contacts that stand in lines of the head, or only in the addresses that lines link to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Bram Tolsma

- <bram@tolsma.example>
- Mobile: +31 6 0555 0142
- Landline: +31 58 0555 017
- Leeuwarden, Netherlands (CET, UTC+1)
- Instagram [@bram.bouwt](https://instagram.example/bram.bouwt)

## Work experience

### Carpenter, Van der Wal Bouw | 2016 - now

- Built forty roofs

## Projects

- [Dakwerk](https://github.com/btolsma/dakwerk): a calculator for rafters
- [Spant](https://github.com/btolsma/spant): drawings of trusses
"""


@pytest.fixture(scope="module")
def bram(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("insta handle", "@bram.bouwt"),
        ("github name?", "github.com/btolsma"),
        ("landline?", "58 0555 017"),
        ("mobile no. (not the landline)", "6 0555 0142"),
        ("which city does he live in", "Leeuwarden"),
        ("phone for a trial day??", "0555"),
    ],
)
def test_a_contact_is_found_where_it_stands(bram: Assistant, question: str, expected: str) -> None:
    answer = bram.ask(question)
    assert expected in answered(answer)
    assert answer.citations


@pytest.mark.parametrize("question", ["his linkedin?", "gitlab handle"])
def test_a_contact_that_stands_nowhere_is_refused(bram: Assistant, question: str) -> None:
    assert bram.ask(question).status is Status.NOT_IN_RESUME


def test_accounts_of_several_people_are_nobodys(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    other = RESUME.replace("btolsma/spant", "someone-else/spant")
    answer = open_assistant(write_resume(other)).ask("github name?")
    assert answer.status is Status.NOT_IN_RESUME


@pytest.mark.parametrize("question", ["twitter/x handle", "her twitter?", "is she on X"])
def test_a_network_is_known_by_the_name_that_it_had(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    page = "# Brenda Kim\n\n- brenda@kim.example\n- X: [@brendaships](https://x.com/brendaships)\n"
    told = open_assistant(write_resume(page)).ask(question)
    assert "brendaships" in answered(told) and "does not say" not in told.answer
