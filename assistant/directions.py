"""From what to what: "from VMware to Proxmox" is not "from Proxmox to VMware"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims import dates_in, number
from assistant.figures import CHANGE
from assistant.scopes import clauses, content
from assistant.text import stem

_FROM_TO = re.compile(
    r"(?P<from>\bfrom\b)|(?P<out>\bout of\b)|(?P<to>\b(?:to|into|onto)\b|→|->|=>)"
    r"|(?P<instead>\binstead of\b|\brather than\b)",
    re.IGNORECASE,
)
#: What something is made into another with: "replaced X with Y", "turned X into Y".
_EXCHANGE = re.compile(
    r"\b(?:replac\w+|swapp?\w*|exchang\w+|substitut\w+)\s+(?P<was>[^.;:]+?)\s+(?:with|by|for)\s+"
    r"(?P<became>[^.;:]+)|\b(?:turn\w*|convert\w*|transform\w*)\s+(?P<from>[^.;:]+?)\s+into\s+"
    r"(?P<into>[^.;:]+)",
    re.IGNORECASE,
)


def turned(sentence: str, source: str) -> Iterator[str]:
    """What comes to be where the source has it gone, and the other way round."""
    was, became = _ways(_undated(source))
    here_was, here_became = _ways(_undated(sentence))
    for word in here_was & (became - was):
        yield f"direction: {word}"
    for word in here_became & (was - became):
        yield f"direction: {word}"


def _undated(text: str) -> str:
    for found in dates_in(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _ways(text: str) -> tuple[set[str], set[str]]:
    """The stems behind "from" or before an arrow, and those behind "to" or an arrow."""
    was: set[str] = set()
    became: set[str] = set()
    for start, end in clauses(text):
        clause = text[start:end]
        for first, _, last, _ in CHANGE.findall(clause):
            was.add(stem(number(first)))
            became.add(stem(number(last)))
        marks = list(_FROM_TO.finditer(clause))
        for at, mark in enumerate(marks):
            until = marks[at + 1].start() if at + 1 < len(marks) else len(clause)
            head = _head(clause[mark.end() : until])
            if mark["from"] or mark["out"] or mark["instead"]:
                was |= head
            if mark["to"] and not mark[0].isalpha():
                became |= head
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                was |= _head(before, last=True)
            elif mark["to"] and (mark[0].casefold() == "into" or any(one["from"] for one in marks)):
                became |= head
            if mark["instead"]:
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                became |= _head(before, last=True)
    for match in _EXCHANGE.finditer(text):
        was |= _head(match["was"] or match["from"])
        became |= _head(match["became"] or match["into"])
    return was, became


def _head(text: str, *, last: bool = False) -> set[str]:
    """The content words next to a mark: the first one behind it, or the last two before it."""
    found = content(text)
    return set(found[-2:] if last else found[:1])
