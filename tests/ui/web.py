"""The application in this process, asked without a socket, over assistants without an index."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from fake_assistant import FakeAssistant
from fastapi import FastAPI

from assistant.answer import Done, Message, TextDelta
from assistant.settings import Settings
from ui.desk import Desk
from ui.server import create_app

#: Who asks, unless a test says otherwise.
VISITOR = ("203.0.113.7", 50_000)


class SlowAssistant(FakeAssistant):
    """Says one word and then nothing more until it is told to; knows who was heard to the end."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()
        self.begun: list[str] = []
        self.finished: list[str] = []
        self.abandoned: list[str] = []

    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncGenerator[TextDelta | Done]:
        self.begun.append(question)
        try:
            yield TextDelta("Well")
            await self.go_on.wait()
            yield Done(self.ask(question, history))
            self.finished.append(question)
        finally:
            if question not in self.finished:
                self.abandoned.append(question)


def application(
    assistant: FakeAssistant | None = None,
    opened: Callable[[], None] = lambda: None,
    **settings: Any,
) -> FastAPI:
    """The application as `serve` runs it; `opened` is called when the assistant is to be opened."""
    asked = assistant or FakeAssistant()

    def open_assistant() -> Any:
        opened()
        return asked

    return create_app(Settings.load(**settings), asked.resume, open_assistant)


@asynccontextmanager
async def running(app: FastAPI, ready: bool = True) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application from its start to its end; it may be `ready` by then."""
    async with app.router.lifespan_context(app), client_of(app) as client:
        if ready:
            await desk_of(app).assistant()
        yield client


def client_of(app: FastAPI, address: str = VISITOR[0]) -> httpx.AsyncClient:
    """A visitor at this address, of an application that runs already."""
    transport = httpx.ASGITransport(app, client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://test")


def desk_of(app: FastAPI) -> Desk:
    """The application's way through."""
    return cast(Desk, app.state.desk)


def events(text: str) -> list[tuple[str, Any]]:
    """The name and data of each Server-Sent Event."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(
            line.split(": ", 1) for line in block.splitlines() if not line.startswith(":")
        )
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


class Client:
    """One request, whose client may go away before it is answered: httpx's stays to the end."""

    def __init__(self, app: FastAPI, question: str, accept: str = "application/json") -> None:
        self.gone = asyncio.Event()
        self.sent: list[dict[str, Any]] = []
        body = json.dumps({"question": question}).encode()
        headers = {
            "host": "test", "accept": accept, "content-type": "application/json",
            "content-length": str(len(body)),
        }  # fmt: skip
        scope = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1", "method": "POST", "path": "/api/chat", "raw_path": b"/api/chat",
            "root_path": "", "scheme": "http", "query_string": b"", "client": VISITOR,
            "server": ("test", 80), "state": {},
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }  # fmt: skip
        self._coming = [{"type": "http.request", "body": body, "more_body": False}]
        self.task = asyncio.ensure_future(app(scope, self._receive, self._send))

    async def leave(self) -> None:
        """Go away, and wait until the server has noticed."""
        self.gone.set()
        await asyncio.wait_for(self.task, 20)

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()

    async def _receive(self) -> Any:
        if self._coming:
            return self._coming.pop()
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        self.sent.append(message)


async def until(true: Any) -> None:
    """Come back once `true()` is, or fail after a while."""
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)
