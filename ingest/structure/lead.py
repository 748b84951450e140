"""What the lines that open an entry say: who, as what, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Mark, Text
from ingest.dates import FoundDates, date_range, find_dates
from ingest.resume import DateRange, Fragment, SectionKind
from ingest.structure.cues import DEGREE, GRADE, is_role
from ingest.structure.pieces import Piece, Sort, pieces_of
from ingest.structure.places import Places

STAYS = frozenset({SectionKind.WORK, SectionKind.VOLUNTEER})
_MAX_PLACE_WORDS = 4
_MAX_ORGANISATION_WORDS = 8
_AREA = re.compile(
    r"\b(?:in|en|für|major(?:ing)? in)\s+(?P<in>[^\W\d_].*)$"
    r"|\bof\s+(?!(?:science|arts?|engineering|technology|philosophy|laws?|education|commerce|"
    r"business administration|medicine|fine arts)\b)(?P<of>[^\W\d_].*)$",
    re.IGNORECASE,
)
_BARE_DEGREE = re.compile(
    r"(?:\S+|(?:bachelor|master|doctor)'?s?(?: degree)?|(?:bachelor|master|doctor|associate)s? of "
    r"(?:science|arts|engineering|technology|philosophy|laws?|commerce|education|applied science))"
    r"(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


@dataclass
class Lead:
    """What is known of an entry; fragments point into its headings or statements."""

    title: Fragment | None = None
    organisation: Fragment | None = None
    roles: list[Fragment] = field(default_factory=list)
    area: Fragment | None = None
    location: Fragment | None = None
    dates: DateRange | None = None
    url: str | None = None
    problem: str | None = None

    @property
    def named(self) -> bool:
        """Whether it says who or as what."""
        return bool(self.title or self.organisation or self.roles)


def dates_in(text: Text) -> list[FoundDates]:
    """The dates of a line, as indices into its `plain`."""
    return find_dates(re.sub(r"\s", " ", text.plain))


def entry_dates(found: Sequence[FoundDates]) -> FoundDates | None:
    """The dates that say when an entry was: the first range, else the first date."""
    ranges = [one for one in found if one.first is not None and one.first != one.last]
    starts = [one for one in found if one.first is not None]
    for group in (ranges, starts, found):
        if group:
            return group[0]
    return None


def read_lead(
    lead: Lead, text: Text, kind: SectionKind, places: Places, *, role_first: bool = True
) -> None:
    """Add to `lead` what a line says; what it already has stays.

    `role_first` is the order in which this section names roles and organisations, for lines whose
    words do not tell them apart.
    """
    found = dates_in(text)
    chosen = entry_dates(found)
    if chosen is not None and lead.dates is None:
        span = places.span(text.cut(chosen.start, chosen.end))
        lead.dates = date_range(chosen, text.plain, span)
        lead.problem = chosen.problem
    _take_url(lead, text)
    pieces = pieces_of(text, found, titles=kind not in STAYS and kind is not SectionKind.EDUCATION)
    position = kind is SectionKind.OTHER and any(piece.sort is Sort.ROLE for piece in pieces)
    if kind in STAYS or (position and found):
        _Work(lead, places, role_first).read(pieces)
    elif kind is SectionKind.EDUCATION:
        _Study(lead, places).read(pieces)
    else:
        _Thing(lead, places, kind).read(pieces)


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


@dataclass
class _Reader:
    lead: Lead
    places: Places

    def fragment(self, piece: Piece | Text) -> Fragment:
        return self.places.fragment(piece.text if isinstance(piece, Piece) else piece)

    def take_place(self, pieces: list[Piece]) -> list[Piece]:
        """Use the last sure place as the location; hand back the other pieces."""
        sure = [piece for piece in pieces if piece.sort is Sort.PLACE]
        if sure and self.lead.location is None:
            self.lead.location = self.fragment(sure[-1])
        return [piece for piece in pieces if piece.sort is not Sort.PLACE]

    def place_from(self, pieces: list[Piece]) -> None:
        """Of the pieces left over, one that may be a place is the location."""
        for piece in reversed(pieces):
            if self.lead.location is None and _may_be_place(piece):
                self.lead.location = self.fragment(piece)


def _may_be_place(piece: Piece) -> bool:
    words = piece.words.split()
    return (
        piece.sort is Sort.UNSURE
        and piece.named
        and len(words) <= _MAX_PLACE_WORDS
        and not re.search(r"[\d£$€%&\"“]", piece.words)
    )


@dataclass
class _Work(_Reader):
    """A job or a voluntary post."""

    role_first: bool = True

    def read(self, pieces: list[Piece]) -> None:
        pieces = [piece for piece in pieces if piece.sort is not Sort.NOTE]
        pieces = self._widened(pieces)
        organisation = self._organisation(pieces)
        roles = [p for p in pieces if p.sort in (Sort.ROLE, Sort.DEGREE) and p is not organisation]
        if organisation is None:
            pieces, organisation = self._unsure_organisation(pieces, has_role=bool(roles))
        if organisation is not None and self.lead.organisation is None:
            self.lead.organisation = self.fragment(organisation)
        elif organisation is not None and not self.lead.roles and not roles:
            roles = [organisation]
        if not self.lead.roles:
            self.lead.roles = [self.fragment(role) for role in roles]
        used = {id(organisation), *map(id, roles)}
        rest = self.take_place([piece for piece in pieces if id(piece) not in used])
        rest = self._role_from(rest, organisation if organisation in pieces else None, pieces)
        self.place_from(rest)

    def _widened(self, pieces: list[Piece]) -> list[Piece]:
        """ "Charge Nurse", "Intensive Care" before an organisation are one role with its unit."""
        merged: list[Piece] = []
        for at, piece in enumerate(pieces):
            later = any(
                other.sort in (Sort.ORGANISATION, Sort.SCHOOL) or other.at or other.apart
                for other in pieces[at + 1 :]
            )
            earlier = any(p.sort in (Sort.ORGANISATION, Sort.SCHOOL) for p in merged)
            last = merged[-1] if merged else None
            is_unit = piece.sort is Sort.UNSURE or (earlier and piece.sort is Sort.ORGANISATION)
            if (
                last is not None
                and last.sort is Sort.ROLE
                and is_unit
                and not piece.apart
                and not piece.at
                and not piece.bracketed
                and (later or earlier)
            ):
                merged[-1] = Piece(last.text.through(piece.text), Sort.ROLE, last.apart, last.at)
            else:
                merged.append(piece)
        return merged

    def _organisation(self, pieces: list[Piece]) -> Piece | None:
        for piece in pieces:
            if piece.at and piece.sort is not Sort.PLACE:
                return piece
        for sort in (Sort.ORGANISATION, Sort.SCHOOL):
            for piece in pieces:
                if piece.sort is sort:
                    return piece
        return None

    def _unsure_organisation(
        self, pieces: list[Piece], *, has_role: bool
    ) -> tuple[list[Piece], Piece | None]:
        """The organisation among pieces that do not tell what they are."""
        unsure = [
            piece
            for piece in pieces
            if piece.sort is Sort.UNSURE and len(piece.words.split()) <= _MAX_ORGANISATION_WORDS
        ]
        needs_role = not has_role and not self.lead.roles
        if self.lead.organisation is not None:
            return pieces, None
        if not unsure:
            return self._place_as_organisation(pieces, has_role=has_role)
        two = len(unsure) >= 2 and (unsure[1].apart or len(unsure) >= 3 or _styled(unsure))
        if needs_role and two and self.role_first:
            return pieces, unsure[1]
        return pieces, unsure[0]

    def _place_as_organisation(
        self, pieces: list[Piece], *, has_role: bool
    ) -> tuple[list[Piece], Piece | None]:
        """Where "Acme, Germany" looked like a place, but stands beside a role: who and where."""
        for at, piece in enumerate(pieces):
            comma = piece.words.find(",")
            if has_role and piece.sort is Sort.PLACE and comma > 0 and len(pieces) <= 2:
                cut = piece.text.plain.find(",")
                first = Piece(piece.text.cut(0, cut), Sort.UNSURE)
                if _is_sure_place(first.words):
                    return pieces, None
                rest = Piece(piece.text.cut(cut + 1), Sort.PLACE)
                return [*pieces[:at], first, rest, *pieces[at + 1 :]], first
        return pieces, None

    def _role_from(
        self, pieces: list[Piece], organisation: Piece | None, line: list[Piece]
    ) -> list[Piece]:
        """A piece beside the organisation is the role: parted from it strongly, or before it.

        Behind a mere comma ("Fjord Ferries, Bodø") it is where the organisation is.
        """
        if self.lead.roles:
            return pieces
        ahead = line[: line.index(organisation)] if organisation is not None else pieces[:1]
        for piece in pieces:
            strong = piece.apart or (self.role_first and piece is pieces[0] and piece in ahead)
            if piece.sort is Sort.UNSURE and strong and not _is_sure_place(piece.words):
                self.lead.roles = [self.fragment(piece)]
                return [other for other in pieces if other is not piece]
        return pieces


def _styled(pieces: list[Piece]) -> bool:
    """Whether the first piece is bold and the second is not: two things, not one and its place."""
    return pieces[0].text.marked(Mark.BOLD) != pieces[1].text.marked(Mark.BOLD)


def _is_sure_place(words: str) -> bool:
    from ingest.structure.gazetteer import is_city, is_place

    return is_city(words) or is_place(words)


@dataclass
class _Study(_Reader):
    """A degree, an apprenticeship, a school."""

    def read(self, pieces: list[Piece]) -> None:
        degrees = [piece for piece in pieces if piece.sort is Sort.DEGREE]
        schools = [p for p in pieces if p.sort is Sort.SCHOOL] or [
            p for p in pieces if p.at or p.sort is Sort.ORGANISATION
        ]
        unsure = [p for p in pieces if p.sort is Sort.UNSURE and p not in schools]
        if degrees and not self.lead.roles:
            self._degrees(degrees, unsure, pieces)
        if schools and self.lead.organisation is None:
            self.lead.organisation = self.fragment(schools[0])
        rest = self.take_place([p for p in pieces if p in unsure or p.sort is Sort.PLACE])
        for piece in rest:
            self._unsure(piece, rest, has_degree=bool(degrees or self.lead.roles))

    def _degrees(self, degrees: list[Piece], unsure: list[Piece], pieces: list[Piece]) -> None:
        self.lead.roles = [self.fragment(degree) for degree in degrees[:1]]
        first = degrees[0]
        if self.lead.area is None:
            self._area(first.text)
        at = pieces.index(first) + 1
        if self.lead.area is not None or at >= len(pieces):
            return
        following = pieces[at]
        if _BARE_DEGREE.fullmatch(first.words) is None or not following.named:
            return
        others = [p for p in pieces if p not in (first, following)]
        school = self.lead.organisation is not None or any(
            p.sort in (Sort.SCHOOL, Sort.ORGANISATION, Sort.UNSURE) for p in others
        )
        named = following.bracketed and not GRADE.match(following.words)
        if named or (following.sort in (Sort.UNSURE, Sort.ORGANISATION) and school):
            self.lead.area = self.fragment(following)
            if following in unsure:
                unsure.remove(following)

    def _area(self, text: Text) -> None:
        match = _AREA.search(re.sub(r"\s", " ", text.plain))
        if match is not None:
            group = "in" if match["in"] else "of"
            self.lead.area = self.fragment(_unbracketed(text.cut(*match.span(group))))
            return
        # "BSc Physics": what follows the abbreviation.
        short = re.match(r"\W*[A-Z][\w.]*(?:\s*\([^()]*\))?\s+(?=[^\W\d_])", text.plain)
        if short and DEGREE.match(short[0].strip()) and len(short[0].split()[0]) <= 6:
            rest = text.cut(short.end())
            if not GRADE.match(rest.folded) and not is_role(rest.folded):
                self.lead.area = self.fragment(rest)

    def _unsure(self, piece: Piece, rest: list[Piece], *, has_degree: bool) -> None:
        if self.lead.organisation is None and has_degree:
            self.lead.organisation = self.fragment(piece)
        elif self.lead.organisation is None and not self.lead.roles and piece is not rest[-1]:
            self.lead.roles = [self.fragment(piece)]
        elif self.lead.organisation is None:
            self.lead.organisation = self.fragment(piece)
        elif (not self.lead.roles and self.lead.area is None and not _may_be_place(piece)) or (
            not has_degree and self.lead.area is None and piece is rest[0]
        ):
            self.lead.area = self.fragment(piece)
        elif self.lead.location is None and _may_be_place(piece):
            self.lead.location = self.fragment(piece)


def _unbracketed(text: Text) -> Text:
    match = re.search(r"\s*\([^()]*\)\s*$", text.plain)
    return text.cut(0, match.start()) if match and match.start() else text


@dataclass
class _Thing(_Reader):
    """A project, award, certificate, publication or anything else that has a name."""

    kind: SectionKind

    def read(self, pieces: list[Piece]) -> None:
        if not pieces:
            return
        rest = pieces
        if self.lead.title is None:
            title = self._title(pieces)
            self.lead.title = self.fragment(_unquoted(title.text))
            at = pieces.index(title)
            rest = (
                pieces[at + 1 :]
                if _after_authors(pieces) is title
                else [*pieces[:at], *pieces[at + 1 :]]
            )
        for piece in rest:
            self._other(piece)

    def _title(self, pieces: list[Piece]) -> Piece:
        if self.kind is SectionKind.PUBLICATIONS:
            if (after := _after_authors(pieces)) is not None:
                return after
            for piece in pieces:
                if piece.words[0] in "\"“‘«'" or piece.text.marked(Mark.ITALIC):
                    return piece
        for piece in pieces:
            if piece.text.marked(Mark.BOLD):
                return piece
        return next((piece for piece in pieces if piece.sort is not Sort.NOTE), pieces[0])

    def _other(self, piece: Piece) -> None:
        lead = self.lead
        organisation = piece.at or piece.sort in (Sort.ORGANISATION, Sort.SCHOOL)
        journal = self.kind is SectionKind.PUBLICATIONS and piece.text.lead(Mark.ITALIC) > 0
        if lead.organisation is None and (organisation or journal):
            lead.organisation = self.fragment(piece)
        elif piece.sort is Sort.PLACE and lead.location is None:
            lead.location = self.fragment(piece)
        elif piece.sort is Sort.ROLE and self.kind not in (
            SectionKind.PUBLICATIONS,
            SectionKind.CERTIFICATES,
        ):
            lead.roles.append(self.fragment(piece))
        elif (
            lead.organisation is None
            and piece.sort is Sort.UNSURE
            and self.kind
            in (SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS)
            and len(piece.words.split()) <= 5
            and not re.search(r"[\d£$€]", piece.words)
            and not piece.bracketed
        ):
            lead.organisation = self.fragment(piece)


def _after_authors(pieces: list[Piece]) -> Piece | None:
    """In "Doe, J., Roe, R. (2019). Title" what follows the names; None where there are none."""
    names = 0
    while names < len(pieces) and _AUTHOR.fullmatch(pieces[names].words):
        names += 1
    initials = any(_INITIALS.fullmatch(piece.words) for piece in pieces[:names])
    return pieces[names] if initials and names < len(pieces) else None


_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}|[A-Z]{1,2}")
_AUTHOR = re.compile(
    r"(?:(?:&|and) )?(?:[A-ZÀ-Þ][\w'’-]+(?: [A-Z]\.?)*|(?:[A-Z]\.[ -]?){1,3}|[A-Z]{1,2})"
)


def _unquoted(text: Text) -> Text:
    plain = text.plain
    if len(plain) > 2 and plain[0] in '"“«' and plain[-1] in '"”»':
        return text.cut(1, len(plain) - 1)
    return text
