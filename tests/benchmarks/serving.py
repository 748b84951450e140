"""How much memory `serve` takes at most, asked over HTTP, on `data/resume.md`.

    python -m tests.benchmarks.serving

The server runs in a process of its own. It is asked as a program would ask, by `POST /api/chat`.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from tests.benchmarks.speed import ROOT, questions

ASKED = 100
#: The most resident memory that it may take, in megabytes (10^6 bytes).
TARGET = 900


@contextmanager
def server(index: str, **settings: str) -> Iterator[tuple[str, psutil.Process]]:
    """`serve` on a free port once it is ready: its address, and its process, which ends after."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "serve", "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "RESUME_INDEX_DIR": index, **settings},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        address = next(
            found[1] for line in process.stdout if (found := re.search(r"(http://\S+:\d+)", line))
        )
        assert any(line.startswith("Ready") for line in process.stdout), "it ended before it began"
        yield address, psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def peak_megabytes(process: psutil.Process, before: float) -> float:
    """The most resident memory so far, in megabytes (10^6 bytes).

    Linux keeps count; elsewhere it is what was seen now and `before`.
    """
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        if found:
            return int(found[1]) * 1024 / 1e6
    return max(before, process.memory_info().rss / 1e6)


def main() -> None:
    """Measure and print."""
    # One program asks them all, faster than a visitor may.
    often = {"RESUME_RATE_PER_ADDRESS": "1000/second", "RESUME_RATE_OVERALL": "1000/second"}
    with (
        tempfile.TemporaryDirectory() as folder,
        server(folder, **often) as (address, process),
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        peak = 0.0
        answers = set()
        for question in questions()[:ASKED]:
            response = client.post("/api/chat", json={"question": question}).raise_for_status()
            answers.add(response.json()["answer"])
            peak = peak_megabytes(process, peak)
        assert len(answers) > ASKED // 2, "the answers are hardly answers"
        print(f"serve: at most {peak:.0f} MB after {ASKED} questions (target: at most {TARGET})")


if __name__ == "__main__":
    main()
