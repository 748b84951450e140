"""The HTTP API: `/api/chat`, `/api/resume`, `/healthz`, `/readyz`."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from assistant.answer import Answer, Message
from ui import events
from ui.addresses import visitor_address
from ui.api_models import ResumeCard, State, question_model, resume_card
from ui.desk import Desk, NotReadyError
from ui.limits import LimitError
from ui.openapi import EVENT_STREAM, problems_of

#: Seconds after which a page may look again whether the assistant is ready.
_SOON = 2


def api_router(desk: Desk) -> APIRouter:
    """The routes, over one desk."""
    router = APIRouter()

    async def chat(request: Request, asked: Any) -> Response:
        """Answer a question.

        With `Accept: text/event-stream` the answer comes as Server-Sent Events: `state` with
        `{"state": "warming" | "queued"}` while the question waits; `text` with `{"text": ...}`, the
        next words; at last `answer` with the whole answer, or `error` with a problem. Otherwise it
        comes whole, as JSON.
        """
        history = [Message(role=turn.role, content=turn.content) for turn in asked.history]
        address = visitor_address(request.scope, desk.settings)
        stream = desk.stream(asked.question, history, address)
        if events.MEDIA_TYPE in request.headers.get("accept", ""):
            return await events.streamed(request, stream)
        return await events.whole(request, stream)

    # The model has the bounds of the settings, so it is known only now.
    chat.__annotations__["asked"] = question_model(desk.settings)
    router.post(
        "/api/chat",
        dependencies=[Depends(_takes_json)],
        response_model=Answer,
        responses={
            200: {
                "description": "The answer.",
                "content": {events.MEDIA_TYPE: EVENT_STREAM},
            },
            **problems_of(400, 403, 415, 422, 429, 503),
        },
    )(chat)

    @router.get("/api/resume")
    async def resume() -> ResumeCard:
        """Whose assistant this is, what it may be asked, and how to reach the person."""
        return resume_card(desk)

    @router.get("/healthz")
    async def healthz() -> State:
        """Whether the process is up."""
        return State()

    @router.get("/readyz", responses=problems_of(503))
    async def readyz() -> State:
        """Whether questions are answered at once."""
        if desk.failure is not None:
            raise NotReadyError
        if not desk.ready:
            raise LimitError("The assistant is being made ready.", _SOON)
        return State()

    return router


def _takes_json(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException(415, "Send the question as application/json.")
