"""What may be said to a question: by one reading of it or another, or the lines nearest to it.

Each is written as it is read together with the question (see `assistant.answers.choice`): an
answer's words, below where its lines stand, so that "Paper promises" is known for a thesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from assistant.answer import MARKER, Status
from assistant.answers.context import Context
from assistant.answers.evidence import not_said, of_time, quoted_all, ranked
from assistant.answers.siblings import whole_list
from assistant.answers.values import tells_not
from assistant.compose import Citer, Draft, answered
from assistant.describing import description
from assistant.facts import Job, Role
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.routing import FIXED
from assistant.text import stems
from ingest.resume import SectionKind, Statement

#: Likeliest readings that are tried.
_TRIED = 4
#: The reading by which the lines nearest to a question are quoted, whatever it asks.
BY_LINES = "open_what"
#: The way of what is told of a stay that the question may describe.
OF_A_STAY = "of a stay"
#: Probability of a reading from which a refusal may name what it takes the question to ask for.
_OWN_REFUSAL = 0.25
#: Nearest lines that are quoted alone, and of which the lists are.
_ALONE, _LISTS = 5, 2
#: Things that a line names, from which it is a list of them.
_SEVERAL = 3
#: Headings that are told as a list: so many, of so many words together.
_HEADINGS, _WORDS = 10, 80
#: What is asked of one stay, and how many are tried that a question may describe.
_OF_A_STAY = frozenset(
    "job_dates job_duration job_role job_titles job_place job_at_time"
    " edu_dates edu_duration edu_school".split()
)
_STAYS = 3
#: Places that are read with an answer.
_PLACES = 3


class DraftAs(Protocol):
    """Drafts what a question asks by an intent; the same when asked again."""

    def __call__(self, intent: str, of: Part | None = None) -> Draft:
        """The draft of the question, or `of` it as a part that names another stay."""
        ...


@dataclass(frozen=True)
class Sayable:
    """A draft: by which readings it comes, or in which other way."""

    draft: Draft
    intents: list[str] = field(default_factory=list)
    way: str = ""

    @property
    def told(self) -> bool:
        """Whether it answers."""
        return self.draft.status is Status.ANSWERED


def sayable(
    context: Context, part: Part, labels: Sequence[str], draft_as: DraftAs
) -> dict[str, Sayable]:
    """What may be said, by its words: by these readings, in their order, by lines, a refusal."""
    found: dict[str, Sayable] = {}
    refused = not_said(context, part, context.search(part))
    for label in labels:
        draft = draft_as(label)
        if draft.status is Status.NOT_IN_RESUME and part.guess.heard(label) < _OWN_REFUSAL:
            draft = replace(refused, settled=draft.settled)
        found.setdefault(said(context, draft), Sayable(draft)).intents.append(label)
    for draft in _of_stays(context, part, labels, draft_as):
        found.setdefault(said(context, draft), Sayable(draft, way=OF_A_STAY))
    then = labels[0] == "job_at_time"
    for way, draft in _by_lines(context, part):
        if tells_not(part, draft) or (then and not _is_of_then(context, part, draft)):
            continue  # of a list, the first line of which is not the nearest, too
        found.setdefault(said(context, draft), Sayable(draft, way=way))
    found.setdefault(said(context, refused), Sayable(refused, way="a refusal"))
    return found


def _is_of_then(context: Context, part: Part, draft: Draft) -> bool:
    """Whether a line of it is of the time asked about: where none is, those of others are near."""
    told = {words.span for words in draft.evidence}
    hits = [hit for hit in context.search(part) if hit.words.span in told]
    return part.when is None or any(of_time(context, part.when, hit) for hit in hits)


def readings(part: Part, first: str) -> list[str]:
    """The readings by which a part is drafted: `first`, the likeliest others, and by lines."""
    likely = [label for label, _ in part.guess.ranked[:_TRIED] if _may_be(label, part.text)]
    return list(dict.fromkeys((first, *likely, BY_LINES)))


def _of_stays(
    context: Context, part: Part, labels: Sequence[str], draft_as: DraftAs
) -> Iterator[Draft]:
    """What is asked of a stay, of each that the question may describe without its name."""
    asked = [label for label in labels if label in _OF_A_STAY]
    if not asked:
        return
    for job, roles in _described(context, part):
        of = replace(
            part, jobs=(job,), role_jobs=(job,) if roles else (), roles=roles, unknown=None
        )
        for label in asked:
            if (draft := draft_as(label, of)).status is Status.ANSWERED:
                yield draft


def _described(context: Context, part: Part) -> Iterator[tuple[Job, tuple[Role, ...]]]:
    """The stays, or roles in them, that the question may describe, the likeliest first."""
    likely = [one.job for one in context.describer.likely(part)]
    if part.jobs:
        likely = [job for job in likely if job in part.jobs]
    asked = stems(description(part.text))
    for job in likely[:_STAYS]:
        named = [role for role in job.roles if asked & stems(role.title.text)]
        if len(job.roles) > 1 and named:
            best = max(named, key=lambda role: len(asked & stems(role.title.text)))
            yield job, (best,)
        yield job, ()


def _by_lines(context: Context, part: Part) -> Iterator[tuple[str, Draft]]:
    """The way in which, and what, may be quoted of the nearest lines, whatever is asked."""
    hits = ranked(context, part)
    for hit in hits[:_ALONE]:
        yield "a line", _quoted(context, [hit])
    if len(hits) > 1:
        yield "two lines", _quoted(context, hits[:2])
    for hit in hits[:_LISTS]:
        if whole := whole_list(hit, hits):
            yield "a list", _quoted(context, whole)
        if headings := _headings(hit, hits):
            yield "headings", _quoted(context, headings)
    if any(label.startswith("skill") for label, _ in part.guess.ranked[:_TRIED]):
        # "Library systems" are named in a list whose words mean nothing to the search.
        for hit in [hit for hit in context.search(part) if _lists_things(hit)][:_LISTS]:
            yield "things", _quoted(context, [hit])


def _lists_things(hit: ScoredStatement) -> bool:
    """Whether a line names things that somebody knows, or several of any kind."""
    if hit.is_heading or not isinstance(hit.words, Statement):
        return False
    return hit.section.kind is SectionKind.SKILLS or len(hit.words.values) >= _SEVERAL


def _quoted(context: Context, hits: Sequence[ScoredStatement]) -> Draft:
    return answered(*quoted_all(context, hits), why="the lines nearest to the question")


def _headings(hit: ScoredStatement, hits: Sequence[ScoredStatement]) -> list[ScoredStatement]:
    """The headings of a line's section in their order, if they are several and short."""
    found = [
        one for one in hits if one.is_heading and one.section is hit.section and len(one.path) == 1
    ]
    words = sum(len(one.words.text.split()) for one in found)
    if not 1 < len(found) <= _HEADINGS or words > _WORDS:
        return []
    return sorted(found, key=lambda one: one.words.span.start)


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
    "skill_where": re.compile(
        r"\b(?:where|which|who(?:m|se)?|(?:at|in|on|for) what|"
        r"what (?:jobs?|compan(?:y|ies)|employers?|firms?|roles?|projects?|places?|teams?))\b",
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


def said(context: Context, draft: Draft) -> str:
    """What a draft says, without the numbers of its citations.

    All refusals are one, whatever their words.
    """
    if draft.status is not Status.ANSWERED:
        return draft.status.value
    text, _ = context.citer.write(draft)
    return " ".join(MARKER.sub("", text).split())


def as_read(citer: Citer, draft: Draft, text: str) -> str:
    """What a draft says as it is read: below the places of its lines that it does not name."""
    places: dict[str, None] = {}
    for words in draft.evidence:
        named = [place for place in citer.breadcrumb(words) if place not in text]
        if named:
            places.setdefault(" > ".join(named))
    return "\n".join(("; ".join(list(places)[:_PLACES]), text)) if places else text
