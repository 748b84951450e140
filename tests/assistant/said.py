"""What an answer says, without the numbers of its citations."""

from __future__ import annotations

from assistant.answer import MARKER, Answer, Status


def answered(answer: Answer) -> str:
    """The words of an answer that must be one."""
    assert answer.status is Status.ANSWERED, answer.answer
    return MARKER.sub("", answer.answer)
