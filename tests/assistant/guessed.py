"""Questions of which it is given what they ask for."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from assistant.intents import Guess


def guessed(*ranked: tuple[str, float]) -> AbstractContextManager[Any]:
    """While it lasts, every question, and every piece of one, is guessed to ask for this."""
    guess = Guess(ranked)
    return patch(
        "assistant.intents.Intents.guesses", side_effect=lambda texts: [guess] * len(texts)
    )
