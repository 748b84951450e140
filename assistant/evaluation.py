"""Golden questions in, figures out: how often an assistant is right, cited, verbatim, honest.

The measures are the design's: *right* is answered, every `must_include` matched, nothing of
`must_not_include`, at most 120 words; *refused* is an unanswerable question whose status is not
"answered" and that says nothing of `must_not_include`; *cited* is a citation whose quote overlaps
an evidence string; *verbatim* a quote that stands in the source, white space and markup folded.

Citation recall and precision follow ALCE (Gao et al., arXiv 2305.14627), with containment in the
place of its entailment model: a sentence is supported by spans that contain its numbers and its
content words. Recall is the share of an answer's sentences supported by all that they cite
together; precision the share of citations that support their sentence, or without which the others
would not.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import MARKER, Answer, Status
from assistant.text import content_keys, fold, stem
from ingest.errors import QuestionError

if TYPE_CHECKING:
    from assistant.chain import Assistant

MAX_WORDS = 120
#: Share of a sentence's content words that its citations must contain; computed and fixed wording
#: ("about", "the most recent job listed") is the rest.
_CONTAINED = 0.5
_MARKUP = re.compile(r"[*_`#\"\\\[\]<>|]+|&nbsp;")


class GoldenQuestion(BaseModel):
    """One line of a file of golden questions; see the design."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    answerable: bool
    kind: str = "question"
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """How one answer did. Fields that do not apply to the question are None."""

    id: str
    kind: str
    question: str
    answer: str
    status: str
    words: int
    right: bool | None
    refused: bool | None
    cited: bool | None
    verbatim: bool
    false_refusal: bool | None
    citation_recall: float | None
    citation_precision: float | None

    @property
    def failed(self) -> bool:
        """Whether the answer is not what was asked for."""
        return self.right is False or self.refused is False


@dataclass(frozen=True)
class Report:
    """The marks of one run and their figures."""

    marks: tuple[Mark, ...]
    source: str

    def figures(self, kind: str | None = None) -> dict[str, float]:
        """Shares from 0 to 1 (and words), over all questions or those of one kind."""
        marks = [mark for mark in self.marks if kind in (None, mark.kind)]
        answered = [mark.words for mark in marks if mark.right is not None]
        figures = {"questions": float(len(marks))}
        for name in ("right", "cited", "false_refusal", "refused", "verbatim",
                     "citation_recall", "citation_precision"):  # fmt: skip
            values = [float(value) for mark in marks if (value := getattr(mark, name)) is not None]
            if values:
                figures[name] = sum(values) / len(values)
        if answered:
            figures["median_words"] = float(statistics.median(answered))
        return figures

    def to_json(self) -> dict[str, Any]:
        """All figures, by kind, and every failure."""
        kinds = sorted({mark.kind for mark in self.marks})
        return {
            "resume": self.source,
            "figures": self.figures(),
            "by_kind": {kind: self.figures(kind) for kind in kinds},
            "failures": [asdict(mark) for mark in self.marks if mark.failed],
        }

    def to_text(self) -> str:
        """A table by kind, then the failures."""
        kinds = sorted({mark.kind for mark in self.marks})
        names = ("questions", "right", "cited", "refused", "false_refusal", "verbatim",
                 "citation_recall", "citation_precision", "median_words")  # fmt: skip
        heads = (
            "n",
            "right",
            "cited",
            "refused",
            "false ref.",
            "verbatim",
            "c.recall",
            "c.prec.",
            "words",
        )
        lines = [f"{self.source:14}" + "".join(f"{head:>11}" for head in heads)]
        for label, figures in (
            *((kind, self.figures(kind)) for kind in kinds), ("all", self.figures()),
        ):  # fmt: skip
            cells = "".join(f"{_cell(name, figures.get(name)):>11}" for name in names)
            lines.append(f"{label:14}{cells}")
        for mark in self.marks:
            if mark.failed:
                lines += [
                    "",
                    f"{mark.id} [{mark.kind}] {mark.question}",
                    f"  {mark.status}: {mark.answer}",
                ]
        return "\n".join(lines)


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if name in ("questions", "median_words") else f"{100 * value:.1f} %"


def read_golden(path: Path) -> list[GoldenQuestion]:
    """The golden questions of a file. Raises `QuestionError` naming the first wrong line."""
    found = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"The questions cannot be read: {path} ({error}).") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(GoldenQuestion.model_validate_json(line))
            except ValidationError as error:
                reason = error.errors()[0]
                where = ".".join(str(part) for part in reason["loc"])
                raise QuestionError(
                    f"{path}, line {number} is no golden question: {where} {reason['msg']}."
                ) from error
    return found


def evaluate(assistant: Assistant, questions: Iterable[GoldenQuestion]) -> Report:
    """Ask every question, on its own, and mark the answers."""
    source = assistant.resume.source
    folded = _folded(source.text)
    marks = [mark(golden, assistant.ask(golden.question), folded) for golden in questions]
    return Report(tuple(marks), source.file)


def mark(golden: GoldenQuestion, answer: Answer, source: str) -> Mark:
    """Mark one answer; `source` is the folded text of the resume."""
    said = fold(MARKER.sub("", answer.answer))
    answered = answer.status is Status.ANSWERED
    words = len(MARKER.sub("", answer.answer).split())
    clean = not any(fold(bad) in said for bad in golden.must_not_include)
    complete = all(
        any(fold(choice.strip()) in said for choice in wanted.split("|"))
        for wanted in golden.must_include
    )
    quotes = [_folded(citation.quote) for citation in answer.citations]
    evidence = [_folded(words) for words in golden.evidence]
    recall, precision = citation_quality(answer) if answered else (None, None)
    return Mark(
        id=golden.id,
        kind=golden.kind,
        question=golden.question,
        answer=answer.answer,
        status=answer.status.value,
        words=words,
        right=answered and complete and clean and words <= MAX_WORDS if golden.answerable else None,
        refused=None if golden.answerable else not answered and clean,
        cited=any(_overlap(a, b) for a in quotes for b in evidence) if golden.evidence else None,
        verbatim=all(quote in source for quote in quotes),
        false_refusal=not answered if golden.answerable else None,
        citation_recall=recall,
        citation_precision=precision,
    )


def _folded(text: str) -> str:
    return " ".join(fold(_MARKUP.sub("", text)).split())


def _overlap(quote: str, evidence: str) -> bool:
    return bool(quote and evidence) and (quote in evidence or evidence in quote)


def citation_quality(answer: Answer) -> tuple[float | None, float | None]:
    """Citation recall and precision of one answer; see the module. None without any sentence."""
    quotes = {
        citation.number: citation.text + " " + citation.quote for citation in answer.citations
    }
    sentences = [
        part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“\d])", answer.answer) if part.strip()
    ]
    supported, useful, total = 0, 0, 0
    cited_sentences = 0
    for sentence in sentences:
        numbers = [int(number) for number in MARKER.findall(sentence)]
        if not numbers:
            continue
        cited_sentences += 1
        together = [quotes.get(number, "") for number in numbers]
        whole = _contains(together, sentence)
        supported += whole
        for at, quote in enumerate(together):
            total += 1
            rest = together[:at] + together[at + 1 :]
            useful += (
                _contains([quote], sentence)
                or (whole and not _contains(rest, sentence))
                or (whole and _adds(quote, sentence))
            )
    if not cited_sentences:
        return None, None
    return supported / cited_sentences, useful / total


def _contains(quotes: Sequence[str], sentence: str) -> bool:
    have = {stem(key) for quote in quotes for key in content_keys(quote)}
    wanted = [stem(key) for key in content_keys(MARKER.sub("", sentence))]
    if not wanted:
        return True
    return sum(word in have for word in wanted) / len(wanted) >= _CONTAINED


def _adds(quote: str, sentence: str) -> bool:
    """Whether the quote has a number or a content word of the sentence at all."""
    wanted = {stem(key) for key in content_keys(MARKER.sub("", sentence))}
    return any(stem(key) in wanted for key in content_keys(quote))
