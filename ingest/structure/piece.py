"""A part of the line that names an entry, and which parts of it belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Text
from ingest.leaves import is_leave
from ingest.structure.cues import LATER, ends_in_role, is_region, is_role
from ingest.structure.sorts import Sort, is_form, is_season, lasts, sort_of
from ingest.structure.subjects import is_subject


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of a line between separators.

    `apart`: a strong separator (dash, bar, line break), not just a comma, parts it from the piece
    before. `at`: "at" or "@" introduces it. `bracketed`: it stands in brackets.
    """

    text: Text
    sort: Sort
    apart: bool = True
    at: bool = False
    bracketed: bool = False

    @property
    def words(self) -> str:
        """The words, without the layout."""
        return self.text.folded

    @property
    def named(self) -> bool:
        """Whether it is written as a name: with a capital, a digit or a script without case."""
        first = next((char for char in self.words if char.isalnum()), "")
        return bool(first) and not first.islower()


def joined(pieces: list[Piece], *, titles: bool = False) -> list[Piece]:
    """Pieces as they were cut, those of one name or one place put together again.

    With `titles` no series is one name: there the names of people are listed.
    """
    if not titles:
        pieces = _joined_series(_placed_offices(_joined_steps(pieces)))
    return _joined_places(_joined_faculties(_joined_between(_joined_names(pieces))))


def _joined_steps(pieces: list[Piece]) -> list[Piece]:
    """ "Checkout, then duty supervisor" is one: as what somebody was first, and later.

    Two that are roles by their own words stay two.
    """
    joined: list[Piece] = []
    for piece in pieces:
        before, later = joined[-1] if joined else None, LATER.match(piece.words)
        if before is None or later is None or piece.apart or before.bracketed or piece.bracketed:
            joined.append(piece)
            continue
        step = piece.words[later.end() :]
        sorts = {before.sort, sort_of(step, named=True, bracketed=False)}
        roles = before.sort is piece.sort is Sort.ROLE
        behind_role = before.sort is Sort.UNSURE and any(one.sort is Sort.ROLE for one in joined)
        if _first_step(before, step):
            joined[-1] = replace(before, text=before.text.through(piece.text), sort=Sort.ROLE)
        elif roles or is_form(step) or behind_role or not sorts <= {Sort.ROLE, Sort.UNSURE}:
            joined.append(piece)
        else:
            sort = Sort.ROLE if Sort.ROLE in sorts else Sort.UNSURE
            joined[-1] = replace(before, text=before.text.through(piece.text), sort=sort)
    return joined


def _first_step(before: Piece, step: str) -> bool:
    """Whether words in small letters are as what somebody was, before a later position is told."""
    small = before.sort is Sort.NOTE and not before.named and not before.bracketed
    time = any(told(before.words) for told in (lasts, is_season, is_form, is_leave))
    return small and not time and len(before.words.split()) <= _ONE_OF and is_role(step)


#: One of several seats of an employer, called after its town ("Luton office").
_OFFICE = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]+ ){1,3}(?:office|branch|site|plant|depot|hub|studio|warehouse)"
)


def _placed_offices(pieces: list[Piece]) -> list[Piece]:
    """Behind the name of an employer "Luton office" is where that is, and no other one."""
    placed: list[Piece] = []
    for piece in pieces:
        before = placed[-1] if placed else None
        beside = before is not None and before.named and not (piece.apart or piece.at)
        employs = before is not None and before.sort in (Sort.UNSURE, Sort.ORGANISATION)
        office = piece.sort in (Sort.UNSURE, Sort.ORGANISATION) and _OFFICE.fullmatch(piece.words)
        placed.append(replace(piece, sort=Sort.PLACE) if beside and employs and office else piece)
    return placed


#: With which the last of several begins, and what stands between the last two of them.
_LAST = re.compile(r"(?:and|&)\s+(?=\w)", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
#: Nor has one of several more words.
_ONE_OF = 4


def _joined_series(pieces: list[Piece]) -> list[Piece]:
    """ "Tides, Wind, and Kelp Lab" is one name; so is "BSc Physics, Botany and Chemistry"."""
    whole: list[Piece] = []
    for piece in pieces:
        begin = _series_begins(whole, piece)
        if begin is None:
            whole.append(piece)
            continue
        text = whole[begin].text.through(piece.text)
        sort = sort_of(text.folded, named=True, bracketed=False)
        kept = whole[begin].sort in (Sort.DEGREE, Sort.SCHOOL)
        sort = whole[begin].sort if kept else sort
        whole[begin:] = [replace(whole[begin], text=text, sort=sort)]
    return whole


def _series_begins(before: Sequence[Piece], last: Piece) -> int | None:
    """Where among the pieces the series begins that `last` ends, if it does."""
    ends = _LAST.match(last.words) is not None
    if last.apart or last.at or last.bracketed or not (ends or _AND.search(last.words)):
        return None
    at = len(before) - 1
    while at > 0 and _is_one_of(before[at]) and not before[at].apart:
        at -= 1
    if at < 0 or before[at].bracketed:
        return None
    if before[at].sort is Sort.DEGREE and len(before[at].words.split()) > 1:
        last_one = _LAST.sub("", last.words)
        named = sort_of(last_one, named=True, bracketed=False) is Sort.UNSURE
        return at if named and is_subject(last_one) else None
    heads = before[at].sort in (Sort.SCHOOL, Sort.ORGANISATION) and " of " in before[at].words
    if not ends and at == len(before) - 1 and _of_subjects(before[at], last):
        return at
    at += not (heads or _is_one_of(before[at]))
    return at if ends and len(before) - at > 1 else None


def _of_subjects(school: Piece, last: Piece) -> bool:
    """Whether a school goes on behind a comma: "Institute of Art, Design & Technology"."""
    _, of, first = school.words.rpartition(" of ")
    named = re.sub(r"\s*\([^()]*\)$", "", last.words)
    subjects = [first, *_AND.split(named)]
    return school.sort is Sort.SCHOOL and bool(of) and all(map(is_subject, subjects))


def _is_one_of(piece: Piece) -> bool:
    """Whether a piece may be one of several things in a name ("Theatre" is a firm by itself)."""
    count = len(piece.words.split())
    unsure = piece.sort is Sort.UNSURE or (piece.sort is Sort.ORGANISATION and count == 1)
    return unsure and piece.named and count <= _ONE_OF and not (piece.at or piece.bracketed)


def _joined_names(pieces: list[Piece]) -> list[Piece]:
    """ "University of Texas at Austin" is one name: "at" after a school does not introduce one."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if piece.at and not piece.apart and before and before.sort is Sort.SCHOOL:
            joined[-1] = replace(before, text=before.text.through(piece.text))
        else:
            joined.append(piece)
    return joined


def _joined_between(pieces: list[Piece]) -> list[Piece]:
    """ "Kelp Lab, Program in Botany, Tide College" is one: what stands between is a part, too."""
    joined: list[Piece] = []
    for at, piece in enumerate(pieces):
        before, after = joined[-1] if joined else None, pieces[at + 1 : at + 2]
        if (
            before is not None
            and piece.sort is Sort.UNSURE
            and before.sort in (Sort.ORGANISATION, Sort.SCHOOL)
            and after
            and after[0].sort is Sort.SCHOOL
            and not any(one.apart or one.at or one.bracketed for one in (piece, *after))
            and _FACULTY.search(piece.words)
        ):
            joined[-1] = replace(before, text=before.text.through(piece.text))
        else:
            joined.append(piece)
    return joined


#: A part of a school, and what such a part belongs to.
_FACULTY = re.compile(
    r"\b(?:Schools?|Faculty|College|Department|Dept\.?|Division|Institute|Centre|Center) "
    r"(?:of|for)\b|\b(?:Department|Faculty|Division|Lab|Laboratory|Group)$|\bProgram(?:me)? in\b",
    re.IGNORECASE,
)
#: A line that is the name of a part has no more words.
_MOST_OF_UNIT = 8
_UNIT = re.compile(
    r"(?:Department|Faculty|Division|School|College|Lab(?:oratory)?|Chair) (?:of|for) [^.:;]+"
    r"|[^\W\d_][^.:;,]* (?:Department|Division|Faculty|Laboratory|Lab)"
)
#: What so begins is a part of what follows, though nothing else tells.
_LEADS = re.compile(r"(?:Lab|Laboratory|Laboratoire|Dept|UMR|Lehrstuhl|Labor)\b", re.IGNORECASE)
_WHOLE_SCHOOL = re.compile(r"\b(?:University|College|Polytechnic)\b", re.IGNORECASE)


def _joined_faculties(pieces: list[Piece]) -> list[Piece]:
    """ "School of Law, Aldous University" is one name: the first is a part of the second."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not (piece.apart or piece.at or piece.bracketed or before.bracketed)
            and piece.sort is Sort.SCHOOL
            and not _FACULTY.search(piece.words)
            and (_is_laboratory(before) or (_is_part(before) and _is_whole(piece)))
        ):
            joined[-1] = replace(before, text=before.text.through(piece.text), sort=Sort.SCHOOL)
        else:
            joined.append(piece)
    return joined


def is_unit(words: str) -> bool:
    """Whether all of a line is the name of a department ("Department of Tides", "Tides Lab")."""
    return len(words.split()) <= _MOST_OF_UNIT and _UNIT.fullmatch(words) is not None


def _is_part(piece: Piece) -> bool:
    """Whether a piece is a faculty or laboratory, which is of some school."""
    named = piece.sort in (Sort.SCHOOL, Sort.ORGANISATION) and _FACULTY.search(piece.words)
    return bool(named) and "universit" not in piece.words.casefold()


def _is_laboratory(piece: Piece) -> bool:
    """Whether a name begins as that of a laboratory does, which is of what follows."""
    return piece.sort is Sort.UNSURE and bool(_LEADS.match(piece.words))


def _is_whole(piece: Piece) -> bool:
    return bool(_WHOLE_SCHOOL.search(piece.words))


def _role_in_passing(piece: Piece) -> bool:
    """Whether a role is but a part of a name ("Bishop Rock Light")."""
    return piece.sort is Sort.ROLE and not ends_in_role(piece.words)


def _named_already(pieces: Sequence[Piece]) -> bool:
    """Whether an organisation stands before: "Falls Church, VA" behind one is where it is."""
    return any(piece.sort in (Sort.ORGANISATION, Sort.SCHOOL) for piece in pieces)


def _joined_places(pieces: list[Piece]) -> list[Piece]:
    """ "Pune" and "India", two pieces, are one place: "Pune, India"."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not piece.apart
            and not piece.bracketed
            and is_region(piece.words)
            and (
                before.sort in (Sort.UNSURE, Sort.PLACE)
                or _role_in_passing(before)
                or (before.sort is Sort.ORGANISATION and _named_already(joined[:-1]))
            )
            and before.named
            and len(before.words.split()) <= 3
            and not before.bracketed
        ):
            joined[-1] = replace(before, text=before.text.through(piece.text), sort=Sort.PLACE)
        else:
            joined.append(piece)
    return joined
