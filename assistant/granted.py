"""Employers and schools that a question takes for granted, by its grammar alone.

In small letters "marine scotland" is two ordinary words, and a resume may have both. Where they
stand tells that they name somewhere: behind "her role at" without an article, in front of a "there"
that refers to them, before "rate her".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.countries import adjectives
from assistant.names import GENERIC, forms_of_sort
from assistant.text import FUNCTION_WORDS, either_number, fold, keys, stem, stems, tokens
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_ordinary

_WORD = r"[^\W\d_][\w&.'’+-]*"
#: A stay, in the singular or by its length, and where it was; "time with Python" is no stay.
_STAY = re.compile(
    r"\b(?:(?:stint|tenure|internship|role|job|position|post|placement|spell|gig|lectureship|"
    r"professorship|fellowship|apprenticeship|traineeship|secondment|residency|employment|"
    r"studentship)s? (?:at|with)|(?:time|days|years) at) "
    rf"(?P<name>(?:the )?{_WORD}(?: {_WORD}){{0,4}}?)"
    rf"(?: in (?P<place>{_WORD}))?"
    r"(?=\s*(?:$|[?,;:()!.]|\s[-–—]\s|\b(?:and|or|that|which|what|when|where|who|how|did|was|is|"
    r"were|has|had|from|until|before|after|in|on|as|for|during|while)\b))",
    re.IGNORECASE,
)
#: What stands in front, and is somewhere: "Acme Mills - who led her there".
_IN_FRONT = re.compile(
    rf"^\W*(?:(?:so|and|ok|okay|about|re|regarding|at|her|his|their) )*"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}?)\s*(?:[,:;]|\s[-–—])\s.*\bthere\b",
    re.IGNORECASE,
)
#: How bodies of a sort are called in English.
_BODIES = (
    "university|uni|college|school|library|hospital|clinic|council|trust|museum|bank|institute|"
    "academy|polytechnic|gallery|theatre|theater|ministry|department|board|bureau|institution|"
    "observatory|hotel"
)
_ENDS = (
    r"(?=\W*$|[?,;:()!.]|\s(?:and|or|that|which|what|when|where|who|how|did|was|is|were|has|had|"
    r"from|until|before|after|in|on|as|for|during|while|award|job)\b)"
)
#: A body by its name: "at Cardiff university", "for the Auckland city library".
_BODY = re.compile(
    rf"\b(?:at|for|from|with|in|by) (?P<name>(?P<the>the )?(?P<of>{_WORD}(?: {_WORD}){{0,2}}?) "
    rf"(?P<sort>{_BODIES}))\b(?! [A-Z]){_ENDS}",
    re.IGNORECASE,
)
#: One that is named after what it is of: "at the library of congress".
_BODY_OF = re.compile(
    rf"\b(?:at|for|from|with|in|by) (?P<name>(?P<the>the )?(?P<sort>{_BODIES}|court|port|house) of "
    rf"(?:the )?(?P<of>{_WORD}(?: (?:and )?{_WORD})?))(?=\W*$|[?,;:()])",
    re.IGNORECASE,
)
#: Who does something to the person: "did Acme promote her".
_TO_THEM = re.compile(
    r"\b(?:[Dd]id|[Dd]oes|[Hh]as|[Hh]ad|[Ww]ill|[Ww]ould) "
    r"(?P<name>[A-Z][\w&.'’-]+(?: [A-Z][\w&.'’-]+)?) (?:[a-z]+ ){1,2}(?:him|her|them)\b"
)


def granted_name(text: str, lines: Sequence[str], *, described: bool = True) -> str | None:
    """A name that stands where only somewhere's does, and that no line of the resume has.

    `lines` are the resume's, folded. Two ordinary words may describe somewhere in other words than
    the resume, unless it is not so `described`.
    """
    candidates = list(_candidates(text))
    known = {key for line in lines for key in keys(line)} if candidates else set()
    for name, place in candidates:
        words = [word for word in simple_keys(name) if word not in FUNCTION_WORDS]
        telling = [word for word in words if word not in GENERIC]
        if _ANY.match(name):
            continue
        if place and _strange(fold(place), known) and words:
            return f"{name} in {place}"
        new = bool(telling) and _strange(telling[0], known)
        if not telling or _is_thing(words) or (not new and _has(lines, telling)):
            continue
        if name.lower().startswith("the ") and not any(_strange(word, known) for word in telling):
            continue  # described, not named
        if any(_strange(word, known) for word in telling):
            return re.sub(r"^the ", "", name, flags=re.IGNORECASE)
        bare = len(words) > 1 and words[-1] not in GENERIC and not name.endswith("s")
        if bare and (_is_long_name(words, known) or not described):
            return name
    return None


#: "At an American institute" takes none for granted by its name.
_ANY = re.compile(r"an? ", re.IGNORECASE)


def _candidates(text: str) -> Iterator[tuple[str, str | None]]:
    for pattern in (_STAY, _IN_FRONT, _TO_THEM):
        for found in pattern.finditer(text):
            yield found["name"].strip(" .'’-"), found.groupdict().get("place")


def _strange(word: str, known: set[str]) -> bool:
    """Whether a word is a name in small letters, too, and not of the resume."""
    plain = word.removesuffix("'s")
    new = len(plain) > 2 and plain.isalpha() and not known & either_number(plain)
    return new and not is_ordinary(plain) and not load_vocabulary().is_speech([plain])


#: Words that begin alike may be one in two languages, as Lisbon and Lisboa.
_ALIKE = 4
#: Such words tell which body of a sort is meant without naming it.
_TELLS_WHICH = frozenset(
    """same other another first second third last previous next current former new old local state
    public private primary secondary high medical law business music art night summer graduate
    religious boarding foreign present""".split()
)


def lacked_body(text: str, told: Sequence[str]) -> str | None:
    """A body that the text names by its sort and its place or the like, and the resume lacks.

    `told` are the folded texts of the resume's entries, each as a whole, and of its lines outside
    of any. Of one that has the name and the sort the text may be; behind "the", where people
    describe as well, of one that has the name.
    """
    found = _BODY.search(text) or _BODY_OF.search(text)
    if found is None:
        return None
    words = keys(found["of"])
    named = [word for word in words if word not in GENERIC]
    formal = found["of"][0].isupper() and found["sort"][0].isupper()
    if not named or (_TELLS_WHICH | FUNCTION_WORDS) & set(words) - {"and"}:
        return None
    if not formal and any("'" in word for word in named):
        return None
    sort = ""
    if found["the"] and not formal:
        named = [word for word in named if not (is_ordinary(word) or word in adjectives())]
    else:
        sort = forms_of_sort(found["sort"])
    if not named:
        return None  # "the food bank", "the dutch school": described, not named
    if any(_tells_of(unit, named, sort) for unit in told):
        return None
    return found["name"].removeprefix("the ")


def _tells_of(unit: str, named: Sequence[str], sort: str) -> bool:
    """Whether a text has each of the words, or one that begins alike, and a body of the sort."""
    known = set(keys(unit))
    has = all(any(other.startswith(word[:_ALIKE]) for other in known) for word in named)
    return has and bool(re.search(rf"\b(?:{sort})", unit))


def _is_thing(words: list[str]) -> bool:
    """Whether the words name a tool or a skill: a role with Python is at no Python."""
    return any(
        not {"employer", "spoken language"} & set(term.categories)
        for _, _, term in load_vocabulary().spans(words)
    )


def _has(lines: Sequence[str], telling: list[str]) -> bool:
    """Whether a line has all the words, or any has one that is a name, however it goes on."""
    wanted = set(map(stem, telling))
    names = {
        word
        for word in telling
        if not is_ordinary(word) and not load_vocabulary().is_speech([word])
    }
    return any(wanted <= stems(line) or names & set(keys(line)) for line in lines)


#: So many words that the resume lacks, of so many, are no description of what it has.
_LACKED, _LONG = 2, 3


def _is_long_name(words: list[str], known: set[str]) -> bool:
    lacked = sum(word not in known for word in words)
    return len(words) >= _LONG and lacked >= _LACKED


#: With an employer one is, or does something; with all else one does it by that means.
_WITH = re.compile(r"\b(?P<before>(?:[^\W\d_]+\W+){0,3})with\W+[^,;:?]*$", re.IGNORECASE)
_BEING = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|do|does|did|done|doing|long|still|work\w*|stay\w*|start\w*|"
    r"serv\w+|employ\w*|contract\w*|consult\w*|intern\w*|beg[iau]n|end(?:ed)?|finish\w*)\W*$|"
    r"\b(?:times?|dates?|days|weeks|months|years|yrs|stints?|spells?|roles?|jobs?|posts?|posting|duties|"
    r"positions?|tenures?|gigs?|career|contracts?|placement|secondment|titles?)\W*"
    r"(?:[^\W\d_]+\W+){0,2}$",
    re.IGNORECASE,
)


def is_means(text: str, name: str) -> bool:
    """Whether a text that ends in a name makes it a tool: "what was automated with UiPath"."""
    term = load_vocabulary().find(simple_keys(name))
    if term is not None and "employer" not in term.categories:
        return True
    found = _WITH.search(text)
    return found is not None and not _BEING.search(found["before"])


#: What is pointed at is a thing, and no tool: "when the big storm hit".
_POINTED_AT = re.compile(r"\b(?:the|an?|that|this) (?P<adjective>[a-z]+ )?$")


def is_pointed_at(word: str, text: str) -> bool:
    """Whether a common word, in small letters, stands behind an article."""
    written = tokens(text)
    at = next((at for at, token in enumerate(written) if token.key == word), None)
    if at is None or not written[at].text.islower() or not is_ordinary(word):
        return False
    pointed = _POINTED_AT.search(text[: written[at].start])
    behind = written[at + 1].key if at + 1 < len(written) else "so"
    return pointed is not None and bool(pointed["adjective"] or behind in FUNCTION_WORDS)
