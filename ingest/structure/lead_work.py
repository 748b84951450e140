"""The line that names a job or a voluntary post, understood."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.blocks import Mark
from ingest.structure.cues import has_legal_form
from ingest.structure.gazetteer import is_city, is_place
from ingest.structure.lead import LeadReader, may_be_place
from ingest.structure.piece import Piece
from ingest.structure.sorts import Sort, is_form

_MAX_ORGANISATION_WORDS = 8


@dataclass
class WorkLead(LeadReader):
    """A job or a voluntary post."""

    role_first: bool = True
    #: Whether the entry around says who the employer is.
    inside: bool = False
    #: Whether words that tell nothing else name a position, as in the headings around.
    position: bool = False

    def read(self, pieces: list[Piece]) -> None:
        """Take organisation, roles and place from the pieces of a line."""
        pieces = [piece for piece in pieces if piece.sort is not Sort.NOTE]
        named = [piece for piece in pieces if piece.sort is not Sort.PLACE]
        if self.position and [piece.sort for piece in named] == [Sort.UNSURE]:
            pieces = [
                replace(piece, sort=Sort.ROLE) if piece.sort is Sort.UNSURE else piece
                for piece in pieces
            ]
        pieces = self._widened(pieces)
        organisation = self._organisation(pieces)
        roles = [p for p in pieces if p.sort in (Sort.ROLE, Sort.DEGREE) and p is not organisation]
        roles = [role for role in roles if not is_form(role.words)] or roles
        if organisation is None:
            pieces, organisation = self._unsure_organisation(pieces, has_role=bool(roles))
        if organisation is not None and self.lead.organisation is None:
            self.lead.organisation = self.fragment(organisation)
        elif organisation is not None and not self.lead.roles and not roles:
            roles = [organisation]
        if roles:
            self.lead.settle()
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
            later = self._unit_of_role(piece) or any(
                other.sort in (Sort.ORGANISATION, Sort.SCHOOL)
                or other.at
                or (other.apart and other.sort is not Sort.PLACE)
                for other in pieces[at + 1 :]
            )
            earlier = any(p.sort in (Sort.ORGANISATION, Sort.SCHOOL) for p in merged)
            last = merged[-1] if merged else None
            is_unit = piece.sort is Sort.UNSURE or (
                piece.sort is Sort.ORGANISATION and (earlier or self._is_department(piece))
            )
            if (
                last is not None
                and last.sort is Sort.ROLE
                and is_unit
                and not piece.apart
                and not piece.at
                and not piece.bracketed
                and not _set_apart(last, piece)
                and (later or earlier or self._unit_below(last, piece))
            ):
                merged[-1] = Piece(last.text.through(piece.text), Sort.ROLE, last.apart, last.at)
            else:
                merged.append(piece)
        return merged

    def _unit_of_role(self, piece: Piece) -> bool:
        """Whether a piece can be but a unit, the employer being known: no place, no employer."""
        known = self.inside or self.lead.organisation is not None
        return known and not may_be_place(piece)

    def _unit_below(self, role: Piece, piece: Piece) -> bool:
        """Whether a name that tells nothing can be but a unit of the employer around.

        "Sergeant, Economic Crimes" below a police force: no other employer. One word may be a town.
        """
        unsure = piece.sort is Sort.UNSURE and piece.named and " " in piece.words
        return self.inside and (unsure or _both_bold(role, piece))

    def _is_department(self, piece: Piece) -> bool:
        """Whether the name of some kind of organisation is but a part of the one around.

        "Manager, Financial Systems" below an employer; a firm tells that it is one by its form.
        """
        return self.inside and not has_legal_form(piece.words)

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
            if piece.sort is Sort.UNSURE
            and len(piece.words.split()) <= _MAX_ORGANISATION_WORDS
            and not is_form(piece.words)
        ]
        needs_role = not has_role and not self.lead.roles
        if self.lead.organisation is not None:
            return pieces, None
        if not unsure:
            return self._place_as_organisation(pieces, has_role=has_role)
        two = len(unsure) >= 2 and (unsure[1].apart or len(unsure) >= 3 or _styled(unsure))
        if needs_role and two and self.role_first:
            self.lead.by_order = len(unsure) == 2 and may_be_place(unsure[1])
            return pieces, unsure[1]
        return pieces, unsure[0]

    def _place_as_organisation(
        self, pieces: list[Piece], *, has_role: bool
    ) -> tuple[list[Piece], Piece | None]:
        """Where "Acme, Germany" looked like a place, but stands beside a role: who and where.

        Behind a wide gap, where places stand at the right edge, it is a place.
        """
        for at, piece in enumerate(pieces):
            comma = piece.words.find(",")
            apart = piece.text.after_gap
            if (
                has_role
                and piece.sort is Sort.PLACE
                and comma > 0
                and len(pieces) <= 2
                and not apart
            ):
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
                if piece not in ahead and may_be_place(piece):
                    self.lead.guess = self.lead.roles[0]
                return [other for other in pieces if other is not piece]
        return pieces


def _styled(pieces: list[Piece]) -> bool:
    """Whether the first piece is bold and the second is not: two things, not one and its place."""
    return pieces[0].text.marked(Mark.BOLD) != pieces[1].text.marked(Mark.BOLD)


def _is_sure_place(words: str) -> bool:
    return is_city(words) or is_place(words)


def _both_bold(before: Piece, piece: Piece) -> bool:
    """Whether two pieces stand in one stretch of bold words ("**Lead, Web Platform** (2019)")."""
    return before.text.through(piece.text).marked(Mark.BOLD)


def _set_apart(before: Piece, piece: Piece) -> bool:
    """Whether two pieces are marked each in its own way: bold the one, italic the other."""
    bold, italic = before.text.marked(Mark.BOLD), piece.text.marks_at(0) & Mark.ITALIC
    return bold and bool(italic) and not before.text.marks_at(0) & Mark.ITALIC
