"""The stays in a country or a town that a question names, and how long they were in all."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.answers.lengths import LONG, asks_long
from assistant.answers.lines import ranges
from assistant.compose import Draft, Sentence, answered
from assistant.countries import country_in
from assistant.facts import (
    Job,
    by_time,
    distinct,
    holder,
    length,
    months_of,
    period,
    stays,
    together,
)  # fmt: skip
from assistant.gazetteer import lands_begun, lands_of
from assistant.names import named_words
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, joined, keys, sentence
from ingest.resume import SectionKind

IN_PLACE = re.compile(
    r"\b(?:in|around|near|based in)\s+(?!which\b|what\b)"
    r"(?P<place>[^\W\d_][\w'’.-]*(?:\s+[A-Z]\w+)*)"
)
#: Adjectives of countries before those who employ.
_THEIR_EMPLOYERS = re.compile(
    r"\b(?P<of>[^\W\d_]+(?:[ -][^\W\d_]+)?)\s+"
    r"(?:employers?|compan(?:y|ies)|firms?|jobs?|schools?|stays?|stints?|positions?|roles?|gigs?|"
    r"years|time|days|posts?|postings?|work)\b",
    re.IGNORECASE,
)


def at_place(part: Part, found: list[Job]) -> list[Job]:
    """Those at the place that the question names ("employers in Lahore", "his Korean jobs")."""
    there = _in_town(part, found) or _in_country(part, found)
    return there if len(there) < len(found) else []


def _in_town(part: Part, found: list[Job]) -> list[Job]:
    named = IN_PLACE.search(part.text)
    asked = set(keys(named["place"])) - FUNCTION_WORDS if named else set()
    return [job for job in found if job.place and asked & set(keys(job.place.text))]


def _in_country(part: Part, found: list[Job]) -> list[Job]:
    """The stays in the country that is named, or before whose employers its adjective stands."""
    placed, of = IN_PLACE.search(part.text), _THEIR_EMPLOYERS.search(part.text)
    lands = lands_begun(part.text[placed.start("place") :])[0] if placed else frozenset()
    if not lands and of and (country := country_in(of["of"])):
        lands = frozenset({country.names[0]})
    return [job for job in found if job.place and lands & lands_of(job.place.text)]


#: Sections of what is at a place for a time.
_STAYS = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)


def stays_asked(context: Context, part: Part) -> list[Job]:
    """The dated stays at the place of which a length is asked; none where a name says which."""
    if part.jobs or part.role_jobs or part.when or not asks_long(part.text):
        return []
    for kinds in (_STAYS[:1], _STAYS):
        found = [job for job in stays(context.resume, *kinds) if job.dates]
        there = _in_town(part, found) or _in_country(part, found)
        if there:
            return by_time(there)
    return []


def time_there(context: Context, part: Part) -> Draft | None:
    """How long the stays at a place were in all, and which these were."""
    found = stays_asked(context, part)
    ranged = [job.dates for job in found if job.dates]
    long = together(ranged, context.today)
    if not found or not long:
        return None
    named = joined([f"{job.name} ({period(job.dates)})" for job in found if job.dates])
    placed = [holder(job.entry, job.place) for job in found if job.place]
    evidence = distinct((*(words for job in found for words in job.evidence(dated=True)), *placed))
    where = found[0].place.text if found[0].place else ""
    text = f"{long} there: {named}, {where}."
    return answered(Sentence(text[0].upper() + text[1:], evidence), why="stays at the place")


#: A state that goes on, in a question and in a line.
_LIVES = re.compile(
    r"\b(?:based|liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent)|located|settled|at home)\b",
    re.IGNORECASE,
)


def settled_since(context: Context, part: Part) -> Draft | None:
    """For how long the person has lived where a line says that they have "since 2003"."""
    if not (_LIVES.search(part.text) and LONG.search(part.text)):
        return None
    own = named_words(context.resume.name.text) if context.resume.name else set()
    asked = set(keys(_LIVES.sub(" ", LONG.sub(" ", part.text)))) - FUNCTION_WORDS - own
    for _, _, line in context.resume.statements():
        since = [dates for dates in ranges(line) if dates.current]
        if len(since) != 1 or not _LIVES.search(line.text):
            continue
        measured = months_of(since[0], context.today)
        if measured and measured[0] and (not asked or asked & set(keys(line.text))):
            long = length(measured[0], exact=measured[1])
            text = f"{long[0].upper()}{long[1:]}: {line.text}"
            return answered(Sentence(sentence(text), (line,)), why="a state since then")
    return None
