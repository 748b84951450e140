"""Employers and schools that a line tells once, above the headings of all that was held there."""

from __future__ import annotations

from ingest.structure.drafts import RANK_BOLD, RANK_ITEM, Draft

#: Headings have ranks below this.
_HEADINGS = 7


def hold_below(drafts: list[Draft]) -> None:
    """Put positions or degrees inside the employer or school that stands above their headings.

    "Hull University, Hull" is that of "### MSc Botany" and "### BSc Chemistry" below it, where
    none of them names another.
    """
    if len(drafts) < 2:
        return
    first, *others = drafts
    lead = first.lead
    bare = lead.organisation is not None and first.open and not (lead.roles or lead.dates)
    line = RANK_BOLD <= first.rank < RANK_ITEM
    held = all(one.rank < _HEADINGS and one.lead.sure_roles for one in others)
    if bare and line and held and not any(one.lead.organisation for one in others):
        for one in others:
            one.inside = True
        first.children = others
        drafts[:] = [first]
