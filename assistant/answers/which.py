"""Which one of a sort a question asks for, or who it was, and whether a line tells that.

A line may tell of the thing and not of what is asked: "presented to a hospital" does not say which
hospital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.names import SORT_WORDS
from assistant.text import FUNCTION_WORDS, Token, fold, stem, stems, tokens
from assistant.vocabulary import load_vocabulary
from assistant.words import is_common, is_ordinary

#: What goes by a name of its own: people by what they are, bodies and places by their sort.
_PEOPLE = frozenset(
    """boss manager supervisor adviser advisor mentor teacher professor prof tutor trainer coach
    director founder cofounder co-founder owner partner colleague coworker co-worker predecessor
    successor author editor artist photographer engineer developer designer consultant contractor
    freelancer junior intern trainee apprentice student pupil referee investor sponsor patron
    foreman chef lawyer doctor detective officer candidate person people investigator pi
    co-pi""".split()
)
_BODIES = frozenset(
    """client customer company employer firm business vendor supplier partner brand retailer
    manufacturer startup brewery factory plant studio agency publisher broadcaster channel magazine
    journal conference festival charity event competition hackathon contest venue team squad club
    league airport port station embassy""".split()
)
_PLACES = frozenset(
    """city town village country county state province region district island port
    location""".split()
)
_NAMED = frozenset(map(stem, _PEOPLE | _BODIES | _PLACES | SORT_WORDS))

_WHICH = re.compile(
    r"\b(?:which|what)(?: (?:one|two|three|four|other))? "
    r"(?P<of>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2})",
    re.IGNORECASE,
)
#: "Name of the client", "client's name", "name the breweries".
_NAME_OF = re.compile(
    r"\bnames? (?:of|for) (?:the |this |that |his |her |their |its |any )*[^\W\d_]|"
    r"\b[^\W\d_]+(?:['’]s|s['’])? names?\b(?=\W*$|\W+(?:please|pls|that|who|he|she|they)\b)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^\W*(?:(?:and|so|ok|then|but) )*(?:who(?:m|se)?|by whom|for whom|with whom)\b"
    r"(?!['’]?s? (?:is |are )?(?:s?he|they|this|that|it)\b)",
    re.IGNORECASE,
)
#: What "what" asks the sort of, and no name.
_OF_A_SORT = re.compile(r"\b(?:kind|sort|type|size|field|level|part|area)s?\b", re.IGNORECASE)


def tells_which(text: str, lines: Sequence[str]) -> bool:
    """Whether a line has a name, where a question asks which one, or who, it was.

    Who it was may be told by what they are, too ("the deputy mayor", "forty volunteers").
    """
    asked = stems(text)
    who = _WHO.search(text)
    if not who and not _asks_for_name(text):
        return True
    return any(has_name(line, asked) or (who and _has_people(line, asked)) for line in lines)


#: How what people are is called in the plural.
_PEOPLE_ENDS = re.compile(
    r"[^\W\d_]{2,}(?:ers|ors|ists|ees|ians)|(?:wo)?men|people|child(?:ren)?|kids|patients|clients|"
    r"students|agents|residents|families"
)


def _has_people(line: str, asked: set[str]) -> bool:
    """Whether a line tells of somebody whom a question, whose stems are `asked`, does not name.

    A line that begins with the verb of the question tells what the person does.
    """
    words = tokens(line)
    passive = len(words) > 1 and words[1].key == "by"
    done = bool(words) and stem(words[0].key) in asked and not passive
    return done or any(
        stem(token.key) not in asked
        and (stem(token.key) in _OFFICES or _PEOPLE_ENDS.fullmatch(token.key))
        for token in words
    )


#: Offices that people are told of by, besides what `_PEOPLE` has.
_OFFICES = frozenset(
    map(
        stem,
        """mayor treasurer chair chairman chairwoman chairperson president vice head ceo cto cfo coo
        minister secretary principal dean rector captain commander general colonel governor judge
        leader lead deputy chancellor commissioner board committee team staff""".split(),
    )
) | frozenset(map(stem, _PEOPLE))


def _asks_for_name(text: str) -> bool:
    """Whether a question asks for the name of somebody, of a body or of a place."""
    if _NAME_OF.search(text):
        return True
    asked = _WHICH.search(text)
    if asked is None or _OF_A_SORT.search(asked["of"]):
        return False
    # The noun that is asked for ends in front of the verb: "which trading desk did".
    for word in asked["of"].split():
        key = fold(word)
        if key in FUNCTION_WORDS:
            return False
        if stem(key) in _NAMED:
            return True
    return False


def has_name(line: str, asked: set[str]) -> bool:
    """Whether a line has a name that a question, whose stems are `asked`, does not.

    True for a line in which most words have capitals: there they tell nothing.
    """
    words = [token for token in tokens(line) if token.text[:1].isalpha()]
    if not words:
        return True
    capitals = [token for token in words if token.text[:1].isupper()]
    if len(capitals) > len(words) / 2:
        return True
    return any(_names(token, line) and stem(token.key) not in asked for token in capitals)


#: What stands before the first word of a sentence.
_BEGINS = re.compile(r"(?:^|[.!?]\s|^\W*[-*•]\s)\W*$")


def _names(token: Token, line: str) -> bool:
    """Whether a word with a capital is a name, and no first word or name of a skill."""
    if token.key in _DAYS or load_vocabulary().find([token.key]) is not None:
        return False
    plain = is_ordinary(token.key) or is_common(token.key)
    return not (plain and _BEGINS.search(line[: token.start]))


_DAYS = frozenset(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday i spring summer autumn fall winter present english""".split()
)
