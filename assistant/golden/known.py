"""What a golden question is made from: a thing whose answer is known, before it is worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.resume import DateRange, Entry, Resume, Span


@dataclass(frozen=True, slots=True)
class Known:
    """Something to ask. `topic` chooses the wordings, `slots` fills them.

    `must_include` holds alternatives separated by `|`, `evidence` verbatim words of the source.
    """

    topic: str
    kind: str
    slots: dict[str, str] = field(default_factory=dict)
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    answerable: bool = True


def quotes(resume: Resume, spans: Iterable[Span]) -> tuple[str, ...]:
    """The verbatim words of some spans, each once."""
    found = (resume.source[span].strip() for span in spans)
    return tuple(dict.fromkeys(words for words in found if words))


def date_spans(entry: Entry) -> list[Span]:
    """Where the dates of an entry and of those inside it stand."""
    found: list[DateRange] = [part.dates for part in entry.walk() if part.dates]
    return [dates.span for dates in found]


def is_askable(text: str) -> bool:
    """Whether a name can stand in a question as it is: short, one line, no address, no brackets."""
    words = text.split()
    return (
        0 < len(words) <= 6
        and len(text) <= 60
        and any(char.isalpha() for char in text)
        and not any(sign in text for sign in '@|()[]{}<>:;?\n"“”')
        and "http" not in text.casefold()
    )
