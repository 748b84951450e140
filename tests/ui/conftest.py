from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from served import Server

ROOT = Path(__file__).resolve().parents[2]

Finished = subprocess.CompletedProcess[str]
Run = Callable[..., Finished]
Start = Callable[..., Server]

RESUME = """\
# Ada Wren

ada@wren.example

## Experience

### Tern Airways, Bristol, 2016 - 2020

- Ran the Kafka clusters behind the booking system
- Wrote payment services in Go

## Skills

Languages: Go, Python
"""


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "wren.md"
    file.write_text(RESUME, encoding="utf-8")
    return file


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment without settings of ours, and an index folder that starts empty."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    return kept | {"RESUME_INDEX_DIR": str(tmp_path / "index")}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs the command as users do, in a process of its own, somewhere outside of the checkout."""

    def run_command(
        *arguments: str, script: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        command = [str(script)] if script else ["-m", "ui.cli"]
        return subprocess.run(
            [sys.executable, *command, *arguments],
            cwd=tmp_path,
            env=environment | {"PYTHONPATH": str(ROOT)} | variables,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run_command


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Starts servers, by a script of this folder in place of the command; they end with the test.

    Other tests may keep the machine busy, so questions wait for the assistant as long as it takes.
    """
    started: list[Server] = []
    patient = environment | {"RESUME_MAX_WAIT_SECONDS": "600"}

    def start_server(
        *arguments: str, script: str | None = None, folder: Path | None = None, **variables: str
    ) -> Server:
        file = Path(__file__).with_name(script) if script else None
        started.append(Server(patient | variables, *arguments, script=file, folder=folder))
        return started[-1]

    yield start_server
    for server in started:
        server.kill()
