"""What every response says to browsers: what may run, load, frame and send along.

Plain ASGI all through, so that streams pass unbuffered.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]

#: For whatever is no page: nothing in it runs or loads, wherever it is opened.
_NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

#: The chat page loads what this server has and sends to nobody else. Found out with Chromium on
#: Gradio 6.31, by leaving out one source after the other:
#: - `unsafe-eval` cannot be left out: `gr.HTML` compiles its template, even a plain one, and shows
#:   nothing without;
#: - `unsafe-inline` for styles neither: Gradio writes `style` attributes and elements all over;
#: - `unsafe-inline` for scripts can: the page's inline scripts are let in one by one, by the
#:   hashes of what this response holds, so that none that is put in later runs;
#: - `blob:` is needed nowhere, `data:` for the small pictures in Gradio's style sheets;
#: - `base-uri` is for the <base> element that Gradio puts in.
_PAGE = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'{hashes}; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self';"
    " base-uri 'self'; form-action 'none'; frame-ancestors {ancestors}"
)

#: A page names the address that it was asked at, so that it must not be handed to anybody else.
_OWN_COPY: Header = (b"cache-control", b"private, no-cache")

_INLINE = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.I)

_ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class SecurityHeaders:
    """Adds these headers to every response; one that brings its own keeps it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._ancestors = " ".join(["'self'", *settings.allowed_origins])
        # The older header knows no list of sites.
        framing = () if settings.allowed_origins else ((b"x-frame-options", b"SAMEORIGIN"),)
        self._headers = (*_ALWAYS, *framing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        page = _Page()

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = completed(message["headers"], self._headers)
                if not _is_page(message["headers"]):
                    policy = (b"content-security-policy", _NO_PAGE.encode())
                    message["headers"] = completed(message["headers"], [policy])
                    await send(message)
                else:
                    page.start = message
            elif page.start is None:
                await send(message)
            elif page.whole(message):
                policy = (b"content-security-policy", self._page_policy(page.body).encode())
                page.start["headers"] = completed(page.start["headers"], [policy, _OWN_COPY])
                await send(page.start)
                await send({"type": "http.response.body", "body": page.body})

        await self._app(scope, receive, with_headers)

    def _page_policy(self, page: bytes) -> str:
        hashes = "".join(f" '{digest}'" for digest in inline_scripts(page))
        return _PAGE.format(hashes=hashes, ancestors=self._ancestors)


class _Page:
    """A page as it comes, held back until all its scripts are known."""

    def __init__(self) -> None:
        self.start: Message | None = None
        self.body = b""

    def whole(self, message: Message) -> bool:
        self.body += message.get("body", b"")
        return not message.get("more_body", False)


def inline_scripts(page: bytes) -> list[str]:
    """The hashes of a page's inline scripts, each once, as a policy names them."""
    digests = {
        hashlib.sha256(found["code"]).digest(): None
        for found in _INLINE.finditer(page)
        if found["code"] and not re.search(rb"\bsrc\s*=", found["attributes"])
    }
    return [f"sha256-{base64.b64encode(digest).decode()}" for digest in digests]


def completed(headers: Iterable[Header], more: Iterable[Header]) -> list[Header]:
    """The headers, and those of `more` that are not among them."""
    given = list(headers)
    names = {name.lower() for name, _ in given}
    return [*given, *(header for header in more if header[0] not in names)]


def _is_page(headers: Iterable[Header]) -> bool:
    return any(
        name.lower() == b"content-type" and value.startswith(b"text/html")
        for name, value in headers
    )
