"""Fixed words for what is no question about the person."""

from __future__ import annotations

from assistant.answers.context import Context
from assistant.compose import Draft, Sentence, answered, declined
from assistant.facts import jobs
from ingest.resume import SectionKind


def starters(context: Context, most: int = 3) -> list[str]:
    """Questions worth asking of this resume, made from what it has."""
    resume, name = context.resume, context.name
    whom = "they" if name == "They" else name
    does, have = ("do", "have") if name == "They" else ("does", "has")
    questions = []
    found = [job for job in jobs(resume) if job.entry.organisation]
    if found:
        questions.append(f"What did {whom} do at {found[0].name}?")
    values = [
        statement.values[0]
        for section in resume.of_kind(SectionKind.SKILLS)
        for statement in section.statements
        if statement.values
    ]
    if values:
        questions.append(f"{have.capitalize()} {whom} worked with {values[0]}?")
    if found:
        questions.append(f"How many years of experience {does} {whom} have?")
    if resume.of_kind(SectionKind.EDUCATION):
        questions.append(f"What did {whom} study?")
    if resume.contacts:
        questions.append(f"How can I contact {'them' if name == 'They' else name}?")
    return questions[:most]


def _worth_asking(context: Context) -> str:
    asked = [f"“{question}”" for question in starters(context, 2)]
    return f" You could ask {' or '.join(asked)}" if asked else ""


def decline(context: Context) -> Draft:
    """One line, with what can be asked."""
    whom = "this person" if context.resume.name is None else context.resume.name.text
    return declined(f"I only answer questions about {whom}'s resume.{_worth_asking(context)}")


def greet(context: Context) -> Draft:
    """A short human reply and two things worth asking; not a refusal."""
    whom = "this resume" if context.resume.name is None else f"{context.resume.name.text}'s resume"
    return answered(Sentence(f"Hello! I answer questions about {whom}.{_worth_asking(context)}"))


def thank(context: Context) -> Draft:
    """A short human reply."""
    return answered(Sentence(f"You're welcome.{_worth_asking(context)}"))
