"""Matters that a resume seldom has: answered only where it states them, never inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.context import Context, reach, unsaid
from assistant.compose import Draft, Sentence, answered
from assistant.question import Part
from assistant.text import sentence, shorten
from ingest.resume import Entry, Fragment, Heading, Section


@dataclass(frozen=True, slots=True)
class Matter:
    """A personal matter: what to call it, and the words by which a resume would state it."""

    subject: str
    stated: re.Pattern[str]


def _matter(subject: str, pattern: str) -> Matter:
    return Matter(subject, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))


MATTERS = {
    "personal_pay": _matter(
        "anything about pay",
        r"(?:salary|compensation|pay|wage|rate) (?:expect|requir|range|:)|expected (?:salary|ctc)|"
        r"(?:current|expected) ctc|day rate|hourly rate",
    ),
    "personal_notice": _matter(
        "when they could start",
        r"notice(?: period)?\b|availab(?:le|ility)\b(?! (?:on|upon|at) request)|start date|"
        r"can start|immediate start|free from",
    ),
    "personal_visa": _matter(
        "anything about visa, citizenship or the right to work",
        r"visa|citizen\w*|nationality|work permit|right to work|work authori[sz]ation|"
        r"green card|permanent resident|settled status|passport|security clearance|"
        r"clearance\b|sponsorship",
    ),
    "personal_relocation": _matter(
        "anything about relocating, remote work, shifts or travel",
        r"relocat\w*|willing to (?:travel|move)|open to (?:remote|hybrid|travel)|"
        r"(?:fully |prefers? )remote|hybrid\b|night shifts?|on[- ]call|"
        r"part[- ]time (?:only|possible)|full[- ]time only|commut\w*",
    ),
    "personal_age": _matter(
        "their age", r"date of birth|born (?:on|in \d)|d\.?o\.?b\b|aged \d|age:|\d\d years old"
    ),
    "personal_family": _matter(
        "anything about family",
        r"married|divorced|(?:\d|two|three) children|marital|husband|wife\b|family status",
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
        r"left (?:to|because|when)|contract ended|went (?:bust|under)",
    ),
    "personal_driving": _matter(
        "anything about driving",
        r"driv(?:ing|er'?s?) licen[cs]e|licen[cs]e:|clean licen[cs]e|licen[cs]e [A-Z]\b|"
        r"own (?:car|vehicle|van)|drives\b|hgv\b|provisional licen[cs]e",
    ),
    "personal_other": _matter("anything about that", r"(?!)"),
}


def _stated(words: Fragment, path: tuple[Entry, ...], section: Section) -> Sentence:
    """The words that state a matter; a heading ("Work permit") together with what it heads."""
    below = (path[-1] if path else section).statements
    if not isinstance(words, Heading) or not below:
        return Sentence(sentence(shorten(words.text, 40)), (words,))
    said = " ".join(statement.text for statement in below[:2])
    return Sentence(sentence(f"{words.text.rstrip(':')}: {shorten(said, 40)}"), (words, *below[:2]))


def personal(context: Context, part: Part) -> Draft:
    """What the resume states of the matter, quoted, or that it is silent and whom to ask."""
    matter = MATTERS[part.intent]
    inside = [job.entry for job in part.jobs]
    for section, path, words in context.resume.walk():
        if inside and part.intent == "personal_leaving" and not any(one in path for one in inside):
            continue
        if matter.stated.search(words.text):
            return answered(_stated(words, path, section), why=f"{part.intent}: stated")
    subject = matter.subject
    if context.name != "They":
        subject = subject.replace("they left", f"{context.name} left")
        subject = subject.replace("they could", f"{context.name} could")
        subject = subject.replace("their age", f"{context.name}'s age")
    return unsaid(subject, *reach(context), why=f"{part.intent}: not stated")
