"""Places and nationalities of a question, said by what this resume calls them.

"In Holland" is "in Rotterdam" where the one job of that country was, "the Danes" are the one
employer of theirs, and Nuremberg is Nürnberg. Where several fit, the question stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.countries import country_in, load_countries
from assistant.facts import Job, stays
from assistant.gazetteer import lands_named, lands_of, load_regions, load_towns, other_names
from assistant.text import FUNCTION_WORDS, Token, fold, keys, tokens
from assistant.words import is_ordinary
from ingest.resume import Resume, SectionKind

_WORK = (SectionKind.WORK,)
_STAYS = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
_STUDIES = (SectionKind.EDUCATION,)
#: What somebody may be in, go to, come from or leave.
_BEFORE = re.compile(
    r"(?:\b(?:in|to|from|around|near|across|of|left|leave|leaving)(?: the)?|^\W*) $|^\W*$", re.I
)
_IN_FRONT = re.compile(r"^\W*$")
_GOES_ON = re.compile(r"^\s*(?:[:,;(–—?-]|$)")
#: Who employs or teaches, in the singular, behind the adjective of a country.
_THEIR_ONE = re.compile(
    r"\b(?:the|that|his|her|their) (?P<of>[a-z]+(?:[ -][a-z]+)?) "
    r"(?P<noun>office|employer|company|firm|practice|studio|bureau|branch|outfit|agency|"
    r"start-?up|lab|bank|hospital|clinic|university|uni|college)\b",
    re.IGNORECASE,
)
_SCHOOLS = frozenset("university uni college".split())
#: Those of a country together, as who employs: "did the Danes promote her", "left the Finns".
_THEM = re.compile(
    r"\b(?:did|do|does|had|have|has|were|are|with|for|by|at|left|leave|leaving|join|joined|joining)"
    r" (?P<them>the (?P<of>[^\W\d_]+))(?=\W*$|\s*[,;:?]|(?<=s)\s|\s+[a-z]+ (?:him|her|them)\b)",
    re.IGNORECASE,
)
#: Peoples that are not called as the adjective of their country is.
_PEOPLES = {
    "danes": "denmark", "swedes": "sweden", "finns": "finland", "poles": "poland",
    "turks": "turkey", "spaniards": "spain", "scots": "scotland", "brits": "united kingdom",
    "britons": "united kingdom", "yanks": "united states", "kiwis": "new zealand",
    "aussies": "australia", "croats": "croatia", "serbs": "serbia", "slovaks": "slovakia",
    "czechs": "czechia", "greeks": "greece", "thais": "thailand", "filipinos": "philippines",
}  # fmt: skip
#: Where somebody is or goes, in small letters.
_TO_A_LAND = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Tt]o) (?P<land>[a-z]{3,}(?: [a-z]{3,})?)\b")
#: Words of the longest name of a place.
_LONGEST = 3
#: Letters of the shortest name by which a town is known in another form.
_TOWN = 4


@dataclass(frozen=True, slots=True)
class _Stay:
    """A stay with the place where it was, and the countries that this is in."""

    job: Job
    place: str
    lands: frozenset[str]

    @property
    def town(self) -> str:
        return re.split(r"[,(/]", self.place)[0].strip()

    def land(self) -> str | None:
        """The country as the place has it, if it names one."""
        for country in load_countries():
            for name in country.names if country.names[0] in self.lands else ():
                if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.place, re.I):
                    return found[0]
        return None


class Whereabouts:
    """Where one resume's stays were; `words` are its folded words."""

    def __init__(self, resume: Resume, words: frozenset[str]) -> None:
        self._resume = resume
        self._words = words

    def as_here(self, text: str) -> str:
        """The text with places and nationalities as the resume calls what must be meant."""
        for find in (self._employers, self._peoples, self._places, self._elsewhere):
            for start, end, instead in find(text):
                return f"{text[:start]}{instead}{text[end:]}"
        return text

    def has(self, name: str) -> bool:
        """Whether a name is that of a country or region that the resume has a stay or town of."""
        lands = lands_named(name)
        there = any(stay.lands & lands for stay in self._stays(_STAYS)) if lands else False
        return there or any(land in lands for land in self._towns_told)

    def _stays(self, kinds: Sequence[SectionKind]) -> list[_Stay]:
        return [stay for stay in self._placed if stay.job.section.kind in kinds]

    @cached_property
    def _placed(self) -> list[_Stay]:
        return [
            _Stay(job, job.place.text, lands_of(job.place.text))
            for job in stays(self._resume, *_STAYS)
            if job.place
        ]

    def _employers(self, text: str) -> Iterator[tuple[int, int, str]]:
        """What is called "the Dutch office", with the one employer that it must be."""
        for found in _THEIR_ONE.finditer(text):
            land = _of_country(found["of"])
            kinds = _STUDIES if found["noun"].lower() in _SCHOOLS else _WORK
            if land and (name := self._only_name({land}, kinds, found["of"])):
                yield found.start(), found.end(), name

    def _peoples(self, text: str) -> Iterator[tuple[int, int, str]]:
        """What is called "the Danes", with the one employer of the country."""
        for found in _THEM.finditer(text):
            of = fold(found["of"])
            land = _PEOPLES.get(of) or _of_country(of.removesuffix("s"))
            if land and (name := self._only_name({land}, _WORK, of)):
                yield found.start("them"), found.end("them"), name

    def _only_name(self, lands: set[str], kinds: Sequence[SectionKind], said: str) -> str | None:
        """The one name of the stays there; none if a name of the resume has the word itself."""
        every = stays(self._resume, *kinds)
        if any(fold(said) in fold(job.name).split() for job in every):
            return None
        names = {stay.job.name for stay in self._stays(kinds) if stay.lands & lands}
        return names.pop() if len(names) == 1 else None

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        written = tokens(text)
        for size in range(_LONGEST, 0, -1):
            for at in range(len(written) - size + 1):
                run = written[at : at + size]
                start, end = run[0].start, run[-1].end - _possessive(run[-1])
                if all(token.key.removesuffix("'s") in self._words for token in run):
                    continue
                here = self._place(text[start:end]) if _stands_free(text, start, end) else None
                here = here or self._town(text[start:end])
                if here is not None:
                    yield start, end, here

    def _place(self, name: str) -> str | None:
        """What the resume calls the one place that it has in a country or region."""
        lands = lands_named(name)
        for kinds in (_WORK, _STAYS) if lands else ():
            there = [stay for stay in self._stays(kinds) if stay.lands & lands]
            for said in ({stay.land() for stay in there}, {stay.town for stay in there}):
                if len(said) == 1 and (one := said.pop()):
                    return one
            if there:
                return None
        told = {town for land in lands for town in self._towns_told.get(land, ())}
        return told.pop() if len(told) == 1 else None

    def _elsewhere(self, text: str) -> Iterator[tuple[int, int, str]]:
        """A country in small letters of which the resume says nothing, as a name is written."""
        for found in _TO_A_LAND.finditer(text):
            words = found["land"].split()
            for size in range(len(words), 0, -1):
                name = " ".join(words[:size])
                country = country_in(name, adjectives=False)
                if country is None or name not in country.names:
                    continue
                said = set(keys(" ".join((*country.names, *country.adjectives))))
                if not (said & self._words or self.has(name)):
                    yield found.start("land"), found.start("land") + len(name), name.title()
                break

    @cached_property
    def _towns_told(self) -> dict[str, set[str]]:
        """The towns that any line names, as it writes them, by the country that they are in.

        Nobody is in the town that they are called like.
        """
        found: dict[str, set[str]] = {}
        own = set(keys(self._resume.name.text)) if self._resume.name else set()
        for *_, said in self._resume.walk():
            written = tokens(said.text)
            for size in range(1, _LONGEST + 1):
                for at in range(len(written) - size + 1):
                    run = written[at : at + size]
                    name = " ".join(token.key for token in run)
                    # "Reading" in front is what someone does.
                    named = run[0].text[:1].isupper() and name not in own
                    named = named and not (at == 0 and is_ordinary(name))
                    if named and (land := _land_of_town(name)):
                        found.setdefault(land, set()).add(said.text[run[0].start : run[-1].end])
        return found

    def _town(self, name: str) -> str | None:
        """The one other name of a town that the resume has, as it writes it."""
        key = fold(name)
        if len(key) < _TOWN or key not in load_towns() or key in load_regions():
            return None
        if is_ordinary(key) and not name[0].isupper():
            return None
        others = {
            one
            for one in other_names(name)
            if len(one) >= _TOWN and not is_ordinary(one) and self._words.issuperset(one.split())
        }
        found = {
            written
            for *_, said in self._resume.walk()
            for one in others
            for written in _as_written(one, said.text)
        }
        return found.pop() if len(found) == 1 else None


def _land_of_town(name: str) -> str | None:
    """The country of the town of a folded name, if there is one.

    Of several towns it is the one large enough to be called otherwise elsewhere: Sydney is not in
    Canada.
    """
    if len(name) < _TOWN or name in load_regions():
        return None
    towns = [town for town in load_towns().get(name, ()) if town.name == name]
    lands = {town.country for town in towns if town.others} or {town.country for town in towns}
    return lands.pop() if len(lands) == 1 else None


def _as_written(name: str, text: str) -> Iterator[str]:
    """How a text writes the folded name, where it writes it as one."""
    size = len(name.split())
    written = tokens(text)
    for at in range(len(written) - size + 1):
        run = written[at : at + size]
        if " ".join(token.key for token in run) == name and run[0].text[:1].isupper():
            yield text[run[0].start : run[-1].end]


def _of_country(adjective: str) -> str | None:
    """The country that an adjective is of, by its first name."""
    word = fold(adjective)
    if word in FUNCTION_WORDS:
        return None
    of = [one.names[0] for one in load_countries() if word in one.adjectives]
    return of[0] if len(of) == 1 else None


def _possessive(token: Token) -> int:
    return 2 if token.key.endswith("'s") else 0


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a name stands behind a word for where, or alone in front."""
    before = text[:start]
    if _IN_FRONT.match(before):
        return bool(_GOES_ON.match(text[end:]))
    return bool(_BEFORE.search(before))
