"""Questions whose own words say plainly what is asked: a list, marks, a post, a way to reach."""

from __future__ import annotations

import re

from assistant.answers.contact import REACHING
from assistant.answers.context import Context
from assistant.answers.led import asks_how_many_led
from assistant.answers.lines import listed_then
from assistant.answers.networks import asks_handle, only_network
from assistant.answers.sought import ASKS_POSITION
from assistant.answers.studied import asked_studies
from assistant.answers.theses import YEARLY_MARKS
from assistant.answers.used_at import used_at
from assistant.parts import Part
from ingest.resume import SectionKind

#: What is taught in a study, at the head of a question, and how the person took it.
_COURSES = re.compile(
    r"^\W*(?:(?:all|list|name|which|what|the|her|his|their|any|two|three|four|five|six|\d|"
    r"grad(?:uate)?|undergrad(?:uate)?|uni|college|university)\W+)*"
    r"(?:courses|modules|classes|subjects|coursework)\b(?=.*\b(?:names?|listed|lists?|s[ai]t|took|"
    r"taken?|do|did|done|stud(?:y|ied)|cover(?:ed)?|at|in|for|during)\b)",
    re.IGNORECASE,
)
#: What a thesis is about, and no more of it.
_SUBJECT = re.compile(
    r"(?=.*\b(?:thesis|dissertation|ph\.?d)\b)"
    r".*\b(?:about|topic|subject|title|deal\w*|look\w* (?:at|into)|on)\b",
    re.IGNORECASE,
)
#: Who gave a certificate or an award: its entry names them, if not by "issued by".
_ISSUED = ("certificates", "awards")
_ISSUER = re.compile(
    r"^\W*(?:and )?(?:who|which \w+) (?:has |had )?"
    r"(?:issued|gave|awarded|granted|certified|issues)\b|"
    r"\b(?:issued|awarded|given|granted) by wh(?:om|o|ich)\b|\bissuers?\b|\bissuing\b",
    re.IGNORECASE,
)
#: What was made at a stay, in the plural: the names that its lines begin with.
_PROJECTS = re.compile(r"\b(?:projects|products|apps|applications|platforms)\b", re.IGNORECASE)
#: What others say of the person.
_SAID_OF_THEM = re.compile(
    r"\b(?:boss(?:es)?|managers?|supervisors?|colleagues?|coworkers?|co-workers?|others?|people|"
    r"clients?|teammates?|anyone|anybody|they)\b.*\b(?:sa(?:y|id|ys|ying)|th(?:ink|ought)|"
    r"wr(?:ite|ote|itten))\b.*\b(?:about|of) (?:him|her|them)\b",
    re.IGNORECASE,
)
_DATED_LISTS = frozenset("job_at_time job_dates projects open_what offtopic".split())
_MAYBE_COURSES = frozenset("edu_school edu_degree edu_list edu_courses certificates".split())


def asked_plainly(context: Context, part: Part) -> str | None:
    """What plain words ask: a post, who is led, a list of one year, marks, a thesis, courses."""
    if ASKS_POSITION.search(part.text):
        return "seeking"
    if asks_how_many_led(part.text):
        return "number"
    if part.intent in _ISSUED and _ISSUER.search(part.text):
        return part.intent
    if used_at(context, part):
        return "skill_list"
    if part.intent == "projects" and len(part.jobs) == 1 and _PROJECTS.search(part.text):
        return "projects"
    if _SAID_OF_THEM.search(part.text) and context.resume.of_kind(SectionKind.REFERENCES):
        return "references"
    if part.intent in _DATED_LISTS and listed_then(context, part):
        return "list_then"
    if YEARLY_MARKS.search(part.text) and context.resume.of_kind(SectionKind.EDUCATION):
        return "edu_grade"
    if part.intent == "edu_thesis" and _SUBJECT.search(part.text):
        return "edu_thesis"
    if part.intent not in _MAYBE_COURSES or not _COURSES.search(part.text):
        return None
    listed = any(next(job.statements(), None) for job in asked_studies(context, part))
    return "edu_courses" if listed else None


#: "Phone for a trial day": what to reach somebody by, and what for.
_WAY_FIRST = re.compile(
    r"^\W*(?:(?:an?|any|the|his|her|their|need|what(?:['’]?s| is)|contact|direct) )*"
    r"(?:(?P<mail>e-?mail)|(?:tele|hand)?phone|mobile|cell(?:phone)?|tel|ph|hp)\.?"
    r"(?: (?:no\.?|nr|number|address|contact))? (?:for|to)\b",
    re.IGNORECASE,
)


def way_to_reach(context: Context, part: Part, *, fixed: bool) -> str | None:
    """The contact that a question names and hardly more, else None.

    `fixed` is whether the classifier hears nothing that is asked of the person.
    """
    if (fixed or asks_handle(part)) and only_network(context, part, REACHING):
        return "contact_link"
    unsure = fixed or part.intent == "followup" or part.guess.ranked[0][1] < _HALF
    way = _WAY_FIRST.match(part.text) if unsure else None
    return way and ("contact_email" if way["mail"] else "contact_phone")


#: From here the classifier is not overruled by a way to reach somebody.
_HALF = 0.5
