from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Met Dr. Faro of Main St. Co.", ["Met Dr. Faro of Main St. Co."]),
        ("J. R. Bauer led it. She left.", ["J. R. Bauer led it.", "She left."]),
        ("Saved $1.1 billion. Python 3.11 too", ["Saved $1.1 billion.", "Python 3.11 too"]),
        ('He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
        ("Paper (with dr hab. Ola Kruk). Sold.", ["Paper (with dr hab. Ola Kruk).", "Sold."]),
        ("Left (it closed. Twice.) She came.", ["Left (it closed. Twice.)", "She came."]),
        ("Wait... What now?", ["Wait...", "What now?"]),
        ("no capital. so one sentence", ["no capital. so one sentence"]),
        ("我写代码。也画画。", ["我写代码。", "也画画。"]),
        ("", []),
        ("   ", []),
    ],
)  # fmt: skip
def test_prose_is_cut_at_the_ends_of_its_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(
    st.text() | st.lists(st.sampled_from([".", " ", "A", "St.", "!", '"', "é", "。"])).map("".join)
)
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(part == part.strip() for part in split(text))


@pytest.mark.parametrize("unit", ["St. ", ".", ". ", "a. B. ", "Word. "])
def test_long_texts_take_no_more_than_their_share_of_time(unit: str) -> None:
    start = time.process_time()
    sentence_spans(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 5
