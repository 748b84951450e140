"""The lines of a section become entries: each job, degree, project with what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind, Text
from ingest.resume import Entry, SectionKind, Statement, Warning
from ingest.structure.alike import Begun, entries_alike
from ingest.structure.drafts import (
    RANK_BOLD,
    RANK_HEAD,
    RANK_ITEM,
    RANK_LABEL,
    RANK_PLAIN,
    RANK_ROW,
    Draft,
    Drafts,
)
from ingest.structure.judge import Judge
from ingest.structure.judge_items import ItemJudge
from ingest.structure.lead import Lead
from ingest.structure.line_reader import LineReader
from ingest.structure.lines import Line, first_sentence, lines_of
from ingest.structure.places import Places
from ingest.structure.praise import Praise, praise_of
from ingest.structure.read_lead import STAYS, order_vote
from ingest.structure.rows import naming_and_said
from ingest.structure.series import Series, Template, series_of
from ingest.structure.signs import (
    LISTED,
    PLAIN_LISTS,
    dated_list,
    heads,
    roles_head,
    starts_stay,
    title_like,
)
from ingest.structure.statements import statements_of
from ingest.structure.tables import Table, labelled

ENTRY_KINDS = frozenset(
    {
        SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
        SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES, SectionKind.OTHER, SectionKind.SKILLS, SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
    }
)  # fmt: skip

#: Sections whose entries are read as a series where they are built alike.
ALIKE = STAYS | LISTED | {SectionKind.EDUCATION}


@dataclass
class EntryBuilder:
    """Builds the entries of one section after the other; warnings gather."""

    places: Places
    warnings: list[Warning] = field(default_factory=list)
    _known: list[Template] = field(default_factory=list)
    _announced: set[str] = field(default_factory=set)

    def learn(self, kind: SectionKind, blocks: Sequence[Block]) -> None:
        """Keep the pattern of a section, for another that has but one entry."""
        lines = _lines(blocks) if kind in ALIKE else []
        if (series := series_of(lines)) is not None:
            self._known.extend(series.templates)
            self._announced |= {lines[at].words.casefold() for at in series.labels}

    def build(
        self, kind: SectionKind, blocks: Sequence[Block]
    ) -> tuple[list[Statement], list[Entry]]:
        """The section's own statements, and its entries."""
        run = _Run(kind, self.places, self.warnings, tuple(self._known), frozenset(self._announced))
        run.take(blocks)
        return run.statements, [draft.freeze() for draft in run.drafts.entries]


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [
        line
        for block in blocks
        for line in (lines_of(block) if block.text else [Line(block.text, block)])
    ]


@dataclass
class _Run:
    """One pass over one section."""

    kind: SectionKind
    places: Places
    warnings: list[Warning]
    known: Sequence[Template] = ()
    announced: frozenset[str] = frozenset()
    statements: list[Statement] = field(default_factory=list)
    drafts: Drafts = field(default_factory=Drafts)
    _pending: list[Line] = field(default_factory=list)
    _after_rule: bool = False
    _dates_first: bool = False
    _table: Table | None = None

    def take(self, blocks: Sequence[Block]) -> None:
        """Read all blocks of the section."""
        lines = _lines(blocks)
        self._judge = Judge(self.kind, self.places)
        self._items = ItemJudge(self.kind, self.places)
        votes = [order_vote(line.text) for line in lines if title_like(line)]
        roles_lead = roles_head(lines)
        self._reader = LineReader(
            self.kind, self.places, self.warnings, sum(votes) >= 0, roles_lead
        )
        alike = None
        if self.kind in ALIKE:
            alike = entries_alike(
                lines,
                self.kind,
                self.places,
                role_first=sum(votes) >= 0,
                known=self.known,
                announced=self.announced,
            )
        if self.kind is SectionKind.REFERENCES and (praise := praise_of(lines)):
            self._quote(praise)
            return
        at = 0
        while at < len(lines):
            at = self._of_series(lines, at, *alike) if alike else self._line(lines, at)
        self._say_pending()

    def _quote(self, praise: Sequence[Praise]) -> None:
        """Each who is quoted is an entry, though what they said stands above their name."""
        for one in praise:
            draft = self.drafts.begin(RANK_BOLD, Lead(title=self.places.fragment(one.name)))
            self._reader.head(draft, Line(one.line, one.said[-1].block))
            for line in one.said:
                draft.statements += statements_of(line.text, self.places, 0)
            self.drafts.leave(0)

    # --- entries that are built alike -------------------------------------------------------

    def _of_series(self, lines: list[Line], at: int, series: Series, begun: Begun) -> int:
        """Read the line at `at` of a section whose entries are built alike; where to go on."""
        line = lines[at]
        if at in begun:
            head, lead = begun[at]
            self.drafts.leave(0)
            item = line.kind is BlockKind.ITEM
            draft = self.drafts.begin(RANK_ITEM + line.depth if item else RANK_HEAD, lead)
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

    # --- which line does what ---------------------------------------------------------------

    def _line(self, lines: list[Line], at: int) -> int:
        """Read the line at `at`; where to go on."""
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        if line.kind is not BlockKind.ROW:
            self._table = None
        if line.kind is BlockKind.RULE:
            self._after_rule = True
            self.drafts.leave_labels()
            return at + 1
        if line.kind is BlockKind.HEADING:
            self._heading(line)
        elif line.kind is BlockKind.TERM:
            self._term(line)
        elif line.kind is BlockKind.ROW:
            self._row(line)
        elif line.kind is BlockKind.ITEM:
            return self._item(lines, at)
        elif line.depth == 0 and line.kind is not BlockKind.CODE and not line.block.quoted:
            return self._paragraph(lines, at, following)
        else:
            return self._say_block(lines, at)
        self._after_rule = False
        return at + 1

    def _heading(self, line: Line) -> None:
        """An entry opens, unless two headings of one level, one below the other, name it."""
        top = self.drafts.innermost
        same = top is not None and top.rank == line.block.level and top.open and not self._pending
        if same and top is not None and self._judge.completes_heading(line, top):
            self._reader.add(top, line)
        else:
            self._open(line, line.block.level)

    def _term(self, line: Line) -> None:
        if line.only_dates:
            self.drafts.leave(RANK_BOLD)
            self._pending.append(line)
        else:
            self._open(line, RANK_BOLD)

    def _row(self, line: Line) -> None:
        if self._table is None:
            self._table = Table(line.block)
        naming, said = naming_and_said(line.block)
        lead = self._table.lead(line.block, naming, self.kind, self.places)
        if lead is None:
            self._say(line.text, line.block)
            return
        self.drafts.leave(RANK_ROW)
        draft = self.drafts.begin(RANK_ROW, lead)
        if said:
            for text in naming:
                self._reader.head(draft, Line(text, line.block))
        for text in said or naming:
            draft.statements += statements_of(text, self.places, 0, row=not said)
        self.drafts.leave_one(draft)

    def _item(self, lines: list[Line], at: int) -> int:
        line = lines[at]
        if at and lines[at - 1].block is line.block:
            return self._say_block(lines, at)
        heads = at + 1 < len(lines) and lines[at + 1].kind is BlockKind.HEADING
        if line.only_dates and heads:
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
            above_stays=nested and starts_stay(lines[at + 1]),
            dated_list=dated_list(lines, at),
        ):
            return self._say_block(lines, at)
        if top is not None and top.is_label and starts_stay(line):
            self.drafts.leave_labels()
        self.drafts.leave(rank)
        if not nested:
            return self._single(lines, at, rank)
        self._open(line, rank)
        return at + 1

    def _single(self, lines: list[Line], at: int, rank: int) -> int:
        """A bullet or paragraph that is all there is of an entry."""
        whole, end = self._rest_of_block(lines, at, apart=lines[at].kind is not BlockKind.ITEM)
        self.drafts.leave(rank)
        draft = self.drafts.begin(rank, self._reader.read(whole))
        self.drafts.leave(rank)
        draft.statements += statements_of(whole, self.places, max(0, lines[at].depth - 1))
        return end

    def _has_nested(self, lines: list[Line], at: int) -> bool:
        """Whether more is said under a bullet: bullets, paragraphs or further lines in it."""
        for line in lines[at + 1 :]:
            if line.block is lines[at].block:
                return title_like(lines[at])
            return line.depth > lines[at].depth or (
                line.depth == lines[at].depth and line.kind is BlockKind.PARAGRAPH
            )
        return False

    def _paragraph(self, lines: list[Line], at: int, following: Line | None) -> int:
        line = lines[at]
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
        if fits and top is not None and self._judge.completes(line, top):
            self._complete(top, line)
            return at + 1
        heralded = None if self._dates_first else following
        if self._judge.opens(line, top, heralded, pending=bool(self._pending)):
            self._open_paragraph(line, following)
            self._after_rule = False
            return at + 1
        head, rest = first_sentence(line)
        if rest is not None and self._judge.sentence_opens(head, top, pending=bool(self._pending)):
            if fits and top is not None and self._judge.completes(head, top):
                self._complete(top, head)
            else:
                self._open_paragraph(head)
            self._after_rule = False
            self._say(rest, line.block)
            return at + 1
        self._after_rule = False
        if self._judge.is_label(line, following, top):
            self._open_label(line)
            return at + 1
        if self.kind in LISTED and self._items.opens(line, nested=False, top=top):
            return self._single(lines, at, RANK_ITEM)
        return self._say_block(lines, at)

    def _states_fact(self, line: Line, top: Draft) -> bool:
        """Whether a line is a label and what the entry above lacks; its lead then has it."""
        return self._judge.states_fact(line) and labelled(
            top.lead, line.text, self.kind, self.places
        )

    def _dates_line(self, line: Line, top: Draft | None, at: int, following: Line | None) -> int:
        """Dates alone: those of the entry above that has none yet, else of the one below."""
        waits = top is not None and top.open and top.lead.dates is None and not self._pending
        if top is not None and waits and not self._dates_first:
            self._reader.add(top, line)
        elif following is not None and following.depth == 0:
            self._say_pending()
            self._pending.append(line)
            self._dates_first = self._dates_first or not self.drafts.entries
        else:
            self._say(line.text, line.block)
        return at + 1

    # --- opening ----------------------------------------------------------------------------

    def _open(self, line: Line, rank: int) -> None:
        """An entry begins with this line (and with the dates that waited for it)."""
        self.drafts.leave(rank)
        parent = self.drafts.around(rank)
        lead = self._reader.read(line.text, parent, heading=heads(line))
        label = parent is not None and self._judge.names_part(line, parent)
        if label or self._judge.only_title(line, parent):
            lead = Lead(title=self._reader.title(line), dates=lead.dates, url=lead.url)
        draft = self.drafts.begin(rank, lead)
        draft.is_label = label and lead.dates is None and rank == RANK_BOLD
        self._add_pending(draft)
        self._reader.head(draft, line)

    def _open_paragraph(self, line: Line, following: Line | None = None) -> None:
        bold = (line.bold_lead or self._pending) and line.kind is not BlockKind.DEFINITION
        rank = RANK_BOLD if bold else RANK_PLAIN
        own = self._reader.quietly(line)
        below = following is not None and following.only_dates and not self._dates_first
        if following is not None and below and own.dates is None:
            own.dates = self._reader.quietly(following).dates
        # Inside a role without dates, the employer around it says when.
        parent = self.drafts.around(rank, dated=True)
        if (employer := self._employer_of(own)) is not None:
            rank = employer.rank + 1
        elif parent is not None and self._judge.is_sibling(own, parent, fresh=self._after_rule):
            self.drafts.leave_one(parent)
            rank = parent.rank
        self._open(line, rank)

    def _employer_of(self, own: Lead) -> Draft | None:
        """The undated employer who has had another role, below whom one with its dates stands."""
        lines = (one for one in reversed(self.drafts.open) if one.rank in (RANK_BOLD, RANK_PLAIN))
        employer = next((one for one in lines if one.children), None)
        if employer is None or employer.lead.organisation is None or employer.lead.dates:
            return None
        held = any(child.lead.dates and child.lead.roles for child in employer.children)
        another = bool(own.roles and own.dates) and own.organisation is None
        return employer if held and another else None

    def _open_label(self, line: Line, *, caption: bool = False) -> None:
        """What follows stands below a label; a `caption` is no name of a thing."""
        self.drafts.leave(RANK_LABEL)
        lead = Lead() if caption else Lead(title=self._reader.title(line))
        draft = self.drafts.begin(RANK_LABEL, lead)
        draft.is_label = True
        self._reader.head(draft, line)

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
            self._reader.add(draft, line)

    # --- statements -------------------------------------------------------------------------

    def _rest_of_block(
        self, lines: list[Line], at: int, *, apart: bool = False
    ) -> tuple[Text, int]:
        """The lines of one block from `at` on, joined, and where the next block begins.

        `apart`: lines that begin or end with dates, as the first one does, are others like it.
        """
        first, end = lines[at], at + 1
        text = first.text
        while end < len(lines) and lines[end].block is first.block:
            alike = first.dated_first and lines[end].dated_first
            if apart and (alike or (first.dated_last and lines[end].dated_last)):
                break
            text = text.through(lines[end].text)
            end += 1
        return text, end

    def _say_block(self, lines: list[Line], at: int) -> int:
        line = lines[at]
        if line.kind is BlockKind.ITEM:
            text, end = self._rest_of_block(lines, at)
            if not (at and lines[at - 1].block is line.block):
                self.drafts.leave(RANK_ITEM + line.depth)
        else:
            text, end = line.text, at + 1
        self._say(text, line.block)
        return end

    def _say(self, text: Text, block: Block) -> None:
        self._say_pending()
        top = self.drafts.innermost
        depth = max(0, block.depth - 1)
        if top is not None and top.rank > RANK_ITEM:
            depth = max(0, block.depth - 1 - (top.rank - RANK_ITEM))
        prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.DEFINITION, BlockKind.CODE)
        row = block.kind is BlockKind.ROW
        listed = self.kind in PLAIN_LISTS and not text.folded.endswith(".")
        said = statements_of(text, self.places, depth, prose=prose, row=row, listed=listed)
        (top.statements if top else self.statements).extend(said)
        if top is not None and not top.is_label:
            self._items.enrich(top, Line(text, block), listed=top.rank > RANK_ITEM)

    def _say_pending(self) -> None:
        pending, self._pending = self._pending, []
        for line in pending:
            self._say(line.text, line.block)
