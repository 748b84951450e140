"""Jobs, studies, service and papers that a data file lists as lines of text, as a page would."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind, Run, Text
from ingest.readers.tree.naming import NAMED_BY_ORGANISATION
from ingest.readers.tree.node import Kind, Node, TreeText
from ingest.resume import Entry, SectionKind, Source, Span, Statement
from ingest.structure.cues import is_role
from ingest.structure.entries import EntryBuilder
from ingest.structure.places import Places
from ingest.visible import unmarked

#: In characters; what is longer is prose.
_LONGEST = 300
_QUOTES = ('"', "“", "«", "„")


@dataclass
class _TreePlaces(Places):
    """Places in a tree, whose spans say in which value they are."""

    nodes: Sequence[Node] = field(default=())

    def between(self, start: int, end: int) -> Span:
        """A span from offsets, with the pointer of the value that begins before it."""
        at = bisect_right([node.start for node in self.nodes], start) - 1
        source: TreeText = self.nodes[max(at, 0)].source
        return source.span(start, end, self.nodes[max(at, 0)].pointer)


def read_lines(
    nodes: Sequence[Node], kind: SectionKind
) -> tuple[list[Statement], list[Entry]] | None:
    """What a section that is a list of lines says, and its entries; None where most are none."""
    named = kind in (*NAMED_BY_ORGANISATION, SectionKind.OTHER, SectionKind.PUBLICATIONS)
    if not named or not nodes or not all(map(_is_line, nodes)):
        return None
    places = _TreePlaces(Source("", nodes[0].source.text), nodes=nodes)
    said, entries = EntryBuilder(places).build(kind, list(map(_item, nodes)))
    known = sum(_is_told(entry, kind) for entry in entries)
    whole = len(said) + len(entries) == len(nodes)
    return (said, entries) if whole and 2 * known > len(nodes) else None


def _is_told(entry: Entry, kind: SectionKind) -> bool:
    """Whether a line tells when, and with whom or as what; in a section of no kind, as what.

    Of a paper it tells the title in quotes, whoever stands before it.
    """
    if kind is SectionKind.PUBLICATIONS:
        return entry.title is not None and entry.title.text[:1] in _QUOTES
    who = None if kind is SectionKind.OTHER else entry.organisation
    return entry.dates is not None and bool(who or any(is_role(one.text) for one in entry.roles))


def _is_line(node: Node) -> bool:
    """Whether a value is one line without markup."""
    short = node.kind is Kind.STRING and len(node.words) <= _LONGEST
    return short and "\n" not in node.words and unmarked(node.text) == node.text


def _item(node: Node) -> Block:
    at = node.source.places(node)
    runs = [Run(char, at[i], at[i + 1]) for i, char in enumerate(node.words)]
    return Block(BlockKind.ITEM, Text.of(runs), depth=1)
