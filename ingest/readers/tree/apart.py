"""What stands in another's field: the employer behind a position, the place behind a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.dates import FoundDates, date_range, find_dates
from ingest.readers.tree.naming import Naming, is_somewhere
from ingest.readers.tree.node import Kind, Node
from ingest.resume import Entry, Fragment
from ingest.structure.cues import is_role
from ingest.structure.gazetteer import is_city, is_place
from ingest.visible import unmarked

#: In characters; what is longer is no name.
_LONGEST = 300
_AT = re.compile(r"\s+(?:@\s*|at\s+(?=[A-ZÀ-Þ\d]))")
#: Between a name and its date ("Annals of Tides · May 2019", "BSc Botany (2009)").
_BEFORE_DATE = re.compile(r"\s*[,·|(\[:;–—-]\s*$")

#: A closed class: who is so has no employer.
_ON_ONES_OWN = re.compile(
    r"\b(?:free-?lance[rs]?|self-employed|freiberuflich\w*|selbst(?:st)?ändig\w*|indépendante?|"
    r"autónom[oa]|autônom[oa]|zzp)\b",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"\s*,\s*|\s+[–—|·•-]\s+")


def with_employer(entry: Entry, naming: Naming) -> Entry:
    """The entry; of "Welder @ Iron Works", with no field that says who, each is told by itself."""
    role = naming.role
    if role is None or role.kind is not Kind.STRING or naming.organisation or naming.title:
        return entry
    parts = list(_AT.finditer(role.words[:_LONGEST]))
    if len(parts) != 1 or not is_role(role.words[: parts[0].start()]):
        return entry
    who = _part(role, parts[0].end(), len(role.words))
    what = _part(role, 0, parts[0].start())
    return replace(entry, organisation=who, roles=(what,)) if who and what else entry


def with_date(
    entry: Entry, naming: Naming, warn: Callable[[str, int], None], *, titled: bool = False
) -> Entry:
    """The entry; where no field dates it, a date behind who or as what does.

    Of one that is known by its title (`titled`), a date in brackets behind that, too.
    """
    title = naming.title if titled and entry.title else None
    for node in (naming.organisation, naming.role, title):
        told = _date_behind(node) if node else None
        if node is None or told is None:
            continue
        found, end = told
        if node is title and node.words[end : found.start].strip() not in ("(", "["):
            continue
        span = node.part_span(found.start, found.end)
        if found.problem:
            warn(f"{node.text}: {found.problem}", span.start_line)
        entry = replace(entry, dates=date_range(found, node.words, span))
        name = _part(node, 0, end)
        if node is title:
            return replace(entry, title=name or entry.title)
        if name and node is naming.organisation:
            return replace(entry, organisation=name)
        return replace(entry, roles=(name,)) if name else entry
    return entry


def with_place(entry: Entry, naming: Naming) -> Entry:
    """The entry; where no field says where, the name of the employer or school may.

    Behind a comma ("Tide College, Hull") the place stays part of the name, behind a dash it does
    not.
    """
    who = naming.organisation
    if who is None or who.kind is not Kind.STRING:
        return entry
    if any(_ON_ONES_OWN.search(role.text) for role in entry.roles) and (
        is_somewhere(who.text) and not who.text.islower()
    ):
        # Who works for nobody says where instead: "Lyon (and wherever it floods)".
        return replace(entry, organisation=None, location=entry.organisation)
    parts = list(_BEFORE_PLACE.finditer(who.words[:_LONGEST]))
    # "University of Hull, Leeds, UK" is a place by its end: a town within begins it.
    towns = [match for match in parts if is_city(who.words[match.end() :].split(",")[0].strip())]
    for match in (*towns, *parts):
        where = who.words[match.end() :].strip()
        if not (is_place(where) or is_city(where)):
            continue
        entry = replace(entry, location=_part(who, match.end(), len(who.words)))
        name = None if "," in match[0] else _part(who, 0, match.start())
        return replace(entry, organisation=name) if name else entry
    return entry


def _date_behind(node: Node) -> tuple[FoundDates, int] | None:
    """The one date at the end of a value, and where the words before it end."""
    if node.kind is not Kind.STRING or len(node.words) > _LONGEST:
        return None
    found = find_dates(node.words)
    if len(found) != 1 or found[0].first is None or node.words[found[0].end :].strip(" )]."):
        return None
    before = _BEFORE_DATE.search(node.words[: found[0].start])
    return (found[0], before.start()) if before and before.start() else None


def _part(node: Node, start: int, end: int) -> Fragment | None:
    words = node.words[start:end]
    low, high = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if low >= high:
        return None
    return Fragment(unmarked(" ".join(words.split())), node.part_span(low, high))
