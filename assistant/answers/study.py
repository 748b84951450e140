"""Degrees, schools and their dates, computed from the Resume."""

from __future__ import annotations

import re

from assistant.answers.context import Context, Drafter, unsaid
from assistant.answers.evidence import best_of, quoted_all
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    distinct,
    length,
    months_of,
    period,
    studies,
)
from assistant.question import Part
from assistant.retriever import ScoredStatement
from assistant.text import joined, sentence
from ingest.resume import Fragment, SectionKind

_LEVELS = (
    ("doctor", r"\b(?:ph\.?\s?d|d\.?phil|doctor\w*|m\.?d\b)"),
    ("MBA", r"\bm\.?b\.?a\b|master of business administration"),
    ("master", r"\b(?:master\w*|m\.?sc?\b|m\.?a\b|m\.?eng|m\.?tech|m\.?phil|mfa|ll\.?m)"),
    ("bachelor", r"\b(?:bachelor\w*|b\.?sc?\b|b\.?a\b|b\.?eng|b\.?tech|b\.?com|b\.?e\b|ll\.?b|"
                 r"undergrad\w*|bfa)"),
    ("associate", r"\bassociate\b"),
    ("diploma", r"\bdiploma\b"),
    ("school", r"\b(?:high school|a[- ]levels?|gcse\w*|secondary)"),
)  # fmt: skip


def _level(text: str) -> str | None:
    return next((name for name, pattern in _LEVELS if re.search(pattern, text, re.I)), None)


def _asked(context: Context, part: Part) -> list[Job]:
    """The studies that the question names by school, level or time; all if it names none."""
    found = studies(context.resume)
    named = [job for job in found if job in part.jobs]
    level = _level(part.text)
    levelled = [job for job in found if level and _level(_words(job)) == level]
    timed = at_time(found, part.when, context.today) if part.when else []
    for narrowed in (
        [job for job in levelled if job in named], levelled, named, timed,
    ):  # fmt: skip
        if narrowed:
            return by_time(narrowed)
    return by_time(found)


def _words(job: Job) -> str:
    return " ".join(heading.text for heading in job.entry.headings) or degree(job)


def _said(job: Job) -> Sentence:
    return Sentence(sentence(degree(job)), _all_evidence(job))


def _all_evidence(job: Job) -> tuple[Fragment, ...]:
    from assistant.facts import holder

    parts = list(job.evidence(dated=True))
    if job.entry.area:
        parts.append(holder(job.entry, job.entry.area))
    return distinct(parts)


def _no_such_level(context: Context, part: Part) -> Draft | None:
    """That no study is of the level asked for, where the level of each is plain; else None."""
    level = _level(part.text)
    found = by_time(studies(context.resume))
    levels = {_level(_words(job)) for job in found}
    if level is None or not found or None in levels or level in levels:
        return None
    return silent(
        Sentence(f"The resume does not mention {_LEVEL_NAMES.get(level, level)}."),
        Sentence(
            f"The studies that it lists: {joined([degree(job) for job in found[:3]])}.",
            distinct(words for job in found[:3] for words in _all_evidence(job)),
        ),
        why=f"no study of level {level}",
    )


_LEVEL_NAMES = {
    "doctor": "a doctorate", "MBA": "an MBA", "master": "a master's degree",
    "bachelor": "a bachelor's degree", "associate": "an associate degree",
    "diploma": "a diploma", "school": "a secondary school",
}  # fmt: skip


def degrees(context: Context, part: Part) -> Draft | None:
    """The studies asked for, each with school and dates; and the statement that stands out."""
    found = _asked(context, part)
    if not found:
        return None
    lacking = _no_such_level(context, part)
    if lacking:
        return lacking
    sentences = [_said(job) for job in found[:4]]
    hit = best_of(context, part, found[0].entry) if len(found) == 1 else None
    if hit:
        sentences.append(Sentence(sentence(hit.words.text), (hit.words,)))
    sentences += (
        _told(context) if part.intent in ("edu_list", "edu_school") and not part.when else []
    )
    return answered(*sentences, why="studies")


def _told(context: Context) -> list[Sentence]:
    """What the summary says of degrees beyond the entries."""
    return [
        Sentence(sentence(statement.text), (statement,))
        for section in context.resume.of_kind(SectionKind.SUMMARY)
        for statement in section.statements
        if re.search(r"\b(?:degrees?|graduated?)\b.*\b(?:from|of|at)\b", statement.text)
    ][:1]


def duration(context: Context, part: Part) -> Draft | None:
    """How long a study took, or the time between the ends of two."""
    found = _asked(context, part)
    everyone = [
        job for job in studies(context.resume) if job.dates and (job.dates.end or job.dates.start)
    ]
    if re.search(r"\bbetween\b", part.text, re.I) and len(everyone) > 1:
        levels = [name for name, pattern in _LEVELS if re.search(pattern, part.text, re.I)]
        pair = [job for job in everyone if _level(_words(job)) in levels][:2] or everyone[:2]
        if len(pair) == 2:
            ends = sorted((job.dates.end or job.dates.start).year for job in pair)  # type: ignore[union-attr]
            years = ends[1] - ends[0]
            return answered(
                Sentence(
                    f"{years} year{'s' if years != 1 else ''}:"
                    f" {joined([degree(job) for job in pair])}.",
                    distinct(words for job in pair for words in _all_evidence(job)),
                ),
                why="years between the ends",
            )
    for job in found:
        measured = months_of(job.dates, context.today)
        if measured and job.dates and measured[0]:
            text = f"{length(measured[0], exact=measured[1])}, {period(job.dates)}: {degree(job)}."
            return answered(Sentence(text[0].upper() + text[1:], _all_evidence(job)), why="length")
    return degrees(context, part)


def inside(context: Context, part: Part) -> Draft | None:
    """A thesis, courses or marks: the statements of the studies that the question is after."""
    found = {id(entry) for job in studies(context.resume) for entry in job.entry.walk()}
    hits = [
        hit for hit in context.search(part)
        if hit.path and id(hit.path[-1]) in found and not hit.is_heading
    ]  # fmt: skip
    if not hits:
        return None
    if part.intent == "edu_grade":
        return _grade(context, hits)
    plenty = part.intent == "edu_courses"
    wanted = hits[: 8 if plenty else 1]
    if not plenty and wanted[0].dense < 0.25:
        return None
    if plenty:
        wanted = [hit for hit in wanted if hit.dense >= 0.5 * wanted[0].dense]
    wanted.sort(key=lambda hit: hit.words.span.start)
    return answered(
        *(Sentence(sentence(hit.words.text), (hit.words,)) for hit in wanted), why="study details"
    )


#: How a resume states marks, in the forms of several countries.
_STATES_GRADE = re.compile(
    r"\b(?:c?gpa|grades?|marks?|distinction|honou?rs|cum laude|first[- ]class|second[- ]class|"
    r"upper second|2[:.][12]|dean's list|merit|percentile|ects)\b|\d\s*%|\d[.,]\d+\s*(?:/|of)\s*\d",
    re.IGNORECASE,
)


def _grade(context: Context, hits: list[ScoredStatement]) -> Draft:
    """The statements that state marks, best first, or that the resume is silent on them."""
    stated = [hit for hit in hits if _STATES_GRADE.search(hit.words.text)]
    headed = [job for job in by_time(studies(context.resume)) if _STATES_GRADE.search(_words(job))]
    if stated:
        return answered(*quoted_all(context, stated[:2]), why="a statement with marks")
    if headed:
        return answered(*(_said(job) for job in headed[:2]), why="a degree with marks")
    return unsaid("anything about grades", why="no study states marks")


STUDY: dict[str, Drafter] = {
    "edu_list": degrees,
    "edu_degree": degrees,
    "edu_school": degrees,
    "edu_dates": degrees,
    "edu_status": degrees,
    "edu_duration": duration,
    "edu_thesis": inside,
    "edu_courses": inside,
    "edu_grade": inside,
}
