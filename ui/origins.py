"""Which other sites may ask: the exact origins of `allowed_origins`, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import Response
from fastapi.datastructures import Headers

from assistant.settings import Settings
from ui.problems import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: What other sites have a use for; the chat page's own routes answer the chat page only.
_SHARED = ("/api/", "/widget", "/healthz", "/readyz")
_SAFE = ("GET", "HEAD", "OPTIONS")
#: A host, perhaps with a port, or none.
_HOST = re.compile(r"[\w.\-]*(?::\d+)?|\[[0-9a-fA-F:.]+\](?::\d+)?")
#: Seconds that a browser may keep the answer to its preflight.
_KEPT = 600


class Origins:
    """Cross-origin requests: told apart, answered or refused, on every route.

    A response carries an origin only if that origin was allowed, letter for letter, and never
    together with credentials: there are none here. What would change or cost something (any but
    GET and HEAD) is refused outright when it comes from a foreign page, since a browser sends
    "simple" ones without asking first.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._allowed = frozenset(settings.allowed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse or pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        allowed = origin in self._allowed and scope["path"].startswith(_SHARED)
        added = []
        if allowed:
            added.append((b"access-control-allow-origin", origin.encode()))
            added.append((b"access-control-expose-headers", b"Retry-After"))

        async def with_origin(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*_varying(message["headers"]), *added]
            await send(message)

        app = self._app
        if not _HOST.fullmatch(headers.get("host", "")):
            app = _NO_HOST
        elif scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            app = _PREFLIGHT if allowed else _REFUSED
        elif scope["method"] not in _SAFE and not (allowed or _is_own(headers)):
            app = _REFUSED
        await app(scope, receive, with_origin)


def _varying(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers with one `Vary`, `Origin` among what it names."""
    given = list(headers)
    names = [value for name, value in given if name == b"vary"]
    named = b", ".join(names)
    if b"origin" not in named.lower():
        names.append(b"Origin")
    others = [header for header in given if header[0] != b"vary"]
    return [*others, (b"vary", b", ".join(names))]


def _is_own(headers: Headers) -> bool:
    """Whether a request comes from a page of this server, or from no page at all.

    Browsers say so in `Sec-Fetch-Site`, but not to plain-HTTP addresses beyond the machine; there
    the page's host is compared with the one that was asked.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


_PREFLIGHT = Response(
    status_code=204,
    headers={
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Accept, Content-Type",
        "Access-Control-Max-Age": str(_KEPT),
    },
)
_NO_HOST = problem(400, "The Host header names no host.")
_REFUSED = problem(
    403, "Pages of this origin may not ask here; RESUME_ALLOWED_ORIGINS names those that may."
)
