"""Another language is told from English, and English never taken for another."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from assistant.language import ASK_IN_ENGLISH, foreign_language, is_english
from assistant.training.labelled import filled, labelled
from tests.assistant.conftest import GOLDEN, Open


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("¿Ha trabajado con Kafka?", "es"),
        ("Welche Sprachen spricht er und wo hat er studiert?", "de"),
        ("Où a-t-il étudié ?", "fr"),
        ("Quanti anni di esperienza ha?", "it"),
        ("Работал ли он с Kafka?", "ru"),
        ("彼はKafkaを使ったことがありますか", "ja"),
        ("هل عمل مع كافكا؟", "ar"),
    ],
)
def test_a_question_in_another_language_is_known_by_it(question: str, language: str) -> None:
    assert foreign_language(question) == language


def test_no_english_question_of_the_training_material_is_taken_for_another_language() -> None:
    rows = filled(labelled("questions"), 1)
    asked = [row.text for row in rows if row.labels != ("injection",)]
    assert [text for text in asked if foreign_language(text)] == []


@pytest.mark.parametrize("question", ["kafka?", "Müller?", "yrs exp", "C++", "…", ""])
def test_a_fragment_is_not_judged(question: str) -> None:
    assert foreign_language(question) is None


def test_the_answer_says_in_that_language_to_ask_in_english(open_assistant: Open) -> None:
    answer = open_assistant(GOLDEN / "haddad-devops.md").ask("¿Cuántos años de experiencia tiene?")
    assert answer.answer == ASK_IN_ENGLISH["es"]
    assert answer.status is Status.DECLINED


@pytest.mark.parametrize(
    ("page", "english"),
    [
        ("Kept the log of a car ferry for five winters and taught the crew", True),
        ("Python, Docker, Kubernetes", True),
        ("", True),
        ("Führung eines Teams von sieben Konstrukteuren, Abstimmung mit der Fertigung", False),
        ("高级后端工程师 负责支付系统的设计与开发", False),
    ],
)
def test_the_language_of_a_page_is_told_by_its_small_words(page: str, english: bool) -> None:
    assert is_english(page) == english
