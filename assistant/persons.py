"""Whether a sentence says of the person of the resume what its source says of somebody else.

A resume names others: managers, students, owners, referees. What stands right before a name or in
brackets behind it ("owner Marcus Thibodeaux"), or is told of a name between commas, is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.proof import Evidence, called
from assistant.scopes import content
from assistant.text import fold, stem, tokens
from assistant.words import is_ordinary

_PERSON = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Frau|Herr)\.?\s)?[A-Z][\w’'-]+\s[A-Z][\w’'-]+"
_NAMES = re.compile(_PERSON)
_BEFORE_NAME = re.compile(rf"[\w-]+\s+{_PERSON}")
#: A name between commas and what is told of it; a line that is about a name.
_TOLD_OF = re.compile(
    rf",\s(?P<who>{_PERSON}),\s(?P<what>[^.;\n]+)|^(?P<about>{_PERSON}),(?P<line>.+)", re.M
)
_IS = re.compile(
    r"\b(?:is|was|are|were|became|becomes|(?:has|have) been|(?:work|act|serv)(?:s|ed) as)\s+"
    r"(?:now |currently |also )?(?:an?|the|their|his|her)?\s*(?P<what>[^,.;:()]+)",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"(?:^|\n)\W*$")
#: Where the words for what somebody is end.
_WHAT_END = re.compile(r"\b(?:at|of|in|for|with|to|from|by|on|since|until|who|that|which|and)\b")
_SUBJECT = re.compile(r"^\W*(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|they|he|she)?\s*$", re.IGNORECASE)
#: What others do to the person; the other way round it is another claim.
_DONE_TO = re.compile(
    r"\b(?:(?:report(?:s|ed|ing)?|answers?) to|works? (?:for|under)|supervis\w+|manag\w+|mentor\w*|"
    r"led|leads?|trains?|trained|hires?|hired|teach\w*|taught)\s+(?P<whom>\w+)",
    re.IGNORECASE,
)


def misidentified(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> Iterator[str]:
    """What is said of the person and is somebody else's, in words for the explanation."""
    own = "\n".join(one.words for one in found)
    titles = {
        word
        for one in found
        if one.stay
        for entry in one.path
        for words in called(entry)
        # "Law clerk to Justice Emmeline Dube" makes nobody else a justice.
        for word in content(_BEFORE_NAME.sub(" ", words.text))
    }
    named = {fold(word) for match in _NAMES.findall(sentence) for word in match.split()}
    around = "\n".join(one.text for one in found)
    yield from _is_another(sentence, around, titles, named)
    yield from _told_of_another(sentence, own, named, titles, name)
    if not name & {stem(token.key) for token in tokens(own)}:
        for match in _DONE_TO.finditer(sentence):
            if stem(fold(match["whom"])) in name:
                yield f"the other way round: {match[0]}"


def _is_another(sentence: str, source: str, titles: set[str], named: set[str]) -> Iterator[str]:
    for match in _IS.finditer(sentence):
        what = _WHAT_END.split(match["what"])[0]
        words = content(what)
        about = _SUBJECT.match(re.split(r"[,;:]", sentence[: match.start()])[-1])
        if not about or not words or titles.issuperset(words):
            continue
        places = _places(source, words)
        if places and all(_belongs_to_another(source, start, end, named) for start, end in places):
            yield f"of another person: {what.strip()}"


def _places(source: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the last of the words stands, if possible with all of them in one part of a line."""
    heads = [token for token in tokens(source) if stem(token.key) == words[-1]]
    whole = []
    for head in heads:
        start = max(source.rfind(mark, 0, head.start) for mark in ",;:(\n")
        if set(words) <= set(content(source[start + 1 : head.end])):
            whole.append(head)
    return [(head.start, head.end) for head in whole or heads]


def _belongs_to_another(source: str, start: int, end: int, named: set[str]) -> bool:
    """Whether a word stands right before somebody's name, or in brackets right behind it."""
    if source[end:].lstrip().startswith(":") and _LINE_START.search(source[:start]):
        # "Boss: Rui Falcão" says who that is to the person
        told = re.match(rf"\s*:\s*(?P<who>{_PERSON})", source[end:])
        return told is None or _unnamed(told["who"], named)
    behind = re.match(rf"\s*,?\s*(?P<who>{_PERSON})", source[end:])
    bracket = source.rfind("(", 0, start)
    inside = bracket >= 0 and ")" not in source[bracket:start]
    before = re.search(rf"(?P<who>{_PERSON})\s*$", source[:bracket]) if inside else None
    found = behind or before or re.search(rf"(?P<who>{_PERSON}),\s*$", source[:start])
    return found is not None and _unnamed(found["who"], named)


def _told_of_another(
    sentence: str, source: str, named: set[str], titles: set[str], name: frozenset[str]
) -> Iterator[str]:
    """Two words or more of what is told of somebody whom the sentence does not name."""
    said = set(content(sentence))
    for match in _TOLD_OF.finditer(source):
        who = match["who"] or match["about"]
        told = set(content(match["what"] or match["line"]))
        own_name = {stem(fold(word)) for word in who.split()} & name
        ordinary = all(is_ordinary(fold(word)) for word in who.split())
        if own_name or ordinary or not _unnamed(who, named) or titles & set(content(who)):
            continue
        elsewhere = set(content(source.replace(match["what"] or match["line"], " ")))
        if len(said & told - elsewhere) > 1:
            yield f"of another person: {who}"


def _unnamed(who: str, named: set[str]) -> bool:
    return not named & {fold(word) for word in who.split()}
