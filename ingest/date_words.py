"""The words that dates are made of, in eight languages, and the patterns of ranges.

Month, season and "present" words are those of English, German, French, Spanish, Portuguese,
Italian, Dutch and Chinese, as CLDR spells and abbreviates them. A table costs nothing at start-up,
where a general date parser costs a tenth of a second of every command and reads far too much into
prose ("May", "4 million", "on Monday"). Words that are more often something else in an English
resume are left out ("estate", "marco").
"""

from __future__ import annotations

import re

_MONTHS = (
    "january jan januar januari janvier janv enero ene janeiro gennaio gen jänner",
    "february feb februar februari février fevrier févr fév febrero fevereiro fev febbraio",
    "march mar märz mrz maart mrt mars marzo março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug augustus août aout agosto ago",
    "september sep sept septembre septiembre setembro settembre sett",
    "october oct oktober okt octobre octubre outubro ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
_SEASONS = {
    ("spring", 3): "spring frühling frühjahr printemps primavera",
    ("summer", 6): "summer sommer été verano verão zomer",
    ("autumn", 9): "autumn fall herbst automne otoño outono autunno herfst",
    ("winter", 12): "winter hiver invierno inverno",
}
MONTH_NUMBERS = {word: number for number, row in enumerate(_MONTHS, 1) for word in row.split()}
SEASON_WORDS = {word: season for season, row in _SEASONS.items() for word in row.split()}

OPEN = (
    r"(?:the\s+)?(?:present(?:\s+(?:day|time))?|now|today|current(?:ly)?|on-?going|date|heute|jetzt"
    r"|aktuell|laufend|gegenwart|présent|aujourd['’]hui|actuel(?:lement)?|en\s+cours|presente"
    r"|actualidad|actual(?:mente)?|hoy|ahora|atual(?:mente)?|hoje|oggi|attuale|heden|今|今天|现在|目前)"
)
_DASH = r"(?:[-‐‑‒–—―−~～→]+>?|&[nm]dash;)"
_TO = (
    r"(?:to|until|till?|thru|through|up\s+to|bis(?:\s+zum?)?|jusqu['’](?:à|au|en)|au?|à|hasta|até"
    r"|al?|tot|fino\s+a[dl]?)"
)

#: What may stand between the two ends of a range.
SEPARATOR = re.compile(rf"\s*(?:{_DASH}|[至到]年?)\s*|\s+{_TO}\s+", re.IGNORECASE)
SLASH = re.compile(r"\s*/\s*")
AND = re.compile(r"\s+(?:and|und|et|y|e)\s+", re.IGNORECASE)
#: A range that goes on: "– present", "to date", "(ongoing)", "onwards", "至今".
GOES_ON = re.compile(
    rf"(?:\s*{_DASH}\s*(?:{_TO}\s+)?|\s+{_TO}\s+(?:the\s+)?|\s*/\s*|\s*[至到]){OPEN}(?!\w)"
    r"|\s+onwards?\b|\s*[至到]今"
    r"|\s*[(\[]\s*(?:present|current|ongoing)\s*[)\]]",
    re.IGNORECASE,
)
#: A dash with nothing behind it: the end was left out because there is none yet.
DANGLING = re.compile(r"\s*[-–—]+\s*(?=$|[)\]|])")
BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\s+$", re.IGNORECASE)
SINCE = re.compile(r"(?:\b(?:since|seit|depuis|sinds|dal)\s+|自\s*)$", re.IGNORECASE)
FROM = re.compile(r"(?:\b(?:from|von|vom|du|desde|de|van)\s+|从\s*)$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|up\s+to|bis|hasta|até|jusqu['’]en)\s+$", re.IGNORECASE)

_PLANNED = (
    r"(?:expected|anticipated|planned|projected|estimated|prospective|tentative|voraussichtlich"
    r"|geplant|prévue?|previst[oa]|预计)"
)
EXPECTED_BEFORE = re.compile(
    rf"[(\[]?\b{_PLANNED}(?:\s+(?:graduation|completion|end|date|in|by|for))*\s*:?\s*$"
    r"|预计\s*$",
    re.IGNORECASE,
)
EXPECTED_AFTER = re.compile(
    rf"\s*[(\[]\s*{_PLANNED}(?:\s+\w+)?\s*[)\]]|(?:\s*,\s*|\s+){_PLANNED}(?!\w)", re.IGNORECASE
)
#: "Present" with no date beside it means the same only where it stands for itself.
ALONE = re.compile(
    r"(?:^|(?<=[(\[|·•–—*-]))\s*(?P<word>present|current|ongoing|now|至今|heute|laufend|actualidad"
    r"|en\s+cours|atual)\s*(?:$|(?=[)\]|·•*]))",
    re.IGNORECASE,
)
