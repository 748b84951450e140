"""What takes seconds to make is made in the background, while the port answers already."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """One thing, made once by a thread of its own, that any number of tasks may wait for.

    The thread is a daemon: who ends the server does not wait for what nobody needs any more.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: Future[T] = Future()
        self._lock = threading.Lock()
        self._started = False

    def start(self) -> None:
        """Begin to make it, unless that was done before."""
        with self._lock:
            if not self._started:
                self._started = True
                threading.Thread(target=self._run, daemon=True).start()

    @property
    def made(self) -> bool:
        """Whether it is there, and not still or never to come."""
        return self._made.done() and self._made.exception() is None

    @property
    def failure(self) -> BaseException | None:
        """Why it will never be there; None while it may."""
        return self._made.exception() if self._made.done() else None

    def when_done(self, then: Callable[[], object]) -> None:
        """Call `then` once it is made or has failed, from the thread that made it."""
        self._made.add_done_callback(lambda _: then())

    async def wait(self) -> None:
        """Come back once it is made or has failed; begins to make it if nobody has."""
        self.start()
        if self._made.done():
            return
        loop, woken = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            # The loop of one who has gone may be closed by now.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(woken.set)

        self.when_done(wake)
        await woken.wait()

    async def get(self) -> T:
        """The thing; raises what making it raised."""
        await self.wait()
        return self._made.result()

    def get_here(self) -> T:
        """The same for a thread, which is held up until then."""
        self.start()
        return self._made.result()

    def _run(self) -> None:
        try:
            self._made.set_result(self._make())
        except BaseException as error:
            self._made.set_exception(error)
