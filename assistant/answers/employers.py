"""Who employed the person: all, the current, the first, the ones beside another; and who led."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.abroad import placed
from assistant.answers.context import Context, listed, says_something, unsaid
from assistant.answers.meant import NOW, matching, meant, ordered, places_too, said
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import Job, by_time, described, distinct, earliest, jobs, studies
from assistant.names import names_somebody
from assistant.parts import Part
from assistant.text import fold, joined, keys, sentence, stems
from assistant.vocabulary import load_vocabulary, simple_keys
from ingest.resume import SectionKind

#: A question for the employer alone: no line of the job is better than its first.
_ASKS_WHOSE = re.compile(r"\W*(?:where|who(?:m|se)?)\b", re.IGNORECASE)
#: As many jobs that go on are told.
_GOING_ON = 4


def current(context: Context, part: Part) -> Draft | None:
    """The job that goes on, or the latest."""
    found = ordered(context)
    if not found:
        return None
    going_on = [_as_now(job) for job in found if job.dates and job.dates.current]
    if going_on:
        lead = f"{context.name} {context.is_} currently "
        parts = _with_places(part, going_on[:_GOING_ON], lead)
        if len(going_on) == 1:
            plain = _ASKS_WHOSE.match(part.text)
            asked = [] if plain else asked_of(context, part, going_on[0])
            parts += asked or duty(going_on[0])
        return answered(*parts, why="the job that goes on")
    latest = found[0]
    sentences = _with_places(part, [latest], "The most recent job listed is ")
    sentences += asked_of(context, part, latest) or duty(latest)
    return answered(*sentences, why="the latest job")


def _with_places(part: Part, found: list[Job], lead: str) -> list[Sentence]:
    """The jobs, each with its place or, where places are asked for, with all that is said of it."""
    if places := places_too(part, found):
        return [*(said(job, f"{lead}{described(job)}.") for job in found), *places]
    return [placed(job, lead) for job in found]


def _as_now(job: Job) -> Job:
    """The job with only those of its roles that go on, where their dates tell."""
    roles = [role for role in job.roles if role.dates and role.dates.current]
    ended = any(role.dates and not role.dates.current for role in job.roles)
    return replace(job, roles=tuple(roles)) if roles and ended else job


def duty(job: Job) -> list[Sentence]:
    """The first thing that is said of the job, if it is short."""
    named = [words.span for words in job.evidence(dated=True)]
    own = (one for one in job.statements() if not any(one.span.overlaps(at) for at in named))
    first = next(filter(says_something, own), None)
    if first is None or len(first.text.split()) > 25:
        return []
    return [Sentence(sentence(first.text), (first,))]


def first(context: Context, part: Part) -> Draft | None:
    """The earliest job."""
    job = earliest(jobs(context.resume))
    if job is None:
        return None
    return answered(
        said(job, f"The first job listed is {described(job)}."),
        *places_too(part, [job]),
        *asked_of(context, part, job),
    )


_BOSS = re.compile(
    r"\b(?:boss|reports?|reported|manager is|supervisor|under whom|answer to)\b", re.I
)
#: How lines name a superior.
SAYS_BOSS = re.compile(
    r"\b(?:supervis(?:or|ed by)|report(?:s|ed|ing)? to|line manager|(?:manager|head|lead)(?=:)|"
    r"managed by|mentor(?:ed by)?|advis[oe]rs?|boss|gaffer|foreman|under (?:Prof|Dr|Mr|Ms|Mrs))\b",
    re.I,
)


#: Who is led, not who leads.
_BELOW = re.compile(r"\breport(?:s|ed|ing)? (?:in)?to (?:her|him|them)\b", re.I)


def boss(context: Context, part: Part) -> Draft | None:
    """Who the person reported to, in the jobs that the question names or in any."""
    if _BELOW.search(part.text):
        return None
    named = _led_in(context, part)
    said = [sentence for job in named for sentence in _superior(job)]
    if not said and part.jobs and not any(_names_any(part, job) for job in named):
        return unsaid("who that was", why="no line of the job names anybody")
    return answered(*said[:3], why="statements that name a superior") if said else None


def _names_any(part: Part, job: Job) -> bool:
    """Whether a line of the job may name a person."""
    asked = stems(part.text) | stems(job.name)
    return any(names_somebody(line.text, asked) for line in job.statements())


def _led_in(context: Context, part: Part) -> list[Job]:
    """The jobs in which a superior is asked for: those named, the current ones, or all."""
    every = ordered(context)
    if not (part.jobs or part.role_jobs) and NOW.search(part.text):
        return [job for job in every if job.dates and job.dates.current] or every[:1]
    return meant(context, part) or every


def _superior(job: Job) -> list[Sentence]:
    return [
        Sentence(f"{described(job)}: {sentence(one.text)}", (*job.evidence()[:1], one))
        for one in job.statements()
        if SAYS_BOSS.search(one.text)
    ][:1]


def asked_of(context: Context, part: Part, job: Job) -> list[Sentence]:
    """The statement of the job that the question is after: who led, or one that stands out."""
    if _BOSS.search(part.text) and (superior := _superior(job)):
        return superior
    return matching(context, part, job)


def neighbour(context: Context, part: Part) -> Draft | None:
    """The job before or after the one that the question names."""
    every = ordered(context)
    there = _of_line_of_work(part, every) or meant(context, part, SectionKind.WORK)
    named = [at for at, job in enumerate(every) if job in there]
    if not every:
        return None
    if not named:
        return previous(every) if len(every) > 1 and not part.unknown else None
    after = re.search(r"\b(?:after|next|following|since|then)\b", part.text, re.I)
    at = named[0] - 1 if after else named[-1] + 1
    side = "after" if after else "before"
    here = every[named[0] if after else named[-1]]
    if not 0 <= at < len(every):
        if not part.jobs:
            return None  # described, not named: a line may tell more
        text = f"The resume lists no job {side} {here.name}."
        return silent(said(here, text), why="no neighbour")
    beside = every[at : at + 1]
    if _ALL_OF_THEM.search(part.text):
        beside = every[: at + 1][-_MOST:] if after else every[at:][:_MOST]
    evidence = distinct(words for job in (*beside, here) for words in job.evidence(dated=True))
    names = joined([described(job) for job in beside])
    return answered(
        Sentence(f"{side.capitalize()} {here.name}: {names}.", evidence), why="jobs beside it"
    )


#: "Before going into teaching", "until she moved to product": a line of work, and no employer.
_INTO = re.compile(
    r"\b(?:before|prior to|until|till)\b.*\b(?:go\w*|went|mov\w+|switch\w*|get\w*|got|turn\w*|"
    r"chang\w+|br(?:eak|oke)\w*|c[ao]m\w+|enter\w*)(?: over| on)?(?: in)?(?: ?to)? (?:the |an? )?"
    r"(?P<of>[a-z]{4,})(?: (?:work|industry|field|business|world|side|roles?|jobs?))?"
    r"\W*$",
    re.IGNORECASE,
)
#: Letters by which words of one line of work begin: "teaching", "teacher".
_ALIKE = 5


def _of_line_of_work(part: Part, every: list[Job]) -> list[Job]:
    """The jobs of the line of work that the question names, by their titles."""
    found = _INTO.search(part.text)
    if found is None or part.jobs:
        return []
    begins = fold(found["of"])[:_ALIKE]
    return [
        job
        for job in every
        if any(key.startswith(begins) for role in job.roles for key in keys(role.title.text))
    ]


#: That all jobs before or after one are asked for, and as many as are told.
_ALL_OF_THEM = re.compile(
    r"\b(?:companies|employers|firms|jobs|roles|bosses|positions|workplaces|all|every)\b", re.I
)
_MOST = 8


def previous(every: list[Job]) -> Draft:
    """The job before the latest."""
    latest, job = every[:2]
    evidence = distinct((*job.evidence(dated=True), *latest.evidence()))
    return answered(Sentence(f"Before {latest.name}: {described(job)}.", evidence))


def _as_known(name: str) -> str:
    """A name in small letters as names are written, where the vocabulary knows it."""
    term = load_vocabulary().find(simple_keys(name)) if name.islower() else None
    if term is None or "employer" not in term.categories:
        return name
    return term.name if term.name.casefold() == name else name.title()


def unknown_employer(context: Context, part: Part) -> Draft:
    """The resume lists no such employer, or school where that is asked for; those that it lists."""
    studied = by_time(studies(context.resume)) if part.intent.startswith("edu") else []
    found, noun = (studied, "school") if studied else (ordered(context), "employer")
    if not found:
        return unsaid(f"anything about {part.unknown}", why="unknown name")
    names = list(dict.fromkeys(job.name for job in found))[:5]
    evidence = distinct(words for job in found[:5] for words in job.evidence()[:1])
    one = len(names) == 1
    lists = f"The {noun} that it lists is" if one else f"The {noun}s that it lists are"
    return silent(
        Sentence(f"The resume lists no {_as_known(part.unknown or '')}."),
        Sentence(f"{lists} {listed(names, len({job.name for job in found}))}.", evidence),
        why=f"{part.unknown!r} is not in the resume",
    )
