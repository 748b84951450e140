"""Stays at one employer, and the roles held one after another in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.facts import Job, Role, date_words, distinct, holder
from assistant.names import named_words
from assistant.text import joined, keys
from ingest.resume import DateRange, Fragment


def tenure(job: Job, found: list[Job]) -> list[Job]:
    """The stay and the others of the same organisation among those found, in their order."""
    name = _organisation(job)
    return [other for other in found if other is job or (name and _organisation(other) == name)]


def _organisation(job: Job) -> frozenset[str]:
    """What tells the organisation from others: its telling words, else all of them."""
    words = job.entry.organisation
    if words is None:
        return frozenset()
    return frozenset(named_words(words.text)) or frozenset(keys(words.text))


@dataclass(frozen=True, slots=True)
class Stint:
    """One role for as long as it was held: a job without roles of their own dates is one."""

    job: Job
    titles: tuple[Fragment, ...]
    dates: DateRange | None

    @property
    def title(self) -> str:
        """The titles held in this time, as English lists them; may be empty."""
        return joined(list(dict.fromkeys(title.text for title in self.titles)))

    def evidence(self) -> tuple[Fragment, ...]:
        """The words that name the role, and those that date it."""
        parts = [holder(self.job.entry, title) for title in self.titles]
        if self.dates:
            parts.append(holder(self.job.entry, date_words(self.dates)))
        return distinct(parts or self.job.evidence(dated=True))


def stints(found: Iterable[Job]) -> list[Stint]:
    """The roles of these jobs, earliest first; those of one time in one job are one."""
    kept: list[Stint] = []
    for job in found:
        timed: dict[tuple[int, int], list[Role]] = {}
        for role in job.roles:
            dates = role.dates or job.dates
            where = (dates.span.start, dates.span.end) if dates else (0, 0)
            timed.setdefault(where, []).append(role)
        for roles in timed.values():
            titles = tuple(role.title for role in roles)
            kept.append(Stint(job, titles, roles[0].dates or job.dates))
        if not job.roles:
            kept.append(Stint(job, (), job.dates))
    return sorted(kept, key=lambda stint: begins(stint.dates))


def begins(dates: DateRange | None) -> tuple[int, int]:
    """The first year and month (0 where it states none); far ahead for what is undated."""
    day = dates and (dates.start or dates.end)
    return (day.year, day.month or 0) if day else (9999, 12)
