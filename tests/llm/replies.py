"""A chat model that is asked each thing once: what it said is kept, and said again.

So the same reply is judged bare and checked, and a file of replies can be judged anew.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr


class KeptReplies(BaseChatModel):
    """`inner`, with its replies kept in `file` (one JSON object a line) and in memory.

    The whole of a reply is read before any of it is passed on, so that it is whole however much of
    it a listener takes. A call that fails is tried once more after `on_failure`; one that fails
    again is kept as "" and counted in `failures`.
    """

    inner: BaseChatModel
    file: Path | None = None
    on_failure: Callable[[], object]
    _kept: dict[str, str] = PrivateAttr(default_factory=dict)
    _failures: int = PrivateAttr(default=0)
    _seconds: float = PrivateAttr(default=0.0)

    def model_post_init(self, context: Any, /) -> None:
        """Read what is kept already."""
        super().model_post_init(context)
        if self.file and self.file.exists():
            for line in self.file.read_text("utf-8").splitlines():
                fields = json.loads(line)
                self._kept[fields["asked"]] = fields["reply"]

    @property
    def failures(self) -> int:
        """Calls that failed twice."""
        return self._failures

    @property
    def seconds(self) -> float:
        """What the calls took together."""
        return self._seconds

    @property
    def _llm_type(self) -> str:
        return "kept-replies"

    def _generate(self, *_: Any, **__: Any) -> ChatResult:
        raise NotImplementedError("answers are streamed")

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        asked = _data(messages)
        if asked not in self._kept:
            self._keep(asked, await self._ask(messages))
        # Of the rules it repeats what it was given this time.
        secrets = _SECRET.findall(str(messages[-1].content))
        reply = _SECRET.sub(secrets[0] if secrets else "", self._kept[asked])
        if not reply:
            raise ConnectionError("it failed when it was asked")
        for word in reply.split(" "):
            yield ChatGenerationChunk(message=AIMessageChunk(content=f"{word} "))
        ended = {"finish_reason": "stop"}
        yield ChatGenerationChunk(message=AIMessageChunk(content="", response_metadata=ended))

    async def _ask(self, messages: list[BaseMessage]) -> str:
        started = time.monotonic()
        try:
            for _ in range(2):
                try:
                    return "".join([chunk.text async for chunk in self.inner.astream(messages)])
                except Exception:
                    self.on_failure()
            self._failures += 1
            return ""
        finally:
            self._seconds += time.monotonic() - started

    def _keep(self, asked: str, reply: str) -> None:
        self._kept[asked] = reply
        if self.file and reply:
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"asked": asked, "reply": reply}) + "\n")


#: The fence and the mark of a prompt, which are drawn anew for each.
_SECRET = re.compile(r"\b[0-9a-f]{24}\b")


def _data(messages: list[BaseMessage]) -> str:
    """What was asked: the sources, the turns and the question, without the fence, which is new
    each time."""
    lines = str(messages[-1].content).splitlines()
    return "\n".join(line for line in lines if line.startswith("{"))
