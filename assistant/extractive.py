"""The offline answerer: each part of a question goes to the module that can answer it.

No text is invented: an answer is a quote, a computed fact, or fixed wording.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from assistant.answer import Answer, Status
from assistant.answers import talk
from assistant.answers.context import Context, Drafter, unsaid
from assistant.answers.evidence import EVIDENCE, by_evidence
from assistant.answers.person import NETWORK_NAMES, NOUNS, PERSON
from assistant.answers.personal import MATTERS, personal
from assistant.answers.skills import SKILLS
from assistant.answers.study import STUDY
from assistant.answers.work import WORK, unknown_employer
from assistant.compose import Citer, Draft, merged
from assistant.question import ABOUT_ONE_JOB, Part, Question
from assistant.retriever import ResumeRetriever
from assistant.text import keys
from ingest.resume import Resume, SectionKind

_DRAFTERS: dict[str, Drafter] = {**WORK, **STUDY, **PERSON, **SKILLS, **EVIDENCE}
_FIXED = {
    "greeting": talk.greet, "capabilities": talk.greet, "thanks": talk.thank,
    "offtopic": talk.decline, "injection": talk.decline,
}  # fmt: skip
#: A question is declined, or refused as personal, only where the classifier is at least so sure.
_SURE = 0.40
#: Cosine from which a statement of another section answers for a section that is not there.
_ELSEWHERE = 0.30


class ExtractiveAnswerer:
    """Answers questions about one resume from its own words."""

    def __init__(
        self,
        resume: Resume,
        retriever: ResumeRetriever,
        site_url: str | None,
        today: Callable[[], date],
    ) -> None:
        self._resume = resume
        self._retriever = retriever
        self._citer = Citer(resume, site_url)
        self._today = today

    def answer(self, question: Question) -> Answer:
        """Draft each part, put the drafts together, and number their citations."""
        context = Context(self._resume, self._citer, self._retriever, self._today())
        drafts = [draft_for(context, part) for part in question.parts]
        draft = merged(drafts)
        text, citations = self._citer.write(draft)
        return Answer(
            question=question.text,
            status=draft.status,
            answer=text,
            citations=citations,
            explanation=_explained(context, question, draft),
        )


def draft_for(context: Context, part: Part) -> Draft:
    """The draft of one part: fixed words, a refusal, a computed fact, or evidence."""
    intent = part.intent
    sure = part.guess.ranked[0][1] >= _SURE
    if intent in _FIXED and (sure or part.guess.of("offtopic", "injection") >= _SURE):
        return _FIXED[intent](context)
    if intent in MATTERS and sure:
        if part.unknown and intent == "personal_leaving":
            return unknown_employer(context, part)
        return personal(context, part)
    if part.unknown and intent in ABOUT_ONE_JOB | {
        "job_at_time",
        "did_ever",
        "open_what",
        "number",
    }:
        return unknown_employer(context, part)
    drafter = _DRAFTERS.get(intent)
    if intent == "name" and _mentions_network(part.text):
        drafter = _DRAFTERS["contact_link"]
    draft = drafter(context, part) if drafter else None
    if draft is not None:
        return draft
    if intent in NOUNS and not _has(context, intent):
        return _no_section(context, part)
    return by_evidence(context, part)


def _has(context: Context, intent: str) -> bool:
    return bool(context.resume.of_kind(SectionKind(intent)))


def _no_section(context: Context, part: Part) -> Draft:
    """No section of the kind asked for: perhaps a statement elsewhere, else silence."""
    draft = by_evidence(context, part)
    top = context.search(part)[:1]
    if draft.evidence and draft.status is Status.ANSWERED and top and top[0].dense >= _ELSEWHERE:
        return draft
    return unsaid(NOUNS[part.intent], why=f"no section of {part.intent}")


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
                        "line": hit.words.span.start_line,
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


def _mentions_network(text: str) -> bool:
    """Whether a "name" that is asked for is a handle on a site."""
    return bool(set(keys(text)) & NETWORK_NAMES)
