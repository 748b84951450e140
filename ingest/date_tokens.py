"""Single dates in running text: the forms that `ingest.dates` builds ranges from."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.date_words import MONTH_NUMBERS, SEASON_WORDS, SHY_MONTHS, VAGUE
from ingest.resume import PartialDate


def _any(words: Iterable[str]) -> str:
    """An alternation that prefers the longest word."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_LAST_LETTER = "\u3000"  # what sorts behind it is written without spaces
# Numbers outside of 1500 to 2100 are no years.
YEAR = r"(?:(?:1[5-9]|20)\d\d|2100)(?!\d)"
_MONTH = rf"(?:{_any(MONTH_NUMBERS)})\b\.?"
# "Nov18 - Mar2020"
_MONTH_GLUED = rf"(?:{_any(MONTH_NUMBERS)})"
# In Chinese, which writes the year first.
_LATER_SEASON = rf"(?:{_any(word for word in SEASON_WORDS if word[0] > _LAST_LETTER)})"
_SHY = rf"(?:{_any(SHY_MONTHS)})"
_SEASON = rf"(?:{_any(SEASON_WORDS)})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)"
_OF = r"(?:\s+(?:of|de|del|do|di)\s+|\s*,\s*|\s+)"
# "10.2021. - 01.2024.": in some countries a full stop ends each number.
_STOP = r"(?:\.(?=\s*[-–—]\s*\d))?"
# "2016 – 18", "2016--18": in blanks, and with nothing behind that it might count.
_SHORT_END = r"(?:[ ][–—-][ ]|--)\d\d(?=\s*(?:$|[)\],;|·•]))"
_VAGUE = rf"\b{VAGUE}[\s\-/]*"

#: Every form of a single date, the longest first; the name of the group says which.
_TOKEN = re.compile(
    rf"""
      (?P<iso>      {YEAR}(?P<_a>[-/])\d{{1,2}}(?P=_a)\d{{1,2}}(?!\d)(?:T[\d:.]+Z?)?
                  | {YEAR}\.\d\d\.\d\d(?!\d) )
    | (?P<yseason>  {YEAR}\s*年?\s*{_LATER_SEASON} )
    | (?P<cjk>      {YEAR}\s*年度?(?:\s*\d{{1,2}}\s*月份?(?:\s*\d{{1,2}}\s*[日号])?)? )
    | (?P<dmonthy>  {_DAY}(?:\s+(?:of|de|del)\s+|[^\S\t\n\v]?){_MONTH}{_OF}{YEAR}
                  | \d{{1,2}}(?P<_d>[-./]){_MONTH}(?P=_d){YEAR} )
    | (?P<monthdy>  {_MONTH}(?:\s+{_DAY}(?:\s*,\s*|\s+)|-\d{{1,2}}-\s?){YEAR} )
    | (?P<monthy>   {_MONTH}(?:{_OF}|\s*[/-]\s*|(?<=\.)){YEAR}
                  | {_MONTH_GLUED}{YEAR}(?!\w) )
    | (?P<monthyy>  {_MONTH}\s*['’]\d\d(?!\d) )
    | (?P<dmonthyy> \d{{1,2}}(?P<_c>[-./]){_MONTH}(?P=_c)\d\d(?!\d) )
    | (?P<abbrevy>  {_SHY}(?:[./-]\s*|\.?\s+d[eio]\s+){YEAR} )
    | (?P<shyy>     {_SHY}\s+{YEAR} )
    | (?P<shyyy>    (?:{_MONTH}|{_SHY}\.?)/\d\d(?![\d/])
                  | {_MONTH_GLUED}\d\d(?![\w/]|-\d) )
    | (?P<ymonth>   {YEAR}(?:\s+|\s*,\s*|[/-]){_MONTH}(?!\s*,?\s*{YEAR}) )
    | (?P<seasony>  {_SEASON}{_OF}{YEAR}(?:\s*/\s*(?:{YEAR}|\d\d(?!\d)))? )
    | (?P<dmy>      \d{{1,2}}(?P<_b>[./-])\d{{1,2}}(?P=_b){YEAR}{_STOP} )
    | (?P<my>       \d{{1,2}}(?:\s*/\s*|[.-]){YEAR}{_STOP} )
    | (?P<ym>       {YEAR}(?:\s*/\s*\d{{1,2}}|[.–-]\d\d|{_SHORT_END})(?!\d) )
    | (?P<shym>     {YEAR}\.\d(?![\d.]) )
    | (?P<vague>    {_VAGUE}{YEAR} )
    | (?P<y>        {YEAR}{_STOP} )
    | (?P<mmyy>     (?:0[1-9]|1[0-2])/\d\d(?![\d/]) )
    | (?P<monthdd>  {_MONTH}\s+\d\d(?![\d:]) )
    | (?P<dmonth>   {_ORDINAL}(?:\s+(?:of|de|del)\s+|[^\S\t\n\v]?){_MONTH} )
    | (?P<month>    {_MONTH} )
    | (?P<season>   {_SEASON} )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: What looks like a date and is none: addresses, identifiers, telephone numbers, money.
#: Bounded, so that no input makes the search slow.
_NOT_DATES = re.compile(
    r"""
      \b(?:https?://|www\.)[^\s<>)\]]+
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
    | (?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,24}/\S*
    | \bISBN(?:-1[03])?[:\s]{0,3}[\dx][\dx\s-]{8,20}
    | \b(?:doi|arxiv)[:\s]\s*\S+ | \b10\.\d{4,}/\S+
    | \+\s?\d[\d\s().\/-]{5,24}\d
    | \(\+?\d{1,5}\)\s*\d{2,5}(?:[\s.-]\d{2,5})*
    | \b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b
    | [$€£¥₹]\s?\d[\d.,]*
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One date as written at `text[start:end]`.

    `form` names how it is written. `date` is None for a month (with a day or not), a season or a
    two-digit pair that needs a neighbour to mean anything; `until` is the second year of "2015/16".
    `problem` says what is impossible about it ("" if nothing). Forms in `SHY` ("set 2019",
    "2018.7") are what they look like only beside another month.
    """

    start: int
    end: int
    form: str
    date: PartialDate | None
    until: PartialDate | None = None
    problem: str = ""

    def moved(self, by: int) -> Token:
        """The same token so many characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


#: What may be something else: two words, a version, a day.
SHY = frozenset({"shyy", "shyyy", "shym"})


def tokens(text: str) -> list[Token]:
    """Every date-like token from left to right, without overlap."""
    hidden = [match.span() for match in _NOT_DATES.finditer(text)]
    found: list[Token] = []
    position = 0
    while match := _TOKEN.search(text, position):
        start, end = match.span()
        if any(low < end and start < high for low, high in hidden) or _inside_word(text, start):
            position = start + 1
            continue
        found.append(_read(match))
        position = end
    return found


def attached(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is but a part of a longer word or number ("CS2011", "2000+")."""
    return bool(_BEFORE.search(text[max(0, start - 2) : start]) or _AFTER.match(text, end))


# Letters and digits, but for the scripts that put no space between words.
_GLUED = r"[^\W_\u3040-\u30ff\u3400-\u9fff]"
_BEFORE = re.compile(rf"(?:{_GLUED}|{_GLUED}[_'’/-]|[$€£¥₹#@=\\]|\d[.,:])$")
_AFTER = re.compile(rf"{_GLUED}|_{_GLUED}|-{_GLUED}|[%+°]|,\d{{3}}(?!\d)|[.:]\d|/{_GLUED}")


def possible(
    year: int, month: int | None = None, day: int | None = None
) -> tuple[PartialDate, str]:
    """A date as precise as it can be, and what is impossible about it ("" if nothing)."""
    if month is None:
        return PartialDate(year), ""
    if not 1 <= month <= 12:
        return PartialDate(year), f"There is no month {month}."
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        name = calendar.month_name[month]
        return PartialDate(year, month), f"There is no day {day} in {name} {year}."
    return PartialDate(year, month, day), ""


def month_of(words: str) -> int:
    """The month (1-12) that a `month` token or the month in a longer one names."""
    return next(
        number
        for word in re.findall(r"[^\W\d_]+", words.lower())
        if (number := MONTH_NUMBERS.get(word) or SHY_MONTHS.get(word))
    )


def season_of(words: str, year: int) -> PartialDate:
    """The season that `words` name, in that year."""
    name, month = next(
        SEASON_WORDS[word]
        for word in re.findall(r"[^\W\d_年]+", words.lower())
        if word in SEASON_WORDS
    )
    return PartialDate(year, month, season=name)


def two_digit_year(digits: int) -> int:
    """49 is 2049 and 50 is 1950: nobody's resume reaches beyond either."""
    return 2000 + digits if digits < 50 else 1900 + digits


def _inside_word(text: str, start: int) -> bool:
    """Whether a letter or digit of a spaced script stands directly before a date's first one."""
    return start > 0 and bool(re.match(_GLUED, text[start - 1])) and text[start].isalnum()


def _read(match: re.Match[str]) -> Token:
    form, words = str(match.lastgroup), match.group()
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if form in _NAMED:
        return Token(match.start(), match.end(), form, *_named(form, words, numbers))
    until: PartialDate | None = None
    problem = ""
    date: PartialDate | None = None
    if form in ("iso", "cjk", "shym"):
        date, problem = possible(*numbers[:3])
    elif form in ("dmonthy", "monthdy"):
        date, problem = possible(numbers[1], month_of(words), numbers[0])
    elif form == "dmonthyy":
        date, problem = possible(two_digit_year(numbers[1]), month_of(words), numbers[0])
    elif form == "dmy":
        date, problem = _day_month_year(words, *numbers)
    elif form == "my":
        date, problem = possible(numbers[1], numbers[0])
    elif form == "ym":
        date, until, problem = _year_and_number(words, *numbers)
    elif form in ("vague", "y"):
        date = PartialDate(numbers[-1])
    return Token(match.start(), match.end(), form, date, until, problem)


#: Forms in which a month or season is named, and a year.
_NAMED = frozenset("monthy ymonth monthyy abbrevy shyy shyyy yseason seasony".split())


def _named(form: str, words: str, numbers: list[int]) -> tuple[PartialDate, PartialDate | None]:
    year = two_digit_year(numbers[0]) if form in ("monthyy", "shyyy") else numbers[0]
    if form in ("yseason", "seasony"):
        return season_of(words, year), _second_year(numbers) if len(numbers) > 1 else None
    return PartialDate(year, month_of(words)), None


def _day_month_year(words: str, first: int, second: int, year: int) -> tuple[PartialDate, str]:
    """Day first, but where a slash leaves it open, no more than the year is certain."""
    if second > 12 >= first:
        return possible(year, first, second)
    if "/" in words and first != second and first <= 12:
        return PartialDate(year), ""
    return possible(year, second, first)


def settled(text: str, token: Token, other: Token) -> Token | None:
    """A token beside another: a shy one is what it looks like where the other has a month, too."""
    if token.form not in SHY or (other.date and other.date.month) or other.form == "month":
        return token
    return bare_year(text, token)


def bare_year(text: str, token: Token) -> Token | None:
    """The year that remains of "set 2019" where that is no month; None of "2018.7", "mar/19"."""
    if token.form != "shyy":
        return None
    return tokens(text[token.end - 4 : token.end])[0].moved(token.end - 4)


def day_first(text: str, left: Token, right: Token) -> tuple[Token, Token]:
    """The two ends of a range; one that leaves open which is the day is written like the other."""
    if left.form != "dmy" or right.form != "dmy":
        return left, right
    numbers = [
        [int(one) for one in re.findall(r"\d+", text[t.start : t.end])] for t in (left, right)
    ]
    first = any(one[0] > 12 for one in numbers)
    second = any(one[1] > 12 for one in numbers)
    if first == second:
        return left, right
    ends = []
    for token, (one, other, year) in zip((left, right), numbers, strict=True):
        month, day = (other, one) if first else (one, other)
        date, problem = possible(year, month, day)
        ends.append(replace(token, date=date, problem=problem))
    return ends[0], ends[1]


def _year_and_number(
    words: str, year: int, number: int
) -> tuple[PartialDate, PartialDate | None, str]:
    """`2016-08` is a month; `2016-20`, `2015/16`, `2009–11` and `2009 - 11` are two years."""
    later, apart = number > year % 100, re.search(r"[ -]-|- | [–—]", words) is not None
    if later and (number > 12 or apart or "–" in words):
        return PartialDate(year), _second_year([year, number]), ""
    if apart:
        return PartialDate(year), None, ""
    date, problem = possible(year, number)
    return date, None, problem


def _second_year(numbers: list[int]) -> PartialDate:
    first, second = numbers
    return PartialDate(second if second > 99 else first - first % 100 + second)
