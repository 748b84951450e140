"""Lines of the page's head that give a contact, where no reader saw one in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.context import Context
from assistant.compose import Draft, Sentence, answered
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, YEAR, fold, keys, sentence
from ingest.resume import Contact, ContactKind, Fragment, SectionKind

#: How a resume labels a line that gives a contact, where no reader saw one in it.
_LABELLED = {
    ContactKind.EMAIL: re.compile(r"\be-?mails?\b", re.IGNORECASE),
    ContactKind.PHONE: re.compile(r"\b(?:tele)?phone\b|\btel\b|\bmobile\b|\bcell\b", re.IGNORECASE),
    ContactKind.WEBSITE: re.compile(r"^(?:website|homepage|portfolio|blog)$", re.IGNORECASE),
    ContactKind.LOCATION: re.compile(r"^(?:location|address|city|based in)$", re.IGNORECASE),
}
#: How a mail address and a telephone number are written.
_WRITTEN = {
    ContactKind.EMAIL: re.compile(r"[^\s<>(),:]+@[^\s<>(),:]+\.\w{2,}"),
    ContactKind.PHONE: re.compile(r"(?<![\w.])\+?\(?\d[\d ()./-]{7,}\d(?!\w)"),
}


def labelled(context: Context, *kinds: ContactKind) -> Iterator[Sentence]:
    """Lines that are labelled as one of these kinds of contact, outside of jobs and referees."""
    for section, path, line in context.resume.statements():
        if path or section.kind in (SectionKind.REFERENCES, SectionKind.WORK):
            continue
        for kind in kinds:
            pattern = _LABELLED.get(kind)
            if pattern and line.label and line.values and pattern.search(line.label):
                yield Sentence(sentence(line.text), (line,))


def written(context: Context, *kinds: ContactKind) -> Iterator[Sentence]:
    """Lines of the head in which a mail address or a telephone number is written."""
    for section in context.resume.of_kind(SectionKind.BASICS):
        for line in section.statements:
            text = YEAR.sub("", line.text)
            if any(kind in _WRITTEN and _WRITTEN[kind].search(text) for kind in kinds):
                yield Sentence(sentence(line.text), (line,))


def called(context: Context, part: Part, asked: set[str] | None = None) -> Draft | None:
    """A line labelled with a word of the question ("Discord: ..."), outside of jobs.

    With `asked`, labelled with one of these words.
    """
    if asked is None:
        asked = {word for word in keys(part.text) if word not in FUNCTION_WORDS and len(word) > 2}
    for _, path, line in context.resume.statements():
        if not path and line.label and asked & set(keys(line.label)):
            return answered(Sentence(sentence(line.text), (line,)), why="a line labelled so")
    return None


def on_network(context: Context, network: str) -> Draft | None:
    """Where the person is found on a network that no contact names.

    A line of the head that names it; else the one account there whose addresses the lines link to.
    """
    for section in context.resume.of_kind(SectionKind.BASICS):
        for line in section.statements:
            if network in set(keys(line.text)):
                return answered(Sentence(sentence(line.text), (line,)), why="a line that names it")
    address = re.compile(rf"(?://|www\.){network}\.\w+/(?P<who>[\w.-]+)", re.IGNORECASE)
    found: dict[str, Sentence] = {}
    for section, _, said in context.resume.walk():
        account = address.search(context.resume.source[said.span])
        if account and section.kind is not SectionKind.REFERENCES:
            text = account[0].removeprefix("//").removeprefix("www.")
            found.setdefault(
                fold(account["who"]), Sentence(f"{network.capitalize()}: {text}.", (said,))
            )
    one = next(iter(found.values())) if len(found) == 1 else None
    return answered(one, why="the account that lines link to") if one else None


def address(context: Context, found: list[Contact]) -> Fragment | None:
    """The line of the page's head that holds the place, or that looks like an address."""
    head = [
        statement
        for section in context.resume.of_kind(SectionKind.BASICS)
        for statement in section.statements
    ]
    for statement in head:
        if any(statement.span.overlaps(contact.span) for contact in found):
            return statement
    taken = [contact.span for contact in context.resume.contacts]
    for statement in head:
        free = not any(statement.span.overlaps(span) for span in taken)
        if free and _looks_like_address(statement.text):
            return statement
    return None


def _looks_like_address(text: str) -> bool:
    """A short line in parts, every word of which is a number or a name."""
    text = re.sub(r"\([^()]*\)", "", text)  # "(UTC+3)"
    words = text.replace(",", " ").split()
    return (
        "," in text
        and 2 <= len(words) <= 12
        and all(word[0].isdigit() or word[0].isupper() for word in words)
        and "@" not in text
    )
