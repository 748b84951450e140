"""What goes wrong over HTTP, as RFC 9457 problem details."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import Response
from pydantic import BaseModel, Field

from ingest.errors import QuestionError, ResumeAssistantError
from ui.desk import NotReadyError
from ui.limits import LimitError, TooManyQuestions

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
