"""Files of questions: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import QuestionError


@dataclass(frozen=True, slots=True)
class FiledQuestion:
    """A question, its `id` if the file gives one, and the file and line that it stands in."""

    text: str
    id: str | None
    place: str


def read_questions(file: Path) -> list[FiledQuestion]:
    """Every question in the file's order; blank lines are passed over.

    Raises `QuestionError` that names the file and the line, before anything is answered.
    """
    return list(_questions(file, _read(file)))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionError(
            f"{file} cannot be read: {error.strerror}. Name a file of questions."
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise QuestionError(f"{file} line {line} is not UTF-8. Save the file as UTF-8.") from error


def _questions(file: Path, text: str) -> Iterator[FiledQuestion]:
    # Not splitlines(): JSON strings may hold U+2028 and the like as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _question(f"{file} line {number}", line)


def _question(place: str, line: str) -> FiledQuestion:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too long"
        raise QuestionError(
            f'{place} is not JSON: {reason}. Write {{"question": "..."}}.'
        ) from error
    if not isinstance(fields, dict):
        raise QuestionError(f'{place} is no JSON object. Write {{"question": "..."}}.')
    if not isinstance(fields.get("question"), str):
        raise QuestionError(f'{place} has no "question" that is a string.')
    if not isinstance(fields.get("id", ""), str):
        raise QuestionError(f'{place} has an "id" that is no string.')
    return FiledQuestion(fields["question"], fields.get("id"), place)
