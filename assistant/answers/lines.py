"""Lines that carry dates of their own, apart from those of an entry."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.answers.evidence import quoted_all
from assistant.compose import Draft, Sentence, answered
from assistant.describing import description
from assistant.facts import Job, at_time, described, stays
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.tenures import begins
from assistant.text import sentence, stems
from assistant.when import When
from ingest.dates import date_range, find_dates
from ingest.resume import DateRange, Fragment, SectionKind

#: Cosine, with the share of words in common on top, from which a line is about the question.
_ABOUT = 0.2


def ranges(words: Fragment) -> list[DateRange]:
    """The dates that stand in a line."""
    return [
        date_range(found, words.text, words.span)
        for found in find_dates(words.text)
        if found.first or found.last
    ]


def dated_lines(context: Context, part: Part, inside: list[Job]) -> list[ScoredStatement]:
    """The lines near the question that state dates, best first; of these entries if any are given.

    A line of an entry that is named anyway must have half of what else the question says.
    """
    hits = [hit for hit in context.search(part) if not hit.is_heading]
    if inside:
        entries = {id(job.entry) for job in inside}
        asked = stems(description(part.text))
        hits = [
            hit
            for hit in hits
            if hit.path and id(hit.path[0]) in entries
            if 2 * len(asked & stems(hit.words.text)) >= len(asked)
        ]
    hits = [hit for hit in hits if hit.dense + hit.lexical >= _ABOUT][:3]
    return [hit for hit in hits if ranges(hit.words)]


def lines_at(context: Context, part: Part, when: When, near: float = _ABOUT) -> Draft | None:
    """The lines whose own dates cover the time, the nearest to the question first.

    `near` is the cosine from which a line is about the question.
    """
    covering = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and hit.dense >= near and _cover(hit.words, when, context)
    ]
    if not covering:
        return None
    return answered(*quoted_all(context, covering[:2]), why="lines whose dates cover the time")


def _cover(words: Fragment, when: When, context: Context) -> bool:
    """Whether a range, or for a month a date, in the words touches the time."""
    return any(
        when.touches(dates, context.today)
        for dates in ranges(words)
        if dates.start != dates.end or when.first
    )


_DONE = re.compile(
    r"^\W*what\b.*\b(?:did|do|run|ran|make|made|buil[dt]|lead|led|ship(?:ped)?|organi[sz]ed?)\b",
    re.I,
)
#: The time of a season, in months: what is dated so closely is what was done then.
_SEASON = 3


def begun_then(context: Context, part: Part, when: When) -> list[Sentence]:
    """The projects of that very time, where what was done in a few months is asked for."""
    months = 12 * (when.high[0] - when.low[0]) + when.high[1] - when.low[1] + 1
    if months > _SEASON or not _DONE.search(part.text):
        return []
    return [
        Sentence(f"{described(job)}.", job.evidence(dated=True))
        for job in at_time(stays(context.resume, SectionKind.PROJECTS), when, context.today)
        if job.dates and begins(job.dates) >= when.low
    ][:2]


def listed_then(context: Context, part: Part) -> Draft | None:
    """The lines of that time in a list that the question names by its heading ("solo shows 2021").

    None where no heading has a word of the question, or every one of such a section has it.
    """
    if part.when is None or part.jobs:
        return None
    asked = stems(description(part.text)) - stems(" ".join(_ANY_LIST))
    others = [one for one in context.resume.of_kind(SectionKind.OTHER) if one.statements]
    shared = [(len(asked & stems(one.title)), one) for one in others]
    most = max((count for count, _ in shared), default=0)
    lines = [
        line
        for count, section in shared
        if most and count == most
        for line in section.statements
        if any(part.when.touches(dates, context.today) for dates in ranges(line))
    ]
    told = [Sentence(sentence(line.text), (line,)) for line in lines[:_LISTED]]
    return answered(*told, why="the lines of that time in the list") if told else None


#: Words of headings that name no list in particular.
_ANY_LIST = "work experience other activities history selected professional life events".split()
#: As many lines of a list are told.
_LISTED = 8
