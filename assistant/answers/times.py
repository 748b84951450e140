"""When: where the person was at a time, from when to when a stay was, and the gaps between."""

from __future__ import annotations

import re

from assistant.answers.context import Context, Drafter
from assistant.answers.employers import asked_of, current, duty
from assistant.answers.evidence import quoted_all
from assistant.answers.lines import begun_then, dated_lines, lines_at, ranges
from assistant.answers.meant import (
    meant,
    ordered,
    places_too,
    said,
    stints_meant,
    told_by_line,
)
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    described,
    distinct,
    period,
    stays,
)
from assistant.parts import Part
from assistant.tenures import Stint, stints
from assistant.text import joined, sentence, stems
from assistant.when import When
from ingest.resume import Fragment, SectionKind

_WORK_LIKE = (SectionKind.WORK, SectionKind.VOLUNTEER)
_STUDY = re.compile(r"\b(?:school|study|studying|college|uni|university|degree|student)\b", re.I)
_BESIDES = re.compile(
    r"\b(?:besides|apart from|aside from|other than|outside(?: of)?|next to|except(?: for)?|"
    r"along(?:side| with)|in addition to|not counting)\b.*",
    re.I,
)
_PROJECT = re.compile(r"\bprojects?\b", re.I)
_EMPLOYED = re.compile(r"\bemploy\w*|\b(?:on the )?payroll\b", re.I)
_WHICH_YEARS = re.compile(r"\b(?:what|which) (?:years?|months?|dates?|seasons?)\b", re.I)
_PRESENT = re.compile(r"\b(?:now|current|currently|present|today|these days|at the moment)\b", re.I)


def in_time(context: Context, part: Part) -> Draft | None:
    """Where the person was in a year or month."""
    if part.when is None:
        if _WHICH_YEARS.search(part.text) and meant(context, part):
            return when_there(context, part)
        return current(context, part) if _PRESENT.search(part.text) else None
    kinds = _kinds(part)
    found = at_time(stays(context.resume, *kinds), part.when, context.today)
    if kinds == _WORK_LIKE:
        worked = [job for job in found if job.section.kind is SectionKind.WORK]
        studied = stays(context.resume, SectionKind.EDUCATION) if found and not worked else []
        found = worked or found + at_time(studied, part.when, context.today)
    found = _surely_then(found, part.when, context) or found
    found = [job for job in found if job in part.role_jobs] or _as_asked(part, found)
    if not found:
        lined = lines_at(context, part, part.when)
        if lined:
            return lined
        everything = tuple(SectionKind)
        found = at_time(stays(context.resume, *everything), part.when, context.today)
        if not found and (lined := lines_at(context, part, part.when, near=-1.0)):
            return lined
        if not found or kinds == _WORK_LIKE:
            employed = bool(_EMPLOYED.search(part.text))
            return _nothing_then(context, part.when, found, employed=employed)
    found = by_time(found)[:_MOST]
    text = (
        f"{_in_time_words(part.when)}: {joined([_then(job, part.when, context) for job in found])}."
    )
    evidence = distinct(
        words
        for job in found
        for words in (*_evidence_then(job, part.when, context), *job.evidence(dated=True))
    )
    sentences = [Sentence(text, evidence)]
    sentences += places_too(part, found)
    beside = begun_then(context, part, part.when)
    if len(found) == 1 and not beside:
        done = asked_of(context, part, found[0])
        sentences += done or (duty(found[0]) if _WHAT_DONE.search(part.text) else [])
    return answered(*sentences, *beside, why="entries that cover the time")


def _surely_then(found: list[Job], when: When, context: Context) -> list[Job]:
    """Of some months of a year those that surely go on then: "2015 to 2018" may begin later."""
    if when.first is None:
        return found
    return [
        job
        for job in found
        if any(when.surely_touches(dates, context.today) for dates in job.spells)
    ]


def _as_asked(part: Part, found: list[Job]) -> list[Job]:
    """The jobs whose titles have a word of the question ("interning"); all of them if none has."""
    asked = stems(part.text)
    return [job for job in found if stems(job.title) & asked] or found


#: That it is asked what the person did then, and not only where.
_WHAT_DONE = re.compile(
    r"\bwhat\b.*\b(?:do|did|doing|done|busy|up to|desk|plate|work\w* on|build|building|built|made|"
    r"making|tasks?|stuff|duties)\b",
    re.I,
)
#: As many stays are told of one stretch of time.
_MOST = 5


def _kinds(part: Part) -> tuple[SectionKind, ...]:
    """The sections that the question is about: what it says to leave aside does not count."""
    asked = _BESIDES.sub("", part.text)
    aside = asked != part.text
    if _STUDY.search(asked) or (
        not aside and part.guess.of("edu_dates", "edu_school", "edu_list") > 0.4
    ):
        return (SectionKind.EDUCATION,)
    return (SectionKind.PROJECTS,) if _PROJECT.search(asked) else _WORK_LIKE


def _stints_then(job: Job, when: When, context: Context) -> list[Stint]:
    """The roles held at the time, where they are dated apart; else none."""
    held = [one for one in stints([job]) if one.dates != job.dates]
    return [one for one in held if one.dates and when.touches(one.dates, context.today)]


def _then(job: Job, when: When, context: Context) -> str:
    """The stay as it was at the time: in the roles held then."""
    if job.section.kind is SectionKind.EDUCATION:
        return degree(job)
    held = _stints_then(job, when, context)
    organisation = job.entry.organisation
    if not held or organisation is None:
        return described(job)
    told = [f"{one.title} ({period(one.dates)})" for one in held if one.dates]
    return f"{joined(told)} at {organisation.text}"


def _evidence_then(job: Job, when: When, context: Context) -> tuple[Fragment, ...]:
    return tuple(words for one in _stints_then(job, when, context) for words in one.evidence())


def _in_time_words(when: When) -> str:
    """The time as an adverb: `In 2015`, `From 2015 to 2017`, `Before 2010`."""
    if when.words.startswith(("before", "after", "since")):
        return when.words.capitalize()
    ranged = when.end is not None and when.words[0].isdigit()
    return f"{'From' if ranged else 'In'} {when.words}"


def _nothing_then(
    context: Context, when: When, others: list[Job], *, employed: bool
) -> Draft | None:
    """That no job covers the time, with what else does: no answer to who `employed` the person."""
    dated = [job for job in ordered(context) if job.dates]
    if not dated and not others:
        return None
    side = "" if when.words.startswith(("before", "after", "since")) else "for "
    text = f"The resume lists no job {side}{when.words}."
    if others:
        named = [
            degree(job) if job.section.kind is SectionKind.EDUCATION else described(job)
            for job in by_time(others)[:3]
        ]
        evidence = distinct(words for job in others[:3] for words in job.evidence(dated=True))
        told = Sentence(f"At that time: {joined(named)}.", evidence)
        return (silent if employed else answered)(Sentence(text), told)
    return silent(Sentence(text), said(dated[0], f"The latest is {described(dated[0])}."))


def date_of(kind: SectionKind) -> Drafter:
    """What drafts the date of the one entry of such a section that the question describes."""

    def draft(context: Context, part: Part) -> Draft | None:
        likely = context.describer.likely(part, kind)
        if not likely:
            return None
        job = likely[0].job
        # "Passed 2020, renewed 2024": what the entry says of dates is the better answer.
        lines = [one for one in job.statements() if ranges(one)][:2]
        told = [Sentence(sentence(one.text), (one,)) for one in lines]
        if job.dates is None and not told:
            return silent(undated(job), why="undated")
        return answered(said(job, f"{described(job)}."), *told, why="the date of an entry")

    return draft


def when_there(context: Context, part: Part) -> Draft | None:
    """From when to when at an employer or in a role."""
    line = told_by_line(context, part)
    if line:
        return answered(*quoted_all(context, [line]), why="a line with dates of its own")
    found = meant(context, part)
    if not found:
        return None if part.unknown else _by_line(context, part)
    chosen = stints_meant(part, found)
    if len(found) == 1 and len(chosen) == len(stints(found)):
        chosen = []  # the whole stay, with all of its roles
    dated = [one for one in chosen if one.dates]
    if dated:
        return answered(*map(_told, dated[:4]), why="dates of the roles")
    if all(job.dates is None for job in found):
        lines = dated_lines(context, part, found)
        if lines:
            return answered(*quoted_all(context, lines[:2]), why="lines of the entry with dates")
        return silent(*map(undated, found[:3]), why="undated")
    return answered(
        *(said(job, f"{described(job)}.") if job.dates else undated(job) for job in found[:4]),
        why="dates of the entry",
    )


def _by_line(context: Context, part: Part) -> Draft | None:
    """The nearest line that has a date, if what the resume says of the question is enough."""
    lines = dated_lines(context, part, [])
    hits = [hit for hit in context.search(part) if not hit.is_heading]
    if not lines or not context.supports(part, hits).supported:
        return None
    return answered(*quoted_all(context, lines[:1]), why="a line with dates")


def undated(job: Job) -> Sentence:
    """That the resume gives a stay no dates."""
    return Sentence(f"The resume gives no dates for {job.name}.", job.evidence())


def _told(stint: Stint) -> Sentence:
    organisation = stint.job.entry.organisation
    if stint.dates is None or organisation is None or not stint.title:
        return said(stint.job, f"{described(stint.job)}.")
    return Sentence(
        f"{stint.title} at {organisation.text} ({period(stint.dates)}).",
        distinct((*stint.evidence(), *stint.job.evidence())),
    )
