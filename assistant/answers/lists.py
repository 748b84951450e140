"""Lists of employers: all, those of a sort or a time, in the order asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.context import Context, listed
from assistant.answers.employers import current, unknown_employer
from assistant.answers.meant import OLDEST_FIRST, hull, places_too
from assistant.answers.places import IN_PLACE, at_place
from assistant.answers.roles import role
from assistant.answers.routes import BESIDES, WORKED_IN
from assistant.answers.times import in_time
from assistant.compose import Draft, Sentence, answered
from assistant.describing import description
from assistant.facts import Job, by_time, date_words, described, distinct, holder, period, stays
from assistant.names import same_sort
from assistant.parts import Part
from assistant.text import keys, sentence, stem, stems
from assistant.words import is_ordinary
from ingest.leaves import on_leave
from ingest.resume import Fragment, SectionKind

_LATEST = re.compile(r"\b(?:last|latest|most recent|newest|current|present)\b", re.I)
_ALL = re.compile(
    r"\b(?:all|every|list|firms|companies|employers|oldest|earliest|first|history)\b", re.I
)
_CLIENTS = re.compile(r"\b(?:clients?|customers?|clientele)\b", re.I)
_UNPAID_TOO = re.compile(r"\b(?:volunt\w+|unpaid|charity)\b", re.I)
_TITLES = re.compile(r"\b(?:roles|titles|positions)\b", re.I)


def employers(context: Context, part: Part) -> Draft | None:
    """All jobs, or those described, latest first unless asked otherwise; or the latest alone."""
    if _LATEST.search(part.text) and not _ALL.search(part.text):
        return current(context, part)
    if part.jobs and _CLIENTS.search(part.text):
        return None  # whom an employer works for is told in its lines, if at all
    return in_time(context, part) if part.when else _listed(context, part)


def _listed(context: Context, part: Part) -> Draft | None:
    """All jobs, or those described, in the order asked for."""
    kinds = [SectionKind.WORK]
    if _UNPAID_TOO.search(part.text):
        kinds.append(SectionKind.VOLUNTEER)
    found = [job for job in by_time(stays(context.resume, *kinds)) if not on_leave(job.entry)]
    if BESIDES.search(part.text):
        found = _without_aside(context, part, found)
    if not found:
        return None
    if _INTERNED.search(part.text) and (interned := _interned(context, found)):
        return interned
    elsewhere = _nowhere(context, part)
    if elsewhere:
        return unknown_employer(context, replace(part, unknown=f"employer in {elsewhere}"))
    if WORKED_IN.search(part.text) and description(part.text):
        kinds = [kind for kind in SectionKind if kind not in _NO_PLACES]
        named = _called_so(part, by_time(stays(context.resume, *kinds)))
        if named or part.guess.heard("job_list") < _SURE:
            return _told(named, "The resume lists") if named else None
    placed = at_place(part, found)
    fitting = placed or _called_so(part, found) or context.describer.of_sort(part, found)
    names = {job.name for job in fitting}
    if len(names) == 1 and _TITLES.search(part.text):
        return role(context, part)
    found = found[::-1] if OLDEST_FIRST.search(part.text) else found
    if not fitting:
        return _all(part, found)
    told = _told([job for job in found if job in fitting], "The nearest that the resume lists")
    if placed or len(names) > 1 or not _asks_several(part):
        return told
    # "Studios": the others may be such, and not be called so.
    return replace(told, sentences=(*told.sentences, *_all(part, found).sentences))


def _all(part: Part, found: list[Job]) -> Draft:
    """How many employers there are, and which, with their places where these are asked for."""
    count = len({job.name for job in found})
    placed = places_too(part, found)[:_PLACES] if IN_PLACE.search(part.text) is None else []
    told = _told(found, f"The resume lists {count} employer{'s' if count > 1 else ''}")
    return replace(told, sentences=(*told.sentences, *placed))


def _asks_several(part: Part) -> bool:
    """Whether several of a sort are asked for, or every one of it."""
    return bool(_EVERY.search(part.text) or _PLURAL.search(description(part.text)))


_EVERY = re.compile(r"\b(?:every|each|all)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b[^\W\d_]{2,}(?<![su])s\b", re.IGNORECASE)
#: As many employers are told with their places.
_PLACES = 4


def _without_aside(context: Context, part: Part, found: list[Job]) -> list[Job]:
    """The jobs but for those that the question names to leave them aside."""
    named = [*part.jobs, *part.role_jobs]
    aside = {job.name for job in named or context.describer.find(part, SectionKind.WORK)}
    return [job for job in found if job.name not in aside]


_INTERNED = re.compile(
    r"\b(?:intern(?:ed|ing|ships?)?|work placements?|traineeships?)\b", re.IGNORECASE
)
_INTERN_TITLE = re.compile(r"\b(?:intern|internship|co-?op|trainee|placement)\b", re.IGNORECASE)
_INTERN_LINE = re.compile(
    r"\b(?:interned|internships?|work placements?|traineeships?)\b", re.IGNORECASE
)


def _interned(context: Context, found: list[Job]) -> Draft | None:
    """The internships: the jobs of such a title, and the lines of others that tell of one."""
    lines = [
        (path, line)
        for _, path, line in context.resume.statements()
        if _INTERN_LINE.search(line.text)
    ]
    told = {id(entry) for path, _ in lines for entry in path}
    titled = [
        job
        for job in found
        if _INTERN_TITLE.search(f"{job.title} {job.name}") and id(job.entry) not in told
    ]
    said = [Sentence(sentence(described(job)), job.evidence(dated=True)) for job in titled[:_MANY]]
    said += [Sentence(sentence(line.text), (line,)) for _, line in lines[: _MANY - len(said)]]
    return answered(*said, why="internships") if said else None


#: As many internships are told.
_MANY = 6


def _called_so(part: Part, found: list[Job]) -> list[Job]:
    """Those with the one word in their names that describes them ("labs"); none if all have it."""
    said = description(part.text)
    asked = stems(said) - {stem(word) for word in _HOW}
    there = [
        job
        for job in found
        if asked <= stems(_whole_name(job)) or same_sort(said, _whole_name(job))
    ]
    return there if len(asked) == 1 and len(there) < len(found) else []


#: From this probability jobs are asked for, whatever sort of them.
_SURE = 0.5
#: Sections that list nothing where anybody would work.
_NO_PLACES = frozenset(
    {
        SectionKind.PUBLICATIONS, SectionKind.AWARDS, SectionKind.CERTIFICATES,
        SectionKind.LANGUAGES, SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.SKILLS,
    }
)  # fmt: skip
#: What a question says of the list that it wants.
_HOW = frozenset("only please pls just short brief em dates bullet bullets".split())


def _whole_name(job: Job) -> str:
    named = (job.entry.organisation, job.entry.title, *job.entry.headings[:2])
    return " ".join(words.text for words in named if words)


def _nowhere(context: Context, part: Part) -> str | None:
    """The place that the question names, where the resume knows no such name."""
    named = IN_PLACE.search(part.text)
    if named is None or not named["place"][0].isupper():
        return None
    new = [key for key in keys(named["place"]) if stem(key) not in context.known.stems]
    return named["place"] if new and not any(map(is_ordinary, new)) else None


def _told(found: list[Job], lead: str) -> Draft:
    groups: dict[str, list[Job]] = {}
    for job in found:
        groups.setdefault(job.name, []).append(job)
    names = []
    for name, group in groups.items():
        span = hull([job.dates for job in group if job.dates])
        unpaid = group[0].section.kind is SectionKind.VOLUNTEER
        said = f"{described(group[0])}, unpaid" if unpaid and len(group) == 1 else name
        names.append(f"{said} ({period(span)})" if span and said == name else said)
    evidence = distinct(words for job in found for words in _named_and_dated(job))
    return answered(Sentence(f"{lead}: {listed(names)}.", evidence), why="jobs, listed")


def _named_and_dated(job: Job) -> list[Fragment]:
    """The words that name the employer and those that date the job, without its roles."""
    named = job.entry.organisation or job.entry.title
    if named is None:
        return list(job.evidence(dated=True))
    dated = [holder(job.entry, date_words(job.dates))] if job.dates else []
    return [holder(job.entry, named), *dated]
