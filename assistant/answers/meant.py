"""The stays that a question is about, and what drafters of the work say of them alike."""

from __future__ import annotations

import re
from datetime import date

from assistant.answers.context import Context
from assistant.answers.evidence import best_of
from assistant.answers.leads import led_in
from assistant.compose import Sentence
from assistant.describing import ENOUGH, PAID, description
from assistant.facts import Job, by_time, earliest, holder, jobs, months_of
from assistant.names import initials
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.short_forms import short_forms
from assistant.tenures import Stint, begins, stints
from assistant.text import joined, sentence, stems
from ingest.durations import merge
from ingest.resume import DateRange, Fragment, SectionKind

NOW = re.compile(
    r"\b(?:now|current|currently|present|today|these days|at the moment|so far)\b", re.I
)
_FIRST = re.compile(r"\b(?:first|earliest|very first)\b", re.I)
_LAST = re.compile(r"\b(?:last|latest|most recent|newest)\b", re.I)
#: That a list is to begin with what came first.
OLDEST_FIRST = re.compile(
    r"\b(?:oldest|earliest)\b.*\b(?:newest|latest|last|recent|now)\b|"
    r"\bfirst (?:to|until|->|→|-) (?:the )?(?:last|latest|now|newest)\b|"
    r"(?<!reverse )(?<!reverse-)\bchronological|\b(?:oldest|earliest) first\b",
    re.I,
)
_PLACED_JOB = re.compile(
    r"\b(?:first|earliest|last|latest|recent|current|present|previous|former|prior)\s+(?:paid\s+)?"
    r"(?:jobs?|roles?|employers?|positions?|company|firm|post|gig|place)\b",
    re.I,
)
_PREVIOUS = re.compile(r"\b(?:previous|prior|former|second last)\b", re.I)


def ordered(context: Context) -> list[Job]:
    """The paid work, latest first."""
    return by_time(jobs(context.resume))


def said(job: Job, text: str) -> Sentence:
    """A sentence that stands on the words that name and date the job."""
    return Sentence(text, job.evidence(dated=True))


def they(context: Context) -> str:
    """The person inside a sentence."""
    return "they" if context.name == "They" else context.name


def matching(context: Context, part: Part, job: Job) -> list[Sentence]:
    """The statement of the job that the question is after, if one stands out."""
    hit = best_of(context, part, job.entry)
    if hit is None:
        return []
    return [led_in(context, hit.words) or Sentence(sentence(hit.words.text), (hit.words,))]


def meant(context: Context, part: Part, *kinds: SectionKind) -> list[Job]:
    """The stays that the question names, else those that it describes, else places by order.

    With `kinds`, what is described is looked for in sections of these kinds only.
    """
    if part.jobs:
        narrowed = [job for job in part.jobs if job in part.role_jobs]
        return _work_instead(context, part) or narrowed or list(part.jobs)
    if part.role_jobs and _outright(part):
        return list(part.role_jobs)
    if part.unknown:
        return []
    found = _of_a_way(context, part) or context.describer.find(part, *kinds)
    return found or list(part.role_jobs) or in_order(context, part)


_WORK_NOUN = re.compile(
    r"\b(?:gigs?|jobs?|internships?|stints?|employers?|worked|workplace)\b", re.IGNORECASE
)


def _work_instead(context: Context, part: Part) -> list[Job]:
    """The work that is described by a question for a job whose words name but a school.

    "The Lisbon court gig" is not at the University of Lisbon.
    """
    studied = all(job.section.kind is SectionKind.EDUCATION for job in part.jobs)
    if not studied or not _WORK_NOUN.search(part.text):
        return []
    return context.describer.find(part, SectionKind.WORK, SectionKind.VOLUNTEER)


#: Ways of working that the lines that name a job may state (a closed class).
_WAY = re.compile(
    r"\b(?:part[- ]?time|full[- ]?time|seasonal|temporary|temp|casual|freelance|remote|contract)\b",
    re.IGNORECASE,
)


def _of_a_way(context: Context, part: Part) -> list[Job]:
    """The one job whose headings state the way of working that the question names."""
    ways = {_plain(way) for way in _WAY.findall(part.text)}
    told = [
        job
        for job in ordered(context)
        if ways & {_plain(way) for head in job.entry.headings for way in _WAY.findall(head.text)}
    ]
    return told if len(told) == 1 else []


def _plain(way: str) -> str:
    return re.sub(r"\W", "", way.casefold())


def _outright(part: Part) -> bool:
    """Whether the question has every word of a role that it names, or has nothing beyond them."""
    asked = stems(part.text)
    titles = [stems(role.title.text) for role in part.roles]
    said = stems(description(part.text))
    short = short_forms(part.text, least=2)
    shortened = any(initials(role.title.text, whole=True) & short for role in part.roles)
    return shortened or any(title <= asked or said <= title for title in titles)


def told_by_line(context: Context, part: Part, *kinds: SectionKind) -> ScoredStatement | None:
    """The line with dates of its own that the question describes better than it does any stay."""
    if part.jobs or part.unknown or (part.role_jobs and _outright(part)):
        return None
    line = context.describer.line(part)
    likely = context.describer.likely(part, *kinds)
    if line is None or line[1] < ENOUGH or (likely and likely[0].score > line[1] + PAID):
        return None
    return line[0]


def in_order(context: Context, part: Part) -> list[Job]:
    """The job that the question points at by its place in time: the first, the current one."""
    found = ordered(context)
    # "First on the register" is about something else than a job.
    if not found or (description(part.text) and not _PLACED_JOB.search(part.text)):
        return []
    if NOW.search(part.text):
        return [job for job in found if job.dates and job.dates.current][:1] or found[:1]
    if _FIRST.search(part.text):
        begun = earliest(found)
        return [begun] if begun else []
    if _PREVIOUS.search(part.text):
        return found[1:2]
    return found[:1] if _LAST.search(part.text) else []


def stints_meant(part: Part, found: list[Job]) -> list[Stint]:
    """The roles of these jobs that the question names, each with its time; all if it names none."""
    every = stints(found)
    named = {id(role.title) for role in part.roles}
    chosen = [one for one in every if any(id(title) in named for title in one.titles)]
    return chosen or every


def hull(found: list[DateRange]) -> DateRange | None:
    """From the first beginning to the last end, in the words of the range that ends last."""
    dated = [dates for dates in found if dates.start or dates.end]
    if not dated:
        return None
    begins = min(dated, key=lambda dates: _month(dates.start or dates.end))
    ends = max(dated, key=lambda dates: (dates.current, _month(dates.end or dates.start)))
    return DateRange(ends.text, ends.span, begins.start, ends.end, ends.current, ends.expected)


def bridged(ranged: list[DateRange]) -> list[DateRange]:
    """The ranges, those that follow each other without a month between them as one.

    "To February" and "from March" leave nothing out; counted apart they would lack that month. Nor
    does "to 2005" and "from 2005", where a month is not given.
    """
    kept: list[DateRange] = []
    for dates in sorted(ranged, key=begins):
        last = kept[-1] if kept else None
        if last and last.end and dates.start:
            months = (dates.start.month or 0) - (last.end.month or 0)
            vague = not (last.end.month and dates.start.month)
            apart = (dates.start.year - last.end.year) * 12 + (0 if vague else months)
            if apart == 0 or (apart == 1 and not vague):
                kept[-1] = hull([last, dates]) or last
                continue
        kept.append(dates)
    return kept


def months_in_all(ranged: list[DateRange], today: date) -> tuple[int, bool]:
    """The months that some ranges were in all, overlaps once, and whether that is exact."""
    whole = bridged(ranged)
    measured = [months_of(dates, today) or (0, False) for dates in whole]
    months = measured[0][0] if len(ranged) == 1 else merge(whole, today)
    return months, all(sure for _, sure in measured)


def _month(day: object) -> tuple[int, int]:
    return (getattr(day, "year", 0), getattr(day, "month", 0) or 0)


_PLACE_TOO = re.compile(
    r"\b(?:city|town|country|county|place|location|where(?:abouts)?|district|suburb|region)\b|"
    r"\b(?:which|what) (?:state|province)\b",
    re.I,
)


def asks_place(part: Part) -> bool:
    """Whether a place is asked for, be it beside something else."""
    return bool(_PLACE_TOO.search(part.text))


def places_too(part: Part, found: list[Job]) -> list[Sentence]:
    """Where the stays were, if that is asked for beside something else."""
    if not asks_place(part):
        return []
    placed = [
        Sentence(f"{job.name}: {_whole_place(job, job.place)}.", (holder(job.entry, job.place),))
        for job in found
        if job.place
    ]
    return placed or [line for job in found[:1] for line in _named_with_more(job)]


def _named_with_more(job: Job) -> list[Sentence]:
    """The line that names the employer, where names stand behind it: of a town, mostly."""
    named = job.entry.organisation
    if named is None:
        return []
    line = holder(job.entry, named)
    behind = line.text.partition(named.text)[2]
    more = re.match(r"\s*[,(–—-]\s*[A-ZÀ-Þ]\w", behind)
    return [Sentence(sentence(line.text), (line,))] if more else []


def _whole_place(job: Job, place: Fragment) -> str:
    """The place with the part of town before it, where a sign parts them from all else."""
    for part in re.split(r"\s+[·|•–—-]\s+|[()]", holder(job.entry, place).text):
        named = re.fullmatch(r"(?:[A-Z][\w.'’]*[ ,]{1,2}){1,3}", part.partition(place.text)[0])
        if named and part.endswith(place.text) and not stems(part) & stems(job.name):
            return part
    return place.text


def titled(found: list[Stint]) -> str:
    """The titles of these roles, each once, as English lists them."""
    return joined(list(dict.fromkeys(one.title for one in found if one.title)))
