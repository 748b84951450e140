"""Signs that a line gives by its own words and looks, in any section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.blocks import Block, BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.cues import STUDY_FACT
from ingest.structure.lines import Line
from ingest.structure.sorts import Sort

#: A line that names an entry is a title: at most so many words (with dates, place and all).
TITLE_WORDS = 22
_DATED_TITLE_WORDS = 34
SHORT = 8
NAMES = frozenset({Sort.ROLE, Sort.ORGANISATION, Sort.SCHOOL})
STUDIES = frozenset({Sort.DEGREE, Sort.SCHOOL})
LISTED = frozenset({SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS})
PLAIN_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS})
#: So many blanks may stand at the end of a line.
_BLANKS = 8
LOWER_START = re.compile(r"^[^\w\"“(]*[a-zß-ÿ]")


_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Inc|Ltd|Co|Corp|Bros|Jr|Sr|Dept|Univ)\.$")

#: A heading that only says which sort of stays stand below it (a closed class).
_GROUPS = re.compile(
    r"\W*(?:research|teaching|professional|academic|industry|industrial|clinical|military|"
    r"volunteer(?:ing)?|internships?|full[- ]time|part[- ]time|freelance|other|earlier|previous|"
    r"current|international|leadership)(?: (?:experience|work|positions?|roles?|jobs?|posts?))?\W*",
    re.IGNORECASE,
)


def groups_stays(line: Line) -> bool:
    """Whether a heading only says which sort of stays stand below it ("Teaching")."""
    return line.kind is BlockKind.HEADING and _GROUPS.fullmatch(line.words) is not None


def announces(line: Line) -> bool:
    """Whether a line with a colon at its end announces a list, and names no stay or degree.

    "Undergraduate coursework:" is no degree, though the word of one is in it.
    """
    if not line.label or line.dates or line.sorts & NAMES:
        return False
    return Sort.DEGREE not in line.sorts or bool(STUDY_FACT.match(f"{line.words} ..."))


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


def ends_bold(line: Line) -> bool:
    """Whether a line ends in bold words, as one does that names the employer last."""
    ends = line.text.marks_at(len(line.text.plain.rstrip()) - 1) & Mark.BOLD
    return line.kind is BlockKind.PARAGRAPH and bool(ends) and not line.bold_lead


def title_like(line: Line) -> bool:
    """Whether a line is short and no sentence."""
    longest = TITLE_WORDS
    if bold_after_dates(line):
        longest = _DATED_TITLE_WORDS
    return 0 < line.count <= longest and not line.prose and not line.label


def starts_stay(line: Line) -> bool:
    """Whether a line surely names a job: a range, and a role or organisation."""
    return ranged(line) and bool(line.sorts & NAMES) and title_like(line)


def heads(line: Line) -> bool:
    """Whether a line is a heading, or a line with its range, of those that name entries."""
    ranges = line.kind is BlockKind.PARAGRAPH and ranged(line) and title_like(line)
    return line.kind is BlockKind.HEADING or ranges


def roles_head(lines: Iterable[Line]) -> frozenset[int]:
    """The levels whose lines that name entries name positions: most surely, none an organisation.

    Lines that are no headings have level 0, and are weighed with those of any. Below "### Acme"
    stands "#### Welder": what the deeper headings name, those above them do not.
    """
    named = [(line.block.level, line.sorts) for line in lines if heads(line)]
    levels = {level for level, _ in named}
    return frozenset(
        level
        for level in levels
        if _are_roles([sorts for one, sorts in named if not one or not level or one == level])
    )


def _are_roles(sorts: Sequence[frozenset[Sort]]) -> bool:
    others = {Sort.ORGANISATION, Sort.SCHOOL}
    roles = sum(Sort.ROLE in one for one in sorts)
    return roles >= 2 and 2 * roles >= len(sorts) and not any(one & others for one in sorts)


def leads_in(line: Line) -> bool:
    """Whether bold words with a colon lead in to what the line says ("**Stack:** Go")."""
    lead = line.text.plain[: line.bold_lead]
    rest = line.text.plain[line.bold_lead :].lstrip()
    return bool(rest) and bool(lead) and (lead.rstrip().endswith(":") or rest.startswith(":"))


def name_linked(block: Block) -> str | None:
    """The words of a short link that is the first line of a block: the name of a thing."""
    plain = block.text.plain
    start, end = next(block.text.link_stretches(), (0, 0))
    name, after = plain[start:end], plain[end : end + _BLANKS].lstrip(" ")
    short = start == 0 < end and len(name.split()) <= SHORT and "://" not in name
    return " ".join(name.split()) if short and (not after or after[0] in "\n\v") else None


#: What parts a name in bold from what else is said of the thing in one line.
_BESIDE = re.compile(r"\s*(?:[|·•(\[]|[-–—]+\s)")


def names_thing(line: Line) -> bool:
    """Whether a line begins with a name in bold and says more behind a sign or in a link."""
    plain, size = line.text.plain, line.bold_lead
    name = plain[:size].strip()
    if not name or name[-1] in ":：" or line.count > TITLE_WORDS or line.prose:
        return False
    rest = size + len(plain[size:]) - len(plain[size:].lstrip())
    linked = any(start == rest for start, _ in line.text.link_stretches())
    return linked or _BESIDE.match(plain, size) is not None


#: A list is one of dated things if so many of its bullets are dated titles.
_MOST = 0.75
#: So many lines around a bullet are looked at for others like it.
_NEAR = 40


def dated_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the bullet at `at` is a dated title like most of its list ("Lima Opera, 2012")."""
    if not _dated_title(lines[at]):
        return False
    listed = list_of(lines, at)
    return len(listed) > 1 and sum(map(_dated_title, listed)) >= _MOST * len(listed)


def odd_one(lines: Sequence[Line], at: int) -> bool:
    """Whether the bullet at `at` is dated as none of its list is, and names nothing surely.

    In a list of dated things, the one with a range is none of another sort.
    """
    near = list_of(lines[max(0, at - _NEAR) : at + _NEAR], min(at, _NEAR))
    if len(near) > 1 and all(one.dated for one in near):
        return sum(map(ranged, near)) == 1
    if starts_stay(lines[at]):
        return False
    return sum(one.dated for one in near) == 1 < len(near)


def list_of(lines: Sequence[Line], at: int) -> list[Line]:
    """The bullet at `at` and those of its list."""
    line = lines[at]
    return [line, *_beside(lines[at + 1 :], line), *_beside(lines[:at][::-1], line)]


def _beside(others: Sequence[Line], line: Line) -> list[Line]:
    """The bullets of the same list that follow one another in `others`."""
    found: list[Line] = []
    for other in others:
        if other.kind is not BlockKind.ITEM or other.depth < line.depth:
            break
        if other.depth == line.depth and other.block is not line.block:
            found.append(other)
    return found


def _dated_title(line: Line) -> bool:
    return line.dated and title_like(line) and line.count <= 14


def is_own(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the page's own words; a position quoted below its heading is, too."""
    line = lines[at]
    under = at > 0 and lines[at - 1].kind is BlockKind.HEADING
    return not line.block.quoted or (under and title_like(line) and Sort.ROLE in line.sorts)
