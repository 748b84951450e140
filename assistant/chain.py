"""One chain from a question to an answer, and `Assistant`, its public face."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.answer import Answer, Done, Message, TextDelta
from assistant.settings import Settings
from ingest.embeddings import DEFAULT_MODEL, Embedder
from ingest.errors import QuestionError
from ingest.index import ResumeIndex, index_folder, open_index
from ingest.load import load_resume

if TYPE_CHECKING:
    from datetime import date

    from langchain_core.runnables import Runnable

    from ingest.resume import Resume


class Asked(TypedDict):
    """What the chain takes: a question and the turns before it."""

    question: str
    history: Sequence[Message]


def checked_question(text: str, settings: Settings) -> str:
    """The question on one line. Raises `QuestionError` if it is empty or too long."""
    # Half a surrogate pair, as JSON or a shell may bring, is no character: no model takes it.
    question = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    limit = settings.max_question_chars
    if not question:
        raise QuestionError("The question is empty; type a question about the resume.")
    if len(question) > limit:
        raise QuestionError(
            f"The question has {len(question):,} characters; ask in at most {limit:,}."
        )
    return question


class Assistant:
    """Answers questions about one resume. Make one with `open`; safe to share between threads."""

    def __init__(self, index: ResumeIndex, settings: Settings, today: Callable[[], date]) -> None:
        # LangChain's core takes a while to import; the contracts of this package do without it.
        from langchain_core.runnables import RunnableLambda

        from assistant.extractive import ExtractiveAnswerer
        from assistant.question import Reader
        from assistant.retriever import ResumeRetriever

        self.resume: Resume = index.resume
        self.settings = settings
        self.embedder = index.embedder
        self.today = today
        retriever = ResumeRetriever(index=index)
        # Questions are understood by models that were trained on the default's vectors.
        tuned = index.embedder.name == DEFAULT_MODEL
        reader = Reader(index.resume, index.embedder if tuned else Embedder())
        answerer = ExtractiveAnswerer(index.resume, retriever, settings.site_url, today)
        self.chain: Runnable[Asked, Answer] = (
            RunnableLambda(self._checked, name="check")
            | RunnableLambda(reader.read, name="understand")
            | RunnableLambda(answerer.answer, name="answer")
        )

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        settings: Settings | None = None,
        today: date | None = None,
        on_step: Callable[[str], None] | None = None,
    ) -> Assistant:
        """Read a resume and build or reuse its index.

        `today` fixes the day that durations are counted to; by default it is the day of each
        question. `on_step` is told what takes long, a line each. Raises `ResumeFileError`,
        `IndexStoreError` or `ModelError`.
        """
        settings = settings or Settings.load()
        resume = load_resume(Path(path or settings.resume), settings.max_file_bytes, on_step)
        folder = index_folder(settings.index_dir, resume)
        index = open_index(resume, folder, Embedder(settings.embedding_model), on_step)
        fixed = today or settings.today
        return cls(index, settings, lambda: fixed or datetime.now(UTC).astimezone().date())

    def ask(self, question: str, history: Sequence[Message] = ()) -> Answer:
        """Answer one question. Raises `QuestionError` if it is empty or too long."""
        started = time.perf_counter()
        answer = self.chain.invoke({"question": question, "history": history})
        return answer.model_copy(update={"seconds": round(time.perf_counter() - started, 4)})

    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncIterator[TextDelta | Done]:
        """The answer a few words at a time, then whole. Raises what `ask` raises."""
        answer = await asyncio.to_thread(self.ask, question, history)
        words = answer.answer.split(" ")
        for at, word in enumerate(words):
            yield TextDelta(word if at == 0 else f" {word}")
        yield Done(answer)

    def _checked(self, asked: Asked) -> Asked:
        question = checked_question(asked["question"], self.settings)
        return {"question": question, "history": asked.get("history", ())}

    def explain(self, answer: Answer) -> dict[str, Any]:
        """What was understood, weighed and decided on the way to an answer of this assistant."""
        return answer.explanation or {}
