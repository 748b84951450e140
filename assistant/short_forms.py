"""Short forms in a question: which of its words may be initials, and of whose name."""

from __future__ import annotations

from assistant.facts import Job
from assistant.names import initials
from assistant.text import FUNCTION_WORDS, keys, tokens
from assistant.words import is_common


def short_forms(text: str, least: int = 3) -> set[str]:
    """The words of so many letters that may be initials: in capitals, or no common English."""
    return {
        token.key
        for token in tokens(text)
        if len(token.key) >= least and token.key.isalpha()
        if (token.text.isupper() and not text.isupper()) or not is_common(token.key)
    } - FUNCTION_WORDS


#: What two letters count beside a whole name: "UC San Diego" is of no other campus.
BY_TWO_LETTERS = 0.9


def university_forms(name: str) -> set[str]:
    """How a university may be called in two letters, in either order: "UW", "CU" of Colorado."""
    words = [key for key in keys(name) if key not in FUNCTION_WORDS]
    if "university" not in words:
        return set()
    at = words.index("university")
    beside = words[at + 1 : at + 2] or words[at - 1 : at]
    return {f"u{word[0]}" for word in beside} | {f"{word[0]}u" for word in beside}


def abbreviated(job: Job, short: set[str]) -> bool:
    """Whether one of the short forms has the initials of a name that heads the job."""
    if not short:
        return False
    named = [job.entry.organisation, job.entry.title, *job.entry.headings]
    return any(initials(one.text) & short for one in named if one)
