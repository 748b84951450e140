"""What a pass over a section keeps: the entries so far, and what is said of them or of none."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind, Text
from ingest.resume import SectionKind, Statement
from ingest.structure.drafts import RANK_ITEM, RANK_LABEL, Drafts
from ingest.structure.item_head import head_of, held_by
from ingest.structure.judge import Judge
from ingest.structure.judge_items import ItemJudge
from ingest.structure.judge_openings import OpeningJudge
from ingest.structure.lead import Lead
from ingest.structure.line_reader import LineReader
from ingest.structure.lines import Line, is_reference
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.rows import is_pair
from ingest.structure.signs import LOWER_START, PLAIN_LISTS, title_like
from ingest.structure.statements import statements_of


@dataclass
class SectionPass:
    """One pass over one section; `_pending` are lines of dates that wait for their entry."""

    kind: SectionKind
    places: Places
    _reader: LineReader
    statements: list[Statement] = field(default_factory=list)
    drafts: Drafts = field(default_factory=Drafts)
    _pending: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._judge = Judge(self.kind, self.places)
        self._openings = OpeningJudge(self.kind, self.places)
        self._items = ItemJudge(self.kind, self.places)

    def _open_label(self, line: Line, *, caption: bool = False) -> None:
        """What follows stands below a label; a `caption` is no name of a thing."""
        self.drafts.leave(RANK_LABEL)
        lead = Lead() if caption else Lead(title=self._reader.title(line))
        draft = self.drafts.begin(RANK_LABEL, lead)
        draft.is_label = True
        self._reader.head(draft, line)

    def _has_nested(self, lines: list[Line], at: int) -> bool:
        """Whether more is said under a bullet: bullets, paragraphs or further lines in it."""
        for line in lines[at + 1 :]:
            if line.block is lines[at].block:
                return title_like(lines[at])
            return line.depth > lines[at].depth or (
                line.depth == lines[at].depth and line.kind is BlockKind.PARAGRAPH
            )
        return False

    def _rest_of_block(
        self, lines: list[Line], at: int, *, apart: bool = False
    ) -> tuple[Text, int]:
        """The lines of one block from `at` on, joined, and where the next block begins.

        `apart`: lines that begin or end with dates, as the first one does, or have as many parts,
        are others like it. So are two lines of a bibliography.
        """
        first, end = lines[at], at + 1
        text = first.text
        while end < len(lines) and lines[end].block is first.block:
            alike = first.dated_first and lines[end].dated_first
            if apart and (alike or (first.dated_last and lines[end].dated_last)):
                break
            if apart and _stacked(first, lines[end]):
                break
            if apart and is_reference(first.text) and is_reference(lines[end].text):
                break
            text = text.through(lines[end].text)
            end += 1
        return text, end

    def _headed(self, lines: list[Line], at: int, rank: int) -> int:
        """A bullet that is an entry, though it goes on behind the words that name it."""
        whole, end = self._rest_of_block(lines, at)
        self.drafts.leave(rank)
        head = head_of(lines[at])
        lead = self._reader.read(head.text, self.drafts.holder(rank))
        if lead.organisation is None and lead.roles and (held := held_by(head)):
            lead.organisation = self.places.fragment(held[0])
            lead.location = self.places.fragment(held[1]) if held[1] else None
        draft = self.drafts.begin(rank, lead)
        draft.statements += statements_of(whole, self.places, max(0, lines[at].depth - 1))
        return end

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
        said = statements_of(
            text, self.places, depth, prose=prose, row=row, listed=listed, pair=is_pair(block)
        )
        (top.statements if top else self.statements).extend(said)
        if top is not None and not top.is_label:
            self._items.enrich(top, Line(text, block), listed=top.rank > RANK_ITEM)

    def _say_pending(self) -> None:
        pending, self._pending = self._pending, []
        for line in pending:
            self._say(line.text, line.block)


def _stacked(first: Line, other: Line) -> bool:
    """Whether two lines of one block name two things in one way ("Diploma of Nursing, Unitec")."""
    if not (title_like(first) and title_like(other)) or first.dated != other.dated:
        return False
    counts = {len(pieces_of(line.text, line.dates)) for line in (first, other)}
    return len(counts) == 1 and min(counts) > 1 and not LOWER_START.match(other.words)
