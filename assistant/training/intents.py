"""Train the classifier of `assistant/intents.py`: `python -m assistant.training.intents [--check]`.

The layers of the tuned embedding model are trained on, with the weights of labels upon them, by the
labelled questions of this folder (see `assistant.training.labelled`); placeholders are filled in
several ways so that no name is learned. What is kept is the difference to the tuned weights, cut to
a low rank, in `assistant/data/intent_layers.npz`, and the weights of the labels in `intents.npz`.

With `--check` a quarter of `everyday_*.tsv` is left out, and how many of it are guessed right is
printed. On two cores it takes a quarter of an hour.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.intents import BUCKETS, HEAD_FILE, LAYERS_FILE, TOKENS, word_features
from assistant.training.labelled import Labelled, filled, labelled
from assistant.training.layers import cut, fewer_bits, schedule, to_train
from assistant.tuned_layers import piece_ids
from ingest.embeddings import Embedder

_FILLS, _EPOCHS, _QUESTIONS = 2, 6, 64
#: Learning rates of the layers, and of the weights of the labels.
_RATE, _HEAD_RATE = 1e-4, 2e-3
_DROPOUT, _SMOOTHED = 0.1, 0.05
#: The share of the rates that is left at the end.
_LEAST = 0.01
#: What the hashed words count beside the layers: their values are a tenth of the others'.
_WORDS = 3.0
#: A label of which little was written counts more, by this power of how far it is below the mean.
_RARE = 0.2
#: Rank of the differences that are kept.
_RANK = 64
#: Logits are divided by this: what is learned by heart seems surer than it is.
_TEMPERATURE = 1.5


class Learner:
    """The layers and the weights of the labels."""

    def __init__(self, embedder: Embedder, labels: Sequence[str]) -> None:
        import torch

        self.loaded = embedder.load()
        self.labels = tuple(labels)
        self.base: Any = self.loaded.model[0].auto_model
        bert = to_train(self.base, _DROPOUT)
        size: int = bert.config.hidden_size
        words = torch.nn.EmbeddingBag(BUCKETS, len(labels), mode="sum")
        torch.nn.init.zeros_(words.weight)
        self.model: Any = torch.nn.ModuleDict(
            {
                "bert": bert,
                "dropout": torch.nn.Dropout(2 * _DROPOUT),
                "head": torch.nn.Linear(size, len(labels)),
                "words": words,
            }
        )

    def pieces(self, text: str) -> list[int]:
        """The numbers of a text's pieces."""
        return piece_ids(self.loaded.counter, text, TOKENS)

    def logits(self, texts: Sequence[str]) -> Any:
        """One number for each text and label, [texts, labels]."""
        import torch

        ids = [self.pieces(text) for text in texts]
        size = max(map(len, ids))
        padded = torch.tensor([one + [0] * (size - len(one)) for one in ids])
        ends = torch.tensor([[len(one)] for one in ids])
        there = torch.arange(size)[None] < ends
        with fewer_bits("cpu"):
            hidden = self.model["bert"](
                input_ids=padded, attention_mask=there.long()
            ).last_hidden_state
        mean = (hidden.float() * there[..., None]).sum(1) / ends
        found = [word_features(text) for text in texts]
        starts = np.cumsum([0, *(len(buckets) for buckets, _ in found[:-1])])
        hashed = self.model["words"](
            torch.from_numpy(np.concatenate([buckets for buckets, _ in found])),
            torch.from_numpy(starts),
            per_sample_weights=torch.from_numpy(np.concatenate([values for _, values in found])),
        )
        return self.model["head"](self.model["dropout"](mean)) + _WORDS * hashed

    def targets(self, rows: Sequence[Labelled]) -> Any:
        """Which labels are right, bool [rows, labels]."""
        import torch

        number = {label: at for at, label in enumerate(self.labels)}
        right = torch.zeros(len(rows), len(self.labels), dtype=torch.bool)
        for at, row in enumerate(rows):
            right[at, [number[label] for label in row.labels]] = True
        return right


def train(learner: Learner, rows: list[Labelled]) -> None:
    """Adjust the layers and the weights: the right labels together are to be likely."""
    import torch

    torch.manual_seed(0)
    source = random.Random(0)  # noqa: S311
    right = learner.targets(rows)
    counts = rarity(right)
    heads = [*learner.model["head"].parameters(), *learner.model["words"].parameters()]
    layers = list(learner.model["bert"].encoder.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": _RATE}, {"params": heads, "lr": _HEAD_RATE}], weight_decay=0.01
    )
    steps = _EPOCHS * -(-len(rows) // _QUESTIONS)
    rate = schedule(optimiser, steps, _LEAST)
    learner.model.train()
    begun = time.time()
    for epoch in range(_EPOCHS):
        lacking: list[float] = []
        for chosen in batches(rows, source):
            share = torch.log_softmax(learner.logits([rows[at].text for at in chosen]), dim=1)
            lacks = -(1 - _SMOOTHED) * likelihood(share, right[chosen])
            lacks = lacks - _SMOOTHED * share.mean(dim=1)
            loss = (lacks * counts[chosen]).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers + heads, 1.0)
            optimiser.step()
            rate.step()
            lacking.append(float(loss.detach()))
        print(f"{epoch + 1}/{_EPOCHS}: loss {np.mean(lacking):.3f}, {time.time() - begun:.0f} s",
              flush=True)  # fmt: skip


def likelihood(share: Any, right: Any) -> Any:
    """The logarithm of the probability of all right labels together, [rows]."""
    import torch

    return torch.logsumexp(share.masked_fill(~right, -torch.inf), dim=1)


def rarity(right: Any) -> Any:
    """By how much each row counts more for the rarity of its labels, float32 [rows]."""
    part = right / right.sum(dim=1, keepdim=True)
    often = part.sum(dim=0)
    more = (often.mean() / often.clamp(min=1)) ** _RARE
    return (part * more).sum(dim=1)


def batches(rows: list[Labelled], source: random.Random) -> list[list[int]]:
    """All rows in any order, those of a batch of like length."""
    order = source.sample(range(len(rows)), len(rows))
    many = 50 * _QUESTIONS
    found: list[list[int]] = []
    for start in range(0, len(order), many):
        part = sorted(order[start : start + many], key=lambda at: len(rows[at].text))
        found += [part[at : at + _QUESTIONS] for at in range(0, len(part), _QUESTIONS)]
    return source.sample(found, len(found))


def report(learner: Learner, rows: list[Labelled]) -> None:
    """Print how many are guessed right, and how likely the right label is at the temperature."""
    import torch

    learner.model.eval()
    with torch.inference_mode():
        logits = torch.cat(
            [learner.logits([row.text for row in rows[at : at + 256]])
             for at in range(0, len(rows), 256)]
        )  # fmt: skip
    right = learner.targets(rows)
    best = right[torch.arange(len(rows)), logits.argmax(dim=1)].float().mean()
    for temperature in (1.0, 1.25, 1.5, 1.75, 2.0):
        likely = likelihood(torch.log_softmax(logits / temperature, dim=1), right).mean()
        print(f"temperature {temperature}: log-likelihood {likely:.3f}")
    print(f"{best:.3f} of {len(rows)} right", flush=True)


def keep_low_rank(learner: Learner) -> dict[str, np.ndarray]:
    """What was learned, by parameter name; the layers are left as what is kept makes them."""

    base = dict(learner.base.named_parameters())
    kept: dict[str, np.ndarray] = {}
    for name, value in learner.model["bert"].named_parameters():
        if name.startswith("encoder."):
            kept |= cut(name, value, base[name], _RANK)
    return kept


def weights_of(learner: Learner) -> dict[str, np.ndarray]:
    """Labels, their weights float16 [size + BUCKETS, labels] and biases float32 [labels]."""
    head, words = learner.model["head"], learner.model["words"]
    weights = np.vstack([head.weight.detach().numpy().T, _WORDS * words.weight.detach().numpy()])
    return {
        "labels": np.array(learner.labels),
        "weights": (weights / _TEMPERATURE).astype(np.float16),
        "bias": (head.bias.detach().numpy() / _TEMPERATURE).astype(np.float32),
    }


def main() -> None:
    """Train and write, or check."""
    import torch

    embedder = Embedder()
    embedder.load()
    torch.set_num_threads(os.cpu_count() or 1)
    everyday = labelled("everyday")
    random.Random(3).shuffle(everyday)  # noqa: S311
    left_out = everyday[::4] if "--check" in sys.argv else []
    taught = everyday if not left_out else [row for n, row in enumerate(everyday) if n % 4]
    rows = [*filled(labelled("questions"), _FILLS), *filled(taught, _FILLS, seed=5)]
    rows += labelled("answered")
    labels = sorted({label for row in rows for label in row.labels})
    learner = Learner(embedder, labels)
    train(learner, rows)
    if left_out:
        tested = list(filled(left_out, 1, seed=9))
        report(learner, tested)
        keep_low_rank(learner)
        report(learner, tested)
        return
    np.savez_compressed(LAYERS_FILE, allow_pickle=False, **keep_low_rank(learner))
    np.savez_compressed(HEAD_FILE, allow_pickle=False, **weights_of(learner))
    size = sum(file.stat().st_size for file in (LAYERS_FILE, HEAD_FILE))
    print(f"{len(rows)} questions, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
