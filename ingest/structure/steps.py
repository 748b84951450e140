"""When a position within a stay began or ended: "Fitter; from 2016 Foreman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates import FoundDates
from ingest.languages import alternatives
from ingest.structure.cues import is_role

#: What parts the positions that somebody held one after the other.
_STEP = re.compile(
    rf"\s*;\s*|\s*(?:→|->)\s*|,?\s+(?=(?:{alternatives('later')}|{alternatives('formerly')})\s)"
)
_WHEN = re.compile(
    rf"(?:{alternatives('since')}|{alternatives('start')}|{alternatives('until')})\b", re.IGNORECASE
)
_INTRODUCED = re.compile(
    rf"\W*(?:(?:{alternatives('later')}|{alternatives('formerly')})\s+)?(?=[^\W_])", re.IGNORECASE
)
_NAMES_ON = re.compile(r"\s*[,(\[]")
#: In words; what tells more is no position.
_LONGEST = 7


def steps_in(plain: str, found: Sequence[FoundDates]) -> list[FoundDates]:
    """Those of the dates that say since or until when one of several positions was held."""
    if len(found) != 1 or not _is_open(plain, found[0]):
        return []
    held = _clauses(plain, found[0])
    positions = [_NAMES_ON.split(clause, maxsplit=1)[0] for clause in held]
    if len(held) < 2 or any(len(one.split()) > _LONGEST for one in positions):
        return []
    first, *later = positions
    named = first[:1].isupper() and all(one[:1].isupper() or is_role(one) for one in later)
    return list(found) if named and is_role(first) else []


def _is_open(plain: str, one: FoundDates) -> bool:
    """Whether a date is told with a word for its being but a beginning, or an end."""
    return (one.first is None) != (one.last is None) and bool(_WHEN.match(plain, one.start))


def _clauses(plain: str, one: FoundDates) -> list[str]:
    """What the line tells of each position, without the date."""
    bounds = [0, *(at for match in _STEP.finditer(plain) for at in match.span()), len(plain)]
    clauses: list[str] = []
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        within = low <= one.start < high
        words = f"{plain[low : one.start]}{plain[one.end : high]}" if within else plain[low:high]
        begin = _INTRODUCED.match(words)
        clauses.append(words[begin.end() :].strip(" ,.()") if begin else "")
    return clauses
