"""The ranking of a resume's lines: exact, complete, one embedding a question."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.retriever import ResumeRetriever
from ingest.embeddings import Embedder
from ingest.index import open_index
from ingest.load import load_resume
from ingest.resume import Resume, Source
from ingest.tokens import Encoded, Vectors

RESUME = """\
# Wanda Ruiz

Marine biologist. wanda@reef.example

## Experience

### Research diver, Coral Trust
2018 - 2022

- Counted parrotfish on forty reefs
- Wrote the grant that paid for a second boat

### Aquarist, Harbour Aquarium
2015 - 2018

- Raised seahorses from eggs

## Education

**MSc Marine Ecology**, University of Porto, 2015

## Skills

- Statistics: R, Python
- Diving: rescue diver, drysuit
"""


class CountingEmbedder(Embedder):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)

    def read(self, text: str) -> Encoded:
        self.texts.append(text)
        return super().read(text)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ResumeRetriever]:
    folder = tmp_path_factory.mktemp("retriever")
    file = folder / "wanda.md"
    file.write_text(RESUME)
    index = open_index(load_resume(file), folder / "index", CountingEmbedder())
    yield ResumeRetriever(index=index)
    index.close()


def test_every_statement_is_ranked_once_and_the_best_come_first(retriever: ResumeRetriever) -> None:
    found = retriever.search("which fish did she study?")
    statements = list(retriever.index.resume.statements())
    numbers = [one.number for one in found if one.number is not None]
    assert sorted(numbers) == list(range(len(statements)))
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        if one.number is not None:
            assert (one.section, one.path, one.words) == statements[one.number]
    assert retriever.search("which fish did she study?", k=3) == found[:3]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what's her email", "wanda@reef.example"),
        ("any fundraising?", "grant"),
        ("does Wanda know python", "Python"),
        ("where did she go to university", "Porto"),
    ],
)
def test_what_answers_is_near_the_top(
    retriever: ResumeRetriever, question: str, answer: str
) -> None:
    top = retriever.search(question, k=3)
    assert any(answer in fragment.text for one in top for fragment in one.fragments)


def test_an_entry_can_be_found_by_its_headings(retriever: ResumeRetriever) -> None:
    found = next(one for one in retriever.search("Coral Trust") if one.is_heading)
    assert found.number is None
    assert found.path[-1].headings == found.headings == found.fragments
    assert "Coral Trust" in " ".join(heading.text for heading in found.headings)


def test_a_question_costs_one_embedding_and_none_if_the_vector_is_given(
    retriever: ResumeRetriever,
) -> None:
    embedder = retriever.index.embedder
    assert isinstance(embedder, CountingEmbedder)
    embedder.texts.clear()
    found = retriever.search("which boats?")
    assert embedder.texts == ["which boats?"]
    encoded = retriever.embed("which boats?")
    embedder.texts.clear()
    assert retriever.search("which boats?", encoded) == found
    assert embedder.texts == []


def test_the_persons_own_name_draws_no_lines(retriever: ResumeRetriever) -> None:
    named, unnamed = retriever.embed("Wanda's boats?"), retriever.embed("boats?")
    assert np.array_equal(named.vector, unnamed.vector)
    assert named.pieces == unnamed.pieces
    assert np.linalg.norm(retriever.embed("Wanda Ruiz").vector) == pytest.approx(1, abs=1e-5)


def test_each_word_that_means_something_is_compared_with_those_of_a_line(
    retriever: ResumeRetriever,
) -> None:
    found = retriever.search("which boats?")
    assert {len(hit.near) for hit in found} == {1}  # "which" and "?" say nothing
    best = max(found, key=lambda hit: hit.near)
    assert "second boat" in best.words.text
    told = retriever.search("grant for dolphins")
    grant = next(hit for hit in told if "the grant" in hit.words.text)
    assert grant.near[0] > 0.6 > min(grant.near)


def test_it_is_a_langchain_retriever(retriever: ResumeRetriever) -> None:
    documents = retriever.invoke("Does she know Python?")
    assert len(documents) == 5
    found = retriever.search("Does she know Python?", k=1)[0]
    assert documents[0].page_content == found.words.text
    assert documents[0].metadata["start_line"] == found.words.span.start_line
    assert documents[0].metadata["breadcrumb"].startswith("Skills")


def test_searching_is_quick_beside_embedding(retriever: ResumeRetriever) -> None:
    searched, embedded = [], []
    for _ in range(50):
        started = time.perf_counter()
        encoded = retriever.embed("which boats?")
        between = time.perf_counter()
        retriever.search("which boats?", encoded)
        searched.append(time.perf_counter() - between)
        embedded.append(between - started)
    assert sorted(searched)[10] < sorted(embedded)[10]


def test_a_resume_without_words_has_nothing_to_find(tmp_path: Path) -> None:
    index = open_index(Resume(Source("empty.md", "")), tmp_path, CountingEmbedder())
    assert ResumeRetriever(index=index).search("anything?") == []
    assert ResumeRetriever(index=index).invoke("anything?") == []
    index.close()
