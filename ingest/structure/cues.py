"""Signs by which people tell a role from an organisation from a place. General, for all fields."""

from __future__ import annotations

import re

#: Head nouns of job titles, across fields (after the major groups of ISCO-08 and O*NET).
_ROLE_NOUNS = """engineer|developer|programmer|architect|analyst|scientist|manager|director|officer|
    president|chair|chairman|chairwoman|chairperson|founder|co-founder|cofounder|owner|partner|
    associate|assistant|intern|trainee|apprentice|consultant|advisor|adviser|administrator|
    coordinator|co-ordinator|specialist|technician|technologist|designer|writer|editor|author|
    journalist|reporter|producer|teacher|tutor|lecturer|professor|instructor|trainer|coach|mentor|
    principal|headteacher|head|dean|fellow|researcher|postdoc|student|nurse|midwife|sister|matron|
    doctor|physician|surgeon|registrar|resident|therapist|paramedic|pharmacist|dentist|carer|
    psychologist|counsellor|counselor|welder|fabricator|fitter|electrician|plumber|carpenter|
    mechanic|machinist|operator|driver|foreman|supervisor|leader|lead|chef|cook|baker|waiter|
    waitress|bartender|barista|server|host|clerk|cashier|salesperson|representative|agent|broker|
    trader|banker|accountant|auditor|bookkeeper|controller|treasurer|secretary|receptionist|
    lawyer|attorney|solicitor|barrister|paralegal|judge|counsel|librarian|archivist|curator|
    historian|artist|musician|composer|conductor|pianist|violinist|cellist|organist|organiser|
    organizer|actor|dancer|photographer|illustrator|animator|strategist|planner|buyer|recruiter|
    executive|ceo|cto|cfo|coo|cio|vp|svp|evp|sde|swe|sre|dba|pm|volunteer|member|trustee|governor|
    ambassador|minister|inspector|detective|constable|sergeant|captain|lieutenant|major|soldier|
    farmer|gardener|builder|labourer|laborer|bricklayer|roofer|painter|joiner|surveyor|estimator|
    tester|freelancer|contractor|contributor|maintainer|steward|attendant|guide|translator|
    interpreter|caretaker|cleaner|guard|ranger|pilot|examiner|marker|moderator|scholar|demonstrator|
    superintendent|commissioner|secretary-general|clerk|page|aide|collaborator|mathematician|
    physicist|chemist|biologist|economist|statistician|bandleader|choirmaster|kapellmeister"""
ROLE = re.compile(r"\b(?:" + "".join(_ROLE_NOUNS.split()) + r")s?\b", re.IGNORECASE)

ORGANISATION = re.compile(
    r"\b(?:inc|ltd|llc|llp|gmbh|plc|pty|pvt|corp|corporation|company|co|group|limited|technologies|"
    r"university|universität|université|universidad|college|school|academy|institute|hospital|"
    r"clinic|trust|nhs|council|ministry|department|bank|foundation|society|association|agency|"
    r"laborator(?:y|ies)|labs?|studios?|partners|holdings|systems|solutions|services|consulting|"
    r"consultancy|restaurant|hotel|café|cafe|kitchen|museum|library|church|orchestra|army|navy|"
    r"centre|center|works|shipyard|press|media|software|health|bistro|brasserie|infirmary|"
    r"polytechnic|seminary|conservatoire|conservatory|theatre|chambers|solicitors|&\s*sons)\b\.?",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"universit|college|school|academy|institut|polytechnic|lyc[ée]e|gymnasium|hochschule|"
    r"\b(?:MIT|IIT|NIT|ETH|EPFL|UCLA|UCL|LSE|NYU|KTH)\b|conservatoi?r|seminary|bootcamp|faculty",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"\b(?:b\.?\s?sc|m\.?\s?sc|b\.?\s?a|m\.?\s?a|b\.?\s?s|m\.?\s?s|ph\.?\s?d|d\.?\s?phil|m\.?\s?phil|"
    r"b\.?\s?eng|m\.?\s?eng|b\.?\s?tech|m\.?\s?tech|b\.?\s?com|m\.?\s?com|mba|ll\.?b|ll\.?m|m\.?d|"
    r"b\.?\s?ed|m\.?\s?ed|pgce|pgdip|hnd|hnc|nvq|gcses?|a[- ]levels?|bfa|mfa|b\.?mus|m\.?mus|jd|"
    r"bca|mca|b\.?\s?e|m\.?\s?e|rn|bsn|msn|abitur|matura|ged)\b\.?(?![a-z])|"
    r"\b(?:bachelor|master|doctor|doctorate|diploma|degree|certificate|associate|foundation|"
    r"licence|license|licentiate|apprenticeship|baccalaur|high school diploma|postgraduate|"
    r"graduate|minor|major|honou?rs|fellowship|lehre|bootcamp)",
    re.IGNORECASE,
)
_REGIONS = (
    "usa|uk|us|u\\.s\\.|u\\.k\\.|united kingdom|united states|england|scotland|wales|ireland|"
    "northern ireland|germany|france|spain|portugal|italy|india|china|japan|canada|australia|"
    "new zealand|netherlands|the netherlands|belgium|switzerland|austria|poland|sweden|norway|"
    "denmark|finland|iceland|greece|turkey|israel|egypt|nigeria|kenya|ghana|south africa|brazil|"
    "argentina|mexico|chile|colombia|peru|singapore|malaysia|indonesia|philippines|thailand|"
    "vietnam|south korea|korea|taiwan|hong kong|russia|ukraine|romania|bulgaria|hungary|czechia|"
    "czech republic|slovakia|slovenia|croatia|serbia|estonia|latvia|lithuania|pakistan|"
    "bangladesh|sri lanka|nepal|uae|dubai|saudi arabia|qatar|morocco|tunisia|uganda|tanzania|"
    "[A-Z]{2}"
)
_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
    "hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|"
    "michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|"
    "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
    "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
    "west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|west bengal"
)
PLACE = re.compile(
    rf"^(?:remote\w*|hybrid|(?:[^\W\d][\w.'’ -]*,\s*)+(?i:{_REGIONS}|{_STATES})\.?|"
    rf"(?i:(?!(?:us|uk)\b$)(?:{_REGIONS.replace('|[A-Z]{2}', '')}|{_STATES}))|"
    rf"(?i:remote)\s*[,(].*)$"
)


def is_role(text: str) -> bool:
    """Whether the words name a position: a head noun of a job title in a short phrase."""
    return len(text.split()) <= 9 and bool(ROLE.search(text))


def is_place(text: str) -> bool:
    """Whether the words are a place, by their shape or because a country or state ends them."""
    return len(text.split()) <= 7 and bool(PLACE.match(text.strip(" .()")))
