"""Train the intent classifier: `python -m assistant.training.train [--check]`.

Reads `questions_*.tsv` (label, question with `{placeholders}`), fills the placeholders in several
ways so that no name is learned, embeds, fits, and writes `assistant/data/intents.npz`. With
`--check` it prints instead the accuracy by five-fold cross-validation over the unfilled questions.
The golden questions of the tests are never read here.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from assistant.intents import BUCKETS, word_features
from ingest.embeddings import Embedder

_HERE = Path(__file__).parent
_FILLS = 3
# Inverse regularisation: chosen among 1, 3, 10, 30 by `--check`.
_C = 10.0

Row = tuple[str, str]


def questions() -> list[Row]:
    """The labelled questions as written, without repeats."""
    rows: dict[str, str] = {}
    for file in sorted(_HERE.glob("questions_*.tsv")):
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


def fit(rows: list[Row], embedder: Embedder):  # type: ignore[no-untyped-def]
    """A scikit-learn model of the rows."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_C, max_iter=300)
    model.fit(csr_matrix(features([text for _, text in rows], embedder)), [row[0] for row in rows])
    return model


def check(rows: list[Row], embedder: Embedder) -> None:
    """Print the cross-validated accuracy and the commonest confusions."""
    from collections import Counter

    order = list(rows)
    random.Random(1).shuffle(order)  # noqa: S311
    right, missed = 0, Counter[tuple[str, str]]()
    for fold in range(5):
        train = [row for at, row in enumerate(order) if at % 5 != fold]
        test = list(filled(order[fold::5], 1, seed=9))
        model = fit(list(filled(train, _FILLS)), embedder)
        guesses = model.predict(features([text for _, text in test], embedder))
        for (label, _), guess in zip(test, guesses, strict=True):
            right += label == guess
            missed[label, str(guess)] += label != guess
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
    model = fit(list(filled(rows, _FILLS)), embedder)
    target = _HERE.parent / "data" / "intents.npz"
    np.savez_compressed(
        target,
        labels=np.array(model.classes_),
        weights=model.coef_.T.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
    )
    print(f"{target.name}: {len(rows)} questions, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
