"""Telling that something still goes on, where it takes long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Say = Callable[[str], None]

#: Seconds after which a person is told, and told again.
PATIENCE = 2.0


@contextmanager
def told(what: str, say: Say | None, patience: float | None = None) -> Iterator[None]:
    """While the block runs, say every `patience` seconds what is done and for how long.

    Without them, every `PATIENCE`.
    """
    every = PATIENCE if patience is None else patience
    if say is None:
        yield
        return
    over = threading.Event()
    started = time.monotonic()

    def tell() -> None:
        while not over.wait(every):
            say(f"{what} ({time.monotonic() - started:.0f} s so far).")

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
