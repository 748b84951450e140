"""What an answer by evidence quotes, and what a refusal passes over, read with the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.candidates import as_read as draft_as_read
from assistant.answers.candidates import said
from assistant.answers.choice import Ruled
from assistant.answers.context import Context
from assistant.answers.doubt import in_doubt
from assistant.answers.evidence import quoted_all, ranked
from assistant.answers.siblings import asks_list
from assistant.answers.values import with_value
from assistant.compose import Draft, answered, beside
from assistant.cross_encoder import as_read
from assistant.matters import named_matter
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from ingest.resume import Fragment

#: The nearest lines, of which one that was not quoted is looked for.
_NEAREST = 10
#: A quoted line that reads worse than the best by so much (logit) is left out.
_BESIDE_THE_POINT = 5.0
#: A line that reads so well, and hardly worse than any, is quoted as well. Of 540 answers on 190
#: resumes these two made 13 right and one wrong.
_READS_WELL, _HARDLY_WORSE = 1.0, 3.0
#: Lines quoted at most; and where several things are asked for, of which none is left out.
_MOST, _MOST_OF_A_LIST = 4, 6

#: Lines that are read before it is refused, none of less than this cosine, and the logit from which
#: one is told. Of 900 refusals on 190 resumes that made five right, none wrong that was not.
_PASSED_OVER, _NEAR, _SURELY = 3, 0.25, 3.0
#: Where what rules or readings tell is so much in doubt and reads no better than this, so many
#: lines are read, and the best is told beside it if it reads as well, and so well. Of 1,450 answers
#: on 190 resumes 12 were told a line; eight became right, none wrong.
_DOUBTFUL = 0.14
_IN_NO_NEED, _NEAR_DOUBT, _READS_AS_WELL = 4.5, 4, 2.0
#: Intents whose refusals are exact, or of what is told only where it is stated.
_EXACT = ("edu_", "personal", "skill")


def reread(context: Context, part: Part, ruled: Ruled, draft: Draft) -> Draft:
    """The draft without lines that read as beside the point, and with one that reads as right."""
    if not context.in_english or draft.status is Status.DECLINED:
        return draft
    if draft.status is Status.NOT_IN_RESUME:
        return _told_after_all(context, part, ruled) or draft
    return _quoted(context, part, draft) if draft.judged else _beside(context, part, ruled, draft)


def _quoted(context: Context, part: Part, draft: Draft) -> Draft:
    """The draft that quotes what the judgement of the evidence chose, with what reads better."""
    quoted = {words.span for words in draft.evidence}
    hits = ranked(context, part)
    told = [hit for hit in hits if hit.words.span in quoted]
    if not told or len(told) < len(quoted):
        return draft  # something else is told, too
    lines = _lines(context, part, told, [hit for hit in hits[:_NEAREST] if hit not in told])
    return draft if lines == told else replace(draft, sentences=tuple(quoted_all(context, lines)))


def _lines(
    context: Context, part: Part, told: list[ScoredStatement], others: list[ScoredStatement]
) -> list[ScoredStatement]:
    """The lines to be quoted: those that were, and the best of the others, if it reads well."""
    logits = _read(context, part, [*told, *others])
    read = list(zip(logits, (*told, *others), strict=True))
    own, passed_over = read[: len(told)], read[len(told) :]
    well = max(_READS_WELL, max(logits) - _HARDLY_WORSE)
    new = [one for one in passed_over if one[0] >= well]
    new = [max(new, key=lambda one: one[0])] if new else []
    many = asks_list(part)
    least = max(logit for logit, _ in (*own, *new)) - _BESIDE_THE_POINT
    kept = [one for one in own if many or one[0] >= least]
    first = bool(new) and new[0][0] > max(logit for logit, _ in own)
    lines = [hit for _, hit in ((*new, *kept) if first else (*kept, *new))]
    return lines[: _MOST_OF_A_LIST if many else _MOST] if new else lines


def _beside(context: Context, part: Part, ruled: Ruled, draft: Draft) -> Draft:
    """What rules or readings tell and is in doubt, and a line beside it that reads as well."""
    if ruled.by_words or not in_doubt(ruled, Ruled.doubt) or ruled.doubt() < _DOUBTFUL:
        return draft
    (own,) = context.read(part, [draft_as_read(context.citer, draft, said(context, draft))])
    if own >= _IN_NO_NEED:
        return draft
    labels = {_label(words) for words in draft.evidence} - {None}
    near = ranked(context, part)[:_NEAR_DOUBT]
    near = [hit for hit in near if _label(hit.words) not in labels]  # the same of something else
    logits = _read(context, part, near)
    for logit, hit in sorted(zip(logits, near, strict=True), key=lambda one: -one[0]):
        both = beside(draft, answered(*quoted_all(context, [hit])))
        if both is not draft:
            well = logit >= max(_READS_AS_WELL, own)
            return replace(both, why=f"{draft.why}; a line reads {logit:.1f}") if well else draft
    return draft


def _label(words: Fragment) -> str | None:
    return getattr(words, "label", None)


def _told_after_all(context: Context, part: Part, ruled: Ruled) -> Draft | None:
    """The line that tells what is refused, if one surely does."""
    (intent,) = ruled.said.intents
    if intent.startswith(_EXACT) or part.intent.startswith(_EXACT) or named_matter(part.text):
        return None
    near = [hit for hit in ranked(context, part)[:_PASSED_OVER] if hit.dense >= _NEAR]
    if not near:
        return None
    logit, hit = max(zip(_read(context, part, near), near, strict=True), key=lambda one: one[0])
    if logit < _SURELY:
        return None
    told = answered(*quoted_all(context, [hit]), why=f"a line that reads {logit:.1f}")
    return told if with_value(context, part, told) is told else None


def _read(context: Context, part: Part, hits: Sequence[ScoredStatement]) -> list[float]:
    return context.read(part, [as_read(hit) for hit in hits])
