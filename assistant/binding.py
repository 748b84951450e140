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
from itertools import pairwise

from assistant.claims import NUMBER_WORDS, dates_in, number
from assistant.directions import turned
from assistant.persons import misidentified
from assistant.proof import Evidence
from assistant.scopes import content
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

_ITEM = re.compile(r"([^,;:()\n]+?)\s*\(([^()\n]*)\)")
#: Parts of a line that list things beside each other.
_SEGMENT = re.compile(r"[;:()|·•–—\n]|,(?!\d)|\.(?!\d)|\s(?:and|but|of whom|of which|while)\s")
#: How well something is known: such a word is of the thing in its own part of a list.
_LEVELS = frozenset(
    stem(word)
    for word in """native natively mother fluent fluently advanced expert good solid strong basic
    beginner intermediate conversational rusty daily a1 a2 b1 b2 c1 c2""".split()
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


def recounted(sentence: str, source: str) -> Iterator[str]:
    """A number beside a noun that in the source stands beside other numbers only."""
    counted: dict[str, set[str]] = {}
    numbers = set()
    for value, noun in _counts(source):
        counted.setdefault(noun, set()).add(value)
        numbers.add(value)
    for value, noun in _counts(sentence):
        if noun in counted and value not in counted[noun] and value in numbers:
            yield f"{value} {noun}"


def _counts(text: str) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(tokens(text)):
        between = text[one.end : other.start]
        if not _is_number(one) or _is_number(other) or len(between.strip()) > 1:
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
    if len(levels) < 2:
        return
    for start, end in _parts(sentence):
        words = set(content(sentence[start:end]))
        about = {item: level for item, level in levels.items() if item & words}
        own = set[str]().union(*about.values())
        others = set[str]().union(*(level for level in levels.values())) - own
        shared = set[str]().union(*levels)
        for word in (words & others) - shared:
            if about:
                yield f"level: {word}"


def _of_another_part(sentence: str, source: str) -> Iterator[str]:
    """A level that in the source stands in a part of its own with something else."""
    source = _FIRST.sub("native", source)
    parts = [part for line in re.split(r"[;|·•\n]", source) for part in _listed(line)]
    for segment in _SEGMENT.split(_FIRST.sub("native", sentence)):
        words = set(content(segment))
        for level in words & _LEVELS:
            beside = [part for part in parts if level in part]
            elsewhere = set[str]().union(*(part for part in parts if level not in part))
            told = {word for word in words - _LEVELS if word in elsewhere}
            if beside and told and not any(told & part for part in beside):
                yield f"level: {level}"


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
        if lessened and lessened <= _QUALIFIERS and lessened.isdisjoint(said):
            yield f"{min(lessened)} left out"
