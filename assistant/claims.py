"""What a sentence claims, taken apart: lengths of time, dates, numbers, names and content words.

Wording that claims nothing of its own is left out: words without content, the words by which this
project's answers lead up to what they say, whatever says that the resume is silent (an absence
stands nowhere, so nothing can be cited for it), and what an answer says about itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict, TypeVar

from assistant.answer import MARKER, NOT_IN_RESUME
from assistant.text import FUNCTION_WORDS, Token, fold, tokens
from assistant.words import is_common
from ingest.date_words import ALONE
from ingest.dates import FoundDates, find_dates
from ingest.resume import PartialDate
from ingest.sentences import sentence_spans

T = TypeVar("T")

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
#: Number words and what they stand for.
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_SMALL.split())}
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS |= {word: str(10 * value) for value, word in enumerate(_TENS.split(), 3)}
NUMBER_WORDS["twice"] = "2"

_COUNT = rf"(?:\d+(?:\.\d+)?|{'|'.join(NUMBER_WORDS)})"
#: `4 years`, `about two years and 3 months`, `26 months`, `8 yrs`.
_LENGTH = re.compile(
    rf"\b(?:(?P<years>{_COUNT})[ -]?(?:years?|yrs?)(?:,? (?:and )?(?P<rest>{_COUNT}) months?)?"
    rf"|(?P<months>{_COUNT})[ -]months?)\b",
    re.IGNORECASE,
)
#: From here to the end of its clause a sentence tells of what the resume does not have.
_SILENCE = re.compile(
    rf"(?:{NOT_IN_RESUME}|\bthe resume (?:does not|doesn't|(?:lists|gives|has|names|mentions|says)"
    r" (?:no|nothing|none))\b)[^;]*",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\s*(?:hello|hi|you(?:'re| are) welcome|you (?:could|can) ask|ask me|i (?:only )?answer)\b",
    re.IGNORECASE,
)
#: Words by which a single date is said to begin or to end something, and how many characters
#: before it they may stand.
_BOUNDARY = re.compile(
    r"\b(?:(?P<begin>join(?:ed|ing)|start(?:ed|ing)|began|begun|beginning|since|became|hired|"
    r"founded)|(?P<end>left|leaving|ended|ending|finish(?:ed|ing)|until|till|quit|departed|"
    r"graduated|completed|concluded))\b",
    re.IGNORECASE,
)
_BEFORE = 60
#: How sentences lead up to what somebody does besides.
_ASIDE = re.compile(
    r"^(?:(?:outside|away from|besides|apart from)(?: of)?(?: the)? \w+"
    r"|in (?:their|his|her) (?:free|spare|leisure) time"
    r"|(?:prior to|before|after) (?:that|this|then)),",
    re.IGNORECASE,
)
#: What a fortnight is.
_EVERY_OTHER = re.compile(r"\bevery (?:two weeks|2 weeks|other week)\b|\bbi-?weekly\b", re.I)
_AS_WELL = re.compile(r"\bas well(?: as)?\b", re.IGNORECASE)
# A bare link is one thing to a reader, whatever its punctuation.
_PIECE = re.compile(r"[^\W_]+")

#: Words by which answers lead up to what they say (a closed list, that of the fixed wording).
#: Superlatives are among them: that a job is the longest rests on more than can be cited, and the
#: dates beside it are judged.
_FRAME = frozenset(
    """resume cv says say said lists listed mentions mentioned states stated gives names named dated
    date dates add adds sum total current currently present latest recent earliest first last
    longest shortest previous next before between job jobs employer employers role roles title
    titles degree degrees time about around over roughly less approximately month months year years
    worked works work working spent held holds was were is are time nearest directly contact
    email mail phone website site profile location located based language languages skill skills
    certificate certificates project projects""".split()
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that a sentence states, in months. `to_the_month` if it names months."""

    text: str
    months: float
    to_the_month: bool


class Place(NamedTuple):
    """From where to where in a text, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What a sentence would have its citations prove. Words and names are folded.

    `days` are dates on which something begins or ends, `moments` those at which something is.
    `begins` and `ends` are those of the days of which the sentence says which, `spans` those from
    one day to another; `goes_on` is whether it says that something does.
    """

    lengths: tuple[Length, ...] = ()
    days: tuple[PartialDate, ...] = ()
    moments: tuple[PartialDate, ...] = ()
    begins: tuple[PartialDate, ...] = ()
    ends: tuple[PartialDate, ...] = ()
    spans: tuple[tuple[PartialDate, PartialDate], ...] = ()
    goes_on: bool = False
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        dated = self.lengths or self.days or self.moments
        return bool(dated or self.numbers or self.names or self.words)


@lru_cache(maxsize=4096)  # a sentence is taken apart for each source that may carry it
def claims_of(sentence: str) -> Claims:
    """Take a sentence apart; markers `[n]` are no part of it."""
    sentence = without_aside(sentence)
    text = _EVERY_OTHER.sub("fortnightly", without_silence(MARKER.sub("", sentence)))
    text = _AS_WELL.sub(" and ", text)
    if _ABOUT_ITSELF.match(text):
        return Claims()
    lengths = lengths_in(text)
    text = _LENGTH.sub(_blank, text)
    every = dates_in(text)
    found = [dates for dates in every if dates.first or dates.last]
    dated = _dated(text, found)
    for dates in found:
        text = text[: dates.start] + " " * (dates.end - dates.start) + text[dates.end :]
    # Only now: "1,900 clinics" has no year in it.
    text = without_commas(text)
    numbers: list[str] = []
    names: list[str] = []
    words: list[str] = []
    opening = True
    for token in tokens(text):
        if any(char.isdigit() for char in token.key) or token.key in NUMBER_WORDS:
            numbers.append(number(token.key))
        elif _is_name(token, opening):
            names.append(token.key)
        elif token.key not in FUNCTION_WORDS and token.key not in _FRAME:
            words.append(token.key)
        opening = text[token.end : token.end + 2].strip()[:1] in tuple(":.;–—(“")
    return Claims(
        lengths=lengths,
        **dated,
        goes_on=any(dates.current for dates in every),
        numbers=_unique(numbers),
        names=_unique(names),
        words=_unique(words),
    )


@lru_cache(maxsize=8192)
def dates_in(text: str) -> tuple[FoundDates, ...]:
    """Every date and range in a text; without a figure in it, only what says "now"."""
    if any(char.isdigit() for char in text) or ALONE.search(text):
        return tuple(find_dates(text))
    return ()


class _Dated(TypedDict):
    days: tuple[PartialDate, ...]
    spans: tuple[tuple[PartialDate, PartialDate], ...]
    moments: tuple[PartialDate, ...]
    begins: tuple[PartialDate, ...]
    ends: tuple[PartialDate, ...]


def _dated(text: str, found: Sequence[FoundDates]) -> _Dated:
    """The dates of a sentence by what they are said to be."""
    begins: list[PartialDate] = []
    ends: list[PartialDate] = []
    moments: list[PartialDate] = []
    spans: list[tuple[PartialDate, PartialDate]] = []
    for dates in found:
        if dates.first and dates.last and dates.first != dates.last:
            spans.append((dates.first, dates.last))
        elif dates.first != dates.last:
            begins += [dates.first] if dates.first else []
            ends += [dates.last] if dates.last else []
        elif dates.first:
            said = _BOUNDARY.findall(text[max(0, dates.start - _BEFORE) : dates.start])
            begin, end = said[-1] if said else ("", "")
            (begins if begin else ends if end else moments).append(dates.first)
    return {
        "days": _unique([*begins, *ends, *(day for span in spans for day in span)]),
        "spans": _unique(spans),
        "moments": _unique(moments),
        "begins": _unique(begins),
        "ends": _unique(ends),
    }


def without_silence(text: str) -> str:
    """The text without what it says the resume is silent about."""
    return _SILENCE.sub(" ", text)


def without_aside(text: str) -> str:
    """The text without how it leads up to what somebody does besides: "Outside work, ..."."""
    return _ASIDE.sub("", text)


def lengths_at(text: str) -> list[Place]:
    """Where a text states lengths of time."""
    return [Place(*match.span()) for match in _LENGTH.finditer(text)]


def lengths_in(text: str) -> tuple[Length, ...]:
    """The lengths of time that a text states, from left to right."""
    return tuple(
        Length(
            text=match[0],
            months=12 * _value(match["years"]) + _value(match["rest"]) + _value(match["months"]),
            to_the_month=bool(match["rest"] or match["months"]),
        )
        for match in _LENGTH.finditer(text)
    )


def cited_sentences(answer: str) -> list[tuple[str, tuple[int, ...]]]:
    """The sentences of an answer, each with the numbers of its citations.

    Markers stand before the full stop or after it. A sentence without a marker that another with
    markers follows stands on those (a quote of two sentences is cited once, at its end).
    """
    pieces: list[str] = []
    for part in re.split(r"(?<=\][.!?])\s+", answer):
        for start, end in sentence_spans(part):
            words = part[start:end]
            lead = re.match(r"(?:\[\d+\]\s*)+", words)
            if lead and pieces:
                pieces[-1] += lead[0].strip()
                words = words[lead.end() :]
            if words.strip():
                pieces.append(words.strip())
    found: list[tuple[str, tuple[int, ...]]] = []
    following: tuple[int, ...] = ()
    for piece in reversed(pieces):
        numbers = tuple(dict.fromkeys(int(number) for number in MARKER.findall(piece)))
        following = numbers or following
        found.append((piece, numbers or following))
    return found[::-1]


def number(key: str) -> str:
    """A number as it compares: `three` and `3` are the same."""
    return NUMBER_WORDS.get(key, key)


def without_commas(text: str) -> str:
    """The text with `38,000` written `38000`."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)


def is_fortnightly(text: str) -> bool:
    """Whether something is said to be every other week."""
    return bool(_EVERY_OTHER.search(text))


def pieces(text: str) -> set[str]:
    """The folded runs of letters and digits of a text: what names in addresses are made of."""
    return {match[0] for match in _PIECE.finditer(fold(text))}


def _is_name(token: Token, opening: bool) -> bool:
    """Whether a word is a name by how it is written, or because English does not know it."""
    if token.key in FUNCTION_WORDS or token.key in _FRAME:
        return False
    if not token.key.isalpha():
        return not all(is_common(piece) for piece in pieces(token.key))
    inner = any(char.isupper() for char in token.text[1:])
    return inner or (token.text[0].isupper() and not opening) or not is_common(token.key)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _value(count: str | None) -> float:
    return float(NUMBER_WORDS.get(count.casefold(), count)) if count else 0.0


def _unique(found: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
