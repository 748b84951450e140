"""Whatever happens to a file in JSON or YAML: it is read whole, or refused in one line."""

from __future__ import annotations

import random

from fuzzing import FILES, broken_promises, damaged_file
from hypothesis import given, settings
from hypothesis import strategies as st


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_with_nothing_lost_or_refused(chance: random.Random) -> None:
    name, data = damaged_file(chance)
    assert not broken_promises(name, data), data


def test_every_fixture_is_among_those_that_are_damaged() -> None:
    assert {file.suffix for file in FILES} == {".json", ".yaml", ".yml"}
    assert all(broken_promises(file.name, file.read_bytes()) == [] for file in FILES)
