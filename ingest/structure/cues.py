"""Signs by which people tell a role from an organisation from a degree. General, for all fields."""

from __future__ import annotations

import re

from ingest.languages import (
    CHINESE,
    DUTCH,
    ENGLISH,
    GERMAN,
    HAN,
    alternatives,
    count_words,
    folded,
    words,
)
from ingest.structure.gazetteer import is_city, is_place, is_region

__all__ = [
    "DEGREE", "FORMERLY", "GRADE", "LATER", "SCHOOL", "STUDY_FACT", "ends_in_role",
    "has_legal_form", "is_city", "is_organisation", "is_place", "is_region", "is_role",
]  # fmt: skip

_ENGLISH_NOUNS = frozenset(ENGLISH.roles.split())
_ROLE_NOUNS = words("roles", leading=False)
#: In "Gerente de ventas" the noun comes first; some do so only alone or before a preposition.
_LEADING_NOUNS = words("roles", leading=True)
_SHY_NOUNS = words("shy_roles")
_BEFORE_NOUN = frozenset("senior junior sr jr ex sub vice co".split())
_AFTER_SHY = re.compile(r"(?:de|d['’].+|du|en|em|di|da|do|à|au|in|bei|chez|im)", re.IGNORECASE)
#: What ends so names who does a thing: "winemaker", of any word "Konstruktionsleiterin Getriebe",
#: without spaces "后端工程师".
_ROLE_ENDING = re.compile(rf"[^\W\d_]{{2,}}(?:{alternatives('role_endings', ENGLISH)})s?")
_COMPOUND_ROLE = re.compile(
    rf"[^\W\d_]*(?:{alternatives('role_endings', GERMAN, DUTCH)})", re.IGNORECASE
)
_HAN_ROLE = re.compile(rf"(?:{alternatives('role_endings', CHINESE)})$")
# A title may end in what is no head noun: a grade, a number, a way of working.
_AFTER_NOUN = re.compile(
    r"(?:[\s,/-]+(?:[ivx]{1,4}|\d{1,2}|[a-e]|sr\.?|jr\.?|emeritus|intern(?:ship)?|full[- ]?time|"
    r"part[- ]?time|contract|remote|l\d|e\d|band \d\w?|level \d|\([^()]*\))|（[^（）]*）)+$",
    re.IGNORECASE,
)
#: The other gender, written along: "Entwickler*in", "Infirmier(ère)", "Enfermero/a".
_GENDER = re.compile(r"(?:[/*:·_]-?|\()(?:in|innen|e|a|o|r|ne|ra|ora|ère|euse|rice|trice)\)?$")
_PREPOSITION = re.compile(
    r"\s+(?:of|in|for|to|with|on|und|für|im|de|,|(?<=\w)from|under|at)\s+|\s*[,(–—]\s*",
    re.IGNORECASE,
)
_ORGANISATION_NOUNS = words("organisations", leading=False)
_LEADING_ORGANISATIONS = words("organisations", leading=True) | {
    folded(word) for language in (GERMAN, DUTCH) for word in language.organisations.split()
}
_ORGANISATION_ENDING = re.compile(rf"(?:{alternatives('organisation_endings')})$", re.IGNORECASE)
_COMPANY_SUFFIX = re.compile(
    rf"\b(?:{alternatives('legal_forms')})\b\.?$"
    r"|\s&\s+(?:sons?|co|company|partners|associates|daughters)\b|\.(?:com|io|ai|org|net|co)$",
    re.IGNORECASE,
)
SCHOOL = re.compile(alternatives("schools"), re.IGNORECASE)
_ABBREVIATED = (
    r"b\.?\s?sc|m\.?\s?sc|b\.?a|m\.?a|b\.?s|m\.?s|a\.?a\.?s?|a\.?s|ph\.?\s?d|d\.?\s?phil|m\.?\s?phil|"
    r"b\.?\s?eng|m\.?\s?eng|b\.?\s?tech|m\.?\s?tech|b\.?\s?com|m\.?\s?com|e?mba|ll\.?\s?b|ll\.?\s?m|"
    r"m\.?\s?b\.?\s?b\.?\s?s|m\.?d|b\.?\s?ed|m\.?\s?ed|ed\.?d|pgce|pg\s?(?:cert|dip)|hnd|hnc|nvq|"
    r"gcses?|a[- ]levels?|bfa|mfa|b\.?\s?mus|m\.?\s?mus|j\.?d|bca|mca|bba|bbs|b\.?e|m\.?e|bsn|msn|"
    r"dnp|mph|mpa|mpp|msw|march|b\.?arch|btec|abitur|matura|ged|ib diploma|s\.?b|s\.?m|d\.?sc|meng|"
    r"beng|m(?:phys|chem|math|biol|comp|sci|pharm|ost|res|fin)|svq|s/?nvq|hncert"
)
# Abbreviations count in the case that they are written in: "as", "ma" or "be" are words.
_DEGREE_SHORT = re.compile(
    r"^\W*(?:(?:intended|expected|prospective|(?:currently )?pursuing|completing) (?:an? )?)?"
    rf"(?:{_ABBREVIATED})\b\.?(?![a-z])"
    r"|^\W*(?:[a-z][a-z]?\.){2,4}\s+(?:in|of)\s|\b(?:Ph\.?D|MBA|BSc|MSc|B\.Sc|M\.Sc|LLB|LLM|PGCE)\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    rf"{_DEGREE_SHORT.pattern}|^masters?\b"
    rf"|(?:\b|(?<=[{HAN}]))(?:{alternatives('degrees')})",
    re.IGNORECASE,
)
#: A label under a degree that says something of it ("PhD thesis: ...") and names no other.
STUDY_FACT = re.compile(
    r"^\W*(?:[^\W\d_][\w.'’]*\s+){0,3}(?:thesis|dissertation|supervisors?|advis[eo]rs?|coursework|"
    r"courses|modules|subjects|focus|topic|gpa|grades?|minors?|majors?|honou?rs|awards?|activities|"
    r"projects?|capstone)"
    r"(?:\s+title)?\s*[:：]\s*\S",
    re.IGNORECASE,
)
GRADE = re.compile(rf"^(?:{alternatives('marks')}|\d(?:[.,]\d+)?\s*/\s*\d)", re.IGNORECASE)
#: What introduces a position that was held before at the same employer: "prev. Clerk".
FORMERLY = re.compile(rf"\W*(?:{alternatives('formerly')})\s*:?\s+", re.IGNORECASE)
#: What introduces one that was held after it: "Clerk, then Cashier".
LATER = re.compile(rf"\W*(?:{alternatives('later')})\s+(?=\w)")
_MAX_ROLE_WORDS = 10


def _head(text: str) -> str:
    """The last word of the phrase before any preposition, comma or grade: what the thing is."""
    bare = _AFTER_NOUN.sub("", text.strip())
    first = _PREPOSITION.split(bare or text, maxsplit=1)[0].split()
    return folded(_GENDER.sub("", first[-1]).strip(".'\"")) if first else ""


def _noun(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _ROLE_NOUNS else word


#: "Crew" may be whose one was, too ("Ann's crew"); as what one works in these (a closed class).
_CREW = re.compile(
    r"(?:(?:senior|junior|seasonal)\s+)?(?:cabin|flight|ground|service|deck|restaurant)\s+crew",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    """Whether the words name a position: its head is the head noun of a job title."""
    bare = text.strip()
    if not bare or count_words(bare) > _MAX_ROLE_WORDS or _COMPANY_SUFFIX.search(bare):
        return False
    if _CREW.fullmatch(bare):
        return True
    head = _head(bare)
    parts = [part for part in re.split(r"[-/&]", head) if part]
    if _noun(head) in _ROLE_NOUNS or any(_noun(part) in _ROLE_NOUNS for part in parts):
        return True
    if head in _ORGANISATION_NOUNS:
        return False
    return bool(_ROLE_ENDING.fullmatch(head)) or _noun_leads(bare) or _other_order(bare)


def _noun_leads(text: str) -> bool:
    """Whether a role noun leads: "VP Engineering", "Head Baker and Owner", "Lead, Platform".

    In the plural it is more likely part of a name ("Alpine Guides and Valley Tours").
    """
    inside = re.split(r"[\s/,&-]+", text.casefold())
    within = len(inside) <= 5 and any(part in _ENGLISH_NOUNS for part in inside[1:])
    return _noun(inside[0]) in _LEADING or within


def _other_order(text: str) -> bool:
    """Whether the words are a position in a language that does not put the noun last."""
    if _HAN_ROLE.search(_AFTER_NOUN.sub("", text)):
        return True
    inside = [_GENDER.sub("", word) for word in text.split()]
    first = next((at for at, word in enumerate(inside) if folded(word) not in _BEFORE_NOUN), 0)
    noun, following = folded(inside[first].strip(",.")), inside[first + 1 : first + 2]
    if noun in _LEADING_NOUNS:
        return True
    if noun in _SHY_NOUNS and (not following or _AFTER_SHY.fullmatch(following[0])):
        return True
    phrase = _PREPOSITION.split(text, maxsplit=1)[0].split()
    return any(_COMPOUND_ROLE.fullmatch(_GENDER.sub("", word)) for word in phrase[:3])


def ends_in_role(text: str) -> bool:
    """Whether the last word, and not only the phrase, is a job title's head noun."""
    for words_ in (text, _AFTER_NOUN.sub("", text.strip())):
        end = [_GENDER.sub("", word).strip(".'\"()") for word in words_.split()[-1:]]
        if end and (_noun(folded(end[0])) in _ROLE_NOUNS or _COMPOUND_ROLE.fullmatch(end[0])):
            return True
    return bool(_HAN_ROLE.search(text.strip()))


_LEADING = frozenset(
    """vp svp evp head lead chief senior junior associate assistant deputy acting interim freelance
    self-employed sde director manager founder co-founder staff principal trainee""".split()
)


def has_legal_form(text: str) -> bool:
    """Whether a name ends in a firm's legal form ("Ltd"), or as only a firm's does ("& Sons")."""
    return _COMPANY_SUFFIX.search(text.strip(" .")) is not None


def is_organisation(text: str) -> bool:
    """Whether the words name an organisation, by its legal form or by what kind of thing it is."""
    bare = text.strip(" .")
    if not bare or bare[:1].islower():
        return False
    if _COMPANY_SUFFIX.search(bare):
        return True
    parts = [folded(part.strip(".,'\"()")) for part in bare.split()]
    if _head(bare) in _ORGANISATION_NOUNS or {*parts[-1:]} & _ORGANISATION_NOUNS:
        return True
    if parts[0] in _LEADING_ORGANISATIONS:
        return True
    inside = _PREPOSITION.split(bare, maxsplit=1)[0].split()
    ends = (*inside[:1], *inside[-1:], bare)
    return any(_ORGANISATION_ENDING.search(word) for word in ends)
