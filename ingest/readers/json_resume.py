"""JSON Resume 1.0 (https://jsonresume.org/schema), tolerant of drift.

Visible words are the values; keys are not, nor are `$schema`, `meta`, pictures and empty values.
Short fields that name an entry are headings whose span covers `"key": value`; prose is statements,
a sentence each, whose span covers the words alone. Unknown keys become statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from ingest.dates import find_dates, parse_iso, says_present
from ingest.errors import ResumeFileError
from ingest.readers.base import decode
from ingest.readers.json_source import JsonDocument, Node, parse
from ingest.resume import (
    Contact,
    ContactKind,
    DateRange,
    Entry,
    Fragment,
    Heading,
    Link,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    Source,
    Span,
    Statement,
    Warning,
)
from ingest.sentences import sentence_spans

#: Prose longer than this is split into its sentences even where it is one bullet.
_LONG_BULLET = 200
_INVISIBLE = frozenset({"$schema", "meta", "image", "picture"})

_ORGANISATION = ("organization", "organisation", "institution", "company", "employer", "awarder",
                 "issuer", "publisher", "entity")  # fmt: skip
_ROLE = ("position", "studyType", "jobTitle", "roles")
_START, _END, _DAY = ("startDate", "start"), ("endDate", "end"), ("date", "releaseDate")
_PROSE = frozenset({"summary", "description", "reference", "highlights", "courses"})
_LISTS = frozenset({"keywords"})

_KINDS = {
    "work": SectionKind.WORK, "volunteer": SectionKind.VOLUNTEER,
    "education": SectionKind.EDUCATION, "awards": SectionKind.AWARDS,
    "certificates": SectionKind.CERTIFICATES, "certifications": SectionKind.CERTIFICATES,
    "publications": SectionKind.PUBLICATIONS, "skills": SectionKind.SKILLS,
    "languages": SectionKind.LANGUAGES, "interests": SectionKind.INTERESTS,
    "references": SectionKind.REFERENCES, "projects": SectionKind.PROJECTS,
    "experience": SectionKind.WORK, "employment": SectionKind.WORK,
}  # fmt: skip
_FLAT = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_GOES_ON_WITHOUT_END = (SectionKind.WORK, SectionKind.VOLUNTEER)


class JsonResumeReader:
    """Reads JSON Resume."""

    format: ClassVar[str] = "json-resume"
    suffixes: ClassVar[tuple[str, ...]] = (".json",)

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is none."""
        text = decode(data, file_name)
        root = parse(text, file_name).root
        known = {"basics", *_KINDS}
        if not isinstance(root.value, dict) or not any(root.get(name) for name in known):
            raise ResumeFileError(
                f"{file_name} is JSON but no JSON Resume: it has none of basics, work, education,"
                " skills; see https://jsonresume.org/schema."
            )
        return _Build(root, Source(file_name, text)).resume()


@dataclass
class _Build:
    root: Node
    source: Source
    warnings: list[Warning] = field(default_factory=list)

    @property
    def document(self) -> JsonDocument:
        return self.root.document

    def resume(self) -> Resume:
        basics = self.root.get("basics")
        sections: list[Section] = []
        for node in self.root.members():
            if node.key in _INVISIBLE:
                continue
            if node.key == "basics":
                sections += self.basics(node)
            else:
                sections.append(self.section(node))
        name = basics.get("name") if basics else None
        label = basics.get("label") if basics else None
        if name is None:
            self.warn("The resume gives no name (basics.name).", 1)
        return Resume(
            source=self.source,
            name=_fragment(name) if name else None,
            headline=_fragment(label) if label else None,
            contacts=tuple(_contacts(basics)) if basics else (),
            sections=tuple(sections),
            warnings=tuple(self.warnings),
            format=JsonResumeReader.format,
        )

    def warn(self, message: str, line: int) -> None:
        self.warnings.append(Warning(message, line))

    # --- sections ---------------------------------------------------------------------------

    def basics(self, node: Node) -> Iterator[Section]:
        statements: list[Statement] = []
        for member in node.members():
            if member.key in _INVISIBLE or member.key == "summary":
                continue
            if member.key == "profiles":
                statements += [_profile(item) for item in member.items()]
            elif member.key == "location":
                statements.append(_joined(member, "Location", _place(member)))
            else:
                statements += self.other(member)
        if statements:
            yield Section(SectionKind.BASICS, None, tuple(statements))
        summary = node.get("summary")
        if summary:
            yield Section(SectionKind.SUMMARY, None, tuple(self.prose(summary)))

    def section(self, node: Node) -> Section:
        kind = _KINDS.get(node.key)
        if kind is None:
            line = node.span().start_line
            self.warn(f"Unknown key {node.key!r}: kept as it stands.", line)
            return Section(SectionKind.OTHER, None, tuple(self.other(node)))
        statements: list[Statement] = []
        entries: list[Entry] = []
        for item in node.items():
            if kind in _FLAT or not isinstance(item.value, dict):
                statements.append(_flat(item, kind))
            else:
                entries.append(self.entry(item, kind))
        return Section(kind, None, tuple(statements), tuple(entries))

    def entry(self, node: Node, kind: SectionKind) -> Entry:
        organisation, title = _names(node, kind)
        roles = node.get(*_ROLE)
        if roles is None and title is not None and kind in _GOES_ON_WITHOUT_END:
            roles, title = title, None
        area = node.get("area")
        dates = self.dates(node, kind)
        place = node.get("location")
        naming = {part.pointer for part in (organisation, title, roles, area, place) if part}
        naming |= {
            part.pointer for part in (node.get(*_START), node.get(*_END), node.get(*_DAY)) if part
        }
        headings: list[Heading] = []
        statements: list[Statement] = []
        for member in node.members():
            if member.key in _INVISIBLE:
                continue
            if member.pointer in naming:
                text = _place(member) if member == place else _words(member)
                headings.append(Heading(text, member.span(), 2))
            elif member.key in _PROSE:
                statements += self.prose(member)
            else:
                statements += self.other(member)
        address = node.get("url", "website")
        return Entry(
            headings=tuple(headings),
            title=_fragment(title) if title else None,
            organisation=_fragment(organisation) if organisation else None,
            roles=tuple(_fragment(role) for role in roles.items()) if roles else (),
            area=_fragment(area) if area else None,
            location=Fragment(_place(place), place.span()) if place else None,
            dates=dates,
            url=address.text if address and isinstance(address.value, str) else None,
            statements=tuple(statements),
        )

    # --- dates ------------------------------------------------------------------------------

    def dates(self, node: Node, kind: SectionKind) -> DateRange | None:
        first, last, day = node.get(*_START), node.get(*_END), node.get(*_DAY)
        if first is None and last is None:
            if day is None:
                return None
            moment = self.date(day)
            return DateRange(day.text, day.span(), moment, moment) if moment else None
        start = self.date(first) if first else None
        goes_on = bool(last and says_present(last.value)) or (
            last is None and kind in _GOES_ON_WITHOUT_END and start is not None
        )
        end = None if goes_on or last is None else self.date(last)
        if start is None and end is None and not goes_on:
            return None
        if start and end and (start.year, start.month or 0) > (end.year, end.month or 12):
            line = (first or node).span().start_line
            self.warn(f"The dates run backwards: {_range_text(first, last)}.", line)
        span = self._range_span(first, last)
        return DateRange(_range_text(first, last), span, start, end, goes_on)

    def date(self, node: Node) -> PartialDate | None:
        moment = parse_iso(node.value)
        if moment is None and not says_present(node.value):
            found = find_dates(node.text)
            moment = found[0].first or found[0].last if found else None
            if moment is None or (found and found[0].problem):
                reason = found[0].problem if found and found[0].problem else "it is no date"
                self.warn(f"{node.key} {node.text!r}: {reason}.", node.span().start_line)
        return moment

    def _range_span(self, first: Node | None, last: Node | None) -> Span:
        spans = [node.span() for node in (first, last) if node]
        if len(spans) == 2:
            low, high = min(span.start for span in spans), max(span.end for span in spans)
            between = self.source.text[
                min(span.end for span in spans) : max(s.start for s in spans)
            ]
            if re.fullmatch(r"\s*,\s*", between):
                return self.document.span(low, high, spans[0].pointer)
        return spans[0]

    # --- statements -------------------------------------------------------------------------

    def prose(self, node: Node) -> Iterator[Statement]:
        if isinstance(node.value, str):
            yield from _sentences(node, always=node.key in ("summary", "description", "reference"))
        elif isinstance(node.value, list):
            for item in node.items():
                if isinstance(item.value, str):
                    yield from _sentences(item, always=False)
                else:
                    yield from self.other(item)
        else:
            yield from self.other(node)

    def other(self, node: Node) -> Iterator[Statement]:
        """Whatever has no place of its own, as `key: value` statements, at any depth."""
        label = _label(node.key)
        if isinstance(node.value, dict):
            for member in node.members():
                if member.key not in _INVISIBLE:
                    yield from self.other(member)
        elif isinstance(node.value, list):
            scalar = [item for item in node.items() if not isinstance(item.value, dict | list)]
            if len(scalar) == len(node.items()):
                values = tuple(item.text for item in scalar)
                text = f"{label}: {', '.join(values)}" if label else ", ".join(values)
                yield Statement(text, node.span(), label=label, values=values)
            else:
                for item in node.items():
                    yield from self.other(item)
        else:
            yield _scalar(node, label)


def _names(node: Node, kind: SectionKind) -> tuple[Node | None, Node | None]:
    """The fields that hold the organisation and the title; `name` is one or the other by kind."""
    organisation, title = node.get(*_ORGANISATION), node.get("title")
    name = node.get("name")
    if name:
        named_by_organisation = kind in (*_GOES_ON_WITHOUT_END, SectionKind.EDUCATION)
        if named_by_organisation and organisation is None:
            organisation = name
        elif title is None:
            title = name
    return organisation, title


def _words(node: Node) -> str:
    if isinstance(node.value, list):
        return ", ".join(item.text for item in node.items())
    return _place(node) if isinstance(node.value, dict) else node.text


def _fragment(node: Node) -> Fragment:
    return Fragment(_words(node), node.span())


def _place(node: Node) -> str:
    """A location as words: city, region and country first, as people write it."""
    if not isinstance(node.value, dict):
        return node.text
    order = ("city", "region", "countryCode", "country")
    parts = [part for name in order if (part := node.get(name))]
    parts += [part for part in node.members() if part.key not in order]
    return ", ".join(dict.fromkeys(part.text for part in parts))


def _joined(node: Node, label: str, text: str) -> Statement:
    return Statement(f"{label}: {text}", node.span(), label=label, values=(text,))


def _profile(node: Node) -> Statement:
    if not isinstance(node.value, dict):
        return Statement(node.text, node.span(), values=(node.text,))
    network, user, url = node.get("network"), node.get("username"), node.get("url")
    rest = [part.text for part in node.members() if part not in (network, user, url)]
    words = [user.text if user else "", f"({url.text})" if url else "", *rest]
    text = " ".join(word for word in words if word)
    label = network.text if network else None
    links = (Link(user.text if user else url.text, url.text),) if url else ()
    whole = f"{label}: {text}" if label and text else (label or text)
    return Statement(whole, _inner(node), label=label, values=(text,) if text else (), links=links)


def _inner(node: Node) -> Span:
    """From the first member to the last, without the braces."""
    spans = [member.span() for member in node.members()]
    if not spans:
        return node.value_span()
    return node.document.span(spans[0].start, spans[-1].end, node.pointer)


def _flat(node: Node, kind: SectionKind) -> Statement:
    """One skill, language or interest: `name (level): keywords`."""
    if not isinstance(node.value, dict):
        return Statement(node.text, node.span(), values=(node.text,))
    name = node.get("name", "language", "skill", "title")
    level = node.get("level", "fluency", "proficiency")
    keywords = node.get("keywords")
    values = tuple(item.text for item in keywords.items()) if keywords else ()
    rest = [
        f"{_label(part.key)}: {_words(part)}"
        for part in node.members()
        if part.pointer not in {one.pointer for one in (name, level, keywords) if one}
    ]
    title = name.text if name else ""
    if kind is SectionKind.LANGUAGES:
        text = ": ".join(part for part in (title, level.text if level else "") if part)
    else:
        head = (
            f"{title} ({level.text})" if level and title else title or (level.text if level else "")
        )
        text = f"{head}: {', '.join(values)}" if values and head else head or ", ".join(values)
    text = "; ".join([text, *rest] if text else rest)
    return Statement(
        text,
        _inner(node),
        label=title or None if values or kind is SectionKind.LANGUAGES else None,
        values=values or ((title,) if title else ()),
        level=level.text if level else None,
    )


def _sentences(node: Node, *, always: bool) -> Iterator[Statement]:
    text, offsets = node.slices()
    spans = sentence_spans(text) if always or len(text) > _LONG_BULLET else [(0, len(text))]
    for start, end in spans:
        words = " ".join(text[start:end].split())
        if words:
            low = start + len(text[start:end]) - len(text[start:end].lstrip())
            span = node.document.span(
                offsets[low], offsets[low + len(text[low:end].rstrip())], node.pointer
            )
            yield Statement(words, span)


def _scalar(node: Node, label: str | None) -> Statement:
    text = f"{label}: {node.text}" if label else node.text
    links = ()
    if isinstance(node.value, str) and re.match(r"(?:https?://|www\.)", node.value):
        links = (Link(node.text, node.text),)
    return Statement(text, node.span(), label=label, values=(node.text,), links=links)


def _label(key: str) -> str | None:
    """A key as words ("postalCode" as "Postal code"); None for an index."""
    if key.isdigit():
        return None
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", key).strip().lower()
    return "URL" if words == "url" else words[:1].upper() + words[1:]


def _range_text(first: Node | None, last: Node | None) -> str:
    return " - ".join(node.text for node in (first, last) if node)


def _contacts(basics: Node) -> Iterator[Contact]:
    for kind, names in (
        (ContactKind.EMAIL, ("email",)), (ContactKind.PHONE, ("phone", "telephone", "mobile")),
        (ContactKind.WEBSITE, ("url", "website")),
    ):  # fmt: skip
        node = basics.get(*names)
        if node:
            url = node.text if kind is ContactKind.WEBSITE else None
            yield Contact(kind, node.text, node.span(), url)
    location = basics.get("location")
    if location:
        yield Contact(ContactKind.LOCATION, _home(location), location.span())
    for profile in _profiles(basics):
        network, user, url = profile.get("network"), profile.get("username"), profile.get("url")
        value = user or url
        if value:
            yield Contact(
                ContactKind.PROFILE,
                value.text,
                _inner(profile),
                url.text if url else None,
                network.text.casefold() if network else None,
            )


def _home(node: Node) -> str:
    if not isinstance(node.value, dict):
        return node.text
    parts = [
        part.text
        for name in ("city", "region", "countryCode", "country")
        if (part := node.get(name))
    ]
    return ", ".join(dict.fromkeys(parts)) or _place(node)


def _profiles(basics: Node) -> Iterable[Node]:
    node = basics.get("profiles")
    return [item for item in node.items() if isinstance(item.value, dict)] if node else []
