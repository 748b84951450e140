from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from fake_assistant import FakeAssistant, desk_over

from ui.chat import chat_page


async def replies(assistant: FakeAssistant, question: str, *history: dict[str, Any]) -> list[str]:
    desk = desk_over(assistant)
    page: Any = chat_page(desk, desk.settings)
    scope = {"client": ("127.0.0.1", 50_000), "headers": []}
    request = SimpleNamespace(request=SimpleNamespace(scope=scope))
    return [text async for text in page.fn(question, list(history), request)]


def said(role: str, words: str) -> dict[str, Any]:
    """A turn as Gradio hands it on."""
    return {"role": role, "content": [{"type": "text", "text": words}]}


async def test_an_answer_comes_in_pieces_and_ends_with_its_citations() -> None:
    first, second, last = await replies(FakeAssistant(), "Kafka?")
    assert (first, second) == ("You asked:", "You asked: Kafka? [1]")
    assert last == (
        "You asked: Kafka? [1]\n\n"
        "Sources\n[1] Work &gt; Tern, wren.md lines 4-5: “Ran Kafka at Tern”"
    )


async def test_markup_in_a_resume_or_a_question_is_shown_and_not_obeyed() -> None:
    texts = await replies(FakeAssistant("<img src=//wren.example/x>"), "<script>?")
    assert not any("<" in text for text in texts)
    assert "“&lt;img src=//wren.example/x&gt;”" in texts[-1]


async def test_the_history_is_handed_on_as_it_was_said_without_citations() -> None:
    fake = FakeAssistant()
    *_, shown = await replies(fake, "a < b?")
    await replies(fake, "and?", said("user", "a < b?"), said("assistant", shown))
    assert fake.histories[-1] == [
        {"role": "user", "content": "a < b?"},
        {"role": "assistant", "content": "You asked: a < b? [1]"},
    ]


async def test_what_is_wrong_with_a_question_is_said_in_words() -> None:
    assert await replies(FakeAssistant(), " ") == [
        "The question is empty; type a question about the resume."
    ]


async def test_an_unexpected_error_is_an_apology_to_the_visitor_and_a_line_to_the_owner(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, history: object = ()) -> Any:
            if question == "Go?":
                raise ZeroDivisionError("a secret")
            return super().ask(question)

    (sorry,) = await replies(Broken(), "Go?")
    assert sorry.startswith("Something went wrong")
    assert caplog.record_tuples == [
        ("ui.desk", logging.ERROR, "A question failed: ZeroDivisionError")
    ]
