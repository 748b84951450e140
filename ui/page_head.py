"""What Gradio's page is sent with: whose assistant it is, and the page before scripts run.

Gradio's own HTML names Gradio to whoever reads no scripts (search engines, previews of links,
readers without JavaScript), and is empty until its scripts have run.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ui.desk import Desk
    from ui.page_parts import PageParts

#: Gradio's previews and window, and a manifest that it does not serve.
_GRADIOS = re.compile(
    r'<meta\s[^>]*?(?:property="og:|name="(?:twitter:|viewport"))[^>]*>\s*'
    r'|<link\s[^>]*?rel="manifest"[^>]*>\s*'
)
#: What relative addresses are relative to; ours come after it.
_BASE = re.compile(r"<base\s[^>]*>")


class PageHead:
    """Rewrites the one HTML page. Plain ASGI; everything else passes through as it is."""

    def __init__(self, app: ASGIApp, parts: PageParts, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._head = parts["head"]
        self._first_sight = parts.first_sight()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for the page with what it was rewritten to."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        started: Message = {}
        body = bytearray()

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
                return
            if message["type"] != "http.response.body":
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body"):
                page = self._written(body.decode()).encode() if body else b""
                headers = [pair for pair in started["headers"] if pair[0] != b"content-length"]
                if page:
                    headers.append((b"content-length", str(len(page)).encode()))
                await send({**started, "headers": headers})
                await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, gather)

    def _written(self, page: str) -> str:
        head = f"{self._head}{self._starters()}"
        page = _BASE.sub(lambda base: f"{base[0]}\n{head}", _GRADIOS.sub("", page), count=1)
        return page.replace("<gradio-app", f"{self._first_sight}<gradio-app", 1)

    def _starters(self) -> str:
        """The starter questions as they are now: data, which no browser runs."""
        data = json.dumps(self._desk.starters).replace("<", r"\u003c")
        return f'<script type="application/json" id="starters">{data}</script>\n'
