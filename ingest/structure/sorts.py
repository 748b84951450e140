"""What a part of a line is, by its own words: a role, an organisation, a degree, a place."""

from __future__ import annotations

import re
from enum import Enum

from ingest.structure.cues import (
    DEGREE,
    GRADE,
    SCHOOL,
    ends_in_role,
    is_city,
    is_organisation,
    is_place,
    is_region,
    is_role,
)

#: What a link behind a name says of where it leads.
_LEADS_TO = re.compile(
    r"(?:(?:live|view|see|project|source) )?(?:project|demo|code|link|web ?site|site|source|"
    r"presentation|slides|poster|repo|repository)",
    re.IGNORECASE,
)
#: "3 years 1 month", as many sites count.
_DURATION = re.compile(
    r"\(?\d{1,4}\s?(?:yrs?|years?|mos?|mths?|months?|weeks?|days?|hrs?|hours?)(?:,?\s+(?:and\s+)?\d{1,2}\s?\w+)?\)?",
    re.I,
)
#: In which part of the year or week, beside the years ("summers 2011, 2012").
_SEASON = re.compile(
    r"(?:(?:every|each|in|the)\s+)*(?:spring|summer|autumn|fall|winter|weekend|evening|vacation|"
    r"holiday)(?:s|\s+(?:holidays|seasons?))?\W*",
    re.IGNORECASE,
)
#: "Issued on", "Class of", before a date.
_INTRODUCES = re.compile(r"[^\W\d_]+ed (?:on|in|by)|class of", re.IGNORECASE)
#: What is found inside of firms, and is a firm only where nothing else is (a closed class).
_UNIT = re.compile(
    r"(?:Information (?:Technology|Systems|Services|Security)|Business (?:Operations|Services|"
    r"Technology|Systems|Development)|Human Resources|Customer (?:Services?|Support|Success|Care)|"
    r"(?:Technical|Corporate|Shared|Professional|Financial|Facilities|Support|Data|Media|Digital) "
    r"(?:Services|Support|Operations)|Public (?:Relations|Affairs)|Supply Chain|Quality Assurance|"
    r"(?:Aerospace|Biomedical|Chemical|Civil|Computer|Electrical|Electronic|Environmental|"
    r"Industrial|Marine|Materials|Mechanical|Nuclear|Process|Software|Structural|Systems) "
    r"Engineering|Research (?:and|&) Development|R&D|IT)",
    re.IGNORECASE,
)
#: What a part of a firm is: in brackets behind a position, no employer.
_PART = re.compile(r"\b(?:team|squad|department|dept|division|unit|desk|office)$", re.IGNORECASE)
#: What sort of organisation one is, in brackets behind its name.
_KIND = re.compile(
    r"(?:ngo|charity|agency|consultancy|company|non-?profit|start-?up|public sector|co-?op)",
    re.IGNORECASE,
)
#: "The Hull Courier" is a paper, and nobody's position.
_ARTICLE = re.compile(r"The [A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*$")
_OF = re.compile(r"\b(?:of|for|to|in|with)\b")
#: In which form somebody was held, said alone: a position only where no other is told.
_FORM = re.compile(
    r"(?:internship|apprenticeship|traineeship|freelance|contract|temporary|"
    r"permanent|seasonal|casual|locum|interim|voluntary|self[- ]employed|(?:full|part)[- ]time|"
    r"remote|hybrid|on[- ]?site|stage|apprentissage|alternance|intérim|cdi|cdd|praktikum|"
    r"ausbildung|minijob|prácticas|estágio|tirocinio)",
    re.IGNORECASE,
)


#: Behind these stands somebody else's name (a closed class).
_ANOTHER = re.compile(
    r"\W*(?:(?:co|thesis|academic|line|project|research|direct)[ -]?)?(?:supervisors?|advis[eo]rs?|"
    r"mentors?|reports? to|reporting to|supervised by|betreuer(?:in)?|encadrante?|tutora?)\s?:\s",
    re.IGNORECASE,
)


class Sort(Enum):
    """What a piece is, by its own words."""

    ROLE = "role"
    ORGANISATION = "organisation"
    SCHOOL = "school"
    DEGREE = "degree"
    PLACE = "place"
    NOTE = "note"
    UNSURE = "unsure"


#: What only says that it is the one above ("Intern @ same place"): a closed class.
SAME_EMPLOYER = re.compile(
    r"(?:[Aa]t )?(?:[Tt]he )?[Ss]ame (?:place|employer|firm|company|shop|school|college|hospital|"
    r"department|team|group|lab|laboratory|institute|university|clinic|practice|studio|office|"
    r"bank|kitchen|yard|house|agency|ministry)"
)


def sort_of(words: str, *, named: bool, bracketed: bool) -> Sort:
    """What words are by themselves; `named`: written as a name, `bracketed`: in brackets."""
    if is_place(words) or (SCHOOL.search(words) and is_city(words)):
        # Towns are called after the college in them ("College Park").
        return Sort.PLACE
    if SAME_EMPLOYER.fullmatch(words):
        return Sort.ORGANISATION
    beside = (_DURATION, _SEASON, _INTRODUCES, _LEADS_TO)
    if tells_of_another(words) or any(one.fullmatch(words) for one in beside):
        return Sort.NOTE
    if GRADE.search(words) and not SCHOOL.search(words):
        return Sort.NOTE
    if bracketed and (is_organisation(words) or SCHOOL.search(words)):
        part = _PART.search(words) or _UNIT.fullmatch(words) or is_kind(words)
        return Sort.NOTE if part else Sort.ORGANISATION
    if bracketed:
        return Sort.PLACE if is_city(words) or is_region(words) else Sort.NOTE
    if DEGREE.search(words) and not _school_first(words) and len(words.split()) <= 14:
        return Sort.DEGREE
    if SCHOOL.search(words):
        # "School Nurse", "University Lecturer" are what somebody is there; "tutor for college
        # students" names no college.
        held = ends_in_role(words) or (is_role(words) and not _names_school(words))
        return Sort.ROLE if held else Sort.SCHOOL
    named_so = _is_firm(words) or _ARTICLE.match(words) is not None
    if (is_role(words) or _ends_in_grade(words)) and not named_so:
        return Sort.ROLE
    if (is_organisation(words) and not _UNIT.fullmatch(words)) or _is_firm(words):
        return Sort.ORGANISATION
    if is_city(words):
        return Sort.PLACE
    if not named or not re.search(r"[^\W\d_]", words):
        return Sort.NOTE
    return Sort.UNSURE


def tells_of_another(words: str) -> bool:
    """Whether words say under whom somebody was ("Supervisor: Dr. Ada Byron")."""
    return _ANOTHER.match(words) is not None


def lasts(words: str) -> bool:
    """Whether words only say how long something took ("6 weeks", "240 hours")."""
    return _DURATION.fullmatch(words) is not None


def is_kind(words: str) -> bool:
    """Whether words only say what sort of organisation one is ("consultancy", "NGO")."""
    return _KIND.fullmatch(words) is not None


def is_season(words: str) -> bool:
    """Whether words only say in which part of the year or week something was ("summers")."""
    return _SEASON.fullmatch(words) is not None


def is_form(words: str) -> bool:
    """Whether words only say how somebody was employed ("Internship", "Remote")."""
    return _FORM.fullmatch(words) is not None


def _names_school(words: str) -> bool:
    """Whether a word for a school is part of a name, and not of whom or what somebody is for."""
    found = SCHOOL.search(words)
    if found is None or not found[0][:1].islower():
        return found is not None
    return _OF.search(words, 0, found.start()) is None


def _ends_in_grade(words: str) -> bool:
    """Whether "Intern" ends a title ("Software Engineering Intern"), though it may follow one."""
    return words.casefold().endswith((" intern", " internship", " trainee"))


def _is_firm(words: str) -> bool:
    """Whether people in the plural end a name: "Halloran Consulting Engineers" is a firm."""
    *before, last = words.split() or [""]
    plural = last[:1].isupper() and last.endswith("s") and is_role(last[:-1])
    return bool(before) and plural and not _OF.search(words)


def _school_first(words: str) -> bool:
    """Whether a school is named, and a degree only in passing ("Graduate School of Design")."""
    degree, school = DEGREE.search(words), SCHOOL.search(words)
    return bool(degree and school) and not re.match(r"\W*" + DEGREE.pattern, words, re.I)
