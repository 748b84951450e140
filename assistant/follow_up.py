"""Questions that lean on the turns before them, made to stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.text import FUNCTION_WORDS, fold

if TYPE_CHECKING:
    from assistant.answer import Message

_FOLLOW_UP = re.compile(
    r"^(?:and|ok|okay|so|then|also|hmm|what about|how about|wat about|same for|tell me more|more"
    r"|why|when|where|how long|since when|go on|elaborate|anything else|which one)\b|"
    r"\b(?:it|that|there|this|then|those)\b\s*\??$|\b(?:before|after) (?:that|it)\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"^(?:and|ok|so|what about|how about|wat about|same for|also)\s+(?:for\s+|at\s+|with\s+)?"
    r"(?P<what>[^?]+)\??$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:more|go on|elaborate|expand|anything else|details?)\b", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\b(?:before|after|prior|next|previous|b4)\b", re.IGNORECASE)
#: A question that says by itself which of all is meant ("where did she work last").
_STANDS_ALONE = re.compile(
    r"^(?:when|where|why|how long)\b.*\b(?:first|last|latest|lately|current(?:ly)?|now(?:adays)?|"
    r"today|recent(?:ly)?|at present|at the moment|these days)\b",
    re.IGNORECASE,
)
_MAX_FOLLOW_UP_WORDS = 7


def follow_up(text: str, history: Sequence[Message], link: object = None) -> str:
    """The question with what it leaves out taken from the turns before it.

    Only a short question that begins or ends like a continuation is changed: the subject is then
    the employer, or the whole question, of the last turn of the user.
    """
    before = [turn["content"] for turn in history if turn["role"] == "user"]
    leans = _FOLLOW_UP.search(text) and not _STANDS_ALONE.search(text)
    if not before or len(text.split()) > _MAX_FOLLOW_UP_WORDS or not leans:
        return text
    last = before[-1].rstrip(" ?.!")
    replies = [turn["content"] for turn in history if turn["role"] == "assistant"]
    names = _names_in(link, last) or _names_replied(link, replies[-1] if replies else "")
    if _NEIGHBOUR.search(text) and names:
        side = "after" if re.search(r"\b(?:after|next)\b", text, re.IGNORECASE) else "before"
        return f"where did they work {side} {names[0]}"
    if _MORE.search(text):
        return f"what did they do at {names[0]}" if names else f"tell me more: {last}"
    substitute = _SUBSTITUTE.match(text)
    if substitute and not re.fullmatch(
        r"(?:when|where|why|how long|since when)", substitute["what"]
    ):
        return _with_subject(last, substitute["what"].strip())
    bare = re.sub(r"^(?:and|ok|so|then)\s+", "", text, flags=re.IGNORECASE).rstrip(" ?.!")
    bare = re.sub(r"\b(?:was|is|were) (?:this|that|it)\b", "did they work", bare)
    return f"{bare} at {names[0]}" if names else f"{bare}: {last}"


def _with_subject(last: str, subject: str) -> str:
    """The last question, asked of another subject: its last content word exchanged."""
    words = last.split()
    for at in range(len(words) - 1, -1, -1):
        if fold(words[at]) not in FUNCTION_WORDS:
            return " ".join([*words[:at], subject])
    return f"{last} {subject}"


def _names_replied(link: object, reply: str) -> list[str]:
    """The employers in a reply; of "Before X: Y" the one that it tells of comes first."""
    beside = re.match(r"(?:Before|After) .+?: (?P<told>.+)", reply)
    told = _names_in(link, beside["told"]) if beside else []
    return told or _names_in(link, reply)


def _names_in(link: object, text: str) -> list[str]:
    if not callable(link):
        return []
    return [job.name for job in link(text)]
