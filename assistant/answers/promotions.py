"""Roles that followed one another at one employer: what came next, when, and after how long."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answers.context import Context
from assistant.answers.evidence import quoted_all
from assistant.answers.meant import hull, they
from assistant.compose import Draft, Sentence, answered
from assistant.facts import Job, described, distinct, jobs, length, months_of, period
from assistant.question import Part
from assistant.spoken import describe
from assistant.tenures import Stint, begins, stints, tenure
from ingest.dates import merge
from ingest.resume import DateRange

#: How a question asks about a promotion, and how a line tells of one.
ASKS_PROMOTION = re.compile(
    r"\b(?:promot\w+|made (?!up\b)\w+|mov(?:e|ed|ing) up|step(?:ped|ping)? up|r(?:ise|ose|isen) to|"
    r"bec[ao]me (?:an? )?\w+|go(?:t|ne)? up to|climb\w*)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:promot(?:ed|ion)\b|appointed\b|made (?:partner|head|lead|manager|director)\b|"
    r"stepped up (?:to|as)\b|became (?:an? |the )?\w+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|until|till|till they|prior to|up to|took)\b", re.IGNORECASE)

Step = tuple[Stint, Stint]


def steps(found: list[Job]) -> list[Step]:
    """Each role with the one that followed it at the same employer, where both are dated."""
    pairs: list[Step] = []
    seen: set[int] = set()
    for job in found:
        if id(job) in seen:
            continue
        group = tenure(job, found)
        seen.update(id(one) for one in group)
        held = [one for one in stints(group) if one.dates and one.title]
        pairs += [
            (before, after)
            for before, after in pairwise(held)
            if before.title != after.title and begins(before.dates) < begins(after.dates)
        ]
    return pairs


def promotions(context: Context, part: Part) -> Draft | None:
    """When the person took on the role asked for after another at the same employer."""
    found = list(part.jobs) or jobs(context.resume)
    made = _asked(part, steps(found))
    if made:
        sentences = [_said(context, before, after) for before, after in made[:3]]
        return answered(*sentences, why="roles one after another at one employer")
    told = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and _TELLS.search(hit.words.text)
        if not part.jobs or any(hit.path and hit.path[0] is job.entry for job in part.jobs)
    ]
    if told:
        return answered(*quoted_all(context, told[:2]), why="lines that tell of a promotion")
    return None


def _asked(part: Part, found: list[Step]) -> list[Step]:
    """The steps to the role that the question names; all where it names none of them."""
    named = {id(role.title) for role in part.roles}
    to = [step for step in found if any(id(title) in named for title in step[1].titles)]
    return to or found


def _said(context: Context, before: Stint, after: Stint) -> Sentence:
    since = after.dates and (after.dates.start or after.dates.end)
    when = f" in {describe(since)}" if since else ""
    return Sentence(
        f"At {after.job.name}, {they(context)} went from {before.title} to {after.title}{when}.",
        distinct((*before.evidence(), *after.evidence())),
    )


def until_promoted(context: Context, part: Part, found: list[Job]) -> Draft | None:
    """How long the person was at an employer before the role asked for."""
    if not (ASKS_PROMOTION.search(part.text) and _BEFORE.search(part.text)):
        return None
    made = _asked(part, steps(found or jobs(context.resume)))
    if not made:
        return None
    after = made[0][1]
    earlier = [
        one
        for one in stints(tenure(after.job, found or jobs(context.resume)))
        if one.dates and begins(one.dates) < begins(after.dates)
    ]
    ranged: list[DateRange] = [one.dates for one in earlier if one.dates]
    span = hull(ranged)
    if span is None:
        return None
    measured = [months_of(dates, context.today) or (0, False) for dates in ranged]
    long = length(merge(ranged, context.today), exact=all(sure for _, sure in measured))
    evidence = distinct(words for one in (*earlier, after) for words in one.evidence())
    text = (
        f"{long[0].upper()}{long[1:]}, {period(span)}: {described(earlier[0].job)}, "
        f"before {after.title}."
    )
    return answered(Sentence(text, evidence), why="roles before the promotion")
