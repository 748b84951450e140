"""The things that the sections of a kind list, and how to say them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.context import Context, says_something
from assistant.compose import Sentence
from assistant.facts import Job, degree, described, distinct, period, stays
from assistant.text import sentence, shorten, stems
from ingest.dates import find_dates
from ingest.resume import Fragment, SectionKind

_LIST_WORDS = 90
MOST = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One listed thing: what to say of it, the words that say so, and all words of its entry."""

    text: str
    evidence: tuple[Fragment, ...]
    words: str

    @property
    def years(self) -> list[int]:
        """The years that its words name, in their order."""
        return [
            day.year
            for found in find_dates(self.words)
            for day in (found.first, found.last)
            if day is not None
        ]


def items_of(context: Context, kinds: tuple[SectionKind, ...]) -> list[Item]:
    """Everything that the sections of these kinds list, in the order of the source."""
    items: list[Item] = []
    for section in context.resume.of_kind(*kinds):
        items += [
            Item(statement.text, (statement,), statement.text)
            for statement in section.statements
            if says_something(statement)
        ]
    for stay in stays(context.resume, *kinds):
        text = degree(stay) if stay.section.kind is SectionKind.EDUCATION else described(stay)
        statements = [one for one in stay.statements() if says_something(one)]
        evidence = distinct(stay.evidence(dated=True))
        fuller = _fuller(stay, text)
        if fuller:
            text = fuller
        whole = " ".join(
            words.text for part in stay.entry.walk() for words in (*part.headings, *part.statements)
        )
        if statements and _repeats(statements[0].text, text):
            text, evidence = statements[0].text, (statements[0],)
        elif statements and len(text.split()) + len(statements[0].text.split()) < 30:
            text = f"{text}: {statements[0].text}"
            evidence = distinct((*evidence, statements[0]))
        items.append(Item(text, evidence, f"{whole} {text}"))
    return items


def _fuller(stay: Job, text: str) -> str | None:
    """The entry's own heading, where it says more than the phrase that was made of it."""
    if not stay.entry.headings:
        return None
    heading = stay.entry.headings[0].text
    made = stems(_UNDATED.sub("", text))
    if not made < stems(heading) or len(heading.split()) > 30:
        return None
    dated = f" ({period(stay.dates)})" if stay.dates and not find_dates(heading) else ""
    return f"{heading}{dated}"


def _repeats(line: str, text: str) -> bool:
    """Whether the line says all that the text does, which was made from it, its years too."""
    said = stems(line)
    years = set(re.findall(r"\d{4}", text)) <= set(re.findall(r"\d{4}", line))
    return bool(said) and years and stems(_UNDATED.sub("", text)) <= said


#: The time behind what was made of an entry.
_UNDATED = re.compile(r" \([^()]*\)$")


def said_items(items: list[Item]) -> list[Sentence]:
    """The first items as sentences, as many as an answer holds."""
    said: list[Sentence] = []
    words = 0
    for item in items:
        size = len(item.text.split())
        if said and (words + size > _LIST_WORDS or len(said) == MOST):
            break
        said.append(Sentence(sentence(shorten(item.text, 40)), item.evidence))
        words += size
    return said
