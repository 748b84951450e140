"""How long an answer takes, from the command line and in one process, and what it costs.

    python -m tests.benchmarks.speed

Times are printed beside what cannot be avoided, measured in the same run: the bare embedding of
the same questions as sentence-transformers does it, and the bare imports of the dependencies that
`ask` needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import psutil

from assistant.chain import Assistant
from assistant.golden.question import read_golden
from assistant.settings import Settings
from assistant.training.material import golden_files
from ingest.embeddings import Embedder
from tests.benchmarks.stages import Stopwatch

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden"
RUNS = 3
_IMPORTS = (
    "import numpy, pydantic, typer, torch, sentence_transformers, chromadb, langchain_chroma,"
    " langchain_core.runnables, pydantic_settings, markdown_it, rapidfuzz"
)


def questions() -> list[str]:
    """The golden questions of this repository, as text."""
    return [
        json.loads(line)["question"]
        for file in sorted(GOLDEN.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]


def seconds_of(*command: str, **environment: str) -> float:
    """The median wall time of a command, in seconds."""
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(  # fixed commands of our own
            [sys.executable, *command],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **environment},
        )
        taken.append(time.perf_counter() - started)
    return float(np.median(taken))


def own_questions(settings: Settings) -> list[tuple[Assistant, str]]:
    """The golden questions, each with an assistant that has read the resume that it is about."""
    asked: list[tuple[Assistant, str]] = []
    for resume, file in golden_files(GOLDEN):
        assistant = Assistant.open(resume, settings)
        asked += [(assistant, one.question) for one in read_golden(file)]
    return asked


def in_process(asked: Sequence[tuple[Assistant, str]], embedder: Embedder) -> None:
    """Print what an answer takes beside the bare embedding of its question, turn by turn.

    "read" is that embedding as it is done to answer: by layers of our own, in bfloat16 where the
    processor has it (see `ingest.layers`). The ratio is given of all measurements, and of each
    question's fastest of `RUNS`: other work on the machine slows either, never speeds it up.
    """
    for assistant, question in asked:
        assistant.ask(question)
    taken = np.empty((3, RUNS, len(asked)))
    for run in range(RUNS):
        for at, (assistant, question) in enumerate(asked):
            started = time.perf_counter()
            embedder.encode([question])
            embedded = time.perf_counter()
            embedder.read(question)
            read = time.perf_counter()
            assistant.ask(question)
            ended = time.perf_counter()
            taken[:, run, at] = embedded - started, read - embedded, ended - read
    for name, seconds in zip(("bare embedding", "read", "ask"), taken, strict=True):
        p50, p95 = np.percentile(seconds, [50, 95]) * 1000
        print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {RUNS} x {len(asked)} questions")
    bare, _, whole = np.median(taken, axis=(1, 2))
    fastest_bare, _, fastest = np.median(taken.min(axis=1), axis=1)
    print(
        f"ask / bare embedding at p50: {whole / bare:.2f}, each at its fastest"
        f" {fastest / fastest_bare:.2f} (target: at most 1.5; p95 under 100 ms)"
    )


def by_stage(settings: Settings) -> None:
    """Print what each stage of an answer takes, "chain" being what is in none of the others."""
    watch = Stopwatch()
    with watch.watching():
        asked = own_questions(settings)
        watch.questions.clear()  # what was embedded for the indexes
        for assistant, question in asked:
            assistant.ask(question)
    print("stages of ask:")
    print("\n".join(watch.lines()))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load(index_dir=Path(folder))
        Embedder(settings.embedding_model).load()
        started = time.perf_counter()
        assistant = Assistant.open(settings.resume, settings)
        took = time.perf_counter() - started
        print(f"index of {assistant.resume.source.file}: built in {took:.1f} s")
        in_process(own_questions(settings), assistant.embedder)
        print(f"memory of this process: {psutil.Process().memory_info().rss / 1e6:.0f} MB")
        by_stage(settings)
        imports = seconds_of("-c", _IMPORTS)
        typed = seconds_of("-m", "ui.cli", "ask", "Kafka?", RESUME_INDEX_DIR=folder)
        print(
            f"bare imports {imports:.2f} s, `ask` {typed:.2f} s, ratio {typed / imports:.2f}"
            " (target: at most 1.3)"
        )


if __name__ == "__main__":
    main()
