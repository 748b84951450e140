"""What the rules say to a question, or what is surely better said: see `assistant.answers.choice`.

Beside the rules' own answer stand those by the likeliest readings of the question, the lines
nearest to it, and a refusal. They are drafted, and the likeliest read, only where the rules' own is
in doubt when it was read itself, for which there must be a reason, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from assistant.answers.candidates import (
    OF_A_STAY,
    DraftAs,
    Sayable,
    as_read,
    readings,
    said,
    sayable,
)
from assistant.answers.choice import Candidate, Choice, Ruled
from assistant.answers.context import Context
from assistant.answers.doubt import (
    SURELY_NOT,
    WHOLES,
    chosen,
    in_doubt,
    in_doubt_read,
    may_be_told,
    told_after_all,
    told_beside,
)
from assistant.answers.elsewhere import has_section
from assistant.answers.siblings import asks_things, of_things
from assistant.answers.study import lacks_degree
from assistant.compose import Draft, beside
from assistant.parts import Part
from assistant.text import YEAR
from ingest.resume import Span

#: Probability, by the evidence alone, from which what the rules are sure of is looked at again.
_EVIDENCE = 0.2
#: A list that has all of what is told where things of its kind are asked for must read better by so
#: much: of 5,000 questions that won five answers and lost one.
_WHOLE_BETTER = 1.0
#: A stay that the trees do not expect to be meant is told if it reads so well, and better than all
#: else by so much: of 5,800 questions that won two answers and lost none.
_STAY_READS = 1.0


@dataclass(frozen=True)
class _Unsure:
    """Why something else than what the rules say is looked at.

    They are in doubt; or the judgement of the evidence chose what reading rules out (`hopeless`);
    or they refuse what lines may tell all the same; or tell some of the things of a kind.
    """

    doubted: bool
    hopeless: bool
    after_all: bool
    things: bool


def overruled(
    context: Context, part: Part, ruled: Ruled, drafted: Draft, draft_as: DraftAs
) -> Draft:
    """What the rules have `drafted`, or what else is surely right."""
    unsure = _unsure(context, part, ruled, drafted)
    if unsure is None:
        return drafted
    unread, drafts = choices(context, part, ruled, draft_as)
    choice = read(context, part, unread.shortlist(unread.unread()))
    likely = choice.probabilities()
    (intent,) = ruled.said.intents
    doubt = f"as {intent} right {likely[0]:.2f}"
    if unsure.doubted and (stay := described_stay(context, part, unread, choice)):
        draft = drafts[stay.says]
        return replace(draft, why=f"{draft.why}; {doubt}, as {stay.way} it reads {stay.logit:.1f}")
    at = _best(choice, likely, drafts, unsure)
    best = choice.candidates[at]
    draft = drafts[best.says] if at else drafted
    if at:
        draft = replace(draft, why=f"{draft.why}; {doubt}, as {best.told_as} {likely[at]:.2f}")
    return _with_another(draft, choice, likely, drafts, at)


def _with_another(
    draft: Draft, choice: Choice, likely: Sequence[float], drafts: Mapping[str, Draft], at: int
) -> Draft:
    """The draft of a candidate, and another beside it where that may as well be asked for."""
    for other in told_beside(choice, likely, at):
        one = choice.candidates[other]
        both = beside(draft, drafts[one.says], before=likely[other] > likely[at])
        if both is not draft:
            return replace(both, why=f"{draft.why}; beside it as {one.told_as} {likely[other]:.2f}")
    return draft


def _unsure(context: Context, part: Part, ruled: Ruled, drafted: Draft) -> _Unsure | None:
    """Why anything else is looked at, or None if nothing is."""
    if not context.in_english:
        return None
    (intent,) = ruled.said.intents
    doubted = in_doubt(ruled, Ruled.doubt)
    after_all = may_be_told(ruled, Ruled.doubt) and _has_evidence(context, part)
    plain = ruled.said.told and not (ruled.by_words or part.jobs or YEAR.search(part.text))
    things = plain and asks_things(part, intent) and not has_section(context, intent)
    if not (doubted or drafted.judged or after_all or things):
        return None
    if ruled.said.settled and not ruled.said.told and lacks_degree(context, part):
        return None
    ruled_read = _ruled_read(context, part, ruled)
    hopeless = drafted.judged and ruled_read.said.logit <= SURELY_NOT
    if ruled.said.told and not hopeless:
        doubted = doubted and in_doubt_read(ruled_read, Ruled.doubt_read)
    found = _Unsure(doubted, hopeless, after_all, things)
    return found if doubted or hopeless or after_all or things else None


def _has_evidence(context: Context, part: Part) -> bool:
    """Whether the judgement of the evidence does not rule out that lines tell."""
    return context.supports(part, context.search(part)).probability >= _EVIDENCE


def _best(
    choice: Choice, likely: Sequence[float], drafts: Mapping[str, Draft], unsure: _Unsure
) -> int:
    """Which candidate is said, 0 for that of the rules."""
    at = 0
    if unsure.doubted or unsure.hopeless:
        at = chosen(choice, likely)
    elif unsure.after_all:
        at = told_after_all(choice, likely)
    if unsure.things:
        at = _whole_list(choice, drafts, at)
    if at == 0 and unsure.hopeless:
        at = next((other for other, one in enumerate(choice.candidates) if not one.told), 0)
    return at


def described_stay(
    context: Context, part: Part, unread: Choice, choice: Choice
) -> Candidate | None:
    """What is told of a stay that the question may describe, if it reads better than all else.

    Only where the rules found none: of two that may be described they know the likelier.
    """
    if choice.ruled.said.told:
        return None
    left = [one for one in unread.candidates if one.way == OF_A_STAY]
    left = [one for one in left if one.says not in {read.says for read in choice.candidates}]
    logits = context.read(part, [one.read_as for one in left]) if left else []
    told = [replace(one, logit=logit) for one, logit in zip(left, logits, strict=True)]
    best = max(told, key=lambda one: one.logit, default=None)
    others = max((one.logit for one in choice.candidates if one.told), default=0.0)
    least = max(_STAY_READS, others + _STAY_READS)
    return best if best is not None and best.logit >= least else None


def _whole_list(choice: Choice, drafts: Mapping[str, Draft], at: int) -> int:
    """The list that has all of an answer and reads better, or the answer."""
    told = choice.candidates[at]
    if not told.told or told.way in WHOLES:
        return at
    has = {words.span for words in drafts[told.says].evidence}
    for other, one in enumerate(choice.candidates):
        of_kind = one.way == "a list" or any(map(of_things, one.intents))
        whole = one.told and of_kind
        whole = whole and has < {words.span for words in drafts[one.says].evidence}
        if whole and one.logit >= told.logit + _WHOLE_BETTER:
            return other
    return at


def _ruled_read(context: Context, part: Part, ruled: Ruled) -> Ruled:
    """What the rules say, read together with the question."""
    if not ruled.said.told:
        return ruled
    (logit,) = context.read(part, [ruled.said.read_as])
    return replace(ruled, said=replace(ruled.said, logit=logit))


def as_ruled(context: Context, part: Part, intent: str, drafted: Draft, *, by_words: bool) -> Ruled:
    """What the rules say by one reading of the part, as it is judged."""
    return Ruled(
        question=part.text,
        guess=part.guess,
        by_words=by_words,
        names=tuple(what for what, named in _named(part).items() if named),
        said=_candidate(context, Sayable(drafted, [intent]), said(context, drafted)),
    )


def _named(part: Part) -> dict[str, object]:
    return {
        "an employer": part.jobs,
        "a role": part.roles,
        "a time": part.when,
        "what is unknown": part.unknown,
    }


def choices(
    context: Context, part: Part, ruled: Ruled, draft_as: DraftAs
) -> tuple[Choice, dict[str, Draft]]:
    """What may be said, unread, that of the rules first; and the draft of each by what it says."""
    (first,) = ruled.said.intents
    found = sayable(context, part, readings(part, first), draft_as)
    hits = context.search(part)
    dense = {hit.words.span: hit.dense for hit in hits}
    choice = Choice(
        ruled=ruled,
        nearest=hits[0].dense if hits else 0.0,
        verdict=context.supports(part, hits),
        refusals=sum(len(one.intents) for one in found.values() if not one.told),
        candidates=tuple(_candidate(context, one, text, dense) for text, one in found.items()),
    )
    return choice, {text: one.draft for text, one in found.items()}


def _candidate(
    context: Context, one: Sayable, text: str, dense: Mapping[Span, float] = MappingProxyType({})
) -> Candidate:
    """What may be said as it is judged; how near its lines are where `dense` has their cosines."""
    draft, intents = one.draft, tuple(one.intents)
    if not one.told:
        return Candidate(draft.status, "", intents, draft.settled, one.way)
    placed = as_read(context.citer, draft, text)
    near, before = _nearness(dense, draft)
    return Candidate(draft.status, text, intents, draft.settled, one.way, placed, near, before)


def _nearness(dense: Mapping[Span, float], draft: Draft) -> tuple[float, int]:
    """The cosine of the nearest line or heading that a draft stands on, and how many are nearer."""
    found = [dense[words.span] for words in draft.evidence if words.span in dense]
    nearest = max(found, default=0.0)
    return nearest, sum(cosine > nearest for cosine in dense.values())


def read(context: Context, part: Part, choice: Choice) -> Choice:
    """The choice with what reading each answer with the question tells."""
    told = [one.read_as for one in choice.candidates if one.told]
    logits = iter(context.read(part, told))
    return replace(
        choice,
        candidates=tuple(
            replace(one, logit=next(logits)) if one.told else one for one in choice.candidates
        ),
    )
