"""Markup inside a JSON value is not shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.visible import visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[Harbour School](https://harbour.example.com)", "Harbour School"),
        ("Mate of the <i>Sula</i>, **not** master", "Mate of the Sula, not master"),
        ("Salt &amp; Cedar", "Salt & Cedar"),
        ("used `make` and snake_case", "used make and snake_case"),
        ("C* and D*, 5 * 3", "C* and D*, 5 * 3"),
        ("plain", "plain"),
    ],
)
def test_words_stay_and_markup_goes(written: str, seen: str) -> None:
    assert visible(written) == seen


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(visible(text), str)
