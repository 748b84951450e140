"""Degrees, schools and their dates, computed from the Resume."""

from __future__ import annotations

import re

from assistant.answers.context import Context, Drafter, unsaid
from assistant.answers.evidence import best_of, by_evidence, quoted_all
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    described,
    distinct,
    holder,
    jobs,
    length,
    months_of,
    period,
    studies,
)
from assistant.question import Part
from assistant.retriever import ScoredStatement
from assistant.text import FUNCTION_WORDS, content_keys, joined, keys, sentence, stem, stems
from ingest.dates import find_dates
from ingest.resume import Fragment, Section, SectionKind, Statement

#: Levels of degrees as resumes and questions write them. Two-letter forms that are words of English
#: too count only in capitals or with dots; `(?-i:` keeps the case.
_LEVELS = (
    ("MBA", r"\be?m\.?b\.?a\b|master of business administration"),
    ("law", r"\bll\.?\s?[bm]\b|\bj\.?\s?d\b\.?|\bjuris\b|\blaw (?:degree|school)|\b(?:laws|law)\b"),
    ("medical", r"\bmbb?[sc]h?b?\b|\b(?-i:MD)\b|\bm\.d\b|\bmedical (?:degree|school)|"
                r"\bmed school|\bmedicine\b|\bmedical (?:university|college|faculty|studies)"),
    ("doctor", r"\bph\.?\s?d|\bd\.?\s?phil|\bdoctor\w*|\bd\.?m\.?a\b|\bed\.?d\b|\bd\.?sc\b|"
               r"\bpsy\.?d\b|\bdr\.? ?rer"),
    ("master", r"\bmaster(?:s|'s|’s)?\b|\bm\.?\s?sc\b|\b(?:m\.[aes]|(?-i:M[AESM]))\b|\bm\.m\b|"
               r"\bm\.?\s?eng|\bm\.?tech|\bm\.?phil|\bm\.?ed\b|\bmfa\b|\bmph\b|\bmpp\b|\bpostgrad"),
    ("bachelor", r"\bbachelor\w*|\bb\.?\s?sc\b|\b(?:b\.[aesm]|(?-i:B[AESM]))\b|\bb\.?\s?eng|"
                 r"\bb\.?tech|\bb\.?com\b|\bb\.?ed\b|\bundergrad\w*|\bbfa\b|\bba\b"),
    ("associate", r"\bassociate(?:'s|’s)? (?:degree|of)|\bassociate of"),
    ("diploma", r"\bdiploma\b"),
    ("school", r"\b(?:high school|a[- ]levels?|gcse\w*|secondary)"),
)  # fmt: skip


def _levels_in(text: str) -> list[str]:
    return [name for name, pattern in _LEVELS if re.search(pattern, text, re.I)]


def _level(text: str) -> str | None:
    return next(iter(_levels_in(text)), None)


def _asked(context: Context, part: Part) -> list[Job]:
    """The studies that the question names by school, level or time; all if it names none."""
    found = studies(context.resume)
    named = [job for job in found if job in part.jobs]
    level = _level(part.text)
    levelled = [job for job in found if level and level in _levels_in(_words(job))]
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
    """The study in a phrase; in the words of its own line, where that says more (a minor)."""
    text = degree(job)
    evidence = _all_evidence(job)
    named = [*job.entry.roles, *([job.entry.area] if job.entry.area else [])]
    for line in (holder(job.entry, words) for words in named[:1]):
        made, said = stems(text.partition(" (")[0]), stems(line.text)
        more = {word for word in said - made if word.isalpha() and len(word) > 3}
        if more and made & said and len(line.text.split()) <= _LINE_WORDS:
            whole = line.text.rstrip(".,; ")
            if job.entry.organisation and not stems(job.entry.organisation.text) <= said:
                whole += f", {job.entry.organisation.text}"
            if job.dates and not find_dates(line.text):
                whole += f" ({period(job.dates)})"
            return Sentence(sentence(whole), distinct((line, *evidence)))
    return Sentence(sentence(text), evidence)


#: A longer line is no name of a degree.
_LINE_WORDS = 25


def _all_evidence(job: Job) -> tuple[Fragment, ...]:
    parts = list(job.evidence(dated=True))
    if job.entry.area:
        parts.append(holder(job.entry, job.entry.area))
    return distinct(parts)


def _no_such_degree(context: Context, part: Part) -> Draft | None:
    """That no study is of the level or kind asked for, and what studies there are; else None."""
    level = _level(part.text)
    found = by_time(studies(context.resume))
    if level is None:
        return None
    if not found:
        if _stated_elsewhere(context, level, everywhere=True):
            return None
        named = _LEVEL_NAMES.get(level, level)
        return silent(Sentence(f"The resume does not mention {named}."), why="no studies")
    of_level = [job for job in found if level in _levels_in(_words(job))]
    field = _field_asked(part.text)
    if of_level and not (field and not any(_in_field(job, field) for job in of_level)):
        return None
    if not of_level and _stated_elsewhere(context, level):
        return by_evidence(context, part)
    if not of_level and _may_be(level, found):
        return None
    named = _LEVEL_NAMES.get(level, level) + (f" in {' '.join(field)}" if field else "")
    return silent(
        Sentence(f"The resume does not mention {named}."),
        Sentence(
            f"The studies that it lists: {joined([degree(job) for job in found[:3]])}.",
            distinct(words for job in found[:3] for words in _all_evidence(job)),
        ),
        why=f"no study of level {level}",
    )


#: What is below a degree, or taught in another way.
_LOWER = re.compile(
    r"\b(?:course\w*|certificat\w+|bootcamp|training|diploma|school|gcse\w*|"
    r"a[- ]levels?|exchange)\b",
    re.IGNORECASE,
)


def _may_be(level: str, found: list[Job]) -> bool:
    """Whether a study of no plain level ("Degree in Economics") may be of the one asked for."""
    if level not in ("bachelor", "master", "school"):
        return False
    plain = [job for job in found if _levels_in(_words(job)) or _LOWER.search(_words(job))]
    return len(plain) < len(found)


def _stated_elsewhere(context: Context, level: str, *, everywhere: bool = False) -> bool:
    """Whether some other line names the level (a summary, a certificate called "Master")."""
    pattern = dict(_LEVELS)[level]
    words = r"|\bmaster\b" if level == "master" else ""
    return any(
        re.search(pattern + words, said.text, re.IGNORECASE)
        for section, _, said in context.resume.walk()
        if everywhere
        or section.kind in (SectionKind.SUMMARY, SectionKind.CERTIFICATES, SectionKind.BASICS)
    )


_FIELD = re.compile(
    r"\b(?:degree|masters?(?:'s|’s)?|bachelors?(?:'s|’s)?|ph\.?d|doctorate|m\.?sc|b\.?sc|ma|ba)\s+"
    r"(?:degree\s+)?(?:in|of)\s+(?P<field>[a-z][\w-]+(?:\s+(?!from|at|and|or|with|or|when|where|in)"
    r"[a-z][\w-]+)?)",
    re.IGNORECASE,
)
_NO_FIELD = frozenset("science arts philosophy what which whom subject field".split())


def _field_asked(text: str) -> list[str]:
    """The words of the field that a question names ("a masters in public health")."""
    match = _FIELD.search(text)
    words = keys(match["field"]) if match else []
    kept = [word for word in words if word not in FUNCTION_WORDS | _NO_FIELD]
    return kept if kept and len(kept) == len(words) else []


def _in_field(job: Job, field: list[str]) -> bool:
    """Whether the study's words name the field, by at least the beginning of one of its words."""
    has = content_keys(f"{_words(job)} {degree(job)}")
    return any(stem(a) == stem(b) or a[:4] == b[:4] for a in field for b in has)


_LEVEL_NAMES = {
    "doctor": "a doctorate", "MBA": "an MBA", "master": "a master's degree", "law": "a law degree",
    "medical": "a medical degree", "bachelor": "a bachelor's degree",
    "associate": "an associate degree", "diploma": "a diploma", "school": "a secondary school",
}  # fmt: skip
#: Words by which a question is about teaching or working at schools, not about studying there.
_TAUGHT = re.compile(
    r"\b(?:taught|teach(?:es|ing)?|adjunct|lectur\w+|instruct\w+|worked|employed|tutor\w*)\b", re.I
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


def degrees(context: Context, part: Part) -> Draft | None:
    """The studies asked for, each with school and dates; and the statement that stands out."""
    if _TAUGHT.search(part.text):
        taught = _taught_at(context, part)
        if taught:
            return taught
    found = _asked(context, part)
    if not found:
        return _no_such_degree(context, part)
    if re.search(r"\bminor\b", part.text, re.IGNORECASE) or _GRADE_ASKED.search(part.text):
        return inside(context, part)
    lacking = _no_such_degree(context, part)
    if lacking:
        return lacking
    if _elsewhere(context, part):
        return by_evidence(context, part)
    sentences = [_said(job) for job in found[:4]]
    hit = best_of(context, part, found[0].entry) if len(found) == 1 else None
    if hit:
        sentences.append(Sentence(sentence(hit.words.text), (hit.words,)))
    sentences += (
        _told(context) if part.intent in ("edu_list", "edu_school") and not part.when else []
    )
    return answered(*sentences, why="studies")


def _elsewhere(context: Context, part: Part) -> bool:
    """Whether the question, hardly one about studies, is answered by a line of another section."""
    if part.guess.ranked[0][1] >= _HARDLY_STUDY or part.jobs:
        return False
    return not _OF_STUDY.search(part.text)


#: Words by which a question is about studies (a closed class).
_OF_STUDY = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|degrees?|uni(?:versity|versities)?|colleges?|schools?|graduat\w+|"
    r"educat\w+|majors?|minors?|courses?|class(?:es)?|modules?|subjects?|thesis|dissertation|ph\.?d|"
    r"masters?|bachelors?|diplomas?|qualif\w+|academic\w*|alma mater|gpa|grades?|marks?|credits?|"
    r"semesters?|campus|student|doctora\w+|mba|msc|bsc|ma|ba|a level|trained|learned|taught)\b",
    re.IGNORECASE,
)
#: Below this the classifier may have taken another question for one about studies.
_HARDLY_STUDY = 0.55


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
    if _elsewhere(context, part) and not _levels_in(part.text):
        return by_evidence(context, part)
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


_GRADE_ASKED = re.compile(
    r"\b(?:grades?|marks?|gpa|cgpa|score[ds]?|class(?:ification)?|honours|percentage)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:who|whom|whose|supervis\w+|advis[oe]r\w*|mentor\w*|under whom)\b", re.IGNORECASE
)
_SUPERVISOR = re.compile(
    r"\b(?:supervis(?:or|ed by)s?|advis[oe]rs?|mentors?|promotor|examiners?)\b", re.IGNORECASE
)
_SUPERVISES = re.compile(
    r"\b(?:supervis(?:es|ing)|has supervised|(?:they|she|he) (?:supervised|mentor\w*|advises?)|"
    r"supervisees?|(?:students?|candidates?|phds) (?:she|he|they))\b|\bdoctoral candidates?\b",
    re.IGNORECASE,
)


def inside(context: Context, part: Part) -> Draft | None:
    """A thesis, courses or marks: the statements of the studies that the question is after."""
    taught = _SUPERVISES.search(part.text) or (
        part.intent == "edu_courses" and _TAUGHT.search(part.text)
    )
    if taught or _elsewhere(context, part):
        return (_supervised(context) if taught else None) or by_evidence(context, part)
    if re.search(r"\bminor\b", part.text, re.IGNORECASE) and (minor := _minor(context)):
        return minor
    asked = {id(entry) for job in _asked(context, part) for entry in job.entry.walk()}
    hits = [
        hit for hit in context.search(part)
        if hit.path and id(hit.path[-1]) in asked and not hit.is_heading
    ]  # fmt: skip
    if part.intent == "edu_grade" or _GRADE_ASKED.search(part.text):
        return _grade(context, part, hits)
    if not hits:
        return None
    if part.intent == "edu_thesis":
        return _thesis(context, part, hits)
    wanted = [hit for hit in hits[:8] if hit.dense >= 0.5 * hits[0].dense and _tells(hit)]
    if not wanted:
        return None
    wanted.sort(key=lambda hit: hit.words.span.start)
    return answered(
        *(Sentence(sentence(hit.words.text), (hit.words,)) for hit in wanted), why="study details"
    )


def _minor(context: Context) -> Draft | None:
    """The lines of the studies that name a minor."""
    lines = [
        words
        for section, _, words in context.resume.walk()
        if section.kind is SectionKind.EDUCATION and re.search(r"\bminor", words.text, re.I)
    ]
    said = [Sentence(sentence(words.text), (words,)) for words in lines[:2]]
    return answered(*said, why="a minor") if said else None


def _supervised(context: Context) -> Draft | None:
    """Whom the person supervised: what a section headed so lists."""
    for section in context.resume.sections:
        if re.search(r"\b(?:supervis|mentor|advis|students)", section.title, re.I):
            lines = [one for _, _, one in context.resume.statements() if _is_in(section, one)]
            if lines:
                said = (Sentence(sentence(one.text), (one,)) for one in lines[:8])
                return answered(*said, why=f"under {section.title!r}")
    return None


def _is_in(section: Section, line: Statement) -> bool:
    inside = [*section.statements, *(one for entry in section.walk() for one in entry.statements)]
    return any(one is line for one in inside)


def _tells(hit: ScoredStatement) -> bool:
    """Whether a line has more than a mark."""
    label = getattr(hit.words, "label", None) or ""
    return any(len(word) > 2 for word in keys(hit.words.text.removeprefix(label)))


def _fullness(hit: ScoredStatement) -> tuple[bool, int]:
    text = hit.words.text
    return bool(re.match(r"\W*(?:\w+ )?(?:thesis|dissertation)", text, re.I)), len(stems(text))


def _thesis(context: Context, part: Part, hits: list[ScoredStatement]) -> Draft | None:
    """What a thesis is about, or who supervised it, as the question asks."""
    who = bool(_WHO.search(part.text))
    fit = [hit for hit in hits if bool(_SUPERVISOR.match(hit.words.text)) is who]
    named = [hit for hit in hits if who and _SUPERVISOR.search(hit.words.text)]
    wanted = (fit or named or hits)[0]
    if not who:  # the title is the line that says most, whatever it is called
        titles = [h for h in fit if _fullness(h)[0] or not _STATES_GRADE.search(h.words.text)]
        wanted = max(titles or fit or hits, key=_fullness)
    titled = any(re.match(r"\W*(?:thesis|dissertation)", hit.words.text, re.I) for hit in hits)
    if not fit and not named and wanted.dense < _NEAR_ENOUGH and not titled:
        return None
    return answered(Sentence(sentence(wanted.words.text), (wanted.words,)), why="study details")


#: A line of a study that is no title must come so near to a question for a thesis (cosine).
_NEAR_ENOUGH = 0.25


#: How a resume states marks, in the forms of several countries.
_STATES_GRADE = re.compile(
    r"\b(?:c?gpa|grades?|marks?|distinction|honou?rs|cum laude|first[- ]class|second[- ]class|"
    r"upper second|2[:.][12]|dean's list|merit|percentile|ects)\b|\d\s*%|\d[.,]\d+\s*(?:/|of)\s*\d",
    re.IGNORECASE,
)
_STATES_GPA = re.compile(r"\bc?gpa\b|\b\d[.,]\d+\b", re.IGNORECASE)


def _grade(context: Context, part: Part, hits: list[ScoredStatement]) -> Draft:
    """The statements that state marks, best first, or that the resume is silent on them."""
    states = _STATES_GPA if re.search(r"gpa\b", part.text, re.I) else _STATES_GRADE
    stated = [hit for hit in hits if states.search(hit.words.text)]
    headed = [job for job in _asked(context, part) if states.search(_words(job))]
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
