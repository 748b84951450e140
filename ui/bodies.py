"""No request is larger than is taken, on any route, whatever it says of itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from fastapi.datastructures import Headers

from assistant.settings import Settings
from ui.problems import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Seconds in which a body must have come. It is small: a slow line takes one of them.
_IN_TIME = 20


class BodyLimit:
    """Reads a body as it comes in, up to the limit, before anything is done with it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._limit = settings.max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with its body read, unless that is too large."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        announced = headers.get("content-length", "")
        if not announced and "transfer-encoding" not in headers:
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(_IN_TIME):
                body = await self._read(receive, int(announced) if announced.isdecimal() else 0)
        except _TooLargeError:
            detail = f"The request is larger than {self._limit:,} bytes."
            await problem(413, detail, headers=_CLOSE)(scope, receive, send)
        except TimeoutError:
            await problem(408, "The request took too long to come in.", headers=_CLOSE)(
                scope, receive, send
            )
        else:
            if body is not None:
                await self._app(scope, _after(body, receive), send)

    async def _read(self, receive: Receive, announced: int) -> bytes | None:
        """The whole body; None if the client went away."""
        body: bytes = b""
        while max(announced, len(body)) <= self._limit:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            if not message.get("more_body", False) and len(body) <= self._limit:
                return body
        raise _TooLargeError


class _TooLargeError(Exception):
    """There is more than the limit."""


#: The rest of the body is not waited for.
_CLOSE = {"Connection": "close"}


def _after(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read, then what comes after it."""
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return pending.pop() if pending else await receive()

    return replayed
