"""The words that dates are made of, in all languages that are read, and the patterns of ranges.

The words are data of `ingest.languages`. A table costs nothing at start-up, where a general date
parser costs a tenth of a second of every command and reads far too much into prose ("May",
"4 million", "on Monday").
"""

from __future__ import annotations

import re

from ingest.languages import LANGUAGES, alternatives, folded

#: Spelt without its accent, this is a name more often than a month.
_NAMES = frozenset({"marco"})
_SEASONS = (("spring", 3), ("summer", 6), ("autumn", 9), ("winter", 12))


def _spellings(word: str) -> set[str]:
    """A word as it is written, and as people without accents on their keyboard write it."""
    return {word, folded(word)} - _NAMES


MONTH_NUMBERS = {
    spelling: number
    for language in LANGUAGES
    for number, row in enumerate(language.months, 1)
    for word in row.split()
    for spelling in _spellings(word)
}
#: Abbreviations that are other words too: months only where another date says so.
SHY_MONTHS = {
    word: number for language in LANGUAGES for word, number in language.shy_months.items()
}
SEASON_WORDS = {
    spelling: season
    for language in LANGUAGES
    for season, row in zip(_SEASONS, language.seasons, strict=False)
    for word in row.split()
    for spelling in _spellings(word)
}

#: "Now" in languages of which no more than that is read.
_NOW_ELSEWHERE = (
    r"nu(?:varande)?|pågående|nå(?:værende)?|nutid|nykyinen|nykyhetki|edelleen|obecnie|nadal|teraz|"
    r"dziś|chwili\s+obecnej|dosud|doposud|nyní|současnosti?|súčasnosť|dosiaľ|jelen(?:leg)?|"
    r"napjainkig|(?:în\s+)?prezent|sada|danas|trenutno|zdaj|günümüz|halen|devam\s+ediyor|"
    r"(?:по\s+)?настоящее\s+время|по\s+н\.?\s?в\.?|сейчас|сегодня|дотепер|теперішній\s+час|"
    r"σήμερα|hiện\s+tại|hiện\s+nay|nay|sekarang|saat\s+ini|現在|현재"
)
OPEN = rf"(?:{alternatives('now')}|{_NOW_ELSEWHERE})"
VAGUE = rf"(?:{alternatives('vague')}|ca\.?|c\.|Q[1-4])"
#: Dots join two dates only between blanks ("2019 … 2021", "2019-03 .. 2021-07").
_DASH = r"(?:[-‐‑‒–—―−~～→]+>?|&[nm]dash;|(?<=\s)(?:…|\.{2,3})(?=\s))"
_TO = rf"(?:{alternatives('to')})"

#: What may stand between the two ends of a range.
SEPARATOR = re.compile(rf"\s*(?:{_DASH}|[至到]年?)\s*|\s+{_TO}\s+", re.IGNORECASE)
SLASH = re.compile(r"\s*/\s*")
AND = re.compile(rf"\s+(?:{alternatives('both')})\s+", re.IGNORECASE)
#: Between months that share a year: "February & May - June 2024".
ALSO = re.compile(rf"\s*[&+,]\s*|{AND.pattern}", re.IGNORECASE)
#: Between the two months that something took: "April & May 2025".
BOTH = re.compile(rf"\s*[&+]\s*|{AND.pattern}", re.IGNORECASE)
#: A range that goes on: "– present", "to date", "(ongoing)", "onwards", "至今".
GOES_ON = re.compile(
    rf"(?:\s*{_DASH}\s*(?:{_TO}\s+)?|\s+{_TO}\s+(?:the\s+)?|\s*/\s*|\s*[至到]){OPEN}(?!\w)"
    r"|\s+onwards?\b|\s*[至到]今|\s*(?:起|以来)(?!\w)"
    rf"|\s*[(\[]\s*(?:{alternatives('alone')})\s*[)\]]"
    # The end is left open by three dots: "2019 - ...".
    rf"|\s*{_DASH}\s*(?:…|\.{{3}})(?=\s*(?:$|[()\[\]|·•;,]))"
    # In a language that is not read, with what it means behind it: "– dosud (present)".
    rf"|\s*{_DASH}\s*(?-i:[^\W\d_A-ZÀ-ÖØ-Þ]+)\s*[(\[]\s*{OPEN}\s*[)\]]"
    rf"|\s*,\s*{OPEN}(?=\s*(?:$|[()\[\]|·•;]))",
    re.IGNORECASE,
)
#: A dash or an arrow with nothing behind it, or a colon: the end was left out because there is none
#: yet. Where a line begins with the date, a dash set close to it says so before words, too,
#: as does a hyphen that ends a column.
DANGLING = re.compile(
    r"\s*(?:[-–—]+>?|→)\s*(?=$|[)\]|:])"
    r"|(?:(?<=^\d{4})|(?<=^\d\d[/.]\d{4}))[–—](?=\s+[^\W\d_])(?!\D{0,24}\d{4})"
    r"|(?:(?<=^\d{4})|(?<=^\d\d[/.]\d{4})) ?-(?=\t[^\d\t])(?!\D{0,24}\d{4})"
)


def _before(field: str) -> re.Pattern[str]:
    """What may stand right before a date: a word and a space, or one that needs no space."""
    return re.compile(
        rf"(?:\b(?:{alternatives(field)})(?:\s+|(?<=['’])|(?<=[\u3400-\u9fff]))\s*)$",
        re.IGNORECASE,
    )


BETWEEN = _before("between")
SINCE = _before("since")
FROM = _before("start")
UNTIL = _before("until")

_PLANNED = rf"(?:{alternatives('planned')})"
EXPECTED_BEFORE = re.compile(
    rf"[(\[]?\b{_PLANNED}(?:\s+(?:graduation|completion|end|date|in|by|for|em|en|para))*\s*:?\s*$"
    r"|预计\s*$",
    re.IGNORECASE,
)
#: Between a range that goes on and its planned end: "2023 - Present (Expected June 2027)".
PLANNED_TILL = re.compile(
    rf"[\s,;|·(\[–—-]{{0,4}}(?:(?:{_PLANNED}|graduat(?:ing|ion)|completion|date|in|by)\s*:?\s*){{0,5}}",
    re.IGNORECASE,
)
GRADUATES = re.compile(r"graduat", re.IGNORECASE)
#: "2025 - Expected May 2026", "2025 - (expected May 2026)", "2025 to (planned) 2026".
EXPECTED_END = re.compile(
    rf"(?<=\W)(?:(?P<open>[(\[])?\s*{_PLANNED}:?\s+|[(\[]\s*{_PLANNED}\s*[)\]]\s*)$",
    re.IGNORECASE,
)
EXPECTED_AFTER = re.compile(
    rf"\s*[(\[]\s*{_PLANNED}(?:\s+\w+)?\s*[)\]]|(?:\s*,\s*|\s+){_PLANNED}(?!\w)", re.IGNORECASE
)
#: "Present" with no date beside it means the same only where it stands for itself.
ALONE = re.compile(
    rf"(?:^|(?<=[(\[|·•–—*-]))\s*(?P<word>{alternatives('alone')})\s*(?:$|(?=[)\]|·•*]))",
    re.IGNORECASE,
)
