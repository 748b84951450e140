"""How a question asks for a length of time."""

from __future__ import annotations

import re

_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|seasons?)"
LONG = re.compile(
    rf"\b(?:how long|(?:how many|no\.? of|number of) {_UNIT}|how much time|"
    # "Months spent there", "years clocked up", "the hospital years: how many"
    rf"(?:{_UNIT}|time) (?:(?:spent|served|worked|clocked|put in) )*"
    r"(?:spent|served|clocked|put in|there|at|with|as|in|on|aboard|for|by|under)|"
    rf"{_UNIT}\W+how many|"
    r"(?:length|duration) of|(?:tenure|stint|stay|spell|job|contract) (?:length|duration)|"
    r"(?:service|total) time|for how|(?:years|yrs|months|total|altogether) so far)\b|"
    r"[:,–-]\s*(?:in )?(?:years|yrs|months)\W*$|\b(?:yrs|years|months|time|weeks) w/|"
    r"^\W*(?:yrs|years|months|weeks) (?:spent )?\w+ing\b",
    re.IGNORECASE,
)
#: "Awards in his time at Acme": when something was, and not how long.
_MEANWHILE = re.compile(
    r"\b(?:in|during|over|throughout|within|from|for|of|about|to|on|after|before|since|by)\s+"
    r"(?:the|his|her|their|its|those|these|that|this)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:years|yrs|months|time|days)\b",
    re.IGNORECASE,
)


def without_meanwhile(text: str) -> str:
    """The text but for phrases that tell a time by a stay, and ask for no length."""
    return _MEANWHILE.sub(" ", text)


def asks_long(text: str) -> bool:
    """Whether a length of time is asked for."""
    return bool(LONG.search(without_meanwhile(text)))
