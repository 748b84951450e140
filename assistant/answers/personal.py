"""Matters that a resume seldom has: answered only where it states them, never inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.context import Context, reach, unsaid
from assistant.answers.evidence import quoted_all, ranked
from assistant.compose import Draft, Sentence, answered
from assistant.parts import Part
from assistant.support import ENOUGH
from assistant.text import sentence, shorten, stems
from ingest.dates import find_dates
from ingest.languages import HAN, LANGUAGES
from ingest.resume import Entry, Fragment, Heading, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Matter:
    """A personal matter: what to call it, and the words by which a resume would state it."""

    subject: str
    stated: re.Pattern[str]


def _matter(subject: str, pattern: str) -> Matter:
    return Matter(subject, re.compile(rf"(?:\b|(?<=[{HAN}]))(?:{pattern})", re.IGNORECASE))


def _in_all_languages(intent: str, matter: Matter) -> Matter:
    """With the words by which resumes in other languages state the matter."""
    name = intent.removeprefix("personal_")
    others = [one.matters[name] for one in LANGUAGES if name in one.matters]
    stated = "|".join([f"(?:{matter.stated.pattern})", *others])
    return _matter(matter.subject, stated)


#: How a resume tells of children: those of the person, and no work for others.
_CHILDREN = (
    r"(?:my|our) (?:\w+ )?(?:daughters?|sons?|child(?:ren)?|kids?|twins|baby)\b|"
    r"(?:had|raising|raised|birth of) (?:a|my|our|two|three) "
    r"(?:daughters?|sons?|child(?:ren)?|kids?|twins|baby)\b|"
    r"(?:on|took|my|during|from) (?:maternity|paternity|parental) leave\b|"
    r"^(?:maternity|paternity|parental) (?:leaves?|breaks?)\W*(?:\(|$|\d)|"
    r"(?:mother|father|mum|mom|dad|parent) (?:of|to) (?:\d|a|one|two|three|four|twins)\b"
)
_OF_CHILDREN = re.compile(_CHILDREN, re.IGNORECASE)
#: That a question for the family is one for who somebody lives with.
_MARITAL = re.compile(
    r"\b(?:married|marital|single|divorced|husband|wife|spouse|partner|engaged|boyfriend|"
    r"girlfriend)\b",
    re.IGNORECASE,
)
_MATTERS_IN_ENGLISH = {
    "personal_pay": _matter(
        "anything about pay",
        r"(?:salary|compensation|pay|wage|rate) (?:expect|requir|range|:)|expected (?:salary|ctc)|"
        r"(?:current|expected) ctc|day rate|hourly rate",
    ),
    "personal_notice": _matter(
        "when they could start",
        r"notice(?: period)?\b|availab(?:le|ility)\b(?! (?:on|upon|at) request)|start date|"
        r"readiness(?=:| (?:from|date|\d))|ready (?:from|to (?:start|join))|can start|"
        r"immediate start|free from|not (?:actively )?looking|"
        r"open to (?:offers|work|new)",
    ),
    "personal_visa": _matter(
        "anything about visa, citizenship or the right to work",
        r"visa|citizen\w*|nationality|work permit|right to work|work authori[sz]ation|"
        r"permi(?:t|ssion) to work|green card|permanent resident|settled status|passport|"
        r"security clearance|"
        r"clearance\b|sponsorship|(?:eligible|authori[sz]ed|entitled|permitted|allowed) to work|"
        r"stamp \d|work(?:ing)? rights|residence permit|h-?1b|"
        r"(?:eu|eea|uk|us) (?:national|resident)",
    ),
    "personal_relocation": _matter(
        "anything about relocating, remote work, shifts or travel",
        r"relocat\w*|willing to (?:travel|move)|open to (?:remote|hybrid|travel)|"
        r"(?:fully |prefers? )remote|hybrid (?:work\w*|or\b|preferred|only|ok\b)|night shifts?|"
        r"on[- ]call|"
        r"part[- ]time (?:only|possible)|full[- ]time only|\d+ days a week|away work|"
        r"commut\w* \w+|\w+ commut\w*|"  # by itself it is how somebody cycles
        r"(?:work|working) away|no relocation",
    ),
    "personal_age": _matter(
        "their age", r"date of birth|born (?:on|in \d)|d\.?o\.?b\b|aged \d|age:|\d\d years old"
    ),
    "personal_family": _matter(
        "anything about family",
        r"married|divorced|(?:\d|two|three) children|marital\b|husband\b|wife\b|family status|"
        + _CHILDREN,
    ),
    "personal_health": _matter(
        "anything about health", r"disab(?:led|ility:)|health condition|blood group|non-smoker"
    ),
    "personal_belief": _matter(
        "anything about that",
        r"religion|church member|political party|trade union|gender:|ethnicity",
    ),
    "personal_leaving": _matter(
        "why they left",
        r"made redundant|laid off|company (?:closed|folded)|closed\b|"
        r"left (?:to|because|when)|contract ended|went (?:bust|under)|"
        r"left (?:on|in|after|with) (?:the|an?)\b[^.;]*\b(?:redundanc\w+|lay-?offs?|cuts|closure|"
        r"merger|takeover|restructur\w+|insolvency|bankruptcy)",
    ),
    "personal_driving": _matter(
        "anything about driving",
        r"driv(?:ing|er'?s?) licen[cs]e|licen[cs]e:|clean licen[cs]e|licen[cs]e [A-Z]\b|"
        r"own (?:car|vehicle|van)|drives\b|hgv\b|provisional licen[cs]e",
    ),
    "personal_service": _matter(
        "anything about military service",
        r"(?:military|army|national|compulsory|naval) (?:service|duty)|conscript\w*|"
        r"army\b|navy\b|marines\b|air force\b|armed forces|reservist",
    ),
    "personal_other": _matter("anything about that", r"(?!)"),
}
MATTERS = {
    intent: _in_all_languages(intent, matter) for intent, matter in _MATTERS_IN_ENGLISH.items()
}


def _stated(words: Fragment, path: tuple[Entry, ...], section: Section) -> Sentence:
    """The words that state a matter; a heading ("Work permit") together with what it heads."""
    below = (path[-1] if path else section).statements
    if not isinstance(words, Heading) or not below:
        return Sentence(sentence(shorten(words.text, 40)), (words,))
    said = " ".join(statement.text for statement in below[:2])
    return Sentence(sentence(f"{words.text.rstrip(':')}: {shorten(said, 40)}"), (words, *below[:2]))


_UNTIL = re.compile(r"\b(?:expir\w+|runs? out|(?:good|valid) (?:until|till?|to))\b", re.IGNORECASE)


def personal(context: Context, part: Part) -> Draft:
    """What the resume states of the matter, quoted, or that it is silent and whom to ask."""
    matter = MATTERS[part.intent]
    stated = _statements_of(context, part, matter)
    if stated and _UNTIL.search(part.text) and not find_dates(stated[0].text):
        why = f"{part.intent}: stated without a date"
        return unsaid("until when that holds", _stated(*stated), why=why)
    if stated:
        return answered(_stated(*stated), why=f"{part.intent}: stated")
    told = _told_in_other_words(context, part)
    if told is not None:
        return told
    subject = matter.subject
    if context.name != "They":
        subject = subject.replace("they left", f"{context.name} left")
        subject = subject.replace("they could", f"{context.name} could")
        subject = subject.replace("their age", f"{context.name}'s age")
    return unsaid(subject, *reach(context), why=f"{part.intent}: not stated")


def _statements_of(
    context: Context, part: Part, matter: Matter
) -> tuple[Fragment, tuple[Entry, ...], Section] | None:
    """The words that plainly state the matter, those nearest to the question if several do."""
    inside = [job.entry for job in part.jobs] if part.intent == "personal_leaving" else []
    moves = part.intent == "personal_relocation" and _MOVES.search(part.text) is not None
    starts = part.intent == "personal_notice"
    wed = part.intent == "personal_family" and _MARITAL.search(part.text) is not None
    beside = _HOURS if moves else _OF_MACHINES if starts else None
    stated = [
        (words, path, section)
        for section, path, words in context.resume.walk()
        if matter.stated.search(beside.sub(" ", words.text) if beside else words.text)
        and (not inside or any(one in path for one in inside))
        and not (wed and _OF_CHILDREN.search(words.text))
        and not (moves and section.kind in _DONE)
        and not (starts and section.kind in _DONE and not _NOTICE.search(words.text))
    ]
    scores = {hit.words.span.start: hit.score for hit in context.search(part)}
    return max(stated, key=lambda one: scores.get(one[0].span.start, -1.0), default=None)


#: Probability of the judge from which a line is quoted that no pattern knows to state the matter.
#: Over 110 personal questions of 37 resumes all that no line answers lay below .55; since the guess
#: is surer, one of another resume had .72.
_TOLD = 0.75
#: What must never be inferred: told in other words only where the question is hardly about it.
_PROTECTED = frozenset(
    """personal_age personal_family personal_health personal_belief personal_leaving
    personal_service""".split()
)
_HARDLY = 0.5
#: Lines in which all words of a question may stand.
_NEAREST = 5
_NOTICE = re.compile(r"\bnotice\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:mov(?:e|ing)|relocat\w+|resettl\w+|uproot\w*|"
    r"(?:shift|transfer)(?:ing)?(?: (?:up|down|over|out|across))? to)\b",
    re.IGNORECASE,
)
#: When and how much someone works tells nothing of where.
_HOURS = re.compile(
    r"\b(?:night shifts?|on[- ]call|(?:part|full)[- ]time\b[^,;.]*|\d+ days a week)\b",
    re.IGNORECASE,
)
#: How well a service runs, and how soon somebody came.
_OF_MACHINES = re.compile(
    r"(?:%|\d|\b(?:high|system|service))[ -]*availability\b|\bavailability of\b|"
    r"\b(?:at|on|with) (?:\w+ )?notice\b|\bshort notice\b",
    re.IGNORECASE,
)
_READ = (SectionKind.EDUCATION, SectionKind.PUBLICATIONS, SectionKind.AWARDS)
_DONE = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.PROJECTS, SectionKind.EDUCATION)
#: What tells of a start tells of no start to come.
_PAST = (*_DONE, SectionKind.CERTIFICATES)


def _told_in_other_words(context: Context, part: Part) -> Draft | None:
    """The line that answers the question in the judge's eyes, whatever words it uses."""
    asked = stems(part.text)
    for hit in context.search(part)[:_NEAREST]:
        if len(asked) > 1 and asked <= stems(hit.words.text):  # "concussion checks" are work
            return answered(*quoted_all(context, [hit]), why="a line with all that is asked for")
    if part.intent in _PROTECTED and part.guess.ranked[0][1] >= _HARDLY:
        return None
    if part.intent == "personal_notice" and _NOTICE.search(part.text):
        return None  # it is called by its name, and by that a resume would state it
    hits = ranked(context, part)
    if part.intent == "personal_relocation" and _MOVES.search(part.text):
        # What was done in a job tells nothing of where someone would go.
        hits = [hit for hit in hits if hit.section.kind not in _DONE]
    if part.intent == "personal_notice" and hits and hits[0].section.kind in _PAST:
        return None
    if part.intent == "personal_relocation":
        # What was done tells of it where it has a word of the question.
        apart = {SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.PROJECTS}
        hits = [hit for hit in hits if hit.section.kind not in _READ]
        hits = [hit for hit in hits if hit.lexical > 0 or hit.section.kind not in apart]
    if part.intent == "personal_visa":  # what someone speaks says nothing of where they may work
        hits = [hit for hit in hits if hit.section.kind is not SectionKind.LANGUAGES]
    verdict = context.supports(part, hits)
    # What is of no personal kind may well be about the work.
    enough = ENOUGH if part.intent == "personal_other" else _TOLD
    if not hits or verdict.probability < enough:
        return None
    if part.intent != "personal_other" and not context.reads_an_answer(part, hits):
        return None
    return answered(*quoted_all(context, hits[:1]), why=f"{part.intent}: {verdict.why}")
