"""Tables of jobs, degrees and awards: the head says what a column holds, or the cells do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import Block, Mark, Text
from ingest.dates import FoundDates, date_range, says_present
from ingest.durations import reversed_problem
from ingest.resume import DateRange, Fragment, SectionKind
from ingest.structure.columns import column_of, columns_in, repeats
from ingest.structure.drafts import Draft
from ingest.structure.lead import Lead, dates_in, entry_dates
from ingest.structure.lines import Line, shown_lines
from ingest.structure.places import Places
from ingest.structure.read_lead import STAYS, read_lead
from ingest.structure.signs import PLAIN_LISTS
from ingest.structure.sorts import Sort, sort_of

_FACT = re.compile(r"\W*(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:：]\s*(?=\S)")
_SAID = re.compile(r"\W*[^\W\d_][\w /&-]{1,30}?\s*[:：]\s*(?=\S)")
#: What of an entry a label may tell.
FACTS = frozenset({"dates", "organisation", "roles", "location"})
#: A cell of more words names nothing.
_MOST_WORDS = 12


class Table:
    """One table; its first row may be a head."""

    def __init__(self, first: Block, kind: SectionKind, places: Places) -> None:
        self._kind, self._places, self._first = kind, places, first
        self._columns: dict[int, str] = {}
        if first.header or not dates_in(first.text):
            self._columns = columns_in(first)
        self._head = first if self._columns else None
        #: What the row above said in each column, for one that says "same".
        self._above: dict[int, Fragment] = {}

    def lead(self, row: Block, naming: Sequence[Text]) -> Lead | None:
        """What a row says of an entry; None where it is no entry's (a head, a skill, a contact).

        `naming` are the lines of the row that name it, where no column says what it holds.
        """
        if row.header or row is self._head or len(row.cells) < 2:
            return None
        if self._kind in PLAIN_LISTS:
            return None
        lead = Lead()
        if self._columns:
            self._by_column(lead, row)
        elif dates_in(row.text) and not self._tells(row):
            for text in naming:
                read_lead(lead, text, self._kind, self._places)
        return lead if lead.named else None

    def _tells(self, row: Block) -> bool:
        """Whether a row of a section that may list anything says something, and names nothing."""
        long = any(len(cell.folded.split()) > _MOST_WORDS for cell in row.cells)
        return long and self._kind is SectionKind.OTHER

    def _by_column(self, lead: Lead, row: Block) -> None:
        kind = self._kind
        self._edges(lead, row)
        for at, cell in enumerate(row.cells):
            column = self._columns.get(at)
            if cell.folded and column is not None:
                self._cell(lead, at, cell, column)
        self._who(lead, row)
        if lead.dates is None and not {"start", "end"} & set(self._columns.values()):
            _take_dates(lead, row.text, self._places)
        if lead.area is None and kind is SectionKind.EDUCATION and lead.roles:
            self._area(lead, row)
        if kind not in STAYS and kind is not SectionKind.EDUCATION and lead.title is None:
            lead.title = self._thing(lead, row)

    def _cell(self, lead: Lead, at: int, cell: Text, column: str) -> None:
        """Add what the cell of one column says."""
        words = self._same(at, self._places.fragment(_first_line(cell)))
        whole = self._same(at, self._places.fragment(cell))
        if column == "dates":
            _take_dates(lead, cell, self._places)
        elif column == "organisation":
            apart = Lead()
            if not _is_broken(cell):
                # No other name stands before the one that the column is for.
                read_lead(apart, cell, SectionKind.WORK, self._places, role_first=False)
            lead.organisation = self._same(at, apart.organisation or whole)
            lead.location = lead.location or apart.location
        elif column == "roles" or (column == "title" and self._kind in STAYS):
            lead.roles.append(words)
            _take_dates(lead, cell, self._places)
        elif column == "title" and self._kind is SectionKind.EDUCATION and lead.roles:
            lead.area = words
        elif column in ("title", "thing") and self._is_degree(cell):
            lead.roles.append(words)
        elif column in ("title", "thing"):
            lead.title = words
        elif column == "location":
            lead.location = whole
        elif column == "area":
            lead.area = whole

    def _is_degree(self, cell: Text) -> bool:
        """Whether what was awarded is a degree, in a table of studies."""
        sorts = Line(cell, self._first).sorts
        return self._kind is SectionKind.EDUCATION and Sort.DEGREE in sorts

    def _who(self, lead: Lead, row: Block) -> None:
        """Who a row names that its column does not: a cell beside it, or that of the row above."""
        if lead.organisation is not None:
            return
        at = next((at for at, column in self._columns.items() if column == "organisation"), None)
        for other, cell in enumerate(row.cells):
            column = self._columns.get(other)
            sort = sort_of(cell.folded.split(",")[0], named=True, bracketed=False)
            # "Place" may be where somebody was employed, if no other column says who it was.
            free = column is None or (column == "location" and at is None)
            if free and sort in (Sort.ORGANISATION, Sort.SCHOOL):
                lead.location = None if column == "location" else lead.location
                self._cell(lead, other if at is None else at, cell, "organisation")
                return
        if at is None:
            return
        blank = at < len(row.cells) and not row.cells[at].folded
        if blank and lead.roles and (self._kind in STAYS or self._kind is SectionKind.EDUCATION):
            lead.organisation = self._above.get(at)

    def _edges(self, lead: Lead, row: Block) -> None:
        """Add the dates of a row that has one cell for when it begins, one for when it ends."""
        cells = {
            self._columns[at]: cell for at, cell in enumerate(row.cells) if at in self._columns
        }
        start, end = cells.get("start"), cells.get("end")
        first, last = _single(start), _single(end)
        given = [cell for cell, one in ((start, first), (end, last)) if cell and one]
        if not given:
            return
        goes_on = end is not None and not end.folded and self._kind in STAYS
        current = goes_on or bool(last and last.current)
        until = last.last if last else first.last if first else None
        spans = sorted(map(self._places.span, given), key=lambda span: span.start)
        lead.dates = DateRange(
            text=" - ".join(cell.folded for cell in given),
            span=self._places.between(spans[0].start, spans[-1].end),
            start=first.first if first else None,
            end=None if current else until,
            current=current,
        )
        if lead.dates.start and lead.dates.end:
            lead.problem = reversed_problem(lead.dates.start, lead.dates.end)

    def _same(self, at: int, words: Fragment) -> Fragment:
        """What a cell holds: the words, or those of the cell above, which it repeats."""
        if not repeats(words.text):
            self._above[at] = words
        return self._above.get(at, words)

    def _thing(self, lead: Lead, row: Block) -> Fragment | None:
        """What a row is about: a first column that says nothing of its kind, else a role."""
        if 0 not in self._columns and row.cells[0].folded:
            return self._places.fragment(_first_line(row.cells[0]))
        return lead.roles.pop(0) if lead.roles else None

    def _area(self, lead: Lead, row: Block) -> None:
        degrees = ("roles", "title", "thing")
        at = next((at for at, column in self._columns.items() if column in degrees), None)
        if at is not None and at < len(row.cells):
            lead.area = _area_of(row.cells[at], self._places)


def _area_of(degree: Text, places: Places) -> Fragment | None:
    apart = Lead()
    read_lead(apart, degree, SectionKind.EDUCATION, places)
    return apart.area


def _is_broken(cell: Text) -> bool:
    """Whether a name goes on in the next line of a cell: only all of it is one."""
    lines = shown_lines(cell)
    first, whole = (
        sort_of(words.folded, named=True, bracketed=False) for words in (lines[0], cell)
    )
    return len(lines) > 1 and first is Sort.UNSURE and whole in (Sort.ORGANISATION, Sort.SCHOOL)


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


def _single(cell: Text | None) -> FoundDates | None:
    """The date of a cell that holds one, or says "now"."""
    if cell is None:
        return None
    if says_present(cell.folded):
        return FoundDates(0, len(cell.plain), None, None, current=True)
    return next(iter(dates_in(cell)), None)


def fact_in(text: Text) -> str | None:
    """What of an entry a line such as "Position: Welder" tells; None if it tells no such thing."""
    match = _FACT.match(text.plain)
    column = column_of(match["label"]) if match else None
    return column if column in FACTS else None


def leads_to(line: Line) -> bool:
    """Whether a line is a label and something else that is said of an entry ("Team: 5 people")."""
    return _SAID.match(line.text.plain) is not None and fact_in(line.text) is None


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
    elif column == "organisation" and lead.organisation is None and kind in STAYS:
        apart = Lead()
        read_lead(apart, value, kind, places)
        parted = apart.organisation and apart.location and "," in value.plain
        lead.organisation = apart.organisation if parted else places.fragment(value)
        lead.location = lead.location or (apart.location if parted else None)
    elif column in ("organisation", "location", "area") and getattr(lead, column) is None:
        setattr(lead, column, places.fragment(value))
    else:
        return False
    return True


def unguessed(draft: Draft, text: Text, kind: SectionKind) -> None:
    """Where a label names the employer or school, words that were but guessed to be it are not.

    They are more of the position or degree that stands beside them, or its field.
    """
    match, lead = _FACT.match(text.plain), draft.lead
    if match is None or column_of(match["label"]) != "organisation" or lead.organisation is None:
        return
    guess = lead.organisation
    if sort_of(guess.text, named=True, bracketed=False) is not Sort.UNSURE:
        return
    whole = next((one for one in draft.headings if one.span.overlaps(guess.span)), None)
    if kind is SectionKind.EDUCATION and lead.roles:
        lead.area = lead.area or guess
    elif whole is not None and lead.roles and not lead.dates and not lead.location:
        lead.roles = [Fragment(whole.text, whole.span)]
    elif not lead.roles:
        lead.roles = [guess]
    lead.organisation = None
