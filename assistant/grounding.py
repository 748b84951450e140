"""Checks text against evidence, sentence by sentence.

A citation is evidence by the words of its span and by the names and dates of the entries that it
stands in, which its section path names and a reader sees beside it: a bullet of a job proves at
which employer and when. A sentence is *supported* by its citations, taken together, if they contain

* every date, as precisely as the sentence states it (2016 is contained in "08/2016"); a date that
  begins and ends nothing ("In 2018 ...") may lie within a dated range;
* every length of time, word for word, or worked out from what is cited: the length of one of the
  dated ranges, of all of them together (overlaps once), or the time between two of the dates, to
  half a year where the sentence counts years and to a month where it counts months;
* every number, digit by digit, or as a count of what is cited: the spans, the entries or
  organisations that they stand in, or the values that one of them lists;
* every name, in any of the forms that the vocabulary knows for it ("Golang" for "Go"). The
  person's own name is always contained: the whole resume is about them;
* four fifths of the remaining content words, by their stems.

`assistant.claims` says what claims nothing and is left out: fixed wording such as "Yes." and "The
resume does not say". A sentence of nothing else is not judged at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from assistant.answer import Answer, Citation
from assistant.claims import (
    Claims,
    Length,
    cited_sentences,
    claims_of,
    lengths_in,
    number,
    pieces,
    without_commas,
)
from assistant.text import keys, stem
from assistant.vocabulary import load_vocabulary
from ingest.dates import covers, date_range, find_dates, merge, months_between, span_in_months
from ingest.resume import DateRange, Entry, PartialDate, Resume, Span, Statement

#: Share of a sentence's content words that its citations must contain. Offline answers quote, and
#: do alike (to 0.002) at 0.5 and at 1.0; a chat model rewords, which takes one word in five.
CONTAINED = 0.8
_MONTHS_OFF, _YEARS_OFF = 1, 6
_NOWHERE = Span(0, 0, 0, 0)


@dataclass(frozen=True)
class Evidence:
    """What one citation proves: words, dated ranges, and what can be counted in it.

    `words` are those of the span alone, `text` has the names around it as well. `entries` and
    `organisations` say where it stands; `values` is how many things it lists.
    """

    words: str
    text: str
    ranges: tuple[DateRange, ...]
    entries: frozenset[int] = frozenset()
    organisations: frozenset[str] = frozenset()
    values: int = 0
    stems: frozenset[str] = field(init=False)
    numbers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        text = without_commas(self.text)
        found = {*keys(text), *pieces(text)}
        object.__setattr__(self, "stems", frozenset(map(stem, found)))
        object.__setattr__(self, "numbers", frozenset(map(number, found)))


def evidence(text: str, entries: Sequence[Entry] = (), values: int = 0) -> Evidence:
    """Evidence of words, and of the names and dates of the entries around them."""
    around = [
        named.text
        for entry in entries
        for named in (
            *entry.headings, entry.title, entry.organisation, *entry.roles, entry.area,
            entry.location,
        )
        if named
    ]  # fmt: skip
    ranges = [date_range(found, text, _NOWHERE) for found in find_dates(text)]
    ranges += [entry.dates for entry in entries if entry.dates]
    return Evidence(
        words=text,
        text=" \n".join([text, *around]),
        ranges=tuple(dict.fromkeys(ranges)),
        entries=frozenset(id(entry) for entry in entries[:1]),
        organisations=frozenset(entry.name for entry in entries[:1]),
        values=values,
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence, the numbers of its citations, and which of its claims they lack.

    `claims` is whether it claims anything; a sentence that does not is left out of every figure.
    """

    text: str
    numbers: tuple[int, ...]
    missing: tuple[str, ...]
    claims: bool

    @property
    def supported(self) -> bool:
        """Whether the citations together contain what the sentence claims."""
        return not self.missing


class Grounds:
    """One resume as the ground that sentences stand on; `today` ends what goes on."""

    def __init__(self, resume: Resume, today: date) -> None:
        self._resume = resume
        self._today = today
        self._name = frozenset(map(stem, keys(resume.name.text))) if resume.name else frozenset()
        self._places = [(words, path) for _, path, words in resume.walk()]
        text = resume.source.text
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]

    def check(self, answer: Answer) -> list[Checked]:
        """Every sentence of an answer against what it cites."""
        cited = {citation.number: self.of(citation) for citation in answer.citations}
        return [
            self.judge(sentence, numbers, cited)
            for sentence, numbers in cited_sentences(answer.answer)
        ]

    def judge(
        self, sentence: str, numbers: tuple[int, ...], cited: Mapping[int, Evidence]
    ) -> Checked:
        """One sentence against the evidence of the citations that it carries."""
        claims = claims_of(sentence)
        found = [cited[one] for one in numbers if one in cited]
        return Checked(sentence, numbers, self.missing(claims, found), bool(claims))

    def of(self, citation: Citation) -> Evidence:
        """What a citation of this resume proves."""
        place, source = citation.source, self._resume.source
        before = next((part.lines for part in source.parts if part.source.file == place.file), 0)
        line = min(before + place.start_line, len(self._starts)) - 1
        start = source.text.find(citation.quote, self._starts[line])
        end = start + len(citation.quote)
        entries: dict[int, Entry] = {}
        values = 0
        for words, path in self._places:
            if start >= 0 and words.span.start < end and start < words.span.end:
                entries.update({id(entry): entry for entry in path})
                values += len(words.values) if isinstance(words, Statement) else 0
        words_of = " ".join((citation.text, citation.quote, *citation.section))
        return evidence(words_of, list(entries.values()), values)

    def missing(self, claims: Claims, found: Sequence[Evidence]) -> tuple[str, ...]:
        """What is claimed and not contained; content words only where too many are missing."""
        lacking = self._lacking(claims, found)
        absent = [word for word in claims.words if word in lacking]
        few = len(absent) <= (1 - CONTAINED) * len(claims.words)
        return tuple(one for one in lacking if not (few and one in absent))

    def useful(self, claims: Claims, one: Evidence, others: Sequence[Evidence]) -> bool:
        """Whether a citation supports a sentence alone, or has for it what no other has.

        That is: what the others do not support it without, words of its own span, or a dated range
        that goes into a length of time.
        """
        if not self.missing(claims, [one]) or self.missing(claims, others):
            return True
        if claims.lengths and one.ranges:
            return True
        bare = [evidence(other.words) for other in others]
        whole = self._lacking(claims, [*bare, evidence(one.words)])
        return not set(self._lacking(claims, bare)) <= set(whole)

    def _lacking(self, claims: Claims, found: Sequence[Evidence]) -> tuple[str, ...]:
        """Everything that is claimed and not contained."""
        ranges = [dates for one in found for dates in one.ranges]
        days = [day for dates in ranges for day in (dates.start, dates.end) if day]
        text = " ".join(one.text for one in found)
        missing = [one.text for one in claims.lengths if not self._lasts(one, ranges, text)]
        undated = [day for day in (*claims.days, *claims.moments) if not _dated(day, days, text)]
        missing += [
            _words(day) for day in undated if day in claims.days or not self._within(day, ranges)
        ]
        missing += [one for one in claims.numbers if not _counted(one, found)]
        known = self._name.union(*(one.stems for one in found))
        missing += [name for name in claims.names if not _named(name, known)]
        missing += [word for word in claims.words if not _named(word, known)]
        return tuple(missing)

    def _within(self, day: PartialDate, ranges: Sequence[DateRange]) -> bool:
        return any(
            dates.start != dates.end and covers(dates, day.year, day.month, self._today)
            for dates in ranges
        )

    def _lasts(self, length: Length, ranges: Sequence[DateRange], text: str) -> bool:
        if any(other.months == length.months for other in lengths_in(text)):
            return True
        measured = [found[0] for dates in ranges if (found := span_in_months(dates, self._today))]
        days = [day for dates in ranges for day in (dates.start, dates.end) if day]
        if any(dates.current for dates in ranges):
            days.append(PartialDate(self._today.year, self._today.month, self._today.day))
        for one, other in combinations(days, 2):
            measured += [months_between(one, other), months_between(other, one)]
        off = _MONTHS_OFF if length.to_the_month else _YEARS_OFF
        measured.append(merge(ranges, self._today))
        return any(months and abs(months - length.months) <= off for months in measured)


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


def _counted(claimed: str, found: Sequence[Evidence]) -> bool:
    if any(claimed in one.numbers for one in found):
        return True
    if not claimed.isdigit():
        # `40%`, `10x`, `$3.5m`: what it is made of stands in the words.
        made_of = {number(piece) for piece in pieces(claimed)}
        return any(made_of <= one.numbers for one in found)
    counts = {len(found), *(one.values for one in found)}
    counts |= {
        len(frozenset[object]().union(*(one.entries for one in found))),
        len(frozenset[object]().union(*(one.organisations for one in found))),
    }
    return int(claimed) in counts


def _named(name: str, known: frozenset[str]) -> bool:
    if stem(name) in known:
        return True
    term = load_vocabulary().find([name])
    if term and any(all(stem(part) in known for part in form) for form in term.forms):
        return True
    return all(stem(piece) in known for piece in pieces(name)) if pieces(name) else True


def citation_quality(
    answer: Answer, grounds: Grounds
) -> tuple[float | None, float | None, tuple[Checked, ...]]:
    """Citation recall and precision of one answer after ALCE (Gao et al., arXiv 2305.14627).

    ALCE asks an entailment model whether citations support a sentence; here they do if they contain
    what it claims (see the module). *Recall*: the share of the sentences that claim anything which
    their citations, together, support; one without citations has 0. *Precision*: the share of
    citations that are of use to their sentence. As in ALCE a citation is of no use where the
    citations of the sentence together do not support it, or where it does not support the sentence
    alone and the others do without it; for the latter the spans' own words are compared, without
    the names and dates around them, so that the line which names the employer is of use beside a
    bullet of the job.

    Both from 0 to 1, None where nothing is claimed (recall) or cited (precision). The third item
    holds the sentences that are not supported.
    """
    cited = {citation.number: grounds.of(citation) for citation in answer.citations}
    judged = [one for one in grounds.check(answer) if one.claims]
    useful: list[bool] = []
    for sentence in judged:
        claims = claims_of(sentence.text)
        together = [cited[one] for one in sentence.numbers if one in cited]
        for at, one in enumerate(together):
            rest = together[:at] + together[at + 1 :]
            useful.append(sentence.supported and grounds.useful(claims, one, rest))
    recall = sum(one.supported for one in judged) / len(judged) if judged else None
    precision = sum(useful) / len(useful) if useful else None
    return recall, precision, tuple(one for one in judged if not one.supported)
