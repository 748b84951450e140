"""The line that names a degree, an apprenticeship or a school, understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.blocks import Text
from ingest.languages import HAN
from ingest.structure.cues import DEGREE, GRADE, has_legal_form, is_role
from ingest.structure.lead import LeadReader, may_be_place
from ingest.structure.piece import Piece
from ingest.structure.sorts import Sort
from ingest.structure.subjects import is_subject

_AREA = re.compile(
    r"\b(?:in|en|em|für|der|des|major(?:ing)? in)\s+(?P<in>[^\W\d_].*)$"
    r"|\bof\s+(?!(?:science|arts?|engineering|technology|philosophy|laws?|education|commerce|"
    r"business administration|medicine|fine arts)\b)(?P<of>[^\W\d_].*)$",
    re.IGNORECASE,
)
_IN_FIELD = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,3}?(?:\d\s+)?in\s+(?P<field>[^\W\d_].*)")
_HAN = re.compile(rf"[{HAN}]")
#: Behind these, as behind an abbreviation, the field follows.
_NOUN = re.compile(
    r"licence|licenciatura|bachelor|master|mast[eè]re|ma[iî]trise|doctorat|diplom|baccalaur[ée]at|"
    r"bacharelado|mestrado|doutorado|grado|laurea",
    re.IGNORECASE,
)
_BARE_DEGREE = re.compile(
    r"(?:\S+|(?:bachelor|master|doctor)'?s?(?: degree)?|(?:bachelor|master|doctor|associate)s? of "
    r"(?:science|arts|engineering|technology|philosophy|laws?|commerce|education|applied science))"
    r"(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


_SMALL = re.compile(r"(?:de|d['’]|du|of|thesis)\b|zu[mr]?\b", re.IGNORECASE)

#: Of the name of a town.
_TOWN = 2


@dataclass
class StudyLead(LeadReader):
    """A degree, an apprenticeship, a school."""

    def read(self, pieces: list[Piece]) -> None:
        """Take school, degree, area and place from the pieces of a line."""
        degrees = [piece for piece in pieces if piece.sort is Sort.DEGREE] or [
            piece
            for piece in pieces
            if piece.sort is Sort.ROLE or (piece.bracketed and DEGREE.match(piece.words))
        ]
        schools = [p for p in pieces if p.sort is Sort.SCHOOL] or [
            p for p in pieces if p.at or p.sort is Sort.ORGANISATION
        ]
        unsure = [p for p in pieces if p.sort is Sort.UNSURE and p not in schools]
        if degrees and not self.lead.roles:
            self._degrees(degrees, unsure, pieces)
        schools = [piece for piece in schools if not self._is_area(piece)]
        if schools and self.lead.organisation is None:
            self.lead.organisation = self.fragment(schools[0])
        if schools and not degrees and not self.lead.roles:
            self._unknown_degree(unsure)
        places = [p for p in pieces if p.sort is Sort.PLACE and p not in degrees]
        rest = self.take_place([p for p in pieces if p in unsure or p in places])
        for piece in rest:
            self._unsure(piece, rest, has_degree=bool(degrees or self.lead.roles))

    def _degrees(self, degrees: list[Piece], unsure: list[Piece], pieces: list[Piece]) -> None:
        self.lead.roles = [self.fragment(degree) for degree in degrees[:1]]
        first = degrees[0]
        if self.lead.area is None:
            self.area_of(first.text)
        at = pieces.index(first) + 1
        before = pieces[at - 2] if at > 1 else None
        if first.bracketed and before in unsure and before is not None and not before.at:
            # "Tidal Studies (MSc)": the field stands before the degree.
            self.lead.area = self.lead.area or self.fragment(before)
            unsure.remove(before)
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

    def _is_area(self, piece: Piece) -> bool:
        """Whether brackets that sound like a firm hold the field: "BCom (Accounting & Finance)"."""
        area = self.lead.area
        field = (
            piece.bracketed and piece.sort is not Sort.SCHOOL and not has_legal_form(piece.words)
        )
        return field and area is not None and area.text == piece.words

    def _unknown_degree(self, unsure: list[Piece]) -> None:
        """ "MPhys in Physics" beside a school is a degree, whatever it is called."""
        for piece in unsure:
            match = _IN_FIELD.fullmatch(piece.text.plain)
            if match is not None:
                self.lead.roles = [self.fragment(piece)]
                self.lead.area = self.lead.area or self.fragment(
                    piece.text.cut(*match.span("field"))
                )
                unsure.remove(piece)
                return

    def area_of(self, text: Text) -> None:
        """Take the field from the words of a degree ("BSc in Physics")."""
        match = _AREA.search(re.sub(r"\s", " ", text.plain))
        if match is not None:
            group = "in" if match["in"] else "of"
            self.lead.area = self.fragment(_unbracketed(text.cut(*match.span(group))))
            return
        # "BSc Physics", "NVQ Level 3 Joinery": what follows the abbreviation, and its level.
        short = re.match(
            r"\W*[A-Z][\w.]*(?:\s*\([^()]*\)|\s+[Hh]on(?:ou)?r?s\b\.?)?"
            r"(?:\s+[Ll]evel \d)?\s+(?![Ll]evel \d)(?=[^\W\d_])",
            text.plain,
        )
        if (
            short
            and DEGREE.match(short[0].strip())
            and (len(short[0].split()[0]) <= 6 or _NOUN.fullmatch(short[0].split()[0]))
        ):
            rest = text.cut(short.end())
            if (
                not _SMALL.match(rest.folded)
                and not GRADE.match(rest.folded)
                and not is_role(rest.folded)
            ):
                self.lead.area = self.fragment(rest)

    def _unsure(self, piece: Piece, rest: list[Piece], *, has_degree: bool) -> None:
        if self.lead.organisation is None and has_degree:
            self.lead.organisation = self.fragment(piece)
        elif self.lead.organisation is None and not self.lead.roles and piece is not rest[-1]:
            self.lead.roles = [self.fragment(piece)]
        elif self.lead.organisation is None:
            self.lead.organisation = self.fragment(piece)
        elif self.lead.area is None and self._may_be_area(piece, rest, has_degree=has_degree):
            self.lead.area = self.fragment(piece)
        elif self.lead.location is None and may_be_place(piece):
            self.lead.location = self.fragment(piece)

    def _may_be_area(self, piece: Piece, rest: list[Piece], *, has_degree: bool) -> bool:
        if _HAN.match(piece.words) or (not self.lead.roles and not may_be_place(piece)):
            return True
        if not piece.apart and len(piece.words.split()) <= _TOWN and may_be_place(piece):
            # "School No 4, Gdynia": behind the school stands its town, unless it is a subject.
            return is_subject(piece.words)
        return not has_degree and piece is rest[0]


def _unbracketed(text: Text) -> Text:
    match = re.search(r"\s*\([^()]*\)\s*$", text.plain)
    return text.cut(0, match.start()) if match and match.start() else text
