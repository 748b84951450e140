"""Forms of question that the classifier takes for those of another kind."""

from __future__ import annotations

import re

from assistant.answers.studied import levels_in
from assistant.parts import Part

#: What a question calls the places where someone worked.
JOBS = r"(?:jobs?|employers?|companies|firms|roles?|positions?|posts|gigs|stints?|workplaces)"
_EARLY, _LATE = r"(?:very first|first|earliest|oldest)", r"(?:(?:most )?recent|latest|newest|last)"
#: The one at an end of the list: "most recent of his employers", "of all her jobs, the first".
_END_OF_LIST = re.compile(
    rf"^\W*(?:(?:what|which|who)(?:['’]?s| is| was)? )?(?:the )?(?:(?P<first>{_EARLY})|(?:most )?"
    rf"{_LATE})(?: one)? (?:of|among|out of) (?:all )?(?:of )?"
    rf"(?:the |his |her |their )?{JOBS}\W*$|"
    rf"^\W*(?:(?:out )?of|among) (?:all )?(?:the |his |her |their )?{JOBS}\W+"
    rf"(?:(?:which|what|who) )?(?:one )?(?:(?:is|was|were|came) )?(?:the )?"
    rf"(?:(?P<first_of>{_EARLY})|(?:most )?{_LATE})(?: one)?\W*$",
    re.IGNORECASE,
)
#: That it is asked whether something is finished, and not whether someone was out of work.
_OR_NOT = re.compile(
    r"\b(?:finished|completed?|done|passed|ended|over)\b.*\b(?:or (?:not|no|still)|yet)\b",
    re.IGNORECASE,
)
#: What work is done with or on, and what a question for a place has.
_OF_WORK = re.compile(
    r"\b(?:tech(?:nolog\w+)?|tools?|stack|frameworks?|languages?|software|duties|tasks?|projects?|"
    r"responsib\w+|work(?:ed|s)? (?:on|with))\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:where|places?|city|cities|towns?|countr\w+|states?|locat\w+|based|sites?|region|area|"
    r"offices?|branch|remote\w*|on-?site)\b",
    re.IGNORECASE,
)
#: Children whom someone does something with are those of others.
CHILDREN_AT_WORK = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|teach\w*|taught|coach\w*|train\w*|tutor\w*|led|lead(?:s|ing)?|"
    r"brought|bring\w*|supervis\w+|worked|working|works|look(?:s|ed|ing)? after) "
    r"(?:(?!(?:his|her|their)\b)\w+ ){0,2}(?:kids|children)\b",
    re.IGNORECASE,
)
#: That a day is asked for on which a study will be over.
END_TO_COME = re.compile(
    r"\b(?:when|(?:what|which) (?:year|month|date|day)|how soon)\b.*"
    r"\b(?:will|going to|due(?: to)?|expect\w*|does|is)\b.*"
    r"\b(?:done|finish\w*|complet\w*|defend\w*|defen[cs]e|submit\w*|graduat\w*|over|end)\b|"
    r"\bgraduating\b.*\bwhen\b|"
    r"\b(?:expected|anticipated|planned) (?:grad\w*|completion|end|finish)\b",
    re.IGNORECASE,
)
#: What somebody did is no way to reach them ("did she put a website online herself").
_DID = re.compile(r"^\W*(?:and |so )?did (?:s?he|they)\b", re.IGNORECASE)
#: Nor are things that are made for or sold by telephones.
_PHONES = re.compile(
    r"^\W*(?:and |so )?(?:can|could|does|has|is) (?:s?he|they)\b.*\b(?:for|on|to|of|with|from) "
    r"(?:\w+ )?(?:phones|mobiles|smartphones?)\b",
    re.IGNORECASE,
)
#: "How long a volunteer with Acme": of kinds that may last.
_LONG = re.compile(r"^\W*(?:and |so |for )?how long\b", re.IGNORECASE)
_LASTS = frozenset("volunteer projects open_what".split())
#: Of what is surely a study: "diploma" and "law" name other things, too.
_DEGREES = frozenset("doctor master bachelor MBA".split())
#: Below this the classifier is unsure of what it hears.
_HALF = 0.5


def end_of_list(text: str) -> str | None:
    """The intent of a question for the first or the latest one of the jobs, if it is such."""
    found = _END_OF_LIST.search(text)
    if found is None:
        return None
    return "job_first" if found["first"] or found["first_of"] else "job_current"


def misheard_as(part: Part) -> str | None:
    """What a question asks for that its words keep from being what the classifier takes it for."""
    intent, sure = part.guess.ranked[0]
    if intent == "gaps" and sure < _HALF and _OR_NOT.search(part.text):
        return "open_what"
    if END_TO_COME.search(part.text) and sure < _HALF and _DEGREES & set(levels_in(part.text)):
        return "edu_dates"
    if intent.startswith("contact") and (_DID.match(part.text) or _PHONES.search(part.text)):
        return "did_ever"
    if intent in _LASTS and (part.jobs or part.role_jobs) and _LONG.match(part.text):
        return "job_duration"
    of_work = _OF_WORK.search(part.text) and not _PLACED.search(part.text)
    return "job_duties" if intent == "job_place" and part.jobs and of_work else None
