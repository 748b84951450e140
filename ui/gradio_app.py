"""Gradio as a part of the application: made late, and shown through an allow-list."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from fastapi import HTTPException

from assistant.settings import Settings
from ui.desk import Desk
from ui.later import Later

if TYPE_CHECKING:
    import gradio as gr
    from fastapi import FastAPI
    from starlette.types import Receive, Scope, Send

#: What the chat page asks for, as Chromium's network log has it. Gradio serves far more: uploads,
#: files of this machine, a proxy, recorders, an editor of the page by a chat model. It has no
#: function to call here: questions go to `/api/chat` alone.
_SHOWN = re.compile(
    r"/(?:config|theme\.css|robots\.txt|favicon\.(?:ico|svg)|(?:assets|static|page)/[^/].*)?"
)
#: The page and its description, which Gradio makes anew for each request.
_DESCRIBED = ("/", "/config")


class GradioApp:
    """The chat page, for which whoever comes early waits.

    Importing gradio takes seconds, in a thread of its own; until then the port answers all that is
    not Gradio's. The application has a life of its own, which `running` keeps within the server's.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._made = Later(lambda: _made(desk, settings))
        self._living: asyncio.Task[None] | None = None
        self._alive = asyncio.Event()

    def wait_here(self) -> None:
        """Hold up this thread until the page is there; raises what making it raised."""
        self._made.get_here()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Make the page in the background; begin and end its life."""
        ending = asyncio.Event()

        async def live() -> None:
            # What goes wrong in making it is said to whoever asks for it.
            with suppress(Exception):
                app = await self._made.get()
                async with app.router.lifespan_context(app):
                    self._alive.set()
                    await ending.wait()
            self._alive.set()

        living = self._living = asyncio.create_task(live())
        try:
            yield
        finally:
            ending.set()
            if not self._made.made:
                living.cancel()
            await asyncio.wait({living})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve what the page needs. Any other address that is not ours either is not found."""
        if scope["type"] != "http":
            await send({"type": "websocket.close"})
            return
        if not _SHOWN.fullmatch(scope["path"]):
            raise HTTPException(404)
        app = await self._ready()
        if scope["path"] in _DESCRIBED:
            # The page is looked through for its scripts, so it must not come compressed. What is
            # said after the question mark is for the page's own scripts: Gradio would look for
            # saved states by it.
            plain = [header for header in scope["headers"] if header[0] != b"accept-encoding"]
            scope = {**scope, "headers": plain, "query_string": b""}
        await app(scope, receive, send)

    async def _ready(self) -> FastAPI:
        """The application, once it is made and its life has begun."""
        try:
            app = await self._made.get()
        except Exception:
            raise HTTPException(503, "The chat page is out of order.") from None
        if self._living is not None and not self._living.done():
            await self._alive.wait()
        return app


def _made(desk: Desk, settings: Settings) -> FastAPI:
    # gradio takes seconds to import: only whoever serves should pay.
    from fastapi.middleware.cors import CORSMiddleware

    from ui.chat import page_app

    async def within_a_loop() -> FastAPI:
        # Else Gradio opens one for each of its locks, and closes none.
        return page_app(desk, settings)

    app = asyncio.run(within_a_loop())
    # One that allows nobody. Gradio's own would answer any origin, credentials and all, unless the
    # host is localhost; it stands back where there is another already.
    app.add_middleware(CORSMiddleware)
    _silence(_blocks(app).config)
    return app


def _blocks(app: FastAPI) -> gr.Blocks:
    """What Gradio shows within an application."""
    from gradio.routes import App

    mounted = (getattr(route, "app", None) for route in app.routes)
    return next(found for found in mounted if isinstance(found, App)).get_blocks()


def _silence(config: Any) -> None:
    """Take out of the page's description what it says of the machine and nobody needs."""
    config["version"] = ""
    for component in config["components"]:
        # A function of Gradio's, with its place in memory.
        component["props"].pop("delete_callback", None)
