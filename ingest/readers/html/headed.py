"""Which elements of a page without headings head its sections, by how they look.

Old pages are laid out in tables, others in `<div>`s that only their classes tell apart: "<div
class=t>Studies</div>", or a bold line in a cell with a ground of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.readers.block_builder import HEADING_LEVELS
from ingest.readers.html.looks import Look
from ingest.readers.html.tree import Node, Words
from ingest.readers.html.walker import BLOCK_TAGS
from ingest.readers.looks import SECTION_LEVEL, Shown, headings_by_look

_LINES = frozenset("div p td th center section".split())
_BOLD_TAGS = frozenset("b strong th".split())
#: A line that may be a heading has no more elements and words than these.
_MOST_PIECES = 40


def heads_sections(root: Node, looks: Mapping[int, Look], leaves: Mapping[int, int]) -> set[int]:
    """The elements that look like headings of sections, by their keys.

    `leaves` says how many of the elements that begin lines are in each. Empty where headings are
    marked as such.
    """
    nodes = [one for one in root.seen() if isinstance(one, Node) and _is_line(one, leaves)]
    found = headings_by_look([_shown(node, looks) for node in nodes])
    return {id(nodes[at]) for at, level in found.items() if level == SECTION_LEVEL}


def levels_below(headings: Sequence[Node]) -> dict[int, int]:
    """By how many levels headings stand below where their tags say, by their keys.

    An `<h2>` that begins an element inside of what another `<h2>` heads is one below it: pages of
    jobs in boxes have both.
    """
    first: dict[int, Node] = {}
    for heading in headings:
        above: Node | None = heading
        while above is not None:
            first.setdefault(id(above), heading)
            above = above.parent
    below: Counter[int] = Counter()
    starts = [heading.start for heading in headings]
    for at, heading in enumerate(headings):
        box = heading.parent
        while box is not None and box.parent is not None and first[id(box)] is heading:
            head = first[id(box.parent)]
            if head is not heading and head.tag == heading.tag and _heads(head, box.parent):
                behind = bisect_left(starts, box.end)
                below.update(map(id, headings[at:behind]))
                break
            box = box.parent
    return below


def _heads(head: Node, around: Node) -> bool:
    """Whether a heading stands right in an element, or alone in one that does."""
    words = head.last - head.first
    inner = head
    while inner.parent is not None and inner.parent is not around:
        inner = inner.parent
    return inner.last - inner.first == words


def _is_line(node: Node, leaves: Mapping[int, int]) -> bool:
    begins = node.tag in BLOCK_TAGS and node.last > node.first
    inside = any(one.shown and leaves[id(one)] for one in node.elements)
    return begins and leaves[id(node)] == 1 and not inside


def _shown(node: Node, looks: Mapping[int, Look]) -> Shown:
    text = node.text(most=_MOST_PIECES)
    within = [one for one in node.seen() if isinstance(one, Node)]
    said = [one for one in within if any(_speaks(child) for child in one.children)]
    row = node.parent if node.tag in ("td", "th") else None
    alone = row is None or not any(
        one is not node and one.shown and one.last > one.first for one in row.elements
    )
    broken = any(one.tag == "br" for one in within)
    look, around = looks[id(node)], looks[id(node.parent)] if node.parent else Look()
    return Shown(
        text,
        size=max((looks[id(one)].size for one in said), default=look.size),
        bold=all(_is_bold(one, node, looks) for one in said),
        caps=text.isupper(),
        # How a class looks whose styles are not at hand, only the page as it is shown tells.
        ruled=look.ground != around.ground or bool(node.classes and not look.told),
        other=" ".join([node.tag, *node.classes]),
        plain_line=node.tag in _LINES and alone and not broken,
        heading=node.tag in HEADING_LEVELS,
    )


def _speaks(child: Node | Words) -> bool:
    return isinstance(child, Words) and not child.hidden and bool(child.text.strip())


def _is_bold(one: Node, line: Node, looks: Mapping[int, Look]) -> bool:
    """Whether the words right in an element of a line are bold."""
    above: Node | None = one
    while above is not None and not looks[id(above)].bold and above.tag not in _BOLD_TAGS:
        if above is line:
            return False
        above = above.parent
    return above is not None
