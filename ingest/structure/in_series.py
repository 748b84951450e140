"""Entries whose heads are known beforehand: what stands between them is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.structure.alike import Begun
from ingest.structure.drafts import RANK_BOLD, RANK_HEAD, RANK_ITEM
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.praise import Praise
from ingest.structure.said import SectionPass
from ingest.structure.series import Series
from ingest.structure.statements import statements_of


@dataclass
class InSeries(SectionPass):
    """Reads the lines of a section whose entries are built alike, or of quotes."""

    def take(self, lines: list[Line], series: Series, begun: Begun) -> None:
        """Read all lines of a section whose entries are built alike."""
        at = 0
        while at < len(lines):
            at = self._line(lines, at, series, begun)

    def quote(self, praise: Sequence[Praise]) -> None:
        """Each who is quoted is an entry, though what they said stands above their name."""
        for one in praise:
            draft = self.drafts.begin(RANK_BOLD, Lead(title=self.places.fragment(one.name)))
            self._reader.head(draft, Line(one.line, one.said[-1].block))
            for line in one.said:
                draft.statements += statements_of(line.text, self.places, 0)
            self.drafts.leave(0)

    def _line(self, lines: list[Line], at: int, series: Series, begun: Begun) -> int:
        """Read the line at `at` of a section whose entries are built alike; where to go on."""
        line = lines[at]
        if at in begun:
            head, lead = begun[at]
            item = line.kind is BlockKind.ITEM
            inner = line.kind is BlockKind.HEADING and len(series.templates) > 1
            rank = RANK_HEAD + line.block.level if inner else RANK_HEAD
            # Below the heading of an employer each position has a deeper one.
            self.drafts.leave(rank if inner else 0)
            draft = self.drafts.begin(RANK_ITEM + line.depth if item else rank, lead)
            if item and len(head.lines) == 1 and not self._has_nested(lines, at):
                # A bullet that is all there is of an entry.
                self._reader.warn(lead, line.text)
                whole, end = self._rest_of_block(lines, at)
                draft.statements += statements_of(whole, self.places, max(0, line.depth - 1))
                self.drafts.leave(0)
                return end
            for one in head.lines:
                self._reader.head(draft, lines[one])
            self._reader.warn(lead, lines[at].text)
            return head.lines[-1] + 1
        if line.kind is BlockKind.RULE:
            self.drafts.leave_labels()
            return at + 1
        if line.kind is BlockKind.ITEM:
            return self._say_block(lines, at)
        top = self.drafts.innermost
        if top is not None and top.is_label and top.statements and line.depth == 0:
            self.drafts.leave_labels()
            top = self.drafts.innermost
        following = lines[at + 1] if at + 1 < len(lines) else None
        announces = at in series.labels
        if announces or self._judge.is_label(line, following, top):
            self._open_label(line, caption=announces)
            return at + 1
        return self._say_block(lines, at)
