"""The chat-model answerer: the model words the answer, the gate lets through what the resume says.

The offline answer is made first, on every question. It is what the visitor gets where the model is
not asked (its budget is spent, it is down, or code has settled the question), fails, is too slow,
or says nothing that holds; and its facts are among the sources that the model is given.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Done, Status, TextDelta
from assistant.breaker import Breaker
from assistant.budget import Budget, Limits, Usage
from assistant.calls import Call, Calls, ModelFailedError
from assistant.checked import Gate
from assistant.extractive import ExtractiveAnswerer, Offline
from assistant.facts import first_name
from assistant.languages import small_words
from assistant.prompt import Asking, Leak, Prompt, repair, write_prompt
from assistant.provider_loop import run
from assistant.reply import Judge, Reply, bears_on, left_out
from assistant.sources import Library, Source
from assistant.told import Told

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from assistant.question import Question
    from assistant.settings import Settings

#: Of what the resume seems silent about, a model may find it in so many of the nearest lines.
_NEAR = 8
#: Tokens that the rules and the question take, left out of what sources may take.
_RULES_TOKENS = 900

Event = TextDelta | Done

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NamedModel:
    """A chat model and what answers say wrote them, `provider:model`."""

    name: str
    chat: BaseChatModel


class GenerativeAnswerer:
    """Answers with a chat model. Its methods run in the loop of the providers, but for `answer`.

    `checked=False` lets everything through, for `eval` to compare with; never for visitors.
    """

    def __init__(
        self,
        offline: ExtractiveAnswerer,
        model: NamedModel,
        settings: Settings,
        today: Callable[[], date],
        *,
        checked: bool = True,
    ) -> None:
        self._offline = offline
        self._name = model.name
        self._settings = settings
        self._today = today
        self._checked = checked
        self._library = Library(offline.resume, offline.citer)
        self._library.grounds(today())  # a third of a second, which no visitor should wait for
        self._breaker = Breaker(settings.model_failures, settings.model_rest_seconds)
        self._budget = Budget(Limits.of(settings), settings.model_budget_file)
        self._calls = Calls(model.chat, settings, self._breaker)

    def answer(self, question: Question, config: RunnableConfig | None = None) -> Answer:
        """The whole answer, once it is there."""

        async def whole() -> Answer:
            async for event in self.stream(question, config):
                if isinstance(event, Done):
                    return event.answer
            raise AssertionError("a stream ends with Done")

        return run(whole())

    async def stream(
        self, question: Question, config: RunnableConfig | None = None
    ) -> AsyncGenerator[Event]:
        """Sentences as they pass, then the answer."""
        # Neither thinking nor a file may hold up the other answers in this loop.
        offline = await asyncio.to_thread(self._offline.told, question)
        told = Told(self._name)
        reply = None
        if not (reason := self._settled(offline, question)):
            sources = self._sources(offline, question)
            prompt = write_prompt(self._asking(question), sources)
            reason = await asyncio.to_thread(self._refused, prompt)
            if not reason:
                reply = Reply(
                    self._gate(offline, question, sources),
                    self._offline.citer,
                    waits=self._waits(offline, question),
                )
                async with contextlib.aclosing(
                    self._replied(prompt, reply, told, config)
                ) as deltas:
                    async for delta in deltas:
                        yield delta
                for text in self._concluded(reply, offline, question, told):
                    yield TextDelta(text)
        if reply is not None and reply.shown:
            yield Done(self._answer(question, offline, reply, told))
            return
        told.outcome = reason or told.outcome or "nothing that it said holds"
        for text in _in_words(offline.answer.answer):
            yield TextDelta(text)
        explanation = {**(offline.answer.explanation or {}), **told.explained(reply)}
        yield Done(offline.answer.model_copy(update={"explanation": explanation}))

    def _settled(self, offline: Offline, question: Question) -> str:
        """Why the model is not asked: code knows better, or there is nothing to word."""
        draft = offline.draft
        if question.language or not self._checked:
            return ""
        if draft.status is not Status.ANSWERED and draft.settled:
            return "settled without it"
        if draft.status is Status.ANSWERED and not draft.evidence:
            return "fixed words"
        return ""

    def _refused(self, prompt: Prompt) -> str:
        """Why the model may not be asked now. If it may, the call is paid for."""
        if prompt.tokens > self._settings.model_prompt_tokens + _RULES_TOKENS:
            return "the question is too long for it"
        if not self._breaker.allows():
            return "it rests after failures"
        if not self._budget.reserve(self._most(prompt)):
            return "the day's budget is spent"
        return ""

    def _most(self, prompt: Prompt) -> Usage:
        """The most that an answer can take: every retry, and a repair."""
        settings = self._settings
        tries = 1 + settings.model_retries
        once = Usage(prompt.tokens * tries, settings.model_output_tokens)
        return once + once if settings.model_repairs else once

    async def _replied(
        self, prompt: Prompt, reply: Reply, told: Told, config: RunnableConfig | None
    ) -> AsyncGenerator[TextDelta]:
        """What the model says and the gate lets through, after a repair if nothing else is."""
        until = time.monotonic() + self._settings.model_total_seconds
        used = Usage(0, 0)
        try:
            for _ in range(1 + self._settings.model_repairs):
                told.call = Call(time.monotonic())
                try:
                    async with contextlib.aclosing(
                        self._read(prompt, reply, told.call, until, config)
                    ) as deltas:
                        async for delta in deltas:
                            yield delta
                except ModelFailedError as failure:
                    told.outcome = str(failure)
                    _log.warning("%s gave no answer: %s", self._name, failure)
                    return
                finally:
                    used += told.call.usage(prompt)
                if reply.told or reply.silent or not reply.tally.dropped or told.outcome:
                    return
                prompt, told.repaired = repair(prompt, reply.tally.dropped), True
        finally:
            told.usage = used
            self._budget.settle(self._most(prompt), used)

    async def _read(
        self,
        prompt: Prompt,
        reply: Reply,
        call: Call,
        until: float,
        config: RunnableConfig | None,
    ) -> AsyncGenerator[TextDelta]:
        leak = Leak(prompt.secrets if self._checked else ())
        failure: ModelFailedError | None = None
        try:
            async with contextlib.aclosing(
                self._calls.tokens(prompt, call, until, config)
            ) as tokens:
                async for token in tokens:
                    if leak.found(token):
                        failure = ModelFailedError("it gave its rules away")
                        break
                    for text in reply.feed(token):
                        yield TextDelta(text)
                    if reply.full:
                        break
        except ModelFailedError as error:
            failure = error
        # What stands when the stream breaks off is judged like the rest, if it is a sentence.
        for text in reply.end(whole=call.ended and failure is None):
            yield TextDelta(text)
        if failure is not None:
            raise failure

    def _concluded(
        self, reply: Reply, offline: Offline, question: Question, told: Told
    ) -> Iterator[str]:
        """What is let out at the end: what waited, if it answers; what only we have said."""
        if reply.waits:
            near = offline.near(_NEAR)
            if reply.told and not reply.silent and bears_on(reply.told, near):
                yield from reply.release()
            elif reply.told:
                told.outcome = "the resume seems silent, and what it said is near to nothing asked"
            return
        if self._checked and reply.told and offline.draft.status is Status.ANSWERED:
            for sentence in left_out(offline.draft, reply.told):
                yield from reply.add(sentence)

    def _waits(self, offline: Offline, question: Question) -> bool:
        # Of a question in another language nothing was judged.
        silent = offline.draft.status is not Status.ANSWERED and not question.language
        return self._checked and silent

    def _gate(self, offline: Offline, question: Question, sources: dict[int, Source]) -> Judge:
        if not self._checked:
            from assistant.unchecked import Unchecked

            return Unchecked(sources)
        resume = self._offline.resume
        return Gate(
            self._library.grounds(self._today()),
            sources,
            self._offline.known,
            offline=offline.answer.answer,
            words=small_words(question.language),
            # Other languages have other words for them, and nouns that agree.
            first=None if question.language or not resume.name else first_name(resume),
        )

    def _sources(self, offline: Offline, question: Question) -> dict[int, Source]:
        told: Sequence[Any] = () if question.language else offline.draft.sentences
        room = self._settings.model_prompt_tokens - _RULES_TOKENS
        return self._library.of(told, offline.ranked, max(0, room), self._today())

    def _asking(self, question: Question) -> Asking:
        resume = self._offline.resume
        return Asking(
            name=resume.name.text if resume.name else "this person",
            first=first_name(resume) if resume.name else "they",
            question=question.text,
            standalone=question.standalone,
            history=question.history,
            language=question.language,
            today=self._today(),
        )

    def _answer(self, question: Question, offline: Offline, reply: Reply, told: Told) -> Answer:
        told.outcome = "answered" if not told.outcome else f"answered in part: {told.outcome}"
        status = Status.ANSWERED
        if not self._checked and reply.silent and not reply.citations:
            status = Status.NOT_IN_RESUME
        return Answer(
            question=question.text,
            status=status,
            answer=reply.text,
            citations=reply.citations,
            answered_by=self._name,
            explanation={**(offline.answer.explanation or {}), **told.explained(reply)},
        )


def _in_words(text: str) -> Iterator[str]:
    for at, word in enumerate(text.split(" ")):
        yield word if at == 0 else f" {word}"
