"""The same golden questions asked offline, of the bare model, and of the model with its checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.evaluation import GoldenQuestion, Report, evaluate

if TYPE_CHECKING:
    from assistant.chain import Assistant


@dataclass(frozen=True, slots=True)
class Way:
    """One way to answer, by name, and how it did."""

    name: str
    report: Report

    @property
    def unsupported(self) -> int:
        """Sentences shown that their citations do not support."""
        return sum(len(mark.unsupported) for mark in self.report.marks)

    @property
    def worded(self) -> float:
        """The share of the answers that a model worded."""
        marks = self.report.marks
        return sum(mark.answered_by != "offline" for mark in marks) / max(1, len(marks))

    def to_json(self) -> dict[str, Any]:
        """The figures of all questions, and the two above."""
        return {
            "name": self.name,
            "unsupported_sentences": self.unsupported,
            "worded_by_model": self.worded,
            "figures": self.report.figures(),
        }


def compared(assistant: Assistant, questions: Sequence[GoldenQuestion]) -> list[Way]:
    """The three ways for an assistant that has a model; no day's budget ends the measurement."""
    name = assistant.model.name if assistant.model else "model"
    return [
        Way("offline", evaluate(assistant.beside(model=False), questions)),
        Way(
            f"{name}, unchecked",
            evaluate(assistant.beside(model=True, checked=False), questions),
        ),
        Way(f"{name}, checked", evaluate(assistant.beside(model=True), questions)),
    ]
