"""Headings that are none by their markup, told by how they look beside all other lines.

A reader of a format that says how lines are shown gives one `Shown` a line; what comes back are
the lines that are headings to a person's eye. Where headings are marked as such, the page is left
as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import find_dates, whole_date
from ingest.structure.cues import has_legal_form, is_organisation, is_role
from ingest.structure.kinds import exact_kind, is_document_title

#: The level of a section's heading; 1 is the name's.
SECTION_LEVEL = 2
_NAME_LEVEL = 1
_MAX_WORDS = 6
#: A name is set larger than what stands below it; so much, at least.
_LARGER = 1.15
_ENDS = re.compile(r"[.,;]$")
#: "Volunteering & misc." ends in an abbreviation.
_ABBREVIATED = re.compile(
    r"\b(?:misc|etc|cert|certs|qual|quals|ed|exp|prof|pubs|refs|lang)\.$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:[&/+,]|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """How one line is shown. `size` is in any unit, the same for all lines.

    `ruled`: a line is drawn at it, or it has a ground of its own. `other` is whatever else tells
    its look (the name of its style). `plain_line` is False for bullets, rows and the like, which
    are no headings. `heading`: it is one by its markup. `place` is where on the page it stands:
    only what stands where a section's heading does is shown like it.
    """

    text: str
    size: float = 0.0
    bold: bool = False
    caps: bool = False
    ruled: bool = False
    other: str = ""
    plain_line: bool = True
    heading: bool = False
    place: str = ""

    @property
    def title(self) -> str:
        """The words without signs around them."""
        return re.sub(r"^[\W_]+|[\W_]+$", "", " ".join(self.text.split()))

    @property
    def look(self) -> tuple[float, bool, bool, bool, str]:
        """What lines of one kind have in common."""
        return self.size, self.bold, self.caps, self.ruled, self.other

    @property
    def placed(self) -> tuple[object, ...]:
        """The look, and where a line of it stands."""
        return *self.look, self.place


def headings_by_look(lines: Sequence[Shown]) -> dict[int, int]:
    """The levels of the lines that look like headings, by their place in `lines`."""
    short = [at for at, line in enumerate(lines) if _may_be_heading(line)]
    known = [at for at in short if exact_kind(lines[at].title)]
    if any(line.heading and exact_kind(line.title) for line in lines):
        return {}
    body = _body(lines)
    apart = [at for at in known if _stands_out(lines[at], body)]
    if len({exact_kind(lines[at].title) for at in apart}) < 2:
        apart = [at for at in known if _alone(lines, at)]
    found = dict.fromkeys(_once(lines, apart), SECTION_LEVEL)
    if not found:
        return {}
    first = min(found)
    usual = Counter(lines[at].look for at in found)
    places = {lines[at].placed for at in found}
    others = [line for at, line in enumerate(lines) if at not in found]
    places -= {line.placed for line in others if names_entry(line.title)}
    for at in short:
        line = lines[at]
        like = usual[line.look] >= 2 and line.placed in places and whole_date(line.title) is None
        if at > first and like and _stands_out(line, body):
            found[at] = SECTION_LEVEL
    found |= dict.fromkeys(_name(lines, short, first, body), _NAME_LEVEL)
    return found


def _may_be_heading(line: Shown) -> bool:
    count = len(line.title.split())
    short = line.plain_line and not line.heading and 0 < count <= _MAX_WORDS
    text = line.text.strip()
    ended = _ENDS.search(text) and not (line.caps and _ABBREVIATED.search(text))
    return short and "\t" not in text and not ended


def _body(lines: Sequence[Shown]) -> Shown:
    """A line as most of the text is shown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    letters = sum(len(line.text) for line in lines)
    bold = sum(len(line.text) for line in lines if line.bold)
    return Shown("", sizes.most_common(1)[0][0] if sizes else 0.0, 2 * bold > letters)


def _stands_out(line: Shown, body: Shown) -> bool:
    larger = line.size > body.size
    return larger or line.caps or line.ruled or (line.bold and not body.bold)


def _alone(lines: Sequence[Shown], at: int) -> bool:
    """Whether a line with a section's name has something of its own below it."""
    return at + 1 < len(lines) and not exact_kind(lines[at + 1].title)


def _once(lines: Sequence[Shown], found: Sequence[int]) -> Iterator[int]:
    """Without labels inside entries: a section's name stands once, or in the usual look."""
    names = Counter(lines[at].title.casefold() for at in found)
    looks = Counter(lines[at].look for at in found if names[lines[at].title.casefold()] == 1)
    usual = looks.most_common(1)[0][0] if looks else None
    for at in found:
        if names[lines[at].title.casefold()] == 1 or lines[at].look == usual:
            yield at


def names_entry(words: str) -> bool:
    """Whether words name an employer or position, or say when: no section looks like that.

    Nor do dates alone ("SUMMER 2014"), but they show nothing of how entries look.
    """
    said = bool(find_dates(words)) and whole_date(words) is None
    return said or _names_firm(words.title()) or is_role(words)


def _names_firm(words: str) -> bool:
    """Whether words name an organisation; "Systems" or "Kit & Software" alone name none."""
    plain = all(" " not in part for part in _JOINED.split(words))
    return is_organisation(words) and (has_legal_form(words) or not plain)


def _name(lines: Sequence[Shown], short: Sequence[int], first: int, body: Shown) -> Iterator[int]:
    """The one line before the first section that is larger than all others."""
    largest = max((line.size for line in lines), default=0.0)
    of_size = [at for at, line in enumerate(lines) if line.size == largest]
    at = of_size[0]
    alone = len(of_size) == 1 and at in short and at < first
    if alone and largest > _LARGER * body.size and not is_document_title(lines[at].title):
        yield at
