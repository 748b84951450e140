"""Facts worked out from the Resume, whatever is asked, with their arithmetic.

A chat model is given them as sources, so that it has nothing to calculate.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.answers.meant import hull, months_in_all
from assistant.compose import Sentence
from assistant.facts import (
    Job,
    by_time,
    date_words,
    described,
    distinct,
    earliest,
    first_name,
    holder,
    jobs,
    length,
    months_of,
    period,
    stays,
    total_months,
)
from assistant.text import joined
from ingest.resume import ContactKind, Fragment, Resume, SectionKind

_LASTING = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
#: Longer lists are left to the lines themselves.
_MOST = 12


def computed_facts(resume: Resume, today: date) -> list[Sentence]:
    """Every fact as a sentence, with the fragments that it follows from."""
    return [*_lengths(resume, today), *_whole(resume, today), *_places(resume)]


def _lengths(resume: Resume, today: date) -> Iterator[Sentence]:
    found = [job for job in stays(resume, *_LASTING) if job.dates]
    for job in found:
        measured = months_of(job.dates, today)
        if measured and measured[0] and job.dates:
            long = length(measured[0], exact=measured[1])
            yield Sentence(f"{described(job)} lasted {long}.", job.evidence(dated=True))
    for name in dict.fromkeys(job.name for job in found):
        group = [job for job in found if job.name == name]
        if len(group) > 1 and (sentence := _together(name, group, today)):
            yield sentence


def _together(name: str, group: list[Job], today: date) -> Sentence | None:
    ranged = [job.dates for job in group if job.dates]
    span, (months, exact) = hull(ranged), months_in_all(ranged, today)
    if not (span and months):
        return None
    evidence = distinct(words for job in group for words in job.evidence(dated=True))
    text = f"All stays at {name} together: {length(months, exact=exact)}, {period(span)}."
    return Sentence(text, evidence)


def _whole(resume: Resume, today: date) -> Iterator[Sentence]:
    found = by_time(jobs(resume))
    if not found:
        return
    names = list(dict.fromkeys(job.name for job in found))
    if len(names) <= _MOST:
        evidence = distinct(job.evidence()[0] for job in found if job.evidence())
        count = f"{len(names)} employer{'s' if len(names) > 1 else ''}"
        yield Sentence(f"The resume lists {count}, the latest first: {joined(names)}.", evidence)
    dated = [job for job in found if job.dates]
    span = hull([job.dates for job in dated if job.dates])
    months = total_months(dated, today)
    if span and months:
        evidence = distinct(holder(job.entry, date_words(job.dates)) for job in dated if job.dates)
        text = f"The dated jobs add up to {length(months, exact=False)}, {period(span)}, overlaps"
        yield Sentence(f"{text} counted once.", evidence)
    yield from _ranked(found, today)


def _ranked(found: list[Job], today: date) -> Iterator[Sentence]:
    latest, first = found[0], earliest(found)
    yield Sentence(f"The most recent job is {described(latest)}.", latest.evidence(dated=True))
    if first and first is not latest:
        yield Sentence(f"The first job listed is {described(first)}.", first.evidence(dated=True))
    timed = [(months[0], job) for job in found if (months := months_of(job.dates, today))]
    if len(timed) > 1:
        longest = max(timed, key=lambda pair: pair[0])[1]
        yield Sentence(f"The longest job is {described(longest)}.", longest.evidence(dated=True))


def _places(resume: Resume) -> Iterator[Sentence]:
    """How to reach the person, and where they are."""
    name = first_name(resume)
    for contact in resume.contacts:
        words = Fragment(contact.value, contact.span)
        match contact.kind:
            case ContactKind.LOCATION:
                are = "are" if name == "They" else "is"
                yield Sentence(f"{name} {are} based in {contact.value}.", (words,))
            case ContactKind.PROFILE:
                network = (contact.network or "profile").capitalize()
                yield Sentence(f"{network}: {contact.value}.", (words,))
            case kind:
                yield Sentence(f"{kind.value.capitalize()}: {contact.value}.", (words,))
