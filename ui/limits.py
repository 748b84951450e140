"""How much one visitor, and all together, may ask; checked before any work is done.

ResumeAssistantError
  LimitError           not now: says when to come back
    TooManyQuestions   an address, or all addresses together, asked too often
    Busy               too many are being answered, or this one waited too long
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections import deque
from collections.abc import Sequence

from limits import RateLimitItem, parse_many
from limits.errors import ConfigurationError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import SlidingWindowCounterRateLimiter

from assistant.answer import Message
from assistant.settings import Settings
from ingest.errors import QuestionError, ResumeAssistantError, SettingsError
from ui.addresses import household

_log = logging.getLogger(__name__)

#: Seconds after which a queue that was full may have room. An answer takes hundredths of a second
#: offline and a few seconds by a chat model.
_A_MOMENT = 5


class LimitError(ResumeAssistantError):
    """The question is fine, but not now. `retry_after` is in seconds, 1 at least."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TooManyQuestions(LimitError):  # noqa: N818 - as one would say it
    """An address, or all together, asked more often than they may."""


class Busy(LimitError):  # noqa: N818
    """Nobody can take the question just now."""

    def __init__(self, message: str = "", retry_after: int = _A_MOMENT) -> None:
        super().__init__(
            message or "Many questions are being answered just now; please try again in a moment.",
            retry_after,
        )


def checked_history(history: Sequence[Message], settings: Settings) -> None:
    """Raises `QuestionError` if more was said before than is taken with a question."""
    if len(history) > settings.max_history_turns:
        raise QuestionError(
            f"The conversation has {len(history):,} turns; send the last"
            f" {settings.max_history_turns:,} at most."
        )
    size = sum(map(_size, history))
    if size > settings.max_history_bytes:
        raise QuestionError(
            f"The conversation has {size:,} bytes; send the last {settings.max_history_bytes:,}"
            " at most."
        )


def _size(turn: Message) -> int:
    return len(turn["content"].encode("utf-8", "replace"))


class Rates:
    """How often an address, and all together, may ask for something; `what` is counted by itself.

    A window that slides, counted and not listed: the library's moving window in memory keeps an
    empty list for every address that ever came, and its asynchronous one takes the longer for a
    question the more addresses there are (0.5 ms with 100). Storages over a network are asked in
    a thread.
    """

    def __init__(self, settings: Settings, what: str = "") -> None:
        self._what = (what,) if what else ()
        try:
            storage = storage_from_string(settings.rate_storage)
        except (ConfigurationError, ImportError, ValueError) as error:
            reason = " ".join(str(error).split())
            raise SettingsError(
                f"RESUME_RATE_STORAGE is {settings.rate_storage!r}: {reason}."
            ) from None
        self._blocking = not isinstance(storage, MemoryStorage)
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._per_address = parse_many(settings.rate_per_address)
        self._overall = parse_many(settings.rate_overall)

    async def take(self, address: str) -> None:
        """Count a question. Raises `TooManyQuestions`; a question refused counts for nothing."""
        if not self._blocking:
            self._take(address)
            return
        try:
            await asyncio.to_thread(self._take, address)
        except TooManyQuestions:
            raise
        except Exception as error:
            # How many are answered at once is bounded all the same: better that than no answer.
            _log.error("Questions cannot be counted: %s", type(error).__name__)

    def _take(self, address: str) -> None:
        visitor = household(address)
        rates: list[tuple[RateLimitItem, tuple[str, ...]]]
        rates = [(rate, (*self._what, "address", visitor)) for rate in self._per_address]
        rates += [(rate, (*self._what, "all")) for rate in self._overall]
        for rate, key in rates:
            if not self._limiter.test(rate, *key):
                raise TooManyQuestions(*self._refusal(rate, key))
        for rate, key in rates:
            self._limiter.hit(rate, *key)

    def _refusal(self, rate: RateLimitItem, key: tuple[str, ...]) -> tuple[str, int]:
        reset = self._limiter.get_window_stats(rate, *key).reset_time
        seconds = max(1, math.ceil(reset - time.time()))
        who = "You have asked a lot" if "address" in key else "Many people are asking just now"
        unit = "second" if seconds == 1 else "seconds"
        return f"{who}; please ask again in {seconds} {unit}.", seconds


class Gate:
    """Lets so many in at once, and so many more wait before it: first come, first served."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free, self._waiting = at_once, waiting
        self._line: deque[asyncio.Future[None]] = deque()

    def join(self) -> asyncio.Future[None]:
        """A ticket, done as soon as its holder may go in; give it back with `leave` in any case.

        Raises `Busy` if too many wait already.
        """
        ticket = asyncio.get_running_loop().create_future()
        if self._free:
            self._free -= 1
            ticket.set_result(None)
        elif len(self._line) < self._waiting:
            self._line.append(ticket)
        else:
            raise Busy
        return ticket

    def leave(self, ticket: asyncio.Future[None]) -> None:
        """Make room for the next, whether the holder got in or not."""
        if not ticket.done():
            self._line.remove(ticket)
        elif self._line:
            self._line.popleft().set_result(None)
        else:
            self._free += 1
