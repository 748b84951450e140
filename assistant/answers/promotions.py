"""Roles that followed one another at one employer: what came next, when, and after how long."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.answers.context import Context
from assistant.answers.evidence import quoted_all
from assistant.answers.meant import they
from assistant.compose import Draft, Sentence, answered
from assistant.facts import Job, distinct, jobs, length, months_of, period
from assistant.parts import Part
from assistant.spoken import describe
from assistant.tenures import Stint, begins, stints, tenure
from assistant.text import FUNCTION_WORDS, joined, stems

#: How a question asks about a promotion, and how a line tells of one.
ASKS_PROMOTION = re.compile(
    r"\b(?:promot\w+|made (?!up\b)\w+|mov(?:e|ed|ing) up|step(?:ped|ping)? up|r(?:ise|ose|isen) to|"
    r"bec[ao]me (?:an? )?\w+|go(?:t|ne)? up to|climb\w*|(?:get|got|go|went|gone|grow|grew) from)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:promot(?:ed|ion)\b|appointed\b|made (?:partner|head|lead|manager|director)\b|"
    r"stepped up (?:to|as)\b|became (?:an? |the )?\w+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|until|till|prior to|up to|take|took)\b", re.IGNORECASE)

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
    became = _became(part.text)
    taken_on = _taken_on(became, found) if became else []
    told = [hit for hit in told if became <= stems(hit.words.text)] if taken_on else told
    if told or taken_on:
        why = "the role that was taken on" if taken_on else "lines that tell of a promotion"
        return answered(*taken_on, *quoted_all(context, told[:2]), why=why)
    return None


#: "When did she become CEO": the role that was taken on.
_BECAME = re.compile(
    r"\b(?:when|(?:what|which) (?:year|month)|since when|how soon)\b.*?"
    r"\b(?:bec[ao]me|appointed|named|made|promoted to|step(?:ped)? up (?:to|as)|start(?:ed)? as)\s+"
    r"(?:an? |the |to )?(?P<role>.+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:at|in|for|there|here|with)\b.*", re.IGNORECASE)


#: What makes less of a title.
_LESS = frozenset(
    "assistant associate deputy vice junior trainee apprentice interim acting".split()
)


def _became(text: str) -> set[str]:
    """The words of the role that somebody is asked to have taken on."""
    asked = _BECAME.search(text)
    return stems(_BEHIND.sub("", asked["role"])) - FUNCTION_WORDS if asked else set()


def _taken_on(asked: set[str], found: list[Job]) -> list[Sentence]:
    """The first of the dated roles whose titles have these words and the least beside them."""
    held = [
        (len(words - asked), one)
        for one in stints(found)
        for words in (stems(title.text) for title in one.titles)
        if one.dates and asked <= words and not (words - asked) & _LESS
    ]
    if not held:
        return []
    _, first = min(held, key=lambda one: (one[0], begins(one[1].dates)))
    evidence = distinct((*first.evidence(), *first.job.evidence()))
    when = f" ({period(first.dates)})" if first.dates else ""
    return [Sentence(f"{first.title} at {first.job.name}{when}.", evidence)]


def _asked(part: Part, found: list[Step]) -> list[Step]:
    """The steps to the role that the question names; all where it names none."""
    named = {id(role.title) for role in part.roles}
    to = [step for step in found if any(id(title) in named for title in step[1].titles)]
    return to if part.roles else found


def _said(context: Context, before: Stint, after: Stint) -> Sentence:
    since = after.dates and (after.dates.start or after.dates.end)
    when = f" from {describe(since)}" if since else ""
    return Sentence(
        f"At {after.job.name}, {they(context)} {context.was} {before.title}, then"
        f" {after.title}{when}.",
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
    start, end = earlier[0].dates, after.dates
    if start is None or end is None or start.start is None or end.start is None:
        return None
    # Until the day on which the next role began, whatever end the one before states.
    span = replace(start, end=end.start, current=False)
    months, exact = months_of(span, context.today) or (0, False)
    long = length(months, exact=exact)
    evidence = distinct(words for one in (*earlier, after) for words in one.evidence())
    held = joined([one.title for one in earlier])
    text = f"{long[0].upper()}{long[1:]}, {period(span)}: as {held} at {after.job.name}"
    return answered(
        Sentence(f"{text}, before {after.title}.", evidence),
        why="roles before the promotion",
    )
