"""One assistant a resume, opened once for the tests that follow each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import Settings
from ingest.embeddings import Embedder, shared_embedder

GOLDEN = Path(__file__).parent.parent / "golden"
#: Durations of current jobs are counted to this day.
TODAY = date(2026, 11, 24)

Open = Callable[[Path], Assistant]


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The default model, which the assistants have in common."""
    return shared_embedder()


@pytest.fixture(scope="session")
def open_assistant(tmp_path_factory: pytest.TempPathFactory) -> Open:
    folder = tmp_path_factory.mktemp("indexes")

    @cache
    def opened(path: Path) -> Assistant:
        return Assistant.open(path, Settings.load(index_dir=folder), today=TODAY)

    return opened


@pytest.fixture(scope="session")
def write_resume(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("resumes")

    def write(text: str) -> Path:
        path = folder / f"resume-{abs(hash(text))}.md"
        path.write_text(text, encoding="utf-8")
        return path

    return write
