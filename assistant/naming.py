"""Which employers, schools, projects and roles of a resume a sentence names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.names import named_words
from assistant.text import Token, content_keys, tokens
from assistant.words import is_common
from ingest.resume import Entry, Resume, SectionKind

_SECTIONS = frozenset(
    {SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER, SectionKind.PROJECTS}
)


@dataclass(frozen=True, slots=True)
class _Name:
    """What tells an organisation from others, the entries (by `id`) of it, and its `whole` name."""

    words: frozenset[str]
    entries: frozenset[int]
    whole: frozenset[str] = frozenset()


class Named:
    """The organisations and roles of one resume. Entries are given by their `id`."""

    def __init__(self, resume: Resume) -> None:
        own = named_words(resume.name.text) if resume.name else set()
        entries = [
            entry
            for section in resume.sections
            if section.kind in _SECTIONS
            for entry in section.walk()
        ]
        places = {
            _bare(key)
            for entry in entries
            if entry.location
            for key in content_keys(entry.location.text)
        }
        self._names = _names(entries, own)
        self._places = frozenset(places)
        self._roles = _roles(entries)

    def is_placed(self, path: Sequence[Entry]) -> bool:
        """Whether one of the entries has a name of its own."""
        return any(id(entry) in name.entries for entry in path for name in self._names)

    def entries_in(self, text: str) -> frozenset[int]:
        """The entries whose organisation or role is named."""
        return self.orgs(tokens(text)) | self.in_role(tokens(text))

    def labelled(self, text: str) -> frozenset[int]:
        """The entries of the one organisation that a line's label is half of: "Levant:"."""
        label = {_key(token) for token in tokens(text.partition(":")[0])}
        if ":" not in text or not label or len(label) > 3:
            return frozenset()
        found = [name.entries for name in self._names if label < name.words]
        return found[0] if len(found) == 1 else frozenset()

    def spans(self, written: Sequence[Token]) -> list[tuple[int, int]]:
        """Where names and titles of several words stand."""
        spans = []
        for name in self._names:
            hits = [token for token in written if _key(token) in name.words]
            if len(hits) > 1 and len({_key(token) for token in hits}) == len(name.words):
                spans.append((hits[0].start, hits[len(name.words) - 1].end))
        for title, _ in self._roles:
            spans += [
                (written[at].start, written[at + len(title) - 1].end)
                for at in _places(title, [_key(token) for token in written])
            ]
        return spans

    def orgs(self, written: Sequence[Token]) -> frozenset[int]:
        """The entries whose organisation is named."""
        return frozenset[int]().union(
            *(name.entries for name in self._names if _mentions(written, name, self._places))
        )

    def in_role(self, written: Sequence[Token]) -> frozenset[int]:
        """The entries whose role is named; the longest role where one is in another."""
        words = [_key(token) for token in written]
        found: frozenset[int] = frozenset()
        taken = [False] * len(words)
        for title, entries in self._roles:
            for at in _places(title, words):
                span = slice(at, at + len(title))
                if not any(taken[span]):
                    taken[span] = [True] * len(title)
                    found |= entries
        return found


def _names(entries: Iterable[Entry], own: Collection[str]) -> list[_Name]:
    by_words: dict[frozenset[str], set[int]] = {}
    whole: dict[frozenset[str], frozenset[str]] = {}
    for entry in entries:
        named = entry.organisation or (entry.title if not entry.roles else None)
        words = (
            frozenset(_bare(word) for word in named_words(named.text) - set(own))
            if named
            else frozenset()
        )
        if named and not words:
            words = frozenset(_bare(word) for word in content_keys(named.text))
        if named and words:
            by_words.setdefault(words, set()).update(id(inner) for inner in entry.walk())
            whole[words] = frozenset(_bare(word) for word in content_keys(named.text))
    return [_Name(words, frozenset(ids), whole[words]) for words, ids in by_words.items()]


def _roles(entries: Iterable[Entry]) -> list[tuple[tuple[str, ...], frozenset[int]]]:
    """Titles of two words or more, the longest first, and the entries that they are held in."""
    found: dict[tuple[str, ...], set[int]] = {}
    for entry in entries:
        for role in entry.roles:
            title = tuple(_key(token) for token in tokens(role.text))
            if len(title) > 1:
                found.setdefault(title, set()).update(id(inner) for inner in entry.walk())
    ordered = sorted(found.items(), key=lambda pair: -len(pair[0]))
    return [(title, frozenset(ids)) for title, ids in ordered]


def _mentions(written: Sequence[Token], name: _Name, places: frozenset[str]) -> bool:
    """Whether all words of a name are there, or one that is neither ordinary nor a place's."""
    there = {_key(token): token for token in written}
    hits = [there[word] for word in name.words if word in there]
    if not hits:
        return False
    capital = all(token.text[:1].isupper() or not is_common(_key(token)) for token in hits)
    # Three words of a name are no chance, however they are written.
    whole = len(hits) == len(name.words) and (capital or len(hits) > 2)
    if name.words <= places:
        # "in Guelph" is not at the University of Guelph.
        rest = name.whole - name.words
        return whole and (not rest or not rest.isdisjoint(there))
    return whole or any(not is_common(_key(token)) and _key(token) not in places for token in hits)


def _places(title: tuple[str, ...], words: list[str]) -> list[int]:
    size = len(title)
    return [at for at in range(len(words) - size + 1) if tuple(words[at : at + size]) == title]


def _key(token: Token) -> str:
    return _bare(token.key)


def _bare(key: str) -> str:
    return key.removesuffix("'s").removesuffix("'")
