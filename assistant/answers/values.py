"""Whether an answer has a value of the sort that its question asks for by its own words.

"Equity in %" is answered by a percentage or not at all, "sales figures" by a figure of sales, "who
succeeded her" by somebody. What is near in meaning and lacks the value is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Status
from assistant.answers.context import Context
from assistant.answers.counts import counted, counts
from assistant.answers.employers import SAYS_BOSS
from assistant.answers.evidence import not_said, quoted_all, ranked
from assistant.answers.which import tells_which
from assistant.compose import Draft, answered
from assistant.names import names_somebody
from assistant.parts import Part
from assistant.text import YEAR, stem, stems

Has = Callable[[str], bool]

_PERCENT = re.compile(
    r"\bin (?:%|per ?cent)|\bpercentages?\b|\b(?:what|which|how many) (?:%|per ?cent)",
    re.IGNORECASE,
)
_HAS_PERCENT = re.compile(
    r"\d\s*%|\bper ?cent|\b(?:half|third|quarter|fifth|tenth|doubled|tripled)\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"\bin (?:us |usd )?(?:dollars?|euros?|pounds?|usd|eur|gbp|chf|rupees|money|[$€£])(?!\w)|"
    r"\bhow much money\b|\b(?:dollar|euro|pound) (?:amount|value|figure|volume)s?\b|"
    r"^\W*(?:(?:what|how much)(?:['’]?s| is| was| were| are)? )?(?:the )?"
    r"(?:worth|price|cost|amount) of\b|"
    r"\bhow much (?:is|was|were|are|did) (?:the|that|his|her|their) (?:[\w-]+ ){0,3}"
    r"(?:grant|fellowship|scholarship|stipend|award|prize|budget|bursary|fine|"
    r"bonus|cost|worth)\b|^\W*(?:what|how much) (?:is|was|were|are) .{3,60} worth\W*$",
    re.IGNORECASE,
)
_HAS_MONEY = re.compile(
    r"[€$£¥₹₦₱₩₺₽₴₪]\s?\d|\d\s?[€$£¥₹₦₱₩₺₽₴₪]|"
    # Codes of currencies are of three capitals: "45,000 DKK", "NZD 120,000".
    r"(?-i:\b[A-Z]{3}\s?\d[\d.,]*\d{2}|\d[\d.,]*\d{2}\s?[A-Z]{3}\b)|"
    r"\b(?:USD|EUR|GBP|CHF|INR)\b|\d[\d.,]*\s?(?:k|m|million|billion|lakh|crore|dollars?|euros?|"
    r"pounds?|yen|francs?|kroner|kronor|krónur|pesos?|reais|rand|rupees|shillings?|naira|"
    r"cedis?|zł|lei|forints?|dirhams?|dinars?|won|baht|rupiah|ringgit)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?P<of>[^\W\d_]{3,}) (?:figures|stats|statistics)\b", re.IGNORECASE)
_NUMBERS_OF = re.compile(
    r"\b(?:numbers|figures|stats|statistics) (?:of|for) (?:the |his |her |their |all )*"
    r"(?P<of>[^\W\d_]{3,})",
    re.IGNORECASE,
)
#: What is done to the person, by somebody else.
_BY_WHOM = re.compile(
    r"^\W*who(?:['’]s| has| had)?\s+(?:"
    r"(?!(?:is|are|was|were|did|does|do|has|have|had|can|could|would|should|will|may|might|must|"
    r"else|all|employ(?:s|ed|ing)|pay(?:s|ing)|paid)\b)[^\W\d_]+(?:\s(?:on|over|from|for|after|up))?\s+(?:him|her|them|they)\b|"
    # What people do, and no firm.
    r"(?:supervis|mentor|taught|coach|examin|advis|succeed|replac|tutor)[^\W\d_]*\s)",
    re.IGNORECASE,
)
#: Who led the person: by name, or as lines say who did.
_LED_BY = re.compile(
    r"^\W*who(?:['’]s| is| was| are| were)\s+(?:his|her|their)\s+(?:[a-z]+\s+){0,2}"
    r"(?:boss(?:es)?|managers?|supervisors?|superiors?)\b",
    re.IGNORECASE,
)
_SUPERVISED = re.compile(r"^\W*who\b.{0,20}\b(?:supervis|advis|mentor)", re.IGNORECASE)
#: The lines nearest to the question that may have the value, and the share of the nearest one's
#: cosine that such a line must have.
_LINES, _BESIDE = 5, 0.6


def with_value(context: Context, part: Part, draft: Draft) -> Draft:
    """The draft, if it has what is asked for; else a line that does, or that none does."""
    has = _wanted(part.text)
    if draft.status is not Status.ANSWERED:
        return draft
    if _tells_not_which(part.text, draft):
        return replace(not_said(context, part, ranked(context, part)), why="it is not told which")
    if has is None:
        return _told_which(context, part, draft)
    if not lacks_value(part, draft):
        return draft
    by_whom = bool(_BY_WHOM.search(part.text))
    hits = [hit for hit in ranked(context, part) if not hit.is_heading]
    nearest = max((hit.dense for hit in hits[:_LINES]), default=0.0)
    for hit in hits[:_LINES]:
        # Numbers and names stand in lines about anything.
        of_it = hit is hits[0] or hit.lexical > 0
        of_it = of_it or (by_whom and bool(SAYS_BOSS.search(hit.words.text)))
        if of_it and has(hit.words.text) and hit.dense >= _BESIDE * nearest:
            return answered(*quoted_all(context, [hit]), why="a line with the value asked for")
    told = [hit for hit in hits if SAYS_BOSS.search(hit.words.text) and has(hit.words.text)]
    if _SUPERVISED.search(part.text) and len(told) == 1:
        return answered(*quoted_all(context, told), why="the one line that says who supervised")
    return replace(not_said(context, part, hits), why="no line has the value asked for")


def tells_not(part: Part, draft: Draft) -> bool:
    """Whether the lines of an answer lack a sort of value, or a name, that is asked for."""
    told = [words.text for said in draft.sentences for words in said.evidence]
    lacks = lacks_value(part, draft) or _tells_not_which(part.text, draft)
    return lacks or not tells_which(part.text, told)


def lacks_value(part: Part, draft: Draft) -> bool:
    """Whether a sort of value is asked for that the first line of an answer lacks.

    What stands beside it may be a value of something else.
    """
    has = _wanted(part.text)
    told = (words.text for said in draft.sentences[:1] for words in said.evidence)
    return has is not None and not any(map(has, told))


def _told_which(context: Context, part: Part, draft: Draft) -> Draft:
    """The draft, unless it is asked which one or how many it was, and no line tells that.

    Computed answers name what they were computed of.
    """
    if draft.settled or not draft.sentences:
        return draft
    lines = [words.text for said in draft.sentences for words in said.evidence]
    if not tells_which(part.text, lines):
        why = "it is not told which"
    elif (noun := counted(part.text)) and counts(lines, noun) is False:
        for hit in ranked(context, part)[:_LINES]:
            if counts([hit.words.text], noun):
                return answered(*quoted_all(context, [hit]), why="a line that counts them")
        why = "it is not told how many"
    else:
        return draft
    return replace(not_said(context, part, ranked(context, part)), why=why)


def _wanted(text: str) -> Has | None:
    """What tells a line that has the value asked for; None where no sort of value is named."""
    if _PERCENT.search(text):
        return lambda line: bool(_HAS_PERCENT.search(line))
    if _MONEY.search(text):
        return lambda line: bool(_HAS_MONEY.search(line))
    if _BY_WHOM.search(text):
        asked = stems(text)
        return lambda line: names_somebody(line, asked)
    if _LED_BY.search(text):
        asked = stems(text)
        return lambda line: names_somebody(line, asked) or bool(SAYS_BOSS.search(line))
    figures = _FIGURES.search(text) or _NUMBERS_OF.search(text)
    if figures and stem(figures["of"].casefold()) not in _NO_COUNT:
        wanted = stem(figures["of"].casefold())
        return lambda line: _counts(line, wanted)
    return None


#: Which one of a sort it was, and how a line has but one of the sort, in small letters.
_WHICH = re.compile(
    r"\b(?:which|what|(?:name|names) of (?:the|that|this)) (?P<of>[a-z]{3,}) "
    r"(?=(?:is|was|were|did|does|do|has|had|it|that|this|he|she|they|him|her|them|hired|paid)\b)"
)
_SOME = r"\b(?:an?|some|several|two|three|four|five|various) (?:[a-z-]+ ){0,2}?"


def _tells_not_which(text: str, draft: Draft) -> bool:
    """Whether it is asked which one of a sort it was, and the best line has but "a hospital"."""
    asked = _WHICH.search(text)
    if asked is None or not draft.sentences:
        return False
    some = re.compile(rf"{_SOME}{asked['of']}\b(?!\W*(?:called|named|\bin\b|[:(]))")
    told = [words.text for words in draft.sentences[0].evidence]
    return any(map(some.search, told)) and not any(asked["of"].title() in line for line in told)


#: Of these no line need give figures by name.
_NO_COUNT = frozenset(
    map(stem, "phone mobile telephone cell contact any some the exact rough real hard".split())
)


def _counts(line: str, wanted: str) -> bool:
    """Whether a line has the word and a number that is no year."""
    return wanted in stems(line) and any(char.isdigit() for char in YEAR.sub("", line))
