"""Judgements on a line in its section: does it complete an entry, name a part, or speak of one?

Each asks for signs that hold in any field and layout: dates at an edge, words that are roles,
organisations or degrees, emphasis, length, and what stands around the line.
"""

from __future__ import annotations

import re

from ingest.blocks import BlockKind
from ingest.resume import SectionKind
from ingest.structure.below import (
    is_range_noted,
)
from ingest.structure.bylines import is_byline
from ingest.structure.cues import STUDY_FACT
from ingest.structure.drafts import RANK_BOLD, Draft
from ingest.structure.lead import Lead, is_quarter_of
from ingest.structure.lines import Line
from ingest.structure.piece import is_unit
from ingest.structure.pieces import pieces_of
from ingest.structure.read_lead import read_lead
from ingest.structure.section_judge import SectionJudge
from ingest.structure.signs import (
    LOWER_START,
    NAMES,
    PLAIN_LISTS,
    SHORT,
    STUDIES,
    TITLE_WORDS,
    announces,
    ends_sentence,
    groups_stays,
    name_linked,
    ranged,
    titled,
)
from ingest.structure.sorts import Sort

_ARTICLE = re.compile(r"^\W*(?:an?|the|this|we|i|our|my)\b", re.IGNORECASE)


class Judge(SectionJudge):
    """Judges lines of one section of the kind `kind`."""

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

    def names_part(self, line: Line, parent: Draft, *, dated: bool = False) -> bool:
        """Whether a sub-heading names a part of the entry, not a role or a stay of its own.

        `dated`: the next line tells when it was, as below another role.
        """
        if line.dates:
            return False
        sorts = line.sorts
        if self._stays:
            if dated and Sort.ROLE in sorts:
                return False
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
        if self._studies and lead.dates and line.dates and _begins_bold(line, top):
            return False
        if ends_sentence(line.words) and not (line.dated or line.steps or self._studies):
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
        if (line.dated or line.steps) and (line.count <= 14 or sorts & (NAMES | STUDIES)):
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


def _begins_bold(line: Line, top: Draft) -> bool:
    """Whether a line begins in bold as the name of the entry above does."""
    return top.rank == RANK_BOLD and 0 < line.bold_lead < len(line.text)
