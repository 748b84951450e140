from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_cli import command, questions, the_line

KAFKA = """{"id": "a", "question": "Kafka?", "answerable": true, "kind": "skill",\
 "must_include": ["Kafka"], "evidence": ["Ran Kafka"]}"""
RUST = """{"id": "b", "question": "Rust?", "answerable": false, "kind": "unanswerable"}"""


def test_eval_prints_figures_by_kind_the_tutorial_beside_them_and_the_failures(
    tmp_path: Path,
) -> None:
    result = command("eval", "--questions", questions(tmp_path, KAFKA, RUST))
    assert result.exit_code == 0
    assistant, tutorial = result.stdout.split("Tutorial pipeline, ")
    for word in ("right", "cited", "verbatim", "false ref.", "refused", "words", "c.recall"):
        assert word in assistant
        assert word in tutorial
    assert "skill " in assistant and "unanswerable " in assistant and "all " in assistant
    assert result.stdout.endswith(
        "Failures: 1 of 2\n\nb [unanswerable] Rust?\n  answered: You asked: Rust? [1]\n"
    )


def test_eval_as_json_has_the_same_and_what_no_citation_supports(tmp_path: Path) -> None:
    result = command("eval", "--questions", questions(tmp_path, KAFKA, RUST), "--json")
    report = json.loads(result.stdout)
    assert report["figures"]["right"] == 1.0
    assert report["figures"]["refused"] == 0.0
    assert report["figures"]["citation_recall"] == 0.0
    assert set(report["by_kind"]) == {"skill", "unanswerable"}
    assert [one["id"] for one in report["failures"]] == ["b"]
    assert [one["id"] for one in report["unsupported"]] == ["a", "b"]
    assert "rust" in report["unsupported"][1]["missing"]
    assert {"name", "chunks", "threshold", "figures", "by_kind"} == set(report["baseline"])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": ', "line 2 is no golden question: Invalid JSON"),
        ('{"id": "a", "question": "Go?"}', "line 2 is no golden question: answerable: "),
    ],
)
def test_eval_tells_the_line_that_is_no_golden_question(
    tmp_path: Path, line: str, why: str
) -> None:
    result = command("eval", "--questions", questions(tmp_path, KAFKA, line))
    assert result.exit_code == 1
    assert why in the_line(result)


def test_eval_tells_of_a_file_that_is_missing_or_empty(tmp_path: Path) -> None:
    missing = command("eval", "--questions", str(tmp_path / "none.jsonl"))
    assert "none.jsonl cannot be read: No such file" in the_line(missing)
    empty = command("eval", "--questions", questions(tmp_path, ""))
    assert "holds no questions" in the_line(empty)


def test_eval_writes_questions_that_it_can_read_again(resume: Path, tmp_path: Path) -> None:
    result = command("eval", "--resume", str(resume), "--generate", "30")
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert len(lines) == 30
    assert {"question", "answerable", "kind", "must_include", "evidence"} < set(
        json.loads(lines[0])
    )
    again = command("eval", "--questions", questions(tmp_path, *lines), "--json")
    assert json.loads(again.stdout)["figures"]["questions"] == 30
    assert command("eval", "--resume", str(resume), "--generate", "30").stdout == result.stdout
    other = command("eval", "--resume", str(resume), "--generate", "30", "--seed", "1")
    assert other.stdout != result.stdout


def test_eval_says_when_the_resume_allows_fewer_questions(resume: Path) -> None:
    result = command("eval", "--resume", str(resume), "--generate", "50000")
    count = len(result.stdout.splitlines())
    assert result.stderr == f"The resume allows {count} questions, not 50000.\n"


@pytest.mark.parametrize(
    "arguments", [["--generate", "0"], ["--generate", "5", "--questions", "file"]]
)
def test_eval_takes_either_a_file_or_a_number_above_0(arguments: list[str]) -> None:
    assert command("eval", *arguments).exit_code == 2
