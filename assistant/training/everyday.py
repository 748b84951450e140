"""What may be answered to everyday questions about a resume, and which of it is right by its label.

Of the questions in `everyday_*.tsv` it is known what each asks for. Where that is computed from the
resume or stated in it, what is drafted by that label is right; to small talk, orders and what is
about something else no resume has an answer.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.answers.candidates import BY_LINES, Sayable
from assistant.cross_encoder import FILE
from assistant.parts import Part
from assistant.routing import FIXED
from assistant.text import FUNCTION_WORDS, stems
from assistant.training.drafts import Answered, Drafter
from assistant.training.labelled import Labelled, filled, labelled
from assistant.training.material import golden_files
from ingest.embeddings import Embedder
from ingest.load import load_resume

#: Everyday questions of a resume that are drafted: of as many labels that ask for what is computed
#: or stated, and of labels that are answered in fixed words.
_STATED, _SET_ASIDE = 14, {"offtopic": 9, "injection": 2, "greeting": 1}
#: Share of a label's questions that a word must stand in, for it to take nothing for granted.
_SHARE = 0.02
#: Labels of the first, by how they begin; of personal matters hardly a resume tells.
_STATED_AS = (
    "awards", "certificates", "contact", "edu_", "gaps", "home", "interests", "job_", "languages",
    "name", "projects", "publications", "references", "seeking", "skill_list", "total",
    "volunteer",
)  # fmt: skip


def everyday(embedder: Embedder, folder: Path) -> Iterator[Answered]:
    """Everyday questions to a folder's resumes, with answers by every reading, and by lines."""
    labels = sorted({label for row in labelled("everyday") for label in row.labels})
    for number, drafter, row, part in drawn_parts(embedder, folder, _STATED, _SET_ASIDE):
        likely = (*row.labels, part.intent, *(label for label, _ in part.guess.ranked))
        found = drafter.sayable(part, list(dict.fromkeys((*likely, *labels))))
        told = {text: one for text, one in found.items() if one.told}
        known = dict(zip(told, by_label(row, list(told.values())), strict=True))
        kept = {text: one for text, one in told.items() if known[text] is not None}
        if kept:
            right = tuple(bool(known[text]) for text in kept)
            yield Answered(number, part.text, drafter.read(kept), right)


def drawn_parts(
    embedder: Embedder,
    folder: Path,
    stated: int,
    aside: Mapping[str, int],
    differences: Path = FILE,
) -> Iterator[tuple[int, Drafter, Labelled, Part]]:
    """What is drawn for each resume of a folder, by its number, and asks for one thing.

    `differences` are of what reads its answers.
    """
    for number, (file, _) in enumerate(golden_files(folder)):
        drafter = Drafter(load_resume(file), embedder, differences)
        for row in drawn(file.stem, stated, aside):
            parts = drafter.parts(row.text)
            if len(parts) == 1:
                yield number, drafter, row, parts[0]


def drawn(about: str, stated: int, aside: Mapping[str, int]) -> list[Labelled]:
    """Questions about something: `stated`, each of another label, and so many of labels `aside`."""
    source = random.Random(about)  # noqa: S311 - reproducible data, not secrets
    labels = source.sample([label for label in _by_label() if label.startswith(_STATED_AS)], stated)
    labels += [label for label, times in aside.items() for _ in range(times)]
    rows = [source.choice(_by_label()[label]) for label in labels]
    return list(filled(rows, 1, seed=source.randrange(1 << 32)))


@cache
def _by_label() -> dict[str, list[Labelled]]:
    """Everyday questions by their first label; of what is stated those that grant nothing else.

    "Who bossed the dig" does, and is not to be answered by who bossed something else: its words
    stand in hardly another question of its label.
    """
    found: dict[str, list[Labelled]] = {}
    for row in labelled("everyday"):
        found.setdefault(row.labels[0], []).append(row)
    return {label: rows if label in FIXED else _plain(rows) for label, rows in found.items()}


def _plain(rows: Sequence[Labelled]) -> list[Labelled]:
    """The questions without names whose words each stand in many of them."""
    words = [stems(row.text) - FUNCTION_WORDS for row in rows]
    often = Counter(word for own in words for word in own)
    least = _SHARE * len(rows)
    return [
        row
        for row, own in zip(rows, words, strict=True)
        if "{" not in row.text and all(often[word] >= least for word in own)
    ]


def by_label(row: Labelled, found: Sequence[Sayable]) -> list[bool | None]:
    """Which of it is right to a question: what its label tells, or if nothing, a refusal.

    None where that is not known: of what is but quoted by the label, for want of what it asks for,
    and of what tells of the same lines otherwise.
    """
    labels = set(row.labels) - FIXED
    own = [one.told and not labels.isdisjoint(one.intents) for one in found]
    by_it = [one for is_own, one in zip(own, found, strict=True) if is_own]
    lines = {span for one in by_it for span in _spans(one)}
    refusal = False if any(map(_is_decided, by_it)) else None if lines else True
    known: list[bool | None] = []
    for is_own, one in zip(own, found, strict=True):
        if is_own:
            known.append(True if _is_decided(one) else None)
        elif one.told:
            known.append(None if lines & _spans(one) else False)
        else:
            known.append(refusal)
    return known


def _is_decided(one: Sayable) -> bool:
    """Whether a rule decided for what is told, and it is not what any question is told."""
    return one.draft.settled and BY_LINES not in one.intents


def _spans(one: Sayable) -> set[tuple[int, int]]:
    return {(words.span.start, words.span.end) for words in one.draft.evidence}
