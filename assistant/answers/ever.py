"""Whether somebody has ever done something: worked at a place, led others, or what lines tell."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.abroad import asks_no_more, placed
from assistant.answers.context import Context, Drafter
from assistant.answers.evidence import by_evidence
from assistant.answers.meant import ordered
from assistant.answers.places import IN_PLACE, at_place
from assistant.compose import Draft, Sentence, answered
from assistant.facts import described, stays
from assistant.parts import Part
from assistant.text import sentence
from ingest.resume import SectionKind

#: That somebody has led others, as questions ask for it.
_LED = re.compile(
    r"\bleadership\b|\b(?:leader|manager) (?:before|of (?:people|a team))\b|"
    r"\b(?:management|managerial|supervisory) (?:experience|roles?|positions?|jobs?)\b|"
    r"\b(?:led|lead|leading|managed?|managing|headed|head(?:ing)? up|run|ran|running|supervis\w+|"
    r"in charge of|responsible for|managed)\b(?: \w+){0,2} "
    r"(?:teams?|people|staff|others|groups?|departments?|organi[sz]ations?|company|companies|"
    r"divisions?|units?|crews?|anyone|anybody|someone|somebody|institutes?)\b",
    re.IGNORECASE,
)
#: Titles of those who lead others.
_LEADS = re.compile(
    r"\b(?:director|head of|chief|lead(?:er)?|captain|president|chair(?:man|woman|person)?|"
    r"supervisor|foreman|superintendent|founder|c[etofi]o|dean|vp|"
    r"(?:general|team|engineering|operations|store|shift|restaurant|plant|branch|site|ward|senior) "
    r"manager)\b",
    re.IGNORECASE,
)
#: As many stays are told.
_MOST = 4


def ever(context: Context, part: Part) -> Draft:
    """The stays at the place that is named, what lines tell, or titles of those who lead."""
    there = _worked_there(context, part)
    if there is not None:
        return there
    told = by_evidence(context, part)
    if told.status is Status.ANSWERED or not _LED.search(part.text):
        return told
    return _led(context) or told


def _worked_there(context: Context, part: Part) -> Draft | None:
    """The stays at a place, of a question that asks for nothing else."""
    named = IN_PLACE.search(part.text)
    if named is None or part.jobs or part.role_jobs or part.when:
        return None
    found = at_place(part, stays(context.resume, SectionKind.WORK, SectionKind.VOLUNTEER))
    if not found or not asks_no_more(part.text[: named.start()] + part.text[named.end() :]):
        return None
    said = answered(*map(placed, found[:_MOST]), why="stays at the place")
    return replace(said, settled=True)


def _led(context: Context) -> Draft | None:
    found = [job for job in ordered(context) if any(_LEADS.search(r.title.text) for r in job.roles)]
    told = [Sentence(sentence(described(job)), job.evidence(dated=True)) for job in found[:_MOST]]
    return answered(*told, why="titles of those who lead") if told else None


EVER: dict[str, Drafter] = {"did_ever": ever}
