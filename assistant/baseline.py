"""What the beginner's tutorial would answer, to stand beside what this project answers.

The pipeline that most introductions to retrieval build: the file's text cut by characters (500, 50
of them again in the next chunk) as LangChain's `RecursiveCharacterTextSplitter` does with its
defaults, embedded with all-MiniLM-L6-v2, kept in Chroma; the chunks nearest to the question are
the answer, each cited as a whole, and below a threshold of cosine similarity the answer is that
the resume does not say.

It is flattered: of 1 to 4 chunks and of all thresholds it gets those by which most questions
come out as wanted, right or refused, on the very questions that it is then scored on, which nobody
could know beforehand. Its citation recall and precision mean little, as it says nothing but what
it cites.

`eval` ships with the package and shows these figures, and what is shipped imports nothing from
`tests/`: therefore this module is here. `tests/benchmarks/tutorial.py` prints the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from assistant.answer import NOT_IN_RESUME, Answer, Citation, SourceLocation, Status
from assistant.evaluation import Marker, Report, is_as_wanted
from assistant.golden.question import GoldenQuestion
from ingest.resume import Resume, Span

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from assistant.chain import Assistant

CHUNK, OVERLAP = 500, 50
#: How many chunks are tried as the answer; four is LangChain's default, and over the word limit.
COUNTS = (1, 2, 3, 4)
_SEPARATORS = ("\n\n", "\n", " ", "")


def split(text: str, separators: Sequence[str] = _SEPARATORS) -> list[str]:
    """Chunks of at most `CHUNK` characters, cut at the coarsest separator that makes them fit."""
    at = next(i for i, separator in enumerate(separators) if separator in text)
    chunks: list[str] = []
    run: list[str] = []
    for piece in _pieces(text, separators[at]):
        if len(piece) < CHUNK:
            run.append(piece)
            continue
        chunks += _packed(run)
        run = []
        chunks += split(piece, separators[at + 1 :]) if separators[at + 1 :] else [piece]
    return chunks + list(_packed(run))


def _pieces(text: str, separator: str) -> list[str]:
    """The text in pieces, each with the separator before it."""
    if not separator:
        return list(text)
    first, *others = text.split(separator)
    return [piece for piece in (first, *(separator + other for other in others)) if piece]


def _packed(pieces: Sequence[str]) -> Iterator[str]:
    """As many pieces a chunk as fit; the next begins with the last ones, up to `OVERLAP`."""
    run: list[str] = []
    size = 0
    for piece in pieces:
        if run and size + len(piece) > CHUNK:
            if chunk := "".join(run).strip():
                yield chunk
            while size > OVERLAP or (size and size + len(piece) > CHUNK):
                size -= len(run.pop(0))
        run.append(piece)
        size += len(piece)
    if chunk := "".join(run).strip():
        yield chunk


@dataclass(frozen=True, slots=True)
class Setting:
    """How many chunks are the answer, and below which cosine similarity it refuses."""

    chunks: int
    threshold: float


class Tutorial:
    """The pipeline over one resume."""

    def __init__(self, resume: Resume, embeddings: Embeddings) -> None:
        # Chroma takes half a second to import; only `eval` and the benchmarks should pay.
        import chromadb
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        self._source = resume.source
        self._store = Chroma(
            # In one process all collections in memory are one store: names must differ.
            f"tutorial-{uuid4().hex}",
            embeddings,
            client=chromadb.EphemeralClient(Settings(anonymized_telemetry=False)),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )
        chunks = split(resume.source.text) if resume.source.text.strip() else []
        if chunks:
            self._store.add_texts(chunks)

    def close(self) -> None:
        """Give the memory back."""
        self._store.delete_collection()

    def nearest(self, question: str) -> list[tuple[str, float]]:
        """The chunks nearest to the question with their cosine similarity, best first."""
        found = self._store.similarity_search_with_score(question, k=max(COUNTS))
        return [(document.page_content, 1 - distance) for document, distance in found]

    def answer(self, question: str, found: Sequence[tuple[str, float]]) -> Answer:
        """The chunks as the answer; without any, that the resume does not say."""
        if not found:
            text = f"{NOT_IN_RESUME}."
            return Answer(question=question, status=Status.NOT_IN_RESUME, answer=text)
        return Answer(
            question=question,
            status=Status.ANSWERED,
            answer="\n".join(f"{chunk} [{at}]" for at, (chunk, _) in enumerate(found, 1)),
            citations=tuple(self._cite(at, chunk) for at, (chunk, _) in enumerate(found, 1)),
            answered_by="tutorial",
        )

    def _cite(self, number: int, chunk: str) -> Citation:
        start = self._source.text.find(chunk)
        first = self._source.text.count("\n", 0, max(start, 0)) + 1
        last = first + chunk.count("\n")
        place = self._source.place(Span(start, start + len(chunk), first, last))
        location = SourceLocation(
            file=place.file, start_line=place.start_line, end_line=place.end_line
        )
        return Citation(number=number, quote=chunk, text=chunk, section=(), source=location)


@dataclass(frozen=True, slots=True)
class _Tried:
    """One question and, by the number of chunks, the answer and whether it is as wanted.

    Number 0 is the refusal; `similarity` is that of the best chunk.
    """

    golden: GoldenQuestion
    marker: Marker
    similarity: float
    answers: dict[int, tuple[Answer, bool]]

    def at(self, setting: Setting) -> tuple[Answer, bool]:
        return self.answers[0 if self.similarity < setting.threshold else setting.chunks]


Case = tuple[Resume, Sequence[GoldenQuestion]]


def tutorial(cases: Iterable[Case], embeddings: Embeddings, today: date) -> tuple[Report, Setting]:
    """The pipeline's report over resumes and their questions, and the setting that is best on them.

    Durations are counted to `today`; see the module for which setting is the best.
    """
    tried: list[_Tried] = []
    names: list[str] = []
    for resume, questions in cases:
        names.append(resume.source.file)
        tried += _try(resume, questions, embeddings, today)
    best = max(_settings(tried), key=lambda setting: (_done(tried, setting), -setting.threshold))
    marks = [one.marker.mark(one.golden, one.at(best)[0]) for one in tried]
    return Report(tuple(marks), ", ".join(names)), best


def beside(assistant: Assistant, questions: Sequence[GoldenQuestion]) -> tuple[Report, Setting]:
    """The pipeline on the resume of an assistant, embedded by the assistant's own model."""
    return tutorial([(assistant.resume, questions)], assistant.embedder, assistant.today())


def _try(
    resume: Resume, questions: Sequence[GoldenQuestion], embeddings: Embeddings, today: date
) -> Iterator[_Tried]:
    pipeline = Tutorial(resume, embeddings)
    marker = Marker(resume, today)
    for golden in questions:
        found = pipeline.nearest(golden.question)
        answers = {count: pipeline.answer(golden.question, found[:count]) for count in (0, *COUNTS)}
        judged = {count: (one, is_as_wanted(golden, one)) for count, one in answers.items()}
        yield _Tried(golden, marker, found[0][1] if found else -1.0, judged)
    pipeline.close()


def _settings(tried: Sequence[_Tried]) -> Iterator[Setting]:
    # Only at the questions' own similarities does anything change; 2 refuses everything.
    for threshold in sorted({*(one.similarity for one in tried), 2.0}):
        for chunks in COUNTS:
            yield Setting(chunks, threshold)


def _done(tried: Sequence[_Tried], setting: Setting) -> int:
    return sum(one.at(setting)[1] for one in tried)
