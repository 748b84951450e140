"""Which stay a question means: the one that it names, or the one that it describes.

"At the hospital", "the bank job", "on the heart ward" name nobody. What is left of the question
without its frame ("how long was she …") is compared with what each stay is called, its roles, its
employer and its place, and with its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from assistant.facts import Job, described, stays
from assistant.question import Part
from assistant.retriever import ResumeRetriever, ScoredStatement
from assistant.tenures import tenure
from assistant.text import FUNCTION_WORDS, fold, stem, tokens
from ingest.dates import find_dates
from ingest.embeddings import Vectors
from ingest.resume import Resume, SectionKind

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
    going gone went out become became come came make made promoted promotion promote""".split()
) | {stem(word) for word in FUNCTION_WORDS}
#: From which sum of cosines (with the name, and with the nearest line) a stay is the one described.
#: On 40 descriptions from the questions of four sets of resumes, the right stay came first in 36,
#: with 0.3 or more in all of them; descriptions of nobody reached 0.25 at the median.
ENOUGH = 0.3
#: What a share of the question's words in the best line adds; and what paid work is favoured by.
_LEXICAL, _PAID = 0.3, 0.05
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
        self._retriever = retriever
        self._vectors: Vectors | None = None

    def likely(self, part: Part, *kinds: SectionKind) -> list[Likely]:
        """The stays of these kinds of section (or all), the likeliest first."""
        phrase = description(part.text)
        if not phrase or not self._stays:
            return []
        if self._vectors is None:
            self._vectors = self._retriever.index.embedder.encode(list(map(_called, self._stays)))
        vector = self._retriever.index.embedder.encode([phrase])[0]
        nearest = _nearest_lines(self._retriever.search(phrase, vector))
        found = [
            Likely(
                job,
                float(cosine),
                float(cosine)
                + nearest.get(id(job.entry), -1.0)
                + (_PAID if job.section.kind is SectionKind.WORK else 0.0),
            )
            for job, cosine in zip(self._stays, np.asarray(self._vectors @ vector), strict=True)
            if not kinds or job.section.kind in kinds
        ]
        return sorted(found, key=lambda one: -one.score)

    def find(self, part: Part, *kinds: SectionKind) -> list[Job]:
        """The stay described, and the others at the same employer that fit as well; or none."""
        found = self.likely(part, *kinds)
        if not found or found[0].score < ENOUGH:
            return []
        best = found[0]
        same = tenure(best.job, [one.job for one in found])
        whole = bool(_ALL_ROLES.search(part.text))
        near = {id(one.job) for one in found if whole or one.named >= _SIBLING * best.named}
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


def _nearest_lines(hits: Iterable[ScoredStatement]) -> dict[int, float]:
    """For each entry of a section, by `id`, how near its nearest line is."""
    nearest: dict[int, float] = {}
    for hit in hits:
        if hit.path:
            key = id(hit.path[0])
            nearest[key] = max(nearest.get(key, -1.0), hit.dense + _LEXICAL * hit.lexical)
    return nearest


def same_words(text: str, names: Iterable[str]) -> bool:
    """Whether the text says nothing beyond its frame and these names."""
    known = {stem(token.key) for name in names for token in tokens(name)}
    return all(
        stem(token.key) in known or fold(token.text).removesuffix("'s") in known
        for token in tokens(description(text))
        if token.key not in _JOINS
    )
