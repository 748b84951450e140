"""Whether what the rules say is in doubt, and which of what may be said is: by what trees tell.

The trees themselves are in `assistant.answers.choice`; here is what is made of their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Status
from assistant.answers.choice import Choice, Ruled
from assistant.text import YEAR

#: Probability of a reading up to which, and of being wrong from which, what the rules say is read;
#: and from which, when it was, other answers are looked at (README, "What is learned").
_UNSURE, DOUBTFUL, DOUBTFUL_READ = 0.5, 0.09, 0.1
#: Probability of being wrong from which others are looked at where the rules refuse: there is
#: nothing to be read.
DOUBTFUL_REFUSAL = 0.04
#: What a rule tells of these stands.
_TOLD = ("contact", "volunteer", "job_boss")
#: Logit up to which reading rules out what a rule told of what words leave no doubt of, and lines
#: that the judgement of the evidence chose: of 86 answers that read so one in twelve was right.
SURELY_NOT = -4.0
#: Logit up to which what a rule told where words leave no doubt reads as no answer; how likely
#: another must be right then, and by how much better it must read: of 5,800 that won five.
_NO_ANSWER, _FAR_SURER, _BETTER = 0.0, 0.85, 3.0
#: How likely right an answer must be, and how well it must read, where the rules are sure that the
#: resume is silent, or the question of something else: of 854 such questions that won three and
#: lost none, private matters counted; and how probable an order may be at most.
_AFTER_ALL = {Status.NOT_IN_RESUME: (0.6, 1.0), Status.DECLINED: (0.7, 3.0)}
_AN_ORDER = 0.1
#: The doubt from which they are looked at: most of the former, a seventh of the latter.
_SOME_DOUBT = {Status.NOT_IN_RESUME: 0.05, Status.DECLINED: 0.3}
_NEVER_TOLD = ("personal", "skill")
#: By so much likelier another answer must be right than the rules' own: any, and a whole list or
#: the headings of a section, which tell more than is asked.
_SURER, _WHOLE = 0.05, 0.35
#: Where the likeliest answer is less likely right than the first of these, or such a list than the
#: second, none is told, unless a rule decided for one.
_LIKELY, _LIKELY_WHOLE = 0.4, 0.55
#: Ways in which all of a section, or of a list, is told.
WHOLES = ("a list", "headings")
#: How likely right an answer is at most beside which another is told; how likely that must be, by
#: itself and as a share of that of the answer; and words that both may have together. Of 2,500
#: answerable questions some 70 were told two; 15 of these became right and none wrong.
_UNCERTAIN, _AS_LIKELY, _OF_ITS_SHARE, _TOGETHER = 0.9, 0.35, 0.5, 60
#: Readings by which things of a kind are told, or those of a year.
_LISTS = frozenset("awards certificates publications projects volunteer list_then".split())
#: A line reads as well as two if its logit is lower by no more.
_AS_WELL = 0.3


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

    What a rule decided where words leave no doubt of what is asked stands, unless it reads as no
    answer; and of the present, which no reading knows from the past, unless that rules it out.
    """
    said = ruled.said
    ruled_out = SURELY_NOT if "job_current" in said.intents else _NO_ANSWER
    if said.settled and ruled.by_words and said.logit > ruled_out:
        return False
    return doubt(ruled) >= DOUBTFUL_READ


def _stands(ruled: Ruled) -> bool:
    """Whether what a rule decided stands, however it reads: it knows more of it than that tells.

    It refuses where words leave no doubt of what is asked, or a name that the resume lacks; or it
    tells a way to reach the person, who was not paid, or whom they reported to.
    """
    (intent,) = ruled.said.intents
    if ruled.said.told:
        return intent.startswith(_TOLD)
    return ruled.by_words or "what is unknown" in ruled.names


def may_be_told(ruled: Ruled, doubt: Callable[[Ruled], float]) -> bool:
    """Whether lines may tell what the rules are sure that no line does.

    Of what is private, or of a skill by its name, they need more than lines that read well; orders
    are no questions.
    """
    (intent,) = ruled.said.intents
    said = ruled.said
    if said.status is Status.DECLINED:
        may = intent == "offtopic" and ruled.guess.of("injection") < _AN_ORDER
    else:
        never = intent.startswith(_NEVER_TOLD) and intent != "personal_leaving"
        may = said.settled and not (said.told or never) and _stands(ruled)
    return may and doubt(ruled) >= _SOME_DOUBT[said.status]


def told_after_all(choice: Choice, likely: Sequence[float]) -> int:
    """The answer that leaves no doubt that the question is told, or the rules' own refusal."""
    least, logit = _AFTER_ALL[choice.ruled.said.status]
    pairs = zip(likely, choice.candidates, strict=True)
    shares = [share if one.told and one.logit >= logit else 0.0 for share, one in pairs]
    best = max(shares)
    return shares.index(best) if best >= least else 0


def chosen(choice: Choice, likely: Sequence[float]) -> int:
    """Which candidate is said: that of the rules, the first, unless another is surely right.

    What a rule told where words leave no doubt of what is asked is answered by something; unless
    reading rules that out, by nothing else than what is far surer.
    """
    first = choice.candidates[0]
    told = first.told and first.settled and choice.ruled.by_words
    if told:
        pairs = zip(choice.candidates, likely, strict=True)
        likely = [share if one.told else 0.0 for one, share in pairs]
    at = likely.index(max(likely))
    other = choice.candidates[at]
    if told and first.logit > SURELY_NOT:
        far_surer = likely[at] >= _FAR_SURER and other.logit >= first.logit + _BETTER
        return at if far_surer else 0
    refusals = (number for number, one in enumerate(choice.candidates) if not one.told)
    whole = other.way in WHOLES
    decided = told or (first.told and first.settled and first.logit > SURELY_NOT)
    if likely[at] < (_LIKELY_WHOLE if whole else _LIKELY) and not decided:
        return next(refusals, 0)
    surer = _WHOLE if whole else _SURER
    return 0 if likely[at] < likely[0] + surer else _without_more(choice, likely, at)


def _without_more(choice: Choice, likely: Sequence[float], at: int) -> int:
    """The candidate, or what tells less if that is as good.

    The first of its two lines alone if it reads as well; of a whole list or all headings, what is
    likely right by hardly less.
    """
    more = choice.candidates[at]
    if more.way == "two lines":
        for alone, one in enumerate(choice.candidates):
            first = one.way == "a line" and more.text.startswith(one.text)
            if first and likely[alone] >= _LIKELY and one.logit >= more.logit - _AS_WELL:
                return alone
    if more.way in WHOLES:
        told = (number for number, one in enumerate(choice.candidates) if one.told)
        less = [number for number in told if choice.candidates[number].way not in WHOLES]
        best = max(less, key=lambda number: likely[number], default=at)
        return best if likely[best] >= likely[at] - _SURER else at
    return at


def told_beside(choice: Choice, likely: Sequence[float], at: int) -> list[int]:
    """The other answers that the question may as well ask for, the likeliest first.

    None where words leave no doubt of what is asked, or a rule told what of a list is of a year. Of
    two lines only the first is near to it.
    """
    told = choice.candidates[at]
    ruled = choice.ruled
    of_year = YEAR.search(ruled.question) and _LISTS & {*told.intents}
    sure = told.settled and (ruled.by_words or of_year)
    if not told.told or told.way in WHOLES or sure or likely[at] > _UNCERTAIN:
        return []
    least = max(_AS_LIKELY, _OF_ITS_SHARE * likely[at])
    left = _TOGETHER - len(told.text.split())
    found = [
        other
        for other, one in enumerate(choice.candidates)
        if other != at and one.told and one.way not in ("two lines", *WHOLES)
        if likely[other] >= least and len(one.text.split()) <= left
    ]
    return sorted(found, key=lambda other: -likely[other])
