"""Whether a sentence says of what is over, wished for, or done in part that it is.

"is a staff nurse at Northgate"      of a post that ended in 2019
"has been on leave since 2023"       of "leave September 2023 to August 2024"
"is a practice educator"             of "looking for a practice educator role"
"drafted the policy"                 of "Helped draft the policy"
"recommended the app"                of "Recommended scrapping the app"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.claims import claims_of, dates_in
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence
from assistant.scopes import clauses, content
from assistant.text import Token, stem, tokens
from ingest.resume import DateRange

_PERSON = frozenset("they he she".split())
_ADVERBS = frozenset("also now still currently presently regularly usually often both".split())
#: Words in -s that are no verbs of the present.
_NO_VERB = frozenset("was has does his its this as us is".split())
#: What one has for good, once a school is left.
_KEPT = frozenset("has holds have hold".split())
_PARTICIPLE = re.compile(
    r"\w+(?:ed|en|wn|ught|lt|id)$|(?:led|made|run|held|won|had|met|sat|cut|set)$"
)


def untimely(
    sentence: str, found: Sequence[Evidence], name: frozenset[str], today: date
) -> Iterator[str]:
    """What is said to be and is not, or not yet, in words for the explanation."""
    source = "\n".join(one.words for one in found)
    yield from _over(sentence, found, name, today)
    yield from _since(sentence, found)
    yield from _wished(sentence, source)
    yield from _less_done(sentence, source)


def _over(
    sentence: str, found: Sequence[Evidence], name: frozenset[str], today: date
) -> Iterator[str]:
    lines = {token.key for one in found for token in tokens(one.words)}
    for verb in _presents(sentence, name):
        about = _about(sentence[verb.end :], found)
        if all(_told_as_past(verb, one, today) for one in about):
            yield f"over: {verb.text}"
            continue
        if not all(_is_over(one, today) for one in about):
            continue
        if verb.key in _KEPT and all(one.schooling for one in about):
            continue
        if verb.key not in lines or verb.key in ("is", "are", "has", "have"):
            yield f"over: {verb.text}"


def _presents(sentence: str, name: frozenset[str]) -> Iterator[Token]:
    """The verbs in the present right behind the person, or behind what is the person's."""
    written = tokens(sentence)
    for at, token in enumerate(written):
        person = token.key in _PERSON or stem(token.key) in name
        if not person or token.key.endswith("'s"):
            continue
        after = [one for one in written[at + 1 : at + 4] if one.key not in _ADVERBS]
        while after and stem(after[0].key) in name:  # a surname
            after = after[1:]
        if not after:
            continue
        verb, *rest = after
        plural = token.key == "they"
        if verb.key in ("is", "are"):
            yield verb
        elif verb.key in ("has", "have"):
            if not rest or not _PARTICIPLE.search(rest[0].key):
                yield verb
        elif (
            verb.key.endswith("s") and not verb.key.endswith("ss") and verb.key not in _NO_VERB
        ) or (plural and verb.key in _BARE):
            yield verb


def _about(behind: str, found: Sequence[Evidence]) -> Sequence[Evidence]:
    """Of the evidence, what has most of the words that stand behind the verb in its clause."""
    clause = next(clauses(behind), (0, len(behind)))
    said = set(content(behind[clause[0] : clause[1]]))
    shared = [len(said & set(content(one.words))) for one in found]
    return [one for one, count in zip(found, shared, strict=True) if count == max(shared)]


_BARE = frozenset(
    """work run lead manage teach supervise chair live serve hold use speak keep play write own
    study drive report head organise volunteer maintain judge""".split()
)


def _told_as_past(verb: Token, one: Evidence, today: date) -> bool:
    """Whether a line that is of nothing that goes on tells of the verb as of what was."""
    if one.stay and any(not _ended(dates, today, stay=True) for dates in one.ranges):
        return False
    forms = {token.key for token in tokens(one.words) if stem(token.key) == stem(verb.key)}
    if forms and all(_PARTICIPLE.search(form) for form in forms):
        return True
    # "I came to the classroom from an office": what one comes from is left.
    return bool(_CAME.search(one.words)) and verb.key in _LIVES


_CAME = re.compile(r"\bI (?:came|moved|left|switched|turned)\b", re.IGNORECASE)
_LIVES = frozenset("works lives is work live are".split())
#: How a line begins that tells of what was.
_WAS = re.compile(r"^\W*(?:was|were|used to|formerly|previously|once)\b", re.IGNORECASE)


def _is_over(one: Evidence, today: date) -> bool:
    """Whether what a line tells of has ended: by its own dates, or else by those of its stay."""
    if _WAS.search(one.words):
        return True
    own = _own_ranges(one)
    ranges = own or (one.ranges if one.stay else ())
    return bool(ranges) and all(_ended(dates, today, stay=one.stay) for dates in ranges)


def _own_ranges(one: Evidence) -> list[DateRange]:
    """The ranges, from a day to another, that stand in the line itself."""
    days = {(found.first, found.last) for found in dates_in(one.words.split("\n")[0])}
    return [
        dates
        for dates in one.ranges
        if (dates.start, dates.end) in days and dates.start != dates.end
    ]


def _ended(dates: DateRange, today: date, *, stay: bool) -> bool:
    end = dates.end or (dates.start if stay and not dates.current else None)
    return (
        not dates.current
        and end is not None
        and (end.year, end.month or 12)
        < (
            today.year,
            today.month,
        )
    )


def _since(sentence: str, found: Sequence[Evidence]) -> Iterator[str]:
    """A beginning, said to go on, of what has an end."""
    claims = claims_of(sentence)
    if not claims.goes_on or any(one.computed for one in found):
        return
    for day in claims.begins:
        begun = [
            (one, dates)
            for one in found
            for dates in one.ranges
            if dates.start
            and dates.start.year == day.year
            and (day.month is None or dates.start.month in (None, day.month))
        ]
        over = [
            dates.end is not None and dates.end != dates.start and not dates.current
            for _, dates in begun
        ]
        # Of several stays together, one that goes on is enough.
        lines = [id(one) for one, _ in begun]
        goes_on = any(
            dates.current for one in found if id(one) not in lines for dates in one.ranges
        )
        if begun and all(over) and not goes_on:
            yield f"over: since {day.year}"
        elif begun and not any(_AGAIN.search(one.words) for one, _ in begun):
            # "Ranked in 2022, 2023 and 2024": each year by itself.
            for one, dates in begun:
                own = [found.first for found in dates_in(one.words.split("\n")[0])]
                if not one.path and dates.start == dates.end and len(set(own)) > 2:
                    yield f"by itself: {day.year}"


_AGAIN = re.compile(
    r"\b(?:renew\w*|revalidat\w*|since|until|to|expire\w*|runs out|valid)\b", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:looking for|seek(?:s|ing)?|would(?: like)?|hop(?:e|es|ing) (?:to|for)|"
    r"want(?:s|ing)? (?:to|a)|wish(?:es)? to|aim(?:s|ing)? (?:to|for)|plan(?:s|ning)? to|"
    r"interested in|aspir\w+|striv\w+|eager to|keen to|dream\w* of|goal)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:look(?:s|ed|ing)?|seek\w*|would|hop(?:e|es|ed|ing)|want\w*|wish\w*|aim\w*|plan\w*|"
    r"interest\w*|aspir\w+|striv\w+|eager|keen|dream\w*|goals?|open to|like to|after|search\w*|"
    r"prefer\w*|ideal\w*|next)\b",
    re.IGNORECASE,
)


def _wished(sentence: str, source: str) -> Iterator[str]:
    """What is only wished for, said as if it were so."""
    if _WISHED.search(sentence):
        return
    said = set(content(sentence))
    wished: set[str] = set()
    other: set[str] = set()
    for start, end in clauses(source):
        match = _WISH.search(source[start:end])
        at = start + match.start() if match else end
        other |= set(content(source[start:at]))
        wished |= set(content(source[at:end]))
    only = said & (wished - other)
    if len(only) > 1 or (only and len(said) < 4):
        yield f"only wished for: {min(only)}"


#: What makes less of what is done, and the words of which one must then be said.
_LESS = re.compile(
    r"\b(?P<less>help(?:s|ed|ing)?(?: to)?|assist(?:s|ed|ing)?(?: in| with)?|"
    r"contribut(?:e|es|ed|ing) to|support(?:s|ed|ing)?|took part in|tak(?:e|es|ing) part in|"
    r"participat\w+ in|sat in on|sit in on|shadow(?:s|ed|ing)?|observ(?:e|es|ed|ing)|"
    r"chapters? in|part of|co-)\s*(?P<what>[\w-]+)",
    re.IGNORECASE,
)
_LESSENED = re.compile(
    r"\b(?:help\w*|assist\w*|contribut\w*|support\w*|part|participat\w*|sat in|sit in|sits in|"
    r"shadow\w*|observ\w*|chapters?|involved|co|joined|together|with|among|as one of|aided)\b",
    re.IGNORECASE,
)
#: What one says of an act that is then not done by saying so.
_SAYING = re.compile(
    r"\b(?P<said>recommend\w*|propos\w+|suggest\w*|advis(?:es|ed) against|warn\w*|reject\w*|"
    r"prevent\w*|stopp\w+|avoid\w+|refus\w+)\s+(?P<act>\w+ing)\b",
    re.IGNORECASE,
)


def _less_done(sentence: str, source: str) -> Iterator[str]:
    said = {stem(token.key) for token in tokens(sentence)}
    covered = load_paraphrases().stand_for
    for match in _LESS.finditer(source):
        what = stem(match["what"].casefold())
        if what in said and not _LESSENED.search(sentence):
            yield f"less: {match['less']}"
    for match in _SAYING.finditer(source):
        act, saying = match["act"].casefold(), stem(match["said"].casefold())
        stands = {stem(word) for word, of in covered.items() if act in of} | {stem(act)}
        if saying in said and not stands & said:
            yield f"left out: {act}"
