"""Whether a number is asked for, and which lines state one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.claims import NUMBER_WORDS
from assistant.parts import Part
from assistant.retriever import ScoredStatement

_QUANTITY = re.compile(
    r"\b(?:how (?:many|much|big|large|fast)|number of|percent|%|max|biggest|largest|highest|"
    r"headcount|size|most|total|budget|by what)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join(NUMBER_WORDS)}|dozens?|hundreds?|thousands?|millions?|half|doubled|"
    r"tripled)\b",
    re.IGNORECASE,
)


def wants_number(part: Part) -> bool:
    """Whether a quantity is asked for."""
    return part.guess.of("number") > 0.5 or bool(_QUANTITY.search(part.text))


#: Lines among which one must state a number where one is asked for.
_NUMBERED = 4
#: The share of the nearest line's cosine that a line must have to bring the number asked for.
_BESIDE = 0.6
#: Years, times of day, and the numbers of telephones.
_NO_QUANTITY = re.compile(
    r"\b\d?\d:\d\d\b|\b(?:19|20)\d\d\b|(?:\+\d|\(\d{2,5}\)|\b0\d)[\d ()./-]{6,}\d"
)


def numbered(hits: Sequence[ScoredStatement]) -> bool:
    """Whether one of the nearest lines states a number."""
    nearest = max((hit.dense for hit in hits[:_NUMBERED]), default=0.0)
    near = [hit for hit in hits[:_NUMBERED] if hit.dense >= _BESIDE * nearest]
    return any(states_number(hit) for hit in near if not hit.is_heading)


def states_number(hit: ScoredStatement) -> bool:
    """Whether the line states a quantity; a year and a telephone number are none."""
    return bool(_NUMBER.search(_NO_QUANTITY.sub("", hit.words.text)))
