"""The offline answerer: each part of a question goes to the module that can answer it.

No text is invented: an answer is a quote, a computed fact, or fixed wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.answer import Answer, Status
from assistant.answers import talk
from assistant.answers.contact import NETWORK_NAMES
from assistant.answers.context import Context, Drafter, reach, unsaid
from assistant.answers.employers import unknown_employer
from assistant.answers.evidence import EVIDENCE, by_evidence, choose, quoted_all, ranked
from assistant.answers.listing import NOT_OUT, described_by, headed
from assistant.answers.mentions import FRAME, bare_name, denied_skill, names_own_skill
from assistant.answers.person import NOUNS, PERSON
from assistant.answers.personal import MATTERS, personal
from assistant.answers.routes import about_work, lists_jobs
from assistant.answers.skill_lists import DISLIKES, disliked
from assistant.answers.skills import SKILLS, without
from assistant.answers.study import STUDY
from assistant.answers.work import WORK
from assistant.compose import Citer, Draft, answered, declined, merged
from assistant.describing import Describer
from assistant.facts import named_words
from assistant.language import ASK_IN_ENGLISH
from assistant.question import ABOUT_ONE_JOB, Part, Question
from assistant.retriever import ResumeRetriever
from assistant.support import Known, absent_names, asks_reason, gives_reason, supports
from assistant.text import FUNCTION_WORDS, keys, stems
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_common
from ingest.resume import Resume, SectionKind

_DRAFTERS: dict[str, Drafter] = {**WORK, **STUDY, **PERSON, **SKILLS, **EVIDENCE}
_FIXED = {
    "greeting": talk.greet, "capabilities": talk.greet, "thanks": talk.thank,
    "offtopic": talk.decline, "injection": talk.decline,
}  # fmt: skip
#: A question is refused as personal only where the classifier is at least so sure.
_SURE = 0.40
#: Probability of being off topic (or an order) from which a question is declined, and that from
#: which it is declined unless the evidence supports an answer.
_SURELY_ASIDE, _PERHAPS_ASIDE = 0.6, 0.3
#: Intents whose words are no names, or whose drafters look names up themselves.
_NAMES_NOTHING = frozenset(
    "contact_email contact_phone contact_link contact_any home name about skill_has skill_level"
    " skill_where skill_list job_current job_list total_experience".split()
)
#: Cosine from which a statement of another section answers for a section that is not there.
_ELSEWHERE = 0.30
#: Kinds of things that an employer may have: a name in the question may be that of one.
_OF_EMPLOYERS = frozenset("projects publications awards references certificates".split())
#: Intents that ask for the person's own particulars: lines of evidence say nothing better of them.
_REACHING = frozenset("contact_email contact_phone contact_link contact_any home name".split())
#: A short question of which the classifier is less sure may just name a skill of the resume.
_UNSURE = 0.50
#: Where the classifier is less sure than this, lines of other kinds answer from this probability.
_SURE_OF_KIND, _ANOTHER = 0.60, 0.60


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
        self._describer = Describer(resume, retriever)
        self._known = Known.of(resume)
        self._today = today

    def answer(self, question: Question) -> Answer:
        """Draft each part, put the drafts together, and number their citations."""
        context = Context(
            self._resume,
            self._citer,
            self._retriever,
            self._describer,
            self._known,
            self._today(),
        )
        draft = draft_whole(context, question)
        text, citations = self._citer.write(draft)
        return Answer(
            question=question.text,
            status=draft.status,
            answer=text,
            citations=citations,
            explanation=_explained(context, question, draft),
        )


def draft_whole(context: Context, question: Question) -> Draft:
    """The drafts of all parts as one; in another language, that answers are in English."""
    if question.language:
        return declined(ASK_IN_ENGLISH[question.language], why=f"in {question.language}")
    return merged([draft_for(context, part) for part in question.parts])


def draft_for(context: Context, part: Part) -> Draft:
    """The draft of one part: fixed words, a refusal, a computed fact, or evidence."""
    intent = _intent(context, part)
    part = part if intent == part.intent else replace(part, guess=part.guess.led_by(intent))
    sure = part.guess.ranked[0][1] >= _SURE
    aside = part.guess.of("offtopic", "injection")
    if aside >= _SURELY_ASIDE if intent == "offtopic" else intent in _FIXED and sure:
        return _FIXED[intent](context)
    if aside >= _PERHAPS_ASIDE and intent not in _REACHING:
        told = by_evidence(context, part)
        return told if told.status is Status.ANSWERED else talk.decline(context)
    if intent in MATTERS and sure:
        if part.unknown and intent == "personal_leaving":
            return unknown_employer(context, part)
        return personal(context, part)
    named = bool(part.unknown) and not all(map(is_common, keys(part.unknown or "")))
    if (named and (intent.startswith("edu") or intent in _OF_EMPLOYERS)) or (
        part.unknown
        and intent
        in ABOUT_ONE_JOB
        | {
            "job_at_time",
            "did_ever",
            "open_what",
            "number",
        }
    ):
        return unknown_employer(context, part)
    if asks_reason(part.text):
        return _reason(context, part)
    drafter = _DRAFTERS.get(intent)
    absent = _absent(context, part, intent)
    if absent:
        return _not_mentioned(context, part, absent)
    if intent == "name" and _mentions_network(part.text):
        drafter = _DRAFTERS["contact_link"]
    draft = drafter(context, part) if drafter else None
    if draft is not None:
        return draft
    if intent in NOUNS and not _has(context, intent):
        return _no_section(context, part)
    return by_evidence(context, part)


def _absent(context: Context, part: Part, intent: str) -> list[str]:
    """The names that the question takes for granted and the resume lacks."""
    if part.jobs or (intent in _NAMES_NOTHING and intent != "contact_link"):
        return []
    found = absent_names(part.text, context.known)
    if intent == "contact_link":
        return [name for name in found if not _mentions_network(name)]
    return [name for name in found if not _speech(name)]


def _reason(context: Context, part: Part) -> Draft:
    """A line near the question that gives a reason, or that the resume gives none."""
    for hit in context.search(part)[:3]:
        if gives_reason(hit.words.text) and hit.dense >= _ELSEWHERE:
            return answered(*quoted_all(context, [hit]), why="a line that gives a reason")
    return unsaid("why", *reach(context), why="no line near the question gives a reason")


_DURATION = re.compile(
    r"\b(?:how long|how many (?:years|months|yrs)|years? (?:at|with|as|in|of)|yrs|length of|"
    r"time (?:spent )?(?:at|with|in)|duration)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^\W*(?:tell me (?:a bit |more )?about|who(?:'s| is| are)|describe|introduce|summari[sz]e)\s+"
    r"(?:they|them|him|her|she|he|this (?:person|candidate)|the (?:candidate|person))\W*$",
    re.IGNORECASE,
)
_PERSONAL_WORDS = (
    ("personal_pay", r"\b(?:salary|ctc|lpa|day rate|compensation|pay package)\b"),
    ("personal_age", r"\b(?:how old|date of birth|d\.?o\.?b|born|birthday)\b"),
    ("personal_visa", r"\b(?:visa|sponsorship|citizen\w*|nationality|right to work)\b"),
    ("personal_notice", r"\bnotice period\b"),
)


def _intent(context: Context, part: Part) -> str:
    """The classifier's intent, but where the question's own words leave no doubt."""
    intent = part.intent
    if (asked := _of_named_job(part)) is not None:
        return asked
    if intent == "offtopic" and names_own_skill(context, part):
        return "skill_has"
    if intent in ("injection", "offtopic"):
        sure = intent == "injection" or part.guess.of("offtopic") >= _SURELY_ASIDE
        return intent if sure else lists_jobs(part.text) or intent
    for label, pattern in _PERSONAL_WORDS:
        if re.search(pattern, part.text, re.IGNORECASE):
            return label
    if (own := _own_words(context, part)) is not None:
        return own
    personal = [label for label, _ in part.guess.ranked if label in MATTERS]
    if personal and part.guess.of(*MATTERS) >= 0.5:
        return personal[0]
    if intent not in _FIXED and (bare := bare_name(part.text)) is not None:
        return bare
    if _ABOUT.search(part.text):
        return "about"
    if _beside_a_job(part):
        return "job_neighbour"
    if (settled := about_work(part, context.describer)) is not None:
        return settled
    return "job_duration" if _asks_duration(part) else intent


def _asks_duration(part: Part) -> bool:
    dated = any(job.dates for job in (*part.jobs, *part.role_jobs))
    fits = not part.intent.startswith(("edu", "skill"))
    return dated and fits and bool(_DURATION.search(part.text))


#: What a question asks of a job that it names, by its own words.
_OF_A_JOB = (
    ("job_role", r"\b(?:as what|what as|titles?|roles?|positions?)\b"),
    ("job_duration", r"\b(?:how long|time spent|how many (?:years|months))\b"),
    ("job_dates", r"\b(?:when|(?:which|what) years?|from when|dates)\b"),
    ("job_place", r"\b(?:where|(?:which|what) (?:place|city|town))\b"),
)


def _of_named_job(part: Part) -> str | None:
    """What is asked of a job by a question that has hardly a word beside the job's name."""
    if not part.jobs or not part.intent.startswith(("skill", "offtopic")) or _beside_a_job(part):
        return None
    if any(job.section.kind is not SectionKind.WORK for job in part.jobs):
        return None
    names = {word for job in part.jobs for word in keys(job.name)}
    if not set(keys(part.text)) <= names | FUNCTION_WORDS | FRAME | {"place", "time", "spent"}:
        return None
    for intent, pattern in _OF_A_JOB:
        if re.search(pattern, part.text, re.IGNORECASE):
            return intent
    return "job_duties"


def _own_words(context: Context, part: Part) -> str | None:
    """The intent of a question whose words fit what this very resume has, else None."""
    if NOT_OUT.search(part.text) and _has(context, "publications"):
        return "publications"
    unsure = part.guess.ranked[0][1] < _UNSURE or part.intent in ("offtopic", "about")
    if unsure and part.intent not in SKILLS and names_own_skill(context, part):
        return "skill_has"
    if DISLIKES.search(part.text) and disliked(context, part) is not None:
        return "skill_list"
    if part.intent == "did_ever" and denied_skill(context, part):
        return "skill_has"
    return "contact_phone" if _WHEN_TO_RING.search(part.text) else None


_WHEN_TO_RING = re.compile(
    r"\b(?:when|what time|best time|how late)\b.*\b(?:i|we)\s+(?:ring|phone|call)\b|"
    r"\btime to (?:ring|phone|call)\b",
    re.IGNORECASE,
)


def _beside_a_job(part: Part) -> bool:
    """Whether the question asks what came before or after a job that it names."""
    found = re.search(r"\b(?:before|after|prior to)\b(?P<what>.*)", part.text, re.IGNORECASE)
    if found is None:
        return False
    named = set(keys(found["what"]))
    return any(named & named_words(job.name) for job in part.jobs)


def _speech(name: str) -> bool:
    """Whether a name is that of a language, and so an adjective as well ("Japanese drums")."""
    term = load_vocabulary().find(simple_keys(name))
    return term is not None and set(term.categories) == {"spoken language"}


def _not_mentioned(context: Context, part: Part, absent: list[str]) -> Draft:
    """That the resume does not know a name which the question takes for granted."""
    term = load_vocabulary().find(simple_keys(absent[0]))
    if term is not None and "employer" in term.categories:
        return unknown_employer(context, replace(part, unknown=absent[0]))
    return without(context, part, absent)


def _has(context: Context, intent: str) -> bool:
    return any(
        section.statements or section.entries
        for section in context.resume.of_kind(SectionKind(intent))
    )


def _no_section(context: Context, part: Part) -> Draft:
    """No section of the kind asked for: perhaps a statement elsewhere, else silence."""
    noun = "volunteering" if part.intent == "volunteer" else part.intent
    told = headed(context, part, noun) or _told_elsewhere(context, part)
    if told is not None:
        return told
    hits = ranked(context, part)
    asked = described_by(part, noun)
    for hit in hits[:3]:
        if asked and asked <= stems(hit.words.text):
            return answered(*quoted_all(context, [hit]), why="a line with all that is asked for")
    near = bool(hits) and hits[0].dense >= _ELSEWHERE
    sure = part.guess.ranked[0][1]
    # Certificates go by their names: another line stands for one only in a doubtful question.
    by_name = part.intent == "certificates"
    another = sure < _UNSURE if by_name else bool(asked) or sure < _SURE_OF_KIND
    if near or (another and supports(part, hits, context.known).probability >= _ANOTHER):
        draft = by_evidence(context, part)
        if draft.status is Status.ANSWERED:
            return draft
    return unsaid(NOUNS[part.intent], why=f"no section of {part.intent}")


#: Words by which a statement outside of a section of the kind tells of one of the kind.
_CUES = {
    "awards": r"\b(?:won|awarded|awards?|prize|medal|finalist|came (?:first|second|third)|winner|"
    r"honou?red|scholarship|ranked|voted)\b",
    "publications": r"\b(?:published|co-?authored|journal|book chapter)\b",
    "volunteer": r"\b(?:volunteer\w*|unpaid|charity|(?:pro )?bono|for free|"
    r"for nothing|without (?:a )?(?:fee|pay|charge))\b",
    "certificates": r"\b(?:certified|certificat\w+|licen[cs]ed|accredited)\b",
    "references": r"\b(?:referees?|references?|vouch|speak for me)\b",
}


def _told_elsewhere(context: Context, part: Part) -> Draft | None:
    """Statements of other sections that plainly are of the kind asked for."""
    found = []
    asked, wanted = described_by(part, part.intent), _spoken(part.text)
    for hit in context.search(part):
        if hit.is_heading:
            continue
        if part.intent == "languages":
            named = _spoken(hit.words.text)
            speaks = named & wanted if wanted else named
            if speaks and len(hit.words.text.split()) <= 20:
                found.append(hit)
        elif part.intent == "certificates" and not asked <= stems(hit.words.text):
            continue  # a certificate is asked for by its name
        elif part.intent in _CUES and re.search(_CUES[part.intent], hit.words.text, re.IGNORECASE):
            found.append(hit)
    if not found:
        return None
    return answered(*quoted_all(context, choose(found)), why="told in other sections")


def _spoken(text: str) -> set[str]:
    """The spoken languages that a text names."""
    spans = load_vocabulary().spans(simple_keys(text))
    return {term.name for _, _, term in spans if "spoken language" in term.categories}


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
