"""Whether a job that a sentence calls the first, the last, the longest, the current one is that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.claims import number
from assistant.facts import Job, by_time, earliest, months_of, stays
from assistant.proof import Evidence
from assistant.text import FUNCTION_WORDS, Token, stem, tokens
from ingest.resume import Resume, SectionKind

_KINDS = (
    SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER, SectionKind.PROJECTS,
)  # fmt: skip
#: Words that rank a stay among the others, by what decides.
_RANKS = {
    "longest": "longest", "shortest": "shortest", "first": "first", "earliest": "first",
    "last": "last", "latest": "last", "recent": "last", "recently": "last",
    "current": "current", "currently": "current", "presently": "current", "still": "current",
    "previous": "former", "previously": "former", "former": "former", "formerly": "former",
    "next": "never",
}  # fmt: skip


def _stands(written: Sequence[Token], at: int, line: Sequence[Token]) -> bool:
    """Whether a line has the word of rank, and close behind it what the sentence has there."""
    ranked = {
        stem(number(one.key)) for one in written[at + 1 : at + 3] if one.key not in FUNCTION_WORDS
    }
    return any(
        token.key == written[at].key
        and (not ranked or ranked & {stem(number(one.key)) for one in line[place + 1 : place + 4]})
        for place, token in enumerate(line)
    )


def _is_adverb(sentence: str, token: Token) -> bool:
    """Whether "first" ranks nothing: "offline-first", "first as a commis and later ..."."""
    if token.key != "first":
        return False
    then = re.match(
        r"first (?:as|at|in)\b.*\b(?:then|later|since|before)\b", sentence[token.start :]
    )
    return sentence[: token.start].endswith("-") or then is not None


def _best(rank: str, found: list[Job], today: date) -> Job | None:
    if rank == "last":
        return by_time(found)[0]
    if rank == "first":
        return earliest(found)
    timed = [(months[0], job) for job in found if (months := months_of(job.dates, today))]
    if not timed or rank not in ("longest", "shortest"):
        return None
    pick = max if rank == "longest" else min
    return pick(timed, key=lambda pair: pair[0])[1]


#: Superlatives that a line may have of something else.
_BEST = frozenset("best top largest biggest greatest highest leading finest fastest main".split())
#: Those that need no noun, and the nouns that the others need behind them.
_ADVERBS = frozenset("recently currently presently still previously formerly".split())
_STAYS = frozenset(
    stem(word)
    for word in """job employer role position post company firm place organisation organization
    employment stay work degree school study qualification project title workplace was is""".split()
)
#: How lists say in which order they are.
_ORDERED = re.compile(r"\b(?:latest|newest|oldest|earliest|longest) first\b", re.IGNORECASE)


class Ranking:
    """Knows the order of the stays of one resume; `today` ends what goes on."""

    def __init__(self, resume: Resume, today: date) -> None:
        self._stays = stays(resume, *_KINDS)
        self._today = today

    def wrong(
        self, sentence: str, named: frozenset[int], found: Sequence[Evidence]
    ) -> Iterator[str]:
        """The words that rank what they may not; `named` are entries, by `id`.

        A word that stands in a line may be said of what that tells; of computed facts, which rank
        jobs, no word is borrowed.
        """
        source = [tokens(one.text) for one in found if not one.computed]
        ranges = [dates for one in found for dates in one.ranges]
        written = tokens(_ORDERED.sub("", sentence))
        for at, token in enumerate(written):
            if token.key in _BEST and not any(_stands(written, at, line) for line in source):
                yield f"rank: {token.text}"
            said = token.key == "still" and any(
                one.key == "still" for line in source for one in line
            )
            if said or _is_adverb(sentence, token):
                continue
            if token.key not in _RANKS or any(_stands(written, at, line) for line in source):
                continue
            rank = _RANKS[token.key]
            ranked = {stem(other.key) for other in written[at + 1 : at + 3]}
            if token.key not in _ADVERBS and ranked.isdisjoint(_STAYS):
                yield f"rank: {token.text}"
                continue
            if rank == "current":
                fits = any(dates.current for dates in ranges)
            elif rank == "former":
                fits = any(not dates.current for dates in ranges)
            else:
                fits = self._is(rank, named)
            if not fits:
                yield f"rank: {token.text}"

    def _is(self, rank: str, named: frozenset[int]) -> bool:
        """Whether a stay that is named is the first, the last, the longest of its kind."""
        for kind in _KINDS:
            of_kind = [job for job in self._stays if job.section.kind is kind]
            best = _best(rank, of_kind, self._today) if of_kind else None
            if best is not None and any(id(entry) in named for entry in best.entry.walk()):
                return True
        return False
