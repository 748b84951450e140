"""What is being asked: a question, made standalone, in its parts, each with its intent and names.

Names are linked to the Resume's own organisations and roles; times are read as years or months. A
name that the question takes for granted ("at Flipkart") and that the resume does not know is kept,
so that the answer can say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from assistant.comparing import asks_to_compare
from assistant.countries import country_in, with_country
from assistant.facts import Job, Role, named_words
from assistant.follow_up import follow_up
from assistant.intents import Guess, Intents
from assistant.language import foreign_language
from assistant.linking import Linker
from assistant.names import TITLES
from assistant.parts import Part, asks_sum, pieces_of, placed, sharing, with_its_place
from assistant.pieces import BETWEEN, LEANS, ask_nothing, asks_its_length, only_a_time
from assistant.presumed import presumed_name
from assistant.shorthand import in_full
from assistant.spelling import spelled
from assistant.text import content_keys, fold, keys
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.when import read_time
from assistant.whereabouts import Whereabouts
from assistant.words import is_ordinary
from ingest.embeddings import Embedder
from ingest.resume import Resume

if TYPE_CHECKING:
    from assistant.answer import Message
    from assistant.chain import Asked

#: Intents that make sense only for one employer or role: they take a name for granted.
ABOUT_ONE_JOB = frozenset(
    "job_dates job_duration job_role job_duties job_place job_boss job_neighbour"
    " personal_leaving".split()
)

_TAKES_OBJECT = frozenset("about of for with to at by contact reach ring call hire on from".split())
#: What somebody else does to the person, in the form that a question for whom has it.
_DONE_TO = frozenset(
    """employs employed employing hired hires pays paid taught teaches mentored mentors supervised
    supervises managed manages led leads trained promoted sponsored funded funds employing hiring
    paying teaching mentoring supervising managing""".split()
)
#: What may stand before a person's name and says nothing of their work.
_HONORIFICS = TITLES | frozenset("sir rev señor señora".split())
_COMPOUND_PROBABILITY = 0.4
#: A question of more pieces is a list, not several questions.
_MOST_PIECES = 4
#: A piece that says what a name before it is of: "at Acme, the pet shop chain".
_SAYS_WHAT = re.compile(r"(?:the|an?) (?:[^\W\d_]+ ?){1,4}$", re.IGNORECASE)
#: What asks for the length of the one stay that a piece before it means.
_ITS_LENGTH = {
    **dict.fromkeys(("job_current", "job_first"), "job_duration"),
    **dict.fromkeys(("edu_degree", "edu_school"), "edu_duration"),
}
#: Intents that no part of a question has on its own.
_WHOLE_ONLY = frozenset({"followup", "name", "thanks", "greeting", "injection"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed, its standalone form, and its parts (at least one).

    `language` is the ISO 639-1 code of a language other than English; `history` are the turns
    before it.
    """

    text: str
    standalone: str
    parts: tuple[Part, ...]
    language: str | None = None
    history: tuple[Message, ...] = ()


#: What a question adds to tell which thing of the name it means: "Sage, the accounting package".
_APPOSITION = re.compile(
    r"(?<=\w)\s*(?:,|[-–—(])\s*the (?:[\w-]+ ){1,2}"
    r"(?:package|library|framework|tool|software|language|database|platform|toolkit|suite)\b\)?"
    r"(?=\W*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Linked:
    """A text, the stays that it names by organisation, and those that it names by role."""

    text: str
    jobs: tuple[Job, ...]
    roles: tuple[tuple[Job, Role], ...]


class Reader:
    """Understands questions about one resume."""

    def __init__(self, resume: Resume, embedder: Embedder) -> None:
        self._embedder = embedder
        self._intents = Intents(embedder)
        self._words = frozenset(_all_keys(resume))
        self._own = named_words(resume.name.text) if resume.name else set()
        self._linker = Linker(resume, self._words, self._own)
        self._whereabouts = Whereabouts(resume, self._words)

    def read(self, asked: Asked) -> Question:
        """Make the question standalone, and understand it and each of its parts."""
        text = asked["question"]
        meant = self._whereabouts.as_here(spelled(in_full(text, self._words), self._words))
        meant = with_country(meant, self._words)
        standalone = follow_up(meant, asked["history"], self._linker.jobs)
        standalone = self._unnamed(_APPOSITION.sub("", standalone))
        parts, history = self._parts(standalone), tuple(asked["history"])
        return Question(text, standalone, parts, foreign_language(text, self._words), history)

    def _parts(self, text: str) -> tuple[Part, ...]:
        """The parts of a question that asks for several things, else the question as one."""
        linked = self._linked(text)
        pieces = (
            [] if BETWEEN.search(text) or asks_to_compare(text) else pieces_of(text, linked.jobs)
        )
        if not 2 <= len(pieces) <= _MOST_PIECES:
            pieces = []
        of_whole, *guesses = self._intents.guesses([text, *pieces])
        whole = self._part(linked, of_whole)
        parts = [
            self._part(self._linked(piece), guess)
            for piece, guess in zip(pieces, guesses, strict=True)
        ]
        return self._split(whole, parts)

    def _unnamed(self, text: str) -> str:
        """The text with the person's own name as a pronoun, so that no model stumbles over it."""
        own = self._own or presumed_name(text, self._words)
        words: list[str] = []
        for word in text.split(" "):
            key = fold(word).strip(" ?.,!")
            bare = re.sub(r"['’]?s$", "", key)
            if {key, bare} & own and words and fold(words[-1]).strip(".") in _HONORIFICS:
                words.pop()
            if key in own:
                behind = fold(words[-1]) if words else ""
                object_ = behind in _TAKES_OBJECT or behind in _DONE_TO
                pronoun = "them" if object_ else "they"
                words.append(word.lower().replace(key, pronoun) if word.isascii() else pronoun)
            elif bare in own and key != bare and key.endswith("s"):
                words.append("their")
            else:
                words.append(word)
        return re.sub(r"\b(they|them) they\b", r"\1", " ".join(words))

    def _split(self, whole: Part, parts: list[Part]) -> tuple[Part, ...]:
        """The `parts` of its pieces, if the whole asks for several things, else the whole."""
        if not parts:
            return (whole,)
        if len(parts) == 2 and asks_its_length(parts[1].text):
            length = _ITS_LENGTH.get(parts[0].intent)
            if length is not None:
                return (replace(whole, guess=whole.guess.led_by(length)),)
        # ", when?" asks about what comes before it, and is nothing by itself.
        nothing = ask_nothing(whole.intent)
        if any(set(keys(part.text)) <= nothing or only_a_time(part.text) for part in parts):
            return (whole,)
        if whole.unknown and any(_SAYS_WHAT.match(part.text) for part in parts[1:]):
            return (whole,)
        if not whole.jobs and any(LEANS.fullmatch(part.text) for part in parts[1:]):
            return (whole,)
        if whole.guess.of("injection", "offtopic") > 0.4 or asks_sum(whole):
            return (whole,)
        if (one := with_its_place(whole, parts)) is not None:
            return (one,)
        if any(self._is_strange(part.text) for part in parts):
            return (whole,)
        sure = all(part.guess.ranked[0][1] >= _COMPOUND_PROBABILITY for part in parts)
        if not sure or len({part.intent for part in parts}) < 2:
            return (whole,)
        if any(part.intent in _WHOLE_ONLY for part in parts):
            return (whole,)
        return tuple(placed(sharing(part, whole)) for part in parts)

    def _is_strange(self, text: str) -> bool:
        """Whether a text is one word that nothing is known of: alone it asks for nothing."""
        words = simple_keys(text)
        known = len(words) != 1 or words[0] in self._words or is_ordinary(words[0])
        return not (known or load_vocabulary().find(words))

    def _linked(self, text: str) -> _Linked:
        named = self._linker.roles(text)
        asked = set(keys(text))
        titles = [set(content_keys(role.title.text)) for _, role in named]
        taken = {word for title in titles if title <= asked for word in title}
        return _Linked(text, self._linker.jobs(text, taken), tuple(named))

    def _part(self, linked: _Linked, guess: Guess) -> Part:
        text, jobs = linked.text, linked.jobs
        role_jobs = tuple(dict.fromkeys(job for job, _ in linked.roles))
        roles = tuple(role for _, role in linked.roles)
        unknown = self._unknown(text, named=bool(jobs))
        unknown = unknown or (None if jobs else self._linker.granted(text))
        unknown = unknown or self._linker.body(text)
        if not (jobs or role_jobs or unknown) and guess.label in ABOUT_ONE_JOB:
            unknown = self._linker.new_name(text)
        if unknown and (self._whereabouts.has(unknown) or country_in(unknown, adjectives=False)):
            unknown = None
        encoding = cache(partial(self._embedder.read, text))
        return Part(text, guess, encoding, jobs, role_jobs, roles, read_time(text), unknown)

    def _unknown(self, text: str, *, named: bool) -> str | None:
        """A name taken for granted that is no employer's; beside a `named` one, before or after."""
        staff = self._linker.unknown_staff(text)
        if staff or (named and not _BESIDE.search(text)):
            return staff
        if not named and (school := self._linker.unknown_school(text)):
            return school
        unknown = self._linker.unknown(text)
        sure = unknown and (unknown[0].isupper() or load_vocabulary().is_employer([fold(unknown)]))
        return unknown if sure or not named else None


#: What came before or after something: both are taken for granted.
_BESIDE = re.compile(r"\b(?:before|after|prior to)\b", re.IGNORECASE)


def _all_keys(resume: Resume) -> Iterator[str]:
    for _, _, words in resume.walk():
        for key in keys(words.text):
            yield key
            yield key.removesuffix("'s")


__all__ = ["ABOUT_ONE_JOB", "Question", "Reader", "follow_up"]
