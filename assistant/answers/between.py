"""The time from the end of one stay to the beginning of another, both named."""

from __future__ import annotations

from assistant.answers.context import Context
from assistant.compose import Draft, Sentence, answered
from assistant.facts import Job, by_time, describe, distinct, length, stays
from assistant.names import named_words
from assistant.parts import Part
from assistant.pieces import BETWEEN
from assistant.tenures import begins
from assistant.text import FUNCTION_WORDS, keys
from ingest.resume import SectionKind

_STAYS = (SectionKind.WORK, SectionKind.VOLUNTEER)


def time_between(context: Context, part: Part) -> Draft | None:
    """How much time lies between two stays; None where the question does not name both."""
    asked = BETWEEN.search(part.text)
    if asked is None:
        return None
    found = [job for job in stays(context.resume, *_STAYS) if job.dates]
    named = [named_by(asked[side], found) for side in ("first", "second")]
    pair = [group[0] for group in named if group]
    if len(pair) < len(named) or pair[0] is pair[1]:
        return None
    later, earlier = by_time(pair)
    end = earlier.dates.end if earlier.dates and not earlier.dates.current else None
    start = later.dates.start if later.dates else None
    if end is None or start is None:
        return None
    evidence = distinct((*earlier.evidence(dated=True), *later.evidence(dated=True)))
    ended = f"{earlier.name} ended {describe(end)}, {later.name} began {describe(start)}"
    months = 12 * (start.year - end.year)
    exact = bool(start.month and end.month)
    months += (start.month or 0) - (end.month or 0) - 1 if exact else 0
    if months <= 0:
        return answered(Sentence(f"No time: {ended}.", evidence), why="between two stays")
    text = length(months, exact=exact)
    if exact and _YEAR < months < 2 * _YEAR:
        text = f"{months} months ({text})"
    return answered(Sentence(f"{text[0].upper()}{text[1:]}: {ended}.", evidence), why="between")


#: In months.
_YEAR = 12


def named_by(words: str, found: list[Job]) -> list[Job]:
    """The stays that some words name by employer, the latest of it first."""
    asked = set(keys(words)) - FUNCTION_WORDS
    whole = [job for job in found if asked and asked <= set(keys(job.name))]
    best = [(_shared(asked, job), job) for job in found]
    most = max((hits for hits, _ in best), default=0)
    named = whole or [job for hits, job in best if hits == most and hits]
    return sorted(named, key=lambda job: begins(job.dates), reverse=True)


def _shared(asked: set[str], job: Job) -> int:
    """How many of the words name the stay's employer, or are cut down to its beginning."""
    telling = named_words(job.name)
    return sum(
        word in telling or any(len(word) >= _CUT_DOWN and own.startswith(word) for own in telling)
        for word in asked
    )


#: As long is the shortest beginning of a name that stands for it.
_CUT_DOWN = 5
