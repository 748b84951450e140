"""Serves the chat page on one address of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.settings import Settings
from ingest.errors import ServerError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from assistant import Assistant

# Whatever ends up on the page, the browser fetches nothing from another host and sends nothing
# there. Gradio itself needs inline scripts and styles, `eval` and blobs.
_POLICY = (
    "default-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
    " script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'; form-action 'self'; object-src 'none'"
)

# Seconds that open pages may hold up the end; a chat page keeps a connection open for good.
_PATIENCE = 2


def serve(
    settings: Settings, open_assistant: Callable[[], Assistant], say: Callable[[str], None]
) -> None:
    """Serve until interrupted; `say` gets one line a step.

    The address is claimed first, so that a port in use is told at once and not after the index is
    built. Raises `ServerError` if it cannot be had, and whatever opening the assistant raises.
    """
    # uvicorn is for serving only; the other commands do without it.
    import uvicorn

    with _claim(settings.host, settings.port) as listening:
        app = create_app(open_assistant())
        host, port = listening.getsockname()[:2]
        say(f"Serving at http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl+C stops it)")
        config = uvicorn.Config(
            app, log_config=None, access_log=False, timeout_graceful_shutdown=_PATIENCE
        )
        uvicorn.Server(config).run(sockets=[listening])


def create_app(assistant: Assistant) -> FastAPI:
    """The web application: the chat page at `/`."""
    # gradio takes seconds to import: only whoever serves should pay.
    import gradio as gr
    from fastapi import FastAPI

    from ui.chat import chat_page, theme

    app = FastAPI(title="Resume assistant")
    app.add_middleware(_ContentPolicy)
    gr.mount_gradio_app(
        app, chat_page(assistant), path="/", theme=theme(), footer_links=[], ssr_mode=False
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
