"""Labels and what they say, line below line: what an entry lacks is taken from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, takewhile

from ingest.blocks import BlockKind
from ingest.structure.drafts import RANK_BOLD, RANK_PLAIN, Draft
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.read_lead import STAYS
from ingest.structure.row_pass import RowPass
from ingest.structure.signs import TITLE_WORDS
from ingest.structure.tables import fact_in, labelled, leads_to, unguessed
from ingest.structure.units import return_unit

#: Among so many lines a label is followed by another that tells of the same entry.
_NEAR = 3


@dataclass
class FactPass(RowPass):
    """Keeps the entry that facts are told of, and which of them were."""

    _told: Draft | None = None
    _columns_told: set[str] = field(default_factory=set)

    def _fact(self, lines: list[Line], at: int) -> bool:
        """Take a line that is a label and what an entry lacks; two in a row may begin one."""
        line, top = lines[at], self.drafts.innermost
        column = fact_in(line.text) if line.count <= TITLE_WORDS else None
        listed = line.kind is BlockKind.ITEM
        if column is None:
            said = not listed and top is not None and top is self._told and leads_to(line)
            if said:
                self._say(line.text, line.block)
            return said
        if listed and any(after.block is line.block for after in lines[at + 1 : at + 2]):
            return False
        if top is None or not (listed or top is self._told) or self._was_told(top, column):
            if not self._another_follows(lines, at, column):
                return False
            rank = RANK_PLAIN if listed else RANK_BOLD
            self.drafts.leave(rank)
            top = self._told = self.drafts.begin(rank, Lead())
            self._columns_told = set()
        closed = top.is_label or not (top.open or top is self._told)
        if closed or not labelled(top.lead, line.text, self.kind, self.places):
            return False
        self._columns_told.add(column)
        self._reader.head(top, line)
        return True

    def _another_follows(self, lines: list[Line], at: int, column: str) -> bool:
        """Whether the next fact, behind other labels, is of another sort."""
        after = islice(lines, at + 1, at + 1 + _NEAR)
        for line in takewhile(lambda one: one.kind is lines[at].kind, after):
            if (found := fact_in(line.text)) is not None or not leads_to(line):
                return found not in (None, column)
        return False

    def _was_told(self, top: Draft, column: str) -> bool:
        return top is self._told and column in self._columns_told

    def _states_fact(self, line: Line, top: Draft) -> bool:
        """Whether a line is a label and what the entry above lacks; its lead then has it.

        A line that says who somebody was with, labelled or not, frees what was guessed to.
        """
        if self.kind in STAYS:
            return_unit(top, line, self.places)
        if not self._judge.states_fact(line):
            return False
        unguessed(top, line.text, self.kind)
        return labelled(top.lead, line.text, self.kind, self.places)
