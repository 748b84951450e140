"""Questions to begin with, made from what this very resume has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.answer import Answer, Status
from assistant.facts import first_name, jobs
from ingest.resume import Resume, SectionKind

#: As many as a greeting has room for.
_MOST = 5


def starter_questions(resume: Resume, ask: Callable[[str], Answer]) -> tuple[str, ...]:
    """Five questions at most, each of another kind, that `ask` was seen to answer."""
    chosen: list[str] = []
    for question in candidates(resume):
        if ask(question).status is Status.ANSWERED:
            chosen.append(question)
        if len(chosen) == _MOST:
            break
    return tuple(chosen)


def candidates(resume: Resume) -> tuple[str, ...]:
    """Questions worth asking of this resume, the best first, none of them tried out."""
    return tuple(_candidates(resume))


def _candidates(resume: Resume) -> Iterator[str]:
    name = first_name(resume)
    whom, them = ("they", "them") if name == "They" else (name, name)
    does, have = ("do", "Have") if name == "They" else ("does", "Has")
    found = [job for job in jobs(resume) if job.entry.organisation]
    if found:
        yield f"What did {whom} do at {found[0].name}?"
    values = [
        statement.values[0]
        for section in resume.of_kind(SectionKind.SKILLS)
        for statement in section.statements
        if statement.values
    ]
    if values:
        yield f"{have} {whom} worked with {values[0]}?"
    if found:
        yield f"How many years of experience {does} {whom} have?"
    if resume.of_kind(SectionKind.EDUCATION):
        yield f"What did {whom} study?"
    if resume.contacts:
        yield f"How can I contact {them}?"
