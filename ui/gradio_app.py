"""Gradio as a part of the application: made late, shown through an allow-list, told of the end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from ui.desk import Desk
from ui.later import Later
from ui.problems import problem

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Message, Receive, Scope, Send

#: What the chat page asks for, as Chromium's network log has it. Gradio serves far more: uploads,
#: files of this machine, a proxy, recorders, an editor of the page by a chat model. It has no
#: function to call here: questions go to `/api/chat` alone.
_SHOWN = re.compile(
    r"/(?:config|theme\.css|robots\.txt|favicon\.(?:ico|svg)|(?:assets|static|page)/[^/].*)?"
)
#: A connection that each page keeps open, so that Gradio knows that it is still there.
_HEARTBEAT = "/gradio_api/heartbeat/"


class GradioApp:
    """The chat page, for which whoever comes early waits.

    Importing gradio takes seconds, in a thread of its own; until then the port answers all that is
    not Gradio's. The application has a life of its own, which `running` keeps within the server's.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._made = Later(lambda: _mounted(desk, settings))
        self._stopping = asyncio.Event()

    def wait_here(self) -> None:
        """Hold up this thread until the page is there; raises what making it raised."""
        self._made.get_here()

    def stop(self) -> None:
        """Let go of pages that are merely open."""
        self._stopping.set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Make the page in the background; begin and end its life."""
        ending = asyncio.Event()

        async def live() -> None:
            app = await self._made.get()
            async with app.router.lifespan_context(app):
                await ending.wait()

        living = asyncio.create_task(live())
        try:
            yield
        finally:
            self.stop()
            ending.set()
            if not self._made.made:
                living.cancel()
            # What went wrong in making it was said to whoever asked for it.
            await asyncio.wait({living})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve what the page needs. Any other address that is not ours either is not found."""
        if scope["type"] != "http" or not _SHOWN.fullmatch(scope["path"]):
            await problem(404, "There is nothing here.")(scope, receive, send)
            return
        try:
            app = await self._made.get()
        except Exception:
            await problem(503, "The chat page is out of order.")(scope, receive, send)
            return
        if scope["path"] == "/":
            # The page is looked through for its scripts, so it must not come compressed.
            plain = [header for header in scope["headers"] if header[0] != b"accept-encoding"]
            scope = {**scope, "headers": plain}
        elif scope["path"].startswith(_HEARTBEAT):
            receive = self._until_stop(receive)
        await app(scope, receive, send)

    def _until_stop(self, receive: Receive) -> Receive:
        """Messages of a client that seems to go away when the server stops."""

        async def received() -> Message:
            coming = asyncio.ensure_future(receive())
            stopping = asyncio.ensure_future(self._stopping.wait())
            try:
                await asyncio.wait({coming, stopping}, return_when=asyncio.FIRST_COMPLETED)
                return coming.result() if coming.done() else {"type": "http.disconnect"}
            finally:
                coming.cancel()
                stopping.cancel()

        return received


def _mounted(desk: Desk, settings: Settings) -> FastAPI:
    # gradio takes seconds to import: only whoever serves should pay.
    from fastapi import FastAPI
    from fastapi.middleware.cors import CORSMiddleware

    from ui.chat import mount_page

    app = FastAPI(openapi_url=None)
    # One that allows nobody. Gradio's own would answer any origin, credentials and all, unless the
    # host is localhost; it stands back where there is another already.
    app.add_middleware(CORSMiddleware)
    blocks = mount_page(app, desk, settings)
    _silence(blocks.config)
    return app


def _silence(config: Any) -> None:
    """Take out of the page's description what it says of the machine and nobody needs."""
    config["version"] = ""
    for component in config["components"]:
        # A function of Gradio's, with its place in memory.
        component["props"].pop("delete_callback", None)
