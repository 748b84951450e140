"""As what and where the person worked, and what was done there."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from assistant.answer import NOT_IN_RESUME
from assistant.answers.abroad import placed
from assistant.answers.context import Context, unsaid
from assistant.answers.employers import current
from assistant.answers.leads import led_in, told_together
from assistant.answers.meant import OLDEST_FIRST, meant, ordered, places_too, said, they
from assistant.answers.mentions import FRAME, OF_ANY_JOB
from assistant.answers.places import at_place
from assistant.answers.times import when_there
from assistant.compose import Draft, Sentence, answered, silent
from assistant.describing import description
from assistant.facts import Job, at_time, by_time, described, distinct, holder, jobs, period
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import FUNCTION_WORDS, joined, keys, sentence
from ingest.resume import Fragment, SectionKind, Statement
from ingest.structure.cues import is_role

#: "What is her job title?": of no employer in particular, so of the latest.
_OF_NOW = re.compile(
    r"\W*(?:what(?:['’]?s| is| are)? )?(?:his|her|their|the) (?:job |current |present |working )*"
    r"(?:title|position|role|occupation|profession)\W*",
    re.IGNORECASE,
)
#: As many jobs are told of with their titles.
_TITLES = 6


def role(context: Context, part: Part) -> Draft | None:
    """The title at an employer."""
    named = meant(context, part)
    if not named:
        return current(context, part) if _OF_NOW.fullmatch(part.text) else None
    titled = by_time([job for job in named if job.roles])
    if part.jobs and not any(map(_may_tell_role, named)):
        return _untitled(context, by_time(named))
    if not titled:
        return None
    groups: dict[str, list[Job]] = {}
    for job in titled:
        groups.setdefault(job.name, []).append(job)
    return answered(
        *(_held(context, group) for group in list(groups.values())[:3]), why="roles of the entry"
    )


#: What parts a line into phrases, one of which may be a position; and what leads a position in.
_PHRASES = re.compile(r"\s[-–—|/]\s|[,;:.()]|\b(?:as|was|and|with|for|of)\b", re.IGNORECASE)
_AS = re.compile(
    r"\b(?:as|was|became|being)\s+(?:an?\s+|the\s+)?(?P<what>[^,;:.()]+)", re.IGNORECASE
)
#: Lines below the headings that may be but a position.
_FIRST_LINES = 2


def _may_tell_role(job: Job) -> bool:
    """Whether the stay has a role, or its headings, first lines or an "as" may name one."""
    lines = [words.text for words in job.statements()]
    heads = [words.text for entry in job.entry.walk() for words in entry.headings]
    named = [_PHRASES.split(line) for line in (*heads, *lines[:_FIRST_LINES])]
    led_in = [found["what"] for line in lines for found in _AS.finditer(line)]
    return bool(job.roles) or any(map(is_role, (*chain.from_iterable(named), *led_in)))


def _untitled(context: Context, named: list[Job]) -> Draft:
    """That the resume lists the stays without a title."""
    where = joined(list(dict.fromkeys(map(described, named))))
    evidence = distinct(words for job in named for words in job.evidence(dated=True))
    text = f"{NOT_IN_RESUME} which title {they(context)} had at {where}."
    return silent(Sentence(text, evidence), why="no line of the stay may name a role")


def _held(context: Context, group: list[Job]) -> Sentence:
    """The roles held at one employer, each with its dates."""
    titles = [
        f"{one.title.text} ({period(one.dates)})" if one.dates else one.title.text
        for job in group
        for one in job.roles
    ]
    held = joined(list(dict.fromkeys(titles)))
    now = all(job.dates and job.dates.current for job in group) and len(titles) == 1
    text = f"At {group[0].name}, {they(context)} {context.is_ if now else context.was} {held}."
    return Sentence(text, distinct(words for job in group for words in _role_words(job)))


def _role_words(job: Job) -> list[Fragment]:
    return [holder(job.entry, one.title) for one in job.roles] + list(job.evidence(dated=True))


def titles(context: Context, part: Part) -> Draft | None:
    """Every title held, latest first, or those at one employer."""
    if part.jobs:
        return role(context, part)
    found = [job for job in ordered(context) if job.roles]
    if not found:
        return None
    order = "oldest" if OLDEST_FIRST.search(part.text) else "latest"
    if order == "oldest":
        found.reverse()
    said = [described(job) for job in found[:_TITLES]]
    evidence = distinct(words for job in found[:_TITLES] for words in _role_words(job))
    text = f"Titles, {order} first: {joined(said)}."
    return answered(Sentence(text, evidence), why="titles")


_IN_A_PLACE = re.compile(r"\b(?:in|from|near|to|based at) [A-ZÀ-Þ]")


def _tells_place(job: Job) -> bool:
    """Whether a line of the job may tell where it was."""
    return any(_IN_A_PLACE.search(words.text) for words in (*job.entry.headings, *job.statements()))


#: That the title is asked for beside the place.
_ROLE_TOO = re.compile(r"\b(?:roles?|titles?|positions?|as what|what as)\b", re.IGNORECASE)


#: All places are asked for, though of the time until now: "which cities has she worked in so far".
_PLACES = re.compile(r"\b(?:places|locations|cities|towns|countries)\b", re.IGNORECASE)


def place(context: Context, part: Part) -> Draft | None:
    """Where an employer is, or all the places."""
    named = meant(context, part)
    if _PLACES.search(part.text) and not (part.jobs or part.role_jobs or description(part.text)):
        named = []
    if part.jobs and _ROLE_TOO.search(part.text) and (held := role(context, part)):
        return replace(held, sentences=(*held.sentences, *places_too(part, by_time(named))))
    if part.when and not named:
        named = at_time(jobs(context.resume), part.when, context.today)
    if not named and not part.unknown and not description(part.text):
        named = jobs(context.resume)
    if part.jobs and not any(job.place or _tells_place(job) for job in named):
        return unsaid(f"where {joined(list(dict.fromkeys(job.name for job in named)))} was")
    told = [(job, where) for job in by_time(named) if (where := job.place)]
    if not told:
        return None
    said = [f"{job.name}: {where.text}" for job, where in told[:6]]
    evidence = distinct(holder(job.entry, where) for job, where in told[:6])
    return answered(Sentence(f"{'; '.join(dict.fromkeys(said))}.", evidence), why="places")


def _asks_for_all(part: Part, named: list[Job]) -> bool:
    """Whether a question says no more than which job it is about, so that every line is as near."""
    names = {word for job in named for word in (*keys(job.name), *keys(job.title))}
    return set(keys(part.text)) <= names | FUNCTION_WORDS | FRAME | OF_ANY_JOB


#: Of two lines the one that says more, and gives a figure, tells more of a job; people write what
#: matters first, and explains it below. In words; a line gains nothing beyond so many.
_FULL, _FIGURE, _LATER, _NESTED = 12, 4, 0.3, 4


def _most_telling(hits: list[ScoredStatement]) -> list[ScoredStatement]:
    """The lines by how much each tells, whatever the question is near to."""
    written = sorted(hits, key=lambda hit: hit.words.span.start)

    def telling(at: int) -> float:
        line = written[at].words
        full = min(len(line.text.split()), _FULL) + _FIGURE * bool(re.search(r"\d", line.text))
        return full - _LATER * at - _NESTED * (isinstance(line, Statement) and line.depth > 0)

    return [written[at] for at in sorted(range(len(written)), key=telling, reverse=True)]


def _held_there(part: Part, hit: ScoredStatement) -> Fragment | None:
    """The role, of several at an employer, that the question names and a line stands below."""
    named = {id(role.title) for role in part.roles}
    below = (title for entry in hit.path[1:] for title in entry.roles)
    return next((title for title in below if id(title) in named), None)


def duties(context: Context, part: Part) -> Draft | None:
    """What was done there: the two or three statements that bear most on the question."""
    named = list(part.jobs)
    if part.role_jobs and (not named or any(job in named for job in part.role_jobs)):
        named = [job for job in part.role_jobs if not named or job in named]
    there = [] if named else at_place(part, ordered(context))
    named = named or there or meant(context, part, SectionKind.WORK, SectionKind.VOLUNTEER)
    if not named:
        return None
    ranked = [
        hit for hit in context.search(part)
        if hit.path and not hit.is_heading and any(hit.path[0] is job.entry for job in named)
    ]  # fmt: skip
    of_role = [hit for hit in ranked if _held_there(part, hit)]
    ranked = of_role or ranked
    if not ranked:
        return when_there(context, part)
    if _asks_for_all(part, named):
        ranked = _most_telling(ranked)
    chosen: list[ScoredStatement] = []
    words = 0
    for hit in ranked:
        size = len(hit.words.text.split())
        if chosen and (len(chosen) == 3 or words + size > 45):
            break
        chosen.append(hit)
        words += size
    job = named[0]
    lead = said(job, f"{described(job)}:")
    if of_role and (title := _held_there(part, of_role[0])):
        where = context.citer.where(of_role[0].words)
        lead = Sentence(f"{where}:", distinct((*job.entry.headings[:1], title)))
    elif there:
        lead = placed(job)
        lead = replace(lead, text=f"{lead.text.removesuffix('.')}:")
    told: list[Sentence] = []
    for hit in chosen:
        if not told_together(context, hit.words, told):
            whole = Sentence(sentence(hit.words.text), (hit.words,))
            told.append(led_in(context, hit.words) or whole)
    return answered(lead, *told, why="duties")
