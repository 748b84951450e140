from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sentence_stream import Sentences


def cut(text: str, size: int) -> list[str]:
    stream = Sentences()
    found = []
    for at in range(0, len(text), size):
        found += stream.feed(text[at : at + size])
    rest = stream.end()
    return [*found, rest] if rest else found


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ran it [1]. Left in 3.5 years [2, 3]. Done.",
         ["Ran it [1].", "Left in 3.5 years [2, 3].", "Done."]),
        ("One thing. [1] Another. [2][3] Third", ["One thing. [1]", "Another. [2][3]", "Third"]),
        ("- Ran it [1]\n- Wrote [2]\n\nDone [3].", ["- Ran it [1]", "- Wrote [2]", "Done [3]."]),
        ("Ran it\n[1]\nWrote it [2]", ["Ran it\n[1]", "Wrote it [2]"]),
        ("With e.g. Kafka at St. Mary [1]. At U.S. firms [2]!",
         ["With e.g. Kafka at St. Mary [1].", "At U.S. firms [2]!"]),
        ("はい。Kafka を使った [1]。次【2】。", ["はい。", "Kafka を使った [1]。", "次【2】。"]),
        ("<think>Hm. Is it [9]? Yes.</think>Ran it [1].", ["Ran it [1]."]),
        ("So:\n```python\nprint(x[1]). y\n```\nRan it [2].", ["So:", "Ran it [2]."]),
        ("Ran it [1", ["Ran it [1"]),
        ("```never closed [1]. Ran it [2].", []),
    ],
)  # fmt: skip
def test_sentences_are_the_same_however_the_stream_is_cut(
    text: str, sentences: list[str], size: int
) -> None:
    assert cut(text, size) == sentences


def test_a_sentence_with_its_marker_is_released_with_its_full_stop() -> None:
    stream = Sentences()
    assert stream.feed("Ran Kafka [1]") == []
    assert stream.feed(".") == ["Ran Kafka [1]."]


def test_a_sentence_without_one_waits_for_a_marker_that_may_come() -> None:
    stream = Sentences()
    assert stream.feed("Ran Kafka. ") == []
    assert stream.feed("[") == []
    assert stream.feed("1] Wrote") == ["Ran Kafka. [1]"]


def test_a_line_without_an_end_is_cut_some_time() -> None:
    assert len(Sentences().feed("word " * 2000)) > 1


@given(st.text(alphabet="ab .[]1`<think>/\n。", max_size=80), st.integers(1, 9))
def test_no_cut_loses_or_adds_a_word(text: str, size: int) -> None:
    assert "".join("".join(cut(text, size)).split()) == "".join("".join(cut(text, 1000)).split())
