"""The README tells the truth: its examples are run."""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from ui.cli import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\| `resume-assistant (\w+) (.*?)` \|", README, re.MULTILINE)


@pytest.fixture(autouse=True)
def index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """One index for all, away from the checkout's."""
    monkeypatch.setenv("RESUME_INDEX_DIR", str(tmp_path_factory.getbasetemp() / "readme-index"))
    monkeypatch.chdir(ROOT)


def block(language: str, start: str) -> str:
    (found,) = re.findall(rf"^```{language}\n({re.escape(start)}.*?)^```$", README, re.M | re.S)
    return str(found)


@pytest.mark.parametrize(("command", "usage"), COMMANDS)
def test_every_command_takes_the_options_that_are_shown(command: str, usage: str) -> None:
    known = CliRunner().invoke(app, [command, "--help"]).stdout
    for option in re.findall(r"--[a-z]+", usage):
        assert f" {option} " in known


def test_the_example_of_ask_is_what_is_printed() -> None:
    typed, _, shown = block("", "$ .venv/bin/resume-assistant ask ").partition("\n")
    question = re.search(r'"(.+)"', typed)
    assert question and shown
    assert CliRunner().invoke(app, ["ask", question[1]]).stdout == shown


def test_the_example_in_python_prints_the_same_answer() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(block("python", "from assistant"), {})
    answer = block("", "$ .venv/bin/resume-assistant ask ").splitlines()[1]
    assert printed.getvalue().startswith(answer)
