"""Judgements on a line in its section: does it open an entry, complete one, or speak of one?

Each asks for signs that hold in any field and layout: dates at an edge, words that are roles,
organisations or degrees, emphasis, length, and what stands around the line.
"""

from __future__ import annotations

import re

from ingest.blocks import GAP, BlockKind
from ingest.resume import SectionKind
from ingest.structure.below import (
    facts_follow,
    heralds,
    is_fact,
    is_range_noted,
    range_below,
    stacked,
)
from ingest.structure.bylines import is_byline
from ingest.structure.cues import STUDY_FACT
from ingest.structure.drafts import RANK_BOLD, Draft
from ingest.structure.item_head import tells_post
from ingest.structure.lead import Lead, is_quarter_of
from ingest.structure.lines import Line, first_sentence
from ingest.structure.names import looks_like_name
from ingest.structure.periods import tells_another, within
from ingest.structure.piece import is_unit
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.read_lead import STAYS, read_lead
from ingest.structure.signs import (
    LOWER_START,
    NAMES,
    PLAIN_LISTS,
    SHORT,
    STUDIES,
    TITLE_WORDS,
    announces,
    bold_after_dates,
    ends_sentence,
    groups_stays,
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
    r"\W*(?:minor|major|concentration|speciali[sz]ation|thesis|dissertation)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"^\W*(?:an?|the|this|we|i|our|my)\b", re.IGNORECASE)


class Judge:
    """Judges lines of one section of the kind `kind`."""

    def __init__(self, kind: SectionKind, places: Places) -> None:
        self._places = places
        self._kind = kind
        self._stays = kind in STAYS
        self._studies = kind is SectionKind.EDUCATION

    # --- lines ------------------------------------------------------------------------------

    def states_fact(self, line: Line) -> bool:
        """Whether a line is a label and a short value ("Position: Welder")."""
        return (self._stays or self._studies) and line.count <= TITLE_WORDS and not line.prose

    def tells_authors(self, line: Line, top: Draft) -> bool:
        """Whether a line right under a title says no more than who wrote it."""
        named = self._kind is SectionKind.PUBLICATIONS and top.lead.title is not None
        return named and not top.lead.dates and is_byline(line)

    def is_label(self, line: Line, following: Line | None, top: Draft | None) -> bool:
        """Whether a line inside an entry announces a list ("Responsibilities:")."""
        listed = following is not None and following.kind is BlockKind.ITEM
        if self._kind is SectionKind.PROJECTS and name_linked(line.block):
            return False
        if line.bold or (line.italic and line.label):
            return line.count <= SHORT and (top is not None or line.bold)
        return line.label and listed and line.count <= 4 and top is not None

    def names_part(self, line: Line, parent: Draft) -> bool:
        """Whether a sub-heading names a part of the entry, not a role or a stay of its own."""
        if line.dates:
            return False
        sorts = line.sorts
        if self._stays:
            return Sort.ROLE not in sorts or bool(parent.lead.sure_roles and parent.lead.dates)
        if self._studies:
            return not sorts & STUDIES
        return True

    def only_title(self, line: Line, parent: Draft | None) -> bool:
        """Whether a heading is to be taken as a name, whole, rather than taken apart."""
        if self._stays and groups_stays(line):
            return True
        if self._stays and parent is not None and parent.lead.organisation:
            return not line.sorts & NAMES and not line.only_dates
        if (self._stays or self._studies) and announces(line):
            return True
        if self._kind is SectionKind.PUBLICATIONS and line.kind is BlockKind.PARAGRAPH:
            return line.bold and not line.dates
        if self._kind in PLAIN_LISTS or self._kind is SectionKind.OTHER:
            return not line.dates
        return False

    # --- paragraphs -------------------------------------------------------------------------

    def completes(self, line: Line, top: Draft) -> bool:
        """Whether a line right under an entry's name still says who, as what, when or where."""
        lead, sorts = top.lead, line.sorts
        if self._stays and lead.named and lead.dates is None and is_range_noted(line):
            return True
        if line.label or line.prose or line.count > TITLE_WORDS or (line.dated and lead.dates):
            return False
        if ends_sentence(line.words) and not (line.dated or self._studies):
            return False
        if not (self._stays or self._studies):
            if self._kind is SectionKind.OTHER and ranged(line) and Sort.ROLE in sorts:
                return not lead.roles
            styled = line.italic and (line.dated or bool(sorts & NAMES))
            if self._kind is SectionKind.PUBLICATIONS and styled and line.dated:
                return True
            return line.count <= 10 and (styled or line.only_dates)
        if self._stays and lead.organisation and is_unit(line.words):
            return True
        if line.dated and (line.count <= 14 or sorts & (NAMES | STUDIES)):
            return not self._starts_anew(line, top)
        if line.count > 14 or LOWER_START.match(line.words) or self._starts_anew(line, top):
            return False
        if sorts <= {Sort.PLACE, Sort.NOTE} and Sort.PLACE in sorts:
            return lead.location is None
        if self._studies:
            return not STUDY_FACT.match(line.words) and self._completes_study(line, top)
        return self._completes_stay(line, top)

    def completes_heading(self, line: Line, top: Draft) -> bool:
        """Whether a heading says what that of its own level, right above it, does not.

        One names the position or degree, the other where: "PhD Astronomy", "University of Lund".
        """
        own = Lead()
        read_lead(own, line.text, self._kind, self._places)
        lead = top.lead
        where = own.organisation is not None and not own.roles and lead.organisation is None
        what = bool(own.roles) and own.organisation is None and not lead.roles
        named = bool(lead.roles) if where else lead.organisation is not None
        return (self._stays or self._studies) and (where or what) and named and not own.dates

    def _completes_stay(self, line: Line, top: Draft) -> bool:
        lead, sorts, styled = top.lead, line.sorts, line.bold or line.italic
        # Under a term that is a position, what is in bold is who, where it is may stand behind.
        styled = styled or (line.kind is BlockKind.DEFINITION and line.bold_lead > 0)
        if Sort.ROLE in sorts and not lead.sure_roles:
            return styled or (titled(line) and line.count <= 10)
        unnamed_role = lead.organisation and not lead.roles and sorts == {Sort.UNSURE}
        if styled and unnamed_role and line.count <= SHORT:
            return not _ARTICLE.match(line.words)
        placed = bool(lead.roles) and sorts == {Sort.UNSURE, Sort.PLACE} and line.count <= SHORT
        named = bool(sorts & {Sort.ORGANISATION, Sort.SCHOOL}) or styled or placed
        unknown = lead.organisation is None and not top.inside
        return unknown and named and titled(line)

    def _completes_study(self, line: Line, top: Draft) -> bool:
        lead, sorts = top.lead, line.sorts
        if Sort.SCHOOL in sorts and lead.organisation is None and not top.inside:
            return True
        if Sort.DEGREE in sorts and not lead.roles:
            return True
        styled = (line.bold or line.italic) and line.count <= SHORT and not line.label
        if styled and lead.organisation and not (lead.roles or lead.area or lead.dates):
            return sorts == {Sort.UNSURE} and titled(line)
        named = bool(lead.roles) and lead.organisation is None and not top.inside
        return named and line.count <= SHORT and titled(line) and not line.words.endswith(".")

    def _starts_anew(self, line: Line, top: Draft) -> bool:
        """Whether a line is built like the name above it: another one, not more of the same."""
        lead = top.lead
        own = Lead()
        read_lead(own, line.text, self._kind, self._places)
        if not line.dates and line.sorts <= {Sort.ROLE, Sort.PLACE, Sort.NOTE}:
            # In "Clerk, Luton, UK" under an employer, the place is no other employer.
            own.organisation = None
        if lead.organisation and lead.roles and is_quarter_of(pieces_of(line.text, line.dates)):
            # Nor is "Mt. Eden, Auckland, 2016 - 2018" where all but place and time is told.
            own.organisation = None if lead.dates is None else own.organisation
        same_look = top.rank == RANK_BOLD and line.bold_lead > 0
        # In "MSc - Soil Science" under a school, what stands beside the degree is no other school.
        school = self._stays or bool(line.sorts & {Sort.SCHOOL, Sort.ORGANISATION})
        if self._studies and own.roles and not lead.roles and Sort.SCHOOL not in line.sorts:
            school = False  # "Bachelor's degree, Engineering" below a school is from there.
        repeats = bool(own.organisation and lead.organisation and school) or bool(
            own.roles and lead.sure_roles and not own.organisation
        )
        return repeats and (same_look or bool(own.dates) or bool(own.roles))

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
            begins = named or heralds(following) or range_below(line, following)
            return begins if grouped else True
        if line.bold_lead and line.count <= 14 and named:
            return not LOWER_START.match(line.text.plain[line.bold_lead :].lstrip(" ,–—-"))
        if line.bold_lead and line.count <= TITLE_WORDS and range_below(line, following):
            return True
        chips = line.text.plain.count(GAP) >= 2
        if facts_follow(line, following) or (named and stacked(line)):
            return True
        if is_fact(line):
            return False
        announces = following is not None and following.depth == 0 and title_like(following)
        if announces and following is not None and line.count <= SHORT and titled(line):
            return not chips and (following.only_dates or ranged(following))
        if named and heralds(following) and titled(line) and line.count <= 14:
            return not chips
        dates_below = announces and following is not None and following.only_dates
        if named and dates_below and following is not None and ranged(following) and titled(line):
            return not chips
        listed = following is not None and following.kind is BlockKind.ITEM
        plain_top = top is None or top.rank > RANK_BOLD
        return named and plain_top and listed and titled(line) and line.count <= 12

    def _opens_study(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        if top is not None and STUDY_FACT.match(line.words):
            return False
        sorts = line.sorts
        studied = bool(sorts & STUDIES)
        if line.dated and (studied or line.bold_lead or ranged(line)):
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
        return ranged(head) and (told or bool(sorts & NAMES)) and head.count <= 18

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
