"""Which studies a question asks about, by school, level, field and time, and how to name them."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.compose import Sentence
from assistant.facts import (
    Job,
    at_time,
    by_time,
    degree,
    distinct,
    holder,
    period,
    studies,
)
from assistant.names import same_sort
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, content_keys, keys, sentence, stem, stems
from ingest.dates import find_dates
from ingest.languages import HAN, LANGUAGES
from ingest.resume import Fragment

#: Words by which a question is about teaching or working at schools, not about studying there.
TAUGHT = re.compile(
    r"\b(?:taught|teach(?:es|ing)?|adjunct|lectur\w+|instruct\w+|worked|employed|tutor\w*)\b", re.I
)


#: Levels of degrees as resumes and questions write them. Two-letter forms that are words of English
#: too count only in capitals or with dots; `(?-i:` keeps the case.
_IN_ENGLISH = (
    ("MBA", r"\be?m\.?b\.?a\b|master of business administration"),
    ("law", r"\bll\.?\s?[bm]\b|\bj\.?\s?d\b\.?|\bjuris\b|\blaw (?:degree|school)|\b(?:laws|law)\b"),
    ("medical", r"\bmbb?[sc]h?b?\b|\b(?-i:MD)\b|\bm\.d\b|\bmedical (?:degree|school)|"
                r"\bmed school|\bmedicine\b|\bmedical (?:university|college|faculty|studies)"),
    ("doctor", r"\bph\.?\s?d|\bd\.?\s?phil|\bdoctor\w*|\bd\.?m\.?a\b|\bed\.?d\b|\bd\.?sc\b|"
               r"\bpsy\.?d\b|\bdr\.? ?rer"),
    ("master", r"\bmaster(?:s|'s|’s)?\b|\bm\.?\s?sc\b|\b(?:m\.[aes]|(?-i:M[AESM]))\b|\bm\.m\b|"
               r"\bm\.?\s?eng|\bm\.?tech|\bm\.?phil|\bm\.?ed\b|\bed\.?m\b|\bmfa\b|\bmph\b|\bmpp\b|\bpostgrad|"
               r"\b(?-i:MS(?:CS|EE|ME|IS|IT|N|W))\b"),
    ("bachelor", r"\bbachelor\w*|\bb\.?\s?sc\b|\b(?:b\.[aesm]|(?-i:B[AESM]))\b|\bb\.?\s?eng|"
                 r"\bb\.?tech|\bb\.?com\b|\bb\.?ed\b|\bundergrad\w*|\bbfa\b|\bba\b|\bbach\b|"
                 r"\b(?-i:BS(?:CS|EE|ME|CE|BA|IT|N|W))\b"),
    ("associate", r"\bassociate(?:'s|’s)? (?:degree|of)|\bassociate(?:'s|’s)(?!\w)|"
                  r"\ba\.a\.?s?\b|\b(?-i:AAS)\b"),
    ("diploma", r"\bdiploma\b|\b(?:grad|postgrad|pg|adv|nat) ?dip\b"),
    ("school", r"\b(?:high school|a[- ]levels?|gcse\w*|secondary)"),
)  # fmt: skip


def _in_all_languages(level: str, pattern: str) -> str:
    """With what resumes in other languages call a degree of the level."""
    others = "|".join(one.levels[level] for one in LANGUAGES if level in one.levels)
    return f"{pattern}|(?:\\b|(?<=[{HAN}]))(?:{others})" if others else pattern


LEVELS = tuple((level, _in_all_languages(level, pattern)) for level, pattern in _IN_ENGLISH)


def levels_in(text: str) -> list[str]:
    """Every level or kind of degree that a text names."""
    return [name for name, pattern in LEVELS if re.search(pattern, text, re.I)]


def level_in(text: str) -> str | None:
    """The level or kind of degree that a text names first in the order of `LEVELS`."""
    return next(iter(levels_in(text)), None)


#: "Grad school" is what follows the first degree.
_GRADUATE = re.compile(
    r"\b(?<!under)(?<!under-)(?:post-?)?grad(?:uate)?\b "
    r"(?:school|studies|stud(?:y|ied)|degree|program\w*|level|work|education)\b",
    re.IGNORECASE,
)
_AFTER_FIRST = {"master", "doctor", "MBA"}


def asked_studies(context: Context, part: Part) -> list[Job]:
    """The studies that the question names by school, level or time; all if it names none."""
    found = studies(context.resume)
    named = [job for job in found if job in part.jobs]
    level = level_in(part.text)
    if level == "diploma" and re.search(r"\bdiplomas\b", part.text, re.IGNORECASE):
        level = None  # of every level
    levelled = [job for job in found if level and level in levels_in(study_words(job))]
    if not level and _GRADUATE.search(part.text):
        levelled = [job for job in found if _AFTER_FIRST & set(levels_in(study_words(job)))]
    timed = at_time(found, part.when, context.today) if part.when else []
    for narrowed in (
        [job for job in levelled if job in named], levelled, named, timed,
    ):  # fmt: skip
        if narrowed:
            return by_time(narrowed)
    graded = [job for job in found if levels_in(study_words(job))]
    if re.search(r"\bdegrees?\b", part.text, re.IGNORECASE) and graded:
        return by_time(graded)
    return by_time(found)


def study_words(job: Job) -> str:
    """The words of the lines that name a study."""
    named = job.entry.headings or job.entry.statements[:1]  # a bullet names and says it in one
    titles = [role.title for role in job.roles]  # one may stand below what names the school
    return " ".join(words.text for words in (*named, *titles)) or degree(job)


def said_of(job: Job) -> Sentence:
    """The study in a phrase; in the words of its own line, where that says more (a minor)."""
    text = degree(job)
    evidence = evidence_of(job)
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


def evidence_of(job: Job) -> tuple[Fragment, ...]:
    """The lines that name and date a study, and those that give its field."""
    parts = list(job.evidence(dated=True))
    if job.entry.area:
        parts.append(holder(job.entry, job.entry.area))
    return distinct(parts)


#: What is below a degree, or taught in another way.
_LOWER = re.compile(
    r"\b(?:course\w*|certificat\w+|pg\s?(?:cert|dip)\w*|bootcamp|training|diploma|school|gcse\w*|"
    r"a[- ]levels?|exchange)\b",
    re.IGNORECASE,
)


def may_be(level: str, found: list[Job]) -> bool:
    """Whether a study of no plain level ("Degree in Economics") may be of the one asked for."""
    if level not in ("bachelor", "master", "school"):
        return False
    plain = [job for job in found if levels_in(study_words(job)) or _LOWER.search(study_words(job))]
    others = [job for job in found if job not in plain]
    if level == "school" and plain:  # comes before what is of a level, or is called a school
        first = min((_begun(job) for job in plain), default=_NEVER)
        return any(same_sort("school", study_words(job)) or _begun(job) < first for job in others)
    return bool(others)


_NEVER = 9999


def _begun(job: Job) -> int:
    """The year in which a study began, or ended where that is all that is told."""
    day = job.dates and (job.dates.start or job.dates.end)
    return day.year if day else _NEVER


_FIELD = re.compile(
    r"\b(?:degree|masters?(?:'s|’s)?|bachelors?(?:'s|’s)?|ph\.?d|doctorate|m\.?sc|b\.?sc|ma|ba)\s+"
    r"(?:degree\s+)?(?:in|of)\s+(?P<field>[a-z][\w-]+(?:\s+(?!from|at|and|or|with|or|when|where|in)"
    r"[a-z][\w-]+)?)",
    re.IGNORECASE,
)
_NO_FIELD = frozenset(
    """science arts philosophy what which whom subject field hand progress total general end
    question place process particular fact""".split()
)


def field_asked(text: str) -> list[str]:
    """The words of the field that a question names ("a masters in public health")."""
    match = _FIELD.search(text)
    words = keys(match["field"]) if match else []
    kept = [word for word in words if word not in FUNCTION_WORDS | _NO_FIELD]
    return kept if kept and len(kept) == len(words) else []


def in_field(job: Job, field: list[str]) -> bool:
    """Whether the study's words name the field, by at least the beginning of one of its words."""
    has = content_keys(f"{study_words(job)} {degree(job)}")
    return any(stem(a) == stem(b) or a[:4] == b[:4] for a in field for b in has)


LEVEL_NAMES = {
    "doctor": "a doctorate", "MBA": "an MBA", "master": "a master's degree", "law": "a law degree",
    "medical": "a medical degree", "bachelor": "a bachelor's degree",
    "associate": "an associate degree", "diploma": "a diploma", "school": "a secondary school",
}  # fmt: skip


def answered_elsewhere(context: Context, part: Part) -> bool:
    """Whether the question, hardly one about studies, is answered by a line of another section."""
    if part.guess.ranked[0][1] >= _HARDLY_STUDY or part.jobs:
        return False
    return not _OF_STUDY.search(part.text)


#: Words by which a question is about studies (a closed class).
_OF_STUDY = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|degrees?|uni(?:s|versity|versities)?|colleges?|schools?|graduat\w+|"
    r"educat\w+|majors?|minors?|courses?|class(?:es)?|modules?|subjects?|thesis|dissertation|ph\.?d|"
    r"masters?|bachelors?|diplomas?|qualif\w+|academic\w*|alma mater|gpa|grades?|marks?|credits?|"
    r"semesters?|campus|student|doctora\w+|mba|msc|bsc|ma|ba|a level|trained|learned|taught)\b",
    re.IGNORECASE,
)
#: Below this the classifier may have taken another question for one about studies.
_HARDLY_STUDY = 0.55
