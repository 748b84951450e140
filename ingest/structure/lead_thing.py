"""The line that names a project, award, certificate or publication, understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.blocks import Mark, Text
from ingest.resume import SectionKind
from ingest.structure.cues import GRADE
from ingest.structure.lead import LeadReader
from ingest.structure.piece import Piece
from ingest.structure.sorts import Sort

#: No link that is a name has more words.
_MOST_OF_NAME = 6
LISTED_THINGS = frozenset({SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS})


@dataclass
class ThingLead(LeadReader):
    """A project, award, certificate, publication or anything else that has a name."""

    kind: SectionKind

    def read(self, pieces: list[Piece]) -> None:
        """Take title, organisation, place and roles from the pieces of a line."""
        if not pieces:
            return
        pieces = _whole_titles(pieces)
        if self.kind is SectionKind.PROJECTS and self.lead.title is None:
            pieces = self._linked(pieces)
        rest = pieces
        if self.lead.title is None:
            title = self._title(pieces)
            self.lead.title = self.fragment(unquoted(title.text))
            at = pieces.index(title)
            rest = (
                pieces[at + 1 :]
                if _after_authors(pieces) is title
                else [*pieces[:at], *pieces[at + 1 :]]
            )
        for piece in rest:
            self._other(piece)

    def _linked(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces without the first, where it begins with the name of a thing as a link."""
        first = pieces[0].text
        start, end = next(first.link_stretches(), (0, 0))
        name = first.cut(0, end)
        if start or not 0 < end < len(first) or not first.plain[end].isspace():
            return pieces
        if len(name.folded.split()) > _MOST_OF_NAME or "://" in name.plain:
            return pieces
        self.lead.title = self.fragment(unquoted(name))
        return pieces[1:]

    def _title(self, pieces: list[Piece]) -> Piece:
        if self.kind is SectionKind.PUBLICATIONS:
            if (after := _after_authors(pieces)) is not None:
                return after
            for piece in pieces:
                if piece.words[0] in "\"“‘«'":
                    return piece
            # "*Salt in Ropes*, Quay Press", but "Salt in ropes. *Annals of Tides*".
            names = [piece for piece in pieces if not _AUTHOR.fullmatch(piece.words)]
            italic = [piece for piece in pieces if piece.text.marked(Mark.ITALIC)]
            if italic and (not names or names[0] is italic[0]):
                return italic[0]
            return names[0] if names else pieces[0]
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
        elif (
            piece.sort is Sort.ROLE
            and self.kind not in LISTED_THINGS
            and not _DESCRIBES.match(piece.words)
        ):
            lead.roles.append(self.fragment(piece))
        elif lead.organisation is None and self.kind in LISTED_THINGS and self._gave(piece):
            lead.organisation = self.fragment(piece)

    def _gave(self, piece: Piece) -> bool:
        """Whether a piece beside the title may be who gave or published it."""
        # "Young Scientist Award, Baltic Marine Biologists" has no position in it.
        sorts: tuple[Sort, ...] = (Sort.UNSURE, Sort.ROLE)
        if piece.bracketed:
            # "(Tusla, 2020)", but not "Forklift (reach truck)", "Safeguarding (Level 3)".
            sorts = (Sort.NOTE,)
            if self.kind is SectionKind.PUBLICATIONS or GRADE.match(piece.words):
                return False
            if self.lead.title is not None and _is_short_for(piece.words, self.lead.title.text):
                return False
        return (
            piece.sort in sorts
            and piece.named
            and not _NO_GIVER.match(piece.words)
            and len(piece.words.split()) <= 5
            and not re.search(r"[\d£$€]", piece.words)
        )


#: "Doe, J. et al." wrote it, and did not publish it; nor did "in press", nor a grade give it.
_NO_GIVER = re.compile(
    r".*\bet al\b|(?:professional|associate|expert|advanced|foundation|practitioner|specialty)$"
    r"|(?:submitted|accepted|in press|in prep(?:aration)?|under review|in review|"
    r"to appear|forthcoming)\b",
    re.IGNORECASE,
)


def _is_short_for(letters: str, title: str) -> bool:
    """Whether letters are the first of a title's words ("Certified Public Accountant (CPA)")."""
    initials = iter(re.findall(r"(?<![^\W_])[^\W_]", title.upper()))
    return letters.isupper() and all(letter in initials for letter in letters if letter.isalpha())


def _whole_titles(pieces: list[Piece]) -> list[Piece]:
    """ "First Aid at Work", "St John Ambulance": where another piece may say who gave it, "at"
    introduces nobody."""
    whole: list[Piece] = []
    for at, piece in enumerate(pieces):
        others = [
            one
            for one in pieces[at + 1 :]
            if one.sort not in (Sort.PLACE, Sort.NOTE) or (one.bracketed and one.named)
        ]
        if whole and piece.at and piece.sort is Sort.UNSURE and not piece.apart and others:
            whole[-1] = replace(whole[-1], text=whole[-1].text.through(piece.text))
        else:
            whole.append(piece)
    return whole


def _after_authors(pieces: list[Piece]) -> Piece | None:
    """In "Doe, J., Roe, R. (2019). Title" what follows the names; None where there are none."""
    names = 0
    while names < len(pieces) and _AUTHOR.fullmatch(pieces[names].words):
        names += 1
    initials = any(_INITIALS.fullmatch(piece.words) for piece in pieces[:names])
    return pieces[names] if initials and names < len(pieces) else None


#: "A lamp maker" is what a thing is, and no position.
_DESCRIBES = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}|[A-Z]{1,2}")
_AUTHOR = re.compile(
    r"(?:(?:&|and) )?(?:[A-ZÀ-Þ][\w'’-]+(?: [A-Z]\.?)*|(?:[A-Z]\.[ -]?){1,3}|[A-Z]{1,2})"
)


def unquoted(text: Text) -> Text:
    """The words without the quotation marks around all of them."""
    plain = text.plain
    if len(plain) > 2 and plain[0] in '"“«' and plain[-1] in '"”»':
        return text.cut(1, len(plain) - 1)
    return text
