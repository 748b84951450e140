"""Who the resume is of: the name, and the line under it that says what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ingest.blocks import Block, BlockKind, Text
from ingest.languages import LANGUAGES, count_words, phrases
from ingest.resume import Fragment
from ingest.structure.cues import is_place, is_role
from ingest.structure.kinds import exact_kind, is_document_title, section_kind
from ingest.structure.labels import labelled, labelled_row
from ingest.structure.lines import shown_lines
from ingest.structure.pictures import bare
from ingest.structure.places import Places

#: A name in Chinese: two to four characters, or parts of a foreign one with dots between.
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_DOCUMENT = "|".join(
    re.escape(name) for language in LANGUAGES for name in phrases(language.documents)
)
#: "Lebenslauf: ...", "CV of ...", "简历 - ..." before a name.
_OPENING = re.compile(rf"\W*(?:{_DOCUMENT}|r[ée]sum[ée])(?:\s+(?:of|von|de)|\s*[:：–—-])\s*", re.I)
#: "... CV", "...'s Resume: long version" behind a name.
_CLOSING = re.compile(rf"(?:['’]s)?\s+(?:{_DOCUMENT}|r[ée]sum[ée])\s*(?:$|:.*$)", re.I)
#: "Hi, I'm ...", "My name is ...", "Artistic biography of ..." before a name.
_GREETING = re.compile(
    r"\W*(?:(?:hi|hello|hey)\b\W*(?:there\b\W*)?)?(?:i['’]?m|i am|my name is|my name['’]s)\s+"
    r"|\W*(?:[^\W\d_]+\s+)?(?:biography|profile|portrait)\s+of\s+",
    re.IGNORECASE,
)
_WORD = r"(?:,?\s+[^\W\d_(][\w.'’)-]*)"
NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,4}}$")
#: What stands in a heading may have more words than a line that may as well say something.
_LONG_NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,6}}$")
#: The full stop of a sentence rather than of an initial or a short form ("Jr.").
_SENTENCE_END = re.compile(r"[^\W\d_]{5,}\.$")
_MAX_HEADLINE_WORDS = 14
#: "34 anos", "Jahrgang 1990": of the person, but nothing that they do.
_AGE = re.compile(r"\b\d{1,4}\b")
_LISTED = (BlockKind.ITEM, BlockKind.ROW)
#: So many blocks may say under a label who the person is.
_MAX_LABELLED = 20


def looks_like_name(words: str) -> bool:
    """Whether the words may be a person's name."""
    if _HAN_NAME.fullmatch(words):
        return exact_kind(words) is None and not is_document_title(words) and not is_role(words)
    return bool(NAME.match(words))


def person_of(
    blocks: Sequence[Block], details: Sequence[Block], front: Mapping[str, Any], places: Places
) -> tuple[Fragment | None, Fragment | None]:
    """The name and the headline: under a label, in a heading, in the first lines, in front matter.

    `blocks` are those before the first section, `details` those of sections about the person.
    """
    told = _under_labels([*blocks, *details][:_MAX_LABELLED], places)
    name, headline = _person_of(blocks, front, places)
    return told.get("name", name), headline or told.get("headline")


def named_by(headings: Sequence[Block], places: Places) -> Fragment | None:
    """The name in a heading that says whom the page is about ("Biography of Ada Byron")."""
    for heading in headings:
        opening = _GREETING.match(heading.text.plain)
        words = heading.text.cut(opening.end()) if opening else None
        if words is not None and looks_like_name(words.folded) and _capitalised(words.folded):
            return places.fragment(words)
    return None


def _under_labels(blocks: Sequence[Block], places: Places) -> dict[str, Fragment]:
    """Name and headline, where a label says that they are ("Name: ...", "求职意向：...")."""
    told: dict[str, Fragment] = {}
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        rows = [labelled_row(block)] if block.cells else map(labelled, shown_lines(block.text))
        for what, value in filter(None, rows):
            fits = what == "headline" or (what == "name" and looks_like_name(value.folded))
            if fits and count_words(value.folded) <= _MAX_HEADLINE_WORDS:
                told.setdefault(what, places.fragment(value))
    return told


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
    for at, line in enumerate([*headings, *first]):
        text, in_heading = _bare(line), at < len(headings)
        if is_document_title(text.folded):
            continue
        if _is_name(text.folded, in_heading=in_heading):
            name = places.fragment(text)
            ordered = _in_order(name)
            own = None if _GREETING.match(line.plain) else line
            return ordered, _headline(lines, line, own, places) if ordered is name else None
    return _of_front(front, places)


def _of_front(front: Mapping[str, Any], places: Places) -> tuple[Fragment | None, Fragment | None]:
    """Name and headline as the front matter has them; of "I. Faro" and "Ines Faro" the longer."""
    names: list[str] = []
    for value in (front.get("name"), front.get("author"), front.get("title")):
        words = value.get("name") if isinstance(value, dict) else value
        if isinstance(words, str) and not is_document_title(words) and _front_name(words):
            names.append(words)
    if not names:
        return None, None
    alike = [name for name in names if set(name.split()) & set(names[0].split()[-2:])]
    name = _written(max(alike, key=len), places)
    headline = front.get("subtitle")
    told = isinstance(headline, str) and count_words(headline) <= _MAX_HEADLINE_WORDS
    return name, _written(headline, places) if told and isinstance(headline, str) else None


def _front_name(words: str) -> bool:
    return bool(NAME.match(words)) and section_kind(words) is None


def _written(words: str, places: Places) -> Fragment | None:
    """Words of the front matter where they stand."""
    start = places.source.text.find(words)
    return Fragment(words, places.between(start, start + len(words))) if start >= 0 else None


def _bare(line: Text) -> Text:
    """A line without what follows a separator, and without signs (`# Name`, emoji) before it."""
    line = bare(line)
    plain = line.plain
    opening = _OPENING.match(plain) or _GREETING.match(plain)
    if opening and opening.end() < len(plain):
        return _bare(line.cut(opening.end()))
    start = next((at for at, char in enumerate(plain) if char.isalpha()), 0)
    if han := re.match(r"([\u4e00-\u9fff]{2,4}?)(?:的?(?:个人)?简历$|\s+(?=\S))", plain[start:]):
        return line.cut(start, start + han.end(1))
    end = re.search(r"\s*[\t|•·,(]|\s[-–—]+\s|:", plain[start:])
    credentials = re.match(r"[^,]+,\s*(?:[A-Z]{2,4}\b\.?,?\s*)+$", plain[start:])
    described = re.match(
        r"[^\W\d_]+(?:\s[^\W\d_][\w.'’-]*){1,3},\s+(?:[a-z]|\d|[A-Z]\w+ \w+)", plain[start:]
    )
    closing = _CLOSING.search(plain)
    if closing and len(plain[start : closing.start()].split()) > 1:
        return line.cut(start, closing.start())
    stop = end.start() if end and (credentials or described or end[0] != ",") else None
    return line.cut(start, start + stop if stop is not None else None)


def _is_name(words: str, *, in_heading: bool) -> bool:
    if _HAN_NAME.fullmatch(words):
        return looks_like_name(words)
    if _SENTENCE_END.search(words):
        return False
    if in_heading:
        return bool(_LONG_NAME.match(words))
    return bool(NAME.match(words)) and _capitalised(words) and not is_role(words)


def _in_order(name: Fragment) -> Fragment:
    """The name with the family's name last: of "NWOSU, Ida M." that is "Ida M. NWOSU"."""
    family, comma, given = name.text.partition(", ")
    told = comma and " " not in family and 1 <= len(given.split()) <= 3 and family.isupper()
    return replace(name, text=f"{given} {family}") if told and not given.isupper() else name


def _capitalised(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() for word in words if len(word) > 3)


def _headline(
    lines: list[tuple[Block, Text]], name: Text, own: Text | None, places: Places
) -> Fragment | None:
    """What stands behind the name in its `own` line, else the short line under it."""
    after = [line for _, line in lines[[line for _, line in lines].index(name) + 1 :]]
    behind = own.plain if own is not None else ""
    rest = re.search(r"(?:\s*[|•·\t]|\s[-–—]+|,)\s+(?P<rest>\S.*)$", behind)
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
    count = count_words(words)
    told = is_role(words) or (
        count > 1 and bar is None and not labelled(first) and not _AGE.search(words)
    )
    return places.fragment(first) if told and count <= _MAX_HEADLINE_WORDS else None
