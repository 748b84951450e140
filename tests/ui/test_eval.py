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
