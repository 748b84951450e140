"""What the heading of a stay says besides its name, title, place and dates.

"Assistant director of music (interim)", "contract to August 2028", "before that Section Manager":
who is told the stay and not that is told less than the truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.context import Context
from assistant.answers.meant import asks_place
from assistant.compose import Draft, Sentence
from assistant.facts import distinct
from assistant.gazetteer import lands_named, load_towns
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, YEAR, fold, joined, keys
from ingest.dates import find_dates
from ingest.resume import Entry, Fragment, Heading, Section, SectionKind

_KINDS = frozenset({SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION})
#: Between two things that a heading says.
_BETWEEN = re.compile(r"[,;()|·•\[\]]+|:\s|\s[-–—/]+\s|(?<!\d)[–—]|[–—](?!\d)")
#: Words that but lead up to a date or a place, and say nothing without it.
_LEADING = frozenset(
    """started began begun appointed joined left ended ends graduated finished completed season
    seasons since present today date current currently ongoing expected months month years year
    yrs yr based located""".split()
)
#: Stays of whose headings something is added, and words that are.
_STAYS = 2
_WORDS = 20
#: A longer stretch of which most is known is a row of a table, not a note.
_MOSTLY_KNOWN = 8


def with_notes(context: Context, part: Part, draft: Draft) -> Draft:
    """The draft, and what the headings that it stands on say of a stay besides."""
    if draft.status is not Status.ANSWERED:
        return draft
    found = list(_headings(context, draft))
    if not found or len({id(entry) for entry, _ in found}) > _STAYS:
        return draft
    told = set(keys(" ".join(one.text for one in draft.sentences)))
    where = asks_place(part)
    notes: dict[str, Fragment] = {}
    for entry, heading in found:
        known = told | _fields(entry, placed=not where)
        for note in _notes(context.citer.shown(heading.text, (heading,)), known):
            if (where or not _is_place(note)) and not _is_row(note, known):
                notes.setdefault(note, heading)
    if not notes or sum(len(note.split()) for note in notes) > _WORDS:
        return draft
    quoted = joined([f"“{note}”" for note in notes])
    more = Sentence(f"The resume adds {quoted}.", distinct(notes.values()))
    return replace(draft, sentences=(*draft.sentences, more))


def _headings(context: Context, draft: Draft) -> Iterator[tuple[Entry, Fragment]]:
    """The headings of stays that the draft stands on, or the rows that name them."""
    for words in dict.fromkeys(draft.evidence):
        section, path = context.citer.place(words)
        if path and _is_stay(section) and (isinstance(words, Heading) or _names(path[-1], words)):
            yield path[-1], words


def _names(entry: Entry, words: Fragment) -> bool:
    """Whether a line is the one that names the entry."""
    named = entry.organisation or entry.title or next(iter(entry.roles), None)
    return named is not None and named.span.overlaps(words.span)


def _is_stay(section: Section | None) -> bool:
    return section is not None and section.kind in _KINDS


def _fields(entry: Entry, *, placed: bool) -> set[str]:
    """The words of what an entry has been read to be."""
    fields = [entry.title, entry.organisation, entry.area, *entry.roles]
    texts = [words.text for words in fields if words] + ([entry.dates.text] if entry.dates else [])
    if placed and entry.location:
        texts.append(entry.location.text)
    return {key for text in texts for key in keys(text)}


def _notes(text: str, known: set[str]) -> Iterator[str]:
    """The stretches of a heading that say something else, as written."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for stop in [match.span() for match in _BETWEEN.finditer(text)] + [(len(text), len(text))]:
        if _says_more(text[at : stop[0]], known):
            pieces.append((at, stop[0]))
        elif pieces:
            yield from _stretch(text, pieces)
            pieces = []
        at = stop[1]
    yield from _stretch(text, pieces)


def _stretch(text: str, pieces: list[tuple[int, int]]) -> Iterator[str]:
    """Pieces that follow each other as one, or each by itself where that would tear brackets."""
    if not pieces:
        return
    start, end = pieces[0][0], pieces[-1][1]
    whole = text[start:end]
    if text[end : end + 1] == ")" and whole.count("(") == whole.count(")") + 1:
        whole += ")"
    if whole.count("(") == whole.count(")"):
        yield _trimmed(whole)
    else:
        yield from (_trimmed(text[one:other]) for one, other in pieces)


def _trimmed(text: str) -> str:
    return text.strip().rstrip(".")


def _says_more(piece: str, known: set[str]) -> bool:
    """Whether a piece says anything else than what is known, or of something known another year."""
    years: set[str] = set()
    for found in reversed(find_dates(piece)):
        years |= set(YEAR.findall(piece[found.start : found.end]))
        piece = f"{piece[: found.start]} {piece[found.end :]}"
    said = set(keys(piece)) - FUNCTION_WORDS - _LEADING
    return not said <= known or (bool(said) and not years <= known)


def _is_row(note: str, known: set[str]) -> bool:
    """Whether a note is long and says mostly what is known."""
    said = keys(note)
    return len(said) > _MOSTLY_KNOWN and 2 * sum(word in known for word in said) > len(said)


def _is_place(note: str) -> bool:
    """Whether a note is the name of a town or country, and nothing else."""
    return bool(lands_named(note)) or fold(note).removeprefix("then ") in load_towns()
