"""Words in common: what counts as the same word, and how much sharing it is worth."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.lexical import BM25, question_words, words


def scores(texts: list[str], question: str) -> list[float]:
    return BM25([words(text) for text in texts]).scores(question_words(question)).tolist()


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Deployed services", "deploying a service"),
        ("front-end work", "frontend?"),
        ("面包店", "店"),
    ],
)
def test_forms_of_a_word_meet(written: str, asked: str) -> None:
    assert set(words(written)) & set(question_words(asked))


def test_signs_tell_languages_apart() -> None:
    assert not set(words("C++")) & set(words("C"))
    assert not set(words("C#")) & set(words("C"))


def test_what_shapes_a_question_is_not_looked_for() -> None:
    assert question_words("Has she ever worked with Terraform?", ignored=words("worked")) == [
        "terraform"
    ]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    texts = ["bread ovens", "bread ledgers", "bread rye", "bread shifts"]
    common, rare = scores(texts, "bread ovens")[1], scores(texts, "ovens")[0]
    assert 0 < common < rare


def test_the_share_is_of_the_whole_question() -> None:
    (one,) = scores(["ovens of stone"], "ovens")
    (one_of_two,) = scores(["ovens of stone"], "ovens dragons")
    assert 0 < one_of_two < one <= 1.2


def test_no_word_in_common_is_zero() -> None:
    assert scores(["ovens", "ledgers"], "dragons") == [0, 0]
    assert scores(["ovens"], "") == [0]
    assert np.array_equal(BM25([]).scores(["ovens"]), [])
