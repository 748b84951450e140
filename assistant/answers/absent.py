"""Names in a question that the resume does not have."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.context import Context
from assistant.answers.employers import unknown_employer
from assistant.answers.networks import NETWORK_NAMES
from assistant.answers.skills import without
from assistant.answers.studied import levels_in
from assistant.compose import Draft
from assistant.granted import granted_name
from assistant.parts import Part
from assistant.question import ABOUT_ONE_JOB
from assistant.support import absent_names
from assistant.text import fold, keys, stem
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_common, is_ordinary

#: Intents whose words are no names, or whose drafters look names up themselves.
_NAMES_NOTHING = frozenset(
    "contact_email contact_phone contact_any home name about skill_has skill_level"
    " skill_where skill_list job_current job_list total_experience".split()
)
#: Kinds of things that an employer may have: a name in the question may be that of one.
_OF_EMPLOYERS = frozenset("projects publications awards references certificates".split())
#: Intents of which a name that the question takes for granted is an employer's.
_OF_ONE_EMPLOYER = ABOUT_ONE_JOB | {"job_at_time", "job_titles", "did_ever", "open_what", "number"}


def of_unknown_employer(context: Context, part: Part) -> Draft | None:
    """That the resume lists no employer of the name which the question takes for granted."""
    if not part.unknown:
        return None
    words = keys(part.unknown)
    school = part.intent.startswith("edu") and not all(map(is_ordinary, words))
    known = load_vocabulary().is_employer(simple_keys(part.unknown))
    of_a_kind = part.intent in _OF_EMPLOYERS and (known or not all(map(is_common, words)))
    there = re.search(r"\bthere\b", part.text, re.IGNORECASE)
    if school or of_a_kind or there or part.intent in _OF_ONE_EMPLOYER:
        return unknown_employer(context, part)
    return None


def of_granted(context: Context, part: Part) -> Draft | None:
    """That no employer is of the name which the grammar gives to one, where no fact was found."""
    if part.jobs or part.role_jobs:
        return None
    lines = [fold(words.text) for _, _, words in context.resume.walk()]
    name = granted_name(part.text, lines, described=False)
    return unknown_employer(context, replace(part, unknown=name)) if name else None


def of_absent_names(context: Context, part: Part) -> Draft | None:
    """That the resume does not know a name which the question takes for granted."""
    absent = _absent(context, part, part.intent)
    if not absent:
        return None
    if load_vocabulary().is_employer(simple_keys(absent[0])):
        return unknown_employer(context, replace(part, unknown=absent[0]))
    return without(context, part, absent)


def _absent(context: Context, part: Part, intent: str) -> list[str]:
    """The names that the question takes for granted and the resume lacks."""
    if part.jobs or intent in _NAMES_NOTHING:
        return []
    found = absent_names(part.text, context.known) or _in_front(context, part.text)
    if intent == "contact_link":
        return [name for name in found if not mentions_network(name)]
    if intent.startswith("edu"):  # which degrees there are its drafters tell
        found = [name for name in found if not levels_in(name)]
    # A language is an adjective as well ("Japanese drums").
    speech = load_vocabulary().is_speech
    return [name for name in found if not speech(simple_keys(name))]


#: What a question is about may stand before it: "acme: which team was she in".
_IN_FRONT = re.compile(r"^\W*(?P<name>[^\W\d_]{4,})(?:[:,]|\s[-–—])\s+\S+\s+\S+")


def _in_front(context: Context, text: str) -> list[str]:
    """The word in front that is no English one, and names nothing that the resume has."""
    found = _IN_FRONT.match(text)
    key = fold(found["name"]) if found else ""
    plain = not key or is_ordinary(key) or is_common(key) or stem(key) in context.known.stems
    return [] if plain or load_vocabulary().find([key]) or found is None else [found["name"]]


def mentions_network(text: str) -> bool:
    """Whether a "name" that is asked for is a handle on a site."""
    return bool(set(keys(text)) & NETWORK_NAMES)
