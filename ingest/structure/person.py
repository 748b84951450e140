"""Who the resume is of: the name, and the line under it that says what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.blocks import Block, BlockKind, Run, Text
from ingest.languages import count_words
from ingest.resume import Fragment
from ingest.structure.cues import is_organisation, is_place, is_role
from ingest.structure.kinds import is_document_title
from ingest.structure.labels import labelled, labelled_row
from ingest.structure.lines import shown_lines
from ingest.structure.names import (
    CLOSING,
    ONLY_DEGREES,
    after_name,
    capitalised,
    greeting,
    in_order,
    is_label,
    is_name,
    looks_like_name,
    name_in,
)
from ingest.structure.networks import FILE
from ingest.structure.places import Places

_MAX_HEADLINE_WORDS = 14
#: "34 anos", "Jahrgang 1990": of the person, but nothing that they do.
_AGE = re.compile(r"\b\d{1,4}\b")
_BEHIND = re.compile(r"(?:\s*[|•·\t]|\s(?:[-–—]+|[~/]|//|::)|,)\s+(?P<rest>\S.*)$")
_LISTED = (BlockKind.ITEM, BlockKind.ROW)
#: So many blocks may say under a label who the person is.
_MAX_LABELLED = 20


def person_of(
    blocks: Sequence[Block], details: Sequence[Block], front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    """The name and the headline: under a label, in a heading, in the first lines, in front matter.

    `blocks` are those before the first section, `details` those of sections about the person.
    """
    told = _under_labels([*blocks, *details][:_MAX_LABELLED], places)
    name, headline = _person_of(blocks, front, places)
    if name is None and "name" not in told and (first := _first_of(details)):
        name, headline = _person_of(first, {}, places)
    return told.get("name", name), headline or told.get("headline")


def _first_of(details: Sequence[Block]) -> list[Block]:
    """The first block about the person, where its first line is a name, perhaps with more."""
    first = details[0] if details else None
    line = next(iter(shown_lines(first.text)), None) if first is not None else None
    named = line is not None and _leads_line(name_in(line).folded)
    return [first] if first is not None and first.kind is BlockKind.PARAGRAPH and named else []


def named_by(headings: Sequence[Block], places: Places) -> Fragment | None:
    """The name in a heading that says whom the page is about ("Biography of Ada Byron")."""
    for heading in headings:
        words = name_in(heading.text) if greeting(heading.text) else None
        if words is not None and looks_like_name(words.folded) and capitalised(words.folded):
            return places.fragment(words)
    return None


def _under_labels(blocks: Sequence[Block], places: Places) -> dict[str, Fragment]:
    """Name and headline, where a label says that they are ("Name: ...", "求职意向：...")."""
    told: dict[str, Fragment] = {}
    parts: dict[str, Text] = {}
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        rows = [labelled_row(block)] if block.cells else map(labelled, shown_lines(block.text))
        for what, value in filter(None, rows):
            if what in ("name", "family", "given"):
                parts.setdefault(what, name_in(value))
            elif count_words(value.folded) <= _MAX_HEADLINE_WORDS and what == "headline":
                if len(block.cells) > 2 and not is_role(value.folded):
                    # The head of a table: "Title | Studio | Year".
                    continue
                told.setdefault(what, places.fragment(value))
    if (name := _joined(parts, places)) is not None:
        told["name"] = name
    return told


def _joined(parts: Mapping[str, Text], places: Places) -> Fragment | None:
    """The name whose parts stand under labels of their own, or all under one.

    "Nome: Ana" gives the whole of it or, above "Cognome: Rossi", what stands before that.
    """
    whole = parts.get("name")
    family = parts.get("family") or (whole if "given" in parts else None)
    given = parts.get("given") or whole
    if family is not None and given is not None and family is not given:
        text = f"{given.folded} {family.folded}"
        ends = sorted((*given.offsets(), *family.offsets()))
        inside = given.folded in family.folded or family.folded in given.folded
        if not inside and looks_like_name(text) and capitalised(text):
            return Fragment(text, places.between(ends[0], ends[-1]))
    if whole is None or not looks_like_name(whole.folded):
        return None
    return in_order(places.fragment(whole), labelled=True)


def _person_of(
    blocks: Sequence[Block], front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    lines = [(block, line) for block in blocks[:6] for line in shown_lines(block.text)]
    headings = [line for block, line in lines if block.kind is BlockKind.HEADING]
    first = [
        line
        for block, line in lines[:3]
        if block.kind not in _LISTED or (block.cells and line.folded == block.cells[0].folded)
    ]
    if first and _leads(*lines[0]):
        # Above headings that are those of sections.
        headings = []
    for at, line in enumerate([*headings, *first]):
        text, in_heading = name_in(line), at < len(headings)
        if is_document_title(text.folded) or _downloads(line):
            continue
        if text.folded and is_name(text.folded, in_heading=in_heading):
            end = after_name(line, text)
            if not in_heading and is_label(line, end):
                continue
            name = places.fragment(text)
            ordered = in_order(name)
            told = None if greeting(line) else end
            return ordered, _headline(lines, line, told, places) if ordered is name else None
    return _of_front(front, places)


def _downloads(line: Text) -> bool:
    """Whether a line is but a link to a file ("Print version")."""
    return any(
        words.folded == line.folded and FILE.search(link.target or "")
        for words, link in line.links()
    )


def _leads(block: Block, line: Text) -> bool:
    """Whether the first line is a name and nothing else."""
    words = line.folded
    return (
        block.kind is BlockKind.PARAGRAPH
        and not _downloads(line)
        and name_in(line).folded == words
        and _leads_line(words)
    )


def _leads_line(words: str) -> bool:
    """Whether words are a name, and neither those of a firm or place nor of the document."""
    return (
        is_name(words, in_heading=False)
        and not is_organisation(words)
        and not is_place(words)
        and not is_document_title(words)
    )


def _of_front(front: Mapping[str, Any], places: Places) -> tuple[Fragment | None, Fragment | None]:
    """Name and headline as the front matter has them; of "I. Faro" and "Ines Faro" the longer.

    What says what they are is the headline, under whatever key some theme prints it.
    """
    names: list[Text] = []
    headline = None
    for key in ("name", "author", "title", "subtitle"):
        value = front.get(key)
        words = value.get("name") if isinstance(value, dict) else value
        line = _written(words, places) if isinstance(words, str) else None
        if line is None or is_document_title(line.folded):
            continue
        own = name_in(line)
        if own.folded and is_name(own.folded, in_heading=False):
            names.append(own)
        elif key == "subtitle" or (key == "author" and is_role(line.folded)):
            headline = headline or line
    if not names:
        return None, None
    alike = [name for name in names if {*name.plain.split()} & {*names[0].plain.split()[-2:]}]
    told = headline is not None and count_words(headline.folded) <= _MAX_HEADLINE_WORDS
    name = places.fragment(max(alike, key=len))
    return name, places.fragment(headline) if headline is not None and told else None


def _written(words: str, places: Places) -> Text | None:
    """Words of the front matter where they stand."""
    start = places.source.text.find(words)
    return Text.of([Run(words, start, start + len(words))]) if start >= 0 else None


def _headline(
    lines: list[tuple[Block, Text]], name: Text, end: int | None, places: Places
) -> Fragment | None:
    """What stands behind the name, from `end` on in its own line, else the short line under it."""
    at = [line for _, line in lines].index(name)
    (block, _), after = lines[at], lines[at + 1 :]
    rest = _BEHIND.search(name.plain, end) if end is not None else None
    if (
        rest
        and len(rest["rest"].split()) <= _MAX_HEADLINE_WORDS
        and not re.search(r"[@\d]", rest["rest"])
        and not ONLY_DEGREES.fullmatch(rest["rest"])
        and not is_place(rest["rest"].rstrip(". "))
    ):
        title = CLOSING.search(name.plain, rest.start("rest"))
        end = title.start() if title else len(name)
        return places.fragment(name.cut(rest.start("rest"), end))
    if not after or (after[0][0].kind is BlockKind.HEADING is not block.kind):
        return None
    return _described_by(after[0][1], places)


def _described_by(line: Text, places: Places) -> Fragment | None:
    """The headline that a line is, or begins with ("Welder · ida@nwosu.example")."""
    bar = re.search(r"\s*[|•·\t]", line.plain)
    first = line.cut(0, bar.start()) if bar else line
    words = first.folded
    if re.search(r"@|\d{3}|https?:|www\.", words) or is_place(words):
        return None
    if list(first.links()) or is_document_title(words):
        return None
    count = count_words(words)
    told = is_role(words) or (
        count > 1 and bar is None and not labelled(first) and not _AGE.search(words)
    )
    return places.fragment(first) if told and count <= _MAX_HEADLINE_WORDS else None
