"""How long: at an employer, in a role, until a promotion, in all; with the arithmetic."""

from __future__ import annotations

import re

from assistant.answers.between import time_between
from assistant.answers.compared import compared
from assistant.answers.context import Context, reach, unsaid
from assistant.answers.evidence import quoted_all
from assistant.answers.lines import dated_lines, ranges
from assistant.answers.meant import (
    hull,
    meant,
    months_in_all,
    ordered,
    places_too,
    said,
    stints_meant,
    titled,
    told_by_line,
)
from assistant.answers.places import settled_since, time_there
from assistant.answers.promotions import until_promoted
from assistant.answers.times import when_there
from assistant.comparing import asks_to_compare
from assistant.compose import Draft, Sentence, answered
from assistant.describing import description
from assistant.facts import (
    Job,
    by_time,
    described,
    distinct,
    jobs,
    length,
    months_of,
    period,
    stays,
)
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.tenures import Stint
from assistant.text import joined, sentence, shorten
from ingest.dates import find_dates
from ingest.durations import merge
from ingest.resume import Fragment, SectionKind

_YEARS_CLAIMED = re.compile(r"\b(?:years?|yrs?|decades?)\b", re.I)
#: Sections of what lasts: an award or a publication has a date, and no length.
_STAYS = (
    SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
    SectionKind.OTHER, SectionKind.INTERESTS,
)  # fmt: skip
_EACH = re.compile(r"\b(?:each|every|respectively)\b", re.I)


def how_long(context: Context, part: Part) -> Draft | None:
    """How long at an employer or in a role, with the arithmetic."""
    there = time_between(context, part) or settled_since(context, part)
    if there or (there := time_there(context, part)):
        return there
    line = told_by_line(context, part, *_STAYS)
    if line and (lined := _dated_line(context, part, [line])):
        return lined
    found = meant(context, part, *_STAYS)
    if not found and part.unknown:
        return None
    before = until_promoted(context, part, found)
    if before:
        return before
    dated = [one for one in stints_meant(part, found) if one.dates]
    if not dated:
        lined = _dated_line(context, part, dated_lines(context, part, found))
        told = lined or _length_told(context, part) or _of_nearest(context, part)
        if told is None and found:
            return when_there(context, part)
        why = "nothing described, no line tells it"
        return told or unsaid("how long that was", *reach(context), why=why)
    groups: dict[str, list[Stint]] = {}
    for one in dated:
        key = period(one.dates) if one.dates and _EACH.search(part.text) else one.job.name
        groups.setdefault(key, []).append(one)
    return answered(
        *(_how_long_one(context, group) for group in list(groups.values())[:4]),
        why="length of the stay",
    )


_TELLS_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|half a)[\s-]+"
    r"(?:years?|yrs?|months?|weeks?|seasons?|terms?)\b",
    re.I,
)


def _length_told(context: Context, part: Part) -> Draft | None:
    """A near line that tells a length in words ("six months: banner ads")."""
    hits = [hit for hit in context.search(part) if not hit.is_heading]
    near = [hit for hit in hits[:3] if hit is hits[0] or hit.lexical > 0]
    told = [hit for hit in near if _TELLS_LENGTH.search(hit.words.text)]
    if told and context.supports(part, hits).supported:
        return answered(*quoted_all(context, told[:1]), why="a line that tells a length")
    return None


#: Probability that the nearest line answers from which the stay that it stands in is meant.
_MEANT = 0.75


def _of_nearest(context: Context, part: Part) -> Draft | None:
    """How long the stay was that the nearest line stands in, where no name tells which."""
    hits = context.search(part)
    if part.unknown or context.supports(part, hits).probability < _MEANT:
        return None
    path = {id(entry) for entry in hits[0].path}
    near = [job for job in stays(context.resume, *_STAYS) if id(job.entry) in path and job.dates]
    group = [one for job in near[:1] for one in stints_meant(part, [job]) if one.dates]
    if not group:
        return None
    return answered(_how_long_one(context, group), why="length of the stay of the nearest line")


def _dated_line(context: Context, part: Part, hits: list[ScoredStatement]) -> Draft | None:
    """The length of what one line tells with its dates ("Private teaching, 2007 - now")."""
    for hit in hits:
        for dates in ranges(hit.words):
            measured = months_of(dates, context.today)
            if measured and measured[0] and (dates.current or dates.start != dates.end):
                long = length(measured[0], exact=measured[1])
                text = (
                    f"{long[0].upper()}{long[1:]}, {period(dates)}: {shorten(hit.words.text, 30)}"
                )
                return answered(Sentence(sentence(text), (hit.words,)), why="the dates of a line")
    return None


def _how_long_one(context: Context, group: list[Stint]) -> Sentence:
    ranged = [one.dates for one in group if one.dates]
    if len(group) == 1 and group[0].dates is group[0].job.dates:
        ranged = list(group[0].job.spells)
    span = hull(ranged)
    months, exact = months_in_all(ranged, context.today)
    evidence = distinct(
        words for one in group for words in (*one.evidence(), *one.job.evidence(dated=True))
    )
    if span is None or (months == 0 and not exact):
        dates = joined([period(dates) for dates in ranged])
        return Sentence(f"{group[0].job.name}: {dates}.", evidence)
    been = f"{context.has} been" if span.current else context.was
    return Sentence(
        f"{context.name} {been} {_as_what(group)} for {length(months, exact=exact)},"
        f" {period(span) if len(group) > 1 else joined(list(map(period, ranged)))}.",
        evidence,
    )


def _as_what(group: list[Stint]) -> str:
    entry = group[0].job.entry
    titles = titled(group)
    named = entry.organisation or entry.title
    if not named:
        return titles
    return f"at {named.text}" + (f" ({titles})" if titles and titles != named.text else "")


def total(context: Context, part: Part) -> Draft | None:
    """All paid work, overlaps counted once; where the resume claims otherwise, both."""
    field = context.describer.of_field(part)
    found = [job for job in field or jobs(context.resume) if job.dates]
    ranged = [job.dates for job in found if job.dates]
    months = merge(ranged, context.today)
    if not months:
        return how_long(context, part) if description(part.text) else None
    span = hull(ranged)
    every = tuple((months_of(job.dates, context.today) or (0, False))[1] for job in found)
    evidence = distinct(words for job in by_time(found) for words in job.evidence(dated=True)[-1:])
    long = length(months, exact=all(every) and months < 36)
    which = (
        f"The dated jobs of that title ({joined(_titles(found))})" if field else "The dated jobs"
    )
    text = f"{which} add up to {long}, {period(span)}." if span else f"{long}."
    if field:
        evidence = distinct((*evidence, *(words for job in found for words in job.evidence())))
    claim = _claim(context)
    if claim is None:
        return answered(Sentence(text, evidence), why="sum of the jobs, overlaps once")
    return answered(
        Sentence(f"The resume says: “{claim.text.rstrip('.')}”.", (claim,)),
        Sentence(text, evidence),
        why="claimed, and the sum of the jobs",
    )


def _titles(found: list[Job]) -> list[str]:
    return list(dict.fromkeys(job.title for job in found if job.title))[:4]


def _claim(context: Context) -> Fragment | None:
    """A sentence of the summary that states years of experience."""
    kinds = (SectionKind.SUMMARY, SectionKind.BASICS)
    for section in context.resume.of_kind(*kinds):
        for statement in section.statements:
            number = re.search(
                r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|"
                r"fifteen|twenty|thirty|decades?)\b",
                statement.text,
                re.I,
            )
            dated = any(found.first for found in find_dates(statement.text))
            if number and _YEARS_CLAIMED.search(statement.text) and not dated:
                return statement
    return None


def extreme(context: Context, part: Part) -> Draft | None:
    """The longest or the shortest stay, or the longer, shorter or earlier one of two."""
    if asks_to_compare(part.text):
        return compared(context, part)
    timed = [
        (measured[0], job)
        for job in ordered(context)
        if (measured := months_of(job.dates, context.today)) is not None
    ]
    if not timed:
        return None
    pick = min if part.intent == "job_shortest" else max
    _, job = pick(timed, key=lambda pair: pair[0])
    word = "shortest" if part.intent == "job_shortest" else "longest"
    measured = months_of(job.dates, context.today) or (0, False)
    text = f"The {word} was {described(job)}: {length(measured[0], exact=measured[1])}."
    return answered(said(job, text), *places_too(part, [job]), why=f"the {word} of the dated jobs")
