"""References that are quoted: what was said, and below it who said so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import BlockKind, Text
from ingest.sentences import sentence_spans
from ingest.structure.lines import Line
from ingest.structure.names import looks_like_name

_DASH = re.compile(r"^[\s\"”’'—–-]+")
_BEFORE_DASH = re.compile(r"[.!?…][\"”»’]?\s*(?=[—–]\s?\w)")
#: "Name, Head of Sales at Acme".
_NAME_END = re.compile(r"[,(|·•]|\s[—–-]\s")
_ENDS = (".", "!", "?", "”", '"', "»", "…")
_BLANKS = str.maketrans("\n\v\t", "   ")


@dataclass(frozen=True)
class Praise:
    """Who said something, the words of the whole line that says so, and what was said."""

    name: Text
    line: Text
    said: tuple[Line, ...]


def praise_of(lines: Sequence[Line]) -> list[Praise] | None:
    """The quotes of a section of references, or None where names stand above what is said."""
    found: list[Praise] = []
    said: list[Line] = []
    for part in _parted(lines):
        name = _name(part)
        if name is None:
            said.append(part)
        elif not said:
            return None
        else:
            found.append(Praise(name, part.text, tuple(said)))
            said = []
    return found if found and not said else None


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; one that ends with a name behind its last sentence is two."""
    for line in lines:
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DEFINITION):
            yield line
            continue
        plain = line.text.plain.translate(_BLANKS)
        starts = [start for start, _ in sentence_spans(plain)[1:]]
        starts += [match.end() for match in _BEFORE_DASH.finditer(plain)]
        at = max(starts, default=0)
        if at and _name(Line(line.text.cut(at), line.block)) is not None:
            yield Line(line.text.cut(0, at), line.block)
            yield Line(line.text.cut(at), line.block)
        else:
            yield line


def _name(line: Line) -> Text | None:
    """The name that a line gives, perhaps behind a dash and before what that person is."""
    dash = _DASH.match(line.text.plain)
    text = line.text.cut(dash.end()) if dash else line.text
    end = _NAME_END.search(text.plain)
    name = text.cut(0, end.start()) if end else text
    return name if not text.folded.endswith(_ENDS) and looks_like_name(name.folded) else None
