"""Fit the judgements of `assistant/answers/choice.py`: `python -m assistant.training.choice`.

The invented resumes of `choices/`, on which nothing else is trained, are asked their golden
questions, and everyday ones; the evaluation, or what is asked, says which of what may be said is
right. Where the resume is silent, a refusal is. With `--before FILE` so are those of `both/`, whose
answers are read by what the cross-encoder was before it learned from them: read by what has seen
them they would teach to trust it too much. The trees go to `assistant/data/`: `doubt.npz` tells
where the rules may be wrong, `doubt_read.npz` where they are although their answer was read,
`shortlist.npz` what may be right and is read then, and `choice.npz` what is right. `--check`
prints, by five-fold cross-validation over the resumes, how many right answers are won and lost.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answer import Status
from assistant.answers.candidates import Sayable
from assistant.answers.choice import (
    Candidate,
    Choice,
    of_choice,
    of_ruled,
    of_ruled_read,
    of_unread,
)
from assistant.answers.doubt import chosen, in_doubt, in_doubt_read
from assistant.cross_encoder import FILE
from assistant.extractive import choices_for
from assistant.golden.question import read_golden
from assistant.training.drafts import Drafter, is_right
from assistant.training.everyday import by_label, drawn_parts
from assistant.training.judge import fit, write
from assistant.training.material import BOTH, golden_files
from ingest.embeddings import Embedder
from ingest.load import load_resume

FOLDER = Path(__file__).parent / "choices"
#: Everyday questions of a resume: of so many labels of what is stated, and of those set aside.
_STATED, _SET_ASIDE = 10, {"offtopic": 3, "injection": 1}
#: Logit below which a label is not believed.
_WRONG = -2.0
#: A fitted model, and what turns features into the columns that it asks.
Judge = tuple[Any, Any]


@dataclass(frozen=True)
class Marked:
    """What may be said to a question about the resume of a number, and which of that is right."""

    resume: int
    choice: Choice
    right: tuple[bool, ...]


def marked(embedder: Embedder, folder: Path = FOLDER, differences: Path = FILE) -> Iterator[Marked]:
    """The golden questions in a folder that ask for one thing, read by what has `differences`."""
    for number, (file, questions) in enumerate(golden_files(folder)):
        drafter = Drafter(load_resume(file), embedder, differences)
        for asked in read_golden(questions):
            parts = drafter.parts(asked.question)
            if len(parts) > 1:
                continue
            choice, drafts = choices_for(drafter.answerer.context(), parts[0])
            right = tuple(is_right(drafter, asked, draft) for draft in drafts)
            yield Marked(number, choice, right)


def everyday(
    embedder: Embedder, folder: Path = FOLDER, differences: Path = FILE
) -> Iterator[Marked]:
    """Everyday questions to the resumes in a folder (see `assistant.training.everyday`)."""
    drawn = drawn_parts(embedder, folder, _STATED, _SET_ASIDE, differences)
    for number, drafter, row, part in drawn:
        choice, drafts = choices_for(drafter.answerer.context(), part)
        told = [
            Sayable(draft, list(one.intents), one.way)
            for draft, one in zip(drafts, choice.candidates, strict=True)
        ]
        known = by_label(row, told)
        if known[0] is not None and not _reads_wrong(choice, known):
            kept = [at for at, right in enumerate(known) if right is not None]
            candidates = tuple(choice.candidates[at] for at in kept)
            right = tuple(bool(known[at]) for at in kept)
            yield Marked(number, replace(choice, candidates=candidates), right)


def _reads_wrong(choice: Choice, known: list[bool | None]) -> bool:
    """Whether what a label tells reads as no answer at all: a rule took something else for it."""
    told = zip(choice.candidates, known, strict=True)
    return any(right and one.told and one.logit < _WRONG for one, right in told)


def fitted(golden: list[Marked], plain: list[Marked]) -> dict[str, Judge]:
    """Those that tell where the rules are wrong, unread and read, what may be right, and what is.

    Golden questions, which ask for more, count twice as much as everyday ones.
    """
    found = [*golden, *golden, *plain]
    ruled = [of_ruled(asked.choice.ruled) for asked in found]
    ruled_read = [of_ruled_read(asked.choice.ruled_read) for asked in found]
    wrong = np.array([not asked.right[0] for asked in found])
    right = np.array([right for asked in found for right in asked.right])
    shortlist = fit([one for asked in found for one in of_unread(asked.choice)], right)
    read = [_shortlisted(asked, shortlist) for asked in found]
    right = np.array([right for asked in read for right in asked.right])
    return {
        "doubt": fit(ruled, wrong),
        "doubt_read": fit(ruled_read, wrong),
        "shortlist": shortlist,
        "choice": fit([one for asked in read for one in of_choice(asked.choice)], right),
    }


def _shortlisted(asked: Marked, judge: Judge) -> Marked:
    """What of it is read, as in use."""
    choice = asked.choice.shortlist(_probabilities(judge, of_unread(asked.choice)))
    marks = dict(zip(asked.choice.candidates, asked.right, strict=True))
    return replace(asked, choice=choice, right=tuple(marks[one] for one in choice.candidates))


def check(found: list[Marked], plain: list[Marked]) -> None:
    """Print how many right answers are won and lost of resumes that were left out."""
    asked_of = {"golden": found, "everyday": plain}
    won, lost = Counter[str](), Counter[str]()
    for fold in range(5):
        judges = fitted(
            *([one for one in ones if one.resume % 5 != fold] for ones in asked_of.values())
        )
        for name, ones in asked_of.items():
            for asked in (one for one in ones if one.resume % 5 == fold):
                at = asked.choice.candidates.index(_said(asked.choice, judges))
                won[name] += asked.right[at] > asked.right[0]
                lost[name] += asked.right[at] < asked.right[0]
    for name, ones in asked_of.items():
        right = np.mean([asked.right[0] for asked in ones])
        print(
            f"{len(ones)} {name} questions, {right:.1%} right by the rules; "
            f"won {won[name]}, lost {lost[name]}"
        )


def _said(choice: Choice, judges: dict[str, Judge]) -> Candidate:
    """What is said, by these."""

    def doubted(name: str, found: dict[str, float]) -> float:
        return _probabilities(judges[name], [found])[0]

    doubtful = in_doubt(
        choice.ruled, lambda one: doubted("doubt", of_ruled(one))
    ) and in_doubt_read(choice.ruled_read, lambda one: doubted("doubt_read", of_ruled_read(one)))
    if not doubtful:
        return choice.candidates[0]
    short = choice.shortlist(_probabilities(judges["shortlist"], of_unread(choice)))
    return short.candidates[chosen(short, _probabilities(judges["choice"], of_choice(short)))]


def _probabilities(judge: Judge, found: list[dict[str, float]]) -> list[float]:
    model, vectorizer = judge
    return list(model.predict_proba(vectorizer.transform(found))[:, 1])


def _answered(found: Iterable[Marked]) -> list[Marked]:
    """All but what is about something else, or an order: that is never overruled."""
    return [one for one in found if one.choice.ruled.said.status is not Status.DECLINED]


def main() -> None:
    """Fit and write, or check."""
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true")
    options.add_argument("--before", type=Path, metavar="FILE")
    given = options.parse_args()
    embedder = Embedder()
    found, plain = map(_answered, (marked(embedder), everyday(embedder)))
    if given.before:
        apart = 1 + max(one.resume for one in (*found, *plain))
        more = (which(embedder, BOTH, given.before) for which in (marked, everyday))
        for ones, added in zip((found, plain), map(_answered, more), strict=True):
            ones += [replace(one, resume=one.resume + apart) for one in added]
    if given.check:
        check(found, plain)
        return
    for name, judge in fitted(found, plain).items():
        write(name, *judge, len(found) + len(plain))


if __name__ == "__main__":
    main()
