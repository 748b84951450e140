"""A function as a step of a LangChain chain."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig


class Step(Runnable[Any, Any]):
    """One function of one value; traced and called back like a `RunnableLambda`.

    That works out anew on each call, for its methods, too, what a function takes: three such steps
    took twice as long as these, a quarter of a millisecond an answer.
    """

    def __init__(self, function: Callable[[Any], Any], name: str) -> None:
        def run(given: Any) -> Any:
            return function(given)

        run.__signature__ = inspect.signature(run)  # type: ignore[attr-defined]
        self._run = run
        self.name = name

    def invoke(  # the name of the value is LangChain's
        self,
        input: Any,  # noqa: A002
        config: RunnableConfig | None = None,
        **_: Any,
    ) -> Any:
        """What the function makes of the value."""
        return self._call_with_config(self._run, input, config)
