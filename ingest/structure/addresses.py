"""Where the person lives, as far as a line before the sections says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.blocks import Block, Text
from ingest.dates import whole_date
from ingest.languages import alternatives, count_words
from ingest.resume import Contact, ContactKind
from ingest.structure.cues import DEGREE, is_place, is_role
from ingest.structure.labels import labelled, labelled_row
from ingest.structure.names import behind_degrees
from ingest.structure.pictures import bare as without_picture
from ingest.structure.places import Places

#: What introduces a place without a colon.
_SIGN = re.compile(
    r"^(?:(?:address|location|based in|lives in|home|city|residence|wohnhaft in|domiciliée? à|"
    r"residente en|residente em)\b|📍|🏠)\s*[:：]?\s*(?=\S)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[|•·\t\n\v;]|\s[–—]\s|\s{2,}")
_STREET = re.compile(alternatives("streets"), re.IGNORECASE)
_HOUSE = re.compile(r"(?<!\d)\d{1,4}(?!\d)|号")
#: A code of four or five digits, perhaps with the country's letter, and the town.
_TOWN = re.compile(r"(?:[A-Z]{1,3}-)?\d{4,5}(?: [A-Z]{2})? [^\W\d_][^\d:]{2,40}")
#: A town's district ("Lyon 7e"), the code behind its state ("Homer, MI 49245").
_NUMBERED = re.compile(r"(?<=\w) (?:\d{1,2}(?:er|e|ème|th|st|nd|rd)?(?=,|$)|\d{5}(?:-\d{4})?$)")
#: Behind a place another sentence may follow.
_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-Þ])")
_CODE = re.compile(r"\b\d{4,5}\b")
_TWO_LETTERS = 2
_MAX_LABELLED, _MAX_ADDRESS, _MAX_TOWN = 10, 14, 3


def places_in(block: Block, places: Places) -> Iterator[Contact]:
    """The places that a block gives, part by part."""
    row = labelled_row(block)
    if row is not None and row[0] == "location":
        yield _place(row[1], row[1].folded, places)
        return
    street: Text | None = None
    for part in _parts(block.text):
        found = _in_part(part)
        found = found if found is not None and found.folded else None
        if street is not None:
            # "Rua das Palmeiras, 88 – Florianópolis/SC": the town may follow.
            whole = street.through(found) if found is not None else street
            yield _place(whole, whole.folded, places)
            street = None
        elif found is not None and _STREET.search(found.folded) and not _CODE.search(found.folded):
            street = found
        elif found is not None:
            yield _place(found, found.folded, places)
    if street is not None:
        yield _place(street, street.folded, places)


def _parts(text: Text) -> Iterator[Text]:
    at = 0
    for match in [*_PARTS.finditer(text.plain), None]:
        yield text.cut(at, match.start() if match else len(text.plain))
        at = match.end() if match else at


def _place(text: Text, words: str, places: Places) -> Contact:
    return Contact(ContactKind.LOCATION, words, places.span(text))


def _in_part(part: Text) -> Text | None:
    """The place that a part of a line is, without its label and signs."""
    told = labelled(without_picture(part))
    if told is not None:
        what, value = told
        short = what == "location" and count_words(value.folded) <= _MAX_LABELLED
        return value if short else None
    sign = _SIGN.match(part.plain)
    if sign is not None:
        value = _bare(part.cut(sign.end()))
        return value if count_words(value.folded) <= _MAX_LABELLED else None
    value = _bare(part)
    if 0 < (end := behind_degrees(value)) < len(value):
        # "Ada Byron, PhD. Bergen, Norway"
        value = _bare(value.cut(end))
    # "Welder, Bergen, Norway", "B.Tech. Botany, Bergen": what they are stands before where.
    while "," in value.plain and _says_what(value.plain.partition(",")[0]):
        value = value.cut(value.plain.index(",") + 1)
    if (stop := _SENTENCE.search(value.plain)) is not None:
        # "Bergen, Norway. Hulls of two ferries."
        value = _at_end(value.cut(0, stop.start())) or value
    told_so = is_place(value.folded) or is_place(_NUMBERED.sub("", value.folded))
    return value if told_so or _is_address(value.folded) else None


def _at_end(sentence: Text) -> Text | None:
    """The town and what it lies in, with which a first sentence ends; None where it does not."""
    parts = sentence.plain.split(",")
    place = sentence.cut(len(sentence.plain) - len(",".join(parts[-2:])))
    town = _bare(place).plain.partition(",")[0]
    return place if count_words(town) <= _MAX_TOWN and is_place(place.folded) else None


def _says_what(words: str) -> bool:
    """Whether words name a position or a degree; "Ba Ria" is a town."""
    degree = DEGREE.match(words.strip())
    return is_role(words) or (degree is not None and len(degree[0]) > _TWO_LETTERS)


def _bare(part: Text) -> Text:
    """Without signs before it: dashes, pictures."""
    part = without_picture(part)
    start = re.match(r"[^\w(]*", part.plain)
    return part.cut(start.end() if start else 0)


def _is_address(words: str) -> bool:
    """Whether the words are a street with its number, or a town behind its code."""
    if count_words(words) > _MAX_ADDRESS or re.search(r"[@:]|https?", words):
        return False
    if whole_date(words) is not None:
        return False  # "2014 to present" is no town behind its code
    street = _STREET.search(words) is not None and _HOUSE.search(words) is not None
    return street or _TOWN.fullmatch(words) is not None
