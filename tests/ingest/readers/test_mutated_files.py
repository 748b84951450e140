"""No damage to a file makes a reader raise anything but its one clear line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers.plain.reader import PlainTextReader
from tests.fidelity_markdown import check_spans
from tests.fuzz_readers import SUFFIXES, tried


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9))
def test_a_damaged_file_is_read_truly_or_refused(suffix: str, seed: int) -> None:
    assert tried(suffix, seed) in ("read", "refused")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    # What has a NUL in it is no text, and refused as such.
    text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
        str.strip
    )
)
def test_any_text_is_read_with_true_spans(text: str) -> None:
    assert check_spans(PlainTextReader().read(text.encode(), "resume.txt")) == []
