"""How the beginner's tutorial does on the questions of this project, beside the assistant.

    python -m tests.benchmarks.tutorial

`assistant.baseline` says what the tutorial's pipeline is. Its number of chunks and its threshold
are the best on all of a set's questions together. Durations are counted to `TODAY`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assistant.baseline import tutorial
from assistant.chain import Assistant
from assistant.evaluation import GoldenQuestion, Mark, Report, evaluate, read_golden
from assistant.settings import Settings
from ingest.embeddings import Embedder
from ingest.index import open_index
from ingest.resume import Resume
from tests.benchmarks.retrieval import SETS, asked_resumes
from ui.report import setting_text, table

TODAY = date(2026, 11, 24)


def main() -> None:
    """Measure and print."""
    embedder = Embedder()
    for title, (questions, resumes) in SETS.items():
        pairs = [(read_golden(file), one) for file, one in asked_resumes(questions, resumes)]
        if pairs:
            print(f"\n{title}, {len(pairs)} resumes\n")
            compare(pairs, embedder)


def compare(pairs: Sequence[tuple[Sequence[GoldenQuestion], Resume]], embedder: Embedder) -> None:
    """Print the assistant's figures and the tutorial's on the same questions."""
    marks: list[Mark] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (golden, resume) in enumerate(pairs):
            index = open_index(resume, Path(folder) / str(number), embedder)
            marks += evaluate(Assistant(index, Settings.load(), lambda: TODAY), golden).marks
    baseline, setting = tutorial([(one, golden) for golden, one in pairs], embedder, TODAY)
    print("\n".join(table("Assistant", Report(tuple(marks), ""))))
    print()
    print("\n".join(table(f"Tutorial pipeline, {setting_text(setting)}", baseline)))


if __name__ == "__main__":
    main()
