"""A line that surely answers a question, where what was computed for it may be beside the point."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Status
from assistant.answers.context import Context
from assistant.answers.evidence import by_evidence, quoted_all, ranked
from assistant.compose import Draft
from assistant.question import Part

#: Probability up to which the classifier is unsure of what it heard, and that of the evidence from
#: which a line may know better.
_UNSURE, _SUPPORTED = 0.5, 0.75
#: Logits of the reading from which a line is told before what was computed, and in the place of a
#: refusal.
_BEFORE, _INSTEAD = 2.5, 1.3


def with_better(context: Context, part: Part, computed: Draft) -> Draft:
    """The computed answer, after the line that surely answers a question of doubtful intent."""
    if part.guess.sure > _UNSURE or part.unknown or computed.status is Status.DECLINED:
        return computed
    hits = ranked(context, part)
    if context.supports(part, hits).probability < _SUPPORTED:
        return computed
    logit, best = max(zip(context.readings(part, hits), hits, strict=False), key=lambda one: one[0])
    if computed.status is not Status.ANSWERED:
        told = by_evidence(context, part) if logit > _INSTEAD else computed
        return told if told.status is Status.ANSWERED else computed
    known = any(best.words.span.overlaps(words.span) for words in computed.evidence)
    if known or logit <= _BEFORE:
        return computed
    sentences = (*quoted_all(context, [best]), *computed.sentences)
    return replace(computed, sentences=sentences, why=f"{computed.why}, after a line that answers")
