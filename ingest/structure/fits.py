"""How well words fit what a part of an entry's head is taken for: role, organisation, place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from ingest.blocks import Text
from ingest.resume import SectionKind
from ingest.structure.cues import DEGREE, GRADE, has_legal_form, is_organisation, is_role
from ingest.structure.gazetteer import is_city, is_place
from ingest.structure.head_parts import Key, Part, joined, look
from ingest.structure.lead import is_quarter_of, may_be_place
from ingest.structure.piece import Piece
from ingest.structure.signs import LISTED
from ingest.structure.sorts import Sort, is_form, is_kind, lasts, sort_of


class Slot(Enum):
    """What a part of a head holds."""

    ROLE = "role"
    WHO = "organisation"
    FIELD = "field"
    PLACE = "place"


#: How much the words of each sort look like what a slot holds. Set by hand in November 2026 on four
#: invented resumes in fifteen layouts; halving or doubling the small ones changed nothing there.
_LOOKS = {
    Slot.ROLE: {
        Sort.ROLE: 1.0, Sort.DEGREE: 0.4, Sort.UNSURE: 0.35, Sort.NOTE: 0.1,
        Sort.ORGANISATION: -0.2, Sort.SCHOOL: -0.8, Sort.PLACE: -0.8,
    },
    Slot.WHO: {
        Sort.ORGANISATION: 1.0, Sort.SCHOOL: 1.0, Sort.UNSURE: 0.4, Sort.NOTE: 0.2,
        Sort.ROLE: -0.1, Sort.DEGREE: -0.4, Sort.PLACE: -0.2,
    },
    Slot.FIELD: {
        Sort.UNSURE: 0.35, Sort.NOTE: 0.1, Sort.ORGANISATION: 0.2, Sort.ROLE: 0.1,
        Sort.DEGREE: -0.5, Sort.SCHOOL: -0.8, Sort.PLACE: -0.8,
    },
    Slot.PLACE: {
        Sort.PLACE: 1.0, Sort.UNSURE: 0.1, Sort.NOTE: -0.3, Sort.ROLE: -0.9,
        Sort.ORGANISATION: -0.7, Sort.SCHOOL: -0.9, Sort.DEGREE: -0.9,
    },
}  # fmt: skip
_DEGREES = {**_LOOKS[Slot.ROLE], Sort.DEGREE: 1.0, Sort.ROLE: 0.5}
_TITLES = {**dict.fromkeys(Sort, 0.9), Sort.PLACE: 0.0, Sort.NOTE: 0.5}
_GIVERS = {**dict.fromkeys(Sort, 0.4), Sort.ORGANISATION: 0.8, Sort.SCHOOL: 0.8, Sort.PLACE: 0.0}
#: For a part of a head that is left to nothing, for each further piece that a slot takes in, for
#: a slot without words; for a head without the place or field that others have there.
UNUSED, _MERGED, LACKING, NO_PLACE = -0.3, -0.1, -0.25, -0.1
#: For words that come back in other heads, that "at" introduces, that stand in brackets.
_REPEATED, _AT, _BRACKETED = 0.3, 0.8, -0.4
#: For pieces of more than one look, or another thing, in one slot; for words as in a sentence.
_RESTYLED, _OTHER_THING, _SPOKEN = -0.15, -0.5, -0.4
#: For what is called as organisations are behind a position, where the employer may be elsewhere.
_DEPARTMENT = -0.15
_NEVER = -0.6
_WHOLE_THINGS = frozenset({Sort.ROLE, Sort.ORGANISATION, Sort.SCHOOL, Sort.DEGREE, Sort.PLACE})
_QUOTES = '"“«‘„'


class Fits:
    """Rates words for the slots of one section, knowing all of its heads."""

    def __init__(self, kind: SectionKind, heads: Sequence[dict[Key, Part]]) -> None:
        self._looks = dict(_LOOKS)
        self._things = kind in LISTED
        self._told: dict[tuple[int, int, int, Slot], float] = {}
        if kind is SectionKind.EDUCATION:
            self._looks[Slot.ROLE] = _DEGREES
        if self._things:
            self._looks |= {Slot.ROLE: _TITLES, Slot.WHO: _GIVERS}
        parts = [(key, part) for head in heads for key, part in head.items()]
        #: Parts that surely hold a place somewhere.
        self._placed = {
            key for key, part in parts if any(piece.sort is Sort.PLACE for piece in part.pieces)
        }
        #: Parts that have a position in brackets somewhere ("Salt Pier (Clerk)").
        self._bracketed = {
            key
            for key, part in parts
            if any(one.bracketed and self.surely(one, Slot.ROLE) for one in part.pieces)
        }
        counts = Counter((key, part.words.casefold()) for key, part in parts)
        self._repeated = {one for one, count in counts.items() if count > 1}

    def fit(self, key: Key, part: Part, low: int, high: int, slot: Slot) -> float:
        """How well the pieces of a part from `low` to `high` fit a slot: 1 is a sure sign."""
        asked = id(part), low, high, slot
        if asked not in self._told:
            self._told[asked] = self._fit(key, part, low, high, slot)
        return self._told[asked]

    def _fit(self, key: Key, part: Part, low: int, high: int, slot: Slot) -> float:
        first, pieces = part.pieces[low], part.pieces[low:high]
        if slot is Slot.PLACE and low == 0 and is_quarter_of(pieces):
            return self._looks[slot][Sort.PLACE] + 2 * _MERGED
        if first.bracketed and not all(one.bracketed for one in pieces):
            return _NEVER
        if not first.bracketed and any(self._set_behind(one) for one in pieces[1:]):
            return _NEVER
        score = self._sort(key, part, pieces, slot)
        if first.sort is Sort.UNSURE and not self._things:
            score += 0.0 if _titled(first.words) else _SPOKEN
        if first.bracketed and slot is not Slot.PLACE and not self._held(first, slot):
            score += _BRACKETED
        if first.at:
            score += _AT if slot is Slot.WHO else -_AT
        repeated = (key, part.words.casefold()) in self._repeated
        if slot is Slot.WHO and repeated and score > 0:
            score += _REPEATED
        score += (_MERGED if slot is Slot.ROLE else 2 * _MERGED) * (len(pieces) - 1)
        others = _WHOLE_THINGS - ({Sort.ROLE} & {first.sort})
        score += sum(
            _DEPARTMENT if slot is Slot.ROLE and _is_department(one) else _OTHER_THING
            for one in pieces[1:]
            if one.apart or one.at or one.sort in others
        )
        return score + (_RESTYLED if look(first) != look(pieces[-1]) else 0.0)

    def _sort(self, key: Key, part: Part, pieces: Sequence[Piece], slot: Slot) -> float:
        """How much words look like what a slot holds, by what they are."""
        first, looks = pieces[0], self._looks[slot]
        if not self._things and (part.words[:1] in _QUOTES or not first.words[:1].isalnum()):
            return _NEVER
        if first.bracketed and first.sort is Sort.NOTE and slot is not Slot.PLACE:
            if self.surely(first, slot):
                return looks[Sort.ROLE]
            told = slot is Slot.ROLE and first.named and key in self._bracketed
            return looks[Sort.UNSURE] if told else _NEVER
        if slot in (Slot.PLACE, Slot.FIELD) and GRADE.search(first.words):
            return _NEVER
        if slot is Slot.WHO and len(pieces) == 1 and lasts(first.words):
            return _NEVER
        if slot is Slot.PLACE and first.sort in (Sort.UNSURE, Sort.NOTE):
            placeable = may_be_place(first) and (not part.whole or key in self._placed)
            return looks[Sort.UNSURE] if placeable else _NEVER
        form = is_form(joined(pieces))
        if slot is Slot.WHO and form and first.sort in (Sort.UNSURE, Sort.NOTE):
            return _NEVER
        if slot is Slot.ROLE and form:
            return looks[Sort.UNSURE]
        later = {piece.sort for piece in pieces[1:]}
        if slot is Slot.ROLE and later and Sort.ROLE not in later and is_role(joined(pieces)):
            return max(looks[first.sort], looks[Sort.ROLE])
        return looks[first.sort]

    def _set_behind(self, piece: Piece) -> bool:
        """Whether a position stands in brackets behind other words, of which it is no part."""
        return piece.bracketed and self.surely(piece, Slot.ROLE)

    def _held(self, piece: Piece, slot: Slot) -> bool:
        """Whether words in brackets are as what somebody was there ("Quay Inn (head chef)")."""
        return slot is Slot.ROLE and not self._things and self.surely(piece, slot)

    def surely(self, piece: Piece, slot: Slot) -> bool:
        """Whether a piece by its own words is a position, a degree, an organisation."""
        if self._things:
            return False
        if slot is Slot.WHO:
            named = piece.bracketed and is_organisation(piece.words)
            return named or piece.sort in (Sort.ORGANISATION, Sort.SCHOOL)
        if self._looks[Slot.ROLE] is _DEGREES:
            return piece.sort is Sort.DEGREE or bool(piece.bracketed and DEGREE.match(piece.words))
        held = piece.bracketed and is_role(piece.words) and not is_kind(piece.words)
        return piece.sort is Sort.ROLE or held

    def may_be_role(self, piece: Piece) -> bool:
        """Whether words of which nothing is known are written as a name of what somebody is."""
        return not self._things and piece.sort is Sort.UNSURE and piece.named

    def who_and_where(self, text: Text) -> tuple[Text, Text] | None:
        """ "Acme, Germany" looks like a place, but beside a role says who and where."""
        comma = text.plain.find(",")
        if self._things or comma < 0 or text.after_gap:
            return None
        who, where = text.cut(0, comma), text.cut(comma + 1)
        sure = is_city(who.folded) or is_place(who.folded)
        return None if sure or not where.folded else (who, where)

    def may_be_employer(self, key: Key, words: str) -> bool:
        """Whether the one name beside a role is the employer: nothing says that it is a place."""
        unsure = sort_of(words, named=True, bracketed=False) in (Sort.UNSURE, Sort.ORGANISATION)
        return unsure and not self._things and key not in self._placed


def _is_department(piece: Piece) -> bool:
    """Whether a comma alone parts a position from what may be a unit ("Manager, Systems")."""
    unit = piece.sort is Sort.ORGANISATION and not has_legal_form(piece.words)
    return unit and not (piece.apart or piece.at or piece.bracketed)


def _titled(words: str) -> bool:
    """Whether most longer words of several are capitalised, as in a name."""
    longer = re.findall(r"[^\W\d_]{4,}", words)
    return len(longer) < 3 or 2 * sum(not word[0].islower() for word in longer) >= len(longer)
