"""Questions whose own words say plainly what is asked: lists of a year, marks, courses, a post."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.answers.lines import listed_then
from assistant.answers.sought import ASKS_POSITION
from assistant.answers.studied import asked_studies
from assistant.answers.theses import YEARLY_MARKS
from assistant.question import Part
from ingest.resume import SectionKind

#: What is taught in a study, at the head of a question, and how the person took it.
_COURSES = re.compile(
    r"^\W*(?:(?:all|list|name|which|what|the|her|his|their|any|grad(?:uate)?|undergrad(?:uate)?|uni"
    r"|college|university)\W+)*(?:courses|modules|classes|subjects|coursework)\b"
    r"(?=.*\b(?:s[ai]t|took|taken?|do|did|done|stud(?:y|ied)|cover(?:ed)?|at|in|for|during)\b)",
    re.IGNORECASE,
)
_DATED_LISTS = frozenset("job_at_time job_dates projects open_what offtopic".split())
_MAYBE_COURSES = frozenset("edu_school edu_degree edu_list edu_courses".split())


def asked_plainly(context: Context, part: Part) -> str | None:
    """What plain words ask: a post sought, a list of one year, yearly marks, courses of a study."""
    if ASKS_POSITION.search(part.text):
        return "seeking"
    if part.intent in _DATED_LISTS and listed_then(context, part):
        return "list_then"
    if YEARLY_MARKS.search(part.text) and context.resume.of_kind(SectionKind.EDUCATION):
        return "edu_grade"
    if part.intent not in _MAYBE_COURSES or not _COURSES.search(part.text):
        return None
    listed = any(next(job.statements(), None) for job in asked_studies(context, part))
    return "edu_courses" if listed else None
