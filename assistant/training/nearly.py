"""Answers that nearly answer: right ones without what was asked for, as near misses to learn from.

Of "runs a network of 184 piezometers" the question how many there are leaves "runs a network of
piezometers": the same topic in the same words, but no answer (counterfactual examples: Kaushik et
al., arXiv 1909.12434).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.text import content_keys

#: Words that must be left of a statement for it to be cut by clauses; below, words alone are cut.
_ENOUGH = 4
#: Words of content that must be left of an answer, for it to be near at all.
_NEAR = 3
_CLAUSE = re.compile(r"[,;:.()–—]|\s-\s|\b(?:and|with|for|by)\b")


def without(text: str, wanted: Sequence[str]) -> str | None:
    """The text, of one answer as it is read, without what a right one must have.

    `wanted` are the alternatives that a right answer must have one of; None where too little would
    be left, or where none stands in the answer itself.
    """
    header, _, told = text.partition("\n")
    for word in wanted:
        told = _cut(told, word.strip())
    told = re.sub(r"\(\s*\)|\s+(?=[,;])", "", " ".join(told.split()))
    if told == " ".join(text.partition("\n")[2].split()) or len(content_keys(told)) < _NEAR:
        return None
    return f"{header}\n{told}"


def _cut(told: str, wanted: str) -> str:
    """An answer without the clauses, or else the words, that a string stands in."""
    found = re.compile(rf"(?:[\w'’.-]|\d,)*{re.escape(wanted)}(?:[\w'’-]|,\d)*", re.IGNORECASE)
    while at := found.search(told):
        joints = [0, *(joint.end() for joint in _CLAUSE.finditer(told, 0, at.start()))]
        ends = _CLAUSE.search(told, at.end())
        start, end = joints[-1], ends.start() if ends else len(told)
        before, after = told[:start], told[end:]
        if wanted.isdigit() or len(content_keys(before.rpartition(" . ")[2])) < _ENOUGH:
            before, after = told[: at.start()], told[at.end() :]
        told = f"{before.rstrip(' ,;:(')} {after.lstrip()}"
    return told
