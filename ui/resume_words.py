"""One heading or statement as HTML: the same words, some of them marked or linked.

The element's text is the part's text, character for character, so that whatever is cited of it can
be found and highlighted in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ingest.resume import Contact, Entry, Fragment, Heading, Resume, Span, Statement
from ingest.visible import MARKED_UP, visible
from ui.links import contact_link, safe_link

#: Text that is there for whoever copies, searches or listens, and not shown.
QUIET = "quiet"

_BARE_ADDRESS = re.compile(r"https?://[^\s<>()\[\]{}\"']+[^\s<>()\[\]{}\"'.,;:!?]", re.IGNORECASE)
_WORD = re.compile(r"\w")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text that become an element: a `span` of a class, `b`, or a link."""

    start: int
    end: int
    css: str = ""
    href: str | None = None


class Words:
    """Writes the parts of one resume. Every part gets an id of its own, its file and lines."""

    def __init__(self, resume: Resume) -> None:
        self._resume = resume
        self._written: Counter[int] = Counter()

    def shown(self, part: Fragment) -> str:
        """The words as a reader of the page sees them."""
        return self.read(part.text, part.span)

    def read(self, text: str, at: Span) -> str:
        """The same for words that have no place of their own, as if they stood there."""
        return visible(text) if self._marked_up(at) else text

    def html(self, part: Fragment, tag: str, css: str = "", pieces: Iterable[Piece] = ()) -> str:
        """The part as an element; of pieces that overlap, the first given is kept."""
        classes = f"words {css}".rstrip()
        return (
            f'<{tag} class="{classes}" id="{self._id(part)}"{self._source(part.span)} dir="auto">'
            f"{_marked(self.shown(part), _apart(pieces))}</{tag}>"
        )

    def _id(self, part: Fragment) -> str:
        """`w134`, after the offset in the source; `w134-2` where a file says one thing twice."""
        start = part.span.start
        self._written[start] += 1
        return f"w{start}" + (f"-{self._written[start]}" if self._written[start] > 1 else "")

    def _source(self, span: Span) -> str:
        source = self._resume.source
        place = source.place(span)
        first, last = place.start_line, place.end_line
        file = f' data-file="{escape(place.file)}"' if source.parts else ""
        return f'{file} data-lines="{first if first == last else f"{first}-{last}"}"'

    def _marked_up(self, at: Span) -> bool:
        # Readers of other formats have seen to markup.
        return self._resume.format_at(at) in MARKED_UP

    def statement(self, part: Statement, pieces: Sequence[Piece] = ()) -> str:
        """A statement, its label in bold, its links, addresses and contacts as links."""
        text = self.shown(part)
        links = self.links(part)
        label = _label(part, text)
        if label and any(link.start == label[0].end and link.end == len(text) for link in links):
            pieces = [*pieces, *self.our_label(part)]
        return self.html(part, "span", "", [*pieces, *links, *label])

    def our_label(self, part: Statement) -> list[Piece]:
        """The label of a line of data, quiet: it is our word for a key, not one of the resume's."""
        label = _label(part, self.shown(part)) if self._marked_up(part.span) else []
        return [Piece(piece.start, piece.end, QUIET) for piece in label]

    def links(self, part: Fragment) -> list[Piece]:
        """The links inside a part: those it was written with, contacts, and bare addresses."""
        text = self.shown(part)
        found = [
            _found(text, link.text, href=href)
            for link in (part.links if isinstance(part, Statement) else ())
            if (href := safe_link(link.target))
        ]
        found += [
            _found(text, contact.value, href=href)
            for contact in self.contacts(part)
            if (href := contact_link(contact))
        ]
        linked = [piece for piece in found if piece]
        bare = [Piece(m.start(), m.end(), href=m[0]) for m in _BARE_ADDRESS.finditer(text)]
        return [*_said_twice(text, linked), *linked, *bare]

    def contacts(self, part: Fragment) -> list[Contact]:
        """The contacts that were read from this part."""
        return [contact for contact in self._resume.contacts if contact.span.overlaps(part.span)]


def named(text: str, name: str, css: str) -> list[Piece]:
    """The name inside a line, and whatever else there is of signs and of our labels, quiet."""
    piece = _found(text, name, css=css)
    if piece is None:
        return []
    around = [(0, piece.start), (piece.end, len(text))]
    return [piece, *_signs(text, around, QUIET)]


def lead_pieces(entry: Entry, heading: Heading, text: str) -> list[Piece]:
    """Place and dates inside a line that names an entry, and the signs around the dates, quiet."""
    pieces: list[Piece] = []
    if entry.dates and entry.dates.span.overlaps(heading.span):
        dates = _found(text, entry.dates.text, css="dates")
        if dates and dates.end - dates.start < len(text.strip()):
            start, end = _with_brackets(text, dates.start, dates.end)
            pieces = [Piece(start, end, "dates"), *_signs_beside(text, start, end)]
    if entry.location and entry.location.span.overlaps(heading.span):
        place = _found(text, entry.location.text, css="place")
        signs = _signs_beside(text, place.start, place.end, "sep") if place else []
        pieces += [place, *signs] if place else []
    return pieces


def _said_twice(text: str, links: Iterable[Piece]) -> list[Piece]:
    """Addresses in brackets after words that lead there already: `@wren (https://...)`."""
    return [
        Piece(piece.end, piece.end + len(again), QUIET)
        for piece in links
        if text.startswith(again := f" ({piece.href})", piece.end)
    ]


def _label(part: Statement, text: str) -> list[Piece]:
    """The label with its colon, if that is what stands at the beginning."""
    if not part.label:
        return []
    label = re.match(rf"{re.escape(part.label)}(?:\s*\([^()]*\))?\s*:\s*", text)
    return [Piece(0, label.end(), "label")] if label else []


def _found(text: str, words: str, css: str = "", href: str | None = None) -> Piece | None:
    at = text.find(words) if words.strip() else -1
    return Piece(at, at + len(words), css, href) if at >= 0 else None


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    opening, closing = text[start - 1 : start], text[end : end + 1]
    if opening and closing and _OPENING.find(opening) == _CLOSING.find(closing) >= 0:
        return start - 1, end + 1
    return start, end


def _signs_beside(text: str, start: int, end: int, css: str = QUIET) -> list[Piece]:
    """What parts dates from the words beside them: they stand apart from those anyway."""
    before = start
    while before and not _WORD.match(text[before - 1]) and text[before - 1] not in _CLOSING:
        before -= 1
    after = end
    while after < len(text) and not _WORD.match(text[after]) and text[after] not in _OPENING:
        after += 1
    return _signs(text, [(before, start), (end, after)], css)


def _signs(text: str, stretches: Iterable[tuple[int, int]], css: str) -> list[Piece]:
    """Those stretches that hold signs only."""
    return [
        Piece(start, end, css)
        for start, end in stretches
        if text[start:end].strip() and not _WORD.search(text[start:end])
    ]


def _apart(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in the order of the text, without those that overlap one given earlier."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.start < piece.end and all(
            piece.end <= other.start or other.end <= piece.start for other in kept
        ):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.start)


def _marked(text: str, pieces: Iterable[Piece]) -> str:
    parts: list[str] = []
    at = 0
    for piece in pieces:
        parts.append(escape(text[at : piece.start]))
        parts.append(_element(piece, escape(text[piece.start : piece.end])))
        at = piece.end
    parts.append(escape(text[at:]))
    return "".join(parts)


def _element(piece: Piece, inner: str) -> str:
    if piece.href is None:
        return f'<span class="{piece.css}">{inner}</span>'
    # A site opens beside the conversation, not in its place.
    target = ' target="_blank"' if piece.href.startswith("http") else ""
    return f'<a href="{escape(piece.href)}"{target}>{inner}</a>'
