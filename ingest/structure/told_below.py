"""Employers that a list of positions tells in the first bullet below each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.resume import Fragment
from ingest.structure.cues import is_organisation
from ingest.structure.drafts import RANK_ITEM, Draft
from ingest.structure.names import capitalised
from ingest.structure.places import Places
from ingest.structure.signs import SHORT

#: So many of a list tell for the others.
_SEVERAL = 2


def name_below(drafts: Sequence[Draft], places: Places) -> None:
    """Name the employers of bullets that have none, if those of all others stand below them.

    "- 2015 - 2018: Nurse" above "- Parish of Hull, north side" is told as the others are.
    """
    listed = [draft for draft in drafts if draft.rank > RANK_ITEM and draft.statements]
    named = [draft.lead.organisation for draft in listed if draft.lead.organisation]
    told = sum(map(_is_told_below, listed))
    lacking = [draft for draft in listed if draft.lead.organisation is None]
    if told < _SEVERAL or told < len(named) or len(listed) < len(drafts):
        return
    for draft in lacking:
        if draft.lead.sure_roles and draft.lead.dates:
            draft.lead.organisation = _first_name(draft, places)


def _is_told_below(draft: Draft) -> bool:
    """Whether the employer's name is what is said first of a position."""
    who, said = draft.lead.organisation, draft.statements[0]
    return who is not None and bool(draft.lead.roles) and who.span.start == said.span.start


def _first_name(draft: Draft, places: Places) -> Fragment | None:
    """The name that the first words below a position are, up to a comma; no sentence has any."""
    said = draft.statements[0]
    name = re.split(r"\s*[,(]", said.text)[0]
    short = len(said.text.split()) <= SHORT and not said.text.endswith((".", "!", "?"))
    start = said.span.start
    if not (short and name and capitalised(name) and name[:1].isupper()):
        return None
    if sum(word[:1].isupper() for word in name.split()) == 1 and not is_organisation(name):
        return None  # "Masts, sails and shrouds"
    if not places.source.text.startswith(name, start):
        return None
    return Fragment(name, places.between(start, start + len(name)))
