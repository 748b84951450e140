"""The blocks of a section become entries: each job, degree, project with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, BlockKind, Mark, Text
from ingest.resume import Entry, Heading, SectionKind, Statement, Warning
from ingest.structure.cues import DEGREE, ORGANISATION, SCHOOL, is_role
from ingest.structure.lead import Lead, dates_in, read_lead
from ingest.structure.places import Places
from ingest.structure.statements import statements_of

ENTRY_KINDS = frozenset(
    {
        SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
        SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES, SectionKind.OTHER,
    }
)  # fmt: skip
_ITEM_KINDS = ENTRY_KINDS - {SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.OTHER}
_STAYS = frozenset({SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION})
#: A line that opens an entry is a title, not a sentence: at most so many words.
_LEAD_WORDS = 22
_BULLET_LEAD_WORDS = 16


@dataclass
class _Draft:
    """An entry while its blocks arrive. `level` orders headings; deeper ones are its children."""

    kind: SectionKind
    level: int
    from_item: bool = False
    headings: list[Heading] = field(default_factory=list)
    lead: Lead = field(default_factory=Lead)
    statements: list[Statement] = field(default_factory=list)
    children: list[_Draft] = field(default_factory=list)

    def freeze(self) -> Entry:
        lead = self.lead
        children = tuple(child.freeze() for child in self.children)
        return Entry(
            headings=tuple(self.headings),
            title=lead.title,
            organisation=lead.organisation,
            roles=tuple(lead.roles),
            area=lead.area,
            location=lead.location,
            dates=lead.dates,
            statements=tuple(self.statements),
            children=children,
        )

    @property
    def bare(self) -> bool:
        """Whether nothing was said of it yet but its headings."""
        return not self.statements and not self.children


@dataclass
class EntryBuilder:
    """Builds the entries of one section after the other; warnings gather."""

    places: Places
    warnings: list[Warning] = field(default_factory=list)

    def build(
        self, kind: SectionKind, blocks: Sequence[Block]
    ) -> tuple[list[Statement], list[Entry]]:
        """The section's own statements, and its entries."""
        run = _Run(kind, self.places, self.warnings)
        for at, block in enumerate(blocks):
            run.take(block, blocks[at + 1] if at + 1 < len(blocks) else None)
        run.finish()
        return run.statements, [draft.freeze() for draft in run.entries]


@dataclass
class _Run:
    kind: SectionKind
    places: Places
    warnings: list[Warning]
    statements: list[Statement] = field(default_factory=list)
    entries: list[_Draft] = field(default_factory=list)
    stack: list[_Draft] = field(default_factory=list)
    pending: list[Block] = field(default_factory=list)

    @property
    def top(self) -> _Draft | None:
        return self.stack[-1] if self.stack else None

    # --- which block does what --------------------------------------------------------------

    def take(self, block: Block, following: Block | None) -> None:
        if block.kind is BlockKind.HEADING:
            self._heading(block)
        elif block.kind is BlockKind.TERM:
            self._open(block, 10)
        elif block.kind is BlockKind.ROW:
            self._row(block)
        elif block.kind is BlockKind.ITEM and block.depth <= 1:
            self._item(block, following)
        elif block.kind is BlockKind.DEFINITION:
            self._definition(block)
        elif block.kind is BlockKind.PARAGRAPH and block.depth == 0 and not block.quoted:
            self._paragraph(block, following)
        else:
            self._say(block)

    def finish(self) -> None:
        for block in self.pending:
            self._say(block)
        self.pending = []

    def _heading(self, block: Block) -> None:
        self._open(block, block.level)

    def _row(self, block: Block) -> None:
        if block.header or not self._is_lead(block.text, _LEAD_WORDS + 10):
            self._say(block)
        elif dates_in(block.text) or self.kind in _ITEM_KINDS:
            self._open(block, 20)
        else:
            self._say(block)

    def _item(self, block: Block, following: Block | None) -> None:
        nested = following is not None and following.kind is BlockKind.ITEM and following.depth > 1
        dated = any(dates.first or dates.current for dates in dates_in(block.text))
        under = self.top is not None and not self.top.from_item and self.top.level < 30
        short = self._is_lead(block.text, _BULLET_LEAD_WORDS)
        words = block.text.folded
        if not under and short and self.kind in (SectionKind.WORK, SectionKind.VOLUNTEER):
            opens = (
                dated
                or (nested and is_role(words))
                or (
                    block.text.lead(Mark.BOLD) > 0
                    and bool(ORGANISATION.search(words) or is_role(words))
                )
            )
        elif not under and self.kind in _ITEM_KINDS:
            opens = self.kind is not SectionKind.EDUCATION or dated or bool(
                DEGREE.search(words) or SCHOOL.search(words)
            )  # fmt: skip
            opens = opens and (short or dated or self.kind is SectionKind.PUBLICATIONS)
        else:
            opens = False
        if opens:
            self.stack = [draft for draft in self.stack if draft.level < 30 and not draft.from_item]
            self._open(block, 30, from_item=True)
        else:
            self._say(block)

    def _definition(self, block: Block) -> None:
        top = self.top
        if (
            top is not None
            and top.bare
            and len(top.headings) < 3
            and self._is_lead(block.text, _LEAD_WORDS)
        ):
            has_name = top.lead.organisation or top.lead.title or top.lead.roles
            if not has_name or (self.kind in _STAYS and self._adds(top, block.text)):
                self._add_heading(top, block)
                return
        self._say(block)

    def _paragraph(self, block: Block, following: Block | None) -> None:
        top = self.top
        text = block.text
        if self._only_dates(text):
            if top is not None and top.bare and top.lead.dates is None:
                self._add_heading(top, block)
            else:
                self.pending.append(block)
            return
        if (
            not self._is_lead(text, _LEAD_WORDS)
            or self.kind is SectionKind.OTHER
            and not dates_in(text)
        ):
            self._say(block)
            return
        if top is not None and top.bare and self._adds(top, text):
            self._add_heading(top, block)
            return
        if self._opens(text, following):
            bold = text.lead(Mark.BOLD) > 0
            self._leave_stay(text)
            self._open(block, 10 if bold or self.pending or dates_in(text) else 15)
        else:
            self._say(block)

    # --- judgements -------------------------------------------------------------------------

    def _is_lead(self, text: Text, most: int) -> bool:
        words = text.folded
        return bool(words) and len(words.split()) <= most and not (
            words.endswith((".", "!", "?")) and len(words.split()) > 10 and not dates_in(text)
        )  # fmt: skip

    def _only_dates(self, text: Text) -> bool:
        found = dates_in(text)
        if not found:
            return False
        rest = text.plain
        for dates in reversed(found):
            rest = rest[: dates.start] + rest[dates.end :]
        return not re.search(r"[^\W\d_]{3,}", rest)

    def _adds(self, top: _Draft, text: Text) -> bool:
        """Whether a line under an entry's heading still says who, as what or when."""
        words = text.folded
        if len(words.split()) > 14 or words.endswith((":", ".")) and not dates_in(text):
            return False
        lead = top.lead
        if dates_in(text) and lead.dates is None:
            return True
        if self.kind is SectionKind.EDUCATION:
            return bool(
                (SCHOOL.search(words) and lead.organisation is None)
                or (DEGREE.search(words) and not lead.roles)
            )
        if self.kind in _STAYS:
            if is_role(words) and not lead.roles:
                return True
            styled = text.marked(Mark.BOLD) or text.marked(Mark.ITALIC)
            return lead.organisation is None and (styled or bool(ORGANISATION.search(words)))
        return False

    def _opens(self, text: Text, following: Block | None) -> bool:
        """Whether a paragraph opens an entry, rather than speaking of the one above it."""
        words = text.folded
        bold = text.lead(Mark.BOLD)
        whole = text.marked(Mark.BOLD) or text.marked(Mark.ITALIC)
        dated = any(dates.first or dates.current for dates in dates_in(text))
        named = bool(ORGANISATION.search(words)) or is_role(words)
        label = words.endswith(":")
        if self.pending:
            return True
        if self.kind is SectionKind.EDUCATION:
            return (
                dated
                or bool(DEGREE.search(words) or SCHOOL.search(words))
                and (bool(bold) or not self.stack)
            )
        if self.kind in _STAYS:
            if dated and (bold or named or len(words.split()) <= 14):
                return not words.endswith(".") or bool(bold)
            inside_dated = any(draft.lead.dates for draft in self.stack)
            if whole and not label:
                return named or not inside_dated
            return whole and not self.stack
        return bool(bold) and (whole or dated) or dated and len(words.split()) <= 14

    def _leave_stay(self, text: Text) -> None:
        """End the stay above, where a paragraph with dates of its own is another, not its role."""
        if self.kind not in _STAYS or not dates_in(text):
            return
        own = Lead()
        read_lead(own, text, self.kind, self.places)
        if own.roles and own.organisation is None:
            return
        for at, draft in enumerate(self.stack):
            if draft.lead.dates is not None:
                del self.stack[at:]
                return

    # --- building ---------------------------------------------------------------------------

    def _open(self, block: Block, level: int, *, from_item: bool = False) -> None:
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        draft = _Draft(self.kind, level, from_item)
        parent = self.top
        if parent is None:
            self.entries.append(draft)
        else:
            parent.children.append(draft)
        self.stack.append(draft)
        pending, self.pending = self.pending, []
        for earlier in pending:
            self._add_heading(draft, earlier)
        if parent is not None and not self._is_stay(block.text):
            # A sub-heading such as "Responsibilities": a title, whatever its words look like.
            words = self.places.fragment(block.text)
            draft.headings.append(Heading(words.text, words.span, level))
            draft.lead.title = replace(words, text=words.text.rstrip(" :"))
            return
        self._add_heading(draft, block)

    def _is_stay(self, text: Text) -> bool:
        return bool(dates_in(text)) or is_role(text.folded)

    def _add_heading(self, draft: _Draft, block: Block) -> None:
        words = self.places.fragment(block.text)
        draft.headings.append(Heading(words.text, words.span, draft.level))
        nested = len(self.stack) > 1 and self.stack[-1] is draft
        before = draft.lead.dates
        read_lead(draft.lead, block.text, self.kind, self.places)
        if nested and draft.lead.organisation and not draft.lead.roles:
            draft.lead.title, draft.lead.organisation = draft.lead.organisation, None
        if draft.lead.problem and before is None:
            self.warnings.append(
                Warning(f"{words.text}: {draft.lead.problem}", words.span.start_line)
            )

    def _say(self, block: Block) -> None:
        pending, self.pending = self.pending, []
        for earlier in pending:
            self._say(earlier)
        depth = max(0, block.depth - 1)
        if self.stack and self.stack[-1].from_item:
            depth = max(0, depth - 1)
        prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.DEFINITION)
        said = statements_of(block.text, self.places, depth, prose=prose)
        if self.top is None:
            self.statements += said
            return
        top = self.top
        top.statements += said
        if self.kind in _STAYS and top.from_item:
            self._enrich(top, block)

    def _enrich(self, draft: _Draft, block: Block) -> None:
        """A sub-bullet of a dated bullet may name the employer or the school."""
        words = block.text.folded
        lead = draft.lead
        if lead.organisation is None and len(words.split()) <= 6 and ":" not in words:
            if ORGANISATION.search(words) or len(draft.statements) == 1:
                lead.organisation = self.places.fragment(block.text)
