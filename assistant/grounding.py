"""Checks text against evidence, sentence by sentence.

A citation is evidence by the words of its span and by the names and dates of the entries that it
stands in, which its section path names and a reader sees beside it: a bullet of a job proves at
which employer and when. A sentence is *supported* by its citations, taken together, if they contain

* every date, as precisely as the sentence states it (2016 is contained in "08/2016"); a date that
  begins and ends nothing ("In 2018 ...") may lie within a dated range, one that does must begin or
  end one, and what is said to go on must;
* every length of time, word for word, or worked out from what is cited: the length of one of the
  dated ranges, of all of them together (overlaps once), or the time between two of the dates, to
  half a year where the sentence counts years and to a month where it counts months;
* every number, digit by digit, or as a count of what is cited: the spans, the entries or
  organisations that they stand in, or the values that one of them lists;
* every name, in any of the forms that the vocabulary knows for it ("Golang" for "Go"). The
  person's own name is always contained: the whole resume is about them;
* every remaining content word, by its stem or as one that may stand for it
  (`assistant.paraphrase`);

if it does not turn them around (`assistant.reversal`: a negation, a superlative, the contrary) or
tie them together anew (`assistant.binding`: a direction, a number's noun, a level, a person), and
if it does not say of one employer what its citations say of another (`assistant.attribution`).
Offline answers and a chat model's sentences are held to the same.

`assistant.claims` says what claims nothing and is left out: fixed wording such as "Yes." and "The
resume does not say". A sentence of nothing else is not judged at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.abbreviations import spelt_out
from assistant.answer import MARKER, Answer, Citation
from assistant.attribution import Attribution
from assistant.binding import misarranged, misbound
from assistant.claims import Claims, cited_sentences, claims_of, without_aside, without_silence
from assistant.containment import Containment, miscounted
from assistant.naming import Named
from assistant.proof import Evidence, evidence
from assistant.reversal import reversals
from assistant.scopes import without_quotes
from assistant.text import keys, stem, tokens
from ingest.resume import Entry, Fragment, Resume, SectionKind, Statement

#: Sections whose entries last, and those whose kind says what a line in them is.
_STAYS = frozenset({SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION})
#: Sections whose entries have an organisation, too, and are no stays there.
_LASTING = frozenset(
    {SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS, SectionKind.PROJECTS}
)
_TELLING = frozenset(SectionKind) - {SectionKind.BASICS, SectionKind.OTHER, SectionKind.SUMMARY}


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
        name = frozenset(map(stem, keys(resume.name.text))) if resume.name else frozenset()
        self._contained = Containment(name, today)
        self._attribution = Attribution(resume, today)
        self._named = Named(resume)
        self._places = list(resume.walk())
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
        missing = self.missing(sentence, found) if claims else ()
        return Checked(sentence, numbers, missing, bool(claims))

    def missing(
        self, sentence: str, found: Sequence[Evidence], free: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """What a sentence claims that the evidence does not contain, denies, or says of others.

        `free` words, folded, claim nothing; see `assistant.languages`.
        """
        text = without_aside(without_silence(MARKER.sub("", sentence)))
        contained = replace(self._contained, free=free | spelt_out(text, found))
        missing = contained.lacking(claims_of(text), found)
        if missing or not found:
            return missing
        said = without_quotes(text, [one.words for one in found])
        texts, lines = [one.text for one in found], [one.words for one in found]
        return (
            *miscounted(text, found),
            *reversals(text, texts, lines),
            *misbound(text, found, self._contained.name),
            *misarranged(said, found, self._contained.name, self._contained.today),
            *self._attribution.wrong(text, found, contained),
        )

    def contains(
        self, sentence: str, found: Sequence[Evidence], free: frozenset[str] = frozenset()
    ) -> bool:
        """Whether the evidence has every word of a sentence, whatever it makes of them."""
        text = without_silence(MARKER.sub("", sentence))
        return not replace(self._contained, free=free).lacking(claims_of(text), found)

    def of(self, citation: Citation) -> Evidence:
        """What a citation of this resume proves."""
        place, source = citation.source, self._resume.source
        before = next((part.lines for part in source.parts if part.source.file == place.file), 0)
        line = min(before + place.start_line, len(self._starts)) - 1
        start = source.text.find(citation.quote, self._starts[line])
        words = "\n".join((citation.text, citation.quote, *citation.section))
        return self._at(start, start + len(citation.quote), words)

    def of_words(self, words: Fragment, section: str) -> Evidence:
        """What some words of this resume prove, cited as they are."""
        span = words.span
        text = "\n".join((words.text, self._resume.source[span], section))
        return self._at(span.start, span.end, text)

    def _at(self, start: int, end: int, words_of: str) -> Evidence:
        entries: dict[int, Entry] = {}
        kinds: dict[SectionKind, None] = {}
        values = 0
        for section, path, words in self._places:
            if start >= 0 and words.span.start < end and start < words.span.end:
                entries.update({id(entry): entry for entry in path})
                kinds[section.kind] = None
                values += len(words.values) if isinstance(words, Statement) else 0
        # A line elsewhere that calls an employer by half its name tells of that one.
        if not any(one.organisation for one in entries.values()):
            named = self._named.orgs(tokens(words_of)) | self._named.labelled(words_of)
            words_of = "\n".join([words_of, *self._called(named)])
        # What a section is called by its kind is proved as well: "Papers on the wall".
        text = "\n".join([words_of, *(kind.value for kind in kinds if kind in _TELLING)])
        around = list(entries.values())
        # A post is one whatever its section is called.
        posts = any(one.organisation and one.roles for one in around) and _LASTING.isdisjoint(kinds)
        stay = posts or any(kind in _STAYS for kind in kinds)
        schooling = kinds.keys().isdisjoint((SectionKind.WORK, SectionKind.VOLUNTEER))
        return evidence(text, around, values, stay=stay, schooling=schooling)

    def _called(self, named: frozenset[int]) -> list[str]:
        """The names of these organisations, in the order of the resume."""
        found = {
            entry.organisation.text: None
            for _, path, _ in self._places
            for entry in path
            if id(entry) in named and entry.organisation
        }
        return list(found)

    def useful(self, claims: Claims, one: Evidence, others: Sequence[Evidence]) -> bool:
        """Whether a citation supports a sentence alone, or has for it what no other has.

        That is: what the others do not support it without, words of its own span, or a dated range
        that goes into a length of time.
        """
        lacking = self._contained.lacking
        if not lacking(claims, [one]) or lacking(claims, others):
            return True
        if claims.lengths and one.ranges:
            return True
        bare = [evidence(other.words) for other in others]
        whole = lacking(claims, [*bare, evidence(one.words)])
        return not set(lacking(claims, bare)) <= set(whole)


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
