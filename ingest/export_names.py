"""What a line says of an entry beyond its name and dates."""

from __future__ import annotations

import re

from ingest.resume import Entry, Statement

_EDGES = " ,;:|│·•–—-*_/\t"
#: Small words and signs that only joined the parts that were taken out.
_JOINTS = re.compile(
    r"(?:\W|\b(?:and|at|by|for|from|in|of|on|the|as|y|en|de|du|des|von|vom|bei|der|und|am|im|et|à|e|"
    r"em|na|no|da|do|di|presso|van|bij|至|在)\b)*",
    re.IGNORECASE,
)


def beyond_names(statement: Statement, entry: Entry) -> str:
    """The words of a statement without those that name and date its entry; "" if nothing is left.

    An entry of one line ("Veni Grant, Dutch Research Council, 2022: for cockles") has that line as
    its statement, too: its title, organisation, roles, place and dates are taken out of it. Any
    other statement is told whole.
    """
    named = [*filter(None, (entry.title, entry.organisation, entry.location)), *entry.roles]
    parts = [(one.span.start, one.text) for one in named if _inside(one.span.start, statement)]
    if not parts:
        return statement.text
    if entry.dates is not None and _inside(entry.dates.span.start, statement):
        parts.append((entry.dates.span.start, " ".join(entry.dates.text.split())))
    rest, kept = statement.text, []
    for _, words in sorted(parts):
        before, found, after = rest.partition(words)
        if found:
            kept.append(before)
            rest = after
    told = [part.strip(_EDGES) for part in (*kept, rest)]
    return " ".join(_closed(part) for part in told if not _JOINTS.fullmatch(part))


def _inside(start: int, statement: Statement) -> bool:
    return statement.span.start <= start < statement.span.end


def _closed(part: str) -> str:
    """Without a bracket whose partner was taken out."""
    if part.count("(") != part.count(")"):
        part = part.strip("()").strip(_EDGES)
    return part.lstrip(". ")
