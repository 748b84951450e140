"""One chain from a question to an answer, and `Assistant`, its public face."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.answer import Answer, Done, Message, TextDelta
from assistant.settings import Settings
from ingest.embeddings import DEFAULT_MODEL, shared_embedder
from ingest.errors import QuestionError
from ingest.index import ResumeIndex, index_folder, open_index
from ingest.load import load_resumes

if TYPE_CHECKING:
    from datetime import date

    from langchain_core.runnables import Runnable

    from assistant.extractive import ExtractiveAnswerer
    from assistant.generative import GenerativeAnswerer, NamedModel
    from assistant.question import Question
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


def _named_model(settings: Settings) -> NamedModel:
    # A model takes seconds to import; without one, nothing of it is.
    from assistant.chat_models import chat_model
    from assistant.generative import NamedModel

    return NamedModel(settings.model or "", chat_model(settings))


def _generative(
    offline: ExtractiveAnswerer,
    model: NamedModel | None,
    settings: Settings,
    today: Callable[[], date],
    *,
    checked: bool,
) -> GenerativeAnswerer | None:
    if model is None:
        return None
    from assistant.generative import GenerativeAnswerer

    return GenerativeAnswerer(offline, model, settings, today, checked=checked)


class Assistant:
    """Answers questions about one resume. Make one with `open`; safe to share between threads."""

    def __init__(
        self,
        index: ResumeIndex,
        settings: Settings,
        today: Callable[[], date],
        model: NamedModel | None = None,
        *,
        checked: bool = True,
    ) -> None:
        from assistant.cross_encoder import CrossEncoder
        from assistant.extractive import ExtractiveAnswerer
        from assistant.question import Reader
        from assistant.retriever import ResumeRetriever
        from assistant.steps import Step

        self.resume: Resume = index.resume
        self.settings = settings
        self.embedder = index.embedder
        self.today = today
        self._index = index
        retriever = ResumeRetriever(index=index)
        # Questions are understood by models that were trained on the default's vectors.
        tuned = index.embedder.name == DEFAULT_MODEL
        default = index.embedder if tuned else shared_embedder()
        reader = Reader(index.resume, default)
        offline = ExtractiveAnswerer(
            index.resume,
            retriever,
            settings.site_url,
            today,
            cross_encoder=CrossEncoder(default),
        )
        self._understand: Runnable[Asked, Question] = Step(self._checked, "check") | Step(
            reader.read, "understand"
        )
        self._generative = _generative(offline, model, settings, today, checked=checked)
        answerer = self._generative or offline
        self.model = model
        self.chain: Runnable[Asked, Answer] = self._understand | Step(answerer.answer, "answer")

    @classmethod
    def open(
        cls,
        path: str | Path | Sequence[str | Path] | None = None,
        settings: Settings | None = None,
        today: date | None = None,
        on_step: Callable[[str], None] | None = None,
        model: NamedModel | None = None,
    ) -> Assistant:
        """Read a resume, of one file or several, and build or reuse its index.

        Of several files, the first says whose resume it is. `today` fixes the day that durations
        are counted to; by default it is the day of each question. `on_step` is told what takes
        long, a line each. `model` words the answers, in place of the one that the settings name.
        Raises `ResumeFileError`, `IndexStoreError` or `ModelError`.
        """
        settings = settings or Settings.load()
        if model is None and settings.model:
            model = _named_model(settings)
        given = (path,) if isinstance(path, str | Path) else path
        files = [Path(file) for file in given or settings.resume]
        resume = load_resumes(files, settings.max_file_bytes, on_step)
        folder = index_folder(settings.index_dir, resume)
        embedder = shared_embedder(settings.embedding_model or DEFAULT_MODEL)
        index = open_index(resume, folder, embedder, on_step)
        fixed = today or settings.today
        return cls(index, settings, lambda: fixed or datetime.now(UTC).astimezone().date(), model)

    def beside(self, *, model: bool, checked: bool = True) -> Assistant:
        """The same over the same index, without its model or without its checks: to compare.

        No budget ends what is asked of it: a comparison of half the questions would be none.
        """
        boundless = {
            "model_answers_a_day": 10**9,
            "model_tokens_a_day": 10**15,
            "model_money_a_day": 10.0**9,
            "model_budget_file": None,
            "model_failures": 10**6,
        }
        settings = self.settings.model_copy(update=boundless)
        kept = self.model if model else None
        return Assistant(self._index, settings, self.today, kept, checked=checked)

    def ask(self, question: str, history: Sequence[Message] = ()) -> Answer:
        """Answer one question. Raises `QuestionError` if it is empty or too long."""
        started = time.perf_counter()
        answer = self.chain.invoke({"question": question, "history": history})
        return answer.model_copy(update={"seconds": round(time.perf_counter() - started, 4)})

    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncGenerator[TextDelta | Done]:
        """The answer a few words at a time, then whole. Raises what `ask` raises."""
        if self._generative is None:
            answer = await asyncio.to_thread(self.ask, question, history)
            words = answer.answer.split(" ")
            for at, word in enumerate(words):
                yield TextDelta(word if at == 0 else f" {word}")
            yield Done(answer)
            return
        async for event in self._worded(self._generative, question, history):
            yield event

    async def _worded(
        self, generative: GenerativeAnswerer, question: str, history: Sequence[Message]
    ) -> AsyncGenerator[TextDelta | Done]:
        from assistant.provider_loop import carried

        started = time.perf_counter()
        asked: Asked = {"question": question, "history": history}
        understood = await asyncio.to_thread(self._understand.invoke, asked)
        async with contextlib.aclosing(carried(lambda: generative.stream(understood))) as events:
            async for event in events:
                match event:
                    case Done(answer):
                        seconds = round(time.perf_counter() - started, 4)
                        yield Done(answer.model_copy(update={"seconds": seconds}))
                    case _:
                        yield event

    def _checked(self, asked: Asked) -> Asked:
        question = checked_question(asked["question"], self.settings)
        return {"question": question, "history": asked.get("history", ())}

    def explain(self, answer: Answer) -> dict[str, Any]:
        """What was understood, weighed and decided on the way to an answer of this assistant."""
        return dict(answer.explanation or {})
