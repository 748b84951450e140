from __future__ import annotations

from pathlib import Path

from langchain_core.language_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage

from tests.llm.replies import KeptReplies

ASKED = [HumanMessage('=== 0123456789abcdef01234567 === question\n{"question": "Kafka?"}')]
ANEW = [HumanMessage('=== 76543210fedcba9876543210 === question\n{"question": "Kafka?"}')]


async def said(model: KeptReplies, messages: list[HumanMessage]) -> str:
    return "".join([chunk.text async for chunk in model.astream(messages)]).strip()


async def test_a_question_is_asked_once_whatever_its_fence_and_kept_in_a_file(
    tmp_path: Path,
) -> None:
    replies = iter([AIMessage("It is 0123456789abcdef01234567."), AIMessage("Something else.")])
    file = tmp_path / "replies.jsonl"
    model = KeptReplies(
        inner=GenericFakeChatModel(messages=replies), file=file, on_failure=lambda: None
    )
    assert await said(model, ASKED) == "It is 0123456789abcdef01234567."
    # What it gave away of the fence, it gives away of today's.
    assert await said(model, ANEW) == "It is 76543210fedcba9876543210."
    silent = FakeListChatModel(responses=["Not asked."])
    again = KeptReplies(inner=silent, file=file, on_failure=lambda: None)
    assert await said(again, ASKED) == "It is 0123456789abcdef01234567."


async def test_a_server_that_fails_is_revived_and_asked_again() -> None:
    revived: list[str] = []
    # No message is left at first: the model raises.
    replies = iter([])

    def revive() -> None:
        revived.append("started")
        model.inner = FakeListChatModel(responses=["Kafka."])

    model = KeptReplies(inner=GenericFakeChatModel(messages=replies), on_failure=revive)
    assert await said(model, ASKED) == "Kafka."
    assert (revived, model.failures) == (["started"], 0)
