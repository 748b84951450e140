"""What the rules say to a question, or what is surely better said: see `assistant.answers.choice`.

Beside the rules' own answer stand those by the likeliest readings of the question, the lines
nearest to it, and a refusal. They are drafted and read only where the rules' own is in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.candidates import DraftAs, as_read, readings, said, sayable
from assistant.answers.choice import Candidate, Choice, Ruled
from assistant.answers.context import Context
from assistant.answers.siblings import names_several
from assistant.compose import Draft
from assistant.parts import Part

#: Probability of a reading up to which, and of being wrong from which, the rules are in doubt: then
#: other answers are looked at (README, "What is learned").
_UNSURE, DOUBTFUL = 0.5, 0.1
#: Probability of a reading from which what it says stands, whatever the doubt.
_SURE = 0.75
#: What is told of these by rule stands, and that the resume has none: reading tells little of it.
_TOLD = ("contact", "home", "name", "languages", "volunteer", "gaps")
_REFUSED = (
    "contact", "home", "name", "languages", "personal", "skill", "edu_degree", "edu_status", "gaps",
)  # fmt: skip
#: Lists that are told whole where a question names several things.
_LISTS = ("job_list", "edu_list")
#: By so much likelier another answer must be right than the rules' own, and by so much if it is but
#: the headings of a section, which tell more than is asked.
_SURER, _HEADINGS = 0.05, 0.2


def overruled(
    context: Context, part: Part, ruled: Ruled, drafted: Draft, draft_as: DraftAs
) -> Draft:
    """What the rules have `drafted`, or what else is surely right."""
    if not context.in_english or not in_doubt(ruled, Ruled.doubt):
        return drafted
    choice, drafts = choices(context, part, ruled, draft_as)
    likely = choice.probabilities()
    at = chosen(choice.candidates, likely)
    if at == 0:
        return drafted
    other = next(iter(choice.candidates[at].intents), choice.candidates[at].way)
    (intent,) = ruled.said.intents
    why = f"as {intent} right {likely[0]:.2f}, as {other} {likely[at]:.2f}"
    return replace(drafts[at], why=f"{drafts[at].why}; {why}")


def in_doubt(ruled: Ruled, doubt: Callable[[Ruled], float]) -> bool:
    """Whether anything else may be said: not where words tell what is asked, or it is surely."""
    said, reading = ruled.said, ruled.guess.ranked[0][1]
    if said.status is Status.DECLINED or ruled.by_words or reading > _SURE:
        return False
    if said.settled and _stands(ruled, said.intents[0]):
        return False
    return reading <= _UNSURE or doubt(ruled) >= DOUBTFUL


def _stands(ruled: Ruled, intent: str) -> bool:
    """Whether what a rule decided stands: reading tells less of it."""
    if not ruled.said.told:
        return "what is unknown" in ruled.names or intent.startswith(_REFUSED)
    return intent.startswith(_TOLD) or (intent in _LISTS and names_several(ruled.question))


def chosen(candidates: Sequence[Candidate], likely: Sequence[float]) -> int:
    """Which candidate is said: that of the rules, the first, unless another is surely right."""
    at = likely.index(max(likely))
    surer = _HEADINGS if candidates[at].way == "headings" else _SURER
    return 0 if likely[at] < likely[0] + surer else at


def as_ruled(context: Context, part: Part, intent: str, drafted: Draft, *, by_words: bool) -> Ruled:
    """What the rules say by one reading of the part, as it is judged."""
    return Ruled(
        question=part.text,
        guess=part.guess,
        by_words=by_words,
        names=tuple(what for what, named in _named(part).items() if named),
        said=_candidate(drafted, said(context, drafted), (intent,)),
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
) -> tuple[Choice, list[Draft]]:
    """What may be said, that of the rules first, and the drafts in the same order."""
    (first,) = ruled.said.intents
    found = sayable(context, part, readings(part, first), draft_as)
    told = {
        text: as_read(context.citer, one.draft, text) for text, one in found.items() if one.told
    }
    read = dict(zip(told, context.read(part, list(told.values())), strict=True))
    hits = context.search(part)
    choice = Choice(
        ruled=ruled,
        nearest=hits[0].dense if hits else 0.0,
        verdict=context.supports(part, hits),
        refusals=sum(len(one.intents) for one in found.values() if not one.told),
        candidates=tuple(
            _candidate(one.draft, text, tuple(one.intents), one.way, read.get(text, 0.0))
            for text, one in found.items()
        ),
    )
    return choice, [one.draft for one in found.values()]


def _candidate(
    draft: Draft, text: str, intents: tuple[str, ...], way: str = "", logit: float = 0.0
) -> Candidate:
    told = draft.status is Status.ANSWERED
    return Candidate(draft.status, text if told else "", intents, draft.settled, way, logit)
