"""What a page is made of, whatever the format of its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Words of one look: `style` is "", "b" or "i"; `href` is where they lead."""

    text: str
    style: str = ""
    href: str | None = None


Rich = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A heading below a section's, perhaps with something at the right edge."""

    left: Rich
    right: Rich = ()


@dataclass(frozen=True)
class Line:
    """One line, perhaps with something at the right edge."""

    left: Rich
    right: Rich = ()


@dataclass(frozen=True)
class Lines:
    """Lines of one paragraph."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Rich, ...]


@dataclass(frozen=True)
class Dated:
    """Dates in a column to the left of what they date."""

    dates: Rich
    blocks: tuple[Block, ...]


Block = Heading | Line | Lines | Bullets | Dated


@dataclass(frozen=True)
class Part:
    """A section; `title` is "" where it has no heading."""

    title: str
    blocks: tuple[Block, ...]
    aside: bool = False


@dataclass(frozen=True)
class Page:
    """A whole resume as it is shown. `contacts` are lines of pieces."""

    name: str
    headline: str
    contacts: tuple[tuple[Rich, ...], ...]
    parts: tuple[Part, ...]

    def words(self) -> Counter[str]:
        """Every visible word, and how often it stands on the page."""
        texts = [self.name, self.headline]
        texts += [plain(piece) for line in self.contacts for piece in line]
        for part in self.parts:
            texts.append(part.title)
            texts += [text for block in part.blocks for text in _texts(block)]
        return Counter(word for text in texts for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Words without case and signs."""
    return re.findall(r"[^\W_]+", text.casefold())


def plain(rich: Rich) -> str:
    """The words of a line, without their looks."""
    return "".join(span.text for span in rich)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Line):
        yield plain(block.left)
        yield plain(block.right)
    elif isinstance(block, Lines):
        for line in block.lines:
            yield from _texts(line)
    elif isinstance(block, Bullets):
        yield from (plain(item) for item in block.items)
    else:
        yield plain(block.dates)
        for inner in block.blocks:
            yield from _texts(inner)


def text(words: str, style: str = "", href: str | None = None) -> Rich:
    """Some words of one look; nothing for no words."""
    return (Span(words, style, href),) if words else ()


def joined(separator: str, *parts: Rich) -> Rich:
    """The parts that hold something, with a separator between."""
    found: Rich = ()
    for part in parts:
        if part:
            found += (*text(separator), *part) if found else part
    return found
