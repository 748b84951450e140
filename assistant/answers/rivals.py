"""Which of some answers to one question answers it: each is read together with the question.

What is computed for the likeliest reading of a question may be beside the point, though another
reading of it, or a line of the resume, answers it. A second cross-encoder, trained on whole answers
(`assistant/training/answers.py`), tells which; the classifier's own guess counts, too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import MARKER, Status
from assistant.answers.context import Context
from assistant.answers.elsewhere import names_kind
from assistant.compose import Citer, Draft
from assistant.parts import Part
from assistant.routing import FIXED

#: Probability up to which something else may be asked than the classifier guesses. Up to 0.9 one of
#: 100 unseen questions more was answered right, but nine in ten were read, which takes 30 ms; so,
#: fewer than half are.
_UNSURE = 0.65
#: Likeliest guesses that are tried, and the one by which lines are quoted.
TRIED, BY_LINES = 2, "open_what"
#: What tells both what the resume says and what its dates come to, which no other answer does.
_BOTH_SIDES = "total_experience"
#: What the logarithm of a guess's probability counts beside the logit; a guess is never less likely
#: than this, nor is that some line answers.
_GUESSED, _LEAST, _LEAST_BY_LINES = 0.5, 0.01, 0.05
#: Logit from which an answer is told in the place of a refusal, but for what is calculated. From 0
#: two refusals of 297 more were lost, from 1 three right answers of 545 fewer won.
_INSTEAD = 0.5
#: What is calculated of dates, is found by its very name, or is no line of the resume's.
_CALCULATED = (
    "job_dates", "job_duration", "job_current", "job_first", "job_at_time", "job_neighbour",
    "job_longest", "job_shortest", "job_role", "job_place", "total", "gaps", "date_of", "contact",
    "home", "name", "edu_duration", "skill_has", "skill_level", "skill_where",
)  # fmt: skip

#: The draft by an intent; the same when asked again.
DraftAs = Callable[[str], Draft]


def with_rivals(context: Context, part: Part, intent: str, draft_as: DraftAs) -> Draft:
    """The draft for `intent`, or one by another intent that answers the question better."""
    drafted = draft_as(intent)
    told = drafted.status is Status.ANSWERED
    if not _in_doubt(part, intent, told=told) or drafted.status is Status.DECLINED:
        return drafted
    said = rivals(context, part, intent, draft_as)
    if not said:
        return drafted
    logits = context.read_whole(part, list(said))
    likely = dict(part.guess.ranked)
    values = [
        logit + _GUESSED * math.log(max(likely.get(other, 0.0), _least(other, intent)))
        for logit, (_, other) in zip(logits, said.values(), strict=True)
    ]
    at = values.index(max(values))
    best, other = list(said.values())[at]
    if best is drafted or (not told and logits[at] < _INSTEAD):
        return drafted
    return replace(best, why=f"{best.why}; answers better as {other} than as {intent}")


def _in_doubt(part: Part, intent: str, *, told: bool) -> bool:
    """Whether something else may be asked than the intent of which something was `told`, or not."""
    if intent in FIXED or intent == _BOTH_SIDES or (told and names_kind(intent, part.text)):
        return False
    # How a calculated answer reads tells little of it; nor is a line one that dates do not give.
    calculated = intent.startswith(_CALCULATED)
    return part.guess.ranked[0][1] <= _UNSURE and (told or not calculated)


def _least(other: str, intent: str) -> float:
    return _LEAST_BY_LINES if other == BY_LINES and other != intent else _LEAST


def rivals(
    context: Context, part: Part, intent: str, draft_as: DraftAs, tried: int = TRIED
) -> dict[str, tuple[Draft, str]]:
    """What may be answered, as it is read, with its draft and intent: that of `intent` first.

    `tried` of the likeliest intents are tried, and that by which lines are quoted.
    """
    likely = [label for label, _ in part.guess.ranked[:tried] if _may_be(label, part.text)]
    said: dict[str, tuple[Draft, str]] = {}
    for other in dict.fromkeys([intent, *likely, BY_LINES]):
        if (draft := draft_as(other)).status is Status.ANSWERED:
            said.setdefault(as_read(context.citer, draft), (draft, other))
    return said


#: What a question has in one form or another that asks for such a thing.
_ASKED_BY = {
    "job_neighbour": re.compile(
        r"\b(?:before|after|next|prior|previous\w*|earlier|then|follow\w*|succeed\w*|preced\w*|"
        r"came|come|from|moved?|left|leave|leaving|went|go|between)\b",
        re.IGNORECASE,
    ),
    "languages": re.compile(
        r"\b(?:lang\w*|speak\w*|spoken?|fluen\w*|(?:mother )?tongues?|bilingual\w*|native|"
        r"converse|conversation\w*|multilingual)\b",
        re.IGNORECASE,
    ),
    **dict.fromkeys(
        ("job_duration", "edu_duration"),
        re.compile(
            r"\b(?:long|years?|yrs?|months?|weeks?|days|time|duration|length|since|until|spen[dt]\w*|"
            r"stay\w*|stint|tenure|last(?:ed)?|terms?|semesters?|seasons?|summers?|spell|run|ran)\b",
            re.IGNORECASE,
        ),
    ),
}


def _may_be(intent: str, text: str) -> bool:
    """Whether a question may ask for that, though the classifier guesses something else."""
    asked_by = _ASKED_BY.get(intent)
    return intent not in FIXED and (asked_by is None or bool(asked_by.search(text)))


def as_read(citer: Citer, draft: Draft) -> str:
    """An answer's words without the numbers of its citations."""
    text, _ = citer.write(draft)
    return " ".join(MARKER.sub("", text).split())
