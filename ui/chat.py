"""The chat page: Gradio puts our own parts in place, and the browser asks through the API.

What a visitor says is kept by their own browser and nowhere else; Gradio has no function to call
and no state, so that `POST /api/chat` with its limits is the only way in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI, Response
from fastapi.staticfiles import StaticFiles

from assistant.settings import Settings
from ui.page_head import PageHead
from ui.page_parts import FOLDER, PageParts, assets_version, favicon

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ui.desk import Desk

#: A year: the address of scripts and styles changes with them.
_FOR_GOOD = "public, max-age=31536000, immutable"


def page_app(desk: Desk, settings: Settings) -> FastAPI:
    """The page at `/` with its scripts, styles and icon, as an application of its own."""
    parts = PageParts(desk.resume, settings)
    app = FastAPI(openapi_url=None)
    app.add_middleware(PageHead, parts=parts, desk=desk)
    app.mount(f"/page/{assets_version()}", _Kept(StaticFiles(directory=FOLDER)))
    icon = favicon(desk.resume)

    @app.get("/favicon.svg")
    @app.get("/favicon.ico")
    async def favicon_route() -> Response:
        return Response(icon, media_type="image/svg+xml")

    gr.mount_gradio_app(
        app,
        chat_page(parts),
        path="/",
        theme=_theme(),
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
    )
    return app


def chat_page(parts: PageParts) -> gr.Blocks:
    """Who it is about, the conversation, and the resume beside it."""
    page: gr.Blocks
    with (
        gr.Blocks(title=parts.title, analytics_enabled=False, fill_width=True) as page,
        gr.Column(elem_id="page"),
    ):
        for name in ("masthead", "conversation", "resume"):
            gr.HTML(parts[name], elem_id=name, apply_default_css=False, js_on_load=None)
    return page


def _theme() -> gr.themes.Base:
    """Gradio's plainest, without a font to fetch; the page has a look of its own."""
    return gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


class _Kept:
    """Lets browsers keep what is found."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 400:
                header = (b"cache-control", _FOR_GOOD.encode())
                message["headers"] = [*message["headers"], header]
            await send(message)

        await self._app(scope, receive, kept)
