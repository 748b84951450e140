"""The rows of a table, read one after the other: each an entry, or more of the one above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.structure.columns import heads_levels
from ingest.structure.drafts import RANK_ROW, Draft
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.read_lead import STAYS
from ingest.structure.rows import is_alone, names_role, naming_and_said
from ingest.structure.said import SectionPass
from ingest.structure.signs import PLAIN_LISTS
from ingest.structure.statements import statements_of
from ingest.structure.tables import Table

#: "Details: Quay Works", "More on: Quay Works".
_LABEL = re.compile(r"[^:：]{1,30}[:：]\s+")


@dataclass
class RowPass(SectionPass):
    """Keeps the table that a pass over a section is in."""

    _table: Table | None = None
    #: The entry of the row before.
    _last_row: Draft | None = None
    #: Of a table whose head is of levels, the entry that each column fills.
    _columns: dict[int, Draft] = field(default_factory=dict)
    #: Whether the section has named things in a table.
    _tabled: bool = False
    #: Whether the rows of this table hold bullets.
    _listing: bool = False

    def _holds_items(self, lines: list[Line], at: int) -> bool:
        """Whether the bullets below a row stand in it: rows follow them, or came before some."""
        if at + 1 == len(lines) or lines[at + 1].kind is not BlockKind.ITEM:
            return False
        self._listing = self._listing or any(one.kind is BlockKind.ROW for one in lines[at + 1 :])
        return self._listing

    def _row(self, line: Line, *, holds: bool) -> None:
        if self._table is None:
            self._table = Table(line.block, self.kind, self.places)
            self._columns = self._levels(line.block)
            if self._columns:
                return
        if self._columns:
            for at, cell in enumerate(line.block.cells):
                draft = self._columns.get(at)
                if draft is not None and cell.folded:
                    draft.statements += statements_of(cell, self.places, listed=True)
                elif cell.folded:
                    self._say(cell, line.block)
            return
        if self._last_row is not None and is_alone(line.block):
            self._in_row(self._last_row, line)
            return
        naming, said = naming_and_said(line.block)
        lead = self._table.lead(line.block, naming)
        if lead is None:
            self._say(line.text, line.block)
            return
        self.drafts.leave(RANK_ROW)
        self._tabled = True
        draft = self._last_row = self.drafts.begin(RANK_ROW, lead)
        if said or holds:
            for text in naming:
                self._reader.head(draft, Line(text, line.block))
        for text in said if holds else said or naming:
            draft.statements += statements_of(text, self.places, 0, row=not said)
        if not holds:
            self.drafts.leave_one(draft)

    def _in_row(self, draft: Draft, line: Line) -> None:
        """A row of one cell says more of the row above: as what, or what was done."""
        self.drafts.reopen(draft)
        if self.kind in STAYS and not draft.lead.sure_roles and names_role(line):
            self._reader.add(draft, line)
        else:
            self._say(line.text, line.block)

    def _details(self, line: Line) -> bool:
        """Take a heading that names an employer of the table above ("Details: Quay Works").

        Or one position that is told in it.

        What follows is said of that row; where several have the employer, of the employer alone.
        """
        words = _LABEL.sub("", line.words).casefold()
        table = [draft for draft in self.drafts.entries if draft.rank == RANK_ROW]
        rows = [
            draft
            for draft in table
            if draft.lead.organisation is not None
            if re.match(rf"{re.escape(words)}\b", draft.lead.organisation.text.casefold())
        ]
        held = [one for one in table if words in [role.text.casefold() for role in one.lead.roles]]
        if not rows and len(held) == 1:
            rows = held
        if not rows or line.dates or not words or self.kind not in STAYS:
            return False
        self.drafts.leave(line.block.level)
        if len(rows) == 1:
            draft = rows[0]
            self.drafts.reopen(draft)
        else:
            cut = _LABEL.match(line.text.plain)
            named = line.text.cut(cut.end() if cut else 0)
            lead = Lead(organisation=self.places.fragment(named))
            draft = self.drafts.begin(line.block.level, lead)
        self._reader.head(draft, line)
        return True

    def _levels(self, head: Block) -> dict[int, Draft]:
        """An entry for each column of a list of things whose head is of levels alone."""
        columns: dict[int, Draft] = {}
        if self.kind not in PLAIN_LISTS or not heads_levels(head):
            return columns
        self.drafts.leave(RANK_ROW)
        for at, cell in enumerate(head.cells):
            if cell.folded:
                columns[at] = self.drafts.begin(RANK_ROW, Lead(title=self.places.fragment(cell)))
                self._reader.head(columns[at], Line(cell, head))
                self.drafts.leave_one(columns[at])
        return columns
