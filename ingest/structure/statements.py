"""A line of text becomes statements: labels, values, exclusions, levels, links, sentences."""

from __future__ import annotations

import re

from ingest.blocks import GAP, Mark, Text
from ingest.dates import find_dates
from ingest.languages import count_words
from ingest.listed import excluded_in, values_in, without_excluded
from ingest.resume import Link, Statement
from ingest.sentences import sentence_spans
from ingest.structure.places import Places

_LONG_BULLET = 200
#: What is longer is no chip ("Google Cloud Platform (GCP)").
_CHIP_WORDS = 4
#: In characters and words. A cell that is longer is no label of the one beside it.
_LONGEST_LABEL, _LABEL_WORDS = 40, 6
_LABEL = re.compile(r"^(?P<label>[^:：\n\t]{1,48}?)\s*[:：]\s*(?=\S)")
_LEVEL = re.compile(
    r"^(?P<level>(?:(?:some|basic|good|working|solid|advanced|intermediate|strong|deep|limited|"
    r"fair|extensive|expert|elementary|excellent|very good|a little|rudimentary|hands-on|"
    r"practical|conversational)\s+(?:[\w-]+\s+){0,2}?(?:knowledge|understanding|experience|"
    r"command|skills?|familiarity|exposure)\s+(?:of|in|with|to|at))|"
    r"(?:some|very|highly)?\s*(?:familiar|proficient|experienced|comfortable|competent|exposure|"
    r"fluent|expert|beginner|knowledge)\s+(?:with|in|at|to|of))\s+(?=\S)",
    re.IGNORECASE,
)
_PAREN_LEVEL = re.compile(r"\((?P<level>[^()]{3,40})\)\s*$")
_ONLY_DIGITS = re.compile(r"[\d\s,–—/.-]+")
_NEVER_LABEL = re.compile(r"https?$|^\d+$", re.IGNORECASE)


def statements_of(
    text: Text,
    places: Places,
    depth: int = 0,
    *,
    prose: bool = False,
    row: bool = False,
    listed: bool = False,
    pair: bool = False,
) -> list[Statement]:
    """The statements of a block: one, or one a sentence for prose and for long bullets.

    `row`: the gaps in it part the cells of a table, not things that are listed. `listed`: in a
    section that lists things, two of them with a comma between are a list. `pair`: the first of two
    cells is the label of the second.
    """
    plain = text.plain
    parts = [text]
    if prose or len(text.folded) > _LONG_BULLET:
        flat = re.sub(r"\s", " ", plain)
        spans = sentence_spans(flat)
        if len(spans) > 1:
            parts = [text.cut(start, end) for start, end in spans]
    fewest = 2 if listed else 3
    return [
        _statement(part, places, depth, row=row, fewest=fewest, pair=pair)
        for part in parts
        if part.folded
    ]


def _statement(
    text: Text, places: Places, depth: int, *, row: bool, fewest: int, pair: bool
) -> Statement:
    folded = text.folded
    if not row and (chips := _chips(text)):
        shown = ", ".join(chips)
        return Statement(shown, places.span(text), values=chips, links=_links(text), depth=depth)
    if fewest == 2 and (pairs := _pairs(folded)):
        return Statement(folded, places.span(text), values=pairs, links=_links(text), depth=depth)
    label, rest = (pair and _cells(text)) or _label(text, folded)
    if row and label is None:
        # Things in one cell are no part of what stands in the next.
        rest = " ".join(text.plain.replace(GAP, ", ").split())
    excluded = excluded_in(rest)
    listed = without_excluded(rest) if excluded else rest
    level = None
    graded = _LEVEL.match(listed)
    if graded and len(listed.split()) <= 14:
        level, listed = graded["level"].strip(), listed[graded.end() :]
    elif label and (paren := _PAREN_LEVEL.search(label)):
        level, label = paren["level"], label[: paren.start()].strip()
    values = values_in(listed) if label or level or excluded or _is_list(listed, fewest) else ()
    return Statement(folded, places.span(text), label, values, excluded, level, _links(text), depth)


def _pairs(folded: str) -> tuple[str, ...]:
    """The pairs of a line such as "English: native; Dutch: C1"; () where there are not several."""
    parts = [part for part in re.split(r"\s*[;|·•]\s*", folded) if part]
    paired = [re.fullmatch(r"[^:：,]{1,30}[:：]\s*[^:：]{1,40}", part) for part in parts]
    return tuple(parts) if len(parts) > 1 and all(paired) else ()


def _label(text: Text, folded: str) -> tuple[str | None, str]:
    """The label before a colon, or the bold words that lead in; and what follows."""
    match = _LABEL.match(folded)
    if match and not _NEVER_LABEL.search(match["label"]) and count_words(match["label"]) <= 6:
        return match["label"].strip(" *"), folded[match.end() :]
    bold = text.lead(Mark.BOLD)
    if 0 < bold < len(text.plain):
        lead = " ".join(text.plain[:bold].split())
        rest = folded[len(lead) :].lstrip(" ,:–—-")
        if 1 <= len(lead.split()) <= 8 and rest and not _ONLY_DIGITS.fullmatch(lead):
            return lead.strip(" ,:–—-"), rest
    return None, folded


def _chips(text: Text) -> tuple[str, ...]:
    """Short things side by side, with nothing but gaps between them."""
    parts = [" ".join(part.split()) for part in text.plain.split(GAP) if part.strip()]
    short = len(parts) >= 2 and all(len(part.split()) <= _CHIP_WORDS for part in parts)
    listed = short and not any(re.search(r"[:：,;@]|\d{4}", part) for part in parts)
    return tuple(parts) if listed else ()


def _cells(text: Text) -> tuple[str, str] | None:
    """The words of two cells, where the first is the label of the second."""
    cells = [" ".join(part.split()) for part in text.plain.split(GAP) if part.strip()]
    if len(cells) != 2 or ":" in cells[0] or len(cells[0]) > _LONGEST_LABEL:
        return None
    named = cells[0][0].isalpha() and count_words(cells[0]) <= _LABEL_WORDS
    return (cells[0], cells[1]) if named and not find_dates(cells[0]) else None


def _is_list(text: str, fewest: int) -> bool:
    """Whether a line is a list of short items, rather than a sentence with commas."""
    parts = [part for part in re.split(r"\s*[,·•|;、，；]\s*", text) if part]
    return len(parts) >= fewest and sum(count_words(part) for part in parts) <= 3 * len(parts) - 1


def _links(text: Text) -> tuple[Link, ...]:
    return tuple(
        Link(words.folded, wrapper.target or "")
        for words, wrapper in text.links()
        if wrapper.target
    )
