"""How serving comes to an end: by a signal, or because there is nothing to serve."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable

import uvicorn

from ui.desk import Desk

#: Seconds that answers under way have at the end.
PATIENCE = 10
#: Seconds more until an answer that hangs in its thread, which nothing can stop, is left behind.
_GRACE = 2


class StoppingServer(uvicorn.Server):
    """Ends in order: who waits is sent away, answers under way finish."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk
        self._last_resort = threading.Timer(PATIENCE + _GRACE, os._exit, [1])
        self._last_resort.daemon = True

    def run_until_stopped(self, listening: socket.socket, when_ready: Callable[[], None]) -> None:
        """Serve until a signal; raises what opening the assistant raised.

        Ctrl+C comes out as `KeyboardInterrupt`; after SIGTERM this returns.
        """

        def settled() -> None:
            if self._desk.failure is not None:
                self.should_exit = True
            else:
                when_ready()

        # uvicorn ends in order at either signal and then raises it anew; this is what is left then.
        signal.signal(signal.SIGTERM, lambda *_: setattr(self, "should_exit", True))
        self._desk.when_settled(settled)
        try:
            self.run(sockets=[listening])
        finally:
            self._last_resort.cancel()
        if self._desk.failure is not None:
            raise self._desk.failure

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """What uvicorn does at the end, with the desk told before."""
        self._last_resort.start()
        self._desk.stop()
        await super().shutdown(sockets)
