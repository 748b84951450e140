"""Train the intent classifier: `python -m assistant.training.train [--check]`.

Reads `questions_*.tsv` (label, question with `{placeholders}`), fills the placeholders in several
ways so that no name is learned, embeds, fits, and writes `assistant/data/intents.npz`: the mean of
a model of these and one that has seen `everyday_*.tsv` and `terse_*.tsv` (questions of `lines/`),
too. With `--check` it prints instead the accuracy by five-fold cross-validation over the unfilled
questions. The golden questions of the tests are never read here.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.intents import BUCKETS, word_features
from ingest.embeddings import Embedder

_HERE = Path(__file__).parent
_FILLS = 3
# Inverse regularisation of the two models: chosen among 1, 3, 10, 30 by `--check`.
_C, _C_WIDER = 10.0, 30.0
# What the model of `questions_*` counts in the mean. It alone had 73 % of 4,515 other questions
# right, the wider one 81 %; yet in whole answers to 455 questions of 40 resumes that nobody had
# looked at, either had 71 to 72 % right, and the mean with 0.5 to 0.75 a little more.
_FIRST = 0.7
# What a question of `terse_*` counts beside others. Counted whole they cost 3 % of those 4,515, as
# they are of few kinds; so they cost 0.2 %, and fewer questions are taken to be off topic.
_TERSE = 0.2
# A label of which little was written counts more, by this power of how far it is below the mean.
_RARE = 0.2

Row = tuple[str, str]


def questions(name: str = "questions") -> list[Row]:
    """The labelled questions as written, without repeats."""
    rows: dict[str, str] = {}
    for file in sorted(_HERE.glob(f"{name}_*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            label, _, question = line.partition("\t")
            if question:
                rows.setdefault(question.strip(), label)
    return [(label, question) for question, label in rows.items()]


def fillers() -> dict[str, list[str]]:
    """Names for each placeholder, from `names.tsv` (placeholder, name)."""
    names: dict[str, list[str]] = {}
    for line in (_HERE / "names.tsv").read_text("utf-8").splitlines():
        kind, _, rest = line.partition("\t")
        names[kind] = rest.split("|")
    names["year"] = [str(year) for year in range(1995, 2027)]
    return names


def filled(rows: list[Row], times: int, seed: int = 0) -> Iterator[Row]:
    """Each question with its placeholders filled, `times` ways; those without come once."""
    source = random.Random(seed)  # noqa: S311 - reproducible data, not secrets
    names = fillers()
    for label, question in rows:
        for _ in range(times if "{" in question else 1):
            text = re.sub(r"\{(\w+)\}", lambda hole: source.choice(names[hole[1]]), question)
            if source.random() < 0.5:
                text = text.lower()
            yield label, text


def features(texts: list[str], embedder: Embedder) -> np.ndarray:
    """Float32 [len(texts), 384 + BUCKETS]."""
    vectors = embedder.encode(texts)
    matrix = np.zeros((len(texts), vectors.shape[1] + BUCKETS), dtype=np.float32)
    matrix[:, : vectors.shape[1]] = vectors
    for at, text in enumerate(texts):
        buckets, values = word_features(text)
        np.add.at(matrix[at], vectors.shape[1] + buckets, values)
    return matrix


@dataclass(frozen=True)
class Fitted:
    """Coefficients float32 [labels, features] and biases [labels], of the labels in their order."""

    labels: tuple[str, ...]
    coefficients: np.ndarray
    biases: np.ndarray

    def predict(self, matrix: np.ndarray) -> list[str]:
        """The likeliest label of each row."""
        best = (matrix @ self.coefficients.T + self.biases).argmax(axis=1)
        return [self.labels[at] for at in best]


def fit(rows: list[Row], wider: list[Row], terse: list[Row], embedder: Embedder) -> Fitted:
    """The mean of a model of `rows`, and one of all of them. Both must have the same labels."""
    first = logistic(rows, np.ones(len(rows)), _C, embedder)
    every = [*rows, *wider, *terse]
    counts = np.array([1.0] * (len(every) - len(terse)) + [_TERSE] * len(terse))
    second = logistic(every, counts * rarity(every, counts), _C_WIDER, embedder)
    if list(first.classes_) != list(second.classes_):
        raise ValueError("a label has questions in one collection and none in the first")
    return Fitted(
        tuple(first.classes_),
        _FIRST * first.coef_ + (1 - _FIRST) * second.coef_,
        _FIRST * first.intercept_ + (1 - _FIRST) * second.intercept_,
    )


def rarity(rows: list[Row], counts: np.ndarray) -> np.ndarray:
    """By how much each row counts more for the rarity of its label, float64 [rows]."""
    labels, label_of = np.unique([label for label, _ in rows], return_inverse=True)
    summed = np.bincount(label_of, weights=counts, minlength=len(labels))
    more: np.ndarray = ((summed.mean() / summed) ** _RARE)[label_of]
    return more


def logistic(rows: list[Row], counts: np.ndarray, inverse: float, embedder: Embedder) -> Any:
    """A scikit-learn model of the rows, each counting as much as `counts` says."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=inverse, max_iter=300)
    matrix = csr_matrix(features([text for _, text in rows], embedder))
    return model.fit(matrix, [label for label, _ in rows], sample_weight=counts)


def check(rows: list[Row], embedder: Embedder) -> None:
    """Print the cross-validated accuracy and the commonest confusions."""
    order = list(rows)
    random.Random(1).shuffle(order)  # noqa: S311
    wider, terse = list(filled(questions("everyday"), 1)), questions("terse")
    right, missed = 0, Counter[tuple[str, str]]()
    for fold in range(5):
        train = [row for at, row in enumerate(order) if at % 5 != fold]
        test = list(filled(order[fold::5], 1, seed=9))
        model = fit(list(filled(train, _FILLS)), wider, terse, embedder)
        guesses = model.predict(features([text for _, text in test], embedder))
        for (label, _), guess in zip(test, guesses, strict=True):
            right += label == guess
            missed[label, guess] += label != guess
    print(f"{right / len(order):.3f} of {len(order)} right")
    for (label, guess), count in missed.most_common(25):
        print(f"{count:4} {label} taken for {guess}")


def main() -> None:
    """Train and write, or check."""
    embedder = Embedder()
    rows = questions()
    if "--check" in sys.argv:
        check(rows, embedder)
        return
    wider, terse = list(filled(questions("everyday"), _FILLS)), questions("terse")
    model = fit(list(filled(rows, _FILLS)), wider, terse, embedder)
    target = _HERE.parent / "data" / "intents.npz"
    np.savez_compressed(
        target,
        labels=np.array(model.labels),
        weights=model.coefficients.T.astype(np.float16),
        bias=model.biases.astype(np.float32),
    )
    count = len(rows) + len(wider) + len(terse)
    print(f"{target.name}: {count} questions, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
