"""What pieces of a question ask for by themselves, and what is asked of two things at once."""

from __future__ import annotations

import re

from assistant.text import FUNCTION_WORDS, tokens
from assistant.when import read_time
from ingest.dates import find_dates

#: What lies between two things is asked of both at once.
BETWEEN = re.compile(
    r"\b(?:time|long|years?|months?|weeks?)\b.*\bbetween\s+(?P<first>.+?)\s+(?:and|&|to)\s+"
    r"(?P<second>.+)",
    re.IGNORECASE,
)
#: A piece that asks for a place by its noun, and nothing else.
PLACE_ASKED = re.compile(
    r"(?:(?:and|also|who) )?(?:in |at )?(?:(?:which|what|whose|the|its) )?(?:part of (?:the )?)?"
    r"(?:place|city|town|country|county|state|region|area|suburb|district|location|where|whereabouts)"
    r"(?: (?:is|was) (?:it|that|this))?",
    re.IGNORECASE,
)
#: A piece that asks as what somebody works or worked there, and nothing else.
ROLE_ASKED = re.compile(
    r"(?:(?:and|also) )?(?:(?:in|under|with) )?(?:(?:which|what|whose|the|his|her|their) )"
    r"(?:job )?(?:role|title|position|capacity|function|rank)s?(?: (?:there|now|then))?|"
    r"(?:and )?(?:as what|what as)",
    re.IGNORECASE,
)
#: What the things of a list are told with, and the intents that ask for such lists.
_FIELDS = frozenset(
    """title titles city cities town towns place places venue venues year years date dates month
    months company companies institution institutions issuer issuers publisher publishers author
    authors journal journals""".split()
)
_WITH_FIELDS = frozenset("publications awards certificates projects volunteer edu_list".split())


def fields_of(intent: str) -> frozenset[str]:
    """The words that by themselves ask for nothing beside a list: "talks, titles and cities"."""
    return _FIELDS if intent in _WITH_FIELDS else frozenset()


#: A piece that only gives a time, and what it says beyond the date ("xmas 2016").
_SEASONS = frozenset(
    """early mid late end start beginning xmas christmas easter quarter half first second third
    fourth q1 q2 q3 q4 back""".split()
)
#: A piece that leans on what stands before it: "still valid", "rank too", "gpa there", "/ wants".
LEANS = re.compile(
    r"still(?: \S+){1,2}|\S+ too|(?:\S+ ){1,2}there|"
    r"(?:wants?|needs?|expects?|asks|hopes)(?: for)?",
    re.IGNORECASE,
)


def only_a_time(text: str) -> bool:
    """Whether a piece of a question says nothing but when: it asks for nothing by itself."""
    if read_time(text) is None:
        return False
    dated = [(found.start, found.end) for found in find_dates(text)]
    return all(
        token.key in FUNCTION_WORDS or token.key in _SEASONS
        for token in tokens(text)
        if not any(low <= token.start < high for low, high in dated)
    )


#: By these words a length of time is asked for, and beside them that somebody stayed so long.
LENGTHS = frozenset("long years months yrs weeks".split())
_STAYED = frozenset(
    """stay stayed staying last lasted take took been worked work spent there job role one
    post""".split()
)


def asks_its_length(text: str) -> bool:
    """Whether a piece only asks how long that was which the piece before it tells of."""
    said = {token.key for token in tokens(text)}
    return bool(said & LENGTHS) and said <= FUNCTION_WORDS | LENGTHS | _STAYED


#: How an answer is wanted: by themselves these words ask for nothing.
_MANNERS = frozenset(
    """numbers figures details examples roughly briefly exactly possible applicable list em name
    names pls please amount amounts size sizes value price newest oldest first order big
    large prefer prefers euros euro dollars pounds usd eur gbp""".split()
)
#: What "can't find it" says beyond its small words.
_NOT_FOUND = frozenset("can't cant cannot couldn't couldnt don't dont find see spot".split())
#: What is asked of a thing that another piece names: "Kafka, any exposure?".
_ASPECTS = frozenset(
    "exposure experience experienced knowledge know-how knowhow familiar familiarity".split()
)
#: What "give me the number" says beyond them, where a number is asked for before.
_DEMANDED = frozenset("give tell number figure count total".split())
#: What "and at what level" says beyond its small words.
_STRENGTH = frozenset("level levels good well strong proficient proficiency fluent rate".split())
_OF_SKILLS = frozenset("skill_has skill_level skill_where languages".split())


def ask_nothing(intent: str) -> frozenset[str]:
    """The folded words that ask for nothing by themselves beside a question of this intent."""
    words = FUNCTION_WORDS | _MANNERS | _ASPECTS | _NOT_FOUND | fields_of(intent)
    words |= LENGTHS | {"total"} if intent == "job_duration" else frozenset()
    words |= _STRENGTH if intent in _OF_SKILLS else frozenset()
    return words | (_DEMANDED if intent == "number" else frozenset())
