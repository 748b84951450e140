"""`--resume` more than once, and several paths in RESUME_RESUME."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import RESUME, Run
from fake_assistant import FakeAssistant
from typer.testing import CliRunner

from assistant.settings import Settings
from ui.cli import Services, app

DATA = "projects:\n  - {name: Lampwatch, description: Counts flashes.}\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "wren.md", tmp_path / "projects.yaml"
    first.write_text(RESUME, encoding="utf-8")
    second.write_text(DATA, encoding="utf-8")
    return first, second


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RESUME_")]:
        monkeypatch.delenv(name)


def exported(*arguments: str) -> dict[str, object]:
    result = CliRunner().invoke(app, ["export", *arguments])
    assert result.exit_code == 0, result.stderr
    document: dict[str, object] = json.loads(result.stdout)
    return document


def test_the_option_may_be_given_for_each_file(files: tuple[Path, Path]) -> None:
    document = exported("--resume", str(files[0]), "--resume", str(files[1]))
    assert document["basics"]["name"] == "Ada Wren"  # type: ignore[index]
    assert document["projects"] == [{"name": "Lampwatch", "description": "Counts flashes."}]
    assert "work" in document


def test_the_variable_has_several_paths_as_path_has_them(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESUME_RESUME", os.pathsep.join(map(str, files)))
    assert Settings.load().resume == files
    assert "projects" in exported()


def test_the_option_takes_the_place_of_the_variable(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESUME_RESUME", os.pathsep.join(map(str, files)))
    assert "projects" not in exported("--resume", str(files[0]))


def test_a_file_may_have_the_separator_in_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / f"cv{os.pathsep}2026.md"
    odd.write_text(RESUME, encoding="utf-8")
    monkeypatch.setenv("RESUME_RESUME", str(odd))
    assert Settings.load().resume == (odd,)


def test_the_default_is_one_file() -> None:
    (path,) = Settings.load().resume
    assert path.name == "resume.md"


@pytest.mark.parametrize("command", [["ask", "Go?"], ["ingest"], ["serve", "--port", "0"]])
def test_every_command_opens_all_files(command: list[str], files: tuple[Path, Path]) -> None:
    opened: list[tuple[Path, ...]] = []

    def open_assistant(settings: Settings, say: object) -> FakeAssistant:
        opened.append(settings.resume)
        raise KeyboardInterrupt

    arguments = [*command, "--resume", str(files[0]), "--resume", str(files[1])]
    CliRunner().invoke(app, arguments, obj=Services(open_assistant=open_assistant))  # type: ignore[arg-type]
    assert opened == [files]


def test_the_line_of_an_error_names_the_file_at_fault(files: tuple[Path, Path]) -> None:
    files[1].write_text("projects: [\n")
    result = CliRunner().invoke(
        app, ["export", "--resume", str(files[0]), "--resume", str(files[1])]
    )
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: projects.yaml, line 2, column 1 is not valid YAML")


def test_ingest_shows_what_was_left_out_and_of_which_file(
    run: Run, files: tuple[Path, Path]
) -> None:
    files[1].write_text(DATA + "secret: {private: true, pin: 4711}\n")
    result = run("ingest", "--show", "--resume", str(files[0]), "--resume", str(files[1]))
    assert result.returncode == 0
    assert "Left out\n  projects.yaml line 3: secret is marked private.\n" in result.stdout
    assert "4711" not in result.stdout
    assert "wren.md, projects.yaml: " in result.stdout
