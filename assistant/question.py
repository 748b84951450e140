"""What is being asked: a question, made standalone, in its parts, each with its intent and names.

Names are linked to the Resume's own organisations and roles; times are read as years or months. A
name that the question takes for granted ("at Flipkart") and that the resume does not know is kept,
so that the answer can say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.facts import Job, named_words, stays
from assistant.intents import Guess, load_intents
from assistant.language import foreign_language
from assistant.spelling import spelled
from assistant.text import FUNCTION_WORDS, fold, stem, tokens
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_ordinary
from ingest.dates import find_dates
from ingest.embeddings import Embedder, Vectors
from ingest.resume import Resume, SectionKind

if TYPE_CHECKING:
    from assistant.answer import Message
    from assistant.chain import Asked

#: A year, or a year and the months from first to last (1-12, inclusive).
When = tuple[int, int | None, int | None]

#: Intents that make sense only for one employer or role: they take a name for granted.
ABOUT_ONE_JOB = frozenset(
    "job_dates job_duration job_role job_duties job_place job_boss job_neighbour"
    " personal_leaving".split()
)

_CONNECTED = re.compile(
    r"\s*(?:[;?!]+\s+|,\s*(?:and\s+|also\s+)|\s&\s|\s\+\s|\s+and\s+(?:also\s+)?|\s+/\s+|,\s+)\s*",
    re.IGNORECASE,
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:at|with|for|from|left|leave|leaving|quit|quitting|join|joined|joining|inside)\s+"
    r"(?P<name>(?:the\s+)?[^\W\d_][\w&.'’+-]*"
    r"(?:\s+(?:(?-i:[A-Z][\w&.'’+-]*)|&\s+\w+|of|bank|hat))*)",
    re.IGNORECASE,
)
_BESIDE_WORK = re.compile(
    r"\b(?P<name>[^\W\d_][\w&.'’+-]+(?:\s+[A-Z][\w&.'’+-]+)?)(?:'s|’s)?\s+"
    r"(?:days|intern|internship|stint|job|tenure|years|role|gig|team|period|time)\b"
)
#: What may stand after "at" or "for" without being the name of anything (a closed list).
_NO_NAME = frozenset(
    """work home school college university uni present moment first last least all once time any
    start end beginning job jobs company companies employer employers firm place workplace startup
    hospital clinic kitchen restaurant office night weekend weekends most best current latest
    previous former recent team client clients customers people kids children students patients
    money free fun living example instance sure long years months weeks days hire hiring interview
    interviews reference references contact details experience year month career life position role
    english work-wise work? who whom what which it them that this those these his her their my our
    your him me us you now then good great using doing being having making working getting learning
    teaching there here high secondary primary degree masters bachelors phd doctorate studies
    leading managing growing training industry research academia practice court hotel hotels bank
    banks
    school's summer spring autumn fall winter another other different several every each many
    freelance shop shops studio ward theatre site sites farm lab church contract""".split()
)
_TAKES_OBJECT = frozenset("about of for with to at by contact reach ring call hire on from".split())
_COMPOUND_PROBABILITY = 0.45
#: Intents that no part of a question has on its own.
_WHOLE_ONLY = frozenset({"followup", "name", "thanks", "greeting", "injection"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked.

    `vector` is the embedding of `text`, float32 [dim]. `jobs` are the stays that the question names
    by organisation, `role_jobs` those that it names by role; `unknown` is a name taken for granted
    that the resume does not have.
    """

    text: str
    vector: Vectors
    guess: Guess
    jobs: tuple[Job, ...] = ()
    role_jobs: tuple[Job, ...] = ()
    when: When | None = None
    unknown: str | None = None

    @property
    def intent(self) -> str:
        """The likeliest intent."""
        return self.guess.label


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed, its standalone form, and its parts (at least one).

    `language` is the ISO 639-1 code of a language other than English.
    """

    text: str
    standalone: str
    parts: tuple[Part, ...]
    language: str | None = None


class Reader:
    """Understands questions about one resume."""

    def __init__(self, resume: Resume, embedder: Embedder) -> None:
        self._embedder = embedder
        self._stays = stays(
            resume, SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION,
            SectionKind.PROJECTS,
        )  # fmt: skip
        self._words = set(_all_keys(resume))
        self._own = named_words(resume.name.text) if resume.name else set()

    def read(self, asked: Asked) -> Question:
        """Make the question standalone, embed it once, and understand each of its parts."""
        text = asked["question"]
        standalone = follow_up(spelled(text, self._words), asked["history"], self._link)
        standalone = self._unnamed(standalone)
        whole = self._part(standalone, self._embedder.encode([standalone])[0])
        return Question(text, standalone, self._split(whole), foreign_language(text))

    def _unnamed(self, text: str) -> str:
        """The text with the person's own name as a pronoun, so that no model stumbles over it."""
        words: list[str] = []
        for word in text.split(" "):
            key = fold(word).strip(" ?.,!")
            bare = re.sub(r"['’]?s$", "", key)
            if key in self._own:
                behind = fold(words[-1]) if words else ""
                pronoun = "them" if behind in _TAKES_OBJECT else "they"
                words.append(word.lower().replace(key, pronoun) if word.isascii() else pronoun)
            elif bare in self._own and key != bare and key.endswith("s"):
                words.append("their")
            else:
                words.append(word)
        return re.sub(r"\b(they|them) they\b", r"\1", " ".join(words))

    def _split(self, whole: Part) -> tuple[Part, ...]:
        """The parts of a question that asks for several things, else the question itself."""
        pieces = [piece.strip(" ?.,") for piece in _CONNECTED.split(whole.text)]
        pieces = [piece for piece in pieces if piece]
        if not 2 <= len(pieces) <= 4 or whole.guess.of("injection", "offtopic") > 0.4:
            return (whole,)
        vectors = self._embedder.encode(pieces)
        parts = [self._part(piece, vector) for piece, vector in zip(pieces, vectors, strict=True)]
        sure = all(part.guess.ranked[0][1] >= _COMPOUND_PROBABILITY for part in parts)
        if not sure or len({part.intent for part in parts}) < 2:
            return (whole,)
        if any(
            part.intent in ("followup", "name", "thanks", "greeting", "injection") for part in parts
        ):
            return (whole,)
        return tuple(_sharing(part, whole) for part in parts)

    def _part(self, text: str, vector: Vectors) -> Part:
        guess = load_intents().guess(text, vector)
        linked, by_role = self._link(text), self._link_roles(text)
        unknown = None if linked else self._unknown(text)
        if not (linked or by_role or unknown) and guess.label in ABOUT_ONE_JOB:
            unknown = self._new_name(text)
        return Part(text, vector, guess, linked, by_role, _when(text), unknown)

    def _link(self, text: str) -> tuple[Job, ...]:
        """The stays whose organisation the text names, in whole or by a telling word."""
        words = [token.key.removesuffix("'s") for token in tokens(text)]
        joined = fold("".join(token.text for token in tokens(text)))
        found: list[tuple[float, Job]] = []
        for job in self._stays:
            named = job.entry.organisation or job.entry.title
            if named is None:
                continue
            telling = named_words(named.text) - self._own
            hits = {word for word in telling if _named(word, words)}
            compact = re.sub(r"\W", "", fold(named.text))
            if hits and not hits <= FUNCTION_WORDS:
                found.append((len(hits) / len(telling), job))
            elif len(compact) >= 5 and compact in joined:
                found.append((1.0, job))
        best = max((share for share, _ in found), default=0.0)
        return tuple(job for share, job in found if share >= min(best, 0.99))

    def _link_roles(self, text: str) -> tuple[Job, ...]:
        """The stays one of whose roles the text names, the best match first."""
        asked = {stem(token.key) for token in tokens(text)} - {stem(word) for word in self._own}
        found: list[tuple[float, Job]] = []
        for job in self._stays:
            for role in job.roles:
                stems = {stem(token.key) for token in tokens(role.title.text)} - FUNCTION_WORDS
                initials = "".join(token.key[0] for token in tokens(role.title.text))
                share = len(stems & asked) / len(stems) if stems else 0.0
                if len(initials) > 2 and initials in asked:
                    share = 1.0
                if share >= 0.34:
                    found.append((share, job))
        best = max((share for share, _ in found), default=0.0)
        kept = [job for share, job in found if share >= best - 0.01]
        return tuple(dict.fromkeys(kept))

    def _new_name(self, text: str) -> str | None:
        """Words that are not ordinary and not of this resume: in a question about a job, a name."""
        run: list[str] = []
        for token in tokens(text):
            key = token.key.removesuffix("'s").strip("'")
            strange = len(key) > 2 and key.isalpha() and key not in self._words
            if strange and not is_ordinary(key) and key not in _MONTHS_AND_DAYS:
                run.append(token.text.removesuffix("'s").strip("'’"))
            elif run:
                break
        return " ".join(run) or None

    def _unknown(self, text: str) -> str | None:
        """A name that the text takes for granted as an employer and that the resume lacks."""
        for pattern in (_AFTER_PREPOSITION, _BESIDE_WORK):
            for match in pattern.finditer(text):
                name = re.sub(r"^the\s+", "", match["name"], flags=re.IGNORECASE)
                if name != match["name"] and not name[:1].isupper():
                    continue  # "the bank", "the insurers": described, not named
                name = re.sub(r"(?:'s|’s)$", "", name).strip(" ?.!,")
                first = fold(name.split()[0]) if name.split() else ""
                if first in _NO_NAME or first in FUNCTION_WORDS or not first:
                    continue
                if any(key in self._words for key in map(fold, name.split())):
                    continue
                if not name[0].isupper() and not _is_employer(name):
                    continue
                return name
        return None


_MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday""".split()
)


def _is_employer(name: str) -> bool:
    """Whether a name in lower case is one: a well-known employer, or no English word at all."""
    words = simple_keys(name)
    term = load_vocabulary().find(words) or load_vocabulary().find(words[:1])
    if term is not None:
        return "employer" in term.categories
    return not any(is_ordinary(word) for word in words)


def _sharing(part: Part, whole: Part) -> Part:
    """The part, with the names and the time that only another part of the question gives."""
    return replace(
        part,
        jobs=part.jobs or whole.jobs,
        role_jobs=part.role_jobs or whole.role_jobs,
        when=part.when or whole.when,
        unknown=part.unknown or (whole.unknown if not part.jobs else None),
    )


def _named(word: str, words: list[str]) -> bool:
    """Whether the words have this one, a letter or so misspelt if it is long enough."""
    from rapidfuzz.distance import DamerauLevenshtein

    for other in words:
        if word == other:
            return True
        if len(word) >= 6 and other[:1] == word[:1] and len(other) >= 5:
            allowed = 1 if len(word) < 9 else 2
            if DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed:
                return True
    return False


def _when(text: str) -> When | None:
    """The time that a question asks about: a year, or some months of one."""
    for found in find_dates(text):
        day = found.first or found.last
        if day is None or found.current:
            continue
        if day.season and day.month:
            return day.year, day.month, min(12, day.month + 2)
        before = fold(text[: found.start].rstrip()).rpartition(" ")[2]
        if day.month is None and before in _PART_OF_YEAR:
            return day.year, *_PART_OF_YEAR[before]
        return day.year, day.month, day.month
    return None


_PART_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "mid-": (5, 8), "late": (9, 12)}


def _all_keys(resume: Resume) -> list[str]:
    return [token.key for _, _, words in resume.walk() for token in tokens(words.text)]


_FOLLOW_UP = re.compile(
    r"^(?:and|ok|okay|so|then|also|hmm|what about|how about|wat about|same for|tell me more|more"
    r"|why|when|where|how long|since when|go on|elaborate|anything else|which one)\b|"
    r"\b(?:it|that|there|this|then|those)\b\s*\??$|\b(?:before|after) (?:that|it)\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"^(?:and|ok|so|what about|how about|wat about|same for|also)\s+(?:for\s+|at\s+|with\s+)?"
    r"(?P<what>[^?]+)\??$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:more|go on|elaborate|expand|anything else|details?)\b", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\b(?:before|after|prior|next|previous|b4)\b", re.IGNORECASE)
_MAX_FOLLOW_UP_WORDS = 7


def follow_up(text: str, history: Sequence[Message], link: object = None) -> str:
    """The question with what it leaves out taken from the turns before it.

    Only a short question that begins or ends like a continuation is changed: the subject is then
    the employer, or the whole question, of the last turn of the user.
    """
    before = [turn["content"] for turn in history if turn["role"] == "user"]
    if not before or len(text.split()) > _MAX_FOLLOW_UP_WORDS or not _FOLLOW_UP.search(text):
        return text
    last = before[-1].rstrip(" ?.!")
    replies = [turn["content"] for turn in history if turn["role"] == "assistant"]
    names = _names_in(link, last) or _names_in(link, replies[-1] if replies else "")
    if _NEIGHBOUR.search(text) and names:
        side = "after" if re.search(r"\b(?:after|next)\b", text, re.IGNORECASE) else "before"
        return f"where did they work {side} {names[0]}"
    if _MORE.search(text):
        return f"what did they do at {names[0]}" if names else f"tell me more: {last}"
    substitute = _SUBSTITUTE.match(text)
    if substitute and not re.fullmatch(
        r"(?:when|where|why|how long|since when)", substitute["what"]
    ):
        return _with_subject(last, substitute["what"].strip())
    bare = re.sub(r"^(?:and|ok|so|then)\s+", "", text, flags=re.IGNORECASE).rstrip(" ?.!")
    bare = re.sub(r"\b(?:was|is|were) (?:this|that|it)\b", "did they work", bare)
    return f"{bare} at {names[0]}" if names else f"{bare}: {last}"


def _with_subject(last: str, subject: str) -> str:
    """The last question, asked of another subject: its last content word exchanged."""
    words = last.split()
    for at in range(len(words) - 1, -1, -1):
        if fold(words[at]) not in FUNCTION_WORDS:
            return " ".join([*words[:at], subject])
    return f"{last} {subject}"


def _names_in(link: object, text: str) -> list[str]:
    if not callable(link):
        return []
    return [job.name for job in link(text)]


__all__ = ["ABOUT_ONE_JOB", "Part", "Question", "Reader", "When", "follow_up"]
