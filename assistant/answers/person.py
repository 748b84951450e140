"""The person: their name and who they are; and which drafter answers what of them."""

from __future__ import annotations

import re

from assistant.answers.contact import anyhow, email, home, link, phone
from assistant.answers.context import Context, Drafter, unsaid
from assistant.answers.evidence import own_words
from assistant.answers.listing import of_kind
from assistant.answers.sought import sought
from assistant.compose import Draft, Sentence, answered
from assistant.facts import by_time, described, jobs
from assistant.parts import Part
from assistant.text import sentence, shorten
from ingest.resume import Fragment, SectionKind, Statement

_WHOLE_NAME = re.compile(
    r"\b(?:full|legal|proper|real|birth|maiden|middle|complete)\b", re.IGNORECASE
)


def full_name(context: Context, part: Part) -> Draft:
    """The name as the resume gives it, in the form that is asked for."""
    lines = [
        line
        for section, path, line in context.resume.statements()
        if line.label and _is_name_label(line.label) and line.values and not path
        and section.kind is not SectionKind.REFERENCES
    ]  # fmt: skip
    fuller = [line for line in lines if _WHOLE_NAME.search(line.label or "")]
    if fuller and _WHOLE_NAME.search(part.text):
        return answered(*_named(fuller[:1]), why="a line labelled as the whole name")
    if context.resume.name is None:
        if lines:
            return answered(*_named((fuller + lines)[:1]), why="a line labelled as the name")
        return unsaid("what the person's name is")
    name = context.resume.name
    return answered(Sentence(f"The resume is {name.text}'s.", (name,)), why="name")


def _is_name_label(label: str) -> bool:
    words = label.casefold().replace("_", " ").split()
    return bool(words) and words[-1] == "name" and "user" not in words and len(words) <= 3


def _named(lines: list[Statement]) -> list[Sentence]:
    return [Sentence(sentence(line.text), (line,)) for line in lines]


def about(context: Context, part: Part) -> Draft | None:
    """Who this is: the headline or latest job, and the first words of the summary."""
    sentences: list[Sentence] = []
    headline = context.resume.headline
    summary = [
        statement
        for section in context.resume.of_kind(SectionKind.SUMMARY)
        for statement in section.statements
    ]
    if headline and not any(headline.span.overlaps(one.span) for one in summary):
        name = context.resume.name.text if context.resume.name else "This"
        sentences.append(Sentence(sentence(f"{name}: {headline.text}"), (headline,)))
    words = 0
    said: list[Fragment] = []
    for statement in summary:
        size = len(statement.text.split())
        if words and words + size > 40:
            break
        said.append(statement)
        words += size
    if said:
        text = shorten(" ".join(sentence(statement.text) for statement in said), 45)
        sentences.append(Sentence(own_words(context, text), tuple(said)))
    latest = by_time(jobs(context.resume))[:1]
    if latest and words < 20:
        text = f"Latest job: {described(latest[0])}."
        sentences.append(Sentence(text, latest[0].evidence(dated=True)))
    return answered(*sentences, why="summary") if sentences else None


PERSON: dict[str, Drafter] = {
    "contact_email": email,
    "contact_phone": phone,
    "contact_link": link,
    "contact_any": anyhow,
    "home": home,
    "name": full_name,
    "about": about,
    "seeking": sought,
    "certificates": of_kind(SectionKind.CERTIFICATES, noun="certificates"),
    "awards": of_kind(SectionKind.AWARDS, noun="awards"),
    "publications": of_kind(SectionKind.PUBLICATIONS, noun="publications"),
    "projects": of_kind(SectionKind.PROJECTS, noun="projects"),
    "volunteer": of_kind(SectionKind.VOLUNTEER, noun="volunteering"),
    "languages": of_kind(SectionKind.LANGUAGES, noun="languages"),
    "interests": of_kind(SectionKind.INTERESTS, noun="interests"),
    "references": of_kind(SectionKind.REFERENCES, noun="references"),
}
#: What to call the kind where the resume has nothing of it.
NOUNS = {
    "certificates": "anything about certificates", "awards": "anything about awards",
    "publications": "anything about publications", "projects": "anything about projects",
    "volunteer": "anything about unpaid work", "languages": "which languages they speak",
    "interests": "anything about interests", "references": "who would give a reference",
}  # fmt: skip
