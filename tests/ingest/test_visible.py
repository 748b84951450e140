"""Markup inside a value is not shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.visible import unmarked, visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[Harbour School](https://harbour.example.com)", "Harbour School"),
        ("Mate of the <i>Sula</i>, **not** master", "Mate of the Sula, not master"),
        ("Salt &amp; Cedar", "Salt & Cedar"),
        ("used `make` and snake_case", "used make and snake_case"),
        ("C* and D*, 5 * 3", "C* and D*, 5 * 3"),
        ("plain", "plain"),
        ("Map<String, Integer> and <brackets>", "Map<String, Integer> and <brackets>"),
        ("<p>One</p><br/>", "One"),
    ],
)
def test_words_stay_and_markup_goes(written: str, seen: str) -> None:
    assert visible(written) == seen


def test_words_that_would_be_made_of_two_stay_as_they_are_written() -> None:
    assert unmarked("**Lamp**  keeper") == "Lamp keeper"
    assert unmarked("A*nother* lamp") == "A*nother* lamp"


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(visible(text), str)
