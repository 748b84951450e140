"""A resume becomes chunks: what is embedded, each with the breadcrumb of the place that it is from.

A chunk is a run of statements of one section or one entry and never crosses into the next; the
headings of an entry are a chunk of their own, so that "who", "where" and "when" can be found even
where no statement repeats them. The heading of a section is one only where nothing stands below
it: alone it answers nothing, and as chunks of their own such headings pushed answers down (see
tests/benchmarks/retrieval.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from langchain_core.documents import Document

from ingest.resume import Entry, Heading, Resume, Section, Statement

#: Rises whenever the same resume would be chunked differently; an index of another version is
#: rebuilt.
CHUNKER_VERSION = 1

#: Statements a chunk at most. On the questions of `../shared/questions` recall@5 of facts, skills,
#: contacts and paraphrases was 0.96 at 1, 0.83 at 2, 0.85 at 3, 0.82 at 5 and 0.69 at 8.
RUN_LENGTH = 1

#: What no header may exceed, as a share of the window: the statement is what is asked for.
_HEADER_SHARE = 0.5

CountTokens = Callable[[str], int]


@dataclass(frozen=True)
class Group:
    """The words of one section or entry: its own, not those of the entries inside it.

    `first` is the number of the first statement, counting all of `Resume.statements()` from 0.
    """

    section: Section
    path: tuple[Entry, ...]
    headings: tuple[Heading, ...]
    statements: tuple[Statement, ...]
    first: int

    @property
    def stands_alone(self) -> bool:
        """Whether the headings are worth a chunk of their own."""
        return bool(self.headings) and bool(
            self.path or not (self.section.statements or self.section.entries)
        )


def groups(resume: Resume) -> Iterator[Group]:
    """Every section and entry once, in the order of the source."""
    first = 0
    for section in resume.sections:
        heading = (section.heading,) if section.heading else ()
        yield Group(section, (), heading, section.statements, first)
        first += len(section.statements)
        for entry in section.entries:
            for path in _paths((entry,)):
                yield Group(section, path, path[-1].headings, path[-1].statements, first)
                first += len(path[-1].statements)


def _paths(path: tuple[Entry, ...]) -> Iterator[tuple[Entry, ...]]:
    yield path
    for child in path[-1].children:
        yield from _paths((*path, child))


def breadcrumb(section: Section, path: Sequence[Entry]) -> str:
    """Where words stand, for people and for the embedder: section > organisation, roles, dates."""
    return " > ".join([section.title, *(caption(entry) for entry in path)])


def caption(entry: Entry) -> str:
    """Who, as what, and when, as far as the entry says; its headings where no one understood it."""
    named = (entry.title, *entry.roles, entry.area, entry.organisation, entry.location)
    parts = [fragment.text for fragment in named if fragment]
    if entry.dates:
        parts.append(entry.dates.text)
    if not parts:
        parts = [heading.text for heading in entry.headings]
    return ", ".join(dict.fromkeys(parts))


def chunk(
    resume: Resume,
    count_tokens: CountTokens,
    max_tokens: int = 256,
    run_length: int = RUN_LENGTH,
    with_headers: bool = True,
) -> list[Document]:
    """The chunks of a resume, in the order of the source.

    `page_content` is what is embedded: the header, a line break, the words; `count_tokens` of it
    is at most `max_tokens`. The metadata are scalars:

    * `kind`, `section`, `organisation`, `roles`, `dates`: of the innermost entry, "" where absent;
    * `header`: the breadcrumb;
    * `start`, `end`, `start_line`, `end_line`: the span in the source (see `Span`); `page` or
      `pointer` where the source has them;
    * `group`: the place of its section or entry in `groups(resume)`;
    * `first`, `count`: the statements `first` to `first + count - 1`, numbered from 0 in the order
      of `Resume.statements()`; a chunk of headings has count 0;
    * `ordinal`: the chunk's place in the list.
    """
    cutter = _Cutter(count_tokens, max_tokens)
    documents: list[Document] = []
    for number, group in enumerate(groups(resume)):
        begin = len(documents)
        header = breadcrumb(group.section, group.path) if with_headers else ""
        header = cutter.shorten(header)
        if group.stands_alone:
            text = header or "\n".join(heading.text for heading in group.headings)
            documents += [
                _document(group, header, piece, group.headings) for piece in cutter.cut(text, "")
            ]
        for offset, run in _runs(group.statements, header, cutter, run_length):
            text = "\n".join(statement.text for statement in run)
            for piece in cutter.cut(text, header):
                content = f"{header}\n{piece}" if header else piece
                documents.append(_document(group, header, content, run, group.first + offset))
        for document in documents[begin:]:
            document.metadata["group"] = number
    for ordinal, document in enumerate(documents):
        document.metadata["ordinal"] = ordinal
    return documents


def _runs(
    statements: Sequence[Statement], header: str, cutter: _Cutter, length: int
) -> Iterator[tuple[int, Sequence[Statement]]]:
    """Runs of at most `length` statements that fit the window, each with its offset."""
    start = 0
    while start < len(statements):
        end = start + 1
        while end < min(start + length, len(statements)) and cutter.fits(
            "\n".join([header, *(statement.text for statement in statements[start : end + 1])])
        ):
            end += 1
        yield start, statements[start:end]
        start = end


def _document(
    group: Group,
    header: str,
    content: str,
    words: Sequence[Heading | Statement],
    first: int | None = None,
) -> Document:
    entry = group.path[-1] if group.path else Entry()
    begin, end = words[0].span, words[-1].span
    metadata: dict[str, str | int] = {
        "kind": group.section.kind.value,
        "section": group.section.title,
        "organisation": entry.organisation.text if entry.organisation else "",
        "roles": ", ".join(role.text for role in entry.roles),
        "dates": entry.dates.text if entry.dates else "",
        "header": header,
        "start": begin.start,
        "end": end.end,
        "start_line": begin.start_line,
        "end_line": end.end_line,
        "first": group.first if first is None else first,
        "count": 0 if first is None else len(words),
    }
    if begin.page is not None:
        metadata["page"] = begin.page
    if begin.pointer is not None:
        metadata["pointer"] = begin.pointer
    return Document(page_content=content, metadata=metadata)


@dataclass(frozen=True)
class _Cutter:
    """Makes texts fit the embedder's window, by the embedder's own count."""

    count: CountTokens
    window: int

    def fits(self, text: str) -> bool:
        return self.count(text) <= self.window

    def shorten(self, header: str) -> str:
        """The longest beginning of the header that leaves room for the words under it."""
        budget = int(self.window * _HEADER_SHARE)
        while self.count(header) > budget:
            header = header[: int(len(header) * 0.9)].rpartition(" ")[0]
        return header

    def cut(self, text: str, header: str) -> Iterator[str]:
        """The text whole if it fits under the header, else halved, between words, until it does."""
        if len(text) < 2 or self.fits(f"{header}\n{text}"):
            yield text
            return
        middle = len(text) // 2
        # Not every script puts spaces between words; then the middle has to do.
        at = text.rfind(" ", 1, middle + 1)
        at = at if at > 0 else text.find(" ", middle)
        at = at if at > 0 else middle
        yield from self.cut(text[:at].strip(), header)
        yield from self.cut(text[at:].strip(), header)
