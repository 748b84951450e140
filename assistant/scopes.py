"""Clauses, and what in them stands where a negation reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.claims import number
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

#: Negates what follows it in its clause.
NOT = re.compile(
    r"\b(?:not(?! only\b)|no(?!\.)|zero|never|\w+n['’]t|cannot|without|neither|nor|except|"
    r"excluding|"
    r"lacks?|lacking|lacked|unable to|fail(?:s|ed|ing)? to|refus(?:es|ed|ing)|avoid(?:s|ed|ing)?|"
    r"less (?=so\b|confident|experienced|comfortable|familiar|sure)|hardly|barely|rarely|seldom|"
    r"instead of|rather than|out of(?= \w+ing\b)|stopped|ceased|no longer|non|"
    r"(?<=everything )but|(?<=all )but|(?<=anything )but|(?<=nothing )but)\b",
    re.IGNORECASE,
)
#: Negates all of its clause.
NONE = re.compile(r"\b(?:nobody|(?<!for )nothing|none|no one|nowhere)\b", re.IGNORECASE)
#: "Driving licence: none".
_IS_NONE = re.compile(r"\s*[:=]\s*none\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:stopped|ceased)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[;:!?()\[\]–—\n]|[.,](?!\d)|\balthough\b|\bthough\b"
    r"|(?<!everything )(?<!anything )(?<!nothing )(?<!all )\bbut\b"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word, its stem, and whether a negation reaches it."""

    token: Token
    stem: str
    negated: bool


def content_words(text: str) -> list[Word]:
    """The content words of a text, and whether each stands where a negation reaches."""
    found = []
    text = _IS_NONE.sub(" none", text)
    for start, end in clauses(text):
        clause = text[start:end]
        words = [
            token
            for token in tokens(clause)
            if token.key not in FUNCTION_WORDS and not NOT.fullmatch(token.text)
        ]
        reach = [match.end() for match in NOT.finditer(clause)]
        # "... and then stopped": what was done before it was done.
        ended = {match.end() for match in _ENDED.finditer(clause)}
        # "18th Edition not yet": what reaches nothing behind it reaches what is before it.
        idle = any(all(token.start < at for token in words) for at in reach if at not in ended)
        whole = idle or bool(NONE.search(clause))
        for token in words:
            negated = whole or any(at <= token.start for at in reach)
            found.append(Word(token, stem(number(token.key)), negated))
    return found


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each clause."""
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def without_quotes(text: str, sources: Sequence[str]) -> str:
    """The text without the clauses of three words or more that a source has word for word."""
    lines = [line for source in sources for line in source.split("\n")]
    written = [f" {' '.join(token.key for token in tokens(line))} " for line in lines]
    for start, end in reversed(list(clauses(text))):
        words = [token.key for token in tokens(text[start:end])]
        quote = f" {' '.join(words)} "
        if len(words) > 2 and any(quote in source for source in written):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def content(text: str) -> list[str]:
    """The stems of a text's content words, from left to right; numbers as digits."""
    return [stem(number(token.key)) for token in tokens(text) if token.key not in FUNCTION_WORDS]
