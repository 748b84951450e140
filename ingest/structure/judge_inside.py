"""Judgements on bullets inside one that names a position or degree: who, as what, when it was."""

from __future__ import annotations

import re

from ingest.structure.drafts import Draft
from ingest.structure.lead import may_be_place
from ingest.structure.lines import Line
from ingest.structure.names import capitalised
from ingest.structure.pieces import pieces_of
from ingest.structure.read_lead import read_lead
from ingest.structure.section_judge import SectionJudge
from ingest.structure.signs import SHORT, ranged, titled
from ingest.structure.sorts import Sort, sort_of
from ingest.structure.units import give_back, guesses_unit

#: What may stand between the name of an employer and its place.
_BESIDE = frozenset({Sort.NOTE, Sort.UNSURE})
#: Behind a comma a label: "Tide Institute, host: Ada Byron".
_LABELLED = re.compile(r",\s+[^\W\d_]+\s?[:：]\s")
#: In words: a school with all that it belongs to; what may be one, of which no more is known.
_SCHOOL, _UNSURE = 14, 6


class InsideJudge(SectionJudge):
    """Judges what is told inside bullets of one section."""

    def is_said_of(self, line: Line, top: Draft, *, nested: bool) -> bool:
        """Whether a bullet inside one that names a position or degree is no other one.

        It may name the employer or the school, or what was done, and in which year.
        """
        lead = top.lead
        if nested or not (lead.roles or (self._studies and lead.title)):
            return False
        if self._studies:
            return lead.dates is None and Sort.DEGREE not in line.sorts
        if not self._stays or line.dated_first:
            return False
        if Sort.ROLE in line.sorts:
            return line.text.plain.find(":") > 0 and not line.bold_lead
        known = lead.organisation is not None and lead.dates is not None
        return not ranged(line) if known else bool(line.dates)

    def tell_inside(self, draft: Draft, line: Line) -> None:
        """Add what a bullet tells of the entry around it: the employer, the role, the school."""
        if not (self._stays or self._studies) or line.words.endswith("."):
            return
        sorts, lead = line.sorts, draft.lead
        first = len(draft.statements) <= 1
        if self._stays and first and (label := _LABELLED.search(line.text.plain)):
            line = Line(line.text.cut(0, label.start()), line.block)
        longest = _SCHOOL if self._studies and Sort.SCHOOL in sorts else SHORT
        told = line.count > longest or re.search(r"[:：]", line.words)
        if told and not line.only_dates:
            return
        if self._stays and first and self._employer_below(draft, line):
            return
        if self._studies and Sort.SCHOOL in sorts and _is_guessed(draft):
            lead.organisation = None
        degree = self._studies and first and not lead.roles and Sort.DEGREE in sorts
        if (
            (lead.dates is None and line.only_dates)
            or degree
            or (lead.organisation is None and self._names_holder(draft, line))
        ):
            read_lead(lead, line.text, self._kind, self._places)
        elif lead.organisation is None and first and sorts == {Sort.UNSURE} and _is_name(line):
            self._guess_who(draft, line)
        elif self._stays and not lead.roles and first and sorts == {Sort.ROLE}:
            lead.roles = [self._places.fragment(line.text)]

    def _guess_who(self, draft: Draft, line: Line) -> None:
        """Take capitalised words for the employer, perhaps with the town; a few for the school."""
        lead, pieces = draft.lead, pieces_of(line.text, line.dates)
        if self._studies:
            if line.count <= _UNSURE:
                lead.organisation = self._places.fragment(line.text)
        elif len(pieces) == 2 and lead.dates and lead.location is None and may_be_place(pieces[1]):
            who, where = pieces
            lead.organisation = self._places.fragment(who.text)
            lead.location = self._places.fragment(where.text)
        else:
            lead.organisation = self._places.fragment(line.text)

    def _names_holder(self, draft: Draft, line: Line) -> bool:
        """Whether a bullet names a firm or school, or tells of what is one when that was."""
        if line.sorts & {Sort.ORGANISATION, Sort.SCHOOL}:
            return True
        dates = draft.lead.dates is None and line.dated_last and not line.only_dates
        return dates and Sort.ROLE not in line.sorts and _is_name(line)

    def _employer_below(self, draft: Draft, line: Line) -> bool:
        """Whether the first bullet in a dated position begins with the employer, which it adds.

        "Tide Institute, Hull office", or a name with its place: "Tidewater, San Diego".
        """
        lead, pieces = draft.lead, pieces_of(line.text, line.dates)
        unit = guesses_unit(draft)
        known = not (unit or lead.organisation is None) or not (lead.dates and lead.sure_roles)
        if known or len(pieces) < 2 or not pieces[0].named or line.dates:
            return False
        sorts = [piece.sort for piece in pieces]
        # Of "Department of History, Hull University" the second is the employer.
        sure = sorts[0] is Sort.SCHOOL or (
            sorts[0] is Sort.ORGANISATION and Sort.SCHOOL not in sorts
        )
        where = next((piece for piece in pieces[1:] if piece.sort is Sort.PLACE), None)
        between = {piece.sort for piece in pieces[1:-1] if not piece.bracketed}
        beside = sorts[0] is Sort.UNSURE and where is pieces[-1] and between <= _BESIDE
        if not (sure or (beside and titled(line))) or (unit and where is None):
            return False
        if unit:
            give_back(draft, self._places)
        if where is None and len(pieces) == 2 and may_be_place(pieces[1]):
            where = pieces[1]
        lead.organisation = self._places.fragment(pieces[0].text)
        if where is not None and lead.location is None:
            lead.location = self._places.fragment(where.text)
        return True


def _is_name(line: Line) -> bool:
    """Whether all longer words are capitalised: "Weighed ropes" is what somebody did."""
    return titled(line) and capitalised(line.words)


def _is_guessed(draft: Draft) -> bool:
    """Whether what was taken for the school are but capitalised words inside the entry."""
    who = draft.lead.organisation
    if who is None or all(who.span.start != said.span.start for said in draft.statements):
        return False
    return sort_of(who.text, named=True, bracketed=False) is Sort.UNSURE
