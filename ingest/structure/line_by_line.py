"""Entries found line by line, where those of a section are not built alike."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.resume import SectionKind
from ingest.structure.cues import FORMERLY
from ingest.structure.drafts import (
    RANK_BOLD,
    RANK_ITEM,
    RANK_PLAIN,
    RANK_ROW,
    Draft,
)
from ingest.structure.fact_pass import FactPass
from ingest.structure.item_head import head_of, names_entries, tells_post
from ingest.structure.lead import Lead
from ingest.structure.lines import Line, first_sentence, named_one_by_one
from ingest.structure.periods import only_when, tells_when
from ingest.structure.read_lead import STAYS
from ingest.structure.signs import (
    LISTED,
    dated_list,
    groups_stays,
    heads,
    is_own,
    ranged,
    starts_stay,
)
from ingest.structure.statements import statements_of
from ingest.structure.tables import FACTS

#: Whose bullets may name an entry and say more in one.
_NAMED = STAYS | {SectionKind.EDUCATION}
#: What a paragraph may list in a sentence each.
_GIVEN = LISTED - {SectionKind.PUBLICATIONS}


@dataclass
class LineByLine(FactPass):
    """Asks of every line whether it opens an entry, completes one, or speaks of one."""

    _after_rule: bool = False
    _dates_first: bool = False

    def take(self, lines: list[Line]) -> None:
        """Read all lines of the section."""
        at = 0
        while at < len(lines):
            at = self._line(lines, at)
        self._say_pending()

    def _line(self, lines: list[Line], at: int) -> int:
        """Read the line at `at`; where to go on."""
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        in_row = line.kind is BlockKind.ITEM and self._listing
        if line.kind is not BlockKind.ROW and not in_row:
            self._table = self._last_row = None
            if self._listing:
                self._listing = False
                self.drafts.leave(RANK_ROW)
        if line.kind is BlockKind.RULE:
            self._after_rule = True
            self.drafts.leave_labels()
            return at + 1
        if line.kind is BlockKind.HEADING:
            self._heading(line, lines[at - 1] if at else None)
        elif line.kind is BlockKind.TERM:
            self._term(line)
        elif line.kind is BlockKind.ROW:
            self._row(line, holds=self._holds_items(lines, at))
        elif line.kind is BlockKind.ITEM:
            return self._item(lines, at)
        elif line.depth == 0 and line.kind is not BlockKind.CODE and is_own(lines, at):
            return self._paragraph(lines, at, following)
        else:
            return self._say_block(lines, at)
        self._after_rule = False
        return at + 1

    def _heading(self, line: Line, before: Line | None) -> None:
        """An entry opens, unless two headings of one level, one below the other, name it."""
        if self._details(line):
            return
        top = self.drafts.innermost
        same = top is not None and top.rank == line.block.level and top.open and not self._pending
        same = same and before is not None and before.kind is BlockKind.HEADING
        if same and top is not None and self._judge.completes_heading(line, top):
            self._reader.add(top, line)
        else:
            self._open(line, line.block.level)

    def _term(self, line: Line) -> None:
        if (named := self._dated_by(line)) is not None:
            self._reader.add(named, line)
        elif line.only_dates or tells_when(line):
            self.drafts.leave(RANK_BOLD)
            self._pending.append(line)
        else:
            self._open(line, RANK_BOLD)

    def _dated_by(self, line: Line) -> Draft | None:
        """The entry right above a term that is but a range: one that says who and as what."""
        top = self.drafts.innermost
        if top is None or self._pending or not (line.only_dates and ranged(line)):
            return None
        lead = top.lead
        named = lead.organisation is not None and bool(lead.sure_roles)
        return top if named and top.open and lead.dates is None else None

    def _item(self, lines: list[Line], at: int) -> int:
        line = lines[at]
        if at and lines[at - 1].block is line.block:
            return self._say_block(lines, at)
        if self.kind in _NAMED and self._fact(lines, at):
            return at + 1
        # What is told behind bullets is of the next entry.
        self._columns_told |= FACTS
        heads = at + 1 < len(lines) and lines[at + 1].kind is BlockKind.HEADING
        if line.only_dates and heads and not self._all_of_entry(lines[at - 1] if at else None):
            self._pending.append(line)
            return at + 1
        rank = RANK_ITEM + line.depth
        top = self.drafts.around(rank)
        nested = self._has_nested(lines, at)
        inside = top is not None and top.rank < RANK_ITEM
        if not self._items.opens(
            line,
            nested=nested,
            top=top if inside else None,
            above_stays=nested and starts_stay(head_of(lines[at + 1])),
            dated_list=dated_list(lines, at),
            within=None if inside else top,
        ):
            if top is None and self.kind in _NAMED and names_entries(lines, at, self.kind):
                return self._headed(lines, at, rank)
            awaited = top is None or top.awaits_posts or self._items.posts_listed(lines, at, top)
            if self.kind in STAYS and awaited and tells_post(line):
                return self._headed(lines, at, rank)
            return self._say_block(lines, at)
        if top is not None and top.is_label and starts_stay(line):
            self.drafts.leave_labels()
        self.drafts.leave(rank)
        if not nested:
            return self._single(lines, at, rank)
        self._open(line, rank)
        return at + 1

    def _all_of_entry(self, before: Line | None) -> bool:
        """Whether a bullet below the heading `before` is all that is said of that entry."""
        top = self.drafts.innermost
        undated = top is not None and top.lead.dates is None and not self._pending
        return undated and before is not None and before.kind is BlockKind.HEADING

    def _single(self, lines: list[Line], at: int, rank: int) -> int:
        """A bullet or paragraph that is all there is of an entry."""
        whole, end = self._rest_of_block(lines, at, apart=lines[at].kind is not BlockKind.ITEM)
        self.drafts.leave(rank)
        if self.kind in _GIVEN and (several := named_one_by_one(Line(whole, lines[at].block))):
            for one in several:
                draft = self.drafts.begin(rank, self._reader.read(one))
                self.drafts.leave(rank)
                draft.statements += statements_of(one, self.places, max(0, lines[at].depth - 1))
            return end
        # What is told behind the years names nobody.
        named = head_of(lines[at]).text if self.kind in STAYS and tells_post(lines[at]) else whole
        draft = self.drafts.begin(rank, self._reader.read(named))
        self.drafts.leave(rank)
        draft.statements += statements_of(whole, self.places, max(0, lines[at].depth - 1))
        return end

    def _paragraph(self, lines: list[Line], at: int, following: Line | None) -> int:
        line = lines[at]
        if (employer := self.drafts.around(RANK_BOLD)) is not None and employer.children:
            # Below a list of posts a paragraph speaks of the employer.
            self.drafts.leave(RANK_ITEM)
        top = self.drafts.innermost
        if top is not None and top.is_label and top.statements:
            self.drafts.leave_labels()
            top = self.drafts.innermost
        if line.only_dates:
            return self._dates_line(line, top, at, following)
        fits = top is not None and top.open and not top.is_label and not self._pending
        if fits and top is not None and self._states_fact(line, top):
            self._reader.head(top, line)
            return at + 1
        if fits and top is not None and self._judge.tells_authors(line, top):
            self._reader.head(top, line)
            return at + 1
        if self.kind in _NAMED and not self._pending and self._fact(lines, at):
            return at + 1
        if fits and top is not None and self._judge.completes(line, top):
            self._complete(top, line)
            return at + 1
        defined = line.kind is BlockKind.DEFINITION and bool(self._pending)
        if defined and self._sentence(line, top, fits=fits):
            return at + 1
        heralded = None if self._dates_first else following
        if self._openings.opens(line, top, heralded, pending=bool(self._pending)):
            self._open_paragraph(line, following)
            self._after_rule = False
            return at + 1
        if self._sentence(line, top, fits=fits):
            return at + 1
        self._after_rule = False
        if self._judge.is_label(line, following, top):
            self._open_label(line)
            return at + 1
        # What is told below a table of things is hardly another of them.
        listed = self.kind in LISTED and (bool(line.dates) or not self._tabled)
        if listed and self._items.opens(line, nested=False, top=top):
            return self._single(lines, at, RANK_ITEM)
        return self._say_block(lines, at)

    def _sentence(self, line: Line, top: Draft | None, *, fits: bool) -> bool:
        """Take a line whose first sentence names an entry, or dates the one above (`fits`)."""
        head, rest = first_sentence(line)
        completes = fits and top is not None and self._judge.completes(head, top)
        if fits and top is not None and rest is not None and only_when(head, top):
            self._reader.add(top, head)
        elif not (rest is not None or self._pending) or not self._openings.sentence_opens(
            head, top, pending=bool(self._pending)
        ):
            return False
        elif top is not None and completes:
            self._complete(top, head)
        else:
            self._open_paragraph(head)
        self._after_rule = False
        if rest is not None:
            self._say(rest, line.block)
        return True

    def _dates_line(self, line: Line, top: Draft | None, at: int, following: Line | None) -> int:
        """Dates alone: those of the entry above that has none yet, else of the one below."""
        waits = top is not None and top.lead.dates is None and not self._pending
        waits = waits and not (top is not None and top.is_label and top.rank < RANK_BOLD)
        if top is not None and not top.open:
            # A line of dates that is set off below what was said still dates a heading's entry.
            waits = waits and top.rank <= RANK_BOLD and (line.bold or line.italic)
        if top is not None and waits and not self._dates_first:
            self._reader.add(top, line)
        elif following is not None and following.depth == 0:
            self._say_pending()
            self._pending.append(line)
            self._dates_first = self._dates_first or not self.drafts.entries
        else:
            self._say(line.text, line.block)
        return at + 1

    def _open(self, line: Line, rank: int, *, dated: bool = False) -> None:
        """An entry begins with this line (and with the dates that waited for it).

        `dated`: the next line tells when it was.
        """
        self.drafts.leave(rank)
        parent = self.drafts.holder(rank)
        level = line.block.level if heads(line) else None
        lead = self._reader.read(line.text, parent, heading=level)
        label = parent is not None and self._judge.names_part(line, parent, dated=dated)
        if label or self._judge.only_title(line, parent):
            lead = Lead(title=self._reader.title(line), dates=lead.dates, url=lead.url)
        draft = self.drafts.begin(rank, lead)
        named = label and lead.dates is None and rank == RANK_BOLD
        draft.is_label = named or (self.kind in STAYS and groups_stays(line))
        if any(ranged(one) for one in self._pending):
            # "2014 - 2019" above "Clerk (senior from 2017)": that is when the stay was.
            lead.dates = None
        self._add_pending(draft)
        self._reader.head(draft, line)

    def _open_paragraph(self, line: Line, following: Line | None = None) -> None:
        bold = (line.bold_lead or self._pending) and line.kind is not BlockKind.DEFINITION
        rank = RANK_BOLD if bold else RANK_PLAIN
        own = self._reader.quietly(line)
        below = following is not None and following.only_dates and not self._dates_first
        if following is not None and below and own.dates is None:
            own.dates = self._reader.quietly(following).dates
        former = own.roles and own.organisation is None and FORMERLY.match(line.words)
        # Inside a role without dates, the employer around it says when.
        parent = self.drafts.around(rank, dated=True)
        if (employer := self.drafts.employer_of(own)) is not None:
            rank = employer.rank + 1
        elif parent is not None and self._openings.is_sibling(own, parent, fresh=self._after_rule):
            self.drafts.leave_one(parent)
            rank = parent.rank
        self._open(line, rank, dated=below)
        if former and len(self.drafts.open) > 1:
            # What follows speaks of the position that is held since.
            self.drafts.leave(rank)

    def _complete(self, top: Draft, line: Line) -> None:
        """A line under a heading says more of the same entry, or begins a role inside it."""
        lead = self._reader.quietly(line)
        new_role = bool(lead.roles) and top.lead.organisation and not top.lead.sure_roles
        if new_role and not top.lead.dates and lead.dates:
            self._open(line, max(top.rank + 1, RANK_BOLD if line.bold_lead else RANK_PLAIN))
        else:
            self._reader.add(top, line)

    def _add_pending(self, draft: Draft) -> None:
        pending, self._pending = self._pending, []
        for line in pending:
            if line.only_dates:
                self._reader.add(draft, line)
            else:
                self._reader.date(draft, line)
