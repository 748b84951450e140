"""Whether a number is asked for, and of what; which lines state one.

"Two audits of the manuals" does not say how many manuals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.claims import NUMBER_WORDS
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import FUNCTION_WORDS, Token, fold, stem, tokens

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


_HOW_MANY = re.compile(
    r"\b(?:how many|number of|no\.? of|count of) (?P<of>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,3})",
    re.IGNORECASE,
)
#: What ends the noun that is counted.
_ENDS = FUNCTION_WORDS | frozenset("worked made wrote led ran built trained took".split())
#: Words in front of what is counted, and behind it, among which the number stands.
_BEFORE, _BEHIND = 5, 3


def counted(text: str) -> str | None:
    """The stem of what a question asks the number of ("other interns"), else None."""
    found = _HOW_MANY.search(text)
    if found is None:
        return None
    noun = None
    for word in found["of"].split():
        key = fold(word)
        if key in _ENDS and noun is not None:
            break
        noun = key
    if noun is None or noun in _ENDS or noun in _UNITS:
        return None
    return stem(noun)


#: Of these a length is counted, which is computed.
_UNITS = frozenset(
    "years yrs months weeks days hours times people employees jobs roles languages".split()
)


def counts(lines: Sequence[str], noun: str) -> bool | None:
    """Whether a line has a number near the noun, of this stem; None if no line has the noun.

    In other words than those of the question a number may be of anything.
    """
    named = None
    for line in lines:
        words = tokens(line)
        for at in (at for at, token in enumerate(words) if stem(token.key) == noun):
            named = False
            if any(map(_is_number, words[max(0, at - _BEFORE) : at + _BEHIND + 1])):
                return True
    return named


def _is_number(token: Token) -> bool:
    digits = any(char.isdigit() for char in token.key)
    return digits or token.key in _ROUND or token.key in NUMBER_WORDS


_ROUND = frozenset("dozen dozens hundred hundreds thousand thousands million millions both".split())
