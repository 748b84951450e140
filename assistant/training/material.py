"""The material of `assistant/training/lines/` and `golden/`: what is asked, and what answers it.

* `pairs_*.tsv`: line, `yes` or `no` (whether it answers), question. Lines near each other in a file
  are of like professions.
* `contrast_*.tsv`: question, a line that answers it, a line like it that does not.
* `resumes_*.txt`, `judged_*.txt`, `near_*.txt`, `mixed_*.txt`: invented resumes of twenty to eighty
  numbered lines, each with its place in brackets, and questions with the numbers of the lines that
  answer them, 0 for none. Those in `judged_*.txt` and `mixed_*.txt` are mixed as recruiters mix
  them; half of those in `near_*.txt` have no answer, most of these nearly one.

`golden/` has invented resumes, each beside what is asked of it and what a right answer must say;
`dense/` has more, of many facts in few lines, and half of what they cannot answer is nearly there;
`choices/` has others, on which only `assistant.training.choice` is trained, and `both/` those that
the cross-encoder learned from when this had been.

All of it was written for this purpose; no resume of a real person is in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).parent / "lines"
#: Resumes with golden questions: the first, those that were added later, those that two learn from.
GOLDEN, DENSE, BOTH = (Path(__file__).parent / name for name in ("golden", "dense", "both"))
#: Lines of the pairs that are taken as one resume: a question is asked against all of them.
_TOGETHER = 36
#: Every so manieth of `resumes_*.txt` is left to the judgement.
_JUDGED = 4


@dataclass(frozen=True)
class Asked:
    """A question and the numbers (in its `Resume`) of the lines that answer it, best first.

    `near` are lines that seem to answer it and do not.
    """

    question: str
    answers: tuple[int, ...]
    near: tuple[int, ...] = ()


@dataclass(frozen=True)
class TrainingResume:
    """Lines as they are embedded (header, line break, words) and what is asked of them."""

    lines: tuple[str, ...]
    asked: tuple[Asked, ...]
    source: str


def golden_files(folder: Path = GOLDEN) -> Iterator[tuple[Path, Path]]:
    """Each resume of a folder with the file of its golden questions."""
    for questions in sorted(folder.glob("*.jsonl")):
        yield (
            next(one for one in folder.glob(f"{questions.stem}.*") if one != questions),
            questions,
        )


def for_judge() -> list[TrainingResume]:
    """What the judgement is fitted on, and the models that it weighs not trained on.

    Every fourth of `resumes_*.txt`, and all of `judged_*.txt`.
    """
    return [*_invented("resumes")[::_JUDGED], *_invented("judged")]


def for_cross_encoder() -> list[TrainingResume]:
    """What `for_tuning` gives, the unanswered questions of the pairs among it, and more."""
    return [*for_tuning(unanswered=True), *_invented("near"), *_invented("mixed")]


def for_tuning(seed: int = 0, *, unanswered: bool = False) -> list[TrainingResume]:
    """The rest of the first resumes, and runs of pairs as a `TrainingResume` each.

    Questions of the pairs that have no answer are among them if `unanswered`.
    """
    source = random.Random(seed)  # noqa: S311 - reproducible data, not secrets
    resumes = [one for number, one in enumerate(_invented("resumes")) if number % _JUDGED]
    headers = [line.partition("\n")[0] for one in resumes for line in one.lines if "\n" in line]
    contrasts = _contrasts()
    for file in sorted(FOLDER.glob("pairs_*.tsv")):
        for one, silent in _from_pairs(file, contrasts, headers, source):
            more = silent if unanswered else ()
            resumes.append(replace(one, asked=(*one.asked, *more)))
    return resumes


def _invented(name: str) -> list[TrainingResume]:
    return [one for file in sorted(FOLDER.glob(f"{name}_*.txt")) for one in _resumes(file)]


def _resumes(file: Path) -> Iterator[TrainingResume]:
    for block in re.split(r"\n\s*\n", file.read_text("utf-8")):
        lines: dict[int, str] = {}
        asked: list[Asked] = []
        for row in block.splitlines():
            numbered = re.match(r"(\d+)\. \[([^\]]*)\]\s*(.*)", row)
            question = re.match(r"Q: (.+?)\s*\|\s*([\d, ]+)$", row)
            if numbered:
                header = re.sub(r":\s*", " > ", numbered[2], count=1)
                header = header[:1].upper() + header[1:]
                section, _, place = header.partition(" > ")
                alone = f"{section}\n{place}" if place else section
                lines[int(numbered[1])] = f"{header}\n{numbered[3]}" if numbered[3] else alone
            elif question:
                numbers = [int(number) - 1 for number in question[2].split(",") if number.strip()]
                asked.append(Asked(question[1], tuple(n for n in numbers if n >= 0)))
        if len(lines) > 5 and sorted(lines) == list(range(1, len(lines) + 1)):
            known = [one for one in asked if all(n < len(lines) for n in one.answers)]
            yield TrainingResume(tuple(lines.values()), tuple(known), file.name)


def _contrasts() -> dict[str, list[tuple[str, str]]]:
    """By the line that does not answer: questions, and lines that do."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in sorted(FOLDER.glob("contrast_*.tsv")):
        for row in file.read_text("utf-8").splitlines():
            question, answers, near = row.split("\t")
            found.setdefault(near, []).append((question, answers))
    return found


def _from_pairs(
    file: Path,
    contrasts: dict[str, list[tuple[str, str]]],
    headers: list[str],
    source: random.Random,
) -> Iterator[tuple[TrainingResume, list[Asked]]]:
    """Runs of pairs, each with the questions of which only one line is known not to answer."""
    questions: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for row in file.read_text("utf-8").splitlines():
        line, label, question = row.split("\t")
        known = questions.setdefault(line, [])
        (known if label == "yes" else others.setdefault(line, [])).append(question)
    written = list(questions)
    for start in range(0, len(written), _TOGETHER):
        lines: list[str] = []
        asked: list[Asked] = []
        silent: list[Asked] = []
        for line in written[start : start + _TOGETHER]:
            number = len(lines)
            lines.append(line)
            silent += [Asked(question, (), (number,)) for question in others.get(line, ())]
            like = contrasts.get(line, [])
            near = tuple(range(number + 1, number + 1 + len(like)))
            asked += [Asked(question, (number,), near) for question in questions[line]]
            for question, answer in like:
                asked.append(Asked(question, (len(lines),), (number,)))
                lines.append(answer)
        placed = tuple(
            f"{source.choice(headers)}\n{line}" if headers and source.random() < 0.3 else line
            for line in lines
        )
        yield TrainingResume(placed, tuple(asked), file.name), silent
