"""Calls to a chat model that end: in tokens, or in one reason why not, within the time allowed.

Tried again is only what fails in passing (a lost connection, 408, 409, 429, 5xx), before its first
token, while time is left; after a pause that grows and is never the same twice, or as long as the
provider asks for. A provider that hangs is not asked again: who waits has waited enough.

What a provider says about a failure is repeated nowhere: it may quote the key.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.breaker import Breaker
from assistant.budget import Usage
from assistant.provider_loop import closed, noting
from assistant.sources import tokens_in

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.runnables import RunnableConfig

    from assistant.prompt import Prompt
    from assistant.settings import Settings

_TRANSIENT = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
#: Seconds before the second try, doubled for each further one; a half more or less by chance.
_PAUSE = 0.5
#: Why a reply may end that is not at its end: what stands last is half a sentence.
_CUT_OFF = re.compile(r"length|max|filter|safety|recitation|refus|block|prohibit|tool", re.I)
#: Characters of a reply for each token allowed; more than that, and the limit was ignored.
_CHARS_A_TOKEN = 8


class ModelFailedError(Exception):
    """The model gave no answer, or stopped in the middle; the message is for `--explain`."""


@dataclass
class Call:
    """What a call took: seconds from its start, tokens, tries.

    `ended` if it came to its end, `cut_off` if the provider ended it before that.
    """

    started: float
    first: float | None = None
    ended: bool = False
    cut_off: bool = False
    tries: int = 0
    characters: int = 0
    counted: Usage | None = None

    def usage(self, prompt: Prompt) -> Usage:
        """Tokens as the provider counted them, or estimated."""
        guess = Usage(prompt.tokens * max(1, self.tries), tokens_in(" " * self.characters))
        return self.counted or guess


class Calls:
    """Calls to one model, with its limits and its circuit breaker."""

    def __init__(self, model: BaseChatModel, settings: Settings, breaker: Breaker) -> None:
        self._model = model
        self._settings = settings
        self._breaker = breaker

    async def tokens(
        self, prompt: Prompt, call: Call, until: float, config: RunnableConfig | None
    ) -> AsyncGenerator[str]:
        """The reply as it comes. `until` is the end of all time, by `time.monotonic`.

        Raises `ModelFailedError`, whatever else is raised below.
        """
        while True:
            call.tries += 1
            try:
                async with contextlib.aclosing(self._once(prompt, call, until, config)) as tokens:
                    async for token in tokens:
                        yield token
            except Exception as error:
                pause = self._pause(error, call, until)
                if pause is None:
                    self._breaker.failed()
                    raise ModelFailedError(_described(error, call)) from None
                await asyncio.sleep(pause)
                continue
            self._breaker.succeeded()
            return

    async def _once(
        self, prompt: Prompt, call: Call, until: float, config: RunnableConfig | None
    ) -> AsyncGenerator[str]:
        most = self._settings.model_output_tokens * _CHARS_A_TOKEN
        first = min(time.monotonic() + self._settings.model_first_token_seconds, until)
        stream = self._model.astream(prompt.messages, config)
        started: list[AsyncGenerator[Any]] = []
        try:
            while True:
                left = (until if call.first is not None else first) - time.monotonic()
                try:
                    with noting(started):
                        chunk = await asyncio.wait_for(anext(stream), max(0.0, left))
                except StopAsyncIteration:
                    return
                if call.first is None and (chunk.content or chunk.additional_kwargs):
                    call.first = time.monotonic() - call.started
                _note(call, chunk)
                # Half a surrogate pair is no character, and cannot be sent on.
                text = chunk.text.encode("utf-8", "replace").decode("utf-8")
                text = text[: most - call.characters]
                call.characters += len(text)
                if text:
                    yield text
                if call.characters >= most:
                    return
        finally:
            with contextlib.suppress(Exception):
                await stream.aclose()  # type: ignore[attr-defined]
            await closed(started)

    def _pause(self, error: Exception, call: Call, until: float) -> float | None:
        """Seconds until the next try, None if there is to be none."""
        if call.first is not None or call.tries > self._settings.model_retries:
            return None
        if not _is_transient(error):
            return None
        asked = _retry_after(error)
        pause = _PAUSE * 2 ** (call.tries - 1) * random.uniform(0.5, 1.5)  # noqa: S311
        pause = max(pause, asked or 0.0)
        return pause if time.monotonic() + pause < until else None


def _note(call: Call, chunk: AIMessageChunk) -> None:
    told = chunk.response_metadata
    reasons = [told.get(f"{kind}_reason") for kind in ("finish", "stop", "done")]
    if any(_CUT_OFF.search(str(reason)) for reason in reasons if reason):
        call.cut_off = True
    call.ended = (call.ended or any(reasons)) and not call.cut_off
    if chunk.usage_metadata:
        usage = chunk.usage_metadata
        found = Usage(usage["input_tokens"], usage["output_tokens"])
        # Some providers count once, at the end; some as they go, the difference each time.
        call.counted = found if call.counted is None else call.counted + found


def _status(error: Exception) -> int | None:
    """The HTTP status that a provider's client puts into its error, wherever it puts it."""
    response = getattr(error, "response", None)
    for found in (
        getattr(error, "status_code", None),
        getattr(response, "status_code", None),
        getattr(error, "code", None),
    ):
        if isinstance(found, int):
            return found
    return None


def _is_transient(error: Exception) -> bool:
    if isinstance(error, TimeoutError):
        return False
    status = _status(error)
    if status is not None:
        return status in _TRANSIENT
    names = {kind.__name__ for kind in type(error).__mro__}
    if any("Timeout" in name for name in names):
        return False
    return isinstance(error, ConnectionError) or any("Connect" in name for name in names)


def _retry_after(error: Exception) -> float | None:
    """Seconds that the provider asks to wait; dates are taken for no answer."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return float(headers.get("retry-after", ""))
    except (TypeError, ValueError):
        return None


def _described(error: Exception, call: Call) -> str:
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        return "it was too slow" if call.first is not None else "no first word in time"
    status = _status(error)
    what = f"HTTP {status}" if status is not None else type(error).__name__
    return f"{what} after {call.tries} {'tries' if call.tries > 1 else 'try'}"
