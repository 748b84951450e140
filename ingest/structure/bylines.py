"""Lines that say no more than who wrote something."""

from __future__ import annotations

import re

from ingest.structure.lines import Line
from ingest.structure.sorts import Sort

_NAME = (
    r"(?:[A-ZÀ-Þ](?:\.|[\w'’-]*)\.?(?:[ -](?:[A-ZÀ-Þ](?:\.|[\w'’-]*)\.?|[a-z]{2,3})){1,4}"
    r"|[A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ]\.[ -]?){1,3})[*†‡\d]?"
)
_PARTS = re.compile(r"\s*[,;]\s*(?:and\s|&\s)?\s*|\s+(?:and|&)\s+")
_OTHERS = re.compile(r"(?:et al\.?|others|…|\.{3})")


def is_byline(line: Line) -> bool:
    """Whether a line only lists people ("Ida Nwosu, A. Byron and others")."""
    if line.dates or line.label or line.sorts - {Sort.UNSURE, Sort.NOTE}:
        return False
    names = [part for part in _PARTS.split(line.words) if part]
    people = [part for part in names if not _OTHERS.fullmatch(part)]
    return len(names) > 1 and all(re.fullmatch(_NAME, part) for part in people)
