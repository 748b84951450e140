"""Which certificates have not run out, by what the resume says of their dates."""

from __future__ import annotations

import re
from datetime import date

from assistant.answers.items import Item
from ingest.dates import FoundDates, find_dates

#: "Certs that are still good", "valid licences", "which haven't lapsed".
_ASKS = re.compile(
    r"\bstill (?:good|valid|active|current|live|in (?:force|date)|up[- ]to[- ]date)\b|"
    r"\b(?:currently|presently) (?:valid|active|held|in force)\b|"
    r"\b(?:valid|active|unexpired|in-date) (?:[\w-]+ )?"
    r"(?:certs?|certificat\w+|licen[cs]es?|tickets?|cards?|qualifications?|accreditations?)\b|"
    r"\b(?:not|never|haven['’]?t|hasn['’]?t|yet to) (?:yet )?(?:expired?|lapsed?|run out)\b",
    re.IGNORECASE,
)
_RUN_OUT = re.compile(
    r"\b(?:expired|lapsed|no longer (?:valid|current|held|active)|not renewed|out of date)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:expir(?:es|y|ing|ation)(?: date)?|(?:valid|good) (?:until|till?|through|to)|until|"
    r"runs out)[\s:]*(?:in |on )?$",
    re.IGNORECASE,
)
#: A range of so many years at least is the time for which something holds, and no course.
_HOLDS = 1


def asks_in_force(text: str) -> bool:
    """Whether a question asks for those certificates only that have not run out."""
    return bool(_ASKS.search(text))


def in_force(items: list[Item], today: date) -> list[Item]:
    """Those of which the resume does not say that they have run out."""
    return [item for item in items if not _has_run_out(item, today)]


def _has_run_out(item: Item, today: date) -> bool:
    if _RUN_OUT.search(item.words):
        return True
    ends = [
        found.last.year * 12 + (found.last.month or 12)
        for text in (item.text, item.words)
        for found in find_dates(text)
        if found.last and _is_end(text, found)
    ]
    return bool(ends) and max(ends) < today.year * 12 + today.month


def _is_end(text: str, found: FoundDates) -> bool:
    """Whether a date is the day until which something holds, or the end of a time of years."""
    first, last = found.first, found.last
    if first is None or _UNTIL.search(text[: found.start]):
        return True
    return bool(last and last.year - first.year >= _HOLDS)
