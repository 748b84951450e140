"""Which stay a question means: the one that it names, or the one that it describes.

"At the hospital", "the bank job", "on the heart ward" name nobody. What is left of the question
without its frame ("how long was she …") is compared with what each stay is called, its roles, its
employer and its place, and with its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from assistant.facts import Job, described, stays
from assistant.names import same_sort
from assistant.parts import Part
from assistant.retriever import ResumeRetriever, ScoredStatement
from assistant.short_forms import abbreviated, short_forms
from assistant.tenures import tenure
from assistant.text import FUNCTION_WORDS, stem, stems, tokens
from ingest.dates import find_dates
from ingest.resume import Resume, SectionKind
from ingest.tokens import Vectors

#: Words by which questions about jobs and times are framed (closed classes): they describe no one.
_FRAME = frozenset(
    stem(word)
    for word in """how long many much year years yr yrs month months week weeks day days time times
    total totally altogether overall length duration spent spend last lasted stay stayed work
    worked works working job jobs role roles position positions post posts gig gigs stint stints
    tenure employment employed employer employers career be been begin began start started starting
    beginning end ended ending finish finished leave left leaving join joined joining quit stop
    stopped held hold date dates so far till until since when exactly roughly precisely about
    around first last latest recent current currently present previous previously former next
    title titles located place city country town together combined number no list name names held
    today now ago far yet firm firms company companies list
    listed paid every going gone went out become became come came make made promoted promotion
    promote""".split()
) | {stem(word) for word in FUNCTION_WORDS}
#: Sum of cosines (with the name, and with the nearest line) from which a stay is the one described.
#: Of 14 descriptions asked of ten resumes the right stay came first in 13, with 0.71 to 1.84. Of 15
#: sorts of employer asked of 33 resumes, few of which have one of the sort, the best stay has 0.52
#: at the median and 0.80 at the ninth decile: at 0.55, 44 in 100 would find somebody.
ENOUGH = 0.75
#: What a share of the question's words in the best line adds; and what paid work is favoured by,
#: or, from this probability that volunteering is meant, unpaid work.
_LEXICAL, PAID, _UNPAID = 0.5, 0.15, 0.3
#: What the cosine with the name counts beside that with the nearest line; what a role that shares
#: words adds, a name of the sort of employer asked for, and initials that the question has.
_NAMED, _ROLE, _SORT, _INITIALS = 1.3, 0.1, 0.3, 0.6
#: By so much more than any other an entry is described if it alone is meant.
_STANDS_OUT = 0.3
#: Cosine with its name from which a stay is of the sort described, and the share of it to which the
#: next one's falls off. Chosen by eye on 22 such lists asked of 11 resumes; where nothing falls off
#: so far, all are listed.
_OF_SORT, _FALLS_OFF = 0.27, 0.62
#: The other stays at the same employer are meant, too, if their names come so near to the best.
_SIBLING = 0.7


@dataclass(frozen=True, slots=True)
class Likely:
    """A stay and how near it is to a description; more than `ENOUGH` means it is described."""

    job: Job
    named: float
    score: float


class Describer:
    """Finds stays by description. Names are embedded on the first description that is asked."""

    def __init__(self, resume: Resume, retriever: ResumeRetriever) -> None:
        kinds = [kind for kind in SectionKind if kind is not SectionKind.BASICS]
        self._stays = stays(resume, *kinds)
        self._kinds = {one.kind for one in resume.sections if one.statements or one.entries}
        self._retriever = retriever
        self._vectors: Vectors | None = None
        self._last: tuple[str, Vectors, list[ScoredStatement]] | None = None

    def likely(self, part: Part, *kinds: SectionKind) -> list[Likely]:
        """The stays of these kinds of section (or all), the likeliest first."""
        phrase = description(part.text)
        if not phrase or not self._stays:
            return []
        if self._vectors is None:
            self._vectors = self._retriever.index.embedder.encode(list(map(_called, self._stays)))
        vector, hits = self._searched(phrase)
        nearest = _nearest_lines(hits)
        short = short_forms(part.text)
        unpaid = part.guess.heard("volunteer") > _UNPAID
        likeliest = SectionKind.VOLUNTEER if unpaid else SectionKind.WORK
        found = [
            Likely(
                job,
                float(cosine),
                _NAMED * float(cosine)
                + nearest.get(id(job.entry), -1.0)
                + (PAID if job.section.kind is likeliest else 0.0)
                + (_INITIALS if abbreviated(job, short) else 0.0)
                + (_SORT if same_sort(phrase, _called(job)) else 0.0)
                + (_ROLE if job in part.role_jobs else 0.0),
            )
            for job, cosine in zip(self._stays, np.asarray(self._vectors @ vector), strict=True)
            if not kinds or job.section.kind in kinds
        ]
        return sorted(found, key=lambda one: -one.score)

    def has(self, kind: SectionKind) -> bool:
        """Whether the resume has a section of the kind with something in it."""
        return kind in self._kinds

    def stands_out(self, part: Part, kind: SectionKind) -> bool:
        """Whether the question describes one entry of such a section, and no other nearly so."""
        found = self.likely(part, kind)
        if not found or found[0].score < ENOUGH:
            return False
        return len(found) == 1 or found[0].score - found[1].score >= _STANDS_OUT

    def of_field(self, part: Part) -> list[Job]:
        """The paid work whose titles have a word of the description: "welding" is of welders.

        Empty where the question names an employer.
        """
        asked = stems(description(part.text))
        work = [job for job in self._stays if job.section.kind is SectionKind.WORK]
        found = [job for job in work if any(asked & stems(role.title.text) for role in job.roles)]
        return [] if part.jobs else found

    def of_sort(self, part: Part, found: list[Job]) -> list[Job]:
        """Those of the stays that are of the sort described, if these stand apart from the rest.

        "Kitchens she cooked in": where what the stays are called falls off at one point, the ones
        before it. Empty where the description is of none, or of all, of them.
        """
        kinds = {job.section.kind for job in found}
        entries = {id(job.entry) for job in found}
        near = [one for one in self.likely(part, *kinds) if id(one.job.entry) in entries]
        phrase = description(part.text)
        called = {id(one): one.named + _SORT * same_sort(phrase, _called(one.job)) for one in near}
        near.sort(key=lambda one: -called[id(one)])
        drops = [
            (called[id(after)] / called[id(before)], at)
            for at, (before, after) in enumerate(pairwise(near), 1)
            if called[id(before)] >= _OF_SORT
        ]
        least, at = min(drops, default=(1.0, 0))
        return [one.job for one in near[:at]] if least <= _FALLS_OFF else []

    def _searched(self, phrase: str) -> tuple[Vectors, list[ScoredStatement]]:
        """The phrase's vector, and the lines by it; those of the last phrase are kept."""
        last = self._last
        if last is None or last[0] != phrase:
            encoded = self._retriever.index.embedder.read(phrase)
            last = self._last = (phrase, encoded.vector, self._retriever.search(phrase, encoded))
        return last[1], last[2]

    def line(self, part: Part) -> tuple[ScoredStatement, float] | None:
        """The line with dates of its own that fits the description best, and its score.

        The score compares with those of `likely`: a line is all that it is called.
        """
        phrase = description(part.text)
        if not phrase:
            return None
        scored = [
            (hit, (1 + _NAMED) * hit.dense + _LEXICAL * hit.lexical)
            for hit in self._searched(phrase)[1]
            if not hit.is_heading and _dated_apart(hit)
        ]
        return max(scored, key=lambda pair: pair[1], default=None)

    def find(self, part: Part, *kinds: SectionKind) -> list[Job]:
        """The stay described, and the others at the same employer that fit as well; or none."""
        found = self.likely(part, *kinds)
        if not found or found[0].score < ENOUGH:
            return []
        best = found[0]
        same = tenure(best.job, [one.job for one in found])
        whole = bool(_ALL_ROLES.search(part.text))
        asked = stems(description(part.text)) & stems(_called(best.job))
        near = {
            id(one.job)
            for one in found
            if whole or (one.named >= _SIBLING * best.named and asked <= stems(_called(one.job)))
        }
        return [job for job in same if job is best.job or id(job) in near]


_ALL_ROLES = re.compile(
    r"\b(?:all (?:the )?(?:roles|jobs|positions|stints|together|told|in all)|altogether|in total|"
    r"total|overall|combined|together|both (?:roles|stints|times))\b",
    re.IGNORECASE,
)


def description(text: str) -> str:
    """What a question says beyond its frame, as it is written; empty if it only has a frame."""
    dated = [(found.start, found.end) for found in find_dates(text)]
    kept = [
        token
        for token in tokens(text)
        if stem(token.key) not in _FRAME and not token.key.isdigit()
        if not any(low <= token.start < high for low, high in dated)
    ]
    if not kept:
        return ""
    inside = range(kept[0].start, kept[-1].end)
    said = {token.start for token in kept}
    return " ".join(
        token.text
        for token in tokens(text)
        if token.start in said or (token.start in inside and token.key in _JOINS)
    )


#: Small words that belong to a description where they stand inside it.
_JOINS = frozenset("of in for at on the and &".split())


def _called(job: Job) -> str:
    """What a stay is called: its roles, its title, who it was at, and where."""
    entry = job.entry
    named = [role.title for role in job.roles]
    named += [words for words in (entry.title, entry.organisation, job.place) if words]
    return ", ".join(dict.fromkeys(words.text for words in named)) or described(job)


def _dated_apart(hit: ScoredStatement) -> bool:
    """Whether the line states dates that are not those of its entry."""
    spans = [entry.dates.span for entry in hit.path if entry.dates]
    if any(hit.words.span.start <= span.start < hit.words.span.end for span in spans):
        return False
    return any(found.first or found.last for found in find_dates(hit.words.text))


def _nearest_lines(hits: Iterable[ScoredStatement]) -> dict[int, float]:
    """For each entry of a section, by `id`, how near its nearest line is."""
    nearest: dict[int, float] = {}
    for hit in hits:
        if hit.path:
            key = id(hit.path[0])
            nearest[key] = max(nearest.get(key, -1.0), hit.dense + _LEXICAL * hit.lexical)
    return nearest
