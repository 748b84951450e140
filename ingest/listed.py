"""Lists in a line of text: their items, and what they say is not among them."""

from __future__ import annotations

import re

from ingest.languages import count_words

_EXCLUDED = re.compile(
    r"\(?\b(?:anything|everything|all|any\w*)?\s*(?:except|excluding|but not|but no|not including|"
    r"other than|apart from|never)\b\s*(?:for\s+)?(?P<what>[^().;]+)\)?",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\((?:not|no)\s+(?P<what>[^()]+)\)|,\s*(?:but\s+)?(?:not|no)\s+(?P<last>[^(),;.]+)\.?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;·•|/]|\band\b|&)\s*")


def values_in(text: str) -> tuple[str, ...]:
    """The listed items; commas inside brackets do not separate."""
    flat = re.sub(r"\([^()]*\)", lambda hole: hole[0].replace(",", "\0").replace("/", "\1"), text)
    pieces = (
        re.split(r"\s*[,;·•|、，；]\s*|\.\s+", flat)
        if re.search(r"[,;·•|、，；]", flat)
        else _AND.split(flat)
    )
    values = []
    for piece in pieces:
        value = piece.replace("\0", ",").replace("\1", "/").strip(" .*_。")
        value = re.sub(r"^(?:and|or|etc\.?)\s+|^etc$", "", value)
        if value and count_words(value) <= 8:
            values.append(value)
    return tuple(values)


def without_excluded(text: str) -> str:
    """The text without what it excludes."""
    return _EXCLUDED.sub(" ", _NOT.sub(" ", text))


def excluded_in(text: str) -> tuple[str, ...]:
    """What a text says is left out: "Java" of "Go, Lua (anything except Java)"."""
    found: list[str] = []
    for pattern in (_EXCLUDED, _NOT):
        for match in pattern.finditer(text):
            what = next(group for group in match.groups() if group)
            if len(what.split()) <= 6:
                found += values_in(re.sub(r"\bor\b", ",", what))
    return tuple(found)
