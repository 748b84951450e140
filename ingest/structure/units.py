"""Units behind a position ("Welder - Hulls") that looked like its employer."""

from __future__ import annotations

import re

from ingest.blocks import Mark
from ingest.resume import Fragment
from ingest.structure.drafts import Draft
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.sorts import Sort, is_form, sort_of

#: What is but a part of an employer.
_PART = re.compile(r"\b(?:team|squad|group|department|dept|division|unit|desk|office)$", re.I)
_WHO = frozenset({Sort.UNSURE, Sort.ORGANISATION, Sort.SCHOOL})


def return_unit(draft: Draft, line: Line, places: Places) -> None:
    """Give what was guessed to be the employer back to the position where the next line says who.

    Below "Welder - Hulls" in "**Quay** | Hull | 2019 - 2021" the first words, in bold, are who.
    """
    if not draft.lead.dates and guesses_unit(draft) and _says_who(line):
        give_back(draft, places)


def guesses_unit(draft: Draft) -> bool:
    """Whether the employer is but guessed from what ends the one line that names a position."""
    lead = draft.lead
    if lead.organisation is None or not lead.sure_roles or len(draft.headings) != 1:
        return False
    guessed = sort_of(lead.organisation.text, named=True, bracketed=False) is Sort.UNSURE
    return guessed and draft.headings[0].text.endswith(lead.organisation.text)


def give_back(draft: Draft, places: Places) -> None:
    """Make what was guessed to be the employer a part of the position before it."""
    lead, words = draft.lead, draft.headings[0].text
    start = words.rfind(lead.roles[0].text)
    if lead.organisation is not None and start >= 0:
        span = places.between(lead.roles[0].span.start, lead.organisation.span.end)
        lead.roles, lead.organisation = [Fragment(words[start:], span)], None


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
