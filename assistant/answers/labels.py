"""Lines that are labelled with what is asked of a job or a project: `Rank: Corporal`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answers.context import Context, says_something
from assistant.answers.mentions import OF_ANY_JOB
from assistant.compose import Draft, Sentence, answered
from assistant.describing import description
from assistant.parts import Part
from assistant.text import sentence, stem, stems
from ingest.resume import Entry, Fragment, Heading, SectionKind

#: A label at the beginning of a line or of a part of one, and what it is given for.
_LABEL = re.compile(r"(?:^|[,;(|•·–—-]\s*)(?P<label>[^\W\d_][^:,;()|•·\n]{1,30}?)\s?:\s+(?=\S)")
#: Words of a label that do not tell what it labels.
_PLAIN = frozenset(map(stem, "main key used core other my some primary relevant notable".split()))
#: Words that label the same thing (closed classes).
_SAME = (
    frozenset(map(stem, "stack tech technology technologies tool tools tooling".split())),
)  # fmt: skip
_SECTIONS = (
    SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.PROJECTS, SectionKind.EDUCATION,
)  # fmt: skip
#: Intents whose drafters compute something better than a labelled line.
_COMPUTED = (
    "job_duration", "job_dates", "job_list", "job_count", "job_neighbour", "job_at_time", "gaps",
    "contact", "total", "job_longest", "job_shortest", "job_first", "edu",
)  # fmt: skip


def labelled(context: Context, part: Part) -> Draft | None:
    """The lines, of the entry that the question is about, labelled with what it asks for."""
    if part.intent.startswith(_COMPUTED):
        return None
    asked = _widened(stems(description(part.text)))
    if not (part.jobs or _stands_anywhere(context, asked)):
        return None  # without a search
    told = [
        Sentence(sentence(_said(context, words)), (words,))
        for entry in _entries(context, part)
        for words, label in _labels(entry)
        if label <= asked
    ]
    return answered(*told[:3], why="a line labelled with what is asked") if told else None


def _said(context: Context, words: Fragment) -> str:
    where = "" if isinstance(words, Heading) else context.citer.where(words)
    return f"{where}: {words.text}" if where else words.text


def _entries(context: Context, part: Part) -> list[Entry]:
    """The entries that the question names, else the one that the nearest line stands in."""
    named = [job for job in part.jobs if not part.role_jobs or job in part.role_jobs]
    if named or part.jobs:
        return [job.entry for job in named or part.jobs]
    hits = context.search(part)[:1]
    return [hit.path[0] for hit in hits if hit.path and hit.section.kind in _SECTIONS]


def _stands_anywhere(context: Context, asked: set[str]) -> bool:
    """Whether a line of any entry is labelled with what is asked for."""
    sections = context.resume.of_kind(*_SECTIONS)
    entries = (entry for section in sections for entry in section.entries)
    return any(label <= asked for entry in entries for _, label in _labels(entry))


def _labels(entry: Entry) -> Iterator[tuple[Fragment, frozenset[str]]]:
    """The lines of an entry with the stems of each label in them, plain words left out."""
    for part in entry.walk():
        for words in (*part.headings, *part.statements):
            for label in _labels_of(words.text):
                # "Acme: Engineer" is what the entry is called, and labels nothing in it.
                called = part.organisation and label <= stems(part.organisation.text)
                if not (called and isinstance(words, Heading)) and says_something(words):
                    yield words, label


@lru_cache(maxsize=8192)  # the same lines are looked through for every question
def _labels_of(text: str) -> tuple[frozenset[str], ...]:
    """The stems of each label in a line, those left out of which nothing is left."""
    labels = (stems(match["label"]) - _PLAIN - _GENERAL for match in _LABEL.finditer(text))
    return tuple(frozenset(label) for label in labels if label)


_GENERAL = {stem(word) for word in OF_ANY_JOB} - {"role"}


def _widened(asked: set[str]) -> set[str]:
    """With the words that label the same things as those asked for."""
    found = set(asked)
    for words in _SAME:
        if words & asked:
            found |= words
    return found
