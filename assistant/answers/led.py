"""How many people somebody leads: lines say it as "team of six", "lead eight engineers"."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.answers.evidence import quoted_all
from assistant.answers.meant import NOW, meant, ordered
from assistant.claims import NUMBER_WORDS
from assistant.compose import Draft, answered
from assistant.facts import Job
from assistant.parts import Part
from assistant.retriever import ScoredStatement

_TEAM = r"(?:team|crew|squad|brigade|group|staff|department|unit|shift|office|org)"
_THEIR = r"(?:his|her|their|the)"
_ASKED = re.compile(
    r"\bhow many (?:[\w-]+ ){0,2}(?:report(?:s|ed|ing)?(?:\W*$| (?:in)?to (?:him|her|them))|"
    r"(?:does|do|did) (?:s?he|they) (?:lead|manage|supervise|head|run|oversee)\b|"
    rf"(?:are|were|is)? ?(?:under (?:him|her|them)|(?:in|on) {_THEIR} {_TEAM}\b))|"
    rf"\bhow (?:big|large) (?:is|was|are|were) {_THEIR} (?:\w+ )?(?:{_TEAM})s?\b|"
    rf"\bsize of {_THEIR} {_TEAM}\b|\b{_TEAM} size\b|"
    r"\bhead ?count under\b|\bhow many (?:direct )?reports\b|\bnumber of (?:direct )?reports\b",
    re.IGNORECASE,
)
#: How many weeks, projects and the like are led is another matter.
_NO_PEOPLE = re.compile(
    r"\bhow many (?:projects?|teams|sites?|programmes?|products?|stores?|shops?|years?|months?|"
    r"workshops?|meetings?|departments?|tours?|bands?|choirs?)\b",
    re.IGNORECASE,
)
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}|a dozen)"
_PEOPLE = (
    r"(?:[\w-]+ ){0,2}(?:people|persons|staff|employees|reports|members|men|women|hands|heads|"
    r"ftes?|juniors|seniors|interns|trainees|apprentices|students|nurses|chefs|cooks|clerks|"
    r"assistants|guides|volunteers|[^\W\d_]{2,}(?:ers|ors|ists|ians|ees))\b"
)
_LEADS = (
    r"(?:lead(?:s|ing)?|led|manag(?:e[sd]?|ing)|supervis(?:e[sd]?|ing)|head(?:s|ed|ing)?|"
    r"run(?:s|ning)?|ran|overs(?:ee[sn]?|aw|eeing)|direct(?:s|ed|ing)?|lead of|head of|"
    r"in charge of|responsible for|line manager (?:of|for))"
)
#: What is led or supervised by number, but for people.
_THINGS = (
    r"(?:projects?|teams?|sites?|program(?:me)?s?|products?|stores?|shops?|years?|months?|weeks?|"
    r"days?|hours?|workshops?|meetings?|departments?|tours?|bands?|choirs?|clusters?|services?|"
    r"systems?|countries|schools?|sessions?|class(?:es)?|courses?|campaigns?|releases?|branches|"
    r"migrations?|theses|births?|events?|initiatives?|streams?|rollouts?|audits?|trials?|studies)"
)
_TELLS = re.compile(
    rf"\b{_TEAM} of (?:about |around |some |up to |over )?{_NUMBER}\b|"
    rf"\b{_LEADS}\b[^.;:]{{0,40}}?\b{_NUMBER} {_PEOPLE}|\blead of {_NUMBER}\b|"
    rf"\b(?:leads?|led|supervis(?:e[sd]?|ing)) {_NUMBER} (?!(?:[\w-]+ )?{_THINGS}\b)[^\W\d_]+s\b|"
    rf"\b{_NUMBER} {_PEOPLE}[^.;]{{0,40}}\breport(?:s|ed|ing)? (?:in)?to\b|"
    rf"\b{_NUMBER} (?:direct )?reports\b|"
    rf"(?:^|[.;] ?){_NUMBER} {_PEOPLE}(?: (?:under|and|in|on)\b|\W*$)",
    re.IGNORECASE,
)
#: As many lines are told.
_MOST = 2


def asks_how_many_led(text: str) -> bool:
    """Whether a question asks how many people somebody leads."""
    return bool(_ASKED.search(text)) and not _NO_PEOPLE.search(text)


def how_many_led(context: Context, part: Part) -> Draft | None:
    """The lines that tell it of the job named, or of the latest that has one; None if none does."""
    if not asks_how_many_led(part.text):
        return None
    for job in _asked_of(context, part):
        if told := _lines(context, part, job):
            return answered(*quoted_all(context, told[:_MOST]), why="lines that count who is led")
    return None


def _asked_of(context: Context, part: Part) -> list[Job]:
    """The jobs that the question names, else those that go on, else all, the latest first."""
    if part.jobs or part.role_jobs:
        return meant(context, part)
    every = ordered(context)
    now = [job for job in every if job.dates and job.dates.current]
    if NOW.search(part.text) or not _PAST.search(part.text):
        return now or every[:1]
    return every


_PAST = re.compile(r"\b(?:did|was|were|had|reported|ever|biggest|largest)\b", re.IGNORECASE)


def _lines(context: Context, part: Part, job: Job) -> list[ScoredStatement]:
    """The lines of a job that count the people led, those nearest to the question first."""
    return [hit for hit in context.within(part, [job]) if _TELLS.search(hit.words.text)]
