"""Degrees, schools and their dates, computed from the Resume."""

from __future__ import annotations

import re

from assistant.answer import Status
from assistant.answers.context import Context, Drafter, reach, unsaid
from assistant.answers.evidence import best_of, by_evidence
from assistant.answers.meant import OLDEST_FIRST
from assistant.answers.misheard import END_TO_COME
from assistant.answers.person import PERSON
from assistant.answers.studied import (
    LEVEL_NAMES,
    LEVELS,
    TAUGHT,
    answered_elsewhere,
    asked_studies,
    evidence_of,
    field_asked,
    in_field,
    level_in,
    levels_in,
    may_be,
    said_of,
    study_words,
)
from assistant.answers.theses import GRADE_ASKED, inside, named_thesis
from assistant.answers.times import in_time, undated
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    described,
    distinct,
    jobs,
    length,
    months_of,
    period,
    studies,
)
from assistant.parts import Part
from assistant.tenures import begins
from assistant.text import content_keys, joined, sentence, stem, stems
from ingest.dates import find_dates
from ingest.resume import SectionKind, Statement


def _no_such_degree(context: Context, part: Part) -> Draft | None:
    """That no study is of the level or kind asked for, and what studies there are; else None."""
    level = level_in(part.text)
    found = by_time(studies(context.resume))
    if level is None:
        return None if found else _degrees_elsewhere(context, part)
    if not found:
        if _stated_elsewhere(context, level, everywhere=True):
            return None
        named = LEVEL_NAMES.get(level, level)
        return silent(Sentence(f"The resume does not mention {named}."), why="no studies")
    of_level = [job for job in found if level in levels_in(study_words(job))]
    field = field_asked(part.text)
    if of_level and not (field and not any(in_field(job, field) for job in of_level)):
        return None
    if not of_level and _stated_elsewhere(context, level):
        return by_evidence(context, part)
    if not of_level and may_be(level, found):
        return None
    named = LEVEL_NAMES.get(level, level) + (f" in {' '.join(field)}" if field else "")
    return silent(
        Sentence(f"The resume does not mention {named}."),
        Sentence(
            f"The studies that it lists: {joined([degree(job) for job in found[:3]])}.",
            distinct(words for job in found[:3] for words in evidence_of(job)),
        ),
        why=f"no study of level {level}",
    )


def lacks_degree(context: Context, part: Part) -> bool:
    """Whether the question names a level that no study is of, and that no other line names."""
    level = level_in(part.text)
    return level is not None and not _stated_elsewhere(context, level, everywhere=True)


#: By these nouns a degree is asked for, of whatever level.
_ANY_DEGREE = re.compile(
    r"\b(?:degrees?|stud(?:y|ied|ies|ent)|uni|univers\w+|college|educat\w+|graduat\w+|qualif\w+|school|"
    r"major(?:ed)?|academic\w*)\b",
    re.IGNORECASE,
)
#: Levels that are named by words of other things, too.
_NO_LEVEL = {"law", "school", "diploma", "medical"}
#: States in addresses, and masters of other things ("Scrum Master").
_NO_DEGREE = re.compile(r",\s*[A-Z]{2}\b|\b[Mm]aster\b(?!['’]s| of | in )|\bDr\.?(?= )")
#: Words up to which a line that names a degree is one about it.
_SHORT = 14


def _degrees_elsewhere(context: Context, part: Part) -> Draft | None:
    """The short lines that name a degree, in a resume without a section of studies; or silence."""
    if not _ANY_DEGREE.search(part.text) or part.jobs:
        return None
    told = [
        said
        for section, _, said in context.resume.walk()
        if section.kind is not SectionKind.REFERENCES
        and len(said.text.split()) <= _SHORT
        and any(level not in _NO_LEVEL for level in levels_in(_NO_DEGREE.sub("", said.text)))
    ]
    lines = [Sentence(sentence(said.text), (said,)) for said in told[:_MOST]]
    if lines:
        return answered(*lines, why="lines that name a degree")
    hinted = any(
        _ANY_DEGREE.search(said.text) or levels_in(said.text)
        for _, _, said in context.resume.walk()
    )
    return None if hinted else unsaid("anything about studies", *reach(context), why="no studies")


def _stated_elsewhere(context: Context, level: str, *, everywhere: bool = False) -> bool:
    """Whether some other line names the level (a summary, a certificate called "Master")."""
    pattern = dict(LEVELS)[level]
    words = r"|\bmaster\b" if level == "master" else ""
    return any(
        re.search(pattern + words, said.text, re.IGNORECASE)
        for section, _, said in context.resume.walk()
        if everywhere
        or section.kind in (SectionKind.SUMMARY, SectionKind.CERTIFICATES, SectionKind.BASICS)
        or (section.kind is SectionKind.EDUCATION and isinstance(said, Statement))
    )


def _taught_at(context: Context, part: Part) -> Draft | None:
    """The jobs at schools where the person taught, by the role that the question names."""
    held = [job for job in part.role_jobs if job.section.kind is SectionKind.WORK]
    if not held:
        asked = {stem(key) for key in content_keys(part.text)}
        teaching = not asked & {"adjunct", "tutor"}
        held = [
            job for job in jobs(context.resume)
            if asked & stems(job.title) or (teaching and _TEACHER.search(job.title))
        ]  # fmt: skip
    held = held or [job for job in jobs(context.resume) if _SCHOOL.search(job.name)]
    if not held:
        return None
    return answered(
        *(Sentence(sentence(described(job)), job.evidence(dated=True)) for job in held[:8]),
        why="jobs at schools",
    )


_TEACHER = re.compile(r"\b(?:teacher|lecturer|professor|instructor|tutor|adjunct)\b", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:school|college|university|academy|institute)\b", re.IGNORECASE)


#: As many studies are told.
_MOST = 5


def degrees(context: Context, part: Part) -> Draft | None:
    """The studies asked for, each with school and dates; and the statement that stands out."""
    if TAUGHT.search(part.text):
        taught = _taught_at(context, part)
        if taught:
            return taught
    found = asked_studies(context, part)
    if not found:
        return _no_such_degree(context, part)
    if _of_another_time(context, part, found):
        return in_time(context, part)
    found = _before_level(context, part) or found
    if re.search(r"\bminor\b", part.text, re.IGNORECASE) or GRADE_ASKED.search(part.text):
        return inside(context, part)
    lacking = _no_such_degree(context, part)
    if lacking:
        return lacking
    if answered_elsewhere(context, part):
        return by_evidence(context, part)
    going_on = [job for job in found if job.dates and job.dates.current]
    if going_on and (_NOW.search(part.text) or END_TO_COME.search(part.text)):
        found = going_on
    if END_TO_COME.search(part.text) and not any(_ends(job) for job in found):
        return _end_told(context) or unsaid(
            "when that will be", said_of(found[0]), why="a study without an end"
        )
    if part.intent == "edu_dates" and not any(job.dates for job in found) and not _dated(found):
        return silent(*map(undated, found[:_MOST]), why="studies without dates")
    if OLDEST_FIRST.search(part.text):
        found = found[::-1]
    sentences = [said_of(job) for job in found[:_MOST]]
    hit = best_of(context, part, found[0].entry) if len(found) == 1 else None
    if hit and not stems(hit.words.text) <= stems(sentences[0].text):
        sentences.append(Sentence(sentence(hit.words.text), (hit.words,)))
    every = part.intent in ("edu_list", "edu_school") and not (part.when or going_on == found)
    sentences += _told(context) if every else []
    return answered(*sentences, why="studies")


#: "Where did she study before the PhD".
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\b(?P<what>.*)", re.IGNORECASE)


def _before_level(context: Context, part: Part) -> list[Job]:
    """The studies that began before the one of the level that the question sets an end by."""
    asked = _BEFORE.search(part.text)
    level = level_in(asked["what"]) if asked else None
    found = [job for job in studies(context.resume) if job.dates]
    then = [begins(job.dates) for job in found if level and level in levels_in(study_words(job))]
    return by_time([job for job in found if then and begins(job.dates) < min(then)])


def _of_another_time(context: Context, part: Part, found: list[Job]) -> bool:
    """Whether a question that is hardly one about studies names a time that all of them miss."""
    if part.when is None or part.jobs or part.guess.ranked[0][1] >= _HARDLY:
        return False
    dated = all(job.dates for job in found) and level_in(part.text) is None
    return dated and not at_time(found, part.when, context.today)


#: Below this the classifier may have taken another question for one about studies.
_HARDLY = 0.5


#: That a study is asked for which goes on.
_NOW = re.compile(
    r"\b(?:now|current(?:ly)?|presently|at the moment|these days|at present|enrol+ed|in progress|"
    r"working (?:on|toward\w*)|(?:is|are|['’]s|['’]re) (?:(?:s?he|they) )?(?:still )?"
    r"(?:studying|doing|pursuing|reading for|finishing))\b",
    re.IGNORECASE,
)
_GRADUATES = re.compile(
    r"\b(?:graduat\w*|(?:expected|anticipated|planned)(?: \w+){0,2})\b", re.IGNORECASE
)


def _end_told(context: Context) -> Draft | None:
    """The line that says outside of a study's dates when it will be over."""
    for _, _, line in context.resume.statements():
        if _GRADUATES.search(line.text) and any(one.first for one in find_dates(line.text)):
            return answered(Sentence(sentence(line.text), (line,)), why="a line tells the end")
    return None


def _dated(found: list[Job]) -> bool:
    """Whether a line of the studies has a date, which was not read as theirs."""
    return any(
        find_dates(words.text)
        for job in found
        for words in (*job.entry.headings, *job.entry.statements)
    )


def _ends(job: Job) -> bool:
    """Whether the resume tells when a study ends or will end, if it does not go on."""
    return bool(job.dates and job.dates.end) and not (job.dates and job.dates.current)


def _told(context: Context) -> list[Sentence]:
    """What the summary says of degrees beyond the entries."""
    return [
        Sentence(sentence(statement.text), (statement,))
        for section in context.resume.of_kind(SectionKind.SUMMARY)
        for statement in section.statements
        if re.search(r"\b(?:degrees?|graduated?)\b.*\b(?:from|of|at)\b", statement.text)
    ][:1]


def _ends_asked(text: str) -> list[str] | None:
    """The levels between whose ends time is asked for ("BA to doctorate"); None if it is not."""
    if re.search(r"\bbetween\b", text, re.I):
        return levels_in(text)
    before, to, after = re.split(r"(\bto\b|\buntil\b|→|->)", f"{text} to ", maxsplit=1)
    levels = [level_in(before), level_in(after)]
    return [one for one in levels if one] if to and all(levels) and len(set(levels)) > 1 else None


def duration(context: Context, part: Part) -> Draft | None:
    """How long a study took, or the time between the ends of two."""
    if answered_elsewhere(context, part) and not levels_in(part.text):
        return by_evidence(context, part)
    found = asked_studies(context, part)
    everyone = [
        job for job in studies(context.resume) if job.dates and (job.dates.end or job.dates.start)
    ]
    levels = _ends_asked(part.text)
    if levels is not None and len(everyone) > 1:
        pair = [job for job in everyone if level_in(study_words(job)) in levels][:2] or everyone[:2]
        if len(pair) == 2:
            ends = sorted((job.dates.end or job.dates.start).year for job in pair)  # type: ignore[union-attr]
            years = ends[1] - ends[0]
            return answered(
                Sentence(
                    f"{years} year{'s' if years != 1 else ''}:"
                    f" {joined([degree(job) for job in pair])}.",
                    distinct(words for job in pair for words in evidence_of(job)),
                ),
                why="years between the ends",
            )
    for job in found:
        measured = months_of(job.dates, context.today)
        if measured and job.dates and measured[0]:
            text = f"{length(measured[0], exact=measured[1])}, {period(job.dates)}: {degree(job)}."
            return answered(Sentence(text[0].upper() + text[1:], evidence_of(job)), why="length")
    return degrees(context, part)


def inside_asked(context: Context, part: Part) -> Draft | None:
    """What a study's lines say, if there is one of the level that the question names."""
    if lacks_degree(context, part):
        if part.intent == "edu_thesis" and (told := named_thesis(context, part)) is not None:
            return told
        return _no_such_degree(context, part) or inside(context, part)
    return inside(context, part)


def courses(context: Context, part: Part) -> Draft | None:
    """The courses of the studies, else those that stand in a section by themselves."""
    if (told := inside(context, part)) is not None:
        return told
    listed = PERSON["certificates"](context, part)
    return listed if listed and listed.status is Status.ANSWERED else None


STUDY: dict[str, Drafter] = {
    "edu_list": degrees,
    "edu_degree": degrees,
    "edu_school": degrees,
    "edu_dates": degrees,
    "edu_status": degrees,
    "edu_duration": duration,
    "edu_thesis": inside_asked,
    "edu_courses": courses,
    "edu_grade": inside,
}
