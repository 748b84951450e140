"""Questions that ask which of two things took longer, or came first, and their two sides."""

from __future__ import annotations

import re

LONGER = re.compile(
    r"\b(?:(?P<more>longer|longest|more time)|(?P<less>shorter|shortest|less time))\b", re.I
)
EARLIER = re.compile(
    r"\b(?:(?P<first>(?:came|come|comes|was|were|is|did|start(?:ed)?|began) first|earlier)|"
    r"(?P<last>(?:came|come|comes|was|were|is) (?:last|later|after)|later|more recent))\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|than|vs\.?|versus)\b", re.IGNORECASE)
#: What introduces the first of two: "which took longer, X or Y", "which was longer: X or Y".
_LEADS_IN = re.compile(r"[,:;?–—]|\s-\s")
#: A question that compares has two sides.
_TWO = 2


def asks_to_compare(text: str) -> bool:
    """Whether a question asks which of two things took longer, or came first."""
    return bool((LONGER.search(text) or EARLIER.search(text)) and len(sides(text)) == _TWO)


def sides(text: str) -> list[str]:
    """What is named before and after "or" or "than", without what the question begins with."""
    pieces = _OR.split(text, maxsplit=1)
    if len(pieces) < _TWO:
        return []
    asked = LONGER.search(pieces[0]) or EARLIER.search(pieces[0])
    behind = pieces[0][asked.end() :] if asked else ""
    whole = behind if behind.strip(" ,:;?-–—") else pieces[0][: asked.start() if asked else None]
    return [_LEADS_IN.split(whole)[-1].strip(), pieces[1].strip(" ?.!")]
