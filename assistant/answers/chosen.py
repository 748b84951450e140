"""Which of the nearest lines are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.context import ANSWER_WORDS, LINES_QUOTED
from assistant.retriever import ScoredStatement
from assistant.text import stems

#: Another line is quoted only if its score and its cosine come so near to the best.
NEAR, _WORTH = 0.4, 0.4


def by_score(
    hits: Sequence[ScoredStatement], most: int = 3, near: float = NEAR
) -> list[ScoredStatement]:
    """The first, and those whose score comes so near to its, while the answer stays short."""
    chosen: list[ScoredStatement] = []
    words = 0
    for hit in hits[:LINES_QUOTED]:
        size = len(hit.words.text.split())
        told = not chosen or (
            hit.score >= chosen[0].score - near and hit.dense >= _WORTH * chosen[0].dense
        )
        if len(chosen) == most or not told or (chosen and words + size > ANSWER_WORDS):
            continue
        if any(_same(hit, other) for other in chosen):
            continue
        chosen.append(hit)
        words += size
    return chosen


def _same(hit: ScoredStatement, other: ScoredStatement) -> bool:
    headed = hit.is_heading or other.is_heading
    if headed and hit.path and other.path and hit.path[-1] is other.path[-1]:
        return True
    return hit.words.span.overlaps(other.words.span) or stems(hit.words.text) <= stems(
        other.words.text
    )
