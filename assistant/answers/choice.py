"""Whether what the rules say is in doubt, and what else is right: judgements that are trained.

What may be said is a refusal, or what is computed or quoted for one reading of the question or
another. Whether what the rules say is in doubt is told without reading anything: from what is
asked, how likely its reading is, and of what sort the answer is; where it may be, by how it reads
together with the question (the cross-encoder), too. Where it is, each of what may be said is
weighed by the same and whether the evidence supports an answer at all; the likeliest few are then
weighed by how they read, and by how much better than the others. `python -m
assistant.training.choice` fits the trees of all four.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answer import Status
from assistant.boosted import load_trees
from assistant.intents import Guess
from assistant.support import Verdict
from assistant.text import FUNCTION_WORDS, YEAR, stems

#: Likeliest answers that are read with the question, and the rules' own if it is none of these.
READ = 5


@dataclass(frozen=True)
class Candidate:
    """What may be said: its words, by which readings, or in which other way (`"a line"`).

    `read_as` are its words below its places, as they are read with the question. `settled` is
    whether a rule decided; `near` is the cosine of the nearest of its lines, and `before` how many
    of the others are nearer; `logit` is how it reads, 0 of a refusal and of what was not read.
    """

    status: Status
    text: str
    intents: tuple[str, ...]
    settled: bool
    way: str = ""
    read_as: str = ""
    near: float = 0.0
    before: int = 0
    logit: float = 0.0

    @property
    def told(self) -> bool:
        """Whether it answers."""
        return self.status is Status.ANSWERED

    @property
    def told_as(self) -> str:
        """The reading by which it comes, or the other way."""
        return next(iter(self.intents), self.way)

    @property
    def says(self) -> str:
        """Its words; all refusals are one, whatever their words."""
        return self.text if self.told else self.status.value


@dataclass(frozen=True)
class Ruled:
    """A question and what the rules say to it.

    `by_words` is whether a rule told what is asked, `names` what the question names: an employer, a
    role, a time, or something unknown.
    """

    question: str
    guess: Guess
    by_words: bool
    names: tuple[str, ...]
    said: Candidate

    def doubt(self) -> float:
        """How probably it is not what is to be said, unread."""
        return self._doubt

    @cached_property
    def _doubt(self) -> float:
        return load_trees("doubt").probability(of_ruled(self))

    def doubt_read(self) -> float:
        """How probably it is not, when it was read."""
        return load_trees("doubt_read").probability(of_ruled_read(self))


@dataclass(frozen=True)
class Choice:
    """What the rules say to a question, and what may be said, that of the rules first.

    `nearest` is the cosine of the nearest line, `refusals` how many readings come to a refusal.
    """

    ruled: Ruled
    nearest: float
    verdict: Verdict
    refusals: int
    candidates: tuple[Candidate, ...]

    @property
    def ruled_read(self) -> Ruled:
        """What the rules say, as it was read."""
        return replace(self.ruled, said=replace(self.ruled.said, logit=self.candidates[0].logit))

    def unread(self) -> list[float]:
        """How probably each candidate is what is to be said, whatever reading it would tell."""
        trees = load_trees("shortlist")
        return [trees.probability(found) for found in of_unread(self)]

    def probabilities(self) -> list[float]:
        """How probably each candidate, when it was read, is what is to be said."""
        trees = load_trees("choice")
        return [trees.probability(found) for found in of_choice(self)]

    def shortlist(self, likely: Sequence[float]) -> Choice:
        """Of the answers the rules' own and the likeliest; and any refusal."""
        told = [at for at, one in enumerate(self.candidates) if one.told]
        kept = {0, *sorted(told, key=lambda at: -likely[at])[:READ]}
        return replace(
            self,
            candidates=tuple(
                one for at, one in enumerate(self.candidates) if at in kept or not one.told
            ),
        )


#: What a question has that asks for such a thing.
_ASKS = {
    "when": r"\b(?:when|years?|dates?|since|until)\b",
    "where": r"\b(?:where|city|country|located?|based)\b",
    "who": r"\b(?:who|whom|whose)\b",
    "how many": r"\bhow (?:many|much|big|large)\b|\bnumber of\b",
    "how long": r"\bhow long\b|\byears?\b|\byrs?\b",
    "which": r"\bwhich\b",
    "what": r"\bwhat\b",
    "whether": r"^\W*(?:did|does|do|has|have|is|was|can|any)\b",
    "a list": r"\b(?:list|all|names?|which)\b",
    "why": r"\bwhy\b",
}
_ASKS_FOR = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _ASKS.items()}
_NUMBER = re.compile(r"\d")
#: The logit beside which an answer is weighed where there is no other; a reading's least share.
_NO_OTHER, _LEAST = -9.0, 1e-3


def of_ruled(ruled: Ruled) -> dict[str, float]:
    """What is known by name of a question and what the rules say to it."""
    return _asked(ruled) | _said(ruled, ruled.said)


def of_ruled_read(ruled: Ruled) -> dict[str, float]:
    """The same when what the rules say was read."""
    return of_ruled(ruled) | {"read": _reads(ruled.said)}


def of_unread(choice: Choice) -> list[dict[str, float]]:
    """What is weighed of each candidate before it is read, by name."""
    ruled, first, verdict = choice.ruled, choice.candidates[0], choice.verdict
    shared = {
        "first told": float(first.told),
        "first settled": float(first.settled),
        f"first as {_sort(first.intents)}": 1.0,
        "nearest": choice.nearest,
        "evidence": verdict.probability,
        "supported": float(verdict.supported),
        "refusals": float(choice.refusals),
        "answers": float(len(choice.candidates)),
    }
    shared |= _asked(ruled)
    shared |= {f"lines: {name}": value for name, value in verdict.weighed.items()}
    return [
        shared
        | _said(ruled, one)
        | {"readings that say it": float(len(one.intents)), "is the first": float(one is first)}
        for one in choice.candidates
    ]


def of_choice(choice: Choice) -> list[dict[str, float]]:
    """What is weighed of each candidate when it was read, by name."""
    first = choice.candidates[0]
    shared = {
        "best read": _best(choice.candidates),
        "first read": first.logit if first.told else _NO_OTHER,
    }
    return [
        unread | shared | _beside(choice.candidates, one)
        for unread, one in zip(of_unread(choice), choice.candidates, strict=True)
    ]


def _asked(ruled: Ruled) -> dict[str, float]:
    guess = ruled.guess
    found = {
        "told by words": float(ruled.by_words),
        "likeliest reading": guess.ranked[0][1],
        "words": float(len(ruled.question.split())),
        "personal": sum(share for label, share in guess.ranked if label.startswith("personal")),
        "aside": guess.of("offtopic", "injection"),
    }
    found |= {f"names {what}": 1.0 for what in ruled.names}
    for kind, pattern in _ASKS_FOR.items():
        found[f"asks {kind}"] = float(bool(pattern.search(ruled.question)))
    return found


def _said(ruled: Ruled, one: Candidate) -> dict[str, float]:
    likely = dict(ruled.guess.ranked)
    shares = [likely.get(intent, 0.0) for intent in one.intents]
    asked, said, placed = (
        stems(text) - FUNCTION_WORDS for text in (ruled.question, one.text, one.read_as)
    )
    return {
        "told": float(one.told),
        "declined": float(one.status is Status.DECLINED),
        "reading": math.log(max([_LEAST, *shares])),
        "readings": sum(shares),
        "settled": float(one.settled),
        f"as {one.way or 'read'}": 1.0,
        "its words": _words(one),
        "has a year": float(bool(YEAR.search(one.text))),
        "has a number": float(bool(_NUMBER.search(one.text))),
        "words in common": len(asked & said) / max(1, len(asked)),
        "words in common, placed": len(asked & placed) / max(1, len(asked)),
        "words lacking": float(len(asked - placed)),
        "near": one.near,
        "nearer lines": math.log1p(one.before),
        "yes or no": float(one.text.startswith(("Yes", "No"))),
        f"told as {_sort(one.intents)}": 1.0,
    }


def _beside(candidates: Sequence[Candidate], one: Candidate) -> dict[str, float]:
    others = [other for other in candidates if other is not one]
    return {
        "read": one.logit,
        "read better by": (one.logit if one.told else 0.0) - _best(others),
        "read worse than": float(sum(other.told and other.logit > one.logit for other in others)),
        "longer than the best": _words(one) - _words(max(candidates, key=_reads)),
    }


def _best(candidates: Sequence[Candidate]) -> float:
    return max(map(_reads, candidates), default=_NO_OTHER)


def _reads(one: Candidate) -> float:
    return one.logit if one.told else _NO_OTHER


def _words(one: Candidate) -> float:
    return float(len(one.text.split()))


def _sort(intents: Sequence[str]) -> str:
    """The sort of what is asked: the first word of its label."""
    return intents[0].partition("_")[0] if intents else "line"
