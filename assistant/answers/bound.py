"""Lines of the thing that a question calls by a name which only this resume has."""

from __future__ import annotations

from assistant.answers.context import Context
from assistant.parts import Part
from assistant.retriever import ScoredStatement, raised
from assistant.text import keys, stem, stems
from assistant.vocabulary import load_vocabulary
from assistant.words import is_common, is_ordinary

#: Shorter names may be of anything; one that stands in more entries tells none of them.
_SHORT_NAME, _FEW = 3, 2
#: What it adds to the score of the one line of the thing.
_NAMED = 0.3


def own_names(context: Context, part: Part) -> set[str]:
    """The stems of names in a question that stand in the resume and that nobody else has to know.

    No word that is written in small letters, and nothing that the vocabulary knows.
    """
    return {
        stem(key)
        for key in keys(part.text)
        if len(key) > _SHORT_NAME and not key[0].isdigit() and stem(key) in context.known.stems
        if not is_common(key) and not is_ordinary(key) and load_vocabulary().find([key]) is None
    }


def named_first(context: Context, part: Part, hits: list[ScoredStatement]) -> list[ScoredStatement]:
    """The lines of the entries in which such a name stands, if these are few; or these first."""
    names = own_names(context, part)
    if not names or part.jobs:
        return hits
    told = [hit for hit in hits if names & stems(hit.words.text)]
    found = {id(hit.path[-1]) for hit in told if hit.path}
    inside = [hit for hit in hits if hit in told or found & set(map(id, hit.path))]
    if not found or len(found) > _FEW:
        return hits
    if len(inside) > 1:
        return inside  # the others are of other things
    return raised(hits, _NAMED, lambda hit: hit in inside)


def says_more(part: Part, hit: ScoredStatement) -> bool:
    """Whether a line says more than the question; what it is called answers no what or how much."""
    entry = hit.path[-1] if hit.path else None
    over = hit.is_heading and entry and (entry.dates or entry.statements)
    asked = part.intent in ("what_is", "open_what", "number")
    return bool(over) or not asked or not stems(hit.words.text) <= stems(part.text)
