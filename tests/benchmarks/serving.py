"""How much memory `serve` takes at most, asked over HTTP, on `data/resume.md`.

    python -m tests.benchmarks.serving

The server runs in a process of its own. It is asked as a program would ask, by `POST /api/chat`,
or where it does not offer that as its own chat page asks: through Gradio's queue.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.speed import ROOT, questions

ASKED = 100
#: The most resident memory that it may take, in megabytes (10^6 bytes).
TARGET = 900

Ask = Callable[[str], str]


@contextmanager
def server(index: str) -> Iterator[tuple[str, psutil.Process]]:
    """`serve` on a free port: its address and its process, which is ended afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "serve", "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "RESUME_INDEX_DIR": index},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        address = next(
            found[1] for line in process.stdout if (found := re.search(r"(http://\S+:\d+)", line))
        )
        yield address, psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def over_api(address: str) -> Ask:
    """Ask by `POST /api/chat`. Raises `urllib.error.HTTPError` if that is not offered."""

    def ask(question: str) -> str:
        asked = {"question": question, "history": []}
        return str(json.loads(_post(f"{address}/api/chat", asked))["answer"])

    ask("Hello")
    return ask


def over_page(address: str) -> Ask:
    """Ask as the chat page does: an event joins the queue, and its stream says when it is done."""
    config = json.loads(_get(f"{address}/config"))
    kinds = {component["id"]: component["type"] for component in config["components"]}
    event = next(
        one["id"]
        for one in config["dependencies"]
        if one["types"]["generator"] and [kinds[at] for at in one["inputs"]][:1] == ["textbox"]
    )
    queue = f"{address}{config.get('api_prefix', '')}/queue"

    def ask(question: str) -> str:
        session = os.urandom(8).hex()
        _post(
            f"{queue}/join",
            {"data": [question, []], "fn_index": event, "session_hash": session},
        )
        said = ""
        with urllib.request.urlopen(f"{queue}/data?session_hash={session}", timeout=60) as stream:
            for line in stream:
                if not line.startswith(b"data:"):
                    continue
                message = json.loads(line[5:])
                if message["msg"] in ("process_generating", "process_completed"):
                    said = json.dumps(message["output"].get("data", "")) or said
                if message["msg"] == "process_completed":
                    assert message["success"], said
                    break
        return said

    return ask


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


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as response:
        body: bytes = response.read()
    return body


def _post(address: str, value: Any) -> bytes:
    request = urllib.request.Request(
        address,
        json.dumps(value).encode(),
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        body: bytes = response.read()
    return body


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, server(folder) as (address, process):
        try:
            ask, how = over_api(address), "POST /api/chat"
        except urllib.error.HTTPError:
            ask, how = over_page(address), "the chat page's queue"
        peak = 0.0
        answers = set()
        for question in questions()[:ASKED]:
            answers.add(ask(question))
            peak = peak_megabytes(process, peak)
        assert len(answers) > ASKED // 2, "the answers are hardly answers"
        print(
            f"serve: at most {peak:.0f} MB after {ASKED} questions by {how}"
            f" (target: at most {TARGET})"
        )


if __name__ == "__main__":
    main()
