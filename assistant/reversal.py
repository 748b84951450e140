"""Whether a sentence turns its source around, though it has the source's words.

    a negation      "has not worked with Kafka", of "Ran the Kafka clusters"; "open to relocation",
                    of "no relocation"
    a superlative   "only", "most", "every", "more than", where the source has none
    the contrary    "closed the place", of "Opened the place"
    what is not so  "holds a diploma", of "(expected)"; "holds a certificate", of "lapsed"

Words are compared by their stems, clause by clause; nothing here knows what any of them means,
but for short lists of words that deny, boost or contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.claims import NUMBER_WORDS, dates_in
from assistant.figures import CHANGE
from assistant.paraphrase import load_paraphrases
from assistant.scopes import NONE, NOT, clauses, content_words
from assistant.text import FUNCTION_WORDS, tokens

#: Small words that make more of a thing, and what a source may say in their place.
_BOOSTS = {
    "only": "(?<!-)only(?!-)|sole|solely|exclusively|nothing but|just",
    "single-handed": "single-handed|alone|sole",
    "single-handedly": "single-handed|alone|sole",
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
_OF_NUMBERS = frozenset("more than|over|at least|less than|fewer than|under|up to".split("|"))
_BOOST = re.compile(
    r"\b(?:(?P<word>(?<!-)only(?! (?:some|a bit|basic|little|limited|partial))|most(?! recent)|"
    r"every|single-handed(?:ly)?|all(?! told| in all))"
    r"|(?P<than>more than|over|at least|less than|fewer than|under|up to)"
    r"(?= (?:[€$£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)))\b",
    re.IGNORECASE,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_LENGTH_AHEAD = re.compile(
    rf"\W*(?:\d[\d.,]*|{_SMALL})[ -]?(?:years?|months?|yrs?|summers?|seasons?|terms?|decades?)\b",
    re.IGNORECASE,
)


def reversals(sentence: str, sources: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """What the sentence turns around, in words for the explanation; empty if nothing.

    `lines` are the sources without the names and dates of the entries around them.
    """
    source = "\n".join(sources)
    changing = {"instead"} if CHANGE.search(source) else set()
    return (
        *_negated(sentence, source),
        *_boosted(sentence, source),
        *_one_of_several(sentence, source),
        *(f"turned: {word}" for word in _turning(sentence) - _turning(source) - changing),
        *_opposed(sentence, "\n".join(lines)),
        *_premature(sentence, sources),
        *("backwards" for found in dates_in(sentence) if found.problem),
    )


def _negated(sentence: str, source: str) -> Iterator[str]:
    there = content_words(source)
    denied = {word.stem for word in there if word.negated}
    denied_forms = {word.token.key for word in there if word.negated}
    stated = {word.stem for word in there if not word.negated}
    for start, end in clauses(sentence):
        clause = sentence[start:end]
        if not (NOT.search(clause) or NONE.search(clause)):
            continue
        reached = [word for word in content_words(clause) if word.negated]
        if not reached and _stands_there(clause, source):
            continue
        reached = reached or content_words(clause)
        covered = load_paraphrases().stand_for
        # A bare "No," answers a question; whether it may is for whoever knows the question.
        if reached and not any(
            word.stem in denied
            or not covered.get(word.token.key, frozenset()).isdisjoint(denied_forms)
            for word in reached
        ):
            yield "negation"
    here = content_words(sentence)
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
        if NOT.fullmatch(one.text) or NOT.fullmatch(other.text)
    )


def _boosted(sentence: str, source: str) -> Iterator[str]:
    for match in _BOOST.finditer(sentence):
        said = (match["word"] or match["than"]).casefold()
        # How long something was is worked out to the month, and then said roundly.
        if match["than"] and _LENGTH_AHEAD.match(sentence[match.end() :]):
            continue
        shared = re.search(r"\b\w+-only\b", sentence)
        if said == "only" and shared and shared[0] in source:
            continue
        if not re.search(_boosts(said, sentence[match.end() :]), source, re.IGNORECASE):
            yield said


def _boosts(said: str, behind: str) -> str:
    """What a source may say for a word that makes more of a thing; of a number, of that one."""
    options = "|".join(
        option if not option[-1].isalpha() and option[-1] != "*" else rf"\b{option}\b"
        for option in _BOOSTS[said].split("|")
    )
    number_behind = re.match(r"\W*(\w[\w.,]*\w|\w)", behind)
    if said not in _OF_NUMBERS or number_behind is None:
        return options
    spelt = [word for word, value in NUMBER_WORDS.items() if value == number_behind[1]]
    figure = "|".join([re.escape(number_behind[1]), *spelt])
    figure = f"(?:{figure})"
    return rf"(?:{options})\W*{figure}|{figure}\W?(?:\+|or more|plus)"


_ONE_OF = re.compile(r"\bone of (?:the |its |their )?(?:\w+ )?(\w+est|best|top|leading)\b", re.I)
_TURNING = re.compile(r"\b(?:against|despite|instead|except)\b", re.IGNORECASE)


def _turning(text: str) -> set[str]:
    return {word.casefold() for word in _TURNING.findall(text)}


def _one_of_several(sentence: str, source: str) -> Iterator[str]:
    """The best, of "one of the ten best"."""
    for best in _ONE_OF.findall(source):
        if re.search(rf"\b{best}\b", sentence, re.I) and not re.search(
            r"\b(?:one|some) of\b|\bamong\b", sentence, re.I
        ):
            yield f"one of several: {best}"


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
        "taught teach|learned learnt learn learning took attended",
        "gave give paid|received receive",
        "before|after",
        "since|until till",
        "well|badly poorly",
        "more|fewer less",
        "over above|under below",
        "into|out",
        "expert advanced native fluent|beginner basic rusty beginner's",
        "internal|external",
        "first|last second third",
        "day days daytime|night nights nightly",
    )
]


def _opposed(sentence: str, source: str) -> Iterator[str]:
    """A word where the source's clause that is most like it has its contrary."""
    there = [frozenset(token.key for token in tokens(source[a:b])) for a, b in clauses(source)]
    for start, end in clauses(sentence):
        written = tokens(sentence[start:end])
        here = frozenset(token.key for token in written)
        # A name tells clauses apart better than a word.
        weight = {token.key: 1 + token.text[:1].isupper() for token in written}
        nearest = max(
            there,
            key=lambda words: sum(weight.get(one, 0) for one in (words & here) - FUNCTION_WORDS),
            default=None,
        )
        if nearest is None or not (nearest & here) - FUNCTION_WORDS:
            continue
        for one, other in _CONTRARY:
            for said, contrary in ((one, other), (other, one)):
                words = (here & said) - nearest
                if words and nearest & contrary and not nearest & said and not here & contrary:
                    yield f"contrary: {min(words)}"


_UNFINISHED = re.compile(
    r"\b(?:expected|in progress|under way|not (?:yet )?finished|unfinished|ongoing studies|"
    r"under contract|forthcoming|in press|manuscript due)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:qualified|certified|holds?|earned|obtained|received|completed|graduated|finished|"
    r"has an?|passed|awarded|published|appeared)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:expected|in progress|progress|not|yet|stud(?:ying|ies)|will|planned|due|working|"
    r"towards?|currently|pursuing|until|contract|forthcoming)\b",
    re.IGNORECASE,
)


_OVER = re.compile(r"\b(?:lapsed|expired|revoked|abandoned|withdrawn)\b", re.IGNORECASE)
_STILL = re.compile(
    r"\b(?:since|holds?|held|has|current(?:ly)?|still|valid|maintains?|is|runs?|develops?)\b",
    re.IGNORECASE,
)


def _premature(sentence: str, sources: Sequence[str]) -> Iterator[str]:
    """Something said to be done that the source says is not, yet; or to be had that is over."""
    here = {token.key for token in tokens(sentence)} - FUNCTION_WORDS
    lines = [part for source in sources for part in re.split(r"\.\s", source)]
    line = max(
        lines, key=lambda line: len(here & {token.key for token in tokens(line)}), default=""
    )
    if _UNFINISHED.search(line) and _DONE.search(sentence) and not _NOT_DONE.search(sentence):
        yield "not finished"
    if _OVER.search(line) and _STILL.search(sentence) and not _OVER.search(sentence):
        yield "over"
