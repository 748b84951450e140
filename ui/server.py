"""The web application, and the server that runs it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from assistant.settings import Settings
from ingest.errors import ServerError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from assistant import Assistant
    from ingest.resume import Resume
    from ui.desk import Desk
    from ui.later import Later

# Whatever ends up on the page, the browser fetches nothing from another host and sends nothing
# there. Gradio itself needs inline scripts and styles, `eval` and blobs.
_POLICY = (
    "default-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
    " script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'; form-action 'self'; object-src 'none'"
)

# Seconds that open pages may hold up the end; a chat page keeps a connection open for good.
_PATIENCE = 2


def serve(
    settings: Settings,
    load_resume: Callable[[], Resume],
    open_assistant: Callable[[], Assistant],
    say: Callable[[str], None],
) -> None:
    """Serve until interrupted; `say` gets one line a step.

    The address is claimed first, so that a port in use is told at once and not after the index is
    built. Raises `ServerError` if it cannot be had, and whatever opening the assistant raises.
    """
    # uvicorn is for serving only; the other commands do without it.
    import uvicorn

    with _claim(settings.host, settings.port) as listening:
        app = create_app(settings, load_resume(), open_assistant)
        host, port = listening.getsockname()[:2]
        say(f"Serving at http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl+C stops it)")
        config = uvicorn.Config(
            app, log_config=None, access_log=False, timeout_graceful_shutdown=_PATIENCE
        )
        uvicorn.Server(config).run(sockets=[listening])


def create_app(
    settings: Settings, resume: Resume, open_assistant: Callable[[], Assistant]
) -> FastAPI:
    """The web application. Its `state.desk` is where every question goes through."""
    from fastapi import FastAPI

    from ui.api import api_router
    from ui.desk import Desk
    from ui.later import Later
    from ui.widget.routes import router as widget_router

    page = Later(lambda: _chat_page(desk, settings))

    def open_after_page() -> Assistant:
        # Not both at a time: they import the same packages, which two threads must not.
        page.get_here()
        return open_assistant()

    desk = Desk(settings, resume, open_after_page)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(_running(page, desk))
            yield

    app = FastAPI(
        title="Resume assistant", lifespan=lifespan, docs_url=None, redoc_url=None,
        redirect_slashes=False,
    )  # fmt: skip
    app.state.desk = desk
    app.add_middleware(_ContentPolicy)
    app.include_router(api_router(desk))
    app.include_router(widget_router)
    app.router.default = _LatePage(page)
    return app


@asynccontextmanager
async def _running(page: Later[FastAPI], desk: Desk) -> AsyncIterator[None]:
    """Makes the page and the assistant ready, and ends the page's own life with the server's."""
    ending = asyncio.Event()

    async def live() -> None:
        made = await page.get()
        async with made.router.lifespan_context(made):
            await ending.wait()

    desk.warm()
    living = asyncio.create_task(live())
    try:
        yield
    finally:
        ending.set()
        if not page.made:
            living.cancel()
        await asyncio.wait({living})


class _LatePage:
    """The page, for which whoever comes early waits."""

    def __init__(self, page: Later[FastAPI]) -> None:
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (await self._page.get())(scope, receive, send)


def _chat_page(desk: Desk, settings: Settings) -> FastAPI:
    """The chat page as an application of its own."""
    # gradio takes seconds to import: only whoever serves should pay.
    import gradio as gr
    from fastapi import FastAPI

    from ui.chat import chat_page, theme

    app = FastAPI(openapi_url=None)
    gr.mount_gradio_app(
        app, chat_page(desk, settings), path="/", theme=theme(), footer_links=[], ssr_mode=False
    )
    return app


class _ContentPolicy:
    """Adds the policy to every response. Plain ASGI, so that streams pass through unbuffered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                policy = (b"content-security-policy", _POLICY.encode())
                message["headers"] = [*message["headers"], policy]
            await send(message)

        await self._app(scope, receive, with_policy)


def _claim(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        # Python adds the address in brackets, which the message has already.
        reason = (getattr(error, "strerror", None) or str(error)).partition(" (while")[0]
        raise ServerError(
            f"Cannot listen on {host} port {port}: {reason}."
            " Choose another with --host and --port, or RESUME_HOST and RESUME_PORT."
        ) from error
