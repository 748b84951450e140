"""Employers, roles, times and durations, computed from the Resume."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answers.context import Context, Drafter, listed, unsaid
from assistant.answers.evidence import best_of, quoted_all
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    describe,
    described,
    distinct,
    earliest,
    jobs,
    length,
    months_of,
    period,
    stays,
    total_months,
)
from assistant.question import Part
from assistant.retriever import ScoredStatement
from assistant.text import joined, sentence, shorten
from assistant.when import When
from ingest.dates import find_dates
from ingest.resume import DateRange, Fragment, SectionKind

_WORK_LIKE = (SectionKind.WORK, SectionKind.VOLUNTEER)
_STAYS = tuple(kind for kind in SectionKind if kind is not SectionKind.BASICS)
_LATEST = re.compile(r"\b(?:last|latest|most recent|newest|current|present)\b", re.I)
_ALL = re.compile(
    r"\b(?:all|every|list|firms|companies|employers|oldest|earliest|first|history)\b", re.I
)
_STUDY = re.compile(r"\b(?:school|study|studying|college|uni|university|degree|student)\b", re.I)
_PROJECT = re.compile(r"\bprojects?\b", re.I)
_PRESENT = re.compile(r"\b(?:now|current|currently|present|today|these days|at the moment)\b", re.I)
_YEARS_CLAIMED = re.compile(r"\b(?:years?|yrs?|decades?)\b", re.I)


#: What words in common add to the cosine, and the sum from which a stay is the one described.
_WORDS_COUNT, _DESCRIBED = 0.3, 0.2


def _ordered(context: Context) -> list[Job]:
    return by_time(jobs(context.resume))


def _said(job: Job, text: str) -> Sentence:
    return Sentence(text, job.evidence(dated=True))


def employers(context: Context, part: Part) -> Draft | None:
    """All jobs, latest first; the latest alone where the question says so."""
    if _LATEST.search(part.text) and not _ALL.search(part.text):
        return current(context, part)
    found = _ordered(context)
    if not found:
        return None
    groups: dict[str, list[Job]] = {}
    for job in found:
        groups.setdefault(job.name, []).append(job)
    names = []
    for name, group in groups.items():
        dated = [job.dates for job in group if job.dates]
        span = _whole(group)
        names.append(f"{name} ({period(span)})" if dated and span else name)
    evidence = distinct(words for job in found for words in job.evidence(dated=True)[:1])
    count = len(names)
    noun = "employer" if count == 1 else "employers"
    return answered(
        Sentence(f"The resume lists {count} {noun}: {listed(names)}.", evidence), why="jobs, listed"
    )


def current(context: Context, part: Part) -> Draft | None:
    """The job that goes on, or the latest."""
    found = _ordered(context)
    if not found:
        return None
    going_on = [job for job in found if job.dates and job.dates.current]
    if going_on:
        text = f"{context.name} {'are' if context.name == 'They' else 'is'} currently "
        parts = [_said(job, f"{text}{described(job)}.") for job in going_on[:2]]
        return answered(*parts, why="the job that goes on")
    latest = found[0]
    sentences = [_said(latest, f"The most recent job listed is {described(latest)}.")]
    sentences += _matching(context, part, latest) or _duty(latest)
    return answered(*sentences, why="the latest job")


def _duty(job: Job) -> list[Sentence]:
    first = next((one for one in job.statements() if one.label != "URL"), None)
    if first is None or len(first.text.split()) > 25:
        return []
    return [Sentence(sentence(first.text), (first,))]


def first(context: Context, part: Part) -> Draft | None:
    """The earliest job."""
    job = earliest(jobs(context.resume))
    if job is None:
        return None
    return answered(
        _said(job, f"The first job listed is {described(job)}."), *_matching(context, part, job)
    )


_BOSS = re.compile(
    r"\b(?:boss|reports?|reported|manager is|supervisor|under whom|answer to)\b", re.I
)
_SAYS_BOSS = re.compile(
    r"\b(?:supervis(?:or|ed by)|report(?:s|ed|ing)? to|line manager|manager:|managed by|"
    r"mentor(?:ed by)?|under (?:Prof|Dr|Mr|Ms|Mrs))\b",
    re.I,
)


def boss(context: Context, part: Part) -> Draft | None:
    """Who the person reported to, in the jobs that the question names or in any."""
    named = part.jobs or part.role_jobs or tuple(_ordered(context))
    said = [sentence for job in named for sentence in _superior(job)]
    return answered(*said[:3], why="statements that name a superior") if said else None


def _superior(job: Job) -> list[Sentence]:
    return [
        Sentence(f"{described(job)}: {sentence(one.text)}", (*job.evidence()[:1], one))
        for one in job.statements()
        if _SAYS_BOSS.search(one.text)
    ][:1]


def _matching(context: Context, part: Part, job: Job) -> list[Sentence]:
    """The statement of the job that the question is after, if one stands out."""
    if _BOSS.search(part.text) and (superior := _superior(job)):
        return superior
    hit = best_of(context, part, job.entry)
    return [Sentence(sentence(hit.words.text), (hit.words,))] if hit else []


def neighbour(context: Context, part: Part) -> Draft | None:
    """The job before or after the one that the question names."""
    ordered = _ordered(context)
    named = [at for at, job in enumerate(ordered) if job in (part.jobs or part.role_jobs)]
    if not ordered:
        return None
    if not named:
        return previous(ordered) if len(ordered) > 1 and not part.unknown else None
    after = re.search(r"\b(?:after|next|following|since|then)\b", part.text, re.I)
    at = named[0] - 1 if after else named[-1] + 1
    side = "after" if after else "before"
    here = ordered[named[0]]
    if not 0 <= at < len(ordered):
        text = f"The resume lists no job {side} {here.name}."
        return silent(_said(here, text), why="no neighbour")
    return answered(
        _said(ordered[at], f"{side.capitalize()} {here.name}: {described(ordered[at])}.")
    )


def previous(ordered: list[Job]) -> Draft:
    """The job before the latest."""
    job = ordered[1]
    return answered(_said(job, f"Before {ordered[0].name}: {described(job)}."))


def in_time(context: Context, part: Part) -> Draft | None:
    """Where the person was in a year or month."""
    if part.when is None:
        return current(context, part) if _PRESENT.search(part.text) else None
    kinds: tuple[SectionKind, ...] = _WORK_LIKE
    if _STUDY.search(part.text) or part.guess.of("edu_dates", "edu_school", "edu_list") > 0.4:
        kinds = (SectionKind.EDUCATION,)
    elif _PROJECT.search(part.text):
        kinds = (SectionKind.PROJECTS,)
    found = at_time(stays(context.resume, *kinds), part.when, context.today)
    if kinds == _WORK_LIKE and any(job.section.kind is SectionKind.WORK for job in found):
        found = [job for job in found if job.section.kind is SectionKind.WORK]
    if not found:
        lined = _lines_at(context, part, part.when)
        if lined:
            return lined
        everything = tuple(SectionKind)
        found = at_time(stays(context.resume, *everything), part.when, context.today)
        if not found or kinds == _WORK_LIKE:
            return _nothing_then(context, part.when, found)
    found = by_time(found)
    say = degree if kinds == (SectionKind.EDUCATION,) else described
    text = f"{_in_time_words(part.when)}: {joined([say(job) for job in found[:4]])}."
    evidence = distinct(words for job in found[:4] for words in job.evidence(dated=True))
    sentences = [Sentence(text, evidence)]
    if len(found) == 1:
        sentences += _matching(context, part, found[0])
    return answered(*sentences, why="entries that cover the time")


def _lines_at(context: Context, part: Part, when: When) -> Draft | None:
    """The lines whose own dates cover the time, the nearest to the question first."""
    covering = []
    for hit in context.search(part):
        if hit.is_heading or hit.dense < _DESCRIBED:
            continue
        ranges = [dates for dates in _ranges(hit.words) if dates.start != dates.end or when[1]]
        if any(when.touches(dates, context.today) for dates in ranges):
            covering.append(hit)
    if not covering:
        return None
    return answered(*quoted_all(context, covering[:2]), why="lines whose dates cover the time")


def _ranges(words: Fragment) -> list[DateRange]:
    """The dates that stand in a line."""
    return [
        DateRange(
            words.text[found.start : found.end],
            words.span,
            found.first,
            found.last,
            found.current,
            found.expected,
        )
        for found in find_dates(words.text)
    ]


def _in_time_words(when: When) -> str:
    """The time as an adverb: `In 2015`, `From 2015 to 2017`, `Before 2010`."""
    if when.words.startswith(("before", "after")):
        return when.words.capitalize()
    ranged = when.end is not None and when.words[0].isdigit()
    return f"{'From' if ranged else 'In'} {when.words}"


def _nothing_then(context: Context, when: When, others: list[Job]) -> Draft | None:
    found = _ordered(context)
    dated = [job for job in found if job.dates]
    if not dated and not others:
        return None
    text = f"The resume lists no job for {when.words}."
    if others:
        job = others[0]
        named = degree(job) if job.section.kind is SectionKind.EDUCATION else described(job)
        return answered(
            Sentence(text), Sentence(f"At that time: {named}.", job.evidence(dated=True))
        )
    return silent(Sentence(text), _said(dated[0], f"The latest is {described(dated[0])}."))


def when_there(context: Context, part: Part) -> Draft | None:
    """From when to when at an employer or in a role."""
    named = _named(context, part)
    if not named:
        return None
    sentences = []
    for job in named[:3]:
        if job.dates is None:
            sentences.append(Sentence(f"The resume gives no dates for {job.name}.", job.evidence()))
        else:
            sentences.append(_said(job, f"{described(job)}."))
    if all(job.dates is None for job in named):
        return silent(*sentences, why="undated")
    return answered(*sentences, why="dates of the entry")


def how_long(context: Context, part: Part) -> Draft | None:
    """How long at an employer or in a role, with the arithmetic."""
    lined = _dated_line(context, part) if not _named_outright(part) else None
    if lined:
        return lined
    named = _named(context, part)
    dated = [job for job in named if job.dates]
    if not dated:
        return when_there(context, part) if named else None
    if len({job.name for job in dated}) > 1:
        return answered(*(_how_long_one(context, [job]) for job in dated[:4]), why="each length")
    return answered(_how_long_one(context, dated), why="length of the stay")


def _dated_line(context: Context, part: Part) -> Draft | None:
    """The length of what one line tells with its dates ("Private teaching, 2007 - now").

    Only where that line is the nearest to the question: a line of an entry usually has the entry's
    dates, and a job's are its own.
    """
    hit = next((hit for hit in context.search(part)[:2] if not hit.is_heading), None)
    if hit is None or hit.dense < _DESCRIBED:
        return None
    for dates in _ranges(hit.words):
        measured = months_of(dates, context.today)
        if measured and measured[0] and (dates.current or dates.start != dates.end):
            said = length(measured[0], exact=measured[1])
            text = f"{said[0].upper()}{said[1:]}, {period(dates)}: {shorten(hit.words.text, 30)}"
            return answered(Sentence(sentence(text), (hit.words,)), why="the dates of a line")
    return None


def _named_outright(part: Part) -> bool:
    return bool(part.jobs or part.role_jobs or part.unknown)


def _how_long_one(context: Context, group: list[Job]) -> Sentence:
    span = _whole(group)
    measured = months_of(group[0].dates, context.today) if len(group) == 1 else None
    exact = (
        measured[1]
        if measured
        else all((months_of(job.dates, context.today) or (0, False))[1] for job in group)
    )
    months = measured[0] if measured else total_months(group, context.today)
    evidence = distinct(words for job in group for words in job.evidence(dated=True))
    if span is None or (months == 0 and not exact):
        dates = joined([period(job.dates) for job in group if job.dates])
        return Sentence(f"{group[0].name}: {dates}.", evidence)
    return Sentence(
        f"{context.name} {context.was} {_as_what(group)} for {length(months, exact=exact)},"
        f" {period(span)}.",
        evidence,
    )


def _as_what(group: list[Job]) -> str:
    job = group[0]
    titles = list(dict.fromkeys(one.title for one in group if one.title))
    named = job.entry.organisation or job.entry.title
    if not named:
        return f"{joined(titles)}"
    return f"at {named.text}" + (f" ({joined(titles)})" if titles else "")


def _whole(group: list[Job]) -> DateRange | None:
    dated = [job.dates for job in group if job.dates and (job.dates.start or job.dates.end)]
    if not dated:
        return None
    begins = min(dated, key=lambda dates: _month(dates.start or dates.end))
    ends = max(dated, key=lambda dates: (dates.current, _month(dates.end or dates.start)))
    return DateRange(ends.text, ends.span, begins.start, ends.end, ends.current, ends.expected)


def _month(day: object) -> tuple[int, int]:
    return (getattr(day, "year", 0), getattr(day, "month", 0) or 0)


def _named(context: Context, part: Part) -> list[Job]:
    """The stays that the question names, else the one that its words point at most."""
    if part.jobs:
        narrowed = [job for job in part.jobs if job in part.role_jobs]
        return narrowed or list(part.jobs)
    if part.role_jobs:
        return list(part.role_jobs)
    if part.unknown:
        return []
    described = _described(context, part)
    return [described] if described else []


def _described(context: Context, part: Part) -> Job | None:
    """The stay that the question describes ("at the hospital") without naming it.

    It is the one with the line, or the headings, nearest in meaning to the question.
    """
    nearest: dict[int, float] = {}
    for hit in context.search(part):
        if hit.path:
            key = id(hit.path[0])
            nearest[key] = max(nearest.get(key, -1.0), hit.dense + _WORDS_COUNT * hit.lexical)
    found = [job for job in stays(context.resume, *_STAYS) if id(job.entry) in nearest]
    best = max(found, key=lambda job: nearest[id(job.entry)], default=None)
    return best if best and nearest[id(best.entry)] >= _DESCRIBED else None


def total(context: Context, part: Part) -> Draft | None:
    """All paid work, overlaps counted once; where the resume claims otherwise, both."""
    found = [job for job in jobs(context.resume) if job.dates]
    months = total_months(found, context.today)
    if not months:
        return None
    span = _whole(found)
    every = tuple((months_of(job.dates, context.today) or (0, False))[1] for job in found)
    evidence = distinct(words for job in by_time(found) for words in job.evidence(dated=True)[-1:])
    said = length(months, exact=all(every) and months < 36)
    text = f"The dated jobs add up to {said}, {period(span)}." if span else f"{said}."
    claim = _claim(context)
    if claim is None:
        return answered(Sentence(text, evidence), why="sum of the jobs, overlaps once")
    return answered(
        Sentence(f"The resume says: “{claim.text.rstrip('.')}”.", (claim,)),
        Sentence(text, evidence),
        why="claimed, and the sum of the jobs",
    )


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
    """The longest or the shortest stay."""
    timed = [
        (measured[0], job)
        for job in jobs(context.resume)
        if (measured := months_of(job.dates, context.today)) is not None
    ]
    if not timed:
        return None
    pick = min if part.intent == "job_shortest" else max
    _, job = pick(timed, key=lambda pair: pair[0])
    word = "shortest" if part.intent == "job_shortest" else "longest"
    measured = months_of(job.dates, context.today) or (0, False)
    text = f"The {word} was {described(job)}: {length(measured[0], exact=measured[1])}."
    return answered(_said(job, text), why=f"the {word} of the dated jobs")


def role(context: Context, part: Part) -> Draft | None:
    """The title at an employer."""
    named = list(part.jobs)
    if not named:
        return None
    titled = [job for job in named if job.roles]
    if not titled:
        return None
    titles = [
        f"{one.title.text} ({period(one.dates)})" if one.dates else one.title.text
        for job in titled
        for one in job.roles
    ]
    evidence = distinct(words for job in titled for words in _role_words(job))
    held = joined(list(dict.fromkeys(titles)))
    text = f"At {titled[0].name}, {_they(context)} {context.was} {held}."
    return answered(Sentence(text, evidence), why="roles of the entry")


def _role_words(job: Job) -> list[Fragment]:
    from assistant.facts import holder

    return [holder(job.entry, one.title) for one in job.roles] + list(job.evidence(dated=True))


def _they(context: Context) -> str:
    return "they" if context.name == "They" else context.name


def titles(context: Context, part: Part) -> Draft | None:
    """Every title held, latest first, or those at one employer."""
    if part.jobs:
        return role(context, part)
    found = [job for job in _ordered(context) if job.roles]
    if not found:
        return None
    said = [described(job) for job in found[:6]]
    evidence = distinct(words for job in found[:6] for words in _role_words(job)[:1])
    return answered(Sentence(f"Titles, latest first: {joined(said)}.", evidence), why="titles")


def place(context: Context, part: Part) -> Draft | None:
    """Where an employer is, or all the places."""
    named = list(part.jobs or part.role_jobs) or ([] if part.unknown else jobs(context.resume))
    placed = [(job, where) for job in by_time(named) if (where := job.place)]
    if not placed:
        return None
    from assistant.facts import holder

    said = [f"{job.name}: {where.text}" for job, where in placed[:6]]
    evidence = distinct(holder(job.entry, where) for job, where in placed[:6])
    return answered(Sentence(f"{'; '.join(dict.fromkeys(said))}.", evidence), why="places")


def duties(context: Context, part: Part) -> Draft | None:
    """What was done there: the two or three statements that bear most on the question."""
    named = list(part.jobs)
    if part.role_jobs and (not named or any(job in named for job in part.role_jobs)):
        named = [job for job in part.role_jobs if not named or job in named]
    if not named:
        return None
    ranked = [
        hit for hit in context.search(part)
        if hit.path and not hit.is_heading and any(hit.path[0] is job.entry for job in named)
    ]  # fmt: skip
    if not ranked:
        return when_there(context, part)
    chosen: list[ScoredStatement] = []
    words = 0
    for hit in ranked:
        size = len(hit.words.text.split())
        if chosen and (len(chosen) == 3 or words + size > 45):
            break
        chosen.append(hit)
        words += size
    job = named[0]
    lead = _said(job, f"{described(job)}:")
    return answered(
        lead, *(Sentence(sentence(hit.words.text), (hit.words,)) for hit in chosen), why="duties"
    )


def gaps(context: Context, part: Part) -> Draft | None:
    """Stretches of over three months between jobs, where the dates allow saying so."""
    ordered = [job for job in reversed(_ordered(context)) if job.dates and job.dates.start]
    found = []
    for before, after in pairwise(ordered):
        last, start = before.dates, after.dates
        if last is None or start is None or last.current or not last.end or not start.start:
            continue
        precise = bool(last.end.month and start.start.month)
        apart = (start.start.year - last.end.year) * 12
        if precise:
            apart += (start.start.month or 0) - (last.end.month or 0)
        if apart > (3 if precise else 12):
            found.append((before, after, last, start))
    if not found:
        return None
    said = [
        Sentence(
            f"Between {before.name} (to {describe(last.end)}) and {after.name}"
            f" (from {describe(start.start)}) the resume lists no job.",
            (*before.evidence(dated=True), *after.evidence(dated=True)),
        )
        for before, after, last, start in found[:3]
        if last.end and start.start
    ]
    return answered(*said, why="gaps between dated jobs")


def unknown_employer(context: Context, part: Part) -> Draft:
    """The resume lists no such employer; those that it lists."""
    found = _ordered(context)
    if not found:
        return unsaid(f"anything about {part.unknown}", why="unknown name")
    names = list(dict.fromkeys(job.name for job in found))[:5]
    evidence = distinct(words for job in found[:5] for words in job.evidence()[:1])
    return silent(
        Sentence(f"The resume lists no {part.unknown}."),
        Sentence(
            f"The employers that it lists are {listed(names, len({j.name for j in found}))}.",
            evidence,
        ),
        why=f"{part.unknown!r} is not in the resume",
    )


WORK: dict[str, Drafter] = {
    "job_list": employers,
    "job_current": current,
    "job_first": first,
    "job_neighbour": neighbour,
    "job_at_time": in_time,
    "job_dates": when_there,
    "job_duration": how_long,
    "total_experience": total,
    "job_longest": extreme,
    "job_shortest": extreme,
    "job_role": role,
    "job_titles": titles,
    "job_count": employers,
    "job_place": place,
    "job_duties": duties,
    "gaps": gaps,
    "job_boss": boss,
}
