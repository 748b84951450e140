"""Which of two it rather is, how well, and what is done in the job that goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open

RESUME = """# Ilse Brandvik

ilse@brandvik.example.org

## Experience

### Developer, Havblikk Systems, Bergen | May 2022 - now

- Backend of the booking platform in Kotlin and Go
- Each autumn I show two apprentices the ropes

### Analyst, Fjordkraft Data, Oslo | 2018 - 2022

- Dashboards of tides in Power BI
- Gave evening classes in statistics to the staff

## Education

### BSc Statistics, University of Bergen | 2014 - 2017

- Courses: teaching practice, sampling

## Skills

- **Advanced**
  - Kotlin, Terraform, Postgres
- **Intermediate**
  - Python, Ansible
"""


@pytest.fixture(scope="module")
def ilse(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("does she prefer Kotlin or Go", ["Backend of the booking platform in Kotlin and Go"]),
        ("is she more into Terraform or Postgres?", ["Kotlin, Terraform, Postgres"]),
        ("is she more backend or frontend", ["Backend of the booking", "does not mention"]),
        ("rather Kotlin or Python", ["Kotlin", "Python, Ansible"]),
        ("is her Ansible better than her Terraform", ["Intermediate", "Advanced"]),
    ],
)
def test_a_choice_is_no_question_for_a_yes(ilse: Assistant, question: str, told: list[str]) -> None:
    answer = ilse.ask(question)
    assert answer.status is Status.ANSWERED
    assert not answer.answer.startswith("Yes") and all(words in answer.answer for words in told)


@pytest.mark.parametrize("question", ["python - which level?", "how good is her Ansible"])
def test_the_line_above_a_skill_tells_how_well_it_is_known(ilse: Assistant, question: str) -> None:
    answer = ilse.ask(question).answer
    assert answer.startswith("Intermediate: Python, Ansible")


@pytest.mark.parametrize("question", ["does she know Kotlin or Go?", "Terraform?", "any Ansible"])
def test_whether_there_is_a_skill_is_answered_by_yes(ilse: Assistant, question: str) -> None:
    assert ilse.ask(question).answer.startswith("Yes. ")


def test_the_present_post_is_told_of_and_no_other(ilse: Assistant) -> None:
    answer = ilse.ask("any teaching of apprentices in her present post").answer
    assert "the ropes" in answer and "evening classes" not in answer and "sampling" not in answer


def test_what_is_preferred_and_how_big_are_no_questions_of_their_own(ilse: Assistant) -> None:
    assert "Kotlin and Go" in ilse.ask("Kotlin or Go, which does she prefer").answer
    pay = ilse.ask("gross pay she is on / wants")
    assert pay.status is Status.NOT_IN_RESUME and "Kotlin" not in pay.answer
    group = ilse.ask("ever shown apprentices the ropes? how big a group, how big").answer
    assert "two apprentices" in group and "does not say" not in group
