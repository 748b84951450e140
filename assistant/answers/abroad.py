"""The stays outside a country: the one that a question sets aside, or the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.context import Context
from assistant.answers.lengths import asks_long
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import Job, by_time, distinct, holder, located, stays, together
from assistant.gazetteer import lands_begun, lands_of
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, joined, keys, sentence, stem
from ingest.resume import ContactKind, SectionKind

_ABROAD = re.compile(
    r"\b(?:abroad|overseas|(?:in )?(?:other|another|foreign) countr(?:y|ies))\b", re.IGNORECASE
)
_OUTSIDE = re.compile(
    r"\b(?:(?:that (?:were|was|are) |i\.?e\.? )?not in|outside(?: of)?|besides|beyond|"
    r"other than|apart from|aside from|except(?: for)?)\s+(?P<land>[^\W\d_][\w .'’-]*)",
    re.IGNORECASE,
)
#: What a question is of that names such a thing; all of these where it names none.
_KINDS = {
    SectionKind.WORK: re.compile(
        r"\b(?:work\w*|jobs?|employ\w*|compan(?:y|ies)|firms?|roles?|positions?|posts?|posted|"
        r"stints?|gigs?|career)\b",
        re.IGNORECASE,
    ),
    SectionKind.VOLUNTEER: re.compile(
        r"\b(?:volunt\w+|unpaid|charit\w+|humanitarian)\b", re.IGNORECASE
    ),
    SectionKind.EDUCATION: re.compile(
        r"\b(?:stud(?:y|ies|ied|ying|ent)|degrees?|universit\w+|schools?|semesters?|terms?|"
        r"exchange)\b",
        re.IGNORECASE,
    ),
}
#: What such questions are otherwise made of (a closed class): any other word asks for more.
_FRAME = frozenset(
    stem(word)
    for word in """country countries land lands place places abroad overseas foreign another other
    ever live lived living spend spent time stay stays stayed go gone been did done do anything any
    anywhere somewhere experience year years yrs month months long many total totally altogether
    all list name names which where when what town towns city cities paid as""".split()
)
#: As many stays are told.
_MANY = 6
#: And where there is none elsewhere.
_NEAREST = 2


def asks_abroad(part: Part) -> bool:
    """Whether a question asks for stays outside a country, and for nothing else."""
    set_aside = _set_aside(part.text)
    if not (set_aside or _ABROAD.search(part.text)) or part.jobs or part.role_jobs or part.when:
        return False
    return asks_no_more(_ABROAD.sub(" ", set_aside[1] if set_aside else part.text))


def abroad(context: Context, part: Part) -> Draft | None:
    """The stays outside the country that is set aside, or how long they were in all.

    A refusal where every stay was in it.
    None where more is asked, or where it is not known which country is meant.
    """
    if not asks_abroad(part):
        return None
    lands, rest = _set_aside(part.text) or (_home(context), part.text)
    if not lands:
        return None
    kinds = [kind for kind, word in _KINDS.items() if word.search(rest)] or list(_KINDS)
    every = by_time(stays(context.resume, *kinds))
    found = [job for job in every if _elsewhere(job, lands)]
    if not found:
        return _none(context, every, lands)
    told = list(_told(context, found) if asks_long(part.text) else map(placed, found[:_MANY]))
    return answered(*told, why=f"stays outside {', '.join(sorted(lands))}") if told else None


def _set_aside(text: str) -> tuple[frozenset[str], str] | None:
    """The country behind a word like "outside", and the text without both."""
    for match in _OUTSIDE.finditer(text):
        lands, behind = lands_begun(match["land"])
        if lands:
            return lands, f"{text[: match.start()]} {behind} {text[match.end() :]}"
    return None


def asks_no_more(text: str) -> bool:
    """Whether what a question has beside a place asks for stays and nothing else."""
    for word in _KINDS.values():
        text = word.sub(" ", text)
    return not {stem(key.removesuffix("'s")) for key in keys(text)} - _FRAME - _FUNCTION_STEMS


_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))


def _home(context: Context) -> frozenset[str]:
    """The country where the person lives, or else where the latest job that tells its place is."""
    homes = (
        contact.value for contact in context.resume.contacts if contact.kind is ContactKind.LOCATION
    )
    latest = (
        job.place.text for job in by_time(stays(context.resume, SectionKind.WORK)) if job.place
    )
    known = (lands_of(place) for places in (homes, latest) for place in places)
    return next(filter(None, known), frozenset())


def _elsewhere(job: Job, lands: frozenset[str]) -> bool:
    there = lands_of(job.place.text) if job.place else frozenset[str]()
    return bool(there) and not there & lands


def _none(context: Context, found: list[Job], lands: frozenset[str]) -> Draft | None:
    """That they were all in the country, and the latest; None where one may have been elsewhere."""
    lines = (words.text for *_, words in context.resume.walk())
    there = all(job.place and lands_of(job.place.text) & lands for job in found)
    if not found or not there or any(map(_ABROAD.search, lines)):
        return None
    where = joined([land.title() for land in sorted(lands)])
    said = Sentence(f"Every place that the resume gives for these is in {where}:")
    return silent(said, *map(placed, found[:_NEAREST]), why="every stay was there")


def placed(job: Job, lead: str = "") -> Sentence:
    """A stay, and where it was; behind the words that lead up to it."""
    placed = [holder(job.entry, job.place)] if job.place else []
    text = sentence(f"{lead}{located(job)}")
    return Sentence(text, distinct((*job.evidence(dated=True), *placed)))


def _told(context: Context, found: list[Job]) -> Iterator[Sentence]:
    """How long the stays were together, then each of them."""
    long = together([job.dates for job in found if job.dates], context.today)
    if not long:
        return
    said = [placed(job) for job in found if job.dates][:_MANY]
    evidence = distinct(words for one in said for words in one.evidence)
    yield Sentence(f"{long[0].upper()}{long[1:]} in all.", evidence)
    yield from said
