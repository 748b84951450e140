"""Stretches of time between jobs, where the dates allow saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answers.context import Context, says_something, unsaid
from assistant.answers.meant import ordered, they
from assistant.compose import Draft, Sentence, answered
from assistant.facts import (
    Job,
    by_time,
    degree,
    describe,
    described,
    distinct,
    leaves,
    length,
    period,
    studies,
)
from assistant.parts import Part
from assistant.tenures import begins
from assistant.text import joined, sentence
from assistant.when import When
from ingest.resume import DateRange

_BREAK = re.compile(
    r"\b(?:sabbatical|leave|career break|time off|gap year|parental|maternity|paternity|year out|"
    r"unemployed|redundan\w+|laid off|on hold)\b",
    re.IGNORECASE,
)


def gaps(context: Context, part: Part) -> Draft | None:
    """Stretches of over three months between jobs, where the dates allow saying so."""
    dated = [job for job in ordered(context) if job.dates and job.dates.start]
    dated.sort(key=lambda job: begins(job.dates))
    if dated and _AFTER_STUDY.search(part.text):
        return _after_study(context, dated)
    found: list[tuple[Job, Job]] = []
    last: Job | None = None
    for job in dated:
        if last and _apart(last, job):
            found.append((last, job))
        # A long job may go on past those that began after it.
        last = job if last is None or _ends(job) >= _ends(last) else last
    if part.when and _SINCE.search(part.text) and last and _ends(last) <= part.when.high:
        return _nothing_since(context, last)
    if not found:
        any_told = any(_BREAK.search(words.text) for _, _, words in context.resume.walk())
        # Where no line tells of a break, whatever else comes near to one does not.
        return _no_gap(dated) if part.guess.of("gaps") >= _SURE and not any_told else None
    if len(part.jobs) > 1:
        found = [pair for pair in found if _within(*pair, part.jobs)]
        if not found:
            return _no_gap(part.jobs)
    asked = [pair for pair in found if part.when and _between(*pair, part.when)]
    told = [one for pair in (asked or found)[:3] for one in (_gap(*pair), *_filled(context, *pair))]
    return answered(*told, why="gaps between dated jobs")


#: That the time between a study and the work after it is meant.
_AFTER_STUDY = re.compile(
    r"\b(?:school|uni(?:versity)?|college|stud(?:y|ies|ying)|degree|graduat\w+|education|masters?|"
    r"bachelors?|phd|doctorate)\b.*\b(?:jobs?|work\w*|employ\w+|career|company)\b",
    re.IGNORECASE,
)


def _after_study(context: Context, dated: list[Job]) -> Draft | None:
    """The time between the last study that ended before a job began and that job."""
    studied = [one for one in studies(context.resume) if one.dates and one.dates.end]
    pairs = [
        (study, job)
        for study in studied
        for job in dated
        if _ends(study)[0] <= begins(job.dates)[0]
    ]
    if not pairs:
        return None
    job = min((job for _, job in pairs), key=lambda job: begins(job.dates))
    study = max((study for study, one in pairs if one is job), key=_ends)
    long = _gap_length(study.dates, job.dates) if study.dates and job.dates else ""
    which = f"{degree(study)} and {described(job)}"
    text = (
        f"The resume lists no job{long} between {which}."
        if _apart(study, job)
        else f"The dates leave no gap between {which}."
    )
    evidence = distinct((*study.evidence(dated=True), *job.evidence(dated=True)))
    return answered(Sentence(text, evidence), why="between a study and the first job after it")


#: That the time from a day until now is meant.
_SINCE = re.compile(r"\b(?:since|after|from|post)\b", re.IGNORECASE)


def _nothing_since(context: Context, last: Job) -> Draft:
    """That nothing is told of the time after the last job, and which job that is."""
    ended = Sentence(f"The last job that it dates is {described(last)}.", last.evidence(dated=True))
    return unsaid(f"what {they(context)} did after that", ended, why="no job after that")


def _ends(job: Job) -> tuple[int, int]:
    """The last year and month; a year without a month lasts to its end."""
    dates = job.dates
    if dates is None or dates.current:
        return (9999, 12)
    day = dates.end or dates.start
    return (day.year, day.month or 12) if day else (0, 0)


def _apart(before: Job, after: Job) -> bool:
    """Whether more than three months, or where only years are given a whole year, lie between."""
    ends, start = before.dates and before.dates.end, after.dates and after.dates.start
    if not ends or not start or (before.dates and before.dates.current):
        return False
    precise = bool(ends.month and start.month)
    months = (start.year - ends.year) * 12
    if precise:
        months += (start.month or 0) - (ends.month or 0)
    return months > (3 if precise else 12)


def _between(before: Job, after: Job, when: When) -> bool:
    """Whether the time lies in the gap."""
    return _ends(before) < when.high and when.low < begins(after.dates)


def _within(before: Job, after: Job, named: Sequence[Job]) -> bool:
    """Whether a gap lies between the first and the last of the jobs that are named."""
    return min(map(_ends, named)) <= _ends(before) and begins(after.dates) <= max(
        begins(job.dates) for job in named
    )


def _no_gap(named: Sequence[Job]) -> Draft | None:
    """That the dates of the jobs that are named leave nothing between them."""
    dated = [job for job in named if job.dates]
    if len(dated) < _TWO:
        return None
    ordered_by_time = reversed(by_time(dated))
    told = joined([f"{job.name} ({period(job.dates)})" for job in ordered_by_time if job.dates])
    evidence = distinct(words for job in dated for words in job.evidence(dated=True))
    return answered(
        Sentence(f"The dates of the jobs leave no gap: {told}.", evidence), why="no gap between"
    )


#: Jobs between which there may be a gap; probability from which one is asked for.
_TWO, _SURE = 2, 0.5


def _gap_length(before: DateRange, after: DateRange) -> str:
    """For how long a gap is: to the month only where both of its ends are."""
    last, start = before.end, after.start
    if not last or not start:
        return ""
    exact = bool(last.month and start.month)
    months = 12 * (start.year - last.year)
    months += (start.month or 0) - (last.month or 0) - 1 if exact else 0
    return f" for {length(months, exact=exact)}" if months > 0 else ""


def _gap(before: Job, after: Job) -> Sentence:
    last, start = before.dates and before.dates.end, after.dates and after.dates.start
    long = _gap_length(before.dates, after.dates) if before.dates and after.dates else ""
    return Sentence(
        f"The resume lists no job{long} between {before.name}"
        f" (to {describe(last) if last else ''}) and {after.name}"
        f" (from {describe(start) if start else ''}).",
        (*before.evidence(dated=True), *after.evidence(dated=True)),
    )


def _filled(context: Context, before: Job, after: Job) -> Iterator[Sentence]:
    """The leaves that a gap was, and the first thing that is said of each."""
    for leave in leaves(context.resume):
        if leave.dates and _ends(before) <= begins(leave.dates) < begins(after.dates):
            evidence = leave.evidence(dated=True)
            reason = next(filter(says_something, leave.statements()), None)
            said = f": {sentence(reason.text)}" if reason else "."
            yield Sentence(
                f"It then lists {described(leave)}{said}",
                (*evidence, reason) if reason else evidence,
            )
