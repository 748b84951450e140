"""A stay may be meant without its name, and dated where its name alone does not tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from assistant import Assistant
from assistant.answers.choice import Candidate, Choice
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Tove Sandmark

tove@sandmark.example

## Work

### Glasverk Orrefjell | 2012 - now

- **Studio Lead** | 2019 - now
- **Tableware Designer** | 2015 - 2019
- **Apprentice** | 2012 - 2015

### Brekke Foundry, Odda

Caster. March 2008 to June 2010. Bells and door handles, one of each a day.

"""

TABLE = """# Amara Osei-Lund

amara@oseilund.example

## Career

| When | Where | What as |
|---|---|---|
| 01/2016 - 06/2018 | Nordkabel Subsea | Cable technician |
| 05/2013 - 12/2015 | Nordkabel Subsea | Deckhand |

### Nordkabel

- Splicing at sea, two winters in Kirkenes
"""


@pytest.fixture(scope="module")
def tove(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


def considered(assistant: Assistant, question: str, *labels: tuple[str, float]) -> list[Candidate]:
    """What may be said to a question."""
    said: list[Candidate] = []

    def probabilities(choice: Choice) -> list[float]:
        said.extend(choice.candidates)
        return [0.0] * len(choice.candidates)

    everything = patch("assistant.answers.choice.READ", 99)
    doubted = patch.multiple(
        "assistant.answers.overruling",
        in_doubt=lambda ruled, doubt: True,
        in_doubt_read=lambda ruled, doubt: True,
    )
    judged = patch.object(Choice, "probabilities", probabilities)
    with guessed(*labels), judged, everything, doubted:
        assistant.ask(question)
    return said


def test_what_is_asked_of_a_stay_may_be_of_any_that_is_described(tove: Assistant) -> None:
    said = considered(tove, "how long did the tableware stint last", ("job_duration", 0.4))
    described = [one.text for one in said if one.way == "of a stay"]
    assert any("Tableware Designer" in text and "4 years" in text for text in described)


def test_what_is_not_asked_of_a_stay_is_not_drafted_of_one(tove: Assistant) -> None:
    said = considered(tove, "tell me of the tableware", ("open_what", 0.4))
    assert said
    assert not any(one.way == "of a stay" for one in said)


def test_the_nearer_a_line_is_the_fewer_are_before_it(tove: Assistant) -> None:
    said = considered(tove, "bells and door handles", ("open_what", 0.4))
    told = sorted((one for one in said if one.told), key=lambda one: -one.near)
    assert [one.before for one in told] == sorted(one.before for one in told)
    assert "Bells and door handles" in told[0].text
    assert told[0].before == 0


def test_a_sentence_that_is_but_a_range_dates_its_entry(tove: Assistant) -> None:
    assert "2 years and 3 months" in tove.ask("how long was she at Brekke Foundry").answer


def test_a_stay_without_dates_is_dated_by_the_one_of_the_longer_name(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    answer = open_assistant(write_resume(TABLE)).ask("how long at Nordkabel in total").answer
    assert "5 years and 1 month" in answer
