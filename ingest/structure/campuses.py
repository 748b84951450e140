"""Universities of a state, which have the town of their campus for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.blocks import LAID_OUT
from ingest.resume import Fragment
from ingest.structure.drafts import Draft
from ingest.structure.gazetteer import is_region
from ingest.structure.places import Places

_OF = re.compile(r"(?:the\s+)?university of (?P<state>[^,(]+)", re.IGNORECASE)
_STATE = re.compile(r"(?P<state>[^,(]+) state university", re.IGNORECASE)
#: Between the two stand but signs.
_BETWEEN = re.compile(r"[\s*_]*,[\s*_]*")


def name_campuses(drafts: Iterable[Draft], places: Places) -> None:
    """Let the town right behind be a part of the name: "University of Nevada, Reno".

    It stays the place as well.
    """
    for draft in drafts:
        lead = draft.lead
        if lead.organisation is not None and lead.location is not None:
            lead.organisation = _whole(lead.organisation, lead.location, places)
        name_campuses(draft.children, places)


def _whole(school: Fragment, place: Fragment, places: Places) -> Fragment:
    match = _OF.fullmatch(school.text) or _STATE.fullmatch(school.text)
    town = re.split(r",|\s[–—-]\s", place.text)[0].strip()
    begin, end = school.span.end, place.span.start
    if match is None or not is_region(match["state"].strip()) or is_region(town):
        return school
    if not 0 < end - begin < LAID_OUT or not _BETWEEN.fullmatch(places.source.text[begin:end]):
        return school
    if not places.source.text.startswith(town, end):
        return school
    span = places.between(school.span.start, end + len(town))
    return replace(school, text=f"{school.text}, {town}", span=span)
