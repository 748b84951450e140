"""Train the cross-encoder: `python -m assistant.training.answers [--teacher FOLDER]`.

When it has learned of lines (see `assistant.training.cross`) it is trained on, by drafts of which
it is known whether they are right, and some of the lines that taught it (see
`assistant.training.drafts`), to tell right answers from others, with a fixed logit of 0 for "none
is right". What it has learned is kept in `assistant/data/cross_encoder.npz`.

With a teacher it learns from what that thinks, too (knowledge distillation: Hinton et al., arXiv
1503.02531; of cross-encoders: Hofstätter et al., arXiv 2010.02666): a larger model in a folder
(sentence-transformers/all-mpnet-base-v2 taught what ships) is trained in the same way, on two
thirds of the resumes at a time, and reads the drafts of the third that is left out, and those of
questions that nobody has marked.

`--further` trains the upper layers of what ships on by the questions that were added later
(`dense/`, `both/`), everyday ones and two thirds of the earlier ones, so that nothing is forgotten,
with near misses and some lines among them, and writes the mean of what it was and what it became:
that reads the newest about as well, and the oldest better (averaged weights: Wortsman et al., arXiv
2109.01903). What ships was made with the earlier ones and a teacher in a quarter of an hour on a
GPU, then further, three times as those folders grew (the mean but the last time), in an hour or
less each on one or two cores.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.cross_encoder import FILE
from assistant.training.cross import Reader, taught_lines, write
from assistant.training.drafts import Answered, golden, lined, unmarked
from assistant.training.everyday import everyday
from assistant.training.layers import schedule
from assistant.training.material import BOTH, DENSE, for_cross_encoder
from assistant.training.teacher import Teacher
from ingest.embeddings import Embedder

_QUESTION_TOKENS, _ANSWER_TOKENS = 48, 96


@dataclass(frozen=True)
class How:
    """How a learner is trained.

    `epochs` is how often the drafts are gone through, `lines` the share of the lines that goes with
    them each time, `rate` the learning rate, `drafts` how many of a question are drawn each time,
    and `questions` how many go into a step.
    """

    epochs: int
    lines: float
    rate: float
    drafts: int
    questions: int


_TEACHER, _STUDENT = How(3, 0.3, 3e-5, 10, 24), How(8, 0.15, 1.2e-4, 9, 64)
_FURTHER = How(2, 0.04, 1e-4, 8, 32)
#: Of as many earlier resumes one is left out of what it is trained further with; and lower layers
#: that stay as they are then.
_EARLIER, _STAY = 3, 2
_FOLDS = 3
#: What is known of a draft counts so much beside what the teacher thinks of it; and each draft by
#: itself beside the choice among them.
_KNOWN, _ITSELF = 0.4, 0.5
#: How often a question with a near miss is without a right draft.
_NOT_TOLD = 0.25
#: Logits from which the teacher is sure enough.
_SUREST = 20.0


@dataclass(frozen=True)
class Task:
    """A question with its drafts, and what the teacher thinks of each, if it was asked."""

    asked: Answered
    thought: tuple[float, ...] | None = None


def loss_of(learner: Reader | Teacher, chosen: Sequence[Task]) -> Any:
    """The mean of what the right choice among the drafts and "none", and each draft, still lack."""
    logits = logits_of(learner, [one.asked for one in chosen])
    total: Any = sum(
        (_lacks(part, one) for part, one in zip(logits, chosen, strict=True)), start=0.0
    )
    return total / len(chosen)


def logits_of(learner: Reader | Teacher, asked: Sequence[Answered]) -> list[Any]:
    """The logits of the drafts of each question."""
    pairs = [
        (learner.ids(one.question, _QUESTION_TOKENS), learner.ids(text, _ANSWER_TOKENS))
        for one in asked
        for text in one.texts
    ]
    return list(learner.logits(pairs).split([len(one.texts) for one in asked]))


def _lacks(logits: Any, task: Task) -> Any:
    import torch

    right, thought = task.asked.right, task.thought
    known = 1.0 if thought is None else 0.0 if right is None else _KNOWN
    lacks = logits.new_zeros(())
    if right is not None:
        share = torch.tensor([*right, not any(right)], device=logits.device, dtype=torch.float32)
        lacks = lacks + known * _apart(logits, share.log(), share[:-1])
    if thought is not None:
        held = torch.tensor([*thought, 0.0], device=logits.device).clamp(-_SUREST, _SUREST)
        lacks = lacks + (1 - known) * _apart(logits, None, held[:-1].sigmoid(), held)
    return lacks


def _apart(logits: Any, right: Any, each: Any, held: Any = None) -> Any:
    """Of the choice (any that is `right`, or as it is `held`) and of `each` by itself."""
    import torch
    from torch.nn import functional

    share = torch.log_softmax(torch.cat([logits, logits.new_zeros(1)]), dim=0)
    if held is None:
        choice = -torch.logsumexp(share + right, dim=0)
    else:
        choice = -(torch.softmax(held, dim=0) * share).sum()
    return choice + _ITSELF * functional.binary_cross_entropy_with_logits(logits, each)


def train(
    learner: Reader | Teacher,
    tasks: Sequence[Task],
    lines: Sequence[Task],
    how: How,
) -> None:
    """Adjust the layers and the head."""
    import torch

    torch.manual_seed(0)
    source = random.Random(0)  # noqa: S311 - reproducible data, not secrets
    drawn = int(how.lines * len(lines))
    weights = (*learner.bert.encoder.parameters(), *learner.head.parameters())
    trained = [one for one in weights if one.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=how.rate, weight_decay=0.01)
    rates = schedule(optimiser, how.epochs * -(-(len(tasks) + drawn) // how.questions))
    learner.bert.train()
    learner.head.train()
    begun = time.time()
    for epoch in range(how.epochs):
        order, lacking = [*tasks, *source.sample(lines, drawn)], []
        source.shuffle(order)
        for start in range(0, len(order), how.questions):
            chosen = order[start : start + how.questions]
            loss = loss_of(learner, [sampled(one, how.drafts, source) for one in chosen])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            rates.step()
            lacking.append(float(loss.detach()))
        print(f"{epoch + 1}/{how.epochs}: loss {np.mean(lacking):.3f}, {time.time() - begun:.0f} s",
              flush=True)  # fmt: skip


def sampled(task: Task, most: int, source: random.Random) -> Task:
    """A task with at most so many of its drafts, the right ones a third of them if it has some.

    Where it has near misses one of them is among the drafts, now and then in the place of what is
    right.
    """
    asked, thought = task.asked, task.thought
    if asked.near and asked.right and thought is None:
        return _with_near_miss(asked, asked.right, most, source)
    if len(asked.texts) <= most:
        return task
    right = [at for at, told in enumerate(asked.right or ()) if told]
    others = [at for at in range(len(asked.texts)) if at not in right]
    drawn = source.sample(right, min(len(right), most // 3))
    drawn += source.sample(others, min(len(others), most - len(drawn)))
    return Task(
        replace(
            asked,
            texts=tuple(asked.texts[at] for at in drawn),
            right=asked.right and tuple(asked.right[at] for at in drawn),
        ),
        thought and tuple(thought[at] for at in drawn),
    )


def _with_near_miss(
    asked: Answered, right: tuple[bool, ...], most: int, source: random.Random
) -> Task:
    untold = source.random() < _NOT_TOLD
    kept = [at for at, told in enumerate(right) if not (untold and told)]
    texts, told = tuple(asked.texts[at] for at in kept), tuple(right[at] for at in kept)
    drawn = sampled(Task(replace(asked, texts=texts, right=told, near=())), most - 1, source).asked
    near = source.choice(asked.near)
    return Task(replace(drawn, texts=(*drawn.texts, near), right=(*(drawn.right or ()), False)))


def read(learner: Reader | Teacher, asked: Sequence[Answered]) -> list[tuple[float, ...]]:
    """What a trained learner thinks of each draft."""
    import torch

    learner.bert.eval()
    learner.head.eval()
    with torch.inference_mode():
        return [tuple(logits_of(learner, [one])[0].tolist()) for one in asked]


def taught(
    folder: Path, marked: list[Answered], others: list[Answered], lines: list[Task]
) -> list[Task]:
    """The drafts with what teachers think that were not trained on them."""
    tasks: list[Task] = []
    thoughts: list[list[tuple[float, ...]]] = []
    for fold in range(_FOLDS):
        teacher = Teacher(folder)
        own = [Task(one) for one in marked if one.resume % _FOLDS != fold]
        train(teacher, own, lines, _TEACHER)
        left = [one for one in marked if one.resume % _FOLDS == fold]
        tasks += map(Task, left, read(teacher, left))
        thoughts.append(read(teacher, others))
    for one, *thought in zip(others, *thoughts, strict=True):
        mean = np.mean(thought, axis=0)
        tasks.append(Task(one, tuple(mean.tolist())))
    return tasks


def further(embedder: Embedder, lines: Sequence[Task]) -> Reader:
    """What ships, halfway to what it is when trained on by what was added later, each twice."""
    earlier = [one for one in golden(embedder) if one.resume % _EARLIER != _EARLIER - 1]
    added = [*golden(embedder, DENSE), *golden(embedder, BOTH)]
    learner = Reader(embedder, FILE)
    for layer in learner.bert.encoder.layer[:_STAY]:
        layer.requires_grad_(False)
    asked = (*added, *added, *everyday(embedder, DENSE), *earlier)
    train(learner, list(map(Task, asked)), lines, _FURTHER)
    halfway(learner, Reader(embedder, FILE))
    return learner


def halfway(learner: Reader, begun: Reader) -> None:
    """Take the learner back half of its way from where it has begun."""
    import torch

    with torch.no_grad():
        for after, before in ((learner.bert, begun.bert), (learner.head, begun.head)):
            for weight, first in zip(after.parameters(), before.parameters(), strict=True):
                weight.add_(first).div_(2)


def report(learner: Reader | Teacher, asked: Sequence[Answered]) -> None:
    """Print how often the best draft is right, of questions that have a right one."""
    answerable = [one for one in asked if one.right and any(one.right)]
    best = [int(np.argmax(thought)) for thought in read(learner, answerable)]
    hit = [bool(one.right and one.right[at]) for one, at in zip(answerable, best, strict=True)]
    print(
        f"{len(answerable)} questions: the best draft is right for {np.mean(hit):.3f}", flush=True
    )


def main() -> None:
    """Draft, train and write; with `--check`, train on nine tenths and report on the rest."""
    options = argparse.ArgumentParser()
    options.add_argument("--teacher", type=Path, metavar="FOLDER")
    options.add_argument("--check", action="store_true")
    options.add_argument("--further", action="store_true")
    given = options.parse_args()
    embedder = Embedder()
    material = for_cross_encoder()
    lines = list(map(Task, lined(material, embedder)))
    if given.further:
        write(further(embedder, lines))
        return
    marked = [*golden(embedder), *golden(embedder, DENSE), *golden(embedder, BOTH)]
    marked += everyday(embedder, DENSE)
    left = [one for one in marked if given.check and one.resume % 10 == 0]
    marked = [one for one in marked if one not in left]
    tasks = [Task(one) for one in marked]
    if given.teacher:
        resumes = [one for one in material if not one.source.startswith("pairs")]
        tasks = taught(given.teacher, marked, list(unmarked(resumes, embedder)), lines)
    learner = taught_lines(embedder)
    train(learner, tasks, lines, _STUDENT)
    if given.check:
        report(learner, left)
        return
    write(learner)


if __name__ == "__main__":
    main()
