"""Answers of which it is given how they read with a question, and how much they are in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from assistant.answers.choice import Ruled
from assistant.cross_encoder import CrossEncoder


@contextmanager
def reading(*logits: tuple[str, float]) -> Iterator[None]:
    """What has these words reads so, and all else by no means."""

    def scores(self: CrossEncoder, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        found = [next((logit for words, logit in logits if words in text), -9.0) for text in texts]
        return np.array(found, dtype=np.float32)

    with patch.object(CrossEncoder, "scores", scores):
        yield


@contextmanager
def doubted(unread: float = 1.0, *, read: float | None = None) -> Iterator[None]:
    """The trees doubt what the rules say by so much, unread and read; the same by default."""
    when_read = unread if read is None else read
    doubts = {"doubt": lambda ruled: unread, "doubt_read": lambda ruled: when_read}
    with patch.multiple(Ruled, **doubts):
        yield
