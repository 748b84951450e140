"""From what to what: "from VMware to Proxmox" is not "from Proxmox to VMware"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims import dates_in, number
from assistant.figures import CHANGE
from assistant.scopes import clauses, content
from assistant.text import stem

_FROM_TO = re.compile(
    r"(?P<from>\bfrom\b)|(?P<out>\bout of\b)|(?P<to>\b(?:to|into|onto)\b|→|->|=>)"
    r"|(?P<instead>\binstead of\b|\brather than\b)",
    re.IGNORECASE,
)
#: What something is made into another with: "replaced X with Y", "turned X into Y".
_EXCHANGE = re.compile(
    r"\b(?:replac\w+|swapp?\w*|exchang\w+|substitut\w+)\s+(?P<was>[^.;:]+?)\s+(?:with|by|for)\s+"
    r"(?P<became>[^.;:]+)|\b(?:turn\w*|convert\w*|transform\w*)\s+(?P<from>[^.;:]+?)\s+into\s+"
    r"(?P<into>[^.;:]+)"
    r"|\b(?:mov(?:e|es|ed|ing)|migrat\w+|transferr?\w*|shift(?:ed|ing)?)\s+"
    r"(?P<off>(?:(?!\bfrom\b)[^.;:,])+?)\s+(?:to|into|onto)\s+(?P<onto>[^.;:]+)",
    re.IGNORECASE,
)

#: What is replaced, where a sentence does not say with what.
_REPLACED = re.compile(
    r"\b(?:replac(?:e|es|ed|ing)|swapp(?:ed|ing))\s+(?P<was>(?:the |an? )?[\w’'-]+(?: [\w’'-]+)?)"
    r"(?![^.;:]*\b(?:with|by|for)\b)",
    re.IGNORECASE,
)


def turned(sentence: str, source: str) -> Iterator[str]:
    """What comes to be where the source has it gone, and the other way round."""
    was, became = _ways(_undated(source))
    here_was, here_became = _ways(_undated(sentence))
    for match in _REPLACED.finditer(sentence):
        here_was |= _head(match["was"])
    for word in here_was & (became - was):
        yield f"direction: {word}"
    yield from _compared(sentence, source)
    yield from _only_what_was(sentence, source)
    for word in here_became & (was - became):
        yield f"direction: {word}"


_AFTER, _BEFORE = re.compile(r"\bafter\b"), re.compile(r"\bbefore\b")
_THAN = re.compile(r"\b(?:\w{2,}er|more|less|fewer)\b(?: \w+)? than\b", re.IGNORECASE)


def _compared(sentence: str, source: str) -> Iterator[str]:
    """What is the shorter of two, of two of which the other is."""
    for pattern in (_THAN, _AFTER, _BEFORE):
        there, here = pattern.search(source), pattern.search(sentence)
        if there is not None and here is not None:
            yield from _sides_changed(sentence, here, source, there)


def _sides_changed(
    sentence: str, here: re.Match[str], source: str, there: re.Match[str]
) -> Iterator[str]:
    before = set(content(source[: there.start()].rpartition("\n")[2]))
    behind = set(content(source[there.end() :].partition("\n")[0]))
    for word in set(content(sentence[: here.start()])) & (behind - before):
        if set(content(sentence[here.end() :])) & (before - behind):
            yield f"compared: {word}"


_NO_MORE = re.compile(
    r"\b(?:from|was|were|had|before|previous\w*|used to|earlier|instead|rather|no longer|"
    r"initial\w*|original\w*|once)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\bfrom (?:an? )?(?P<was>hourly|daily|weekly|monthly|yearly)\b", re.IGNORECASE)


def _only_what_was(sentence: str, source: str) -> Iterator[str]:
    """How often something was, said as how often it is."""
    said = set(content(sentence))
    for first, unit, last, last_unit in CHANGE.findall(source):
        # Of two figures, the one that is no more.
        told = {stem(unit or last_unit)} & said and number(first) in said
        if told and number(last) not in said and not _NO_MORE.search(sentence):
            yield f"what was: {first}"
    for match in _OFTEN.finditer(source):
        was = match["was"].casefold()
        if re.search(rf"\b{was}\b", sentence, re.I) and not re.search(
            rf"\b(?:from|instead of|rather than|used to be|no longer)\b[^.;]*\b{was}\b",
            sentence, re.I,
        ):  # fmt: skip
            yield f"what was: {was}"


def _undated(text: str) -> str:
    for found in dates_in(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _ways(text: str) -> tuple[set[str], set[str]]:
    """The stems behind "from" or before an arrow, and those behind "to" or an arrow."""
    was: set[str] = set()
    became: set[str] = set()
    for start, end in clauses(text):
        clause = text[start:end]
        for first, _, last, _ in CHANGE.findall(clause):
            was.add(stem(number(first)))
            became.add(stem(number(last)))
        marks = list(_FROM_TO.finditer(clause))
        for at, mark in enumerate(marks):
            until = marks[at + 1].start() if at + 1 < len(marks) else len(clause)
            head = _head(clause[mark.end() : until])
            if mark["from"] or mark["out"] or mark["instead"]:
                was |= head
            if mark["to"] and not mark[0].isalpha():
                became |= head
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                was |= _head(before, last=True)
            elif mark["to"] and (mark[0].casefold() == "into" or any(one["from"] for one in marks)):
                became |= head
            if mark["instead"]:
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                became |= _head(before, last=True)
    for match in _EXCHANGE.finditer(text):
        was |= _head(match["was"] or match["from"] or match["off"])
        became |= _head(match["became"] or match["into"] or match["onto"])
    return was, became


def _head(text: str, *, last: bool = False) -> set[str]:
    """The content words next to a mark: the first one behind it, or the last two before it."""
    found = content(text)
    return set(found[-2:] if last else found[:1])
