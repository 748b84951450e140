"""The application in this process, asked without a socket, over an assistant without an index."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from fake_assistant import FakeAssistant
from fastapi import FastAPI

from assistant.settings import Settings
from ui.server import create_app

#: Who asks, unless a test says otherwise.
VISITOR = ("203.0.113.7", 50_000)


def application(assistant: FakeAssistant | None = None, **settings: Any) -> FastAPI:
    """The application as `serve` runs it; `settings` in place of the defaults."""
    asked = assistant or FakeAssistant()
    return create_app(Settings.load(**settings), asked.resume, lambda: cast(Any, asked))


@asynccontextmanager
async def running(app: FastAPI, ready: bool = True) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application from its start to its end; it may be `ready` by then."""
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=VISITOR)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            if ready:
                await app.state.desk.assistant()
            yield client
