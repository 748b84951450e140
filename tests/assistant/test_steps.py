"""Steps of the chain behave as LangChain's own do."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import BaseCallbackHandler

from assistant.steps import Step


class Names(BaseCallbackHandler):
    """Notes the name of each step that starts."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def on_chain_start(self, *_: Any, **told: Any) -> None:
        self.seen.append(told["name"])


async def test_steps_run_one_after_the_other_and_are_traced_by_name() -> None:
    names = Names()
    chain = Step(lambda value: value + 1, "add") | Step(lambda value: value * 2, "double")
    assert chain.invoke(1, {"callbacks": [names]}) == 4
    assert names.seen[1:] == ["add", "double"]
    assert await chain.ainvoke(2) == 6
    assert chain.batch([1, 2]) == [4, 6]
