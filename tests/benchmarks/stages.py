"""How long each stage of an answer takes.

The stages are what they are called by: a stage's time is that inside its function, less that of the
stages which it calls. They are wrapped from outside, for the time of one measurement, because the
finer ones (embedding, search, composing) are no runnables of the chain that a callback would see.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np

from assistant.chain import Assistant
from assistant.compose import Citer
from assistant.cross_encoder import CrossEncoder
from assistant.extractive import ExtractiveAnswerer
from assistant.question import Reader
from assistant.retriever import ResumeRetriever
from ingest.embeddings import Embedder

#: A stage, and the function in which it happens.
STAGES: tuple[tuple[str, type, str], ...] = (
    ("chain", Assistant, "ask"),
    ("embed", Embedder, "encode"),
    ("understand", Reader, "read"),
    ("search", ResumeRetriever, "search"),
    ("read", CrossEncoder, "scores"),
    ("draft", ExtractiveAnswerer, "answer"),
    ("compose", Citer, "write"),
)


class Stopwatch:
    """Times stages. `questions` holds the seconds of each stage, a dictionary a question."""

    def __init__(self) -> None:
        self.questions: list[dict[str, float]] = []
        self._inner: list[float] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While this lasts, assistants that are made are timed; those made before are not."""
        with ExitStack() as patches:
            for stage, owner, name in STAGES:
                timed = self._timed(stage, getattr(owner, name))
                patches.enter_context(patch.object(owner, name, timed))
            yield

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if stage == "chain":
                self.questions.append(defaultdict(float))
            self._inner.append(0.0)
            started = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                taken = time.perf_counter() - started
                inside = self._inner.pop()
                if self._inner:
                    self._inner[-1] += taken
                if self.questions:
                    self.questions[-1][stage] += taken - inside

        return run

    def lines(self) -> Iterator[str]:
        """p50 and p95 of each stage in milliseconds, and its share of all the time."""
        whole = sum(sum(one.values()) for one in self.questions)
        for stage, _, _ in STAGES:
            taken = np.array([one.get(stage, 0.0) for one in self.questions])
            p50, p95 = np.percentile(taken, [50, 95]) * 1000
            share = 100 * taken.sum() / whole
            yield f"  {stage:12} p50 {p50:5.2f} ms, p95 {p95:5.2f} ms, {share:3.0f} % of the time"
