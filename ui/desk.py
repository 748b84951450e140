"""The one way through: page, widget and API hand their questions in here.

A question is checked (length, history, rates), waits for its turn and for the assistant to be
ready, and is answered by `Assistant.stream`. What a visitor may read when something fails is
decided here, too.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from assistant.answer import Done, Message, TextDelta
from assistant.chain import checked_question
from assistant.settings import Settings
from assistant.starters import candidates, starter_questions
from ingest.errors import ResumeAssistantError
from ingest.resume import Resume
from ui.later import Later
from ui.limits import Busy, Gate, Rates, checked_history

if TYPE_CHECKING:
    from assistant import Assistant

_log = logging.getLogger(__name__)

#: Seconds after which one who waits is told again that they do: proxies cut what is silent.
_STILL = 10


class NotReadyError(ResumeAssistantError):
    """The assistant could not be made ready. Why is the owner's business: it may name paths."""

    def __init__(self) -> None:
        super().__init__("The assistant is out of order; whoever runs it has been told why.")


class AnswerError(ResumeAssistantError):
    """An answer failed for a reason that nobody foresaw."""

    def __init__(self) -> None:
        super().__init__(
            "Something went wrong here, and it was not your question. Please try again."
        )


Reason = Literal["warming", "queued"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The question waits: the assistant is being made ready, or others are before it."""

    reason: Reason


Event = Waiting | TextDelta | Done


class Desk:
    """Takes questions about one resume, from the moment that the server starts.

    `open_assistant` is called once, in a thread: by `warm`, or else by the first question.
    """

    def __init__(
        self, settings: Settings, resume: Resume, open_assistant: Callable[[], Assistant]
    ) -> None:
        self.settings = settings
        self.resume = resume
        self._open = open_assistant
        self._opening = Later(self._open_and_try)
        self._rates = Rates(settings)
        self._gate = Gate(settings.max_at_once, settings.max_waiting)
        self._stopping = asyncio.Event()
        self._starters: tuple[str, ...] = candidates(resume)[:3]

    def warm(self) -> None:
        """Begin to open the assistant, and to try the starter questions out on it."""
        self._opening.start()

    @property
    def ready(self) -> bool:
        """Whether questions are answered at once."""
        return self._opening.made

    @property
    def failure(self) -> BaseException | None:
        """Why the assistant could not be opened: for its owner, never for a visitor."""
        return self._opening.failure

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call `then`, from another thread, once it is clear whether the assistant will answer."""
        self._opening.when_done(then)

    @property
    def starters(self) -> tuple[str, ...]:
        """Questions to begin with; each was seen to be answered once the desk is ready."""
        return self._starters

    async def assistant(self) -> Assistant:
        """The assistant once it is open; raises what opening it raised."""
        return await self._opening.get()

    async def stream(
        self, question: str, history: Sequence[Message], address: str
    ) -> AsyncGenerator[Event]:
        """Answer a question; its place is free again when the iterator is closed.

        Raises `QuestionError`, `TooManyQuestions` or `Busy` before any work is done and, but for a
        wait that takes too long, before any event; then `NotReadyError` or `AnswerError`.
        """
        asked = checked_question(question, self.settings)
        checked_history(history, self.settings)
        await self._rates.take(address)
        ticket = self._gate.join()
        try:
            async with aclosing(self._turn(ticket)) as waits:
                async for waiting in waits:
                    yield waiting
            async with aclosing(self._answer(asked, history)) as events:
                async for event in events:
                    yield event
        finally:
            self._gate.leave(ticket)

    def stop(self) -> None:
        """Send away whoever still waits; answers under way go on."""
        self._stopping.set()

    def _open_and_try(self) -> Assistant:
        # Trying the starters out also loads what is loaded with the first answer, which takes the
        # longest of all.
        assistant = self._open()
        try:
            self._starters = starter_questions(self.resume, assistant.ask)
        except Exception as error:
            _log.error("No starter questions: %s", type(error).__name__)
        return assistant

    async def _turn(self, ticket: asyncio.Future[None]) -> AsyncGenerator[Waiting]:
        """Ends when the assistant is open and the ticket lets in."""
        clock = asyncio.get_running_loop().time
        until = clock() + self.settings.max_wait_seconds
        opening = asyncio.ensure_future(self._opening.wait())
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stopping.wait())
        await asyncio.sleep(0)  # so that what is done already shows
        try:
            waits: list[tuple[asyncio.Future[Any], Reason]]
            waits = [(opening, "warming"), (ticket, "queued")]
            for what, reason in waits:
                while not what.done():
                    yield Waiting(reason)
                    timeout = min(_STILL, until - clock())
                    await asyncio.wait(
                        {what, stopping}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED
                    )
                    if not what.done() and (stopping.done() or clock() >= until):
                        raise Busy
        finally:
            opening.cancel()
            stopping.cancel()

    async def _answer(
        self, asked: str, history: Sequence[Message]
    ) -> AsyncGenerator[TextDelta | Done]:
        became = "abandoned"
        if self.failure is not None:
            raise NotReadyError
        try:
            assistant = await self.assistant()
            async with aclosing(assistant.stream(asked, history)) as events:
                async for event in events:
                    if isinstance(event, Done):
                        became = event.answer.status.value
                    yield event
        except ResumeAssistantError:
            became = "refused"
            raise
        except Exception as error:
            became = "failed"
            # The type alone: a message may hold what the visitor typed.
            _log.error("A question failed: %s", type(error).__name__)
            _log.debug("Where it failed", exc_info=True)
            raise AnswerError from None
        finally:
            if self.settings.log_questions:
                _print_question(asked, became)


def _print_question(question: str, became: str) -> None:
    line = {"at": datetime.now(UTC).isoformat(), "question": question, "became": became}
    print(json.dumps(line, ensure_ascii=False), flush=True)
