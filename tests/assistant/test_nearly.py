from __future__ import annotations

import random

import pytest

from assistant.training.answers import Task, sampled
from assistant.training.drafts import Answered
from assistant.training.nearly import without


@pytest.mark.parametrize(
    ("text", "wanted", "near"),
    [
        (
            "Work\nRuns a fleet of 31 delivery bikes in the old town .",
            ["31", "thirty-one"],
            "Work\nRuns a fleet of delivery bikes in the old town .",
        ),
        (
            "Skills\nWorkshop: lathe, bandsaw, TIG welding, spray booth .",
            ["TIG welding"],
            "Skills\nWorkshop: lathe, bandsaw, spray booth .",
        ),
        (
            "Prizes\nBaker of the Year at the county show in Ludlow, judged by Marta Quill .",
            ["Quill"],
            "Prizes\nBaker of the Year at the county show in Ludlow, judged by .",
        ),
    ],
)
def test_a_near_miss_is_the_answer_without_what_was_asked_for(
    text: str, wanted: list[str], near: str
) -> None:
    assert without(text, wanted) == near


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Basics\nPhone: 555 0101 .", ["555 0101"]),  # nothing is left
        ("Work at the Quill\nRuns a fleet of delivery bikes .", ["Quill"]),  # not in the answer
    ],
)
def test_there_is_no_near_miss_of_what_says_nothing_else(text: str, wanted: list[str]) -> None:
    assert without(text, wanted) is None


def test_a_near_miss_is_drawn_with_the_drafts_and_is_never_right() -> None:
    others = tuple(f"a shop of {number} rooms" for number in range(8))
    asked = Answered(
        0, "how many bikes", ("31 bikes", *others), (True, *[False] * 8), near=("bikes",)
    )
    source, untold = random.Random(0), 0
    for _ in range(40):
        drawn = sampled(Task(asked), 7, source).asked
        assert drawn.right is not None
        right = dict(zip(drawn.texts, drawn.right, strict=True))
        assert right["bikes"] is False
        assert len(right) <= 7
        untold += not any(right.values())
    assert 0 < untold < 40
