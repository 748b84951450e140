"""Whether a sentence has somebody do what in its source another does, or has done to them.

    "Darius shut the yard"            of "The yard shut in November"
    "The auditors wrote the report"   of "Wrote the report that the auditors ask for"
    "Thandiwe was arrested"           of "Arrested four vessels"
    "Rosa built a fleet"              of "Talked the board out of building a fleet"

Who does what in the source is read by `assistant.acts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.acts import (
    ADVERBS,
    AUXILIARIES,
    BARE,
    BE,
    PARTICIPLES,
    PAST,
    PERSON,
    PREPOSITIONS,
    Acts,
    acts_of,
    done_by_person,
    is_person,
    named_behind_by,
)
from assistant.figures import WAYS
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

_NO_PARTICIPLE = frozenset("wrote took gave ran spoke went rose fell grew drew drove began".split())
_NOT = re.compile(r"\b(?:not|never|\w+n['’]t)\b", re.IGNORECASE)
#: Of these the person is a part or the head: what they did, it did.
_UNITS = frozenset(
    """team department group company plant school unit squad hospital firm office practice branch
    ward shop kitchen club crew lab""".split()
)
_BREAK = re.compile(r"[;:()]|,(?!\d)|\b(?:and|but|while|which|that|where)\b")


def misdone(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> Iterator[str]:
    """What somebody else does or is done to, in words for the explanation.

    `name` has the stems of the person's name.
    """
    source = "\n".join(one.words for one in found if not one.computed)
    acts = acts_of(source, name)
    lines = [_plain(line) for line in source.split("\n")]
    for part in _clauses(sentence):
        if part.strip() and any(_plain(part) in line for line in lines):
            continue  # a quote
        written = tokens(part)
        for at, token in enumerate(written):
            if token.key not in AUXILIARIES | FUNCTION_WORDS:
                yield from _judged(_Doing(part, written, at, name), acts)


@dataclass(frozen=True, slots=True)
class _Doing:
    """A word of a clause that may be a verb; `name` has the stems of the person's name."""

    text: str
    written: Sequence[Token]
    at: int
    name: frozenset[str]

    @property
    def token(self) -> Token:
        """The word."""
        return self.written[self.at]

    @property
    def before(self) -> Sequence[Token]:
        """What stands before it."""
        return self.written[: self.at]

    @property
    def behind(self) -> Sequence[Token]:
        """What stands behind it."""
        return self.written[self.at + 1 :]

    @property
    def by_person(self) -> bool:
        """Whether the person is who it is said to be done by."""
        agents = named_behind_by(self.behind)
        if agents & (self.name | {stem(one) for one in PERSON}):
            return True
        pairs = zip(self.behind, self.behind[1:], strict=False)
        return any(one.key == "by" and is_person(other, self.name) for one, other in pairs)

    @property
    def passive_from(self) -> int | None:
        """Where "was" or "has been" stands right before it, if it does."""
        at = self.at - 1
        while at >= 0 and self.written[at].key in ADVERBS:
            at -= 1
        found = None
        while at >= 0 and self.written[at].key in AUXILIARIES | ADVERBS:
            if self.written[at].key in BE:
                found = at
            at -= 1
        participle = self.token.key.endswith("ed") or self.token.key in PARTICIPLES
        return found if participle else None


def _judged(doing: _Doing, acts: Acts) -> Iterator[str]:
    token = doing.token
    known = _verbs_of(token.key, acts)
    if not known or token.key in WAYS:  # figures rise and fall, whoever is behind it
        return
    persons, agents = known & acts.person, acts.agents(known)
    others = known & acts.others - acts.person
    if doing.passive_from is not None:
        yield from _done_to(doing, acts, known)
    elif done_by_person(doing.before, doing.name):
        noun = doing.before[-1].key in ("a", "an", "the", "his", "her", "their")
        not_theirs = others or (agents and not persons)
        if not_theirs and not noun and not _NOT.search(doing.text[: token.start]):
            yield f"done by others: {token.text}"
    elif _does_to_person(doing) and not agents and not known & acts.suffered:
        yield f"done to the person: {token.text}"
    elif persons and _is_finite(doing):
        subject = _subject(doing.before)
        gerund = acts.person & {stem(one.key) for one in subject if one.key.endswith("ing")}
        unit = all(one.key in _UNITS for one in subject)
        person = any(is_person(one, doing.name) for one in doing.before)
        if not (gerund or unit or person or agents & {stem(one.key) for one in subject}):
            yield f"done by the person: {token.text}"


def _does_to_person(doing: _Doing) -> bool:
    """Whether somebody is said to do it to the person, of which a resume's lines seldom tell."""
    past = doing.token.key.endswith("ed") or doing.token.key in PAST
    behind = doing.behind[:1]
    return (
        past and bool(behind) and is_person(behind[0], doing.name) and bool(_subject(doing.before))
    )


def _done_to(doing: _Doing, acts: Acts, known: set[str]) -> Iterator[str]:
    """What is wrong with "X was done" or "X was done by Y"."""
    token, agents = doing.token, acts.agents(known)
    persons, others = known & acts.person, known & acts.others - acts.person
    about = _subject(doing.written[: doing.passive_from])
    last = doing.written.index(about[-1]) if about else 0
    by_them = last > 0 and doing.written[last - 1].key == "by"
    if about and is_person(about[-1], doing.name) and not by_them:
        if persons & acts.transitive and not doing.by_person:
            yield f"the other way round: {token.text}"
        if others and not known & acts.suffered:
            yield f"done to others: {token.text}"
    if agents & {stem(one.key) for one in about if one.key not in FUNCTION_WORDS}:
        yield f"the other way round: {token.text}"
    named = {stem(one.key) for one in doing.behind}
    if persons and named_behind_by(doing.behind) and not doing.by_person and not agents & named:
        yield f"done by the person: {token.text}"


def _verbs_of(word: str, acts: Acts) -> set[str]:
    """The verbs of the source that a word of the sentence is, or stands for."""
    known = acts.known
    found = {stem(word)} & known
    if not found:
        for other in load_paraphrases().stand_for.get(word, frozenset()):
            if stem(other) in known and other in acts.forms.get(stem(other), set()):
                found.add(stem(other))
    return found


def _subject(before: Sequence[Token]) -> list[Token]:
    return [one for one in before if one.key in PERSON or one.key not in FUNCTION_WORDS | ADVERBS]


def _is_finite(doing: _Doing) -> bool:
    """Whether a word is what the words before it do, and no participle or noun."""
    token, before = doing.token, doing.before
    if not _subject(before) or before[-1].key in PREPOSITIONS | {"a", "an", "the", "and", "or"}:
        return False
    led_up_to = doing.text[: token.start].rstrip()
    if before[-1].key.endswith("'s") or led_up_to.endswith(("’", "'", ",")):
        return False
    past = token.key.endswith("ed") or token.key in PAST
    bare = token.key in BARE or token.key.removesuffix("s") in BARE
    follows = doing.behind[0] if doing.behind else None
    if token.key in _NO_PARTICIPLE:
        return True
    if before[-1].text[:1].isupper() and past:
        return follows is None or follows.key != "by"
    if follows is None or follows.key == "out":
        return False
    if follows.key in PREPOSITIONS:
        # "Two apprentices look after Callum"
        return bare and any(is_person(one, doing.name) for one in doing.behind[:3])
    return (past or bare) and doing.text[token.end : follows.start] == " "


def _clauses(sentence: str) -> Iterator[str]:
    start = 0
    for match in _BREAK.finditer(sentence):
        yield sentence[start : match.start()]
        start = match.end()
    yield sentence[start:]


def _plain(text: str) -> str:
    return " ".join(token.key for token in tokens(text))
