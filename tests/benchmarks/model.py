"""What checking adds to the time of a chat model: first sentence, and from its last token on.

    python -m tests.benchmarks.model

The model is the tests' own fake provider over HTTP, which gives a token every few milliseconds, so
that what is measured is ours. Its own first sentence is read from the same stream without us.
"""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from assistant.answer import Done, TextDelta
from assistant.chain import Assistant
from assistant.chat_models import chat_model
from assistant.settings import Settings
from tests.fake_provider import FakeProvider, Pause, Request, Step, says, sources_of, words

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden"
#: Seconds between tokens, as of a quick provider.
_PACE = 0.02
_QUESTIONS = 40


class Paced:
    """Says a line of the resume, cited, at the pace of a model; notes when it has said it."""

    def __init__(self) -> None:
        self.text = ""
        self.ended: list[float] = []

    def __call__(self, request: Request) -> Iterable[Step]:
        ended: list[float] = []
        self.ended = ended
        found = (n for n, text in sources_of(request).items() if self.text in text)
        return self._tokens(f"{self.text.rstrip('.')} [{next(found, 1)}].", ended)

    def _tokens(self, text: str, ended: list[float]) -> Iterator[Step]:
        for token in words(text, 5):
            yield Pause(_PACE)
            yield token
        # Asked for the next one, so the last is on its way. The list is that of this reply: one
        # that was left in the middle ends while the next is under way.
        ended.append(time.perf_counter())


async def _first(assistant: Assistant, question: str) -> float | None:
    """When the first sentence is let out, None if it is not the model's."""
    first, by = None, "offline"
    async for event in assistant.stream(question):
        if isinstance(event, TextDelta):
            first = first or time.perf_counter()
        elif isinstance(event, Done):
            by = event.answer.answered_by
    return None if by == "offline" else first


async def _bare(model: object, prompt: list[tuple[str, str]], end: int) -> float:
    """When the model's own first sentence is there, without us."""
    seen = 0
    async for chunk in model.astream(prompt):  # type: ignore[attr-defined]
        seen += len(chunk.text)
        if seen >= end:
            break
    return time.perf_counter()


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("OPENAI_API_KEY", "none")
    paced = Paced()
    provider = FakeProvider(says(""))
    overheads, ours, bare = [], [], []
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings.load(
                index_dir=Path(folder), model="openai:fake", model_base_url=provider.url
            )
            model = chat_model(settings)
            assistant = Assistant.open(GOLDEN / "haddad-devops.md", settings)
            lines = [one.text for _, _, one in assistant.resume.statements()]
            asked = (GOLDEN / "haddad-devops.jsonl").read_text("utf-8").splitlines()
            questions = [json.loads(line)["question"] for line in asked]
            assistant.ask(questions[0])
            for at in range(_QUESTIONS):
                paced.text = lines[(7 * at) % len(lines)]
                provider.behaviour = paced
                started = time.perf_counter()
                out = asyncio.run(_first(assistant, questions[at % len(questions)]))
                # The model was not asked (code had settled the question), or said nothing that
                # holds: a phone number is no sentence.
                if not paced.ended or out is None:
                    continue
                ours.append(out - started)
                overheads.append(out - paced.ended[0])
                started = time.perf_counter()
                messages = [("human", json.dumps({"source": 1, "text": paced.text}))]
                there = asyncio.run(_bare(model, messages, len(paced.text)))
                bare.append(there - started)
    finally:
        provider.close()
    for name, taken in (
        ("first sentence, the model's own", bare),
        ("first sentence, checked", ours),
        ("from its last token to its release", overheads),
    ):
        p50, p95 = np.percentile(taken, [50, 95]) * 1000
        print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {len(taken)} questions")
    print("(target: at most 30 ms from a sentence's last token to its release)")


if __name__ == "__main__":
    main()
