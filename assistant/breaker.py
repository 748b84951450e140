"""A circuit breaker: a provider that is down is left alone for a while.

After so many failures in a row it opens; when its rest is over a single call is let through, and
what becomes of that closes it again or opens it anew (Nygard, Release It!). pybreaker does the
same for functions that return; here a call is a stream, which fails in its middle or is abandoned,
so who makes the call says how it went.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Breaker:
    """Safe to share between threads; `clock` gives seconds that only ever grow."""

    def __init__(
        self, failures: int, rest_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = failures
        self._rest = rest_seconds
        self._clock = clock
        self._failed = 0
        self._opened: float | None = None
        self._lock = threading.Lock()

    def allows(self) -> bool:
        """Whether a call may be made now. Say `succeeded` or `failed` after each that was."""
        with self._lock:
            if self._opened is None:
                return True
            if self._clock() - self._opened < self._rest:
                return False
            # One may try; the others wait for another rest, or for its success.
            self._opened = self._clock()
            return True

    def succeeded(self) -> None:
        """The provider answered."""
        with self._lock:
            self._failed, self._opened = 0, None

    def failed(self) -> None:
        """The provider did not."""
        with self._lock:
            self._failed += 1
            if self._failed >= self._most:
                self._opened = self._clock()
