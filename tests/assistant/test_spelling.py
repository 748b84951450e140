"""Slips of the fingers in questions are mended, and nothing else is."""

from __future__ import annotations

import pytest

from assistant.spelling import spelled


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("any kuberntes?", "any kubernetes?"),
        ("kafak", "kafka"),
        ("Postgrsql and terrafrom", "postgresql and terraform"),
        ("elasticsarch exp", "elasticsearch exp"),
    ],
)
def test_a_misspelt_skill_is_spelled_right(typed: str, meant: str) -> None:
    assert spelled(typed, frozenset({"postgresql"})) == meant


def test_a_misspelt_word_of_the_resume_is_spelled_right() -> None:
    assert (
        spelled("what did she do at havsvnid", frozenset({"havsvind"}))
        == "what did she do at havsvind"
    )


@pytest.mark.parametrize(
    "question",
    [
        "has the electrician wired a whole house",
        "how many lakhs does he want",
        "quickest way to reach her",
        "what did he do at Hooli",
        "is she a millennial",
        "orcid?",
    ],
)
def test_what_may_be_another_word_is_left_alone(question: str) -> None:
    assert spelled(question, frozenset({"holidays"})) == question
