"""What the heads of entries that are built alike say, as leads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Mark, Text
from ingest.resume import Fragment, SectionKind
from ingest.structure.bylines import is_byline
from ingest.structure.fits import Slot
from ingest.structure.head_parts import steps_of
from ingest.structure.item_head import bold_and_dated, names_entries
from ingest.structure.lead import Lead, may_be_place
from ingest.structure.lead_study import StudyLead
from ingest.structure.lead_thing import unquoted
from ingest.structure.lines import Line, first_sentence
from ingest.structure.piece import Piece
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.read_lead import STAYS, read_when
from ingest.structure.series import Head, Series, series_of
from ingest.structure.shapes import Template
from ingest.structure.signs import LISTED
from ingest.structure.slots import Found, Slots
from ingest.structure.sorts import Sort, is_season, sort_of
from ingest.structure.subjects import is_subject

#: "BSc in", where the field is set apart.
_DANGLING = re.compile(r"\s+(?:in|of)$|[,:]$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
#: "Issued by ...", "Published in ...".
_BY = re.compile(r"(?:[^\W\d_]+\s+)?by\s+|(?:published\s+)?in\s+", re.IGNORECASE)
_HELD = (Sort.ROLE, Sort.DEGREE)
#: Of so many positions one at least is known as such.
_SEVERAL = 2
#: What a series knows of each line that begins an entry: the head, and what it says.
Begun = dict[int, tuple[Head, Lead]]


def entries_alike(
    lines: Sequence[Line],
    kind: SectionKind,
    places: Places,
    *,
    role_first: bool,
    known: Sequence[Template] = (),
    announced: frozenset[str] = frozenset(),
) -> tuple[Series, Begun] | None:
    """The entries of a section that are built alike, by the line that each begins with.

    None where they are not, or where one of them would say neither who nor as what.
    """
    series = series_of(lines, known, announced)
    if series is None:
        return None
    if kind in LISTED and not all(len(template) > 1 for template in series.templates):
        return None
    series = _without_bullets(series, lines)
    if kind is SectionKind.PUBLICATIONS and _name_authors(lines, series):
        return None
    studies = kind is SectionKind.EDUCATION
    if (kind in STAYS or studies) and _leaves_others(lines, series, kind):
        return None
    slots = Slots(lines, series, kind, role_first=role_first)
    begun: Begun = {}
    assigned = slots.assigned()
    if kind in STAYS:
        _name_employers(assigned)
        _take_positions(assigned, series, lines)
    if kind in STAYS or studies:
        _carry_on(assigned, series)
    for head, found in zip(series.heads, assigned, strict=True):
        named = {Slot.ROLE} if kind in LISTED else {Slot.ROLE, Slot.WHO}
        if not named & set(found):
            return None
        lead = _thing(found, places) if kind in LISTED else _lead(found, places, studies=studies)
        for at in head.lines:
            read_when(lead, lines[at].text, kind, places)
        begun[head.lines[0]] = _without_said(head, found, lines), lead
    return series, begun


def _name_employers(assigned: Sequence[Found]) -> None:
    """Where each head has but one name and none of several is a position's, they are employers'.

    Beside the years, in which part of each it was is nobody's name ("summers").
    """
    for found in assigned:
        for slot in (Slot.WHO, Slot.ROLE):
            if slot in found and is_season(found[slot][1].folded):
                del found[slot]
    alone = all(Slot.ROLE in found and Slot.WHO not in found for found in assigned)
    if not alone or len(assigned) < _SEVERAL:
        return
    sorts = [_sort(found[Slot.ROLE][1].folded) for found in assigned]
    if Sort.ROLE not in sorts and Sort.DEGREE not in sorts:
        for found in assigned:
            found[Slot.WHO] = found.pop(Slot.ROLE)


def _carry_on(assigned: Sequence[Found], series: Series) -> None:
    """Give heads that lack the line of the employer or school those of the head above.

    "**Quay Ltd**, Hull" stands once above two positions with their dates.
    """
    above: Found = {}
    lines = 0
    for head, found in zip(series.heads, assigned, strict=True):
        names = [found[slot] for slot in (Slot.ROLE, Slot.WHO) if slot in found]
        alone = len(names) == 1 and Slot.PLACE not in found
        held = alone and _sort(names[0][1].folded) in _HELD
        if above and held and len(head.lines) < lines:
            found.pop(Slot.WHO, None)
            found[Slot.ROLE] = names[0]
            found.update({slot: one for slot, one in above.items() if slot not in found})
        elif Slot.WHO in found and Slot.ROLE in found:
            first = found[Slot.WHO][0] == 0 != found[Slot.ROLE][0]
            told = [slot for slot in (Slot.WHO, Slot.PLACE) if first and slot in found]
            above = {slot: found[slot] for slot in told if found[slot][0] == 0}
            lines = len(head.lines)
        else:
            above = {}


def _take_positions(assigned: Sequence[Found], series: Series, lines: Sequence[Line]) -> None:
    """Where what is said of most begins with a position, two names above it are who and where.

    "**Mossgrove**, Ambleby" above "Head gardener, two glasshouses", if no first name is a position.
    """
    below: list[tuple[Head, Found, Text]] = []
    for head, found in zip(series.heads, assigned, strict=True):
        text = _position_below(lines, head.lines[-1] + 1)
        if text is not None and _is_followed_by_place(found):
            below.append((head, found, text))
    held = any(Slot.ROLE in one and _sort(one[Slot.ROLE][1].folded) in _HELD for one in assigned)
    if held or 2 * len(below) < len(assigned):
        return
    for head, found, text in below:
        found[Slot.PLACE], found[Slot.WHO] = found[Slot.WHO], found[Slot.ROLE]
        found[Slot.ROLE] = head.places[-1], text


def _is_followed_by_place(found: Found) -> bool:
    """Whether of two names, the first in bold, the second may be where."""
    if {Slot.ROLE, Slot.WHO} - set(found) or Slot.PLACE in found:
        return False
    first, second = found[Slot.ROLE][1], found[Slot.WHO][1]
    bold = first.marked(Mark.BOLD) and not second.marked(Mark.BOLD)
    return bold and may_be_place(Piece(second, _sort(second.folded)))


def _position_below(lines: Sequence[Line], at: int) -> Text | None:
    """The position that the line at `at` begins with, if it does."""
    if at >= len(lines) or lines[at].kind is BlockKind.HEADING:
        return None
    first = first_sentence(lines[at])[0]
    pieces = pieces_of(first.text, first.dates)
    return pieces[0].text if pieces and pieces[0].sort is Sort.ROLE else None


def _sort(words: str) -> Sort:
    return sort_of(words, named=True, bracketed=False)


def _without_bullets(series: Series, lines: Sequence[Line]) -> Series:
    """The series; what a bullet below the heading of an entry tells is said of that."""
    kinds = [lines[head.lines[0]].kind for head in series.heads]
    if not {BlockKind.HEADING, BlockKind.ITEM} <= set(kinds):
        return series
    headed = zip(series.heads, kinds, strict=True)
    heads = tuple(head for head, kind in headed if kind is not BlockKind.ITEM)
    return replace(series, heads=heads)


def _name_authors(lines: Sequence[Line], series: Series) -> bool:
    """Whether a line of a head only says who wrote it: then another one is the title."""
    return any(is_byline(lines[at]) for head in series.heads for at in head.lines)


def _leaves_others(lines: Sequence[Line], series: Series, kind: SectionKind) -> bool:
    """Whether of a list that names a stay in each bullet only those with a range are heads.

    Or of a list of degrees only those of which more is said.
    """
    heads = {head.lines[0] for head in series.heads}
    items = [at for at in heads if lines[at].kind is BlockKind.ITEM]
    others = (
        at
        for at, line in enumerate(lines)
        if line.kind is BlockKind.ITEM and at not in heads and line.depth == lines[items[0]].depth
    )
    if not items:
        return False
    if kind is SectionKind.EDUCATION:
        return any(lines[at].dated and Sort.DEGREE in lines[at].sorts for at in others)
    return any(bold_and_dated(lines[at]) and names_entries(lines, at, kind) for at in others)


def _without_said(head: Head, found: Found, lines: Sequence[Line]) -> Head:
    """The head without the lines at its end that tell nothing of who, as what, where and when."""
    telling = {place for place, _ in found.values()}
    end = len(head.lines)
    while end > 1 and head.places[end - 1] not in telling and not lines[head.lines[end - 1]].dates:
        end -= 1
    return replace(head, lines=head.lines[:end], places=head.places[:end])


def _thing(found: Found, places: Places) -> Lead:
    """An award, a certificate, a publication: its title, and who gave or published it."""
    lead = Lead()
    if Slot.ROLE in found:
        lead.title = places.fragment(unquoted(found[Slot.ROLE][1]))
    if Slot.WHO in found:
        words = found[Slot.WHO][1]
        by = _BY.match(words.plain)
        lead.organisation = places.fragment(words.cut(by.end()) if by else words)
    if Slot.PLACE in found:
        lead.location = places.fragment(found[Slot.PLACE][1])
    return lead


def _lead(found: Found, places: Places, *, studies: bool) -> Lead:
    lead = Lead()
    if Slot.ROLE in found:
        words = found[Slot.ROLE][1]
        if studies and (dangling := _DANGLING.search(words.plain)):
            words = words.cut(0, dangling.start())
        lead.roles = [places.fragment(step) for step in steps_of(words)]
    if Slot.WHO in found:
        lead.organisation = places.fragment(found[Slot.WHO][1])
    if Slot.PLACE in found:
        lead.location = places.fragment(found[Slot.PLACE][1])
    if studies and Slot.ROLE in found:
        StudyLead(lead, places).area_of(found[Slot.ROLE][1])
    if Slot.FIELD in found:
        _take_field(lead, places.fragment(found[Slot.FIELD][1]))
    return lead


def _take_field(lead: Lead, field: Fragment) -> None:
    """What a head holds for a field is it; where the degree says its own, it is the place."""
    subject = is_subject(field.text) and not _DIGIT.search(field.text)
    if lead.area is None or (subject and not is_subject(lead.area.text)):
        lead.area = field
    elif lead.location is None and field.text[:1].isupper() and not subject:
        lead.location = None if _DIGIT.search(field.text) else field
