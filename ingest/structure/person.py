"""Who the resume is of: the name, and the line under it that says what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.blocks import Block, BlockKind, Text
from ingest.resume import Fragment
from ingest.structure.cues import is_place, is_role
from ingest.structure.kinds import is_document_title, section_kind
from ingest.structure.lines import shown_lines
from ingest.structure.places import Places

_WORD = r"(?:,?\s+[^\W\d_(][\w.'’)-]*)"
NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,4}}$")
#: What stands in a heading may have more words than a line that may as well say something.
_LONG_NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,6}}$")
_MAX_HEADLINE_WORDS = 14
_LISTED = (BlockKind.ITEM, BlockKind.ROW)


def person_of(
    blocks: Sequence[Block], front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    """The name and the headline: in a heading, in the first lines, or in the front matter.

    `blocks` are those before the first section.
    """
    lines = [(block, line) for block in blocks[:6] for line in shown_lines(block.text)]
    headings = [line for block, line in lines if block.kind is BlockKind.HEADING]
    first = [line for block, line in lines[:3] if block.kind not in _LISTED]
    for at, line in enumerate([*headings, *first]):
        text, in_heading = _bare(line), at < len(headings)
        if is_document_title(text.folded):
            continue
        if _is_name(text.folded, in_heading=in_heading):
            return places.fragment(text), _headline(lines, line, places)
    for value in (front.get("name"), front.get("author"), front.get("title")):
        words = value.get("name") if isinstance(value, dict) else value
        if isinstance(words, str) and NAME.match(words) and section_kind(words) is None:
            start = places.source.text.find(words)
            if start >= 0:
                return Fragment(words, places.between(start, start + len(words))), None
    return None, None


def _bare(line: Text) -> Text:
    """A line without what follows a separator, and without signs (`# Name`, emoji) before it."""
    plain = line.plain
    opening = re.match(
        r"\W*(?:(?:curriculum vitae|r[ée]sum[ée]|cv)(?:\s+of|\s*[:–—-])|(?:full )?name\s*[:：])\s+",
        plain,
        re.I,
    )
    if opening:
        return _bare(line.cut(opening.end()))
    start = next((at for at, char in enumerate(plain) if char.isalpha()), 0)
    end = re.search(r"\s*[\t|•·,(]|\s[-–—]+\s|:", plain[start:])
    credentials = re.match(r"[^,]+,\s*(?:[A-Z]{2,4}\b\.?,?\s*)+$", plain[start:])
    described = re.match(
        r"[^\W\d_]+(?:\s[^\W\d_][\w.'’-]*){1,3},\s+(?:[a-z]|\d|[A-Z]\w+ \w+)", plain[start:]
    )
    stop = end.start() if end and (credentials or described or end[0] != ",") else None
    return line.cut(start, start + stop if stop is not None else None)


def _is_name(words: str, *, in_heading: bool) -> bool:
    if in_heading:
        return bool(_LONG_NAME.match(words))
    return bool(NAME.match(words)) and _capitalised(words) and not is_role(words)


def _capitalised(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() for word in words if len(word) > 3)


def _headline(lines: list[tuple[Block, Text]], name: Text, places: Places) -> Fragment | None:
    """The short line under the name that is no contact."""
    after = [line for _, line in lines[[line for _, line in lines].index(name) + 1 :]]
    rest = re.search(r"(?:\s*[|•·\t]|\s[-–—]+|,)\s+(?P<rest>\S.*)$", name.plain)
    if (
        rest
        and len(rest["rest"].split()) <= _MAX_HEADLINE_WORDS
        and not re.search(r"[@\d]", rest["rest"])
    ):
        return places.fragment(name.cut(rest.start("rest")))
    return _described_by(after[0], places) if after else None


def _described_by(line: Text, places: Places) -> Fragment | None:
    """The headline that a line is, or begins with ("Welder · ida@nwosu.example")."""
    bar = re.search(r"\s*[|•·\t]", line.plain)
    first = line.cut(0, bar.start()) if bar else line
    words = first.folded
    if re.search(r"@|\d{3}|https?:|www\.", words) or list(first.links()) or is_place(words):
        return None
    count = len(words.split())
    told = is_role(words) or (count > 1 and bar is None)
    return places.fragment(first) if told and count <= _MAX_HEADLINE_WORDS else None
