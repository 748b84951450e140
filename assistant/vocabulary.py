"""Public knowledge of named skills: which names mean the same, and what sort of thing each is.

The rows are in `data/vocabulary.tsv` (name, aliases, categories). A name that is no ordinary word
must occur in the resume, in one of its forms, for the resume to support it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from assistant.text import keys
from assistant.words import is_common

Name = tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One named thing: every form as folded words, and its categories."""

    name: str
    forms: tuple[Name, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Terms by each of their forms."""

    by_form: dict[Name, Term]
    words: frozenset[str]
    by_category: dict[str, tuple[Term, ...]]

    def find(self, words: list[str]) -> Term | None:
        """The term that these words spell, plural or not."""
        form = tuple(words)
        found = self.by_form.get(form)
        if found is None and form and form[-1].endswith("s"):
            found = self.by_form.get((*form[:-1], form[-1][:-1]))
            # "reacts" and "blasts" are what someone does, not several Reacts or BLASTs.
            if found and len(form) == 1 and not found.name.islower() and is_common(form[0][:-1]):
                return None
        return found

    def is_speech(self, words: list[str]) -> bool:
        """Whether these words name a spoken language and nothing else: an adjective as well."""
        term = self.find(words)
        return term is not None and set(term.categories) == {"spoken language"}

    def is_employer(self, words: list[str]) -> bool:
        """Whether the words name a well-known employer."""
        term = self.find(words)
        return term is not None and "employer" in term.categories

    def spans(self, words: list[str]) -> list[tuple[int, int, Term]]:
        """The terms among these words, longest first from the left, none overlapping."""
        found, at = [], 0
        while at < len(words):
            for size in range(min(5, len(words) - at), 0, -1):
                term = self.find(words[at : at + size])
                if term is not None:
                    found.append((at, at + size, term))
                    at += size - 1
                    break
            at += 1
        return found


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    by_form: dict[Name, Term] = {}
    by_category: dict[str, list[Term]] = {}
    text = (files("assistant") / "data" / "vocabulary.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        name, aliases, categories = line.split("\t")
        forms = tuple(
            dict.fromkeys(tuple(simple_keys(form)) for form in (name, *aliases.split("|")) if form)
        )
        term = Term(name, tuple(form for form in forms if form), tuple(categories.split("|")))
        for form in term.forms:
            by_form.setdefault(form, term)
        for category in term.categories:
            by_category.setdefault(category, []).append(term)
    words = frozenset(word for form in by_form for word in form)
    return Vocabulary(by_form, words, {name: tuple(terms) for name, terms in by_category.items()})


def simple_keys(text: str) -> list[str]:
    """Folded words, hyphens and slashes taken as spaces, without the parts of compound tokens."""
    return list(_simple_keys(text))


@lru_cache(maxsize=8192)
def _simple_keys(text: str) -> tuple[str, ...]:
    whole = text.replace("-", " ").replace("/", " ")
    found = keys(whole)
    return tuple(key for at, key in enumerate(found) if at == 0 or not _is_part(found, at))


def _is_part(found: list[str], at: int) -> bool:
    return any(
        "." in whole and found[at] in whole.split(".") for whole in found[max(0, at - 4) : at]
    )
