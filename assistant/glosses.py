"""What names mean, for a reader that does not know them: "SQS (message queue)", "Kubernetes (k8s)".

The cross-encoder has read little of named things. What the vocabulary knows of those in a line is
put beside them, in the words of the question: that of two names, or the kind that it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.text import Token, stem, tokens
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from assistant.words import is_ordinary


@dataclass(frozen=True)
class Glosses:
    """What a question calls things: `names` by the term that each means, and `kinds`.

    `short` are the words that may be initials ("RTU", for "Riga Technical University").
    """

    names: dict[str, str]
    kinds: frozenset[str]
    short: tuple[str, ...] = ()

    def beside(self, text: str) -> str:
        """The text, each thing in it with what the question calls it, unless that stands there."""
        for short in self.short:
            text = _with_initials(text, short)
        if not (self.names or self.kinds):
            return text
        said, end = [], 0
        for first, last, term in _named(text):
            called = self._called(term, text[first.start : last.end])
            if called:
                said += [text[end : last.end], f" ({called})"]
                end = last.end
        return "".join([*said, text[end:]])

    def _called(self, term: Term, written: str) -> str | None:
        name = self.names.get(term.name)
        if name is not None:
            return name if simple_keys(name) != simple_keys(written) else None
        return next((kind for kind in term.categories if kind in self.kinds), None)


@lru_cache(maxsize=64)
def glosses(question: str) -> Glosses:
    """What a question calls things that the vocabulary knows, and what may be initials in it."""
    names = {term.name: question[first.start : last.end] for first, last, term in _named(question)}
    return Glosses(names, frozenset(_kinds(question)), tuple(_short(question)))


#: Letters of initials; a name written with a capital; what stands small between two such.
_LEAST, _MOST = 3, 6
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*")
_BETWEEN = re.compile(r"\s+(?:(?:of|for|and|the|in|de|des|du|der|für|di|da|e|y|&)\s+){0,2}")


def _short(question: str) -> Iterator[str]:
    """The words of a question that may be initials: of no word that is known."""
    for token in tokens(question):
        known = is_ordinary(token.key) or load_vocabulary().find([token.key])
        if token.key.isalpha() and _LEAST <= len(token.key) <= _MOST and not known:
            yield question[token.start : token.end]


def _with_initials(text: str, short: str) -> str:
    """The text, each name in it whose words begin with these letters with them beside it."""
    named = list(_CAPITAL.finditer(text))
    for at in range(len(named) - len(short), -1, -1):
        words = named[at : at + len(short)]
        joined = all(
            _BETWEEN.fullmatch(text[one.end() : after.start()]) for one, after in pairwise(words)
        )
        if joined and "".join(one[0][0] for one in words).casefold() == short.casefold():
            end = words[-1].end()
            text = f"{text[:end]} ({short}){text[end:]}"
    return text


def _kinds(question: str) -> Iterator[str]:
    """The kinds that a question names: in more words than one, or in the plural."""
    written = [token.key for token in tokens(question.replace("-", " "))]
    asked = [stem(word) for word in written]
    for kind in load_vocabulary().by_category:
        words = [stem(word) for word in simple_keys(kind)]
        for at in range(len(asked) - len(words) + 1):
            plural = written[at + len(words) - 1].endswith("s")
            if asked[at : at + len(words)] == words and (plural or len(words) > 1):
                yield kind


def _named(text: str) -> Iterator[tuple[Token, Token, Term]]:
    """The things that a text names, from their first word to their last, the longest names first.

    An employer is no thing that is called by a kind.
    """
    found = tokens(text)
    for at, end, term in load_vocabulary().spans([token.key for token in found]):
        if "employer" not in term.categories:
            yield found[at], found[end - 1], term
