"""A model's reply on its way to the reader: sentence by sentence through the gate.

Where the offline answer has found something, what passes is shown at once. Where it says that the
resume is silent, everything waits for the end: only then is it clear whether the model has found
what the judgement missed, or has told something else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from assistant.answer import NOT_IN_RESUME, Citation
from assistant.checked import Fate, Tally, Verdict
from assistant.claims import claims_of
from assistant.compose import Citer, Draft, Numbered, Sentence
from assistant.prompt import MOST_WORDS
from assistant.sentence_stream import Sentences
from assistant.text import fold
from ingest.resume import Fragment


class Judge(Protocol):
    """Whatever decides on sentences: `assistant.checked.Gate`, or none for a comparison."""

    def judge(self, raw: str) -> Verdict:
        """What becomes of a sentence as the model wrote it."""


@dataclass
class Reply:
    """Tokens in, text that may be shown out.

    `waits` holds all back to the end. `shown` is what was let out, `silent` whether the model said
    that the resume is.
    """

    gate: Judge
    citer: Citer
    waits: bool = False
    tally: Tally = field(default_factory=Tally)
    shown: list[str] = field(default_factory=list)
    told: list[Sentence] = field(default_factory=list)
    silent: bool = False

    def __post_init__(self) -> None:
        self._stream = Sentences()
        self._numbered = Numbered(self.citer)
        self._seen: set[str] = set()
        self._opening = ""
        self._asides: list[Sentence] = []

    @property
    def text(self) -> str:
        """All that was let out."""
        return " ".join(self.shown)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Of all that was let out."""
        return tuple(self._numbered.citations)

    @property
    def full(self) -> bool:
        """Whether there are as many words as an answer may have."""
        words = sum(len(sentence.text.split()) for sentence in self.told)
        return words >= MOST_WORDS

    def feed(self, token: str) -> Iterator[str]:
        """What the token lets out."""
        for raw in self._stream.feed(token):
            yield from self._take(raw)

    def end(self, *, whole: bool) -> Iterator[str]:
        """What is let out at the end; what is left unfinished only if the reply is `whole`."""
        rest = self._stream.end()
        if rest and (whole or rest.endswith(("]", "】", "］", "〕"))):
            for line in rest.splitlines():
                yield from self._take(line)
        if self.told and not self.waits:
            for aside in self._asides:
                # Behind what the resume says, "The resume does not say." would take it back.
                if fold(aside.text).strip(" .") != fold(NOT_IN_RESUME).strip(" ."):
                    yield from self._let_out(aside)

    def release(self) -> Iterator[str]:
        """What waited."""
        self.waits, waited, self.told = False, self.told, []
        for sentence in waited:
            yield from self._let_out(sentence)

    def add(self, sentence: Sentence) -> Iterator[str]:
        """Let out a sentence of ours behind those of the model."""
        yield from self._let_out(sentence)

    def _take(self, raw: str) -> Iterator[str]:
        verdict = self.gate.judge(raw)
        key = fold(verdict.said)
        if key in self._seen or self.full:
            return
        self._seen.add(key)
        self.tally.count(verdict)
        match verdict:
            case Verdict(fate=Fate.POLARITY):
                self._opening = "" if self.told else verdict.said
            case Verdict(fate=Fate.SILENT, sentence=Sentence() as said):
                self.silent = True
                self._asides.append(said)
            case Verdict(sentence=Sentence() as said):
                if self._opening:
                    said = Sentence(f"{self._opening} {said.text}", said.evidence)
                    self._opening = ""
                yield from self._let_out(said)
            case _:
                self._opening = ""

    def _let_out(self, sentence: Sentence) -> Iterator[str]:
        self.told.append(sentence)
        if not self.waits:
            text = self._numbered.add(sentence)
            yield text if not self.shown else f" {text}"
            self.shown.append(text)


def bears_on(told: Collection[Sentence], near: Collection[Fragment]) -> bool:
    """Whether a sentence cites one of the lines that are near the question."""
    starts = {words.span.start for words in near}
    return any(words.span.start in starts for sentence in told for words in sentence.evidence)


def left_out(offline: Draft, told: Collection[Sentence]) -> list[Sentence]:
    """What the offline answer says and the model's sentences do not come near to.

    Of a quote: none of its lines is cited. Of what was computed: less than half of its lengths,
    dates and numbers are said, or, where it has none, of its names.
    """
    cited = {words.span.start for sentence in told for words in sentence.evidence}
    all_told = " ".join(sentence.text for sentence in told)
    said = _figures(all_told) | _names(all_told)
    missing = []
    for sentence in offline.sentences:
        if not sentence.evidence:
            continue
        quoted = any(words.text.strip(" .") in sentence.text for words in sentence.evidence)
        values = _figures(sentence.text) or _names(sentence.text)
        if not quoted and values:
            if len(values & said) * 2 < len(values):
                missing.append(sentence)
        elif not any(words.span.start in cited for words in sentence.evidence):
            missing.append(sentence)
    evidenced = [sentence for sentence in offline.sentences if sentence.evidence]
    # What a longer answer lists besides is not missed, as long as its main thing is there.
    return missing if missing and missing[0] is evidenced[0] else []


def _figures(text: str) -> set[object]:
    claims = claims_of(text)
    lengths = {round(one.months) for one in claims.lengths}
    years = {day.year for day in (*claims.days, *claims.moments)}
    return {*lengths, *years, *claims.numbers}


def _names(text: str) -> set[object]:
    return set(claims_of(text).names)
