"""What may be answered to a question, and which of it is right: drafts to train a reader on.

* Of the golden questions of `golden/` (resumes that nobody has, beside what is asked of each, as
  `resume-assistant eval` takes them) the evaluation says which drafts are right.
* Of the questions of `assistant.training.material` it is known which lines answer them.
* Questions of the invented resumes among that have drafts, too; which of these is right is left to
  the teacher (see `assistant/training/answers.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answer import Answer
from assistant.answers.context import Context
from assistant.answers.evidence import quoted_all, ranked
from assistant.answers.rivals import as_read
from assistant.compose import Draft, answered
from assistant.cross_encoder import LINES_FILE, CrossEncoder
from assistant.evaluation import is_as_wanted
from assistant.extractive import ExtractiveAnswerer, rival_drafts
from assistant.golden.question import read_golden
from assistant.parts import Part
from assistant.question import Reader
from assistant.retriever import ResumeRetriever
from assistant.training.cross import nearest_lines
from assistant.training.judge import as_markdown, index_in_memory
from assistant.training.material import TrainingResume, golden_files
from ingest.embeddings import Embedder
from ingest.load import load_resume
from ingest.readers.registry import reader_for
from ingest.resume import Resume

#: Intents that are drafted by, of the likeliest; lines that are quoted alone; invented questions of
#: a resume.
_TRIED, _ALONE, _ASKED = 5, 6, 16
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


class Drafter:
    """Drafts answers to the questions about one resume."""

    def __init__(self, resume: Resume, embedder: Embedder, reader: Path = LINES_FILE) -> None:
        self._reader = Reader(resume, embedder)
        self.answerer = ExtractiveAnswerer(
            resume,
            ResumeRetriever(index=index_in_memory(resume, embedder)),
            None,
            lambda: _TODAY,
            cross_encoder=CrossEncoder(embedder),
            answer_reader=CrossEncoder(embedder, reader),
        )

    def answer(self, question: str, draft: Draft) -> Answer:
        """The draft as an answer."""
        text, citations = self.answerer.citer.write(draft)
        return Answer(question=question, status=draft.status, answer=text, citations=citations)

    def parts(self, question: str) -> tuple[Part, ...]:
        """What the question asks for."""
        return tuple(self._reader.read({"question": question, "history": ()}).parts)

    def drafts(self, question: str) -> tuple[Part, dict[str, Draft]] | None:
        """The one part of the question, and drafts by how they read; None if it has several."""
        parts = self.parts(question)
        if len(parts) > 1:
            return None
        context = self.answerer.context()
        said = {text: one for text, (one, _) in rival_drafts(context, parts[0], _TRIED).items()}
        for draft in _alone(context, parts[0]):
            said.setdefault(as_read(self.answerer.citer, draft), draft)
        return parts[0], {text: draft for text, draft in said.items() if text}


def _alone(context: Context, part: Part) -> Iterator[Draft]:
    """Each of the nearest lines as an answer."""
    for hit in ranked(context, part)[:_ALONE]:
        yield answered(*quoted_all(context, [hit]))


def golden(embedder: Embedder) -> Iterator[Answered]:
    """The golden questions with their drafts and which are right."""
    for number, (file, questions) in enumerate(golden_files()):
        drafter = Drafter(load_resume(file), embedder)
        for asked in read_golden(questions):
            if (found := drafter.drafts(asked.question)) is None or not found[1]:
                continue
            part, said = found
            told = [drafter.answer(asked.question, draft) for draft in said.values()]
            right = tuple(asked.answerable and is_as_wanted(asked, one) for one in told)
            yield Answered(number, part.text, tuple(said), right)


def unmarked(resumes: Sequence[TrainingResume], embedder: Embedder) -> Iterator[Answered]:
    """Questions of invented resumes with their drafts."""
    for number, one in enumerate(resumes):
        source = as_markdown(one).encode()
        drafter = Drafter(reader_for(b"", "resume.md").read(source, "resume.md"), embedder)
        drawn = random.Random(number)  # noqa: S311 - reproducible data, not secrets
        for asked in drawn.sample(one.asked, min(_ASKED, len(one.asked))):
            found = drafter.drafts(asked.question)
            if found and found[1]:
                yield Answered(number, found[0].text, tuple(found[1]), None)


def lined(resumes: Sequence[TrainingResume], embedder: Embedder) -> Iterator[Answered]:
    """Questions with lines in the place of drafts: those that answer, and the nearest others."""
    for number, one in enumerate(resumes):
        for asked, nearest in nearest_lines(one, embedder):
            own = asked.answers[:_ANSWERS]
            others = [at for at in nearest if at not in asked.answers][:_NEAREST]
            texts = tuple(one.lines[at] for at in (*own, *others))
            right = tuple(at in asked.answers for at in (*own, *others))
            yield Answered(number, asked.question, texts, right)
