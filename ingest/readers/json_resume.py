"""JSON Resume 1.0 (https://jsonresume.org/schema), tolerant of drift.

Visible words are the values; keys are not, nor are `$schema`, `meta`, pictures and empty values.
Short fields that name an entry are headings whose span covers `"key": value`; prose is statements,
a sentence each, whose span covers the words alone, without the quote marks. Keys that the schema
does not know become statements or, at the root, sections with a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from ingest.errors import ResumeFileError
from ingest.readers.base import decode
from ingest.readers.json_source import parse
from ingest.readers.tree import Kind, Node, folded
from ingest.readers.tree_entries import entry_of
from ingest.readers.tree_person import Person, unknown_keys
from ingest.readers.tree_words import (
    PROSE,
    item,
    label,
    labelled,
    language,
    other,
    prose,
    words_of,
)
from ingest.resume import Entry, Heading, Resume, Section, SectionKind, Source, Statement, Warning
from ingest.structure.kinds import exact_kind

_NOT_CONTENT = frozenset({"schema", "meta"})
#: Objects at the root that describe the person.
_PERSON = frozenset({"basics", "basic", "info", "contact", "personal", "personalinfo", "person"})
#: Members of the root that belong into `basics`.
_PERSON_ROOT = frozenset(
    """name fullname label headline email phone telephone mobile url website homepage location
    address profiles social socials summary about bio brief objective""".split()
)
_ITEMS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_ITEM_NAMES = ("name", "skill", "title", "category", "interest")
_ITEM_LEVELS = ("level", "proficiency", "rating")
#: Lists in an object that stands where a list should.
_CONTAINERS = frozenset({"history", "items", "entries", "list", "sets"})


class JsonResumeReader:
    """Reads JSON Resume, and what is close to it."""

    format: ClassVar[str] = "json-resume"
    suffixes: ClassVar[tuple[str, ...]] = (".json",)

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is none."""
        text = decode(data, file_name)
        root = parse(text, file_name)
        if not any(_tells(member) for member in root.members()):
            raise ResumeFileError(
                f"{file_name} is JSON but no JSON Resume: it has none of basics, work, education,"
                " skills; write it as https://jsonresume.org/schema says."
            )
        return _Build(root, Source(file_name, text)).resume()


def _tells(node: Node) -> bool:
    """Whether a member of the root makes the file a resume."""
    key = folded(node.key)
    if key in _PERSON:
        return node.kind is Kind.OBJECT
    return not node.scalar and _kind(node.key) is not SectionKind.OTHER


def _misplaced(node: Node) -> bool:
    """Whether a member of basics is a section: a list of objects under a section's key."""
    if node.kind is not Kind.ARRAY or _kind(node.key) in (SectionKind.OTHER, SectionKind.BASICS):
        return False
    return folded(node.key) != "profiles" and any(item.kind is Kind.OBJECT for item in node.items())


def _kind(key: str) -> SectionKind:
    return exact_kind(label(key)) or SectionKind.OTHER


@dataclass
class _Build:
    root: Node
    source: Source
    person: Person = field(default_factory=Person)
    warnings: list[Warning] = field(default_factory=list)

    def resume(self) -> Resume:
        sections = list(self._sections())
        if self.person.name is None:
            self._warn("The resume gives no name (basics.name).", 1)
        for key, line in unknown_keys(self.person):
            self._warn(f"Unknown key {key!r}: kept as a statement.", line)
        if not sections:
            self._warn("The resume has no sections (work, education, skills).", 1)
        own = (
            (SectionKind.BASICS, self.person.statements),
            (SectionKind.SUMMARY, self.person.summary),
        )
        about = [Section(kind, None, tuple(statements)) for kind, statements in own if statements]
        return Resume(
            source=self.source,
            name=self.person.name,
            headline=self.person.headline,
            contacts=tuple(self.person.contacts),
            sections=(*about, *sections),
            warnings=tuple(self.warnings),
            format=JsonResumeReader.format,
        )

    def _warn(self, message: str, line: int) -> None:
        self.warnings.append(Warning(message, line))

    def _sections(self) -> Iterator[Section]:
        """The sections of the root; what is about the person goes to `person`."""
        for node in self.root.members():
            key = folded(node.key)
            kind = _kind(node.key)
            if key in _NOT_CONTENT:
                continue
            if key in _PERSON and node.kind is Kind.OBJECT:
                # A brace in the wrong place puts whole sections inside of basics.
                for member in node.members():
                    if _misplaced(member):
                        yield self._section(member, _kind(member.key))
                    else:
                        self.person.add(member)
            elif key in _PERSON_ROOT:
                self.person.add(node)
            else:
                yield self._section(node, kind)

    def _section(self, node: Node, kind: SectionKind) -> Section:
        if kind is SectionKind.OTHER:
            line = node.span().start_line
            self._warn(f"Unknown section {node.key!r}: kept as it stands.", line)
        heading = None
        if folded(node.key) != kind.value:
            heading = Heading(label(node.key), node.key_span(), 1)
        statements: list[Statement] = []
        entries: list[Entry] = []
        for part in _parts(node):
            if part.scalar and part.key and part is not node:
                statements += prose(part) if folded(part.key) in PROSE else other(part)
            elif kind in _ITEMS:
                statements += _items(part, kind)
            elif part.kind is Kind.OBJECT and kind is not SectionKind.SUMMARY:
                entries.append(entry_of(part, kind, self._warn))
            else:
                statements += prose(part, bullets=part is not node)
        return Section(kind, heading, tuple(statements), tuple(entries))


def _parts(node: Node) -> list[Node]:
    """What a section holds: the items of its list, or of the list inside of its object."""
    if node.kind is not Kind.OBJECT:
        return node.items()
    boxes = [part for part in node.members() if folded(part.key) in _CONTAINERS]
    if not any(box.kind is Kind.ARRAY for box in boxes):
        return [node]
    return [
        part
        for member in node.members()
        for part in (member.items() if any(member is box for box in boxes) else [member])
    ]


def _items(node: Node, kind: SectionKind) -> Iterator[Statement]:
    """Skills, languages or interests: an object each, a string each, or one object for all."""
    if node.kind is Kind.ARRAY:
        for part in node.items():
            yield from _items(part, kind)
    elif node.kind is Kind.OBJECT and node.get(*_ITEM_NAMES, "language", "keywords") is None:
        for member in node.members():
            yield labelled(member, member.key, tuple(map(words_of, member.items())))
    elif kind is SectionKind.LANGUAGES:
        yield language(node)
    else:
        yield item(node, names=_ITEM_NAMES, levels=_ITEM_LEVELS)
