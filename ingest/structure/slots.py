"""Which part of an entry is what: decided for all entries of a section at once.

The same part of each head (its first line, what stands behind the bar of the second ...) is the
same thing in all of them: if "Nurse" is a role, so is "Relay runner" at its place. Every order of
role, organisation, field and place is tried; the one that explains the signs of all entries best
is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import permutations

from ingest.blocks import Text
from ingest.resume import SectionKind
from ingest.structure.fits import LACKING, NO_PLACE, UNUSED, Fits, Slot
from ingest.structure.head_parts import Key, Part, parts_of_heads
from ingest.structure.lines import Line
from ingest.structure.series import Series
from ingest.structure.signs import LISTED
from ingest.structure.sorts import Sort, sort_of

Order = tuple[Slot, ...]
#: What a head holds, and in which line of its pattern.
Found = dict[Slot, tuple[int, Text]]
#: For the order of role and organisation that the section has elsewhere; for a second part that
#: holds places; for a field before its degree.
_USUAL, _SECOND_PLACE, _FIELD_FIRST = 0.05, -0.5, -0.2
#: What each slot brings at least in a head that is surely told as the others are.
_SURE = 0.8
#: So many heads tell how the others are to be read.
_SAMPLE = 24
#: How much better another order must explain one head for it to be told in its own way.
_OWN_WAY = 0.5
#: Of two that explain equally well, the one that takes the first words.
_SAME = 1e-9


class Slots:
    """Assigns the parts of the heads of one section; of things, the role is their title."""

    def __init__(
        self, lines: Sequence[Line], series: Series, kind: SectionKind, *, role_first: bool
    ) -> None:
        self._studies = kind is SectionKind.EDUCATION
        self._role_first = role_first or kind in LISTED
        self._heads = list(parts_of_heads(lines, series))
        self._fits = Fits(kind, self._heads)

    def assigned(self) -> list[Found]:
        """What each head holds, in the order of the heads."""
        patterns = {key[0] for head in self._heads for key in head}
        orders = {key: order for pattern in patterns for key, order in self._best(pattern).items()}
        return [self._found(head, orders) for head in self._heads]

    def _best(self, pattern: int) -> dict[Key, Order]:
        """The order of slots in each part that explains all heads of a pattern best."""
        keys = sorted({key for head in self._heads for key in head if key[0] == pattern})
        count = sum(any(key[0] == pattern for key in head) for head in self._heads)
        count = min(count, _SAMPLE)
        best: list[tuple[float, tuple[Order, ...]]] = [(0.0, ())]
        for key in keys:
            totals = self._totals(key)
            grown: dict[Order, tuple[float, tuple[Order, ...]]] = {}
            for score, chosen in best:
                held = {slot for order in chosen for slot in order}
                for order, more in totals.items():
                    if (held - {Slot.PLACE}) & set(order):
                        continue
                    total = score + more + self._usual(chosen, order)
                    if Slot.PLACE in held and Slot.PLACE in order:
                        total += _SECOND_PLACE
                    state = tuple(sorted(held | set(order), key=lambda slot: slot.value))
                    if state not in grown or total > grown[state][0]:
                        grown[state] = total, (*chosen, order)
            best = list(grown.values())

        def whole(end: tuple[float, tuple[Order, ...]]) -> float:
            held = {slot for order in end[1] for slot in order}
            return end[0] + LACKING * count * len({Slot.ROLE, Slot.WHO} - held)

        return dict(zip(keys, max(best, key=whole)[1], strict=True))

    def _totals(self, key: Key) -> dict[Order, float]:
        """How well each order explains a part in all heads that have it."""
        parts = [head[key] for head in self._heads if key in head][:_SAMPLE]
        longest = max(len(part.pieces) for part in parts)
        return {
            order: sum(self._explained(key, part, order)[0] for part in parts)
            for order in _orders(longest, studies=self._studies)
        }

    def _usual(self, before: Sequence[Order], order: Order) -> float:
        """A little for the order of role and organisation that is seen elsewhere."""
        flat = [slot for one in (*before, order) for slot in one]
        if Slot.ROLE not in flat or Slot.WHO not in flat:
            return 0.0
        if not {Slot.ROLE, Slot.WHO} & set(order):
            return 0.0
        first = flat.index(Slot.ROLE) < flat.index(Slot.WHO)
        return _USUAL if first is self._role_first else 0.0

    def _explained(self, key: Key, part: Part, order: Order) -> tuple[float, dict[Slot, Text]]:
        """How well an order of slots explains a part, and what each slot then holds."""
        pieces, fits = part.pieces, self._fits

        @cache
        def best(at: int, slot: int) -> tuple[float, tuple[tuple[int, int, int], ...]]:
            if at == len(pieces):
                return sum(map(_lacking, order[slot:])), ()
            score, taken = best(at + 1, slot)
            choice = (score + (0.0 if pieces[at].sort is Sort.NOTE else UNUSED), taken)
            for one in range(slot, len(order)):
                skipped = sum(map(_lacking, order[slot:one]))
                for end in range(at + 1, len(pieces) + 1):
                    score, taken = best(end, one + 1)
                    total = fits.fit(key, part, at, end, order[one]) + skipped + score
                    if total > choice[0] - _SAME:
                        choice = total, ((one, at, end), *taken)
            return choice

        score, taken = best(0, 0)
        found = {
            order[one]: pieces[low].text.through(pieces[high - 1].text) for one, low, high in taken
        }
        return score + (_FIELD_FIRST if _field_first(order) else 0.0), found

    def _found(self, head: dict[Key, Part], orders: dict[Key, Order]) -> Found:
        found: Found = {}
        for key, part in head.items():
            for slot, text in self._in_its_way(key, part, orders[key]).items():
                found.setdefault(slot, (key[1], text))
        _turn(found)
        self._rescue(head, found)
        return found

    def _in_its_way(self, key: Key, part: Part, order: Order) -> dict[Slot, Text]:
        """What a part holds by the order of all, unless it surely is told in another."""
        score, found = self._explained(key, part, order)
        slots = set(order) - {Slot.PLACE}
        if score >= _SURE * len(slots) or not slots:
            return found
        for other in _orders(len(part.pieces), studies=self._studies):
            if set(other) - {Slot.PLACE} == slots:
                own, told = self._explained(key, part, other)
                if own > score + _OWN_WAY:
                    score, found = own - _OWN_WAY, told
        return found

    def _rescue(self, head: dict[Key, Part], found: Found) -> None:
        """What a head lacks of who and as what may surely stand in another part of it."""
        taken = [text for _, text in found.values()]
        for slot in (Slot.WHO, Slot.ROLE):
            if slot in found:
                continue
            sure = [
                (key[1], piece.text)
                for key, part in head.items()
                for piece in part.pieces
                if self._fits.surely(piece, slot) and not any(_shares(piece.text, t) for t in taken)
            ]
            if sure:
                found[slot] = sure[0]
        if Slot.WHO in found and Slot.ROLE not in found:
            self._rescue_role(head, found)
        if Slot.WHO not in found and Slot.ROLE in found and Slot.PLACE in found:
            place, text = found[Slot.PLACE]
            if parted := self._fits.who_and_where(text):
                found[Slot.WHO], found[Slot.PLACE] = (place, parted[0]), (place, parted[1])
            elif self._fits.may_be_employer(_key_of(head, text), text.folded):
                found[Slot.WHO] = found.pop(Slot.PLACE)

    def _rescue_role(self, head: dict[Key, Part], found: Found) -> None:
        """Words before the employer, in one part with it, are as what somebody was there."""
        who = found[Slot.WHO][1]
        for key, part in head.items():
            at = next((at for at, one in enumerate(part.pieces) if _shares(one.text, who)), 0)
            for piece in part.pieces[:at]:
                taken = any(_shares(piece.text, text) for _, text in found.values())
                if self._fits.may_be_role(piece) and not taken:
                    found.setdefault(Slot.ROLE, (key[1], piece.text))


def _turn(found: Found) -> None:
    """Where who and as what stand the other way round than in the other heads, turn them."""
    if Slot.WHO not in found or Slot.ROLE not in found:
        return
    who, role = (
        sort_of(found[slot][1].folded, named=True, bracketed=False)
        for slot in (Slot.WHO, Slot.ROLE)
    )
    if role in (Sort.ORGANISATION, Sort.SCHOOL) and who is Sort.ROLE:
        found[Slot.WHO], found[Slot.ROLE] = found[Slot.ROLE], found[Slot.WHO]
    elif role in (Sort.ORGANISATION, Sort.SCHOOL) and who is Sort.PLACE:
        # Where nothing says as what, who and where stand at the places of as what and who.
        found.setdefault(Slot.PLACE, found[Slot.WHO])
        found[Slot.WHO] = found.pop(Slot.ROLE)


def _key_of(head: dict[Key, Part], text: Text) -> Key:
    """Which part of a head words stand in."""
    return next(
        key for key, part in head.items() if any(_shares(one.text, text) for one in part.pieces)
    )


def _shares(one: Text, other: Text) -> bool:
    """Whether two stretches have words in common."""
    (start, end), (low, high) = one.offsets(), other.offsets()
    return start < high and low < end


def _lacking(slot: Slot) -> float:
    return NO_PLACE if slot in (Slot.PLACE, Slot.FIELD) else LACKING


@lru_cache(maxsize=32)
def _orders(longest: int, *, studies: bool) -> tuple[Order, ...]:
    """The orders of slots that a part of so many pieces may have."""
    slots = (Slot.ROLE, Slot.WHO, Slot.PLACE, *((Slot.FIELD,) if studies else ()))
    found = [
        order for size in range(min(longest, len(slots)) + 1) for order in permutations(slots, size)
    ]
    return tuple(order for order in found if _is_natural(order))


def _is_natural(order: Order) -> bool:
    """Whether a field stands beside its degree, and a place is not first of several."""
    both = Slot.FIELD in order and Slot.ROLE in order
    if both and abs(order.index(Slot.FIELD) - order.index(Slot.ROLE)) > 1:
        return False
    return len(order) < 2 or order[0] is not Slot.PLACE


def _field_first(order: Order) -> bool:
    both = Slot.FIELD in order and Slot.ROLE in order
    return both and order.index(Slot.FIELD) < order.index(Slot.ROLE)
