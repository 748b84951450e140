"""Whether a sentence ties together what its source ties to something else.

    a direction     "from Proxmox to VMware", of "from VMware to Proxmox"
    a number        "50 days", of "9 days → 50 minutes"; "hired 6", of "team of 6, hired 4 of them"
    a level         "German (native)", of "Arabic (native), German (C1)"
    a qualifier     "principal", of "vice principal"; "electrician", of "apprentice electrician"
    a person        "is the owner", of "with owner Marcus Thibodeaux"

All are found by where words stand: beside what, and in which part of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assistant.claims import NUMBER_WORDS, dates_in, number
from assistant.directions import turned
from assistant.doers import misdone
from assistant.figures import CHANGE
from assistant.objects import misplaced
from assistant.persons import misidentified
from assistant.proof import Evidence
from assistant.quantities import misnumbered
from assistant.scopes import content
from assistant.tenses import untimely
from assistant.text import FUNCTION_WORDS, Token, stem, tokens
from assistant.titles import misnamed

_ITEM = re.compile(r"([^,;:()\n]+?)\s*\(([^()\n]*)\)(?!\s*:)")
#: Parts of a line that list things beside each other.
_SEGMENT = re.compile(r"[;:()|·•–—\n]|,(?!\d)|\.(?!\d)|\s(?:and|but|of whom|of which|while)\s")
#: How well something is known: such a word is of the thing in its own part of a list.
_LEVELS = frozenset(
    stem(word)
    for word in """native natively mother fluent fluently advanced expert good solid strong basic
    beginner intermediate conversational rusty daily read reading a1 a2 b1 b2 c1 c2""".split()
)
#: Levels that one may not be silent about.
_LESSENED = frozenset(
    stem(word)
    for word in """learning basic basics beginner beginner's read-only acquaintance some little
    rusty lapsed expired abandoned expected planned unfinished""".split()
)
#: What a word may not lose: a vice principal is no principal.
_QUALIFIERS = frozenset(
    """assistant associate deputy vice trainee apprentice acting interim junior provisional second
    learning aspiring student former honorary visiting adjunct candidate nominated
    shortlisted""".split()
)


def misbound(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> tuple[str, ...]:
    """What is tied to the wrong thing, in words for the explanation; empty if nothing.

    `name` has the stems of the name of the person that the resume is about.
    """
    source = "\n".join(one.text for one in found)
    own = "\n".join(one.words for one in found)
    return (
        *turned(sentence, source),
        *recounted(sentence, source),
        *_told_of_another_number(sentence, own),
        *_of_another_year(sentence, own),
        *_mislevelled(sentence, source),
        *_of_another_part(sentence, own),
        *_unqualified(sentence, source),
        *misidentified(sentence, found, name),
    )


def misarranged(
    sentence: str, found: Sequence[Evidence], name: frozenset[str], today: date
) -> tuple[str, ...]:
    """What is done by, to, of or at the wrong one, in words for the explanation.

    `sentence` is without what it has word for word of its source: nothing can be wrong in that.
    """
    own = "\n".join(one.words for one in found)
    return (
        *misnumbered(sentence, found),
        *misnamed(sentence, found, name),
        *misplaced(sentence, found, name),
        *_crossed(sentence, own),
        *misdone(sentence, found, name),
        *untimely(sentence, found, name, today),
    )


def recounted(sentence: str, source: str) -> Iterator[str]:
    """A number beside a noun that in the source stands beside other numbers only."""
    counted: dict[str, set[str]] = {}
    for value, noun in _counts(source):
        counted.setdefault(noun, set()).add(value)
    numbers = {number(token.key) for token in tokens(source) if _is_number(token)}
    for value, noun in _counts(sentence):
        changes = any(value in (one[0], one[2]) for one in CHANGE.findall(source))
        if noun in counted and value not in counted[noun] and value in numbers and not changes:
            yield f"{value} {noun}"


def _counts(text: str) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(tokens(text)):
        between = text[one.end : other.start]
        if not _is_number(one) or _is_number(other) or len(between.strip()) > 1:
            continue
        # "37 PyRhône evenings": a name is not what is counted.
        if other.text[:1].isupper():
            continue
        if other.key not in FUNCTION_WORDS and not re.search(r"[,;.:()/]", between):
            yield number(one.key), stem(other.key)


def _told_of_another_number(sentence: str, source: str) -> Iterator[str]:
    """A word that in the source stands in parts with other numbers only."""
    bound: dict[str, set[str]] = {}
    loose: set[str] = set()
    for segment in _SEGMENT.split(_undated(source)):
        values = _numbers(segment)
        for word in set(content(segment)) - values:
            bound.setdefault(word, set()).update(values)
            loose |= set() if values else {word}
    known = set[str]().union(*bound.values())
    for segment in _SEGMENT.split(_undated(sentence)):
        values = _numbers(segment) & known
        for word in set(content(segment)) - loose:
            others = bound.get(word, set())
            if values and others and not values & others:
                yield f"{word} of {', '.join(sorted(others))}"


def _crossed(sentence: str, source: str) -> Iterator[str]:
    """Two parts of a line that are told with their words exchanged."""
    for line in re.split(r"\n|(?<=\w)\.\s", source):
        parts = [set(content(part)) for part in re.split(r",(?!\d)|;", line)]
        parts = [part for part in parts if len(part) > 1 or part]
        told = [set(content(part)) for part in re.split(r",(?!\d)|;|\band\b", sentence)]
        for at, one in enumerate(parts):
            for other in parts[at + 1 :]:
                first, second = one - other, other - one
                mixed = [part for part in told if part & first and part & second]
                whole = any(part & first and not part & second for part in told)
                if len(mixed) > 1 and not whole and len(first) > 1:
                    yield f"crossed: {min(first)}, {min(second)}"
                    return


_IN_YEAR = re.compile(r"(?<![\d.,])(\d[\d.,]*\d|\d)%?\s+(?:\w+\s+)?in\s+((?:19|20)\d\d)\b")


def _of_another_year(sentence: str, source: str) -> Iterator[str]:
    """A number of a year that in the source is of another one ("14 in 2020")."""
    there: dict[str, set[str]] = {}
    for value, year in _IN_YEAR.findall(source):
        there.setdefault(value, set()).add(year)
    for value, year in _IN_YEAR.findall(sentence):
        if year not in there.get(value, {year}):
            yield f"{value} in {year}"


def _numbers(segment: str) -> set[str]:
    return {number(token.key) for token in tokens(segment) if _is_number(token)}


def _undated(text: str) -> str:
    for found in dates_in(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _is_number(token: Token) -> bool:
    return token.key[0].isdigit() or token.key in NUMBER_WORDS


def _mislevelled(sentence: str, source: str) -> Iterator[str]:
    """A word that a source sets in brackets behind one thing, said of another."""
    levels: dict[frozenset[str], set[str]] = {}
    for item, level in _ITEM.findall(source):
        named = frozenset(content(item)[-3:])
        if named:
            levels.setdefault(named, set()).update(content(level))
    whole = set(content(sentence))
    for start, end in _parts(sentence):
        words = set(content(sentence[start:end]))
        about = {item: level for item, level in levels.items() if item & words}
        own = set[str]().union(*about.values())
        others = set[str]().union(*(level for level in levels.values())) - own
        shared = set[str]().union(*levels)
        listed = words & set(content(source)) - shared - others
        for word in (words & others) - shared:
            owners = [item for item, level in levels.items() if word in level]
            lesser = word in _LESSENED | _LEVELS
            if about or (lesser and listed and not any(item & whole for item in owners)):
                yield f"level: {word}"
    for item, level in levels.items():
        if level & _LESSENED and item <= whole and not (level | _LESSENED) & whole:
            yield f"level left out: {min(level & _LESSENED)}"


def _of_another_part(sentence: str, source: str) -> Iterator[str]:
    """A level that in the source stands in a part of its own with something else."""
    source = _READER.sub(" ", _FIRST.sub("native", source))
    sentence = _READER.sub(" ", sentence)
    parts = [part for line in re.split(r"[;|·•\n]", source) for part in _listed(line)]
    for segment in _SEGMENT.split(_FIRST.sub("native", sentence)):
        words = set(content(segment))
        for level in words & _LEVELS:
            beside = [part for part in parts if level in part]
            elsewhere = set[str]().union(*(part for part in parts if level not in part))
            told = (words - _LEVELS) & elsewhere
            own = words & set[str]().union(*beside) - _LEVELS - elsewhere if beside else set()
            if (
                beside
                and told
                and not own
                and not any(_nearest(told, part, parts, words) for part in beside)
            ):
                yield f"level: {level}"


def _nearest(told: set[str], part: set[str], parts: list[set[str]], words: set[str]) -> bool:
    """Whether a part of a list is what is told of, and no other that is named more exactly."""
    left = len(part - _LEVELS - words)
    others = [one for one in parts if told & one and one is not part]
    return bool(told & part) and not any(
        len(one - _LEVELS - words) < left and not one & part & _LEVELS for one in others
    )


#: Words that are levels elsewhere: readers, the town of Reading, Advanced Life Support.
_READER = re.compile(
    r"\b[Rr]eaders?\b|\bReading\b"
    r"|\b(?:Daily|Advanced|Basic|Solid|Expert|Good|Strong|Intermediate)(?= [A-Z])"
)
_FIRST = re.compile(r"\b(?:first languages?|mother tongues?)\b", re.IGNORECASE)


def _listed(line: str) -> list[set[str]]:
    """The parts of a list; a label is of each, a level that stands alone of the one before it."""
    label, colon, rest = line.rpartition(":")
    parts: list[set[str]] = []
    for part in (rest if colon else line).split(","):
        words = set(content(part))
        if parts and words and words <= _LEVELS:
            parts[-1] |= words
        else:
            parts.append(words | set(content(label)))
    return parts


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[;:]|,\s|\band\b|\bwhile\b|\bbut\b", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _unqualified(sentence: str, source: str) -> Iterator[str]:
    """A word that in the source never stands without something before it that makes it less."""
    said = [token.key for token in tokens(sentence)]
    written = [token.key for token in tokens(source) if token.key not in FUNCTION_WORDS]
    before: dict[str, set[str]] = {}
    for one, other in pairwise(["", *written]):
        before.setdefault(stem(other), set()).add(one)
    for word in said:
        lessened = before.get(stem(word), set())
        begun = {one[:5] for one in said}
        if lessened and lessened <= _QUALIFIERS and {one[:5] for one in lessened}.isdisjoint(begun):
            yield f"{min(lessened)} left out"
