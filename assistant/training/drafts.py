"""What may be answered to a question, and which of it is right: drafts to train a reader on.

* Of the golden questions of `golden/`, `dense/` and `both/` (resumes of nobody, beside what is
  asked of each, as `resume-assistant eval` takes them) the evaluation says which drafts are right.
* Of the questions of `assistant.training.material` it is known which lines answer them.
* Questions of the invented resumes among that have drafts, too; which of these is right is left to
  the teacher (see `assistant/training/answers.py`).

Where a rule asks whether a line reads as an answer, the drafts are those of the reader that ships.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answer import Answer, Status
from assistant.answers.candidates import Sayable, as_read, readings, sayable
from assistant.compose import Draft
from assistant.cross_encoder import FILE, CrossEncoder
from assistant.evaluation import is_as_wanted
from assistant.extractive import ExtractiveAnswerer, drafting
from assistant.golden.question import GoldenQuestion, read_golden
from assistant.parts import Part
from assistant.question import Reader
from assistant.retriever import ResumeRetriever
from assistant.training.cross import nearest_lines
from assistant.training.judge import as_markdown, index_in_memory
from assistant.training.labelled import labelled
from assistant.training.material import GOLDEN, TrainingResume, golden_files
from assistant.training.nearly import without
from ingest.embeddings import Embedder
from ingest.load import load_resume
from ingest.readers.registry import reader_for
from ingest.resume import Resume

#: Invented questions of a resume that are drafted.
_ASKED = 16
#: Right answers that near misses are made of, and the kinds of question whose are.
_NEARLY, _STATED = 2, ("fact", "skill")
#: Lines of a question that answer it, and the nearest others.
_ANSWERS, _NEAREST = 2, 7
#: The day that durations are counted to, so that drafts are the same at every training.
_TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Answered:
    """A question of the resume of a number, what may be answered, and which of that is right.

    `right` is None where nobody has said; where no draft is right the resume is silent, or it was
    not understood.
    """

    resume: int
    question: str
    texts: tuple[str, ...]
    right: tuple[bool, ...] | None
    #: Right ones without what makes them so.
    near: tuple[str, ...] = ()


class Drafter:
    """Drafts answers to the questions about one resume; `differences` are of what reads them."""

    def __init__(self, resume: Resume, embedder: Embedder, differences: Path = FILE) -> None:
        self._reader = Reader(resume, embedder)
        self.answerer = ExtractiveAnswerer(
            resume,
            ResumeRetriever(index=index_in_memory(resume, embedder)),
            None,
            lambda: _TODAY,
            cross_encoder=CrossEncoder(embedder, differences),
        )

    def answer(self, question: str, draft: Draft) -> Answer:
        """The draft as an answer."""
        text, citations = self.answerer.citer.write(draft)
        return Answer(question=question, status=draft.status, answer=text, citations=citations)

    def parts(self, question: str) -> tuple[Part, ...]:
        """What the question asks for."""
        return tuple(self._reader.read({"question": question, "history": ()}).parts)

    def sayable(self, part: Part, labels: Sequence[str]) -> dict[str, Sayable]:
        """What may be said to a part by these readings, or by lines."""
        context = self.answerer.context()
        return sayable(context, part, labels, drafting(context, part))

    def read(self, found: dict[str, Sayable]) -> tuple[str, ...]:
        """The answers among what may be said, as they are read."""
        citer = self.answerer.citer
        return tuple(as_read(citer, one.draft, text) for text, one in found.items() if one.told)


def is_right(drafter: Drafter, asked: GoldenQuestion, draft: Draft) -> bool:
    """Whether a draft is what is to be said: an answer as wanted, or a refusal if none is known."""
    if draft.status is not Status.ANSWERED:
        return not asked.answerable
    return asked.answerable and is_as_wanted(asked, drafter.answer(asked.question, draft))


def golden(embedder: Embedder, folder: Path = GOLDEN) -> Iterator[Answered]:
    """The golden questions that ask for one thing, with answers by every reading, and by lines."""
    labels = sorted({label for row in labelled("everyday") for label in row.labels})
    for number, (file, questions) in enumerate(golden_files(folder)):
        drafter = Drafter(load_resume(file), embedder)
        for asked in read_golden(questions):
            parts = drafter.parts(asked.question)
            if len(parts) > 1:
                continue
            (part,) = parts
            likely = (part.intent, *(label for label, _ in part.guess.ranked))
            found = drafter.sayable(part, list(dict.fromkeys((*likely, *labels))))
            right = tuple(is_right(drafter, asked, one.draft) for one in found.values() if one.told)
            if right:
                texts = drafter.read(found)
                near = nearly(
                    asked, [text for text, told in zip(texts, right, strict=True) if told]
                )
                yield Answered(number, part.text, texts, right, near)


def nearly(asked: GoldenQuestion, right: Sequence[str]) -> tuple[str, ...]:
    """Right answers, the shortest first, without the one thing that they must have."""
    if asked.kind not in _STATED or len(asked.must_include) != 1:
        return ()
    wanted = asked.must_include[0].split("|")
    near = [without(text, wanted) for text in sorted(right, key=len)[:_NEARLY]]
    return tuple(dict.fromkeys(text for text in near if text))


def unmarked(resumes: Sequence[TrainingResume], embedder: Embedder) -> Iterator[Answered]:
    """Questions of invented resumes with their drafts."""
    for number, one in enumerate(resumes):
        source = as_markdown(one).encode()
        drafter = Drafter(reader_for(b"", "resume.md").read(source, "resume.md"), embedder)
        drawn = random.Random(number)  # noqa: S311 - reproducible data, not secrets
        for asked in drawn.sample(one.asked, min(_ASKED, len(one.asked))):
            parts = drafter.parts(asked.question)
            if len(parts) > 1:
                continue
            texts = drafter.read(drafter.sayable(parts[0], readings(parts[0], parts[0].intent)))
            if texts:
                yield Answered(number, parts[0].text, texts, None)


def lined(resumes: Sequence[TrainingResume], embedder: Embedder) -> Iterator[Answered]:
    """Questions with lines in the place of drafts: those that answer, and the nearest others."""
    for number, one in enumerate(resumes):
        for asked, nearest in nearest_lines(one, embedder):
            own = asked.answers[:_ANSWERS]
            others = [at for at in nearest if at not in asked.answers][:_NEAREST]
            texts = tuple(one.lines[at] for at in (*own, *others))
            right = tuple(at in asked.answers for at in (*own, *others))
            yield Answered(number, asked.question, texts, right)
