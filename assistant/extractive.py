"""The offline answerer: each part of a question goes to the module that can answer it.

No text is invented: an answer is a quote, a computed fact, or fixed wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, partial
from typing import Any

from assistant.answer import Answer, Explanation, Status
from assistant.answers import talk
from assistant.answers.abroad import abroad
from assistant.answers.absent import (
    mentions_network,
    of_absent_names,
    of_granted,
    of_unknown_employer,
)
from assistant.answers.bound import own_names
from assistant.answers.candidates import DraftAs, as_read, said
from assistant.answers.choice import Choice, Ruled
from assistant.answers.context import Context, Drafter, reach, unsaid
from assistant.answers.elsewhere import has_section, no_section
from assistant.answers.employers import unknown_employer
from assistant.answers.ever import EVER
from assistant.answers.evidence import EVIDENCE, by_evidence, is_label, quoted_all
from assistant.answers.labels import labelled
from assistant.answers.led import how_many_led
from assistant.answers.noted import with_notes
from assistant.answers.overruling import as_ruled, choices, overruled, read
from assistant.answers.person import NOUNS, PERSON
from assistant.answers.personal import MATTERS, personal
from assistant.answers.plain_matters import plainly_told
from assistant.answers.reread import reread
from assistant.answers.skills import SKILLS
from assistant.answers.study import STUDY
from assistant.answers.used_at import used_at
from assistant.answers.values import with_value
from assistant.answers.work import WORK
from assistant.compose import Citer, Draft, answered, declined, merged
from assistant.cross_encoder import CrossEncoder
from assistant.describing import Describer
from assistant.language import ASK_IN_ENGLISH, is_english
from assistant.matters import named_matter
from assistant.parts import Part
from assistant.question import ABOUT_ONE_JOB, Question
from assistant.retriever import ResumeRetriever
from assistant.routing import (
    FIXED,
    SURELY_OFF_TOPIC,
    by_words,
    is_of_person,
)
from assistant.starters import candidates
from assistant.support import Known, asks_reason, gives_reason
from ingest.resume import Fragment, Resume, Source, Span

_DRAFTERS: dict[str, Drafter] = {**WORK, **STUDY, **PERSON, **SKILLS, **EVIDENCE, **EVER}
_FIXED = {
    "greeting": talk.greet, "capabilities": talk.greet, "thanks": talk.thank,
    "offtopic": talk.decline, "injection": talk.decline,
}  # fmt: skip
#: A question is refused as personal only where the classifier is at least so sure.
_SURE = 0.40
#: Probability of being off topic, or an order, from which a question is declined unless the
#: evidence supports an answer.
_PERHAPS_ASIDE = 0.2
#: From here it is declined whatever names of the resume it has.
_CERTAINLY_ASIDE = 0.75
_ASKS_WHO = re.compile(r"\W*(?:who(?:m|se)?|when|where|how (?:long|many))\b", re.IGNORECASE)
#: Cosine from which a line that gives a reason is taken to give the one that is asked for.
_NEAR_ENOUGH = 0.30
#: Letters of a resume that tell its language.
_TELLING = 3000
#: Intents that ask for the person's own particulars: lines of evidence say nothing better of them.
_REACHING = frozenset("contact_email contact_phone contact_link contact_any home name".split())


@dataclass(frozen=True)
class Offline:
    """An answer, the draft that it was written from, and where it was looked for."""

    answer: Answer
    draft: Draft
    context: Context
    question: Question

    @property
    def ranked(self) -> list[Fragment]:
        """All lines and headings, those first that bear most on the question."""
        hits = [hit for part in self.question.parts for hit in self.context.search(part)]
        # Of several parts each may have what it needs: best first, whichever it is of.
        hits.sort(key=lambda hit: -hit.score)
        return [words for hit in hits for words in hit.fragments]

    def near(self, most: int) -> list[Fragment]:
        """The lines nearest to each part of the question."""
        return [
            words
            for part in self.question.parts
            for hit in self.context.search(part)[:most]
            for words in hit.fragments
        ]


class ExtractiveAnswerer:
    """Answers questions about one resume from its own words."""

    def __init__(
        self,
        resume: Resume,
        retriever: ResumeRetriever,
        site_url: str | None,
        today: Callable[[], date],
        *,
        cross_encoder: CrossEncoder,
    ) -> None:
        self.resume = resume
        self.citer = Citer(resume, site_url)
        self.known = Known.of(resume)
        self._retriever = retriever
        self._describer = Describer(resume, retriever)
        self._today = today
        self._worth_asking = candidates(resume)[:2]
        self._cross_encoder = cross_encoder

    def answer(self, question: Question) -> Answer:
        """Draft each part, put the drafts together, and number their citations."""
        return self.told(question).answer

    def context(self) -> Context:
        """What the drafters of one question are given."""
        return Context(
            self.resume,
            self.citer,
            self._retriever,
            self._describer,
            self.known,
            self._today(),
            self._cross_encoder,
            self._worth_asking,
            self._in_english,
        )

    @cached_property
    def _in_english(self) -> bool:
        """Whether the resume is in English."""
        lines = " ".join(words.text for *_, words in self.resume.walk())
        return is_english(lines[:_TELLING])

    def told(self, question: Question) -> Offline:
        """The answer and what it was made of."""
        context = self.context()
        draft = draft_whole(context, question)
        text, citations = self.citer.write(draft)
        answer = Answer(
            question=question.text,
            status=draft.status,
            answer=text,
            citations=citations,
            explanation=Explanation(lambda: _explained(context, question, draft)),
        )
        return Offline(answer, draft, context, question)


def draft_whole(context: Context, question: Question) -> Draft:
    """The drafts of all parts as one; in another language, that answers are in English."""
    if question.language:
        return declined(ASK_IN_ENGLISH[question.language], why=f"in {question.language}")
    return merged([draft_for(context, part) for part in question.parts])


def draft_for(context: Context, part: Part) -> Draft:
    """The draft of one part: fixed words, a refusal, a computed fact, or evidence."""
    draft_as = drafting(context, part)
    ruled, drafted = _ruled(context, part, draft_as)
    told = overruled(context, part, ruled, drafted, draft_as)
    return with_notes(context, part, reread(context, part, ruled, told))


def choices_for(context: Context, part: Part) -> tuple[Choice, list[Draft]]:
    """What may be said to a part, all read, that of the rules first, and the draft of each."""
    draft_as = drafting(context, part)
    ruled, _ = _ruled(context, part, draft_as)
    unread, drafts = choices(context, part, ruled, draft_as)
    return read(context, part, unread), [drafts[one.says] for one in unread.candidates]


def _ruled(context: Context, part: Part, draft_as: DraftAs) -> tuple[Ruled, Draft]:
    """What the rules say to a part, as it is judged and as a draft."""
    told = by_words(context, part)
    intent = told or part.intent
    drafted = draft_as(intent)
    return as_ruled(context, part, intent, drafted, by_words=told is not None), drafted


def drafting(context: Context, part: Part) -> DraftAs:
    """What drafts the part by an intent, each once, or the same of another stay."""
    own = cache(partial(draft_by, context, part))

    def draft_as(intent: str, of: Part | None = None) -> Draft:
        return own(intent) if of is None else draft_by(context, of, intent)

    return draft_as


def draft_by(context: Context, part: Part, intent: str) -> Draft:
    """The draft of a part by what it is taken to ask for.

    Where the question names the sort of value that it asks for, the draft has one or refuses.
    """
    return with_value(context, part, _drafted(context, part, intent))


def _drafted(context: Context, part: Part, intent: str) -> Draft:
    if intent != part.intent:
        part = replace(part, guess=part.guess.led_by(intent))
    for settled in (
        _aside, how_many_led, _personal, plainly_told, abroad, of_unknown_employer, _reason,
        of_absent_names, used_at,
    ):  # fmt: skip
        draft = settled(context, part)
        if draft is not None:
            return replace(draft, settled=True)
    if (told := labelled(context, part)) is not None:
        return replace(told, settled=True)
    network = intent == "name" and mentions_network(part.text)
    drafter = _DRAFTERS.get("contact_link" if network else intent)
    computed = drafter(context, part) if drafter else None
    if computed is not None:
        return replace(computed, settled=computed.settled or intent not in EVIDENCE)
    if intent in ABOUT_ONE_JOB and (granted := of_granted(context, part)) is not None:
        return replace(granted, settled=True)
    if intent in NOUNS and not has_section(context, intent):
        return replace(no_section(context, part), settled=True)
    return by_evidence(context, part)


def _aside(context: Context, part: Part) -> Draft | None:
    """The fixed words for what is no question about the person."""
    sure = part.guess.ranked[0][1] >= _SURE
    aside = part.guess.of("offtopic", "injection")
    off_topic = part.guess.of("offtopic") > part.guess.of("injection")
    if off_topic and is_of_person(part.text):
        return None  # whatever it is about, the resume says something of it or does not
    if off_topic and part.jobs and _ASKS_WHO.match(part.text):
        told = by_evidence(context, part)
        aside_at_all = part.intent == "offtopic" and told.status is not Status.ANSWERED
        return talk.decline(context) if aside_at_all else None
    fixed = part.intent in FIXED and sure
    if part.intent == "offtopic":
        own = aside < _CERTAINLY_ASIDE and bool(own_names(context, part))
        fixed = aside >= SURELY_OFF_TOPIC and not own
    if fixed:
        return _told_after_all(context, part, aside) or _FIXED[part.intent](context)
    of_person = part.intent in _REACHING or named_matter(part.text) is not None
    if aside >= _PERHAPS_ASIDE and not of_person:
        told, hits = by_evidence(context, part), context.search(part)
        named = any(is_label(part, hit) for hit in hits[:1])
        answers = told.status is Status.ANSWERED
        if answers and not named:
            whole = as_read(context.citer, told, said(context, told))
            enough = _READING * aside
            answers = context.reading(part, hits) > enough or (
                context.read(part, [whole])[0] > enough
            )
        return told if answers else talk.decline(context)
    return None


#: The more a question seems aside, the more it must read like one that a line answers: a logit of
#: so much at most.
_READING = 2.3
#: Probability, by the lines alone, from which a question is answered though it surely seems aside;
#: orders are not, from the second.
_AFTER_ALL, _ORDER = 0.85, 0.8


def _told_after_all(context: Context, part: Part, aside: float) -> Draft | None:
    """The evidence, where it leaves no doubt that the question is about the resume."""
    if part.guess.of("injection") >= _ORDER or part.intent not in ("offtopic", "injection"):
        return None
    hits = context.search(part)
    verdict = context.supports(part, hits)
    sure = verdict.probability >= _AFTER_ALL
    if not sure or context.reading(part, hits) <= _READING * aside:
        return None
    told = by_evidence(context, part)
    return told if told.status is Status.ANSWERED else None


def _personal(context: Context, part: Part) -> Draft | None:
    """What the resume states of a personal matter, or that it is silent on it."""
    if part.intent not in MATTERS:
        return None
    if part.guess.ranked[0][1] < _SURE and named_matter(part.text) is None:
        return None
    if part.unknown and part.intent == "personal_leaving":
        return unknown_employer(context, part)
    return personal(context, part)


def _reason(context: Context, part: Part) -> Draft | None:
    """Where a reason is asked for: a line that gives one, or that the resume gives none."""
    if not asks_reason(part.text):
        return None
    for hit in context.search(part)[:3]:
        if gives_reason(hit.words.text) and hit.dense >= _NEAR_ENOUGH:
            return answered(*quoted_all(context, [hit]), why="a line that gives a reason")
    return unsaid("why", *reach(context), why="no line near the question gives a reason")


def _explained(context: Context, question: Question, draft: Draft) -> dict[str, Any]:
    return {
        "standalone": question.standalone,
        "parts": [
            {
                "text": part.text,
                "intents": {label: round(share, 3) for label, share in part.guess.ranked[:3]},
                "employers": [job.name for job in part.jobs],
                "roles": [job.title for job in part.role_jobs],
                "time": part.when,
                "unknown": part.unknown,
                "candidates": [
                    {
                        "score": round(hit.score, 3),
                        "dense": round(hit.dense, 3),
                        "lexical": round(hit.lexical, 3),
                        **_where(context.resume.source, hit.words.span),
                        "text": hit.words.text,
                    }
                    for hit in context.search(part)[:5]
                ],
            }
            for part in question.parts
        ],
        "decision": draft.status.value,
        "why": draft.why,
    }


def _where(source: Source, span: Span) -> dict[str, str | int]:
    """The line of a span, and its file where there are several."""
    place = source.place(span)
    file: dict[str, str | int] = {"file": place.file} if source.parts else {}
    return file | {"line": place.start_line}
