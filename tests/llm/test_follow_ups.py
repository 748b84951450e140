from __future__ import annotations

from pathlib import Path

from assistant.chain import Assistant
from assistant.settings import Settings
from tests.llm.follow_ups import GOLDEN, TODAY, dialogues, history_of, is_answered


def test_follow_ups_are_answered_as_whole_questions_are(tmp_path: Path) -> None:
    name = "lindqvist-teacher.md"
    settings = Settings.load(index_dir=tmp_path)
    assistant = Assistant.open(GOLDEN / name, settings, today=TODAY)
    rows = [row for row in dialogues() if row["resume"] == name]
    assert len(rows) == 4
    for row in rows:
        answer = assistant.ask(row["then"], history_of(assistant, row)).answer
        assert is_answered(answer, row), answer


def test_there_are_follow_ups_about_every_golden_resume() -> None:
    resumes = {file.name for file in GOLDEN.iterdir() if file.suffix != ".jsonl"}
    assert {row["resume"] for row in dialogues()} == resumes
    assert len(dialogues()) >= 30
