"""One event loop, in a thread of its own, in which all calls to providers are made.

The clients of the providers keep connections that belong to the loop which opened them, and are
shared by all models of a process, while visitors come on many loops: the server's, a test's, and
none at all on the command line.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Generator
from concurrent.futures import Future
from contextvars import ContextVar
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

#: Where the generators are noted that start in this context.
_STARTED: ContextVar[list[AsyncGenerator[Any]] | None] = ContextVar("started", default=None)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.call_soon(_note_generators)
    # A daemon: an answer that nobody waits for any more must not keep the process.
    threading.Thread(target=loop.run_forever, name="providers", daemon=True).start()
    return loop


def _note_generators() -> None:
    """Note in `_STARTED` each generator that starts in this thread; the loop still does, too."""
    of_loop = sys.get_asyncgen_hooks().firstiter

    def noted(generator: AsyncGenerator[Any]) -> None:
        if (started := _STARTED.get()) is not None:
            started.append(generator)
        if of_loop is not None:
            of_loop(generator)

    sys.set_asyncgen_hooks(firstiter=noted)


@contextlib.contextmanager
def noting(started: list[AsyncGenerator[Any]]) -> Generator[None]:
    """Add to `started` the generators that are started within."""
    token = _STARTED.set(started)
    try:
        yield
    finally:
        _STARTED.reset(token)


async def closed(started: list[AsyncGenerator[Any]]) -> None:
    """Close what a client has left half read of a reply that was cut off.

    Left to the garbage collector, it is found in whatever thread, and closed in this one while that
    one still looks through it: "async generator already executing".
    """
    for generator in started:
        with contextlib.suppress(Exception):
            await generator.aclose()


def submit(work: Coroutine[Any, Any, T]) -> Future[T]:
    """Start the work in the loop of the providers."""
    return asyncio.run_coroutine_threadsafe(work, _loop())


def run(work: Coroutine[Any, Any, T]) -> T:
    """Wait for the work. If the wait is interrupted, the work is too."""
    future = submit(work)
    try:
        return future.result()
    except BaseException:
        future.cancel()
        raise


async def carried(events: Callable[[], AsyncIterator[T]]) -> AsyncGenerator[T]:
    """The events of an iterator that lives in the providers' loop, in the loop of the caller.

    It is ended when the caller stops to listen.
    """
    here = asyncio.get_running_loop()
    queue: asyncio.Queue[tuple[T | None, BaseException | None]] = asyncio.Queue()

    def put(item: T | None, error: BaseException | None = None) -> None:
        with contextlib.suppress(RuntimeError):  # the caller's loop is closed: nobody listens
            here.call_soon_threadsafe(queue.put_nowait, (item, error))

    async def pump() -> None:
        try:
            async for event in events():
                put(event)
            put(None)
        except Exception as error:
            put(None, error)

    pumping = submit(pump())
    try:
        while True:
            event, error = await queue.get()
            if error is not None:
                raise error
            if event is None:
                return
            yield event
    finally:
        pumping.cancel()
