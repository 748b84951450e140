"""The HTTP API: `/api/chat`, `/api/resume`, `/healthz`, `/readyz`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable
from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, Field, create_model

from assistant.answer import Answer, Done, Message, TextDelta
from assistant.settings import Settings
from ingest.errors import ResumeAssistantError
from ingest.resume import ContactKind
from ui import problems
from ui.addresses import visitor_address
from ui.desk import Desk, Event, Waiting

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

EVENTS = "text/event-stream"

T = TypeVar("T")


class ContactLink(BaseModel):
    """One way to reach the person."""

    kind: ContactKind
    label: str = Field(description="what to show: a mail address, a number, a handle")
    url: str = Field(description="http, https, mailto or tel")


class OutlineEntry(BaseModel):
    """One job, degree or project."""

    name: str
    dates: str | None = Field(description="as the resume writes them")


class OutlineSection(BaseModel):
    """One part of the resume, in its own order."""

    kind: str = Field(description="in JSON Resume's terms")
    title: str
    entries: list[OutlineEntry]


class ResumeCard(BaseModel):
    """What a page needs to greet."""

    name: str | None
    headline: str | None
    starters: list[str] = Field(description="questions to begin with")
    contacts: list[ContactLink]
    outline: list[OutlineSection]
    page: str | None = Field(description="the published page of the resume")


class State(BaseModel):
    """How the server is."""

    status: Literal["ok"] = "ok"


def _turn_model(settings: Settings) -> type[BaseModel]:
    class Turn(BaseModel):
        """One turn of the conversation so far."""

        role: Literal["user", "assistant"]
        content: Annotated[str, Field(max_length=settings.max_history_bytes)]

    return Turn


def _question_model(settings: Settings) -> type[BaseModel]:
    """What `/api/chat` takes, with the bounds that the owner set."""
    question = Annotated[
        str, Field(min_length=1, max_length=settings.max_question_chars, pattern=r"\S")
    ]
    turns: Any = Field(
        default=[],
        max_length=settings.max_history_turns,
        description=f"the last turns, {settings.max_history_bytes:,} bytes together at most",
    )
    turn: Any = _turn_model(settings)
    return create_model(
        "Question", __doc__="A question and what was said before it.",
        question=(question, ...), history=(list[turn], turns),
    )  # fmt: skip


def api_router(desk: Desk) -> APIRouter:
    """The routes, over one desk."""
    router = APIRouter()

    async def chat(request: Request, asked: Any) -> Response:
        """Answer a question, whole or as a stream of events."""
        history = [Message(role=turn.role, content=turn.content) for turn in asked.history]
        address = visitor_address(request.scope, desk.settings)
        stream = desk.stream(asked.question, history, address)
        if EVENTS in request.headers.get("accept", ""):
            return await _events(request, stream)
        return await _whole(request, stream)

    # The model has the bounds of the settings, so it is known only now.
    chat.__annotations__["asked"] = _question_model(desk.settings)
    router.post("/api/chat", response_model=Answer)(chat)

    @router.get("/api/resume", response_model=ResumeCard)
    async def resume() -> ResumeCard:
        """Whose assistant this is, and what it may be asked."""
        return resume_card(desk)

    @router.get("/healthz", response_model=State)
    async def healthz() -> State:
        """Whether the process is up."""
        return State()

    @router.get("/readyz", response_model=State)
    async def readyz() -> State:
        """Whether questions are answered at once."""
        return State()

    return router


def resume_card(desk: Desk) -> ResumeCard:
    """What `/api/resume` says."""
    resume = desk.resume
    return ResumeCard(
        name=resume.name.text if resume.name else None,
        headline=resume.headline.text if resume.headline else None,
        starters=list(desk.starters),
        contacts=[],
        outline=[],
        page=None,
    )


async def _whole(request: Request, stream: AsyncGenerator[Event]) -> Response:
    answer = await _while_there(request, _last(stream))
    return Response(json.dumps(answer.to_json(), ensure_ascii=False), media_type="application/json")


async def _last(stream: AsyncGenerator[Event]) -> Answer:
    async with aclosing(stream):
        async for event in stream:
            if isinstance(event, Done):
                return event.answer
    raise AssertionError("a stream ends with the answer")


async def _events(request: Request, stream: AsyncGenerator[Event]) -> Response:
    first = await _while_there(request, anext(stream))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return _Stream(_frames(first, stream), headers)


class _Stream(StreamingResponse):
    """Closes what it streams, however it ends."""

    def __init__(self, frames: AsyncGenerator[bytes], headers: dict[str, str]) -> None:
        super().__init__(frames, headers=headers, media_type=EVENTS)
        self._frames = frames

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with aclosing(self._frames):
            await super().__call__(scope, receive, send)


async def _frames(first: Event, stream: AsyncGenerator[Event]) -> AsyncGenerator[bytes]:
    async with aclosing(stream):
        try:
            yield _frame(first)
            async for event in stream:
                yield _frame(event)
        except ResumeAssistantError as error:
            yield _named("error", problems.fields(*problems.of_error(error)))


def _frame(event: Event) -> bytes:
    match event:
        case Waiting(reason):
            return _named("state", {"state": reason})
        case TextDelta(text):
            return _named("text", {"text": text})
        case Done(answer):
            return _named("answer", answer.to_json())


def _named(name: str, value: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(value, ensure_ascii=False))


async def _while_there(request: Request, work: Awaitable[T]) -> T:
    """What the work gives; it is stopped as soon as the client goes away."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise HTTPException(499)
        return working.result()
    finally:
        leaving.cancel()
        working.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
