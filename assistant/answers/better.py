"""A line that surely answers a question, where what was computed for it may be beside the point."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Status
from assistant.answers.context import Context
from assistant.answers.evidence import by_evidence, quoted_all, ranked
from assistant.compose import Draft
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from ingest.resume import SectionKind

#: Probability up to which the classifier is unsure of what it heard, and that of the evidence from
#: which a line may know better.
_UNSURE, _SUPPORTED = 0.5, 0.75
#: Logits of the reading from which a line is told before what was computed, and in the place of a
#: refusal.
_BEFORE, _INSTEAD = 2.5, 1.3
#: From this probability of the evidence, and this difference of the logits, the nearest line was
#: the better answer to 5 and the worse to 1 of 15 such questions; it must read as an answer by
#: itself, too. As many lines of what was computed are read.
_LIKELY, _MUCH_BETTER, _OWN = 0.5, 1.5, 6
#: What is calculated of dates, is found by its very name, or is no line of the resume's, is not
#: judged by how its lines read.
_CALCULATED = (
    "job_dates", "job_duration", "job_current", "job_first", "job_at_time", "job_neighbour",
    "job_longest", "job_shortest", "job_role", "job_place", "total", "gaps", "date_of", "contact",
    "home", "name", "edu_duration", "skill_has", "skill_level", "skill_where",
)  # fmt: skip


def with_better(context: Context, part: Part, intent: str, computed: Draft) -> Draft:
    """What was computed for a question of doubtful intent, or what a line knows better.

    `intent` is what the question was taken for in the end; `part` has the classifier's own guess.
    """
    if part.guess.sure > _UNSURE or part.unknown or computed.status is Status.DECLINED:
        return computed
    hits = ranked(context, part)
    probability = context.supports(part, hits).probability
    if not hits or probability < _LIKELY:
        return computed
    if computed.status is not Status.ANSWERED:
        sure = probability >= _SUPPORTED and context.reading(part, hits) > _INSTEAD
        told = by_evidence(context, part) if sure else computed
        return told if told.status is Status.ANSWERED else computed
    heard = intent == part.intent and not intent.startswith(_CALCULATED)
    if heard and _reads_better(context, part, hits[0], computed):
        told = by_evidence(context, part)
        return told if told.status is Status.ANSWERED else computed
    return computed if probability < _SUPPORTED else _after_a_line(context, part, hits, computed)


def _reads_better(context: Context, part: Part, nearest: ScoredStatement, computed: Draft) -> bool:
    """Whether the nearest line answers the question much better than those computed from."""
    said = [words.span for words in computed.evidence]
    own = [hit for hit in context.search(part) if any(map(hit.words.span.overlaps, said))]
    if not own or nearest in own:
        return False
    first, *others = context.read(part, [nearest, *own[:_OWN]])
    return first > 0 and first - max(others) >= _MUCH_BETTER


def _of_another_study(context: Context, line: ScoredStatement, computed: Draft) -> bool:
    """Whether a line tells of one study, and what was computed of others."""
    places = [context.citer.place(words) for words in computed.evidence]
    study = SectionKind.EDUCATION
    among = all(section is not None and section.kind is study for section, _ in places)
    inside = {id(entry) for _, path in places for entry in path}
    return among and line.section.kind is study and not inside & set(map(id, line.path))


def _after_a_line(
    context: Context, part: Part, hits: list[ScoredStatement], computed: Draft
) -> Draft:
    """What was computed, after the line that surely answers unless it is of those computed from."""
    logit, best = max(zip(context.readings(part, hits), hits, strict=False), key=lambda one: one[0])
    known = any(best.words.span.overlaps(words.span) for words in computed.evidence)
    if known or logit <= _BEFORE or _of_another_study(context, best, computed):
        return computed
    sentences = (*quoted_all(context, [best]), *computed.sentences)
    return replace(computed, sentences=sentences, why=f"{computed.why}, after a line that answers")
