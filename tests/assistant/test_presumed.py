"""Questions that name the person, of a resume that does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.presumed import presumed_name
from tests.assistant.conftest import Open

PAGE = """---
title: CV
---

## Experience

### Lock keeper, Göta Waterways | August 2021 - present

- Raised the gates of nine locks by hand
- Taught forty volunteers to work the sluices

### Deckhand, Vänern Ferries | 2016 - May 2021

- Kept the ropes of two ferries
"""


@pytest.fixture(scope="module")
def nameless(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    """Answers about a page without a name."""
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when did Malin join Göta Waterways", "2021"),
        ("has malin taught volunteers", "forty volunteers"),
        ("where is malin working now, and what was Malin before that?", "Göta Waterways"),
    ],
)
def test_who_is_asked_about_is_the_person(nameless: Assistant, question: str, told: str) -> None:
    answer = nameless.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("when did jakub join Acme", {"jakub"}),
        ("which class was Razan a teaching assistant for?", {"razan"}),
        ("where is dr Razan based now", {"razan"}),
        ("has Priya's team grown", set()),  # of somebody's team
        ("did she work while Jonas was away from home", set()),  # somebody else
        ("does Kubernetes run there", set()),
        ("is Acme still trading", set()),  # a word of the resume
        ("is remote work fine", set()),
        ("was there a thesis", set()),
        ("kafka?", set()),
    ],
)
def test_a_name_is_presumed_only_of_a_subject_that_nothing_else_explains(
    question: str, name: set[str]
) -> None:
    assert presumed_name(question, {"acme"}) == name
