"""What the lines that open an entry say: who, as what, where, when."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.blocks import Text
from ingest.dates import FoundDates, date_range
from ingest.languages import alternatives
from ingest.resume import SectionKind
from ingest.structure.lead import Lead, dates_in, entry_dates, of_first_sentence
from ingest.structure.lead_study import StudyLead
from ingest.structure.lead_thing import ThingLead
from ingest.structure.lead_work import WorkLead
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.references import cited
from ingest.structure.sorts import Sort
from ingest.structure.steps import steps_in

_SINCE = re.compile(rf"(?:{alternatives('since')}|{alternatives('start')})\b", re.IGNORECASE)
STAYS = frozenset({SectionKind.WORK, SectionKind.VOLUNTEER})


def read_lead(
    lead: Lead,
    text: Text,
    kind: SectionKind,
    places: Places,
    *,
    role_first: bool = True,
    inside: bool = False,
    position: bool = False,
) -> None:
    """Add to `lead` what a line says; what it already has stays.

    `role_first` is the order in which this section names roles and organisations, for lines whose
    words do not tell them apart; `inside`: the entry around says who the employer is; `position`:
    words that tell nothing else name a position.
    """
    found = read_when(lead, text, kind, places, inside=inside)
    if kind is SectionKind.PUBLICATIONS and lead.title is None and (reference := cited(text)):
        title, text = reference
        lead.title = places.fragment(title)
        found = dates_in(text)
    titles = kind not in STAYS and kind is not SectionKind.EDUCATION
    pieces = pieces_of(text, found, titles=titles, cited=kind is SectionKind.PUBLICATIONS)
    told = kind is SectionKind.OTHER and any(piece.sort is Sort.ROLE for piece in pieces)
    if kind in STAYS or (told and found):
        WorkLead(lead, places, role_first, inside, position).read(pieces)
    elif kind is SectionKind.EDUCATION:
        StudyLead(lead, places).read(pieces)
    else:
        ThingLead(lead, places, kind).read(pieces)


def read_when(
    lead: Lead, text: Text, kind: SectionKind, places: Places, *, inside: bool = False
) -> list[FoundDates]:
    """Add to `lead` when it was and where its link leads; the dates of the line."""
    found = dates_in(text)
    if (lead.named or inside) and kind in STAYS and steps_in(text.plain, found):
        return found
    chosen = entry_dates(_main(text, of_first_sentence(found, text.plain)))
    if kind is SectionKind.PUBLICATIONS:
        # "Tides. (2013) Annals 34, 1881-1889": that range is of pages.
        chosen = next((one for one in found if _bracketed_year(text, one)), chosen)
    if chosen is not None and lead.dates is None:
        span = places.span(text.cut(chosen.start, chosen.end))
        if kind in STAYS and chosen.first is not None and chosen.last is None:
            # "Joiner at Alder & Sons, from 09/2023": a stay without an end goes on.
            chosen = replace(chosen, current=True)
        lead.dates = date_range(chosen, text.plain, span)
        lead.problem = chosen.problem
    _take_url(lead, text)
    return found


def _main(text: Text, found: list[FoundDates]) -> list[FoundDates]:
    """The dates of a line without those that are of a part of it, or stand beside it in brackets.

    "(Hull, since 2020)", "(from 2016)"; they are left where no whole range stands beside them.
    """
    if not any(one.first and one.last and one.first != one.last for one in found):
        return found
    begun = [one for one in found if one.first and one.last is None]
    aside = [
        one
        for one in begun
        if told_aside(text.plain, one)
        or _alone_aside(text.plain, one)
        or any(begins_within(one, each) for each in found)
    ]
    return [one for one in found if one not in aside]


def begins_within(one: FoundDates, stay: FoundDates) -> bool:
    """Whether something began while a stay lasted ("then foreman (from 2016), 2014 - 2017")."""
    if one.first is None or stay.first is None or stay.last is None:
        return False
    begun, first, last = ((day.year, day.month or 0) for day in (one.first, stay.first, stay.last))
    return first < begun < last


def told_aside(plain: str, found: FoundDates) -> bool:
    """Whether other words stand before dates in their brackets."""
    before = plain[: found.start]
    opened = before.rfind("(")
    return opened > before.rfind(")") and any(map(str.isalpha, before[opened:]))


def _alone_aside(plain: str, found: FoundDates) -> bool:
    """Whether brackets hold nothing but since when it was so ("senior (from 2020), Quay Ltd")."""
    said = _SINCE.match(plain, found.start, found.end) is not None
    return said and plain[: found.start][-1:] == "(" and plain[found.end :][:1] == ")"


def _bracketed_year(text: Text, found: FoundDates) -> bool:
    before, after = text.plain[: found.start][-1:], text.plain[found.end :][:1]
    return found.only_year and before in ("(", "[") and after in (")", "]")


def order_vote(text: Text) -> int:
    """1 where a line surely names its role before the organisation, -1 the reverse, else 0."""
    sorts = [piece.sort for piece in pieces_of(text, dates_in(text))]
    places = [Sort.ORGANISATION, Sort.SCHOOL]
    roles = [at for at, sort in enumerate(sorts) if sort is Sort.ROLE]
    organisations = [at for at, sort in enumerate(sorts) if sort in places]
    unsure = [at for at, sort in enumerate(sorts) if sort is Sort.UNSURE]
    others = organisations or unsure
    if not roles or not others:
        return 0
    return 1 if roles[0] < others[0] else -1


def _take_url(lead: Lead, text: Text) -> None:
    for _, wrapper in text.links():
        target = wrapper.target or ""
        if lead.url is None and target.startswith(("http://", "https://")):
            lead.url = target
