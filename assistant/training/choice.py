"""Fit the judgements of `assistant/answers/choice.py`: `python -m assistant.training.choice`.

The invented resumes of `choices/`, on which nothing else is trained, are asked their golden
questions; the evaluation says which of what may be said is right. Where the resume is silent, a
refusal is. The trees go to `assistant/data/`: `doubt.npz` tells where the rules are wrong,
`shortlist.npz` what may be right and is read, and `choice.npz` what is right then. `--check`
prints, by five-fold cross-validation over the resumes, how many right answers are won and lost.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answer import Status
from assistant.answers.choice import Candidate, Choice, of_choice, of_ruled, of_unread
from assistant.answers.overruling import chosen, in_doubt
from assistant.extractive import choices_for
from assistant.golden.question import read_golden
from assistant.training.drafts import Drafter, is_right
from assistant.training.judge import fit, write
from assistant.training.material import golden_files
from ingest.embeddings import Embedder
from ingest.load import load_resume

FOLDER = Path(__file__).parent / "choices"
#: A fitted model, and what turns features into the columns that it asks.
Judge = tuple[Any, Any]


@dataclass(frozen=True)
class Marked:
    """What may be said to a question about the resume of a number, and which of that is right."""

    resume: int
    choice: Choice
    right: tuple[bool, ...]


def marked(embedder: Embedder, folder: Path = FOLDER) -> Iterator[Marked]:
    """The golden questions in a folder that ask for one thing."""
    for number, (file, questions) in enumerate(golden_files(folder)):
        drafter = Drafter(load_resume(file), embedder)
        for asked in read_golden(questions):
            parts = drafter.parts(asked.question)
            if len(parts) > 1:
                continue
            choice, drafts = choices_for(drafter.answerer.context(), parts[0])
            right = tuple(is_right(drafter, asked, draft) for draft in drafts)
            yield Marked(number, choice, right)


def fitted(found: list[Marked]) -> dict[str, Judge]:
    """Those that tell where the rules are wrong, what may be right, and what is, by name."""
    ruled = [of_ruled(asked.choice.ruled) for asked in found]
    right = np.array([right for asked in found for right in asked.right])
    return {
        "doubt": fit(ruled, np.array([not asked.right[0] for asked in found])),
        "shortlist": fit([one for asked in found for one in of_unread(asked.choice)], right),
        "choice": fit([one for asked in found for one in of_choice(asked.choice)], right),
    }


def check(found: list[Marked]) -> None:
    """Print how many right answers are won and lost of resumes that were left out."""
    won = lost = 0
    for fold in range(5):
        judges = fitted([one for one in found if one.resume % 5 != fold])
        for asked in (one for one in found if one.resume % 5 == fold):
            at = asked.choice.candidates.index(_said(asked.choice, judges))
            won += asked.right[at] > asked.right[0]
            lost += asked.right[at] < asked.right[0]
    ruled_right = np.mean([asked.right[0] for asked in found])
    print(f"{len(found)} questions, {ruled_right:.1%} right by the rules; won {won}, lost {lost}")


def _said(choice: Choice, judges: dict[str, Judge]) -> Candidate:
    """What is said, by these."""
    if not in_doubt(choice.ruled, lambda one: _probabilities(judges["doubt"], [of_ruled(one)])[0]):
        return choice.candidates[0]
    short = choice.shortlist(_probabilities(judges["shortlist"], of_unread(choice)))
    return short.candidates[chosen(short, _probabilities(judges["choice"], of_choice(short)))]


def _probabilities(judge: Judge, found: list[dict[str, float]]) -> list[float]:
    model, vectorizer = judge
    return list(model.predict_proba(vectorizer.transform(found))[:, 1])


def main() -> None:
    """Fit and write, or check."""
    # What is about something else, or an order, is never overruled.
    found = [
        one for one in marked(Embedder()) if one.choice.ruled.said.status is not Status.DECLINED
    ]
    if "--check" in sys.argv:
        check(found)
        return
    for name, judge in fitted(found).items():
        write(name, *judge, len(found))


if __name__ == "__main__":
    main()
