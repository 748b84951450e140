"""What a citation proves: its words, and the names and dates of the entries that it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.claims import dates_in, is_fortnightly, lengths_in, number, pieces, without_commas
from assistant.text import keys, stem
from ingest.dates import date_range
from ingest.resume import DateRange, Entry, Fragment, Span

_EMPHASIS = re.compile(r"\*\*|__|`")
_NOWHERE = Span(0, 0, 0, 0)


@dataclass(frozen=True)
class Evidence:
    """What one citation proves: words, dated ranges, and what can be counted in it.

    `words` are those of the span alone, `text` has the names around it as well. `path` holds the
    entries that it stands in, the outermost first (of a computed fact: all that it tells of),
    `outer` the outermost ones; `values` is how many things it lists;
    `computed` is whether code put the words together, `stay` whether it tells of a time at a place
    (and not of a certificate, say, that was got on a day and is had since), `schooling` whether of
    one at a school, of which something is kept.
    """

    words: str
    text: str
    ranges: tuple[DateRange, ...]
    path: tuple[Entry, ...] = ()
    outer: tuple[Entry, ...] = ()
    values: int = 0
    computed: bool = False
    stay: bool = False
    schooling: bool = False
    forms: frozenset[str] = field(init=False)
    stems: frozenset[str] = field(init=False)
    numbers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        text = without_commas(self.text)
        found = {*keys(text), *pieces(text)}
        found |= {"fortnightly"} if is_fortnightly(text) else set()
        object.__setattr__(self, "forms", frozenset(found))
        object.__setattr__(self, "stems", frozenset(map(stem, found)))
        object.__setattr__(self, "numbers", frozenset(map(number, found)))

    def of(self, entries: Collection[int]) -> Evidence:
        """The same as proof about these entries (by `id`) only: their dates, and no others'.

        For a computed fact, which tells of several jobs at once.
        """
        own = [entry.dates for entry in self.path if entry.dates and id(entry) in entries]
        return replace(self, text=_undated(self.text), ranges=tuple(own))


def evidence(
    text: str,
    entries: Sequence[Entry] = (),
    values: int = 0,
    *,
    stay: bool = False,
    schooling: bool = False,
) -> Evidence:
    """Evidence of words, and of the names and dates of the entries around them."""
    text = _EMPHASIS.sub("", text)  # what stands in asterisks is no other word
    around = [named.text for entry in entries for named in called(entry)]
    ranges = [date_range(found, text, _NOWHERE) for found in dates_in(text)]
    ranges += [entry.dates for entry in entries if entry.dates]
    return Evidence(
        words=text,
        text=" \n".join([text, *around]),
        ranges=tuple(dict.fromkeys(ranges)),
        path=tuple(entries),
        outer=tuple(entries[:1]),
        values=values,
        stay=stay,
        schooling=schooling,
    )


def together(text: str, found: Sequence[Evidence], *, computed: bool = False) -> Evidence:
    """The evidence of several lines as one, or of a fact computed from them.

    A fact about several entries lends no word of theirs to what is said of another.
    """
    outer = _each(entry for one in found for entry in one.outer)
    alone = computed and len(outer) > 1
    return Evidence(
        words=text,
        text=text if alone else " \n".join([text, *(one.text for one in found)]),
        ranges=tuple(dict.fromkeys(dates for one in found for dates in one.ranges)),
        path=_each(entry for one in found for entry in one.path),
        outer=outer,
        values=max((one.values for one in found), default=0),
        computed=computed,
        stay=any(one.stay for one in found),
        schooling=any(one.schooling for one in found),
    )


def _each(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple({id(entry): entry for entry in entries}.values())


def called(entry: Entry) -> list[Fragment]:
    """Everything that names an entry: its headings, title, organisation, roles, area, place."""
    named = (
        *entry.headings, entry.title, entry.organisation, *entry.roles, entry.area, entry.location,
    )  # fmt: skip
    return [words for words in named if words]


def _undated(text: str) -> str:
    for found in reversed(dates_in(text)):
        text = text[: found.start] + " " + text[found.end :]
    for length in lengths_in(text):
        text = text.replace(length.text, " ")
    return text
