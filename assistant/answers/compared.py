"""Which of two stays that a question names took longer, or came first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.between import named_by
from assistant.answers.context import Context
from assistant.answers.meant import hull, months_in_all
from assistant.answers.places import at_place
from assistant.answers.studied import levels_in, study_words
from assistant.comparing import EARLIER, LONGER, asks_to_compare, sides
from assistant.compose import Draft, Sentence, answered
from assistant.facts import Job, distinct, length, period, stays
from assistant.parts import Part
from assistant.tenures import begins
from ingest.resume import Fragment, SectionKind

_KINDS = (
    SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
    SectionKind.OTHER,
)  # fmt: skip


def compared(context: Context, part: Part) -> Draft | None:
    """Both stays, that which took longer or came first in front; None if either is not known."""
    if not asks_to_compare(part.text):
        return None
    found = [_meant(context, part, side) for side in sides(part.text)]
    first, second = found
    if not first or not second or {id(job) for job in first} & {id(job) for job in second}:
        return None
    asked = LONGER.search(part.text)
    return _by_length(context, found, asked) if asked else _by_order(part, found)


def _meant(context: Context, part: Part, side: str) -> list[Job]:
    """The dated stays of one employer, place, school or name that a side means."""
    every = [job for job in stays(context.resume, *_KINDS) if job.dates]
    bare = re.sub(r"^\W*(?:(?:at|in|with|for|as|the)\s+)+", "", side, flags=re.IGNORECASE)
    here = replace(part, text=bare, jobs=(), role_jobs=(), roles=(), when=None, unknown=None)
    levels = set(levels_in(bare))
    return (
        named_by(bare, every)
        or at_place(replace(here, text=f"in {bare}"), every)
        or [job for job in every if levels & set(levels_in(study_words(job)))]
        or [job for job in context.describer.find(here, *_KINDS)[:1] if job.dates]
    )


def _by_length(context: Context, found: list[list[Job]], asked: re.Match[str]) -> Draft | None:
    ranged = [[job.dates for job in group if job.dates] for group in found]
    timed = [
        (months_in_all(dates, context.today), group)
        for dates, group in zip(ranged, found, strict=True)
    ]
    if not all(months for (months, _), _ in timed):
        return None
    timed.sort(key=lambda one: one[0][0], reverse=not asked["less"])
    said = [f"{_shown(group)}: {length(months, exact=sure)}" for (months, sure), group in timed]
    word = "shorter" if asked["less"] else "longer"
    same = timed[0][0][0] == timed[1][0][0]
    lead = "Both took as long:" if same else f"The {word} was"
    text = f"{lead} {'; '.join(said)}."
    return answered(Sentence(text, _evidence(found)), why=f"which of two was {word}")


def _by_order(part: Part, found: list[list[Job]]) -> Draft | None:
    timed = sorted(found, key=lambda group: min(begins(job.dates) for job in group))
    if begins(timed[0][0].dates) == begins(timed[1][0].dates):
        return None
    asked = EARLIER.search(part.text)
    if asked and asked["last"]:
        text = f"The later was {_shown(timed[1])}; before it came {_shown(timed[0])}."
    else:
        text = f"The first was {_shown(timed[0])}; after it came {_shown(timed[1])}."
    return answered(Sentence(text, _evidence(found)), why="which of two came first")


def _shown(group: Sequence[Job]) -> str:
    """What the stays are called, and from when to when they were."""
    span = hull([dates for job in group if (dates := job.dates)])
    one = len(group) == 1 and len(group[0].roles) == 1
    title = group[0].title if one and group[0].section.kind is not SectionKind.PROJECTS else ""
    name = group[0].name
    called = f"{title} at {name}" if title and title != name else name
    return f"{called} ({period(span)})" if span else called


def _evidence(found: list[list[Job]]) -> tuple[Fragment, ...]:
    return distinct(words for group in found for job in group for words in job.evidence(dated=True))
