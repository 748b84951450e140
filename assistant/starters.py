"""Questions to begin with, made from what this very resume has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Status
from assistant.facts import by_time, first_name, jobs
from ingest.resume import Fragment, Resume, SectionKind

#: As many as stand beside each other on a page; each of another kind.
MOST = 5
#: A name that is longer is no name that one would put into a question.
_NAME_WORDS = 5
#: How many questions of a kind are tried before the kind is given up: two wordings of three names.
_TRIED = 6


def starter_questions(resume: Resume, ask: Callable[[str], Answer]) -> tuple[str, ...]:
    """Five questions at most, each of another kind, that `ask` was seen to answer with a line."""
    chosen: list[str] = []
    for alternatives in _kinds(resume):
        answered = (text for text in alternatives if _is_answered(ask(text)))
        chosen += [text for text in [next(answered, None)] if text]
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def candidates(resume: Resume) -> tuple[str, ...]:
    """One question of each kind that this resume has something for, none of them tried out."""
    return tuple(alternatives[0] for alternatives in _kinds(resume))


def _is_answered(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED and bool(answer.citations)


def _kinds(resume: Resume) -> Iterator[list[str]]:
    """Questions, the best first, in turn of each kind that the resume has something for."""
    who = _Person.of(resume)
    for questions in (
        _about_jobs(resume, who),
        _about_skills(resume, who),
        _about_things(resume, SectionKind.PROJECTS, "What was {} about?"),
        _about_studies(resume, who),
        _about_sections(resume, who),
        _about_years(resume, who),
        [f"How can I contact {who.them}?"] if resume.contacts else [],
        # For a resume that has hardly anything of these.
        [f"Tell me about {who.them}."],
        [f"What are {who.their} main skills?"],
        [f"Where {who.has} {who.they} worked?"],
    ):
        if questions:
            yield questions[:_TRIED]


@dataclass(frozen=True, slots=True)
class _Person:
    """How to speak of somebody whose gender nobody guesses."""

    they: str
    them: str
    their: str
    does: str
    has: str

    @classmethod
    def of(cls, resume: Resume) -> _Person:
        name = first_name(resume)
        if name == "They":
            return cls("they", "them", "their", "do", "have")
        return cls(name, name, f"{name}'s", "does", "has")


def _about_jobs(resume: Resume, who: _Person) -> list[str]:
    return [
        f"What {verb} {who.they} do at {name}?"
        for job in by_time(jobs(resume))
        if job.entry.organisation and (name := _name(job.entry.organisation))
        for verb in ([who.does] if job.dates and job.dates.current else []) + ["did"]
    ]


def _about_skills(resume: Resume, who: _Person) -> list[str]:
    """The skills that most of the other statements speak of, as listed where none does."""
    listed, told = [], []
    for section, _, statement in resume.statements():
        if section.kind is not SectionKind.SKILLS:
            told.append(statement.text.casefold())
        elif statement.values:
            names = [value.partition("(")[0].strip() for value in statement.values]
            listed += [name for name in names if name not in listed]
    text = "\n".join(told)
    spoken_of = Counter({skill: _count(skill, text) for skill in listed if _short(skill)})
    return [
        wording
        for skill, _ in spoken_of.most_common(_TRIED)
        for wording in (
            f"What experience {who.does} {who.they} have with {skill}?",
            f"{who.has.capitalize()} {who.they} worked with {skill}?",
        )
    ]


def _count(skill: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(skill.casefold())}(?!\w)", text))


def _about_things(resume: Resume, kind: SectionKind, wording: str) -> list[str]:
    titles = [entry.title for section in resume.of_kind(kind) for entry in section.entries]
    return [wording.format(name) for title in titles if title and (name := _name(title))]


def _about_studies(resume: Resume, who: _Person) -> list[str]:
    if not any(section.entries for section in resume.of_kind(SectionKind.EDUCATION)):
        return []
    return [f"What did {who.they} study?", f"Where did {who.they} study?"]


def _about_sections(resume: Resume, who: _Person) -> list[str]:
    """About what a resume seldom has and its owner will want to be asked."""
    wordings = {
        SectionKind.CERTIFICATES: f"Which certificates {who.does} {who.they} hold?",
        SectionKind.PUBLICATIONS: f"What {who.has} {who.they} published?",
        SectionKind.AWARDS: f"Which awards {who.has} {who.they} won?",
        SectionKind.VOLUNTEER: f"What volunteering {who.has} {who.they} done?",
        SectionKind.LANGUAGES: f"Which languages {who.does} {who.they} speak?",
    }
    return [
        wording
        for kind, wording in wordings.items()
        if any(section.entries or section.statements for section in resume.of_kind(kind))
    ]


def _about_years(resume: Resume, who: _Person) -> list[str]:
    if not any(job.dates for job in jobs(resume)):
        return []
    return [f"How many years of experience {who.does} {who.they} have?"]


def _name(words: Fragment) -> str:
    """A name as it would be said in a question; empty if it is no short one."""
    text = words.text.strip(" .,:;?!")
    return text if _short(text) else ""


def _short(text: str) -> bool:
    return 0 < len(text.split()) <= _NAME_WORDS and "?" not in text
