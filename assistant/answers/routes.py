"""Questions about work whose own words leave no doubt what is asked, whatever else they recall.

The classifier goes by meaning, and by meaning "yrs on the heart ward" is near to nursing
certificates. What is certain here is the form: "how long", "where?", "oldest to newest".
"""

from __future__ import annotations

import re

from assistant.answers.lengths import asks_long
from assistant.answers.misheard import JOBS, end_of_list, misheard_as
from assistant.answers.promotions import ASKS_PROMOTION
from assistant.describing import Describer
from assistant.parts import Part
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
#: "Labs she has worked in": employers of a sort.
WORKED_IN = re.compile(
    r"^\W*(?:(?:all|the|list|name|which|what|any|every) )*[\w-]+s (?:that |which |where )?"
    r"(?:she|he|they)(?:['’](?:s|ve|d))?(?: has| have| had| did)?(?: ever)? "
    r"(?:been|worked?|taught|teach|served?|interned|cooked|nursed|played) (?:in|at|for)\W*"
    r"(?:$|[,;])",
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
_TITLE = re.compile(r"\b(?:titles?|roles?|positions?|as what|what as|rank)\b", re.IGNORECASE)
_WHEN = re.compile(
    # "When" joins clauses, too: "patients per shift when she did cardiology".
    r"(?:^|[,;:&+]|\band|\bsince|\bfrom|\buntil|\btill)\W*when\b|\bwhen(?:\W*$|'d|'s|\s+(?:exactly|"
    r"precisely|did|do|does|was|is|are|were|will|has|have|had|can)\b)|"
    r"\b(?:(?:what|which) (?:year|yr|month|date)|year of|date of|date on|since when|"
    r"(?:good|valid) (?:till?|until|to)|expir\w+|runs? out|from when|until when)\b",
    re.IGNORECASE,
)
#: Intents of which the classifier may be so sure; a form of words then does not overrule it.
_SURE, _HALF = 0.75, 0.5

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
    if (other := misheard_as(part)) is not None:
        return other
    if re.search(r"\bpromot", text, re.IGNORECASE) and not asks_long(text):
        return "job_promotion"
    if ASKS_PROMOTION.search(text) and _WHEN.search(text) and intent.startswith("job"):
        return "job_promotion"
    if _LED.search(text) and _led_at_work(part):
        return "job_boss"
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
    return "job_duration" if part.jobs and sure < _HALF and asks_long(text) else None


def _led_at_work(part: Part) -> bool:
    """Whether a superior is asked for, and not that of a study."""
    if any(job.section.kind is SectionKind.WORK for job in part.jobs):
        return part.intent.startswith(("job_current", "job_role", "open", "did", "edu", "ref"))
    return part.intent in ("job_current", "job_role", "open_what", "did_ever", "name")


def asks_validity(text: str) -> bool:
    """Whether it is asked until when something holds: a certificate, and no personal matter."""
    return bool(_VALID.search(text) and _WHEN.search(text))
