"""What is known of an entry while it is read: who, as what, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Text
from ingest.dates import FoundDates
from ingest.languages import HAN, count_words
from ingest.resume import DateRange, Fragment
from ingest.sentences import sentence_spans
from ingest.structure.marked_dates import dates_shown
from ingest.structure.piece import Piece
from ingest.structure.places import Places
from ingest.structure.sorts import Sort

_MAX_PLACE_WORDS = 4
#: A comma and blanks, in characters: what stands farther apart is no quarter of a town.
_MAX_BETWEEN = 4
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,5}")
_YEARS = re.compile(r" *\d{4} +\d{4} *")
_HAN = re.compile(rf"[{HAN}]")


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
    #: The words that were taken for the role only because nothing else was left for them: where a
    #: role is told elsewhere, they are the place.
    guess: Fragment | None = None
    #: Whether of two names that tell nothing the first was taken for the role by its place alone.
    by_order: bool = False

    @property
    def named(self) -> bool:
        """Whether it says who or as what."""
        return bool(self.title or self.organisation or self.roles)

    @property
    def sure_roles(self) -> list[Fragment]:
        """The roles, without one that was only guessed."""
        return [] if self.guess or self.by_order else self.roles

    def settle(self) -> None:
        """A role is told elsewhere: what was guessed to be one is the place, or the employer."""
        if self.by_order and self.roles:
            self.organisation, self.location = self.roles[0], self.location or self.organisation
            self.roles, self.by_order = [], False
        if self.guess is not None:
            self.location = self.location or self.guess
            self.roles, self.guess = [], None


def dates_in(text: Text) -> list[FoundDates]:
    """The dates of a line, as indices into its `plain`.

    Two years and nothing else are a range ("2011   2015"), whatever parted them on the page.
    """
    plain = re.sub(r"[^\S\t]", " ", text.plain)
    found = dates_shown(text, plain)
    if len(found) == 2 and _YEARS.fullmatch(plain):
        one, other = found
        if one.first and other.last and one.first.year < other.last.year:
            return [replace(one, end=other.end, last=other.last)]
    return found


def of_first_sentence(found: list[FoundDates], plain: str) -> list[FoundDates]:
    """The dates of the first sentence, if it has any: "BSc, 2015. Thesis: dunes since 1910"."""
    first = next((end for _, end in sentence_spans(re.sub(r"\s", " ", plain))), len(plain))
    return [one for one in found if one.end <= first] or found


def entry_dates(found: Sequence[FoundDates]) -> FoundDates | None:
    """The dates that say when an entry was: the first range, else the first date."""
    ranges = [one for one in found if one.first is not None and one.first != one.last]
    starts = [one for one in found if one.first is not None]
    for group in (ranges, starts, found):
        if group:
            return group[0]
    return None


@dataclass
class LeadReader:
    """Takes from the pieces of a line what the lead does not have yet."""

    lead: Lead
    places: Places

    def fragment(self, piece: Piece | Text) -> Fragment:
        """The words of a piece and where they stand."""
        return self.places.fragment(piece.text if isinstance(piece, Piece) else piece)

    def take_place(self, pieces: list[Piece]) -> list[Piece]:
        """Use the last sure place as the location; hand back the other pieces."""
        sure = [piece for piece in pieces if piece.sort is Sort.PLACE]
        if self.lead.location is None and is_quarter_of(pieces) and self.lead.organisation:
            self.lead.location = self.fragment(pieces[0].text.through(pieces[1].text))
            return []
        if sure and self.lead.location is None:
            self.lead.location = self.fragment(sure[-1])
        return [piece for piece in pieces if piece.sort is not Sort.PLACE]

    def place_from(self, pieces: list[Piece]) -> None:
        """Of the pieces left over, one that may be a place is the location."""
        for piece in reversed(pieces):
            if self.lead.location is None and may_be_place(piece):
                self.lead.location = self.fragment(piece)


def may_be_place(piece: Piece) -> bool:
    """Whether a few capitalised words that nothing else is known of may be a place."""
    return (
        piece.sort is Sort.UNSURE
        and piece.named
        and count_words(piece.words) <= _MAX_PLACE_WORDS
        and not _ACRONYM.fullmatch(piece.words)
        and not _HAN.match(piece.words)
        and not re.search(r"[\d£$€%&\"“]", piece.words)
    )


def is_quarter_of(pieces: Sequence[Piece]) -> bool:
    """Whether two pieces with but a comma between are a place and the one that it is in."""
    if len(pieces) != 2 or pieces[1].apart or pieces[1].at or pieces[1].bracketed:
        return False
    between = len(pieces[0].text.through(pieces[1].text)) - sum(len(one.text) for one in pieces)
    near = between <= _MAX_BETWEEN
    return near and may_be_place(pieces[0]) and pieces[1].sort is Sort.PLACE
