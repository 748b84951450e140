"""Headings that hang in a column of their own, left of the text that they are above elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.plain.lines import PlainLine
from ingest.structure.kinds import exact_kind

_HUNG = re.compile(r"(?P<label>[^\W\d_][^\t:]{1,40}?)(?: {3,}|\t+)(?=\S)")
#: In so many lines of a page a section's name is a heading, and no word of a table.
_FEWEST = 2


def with_hung_headings(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """The lines, a heading in capitals and the text at its right one below the other.

    Of "PROFILE     I mend boats" the first column is a heading where it, and that of another line,
    is called as a section is; so is what stands in that column in capitals, or is so called.
    """
    hung = {at: match for at, line in enumerate(lines) if (match := _label(line)) is not None}
    named = {at for at, match in hung.items() if exact_kind(match["label"]) is not None}
    capitals = {at for at, match in hung.items() if match["label"].isupper()}
    known = named & capitals
    columns = {hung[at].end() for at in known}
    if len(known) < _FEWEST:
        return list(lines)
    found: list[PlainLine] = []
    for at, line in enumerate(lines):
        match = hung.get(at)
        beside = at in named | capitals and match is not None and match.end() in columns
        if match is None or not (at in known or beside):
            found.append(line)
            continue
        start, label = line.start + match.end(), match["label"]
        # Without capitals it stands out by its column, as others do by a rule below them.
        sign = "" if at in capitals else "|"
        end, size = line.start + len(label), len(label)
        head = replace(line, words=label, end=end, length=size, after_blank=True, underline=sign)
        rest = replace(
            line, words=line.words[match.end() :], start=start, indent=match.end(), underline=""
        )
        found += [head, replace(rest, after_blank=False)]
    return found


def _label(line: PlainLine) -> re.Match[str] | None:
    """What stands at the margin, before a wide gap."""
    return None if line.indent or line.bullet else _HUNG.match(line.words)
