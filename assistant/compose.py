"""Sentences and their evidence become an `Answer` with numbered citations.

Whoever drafts says which fragments a sentence stands on; the numbers, quotes, places and links are
made here, from the source alone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from urllib.parse import quote as percent_encoded

from assistant.answer import Citation, PageBox, SourceLocation, Status
from assistant.facts import setting
from ingest.resume import Entry, Fragment, Resume, Section, Span, Statement
from ingest.visible import MARKED_UP, visible

#: Words of a text fragment; longer ones break on the smallest change of the page.
_FRAGMENT_WORDS = 8
#: What an answer to "does she know X" begins with.
YES = "Yes. "


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the fragments that prove it; fixed wording has none."""

    text: str
    evidence: tuple[Fragment, ...] = ()

    def adds_to(self, told: Set[Span]) -> bool:
        """Whether it stands on anything else than what is told, and tells no such line again."""
        spans = {words.span for words in self.evidence}
        lines = {words.span for words in self.evidence if isinstance(words, Statement)}
        return not spans <= told and not (lines and lines <= told)

    def says_more_than(self, other: Sentence) -> bool:
        """Whether it begins with all that the other says, and stands on all that it stands on."""
        spans, others = ({words.span for words in one.evidence} for one in (self, other))
        return self.text.startswith(other.text.removesuffix(".")) and others <= spans


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be said, before citations are numbered. `why` goes into the explanation.

    `settled` is whether a rule decided, and not the judgement of the evidence; `judged` whether
    that judgement chose its lines, whatever rule asked for them.
    """

    status: Status
    sentences: tuple[Sentence, ...]
    why: str = ""
    settled: bool = False
    judged: bool = False

    @property
    def evidence(self) -> tuple[Fragment, ...]:
        """All fragments, in the order of the sentences."""
        return tuple(words for sentence in self.sentences for words in sentence.evidence)


def answered(*sentences: Sentence, why: str = "") -> Draft:
    """A draft that answers."""
    return Draft(Status.ANSWERED, sentences, why)


def silent(*sentences: Sentence, why: str = "") -> Draft:
    """A draft that says that the resume does not say."""
    return Draft(Status.NOT_IN_RESUME, sentences, why)


def declined(text: str, why: str = "") -> Draft:
    """A draft in fixed words for what is no question about the person."""
    return Draft(Status.DECLINED, (Sentence(text),), why)


def merged(drafts: list[Draft]) -> Draft:
    """The answers to the parts of one question, as one; answered if any part is."""
    if len(drafts) == 1:
        return drafts[0]
    status = min((draft.status for draft in drafts), key=list(Status).index)
    sentences: dict[str, Sentence] = {}
    for draft in drafts:
        if draft.status is not Status.DECLINED or status is Status.DECLINED:
            for sentence in draft.sentences:
                sentences.setdefault(sentence.text.removeprefix(YES), sentence)
    return Draft(
        status,
        tuple(sentences.values()),
        "; ".join(draft.why for draft in drafts),
        settled=all(draft.settled for draft in drafts),
    )


def beside(draft: Draft, other: Draft, *, before: bool = False) -> Draft:
    """The draft and what another adds to it: the sentences that tell other lines.

    They come after its own, or `before`; what one of them begins with is not told twice. Where
    nothing is added, the draft.
    """
    has = {words.span for words in draft.evidence}
    more = [one for one in other.sentences if one.adds_to(has)]
    if not more:
        return draft
    own = [one for one in draft.sentences if not any(longer.says_more_than(one) for longer in more)]
    return replace(draft, sentences=(*more, *own) if before else (*own, *more))


class Citer:
    """Resolves fragments of one resume to citations."""

    def __init__(self, resume: Resume, site_url: str | None = None) -> None:
        self._resume = resume
        self._site = site_url
        self._places = [
            (words.span.start, words.span.end, section, path)
            for section, path, words in resume.walk()
        ]
        # YAML may say the same words in two places, by a reference; their pointers tell which.
        self._exact = {words.span: (section, path) for section, path, words in resume.walk()}

    def write(self, draft: Draft) -> tuple[str, tuple[Citation, ...]]:
        """The text with markers, and the citations that they number."""
        numbered = Numbered(self)
        said = dict.fromkeys(draft.sentences)  # nothing is said twice
        return " ".join(map(numbered.add, said)), tuple(numbered.citations)

    def shown(self, text: str, evidence: Sequence[Fragment]) -> str:
        """The text as a reader sees it; readers of other formats than these have seen to it."""
        formats = {self._resume.format_at(words.span) for words in evidence}
        return visible(text) if formats & MARKED_UP else text

    def breadcrumb(self, words: Fragment) -> tuple[str, ...]:
        """The section's title and the entries in which the words stand."""
        section, path = self.place(words)
        if section is None:
            return ()
        return (section.title, *(self.shown(entry.name, (words,)) for entry in path))

    def place(self, words: Fragment) -> tuple[Section | None, tuple[Entry, ...]]:
        """The section and the entries in which the words stand."""
        if words.span in self._exact:
            return self._exact[words.span]
        for start, end, section, path in self._places:
            if start < words.span.end and words.span.start < end:
                return section, path
        return None, ()

    def where(self, words: Fragment) -> str:
        """Where and when, for a clause: `At CoderDojo as Teacher (2013)`; may be empty."""
        section, path = self.place(words)
        named = path[-1].title if path else None
        if section is None or (named and named.span.overlaps(words.span)):
            return ""  # of no place, or the very line that names the entry
        return setting(section, path)

    def citation(self, number: int, words: Fragment) -> Citation:
        """The words as a citation of that number."""
        place = self._resume.source.place(words.span)
        return Citation(
            number=number,
            quote=self._resume.source[words.span],
            text=self.shown(words.text, (words,)),
            section=self.breadcrumb(words),
            source=SourceLocation(
                file=place.file,
                start_line=place.start_line,
                end_line=place.end_line,
                page=place.page,
                boxes=self._boxes(words),
            ),
            url=self._url(words.text),
        )

    def _boxes(self, words: Fragment) -> tuple[PageBox, ...]:
        """Where the words are shown, in a format that has pages."""
        found = self._resume.source.boxes(words.span)
        return tuple(
            PageBox(page=box.page, left=box.left, top=box.top, width=box.width, height=box.height)
            for box in found
        )

    def _url(self, text: str) -> str | None:
        """The published page at these words (https://wicg.github.io/scroll-to-text-fragment/)."""
        page = published_page(self._resume, self._site)
        if page is None:
            return None
        words = text.split()
        encoded = [percent_encoded(word, safe="").replace("-", "%2D") for word in words]
        fragment = "%20".join(encoded[:_FRAGMENT_WORDS])
        if len(words) > 2 * _FRAGMENT_WORDS:
            fragment += "," + "%20".join(encoded[-4:])
        return f"{page}#:~:text={fragment}"


def published_page(resume: Resume, site_url: str | None) -> str | None:
    """Where the resume is published: its permalink on the site; None if no site is known."""
    if site_url is None:
        return None
    return site_url.rstrip("/") + "/" + (resume.permalink or "").lstrip("/")


class Numbered:
    """Sentences one after another, their citations numbered as they come."""

    def __init__(self, citer: Citer) -> None:
        self.citations: list[Citation] = []
        self._citer = citer
        self._numbers: dict[tuple[int, int], int] = {}

    def add(self, sentence: Sentence) -> str:
        """The sentence with its markers; what it is the first to cite joins `citations`."""
        markers: list[int] = []
        for words in sentence.evidence:
            key = (words.span.start, words.span.end)
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                self.citations.append(self._citer.citation(self._numbers[key], words))
            if self._numbers[key] not in markers:
                markers.append(self._numbers[key])
        return _marked(self._citer.shown(sentence.text, sentence.evidence), markers)


def _marked(text: str, markers: list[int]) -> str:
    if not markers:
        return text
    marks = "".join(f"[{number}]" for number in markers)
    if text.endswith((".", "!", "?", ":")) and not text.endswith("…"):
        return f"{text[:-1]} {marks}{text[-1]}"
    return f"{text} {marks}"
