"""Prose into sentences, by offsets, careful with abbreviations and initials."""

from __future__ import annotations

import re

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Þ])|[。！？]")
#: Abbreviations that end in a full stop inside a sentence.
_ABBREVIATIONS = frozenset(
    """st dr mr mrs ms prof rev sr jr vs etc e.g i.e eg ie inc ltd corp co no vol dept univ approx
    est fig al ed eds jan feb mar apr jun jul aug sep sept oct nov dec mt ft gen col sgt capt hon
    cert dip resp incl esp ave rd blvd apt bros u.s u.k b.s m.s ph.d b.a m.a b.sc m.sc
    d.phil""".split()
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the white space between; all words are covered."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        # The longest abbreviation has seven letters: no need to look back further.
        before = text[max(start, match.start() - 12) : match.start()].split()
        word = before[-1].lstrip("(“\"'").casefold() if before else ""
        initial = len(word) == 1 and word.isalpha()
        if text[match.start()] == "." and (word in _ABBREVIATIONS or initial):
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
