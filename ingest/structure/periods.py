"""Whether one stay lies within another, or beside it."""

from __future__ import annotations

import re

from ingest.resume import DateRange, PartialDate, SectionKind
from ingest.structure.drafts import Draft
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.places import Places
from ingest.structure.read_lead import read_lead
from ingest.structure.signs import NAMES, SHORT, ranged


def tells_another(head: Line, top: Draft | None, kind: SectionKind, places: Places) -> bool:
    """Whether a line names and dates what came before or after the entry above, no part of it."""
    own = Lead()
    read_lead(own, head.text, kind, places)
    if top is None or own.dates is None or top.lead.dates is None:
        return False
    short = head.bold or head.count <= SHORT
    return short and own.named and not within(own.dates, top.lead.dates)


def only_when(head: Line, top: Draft) -> bool:
    """Whether the first sentence below an undated entry's name is but its range."""
    return head.only_dates and ranged(head) and top.lead.dates is None


#: "Before teaching", "Earlier", "Between jobs" (a closed class).
_WHEN = re.compile(
    r"\W*(?:before|prior to|earlier|previously|until then|after|since|between|meanwhile|during|"
    r"vorher|zuvor|avant|antes|prima di|daarvoor)\b",
    re.IGNORECASE,
)


def tells_when(line: Line) -> bool:
    """Whether a line with a range only says when something was ("Before teaching, 2005-2008")."""
    return ranged(line) and bool(_WHEN.match(line.words)) and not line.sorts & NAMES


def within(inner: DateRange, outer: DateRange) -> bool:
    """Whether the first range begins and ends inside of the second, as far as they tell."""
    starts = inner.start is None or outer.start is None or _low(inner.start) >= _low(outer.start)
    if inner.current:
        return starts and outer.current
    last = inner.end or inner.start
    ends = outer.end is None or last is None or _low(last) <= _high(outer.end)
    return starts and ends


def _low(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 1


def _high(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 12
