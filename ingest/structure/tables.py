"""Tables of jobs, degrees and awards: the head says what a column holds, or the cells do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import Block, Mark, Text
from ingest.dates import date_range
from ingest.languages import ENGLISH, LANGUAGES
from ingest.resume import Fragment, SectionKind
from ingest.structure.lead import Lead, dates_in, entry_dates
from ingest.structure.lines import shown_lines
from ingest.structure.places import Places
from ingest.structure.read_lead import STAYS, read_lead

_FACT = re.compile(r"\W*(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:：]\s*(?=\S)")
_COLUMNS = ("dates", "organisation", "roles", "title", "location", "area")
#: In English a word of the head tells; in other languages, whose words may be English ones with
#: another meaning, the whole of it.
_SAYS = [
    (name, re.compile(rf"\b(?:{ENGLISH.columns[name]})\b", re.IGNORECASE)) for name in _COLUMNS
] + [
    (name, re.compile(rf"^\W*(?:{language.columns[name]})\W*$", re.IGNORECASE))
    for name in _COLUMNS
    for language in LANGUAGES
    if name in language.columns and language is not ENGLISH
]


class Table:
    """One table; its first row may be a head."""

    def __init__(self, first: Block) -> None:
        self._columns: dict[int, str] = {}
        if first.header or not dates_in(first.text):
            for at, cell in enumerate(first.cells):
                column = column_of(cell.folded)
                if column is not None and column not in self._columns.values():
                    self._columns[at] = column
        if len(self._columns) < 2:
            self._columns = {}
        self._head = first if self._columns else None

    def lead(
        self, row: Block, naming: Sequence[Text], kind: SectionKind, places: Places
    ) -> Lead | None:
        """What a row says of an entry; None where it is no entry's (a head, a skill, a contact).

        `naming` are the lines of the row that name it, where no column says what it holds.
        """
        if row.header or row is self._head or len(row.cells) < 2:
            return None
        if kind in (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS):
            return None
        lead = Lead()
        if self._columns:
            self._by_column(lead, row, places, kind)
        elif dates_in(row.text):
            for text in naming:
                read_lead(lead, text, kind, places)
        return lead if lead.named else None

    def _by_column(self, lead: Lead, row: Block, places: Places, kind: SectionKind) -> None:
        for at, cell in enumerate(row.cells):
            column = self._columns.get(at)
            if not cell.folded or column is None:
                continue
            if column == "dates":
                _take_dates(lead, cell, places)
            elif column == "organisation":
                apart = Lead()
                read_lead(apart, cell, SectionKind.WORK, places)
                lead.organisation = apart.organisation or places.fragment(cell)
                lead.location = lead.location or apart.location
            elif column == "roles" or (column == "title" and kind in STAYS):
                lead.roles.append(places.fragment(_first_line(cell)))
                _take_dates(lead, cell, places)
            elif column == "title":
                lead.title = places.fragment(_first_line(cell))
            elif column == "location":
                lead.location = places.fragment(cell)
            else:
                lead.area = places.fragment(cell)
        if lead.dates is None:
            _take_dates(lead, row.text, places)
        if lead.area is None and kind is SectionKind.EDUCATION and lead.roles:
            self._area(lead, row, places)
        if kind not in STAYS and kind is not SectionKind.EDUCATION and lead.title is None:
            lead.title = self._thing(lead, row, places)

    def _thing(self, lead: Lead, row: Block, places: Places) -> Fragment | None:
        """What a row is about: a first column that says nothing of its kind, else a role."""
        if 0 not in self._columns and row.cells[0].folded:
            return places.fragment(_first_line(row.cells[0]))
        return lead.roles.pop(0) if lead.roles else None

    def _area(self, lead: Lead, row: Block, places: Places) -> None:
        at = next((at for at, column in self._columns.items() if column == "roles"), None)
        if at is not None and at < len(row.cells):
            lead.area = _area_of(row.cells[at], places)


def _area_of(degree: Text, places: Places) -> Fragment | None:
    apart = Lead()
    read_lead(apart, degree, SectionKind.EDUCATION, places)
    return apart.area


def _first_line(cell: Text) -> Text:
    """What a cell names; further lines speak of it."""
    first = shown_lines(cell)[0]
    bold = first.lead(Mark.BOLD)
    return first.cut(0, bold) if bold else first


def _take_dates(lead: Lead, text: Text, places: Places) -> None:
    chosen = entry_dates(dates_in(text))
    if chosen is not None and lead.dates is None:
        span = places.span(text.cut(chosen.start, chosen.end))
        lead.dates = date_range(chosen, text.plain, span)
        lead.problem = chosen.problem


def labelled(lead: Lead, text: Text, kind: SectionKind, places: Places) -> bool:
    """Add to `lead` what a line such as "Position: Welder" says; whether it says such a thing."""
    match = _FACT.match(text.plain)
    column = column_of(match["label"]) if match else None
    if match is None or column is None:
        return False
    value = text.cut(match.end())
    if column == "dates":
        _take_dates(lead, value, places)
        return lead.dates is not None
    if column == "roles" and not lead.roles:
        lead.roles.append(places.fragment(value))
        _take_dates(lead, value, places)
        if kind is SectionKind.EDUCATION and lead.area is None:
            lead.area = _area_of(value, places)
    elif column in ("organisation", "location", "area") and getattr(lead, column) is None:
        setattr(lead, column, places.fragment(value))
    else:
        return False
    return True


def column_of(words: str) -> str | None:
    """What a column or fact of this name says of an entry; None if that is not known."""
    return next((name for name, pattern in _SAYS if pattern.search(words)), None)
