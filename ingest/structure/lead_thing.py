"""The line that names a project, award, certificate or publication, understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.blocks import Mark, Text
from ingest.resume import SectionKind
from ingest.structure.lead import LeadReader
from ingest.structure.pieces import Piece, Sort


@dataclass
class ThingLead(LeadReader):
    """A project, award, certificate, publication or anything else that has a name."""

    kind: SectionKind

    def read(self, pieces: list[Piece]) -> None:
        """Take title, organisation, place and roles from the pieces of a line."""
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
