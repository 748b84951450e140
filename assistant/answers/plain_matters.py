"""What plain words ask for that lines tell by words of their own: who paid, what was given up.

A funder is told by "scholarship", a study that was dropped by "given up".
"""

from __future__ import annotations

import re

from assistant.answers.context import Context, reach, unsaid
from assistant.answers.evidence import quoted_all
from assistant.answers.studied import levels_in
from assistant.compose import Draft, answered
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import stem, stems, tokens
from assistant.words import is_ordinary
from ingest.resume import SectionKind

#: Studies, as something that is paid for.
_STUDIES = (
    r"(?:degrees?|stud(?:y|ies)|masters?|master['’]s|bachelor\w*|phd|doctorate|mba|msc|ma|tuition|"
    r"educations?|uni|university|college|school\w*|courses?|training)"
)
_PAID_FOR_STUDY = re.compile(
    rf"\bwho(?:['’]s| has| had)? (?:paid|pays|funded|funds|financed|sponsored)\b.*\b{_STUDIES}\b|"
    rf"\bhow (?:was|were|did|has) .*\b{_STUDIES}\b.*\b(?:paid|funded|financed|fund|finance)\b",
    re.IGNORECASE,
)
_FUNDS = re.compile(
    r"\b(?:scholar(?:ship)?s?|stipends?|bursar(?:y|ies)|fellowships?|studentships?|grant|"
    r"(?:fully |part[- ]|self[- ])?funded|sponsored|financed|paid (?:for )?by|tuition waiver)\b",
    re.IGNORECASE,
)
#: A study that did not end with a degree, as questions and as resumes say it.
_DROPPED = re.compile(
    r"\b(?:drop(?:ped|s)?(?: out)?|g[ai]ve(?:n)?(?: it| that| this)? up|"
    r"abandon(?:ed)?|quit|broke off|"
    r"(?:didn['’]?t|did not|never|not) (?:finish|complete)(?:ed|d)?)\b",
    re.IGNORECASE,
)
_OF_STUDY = re.compile(rf"\b{_STUDIES}\b", re.IGNORECASE)
_WITHOUT_DEGREE = re.compile(
    r"\b(?:dropped(?: out)?|g[ai]ve(?:n)?(?: it| that| this)? up|abandoned|"
    r"broke(?:n)? off|withdr[ae]wn?|discontinued|left (?:without|before)|no degree|"
    r"without (?:a )?(?:degree|graduating)|"
    r"(?:not|never) (?:finished|completed)|unfinished|incomplete)\b",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    rf"\b(?:semesters?|universit\w+|{_STUDIES})\b(?!.*\b(?:students|pupils)\b)", re.IGNORECASE
)
#: As many lines are told.
_MOST = 3


def asks_plainly(text: str) -> bool:
    """Whether a question asks who paid for a study, or for one that was given up."""
    dropped = _DROPPED.search(text) and _OF_STUDY.search(text)
    return bool(dropped or _PAID_FOR_STUDY.search(text))


def plainly_told(context: Context, part: Part) -> Draft | None:
    """The lines that tell who paid for a study, or of one that was dropped; None if none does."""
    if not asks_plainly(part.text):
        return None
    hits = context.search(part)
    if _PAID_FOR_STUDY.search(part.text):
        asked = set(levels_in(part.text))
        told = [
            hit for hit in hits if _FUNDS.search(_whole(hit)) and is_of_level(asked, _whole(hit))
        ]
        quoted = _quoted(context, told[:1], "a line that says who paid")
        return quoted or unsaid("who paid for that", *reach(context), why="no line says who paid")
    told = [hit for hit in hits if _WITHOUT_DEGREE.search(hit.words.text) and _is_of_study(hit)]
    return _quoted(context, told[:_MOST], "a study that was given up")


def named_line(context: Context, part: Part) -> Draft | None:
    """The line that has the one word of the question which is a name ("toefl score")."""
    names = {
        stem(token.key)
        for token in tokens(part.text)
        if token.key.isalpha() and len(token.key) > 2 and not is_ordinary(token.key)
    } & context.known.stems
    told = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and names and names <= stems(hit.words.text)
    ]
    return _quoted(context, told, "the line that has the name") if len(told) == 1 else None


def is_of_level(asked: set[str], text: str) -> bool:
    """Whether a text may be of a study of the level asked for: it names that one or none."""
    named = set(levels_in(text))
    return not (asked and named) or bool(asked & named)


def _is_of_study(hit: ScoredStatement) -> bool:
    """Whether a line tells of a study by where it stands or by its own words."""
    return hit.section.kind is SectionKind.EDUCATION or bool(_STUDIED.search(hit.words.text))


def _whole(hit: ScoredStatement) -> str:
    """A line together with what heads the entry in which it stands."""
    headings = [one.text for one in hit.path[-1].headings] if hit.path else []
    return " ".join((*headings, hit.words.text))


def _quoted(context: Context, told: list[ScoredStatement], why: str) -> Draft | None:
    return answered(*quoted_all(context, told), why=why) if told else None
