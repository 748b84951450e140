"""How the lines of a resume name a thing: in which form, apart from others, as one word or two."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers.context import Context
from assistant.text import fold, stem, tokens
from assistant.vocabulary import Name, load_vocabulary, simple_keys

#: Names shorter than this may be run together from other words by chance.
_LONG_NAME = 6


def written_apart(context: Context, name: str) -> str | None:
    """How the resume writes a name that is asked for as one word, or as two: "Team City".

    Only where it writes each word in capitals: "in door" is no "indoor".
    """
    if len(name) < _LONG_NAME or not name.isalpha():
        return None
    one = name.removesuffix("s")
    for _, _, said in context.resume.walk():
        written = _run_together(said.text).get(one)
        if written is not None:
            return written
    return None


@lru_cache(maxsize=8192)  # the same few hundred lines are asked for every such name
def _run_together(text: str) -> dict[str, str]:
    """Each name of one or two words in capitals, as one word in the singular, and as written."""
    found: dict[str, str] = {}
    words = [token.text for token in tokens(text)]
    for at in range(len(words)):
        for run in (words[at : at + 1], words[at : at + 2]):
            if all(word[:1].isupper() for word in run):
                whole = fold("".join(run)).replace("-", "").removesuffix("s")
                found.setdefault(whole, " ".join(run))
    return found


#: Where a list goes on to another thing: a name does not run across.
_LISTED = re.compile(r"[,;|()•·]|\s[-–—]\s")
#: "The go-to person" goes nowhere, and knows no Go; nor does who has "to go through" something, or
#: says what "does not go together".
_COMPOUND = re.compile(
    r"\b[^\W\d_]+-(?:to|in|on|off|up|by|of|out|over|and)\b|"
    r"(?-i:\b(?:go|react|express|spring|swift) (?:through|to|into|live|over|on|out|up|back|ahead|"
    r"beyond|public|from|interest|response|of|together)\b)|"
    r"(?-i:\b(?:do|does|did|not|will|would|can|could|should|must|may|might|let|they|we|you|who) "
    r"(?:go|react|express|spring)\b)",
    re.IGNORECASE,
)


def names_one_of(forms: set[Name], text: str, *, exact: bool) -> bool:
    """Whether a text names a thing in one of its forms; `exact`: as a name of its own."""
    if exact:
        return any(_named_apart(words, spans, forms) for words, spans in _pieces(text))
    words = simple_keys(text)
    if any(stands(form, words) for form in forms):
        return True
    stemmed = _stemmed(text)
    return any(stands(tuple(stem(word) for word in form), stemmed) for form in forms)


@lru_cache(maxsize=8192)
def _stemmed(text: str) -> list[str]:
    return [stem(word) for word in simple_keys(text)]


@lru_cache(maxsize=8192)  # the same few hundred lines are looked through for every name
def _pieces(text: str) -> tuple[tuple[list[str], list[tuple[int, int]]], ...]:
    """The words of each thing that a line lists, and where terms of the vocabulary stand in it."""
    pieces = [simple_keys(piece) for piece in _LISTED.split(_COMPOUND.sub(" ", text))]
    spans = load_vocabulary().spans
    return tuple((words, [(start, end) for start, end, _ in spans(words)]) for words in pieces)


def _named_apart(words: list[str], spans: list[tuple[int, int]], forms: set[Name]) -> bool:
    """Whether a form stands there as a name of its own: React does not in "React Native"."""
    taken: set[int] = set()
    for start, end in spans:
        if tuple(words[start:end]) in forms:
            return True
        if end - start > 1:
            taken |= set(range(start, end))
    return any(
        tuple(words[at : at + len(form)]) == form and not taken & set(range(at, at + len(form)))
        for form in forms
        for at in range(len(words) - len(form) + 1)
    )


def stands(form: Name, words: list[str]) -> bool:
    """Whether the form's words stand there one after the other."""
    if form and form[0] not in words:
        return False  # as is so of nearly every line
    size = len(form)
    return any(tuple(words[at : at + size]) == form for at in range(len(words) - size + 1))
