"""Personal matters and pay, by the words that name them, and what only sounds like one."""

from __future__ import annotations

import re

_PERSONAL_WORDS = (
    (
        "personal_pay",
        r"\b(?:salary|ctc|lpa|day rate|compensation|pay package)\b|"
        r"\bcomp(?= (?:package|range|expect\w*|level|history|she|he|they)\b|\W*$)|"
        r"(?:\b(?:his|her|their)|['’]s)\s+(?:pay|wages?|earnings)\b",
    ),
    (
        "personal_leaving",
        r"\breasons?\b.*\b(?:left|leav(?:e|ing)|quit\w*|resign\w*)\b|"
        r"^\W*why\b.*\b(?:left|leave|leaving|quit|resign\w*)\b",
    ),
    ("personal_age", r"\b(?:how old|date of birth|d\.?o\.?b|born|birthday)\b"),
    (
        "personal_visa",
        r"\b(?:visa|sponsorship|citizen(?!s\b)\w*|nationality|passport|right to work)\b",
    ),
    (
        "personal_notice",
        r"\bnotice period\b|\b(?:what|how much|how long an?|his|her|their) notice\b|"
        r"\b(?:weeks?|months?|days?)['’]? (?:of )?notice\b|"
        r"\bnotice\b.*\b(?:give|owes?|serve|work out)\b",
    ),
    (
        "personal_service",
        r"\b(?:did|does|do|done|has|have|is|was|still|finish\w*|complet\w*|exempt\w*|liable)\b.*"
        r"\b(?:army|military|national|compulsory|naval) (?:service|duty)\b|"
        r"^\W*(?:army|military|national|compulsory) service\W*(?:done|finished|completed)?\W*$|"
        r"\bconscript(?:ed|ion)\b",
    ),
)


#: Money that someone looks after is no pay.
MONEY_LOOKED_AFTER = re.compile(
    r"\b(?:look(?:s|ed|ing)? after|manag\w+|overs(?:ees?|eeing|aw)|handl\w+|responsible for|"
    r"in charge of|control\w*|administer\w*|rais(?:e[sd]?|ing)|sav(?:e[sd]?|ing)|"
    r"br(?:ing|ought) in)\b",
    re.IGNORECASE,
)
#: The day on which a stay began, and none on which one could.
START_OF_STAY = re.compile(
    r"^(?!.*\b(?:could|would|can|earliest|soonest|possible|if)\b).*"
    r"\b(?:start(?:ing)?|joining) (?:date|day|month|year)\b",
    re.IGNORECASE,
)
#: Who pays someone employs them.
WHO_PAYS = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|well|now)\W+)?who(?:m|['’]?s| is)? employ(?:s|ing)\b|"
    r"^\W*who(?:['’]?s| is)? (?:paying|pays) [^\W\d_]+ "
    r"(?:now|today|currently|these days|at the moment|right now|at present)\b|"
    r"^\W*(?:[^,;–]*(?:[,;:–]| -) *)?"
    r"(?:who(?:m|['’]?s)?|(?:which|what) (?:company|firm|employer|outfit))\b.*"
    r"\b(?:paid|pays?|paying)\b.*\b(?:wages?|salary|them|him|her|bills?)\b",
    re.IGNORECASE,
)


def named_matter(text: str) -> str | None:
    """The intent of a personal matter that a question calls by its name."""
    for label, pattern in _PERSONAL_WORDS:
        if re.search(pattern, text, re.IGNORECASE):
            return label
    return None
