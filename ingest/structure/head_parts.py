"""The heads of entries, taken apart: what stands in each line of each, between its separators."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Mark, Text
from ingest.languages import alternatives
from ingest.structure.cues import LATER
from ingest.structure.lines import Line
from ingest.structure.piece import Piece
from ingest.structure.pieces import pieces_of
from ingest.structure.series import Head, Series
from ingest.structure.signs import groups_stays
from ingest.structure.sorts import Sort

#: A part of a head: the pattern, the line's place in it, and the how-many-th part of the line.
Key = tuple[int, int, int]
#: Of each part of a head so many pieces are looked at, and of a line twice as many.
_MAX_PIECES = 6
_STEP = re.compile(
    rf"\s+(?:→|-?>)\s+|(?:\s*\([^()]*\))?\s*[,;(/]\s*(?:{alternatives('formerly')})\s*:?\s+",
    re.IGNORECASE,
)
_SURE_WHO = frozenset({Sort.ORGANISATION, Sort.SCHOOL})
#: A word between two dates, and a label before one ("Completed: May 2019").
_BETWEEN = re.compile(r"[a-z]{1,3}|&")
_COLON = re.compile(r"\s*[)\]]?\s*[:：]\s")
_BEFORE_DATE = re.compile(r"\s*[:：]\s*$")


@dataclass(frozen=True)
class Part:
    """The pieces of one part of one head."""

    pieces: tuple[Piece, ...]
    #: Whether it is all that stands in its line.
    whole: bool = False

    @property
    def words(self) -> str:
        """All of it."""
        return joined(self.pieces)


def parts_of_heads(lines: Sequence[Line], series: Series) -> Iterator[dict[Key, Part]]:
    """The parts of each head; one without the employer above it has that of the head before."""
    above: dict[Key, Part] = {}
    numbers = {template: number for number, template in enumerate(series.templates)}
    set_off = _sets_off_roles(lines, series)
    for head in series.heads:
        own = dict(_parts(lines, head, numbers[head.template], set_off=set_off))
        inherited = head.places[0] > 0
        if not inherited:
            above = {key: part for key, part in own.items() if key[1] == 0}
        yield {**above, **own} if inherited else own


def _sets_off_roles(lines: Sequence[Line], series: Series) -> bool:
    """Whether the look of words parts position and employer: "**Nurse, Surgery**, Quay Hospital".

    That is so where sure employers follow its look in several heads, and other words in none.
    """
    told = Counter(
        votes
        for head in series.heads
        for at in head.lines
        if (votes := _look_of_who(pieces_of(lines[at].text, lines[at].dates))) is not None
    )
    return told[True] > 1 and not told[False]


def _look_of_who(pieces: Sequence[Piece]) -> bool | None:
    """Whether the employer is what follows the look of the position, which is first; else None."""
    if not pieces or pieces[0].sort is not Sort.ROLE or not any(look(pieces[0])):
        return None
    if not any(piece.sort in _SURE_WHO for piece in pieces):
        return None
    # In "**Clerk**, Harbour Dues, Quay Group" more of the position follows the bold words.
    parted = next((piece for piece in pieces if look(piece) != look(pieces[0])), None)
    return None if parted is None else parted.sort in _SURE_WHO


def _parts(
    lines: Sequence[Line], head: Head, pattern: int, *, set_off: bool
) -> Iterator[tuple[Key, Part]]:
    for at, place in zip(head.lines, head.places, strict=True):
        if groups_stays(lines[at]):
            continue
        groups: list[list[Piece]] = []
        for piece in pieces_of(lines[at].text, lines[at].dates)[: 2 * _MAX_PIECES]:
            before = groups[-1][-1] if groups else None
            if before is not None and _tells_on(piece, lines[at]):
                break
            if _BETWEEN.fullmatch(piece.words) or (groups and _labels_date(piece, lines[at])):
                continue
            if before is not None and _goes_on(before, piece):
                groups[-1][-1] = replace(before, text=before.text.through(piece.text))
            elif before is None or piece.apart or _restyled(before, piece, always=set_off):
                groups.append([piece])
            else:
                groups[-1].append(piece)
        for number, group in enumerate(groups):
            whole = len(groups) == 1 and not lines[at].dates
            yield (pattern, place, number), Part(tuple(group[:_MAX_PIECES]), whole)


def _labels_date(piece: Piece, line: Line) -> bool:
    """Whether words only announce a date ("Completed: May 2019")."""
    plain = line.text.plain
    return piece.sort is Sort.UNSURE and any(
        (label := _BEFORE_DATE.search(plain, 0, one.start))
        and plain[: label.start()].rstrip().endswith(piece.text.plain)
        for one in line.dates
    )


def _tells_on(piece: Piece, line: Line) -> bool:
    """Whether name, dates and a colon stand before what was done ("Cook, 2019-21: ran a pass")."""
    behind = [
        line.text.cut(one.end) for one in line.dates if one.start > 0 and one.end < len(line.text)
    ]
    start = piece.text.offsets()[0]
    before = [rest for rest in behind if rest.offsets()[0] <= start]
    return not piece.named and bool(before) and _COLON.match(before[-1].plain) is not None


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether an arrow leads from one position to the next, or a word to the one before or after.

    "Analyst → Engineer"; "Engineer, previously Analyst"; "Analyst, then Engineer".
    """
    if before.sort is piece.sort is Sort.ROLE and LATER.match(piece.words):
        return not piece.apart
    between = before.text.through(piece.text).plain[len(before.text) : -len(piece.text)]
    return before.sort is piece.sort is Sort.ROLE and _STEP.fullmatch(between) is not None


def steps_of(text: Text) -> list[Text]:
    """The positions of a row that arrows and the like join, one after the other."""
    cuts = [bound for match in _STEP.finditer(text.plain) for bound in match.span()]
    bounds = [0, *cuts, len(text.plain)]
    return [text.cut(low, high) for low, high in zip(bounds[::2], bounds[1::2], strict=True)]


def look(piece: Piece) -> tuple[bool, bool]:
    """Whether a piece is bold, whether italic."""
    return piece.text.marked(Mark.BOLD), piece.text.marked(Mark.ITALIC)


def _restyled(before: Piece, piece: Piece, *, always: bool) -> bool:
    """Whether only a change of look parts two pieces; `always`: whatever stands between."""
    both = before.text.through(piece.text).plain
    between = both[len(before.text) : len(both) - len(piece.text)]
    return look(piece) != look(before) and (always or not between.strip())


def joined(pieces: Sequence[Piece]) -> str:
    """The words of several pieces of a part that follow one another."""
    return pieces[0].text.through(pieces[-1].text).folded
