"""A question whose answer is known, and files of them."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.errors import QuestionError


class GoldenQuestion(BaseModel):
    """One line of a file of golden questions; see the design.

    `must_include` holds alternatives separated by `|`; `evidence` is verbatim words of the source.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    answerable: bool
    kind: str = "question"
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def read_golden(path: Path) -> list[GoldenQuestion]:
    """The golden questions of a file, at least one; empty lines do not count.

    Raises `QuestionError` if it cannot be read or holds none, or naming the first wrong line.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError as error:
        raise QuestionError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise QuestionError(f"{path} cannot be read: it is not UTF-8.") from error
    found = [_read(line, f"{path} line {at}") for at, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise QuestionError(f"{path} holds no questions; write them as JSON, one a line.")
    return found


def _read(line: str, place: str) -> GoldenQuestion:
    try:
        return GoldenQuestion.model_validate_json(line)
    except ValidationError as error:
        reason = error.errors()[0]
        where = ".".join(str(part) for part in reason["loc"])
        told = f"{where}: {reason['msg']}" if where else reason["msg"]
        raise QuestionError(f"{place} is no golden question: {told}.") from error
