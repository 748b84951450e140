"""Tune the embedding model to recruiters' questions: `python -m assistant.training.tune`.

The last layers of all-MiniLM-L6-v2 are trained on so that a question comes to lie near the lines
that answer it and away from lines that only look like it: a softmax over the lines of a few
resumes at a time, both ways (multiple negatives ranking, Henderson et al., arXiv 1705.00652; with
hard negatives, Karpukhin et al., arXiv 2004.04906). What is kept is the difference to the published
weights, cut to a low rank (LoRA's observation that such differences are of low rank, Hu et al.,
arXiv 2106.09685), in `ingest/data/tuning.npz`.

A tenth of the resumes is held back, so that the figures that are printed are those of what ships:
of 1,431 questions the answering line came first for 43 % before and 54 % after, among the first
three for 65 % and 77 % (with only the last two layers tuned, 52 % and 73 %).
"""

from __future__ import annotations

import copy
import random
import time
from typing import Any

import numpy as np

from assistant.training.layers import cut, fewer_bits, schedule
from assistant.training.material import TrainingResume, for_tuning
from assistant.tuned_layers import piece_ids
from ingest.embeddings import PUBLISHED, TUNING_FILE, Embedder

#: Layers from this one on (of six) are trained; the published ones below are left as they are.
FIRST_TUNED = 2
_EPOCHS = 5
_RATE = 4e-5
#: Cosines are multiplied by this before the softmax, as sentence-transformers does.
_SCALE = 20.0
#: Resumes, questions of each, and hard negatives of each question, in a step.
_RESUMES, _QUESTIONS, _NEAR = 4, 10, 1
_LINE_TOKENS, _QUESTION_TOKENS = 72, 32


class Towers:
    """The tuned layers, with the outputs of the layers below kept for every text."""

    def __init__(self, resumes: list[TrainingResume], first: int) -> None:
        import torch

        loaded = Embedder(PUBLISHED).load()
        bert: Any = loaded.model[0].auto_model
        self.bert: Any = bert.eval().requires_grad_(False)
        self.counter = loaded.counter
        self.first = first
        self.lines = [self._states(one.lines, _LINE_TOKENS) for one in resumes]
        self.questions = [
            self._states([asked.question for asked in one.asked], _QUESTION_TOKENS)
            for one in resumes
        ]
        self.upper = torch.nn.ModuleList(copy.deepcopy(self.bert.encoder.layer[first:]))
        self.upper.requires_grad_(True)

    def _states(self, texts: Any, most: int) -> list[Any]:
        import torch

        ids = [piece_ids(self.counter, text, most) for text in texts]
        found: list[Any] = []
        with torch.inference_mode():
            for start in range(0, len(ids), 64):
                part = ids[start : start + 64]
                size = max(map(len, part))
                padded = torch.tensor([one + [0] * (size - len(one)) for one in part])
                mask = torch.tensor([[1.0] * len(one) + [0.0] * (size - len(one)) for one in part])
                hidden = self.bert.embeddings(input_ids=padded)
                for layer in self.bert.encoder.layer[: self.first]:
                    hidden = _through(layer, hidden, mask)
                found += [
                    hidden[row, : len(one)].to(torch.bfloat16).clone()
                    for row, one in enumerate(part)
                ]
        return found

    def embed(self, states: list[Any]) -> Any:
        """Vectors of length 1, float32 [len(states), 384]."""
        import torch

        size = max(map(len, states))
        hidden = torch.zeros(len(states), size, states[0].shape[1])
        mask = torch.zeros(len(states), size)
        for row, one in enumerate(states):
            hidden[row, : len(one)] = one.float()
            mask[row, : len(one)] = 1
        for layer in self.upper:
            hidden = _through(layer, hidden, mask)
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return torch.nn.functional.normalize(mean.float(), dim=1)


def _through(layer: Any, hidden: Any, mask: Any) -> Any:
    out = layer(hidden, attention_mask=((1 - mask) * -1e4)[:, None, None, :].to(hidden.dtype))
    return out[0] if isinstance(out, tuple) else out


def train(towers: Towers, resumes: list[TrainingResume], chosen: list[int]) -> None:
    """Train on the resumes of these numbers."""
    import torch
    from torch.nn import functional

    source = random.Random(1)  # noqa: S311
    torch.manual_seed(1)
    answered = {
        at: [n for n, asked in enumerate(resumes[at].asked) if asked.answers] for at in chosen
    }
    count = sum(map(len, answered.values()))
    steps = int(_EPOCHS * count / (_RESUMES * _QUESTIONS))
    optimiser = torch.optim.AdamW(towers.upper.parameters(), lr=_RATE, weight_decay=0.01)
    rate = schedule(optimiser, steps)
    weights = [len(answered[at]) for at in chosen]
    begun, running = time.time(), 0.0
    for step in range(steps):
        questions, lines, allowed = _batch(resumes, answered, chosen, weights, source)
        with fewer_bits("cpu"):
            asked = towers.embed([towers.questions[at][n] for at, n in questions])
            said = towers.embed([towers.lines[at][n] for at, n in lines])
        scores = (asked @ said.T * _SCALE).masked_fill(~allowed, -1e4)
        target = torch.arange(len(questions))
        loss = functional.cross_entropy(scores, target)
        loss = loss + 0.3 * functional.cross_entropy(scores[:, : len(questions)].T, target)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        torch.nn.utils.clip_grad_norm_(towers.upper.parameters(), 1.0)
        optimiser.step()
        rate.step()
        running = 0.98 * running + 0.02 * float(loss)
        if step % 50 == 49:
            print(
                f"{step + 1}/{steps}: loss {running:.3f}, {time.time() - begun:.0f} s", flush=True
            )


def _batch(
    resumes: list[TrainingResume],
    answered: dict[int, list[int]],
    chosen: list[int],
    weights: list[int],
    source: random.Random,
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], Any]:
    """Questions, lines (the answering ones first, in the same order), and which to compare.

    A line that answers a question, too, is not held against it.
    """
    import torch

    questions: list[tuple[int, int]] = []
    answers: list[tuple[int, int]] = []
    more: list[tuple[int, int]] = []
    for at in dict.fromkeys(source.choices(chosen, weights, k=_RESUMES)):
        pool = answered[at]
        for n in source.sample(pool, min(len(pool), 3 * _QUESTIONS)):
            asked = resumes[at].asked[n]
            line = (at, asked.answers[0])
            if line in answers or sum(one == at for one, _ in questions) >= _QUESTIONS:
                continue
            questions.append((at, n))
            answers.append(line)
            near = [(at, other) for other in asked.near if other not in asked.answers]
            free = [(at, other) for other in range(len(resumes[at].lines))]
            more += source.sample(near or free, _NEAR)
    lines = [*answers, *(line for line in dict.fromkeys(more) if line not in answers)]
    allowed = torch.ones(len(questions), len(lines), dtype=torch.bool)
    for row, (at, n) in enumerate(questions):
        for column, (of, number) in enumerate(lines):
            if column != row and of == at and number in resumes[at].asked[n].answers:
                allowed[row, column] = False
    return questions, lines, allowed


def report(towers: Towers, resumes: list[TrainingResume], chosen: list[int], name: str) -> None:
    """Print how often an answering line is first, in the first three, and told from silence."""
    import torch

    first = third = count = 0
    best_with: list[float] = []
    best_without: list[float] = []
    silent: list[float] = []
    for at in chosen:
        with torch.inference_mode():
            lines = towers.embed(towers.lines[at]).numpy()
            questions = towers.embed(towers.questions[at]).numpy()
        for asked, scores in zip(resumes[at].asked, questions @ lines.T, strict=True):
            if not asked.answers:
                silent.append(float(scores.max()))
                continue
            wanted = list(asked.answers)
            others = np.delete(scores, wanted)
            place = int((others > scores[wanted].max()).sum())
            first, third, count = first + (place == 0), third + (place < 3), count + 1
            best_with.append(float(scores.max()))
            best_without.append(float(others.max()))
    told = _auc(best_with, best_without)
    told_silent = _auc(best_with, silent) if silent else float("nan")
    print(
        f"{name}: first {first / count:.3f}, in three {third / count:.3f} of {count}; told from the"
        f" line's absence {told:.3f}, from questions without an answer {told_silent:.3f}",
        flush=True,
    )


def _auc(high: list[float], low: list[float]) -> float:
    return float((np.array(high)[:, None] > np.array(low)[None, :]).mean())


def differences(towers: Towers, rank: int) -> dict[str, np.ndarray]:
    """What was learned, by parameter name; the towers are left as what is kept makes them."""

    kept: dict[str, np.ndarray] = {}
    for number, layer in enumerate(towers.upper):
        base = dict(towers.bert.encoder.layer[towers.first + number].named_parameters())
        for name, value in layer.named_parameters():
            key = f"encoder.layer.{towers.first + number}.{name}"
            kept |= cut(key, value, base[name], rank)
    return kept


def main() -> None:
    """Train, report on what was held back, and write."""
    resumes = for_tuning()
    order = list(range(len(resumes)))
    random.Random(0).shuffle(order)  # noqa: S311
    held, trained = order[: len(order) // 10], order[len(order) // 10 :]
    towers = Towers(resumes, FIRST_TUNED)
    report(towers, resumes, held, "published")
    train(towers, resumes, trained)
    report(towers, resumes, held, "tuned")
    kept = differences(towers, RANK)
    report(towers, resumes, held, f"tuned, rank {RANK}")
    TUNING_FILE.parent.mkdir(exist_ok=True)
    np.savez_compressed(TUNING_FILE, allow_pickle=False, **kept)
    print(f"{TUNING_FILE.name}: {TUNING_FILE.stat().st_size / 1e6:.1f} MB")


#: Rank of the differences that are kept.
RANK = 48

if __name__ == "__main__":
    main()
