"""Golden questions in, figures out: how often an assistant is right, cited, verbatim, honest.

The measures are the design's: *right* is answered, every `must_include` matched, nothing of
`must_not_include`, at most 120 words; *refused* is an unanswerable question whose status is not
"answered" and that says nothing of `must_not_include`; *cited* is a citation whose quote overlaps
an evidence string; *verbatim* a quote that stands in the source, white space and markup folded.

Citation recall and precision follow ALCE (Gao et al., arXiv 2305.14627), with containment of a
sentence's lengths of time, dates, numbers, names and content words in the place of its entailment
model: recall is the share of an answer's sentences that what they cite supports, precision the
share of its citations that are of use to their sentence. `assistant.grounding` defines containment
and both figures exactly; `assistant.claims` what is fixed wording and left out. They are means
over the answers that claim something, as in ALCE. What is refused or declined has neither.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.answer import MARKER, Answer, Status
from assistant.golden.question import GoldenQuestion, read_golden
from assistant.grounding import Grounds, citation_quality
from assistant.text import fold
from ingest.resume import Resume

if TYPE_CHECKING:
    from assistant.chain import Assistant

__all__ = ["GoldenQuestion", "Mark", "Marker", "Report", "evaluate", "is_as_wanted", "read_golden"]

MAX_WORDS = 120
#: The figures of a report that are shares, in the order in which they are shown.
SHARES = (
    "right", "cited", "verbatim", "false_refusal", "refused", "citation_recall",
    "citation_precision",
)  # fmt: skip
_MARKUP = re.compile(r"[*_`#\"\\\[\]<>|]+|&nbsp;")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one answer did. Fields that do not apply to the question are None.

    `words` is the length of the answer without its markers; `unsupported` holds the sentences that
    their citations do not contain, each with what is missing.
    """

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
    unsupported: tuple[tuple[str, tuple[str, ...]], ...] = ()
    answered_by: str = "offline"

    @property
    def failed(self) -> bool:
        """Whether the answer is not what was asked for."""
        return self.right is False or self.refused is False


@dataclass(frozen=True)
class Report:
    """The marks of one run and their figures. `source` names what was asked about."""

    marks: tuple[Mark, ...]
    source: str

    @property
    def kinds(self) -> list[str]:
        """The kinds of question, sorted."""
        return sorted({mark.kind for mark in self.marks})

    @property
    def failures(self) -> list[Mark]:
        """The answers that are not what was asked for, in the order of the questions."""
        return [mark for mark in self.marks if mark.failed]

    def figures(self, kind: str | None = None) -> dict[str, float]:
        """Shares from 0 to 1 over all questions or those of one kind, with two counts.

        `questions` is how many there are, `median_words` the median length of the answers to those
        that are answerable. A figure that applies to none of them is left out.
        """
        marks = [mark for mark in self.marks if kind in (None, mark.kind)]
        figures = {"questions": float(len(marks))}
        for name in SHARES:
            values = [float(value) for mark in marks if (value := getattr(mark, name)) is not None]
            if values:
                figures[name] = sum(values) / len(values)
        words = [mark.words for mark in marks if mark.right is not None]
        if words:
            figures["median_words"] = float(statistics.median(words))
        return figures

    def to_json(self) -> dict[str, Any]:
        """All figures, by kind, every failure, and every sentence that citations do not support."""
        return {
            "resume": self.source,
            "figures": self.figures(),
            "by_kind": {kind: self.figures(kind) for kind in self.kinds},
            "failures": [asdict(mark) for mark in self.failures],
            "unsupported": [
                {"id": mark.id, "sentence": sentence, "missing": list(missing)}
                for mark in self.marks
                for sentence, missing in mark.unsupported
            ],
        }


def evaluate(assistant: Assistant, questions: Iterable[GoldenQuestion]) -> Report:
    """Ask every question, on its own, and mark the answers. Raises what `ask` raises."""
    marker = Marker(assistant.resume, assistant.today())
    marks = [marker.mark(golden, assistant.ask(golden.question)) for golden in questions]
    return Report(tuple(marks), assistant.resume.source.file)


class Marker:
    """Marks answers about one resume; `today` is the day that durations are counted to."""

    def __init__(self, resume: Resume, today: date) -> None:
        self._source = _folded(resume.source.text)
        self._grounds = Grounds(resume, today)

    def mark(self, golden: GoldenQuestion, answer: Answer) -> Mark:
        """Mark one answer."""
        answered = answer.status is Status.ANSWERED
        as_wanted = is_as_wanted(golden, answer)
        quotes = [_folded(citation.quote) for citation in answer.citations]
        evidence = [_folded(words) for words in golden.evidence]
        recall, precision, unsupported = (
            citation_quality(answer, self._grounds) if answered else (None, None, ())
        )
        return Mark(
            id=golden.id,
            kind=golden.kind,
            question=golden.question,
            answer=answer.answer,
            status=answer.status.value,
            words=_length(answer),
            right=as_wanted if golden.answerable else None,
            refused=None if golden.answerable else as_wanted,
            cited=any(_overlap(a, b) for a in quotes for b in evidence) if evidence else None,
            verbatim=all(quote in self._source for quote in quotes),
            false_refusal=not answered if golden.answerable else None,
            citation_recall=recall,
            citation_precision=precision,
            unsupported=tuple((one.text, one.missing) for one in unsupported),
            answered_by=answer.answered_by,
        )


def is_as_wanted(golden: GoldenQuestion, answer: Answer) -> bool:
    """Whether an answerable question is answered right, or an unanswerable one refused."""
    said = fold(MARKER.sub("", answer.answer))
    answered = answer.status is Status.ANSWERED
    if answered != golden.answerable or any(fold(bad) in said for bad in golden.must_not_include):
        return False
    complete = all(
        any(fold(choice.strip()) in said for choice in wanted.split("|"))
        for wanted in golden.must_include
    )
    return not answered or (complete and _length(answer) <= MAX_WORDS)


def _length(answer: Answer) -> int:
    return len(MARKER.sub("", answer.answer).split())


def _folded(text: str) -> str:
    return " ".join(fold(_MARKUP.sub("", text)).split())


def _overlap(quote: str, evidence: str) -> bool:
    return bool(quote and evidence) and (quote in evidence or evidence in quote)
