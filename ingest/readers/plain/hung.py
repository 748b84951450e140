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
    is called as a section is; so is what stands in that column in capitals.
    """
    hung = {at: match for at, line in enumerate(lines) if (match := _label(line)) is not None}
    known = {at for at, match in hung.items() if exact_kind(match["label"]) is not None}
    columns = {hung[at].end() for at in known}
    if len(known) < _FEWEST:
        return list(lines)
    found: list[PlainLine] = []
    for at, line in enumerate(lines):
        match = hung.get(at)
        if match is None or not (at in known or match.end() in columns):
            found.append(line)
            continue
        start, label = line.start + match.end(), match["label"]
        head = replace(
            line, words=label, end=line.start + len(label), length=len(label), after_blank=True
        )
        rest = replace(
            line, words=line.words[match.end() :], start=start, indent=match.end(), underline=""
        )
        found += [head, replace(rest, after_blank=False)]
    return found


def _label(line: PlainLine) -> re.Match[str] | None:
    """What stands at the margin in capitals, before a wide gap."""
    match = _HUNG.match(line.words)
    hangs = match is not None and line.indent == 0 and not line.bullet
    return match if match and hangs and match["label"].isupper() else None
