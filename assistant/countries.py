"""Countries by their names, codes and adjectives: "Finnish" is of Finland, "DK" is Denmark."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.text import FUNCTION_WORDS, fold, tokens

_FILE = Path(__file__).parent / "data" / "countries.txt"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its folded names, its codes, and the folded words for what is of it."""

    names: tuple[str, ...]
    codes: frozenset[str]
    adjectives: tuple[str, ...]

    def is_in(self, place: str) -> bool:
        """Whether words for a place name the country, or give its code behind the town."""
        folded = fold(place)
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in self.names):
            return True
        return bool(self.codes & set(re.findall(r"(?:,|\s|^)([A-Z]{2,3})\b", place)))


@cache
def load_countries() -> tuple[Country, ...]:
    """Every country that is known, as the file lists them."""
    found = []
    for line in _FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, adjectives = line.partition(";")
            codes = re.findall(r"\b[A-Z]{2,3}\b", head)
            names = re.sub(r"\b[A-Z]{2,3}\b", "", head)
            found.append(Country(_split(names), frozenset(codes), _split(adjectives)))
    return tuple(found)


@cache
def adjectives() -> frozenset[str]:
    """The folded words for what is of any country."""
    return frozenset(word for country in load_countries() for word in country.adjectives)


def _split(words: str) -> tuple[str, ...]:
    return tuple(fold(word.strip()) for word in words.split(",") if word.strip())


#: "Us" and "georgia", "jordan" are other words, too: names only in capitals.
_OTHER_WORDS = frozenset("us turkey chile jordan georgia china polish kiwi swiss".split())


def country_in(text: str, *, adjectives: bool = True) -> Country | None:
    """The country that a question names, or what it names is of; None if there is none or many."""
    folded = fold(text)
    found = []
    for country in load_countries():
        words = (*country.names, *(country.adjectives if adjectives else ()))
        if any(_named(word, folded, text) for word in words):
            found.append(country)
    return found[0] if len(found) == 1 else None


def _named(word: str, folded: str, text: str) -> bool:
    if word in _OTHER_WORDS:
        return word.title() in text or (len(word) == len("us") and word.upper() in text)
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded))


#: What an adjective of a country may stand before where a language or a nationality is meant.
_NO_PLACE = frozenset(
    """speaker speakers speaking language languages skill skills level fluency proficiency lesson
    lessons class classes course courses grammar exam certificate citizen citizens citizenship
    national nationality nationals passport visa people person cuisine food cooking restaurant
    kitchen origin roots background heritage literature level driving translation to""".split()
)
#: Small words of questions that are nouns, too.
_NOUNS = frozenset("show name list kind type sort thing things stuff".split())
_SPOKEN = re.compile(
    r"\b(?:speak\w*|spoke\w*|languages?|fluent\w*|talk\w*|tongues?|native|bilingual|understand\w*|"
    r"translat\w*|write|read|born|from)\b",
    re.IGNORECASE,
)


#: Behind these an adjective begins the name of an employer ("for British Gas").
_BEFORE_NAMES = frozenset("for at with by from".split())
#: The first names of a country are its own; others may be those of its parts.
_OWN_NAMES = 3


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(one for country in load_countries() for one in country.adjectives)


def with_country(text: str, known: Collection[str]) -> str:
    """The text with an adjective that the resume lacks as the country that it names.

    So "her Finnish show" finds the one in Finland. Languages are no places.
    """
    if _SPOKEN.search(text):
        return text
    written = tokens(text)
    before = ""
    for token, after in pairwise(written):
        named, before = before in _BEFORE_NAMES, token.key
        if named or token.key in known or token.key not in _adjectives():
            continue
        if token.key in _OTHER_WORDS or after.key in (FUNCTION_WORDS - _NOUNS) | _NO_PLACE:
            continue
        for country in load_countries():
            name = next((one for one in country.names[:_OWN_NAMES] if one in known), None)
            if token.key in country.adjectives and name:
                return f"{text[: token.start]}{name.title()}{text[token.end :]}"
    return text
