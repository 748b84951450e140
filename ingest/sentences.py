"""Prose into sentences, by offsets, careful with abbreviations and initials."""

from __future__ import annotations

import re
from collections import deque

from ingest.date_words import MONTH_NUMBERS
from ingest.languages import folded, words

_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«¿¡(\[]?[A-Z0-9À-Þ])|[。！？]+[”’」』）]*"
)
#: Abbreviations that end in a full stop inside a sentence.
_ABBREVIATIONS = words("abbreviations")
_MONTH = re.compile(r"[^\W\d_]+")
#: What is said in brackets, if not too much for an aside, is no sentence of its own.
_ASIDE = re.compile(r"\([^()\n]{1,120}\)")


def _is_day(word: str, text: str, at: int) -> bool:
    """Whether a number and a full stop are a day, a month following ("12. September")."""
    following = _MONTH.match(text, at)
    return word.isdigit() and following is not None and following[0].lower() in MONTH_NUMBERS


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the white space between; all words are covered."""
    spans: list[tuple[int, int]] = []
    start = 0
    asides = deque(aside.span() for aside in _ASIDE.finditer(text))
    for match in _END.finditer(text):
        while asides and asides[0][1] <= match.start():
            asides.popleft()
        if asides and asides[0][0] < match.start() < asides[0][1] - 2:
            continue
        # The longest abbreviation has seven letters: no need to look back further.
        before = text[max(start, match.start() - 12) : match.start()].split()
        word = folded(before[-1].lstrip("(“\"'")) if before else ""
        initial = len(word) == 1 and word.isalpha() and word.isascii()
        stop = text[match.start()] == "."
        if stop and (word in _ABBREVIATIONS or initial or _is_day(word, text, match.end())):
            continue
        end = match.start() + len(match[0].rstrip())
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return [
        (low + len(text[low:high]) - len(text[low:high].lstrip()), high)
        for low, high in spans
        if text[low:high].strip()
    ]
