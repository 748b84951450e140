"""The eight resumes of `tests/fixtures/fidelity` in every format: files, readings, figures."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.export import to_json_resume
from ingest.readers.registry import reader_for
from ingest.resume import Resume
from tests.fidelity_render.compose import page_of
from tests.fidelity_render.habits import HABITS, Habit
from tests.fidelity_render.page import Page, words_of
from tests.fidelity_render.to_docx import to_docx
from tests.fidelity_render.to_html import to_html
from tests.fidelity_render.to_markdown import to_markdown
from tests.fidelity_render.to_pdf import prints
from tests.fidelity_render.to_text import to_text
from tests.fidelity_render.to_yaml import to_yaml
from tests.fidelity_score import Score, score

FOLDER = Path(__file__).parent / "fixtures" / "fidelity"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
#: Those that are kept as PDFs, too; the others have employers and roles without any sign of one.
PRINTED = [name for name in NAMES if (FOLDER / "pdf" / f"{name}-plain.pdf").exists()]

Json = dict[str, Any]


@dataclass(frozen=True)
class Rendering:
    """One resume in one format: its file, and the words that stand in it."""

    name: str
    data: bytes
    truth: Json
    shown: Callable[[str | None], str | None]
    words: Counter[str] | None


@cache
def truth(name: str) -> Json:
    """The resume that all renderings of this name show."""
    found: Json = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _whole(day: str | None) -> str | None:
    return day


def _written(
    write: Callable[[Page, Habit], bytes], suffix: str
) -> Callable[[], Iterator[Rendering]]:
    """Renders every resume with every habit."""

    def render() -> Iterator[Rendering]:
        for name in NAMES:
            for at, habit in enumerate(HABITS):
                page = page_of(truth(name), habit)
                data = write(page, habit)
                yield Rendering(
                    f"{name}-{at}{suffix}", data, truth(name), habit.shown, page.words()
                )

    return render


def _json() -> Iterator[Rendering]:
    for name in NAMES:
        data = (FOLDER / f"{name}.json").read_bytes()
        yield Rendering(f"{name}.json", data, truth(name), _whole, None)


def _yaml() -> Iterator[Rendering]:
    for name in NAMES:
        yield Rendering(f"{name}.yaml", to_yaml(truth(name)), truth(name), _whole, None)


def _printed(*layouts: str) -> Callable[[], Iterator[Rendering]]:
    """The PDFs that are kept in git, each resume with one habit a layout."""

    def render() -> Iterator[Rendering]:
        for one in prints(PRINTED):
            if one.layout in layouts:
                page = page_of(truth(one.name), one.habit)
                data = one.file.read_bytes()
                yield Rendering(one.file.name, data, truth(one.name), one.habit.shown, page.words())

    return render


FORMATS: dict[str, Callable[[], Iterator[Rendering]]] = {
    "JSON": _json,
    "YAML": _yaml,
    "Markdown": _written(to_markdown, ".md"),
    "HTML": _written(to_html, ".html"),
    "Word": _written(to_docx, ".docx"),
    "plain text": _written(to_text, ".txt"),
    "PDF, one column": _printed("plain", "ruled", "word"),
    "PDF, sidebar": _printed("sidebar"),
}
#: The F1 that each field of `tests.fidelity_score.FIELDS` must reach.
TARGETS = {
    "JSON": 1.0, "YAML": 1.0, "Markdown": 0.98, "HTML": 0.98, "Word": 0.98, "plain text": 0.95,
    "PDF, one column": 0.95, "PDF, sidebar": 0.90,
}  # fmt: skip


@dataclass
class Figures:
    """What was measured of one format."""

    score: Score
    lost: Counter[str]
    seconds: float = 0.0
    files: int = 0


def measure(renderings: Iterator[Rendering]) -> Figures:
    """Read every rendering and compare it with the truth."""
    figures = Figures(Score(), Counter())
    for one in renderings:
        started = time.perf_counter()
        resume = reader_for(one.data, one.name).read(one.data, one.name)
        figures.seconds += time.perf_counter() - started
        figures.files += 1
        found = score(one.truth, to_json_resume(resume), one.shown)
        found.faults = [f"{one.name}: {fault}" for fault in found.faults]
        figures.score.add(found)
        if one.words is not None:
            figures.lost += lost(one.words, resume)
    return figures


def lost(shown: Counter[str], resume: Resume) -> Counter[str]:
    """Words of the page that stand in no heading or statement of the resume."""
    read = Counter(word for _, _, part in resume.walk() for word in words_of(part.text))
    return shown - read
