"""Citation markers as chat models write them, in text of which the end may not have come yet.

    [1]  [1][2]  [1, 2]  [1; 2]  [1-3]  [1–3]  [^1]  【1】  【1†source】  [source 1]  [1]: no marker
    ¹  (source 1)  (1) at the end

Numbers are those of the prompt's sources. What the reader sees is numbered anew, by code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A range of more numbers than this is no citation but a way to cite everything.
_WIDEST = 8

_NUMBER = r"(?:\^|#|(?:source|sources|src|ref|quelle|fuente|fonte)\.?\s*:?\s*)?\d{1,4}"
_SPACE = r"[ \t\u00a0\u202f]*"
_JOIN = rf"{_SPACE}(?:[,;&、，]|[-–—‑]|and|to){_SPACE}"
_OPEN, _CLOSE = r"[\[【［〔]", r"[\]】］〕]"
_MARKER = re.compile(
    rf"{_OPEN}{_SPACE}(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER})*){_SPACE}(?:†[^\]】］〕\n]*)?"
    rf"{_CLOSE}(?:\(\s*\))?",
    re.IGNORECASE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: Markers without square brackets; a bare number in round ones only where nothing follows.
_LOOSE = re.compile(
    r"(?:(?<=[^\W\d_]{4})|(?<=[.!?”\")]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}(?!\w)"
    r"|\((?:see )?(?:sources?|src|refs?)\.?:?\s*\d{1,4}(?:(?:,| and|,? &)\s*\d{1,4})*\)"
    r"|(?<=\s)\(\d{1,3}\)(?=\s*[.!?]?\s*$)",
    re.IGNORECASE,
)
#: Anything in brackets that a reader could take for a marker of ours.
_LIKE_A_MARKER = re.compile(rf"{_OPEN}[^\[\]【】［］〔〕]*\d[^\[\]【】［］〔〕]*{_CLOSE}?")
#: What may still become a marker when more text has come.
_UNFINISHED = re.compile(rf"{_OPEN}[^\]】］〕\n]{{0,40}}$")
_RANGE = re.compile(r"(\d+)\s*[-–—‑]\s*\D{0,10}?(\d+)|(\d+)\s*to\s*(\d+)|(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its markers, and their numbers in the order in which they stand."""

    text: str
    numbers: tuple[int, ...]


def read_markers(sentence: str) -> Marked:
    """Take the markers out of a sentence, and out of it whatever else looks like one."""
    numbers: list[int] = []
    sentence = _LOOSE.sub(_bracketed, sentence)
    for match in _MARKER.finditer(sentence):
        numbers += _numbers(match["numbers"])
    text = _LIKE_A_MARKER.sub("", _MARKER.sub("", sentence))
    text = re.sub(r"\s+([.,;:!?…。！？，；：)])", r"\1", text)
    text = re.sub(r"\(\s*\)", "", text)
    return Marked(" ".join(text.split()), tuple(dict.fromkeys(numbers)))


def _bracketed(match: re.Match[str]) -> str:
    found = re.findall(r"\d+", match[0].translate(_RAISED))
    return "".join(f"[{number}]" for number in found)


def unfinished(text: str) -> bool:
    """Whether the text ends inside of what may become a marker."""
    return bool(_UNFINISHED.search(text))


def leading_markers(text: str) -> int:
    """How many characters at the beginning are markers and the space before and between them."""
    match = re.match(rf"(?:\s*{_MARKER.pattern})+", text, re.IGNORECASE)
    return match.end() if match else 0


def _numbers(text: str) -> list[int]:
    found: list[int] = []
    for low, high, low_to, high_to, single in _RANGE.findall(text):
        if single:
            found.append(int(single))
            continue
        first, last = int(low or low_to), int(high or high_to)
        found += range(first, last + 1) if 0 <= last - first < _WIDEST else (first, last)
    return found
