"""Units behind a position ("Welder - Hulls") that looked like its employer."""

from __future__ import annotations

import re

from ingest.blocks import Mark
from ingest.resume import Fragment
from ingest.structure.drafts import Draft
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.sorts import Sort, is_form, sort_of

#: What is but a part of an employer.
_PART = re.compile(r"\b(?:team|squad|group|department|dept|division|unit|desk|office)$", re.I)
_WHO = frozenset({Sort.UNSURE, Sort.ORGANISATION, Sort.SCHOOL})


def return_unit(draft: Draft, line: Line) -> None:
    """Give what was guessed to be the employer back to the position where the next line says who.

    Below "Welder - Hulls" in "**Quay** | Hull | 2019 - 2021" the first words, in bold, are who.
    """
    lead = draft.lead
    if lead.organisation is None or not lead.sure_roles or lead.dates or len(draft.headings) != 1:
        return
    guessed = sort_of(lead.organisation.text, named=True, bracketed=False) is Sort.UNSURE
    heading = draft.headings[0]
    behind = heading.text.endswith(lead.organisation.text)
    if guessed and behind and _says_who(line):
        lead.roles, lead.organisation = [Fragment(heading.text, heading.span)], None


def _says_who(line: Line) -> bool:
    """Whether a dated line begins with a name in bold, and says nothing of a position."""
    if not line.dates or not line.bold_lead:
        return False
    pieces = pieces_of(line.text, line.dates)
    if not pieces or any(piece.sort is Sort.ROLE for piece in pieces):
        return False
    first = pieces[0]
    named = first.sort in _WHO and first.text.marked(Mark.BOLD)
    part = is_form(first.words) or _PART.search(first.words) is not None
    return named and line.words.startswith(first.words) and not part
