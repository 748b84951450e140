"""The cross-encoder learns which line answers, and that sometimes none does."""

from __future__ import annotations

import random

from assistant.training.cross import Reader, loss_of, tasks
from assistant.training.material import Asked, TrainingResume
from ingest.embeddings import Embedder

RESUME = TrainingResume(
    (
        "Work > Kiln Lane, Potter\nSold tableware to forty restaurants",
        "Work > Kiln Lane, Potter\nFired the gas kiln twice a week",
        "Skills\nSlip casting, spreadsheets",
    ),
    (
        Asked("who bought her plates?", (0,)),
        Asked("how often was the oven lit", (1,)),
        Asked("what did she earn?", ()),
        Asked("did she throw vases", (), (1,)),
    ),
    "a test",
)


def test_each_question_has_its_answers_and_the_lines_that_only_seem_to(embedder: Embedder) -> None:
    found = tasks(Reader(embedder), embedder, [RESUME])
    assert [len(task.answers) for task in found] == [1, 1, 0, 0]
    # Of the last it is only known that one line does not answer it.
    assert [len(task.others) for task in found] == [2, 2, 3, 1]


def test_what_is_learned_brings_the_loss_down(embedder: Embedder) -> None:
    import torch

    reader = Reader(embedder)
    found = tasks(reader, embedder, [RESUME])
    learned = [*reader.bert.encoder.parameters(), *reader.head.parameters()]
    optimiser = torch.optim.AdamW(learned, lr=1e-4)
    lacks = []
    for _ in range(6):
        loss = loss_of(reader, found, random.Random(0))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        lacks.append(float(loss.detach()))
    assert lacks[-1] < 0.9 * lacks[0]
