"""Short forms in a question: which of its words may be initials, and of whose name."""

from __future__ import annotations

from assistant.facts import Job
from assistant.names import initials
from assistant.text import FUNCTION_WORDS, keys, tokens
from assistant.vocabulary import load_vocabulary
from assistant.words import is_common, is_ordinary


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
    """Whether a short form has the initials of a name that heads the job, or is made of its own."""
    if not short:
        return False
    named = [job.entry.organisation, job.entry.title, *job.entry.headings]
    if any(initials(one.text) & short for one in named if one):
        return True
    name = named[0] or named[1]
    return name is not None and any(pieced(word, name.text) for word in short)


#: Letters of the shortest word that a name is cut down to, of its first piece, and of the others.
_PIECED, _FIRST_PIECE, _PIECE = 5, 3, 2


def pieced(word: str, name: str) -> bool:
    """Whether a folded word is made of the beginnings of a name's words: "statcan", "unimelb".

    The words follow each other from the first; small ones may be left out.
    """
    if len(word) < _PIECED or not word.isalpha() or is_ordinary(word):
        return False
    parts = [key for key in keys(name) if key not in FUNCTION_WORDS]
    if len(parts) < 2 or load_vocabulary().find([word]) is not None:
        return False
    return _made_of(word, parts, _FIRST_PIECE) and not parts[0].startswith(word)


def _made_of(word: str, parts: list[str], least: int) -> bool:
    """Whether the word is a beginning of so many letters of the first part, and so on."""
    if not word or not parts:
        return not word
    return any(
        parts[0].startswith(word[:size]) and _made_of(word[size:], parts[1:], _PIECE)
        for size in range(least, min(len(word), len(parts[0])) + 1)
    )
