from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run
from fake_assistant import FakeAssistant, services
from typer.testing import CliRunner, Result

from ui.cli import app

FAKE = Path(__file__).with_name("with_fake.py")


def command(*arguments: str, fake: FakeAssistant | None = None) -> Result:
    return CliRunner().invoke(app, arguments, obj=services(fake or FakeAssistant()))


def questions(folder: Path, *lines: str) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def the_line(result: Result | subprocess.CompletedProcess[str]) -> str:
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line


def test_ask_prints_the_answer_and_below_it_numbered_citations() -> None:
    result = command("ask", "Kafka?")
    assert result.exit_code == 0
    assert result.stdout == (
        "You asked: Kafka? [1]\n\n[1] Work > Tern, wren.md lines 4-5: “Ran Kafka at Tern”\n"
    )


def test_ask_as_json_prints_one_object_without_an_id() -> None:
    answer = json.loads(command("ask", "--json", "Kafka?").stdout)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["quote"] == "Ran **Kafka** at Tern"
    assert "id" not in answer
    assert "explanation" not in answer


def test_ask_explains_itself_when_told_to() -> None:
    result = command("ask", "--explain", "Kafka?")
    assert result.stdout.endswith("understood:\n  subject: Kafka\nscores:\n  - 0.500\n  - 0.250\n")
    explained = json.loads(command("ask", "--explain", "--json", "Kafka?").stdout)
    assert explained["explanation"]["understood"] == {"subject": "Kafka"}


def test_a_file_of_questions_is_answered_a_line_each_in_its_order(tmp_path: Path) -> None:
    file = questions(
        tmp_path, '{"id": "b", "question": "Go?"}', "", '{"question": "a\u2028b", "more": 1}'
    )
    lines = command("ask", "--questions", file, "--json").stdout.split("\n")
    first, second = (json.loads(line) for line in lines if line)
    assert (first["id"], first["question"]) == ("b", "Go?")
    assert "id" not in second
    assert second["question"] == "a\u2028b"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"question": ', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('["question"]', "is no JSON object"),
        ('{"id": "a"}', 'has no "question"'),
        ('{"question": "Go?", "id": 7}', '"id" that is no string'),
    ],
)
def test_a_broken_line_is_told_by_its_number_before_anything_is_answered(
    tmp_path: Path, line: str, why: str
) -> None:
    file = questions(tmp_path, '{"question": "Go?"}', line)
    result = command("ask", "--questions", file, "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{file} line 2 " in the_line(result)
    assert why in the_line(result)


def test_a_file_that_is_not_utf8_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(b'{"question": "Go?"}\n{"question": "caf\xe9?"}\n')
    assert f"{file} line 2 is not UTF-8" in the_line(command("ask", "--questions", str(file)))


def test_an_empty_question_in_a_file_is_told_by_its_line(tmp_path: Path) -> None:
    file = questions(tmp_path, '{"question": " "}')
    result = command("ask", "--questions", file)
    assert result.exit_code == 1
    assert f"{file} line 1: " in the_line(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "Go?", "--questions", "file"],
        ["ask", "--loud", "Go?"],
        ["serve", "--port", "99999"],
        ["eval"],
        ["dance"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    result = command(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage: " in result.stderr


def test_what_a_terminal_would_obey_is_left_out() -> None:
    shown = command("ask", "Go?\x1b]0;title\x07", fake=FakeAssistant("red\x1b[31m\nline")).stdout
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "“red[31m line”" in shown


def test_an_unexpected_error_is_one_line_that_asks_for_a_report() -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, history: object = ()) -> object:  # type: ignore[override]
            raise ZeroDivisionError("what\nis this")

    result = command("ask", "Go?", fake=Broken())
    assert result.exit_code == 1
    assert "Unexpected ZeroDivisionError: what is this." in the_line(result)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_line(environment: dict[str, str]) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sys.executable, FAKE, "ask", "Go?"],
            env=environment | {"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == "Error: The output cannot be used: No space left on device.\n"


def test_ingest_ends_with_what_is_indexed() -> None:
    result = command("ingest")
    assert result.stdout == "wren.md: 0 statements; the index is up to date.\n"


def test_any_character_is_printed_in_any_locale(run: Run) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = run("ask", "Straße?", script=FAKE, **locale)
    assert result.returncode == 0
    assert "Straße?" in result.stdout
    assert "Résumé ✓" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are always text there")
def test_bytes_that_are_no_text_are_no_reason_to_fail(environment: dict[str, str]) -> None:
    result = subprocess.run(
        [sys.executable, FAKE, "ask", "--json", b"caf\xe9?"],
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert json.loads(result.stdout)["question"] == "caf\ufffd?"


def test_a_reader_that_leaves_early_ends_it_quietly(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    file = questions(tmp_path, *['{"question": "Go?"}'] * 2_000)
    with subprocess.Popen(
        [sys.executable, FAKE, "ask", "--json", "--questions", file],
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_help_and_wrong_usage_import_nothing_heavy(environment: dict[str, str]) -> None:
    heavy = "torch sentence_transformers chromadb langchain_core gradio dateparser numpy rich"
    code = f"import sys, ui.cli\nprint([name for name in {heavy.split()} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert result.stdout.strip() == b"[]"


# From here on: the real assistant, in a process of its own.


def test_an_unknown_setting_is_refused_and_the_known_ones_are_named(run: Run) -> None:
    result = run("ask", "Go?", RESUME_PROT="8000")
    assert result.returncode == 1
    assert "RESUME_PROT" in the_line(result)
    assert "RESUME_PORT" in the_line(result)


def test_a_setting_out_of_bounds_is_told_with_its_value(run: Run) -> None:
    result = run("ingest", RESUME_PORT="70000", RESUME_SITE_URL="ftp://wren.example")
    assert result.returncode == 1
    assert "RESUME_PORT is '70000'" in the_line(result)
    assert "RESUME_SITE_URL is 'ftp://wren.example'" in the_line(result)


@pytest.mark.parametrize("subcommand", ["ask", "ingest", "export", "serve"])
def test_a_missing_resume_is_told_by_its_name(run: Run, tmp_path: Path, subcommand: str) -> None:
    missing = str(tmp_path / "nobody.md")
    extra = {"ask": ["Go?"], "serve": ["--port", "0"]}.get(subcommand, [])
    result = run(subcommand, *extra, "--resume", missing)
    assert result.returncode == 1
    assert missing in the_line(result)


def test_a_folder_is_no_resume(run: Run, tmp_path: Path) -> None:
    result = run("export", "--resume", str(tmp_path))
    assert result.returncode == 1
    assert str(tmp_path) in the_line(result)


@pytest.mark.parametrize("question", ["", "  ", "Kafka? " * 1_500])
def test_a_question_that_is_empty_or_far_too_long_is_refused(
    run: Run, resume: Path, question: str
) -> None:
    result = run("ask", "--resume", str(resume), question)
    assert result.returncode == 1
    assert result.stdout == ""
    the_line(result)


def test_an_index_folder_that_cannot_be_written_is_named(
    run: Run, resume: Path, tmp_path: Path
) -> None:
    occupied = tmp_path / "occupied"
    occupied.touch()
    result = run("ingest", "--resume", str(resume), RESUME_INDEX_DIR=str(occupied / "index"))
    assert result.returncode == 1
    assert str(occupied / "index") in the_line(result)


def test_a_port_in_use_is_told_before_anything_is_built(run: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("serve", "--port", port)
    assert result.returncode == 1
    assert f"127.0.0.1 port {port}: " in the_line(result)
    assert not (tmp_path / "index").exists()
