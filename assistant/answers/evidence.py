"""Answers by evidence: the statements that bear on the question, quoted, with where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.bound import named_first, says_more
from assistant.answers.chosen import NEAR, by_score
from assistant.answers.context import (
    Context,
    Drafter,
    reach,
    says_something,
    unsaid,
)
from assistant.answers.counts import numbered, states_number, wants_number
from assistant.answers.leads import below, led_in, told_together
from assistant.answers.mentions import OF_ANY_JOB
from assistant.answers.siblings import asks_list, several
from assistant.compose import Draft, Sentence, answered
from assistant.facts import described, distinct, stays
from assistant.parts import Part
from assistant.retriever import ScoredStatement, raised
from assistant.text import FUNCTION_WORDS, sentence, shorten, stem, stems, tokens
from assistant.when import When
from assistant.words import is_common, is_ordinary
from ingest.dates import date_range, find_dates
from ingest.resume import Entry, SectionKind

#: Inside one entry a statement must score this much (cosine) to be added to a computed fact.
_STANDS_OUT = 0.27


def ranked(context: Context, part: Part) -> list[ScoredStatement]:
    """Statements, best first; with a quantity asked for, those that state one come before."""
    hits = [hit for hit in context.search(part) if hit.path or not hit.is_heading]
    hits = [hit for hit in hits if hit.section.kind is not SectionKind.BASICS] or hits
    asked = stems(part.text)
    hits = raised(hits, _NAMED, lambda hit: _is_named(asked, hit))
    if part.jobs:
        named = {id(entry) for job in part.jobs for entry in job.entry.walk()}
        shared = [asked & stems(job.name) - FUNCTION_WORDS for job in part.jobs]
        shared = [words for words in shared if words]
        inside = [
            hit
            for hit in hits
            if any(id(entry) in named for entry in hit.path) or _has_one_of(shared, hit)
        ]
        hits = inside or hits
    if part.when:
        hits = [hit for hit in hits if of_time(context, part.when, hit)] or hits
    return raised(hits, _WITH_NUMBER, states_number) if wants_number(part) else hits


#: Logit of the reading up to which a line does not tell the number that is asked for.
_NO_NUMBER = -2.5
#: What it adds to the score of a line that it states a quantity, where one is asked for, and that
#: its label is named in the question (`Memento, a social app`).
_WITH_NUMBER, _NAMED = 0.12, 0.3


#: "In her present post": of the job that goes on, by no name.
_IN_THIS_JOB = re.compile(
    r"\b(?:in|at|during|with|of|for) (?:his|her|their|the|this) (?:present|current) "
    r"(?:jobs?|posts?|roles?|positions?|employers?|company|firm|work(?:place)?|place)\b",
    re.IGNORECASE,
)


def _goes_on(entry: Entry) -> bool:
    """Whether the resume says of an entry that it goes on."""
    return entry.dates is not None and entry.dates.current


def of_time(context: Context, when: When, hit: ScoredStatement) -> bool:
    """Whether a line, or what it stands in, is of the time asked about."""
    own = [found for found in find_dates(hit.words.text) if found.first or found.last]
    if own:
        return any(
            when.touches(date_range(one, hit.words.text, hit.words.span), context.today)
            for one in own
        )
    dates = next((entry.dates for entry in reversed(hit.path) if entry.dates), None)
    return dates is not None and when.touches(dates, context.today)


def _has_one_of(names: Sequence[set[str]], hit: ScoredStatement) -> bool:
    """Whether a line, or a head above it, has all words of a name, which may mean that then.

    "In Limerick" is where the ward was, though the one employer of the name is its university.
    """
    if not names:
        return False
    heads = (heading.text for entry in hit.path for heading in entry.headings)
    said = stems(" ".join((hit.words.text, *heads)))
    return any(name <= said for name in names)


def _is_named(asked: set[str], hit: ScoredStatement) -> bool:
    """Whether all of a line's label is asked for."""
    label = stems(getattr(hit.words, "label", None) or "")
    return bool(label) and label <= asked


def best_of(context: Context, part: Part, entry: Entry) -> ScoredStatement | None:
    """The statement of an entry that the question is after, if one stands out."""
    inside = {id(one) for one in entry.walk()}
    for hit in context.search(part)[:8]:
        if hit.is_heading or not hit.path or id(hit.path[-1]) not in inside:
            continue
        return hit if hit.dense >= _STANDS_OUT else None
    return None


def by_evidence(context: Context, part: Part) -> Draft:
    """Quote what bears on the question, or say that the resume is silent."""
    hits = ranked(context, part)
    verdict = context.supports(part, hits)
    # A number stands in lines about anything.
    lacks_number = wants_number(part) and not (
        numbered(hits) and verdict.supported and context.reading(part, hits) > _NO_NUMBER
    )
    if not verdict.supported and hits and (whole := _whole(context, part, hits[0])):
        return answered(*quoted_all(context, whole), why="a line with every word of the question")
    if not verdict.supported or not hits or lacks_number or _is_of_another(context, part, hits):
        return not_said(context, part, hits, verdict.why)
    if _IN_THIS_JOB.search(part.text):
        hits = [hit for hit in hits if any(map(_goes_on, hit.path))] or hits
    hits = [hit for hit in hits if says_more(part, hit) or below(context, hit.words)] or hits
    hits = named_first(context, part, hits)
    many = asks_list(part)
    chosen = by_score(hits, near=NEAR if many or verdict.probability < _SURE else _BESIDE)
    if many:
        chosen = several(part, hits, chosen)
    return replace(answered(*quoted_all(context, chosen), why=verdict.why), judged=True)


#: Probability from which the best line surely answers: others are quoted if their score comes so
#: near.
_SURE, _BESIDE = 0.8, 0.15


#: Logit of the reading up to which no line tells of what a rare word of the question names.
_RARE = -2.0


def _is_of_another(context: Context, part: Part, hits: Sequence[ScoredStatement]) -> bool:
    """Whether the question has a rare word that the resume lacks, and no line reads like it."""
    rare = any(
        len(token.key) > _WORD
        and token.key.isalpha()
        and stem(token.key) not in context.known.stems
        and not (is_ordinary(token.key) and is_common(token.key))
        for token in tokens(part.text)
    )
    return rare and context.reading(part, hits) <= _RARE


#: Shorter words are seldom rare ones.
_WORD = 3


def is_label(part: Part, hit: ScoredStatement) -> bool:
    """Whether nothing is asked but what it is that the line's label names."""
    label = getattr(hit.words, "label", None)
    return label is not None and stems(part.text) == stems(label)


def _whole(context: Context, part: Part, hit: ScoredStatement) -> list[ScoredStatement]:
    """The nearest line, if it has every word of a question for who or what, and names somebody.

    Or if nothing is asked but what it is that its label names ("what was Memento?"), or what was
    done at a stay in the words of its line ("what did she rig in her time at Acme?").
    """
    if is_label(part, hit) or _is_done_there(part, hit):
        return [hit]
    asked = stems(part.text) - stems(context.resume.name.text if context.resume.name else "")
    who = re.match(r"\W*who(?:m|se)?\b", part.text, re.IGNORECASE)
    if part.unknown or not who or len(asked) < _WORDS or not asked <= stems(hit.words.text):
        return []
    named = [
        token
        for token in tokens(hit.words.text)[1:]
        if token.text[:1].isupper() and not {stem(token.key)} & asked
    ]
    return [hit] if named else []


_WHAT_WAS_DONE = re.compile(r"\W*what (?:did|has|have|had)\b", re.IGNORECASE)


def _is_done_there(part: Part, hit: ScoredStatement) -> bool:
    """Whether a line of the stay that is named has every word for what was done there."""
    named = [job for job in part.jobs if any(job.entry is entry for entry in hit.path)]
    if not named or part.unknown or not _WHAT_WAS_DONE.match(part.text):
        return False
    framing = FUNCTION_WORDS | set(map(stem, OF_ANY_JOB))
    done = stems(part.text) - framing - stems(" ".join(job.name for job in named))
    return bool(done) and done <= stems(hit.words.text)


#: A question of fewer words than these may stand in a line by chance.
_WORDS = 2


def quoted(context: Context, hit: ScoredStatement, most: int = 40) -> Sentence:
    """A statement in its own words, after where and when it belongs."""
    if hit.is_heading and hit.path:
        return _entry(context, hit)
    led = led_in(context, hit.words)
    text = led.text if led else own_words(context, shorten(hit.words.text, most))
    where = context.citer.where(hit.words)
    return Sentence(f"{where}: {text}" if where else text, led.evidence if led else (hit.words,))


_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b")


def own_words(context: Context, text: str) -> str:
    """The text as a sentence; in quotation marks where the person speaks of themselves."""
    if not _FIRST_PERSON.search(text):
        return sentence(text)
    whose = "In their own words" if context.name == "They" else f"In {context.name}'s own words"
    return f"{whose}: “{text.strip().rstrip('.,;:')}”."


def quoted_all(context: Context, hits: Sequence[ScoredStatement]) -> list[Sentence]:
    """The statements quoted, where and when said once for those of one place."""
    said: list[Sentence] = []
    place = ""
    for hit in hits:
        if told_together(context, hit.words, said):
            continue
        one = quoted(context, hit)
        where = "" if hit.is_heading else context.citer.where(hit.words)
        if where and where == place:
            one = Sentence(one.text.removeprefix(f"{where}: "), one.evidence)
        place = where
        said.append(one)
    return said


def _entry(context: Context, hit: ScoredStatement) -> Sentence:
    """An entry that the question is about: what it is called, when, and the first thing said."""
    entry = hit.path[-1]
    stay = next(
        (one for one in stays(context.resume, hit.section.kind) if one.entry is entry), None
    )
    if stay is None:
        told = list(filter(says_something, entry.statements))[:1]
        if not told or len(told[0].text.split()) > 30:
            return Sentence(sentence(hit.words.text), (hit.words,))
        text = f"{hit.words.text.rstrip(':： ')}: {told[0].text}"
        return Sentence(sentence(text), distinct((hit.words, told[0])))
    first = list(filter(says_something, stay.statements()))[:1]
    if first and len(first[0].text.split()) <= 30:
        text = f"{described(stay)}: {first[0].text}"
        return Sentence(sentence(text), distinct((*stay.evidence(dated=True), first[0])))
    return Sentence(sentence(described(stay)), stay.evidence(dated=True))


def not_said(context: Context, part: Part, hits: list[ScoredStatement], judged: str = "") -> Draft:
    """The refusal, with the nearest thing that the resume says, if anything is near."""
    subject = "anything about that"
    nearest = [hit for hit in hits[:1] if hit.dense >= 0.3 and not hit.is_heading]
    if nearest and nearest[0].section.kind is not SectionKind.BASICS:
        words = nearest[0].words
        near = Sentence(f"The nearest it has: “{shorten(words.text, 20).rstrip('.')}”.", (words,))
        return unsaid(subject, near, why=f"no statement bears on it enough: {judged}")
    return unsaid(subject, *reach(context), why=f"no statement bears on it: {judged}")


EVIDENCE: dict[str, Drafter] = dict.fromkeys(
    ("did_ever", "what_is", "open_what", "number", "followup"), by_evidence
)
