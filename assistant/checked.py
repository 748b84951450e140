"""The gate that every sentence of a chat model passes before anybody sees it.

A sentence passes if its markers name sources that carry all that it claims (`assistant.grounding`,
the same check as in `eval`). One that does not is mended once, by code, where that is possible
without a new word: its markers are exchanged for those of the sources that do carry it, or an
adverb that nothing carries is taken out. Else it is dropped, and why is kept for `--explain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from assistant.claims import claims_of, without_silence
from assistant.compose import Sentence
from assistant.grounding import Grounds
from assistant.languages import SmallWords
from assistant.markers import read_markers
from assistant.names import named_words
from assistant.pronouns import is_gendered, without_gender
from assistant.sources import Source
from assistant.support import Known
from assistant.text import FUNCTION_WORDS, fold, sentence, stem, tokens
from assistant.visible import visible
from assistant.vocabulary import load_vocabulary
from assistant.words import is_common
from ingest.resume import Fragment

#: Sources that are tried, one by one and then two by two, for a sentence that cites wrong ones.
_ALONE, _IN_PAIRS = 5, 3
#: Words from which a sentence that cites nothing is given a source.
_ENOUGH_WORDS = 4
#: More sources than this behind one sentence are no citation.
_MOST_SOURCES = 8
_LIST_MARK = re.compile(r"^\s*(?:[-*•·>]+|\d{1,2}[.)]|#{1,6})\s+")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_`~]+|[*_`~]+(?!\w)|`")
_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>?|!\[|\]\(|&[a-z]+;|&#")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//\S+|\bwww\.\S+|\b(?:data|javascript):\S*", re.I)
_OF_ITSELF = re.compile(
    r"\b(?:the|your|this) question\b|\bthe answer to\b|\blanguage model\b|"
    r"\b(?:the|these|those|my) (?:rules|sources?)\b|\bsource \d",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\s*(?<![\w-])[a-z]+ly\b,?", re.IGNORECASE)
_SAYS_SILENT = re.compile(r"\bresume\b", re.IGNORECASE)


class Fate(StrEnum):
    """What becomes of a sentence."""

    PASSED = "passed"
    MENDED = "mended"
    SILENT = "silent"
    POLARITY = "polarity"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence with the fragments that it cites, or why it does not pass.

    `SILENT` is a sentence that says, rightly, that the resume is silent; `POLARITY` a bare yes or
    no, whose text is that of the sentence that it may stand before.
    """

    fate: Fate
    said: str
    sentence: Sentence | None = None
    why: str = ""


@dataclass
class Tally:
    """What became of a model's sentences, for the explanation."""

    counts: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def count(self, verdict: Verdict) -> None:
        """Take a verdict down."""
        self.counts[verdict.fate] += 1
        if verdict.fate is Fate.DROPPED:
            self.dropped.append((verdict.said, verdict.why))


class Gate:
    """Judges the sentences of one answer.

    `offline` is the text of the offline answer: a yes or no passes only where that says it, too.
    `first` is the person's first name, which "he" and "she" become unless the resume says them.
    """

    def __init__(
        self,
        grounds: Grounds,
        sources: Mapping[int, Source],
        known: Known,
        *,
        offline: str,
        words: SmallWords,
        first: str | None = None,
    ) -> None:
        self._grounds = grounds
        self._sources = sources
        self._known = known
        self._words = words
        self._polarity = self._answers(offline)[0]
        self._written = "\n".join(source.text for source in sources.values())
        self._first = None if is_gendered(self._written) else first

    def judge(self, raw: str) -> Verdict:
        """What becomes of a sentence as the model wrote it."""
        marked = read_markers(_plain(raw))
        polarity, text = self._answers(marked.text)
        if not any(char.isalnum() for char in text):
            return self._bare(polarity, marked.text)
        if why := self._foul(text):
            return Verdict(Fate.DROPPED, marked.text, why=why)
        claims = claims_of(text)
        silence = without_silence(text) != text
        if silence and not self._is_silent_on(text):
            return Verdict(Fate.DROPPED, text, why="the resume is not silent on that")
        if not (claims.words or claims.names or claims.lengths or claims.days or claims.moments):
            return self._claimless(text, silence=silence)
        kept = self._with_polarity(polarity, marked.text, text)
        return self._cited(kept, text, marked.numbers)

    def _cited(self, kept: str, text: str, numbers: tuple[int, ...]) -> Verdict:
        numbers = tuple(one for one in numbers if one in self._sources)[:_MOST_SOURCES]
        missing = self._missing(text, numbers)
        if not missing:
            return Verdict(Fate.PASSED, kept, self._sentence(kept, numbers))
        plainer = _ADVERB.sub(lambda match: self._kept(match[0], missing), kept)
        if numbers and plainer != kept and not self._missing(self._answers(plainer)[1], numbers):
            return Verdict(Fate.MENDED, kept, self._sentence(plainer, numbers))
        # What turns around the words that its sources have is looked for nowhere else.
        if numbers and self._contained(text, numbers):
            return Verdict(Fate.DROPPED, kept, why="not in the sources: " + ", ".join(missing))
        # A few words without a source could be found in any number of lines.
        some = numbers or len(tokens(text)) >= _ENOUGH_WORDS
        for found in self._others(text, numbers, missing) if some else ():
            if not self._missing(text, found):
                return Verdict(Fate.MENDED, kept, self._sentence(kept, found))
        return Verdict(Fate.DROPPED, kept, why="not in the sources: " + ", ".join(missing))

    def _missing(self, text: str, numbers: Sequence[int]) -> tuple[str, ...]:
        if not numbers:
            return ("a citation",)
        denied = self._denied(text, numbers)
        found = [self._sources[one].evidence for one in numbers]
        return denied or self._grounds.missing(text, found, self._words.free)

    def _contained(self, text: str, numbers: Sequence[int]) -> bool:
        found = [self._sources[one].evidence for one in numbers]
        return self._grounds.contains(text, found, self._words.free)

    def _denied(self, text: str, numbers: Sequence[int]) -> tuple[str, ...]:
        """Words that deny in another language than English, and that no source has."""
        said = fold(text)
        written = fold(" ".join(self._sources[one].text for one in numbers))
        return tuple(
            word for word in self._words.negations if _has(said, word) and not _has(written, word)
        )

    def _others(
        self, text: str, numbers: tuple[int, ...], missing: Sequence[str]
    ) -> Iterator[tuple[int, ...]]:
        """Other sources that may carry the text: those that share most words with it."""
        asked = {stem(token.key) for token in tokens(text) if token.key not in FUNCTION_WORDS}
        shared = {one: len(asked & self._sources[one].evidence.stems) for one in self._sources}
        best = sorted((one for one in shared if shared[one]), key=lambda one: -shared[one])
        yield from ((one,) for one in best[:_ALONE])
        if numbers:
            lacked = {stem(fold(word).split(" ")[0]) for word in missing}
            having = [
                one
                for one in best
                if one not in numbers
                and lacked & self._sources[one].evidence.stems
                and all(self._belong(one, other) for other in numbers)
            ]
            yield from ((*numbers, one) for one in having[:_IN_PAIRS])
        for one, other in combinations(sorted(best[:_IN_PAIRS]), 2):
            if self._belong(one, other):
                yield one, other

    def _belong(self, one: int, other: int) -> bool:
        """Whether two sources are of one entry, or one names the entry that the other is of.

        Others would lend each other words: a number of the one to what the other counts.
        """
        first, second = self._sources[one].evidence, self._sources[other].evidence
        if first.computed or second.computed:
            return False
        if first.outer and second.outer:
            return first.outer[0] is second.outer[0]
        placed, loose = (first, second) if first.outer else (second, first)
        if not placed.outer or placed.outer[0].organisation is None:
            return False
        named = {stem(word) for word in named_words(placed.outer[0].organisation.text)}
        return not named.isdisjoint(loose.stems)

    def _kept(self, adverb: str, missing: Sequence[str]) -> str:
        word = fold(adverb).strip(" ,")
        lacking = word in missing or f"rank: {word}" in missing
        return "" if lacking and word != "only" else adverb

    def _sentence(self, text: str, numbers: Sequence[int]) -> Sentence:
        cited: dict[tuple[int, int], Fragment] = {}
        for one in numbers:
            for words in self._sources[one].fragments:
                cited.setdefault((words.span.start, words.span.end), words)
        if self._first is not None:
            text = without_gender(text, self._first)
        return Sentence(sentence(text[:1].upper() + text[1:]), tuple(cited.values()))

    def _answers(self, text: str) -> tuple[str, str]:
        """Whether a text begins with yes or no, and what comes behind it."""
        match = re.match(r"\s*([^\W\d_]+)(?:\s*[,.:;!—–-]+\s*|\s*$|\s+(?=but\b))", text)
        word = fold(match[1]) if match else ""
        if match and word in self._words.yes | self._words.no:
            rest = re.sub(r"^(?:but|and)\s+", "", text[match.end() :], flags=re.IGNORECASE)
            return ("yes" if word in self._words.yes else "no"), rest
        return "", text

    def _with_polarity(self, polarity: str, whole: str, text: str) -> str:
        return whole if polarity and polarity == self._polarity else text

    def _bare(self, polarity: str, text: str) -> Verdict:
        if polarity and polarity == self._polarity:
            return Verdict(Fate.POLARITY, sentence(text))
        return Verdict(Fate.DROPPED, text, why="a yes or no that the resume does not give")

    def _foul(self, text: str) -> str:
        """Why a sentence is not shown whatever it says: markup, addresses, half of a bracket."""
        if _OF_ITSELF.search(text):
            return "it speaks of itself"
        if text.count("(") > text.count(")"):
            return "it breaks off"
        for pattern, why in ((_MARKUP, "markup"), (_ADDRESS, "an address")):
            if any(
                match[0].rstrip(".,;:)!?") not in self._written for match in pattern.finditer(text)
            ):
                return why
        return ""

    def _is_silent_on(self, text: str) -> bool:
        """Whether what the text says the resume does not have is nowhere in it.

        Of names one must be absent, of other words half. "The resume does not say." says nothing
        that could be looked up.
        """
        spoken = {token.key for token in tokens(without_silence(text))}
        words = [
            token.key
            for token in tokens(text)
            if token.key not in FUNCTION_WORDS | spoken and stem(token.key) not in _OF_SILENCE
            if not token.key[0].isdigit()
        ]
        names = [word for word in words if not is_common(word)]
        absent = [word for word in words if not self._is_known(word)]
        if names:
            return any(word in absent for word in names)
        return not words or len(absent) * 2 >= len(words)

    def _is_known(self, word: str) -> bool:
        term = load_vocabulary().find([word])
        forms = term.forms if term else ()
        return stem(word) in self._known.stems or any(form in self._known.forms for form in forms)

    def _claimless(self, text: str, *, silence: bool) -> Verdict:
        if silence and _SAYS_SILENT.search(text):
            return Verdict(Fate.SILENT, text, Sentence(sentence(text)))
        return Verdict(Fate.DROPPED, text, why="it says nothing")


#: What sentences about the resume's silence are made of.
_OF_SILENCE = frozenset(
    stem(word)
    for word in """resume say says mention mentions list lists give gives name names have has state
    states nothing none whether work worked experience use used know""".split()
)


def _plain(raw: str) -> str:
    """A sentence without what lists, headings and emphasis are written with, all of it visible."""
    return _EMPHASIS.sub("", _LIST_MARK.sub("", visible(raw).strip()))


def _has(text: str, word: str) -> bool:
    if word.isascii() or not _wide(word):
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
    return word in text


def _wide(word: str) -> bool:
    return any(ord(char) > 0x2FFF for char in word)
