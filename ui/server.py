"""The web application, and the server that runs it."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from assistant.settings import Settings
from ingest.errors import ServerError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant import Assistant
    from ingest.resume import Resume


def serve(
    settings: Settings,
    load_resume: Callable[[], Resume],
    open_assistant: Callable[[], Assistant],
    say: Callable[[str], None],
) -> None:
    """Serve until interrupted; `say` gets one line a step.

    The address is claimed first, so that a port in use is told at once and not after the index is
    built; it answers from then on, while the page and the assistant are made ready. Raises
    `ServerError` if it cannot be had, and whatever loading the resume or opening the assistant
    raises; `KeyboardInterrupt` after Ctrl+C. On SIGTERM it just returns.
    """
    # uvicorn is for serving only; the other commands do without it.
    import uvicorn

    from ui.stopping import PATIENCE, StoppingServer

    with _claim(settings.host, settings.port) as listening:
        app = create_app(settings, load_resume(), open_assistant)
        host, port = listening.getsockname()[:2]
        say(f"Serving at http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl+C stops it)")
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            # Who is asking is worked out by ourselves, from the proxies that the owner trusts.
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        server = StoppingServer(config, app.state.desk)
        server.run_until_stopped(listening, lambda: say("Ready to answer."))


def create_app(
    settings: Settings, resume: Resume, open_assistant: Callable[[], Assistant]
) -> FastAPI:
    """The web application. Its `state.desk` is where every question goes through."""
    from fastapi import FastAPI

    from ui.api import api_router
    from ui.bodies import BodyLimit
    from ui.desk import Desk
    from ui.gradio_app import GradioApp
    from ui.headers import SecurityHeaders
    from ui.openapi import describe
    from ui.origins import Origins
    from ui.picture_routes import picture_router
    from ui.problems import Failures, handlers
    from ui.widget.routes import router as widget_router

    def open_after_page() -> Assistant:
        # Not both at a time: they import the same packages, which two threads must not.
        page.wait_here()
        return open_assistant()

    desk = Desk(settings, resume, open_after_page)
    page = GradioApp(desk, settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        desk.warm()
        async with page.running():
            yield

    app = FastAPI(
        title="Resume assistant",
        summary="Answers questions about one resume, each sentence cited to its line.",
        version="1",
        docs_url=None,  # they load scripts from other hosts
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        exception_handlers=handlers(),
    )
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    app.state.desk = desk
    app.include_router(api_router(desk))
    app.include_router(picture_router(desk))
    app.include_router(widget_router)
    # Not a mount at "/", which would take every wrong method on our own routes for itself.
    app.router.default = page
    for middleware in (Failures, BodyLimit, Origins, SecurityHeaders):  # the last is outermost
        app.add_middleware(middleware, settings=settings)
    return app


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
