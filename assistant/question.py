"""What is being asked: a question, made standalone, in its parts, each with its intent and names.

Names are linked to the Resume's own organisations and roles; times are read as years or months. A
name that the question takes for granted ("at Flipkart") and that the resume does not know is kept,
so that the answer can say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.countries import with_country
from assistant.facts import Job, Role, named_words
from assistant.follow_up import follow_up
from assistant.intents import Guess, Intents
from assistant.language import foreign_language
from assistant.linking import Linker
from assistant.pieces import (
    BETWEEN,
    LEANS,
    PLACE_ASKED,
    ask_nothing,
    asks_its_length,
    only_a_time,
)
from assistant.shorthand import in_full
from assistant.spelling import spelled
from assistant.text import content_keys, fold, keys
from assistant.when import When, read_time
from ingest.embeddings import Embedder
from ingest.resume import Resume, SectionKind
from ingest.tokens import Encoded

if TYPE_CHECKING:
    from assistant.answer import Message
    from assistant.chain import Asked

#: Intents that make sense only for one employer or role: they take a name for granted.
ABOUT_ONE_JOB = frozenset(
    "job_dates job_duration job_role job_duties job_place job_boss job_neighbour"
    " personal_leaving".split()
)

_CONNECTED = re.compile(
    r"\s*(?:[;?!]+\s+|,\s*(?:and\s+|also\s+)|\s&\s|\s\+\s|\s+and\s+(?:also\s+)?|\s+/\s+|,\s+)\s*",
    re.IGNORECASE,
)
_TAKES_OBJECT = frozenset("about of for with to at by contact reach ring call hire on from".split())
#: What somebody else does to the person, in the form that a question for whom has it.
_DONE_TO = frozenset(
    """employs employed employing hired hires pays paid taught teaches mentored mentors supervised
    supervises managed manages led leads trained promoted sponsored funded funds employing hiring
    paying teaching mentoring supervising managing""".split()
)
#: What may stand before a person's name and says nothing of their work.
_HONORIFICS = frozenset("mr mrs ms miss mx ing sir rev señor señora".split())
_COMPOUND_PROBABILITY = 0.4
#: A piece that says what a name before it is of: "at Acme, the pet shop chain".
_SAYS_WHAT = re.compile(r"(?:the|an?) (?:[^\W\d_]+ ?){1,4}$", re.IGNORECASE)
#: A place that is asked for by a noun alone, beside a time or an employer: of what was there then.
_BARE_PLACE = re.compile(
    r"(?:(?:in )?(?:which|what) |the |its )?"
    r"(?:place|city|town|country|county|state|location|where)",
    re.IGNORECASE,
)
#: What asks for the length of the one stay that a piece before it means.
_ITS_LENGTH = {
    **dict.fromkeys(("job_current", "job_first"), "job_duration"),
    **dict.fromkeys(("edu_degree", "edu_school"), "edu_duration"),
}
#: Intents that no part of a question has on its own.
_WHOLE_ONLY = frozenset({"followup", "name", "thanks", "greeting", "injection"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked.

    `encoded` is `text` as the embedding model reads it. `jobs` are the stays that the question
    names by organisation, `role_jobs` those that it names by role, `roles` these roles; `unknown`
    is a name taken for granted that the resume does not have.
    """

    text: str
    encoded: Encoded
    guess: Guess
    jobs: tuple[Job, ...] = ()
    role_jobs: tuple[Job, ...] = ()
    roles: tuple[Role, ...] = ()
    when: When | None = None
    unknown: str | None = None

    @property
    def intent(self) -> str:
        """The likeliest intent."""
        return self.guess.label


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


_SUM = re.compile(
    r"\b(?:(?:in |al)?together|in total|total|combined|added(?: up)?|summed(?: up)?|all told|"
    r"(?:all|both)(?: the| his| her| their| \w+)? (?:roles|stints|positions|jobs|stays|spells))\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:years?|yrs?|months?|how long|length|duration|time|added(?: up)?)\b", re.IGNORECASE
)


def asks_sum(part: Part) -> bool:
    """Whether the time of all stays at an employer, named or described, is asked for, as one."""
    named = any(job.section.kind is SectionKind.WORK for job in part.jobs)
    described = part.intent.startswith("job") and _SEVERAL.search(part.text)
    asked = _SUM.search(part.text) and _TIME.search(part.text)
    return bool((named or described) and asked)


#: Several roles that a question describes: "both kitchen roles".
_SEVERAL = re.compile(
    r"\b(?:both|all|two|three)\s+(?:of\s+)?(?:(?:the|his|her|their)\s+)?(?!roles|jobs)[\w-]+\s+"
    r"(?:roles|jobs|stints|positions|stays|spells)\b",
    re.IGNORECASE,
)


#: What a question adds to tell which thing of the name it means: "Sage, the accounting package".
_APPOSITION = re.compile(
    r"(?<=\w)\s*(?:,|[-–—(])\s*the (?:[\w-]+ ){1,2}"
    r"(?:package|library|framework|tool|software|language|database|platform|toolkit|suite)\b\)?"
    r"(?=\W*$)",
    re.IGNORECASE,
)


class Reader:
    """Understands questions about one resume."""

    def __init__(self, resume: Resume, embedder: Embedder) -> None:
        self._embedder = embedder
        self._intents = Intents(embedder)
        self._words = frozenset(_all_keys(resume))
        self._own = named_words(resume.name.text) if resume.name else set()
        self._linker = Linker(resume, self._words, self._own)

    def read(self, asked: Asked) -> Question:
        """Make the question standalone, embed it once, and understand each of its parts."""
        text = asked["question"]
        meant = with_country(spelled(in_full(text), self._words), self._words)
        standalone = follow_up(meant, asked["history"], self._linker.jobs)
        standalone = self._unnamed(_APPOSITION.sub("", standalone))
        whole = self._part(standalone)
        parts, history = self._split(whole), tuple(asked["history"])
        return Question(text, standalone, parts, foreign_language(text, self._words), history)

    def _unnamed(self, text: str) -> str:
        """The text with the person's own name as a pronoun, so that no model stumbles over it."""
        words: list[str] = []
        for word in text.split(" "):
            key = fold(word).strip(" ?.,!")
            bare = re.sub(r"['’]?s$", "", key)
            if {key, bare} & self._own and words and fold(words[-1]).strip(".") in _HONORIFICS:
                words.pop()
            if key in self._own:
                behind = fold(words[-1]) if words else ""
                object_ = behind in _TAKES_OBJECT or behind in _DONE_TO
                pronoun = "them" if object_ else "they"
                words.append(word.lower().replace(key, pronoun) if word.isascii() else pronoun)
            elif bare in self._own and key != bare and key.endswith("s"):
                words.append("their")
            else:
                words.append(word)
        return re.sub(r"\b(they|them) they\b", r"\1", " ".join(words))

    def _split(self, whole: Part) -> tuple[Part, ...]:
        """The parts of a question that asks for several things, else the question itself."""
        if BETWEEN.search(whole.text):
            return (whole,)
        pieces = _pieces(whole)
        if len(pieces) == 2 and asks_its_length(pieces[1]):
            length = _ITS_LENGTH.get(self._part(pieces[0]).intent)
            if length is not None:
                return (replace(whole, guess=whole.guess.led_by(length)),)
        # ", when?" asks about what comes before it, and is nothing by itself.
        nothing = ask_nothing(whole.intent)
        if any(set(keys(piece)) <= nothing or only_a_time(piece) for piece in pieces):
            return (whole,)
        if whole.unknown and any(map(_SAYS_WHAT.match, pieces[1:])):
            return (whole,)
        if not whole.jobs and any(map(LEANS.fullmatch, pieces[1:])):
            return (whole,)
        if not 2 <= len(pieces) <= 4 or whole.guess.of("injection", "offtopic") > 0.4:
            return (whole,)
        if asks_sum(whole):
            return (whole,)
        parts = [self._part(piece) for piece in pieces]
        if (placed := _with_its_place(whole, parts)) is not None:
            return (placed,)
        sure = all(part.guess.ranked[0][1] >= _COMPOUND_PROBABILITY for part in parts)
        if not sure or len({part.intent for part in parts}) < 2:
            return (whole,)
        if any(part.intent in _WHOLE_ONLY for part in parts):
            return (whole,)
        return tuple(_placed(_sharing(part, whole)) for part in parts)

    def _part(self, text: str) -> Part:
        encoded = self._embedder.read(text)
        guess = self._intents.guess(text)
        named = self._linker.roles(text)
        asked = set(keys(text))
        titles = [set(content_keys(role.title.text)) for _, role in named]
        taken = {word for title in titles if title <= asked for word in title}
        jobs = self._linker.jobs(text, taken)
        role_jobs = tuple(dict.fromkeys(job for job, _ in named))
        roles = tuple(role for _, role in named)
        unknown = self._unknown(text, named=bool(jobs))
        unknown = unknown or (None if jobs else self._linker.granted(text))
        if not (jobs or role_jobs or unknown) and guess.label in ABOUT_ONE_JOB:
            unknown = self._linker.new_name(text)
        return Part(text, encoded, guess, jobs, role_jobs, roles, read_time(text), unknown)

    def _unknown(self, text: str, *, named: bool) -> str | None:
        """A name taken for granted that is no employer's; beside a `named` one, before or after."""
        staff = self._linker.unknown_staff(text)
        if staff or (named and not _BESIDE.search(text)):
            return staff
        unknown = self._linker.unknown(text)
        return unknown if unknown and (unknown[0].isupper() or not named) else None


def _pieces(whole: Part) -> list[str]:
    """What stands between the connecting words of a question, but for those within a name."""
    folded = whole.text.casefold()
    names = [job.name.casefold() for job in whole.jobs]
    spans = [(at, at + len(name)) for name in names if (at := folded.find(name)) >= 0]
    pieces, start = [], 0
    for joint in _CONNECTED.finditer(whole.text):
        if any(low < joint.end() and joint.start() < high for low, high in spans):
            continue
        pieces.append(whole.text[start : joint.start()])
        start = joint.end()
    pieces.append(whole.text[start:])
    return [bare for piece in pieces if (bare := piece.strip(" ?.,"))]


#: What came before or after something: both are taken for granted.
_BESIDE = re.compile(r"\b(?:before|after|prior to)\b", re.IGNORECASE)


def _sharing(part: Part, whole: Part) -> Part:
    """The part, with the names and the time that only another part of the question gives."""
    return replace(
        part,
        jobs=part.jobs or whole.jobs,
        role_jobs=part.role_jobs or whole.role_jobs,
        roles=part.roles or whole.roles,
        when=part.when or whole.when,
        unknown=part.unknown or (whole.unknown if not part.jobs else None),
    )


def _placed(part: Part) -> Part:
    """The part; about the place of a job where a bare noun asks for one beside a time or a job."""
    there = part.when or part.jobs or part.role_jobs
    if part.intent == "home" and there and _BARE_PLACE.fullmatch(part.text):
        return replace(part, guess=part.guess.led_by("job_place"))
    return part


def _with_its_place(whole: Part, parts: list[Part]) -> Part | None:
    """The whole, about jobs, where one piece asks for them and all others for where that was."""
    asked = [part for part in parts if not PLACE_ASKED.fullmatch(part.text)]
    if len(asked) != 1 or len(parts) == 1 or asked[0].intent not in _WITH_PLACE:
        return None
    return replace(whole, guess=whole.guess.led_by(asked[0].intent))


#: Intents whose drafters tell the place beside the job where it is asked for.
_WITH_PLACE = frozenset("job_current job_first job_longest job_shortest job_list job_count".split())


def _all_keys(resume: Resume) -> list[str]:
    return [key for _, _, words in resume.walk() for key in keys(words.text)]


__all__ = ["ABOUT_ONE_JOB", "Part", "Question", "Reader", "When", "follow_up"]
