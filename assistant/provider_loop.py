"""One event loop, in a thread of its own, in which all calls to providers are made.

The clients of the providers keep connections that belong to the loop which opened them, and are
shared by all models of a process, while visitors come on many loops: the server's, a test's, and
none at all on the command line.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from concurrent.futures import Future
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    # A daemon: an answer that nobody waits for any more must not keep the process.
    threading.Thread(target=loop.run_forever, name="providers", daemon=True).start()
    return loop


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
