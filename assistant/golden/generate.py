"""Golden questions for any resume, so that its owner can check the answers to it.

Facts and what is absent come from `facts` and `negatives`, their words from `wording`. Which are
taken is settled by a seed, the same on every machine; every topic has its turn before any has its
second, and other wordings of what was asked come when there is nothing new to ask.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant.facts import first_name
from assistant.golden.facts import known_facts
from assistant.golden.known import Known
from assistant.golden.negatives import negatives
from assistant.golden.question import GoldenQuestion
from assistant.golden.wording import WORDINGS
from assistant.text import fold
from ingest.resume import Resume

#: Shares of a file that cannot be answered, by kind; about those of this project's own questions.
_SHARES = {"unanswerable": 0.24, "injection": 0.05, "offtopic": 0.05}
#: Share of questions that are typed carelessly: lower case, no question mark.
_CARELESS = 0.25


def generate(resume: Resume, count: int, seed: int = 0) -> list[GoldenQuestion]:
    """So many golden questions, or all that the resume allows if those are fewer.

    The same resume, count and seed give the same questions in the same order. No two are alike.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    whom = first_name(resume)
    whom = "the candidate" if whom == "They" else whom
    everything = [*known_facts(resume), *negatives(resume)]
    queues = {
        kind: _worded([one for one in everything if _group(one) == kind], whom, chance)
        for kind in ("answerable", *_SHARES)
    }
    wanted = {kind: round(count * share) for kind, share in _SHARES.items()}
    wanted["answerable"] = count - sum(wanted.values())
    taken: list[tuple[str, Known]] = []
    asked: set[str] = set()
    for kind, queue in queues.items():
        taken += _take(queue, wanted[kind], asked)
    # What one kind lacks, the others make good.
    for queue in queues.values():
        taken += _take(queue, count - len(taken), asked)
    chance.shuffle(taken)
    first = resume.source.parts[0].source if resume.source.parts else resume.source
    stem = first.file.rpartition(".")[0] or first.file
    width = len(str(len(taken)))
    return [
        GoldenQuestion(
            id=f"{stem}-{number:0{width}}",
            question=text,
            answerable=known.answerable,
            kind=known.kind,
            must_include=known.must_include,
            must_not_include=known.must_not_include,
            evidence=known.evidence,
        )
        for number, (text, known) in enumerate(taken, 1)
    ]


def _group(known: Known) -> str:
    return "answerable" if known.answerable else known.kind


def _worded(
    found: Sequence[Known], whom: str, chance: random.Random
) -> Iterator[tuple[str, Known]]:
    """Every fact in a wording, topics in turn; then every fact in another wording, and so on."""
    topics: dict[str, list[Known]] = {}
    for known in found:
        topics.setdefault(known.topic, []).append(known)
    order = list(topics)
    chance.shuffle(order)
    wordings = {topic: chance.sample(WORDINGS[topic], len(WORDINGS[topic])) for topic in order}
    for facts in topics.values():
        chance.shuffle(facts)
    for turn in range(max(map(len, wordings.values()), default=0)):
        rows = zip_longest(*(topics[topic] for topic in order if turn < len(wordings[topic])))
        for at, row in enumerate(rows):
            for known in filter(None, row):
                choice = wordings[known.topic]
                text = choice[(turn + at) % len(choice)].format(who=whom, **known.slots)
                yield _careless(text) if chance.random() < _CARELESS else text, known


def _careless(text: str) -> str:
    return text.lower().rstrip("?")


def _take(
    queue: Iterator[tuple[str, Known]], count: int, asked: set[str]
) -> Iterator[tuple[str, Known]]:
    """The next questions of a queue that were not asked yet, at most so many."""
    while count > 0:
        pair = next(queue, None)
        if pair is None:
            return
        key = fold(pair[0]).rstrip("?")
        if key not in asked:
            asked.add(key)
            count -= 1
            yield pair
