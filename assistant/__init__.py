"""A question becomes an answer with citations. The public face is `Assistant`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.chain import Assistant

__all__ = ["Assistant"]


def __getattr__(name: str) -> Any:
    # Importing the contracts below this package must not cost what opening an index costs.
    if name == "Assistant":
        from assistant.chain import Assistant

        return Assistant
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
