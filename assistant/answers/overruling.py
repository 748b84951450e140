"""What the rules say to a question, or what is surely better said: see `assistant.answers.choice`.

Beside the rules' own answer stand those by the likeliest readings of the question, the lines
nearest to it, and a refusal. They are drafted, and the likeliest read, only where the rules' own is
in doubt when it was read itself, for which there must be a reason, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assistant.answer import Status
from assistant.answers.candidates import DraftAs, Sayable, as_read, readings, said, sayable
from assistant.answers.choice import Candidate, Choice, Ruled
from assistant.answers.context import Context
from assistant.answers.study import lacks_degree
from assistant.compose import Draft
from assistant.parts import Part
from ingest.resume import Span

#: Probability of a reading up to which, and of being wrong from which, what the rules say is read;
#: and from which, when it was, other answers are looked at (README, "What is learned").
_UNSURE, DOUBTFUL, DOUBTFUL_READ = 0.5, 0.08, 0.1
#: Probability of being wrong from which others are looked at where the rules refuse: there is
#: nothing to be read.
DOUBTFUL_REFUSAL = 0.04
#: What a rule tells of these stands.
_TOLD = ("contact", "volunteer", "job_boss")
#: Logit up to which reading rules out what a rule told of what words leave no doubt of, and lines
#: that the judgement of the evidence chose: of 86 answers that read so one in twelve was right.
SURELY_NOT = -4.0
#: By so much likelier another answer must be right than the rules' own: any, and a whole list or
#: the headings of a section, which tell more than is asked.
_SURER, _WHOLE = 0.05, 0.35
#: Where the likeliest answer is less likely right than the first of these, or such a list than the
#: second, none is told, unless a rule decided for one.
_LIKELY, _LIKELY_WHOLE = 0.4, 0.55
#: A line reads as well as two if its logit is lower by no more.
_AS_WELL = 0.3


def overruled(
    context: Context, part: Part, ruled: Ruled, drafted: Draft, draft_as: DraftAs
) -> Draft:
    """What the rules have `drafted`, or what else is surely right."""
    doubted = in_doubt(ruled, Ruled.doubt)
    if not context.in_english or not (doubted or drafted.judged):
        return drafted
    if ruled.said.settled and not ruled.said.told and lacks_degree(context, part):
        return drafted
    ruled_read = _ruled_read(context, part, ruled)
    hopeless = drafted.judged and ruled_read.said.logit <= SURELY_NOT
    if ruled.said.told and not hopeless:
        doubted = doubted and in_doubt_read(ruled_read, Ruled.doubt_read)
    if not (doubted or hopeless):
        return drafted
    unread, drafts = choices(context, part, ruled, draft_as)
    choice = read(context, part, unread.shortlist(unread.unread()))
    likely = choice.probabilities()
    at = chosen(choice, likely)
    if at == 0 and hopeless:
        at = next((other for other, one in enumerate(choice.candidates) if not one.told), 0)
    if at == 0:
        return drafted
    other = choice.candidates[at]
    (intent,) = ruled.said.intents
    named = next(iter(other.intents), other.way)
    why = f"as {intent} right {likely[0]:.2f}, as {named} {likely[at]:.2f}"
    draft = drafts[other.says]
    return replace(draft, why=f"{draft.why}; {why}")


def in_doubt(ruled: Ruled, doubt: Callable[[Ruled], float]) -> bool:
    """Whether anything else may be said than what the rules say, unread."""
    said, reading = ruled.said, ruled.guess.ranked[0][1]
    if said.status is Status.DECLINED or (said.settled and _stands(ruled)):
        return False
    # That a skill is not mentioned rules know better than what is near in meaning.
    doubtful = DOUBTFUL if said.told or "skill_has" in said.intents else DOUBTFUL_REFUSAL
    return reading <= _UNSURE or doubt(ruled) >= doubtful


def in_doubt_read(ruled: Ruled, doubt: Callable[[Ruled], float]) -> bool:
    """The same when what the rules say was read.

    What a rule decided where words leave no doubt of what is asked stands, unless reading rules out
    that it answers.
    """
    said = ruled.said
    if said.settled and ruled.by_words and said.logit > SURELY_NOT:
        return False
    return doubt(ruled) >= DOUBTFUL_READ


def _ruled_read(context: Context, part: Part, ruled: Ruled) -> Ruled:
    """What the rules say, read together with the question."""
    if not ruled.said.told:
        return ruled
    (logit,) = context.read(part, [ruled.said.read_as])
    return replace(ruled, said=replace(ruled.said, logit=logit))


def _stands(ruled: Ruled) -> bool:
    """Whether what a rule decided stands, however it reads: it knows more of it than that tells.

    It refuses where words leave no doubt of what is asked, or a name that the resume lacks; or it
    tells a way to reach the person, who was not paid, or whom they reported to.
    """
    (intent,) = ruled.said.intents
    if ruled.said.told:
        return intent.startswith(_TOLD)
    return ruled.by_words or "what is unknown" in ruled.names


def chosen(choice: Choice, likely: Sequence[float]) -> int:
    """Which candidate is said: that of the rules, the first, unless another is surely right.

    What a rule told where words leave no doubt of what is asked is answered by something.
    """
    first = choice.candidates[0]
    if first.told and first.settled and choice.ruled.by_words:
        pairs = zip(choice.candidates, likely, strict=True)
        likely = [share if one.told else 0.0 for one, share in pairs]
    at = likely.index(max(likely))
    other = choice.candidates[at]
    refusals = (number for number, one in enumerate(choice.candidates) if not one.told)
    whole = other.way in ("a list", "headings")
    if likely[at] < (_LIKELY_WHOLE if whole else _LIKELY) and not first.settled:
        return next(refusals, 0)
    surer = _WHOLE if whole else _SURER
    return 0 if likely[at] < likely[0] + surer else _without_more(choice, likely, at)


def _without_more(choice: Choice, likely: Sequence[float], at: int) -> int:
    """The candidate, or the first of its two lines alone, if that reads as well."""
    both = choice.candidates[at]
    if both.way != "two lines":
        return at
    for alone, one in enumerate(choice.candidates):
        first = one.way == "a line" and both.text.startswith(one.text)
        if first and likely[alone] >= _LIKELY and one.logit >= both.logit - _AS_WELL:
            return alone
    return at


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
