"""What goes wrong over HTTP, as RFC 9457 problem details."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field

from assistant.settings import Settings
from ingest.errors import QuestionError, ResumeAssistantError
from ui.desk import AnswerError, NotReadyError
from ui.limits import LimitError, TooManyQuestions

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """Why a request was not answered, as in RFC 9457."""

    type: str = Field(default="about:blank", description="always about:blank: the status says it")
    title: str = Field(description="the status in words")
    status: int = Field(description="the HTTP status", ge=400, le=599)
    detail: str = Field(description="one sentence for a visitor")
    retry_after: int | None = Field(default=None, ge=1, description="seconds until it may go well")


def problem(
    status: int, detail: str, retry_after: int | None = None, headers: Mapping[str, str] = {}
) -> Response:
    """A response that says what is wrong, and when to come back if that may help."""
    body = fields(status, detail, retry_after)
    wait = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Response(
        json.dumps(body, ensure_ascii=False),
        status,
        {**headers, **wait, "Cache-Control": "no-store"},
        MEDIA_TYPE,
    )


def fields(status: int, detail: str, retry_after: int | None = None) -> dict[str, Any]:
    """The problem as JSON; `retry_after` only where there is one."""
    title = HTTPStatus(status).phrase
    found = Problem(title=title, status=status, detail=detail, retry_after=retry_after)
    return found.model_dump(exclude_none=True)


def of_error(error: ResumeAssistantError) -> tuple[int, str, int | None]:
    """Status, detail and seconds to wait of an error that the desk raised."""
    match error:
        case TooManyQuestions():
            return 429, str(error), error.retry_after
        case LimitError():
            return 503, str(error), error.retry_after
        case NotReadyError():
            return 503, str(error), None
        case QuestionError():
            return 422, str(error), None
    return 500, str(error), None


def handlers() -> dict[int | type[Exception], Any]:
    """What makes problems of errors, for an application's `exception_handlers`."""
    # By status, since those that the router raises are of a class above FastAPI's own.
    refused: dict[int | type[Exception], Any] = dict.fromkeys([*range(400, 500), 503], _of_status)
    return refused | {
        RequestValidationError: _of_body,
        ResumeAssistantError: lambda _, error: problem(*of_error(error)),
    }


class Failures:
    """Makes a problem of whatever nobody foresaw, and one line for the owner.

    The line has the type alone: a message may hold what a visitor typed, or a path.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer for what fails."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            _log.error("A request failed: %s", type(error).__name__)
            _log.debug("Where it failed", exc_info=True)
            # Else the server sees that the response is incomplete, and cuts the connection.
            if not started and scope["type"] == "http":
                await problem(*of_error(AnswerError()))(scope, receive, send)


def _of_status(request: Request, error: HTTPException) -> Response:
    detail = str(error.detail)
    if detail == HTTPStatus(error.status_code).phrase:
        detail = _DETAILS.get(error.status_code, detail)
    return problem(error.status_code, detail, headers=error.headers or {})


def _of_body(request: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return problem(400, "The body is not JSON.")
    where = ".".join(str(part) for part in first["loc"][1:])
    said = _SAID.get((where, first["type"]))
    if said is None:
        return problem(422, f"{where or 'The body'}: {first['msg']}.")
    return problem(422, said.format(**first.get("ctx", {})))


_EMPTY = "The question is empty; type a question about the resume."
#: What a visitor may cause and should read, by the place in the body and pydantic's name for it.
_SAID = {
    ("question", "string_too_short"): _EMPTY,
    ("question", "string_pattern_mismatch"): _EMPTY,
    ("question", "string_too_long"): "The question is too long; ask in at most {max_length:,}"
    " characters.",
    ("history", "too_long"): "The conversation has {actual_length:,} turns; send the last"
    " {max_length:,} at most.",
}


_DETAILS = {
    404: "There is nothing here.",
    405: "This address does not take that method; Allow says which it takes.",
}
