"""Figures that change: "9 days → 50 minutes", "from 51% to 68%"."""

from __future__ import annotations

import re

from assistant.claims import NUMBER_WORDS
from assistant.text import stem

#: Words for the two ways that a figure can go.
WAYS = {
    **dict.fromkeys(
        "fell fall falls fallen falling dropped drop reduced reduce reducing reduction decreased"
        " decrease lowered cut cutting shrank shortened down sank".split(),
        "down",
    ),
    **dict.fromkeys(
        "rose rise rises risen rising grew grow grown increased increase increasing raised raise"
        " improved climbed up".split(),
        "up",
    ),
}
_WORDS = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
_HALF = re.compile(r"(?<=\d) and a half\b")
_IN_SECONDS = {
    "ms": 0.001, "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "hour": 3600, "h": 3600,
    "day": 86400, "week": 604800, "month": 2629800, "year": 31557600,
}  # fmt: skip
_SIZES = {"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "k": 1e3, "m": 1e6, "million": 1e6}
_FIGURE = r"[€$£]?(\d[\d,]*(?:\.\d+)?)\s?(%|[a-z]+)?"
#: A figure, its unit, and the figure and the unit that it becomes.
CHANGE = re.compile(
    rf"{_FIGURE}(?:\s(?!to\b|up to\b)[a-z]+){{0,3}}\s*(?:→|->|\b(?:down )?to\b)\s*(?:about |some )?"
    rf"{_FIGURE}",
    re.IGNORECASE,
)


def directions(text: str) -> set[str]:
    """Whether figures that a text states one after another ("9 days → 50 minutes") rise or fall."""
    found = set()
    text = _HALF.sub(".5", _WORDS.sub(lambda word: NUMBER_WORDS[word[0].casefold()], text))
    for first, first_unit, last, last_unit in CHANGE.findall(text):
        before, after = _size(first, first_unit or last_unit), _size(last, last_unit or first_unit)
        if before != after:
            found.add("down" if after < before else "up")
    return found


def _size(figure: str, unit: str) -> float:
    word = stem(unit.casefold())
    scale = _IN_SECONDS.get(word) or _SIZES.get(word) or 1
    return float(figure.replace(",", "")) * scale
