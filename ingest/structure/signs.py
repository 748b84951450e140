"""Signs that a line gives by its own words and looks, in any section."""

from __future__ import annotations

import re

from ingest.blocks import Mark
from ingest.resume import SectionKind
from ingest.structure.lines import Line
from ingest.structure.pieces import Sort

#: A line that names an entry is a title: at most so many words (with dates, place and all).
TITLE_WORDS = 22
_DATED_TITLE_WORDS = 34
SHORT = 8
NAMES = frozenset({Sort.ROLE, Sort.ORGANISATION, Sort.SCHOOL})
STUDIES = frozenset({Sort.DEGREE, Sort.SCHOOL})
LISTED = frozenset({SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS})
PLAIN_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS})
LOWER_START = re.compile(r"^[^\w\"“(]*[a-zß-ÿ]")


_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Inc|Ltd|Co|Corp|Bros|Jr|Sr|Dept|Univ)\.$")


def ends_sentence(words: str) -> bool:
    """Whether words end in a full stop that is not that of a name ("Inc.", "B.V.")."""
    return words.endswith(".") and not _ABBREVIATED.search(words)


def ranged(line: Line) -> bool:
    """Whether the line has a range, or a time that goes on, at an edge."""
    return line.dated and any(found.first != found.last or found.current for found in line.dates)


def titled(line: Line) -> bool:
    """Whether most longer words are capitalised, as in a name."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", line.words)
    return 2 * sum(not word[0].islower() for word in words) >= len(words)


def bold_after_dates(line: Line) -> bool:
    """Whether a line begins with dates, and the words after them are bold."""
    plain = line.text.plain
    if not line.dates or line.dates[0].start > 0:
        return False
    at = next((i for i in range(line.dates[0].end, len(plain)) if plain[i].isalnum()), None)
    return at is not None and bool(line.text.marks_at(at) & Mark.BOLD)


def title_like(line: Line) -> bool:
    """Whether a line is short and no sentence."""
    longest = TITLE_WORDS
    if bold_after_dates(line):
        longest = _DATED_TITLE_WORDS
    return 0 < line.count <= longest and not line.prose and not line.label


def starts_stay(line: Line) -> bool:
    """Whether a line surely names a job: a range, and a role or organisation."""
    return ranged(line) and bool(line.sorts & NAMES) and title_like(line)


def leads_in(line: Line) -> bool:
    """Whether bold words with a colon lead in to what the line says ("**Stack:** Go")."""
    lead = line.text.plain[: line.bold_lead]
    rest = line.text.plain[line.bold_lead :].lstrip()
    return bool(rest) and bool(lead) and (lead.rstrip().endswith(":") or rest.startswith(":"))
