"""Towns and parts of the world: in which country a place is, and what else a town is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.countries import country_in, load_countries
from assistant.text import fold

_DATA = Path(__file__).parent / "data"
#: What stands behind a place and is none.
_NO_PLACE = frozenset("remote hybrid on-site onsite".split())

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its folded name, the country that it is in, and the folded other names."""

    name: str
    country: str
    others: tuple[str, ...]


@cache
def load_towns() -> dict[str, tuple[Town, ...]]:
    """Every town by each of its names; those that have the name as their first, if any has."""
    first: dict[str, tuple[Town, ...]] = {}
    other: dict[str, tuple[Town, ...]] = {}
    for line in _lines("cities.tsv"):
        name, country, others = line.split("\t")
        town = Town(name, country, tuple(filter(None, others.split("|"))))
        first[name] = (*first.get(name, ()), town)
        for one in town.others:
            other[one] = (*other.get(one, ()), town)
    return other | first


@cache
def load_regions() -> dict[str, frozenset[str]]:
    """The countries of each part of the world, by each of its names."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("regions.txt"):
        names, _, countries = line.partition(":")
        inside = frozenset(one.strip() for one in countries.split(","))
        found |= dict.fromkeys((fold(name.strip()) for name in names.split(",")), inside)
    return found


def _lines(file: str) -> list[str]:
    text = (_DATA / file).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _other_lands() -> frozenset[str]:
    """The countries of the regions that `countries.txt` does not have."""
    known = {name for country in load_countries() for name in country.names}
    return frozenset(name for inside in load_regions().values() for name in inside) - known


@lru_cache(maxsize=1024)
def lands_named(text: str) -> frozenset[str]:
    """The first names of the countries that a text is the name of: one, or those of a region."""
    name = fold(text).removeprefix("the ").strip()
    if (region := load_regions().get(name)) is not None:
        return region
    country = country_in(text, adjectives=False)
    if country is not None:
        return frozenset({country.names[0]} if name in country.names else ())
    return frozenset({name} & _other_lands())


#: Words of the longest name of a place.
_LONGEST = 3


def lands_begun(text: str) -> tuple[frozenset[str], str]:
    """The countries of the place that a text begins with, and the text behind; else none of it."""
    words = text.split()
    article = bool(words) and words[0].lower() == "the"
    for size in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(word.strip(".,;:?!)'’") for word in words[:size])
        # "The us" is no pronoun.
        if named := lands_named(name) or (lands_named(name.upper()) if article else frozenset()):
            return named, " ".join(words[size:])
    return frozenset(), text


@lru_cache(maxsize=1024)  # the places of a resume are looked up for every question
def lands_of(place: str) -> frozenset[str]:
    """The countries that words for a place name; else the one that the bare town is in."""
    named = {country.names[0] for country in load_countries() if country.is_in(place)}
    folded = f" {' '.join(_WORD.findall(fold(place)))} "
    named |= {name for name in _other_lands() if f" {name} " in folded}
    if named:
        return frozenset(named)
    parts = [fold(part).strip(" .") for part in re.split(r"[,(/)]", place)]
    parts = [part for part in parts if part and part not in _NO_PLACE]
    towns = load_towns().get(parts[0], ()) if len(parts) == 1 else ()
    inside = frozenset(town.country for town in towns)
    return inside if len(inside) == 1 else frozenset()


def other_names(town: str) -> frozenset[str]:
    """What else the towns of a name are called, folded."""
    towns = load_towns().get(fold(town), ())
    return frozenset(name for one in towns for name in (one.name, *one.others)) - {fold(town)}
