"""A tree as a `Resume`, whichever schema it follows.

Visible words are the values; keys are not, nor are pictures, empty values and what only a theme
reads. Short fields that name an entry are headings whose span covers the key and the value; prose
is statements, a sentence each, whose span covers the words alone, without quote marks. Keys that no
schema knows become statements or, at the root, sections with a heading.

The root of a resume is an object of sections (JSON Resume, FRESH, themes of Jekyll), one with
`cv.sections` (RenderCV), or a list of sections with titles (al-folio); or a list of entries, whose
file is named by what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from ingest.readers.tree.about import (
    ROOT_KEYS,
    are_profiles,
    are_ways,
    calls,
    introduces,
    introduces_in_words,
    is_about,
    is_person,
    is_way,
    places,
    reaches,
    short_parts,
)
from ingest.readers.tree.boxes import holds_sections, is_legend, lays_out, lists_sections
from ingest.readers.tree.entries import How
from ingest.readers.tree.lines import is_line, line, prose
from ingest.readers.tree.marks import Readable
from ingest.readers.tree.naming import has_name
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.person import Person, unknown_keys
from ingest.readers.tree.sections import (
    Titled,
    by_key,
    is_titled,
    kind_by_shape,
    kind_of,
    parts_of,
    says,
    section_of,
)
from ingest.readers.tree.words import label
from ingest.resume import Fragment, Heading, Resume, Section, SectionKind, Source, Warning
from ingest.structure.greeting import greeted_in
from ingest.structure.kinds import exact_kind, section_kind
from ingest.structure.names import is_name

#: What only a theme or a tool reads.
_NOT_CONTENT = frozenset(
    """schema meta design locale localecatalog settings rendercvsettings layouts layout theme themes
    themeconfig footer lang""".split()
)
#: Objects at the root that describe the person.
_PERSON = frozenset(
    "basics basic info contact personal personalinfo person sidebar author personaldetails".split()
)
#: Objects at the root that hold the whole resume, or all of its sections.
_WRAPPERS = frozenset("cv resume content curriculumvitae vitae sections data".split())


def tells(root: Node, file_name: str) -> bool:
    """Whether a tree is a resume: it has a part that only a resume has."""
    if root.kind is Kind.ARRAY:
        objects = [part for part in root.items() if part.kind is Kind.OBJECT]
        named = exact_kind(label(PurePath(file_name).stem)) is not None
        return bool(objects) and (
            any(is_titled(part) for part in objects)
            or (
                (named or kind_of("", root) is not SectionKind.OTHER)
                and any(map(has_name, objects))
            )
        )
    return any(_tells(member) for member in root.members())


def _tells(node: Node) -> bool:
    key = folded(node.key)
    if key in _WRAPPERS:
        inner = node.items() if node.kind is Kind.ARRAY else list(node.members())
        if node.kind is Kind.ARRAY:
            return any(map(is_titled, inner))
        return any(_tells(member) or folded(member.key) == "name" for member in inner)
    if key in _PERSON:
        return key == "basics" or is_about(node)
    kind = exact_kind(label(node.key))
    if kind is None:
        listed = node.kind is Kind.ARRAY and kind_by_shape(node) is not None
        return listed or holds_sections(node) or lists_sections(node)
    return not node.scalar and says(node, kind)


def is_fresh(root: Node) -> bool:
    """Whether the file says, or shows, that it follows FRESH."""
    version = meta.get("format") if (meta := root.get("meta")) else None
    jobs = root.get("employment")
    return bool(version and version.text.startswith("FRESH")) or bool(jobs and jobs.get("history"))


def resume_of(tree: Readable, source: Source, format_name: str) -> Resume:
    """The resume in a tree that `tells` of one."""
    return _Build(tree.root, source, format_name, list(tree.left_out)).resume()


@dataclass
class _Build:
    root: Node
    source: Source
    format: str
    left_out: list[Warning]
    person: Person = field(default_factory=Person)
    warnings: list[Warning] = field(default_factory=list)
    #: Whether a section stands above; what does not is about the person.
    begun: bool = False
    how: How = field(init=False)

    def resume(self) -> Resume:
        # RenderCV takes a start without an end to go on, whatever it is that started.
        open_ended = (inner := self.root.get("cv")) is not None and inner.get(
            "sections"
        ) is not None
        self.how = How(self._warn, open_ended)
        sections = list(self._sections())
        self.person.settle()
        self._greeted(sections)
        if self.person.name is None:
            self._warn("The resume gives no name (basics.name).", 1)
        for key, number in unknown_keys(self.person):
            self._warn(f"Unknown key {key!r}: kept as a statement.", number)
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
            format=self.format,
            left_out=tuple(self.left_out),
        )

    def _greeted(self, sections: list[Section]) -> None:
        """Where no member is the name, a text about the person may say it ("I'm Ada Byron")."""
        about = (SectionKind.SUMMARY, SectionKind.BASICS, SectionKind.OTHER)
        mine = [*self.person.summary, *self.person.statements]
        for part in sections[:2]:
            if part.kind in about:
                mine += [*part.statements, *(one for e in part.walk() for one in e.statements)]
        for statement in mine if self.person.name is None else ():
            if found := greeted_in(statement.text):
                name = " ".join(statement.text[slice(*found)].split())
                self.person.name = Fragment(name, statement.span)
                return

    def _leave_out(self, node: Node) -> None:
        message = f"{node.key} is for programs, no content."
        self.left_out.append(Warning(message, node.span().start_line))

    def _warn(self, message: str, line: int) -> None:
        self.warnings.append(Warning(message, line))

    def _sections(self) -> Iterator[Section]:
        if self.root.kind is not Kind.ARRAY:
            yield from self._members(self.root)
        elif any(map(is_titled, self.root.items())):
            for node in self.root.items():
                yield from self._part(by_key(node))
        else:
            # A list alone is what its file is named: `_data/experience.yml`.
            name = label(PurePath(self.source.file).stem)
            yield section_of(Titled(self.root, name, None, kind_of(name, self.root)), self.how)

    def _members(self, root: Node) -> Iterator[Section]:
        """The sections of an object; what is about the person goes to `person`."""
        for node in root.members():
            key = folded(node.key)
            if key in _NOT_CONTENT or is_legend(node) or lays_out(node):
                self._leave_out(node)
            elif (
                (key in _PERSON and node.kind is Kind.OBJECT)
                or (key == "profile" and is_person(node))
                or self._heads(node)
            ):
                yield from self._about(node)
            elif key == "sections" and node.kind is Kind.OBJECT:
                for part in node.members():
                    yield from self._part(by_key(part, titled=True))
            elif holds_sections(node, named=key in _WRAPPERS):
                yield from self._members(node)
            elif lists_sections(node, named=key in _WRAPPERS):
                for part in node.items():
                    yield from self._part(by_key(part))
            elif self._is_mine(node):
                self.person.add(node)
            elif key in _WRAPPERS and not self.begun and is_name(node.text, in_heading=False):
                self.person.add_name(node)
            elif self._introduces(node):
                self.person.summary += prose(node)
            else:
                section = by_key(node)
                # One value under a key that says nothing is no section yet.
                about = (SectionKind.BASICS, *([SectionKind.OTHER] if node.scalar else []))
                self.begun = self.begun or section.kind not in about
                yield from self._part(section)

    def _is_mine(self, node: Node) -> bool:
        """Whether a member is about the person: by its key, or above all sections by its value."""
        if folded(node.key) in ROOT_KEYS or are_profiles(node):
            return not is_titled(node)
        ways = are_ways(node) and section_kind(label(node.key)) is None
        # Not every page is the author's own, but above all sections one is hardly another's.
        return not self.begun and (ways or calls(node) or places(node) or is_way(node))

    def _introduces(self, node: Node) -> bool:
        """Whether a value above all sections says who somebody is, whatever its key."""
        unknown = not self.begun and section_kind(label(node.key)) is None
        return unknown and introduces_in_words(node)

    def _heads(self, node: Node) -> bool:
        """Whether an object without a name of its own meaning is about the person."""
        # "Persona" misspells a section's name, unless there is somebody to reach.
        told = exact_kind if node.kind is Kind.OBJECT and reaches(node) else section_kind
        kind = told(label(node.key))
        if folded(node.key) in _WRAPPERS or kind not in (None, SectionKind.SUMMARY):
            return False
        known = self.person.name is not None or self.root.get("basics") is not None
        return not known and introduces(node)

    def _about(self, node: Node) -> Iterator[Section]:
        """The members of an object about the person, of which some may be sections.

        A brace in the wrong place puts whole sections inside of basics; a sidebar has some, too.
        """
        parts = short_parts(node)
        for member in node.members():
            if lays_out(member):
                self._leave_out(member)
            elif _misplaced(member):
                yield from self._part(by_key(member))
            elif member in parts:
                self.person.add_part(member)
            else:
                self.person.add(member)

    def _part(self, part: Titled) -> Iterator[Section]:
        if part.kind is SectionKind.OTHER and not part.expected:
            number = part.node.span().start_line
            self._warn(f"Unknown section {part.name!r}: kept as it stands.", number)
        if part.kind is SectionKind.BASICS and part.heading:
            yield from self._basics(part, part.heading)
        else:
            yield section_of(part, self.how)

    def _basics(self, part: Titled, heading: Heading) -> Iterator[Section]:
        """A section of lines about the person, which keeps its heading."""
        mine, self.person.statements = self.person.statements, []
        rest: list[Section] = []
        summary = len(self.person.summary)
        for node in parts_of(part.node) if is_titled(part.node) else _members(part.node):
            kind = exact_kind(name.text) if (name := node.get("name", "title", "label")) else None
            if self.person.add_link(node):
                continue
            if is_line(node) and kind is SectionKind.LANGUAGES and name:
                rest.append(_listed(node))
            elif is_line(node):
                self.person.add_line(node)
            elif node.kind is Kind.OBJECT:
                for member in node.members():
                    self.person.add(member)
            elif node.key and node is not part.node:
                self.person.add(node)
            else:
                self.person.add_text(node)
        told, self.person.statements = self.person.statements, mine
        told += self.person.summary[summary:]
        del self.person.summary[summary:]
        yield Section(SectionKind.BASICS, heading, tuple(told))
        yield from rest


def _members(node: Node) -> list[Node]:
    return list(node.members()) if node.kind is Kind.OBJECT else node.items()


def _misplaced(node: Node) -> bool:
    """Whether a member of basics is a section: a list of objects under a section's key."""
    kind = exact_kind(label(node.key))
    if kind in (None, SectionKind.BASICS) or folded(node.key) == "profiles":
        return False
    lists = [node] if node.kind is Kind.ARRAY else list(node.members())
    return any(
        part.kind is Kind.ARRAY and any(item.kind is Kind.OBJECT for item in part.items())
        for part in lists
    )


def _listed(node: Node) -> Section:
    """A line of languages as the section that it is: `{name: Languages, value: "Twi, German"}`."""
    return Section(SectionKind.LANGUAGES, None, (line(node),))
