"""Questions about work whose own words leave no doubt what is asked, whatever else they recall.

The classifier goes by meaning, and by meaning "yrs on the heart ward" is near to nursing
certificates. What is certain here is the form: "how long", "where?", "oldest to newest".
"""

from __future__ import annotations

import re

from assistant.answers.lengths import asks_long
from assistant.answers.misheard import JOBS, end_of_list, misheard_as
from assistant.answers.promotions import ASKS_PROMOTION
from assistant.describing import Describer, same_words
from assistant.question import Part
from ingest.resume import SectionKind

_OPEN_ENDED = re.compile(
    rf"\b{JOBS}\b.*(?:\b(?:no|without|missing|lacking)|\bw/o)\s+(?:an?\s+)?end|"
    rf"\b{JOBS}\b.*\b(?:ongoing|still (?:ongoing|going|open|running|active|current))\b|"
    rf"\b(?:ongoing|open[- ]ended|not ended|unfinished)\s+{JOBS}\b",
    re.IGNORECASE,
)
#: Those of the present time: "two jobs he has going right now".
_AT_PRESENT = re.compile(
    rf"\b{JOBS}\b(?!.*\b(?:past|previous\w*|former\w*|before|until|till|since|to|than)\b).*"
    r"\b(?:right now|just now|currently|at the moment|at present|presently|these days|nowadays)\b|"
    rf"\b(?:juggl\w+|running|holding|holds|has|have|are there)\b.*\b{JOBS}\b.*\bnow\b",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(
    r"\b(?:oldest|earliest|first|newest|latest|last|recent)\s*(?:to|->|→|-|–|until)\s*(?:the\s+)?"
    r"(?:newest|latest|last|most recent|oldest|earliest|first|now)\b|\bchronolog\w+|"
    r"\b(?:oldest|newest|earliest|latest) first\b",
    re.IGNORECASE,
)
_JOBS_AND_MORE = re.compile(
    r"\b(?:jobs|employers|companies|firms|roles|positions|work)\b.*"
    r"\b(?:incl\w*|also|plus|as well|even|with)\b.*\b(?:volunt\w+|unpaid|intern\w*|kid|side)\b",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:taught|teach\w*|lectur\w*|work\w*|cook\w*|employ\w*|adjunct|nurs\w*|intern\w*|"
    r"serv\w+)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(r"\b(?:attend\w*|stud(?:y|ied|ying)|went|go|graduat\w*|degrees?)\b", re.I)
_STUDIED = re.compile(r"\b(?:stud(?:y|ied|ying)|degrees?|major(?:ed)?|graduat\w+)\b", re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:gaps?|holes?|breaks?|unemployed|out of work|not working|between jobs)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"\bwhere\b|\b(?:which|what) (?:place|city|town|country|state)\b|\blocat(?:ed|ion)\b",
    re.IGNORECASE,
)
_TITLES_OF = re.compile(
    rf"\b(?:titles?|names?) of (?:(?:all|any|each|both|every|the|her|his|their|its|those) )*"
    rf"(?!{JOBS}\b|work\b|all\b|employ|(?:last|latest|current|first|previous|past)\b)[a-z]",
    re.IGNORECASE,
)
#: What someone wants rather than has: "type of jobs she's after".
_SOUGHT = re.compile(
    r"\b(?:after|looking for|seeking|searching for|hunting for|wants? next|interested in|open to|"
    r"hoping for)\W*$",
    re.IGNORECASE,
)
#: "Labs she has worked in": employers of a sort.
WORKED_IN = re.compile(
    r"^\W*(?:(?:all|the|list|name|which|what|any|every) )*[\w-]+s (?:that |which |where )?"
    r"(?:she|he|they)(?:['’](?:s|ve|d))?(?: has| have| had| did)?(?: ever)? "
    r"(?:been|worked?|taught|teach|served?|interned|cooked|nursed|played) (?:in|at|for)\W*"
    r"(?:$|[,;])",
    re.IGNORECASE,
)
#: One of these is in every question for the longest or shortest job.
_OF_STAYS = re.compile(
    rf"\b(?:{JOBS}|job|work\w*|stay\w*|employ\w*|tenures?|spells?|been|spent|last(?:ed)?|there|"
    r"anywhere|somewhere|places?|held|with|at)\b",
    re.IGNORECASE,
)
_FOR_NOTHING = re.compile(
    r"\b(?:for (?:no money|nothing|free)|without (?:any )?pay|unpaid(?! leave)|no pay)\b",
    re.IGNORECASE,
)
_SEATS = re.compile(
    r"\b(?:every|each|all|which|what|the)\b.*\b(?:seats?|hats?|chairs?|ranks?|desks?)\b.*"
    r"\b(?:held|holds?|had|worn|wore|sat|filled|occupied|taken)\b",
    re.IGNORECASE,
)
BESIDES = re.compile(
    rf"\b{JOBS}\b.*\b(?:apart from|aside from|besides|other than|except(?:ing| for)?|"
    r"not counting|excluding|bar|but not|leaving out)\b(?P<aside>.*)",
    re.IGNORECASE,
)
#: What is not completed, and how a question or a resume says so.
UNFINISHED = re.compile(
    r"\b(?:(?:not|isn['’]?t|aren['’]?t|never) (?:yet )?(?:finished|completed?|done|passed|there)|"
    r"unfinished|in progress|ongoing|underway|under way|pending|half[- ]done|outstanding|"
    r"expected|work(?:ing|s) (?:on|toward\w*)|studying (?:for|toward\w*)|"
    r"to be (?:completed|taken))\b",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\b(?:certs?|certificat\w+|certified|licen[cs]es?|tickets?|credentials?|accreditations?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:titles?|roles?|positions?|as what|what as|rank)\b", re.IGNORECASE)
_WHEN = re.compile(
    # "When" joins clauses, too: "patients per shift when she did cardiology".
    r"(?:^|[,;:&+]|\band|\bsince|\bfrom|\buntil|\btill)\W*when\b|\bwhen(?:\W*$|'d|'s|\s+(?:exactly|"
    r"precisely|did|do|does|was|is|are|were|will|has|have|had|can)\b)|"
    r"\b(?:(?:what|which) (?:year|yr|month|date)|year of|date of|date on|since when|"
    r"(?:good|valid) (?:till?|until|to)|expir\w+|runs? out|from when|until when)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\W*(?:who|whom|whose|(?:which|what) (?!(?:years?|yrs?|months?|dates?|day)\b))", re.IGNORECASE
)
#: Intents of which the classifier may be so sure; a form of words then does not overrule it.
_SURE, _HALF = 0.75, 0.5
#: What "how long" may be taken for.
_NOT_LONG = ("skill", "total", "edu", "personal", "languages", "contact", "injection")

_LED = re.compile(
    r"\bwho(?:m|['’]?s| is| was| does| did)?\b.*\b(?:boss|(?:line )?manager|supervisor|gaffer|"
    r"foreman|superior|"
    r"report(?:ed|s)? to|(?:work\w*|learn\w*|train\w*) under)\b|"
    r"\b(?:boss|supervisor|line manager)\W*$|"
    r"^\W*names? of (?:all |the |his |her |their )*(?:boss(?:es)?|managers?|supervisors?)\b|"
    r"^\W*(?:the |her |his |their )?"
    r"(?:boss|supervisor|(?:line )?manager|advis[oe]r) (?:at|in|for|during|on)\b",
    re.IGNORECASE,
)
#: What is listed of a job, and is no job.
_INSIDE = re.compile(
    r"^\W*(?:the |her |his |their |which |what |list )*(?:clients?|customers|"
    r"(?:kinds?|types?|sorts?) of (?!jobs|roles|positions|employers|compan))",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:years?|yrs?|how long)\b", re.IGNORECASE)
_OF_A_FIELD = frozenset("skill_level skill_has total_experience number".split())
#: What a question that names a time is not about by itself.
_IN_TIME = frozenset("job_duties job_list job_current job_place followup".split())
_STILL = re.compile(
    r"\bstill (?:at|with|w/|in|there|employed|work\w*|part of|on the)|\bno longer\b|\bor gone\b",
    re.IGNORECASE,
)
#: What has a date: "year of the first-aid certificate" asks for one of them.
DATED_KINDS = {
    kind.value: kind
    for kind in (
        SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS,
        SectionKind.PROJECTS, SectionKind.VOLUNTEER,
    )
}  # fmt: skip
_VALID = re.compile(r"\b(?:good|valid|expir\w+|runs? out|renew\w*)\b", re.IGNORECASE)
_NOT_WHEN = ("skill", "edu", "number", "contact", "followup", "about")


def asks_gap_between(part: Part) -> bool:
    """Whether a question is about the time between two stays that it names."""
    between = re.search(r"\bbetween\b", part.text, re.IGNORECASE)
    return bool(between and len(part.jobs) > 1 and _GAP.search(part.text))


def lists_jobs(text: str) -> str | None:
    """The intent of a question that lists jobs, by words that nothing else would have."""
    if (end := end_of_list(text)) is not None:
        return end
    if BESIDES.search(text) or WORKED_IN.search(text):
        return "job_list"
    if _OPEN_ENDED.search(text) or _AT_PRESENT.search(text):
        return "job_current"
    if _IN_ORDER.search(text) and re.search(rf"\b{JOBS}\b", text, re.IGNORECASE):
        return "job_titles" if _TITLE.search(text) else "job_list"
    return "job_list" if _JOBS_AND_MORE.search(text) else None


def about_work(part: Part, describer: Describer) -> str | None:
    """The intent that the form of the question settles, if it is one about work."""
    intent, sure = part.guess.ranked[0]
    text = part.text
    if (listing := lists_jobs(text)) is not None:
        return listing
    if intent.startswith(("job", "gaps")) and _GAP.search(text):
        return "gaps"
    if (other := misheard_as(part) or _other_than_jobs(part, describer)) is not None:
        return other
    if intent in ("edu_school", "edu_list") and _WORKED.search(text) and not _ATTENDED.search(text):
        return "job_list"
    if re.search(r"\bpromot", text, re.IGNORECASE) and not asks_long(text):
        return "job_promotion"
    if ASKS_PROMOTION.search(text) and _WHEN.search(text) and intent.startswith("job"):
        return "job_promotion"
    if _LED.search(text) and _led_at_work(part):
        return "job_boss"
    if intent == "job_list" and _INSIDE.search(text):
        return "job_duties"
    of_field = intent in _OF_A_FIELD or (intent == "job_duration" and "experience" in text)
    if of_field and _YEARS.search(text) and describer.of_field(part):
        return "total_experience"
    if part.when and not part.jobs and intent in _IN_TIME and sure < _SURE:
        return "job_at_time"
    if part.jobs and _STILL.search(text) and not intent.startswith("skill"):
        return "job_dates"
    kind = DATED_KINDS.get(intent)
    if kind and _WHEN.search(text) and not part.when and describer.stands_out(part, kind):
        return f"date_of_{kind.value}"
    return _at_one_job(part) or _in_one_role(part) or _long_or_when(part, intent, sure)


def _led_at_work(part: Part) -> bool:
    """Whether a superior is asked for, and not that of a study."""
    if any(job.section.kind is SectionKind.WORK for job in part.jobs):
        return part.intent.startswith(("job_current", "job_role", "open", "did", "edu", "ref"))
    return part.intent in ("job_current", "job_role", "open_what", "did_ever", "name")


#: How a question begins that asks for what a section of a kind lists, of whatever time.
_LEADING = {
    SectionKind.PUBLICATIONS: r"papers?|publications?|articles?|books?|talks?",
    SectionKind.AWARDS: r"awards?|prizes?|honou?rs|scholarships?",
    SectionKind.CERTIFICATES: r"cert(?:ificate|ification)?s?|licen[cs]es?",
}


def _leading_kind(text: str, describer: Describer) -> str | None:
    for kind, nouns in _LEADING.items():
        begins = rf"\W*(?:(?:which|what|list|all|any|the|her|his|their) )*(?:{nouns})\b"
        if re.match(begins, text, re.IGNORECASE) and describer.has(kind):
            return kind.value
    return None


def _other_than_jobs(part: Part, describer: Describer) -> str | None:
    """What is asked for in the words of questions about jobs, where it is something else."""
    intent, text = part.intent, part.text
    if intent == "job_at_time" and (kind := _leading_kind(text, describer)) is not None:
        return kind
    if intent == "job_titles" and not part.jobs and _TITLES_OF.search(text):
        return "publications" if describer.has(SectionKind.PUBLICATIONS) else "open_what"
    if intent in ("job_list", "job_titles", "job_role") and _SOUGHT.search(text):
        return "seeking"
    if part.jobs and _SEATS.search(text):
        return "job_role"
    if intent in ("job_longest", "job_shortest") and not _OF_STAYS.search(text):
        return "number"
    if intent.startswith(("job", "open", "did")) and _FOR_NOTHING.search(text):
        return "volunteer"
    if intent.startswith("edu") and _CERTIFICATE.search(text) and UNFINISHED.search(text):
        return "certificates" if describer.has(SectionKind.CERTIFICATES) else None
    return None


def asks_validity(text: str) -> bool:
    """Whether it is asked until when something holds: a certificate, and no personal matter."""
    return bool(_VALID.search(text) and _WHEN.search(text))


def _at_one_job(part: Part) -> str | None:
    """What is asked of an employer that the question names, but for the classifier's school."""
    if not part.jobs or part.when:
        return None
    names = [job.name for job in part.jobs] + [
        job.entry.organisation.text for job in part.jobs if job.entry.organisation
    ]
    studied = any(job.section.kind is SectionKind.EDUCATION for job in part.jobs)
    if _PLACE.search(part.text) and same_words(part.text, names):
        return None if studied and part.intent.startswith("edu") else "job_place"
    if studied and _STUDIED.search(part.text) and not part.intent.startswith("edu"):
        return "edu_degree"
    if not studied and part.intent.startswith(("edu_school", "edu_degree", "edu_list")):
        return "job_role" if _TITLE.search(part.text) else "job_duties"
    if not studied and part.intent in ("edu_dates", "edu_duration"):
        return "job_dates" if part.intent == "edu_dates" else "job_duration"
    return None


def _in_one_role(part: Part) -> str | None:
    """The time in a role that the question names, but for the classifier's studies."""
    kinds = {job.section.kind for job in part.role_jobs}
    if kinds != {SectionKind.WORK} or part.jobs or _ATTENDED.search(part.text):
        return None
    return {"edu_dates": "job_dates", "edu_duration": "job_duration"}.get(part.intent)


def _long_or_when(part: Part, intent: str, sure: float) -> str | None:
    """A duration or a date, where the classifier takes the question for something else."""
    if intent.startswith(("job_duration", "job_dates", "job_at_time", "offtopic", "injection")):
        return None
    if intent == "certificates" and _VALID.search(part.text):
        return None  # of the one that is named, or of none
    doubtful = sure < _SURE or intent in DATED_KINDS
    if asks_long(part.text) and not intent.startswith(_NOT_LONG) and doubtful:
        return "job_duration"
    dated = _WHEN.search(part.text) and sure < _HALF and not part.when
    # "Which production, and what year" asks for the thing; its line has the year.
    dated = dated and not _WHICH.match(part.text)
    dated = dated and not (intent.startswith("personal") and not _VALID.search(part.text))
    return "job_dates" if dated and not intent.startswith(_NOT_WHEN) else None
