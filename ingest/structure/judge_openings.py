"""Judgements on paragraphs: does a line, or the first sentence, open an entry of its section?

What a line is beside that, and what completes an entry, is judged in `judge`.
"""

from __future__ import annotations

import re

from ingest.blocks import GAP, BlockKind
from ingest.resume import SectionKind
from ingest.structure.below import (
    dates_below,
    facts_follow,
    heralds,
    is_fact,
    range_below,
    stacked,
)
from ingest.structure.cues import STUDY_FACT
from ingest.structure.drafts import RANK_BOLD, Draft
from ingest.structure.item_head import tells_post
from ingest.structure.lead import Lead
from ingest.structure.lines import Line, first_sentence
from ingest.structure.names import looks_like_name
from ingest.structure.periods import tells_another, within
from ingest.structure.pieces import pieces_of
from ingest.structure.section_judge import SectionJudge
from ingest.structure.signs import (
    LOWER_START,
    NAMES,
    PLAIN_LISTS,
    SHORT,
    STUDIES,
    TITLE_WORDS,
    bold_after_dates,
    ends_bold,
    ends_sentence,
    leads_in,
    name_linked,
    names_thing,
    ranged,
    title_like,
    titled,
)
from ingest.structure.sorts import Sort

#: What is said of a degree, and none of its own.
_PART_OF_STUDY = re.compile(
    r"\W*(?:minor|major|concentration|speciali[sz]ation|"
    r"(?:(?:bachelor|master|diploma|doctoral|final|ph\.?d)(?:['’]?s)?\s+)?"
    r"(?:thesis|dissertation|paper|essay))\b",
    re.IGNORECASE,
)


class OpeningJudge(SectionJudge):
    """Judges whether lines of one section of the kind `kind` open an entry."""

    def opens(
        self, line: Line, top: Draft | None, following: Line | None, *, pending: bool = False
    ) -> bool:
        """Whether a paragraph's line opens an entry, rather than speaks of the one above."""
        if line.label and not line.dates:
            same = top is None or (top.rank == RANK_BOLD and not top.lead.dates)
            return line.bold and same and (self._stays or self._studies)
        if self._studies and _tells_degree(line):
            return True
        if not title_like(line):
            return False
        if pending:
            return True
        company = Sort.ORGANISATION in line.sorts and line.count <= SHORT
        if ends_sentence(line.words) and not (line.dated or line.bold or company):
            return False
        if leads_in(line) and not ranged(line):
            return False
        if self._stays:
            return self._opens_stay(line, top, following)
        if self._studies:
            return self._opens_study(line, top, following)
        if self._kind in PLAIN_LISTS:
            return line.bold and following is not None and following.kind is BlockKind.ITEM
        if self._kind is SectionKind.OTHER:
            alike = top is None or (top.rank == RANK_BOLD and not top.lead.dates)
            heralds = (
                following is not None
                and following.block is line.block
                and ranged(following)
                and Sort.ROLE in following.sorts
            )
            return (line.bold and alike) or ((ranged(line) or heralds) and line.count <= 14)
        return self._opens_thing(line, top, following)

    def _opens_thing(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        """Whether a line names a project, somebody who is quoted, or another thing."""
        if self._kind is SectionKind.REFERENCES and line.count <= 4 and looks_like_name(line.words):
            return True
        listed = following is not None and following.kind is BlockKind.ITEM
        if self._kind is SectionKind.PROJECTS and (top is None or top.rank >= RANK_BOLD):
            name = name_linked(line.block)
            if name is not None or (listed and names_thing(line)):
                # Below a link that is the name of a thing, all of its paragraph speaks of it.
                return name in (None, line.words)
        return line.bold or (line.dated and (line.bold_lead > 0 or listed)) or ranged(line)

    def _opens_stay(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        sorts = line.sorts
        named = bool(sorts & NAMES)
        if line.dated and (line.bold_lead or line.italic or named or bold_after_dates(line)):
            return ranged(line) or bool(line.bold_lead) or top is None or not top.lead.dates
        if ranged(line) and line.count <= 14:
            return True
        if _employs(line, following):
            return True
        if line.bold:
            grouped = top is not None and (top.rank <= 6 or top.lead.dates is not None)
            begins = named or heralds(following) or range_below(line, following) or stacked(line)
            return begins if grouped else True
        if line.bold_lead and line.count <= 14 and named:
            return not LOWER_START.match(line.text.plain[line.bold_lead :].lstrip(" ,–—-"))
        if line.bold_lead and line.count <= TITLE_WORDS and range_below(line, following):
            return True
        chips = line.text.plain.count(GAP) >= 2
        if facts_follow(line, following) or ((named or line.bold_lead) and stacked(line)):
            return True
        if is_fact(line):
            return False
        announces = following is not None and following.depth == 0 and title_like(following)
        if announces and following is not None and line.count <= SHORT and titled(line):
            return not chips and (following.only_dates or ranged(following))
        if named and heralds(following) and titled(line) and line.count <= 14:
            return not chips
        only_dates = announces and following is not None and following.only_dates
        if named and only_dates and following is not None and ranged(following) and titled(line):
            return not chips
        listed = following is not None and following.kind is BlockKind.ITEM
        plain_top = top is None or top.rank > RANK_BOLD
        if plain_top and listed and ends_bold(line) and following is not None and following.dated:
            return True
        return named and plain_top and listed and titled(line) and line.count <= 12

    def _opens_study(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        if top is not None and STUDY_FACT.match(line.words):
            return False
        sorts = line.sorts
        studied = bool(sorts & STUDIES)
        if line.dated and (studied or line.bold_lead or ranged(line)):
            return True
        told = top is None or top.lead.dates is not None
        if told and ((line.bold_lead and line.dates) or dates_below(line, following)):
            return True
        if top is not None and _PART_OF_STUDY.match(line.words):
            return False
        if line.bold:
            return top is None or studied or top.rank >= RANK_BOLD
        full = top is None or bool(top.lead.organisation and top.lead.roles)
        announces = (
            following is not None
            and following.block is line.block
            and following.dated
            and Sort.DEGREE in following.sorts
        )
        return studied and (line.bold_lead > 0 or full or announces) and line.count <= 16

    def sentence_opens(self, head: Line, top: Draft | None, *, pending: bool) -> bool:
        """Whether the first sentence of a paragraph opens an entry and the rest speaks of it."""
        if not (self._stays or self._studies) or head.count > TITLE_WORDS or head.label:
            return False
        beside = top is not None and top.rank == RANK_BOLD and head.bold_lead > 0
        if top is not None and top.rank <= RANK_BOLD and top.lead.dates and not (pending or beside):
            return False
        sorts = head.sorts
        if pending:
            return bool(sorts & (NAMES | STUDIES)) or head.bold_lead > 0
        if self._studies:
            return head.dated and bool(sorts & STUDIES)
        told = beside and tells_another(head, top, self._kind, self._places)
        stay = ranged(head) or bool(head.steps)
        return stay and (told or bool(sorts & NAMES)) and head.count <= 18

    def is_sibling(self, lead: Lead, parent: Draft, *, fresh: bool) -> bool:
        """Whether a paragraph that opens an entry is none of the parent's roles or projects.

        It is another employer, only set in bold, when its dates are not within the parent's or
        when a rule parts it from the parent and it names an organisation.
        """
        if not (self._stays or self._studies) or parent.lead.dates is None:
            return False
        if lead.dates is None:
            return fresh and lead.organisation is not None and not lead.roles
        if lead.roles and lead.organisation is None:
            return False
        return not within(lead.dates, parent.lead.dates)


def _tells_degree(line: Line) -> bool:
    """Whether one sentence begins with a degree and says where and when it was got.

    "BSc Botany, Tide College, 2014 - 2018, with merit." is no more than a name, full stop or not.
    """
    pieces = pieces_of(line.text, line.dates)
    told = bool(pieces) and pieces[0].sort is Sort.DEGREE and Sort.SCHOOL in line.sorts
    short = line.count <= TITLE_WORDS and first_sentence(line)[1] is None
    return told and short and bool(line.dates) and ":" not in line.words


def _employs(line: Line, following: Line | None) -> bool:
    """Whether a line begins with a name in bold, above a bullet of a post or of a range alone."""
    if (
        not line.bold_lead
        or line.dates
        or following is None
        or following.kind is not BlockKind.ITEM
    ):
        return False
    name = Line(line.text.cut(0, line.bold_lead), line.block)
    alone = following.only_dates and ranged(following)
    return titled(name) and (alone or tells_post(following))
