"""The line that opens an entry: who, as what, where, when, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.blocks import Text
from ingest.dates import FoundDates, date_range, find_dates
from ingest.resume import DateRange, Fragment, SectionKind
from ingest.structure.cues import DEGREE, ORGANISATION, SCHOOL, is_place, is_role
from ingest.structure.places import Places

_STRONG = re.compile(
    r"\s*[\t\n|•·｜]\s*|\s+[—–]+\s*|\s*[—–]\s+|\s+-{1,3}\s*|\s*-{2,3}\s+|\s+@\s+|;\s+|\s+//\s+"
)
_AT = re.compile(r"\s+(?:at|for|bei|chez)\s+(?=[A-Z\"“‘])")
_COMMA = re.compile(r"\s*,\s+|\s*[\v]\s*")
_EDGES = " \t\n\v,;:|·•–—-()[]/@."


@dataclass
class Lead:
    """What the lines that open an entry say."""

    title: Fragment | None = None
    organisation: Fragment | None = None
    roles: list[Fragment] = field(default_factory=list)
    area: Fragment | None = None
    location: Fragment | None = None
    dates: DateRange | None = None
    problem: str | None = None


def dates_in(text: Text) -> list[FoundDates]:
    """The dates of a line that are no bare number in prose."""
    plain = text.plain.replace("\v", " ").replace("\n", " ").replace("\t", " ")
    return find_dates(plain)


def read_lead(lead: Lead, text: Text, kind: SectionKind, places: Places) -> None:
    """Add to `lead` what a line says; what it already has stays."""
    rest = _take_dates(lead, text, places)
    pieces = [piece for part in rest for piece in _split(part, _STRONG)]
    if kind in (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.OTHER):
        _work(lead, pieces, places)
    elif kind is SectionKind.EDUCATION:
        _study(lead, pieces, places)
    else:
        _thing(lead, pieces, places)


def _take_dates(lead: Lead, text: Text, places: Places) -> list[Text]:
    """Note the dates, and return what stands around them."""
    found = [dates for dates in dates_in(text) if dates.first or dates.last or dates.current]
    if not found:
        return [text]
    rest, at = [], 0
    for dates in found:
        rest.append(text.cut(at, dates.start))
        at = dates.end
    rest.append(text.cut(at))
    chosen = max(
        found, key=lambda dates: (dates.first != dates.last or dates.current, -dates.start)
    )
    if lead.dates is None:
        words = text.cut(chosen.start, chosen.end)
        lead.dates = date_range(chosen, text.plain, places.span(words))
        lead.problem = chosen.problem
    return [trimmed for part in rest if (trimmed := _trim(part)).folded]


def _trim(text: Text) -> Text:
    """Without separators, brackets and blanks at the ends (a bracket that is closed inside stays)."""
    plain = text.plain
    start, end = 0, len(plain)
    while (
        start < end
        and (plain[start] in _EDGES)
        and not (plain[start] in "([." and start + 1 < end and plain[start + 1].isalnum())
    ):
        start += 1
    while end > start and plain[end - 1] in _EDGES:
        if plain[end - 1] in ")]" and "([)]"["([)]".index(plain[end - 1]) - 2] in plain[start:end]:
            break
        if plain[end - 1] == "." and re.search(
            r"(?:[A-Z]\.|\b(?:Inc|Ltd|Co|Corp|St|Jr|Sr)\.)$", plain[start:end]
        ):
            break
        end -= 1
    return text.cut(start, end)


def _split(text: Text, pattern: re.Pattern[str]) -> list[Text]:
    pieces, at = [], 0
    for match in pattern.finditer(text.plain):
        if "\v" in match[0] and "," not in match[0] and not _restyled(text, match):
            continue
        inside = text.plain[: match.start()]
        if inside.count("(") > inside.count(")"):
            continue
        pieces.append(text.cut(at, match.start()))
        at = match.end()
    pieces.append(text.cut(at))
    return [trimmed for piece in pieces if (trimmed := _trim(piece)).folded]


def _restyled(text: Text, match: re.Match[str]) -> bool:
    """Whether the look changes at a line break; where it does not, the line is only wrapped."""
    before, after = match.start() - 1, match.end()
    if before < 0 or after >= len(text.plain):
        return True
    return text.marks_at(before) != text.marks_at(after)


def _work(lead: Lead, pieces: list[Text], places: Places) -> None:
    parts: list[Text] = []
    for piece in pieces:
        halves = _split(piece, _AT) if is_role(piece.folded) else [piece]
        for half in halves:
            parts += _commas(half)
    for piece in parts:
        _assign_work(lead, piece, places)
    if lead.organisation is None and lead.title is not None and not lead.roles:
        lead.organisation, lead.title = lead.title, None


def _commas(text: Text) -> list[Text]:
    """Split at commas, unless the whole is a place."""
    if is_place(text.folded):
        return [text]
    pieces = _split(text, _COMMA)
    # "City, Country" behind the first comma stays together.
    for at in range(1, len(pieces)):
        tail = text.cut(_offset(text, pieces[at]))
        if len(pieces) - at > 1 and is_place(_trim(tail).folded):
            return [*pieces[:at], _trim(tail)]
    return pieces


def _offset(whole: Text, part: Text) -> int:
    return part._from - whole._from  # noqa: SLF001 - two views of one text


def _assign_work(lead: Lead, piece: Text, places: Places) -> None:
    words, fragment = piece.folded, places.fragment(piece)
    organised = bool(ORGANISATION.search(words))
    if is_place(words) and lead.location is None and (lead.organisation or lead.roles):
        lead.location = fragment
    elif is_role(words) and not (organised and lead.organisation is None and lead.roles):
        lead.roles.append(fragment)
    elif lead.organisation is None:
        lead.organisation = fragment
    elif lead.location is None and len(words.split()) <= 4 and words[:1].isupper():
        lead.location = fragment


def _study(lead: Lead, pieces: list[Text], places: Places) -> None:
    for whole in pieces:
        parts = [whole] if is_place(whole.folded) else _study_parts(whole)
        for piece in parts:
            _assign_study(lead, piece, places)


def _study_parts(text: Text) -> list[Text]:
    parts = _commas(text)
    # "BSc, Computer Science": the second part is the field, not a school.
    return parts


def _assign_study(lead: Lead, piece: Text, places: Places) -> None:
    words, fragment = piece.folded, places.fragment(piece)
    schooled = bool(SCHOOL.search(words))
    degree = DEGREE.search(words)
    if schooled and not (degree and degree.start() == 0 and not lead.roles):
        if lead.organisation is None:
            lead.organisation = fragment
        elif lead.location is None:
            lead.location = fragment
    elif degree and not lead.roles:
        lead.roles.append(fragment)
        _area(lead, piece, places)
    elif is_place(words) and lead.location is None and (lead.organisation or lead.roles):
        lead.location = fragment
    elif degree:
        lead.roles.append(fragment)
    elif lead.roles and lead.area is None and lead.organisation is None and not _has_in(lead):
        lead.area = fragment
    elif lead.organisation is None:
        lead.organisation = fragment
    elif lead.area is None and not lead.roles:
        lead.area = fragment
    elif lead.location is None and len(words.split()) <= 4:
        lead.location = fragment


def _has_in(lead: Lead) -> bool:
    return any(re.search(r"\b(?:in|of)\b|\s\w+\s\w+", role.text) for role in lead.roles)


def _area(lead: Lead, piece: Text, places: Places) -> None:
    match = re.search(r"\b(?:degree )?(?:in|en|de|für)\s+(?P<area>\S.*)$", piece.folded)
    if match is None:
        return
    at = piece.plain.find(match["area"].split()[0], max(0, match.start()))
    if at >= 0:
        lead.area = places.fragment(_trim(piece.cut(at)))


def _thing(lead: Lead, pieces: list[Text], places: Places) -> None:
    for piece in pieces:
        if lead.title is None:
            lead.title = places.fragment(piece)
        elif lead.organisation is None and ORGANISATION.search(piece.folded):
            lead.organisation = places.fragment(piece)
        elif lead.location is None and is_place(piece.folded):
            lead.location = places.fragment(piece)
        elif is_role(piece.folded):
            lead.roles.append(places.fragment(piece))
        elif lead.organisation is None and len(piece.folded.split()) <= 6:
            lead.organisation = places.fragment(piece)
