"""Where several things are asked for: the lines of the list that the one which answers is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.chosen import NEAR
from assistant.answers.context import ANSWER_WORDS
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from ingest.resume import Entry, SectionKind

#: That several things are asked for: "which courses", "undergraduate classes".
_SEVERAL = re.compile(
    r"^\W*(?:(?:all|list|name|which|what|the|her|his|their|any|every)\W+)*(?:[\w-]+\W+){0,2}?"
    r"(?!does|is|was|has|(?:time|day|week|month|year|hour)s)[^\W\d_]{3,}(?<![sui])s\b(?!['’])",
    re.IGNORECASE,
)
#: Lines of one list are told together up to so many, while each has at most so many words.
_LISTED, _ITEM_WORDS = 6, 15
#: A list of so many lines and words at most is told whole.
_SHORT_LIST, _SHORT_LINES, _LINE_WORDS = 8, 80, 25
_TOLD = (SectionKind.WORK, SectionKind.VOLUNTEER)
#: So many lines of one list among those chosen show that the list is meant.
_OF_A_LIST = 2
#: The share of the first line's cosine that another line of its list must have to be told.
_LIKELY = 0.6
#: Intents that ask for the things of one kind: the list of the nearest one has the others.
_OF_ONE_KIND = frozenset("projects awards publications certificates languages interests".split())
_MANY = re.compile(
    r"\b(?:all|every|list|each)\b|(?<![\w'’])(?!(?:he|she|it|this|his|was|has|does)\b)[^\W\d_]{3,}(?<![sui])s\b",
    re.IGNORECASE,
)


def asks_list(part: Part) -> bool:
    """Whether several things are asked for."""
    of_kind = part.intent in _OF_ONE_KIND and bool(_MANY.search(part.text))
    return of_kind or bool(_SEVERAL.search(part.text))


def asks_things(part: Part, intent: str) -> bool:
    """Whether all things of one kind are asked for by that intent."""
    return of_things(intent) and bool(_MANY.search(part.text))


def of_things(intent: str) -> bool:
    """Whether an intent asks for the things of one kind."""
    return intent in _OF_ONE_KIND


def several(
    part: Part, hits: list[ScoredStatement], chosen: list[ScoredStatement]
) -> list[ScoredStatement]:
    """The lines of the list in which those chosen of `hits` stand, if it is one; else these."""
    first = chosen[0]
    kept = [hit for hit in chosen if _in_list(first, hit, _ITEM_WORDS)]
    if first.section.kind in _TOLD:
        return chosen  # bullets of a job are no list of things
    of_kind = part.intent in _OF_ONE_KIND
    whole = whole_list(first, hits)
    if whole and (of_kind or sum(hit in whole for hit in chosen) >= _OF_A_LIST):
        return whole
    if first.is_heading or len(kept) < _OF_A_LIST:
        return chosen
    return _nearest(first, kept, hits)


def whole_list(first: ScoredStatement, hits: Sequence[ScoredStatement]) -> list[ScoredStatement]:
    """All lines of the list in which a line stands, in their order; none if it is a long one."""
    beside = [hit for hit in hits if _in_list(first, hit, _LINE_WORDS)]
    words = sum(len(hit.words.text.split()) for hit in beside)
    if not 1 < len(beside) <= _SHORT_LIST or words > _SHORT_LINES:
        return []
    return sorted(beside, key=lambda hit: hit.words.span.start)


def _nearest(
    first: ScoredStatement, kept: list[ScoredStatement], hits: Sequence[ScoredStatement]
) -> list[ScoredStatement]:
    """The best lines of a list that is too long to be told whole."""
    words = sum(len(hit.words.text.split()) for hit in kept)
    for hit in hits[: 2 * _LISTED]:
        near = hit.score >= first.score - NEAR and hit.dense >= _LIKELY * first.dense
        if hit in kept or not near or not _in_list(first, hit, _ITEM_WORDS):
            continue
        words += len(hit.words.text.split())
        if len(kept) == _LISTED or words > ANSWER_WORDS:
            break
        kept.append(hit)
    return kept


def _in_list(first: ScoredStatement, hit: ScoredStatement, most: int) -> bool:
    """Whether a line is an item, of so many words at most, of the same list."""
    if hit.is_heading is not first.is_heading or hit.section is not first.section:
        return False
    one, other = _list_of(first), _list_of(hit)
    beside = len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
    return beside and len(hit.words.text.split()) <= most


def _list_of(hit: ScoredStatement) -> tuple[Entry, ...]:
    """The entries in which the list stands that a line, or the entry that it heads, is one of."""
    entry = hit.path[-1] if hit.path else None
    alone = entry and (hit.is_heading or (not entry.headings and len(entry.statements) == 1))
    return hit.path[:-1] if alone else hit.path
