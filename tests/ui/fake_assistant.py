"""An assistant that answers without an index: the seam that the command line and the page use."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import date
from typing import Any, cast

from langchain_core.embeddings import Embeddings

from assistant.answer import (
    Answer,
    Citation,
    Done,
    Message,
    SourceLocation,
    Status,
    TextDelta,
)
from assistant.settings import Settings
from ingest.errors import QuestionError
from ingest.resume import Fragment, Resume, Source, Span
from ui.cli import Services
from ui.desk import Desk

RESUME = Resume(
    source=Source("wren.md", "# Ada Wren\n"), name=Fragment("Ada Wren", Span(2, 10, 1, 1))
)


class Lengths(Embeddings):
    """An embedding that takes no model: how long a text is, and nothing of what it means."""

    def embed_query(self, text: str) -> list[float]:
        return [1.0, float(len(text))]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


class FakeAssistant:
    """Says the question back, with a citation; takes what it was given down."""

    resume = RESUME
    embedder = Lengths()

    def today(self) -> date:
        return date(2026, 11, 24)

    def __init__(self, quote: str = "Ran **Kafka** at Tern") -> None:
        self.quote = quote
        self.histories: list[list[Message]] = []

    def ask(self, question: str, history: Sequence[Message] = ()) -> Answer:
        self.histories.append(list(history))
        if not question.strip():
            raise QuestionError("the question is empty: ask something")
        location = SourceLocation(file="wren.md", start_line=4, end_line=5)
        citation = Citation(
            number=1,
            quote=self.quote,
            text=self.quote.replace("*", ""),
            section=("Work", "Tern"),
            source=location,
        )
        return Answer(
            question=question,
            status=Status.ANSWERED,
            answer=f"You asked: {question} [1]",
            citations=(citation,),
            explanation={"understood": {"subject": "Kafka"}, "scores": [0.5, 0.25]},
        )

    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncGenerator[TextDelta | Done]:
        answer = self.ask(question, history)
        middle = len(answer.answer) // 2
        yield TextDelta(answer.answer[:middle])
        yield TextDelta(answer.answer[middle:])
        yield Done(answer)


def services(assistant: FakeAssistant) -> Services:
    """What the commands take in place of the real services."""

    def opened(settings: Settings, say: Callable[[str], None] | None) -> Any:
        return cast(Any, assistant)

    return Services(open_assistant=opened, load_resume=lambda _: assistant.resume)


def desk_over(assistant: FakeAssistant, **settings: Any) -> Desk:
    """The way through to an assistant that opens at once."""
    return Desk(Settings.load(**settings), assistant.resume, lambda: cast(Any, assistant))
