"""Whether a sentence turns its source around, though it has the source's words.

    a negation      "has not worked with Kafka", of "Ran the Kafka clusters"; "open to relocation",
                    of "no relocation"
    a superlative   "only", "most", "every", "more than", where the source has none
    a direction     "from Proxmox to VMware", of "from VMware to Proxmox"
    a number's noun "50 days", of "9 days -> 50 minutes"
    a level         "German (native)", of "Arabic (native), German (C1)"

Words are compared by their stems, clause by clause; nothing here knows what any of them means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.claims import NUMBER_WORDS, dates_in, number
from assistant.figures import CHANGE
from assistant.paraphrase import load_paraphrases
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

#: Negates what follows it in its clause.
_NOT = re.compile(
    r"\b(?:not(?! only\b)|no(?!\.)|never|\w+n['’]t|cannot|without|neither|nor|except|excluding|"
    r"lacks?|lacking|lacked|unable to|fail(?:s|ed|ing)? to|refus(?:es|ed|ing)|avoid(?:s|ed|ing)?|"
    r"hardly|barely|rarely|seldom|instead of|rather than|stopped|ceased|no longer|non|"
    r"(?<=everything )but|(?<=all )but|(?<=anything )but|(?<=nothing )but)\b",
    re.IGNORECASE,
)
#: Negates all of its clause.
_NONE = re.compile(r"\b(?:nobody|nothing|none|no one|nowhere)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[;:!?()\[\]–—\n]|[.,](?!\d)|\balthough\b|\bthough\b"
    r"|(?<!everything )(?<!anything )(?<!nothing )(?<!all )\bbut\b"
)
#: Small words that make more of a thing, and what a source may say in their place.
_BOOSTS = {
    "only": "only|sole|solely|exclusively|nothing but|just",
    "most": "most|mostly|mainly|majority",
    "every": "every|each|all|everything|any|daily|weekly|monthly|yearly|an?|per",
    "all": "all|every|each|everything|both|whole|entire",
    "more than": r"more than|over|above|\+|exceed\w*|>",
    "over": r"over|more than|above|\+|exceed\w*|>",
    "at least": r"at least|or more|\+|minimum|over|more than|≥",
    "less than": "less than|under|below|fewer than|<",
    "fewer than": "less than|under|below|fewer than|<",
    "under": "less than|under|below|fewer than|<",
    "up to": "up to|max\\w*|at most",
}
_BOOST = re.compile(
    r"\b(?:(?P<word>only|most(?! recent)|every|all(?! told| in all))"
    r"|(?P<than>more than|over|at least|less than|fewer than|under|up to)"
    r"(?= (?:[€$£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)))\b",
    re.IGNORECASE,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_LENGTH_AHEAD = re.compile(
    rf"\W*(?:\d[\d.,]*|{_SMALL})[ -]?(?:years?|months?|yrs?)\b", re.IGNORECASE
)
_FROM_TO = re.compile(
    r"(?P<from>\bfrom\b)|(?P<to>\b(?:to|into|onto)\b|→|->|=>)"
    r"|(?P<instead>\binstead of\b|\brather than\b)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"([^,;:()\n]+?)\s*\(([^()\n]*)\)")


def reversals(sentence: str, sources: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """What the sentence turns around, in words for the explanation; empty if nothing.

    `lines` are the sources without the names and dates of the entries around them.
    """
    source = "\n".join(sources)
    return (
        *_negated(sentence, source),
        *_boosted(sentence, source),
        *_turned(sentence, source),
        *_recounted(sentence, source),
        *_mislevelled(sentence, source),
        *_opposed(sentence, "\n".join(lines)),
        *_premature(sentence, "\n".join(lines)),
        *("backwards" for found in dates_in(sentence) if found.problem),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    stem: str
    negated: bool


def _words(text: str) -> list[_Word]:
    """The content words of a text, and whether each stands where a negation reaches."""
    found = []
    for start, end in _clauses(text):
        clause = text[start:end]
        words = [
            token
            for token in tokens(clause)
            if token.key not in FUNCTION_WORDS and not _NOT.fullmatch(token.text)
        ]
        reach = [match.end() for match in _NOT.finditer(clause)]
        # "18th Edition not yet": what reaches nothing behind it reaches what is before it.
        idle = any(all(token.start < at for token in words) for at in reach)
        whole = idle or bool(_NONE.search(clause))
        for token in words:
            negated = whole or any(at <= token.start for at in reach)
            found.append(_Word(token, stem(number(token.key)), negated))
    return found


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _negated(sentence: str, source: str) -> Iterator[str]:
    there = _words(source)
    denied = {word.stem for word in there if word.negated}
    denied_forms = {word.token.key for word in there if word.negated}
    stated = {word.stem for word in there if not word.negated}
    for start, end in _clauses(sentence):
        clause = sentence[start:end]
        if not (_NOT.search(clause) or _NONE.search(clause)):
            continue
        reached = [word for word in _words(clause) if word.negated]
        if not reached and _stands_there(clause, source):
            continue
        reached = reached or _words(clause)
        covered = load_paraphrases().stand_for
        # A bare "No," answers a question; whether it may is for whoever knows the question.
        if reached and not any(
            word.stem in denied
            or not covered.get(word.token.key, frozenset()).isdisjoint(denied_forms)
            for word in reached
        ):
            yield "negation"
    here = _words(sentence)
    kept = {word.stem for word in here if word.negated}
    for word in here:
        if word.stem in denied - stated - kept:
            yield f"denied: {word.token.text}"


def _stands_there(clause: str, source: str) -> bool:
    """Whether a negation that reaches nothing has its neighbour in the source ("than not")."""
    written = " ".join(token.key for token in tokens(source))
    return any(
        f"{one.key} {other.key}" in written
        for one, other in pairwise(tokens(clause))
        if _NOT.fullmatch(one.text) or _NOT.fullmatch(other.text)
    )


def _boosted(sentence: str, source: str) -> Iterator[str]:
    for match in _BOOST.finditer(sentence):
        said = (match["word"] or match["than"]).casefold()
        # How long something was is worked out to the month, and then said roundly.
        if match["than"] and _LENGTH_AHEAD.match(sentence[match.end() :]):
            continue
        pattern = "|".join(
            option if not option[-1].isalpha() and option[-1] != "*" else rf"\b{option}\b"
            for option in _BOOSTS[said].split("|")
        )
        if not re.search(pattern, source, re.IGNORECASE):
            yield said


def _turned(sentence: str, source: str) -> Iterator[str]:
    """What comes to be where the source has it gone, and the other way round."""
    was, became = _ways(_undated(source))
    here_was, here_became = _ways(_undated(sentence))
    for word in here_was & (became - was):
        yield f"direction: {word}"
    for word in here_became & (was - became):
        yield f"direction: {word}"


def _undated(text: str) -> str:
    for found in dates_in(text):
        text = text[: found.start] + "," * (found.end - found.start) + text[found.end :]
    return text


def _ways(text: str) -> tuple[set[str], set[str]]:
    """The stems behind "from" or before an arrow, and those behind "to" or an arrow."""
    was: set[str] = set()
    became: set[str] = set()
    for start, end in _clauses(text):
        clause = text[start:end]
        for first, _, last, _ in CHANGE.findall(clause):
            was.add(stem(number(first)))
            became.add(stem(number(last)))
        marks = list(_FROM_TO.finditer(clause))
        for at, mark in enumerate(marks):
            until = marks[at + 1].start() if at + 1 < len(marks) else len(clause)
            head = _head(clause[mark.end() : until])
            if mark["from"] or mark["instead"]:
                was |= head
            if mark["to"] and not mark[0].isalpha():
                became |= head
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                was |= _head(before, last=True)
            elif mark["to"] and any(other["from"] for other in marks):
                became |= head
            if mark["instead"]:
                before = clause[marks[at - 1].end() if at else 0 : mark.start()]
                became |= _head(before, last=True)
    return was, became


def _head(text: str, *, last: bool = False) -> set[str]:
    """The content words next to a mark: the first one behind it, or the last two before it."""
    found = [stem(number(token.key)) for token in tokens(text) if token.key not in FUNCTION_WORDS]
    return set(found[-2:] if last else found[:1])


def _recounted(sentence: str, source: str) -> Iterator[str]:
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


def _is_number(token: Token) -> bool:
    return token.key[0].isdigit() or token.key in NUMBER_WORDS


def _mislevelled(sentence: str, source: str) -> Iterator[str]:
    """A word that a source sets in brackets behind one thing, said of another."""
    levels: dict[frozenset[str], set[str]] = {}
    for item, level in _ITEM.findall(source):
        named = frozenset(_content(item)[-3:])
        if named:
            levels.setdefault(named, set()).update(_content(level))
    if len(levels) < 2:
        return
    for start, end in _parts(sentence):
        words = set(_content(sentence[start:end]))
        about = {item: level for item, level in levels.items() if item & words}
        own = set[str]().union(*about.values())
        others = set[str]().union(*(level for level in levels.values())) - own
        shared = set[str]().union(*levels)
        for word in (words & others) - shared:
            if about:
                yield f"level: {word}"


#: Words that say the contrary of each other, in pairs of sides (a closed list).
_CONTRARY = [
    tuple(frozenset(side.split()) for side in pair.split("|"))
    for pair in (
        "open opens opened opening founded|close closes closed closing shut",
        "rose rise rises rising grew grow grown increased increase raised up|"
        "fell fall fallen dropped drop decreased shrank cut reduced lowered down",
        "hired hire recruited|dismissed fired",
        "started start began launched introduced|stopped ended scrapped abandoned",
        "won win|lost lose second",
        "passed pass|failed fail",
        "bought|sold",
        "taught teach|learned learnt learn learning",
        "gave give paid|received receive",
        "before|after",
        "expert advanced native fluent|beginner basic rusty beginner's",
        "internal|external",
        "first|last second third",
        "day days daytime|night nights nightly",
    )
]


def _opposed(sentence: str, source: str) -> Iterator[str]:
    """A word where the source's clause that is most like it has its contrary."""
    there = [frozenset(token.key for token in tokens(source[a:b])) for a, b in _clauses(source)]
    for start, end in _clauses(sentence):
        here = frozenset(token.key for token in tokens(sentence[start:end]))
        nearest = max(there, key=lambda words: len((words & here) - FUNCTION_WORDS), default=None)
        if nearest is None or not (nearest & here) - FUNCTION_WORDS:
            continue
        for one, other in _CONTRARY:
            for said, contrary in ((one, other), (other, one)):
                words = (here & said) - nearest
                if words and nearest & contrary and not nearest & said and not here & contrary:
                    yield f"contrary: {min(words)}"


_UNFINISHED = re.compile(
    r"\b(?:expected|in progress|under way|not (?:yet )?finished|unfinished|ongoing studies)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:holds?|earned|obtained|received|completed|graduated|finished|has an?|passed|awarded)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:expected|in progress|progress|not|yet|stud(?:ying|ies)|will|planned|due|working|"
    r"towards?|currently|pursuing|until)\b",
    re.IGNORECASE,
)


_OVER = re.compile(r"\b(?:lapsed|expired|revoked|abandoned|withdrawn)\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:since|holds?|held|has|current(?:ly)?|still|valid)\b", re.IGNORECASE)


def _premature(sentence: str, source: str) -> Iterator[str]:
    """Something said to be done that the source says is not, yet; or to be had that is over."""
    if _UNFINISHED.search(source) and _DONE.search(sentence) and not _NOT_DONE.search(sentence):
        yield "not finished"
    if _OVER.search(source) and _STILL.search(sentence) and not _OVER.search(sentence):
        yield "over"


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[;:]|,\s|\band\b|\bwhile\b|\bbut\b", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _content(text: str) -> list[str]:
    return [stem(number(token.key)) for token in tokens(text) if token.key not in FUNCTION_WORDS]
