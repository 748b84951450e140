"""Whoever waits longer than two seconds is told what for, in every command that reads a resume."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time

import pytest
from conftest import ROOT
from pdf_hostile import SLOW

from ingest.progress import told

#: A PDF that is worked on until its time is over, and what there is to see of that.
ENDLESS = "a pattern of a hundredth of a point"
COMMANDS = {"ask": ["ask", "Lamps?"], "ingest": ["ingest"], "serve": ["serve", "--port", "0"]}


def test_what_takes_long_is_told_again_and_again_until_it_is_done() -> None:
    said: list[str] = []
    with told("Reading cv.pdf", said.append, patience=0.01):
        time.sleep(0.2)
    count = len(said)
    assert count >= 2
    assert all(re.fullmatch(r"Reading cv\.pdf \(\d+ s so far\)\.", line) for line in said)
    time.sleep(0.05)
    assert len(said) == count


def test_what_is_quick_is_not_told() -> None:
    said: list[str] = []
    with told("Reading cv.pdf", said.append):
        pass
    assert said == []


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Exit code and all that is shown on the terminal, of each command, over an endless PDF."""
    folder = tmp_path_factory.mktemp("slow")
    resume = folder / "slow.pdf"
    resume.write_bytes(SLOW[ENDLESS][0]())
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    environment = kept | {"RESUME_INDEX_DIR": str(folder / "index"), "PYTHONPATH": str(ROOT)}
    started = {}
    for name, arguments in COMMANDS.items():
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "ui.cli", *arguments, "--resume", str(resume)]
        running = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        started[name] = running, ours
    shown = {}
    for name, (running, ours) in started.items():
        shown[name] = running.wait(120), _read(ours)
    return shown


def _read(terminal: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(terminal, 4_096)
        except OSError:  # how Linux says that the other end is closed
            part = b""
        if not part:
            os.close(terminal)
            return b"".join(parts).decode()
        parts.append(part)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_person_who_waits_for_a_long_pdf_sees_that_it_is_read(
    seen: dict[str, tuple[int, str]], command: str
) -> None:
    code, shown = seen[command]
    assert len(re.findall(r"Reading slow\.pdf \(\d s so far\)\.", shown)) >= 2
    assert "slow.pdf takes more than 8 s" in shown
    assert code == 1
