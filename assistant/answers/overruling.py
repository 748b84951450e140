"""What the rules say to a question, or what is surely better said: see `assistant.answers.choice`.

Beside the rules' own answer stand those by the likeliest readings of the question, the line nearest
to it, and a refusal, if any reading comes to one. They are drafted and read only where the rules'
own is in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.choice import Candidate, Choice, Ruled
from assistant.answers.context import Context
from assistant.answers.elsewhere import names_kind
from assistant.answers.evidence import quoted_all, ranked
from assistant.answers.rivals import BY_LINES, TRIED, DraftAs, as_read
from assistant.compose import Draft, answered
from assistant.parts import Part

#: Probability of a reading by which what is told stands, whatever the doubt.
_SURE = 0.8
#: From this probability on that the rules are wrong, other answers are looked at (README, "What is
#: learned").
DOUBTFUL = 0.2
#: By so much likelier another answer must be right than the rules' own. By 0.1, a few more of the
#: training's questions are won, and of those for which the rules were mended twice as many lost.
_SURER = 0.2


def overruled(
    context: Context, part: Part, ruled: Ruled, drafted: Draft, draft_as: DraftAs
) -> Draft:
    """What the rules have `drafted`, or what else is surely right."""
    if not gives_way(ruled) or (doubt := ruled.doubt()) < DOUBTFUL:
        return drafted
    choice, drafts = choices(context, part, ruled, drafted, draft_as)
    likely = choice.probabilities()
    at = chosen(choice, likely)
    if at == 0:
        return drafted
    other = next(iter(choice.candidates[at].intents), "the nearest line")
    (intent,) = ruled.said.intents
    why = f"as {intent} in doubt ({doubt:.2f}), right {likely[0]:.2f}, as {other} {likely[at]:.2f}"
    return replace(drafts[at], why=f"{drafts[at].why}; {why}")


def gives_way(ruled: Ruled) -> bool:
    """Whether anything else may be said at all.

    Not instead of what words tell that it is asked, nor of what the evidence itself refuses.
    """
    if ruled.said.told:
        by_words = ruled.by_words or names_kind(ruled.said.intents[0], ruled.question)
        return not by_words and ruled.guess.ranked[0][1] <= _SURE
    return ruled.said.status is not Status.DECLINED and ruled.said.settled


def chosen(choice: Choice, likely: Sequence[float]) -> int:
    """Which candidate is said: that of the rules, the first, unless another is surely right.

    What is told gives way to a refusal by the evidence alone, not to one by another reading.
    """
    at = likely.index(max(likely))
    best = choice.candidates[at]
    other_reading = choice.ruled.said.told and not best.told and best.settled
    return 0 if other_reading or likely[at] < likely[0] + _SURER else at


def as_ruled(context: Context, part: Part, intent: str, drafted: Draft, *, by_words: bool) -> Ruled:
    """What the rules say by one reading of the part, as it is judged."""
    return Ruled(
        question=part.text,
        guess=part.guess,
        by_words=by_words,
        names=tuple(what for what, named in _named(part).items() if named),
        said=_candidate(drafted, _said(context, drafted), (intent,)),
    )


def _named(part: Part) -> dict[str, object]:
    return {
        "an employer": part.jobs,
        "a role": part.roles,
        "a time": part.when,
        "what is unknown": part.unknown,
    }


def choices(
    context: Context, part: Part, ruled: Ruled, drafted: Draft, draft_as: DraftAs
) -> tuple[Choice, list[Draft]]:
    """What may be said, what the rules have `drafted` first, and the drafts in the same order."""
    likely = [label for label, _ in part.guess.ranked[:TRIED]]
    tried = dict.fromkeys((*ruled.said.intents, *likely, BY_LINES))
    readings = {other: draft_as(other) for other in tried}
    found: dict[str, tuple[Draft, list[str]]] = {_said(context, drafted): (drafted, [])}
    for other, draft in readings.items():
        found.setdefault(_said(context, draft), (draft, []))[1].append(other)
    for hit in ranked(context, part)[:1]:
        alone = answered(*quoted_all(context, [hit]), why="the nearest line")
        found.setdefault(_said(context, alone), (alone, []))
    told = [text for text, (draft, _) in found.items() if draft.status is Status.ANSWERED]
    read = dict(zip(told, context.read_whole(part, told), strict=True))
    hits = context.search(part)
    choice = Choice(
        ruled=ruled,
        nearest=hits[0].dense if hits else 0.0,
        verdict=context.supports(part, hits),
        refusals=sum(draft.status is not Status.ANSWERED for draft in readings.values()),
        candidates=tuple(
            _candidate(draft, text, tuple(intents), read.get(text, 0.0))
            for text, (draft, intents) in found.items()
        ),
    )
    return choice, [draft for draft, _ in found.values()]


def _candidate(draft: Draft, said: str, intents: tuple[str, ...], logit: float = 0.0) -> Candidate:
    told = draft.status is Status.ANSWERED
    return Candidate(draft.status, said if told else "", intents, draft.settled, logit)


def _said(context: Context, draft: Draft) -> str:
    """An answer's words; all refusals are one, whatever their words."""
    told = draft.status is Status.ANSWERED
    return as_read(context.citer, draft) if told else draft.status.value
