"""Entries whose heads are known beforehand: what stands between them is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.structure.alike import Begun
from ingest.structure.cues import SCHOOL, is_organisation, is_role
from ingest.structure.drafts import RANK_BOLD, RANK_HEAD, RANK_ITEM, Draft
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.periods import within
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
            rank = self._rank(line, lead, series)
            self.drafts.leave(rank if rank > RANK_HEAD else 0)
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

    def _rank(self, line: Line, lead: Lead, series: Series) -> int:
        """The rank of an entry: below the heading of an employer each position has a deeper one.

        Or it has a line of another look, which says as what and when, and not where.
        """
        if _is_within(lead, self.drafts.around(RANK_HEAD + 1)):
            lead.roles = lead.roles or ([lead.organisation] if lead.organisation else [])
            lead.organisation = None
            return RANK_HEAD + 1
        levels = [RANK_HEAD + one[0].level for one in series.templates if _is_heading(one[0].kind)]
        if len(series.templates) < 2 or not levels:
            return RANK_HEAD
        if _is_heading(line.kind):
            return RANK_HEAD + line.block.level
        employer = self.drafts.around(RANK_BOLD)
        inside = employer is not None and _holds(employer.lead, lead)
        return RANK_BOLD if inside else min(levels)


def _is_heading(kind: BlockKind) -> bool:
    return kind is BlockKind.HEADING


def _is_within(lead: Lead, employer: Draft | None) -> bool:
    """Whether a dated position is one at the employer above, who is told with dates and no role.

    What stands beside the position is then a unit, unless it is surely a firm.
    """
    own, who = employer.lead if employer else Lead(), lead.organisation
    # Alone in a line, where others have an employer, a position is taken for one.
    held = bool(lead.roles) or (who is not None and is_role(who.text))
    if employer is None or employer.rank != RANK_HEAD or not held or lead.dates is None:
        return False
    other = who is not None and (is_organisation(who.text) or SCHOOL.search(who.text) is not None)
    bare = own.organisation is not None and own.dates is not None and not own.roles
    return bare and not other and own.dates is not None and within(lead.dates, own.dates)


def _holds(employer: Lead, lead: Lead) -> bool:
    """Whether a position without an employer of its own is one at the employer above it."""
    bare = bool(lead.roles) and lead.organisation is None and employer.organisation is not None
    if lead.dates is None or employer.dates is None:
        return bare
    return bare and within(lead.dates, employer.dates)
