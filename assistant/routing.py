"""What a question asks for: the classifier's guess, unless its own words settle it."""

from __future__ import annotations

import re

from assistant.answers.abroad import asks_abroad
from assistant.answers.between import time_between
from assistant.answers.compared import compared
from assistant.answers.context import Context
from assistant.answers.counts import states_number
from assistant.answers.lengths import LONG
from assistant.answers.listing import NOT_OUT
from assistant.answers.mentions import (
    FRAME,
    OF_ANY_JOB,
    bare_name,
    denied_skill,
    names_own_skill,
)
from assistant.answers.misheard import CHILDREN_AT_WORK
from assistant.answers.personal import MATTERS
from assistant.answers.places import settled_since, stays_asked
from assistant.answers.plain_matters import asks_plainly
from assistant.answers.routes import about_work, asks_validity, lists_jobs
from assistant.answers.skill_lists import DISLIKES, asks_own_level, disliked
from assistant.answers.skills import SKILLS
from assistant.describing import description
from assistant.facts import named_words
from assistant.matters import MONEY_LOOKED_AFTER, START_OF_STAY, WHO_PAYS, named_matter
from assistant.parts import Part, asks_sum
from assistant.plainly import asked_plainly, way_to_reach
from assistant.text import FUNCTION_WORDS, keys, stem, stems
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_ordinary
from ingest.resume import SectionKind

#: Intents that are answered in fixed words.
FIXED = frozenset("greeting capabilities thanks offtopic injection".split())
#: Probability of being off topic from which a question is.
SURELY_OFF_TOPIC = 0.5
#: A short question of which the classifier is less sure may just name a skill of the resume.
_UNSURE = 0.50

_OF_THE_PERSON = re.compile(
    r"\b(?:he|she|they|him|her|them|his|hers|theirs?|himself|herself|themselves|candidate|applicant"
    r"|(?:this|the) (?:person|guy|resume|cv))(?:['’](?:s|d|ve|re|ll))?\b|"
    r"\b(?:exposure|experience|know-?how|familiar(?: with|ity))\b|^\W*ever\b",
    re.IGNORECASE,
)
_OF_THE_ASKER = re.compile(r"\b(?:i|i['’]m|me|my|mine|we|us|our)\b", re.IGNORECASE)


def is_of_person(text: str) -> bool:
    """Whether a question is about the person by its words, and not about who asks."""
    return bool(_OF_THE_PERSON.search(text)) and not _OF_THE_ASKER.search(text)


_ABOUT = re.compile(
    r"^\W*(?:tell me (?:a bit |more )?about|who(?:'s| is| are)|describe|introduce|summari[sz]e)\s+"
    r"(?:they|them|him|her|she|he|this (?:person|candidate)|the (?:candidate|person))\W*$",
    re.IGNORECASE,
)


def by_words(context: Context, part: Part) -> str | None:
    """The intent that the question's own words leave no doubt of; None if they leave it open."""
    intent = part.intent
    if (length := _length(context, part)) is not None:
        return length
    if (asked := _of_named_job(part)) is not None:
        return asked
    if (way := way_to_reach(context, part, fixed=intent in FIXED)) is not None:
        return way
    if intent in ("offtopic", "injection") and names_own_skill(context, part):
        return "skill_has"
    if intent == "offtopic" and asks_own_level(context, part):
        return "skill_level"
    if (told := asked_plainly(context, part)) is not None:
        return told
    if intent in ("injection", "offtopic"):
        sure = intent == "injection" or part.guess.of("offtopic") >= SURELY_OFF_TOPIC
        return intent if sure else lists_jobs(part.text) or intent
    if _of_the_world(context, part):
        return "offtopic"
    if asks_plainly(part.text) or asks_abroad(part):
        # Whatever else it sounds like, lines tell who paid, what was given up, or where it was.
        return intent
    if WHO_PAYS.search(part.text):
        return "job_at_time" if part.when else "job_current"
    if (matter := named_matter(part.text)) is not None:
        return matter
    if (own := _own_words(context, part)) is not None:
        return own
    return _matter(context, part) or _by_form(context, part)


#: What "how long" is asked of, where it is no stay at a place.
_NOT_THERE = ("skill", "edu", "contact", "personal", "languages")


def _length(context: Context, part: Part) -> str | None:
    """What asks for a length, or for the longer or earlier of two, by words of its own."""
    if asks_sum(part) or _of_places(context, part):
        return "job_duration"
    return "job_longest" if compared(context, part) else None


def _of_places(context: Context, part: Part) -> bool:
    """Whether a length is asked of the stays in a place, of living there, or between two stays."""
    if time_between(context, part) or settled_since(context, part):
        return True
    return not part.intent.startswith(_NOT_THERE) and bool(stays_asked(context, part))


#: What is asked of a thing: "height of X", "the distance between X and Y".
_OF_A_THING = re.compile(
    r"^\W*(?:(?:what|which)(?:['’]?s| is| are| was)? )?(?:the |an? )?"
    r"(?P<what>(?:[\w-]+ ){1,2}?)(?:of|between) (?P<thing>.*)",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(
    r"^\W*(?:(?:what(?:['’]?s| is)|how much is|calculate|compute) )?"
    r"\d[\d.,]*(?:\s*(?:times|plus|minus|divided by|multiplied by|[x×*/+])\s*\d[\d.,]*)+\W*$",
    re.IGNORECASE,
)
#: What may be asked of somebody's work, whatever it is of.
_OF_WORK = frozenset(
    map(
        stem,
        """number size length amount count name list kind type sort year month level proof evidence
        example detail scope scale value budget range area field place date title head part use
        knowledge experience record rank command mastery history""".split(),
    )
)


def _of_the_world(context: Context, part: Part) -> bool:
    """Whether the form of a question asks for general knowledge, of things not in the resume."""
    if _ARITHMETIC.match(part.text):
        return True
    asked = _OF_A_THING.match(part.text)
    if asked is None or part.jobs or part.role_jobs or is_of_person(part.text):
        return False
    words = [word for word in keys(asked["thing"]) if word not in FUNCTION_WORDS]
    strange = any(len(word) > 2 and not is_ordinary(word) for word in words)
    known = any(stem(word) in context.known.stems for word in words)
    unsure = part.guess.ranked[0][1] < SURELY_OFF_TOPIC
    return strange and unsure and not known and not stems(asked["what"]) & _OF_WORK


def _matter(context: Context, part: Part) -> str | None:
    """The personal matter that the classifier takes a question for, or what it is instead."""
    personal = [label for label, _ in part.guess.ranked if label in MATTERS]
    if not personal or part.guess.of(*MATTERS) < _PERSONAL:
        return None
    if asks_validity(part.text):
        named = personal[0] in _SELDOM_VALID and context.resume.of_kind(SectionKind.CERTIFICATES)
        return "date_of_certificates" if named and part.intent == personal[0] else None
    if personal[0] == "personal_pay" and MONEY_LOOKED_AFTER.search(part.text):
        return "number"
    if personal[0] == "personal_family" and CHILDREN_AT_WORK.search(part.text):
        return "did_ever"
    return personal[0]


#: Summed probability from which a question is about a personal matter.
_PERSONAL = 0.5
#: Matters of which nothing has a day until which it holds.
_SELDOM_VALID = frozenset("personal_health personal_notice personal_other".split())


def _by_form(context: Context, part: Part) -> str | None:
    """The intent that the form of the question settles, else None."""
    if part.intent == "total_experience" and _of_a_skill(context, part):
        return "skill_has"
    if part.intent == "total_experience" and _told_of_a_field(context, part):
        return "number"
    reaching = part.intent.startswith("contact") or part.intent in FIXED
    if not reaching and (bare := bare_name(part.text)) is not None:
        return bare
    if _ABOUT.search(part.text):
        return "about"
    return about_work(part, context.describer)


def _of_a_skill(context: Context, part: Part) -> bool:
    """Whether years are asked for of a named skill, and of no job that the titles tell."""
    spans = load_vocabulary().spans(simple_keys(part.text))
    named = any(set(term.categories) - {"employer", "spoken language"} for _, _, term in spans)
    return named and not part.jobs and not context.describer.of_field(part)


def _told_of_a_field(context: Context, part: Part) -> bool:
    """Whether years are asked for of a field that no title has, and the nearest line tells them."""
    field = stems(description(part.text)) - _ANY_WORK
    nearest = context.search(part)[:1]
    told = bool(nearest) and field <= stems(nearest[0].words.text) and states_number(nearest[0])
    return bool(field) and told and not context.describer.of_field(part)


#: What says nothing of the field of somebody's work.
_ANY_WORK = frozenset(map(stem, "work working job experience career professional".split()))


#: What a question asks of a job that it names, by its own words.
_OF_A_JOB = (
    ("job_role", r"\b(?:as what|what as|titles?|roles?|positions?)\b"),
    ("job_dates", r"\b(?:when|(?:which|what) years?|from when|dates)\b"),
    ("job_place", r"\b(?:where|(?:which|what) (?:place|city|town))\b"),
)


#: "Stay at Acme?": how long it was is told with its dates.
_BARE_STAY = re.compile(
    r"^\W*(?:(?:the|his|her|their) )?(?:stay|stint|tenure|spell) (?:at|with|in|there)\b",
    re.IGNORECASE,
)
_STAY = frozenset("stay stint tenure spell date".split())
_HEDGES = frozenset("roughly approximately approx exactly precisely actually".split())
#: What asks for a title, and the words that it is asked by.
_ROLES = ("job_role", "job_titles")
_TITLES = frozenset("title titles role roles position positions held hold designation".split())
#: Guesses that a question about a job, with few words of its own, is given too easily.
_VAGUE = ("skill", "offtopic", "injection", "open_what", "followup", "what_is", "personal", "about")


#: What is asked of a study, where an institute's name makes it sound so, and of the work there.
_LIKE_STUDY = {"edu_dates": "job_dates", "edu_duration": "job_duration"}


def _names_work_outright(part: Part) -> bool:
    """Whether the question has the whole name of an employer, and the resume no study there."""
    asked = set(keys(part.text))
    named = [job for job in part.jobs if set(keys(job.name)[:_NAME]) <= asked]
    return bool(named) and all(job.section.kind is SectionKind.WORK for job in part.jobs)


#: As many of the first words of a name tell it.
_NAME = 3


def _of_named_job(part: Part) -> str | None:
    """What is asked of a job by a question that has hardly a word beside the job's name."""
    if any(job.dates for job in part.jobs) and START_OF_STAY.search(part.text):
        return "job_dates"
    if part.intent in _LIKE_STUDY and _names_work_outright(part):
        return _LIKE_STUDY[part.intent]
    heard = part.intent in ("job_dates", *_ROLES) or part.intent.startswith(_VAGUE)
    if not part.jobs or not heard or _beside_a_job(part):
        return None
    if any(job.section.kind is not SectionKind.WORK for job in part.jobs):
        return None
    names = {word for job in part.jobs for word in keys(job.name)}
    plain = names | FUNCTION_WORDS | FRAME | OF_ANY_JOB | _HEDGES
    if _BARE_STAY.match(part.text) and set(keys(part.text)) <= plain | _STAY:
        return "job_duration"
    if part.intent in _ROLES:
        return part.intent if set(keys(part.text)) <= plain | _TITLES else None
    if part.intent == "job_dates":
        return None
    if set(keys(LONG.sub(" ", part.text))) <= plain and LONG.search(part.text):
        return "job_duration"
    if not set(keys(part.text)) <= plain:
        return None
    for intent, pattern in _OF_A_JOB:
        if re.search(pattern, part.text, re.IGNORECASE):
            return intent
    return "job_duties"


def _own_words(context: Context, part: Part) -> str | None:
    """The intent of a question whose words fit what this very resume has, else None."""
    if NOT_OUT.search(part.text) and context.resume.of_kind(SectionKind.PUBLICATIONS):
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
