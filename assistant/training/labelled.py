"""The labelled questions of this folder: what recruiters ask, and what it asks for.

Each line is a label and a question; `{placeholders}` stand for names.

* `questions_*.tsv`, `everyday_*.tsv`: written for this purpose, about people who do not exist.
* `answered_*.tsv`: asked of resumes to find what the assistant gets wrong, with each label by which
  the answer came out right (weak supervision by what an interpretation yields: Clarke et al.,
  "Driving semantic parsing from the world's response", CoNLL 2010). The tests' golden questions are
  not among them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Labelled:
    """A question and what it asks for; of several labels either is right."""

    labels: tuple[str, ...]
    text: str


def labelled(name: str) -> list[Labelled]:
    """The labelled questions of the files of a name as written, without repeats."""
    rows: dict[str, tuple[str, ...]] = {}
    for file in sorted(_HERE.glob(f"{name}_*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            labels, _, question = line.partition("\t")
            if question:
                rows.setdefault(question.strip(), tuple(labels.split("|")))
    return [Labelled(labels, text) for text, labels in rows.items()]


def fillers() -> dict[str, list[str]]:
    """Names for each placeholder, from `names.tsv` (placeholder, names)."""
    names: dict[str, list[str]] = {}
    for line in (_HERE / "names.tsv").read_text("utf-8").splitlines():
        kind, _, rest = line.partition("\t")
        names[kind] = rest.split("|")
    names["year"] = [str(year) for year in range(1995, 2027)]
    return names


def filled(rows: list[Labelled], times: int, seed: int = 0) -> Iterator[Labelled]:
    """Each question with its placeholders filled, `times` ways; half of them in small letters.

    Those without placeholders come once.
    """
    source = random.Random(seed)  # noqa: S311 - reproducible data, not secrets
    names = fillers()
    for row in rows:
        for _ in range(times if "{" in row.text else 1):
            text = re.sub(r"\{(\w+)\}", lambda hole: source.choice(names[hole[1]]), row.text)
            if source.random() < 0.5:
                text = text.lower()
            yield Labelled(row.labels, text)
