"""What somebody is best at, of the sort that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assistant.conftest import Open

RESUME = """# Ilse Brandt

## Work

### Toolmaker, Weserform | 2018 - now

- Wrote the tool database in Python

## Skills

- Software: Python, FreeCAD, Excel

## Languages

- German: native speaker
- Danish: basic
"""


@pytest.mark.parametrize("question", ["what's she best at coding wise", "strongest software?"])
def test_nobody_codes_best_in_a_language_that_is_spoken(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str
) -> None:
    assert "German" not in open_assistant(write_resume(RESUME)).ask(question).answer
