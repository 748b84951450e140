"""The chat page: a plain Gradio chat over `Assistant.stream`."""

from __future__ import annotations

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
        said = ""
        try:
            async for event in assistant.stream(question, _messages(history)):
                match event:
                    case TextDelta(text):
                        said += text
                        yield said
                    case Done(answer):
                        yield _SOURCES.join(filter(None, [answer.answer, sources_text(answer)]))
        except ResumeAssistantError as error:
            yield str(error)
        except Exception:
            _log.exception("a question failed")
            yield _UNEXPECTED

    name = assistant.resume.name
    return gr.ChatInterface(
        respond,
        title=f"Ask about {name.text}" if name else "Ask about this resume",
        chatbot=gr.Chatbot(render_markdown=False, show_label=False, buttons=["copy"]),
        textbox=gr.Textbox(placeholder="Ask a question", show_label=False),
        examples=_EXAMPLES,
        concurrency_limit=_AT_ONCE,
        flagging_mode="never",
        analytics_enabled=False,
        api_visibility="private",
    )


def _messages(history: list[dict[str, Any]]) -> list[Message]:
    """Gradio's history as ours. A turn's content is a string or a list of typed parts."""
    return [
        Message(role=turn["role"], content=_words(turn["content"]).partition(_SOURCES)[0])
        for turn in history
        if turn["role"] in ("user", "assistant")
    ]


def _words(content: str | list[dict[str, Any]]) -> str:
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content if part.get("type") == "text")
