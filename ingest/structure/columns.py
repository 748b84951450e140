"""What the heads of a table, and labels like them, say of the things below: who, when, as what."""

from __future__ import annotations

import re

from ingest.blocks import Block
from ingest.languages import ENGLISH, LANGUAGES

_COLUMNS = ("dates", "organisation", "roles", "title", "location", "area")
#: Heads that tell by all of their words, and what they tell.
_WHOLE = {"who": "organisation", "as": "roles", "thing": "thing"}
#: Heads that tell who somebody worked for where no other head of the table does.
_UNIT = re.compile(rf"\W*(?:{ENGLISH.columns['unit']})\W*", re.IGNORECASE)


def _whole(name: str) -> list[re.Pattern[str]]:
    """The pattern of this name in every language, for all of a cell's words."""
    return [
        re.compile(rf"^\W*(?:{language.columns[name]})\W*$", re.IGNORECASE)
        for language in LANGUAGES
        if name in language.columns
    ]


#: In English a word of the head tells; in other languages, whose words may be English ones with
#: another meaning, the whole of it.
_SAYS = (
    [(column, pattern) for name, column in _WHOLE.items() for pattern in _whole(name)]
    + [(name, re.compile(rf"\b(?:{ENGLISH.columns[name]})\b", re.IGNORECASE)) for name in _COLUMNS]
    + [
        (name, re.compile(rf"^\W*(?:{language.columns[name]})\W*$", re.IGNORECASE))
        for name in _COLUMNS
        for language in LANGUAGES
        if name in language.columns and language is not ENGLISH
    ]
)
_EDGES = [(name, pattern) for name in ("start", "end") for pattern in _whole(name)]
_SAME = re.compile(
    "|".join(one.columns["same"] for one in LANGUAGES if "same" in one.columns), re.IGNORECASE
)

#: Over words about a thing that another column names ("what it is").
_DESCRIBES = re.compile(
    r"\W*(?:what (?:it|this|they) (?:is|was|do|does|did|are|were)|descriptions?)\W*", re.IGNORECASE
)
#: When something began, or who gave it.
_FROM = re.compile(r"\W*(?:from|von|de|da|van)\W*", re.IGNORECASE)
#: How well somebody knows the things that stand in a column below.
_LEVEL = re.compile(
    r"\W*(?:(?:most|very|less|some)\s+)?(?:beginner|novice|basics?|elementary|learning|familiar|"
    r"good|working|intermediate|comfortable|competent|experienced|proficient|strong|advanced|expert|"
    r"fluent|native|anfänger|grundkenntnisse|fortgeschritten|experte|débutant|intermédiaire|avancé|"
    r"básico|intermedio|avanzado|experto|intermediário|avançado|avanzato|esperto)"
    r"(?:\s+(?:with|in|at|level|knowledge|skills?|user))?\W*",
    re.IGNORECASE,
)


def heads_levels(row: Block) -> bool:
    """Whether a table's head has a level over each column ("Beginner | Expert")."""
    told = [cell.folded for cell in row.cells if cell.folded]
    return row.header and len(told) > 1 and all(map(_LEVEL.fullmatch, told))


def column_of(words: str) -> str | None:
    """What a column or fact of this name says of an entry; None if that is not known.

    One of dates, organisation, roles, title, location, area; "thing" for what is a title anywhere,
    "said" for what only describes it.
    """
    if _DESCRIBES.fullmatch(words):
        return "said"
    return next((name for name, pattern in _SAYS if pattern.search(words)), None)


def edge_of(words: str) -> str | None:
    """Whether a column of this name holds when things begin ("start") or end ("end")."""
    return next((name for name, pattern in _EDGES if pattern.search(words)), None)


def repeats(words: str) -> bool:
    """Whether a cell only says that it holds what the one above holds ("same", "ditto")."""
    return _SAME.fullmatch(words.strip()) is not None


def _dates_beside(head: Block, at: int) -> bool:
    """Whether a column called "From" stands beside one that says when things were."""
    told = {column_of(cell.folded) for other, cell in enumerate(head.cells) if other != at}
    return "dates" in told and _FROM.fullmatch(head.cells[at].folded) is not None


def columns_in(head: Block) -> dict[int, str]:
    """What the columns below the cells of a head hold; {} where fewer than two tell."""
    columns: dict[int, str] = {}
    edges = {at: edge for at, cell in enumerate(head.cells) if (edge := edge_of(cell.folded))}
    if list(edges.values()) == ["start"] and _dates_beside(head, *edges):
        # "Year | Award | From": with the time told elsewhere, that is from whom it was.
        columns, edges = dict.fromkeys(edges, "organisation"), {}
    for at, cell in enumerate(head.cells):
        column = edges.get(at) or column_of(cell.folded)
        if column is not None and at not in columns and column not in columns.values():
            columns[at] = column
    if "roles" in columns.values() and "organisation" not in columns.values():
        for at, cell in enumerate(head.cells):
            if at not in columns and _UNIT.fullmatch(cell.folded):
                # "Rank | Department": beside a company, it would be but a part of that.
                columns[at] = "organisation"
                break
    return columns if len(columns) > 1 else {}
