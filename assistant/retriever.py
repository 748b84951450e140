"""Which words of a resume bear on a question: a ranking of every statement and every entry.

A resume has a few hundred lines, so all of them are scored, exactly, on each question. Four things
speak for a line: that it means something near the question as a whole (dense), that each word of
the question comes near to one of its own (tokens; see `ingest.tokens`), that it shares words with
the question (lexical), and that it stands in the section that the question is about (topic).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import PrivateAttr

from assistant.lexical import BM25, Scores, question_words, words
from assistant.text import FUNCTION_WORDS
from ingest.chunks import Group, breadcrumb, groups
from ingest.embeddings import DEFAULT_MODEL
from ingest.index import ResumeIndex
from ingest.resume import Entry, Heading, Section, Statement
from ingest.tokens import Encoded, Vectors


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much beside the cosine of the whole, which counts once.

    Chosen on the questions of `../shared/questions` and `tests/golden`, 18 resumes, on a grid (0 to
    0.4, 0.3 and 0.3): among the weights with which recall@5 is on no resume below that of the
    cosine alone, those with the highest mean (0.87; 0.86 at the neighbours, 0.83 with the cosine
    alone). tests/benchmarks/retrieval.py shows what leaving one out costs.

    `tokens` came later, with the others as they were: for 536 questions about 66 resumes the
    answering line came first for 57.3 % without, and for 62.5, 64.4, 62.9 and 63.2 % with 0.5, 1,
    1.5 and 2.
    """

    topic: float = 0.3
    lexical: float = 0.05
    substance: float = 0.15
    tokens: float = 1.0


# Addresses say little to a reader, and their letters nothing to an embedder.
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_FULL_LINE = 100


def _substance(text: str) -> float:
    """How much a line says, 0 to 1 at 100 characters, by its logarithm, addresses not counted.

    A bare link or a lone word is near to every question and answers few.
    """
    return min(1.0, math.log1p(len(_ADDRESS.sub("", text))) / math.log1p(_FULL_LINE))


def _tells(piece: str) -> bool:
    """Whether a piece of a word is no sign and no function word."""
    return piece[-1].isalnum() and piece.removeprefix("##") not in FUNCTION_WORDS


class ScoredStatement(NamedTuple):
    """A statement, or the headings of an entry, and how it fits the question.

    `words` are the statement; or the first of the headings, all of which are ranked as one.
    `number` counts the statements of `Resume.statements()` from 0; None for headings. `dense` is
    the cosine, -1 to 1, `lexical` the share of the question's words that the line has (0 to about
    1), `topic` the cosine of the question with what such sections are about, `score` their weighted
    sum with the mean of `near`: for each piece of a word in the question that means something, the
    cosine with the nearest token of the line. Scores compare within one question only.
    """

    section: Section
    path: tuple[Entry, ...]
    words: Heading | Statement
    number: int | None
    dense: float
    lexical: float
    topic: float
    score: float
    near: tuple[float, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether this is the headings of an entry (or of a section with nothing else in it)."""
        return isinstance(self.words, Heading)

    @property
    def statement(self) -> Statement | None:
        """The statement, if it is one."""
        return self.words if isinstance(self.words, Statement) else None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that `words` stands under, or is the first of."""
        if self.path:
            return self.path[-1].headings
        return (self.section.heading,) if self.section.heading else ()

    @property
    def fragments(self) -> tuple[Heading | Statement, ...]:
        """What was found, word for word: the statement, or all of the headings."""
        return self.headings if self.is_heading else (self.words,)


@dataclass(frozen=True, slots=True)
class _Line:
    """What can be found: a statement, or the headings of its group (`number` None)."""

    group: Group
    number: int | None = None

    @property
    def fragments(self) -> Sequence[Heading | Statement]:
        if self.number is None:
            return self.group.headings
        return (self.group.statements[self.number - self.group.first],)

    @property
    def text(self) -> str:
        return " ".join(fragment.text for fragment in self.fragments)


#: What a line always is, in the order of `ScoredStatement`.
_Told = tuple[Section, tuple[Entry, ...], Heading | Statement, int | None]


def raised(
    hits: list[ScoredStatement], by: float, which: Callable[[ScoredStatement], bool]
) -> list[ScoredStatement]:
    """The lines, best first, after some of them were given a higher score."""
    scored = [hit._replace(score=hit.score + by) if which(hit) else hit for hit in hits]
    return sorted(scored, key=lambda hit: -hit.score)


class ResumeRetriever(BaseRetriever):
    """A LangChain retriever over one resume; `search` is the same with scores and context.

    `k` is how many documents LangChain's `invoke` gets.
    """

    index: ResumeIndex
    k: int = 5
    weights: Weights = Weights()

    _lines: list[_Line] = PrivateAttr(default_factory=list)
    _chunks: NDArray[np.intp] = PrivateAttr()
    _first_chunk: NDArray[np.intp] = PrivateAttr()
    _topic_of: NDArray[np.intp] = PrivateAttr()
    _substance: Scores = PrivateAttr()
    _told: list[_Told] = PrivateAttr(default_factory=list)
    _bm25: BM25 = PrivateAttr()
    _name: frozenset[str] = PrivateAttr()

    def model_post_init(self, _context: Any, /) -> None:
        """Work out once what does not depend on the question."""
        resume = self.index.resume
        self._name = frozenset(words(resume.name.text)) if resume.name else frozenset()
        pairs = sorted(self._pairs(), key=lambda pair: pair[1])
        self._chunks = np.array([chunk for chunk, _ in pairs], dtype=np.intp)
        lines = np.array([line for _, line in pairs], dtype=np.intp)
        self._first_chunk = np.searchsorted(lines, np.arange(len(self._lines)))
        kinds = list(dict.fromkeys(self.index.topic_kinds))
        self._topic_of = np.array(
            [kinds.index(line.group.section.kind) for line in self._lines], dtype=np.intp
        )
        self._substance = np.array([_substance(line.text) for line in self._lines], np.float32)
        self._told = [
            (line.group.section, line.group.path, line.fragments[0], line.number)
            for line in self._lines
        ]
        self._bm25 = BM25([words(line.text) for line in self._lines])

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Which chunk embeds which line, filling `_lines` on the way."""
        places = list(groups(self.index.resume))
        known: dict[tuple[int, int | None], int] = {}
        for chunk, document in enumerate(self.index.documents):
            data = document.metadata
            group = places[data["group"]]
            numbers = range(data["first"], data["first"] + data["count"])
            for number in numbers or (None,):
                key = data["group"], number
                if key not in known:
                    known[key] = len(self._lines)
                    self._lines.append(_Line(group, number))
                yield chunk, known[key]

    def embed(self, question: str) -> Encoded:
        """The question as the model reads it: the one embedding that a question costs."""
        return self.index.embedder.read(self.bare(question))

    def bare(self, question: str) -> str:
        """A question without the person's own name.

        Every line is about them, and their name draws the lines that repeat it.
        """
        kept = [word for word in question.split() if not self._is_name(word)]
        return " ".join(kept) or question

    def usable(self, encoded: Encoded) -> Encoded | None:
        """A question as the default model reads it, if the index was embedded by that, too."""
        return encoded if self.index.embedder.name == DEFAULT_MODEL else None

    def _is_name(self, word: str) -> bool:
        stems = words(word)
        return bool(stems) and self._name.issuperset(stems)

    def search(
        self, question: str, encoded: Encoded | None = None, k: int | None = None
    ) -> list[ScoredStatement]:
        """The lines of the resume, best first: all of them, or the best `k`.

        `encoded` is what `embed` returned for this question, if the caller has it already.
        """
        if not self._lines:
            return []
        if encoded is None:
            encoded = self.embed(question)
        dense = self._by_line(self.index.vectors @ encoded.vector)
        near = self._by_line(self._nearest(encoded))
        lexical = self._bm25.scores(question_words(question, self._name))
        topic = self._topics(encoded.vector)[self._topic_of]
        weights = self.weights
        score = (
            dense
            + weights.topic * topic
            + weights.lexical * lexical
            + weights.substance * self._substance
        )
        if len(near):
            score += weights.tokens * near.mean(axis=0)
        order: list[int] = np.argsort(-score, kind="stable")[:k].tolist()
        # Python's own numbers: reading single ones out of arrays would take half of the search.
        figures = zip(dense.tolist(), lexical.tolist(), topic.tolist(), score.tolist(), strict=True)
        scored = list(zip(self._told, figures, map(tuple, near.T.tolist()), strict=True))
        return [
            ScoredStatement(*told, *of, pieces)
            for told, of, pieces in map(scored.__getitem__, order)
        ]

    def _by_line(self, of_chunks: Vectors) -> Vectors:
        """The best of the chunks that embed a line, for each line; the last axis is theirs."""
        best: Vectors = np.maximum.reduceat(
            of_chunks[..., self._chunks], self._first_chunk, axis=-1
        )
        return best

    def _nearest(self, encoded: Encoded) -> Vectors:
        """How near each piece that means something comes to each chunk, [pieces, chunks]."""
        if self.index.tokens is None:
            return np.zeros((0, len(self.index.documents)), dtype=np.float32)
        telling = [at for at, piece in enumerate(encoded.pieces) if _tells(piece)]
        return self.index.tokens.nearest(encoded.tokens[telling] if telling else encoded.tokens)

    def _topics(self, vector: Vectors) -> Scores:
        """How near the question is to each kind of section, in the order of `topic_kinds`."""
        near: dict[Any, float] = {}
        cosines = self.index.topic_vectors @ vector
        for kind, cosine in zip(self.index.topic_kinds, cosines.tolist(), strict=True):
            near[kind] = max(near.get(kind, -1.0), cosine)
        return np.array(list(near.values()), dtype=np.float32)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [self._document(found) for found in self.search(query, k=self.k)]

    def _document(self, found: ScoredStatement) -> Document:
        places = [self.index.resume.source.place(words.span) for words in found.fragments]
        # Of an entry that several files tell of, the lines are those of the first.
        places = [place for place in places if place.file == places[0].file]
        return Document(
            page_content=" ".join(fragment.text for fragment in found.fragments),
            metadata={
                "breadcrumb": breadcrumb(found.section, found.path),
                "kind": found.section.kind.value,
                "number": found.number,
                "file": places[0].file,
                "start_line": places[0].start_line,
                "end_line": places[-1].end_line,
                "dense": found.dense,
                "lexical": found.lexical,
                "score": found.score,
            },
        )
