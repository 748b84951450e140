"""The chat page: a plain Gradio chat over `Assistant.stream`."""

from __future__ import annotations

import html
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.answer import Done, Message, TextDelta
from ingest.errors import ResumeAssistantError
from ui.render import sources_text

if TYPE_CHECKING:
    from assistant import Assistant

_log = logging.getLogger(__name__)

# Between an answer and its citations. The history that comes back is cut here: what was quoted is
# no part of what was said.
_SOURCES = "\n\nSources\n"

# Questions answered at a time; Gradio's own default is one, which makes visitors wait in line.
_AT_ONCE = 8
_EXAMPLES = ["Where did they work last?", "What are their main skills?", "How can I reach them?"]
_UNEXPECTED = "Something went wrong here, and it was not your question. Please try again."


def theme() -> gr.themes.Base:
    """A look that needs no font from anywhere: the visitor's own."""
    return gr.themes.Soft(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


def chat_page(assistant: Assistant) -> gr.Blocks:
    """The page. Nothing on it is rendered as markup: resume, question and answer are text."""

    async def respond(question: str, history: list[dict[str, Any]]) -> AsyncIterator[str]:
        try:
            async for text in _replies(assistant, question, _messages(history)):
                # Gradio shows HTML that stands in plain text, images from anywhere included.
                yield html.escape(text, quote=False)
        except ResumeAssistantError as error:
            yield html.escape(str(error), quote=False)
        except Exception as error:
            _log.error("A question failed: %s: %s", type(error).__name__, error)
            _log.debug("Where it failed", exc_info=True)
            yield _UNEXPECTED

    name = assistant.resume.name
    return gr.ChatInterface(
        respond,
        title=f"Ask about {name.text}" if name else "Ask about this resume",
        chatbot=gr.Chatbot(render_markdown=False, show_label=False, buttons=["copy"]),
        examples=_EXAMPLES,
        concurrency_limit=_AT_ONCE,
        flagging_mode="never",
        analytics_enabled=False,
        api_visibility="private",
    )


async def _replies(
    assistant: Assistant, question: str, history: list[Message]
) -> AsyncIterator[str]:
    """All that is said so far, again and again; at last with the citations below."""
    said = ""
    async for event in assistant.stream(question, history):
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
