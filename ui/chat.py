"""The chat page: a plain Gradio chat over the desk."""

from __future__ import annotations

import html
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import gradio as gr
from fastapi import FastAPI

from assistant.answer import Done, Message, TextDelta
from assistant.settings import Settings
from ingest.errors import ResumeAssistantError
from ui.addresses import visitor_address
from ui.desk import Desk
from ui.limits import recent
from ui.render import sources_text

# Between an answer and its citations. The history that comes back is cut here: what was quoted is
# no part of what was said.
_SOURCES = "\n\nSources\n"


def page_app(desk: Desk, settings: Settings) -> FastAPI:
    """The page at `/`, as an application of its own."""
    app = FastAPI(openapi_url=None)
    gr.mount_gradio_app(
        app,
        chat_page(desk, settings),
        path="/",
        theme=theme(),
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
    )
    return app


def theme() -> gr.themes.Base:
    """A look that needs no font from anywhere: the visitor's own."""
    return gr.themes.Soft(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


def chat_page(desk: Desk, settings: Settings) -> gr.Blocks:
    """The page. Nothing on it is rendered as markup: resume, question and answer are text."""

    async def respond(
        question: str, history: list[dict[str, Any]], request: gr.Request
    ) -> AsyncIterator[str]:
        address = visitor_address(request.request.scope if request.request else {}, settings)
        try:
            async for text in _replies(desk, question, _messages(history), address):
                # Gradio shows HTML that stands in plain text, images from anywhere included.
                yield html.escape(text, quote=False)
        except ResumeAssistantError as error:
            yield html.escape(str(error), quote=False)

    name = desk.resume.name
    return gr.ChatInterface(
        respond,
        title=f"Ask about {name.text}" if name else "Ask about this resume",
        chatbot=gr.Chatbot(render_markdown=False, show_label=False, buttons=["copy"]),
        examples=list(desk.starters),
        # The desk has limits of its own, and says so to those who wait.
        concurrency_limit=None,
        flagging_mode="never",
        analytics_enabled=False,
        api_visibility="private",
    )


async def _replies(
    desk: Desk, question: str, history: list[Message], address: str
) -> AsyncIterator[str]:
    """All that is said so far, again and again; at last with the citations below."""
    said = ""
    async with aclosing(desk.stream(question, recent(history, desk.settings), address)) as events:
        async for event in events:
            match event:
                case TextDelta(text):
                    said += text
                    yield said
                case Done(answer):
                    yield _SOURCES.join(filter(None, [answer.answer, sources_text(answer)]))


def _messages(history: list[dict[str, Any]]) -> list[Message]:
    """Gradio's history as ours: what was said in words, as it was before it was escaped."""
    return [
        Message(role=turn["role"], content=_words(turn))
        for turn in history
        if turn["role"] in ("user", "assistant")
    ]


def _words(turn: dict[str, Any]) -> str:
    # A turn's content is a string or a list of typed parts.
    parts = turn["content"] if isinstance(turn["content"], list) else [{"text": turn["content"]}]
    text = " ".join(part["text"] for part in parts if "text" in part)
    return html.unescape(text).partition(_SOURCES)[0] if turn["role"] == "assistant" else text
