"""What the vocabulary knows of a named thing is put beside it, in the words of the question."""

from __future__ import annotations

import pytest

from assistant.cross_encoder import CrossEncoder
from assistant.glosses import glosses
from ingest.embeddings import Embedder


@pytest.mark.parametrize(
    ("question", "text", "beside"),
    [
        ("any k8s?", "Kubernetes, Docker", "Kubernetes (k8s), Docker"),
        ("TS?", "React and TypeScript", "React and TypeScript (TS)"),
        (
            "which message queues has she used",
            "Kafka and SQS",
            "Kafka (message queue) and SQS (message queue)",
        ),
        ("what databases", "Postgres on call", "Postgres (database) on call"),
        ("any programming language?", "Go", "Go (programming language)"),
        (
            "studied at RTU?",
            "MSc, Riga Technical University",
            "MSc, Riga Technical University (RTU)",
        ),
        ("fbot work", "Free Bank of Oslo", "Free Bank of Oslo"),
        ("fbo work", "Free Bank of Oslo", "Free Bank of Oslo (fbo)"),
    ],
)
def test_a_thing_is_told_in_the_words_of_the_question(
    question: str, text: str, beside: str
) -> None:
    assert glosses(question).beside(text) == beside


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("has she used Kafka", "Kafka and SQS"),
        ("what data did she collect", "Kafka and SQS"),
        ("java?", "JavaScript"),
        ("where did he work", "Kubernetes at Google"),
        ("does she know Kubernetes", "kubernetes clusters"),
        ("", ""),
    ],
)
def test_what_needs_no_telling_is_left_as_it_stands(question: str, text: str) -> None:
    assert glosses(question).beside(text) == text


def test_what_is_told_so_reads_as_an_answer(embedder: Embedder) -> None:
    asked, line = "any k8s?", "Skills\nKubernetes, Docker"
    alone, beside = CrossEncoder(embedder).scores(asked, [line, glosses(asked).beside(line)])
    assert beside > 0 > alone
