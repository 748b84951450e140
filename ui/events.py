"""The two ways an answer leaves: whole, or as Server-Sent Events; both end with their client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event

from assistant.answer import Answer, Done, TextDelta
from ingest.errors import ResumeAssistantError
from ui import problems
from ui.desk import Event, Waiting

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

MEDIA_TYPE = "text/event-stream"

T = TypeVar("T")


class _GoneError(Exception):
    """The client went away."""


async def whole(request: Request, stream: AsyncGenerator[Event]) -> Response:
    """The answer as JSON. Raises what the desk raises."""
    answer = await _while_there(request, _last(stream))
    return Response(
        _dump(answer.to_json()),
        headers={"Cache-Control": "no-store"},
        media_type="application/json",
    )


async def streamed(request: Request, stream: AsyncGenerator[Event]) -> Response:
    """The answer as events. Raises what the desk raises before the first of them."""
    try:
        first = await _while_there(request, anext(stream))
    except _GoneError:
        await stream.aclose()
        return _nobody()
    return _Stream(_frames(first, stream))


async def _last(stream: AsyncGenerator[Event]) -> Answer:
    async with aclosing(stream):
        async for event in stream:
            if isinstance(event, Done):
                return event.answer
    raise RuntimeError("a stream ended without an answer")


class _Stream(StreamingResponse):
    """Closes what it streams, however it ends."""

    def __init__(self, frames: AsyncGenerator[bytes]) -> None:
        # The second header keeps nginx from collecting the words until there are enough of them.
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(frames, headers=headers, media_type=MEDIA_TYPE)
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
    return format_sse_event(event=name, data_str=_dump(value))


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _while_there(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What the work gives. It is stopped as soon as the client goes away."""
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise _GoneError
        return working.result()
    finally:
        leaving.cancel()
        working.cancel()
        await asyncio.wait({working, leaving})


def _nobody() -> Response:
    """What is answered to a client that is gone; nginx writes the same status into its log."""
    return Response(status_code=499)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
