"""Signs by which people tell a role from an organisation from a degree. General, for all fields."""

from __future__ import annotations

import re

from ingest.structure.gazetteer import is_city, is_place, is_region

__all__ = [
    "DEGREE", "GRADE", "SCHOOL", "STUDY_FACT", "ends_in_role", "is_city", "is_organisation",
    "is_place", "is_region", "is_role",
]  # fmt: skip

# Head nouns of job titles, across fields (after the major groups of ISCO-08 and O*NET).
_ROLE_NOUNS = frozenset(
    """engineer developer programmer architect analyst scientist manager director officer president
    chair chairman chairwoman chairperson founder co-founder cofounder owner co-owner partner
    associate assistant intern trainee apprentice consultant advisor adviser administrator
    admin coordinator co-ordinator specialist technician technologist designer writer
    copywriter editor author journalist reporter correspondent producer presenter teacher
    tutor lecturer professor reader instructor trainer coach mentor principal headteacher
    headmaster headmistress head dean provost rector fellow researcher postdoc student nurse
    midwife sister matron doctor physician surgeon registrar resident houseman therapist
    physiotherapist radiographer sonographer paramedic pharmacist dentist optician optometrist
    vet veterinarian dietitian carer caregiver childminder nanny psychologist psychiatrist
    counsellor counselor welder fabricator fitter electrician plumber carpenter mechanic
    machinist millwright operator operative driver courier foreman forewoman supervisor leader
    lead chef cook baker butcher waiter waitress bartender barista sommelier dishwasher porter
    server host hostess clerk cashier salesperson salesman saleswoman seller merchandiser
    representative rep agent broker trader banker teller underwriter actuary accountant
    auditor bookkeeper controller comptroller treasurer secretary receptionist typist lawyer
    attorney solicitor barrister advocate paralegal judge counsel notary magistrate prosecutor
    librarian archivist curator conservator historian artist musician composer conductor
    pianist violinist cellist organist singer organiser organizer actor actress dancer
    choreographer photographer videographer illustrator animator strategist planner buyer
    purchaser recruiter executive ceo cto cfo coo cio cmo cpo ciso vp svp evp avp md gm sde
    swe sre dba pm ta ra sdet qa volunteer helper member trustee governor ambassador minister
    councillor mayor inspector detective constable sergeant captain lieutenant major colonel
    corporal private soldier sailor officer-cadet cadet farmer gardener landscaper builder
    labourer laborer worker bricklayer roofer painter decorator joiner plasterer surveyor
    estimator draughtsman drafter tester freelancer contractor contributor maintainer
    committer steward stewardess attendant guide translator interpreter caretaker cleaner
    housekeeper janitor guard ranger lifeguard pilot examiner invigilator marker moderator
    scholar demonstrator superintendent commissioner page aide collaborator mathematician
    physicist chemist biologist economist statistician bandleader choirmaster kapellmeister
    concertmaster stylist hairdresser beautician barber florist tailor seamstress upholsterer
    potter jeweller fundraiser campaigner activist organizer canvasser packer picker stocker
    handler lad hand deckhand bosun mate firefighter fireman paratrooper missionary priest
    pastor vicar chaplain rabbi imam reviewer speaker facilitator practitioner clinician
    assessor investigator evangelist marketer scrummaster ninja generalist leadership
    externship internship apprenticeship traineeship clerkship fellowship residency
    consultancy freelance self-employed sous-chef commis keeper
    maker diver tuner miller shepherd weaver brewer tiler mason glazier plater turner stonemason
    locksmith postman embroiderer printer binder bookbinder fisher fisherman forester
    employee candidate beekeeper zookeeper groundskeeper watchmaker dressmaker""".split()
)
# What ends in one of these names who does a thing ("winemaker", "palaeobotanist", "optician").
_ROLE_ENDING = re.compile(
    r"[^\W\d_]{2,}(?:maker|worker|keeper|smith|wright|herd|grapher|ician|ologist|onomist|otanist"
    r"|therapist|anist|master|woman|person)s?"
)
# A title may end in what is no head noun: a grade, a number, a way of working.
_AFTER_NOUN = re.compile(
    r"(?:[\s,/-]+(?:[ivx]{1,4}|\d{1,2}|[a-e]|sr\.?|jr\.?|emeritus|intern(?:ship)?|full[- ]?time|"
    r"part[- ]?time|contract|remote|l\d|e\d|band \d\w?|level \d|\([^()]*\)))+$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s+(?:of|in|for|to|with|on|und|für|de|,|(?<=\w)from|under|at)\s+|\s*[,(–—]\s*", re.IGNORECASE
)
_ORGANISATION_NOUNS = frozenset(
    """inc ltd llc llp gmbh ag plc pty pvt corp corporation company co limited group technologies
    technology university universität université universidad college school academy institute
    institut hospital clinic trust nhs council ministry department bank foundation society
    association agency laboratory laboratories lab labs studio studios partners holdings
    systems solutions services consulting consultants consultancy restaurant hotel café cafe
    kitchen museum gallery library church orchestra choir army navy force centre center works
    shipyard yard press media software health healthcare bistro brasserie infirmary
    polytechnic seminary conservatoire conservatory theatre theater chambers solicitors sons
    brothers bros authority commission office bureau board union federation committee court
    club team network ventures capital industries international enterprises logistics airlines
    airways motors pharma pharmaceuticals energy electric construction builders engineering
    manufacturing bakery brewery farm farms nursery home house practice surgery pharmacy store
    stores shop market supermarket insurance airport railway railways transport shipping steel
    foods records publishing publishers magazine times post institution parliament senate
    assembly government administration service ngo charity initiative project alliance
    cooperative collective startup firm offshore vessels digital interactive games analytics
    robotics dynamics aerospace telecom communications payments financial finance advisors
    associates 公司 大学 学院 银行 集团""".split()
)
_COMPANY_SUFFIX = re.compile(
    r"\b(?:inc|ltd|llc|l\.l\.c|llp|gmbh|plc|pty|pvt|corp|s\.?r\.?l|s\.a|b\.v|n\.v|oy|ab|a/s|kg)\b\.?$"
    r"|公司|\s&\s+(?:sons?|co|company|partners|associates|daughters)\b|\.(?:com|io|ai|org|net|co)$",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"universi|\buniv\b|college|\bschool\b|academy|\binstitut|polytechnic|lyc[ée]e|gymnasium|"
    r"hochschule|\b(?:MIT|IIT|NIT|IIM|BITS|ETH|EPFL|UCLA|UCL|LSE|NYU|KTH|Caltech|Virginia Tech|"
    r"Georgia Tech|RISD|SUNY|CUNY|UC Berkeley|TU \w+)\b|conservatoi?r|seminary|faculty of|"
    r"szkoła|zespół szkół|escola|escuela|école|ysgol|scuola|politecnico|大学|学院|学校",
    re.IGNORECASE,
)
_ABBREVIATED = (
    r"b\.?\s?sc|m\.?\s?sc|b\.?a|m\.?a|b\.?s|m\.?s|a\.?a\.?s?|a\.?s|ph\.?\s?d|d\.?\s?phil|m\.?\s?phil|"
    r"b\.?\s?eng|m\.?\s?eng|b\.?\s?tech|m\.?\s?tech|b\.?\s?com|m\.?\s?com|e?mba|ll\.?\s?b|ll\.?\s?m|"
    r"m\.?\s?b\.?\s?b\.?\s?s|m\.?d|b\.?\s?ed|m\.?\s?ed|ed\.?d|pgce|pg\s?(?:cert|dip)|hnd|hnc|nvq|"
    r"gcses?|a[- ]levels?|bfa|mfa|b\.?\s?mus|m\.?\s?mus|j\.?d|bca|mca|bba|bbs|b\.?e|m\.?e|bsn|msn|"
    r"dnp|mph|mpa|mpp|msw|march|b\.?arch|btec|abitur|matura|ged|ib diploma|s\.?b|s\.?m|d\.?sc|meng|"
    r"beng"
)
# Abbreviations count in the case that they are written in: "as", "ma" or "be" are words.
_DEGREE_SHORT = re.compile(
    rf"^\W*(?:{_ABBREVIATED})\b\.?(?![a-z])"
    r"|^\W*(?:[a-z][a-z]?\.){2,4}\s+(?:in|of)\s|\b(?:Ph\.?D|MBA|BSc|MSc|B\.Sc|M\.Sc|LLB|LLM|PGCE)\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    _DEGREE_SHORT.pattern
    + r"|\b(?:bachelor|master(?:'?s|s)?\s+(?:of|in|degree|thesis|'s)|masters?$|"
    r"^masters?\b|doctor\s+of|doctorate|doctoral|diploma|diplom|degree|certificate|associate'?s?\s+"
    r"(?:of|in|degree)|foundation\s+(?:course|year|degree|diploma)|licen[cs]e\b|licentiate|"
    r"apprenticeship|baccalaur|high school|secondary (?:school )?(?:certificate|education)|"
    r"postgraduate|undergraduate|minor in|major in|honou?rs|bootcamp|lehre|access to higher|"
    r"exchange (?:semester|year|student)|abitur|matriculation|学士|硕士|博士|本科)",
    re.IGNORECASE,
)
#: A label under a degree that says something of it ("PhD thesis: ...") and names no other.
STUDY_FACT = re.compile(
    r"^\W*(?:[^\W\d_][\w.'’]*\s+){0,3}(?:thesis|dissertation|supervisors?|advis[eo]rs?|coursework|"
    r"courses|modules|subjects|focus|topic|gpa|grades?|minors?|majors?|honou?rs|awards?|activities)"
    r"(?:\s+title)?\s*[:：]\s*\S",
    re.IGNORECASE,
)
GRADE = re.compile(
    r"^(?:gpa|cgpa|grade|distinction|merit|pass(?:ed)?\b|first[- ]class|upper second|lower second|"
    r"second[- ]class|(?:summa |magna )?cum laude|with (?:high(?:est)? )?(?:honou?rs|distinction)|"
    r"hons?\.?$|honou?rs$|evenings|part[- ]time|full[- ]time|valid|renewed|expires?|score|"
    r"\d(?:\.\d+)?\s*/\s*\d)",
    re.IGNORECASE,
)
_MAX_ROLE_WORDS = 10


def _head(words: str) -> str:
    """The last word of the phrase before any preposition, comma or grade: what the thing is."""
    bare = _AFTER_NOUN.sub("", words.strip())
    first = _PREPOSITION.split(bare or words, maxsplit=1)[0].split()
    return first[-1].strip(".'\"").casefold() if first else ""


def _noun(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _ROLE_NOUNS else word


def is_role(text: str) -> bool:
    """Whether the words name a position: its head is the head noun of a job title."""
    words = text.strip()
    if not words or len(words.split()) > _MAX_ROLE_WORDS or _COMPANY_SUFFIX.search(words):
        return False
    head = _head(words)
    parts = [part for part in re.split(r"[-/&]", head) if part]
    if _noun(head) in _ROLE_NOUNS or any(_noun(part) in _ROLE_NOUNS for part in parts):
        return True
    if head in _ORGANISATION_NOUNS:
        return False
    if _ROLE_ENDING.fullmatch(head):
        return True
    # "VP Engineering", "Head Baker and Owner", "Lead, Platform": a role noun leads.
    # In the plural it is more likely part of a name ("Alpine Guides and Valley Tours").
    inside = re.split(r"[\s/,&-]+", words.casefold())
    within = len(inside) <= 5 and any(part in _ROLE_NOUNS for part in inside[1:])
    return _noun(inside[0]) in _LEADING or within


def ends_in_role(text: str) -> bool:
    """Whether the last word, and not only the phrase, is a job title's head noun."""
    ends = [words.split()[-1:] for words in (text, _AFTER_NOUN.sub("", text.strip()))]
    return any(end and _noun(end[0].strip(".'\"()").casefold()) in _ROLE_NOUNS for end in ends)


_LEADING = frozenset(
    """vp svp evp head lead chief senior junior associate assistant deputy acting interim freelance
    self-employed sde director manager founder co-founder staff principal trainee""".split()
)


def is_organisation(text: str) -> bool:
    """Whether the words name an organisation, by its legal form or by what kind of thing it is."""
    words = text.strip(" .")
    if not words or words[:1].islower():
        return False
    if _COMPANY_SUFFIX.search(words):
        return True
    parts = [part.strip(".,'\"()").casefold() for part in words.split()]
    return _head(words) in _ORGANISATION_NOUNS or bool({*parts[-1:]} & _ORGANISATION_NOUNS)
