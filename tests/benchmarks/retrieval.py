"""How well the lines that answer a question are found: recall@5 and mean reciprocal rank.

    python -m tests.benchmarks.retrieval [--misses]

Questions with evidence come from `../shared/questions` (when that folder is there) and
`tests/golden`, for every resume whose format is read. A line is a hit if it overlaps the evidence
where that stands in the source; a line comes with the entries that it stands in, so their headings,
names and dates count as found with it.
recall@5 is the share of a question's evidence that the first five lines hold, averaged over
questions; the reciprocal rank is that of the first hit.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.lexical import BM25, question_words, words
from assistant.retriever import ResumeRetriever, ScoredStatement, Weights
from ingest.chunks import breadcrumb, chunk
from ingest.embeddings import Embedder
from ingest.errors import UnsupportedFormatError
from ingest.index import ResumeIndex, open_index
from ingest.load import load_resume
from ingest.resume import Resume, Span

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
#: Title, folder of question files, folders of their resumes.
SETS = {
    "Shared questions": (SHARED / "questions", [SHARED / "resumes"]),
    "Golden questions of this project": (ROOT / "tests/golden", [ROOT / "tests/golden"]),
}
DEPTH = 5
TARGETED = ("fact", "skill", "contact", "paraphrase")
KINDS = (*TARGETED, "date", "duration", "list")

Question = dict[str, Any]
Rank = Callable[[str], Sequence[ScoredStatement]]


@dataclass(frozen=True)
class Case:
    """A resume and the questions about it that have evidence."""

    name: str
    resume: Resume
    questions: list[Question]


def asked_resumes(folder: Path, beside: Sequence[Path]) -> Iterator[tuple[Path, Resume]]:
    """Each question file of the folder, with the resume that has its name in one of `beside`.

    Resumes of a format that is not read are left out.
    """
    for file in sorted(folder.glob("*.jsonl")):
        found = [path for place in beside for path in place.glob(f"{file.stem}.*")]
        # The resume that the project serves stands apart from the collection.
        paths = [path for path in found if path.suffix != ".jsonl"] or [SHARED / "resume.md"]
        with contextlib.suppress(UnsupportedFormatError):
            yield file, load_resume(paths[0])


def cases(folder: Path, beside: Sequence[Path]) -> Iterator[Case]:
    """Each question file of the folder as a case; see `asked_resumes`."""
    for file, resume in asked_resumes(folder, beside):
        questions = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
        asked = [one for one in questions if one["answerable"] and one["evidence"]]
        yield Case(file.stem, resume, asked)


def fold(text: str) -> tuple[str, list[int]]:
    """Letters and digits in lower case, one space between; and where each character stood."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isalnum():
            folded.append(char.lower()[0])
        elif char not in '*_`#"\\' and folded and folded[-1] != " ":
            folded.append(" ")
        else:
            continue
        places.append(place)
    return "".join(folded), places


def occurrences(evidence: str, folded: tuple[str, list[int]]) -> list[tuple[int, int]]:
    """Where the evidence stands in the source: offsets, half-open."""
    wanted = re.escape(fold(evidence)[0].strip())
    text, places = folded
    for pattern in (rf"(?<!\w){wanted}(?!\w)", wanted):
        found = [(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(pattern, text)]
        if found:
            return found
    return []


def holds(found: ScoredStatement, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a line, or what names and dates the entries around it, overlaps a stretch."""
    spans: list[Span] = [fragment.span for fragment in found.fragments]
    for entry in found.path:
        named = (entry.title, entry.organisation, entry.area, entry.location, entry.dates)
        around = (*entry.headings, *entry.roles, *named)
        spans += [fragment.span for fragment in around if fragment]
    return any(span.start < end and start < span.end for span in spans for start, end in stretches)


@dataclass
class Figures:
    """recall@5 and reciprocal rank of each question, by kind."""

    recall: dict[str, list[float]]
    reciprocal: dict[str, list[float]]
    misses: list[tuple[Question, list[str]]]

    def line(self, kinds: Sequence[str]) -> tuple[float, float, int]:
        """Mean recall@5, mean reciprocal rank and number of questions of these kinds."""
        recall = [value for kind in kinds for value in self.recall[kind]]
        reciprocal = [value for kind in kinds for value in self.reciprocal[kind]]
        if not recall:
            return float("nan"), float("nan"), 0
        return float(np.mean(recall)), float(np.mean(reciprocal)), len(recall)


def measure(pairs: Sequence[tuple[Case, Rank]]) -> Figures:
    """The figures of one way to rank, over all cases."""
    figures = Figures(defaultdict(list), defaultdict(list), [])
    for case, rank in pairs:
        folded = fold(case.resume.source.text)
        for question in case.questions:
            stretches = [occurrences(evidence, folded) for evidence in question["evidence"]]
            ranked = rank(question["question"])
            held = np.array([[holds(found, one) for one in stretches] for found in ranked])
            recall = float(held[:DEPTH].any(axis=0).mean())
            first = np.flatnonzero(held.any(axis=1))
            figures.recall[question["kind"]].append(recall)
            figures.reciprocal[question["kind"]].append(1 / (first[0] + 1) if len(first) else 0.0)
            if recall < 1:
                top = [found.words.text for found in ranked[:DEPTH]]
                figures.misses.append((question, top))
    return figures


def without_headers(index: ResumeIndex) -> ResumeIndex:
    """The same index with the words alone embedded."""
    embedder = index.embedder
    documents = chunk(index.resume, embedder.count_tokens, with_headers=False)
    texts = [document.page_content for document in documents]
    made = {"vectors": embedder.encode(texts), "tokens": embedder.encode_tokens(texts)}
    return ResumeIndex(**{**vars(index), "documents": documents, **made})


def by_bm25(retriever: ResumeRetriever, with_headers: bool) -> Rank:
    """BM25 alone, over the lines or over the lines under their headers."""
    lines = retriever.search("x")
    texts = [" ".join(fragment.text for fragment in line.fragments) for line in lines]
    if with_headers:
        texts = [
            f"{breadcrumb(line.section, line.path)} {text}"
            for line, text in zip(lines, texts, strict=True)
        ]
    bm25 = BM25([words(text) for text in texts])

    def rank(question: str) -> list[ScoredStatement]:
        order = np.argsort(-bm25.scores(question_words(question)), kind="stable")
        return [lines[at] for at in order]

    return rank


def ways(index: ResumeIndex) -> dict[str, Rank]:
    """Every way to rank that is compared, the shipped one last."""
    bare = without_headers(index)
    alone = Weights(topic=0, lexical=0, substance=0, tokens=0)
    shipped = ResumeRetriever(index=index)
    return {
        "dense, no headers": ResumeRetriever(index=bare, weights=alone).search,
        "dense": ResumeRetriever(index=index, weights=alone).search,
        "BM25, no headers": by_bm25(shipped, with_headers=False),
        "BM25": by_bm25(shipped, with_headers=True),
        "fused, no headers": ResumeRetriever(index=bare).search,
        "fused without topic": ResumeRetriever(index=index, weights=Weights(topic=0)).search,
        "fused without BM25": ResumeRetriever(index=index, weights=Weights(lexical=0)).search,
        "fused without tokens": ResumeRetriever(index=index, weights=Weights(tokens=0)).search,
        "fused without substance": ResumeRetriever(
            index=index, weights=Weights(substance=0)
        ).search,
        "fused (shipped)": shipped.search,
    }


def report(title: str, opened: Sequence[tuple[Case, ResumeIndex]], misses: bool) -> None:
    """Print one table."""
    ranks = [(case, ways(index)) for case, index in opened]
    groups = {"targeted": TARGETED, **{kind: (kind,) for kind in KINDS}, "all": KINDS}
    print(f"\n{title}: recall@{DEPTH} / MRR\n")
    print(f"| way | {' | '.join(groups)} |")
    print(f"|---|{'---|' * len(groups)}")
    for way in ranks[0][1]:
        figures = measure([(case, rank[way]) for case, rank in ranks])
        cells = [figures.line(kinds) for kinds in groups.values()]
        print(f"| {way} | {' | '.join(f'{r:.2f} / {m:.2f}' for r, m, _ in cells)} |")
    print(f"| questions | {' | '.join(str(count) for _, _, count in cells)} |")
    if misses:
        for question, top in figures.misses:
            print(f"\n{question['id']} ({question['kind']}): {question['question']}")
            print(f"    wanted {question['evidence']}")
            for text in top:
                print(f"    {text[:140]}")
    print(f"\n| set | {' | '.join(('dense', 'shipped'))} |\n|---|---|---|")
    for case, rank in ranks:
        recalls = [
            measure([(case, rank[way])]).line(KINDS)[0] for way in ("dense", "fused (shipped)")
        ]
        print(f"| {case.name} | {' | '.join(f'{recall:.2f}' for recall in recalls)} |")


def timings(opened: Sequence[tuple[Case, ResumeIndex]]) -> None:
    """Print what a search costs beside its one embedding."""
    embed, search = [], []
    for case, index in opened:
        retriever = ResumeRetriever(index=index)
        for question in case.questions:
            started = time.perf_counter()
            vector = retriever.embed(question["question"])
            between = time.perf_counter()
            retriever.search(question["question"], vector)
            embed.append(between - started)
            search.append(time.perf_counter() - between)
    for name, taken in (("embedding", embed), ("search", search)):
        p50, p95 = np.percentile(taken, [50, 95]) * 1000
        print(f"{name}: p50 {p50:.2f} ms, p95 {p95:.2f} ms")


def main() -> None:
    """Measure and print."""
    embedder = Embedder()
    with tempfile.TemporaryDirectory() as folder:
        for title, (questions, resumes) in SETS.items():
            opened = [
                (case, open_index(case.resume, Path(folder) / case.name, embedder))
                for case in cases(questions, resumes)
            ]
            if opened:
                report(f"{title}, {len(opened)} resumes", opened, "--misses" in sys.argv)
                timings(opened)


if __name__ == "__main__":
    main()
