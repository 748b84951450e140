"""Stays that took several stretches of time: "Summer 2017 and Summer 2018: lifeguard"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import date_range, find_dates
from ingest.resume import DateRange, Fragment

_FOLLOWS = re.compile(r"\s*(?:[,;&+/]|\band\b|\bund\b|\bet\b|\by\b)\s*(?:and\s+)?")


def behind(line: Fragment, dates: DateRange) -> Iterator[DateRange]:
    """The dates that follow others in a line, with only a comma or an "and" between them."""
    last = line.text.find(dates.text)
    last = last + len(dates.text) if last >= 0 else len(line.text)
    for found in find_dates(line.text):
        if found.start < last:
            continue
        if not _FOLLOWS.fullmatch(line.text[last : found.start]) or not (found.first or found.last):
            return
        yield date_range(found, line.text, line.span)
        last = found.end
