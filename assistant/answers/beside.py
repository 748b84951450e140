"""What stands beside a thing that a question asks for, and is not asked for itself.

"Dialysis in the ICU" asks for no ICU, "video editing, Premiere or so" for one thing by its purpose
and its name, "run Avid desks" for Avid.
"""

from __future__ import annotations

import re

from assistant.text import fold, stem
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_common, is_ordinary

#: Where something is done, between what is asked for and that place ("dialysis in the ICU").
_PLACED = re.compile(r"^\s*(?:in|on|at|inside) (?:the|an?|his|her|their)\s*$", re.IGNORECASE)


def without_place(text: str, skills: list[str]) -> list[str]:
    """The skills but the place of the first: that the resume names it says nothing of that one."""
    if len(skills) != 2:
        return skills
    folded = fold(text)
    first, second = (folded.find(fold(skill)) for skill in skills)
    if 0 <= first < second and _PLACED.match(folded[first + len(fold(skills[0])) : second]):
        return skills[:1]
    return skills


#: What joins things that are asked for each by itself.
_EACH = re.compile(r"\b(?:and|or|plus|also|as well|both)\b|[&+?]", re.IGNORECASE)


def is_purpose(text: str, skill: str, skills: list[str]) -> bool:
    """Whether plain words but say what one knows a name for ("video editing, premiere or so").

    What is joined by "and" or "or" is asked for by itself.
    """
    plain = all(is_ordinary(word) or is_common(word) for word in skill.split())
    folded = fold(text)
    at = folded.find(fold(skill))
    if not plain or at < 0 or load_vocabulary().find(simple_keys(skill)):
        return False
    others = [(folded.find(fold(one)), len(fold(one))) for one in skills if one != skill]
    before = max((start + size for start, size in others if 0 <= start < at), default=0)
    behind = min((start for start, _ in others if start > at), default=len(folded))
    between = folded[before:at] if before else folded[at + len(fold(skill)) : behind]
    return not _EACH.search(between)


#: What a thing that has a name is done with, and what such things are: no part of the name.
_DONE_WITH = frozenset("run use operate drive fly play handle configure administer program".split())
_SUCH_THINGS = frozenset(
    "console desk software system machine device instrument package app tool chart file "
    "equipment stuff plugin".split()
)


def name_alone(skill: str) -> str | None:
    """The name in "run Avid desks", which is what is left without the rest; None if it is all."""
    words = skill.split()
    if stem(words[0]) in map(stem, _DONE_WITH):
        words = words[1:]
    while len(words) > 1 and stem(words[-1]) in map(stem, _SUCH_THINGS):
        words = words[:-1]
    if len(words) != 1 or words == skill.split() or is_ordinary(words[0]) or is_common(words[0]):
        return None
    return words[0]
