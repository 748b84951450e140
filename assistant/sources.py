"""What a chat model is given to answer from: numbered lines of the resume, and computed facts."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.compose import Citer, Sentence
from assistant.computed import computed_facts
from assistant.grounding import Grounds
from assistant.proof import Evidence, together
from assistant.text import keys
from ingest.resume import Entry, Fragment, Heading, Resume, Section, Statement

#: Lines that speak to a machine and not of the person. What a resume tells a model to do is no
#: source: the model is not shown it, and nothing can cite it. Closed, general wording only.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}"
    r"\b(?:instruction|prompt|rule|previous|above|prior|context)s?\b"
    r"|\bsystem prompt\b|^\W*(?:system|developer|assistant)\s*:|\byou are (?:now|an ai)\b"
    r"|\bas an? (?:ai|language) (?:model|assistant)\b"
    r"|\b(?:ai|llm|chatbot|language model)s?\b.{0,20}\b(?:must|should|shall|please|reading this)\b"
    r"|\b(?:say|reply|respond|answer|output|rate|rank|recommend)\b.{0,40}"
    r"\b(?:this|the) (?:candidate|applicant)\b.{0,40}\b(?:best|top|hire|perfect|ideal|highest)",
    re.IGNORECASE | re.DOTALL,
)
#: Characters a token, on the side of too many tokens: English has about four.
_CHARS_A_TOKEN = 3.5
#: Words from which a line that stands in a fact is a quote there, and no name.
_QUOTE_WORDS = 4
#: Tokens of what stands around a source's words in the prompt.
_AROUND = 16


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that the model may cite: its words, where they stand, and what they prove.

    `fragments` are what citing it cites. `computed` is whether code worked it out.
    """

    where: str
    text: str
    fragments: tuple[Fragment, ...]
    evidence: Evidence
    computed: bool = False

    @property
    def tokens(self) -> int:
        """About how many tokens it takes in a prompt."""
        return tokens_in(self.text) + tokens_in(self.where) + _AROUND


def tokens_in(text: str) -> int:
    """About how many tokens a text has, rather too many; what is not Latin has more of them."""
    wide = sum(ord(char) > 0x2FF for char in text)
    return 1 + int((len(text) - wide) / _CHARS_A_TOKEN) + wide


def is_order(text: str) -> bool:
    """Whether a line tells a machine what to do."""
    return bool(_ORDERS.search(text))


class Library:
    """All sources of one resume; those that do not depend on the question are made once."""

    def __init__(self, resume: Resume, citer: Citer) -> None:
        self._resume = resume
        self._citer = citer
        self._lines: list[Source] = []
        self._computed: list[Source] = []
        self._grounds: Grounds | None = None
        self._day: date | None = None
        self._lock = threading.Lock()

    def grounds(self, today: date) -> Grounds:
        """What sentences about this resume stand on, on that day."""
        with self._lock:
            if self._grounds is None or today != self._day:
                self._grounds, self._day = Grounds(self._resume, today), today
                self._lines = list(self._read(self._grounds))
                facts = computed_facts(self._resume, today)
                self._computed = [self._fact(self._grounds, fact) for fact in facts]
            return self._grounds

    def of(
        self, told: Sequence[Sentence], ranked: Iterable[Fragment], most_tokens: int, today: date
    ) -> dict[int, Source]:
        """The sources for one question, numbered from 1 in the order of the resume, facts last.

        `told` is what the offline answer says. If not all lines fit into `most_tokens`, those that
        stand first in `ranked` are kept.
        """
        grounds = self.grounds(today)
        facts = [self._fact(grounds, sentence) for sentence in told if sentence.evidence]
        facts += [fact for fact in self._computed if fact.text not in {one.text for one in facts}]
        facts = _fitting(facts, most_tokens // 2)
        left = most_tokens - sum(fact.tokens for fact in facts)
        lines = self._lines
        if sum(line.tokens for line in lines) > left:
            order = {words.span.start: at for at, words in enumerate(ranked)}
            best = sorted(lines, key=lambda line: _rank(line, order))
            kept = {id(line) for line in _fitting(best, left)}
            lines = [line for line in lines if id(line) in kept]
        return dict(enumerate([*lines, *facts], 1))

    def _read(self, grounds: Grounds) -> Iterator[Source]:
        """Every line, the headings of an entry as one; titles of sections only say where."""
        heads: dict[int, list[Fragment]] = {}
        for section, path, words in self._resume.walk():
            if isinstance(words, Heading) and not path:
                continue
            if isinstance(words, Heading):
                heads.setdefault(id(path[-1]), []).append(words)
                if len(heads[id(path[-1])]) == len(path[-1].headings):
                    yield from self._line(grounds, section, path, heads[id(path[-1])])
            else:
                yield from self._line(grounds, section, path, [words])

    def _line(
        self, grounds: Grounds, section: Section, path: tuple[Entry, ...], words: list[Fragment]
    ) -> Iterator[Source]:
        text = self._citer.shown(" | ".join(one.text for one in words), words)
        if is_order(text) or not keys(text):
            return
        found = [grounds.of_words(one, section.title) for one in words]
        proof = found[0] if len(found) == 1 else together(text, found)
        where = " > ".join(
            [section.title, *(self._citer.shown(entry.name, words) for entry in path)]
        )
        yield Source(where, text, tuple(words), proof)

    def _fact(self, grounds: Grounds, fact: Sentence) -> Source:
        found = [grounds.of_words(words, "") for words in fact.evidence]
        text = self._citer.shown(fact.text, fact.evidence)
        # What quotes its lines proves what they do, and is turned around as they are.
        quotes = any(
            words.text.strip(" .") in fact.text
            for words in fact.evidence
            if isinstance(words, Statement) and len(words.text.split()) >= _QUOTE_WORDS
        )
        proof = together(text, found, computed=not quotes)
        return Source("computed", text, fact.evidence, proof, True)


def _fitting(sources: Sequence[Source], most: int) -> list[Source]:
    kept = []
    for source in sources:
        most -= source.tokens
        if most < 0:
            break
        kept.append(source)
    return kept


def _rank(line: Source, order: dict[int, int]) -> int:
    return min((order.get(words.span.start, len(order)) for words in line.fragments), default=0)
