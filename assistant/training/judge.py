"""Fit the judgement of `assistant/support.py`: `python -m assistant.training.judge`.

The invented resumes that `tune` and `cross` leave out are read, indexed and asked like any other;
whether a line answers is written beside each question. The trees go to `assistant/data/judge.npz`.
`--check` prints, by five-fold cross-validation over the resumes, how the two kinds are told apart.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from assistant.boosted import DEPTH
from assistant.question import Reader
from assistant.retriever import ResumeRetriever
from assistant.support import Known, features
from assistant.training.material import TrainingResume, for_judge
from ingest.chunks import chunk
from ingest.embeddings import Embedder
from ingest.index import ResumeIndex
from ingest.readers.registry import reader_for
from ingest.resume import Resume
from ingest.topics import TOPICS

_FOLDER = Path(__file__).parent.parent / "data"
#: Chosen among six settings (150 to 400 trees, depth 2 to 5) by how well questions of resumes that
#: were not seen were told apart; all were within 0.014 of each other.
_SETTINGS: dict[str, Any] = {
    "n_estimators": 400,
    "max_depth": DEPTH,
    "learning_rate": 0.03,
    "subsample": 0.5,
    "max_features": 0.2,
    "min_samples_leaf": 10,
    "random_state": 0,
}


def as_markdown(resume: TrainingResume) -> str:
    """The lines as a page: a heading a section, a heading a place, a bullet a line."""
    written = ["# Jordan Example", ""]
    places = [line.partition("\n") for line in resume.lines]
    for section, group in groupby(places, key=lambda part: part[0].partition(" > ")[0]):
        written += [f"## {section}", ""]
        for place, lines in groupby(group, key=lambda part: part[0].partition(" > ")[2]):
            written += [f"### {place}", ""] if place else []
            written += [f"- {words}" for _, _, words in lines]
            written.append("")
    return "\n".join(written)


def index_in_memory(resume: Resume, embedder: Embedder) -> ResumeIndex:
    """An index that is never written: for reading, vectors and documents are enough."""
    documents = chunk(resume, embedder.count_tokens, embedder.max_tokens)
    texts = [document.page_content for document in documents]
    topics = [(kind, text) for kind, texts in TOPICS.items() for text in texts]
    return ResumeIndex(
        resume=resume,
        embedder=embedder,
        store=None,  # type: ignore[arg-type]
        documents=documents,
        vectors=embedder.encode(texts),
        topic_kinds=tuple(kind for kind, _ in topics),
        topic_vectors=embedder.encode([text for _, text in topics]),
        tokens=embedder.encode_tokens(texts),
        release=lambda: None,
    )


@dataclass(frozen=True)
class Example:
    """A question: its features, and the truth."""

    features: dict[str, float]
    answerable: bool
    resume: int


def examples() -> list[Example]:
    """What is known of each question, resume by resume."""
    embedder = Embedder()
    found: list[Example] = []
    for number, one in enumerate(for_judge()):
        resume = reader_for(b"", "resume.md").read(as_markdown(one).encode(), "resume.md")
        retriever = ResumeRetriever(index=index_in_memory(resume, embedder))
        reader, known = Reader(resume, embedder), Known.of(resume)
        for asked in one.asked:
            part = reader.read({"question": asked.question, "history": ()}).parts[0]
            hits = retriever.search(part.text, part.encoded)
            found.append(Example(features(part, hits, known), bool(asked.answers), number))
    return found


def trees(model: Any) -> dict[str, np.ndarray]:
    """The arrays of `assistant.boosted.Trees` from a fitted scikit-learn model."""
    inner, leaves = 2**DEPTH - 1, 2**DEPTH
    count = len(model.estimators_)
    feature = np.zeros((count, inner), dtype=np.int16)
    threshold = np.zeros((count, inner), dtype=np.float32)
    value = np.zeros((count, leaves), dtype=np.float32)
    for number, (regression,) in enumerate(model.estimators_):
        tree = regression.tree_
        # A leaf above the last level is taken down to it, whatever is asked on the way.
        level = [0]
        for depth in range(DEPTH):
            below: list[int] = []
            for place, node in enumerate(level):
                leaf = tree.children_left[node] < 0
                at = 2**depth - 1 + place
                feature[number, at] = 0 if leaf else tree.feature[node]
                threshold[number, at] = 0 if leaf else tree.threshold[node]
                below += (
                    [node, node] if leaf else [tree.children_left[node], tree.children_right[node]]
                )
            level = below
        value[number] = [tree.value[node].item() * model.learning_rate for node in level]
    prior = model.init_.class_prior_[1]
    bias = np.array(np.log(prior / (1 - prior)), dtype=np.float32)
    return {"feature": feature, "threshold": threshold, "value": value, "bias": bias}


def fit(found: list[dict[str, float]], answerable: Any) -> tuple[Any, Any]:
    """The trees, and what turns features into the columns that they ask."""
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.feature_extraction import DictVectorizer

    vectorizer = DictVectorizer(sparse=False)
    values = vectorizer.fit_transform(found)
    model = GradientBoostingClassifier(**_SETTINGS).fit(values, answerable)
    return model, vectorizer


def write(name: str, model: Any, vectorizer: Any, questions: int) -> None:
    """Keep fitted trees as `assistant.boosted.load_trees` reads them."""
    target = _FOLDER / f"{name}.npz"
    names = np.array(vectorizer.feature_names_)
    np.savez_compressed(target, allow_pickle=False, names=names, **trees(model))
    print(f"{target.name}: {questions} questions, {target.stat().st_size / 1e3:.0f} kB")


def check(found: list[dict[str, float]], answerable: Any, resumes: Any) -> None:
    """Print how questions of resumes that were left out are told apart."""
    chances = np.zeros(len(found))
    for fold in range(5):
        test = np.flatnonzero(resumes % 5 == fold)
        rest = np.flatnonzero(resumes % 5 != fold)
        model, vectorizer = fit([found[at] for at in rest], answerable[rest])
        asked = vectorizer.transform([found[at] for at in test])
        chances[test] = model.predict_proba(asked)[:, 1]
    told = (chances[answerable][:, None] > chances[~answerable][None, :]).mean()
    print(f"{len(found)} questions, {answerable.mean():.0%} answerable; told apart {told:.3f}")
    for enough in (0.3, 0.4, 0.5, 0.6):
        kept = (chances[answerable] >= enough).mean()
        refused = (chances[~answerable] < enough).mean()
        print(f"from {enough}: answered {kept:.3f}, refused {refused:.3f}")


def main() -> None:
    """Fit and write, or check."""
    found = examples()
    answerable = np.array([one.answerable for one in found])
    resumes = np.array([one.resume for one in found])
    weighed = [one.features for one in found]
    if "--check" in sys.argv:
        check(weighed, answerable, resumes)
        return
    write("judge", *fit(weighed, answerable), len(found))


if __name__ == "__main__":
    main()
