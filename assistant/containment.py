"""Whether evidence contains what a sentence claims: dates, lengths, numbers, names, words.

The rules stand in `assistant.grounding`, which is the way in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assistant.claims import Claims, Length, claims_of, lengths_in, number, pieces, without_commas
from assistant.figures import WAYS, directions
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence
from assistant.text import stem, tokens
from assistant.vocabulary import load_vocabulary
from ingest.durations import covers, merge, months_between, span_in_months
from ingest.resume import DateRange, PartialDate

_MONTHS_OFF, _YEARS_OFF = 1, 6
#: What says in a source that it goes on, where no dated range does.
_GOES_ON = re.compile(r"\b(?:now|present|current(?:ly)?|since|today|ongoing|to date)\b", re.I)
#: What says in a source that one thing begins where another ends.
_FROM_THEN = re.compile(r"\b(?:since then|from then|then|afterwards|thereafter|later)\b", re.I)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Containment:
    """What is always contained: the stems of the person's `name`; `today` ends what goes on.

    `free` words, folded, claim nothing: the small words of another language.
    """

    name: frozenset[str]
    today: date
    free: frozenset[str] = frozenset()

    def lacking(self, claims: Claims, found: Sequence[Evidence]) -> tuple[str, ...]:
        """Everything that is claimed and not contained."""
        ranges = [dates for one in found for dates in one.ranges]
        text = " ".join(one.text for one in found)
        missing = [one.text for one in claims.lengths if not self._lasts(one, ranges, text)]
        missing += self._undated(claims, found)
        missing += [one for one in claims.numbers if not _counted(one, found)]
        known = self.name.union(*(one.stems for one in found))
        forms = frozenset[str]().union(*(one.forms for one in found))
        paraphrases = load_paraphrases()
        missing += [
            name
            for name in claims.names
            if not self._known(name, known, forms)
            # "the Marchetti Fellowship", of its fellow
            and paraphrases.stand_for.get(name, frozenset()).isdisjoint(forms)
        ]
        ways = directions(text)
        missing += [
            word
            for word in claims.words
            if (not self._known(word, known, forms) or _other_doer(word, forms))
            and not paraphrases.covered(word, forms)
            and WAYS.get(word) not in ways
        ]
        return tuple(missing)

    def _undated(self, claims: Claims, found: Sequence[Evidence]) -> list[str]:
        """The dates that are not there, or not as what they are said to be."""
        ranges = [dates for one in found for dates in one.ranges]
        text = " ".join(one.text for one in found)
        days = [day for dates in ranges for day in (dates.start, dates.end) if day]
        starts = [dates.start for dates in ranges if dates.start]
        if _FROM_THEN.search(text):
            starts += [dates.end for dates in ranges if dates.end]
        # What ended in 2015 began in 2015, as far as "2015" tells; so a single date is both.
        ends = [dates.end or dates.start for dates in ranges if dates.end or not dates.current]
        lacking = [day for day in claims.days if not _dated(day, days, text)]
        lacking += [
            day
            for day in claims.moments
            if not _dated(day, days, text) and not self._within(day, ranges)
        ]
        lacking += [day for day in claims.begins if ranges and not _among(day, starts)]
        lacking += [day for day in claims.ends if ranges and not _among(day, ends)]
        # A time until the next role ends where that begins.
        lacking += [
            day
            for first, last in claims.spans
            for day, among in ((first, starts), (last, [*ends, *starts]))
            if among and not _among(day, among)
        ]
        lacking += [day for day in claims.begins if (day.year, day.month or 0) > self._now()]
        missing = [_words(day) for day in dict.fromkeys(lacking)]
        if claims.goes_on and not (
            any(dates.current for dates in ranges) or _GOES_ON.search(text) or _kept(claims, found)
        ):
            missing.append("goes on")
        return missing

    def _now(self) -> tuple[int, int]:
        return self.today.year, self.today.month

    def _within(self, day: PartialDate, ranges: Sequence[DateRange]) -> bool:
        return any(
            dates.start != dates.end and covers(dates, day.year, day.month, self.today)
            for dates in ranges
        )

    def _lasts(self, length: Length, ranges: Sequence[DateRange], text: str) -> bool:
        if any(other.months == length.months for other in lengths_in(text)):
            return True
        measured = [found[0] for dates in ranges if (found := span_in_months(dates, self.today))]
        days = [day for dates in ranges for day in (dates.start, dates.end) if day]
        if any(dates.current for dates in ranges):
            days.append(PartialDate(self.today.year, self.today.month, self.today.day))
        for one, other in combinations(days, 2):
            measured += [months_between(one, other), months_between(other, one)]
        off = _MONTHS_OFF if length.to_the_month else _YEARS_OFF
        measured.append(merge(ranges, self.today))
        return any(months and abs(months - length.months) <= off for months in measured)

    def _known(self, name: str, known: frozenset[str], forms: Collection[str]) -> bool:
        if name in self.free or stem(name) in known:
            return True
        # Where the crude stem takes "solder" for who solds.
        if f"{name}ing" in forms or f"{name}ed" in forms:
            return True
        term = load_vocabulary().find([name])
        if term and any(all(stem(part) in known for part in form) for form in term.forms):
            return True
        if _CJK.search(name):
            return self._written(name, forms)
        parts = pieces(name)
        return all(stem(piece) in known for piece in parts) if parts else True

    def _written(self, run: str, forms: Collection[str]) -> bool:
        """Whether a run without spaces is made of free words and of what stands in the source."""
        for word in sorted(self.free, key=len, reverse=True):
            if _CJK.search(word):
                run = run.replace(word, " ")
        written = " ".join(form for form in forms if _CJK.search(form))
        return all(part in written for part in run.split())


def _other_doer(word: str, forms: Collection[str]) -> bool:
    """Whether a word says who does what the source has done, or does what somebody there is.

    "Owned a racehorse" is not in "represented the owner", nor is "jumper" in "ski jumping".
    """
    if word in forms or f"{word}ing" in forms or f"{word}ed" in forms:
        return False
    alike = [form for form in forms if stem(form) == stem(word)]
    return bool(alike) and all(_is_doer(form) != _is_doer(word) for form in alike)


def _is_doer(word: str) -> bool:
    return len(word) > 4 and word.endswith(("er", "ers", "or", "ors"))


def _kept(claims: Claims, found: Sequence[Evidence]) -> bool:
    """Whether something has been had since a single day: a certificate, not a job of one year."""
    return bool(claims.begins) and any(
        not one.stay and dates.start == dates.end and _among(claims.begins[0], [dates.start])
        for one in found
        for dates in one.ranges
    )


def _among(day: PartialDate, days: Iterable[PartialDate | None]) -> bool:
    return any(
        other is not None
        and day.year == other.year
        and (day.month is None or other.month is None or day.month == other.month)
        for other in days
    )


def _dated(day: PartialDate, days: Iterable[PartialDate], text: str) -> bool:
    if day.month is None and re.search(rf"(?<!\d){day.year}(?!\d)", text):
        return True
    return any(
        day.year == other.year
        and day.month in (None, other.month)
        and (day.day in (None, other.day) or other.day is None)
        for other in days
    )


def _words(day: PartialDate) -> str:
    return "-".join(f"{part:02}" for part in (day.year, day.month, day.day) if part)


_ONE = frozenset("single sole third half quarter fifth once".split())


def _counted(claimed: str, found: Sequence[Evidence]) -> bool:
    if any(claimed in one.numbers for one in found):
        return True
    if claimed == "1" and any(not _ONE.isdisjoint(one.forms) for one in found):
        return True  # "one weekend", of "a single weekend"
    if not claimed.isdigit():
        # `40%`, `10x`, `$3.5m`: what it is made of stands in the words.
        made_of = {number(piece) for piece in pieces(claimed)}
        return any(made_of <= one.numbers for one in found)
    outer = [entry for one in found for entry in one.outer]
    counts = {
        len(found),
        *(one.values for one in found),
        len({id(entry) for entry in outer}),
        len({entry.name for entry in outer}),
    }
    return int(claimed) in counts


#: What a sentence may count that its citations only show, one by one (a closed list: the things
#: that resumes list). "Two teams" is no count of two citations.
_LISTED = frozenset(
    stem(word)
    for word in """employer job role position company organisation organization degree school
    university certificate certification language skill project award publication paper talk
    reference section stay place tool technology product entry title qualification course profile
    account thing item line result patent article book interest hobby client workplace study
    internship fellowship scholarship volunteer""".split()
)


#: How sentences lead up to a list that is cited line by line.
_LISTS = re.compile(r"\blist(?:s|ed)?\b|:", re.IGNORECASE)


def miscounted(sentence: str, found: Sequence[Evidence]) -> tuple[str, ...]:
    """Numbers that stand in no citation and count something that is not listed in them."""
    missing = []
    claimed = claims_of(sentence).numbers
    written = tokens(without_commas(sentence))
    for at, token in enumerate(written):
        value = number(token.key)
        stands = any(value in one.numbers for one in found)
        stands = stands or (value == "1" and any(not _ONE.isdisjoint(one.forms) for one in found))
        if stands or value not in claimed or not value.isdigit():
            continue
        nouns = {stem(other.key) for other in written[at + 1 : at + 4]}
        values = {one.values for one in found}
        outer = {id(entry) for one in found for entry in one.outer}
        shown = int(value) in values | {len(outer)} or _LISTS.search(sentence) is not None
        if (nouns.isdisjoint(_LISTED) and int(value) not in values) or not shown:
            missing.append(token.text)
    return tuple(missing)
