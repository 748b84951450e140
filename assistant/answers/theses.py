"""What the lines of a study say: theses, supervisors, courses, minors, marks."""

from __future__ import annotations

import re

from assistant.answers.context import Context, unsaid
from assistant.answers.evidence import by_evidence, quoted_all
from assistant.answers.plain_matters import is_of_level, named_line
from assistant.answers.studied import (
    TAUGHT,
    answered_elsewhere,
    asked_studies,
    levels_in,
    said_of,
    study_words,
)
from assistant.compose import Draft, Sentence, answered
from assistant.facts import Job, distinct
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import YEAR, keys, sentence, stems
from ingest.dates import find_dates
from ingest.resume import Fragment, Section, SectionKind, Statement

GRADE_ASKED = re.compile(
    r"\b(?:grades?|marks?|gpa|cgpa|score[ds]?|class(?:ification)?|honours|percentage|averages?)\b",
    re.IGNORECASE,
)
#: Marks of several years of a study.
YEARLY_MARKS = re.compile(
    r"^(?=.*\b(?:averages?|marks|grades|gpas?|percentages|results)\b)"
    r"(?=.*\b(?:uni\w*|college|degree|school|studies|course)\b)"
    r".*\b(?:year (?:by|on|after) year|(?:each|every|per|by) (?:year|semester|term)|yearly)\b",
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


#: Courses that somebody gave: not those that they took.
_GIVEN = re.compile(
    r"\b(?:she|he|they) (?:gave|gives?|ran|runs?|led|leads?|held|holds?|offer\w*)\b", re.IGNORECASE
)


def inside(context: Context, part: Part) -> Draft | None:
    """A thesis, courses or marks: the statements of the studies that the question is after."""
    taught = _SUPERVISES.search(part.text) or (
        part.intent == "edu_courses" and (TAUGHT.search(part.text) or _GIVEN.search(part.text))
    )
    if taught or answered_elsewhere(context, part):
        return (_supervised(context) if taught else None) or by_evidence(context, part)
    if re.search(r"(?<!\b[a-g] )\bminor(?:ed)?\b", part.text, re.IGNORECASE):
        return _minor(context) or unsaid("what the minor was", why="no line names a minor")
    asked = {id(entry) for job in asked_studies(context, part) for entry in job.entry.walk()}
    hits = [
        hit for hit in context.search(part)
        if hit.path and id(hit.path[-1]) in asked and not hit.is_heading
    ]  # fmt: skip
    if part.intent == "edu_grade" or GRADE_ASKED.search(part.text):
        return _grade(context, part, hits)
    if part.intent == "edu_thesis":
        told = None if _WHO.search(part.text) else named_thesis(context, part)
        if told is not None:
            return told
        return _thesis(context, part, hits) if hits else _no_thesis(context, part)
    if not hits:
        return None
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


_NAMED = re.compile(r"\b(?:thes[ie]s|dissertation)\b", re.IGNORECASE)
#: A line of a study that begins with the title needs no more.
_LABELLED = re.compile(
    r"\W*(?:[\w'’.-]+ ){0,3}(?:thesis|dissertation)s?\b(?! (?:supervis|advis|committee))", re.I
)


def named_thesis(context: Context, part: Part) -> Draft | None:
    """What is said of a thesis by its name or by its title, of the level that is asked for.

    A line may say so anywhere; a title may stand behind the words and dates of its degree.
    """
    asked = set(levels_in(part.text))
    told: list[Fragment] = []
    for _, path, said in context.resume.walk():
        around = " ".join(words.text for entry in path for words in entry.headings)
        levels = set(levels_in(said.text)) or set(levels_in(around))
        if _LABELLED.match(said.text) and not (asked and levels and not asked & levels):
            told.append(said)
    if not told:
        told = [
            words
            for job in asked_studies(context, part)
            if (asked or {"doctor", "master"}) & set(levels_in(study_words(job)))
            for words in (*job.entry.headings, *job.entry.statements)
            if _titled(words.text, job)
        ]
    lines = [Sentence(sentence(words.text), (words,)) for words in told[:_THESES]]
    return answered(*lines, why="a thesis") if lines else None


#: As many are told, and words of the shortest title.
_THESES, _TITLE = 2, 3


def _titled(text: str, job: Job) -> bool:
    """Whether a title stands in a line behind its dates, or behind the school."""
    ends = [found.end for found in find_dates(text)]
    named = job.entry.organisation
    if named and named.text in text:
        ends.append(text.index(named.text) + len(named.text))
    if not ends:
        return False
    for clause in re.split(r"[.:;]\s+", text[max(ends) :].lstrip(" ).:,;–—-")):
        words = [word for word in keys(clause) if word.isalpha()]
        plain = levels_in(clause) or _STATES_GRADE.search(clause) or _SUPERVISOR.search(clause)
        if len(words) >= _TITLE and not plain and clause[:1].isupper():
            return True
    return False


def _thesis(context: Context, part: Part, hits: list[ScoredStatement]) -> Draft | None:
    """What a thesis is about, or who supervised it, as the question asks; or that none says so."""
    who = bool(_WHO.search(part.text))
    fit = [hit for hit in hits if bool(_SUPERVISOR.match(hit.words.text)) is who]
    named = [hit for hit in hits if who and _SUPERVISOR.search(hit.words.text)]
    if who and not fit and not named:
        return unsaid("who that was", why="no study names a supervisor")
    wanted = (fit or named or hits)[0]
    if not who:  # the title is the line that says most, whatever it is called
        titles = [h for h in fit if _fullness(h)[0] or not _STATES_GRADE.search(h.words.text)]
        wanted = max(titles or fit or hits, key=_fullness)
    titled = any(re.match(r"\W*(?:thesis|dissertation)", hit.words.text, re.I) for hit in hits)
    # A line that only says what was studied is the title of nothing.
    if not who and levels_in(wanted.words.text) and not _NAMED.search(wanted.words.text):
        return unsaid("what the thesis is about", why="no study names a thesis")
    if not fit and not named and wanted.dense < _NEAR_ENOUGH and not titled:
        return None
    if not who and not titled and len(keys(wanted.words.text)) < _TITLE:
        return unsaid("what the thesis is about", why="no line is as long as a title")
    return answered(Sentence(sentence(wanted.words.text), (wanted.words,)), why="study details")


def _no_thesis(context: Context, part: Part) -> Draft | None:
    """That the resume tells of no thesis, unless a line somewhere does."""
    told = any(_NAMED.search(words.text) for _, _, words in context.resume.walk())
    return None if told else unsaid("anything about a thesis", why="no line names a thesis")


#: A line of a study that is no title must come so near to a question for a thesis (cosine).
_NEAR_ENOUGH = 0.25


#: How a resume states marks, in the forms of several countries.
_STATES_GRADE = re.compile(
    r"\b(?:c?gpa|grades?|marks?|distinction|honou?rs|cum laude|upper second|"
    r"(?:first|1st|second|2nd|third|3rd)[- ]class|2[:.][12]|dean's list|merit|percentile|ects)\b|"
    r"\d\s*%|\d[.,]\d+\s*(?:/|of)\s*\d",
    re.IGNORECASE,
)
_STATES_GPA = re.compile(r"\bc?gpa\b|\b\d[.,]\d+\b", re.IGNORECASE)


def _grade(context: Context, part: Part, hits: list[ScoredStatement]) -> Draft:
    """The statements that state marks, best first, or that the resume is silent on them."""
    if YEARLY_MARKS.search(part.text) and (yearly := _yearly(context)):
        return answered(*yearly, why="the marks of each year")
    if not part.jobs and (named := named_line(context, part)) and _has_mark(named):
        return named
    states = _STATES_GPA if re.search(r"gpa\b", part.text, re.I) else _STATES_GRADE
    levels = set(levels_in(part.text))
    stated = [
        hit for hit in hits if states.search(hit.words.text) and is_of_level(levels, hit.words.text)
    ]
    asked = asked_studies(context, part)
    entries = {id(entry) for job in asked for entry in job.entry.walk()}
    stated = [hit for hit in stated if entries & set(map(id, hit.path))] or stated
    headed = [job for job in asked if states.search(study_words(job))]
    if not headed:
        beyond = _of_class(part, _stated_beyond(context, part))
        stated = _of_class(part, stated) or beyond or stated
    if stated and not (headed and _OF_DEGREE.search(part.text)):
        return answered(*quoted_all(context, stated[:2]), why="a statement with marks")
    if headed:
        told = (_headed(job, states) for job in headed[:2])
        return answered(*told, why="a degree with marks")
    studied = any(job.section.kind is SectionKind.EDUCATION for job in part.jobs)
    if part.guess.ranked[0][1] < _UNSURE and not studied:  # perhaps it is no question for marks
        all_hits = context.search(part)
        if context.supports(part, all_hits).probability >= _SURELY:
            return by_evidence(context, part)
    return unsaid("anything about grades", why="no study states marks")


def _has_mark(draft: Draft) -> bool:
    """Whether a line that is told has a number that is no year, or words for a mark."""
    told = " ".join(words.text for said in draft.sentences for words in said.evidence)
    return bool(_STATES_GRADE.search(told) or re.search(r"\d", YEAR.sub("", told)))


#: The degree's own mark, which may stand in what it is called.
_OF_DEGREE = re.compile(
    r"\bdegree class|\bclass of (?:the |his |her |their )?degree", re.IGNORECASE
)
#: As many lines are told of marks year by year.
_YEARS = 6
#: The classifier's probability below which it may be about something else than marks, and the
#: judge's from which a line then answers.
_UNSURE, _SURELY = 0.5, 0.85
#: Where else than in a study's own entry a resume says how well it went.
_BEYOND = (SectionKind.EDUCATION, SectionKind.SUMMARY, SectionKind.BASICS)


def _yearly(context: Context) -> list[Sentence]:
    """The lines that state the marks of a year of studies, in the order of the source."""
    told = [
        Sentence(sentence(line.text), (line,))
        for _, _, line in context.resume.statements()
        if _OF_A_YEAR.search(line.text) and _STATES_GRADE.search(line.text)
    ]
    return told[:_YEARS]


#: "2nd year", "year two", "semester 3".
_OF_A_YEAR = re.compile(
    r"\b(?:1st|2nd|3rd|[4-8]th|first|second|third|fourth|fifth|sixth|final) "
    r"(?:year|semester|term)\b|"
    r"\b(?:year|semester|term) (?:[1-8]|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)


def _headed(job: Job, states: re.Pattern[str]) -> Sentence:
    """The study, in the words of the heading that states its marks if its name does not."""
    made = said_of(job)
    heads = [words for words in job.entry.headings if states.search(words.text)]
    if states.search(made.text) or not heads:
        return made
    return Sentence(sentence(heads[0].text), distinct((heads[0], *made.evidence)))


def _stated_beyond(context: Context, part: Part) -> list[ScoredStatement]:
    """What is said of marks outside of the entries that were asked for."""
    asked = set(levels_in(part.text))
    return [
        hit for hit in context.search(part)
        if hit.section.kind in _BEYOND and not hit.is_heading
        and _STATES_GRADE.search(hit.words.text) and levels_in(hit.words.text)
        and is_of_level(asked, hit.words.text)
    ]  # fmt: skip


def _of_class(part: Part, hits: list[ScoredStatement]) -> list[ScoredStatement]:
    """Those that state a class ("1st class"), where that is asked for; else all."""
    if not re.search(r"\bclass", part.text, re.IGNORECASE):
        return hits
    return [hit for hit in hits if re.search(r"\bclass\b", hit.words.text, re.IGNORECASE)]
