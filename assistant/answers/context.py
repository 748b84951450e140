"""What every drafter is given, and the wording that they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from assistant.answer import NOT_IN_RESUME
from assistant.compose import Citer, Draft, Sentence, silent
from assistant.cross_encoder import CrossEncoder, as_read
from assistant.describing import Describer
from assistant.facts import Job, first_name
from assistant.glosses import glosses
from assistant.parts import Part
from assistant.retriever import ResumeRetriever, ScoredStatement
from assistant.support import Known, Verdict, supports
from assistant.text import joined
from ingest.resume import Contact, ContactKind, Fragment, Resume, Statement

#: A whole answer stays within about this many words, unless a list was asked for.
ANSWER_WORDS = 55
#: The nearest lines, of which some are quoted.
LINES_QUOTED = 8
#: Logit up to which reading the question with a line rules out that the line answers it.
RULED_OUT = -3.0
#: First lines that are read with the question where a rule asks whether one answers it.
_READ = 3


@dataclass(frozen=True)
class Context:
    """The resume, the searches over its statements and its stays, its words, and the day.

    `cross_encoder` reads lines and answers with a question; what it makes of them tells little
    unless the resume is `in_english`. `worth_asking` are two questions to ask of this resume.
    """

    resume: Resume
    citer: Citer
    retriever: ResumeRetriever
    describer: Describer
    known: Known
    today: date
    cross_encoder: CrossEncoder
    worth_asking: tuple[str, ...]
    in_english: bool
    #: What was searched for while one question is answered; several drafters may ask the same.
    _found: dict[str, list[ScoredStatement]] = field(default_factory=dict)
    _reads: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The person's first name, or "They"."""
        return first_name(self.resume)

    @property
    def was(self) -> str:
        """The past of "to be" that goes with `name`."""
        return "were" if self.name == "They" else "was"

    @property
    def is_(self) -> str:
        """The present of "to be" that goes with `name`."""
        return "are" if self.name == "They" else "is"

    @property
    def has(self) -> str:
        """The present of "to have" that goes with `name`."""
        return "have" if self.name == "They" else "has"

    def search(self, part: Part) -> list[ScoredStatement]:
        """Every heading and statement, those that bear most on the part first."""
        if part.text not in self._found:
            hits = self.retriever.search(part.text, self.retriever.usable(part.encoded))
            hits = [hit for hit in hits if not _heads_table(hit.words)]
            if not _ASKS_ADDRESS.search(part.text):
                hits = [hit for hit in hits if hit.is_heading or says_something(hit.words)]
            self._found[part.text] = hits
        return list(self._found[part.text])

    def supports(self, part: Part, hits: Sequence[ScoredStatement]) -> Verdict:
        """Whether these lines, best first, support an answer to the part."""
        return supports(part, hits, self.known)

    def within(self, part: Part, jobs: Sequence[Job]) -> list[ScoredStatement]:
        """The lines and headings of these stays, those nearest to the part first."""
        inside = {id(entry) for job in jobs for entry in job.entry.walk()}
        return [hit for hit in self.search(part) if any(id(entry) in inside for entry in hit.path)]

    def reading(self, part: Part, hits: Sequence[ScoredStatement]) -> float:
        """The best logit of the part read together with the first lines; from 0 one answers it."""
        return max(self.read(part, [as_read(hit) for hit in hits[:_READ]]), default=RULED_OUT)

    def reads_an_answer(self, part: Part, hits: Sequence[ScoredStatement]) -> bool:
        """Whether the part, read together with the first lines, is answered by one of them."""
        return bool(hits) and self.reading(part, hits) > 0

    def read(self, part: Part, texts: Sequence[str]) -> list[float]:
        """How likely each line or answer answers the part, the two read together, as logits."""
        new = [text for text in texts if (part.text, text) not in self._reads]
        if new:
            called = glosses(part.text)
            texts_read = [called.beside(text) for text in new]
            logits = self.cross_encoder.scores(part.text, texts_read).tolist()
            for text, logit in zip(new, logits, strict=True):
                self._reads[part.text, text] = logit
        return [self._reads[part.text, text] for text in texts]


_ASKS_ADDRESS = re.compile(
    r"\b(?:links?|urls?|sites?|websites?|address(?:es)?|repos?|where)\b", re.I
)
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")


#: Labels of fields that tell the sort of a thing, as "article" or "open-source".
_SORTS = frozenset({"Type", "Category"})


def _heads_table(words: Fragment) -> bool:
    return isinstance(words, Statement) and words.is_head


def says_something(words: Fragment) -> bool:
    """Whether a line says more than an address, what sort of thing something is, or columns hold.

    Alone none answers what someone did.
    """
    if _heads_table(words):
        return False
    label = words.label if isinstance(words, Statement) else None
    return label not in _SORTS and _says_something(words.text.removeprefix(label or ""))


@lru_cache(maxsize=8192)  # the same lines are found by every question
def _says_something(text: str) -> bool:
    if not any(sign in text for sign in ("://", "@", "www.")):
        return True
    bare = _ADDRESS.sub("", text)
    return bare == text or any(char.isalnum() for char in bare)


Drafter = Callable[[Context, Part], Draft | None]


def unsaid(subject: str, *more: Sentence, why: str = "") -> Draft:
    """That the resume is silent about the subject, in the shared wording."""
    return silent(Sentence(f"{NOT_IN_RESUME} {subject}."), *more, why=why)


def reach(context: Context) -> tuple[Sentence, ...]:
    """How to ask the person, as a sentence; empty where the resume gives no address."""
    for kind in (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.PROFILE, ContactKind.WEBSITE):
        for contact in context.resume.contacts:
            if contact.kind is kind:
                whom = "them" if context.name == "They" else context.name
                text = f"You can ask {whom} directly: {contact.value}."
                return (Sentence(text, (contact_words(context, contact),)),)
    return ()


def contact_words(context: Context, contact: Contact) -> Fragment:
    """The words that give a contact, as a fragment."""
    return Fragment(contact.value, contact.span)


def listed(items: list[str], total: int | None = None) -> str:
    """Items as a list, with how many more there are."""
    more = (total or len(items)) - len(items)
    return joined([*items, f"{more} more"]) if more > 0 else joined(items)


def unmentioned(items: list[str]) -> str:
    """That the resume mentions none of the items."""
    return f"The resume does not mention {joined(items, 'or')}."
