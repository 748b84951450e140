"""The resume as a page shows it: from the model to HTML that looks like a printed resume.

Every heading and statement is one element (`Words` gives its id), in the order of the source, so
nothing is lost and a citation finds its line. Whatever a resume holds is escaped when it is written
and the whole is sanitised at the end: it cannot script, style, load or track.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Literal

import nh3

from assistant.language import foreign_language
from ingest.resume import Entry, Fragment, Heading, Resume, Section, SectionKind, Statement
from ui.links import SCHEMES
from ui.resume_blocks import Block, blocks, flow
from ui.resume_words import QUIET, Piece, Words, lead_pieces, named

#: All that a resume is written with here: no image, style, form or frame, no address but `href`.
_TAGS = set("article header section div h2 h3 h4 h5 h6 p ul li span a".split())
_ATTRIBUTES = {
    "*": {"id", "class", "dir", "lang", "data-file", "data-lines", "data-place"},
    "a": {"href", "target"},
}

_SECTION_LEVEL, _DEEPEST = 3, 6

#: Characters that are enough to tell a language by.
_TELLING = 2_000


def resume_html(resume: Resume) -> str:
    """The sheet: a header with name, headline and contacts, then the sections."""
    language = foreign_language(" ".join(part.text for _, _, part in resume.walk())[:_TELLING])
    lang = f' lang="{language}"' if language else ""
    return sanitised(f'<article class="sheet"{lang}>{"".join(_Sheet(resume).parts())}</article>')


def sanitised(html: str) -> str:
    """The HTML without anything that is not on the list of what we write ourselves."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        url_relative="deny",
        link_rel="noopener noreferrer",
    )


class _Sheet:
    def __init__(self, resume: Resume) -> None:
        self._resume = resume
        self._words = Words(resume)

    def parts(self) -> Iterator[str]:
        """The header, which always is there, and each section."""
        sections = list(self._resume.sections)
        opens = bool(sections) and sections[0].kind is SectionKind.BASICS
        basics = sections.pop(0) if opens and not sections[0].heading else None
        yield self._header(basics or Section(SectionKind.BASICS))
        yield from map(self._section, sections)

    def _header(self, section: Section) -> str:
        name = self._resume.name
        lines: list[str] = []
        for (is_name, _), run in groupby(section.statements, key=self._sort):
            if is_name and name:
                lines += [self._titled(each, "h2", "name", name) for each in run]
            else:
                lines += map(self._header_block, self._blocks(tuple(run)))
        lines.append(self._flow(section.entries, (section.title,), _SECTION_LEVEL - 1))
        if not any(_holds(each, name) for each in section.statements):
            # It stands in front matter, or nowhere.
            css = "name" if name else f"name {QUIET}"
            lines.insert(
                0, f'<h2 class="{css}">{escape(self._words.shown(name) if name else "Resume")}</h2>'
            )
        return f"<header{_place((section.title,))}>{''.join(lines)}</header>"

    def _sort(self, statement: Statement) -> tuple[bool, bool]:
        """Whether a line holds the name, and whether it holds contacts: those stand apart."""
        holds_contacts = bool(self._words.contacts(statement))
        return _holds(statement, self._resume.name), holds_contacts

    def _header_block(self, block: Block) -> str:
        headline, first = self._resume.headline, block.statements[0]
        if headline and len(block.statements) == 1 and _holds(first, headline):
            return self._titled(first, "p", "headline", headline)
        told = any(map(self._words.contacts, block.statements))
        inner = " ".join(map(self._contact, block.statements))
        return f'<p class="{"contacts" if told else "lede"}">{inner}</p>'

    def _titled(self, statement: Statement, tag: str, css: str, known: Fragment) -> str:
        """A line that holds the name or the headline: that large, our label for it quiet."""
        own = named(self._words.shown(statement), self._words.shown(known), "own")
        pieces = [*self._words.our_label(statement), *own]
        return self._words.html(statement, tag, css, pieces)

    def _contact(self, statement: Statement) -> str:
        # "Email: ada@wren.example" is understood without its label; "GitHub: wren" is not.
        obvious = not any(contact.network for contact in self._words.contacts(statement))
        return self._words.statement(statement, self._words.our_label(statement) if obvious else [])

    def _section(self, section: Section) -> str:
        tag, place = f"h{_SECTION_LEVEL}", (section.title,)
        if section.heading:
            heading = self._words.html(section.heading, tag)
        else:
            heading = f"<{tag}>{escape(section.title)}</{tag}>"
        inner = self._flow((*section.statements, *section.entries), place, _SECTION_LEVEL)
        return f'<section class="{section.kind}"{_place(place)}>{heading}{inner}</section>'

    def _flow(self, items: Sequence[Statement | Entry], place: tuple[str, ...], level: int) -> str:
        """Statements and entries, in the order of the source."""
        written: list[str] = []
        in_order = sorted(filter(_has_words, items), key=_start)
        for _, run in groupby(in_order, key=lambda item: isinstance(item, Entry)):
            group = list(run)
            statements = [item for item in group if isinstance(item, Statement)]
            written.append(flow(self._blocks(statements), self._words.statement))
            written += [
                self._entry(item, place, level + 1) for item in group if isinstance(item, Entry)
            ]
        return "".join(written)

    def _entry(self, entry: Entry, place: tuple[str, ...], level: int) -> str:
        here = (*place, self._words.read(entry.name, _first(entry).span))
        head = self._head(entry, f"h{min(level, _DEEPEST)}") if entry.headings else ""
        inner = self._flow((*entry.statements, *entry.children), here, level)
        return f'<div class="entry"{_place(here)}>{head}{inner}</div>'

    def _head(self, entry: Entry, tag: str) -> str:
        """What names the entry to the left; to the right dates and place that stand alone."""
        sides = {part.span.start: _side(entry, part) for part in entry.headings}
        lead = [part for part in entry.headings if not sides[part.span.start]] or entry.headings
        right = {
            side: [part for part in entry.headings if sides[part.span.start] == side]
            for side in ("dates", "place")
            if lead is not entry.headings
        }
        left = "".join(self._lead(entry, part, "p" if at else tag) for at, part in enumerate(lead))
        beside = "".join(
            f'<p class="{side}">{" ".join(self._words.html(each, "span") for each in parts)}'
            f"{_goes_on(entry, parts)}</p>"
            for side, parts in right.items()
            if parts
        )
        return f'<div class="head"><div class="lead">{left}</div>{_side_html(beside)}</div>'

    def _lead(self, entry: Entry, heading: Heading, tag: str) -> str:
        pieces: list[Piece] = lead_pieces(entry, heading, self._words.shown(heading))
        return self._words.html(heading, tag, "", [*pieces, *self._words.links(heading)])

    def _blocks(self, statements: Sequence[Statement]) -> list[Block]:
        return blocks(statements, self._resume.source)


def _side_html(inner: str) -> str:
    return f'<div class="side">{inner}</div>' if inner else ""


def _goes_on(entry: Entry, parts: Sequence[Heading]) -> str:
    """JSON says that something goes on by leaving the end away; a reader is told so in words."""
    dates = entry.dates
    alone = len(parts) == 1 and _side(entry, parts[0]) == "dates"
    return " – present" if alone and dates and dates.current and dates.span.pointer else ""


def _place(crumbs: tuple[str, ...]) -> str:
    """The breadcrumb of a citation from here, by which equal lines are told apart."""
    return f' data-place="{escape(" > ".join(crumbs))}"'


def _side(entry: Entry, heading: Heading) -> Literal["dates", "place"] | None:
    """Whether the heading is nothing but the entry's dates, one of them, or its place."""
    if entry.dates and heading.text.strip() in entry.dates.text:
        return "dates"
    if entry.location and heading.text.strip() == entry.location.text:
        return "place"
    return None


def _holds(statement: Statement, fragment: Fragment | None) -> bool:
    return (
        fragment is not None
        and statement.span.overlaps(fragment.span)
        and fragment.text in statement.text
    )


def _start(item: Statement | Entry) -> int:
    return (item if isinstance(item, Statement) else _first(item)).span.start


def _has_words(item: Statement | Entry) -> bool:
    if isinstance(item, Statement):
        return True
    return bool(item.headings or item.statements) or any(map(_has_words, item.children))


def _first(entry: Entry) -> Fragment:
    """What of the entry stands first in the source."""
    children = map(_first, filter(_has_words, entry.children))
    inside = [*entry.headings, *entry.statements, *children]
    return min(inside, key=lambda part: part.span.start)
