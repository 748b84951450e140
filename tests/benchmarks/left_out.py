"""How much of the figures is owed to what was chosen with the questions in sight.

    python -m tests.benchmarks.left_out

Every model is trained on invented material, none on these questions. Five numbers, though, were
chosen while looking at them: the retriever's four weights and the threshold of the judgement
whether evidence supports an answer. So each resume in turn is left out: the five are chosen anew,
on the others' questions alone, from a grid around what ships, and scored on the one left out. What
that costs is the share of the figures that is a fit to the questions.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from itertools import chain, product
from pathlib import Path
from unittest.mock import patch

import assistant.retriever
import assistant.support
from assistant.chain import Assistant
from assistant.evaluation import GoldenQuestion, Mark, Report, evaluate, read_golden
from assistant.retriever import ResumeRetriever, Weights
from assistant.settings import Settings
from ingest.embeddings import Embedder
from ingest.index import ResumeIndex, open_index
from tests.benchmarks.retrieval import SETS, asked_resumes
from tests.benchmarks.tutorial import TODAY
from ui.report import table

Choice = tuple[Weights, float]

GRID: list[Choice] = [
    (Weights(topic, lexical, substance, tokens), enough)
    for topic, lexical, substance, tokens, enough in product(
        (0.2, 0.3, 0.4), (0.0, 0.05), (0.1, 0.15), (0.5, 1.0, 1.5), (0.35, 0.4, 0.45)
    )
]
SHIPPED: Choice = (Weights(), assistant.support.ENOUGH)


def marks(index: ResumeIndex, golden: Sequence[GoldenQuestion], choice: Choice) -> list[Mark]:
    """How the questions of one resume are answered with these weights and this threshold."""
    weights, enough = choice
    chosen = partial(ResumeRetriever, weights=weights)
    with (
        patch.object(assistant.retriever, "ResumeRetriever", chosen),
        patch.object(assistant.support, "ENOUGH", enough),
    ):
        asked = Assistant(index, Settings.load(), lambda: TODAY)
        return list(evaluate(asked, golden).marks)


def goodness(found: Sequence[Mark]) -> float:
    """What a choice is chosen by: the mean of the shares right and refused."""
    figures = Report(tuple(found), "").figures()
    return (figures.get("right", 0.0) + figures.get("refused", 0.0)) / 2


def main() -> None:
    """Measure and print."""
    questions, beside = SETS["Shared questions"]
    embedder = Embedder()
    with tempfile.TemporaryDirectory() as folder:
        asked = [
            (read_golden(file), open_index(resume, Path(folder) / str(number), embedder))
            for number, (file, resume) in enumerate(asked_resumes(questions, beside))
        ]
        table_of = [[marks(index, golden, choice) for golden, index in asked] for choice in GRID]
    at_home = table_of[GRID.index(SHIPPED)]
    left_out: list[Mark] = []
    for number, (_, index) in enumerate(asked):
        others = [[*chain(*row[:number], *row[number + 1 :])] for row in table_of]
        # Of equals the first of the grid is taken, whatever ships.
        best = max(range(len(GRID)), key=lambda at: goodness(others[at]))
        weights, enough = GRID[best]
        print(f"{index.resume.source.file}: {weights}, threshold {enough}")
        left_out += table_of[best][number]
    print()
    print("\n".join(table("Shipped", Report(tuple(chain(*at_home)), ""))))
    print()
    print("\n".join(table("Chosen on the other resumes only", Report(tuple(left_out), ""))))


if __name__ == "__main__":
    main()
