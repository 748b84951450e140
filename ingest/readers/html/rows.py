"""What stands side by side on a page, and what is a title though its tag does not say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.dates import find_dates
from ingest.readers.block_builder import HEADING_LEVELS
from ingest.readers.html.headed import heads_sections, levels_below
from ingest.readers.html.looks import Look
from ingest.readers.html.tree import Node, Words
from ingest.readers.html.walker import BLOCK_TAGS, VOID_TAGS
from ingest.structure.kinds import exact_kind

_ROW = re.compile(r"^(?:row|flex|d-flex|d-inline-flex|inline-flex|flex-row|level|media|"
                  r"justify-(?:content-)?between|space-between|split|columns)$")  # fmt: skip
_COLUMN = re.compile(r"^(?:flex-col|flex-column)$")
_BESIDE = re.compile(r"^(?:pull-right|float-right|float-end|ms-auto|ml-auto|right|text-right|"
                     r"align-right|text-end)$")  # fmt: skip
_CHIP = re.compile(r"^(?:tags?|chips?|badge|pill|label|keywords?|skill|tech|technology|tool)$|"
                   r"(?:^|[-_])(?:tag|chip|badge|pill|keyword)(?:$|[-_])")  # fmt: skip
_CHIPS = re.compile(r"^(?:list-inline|inline-list|tags|chips|badges|pills|keywords|tag-list|"
                    r"skill-list|skills-list|stack-list|is-inline|comma-list)$")  # fmt: skip
_TITLE = re.compile(r"title|heading|header|headline|section[-_]?name", re.IGNORECASE)
_NAME = re.compile(r"^(?:name|full-?name|p-name|resume-name|candidate-name|person-name)$")
#: Elements that only say how words look, unless a class of the page does more.
_TEXTUAL = frozenset("b strong i em u s a font sup sub code kbd small mark abbr cite q".split())
_TEXT_ATTRIBUTES = frozenset({"style", "lang", "xml:lang", "dir", "title"})
_MAX_ROW_WORDS = 40
_MAX_DATE_WORDS = 8
_MAX_CHIP_WORDS = 5
_MIN_CHIPS = 2
#: How many look alike, where nothing but a blank is between them, to be chips.
_MIN_ALIKE = 3
_MAX_TITLE_WORDS = 6
_MAX_PIECES = 40
_LARGER = 1.15


@dataclass
class Layout:
    """Says of each element which tag it is to a person, and where a gap is around it."""

    looks: dict[int, Look]
    _tags: dict[int, str] = field(default_factory=dict)
    _before: dict[int, str] = field(default_factory=dict)
    _after: dict[int, str] = field(default_factory=dict)
    _parents: dict[int, int] = field(default_factory=dict)
    _leaves: dict[int, int] = field(default_factory=dict)
    _headed: set[int] = field(default_factory=set)
    _heads: set[int] = field(default_factory=set)
    _deeper: dict[int, int] = field(default_factory=dict)
    _section: str = "h2"
    _named: bool = False

    def read(self, root: Node) -> Layout:
        """Look at all that is shown below `root`, whose words must have been counted."""
        nodes = [one for one in root.seen() if isinstance(one, Node)]
        for node in reversed(nodes):
            inside = sum(self._leaves[id(one)] for one in node.elements if one.shown)
            block = node.tag in BLOCK_TAGS and node.last > node.first
            self._leaves[id(node)] = max(inside, 1 if block else 0)
            if node.tag in HEADING_LEVELS or id(node) in self._headed:
                self._headed |= {id(node), id(node.parent)}
        headings = [one for one in nodes if one.tag in HEADING_LEVELS and one.last > one.first]
        self._deeper = levels_below(headings)
        self._named = any(one.tag == "h1" for one in headings)
        known = [one.tag for one in headings if _is_section(one)]
        self._section = min(known, default="h2")
        self._heads = heads_sections(root, self.looks, self._leaves)
        for node in nodes:
            for child in node.children:
                if isinstance(child, Words):
                    self._parents[id(child)] = id(node)
            self._judge(node)
        return self

    # --- what the replay asks ---------------------------------------------------------------

    def tag(self, node: Node) -> str:
        """The tag that an element has to a person; "" where it is but a stretch of words."""
        # A gap after each `<span>` is right where nothing is known of the page; here it is.
        inline = node.tag not in BLOCK_TAGS and node.tag not in VOID_TAGS
        if id(node) not in self._tags and inline and self.looks[id(node)].block:
            return "div"
        if id(node) in self._deeper and id(node) not in self._tags:
            level = HEADING_LEVELS[node.tag] + self._deeper[id(node)]
            return f"h{min(level, max(HEADING_LEVELS.values()))}"
        return self._tags.get(id(node), "" if node.tag == "span" else node.tag)

    def gap_before(self, node: Node) -> str:
        """A gap or blank that comes before an element; "" for none."""
        return self._before.get(id(node), "")

    def gap_after(self, node: Node) -> str:
        """The same after it."""
        return self._after.get(id(node), "")

    def children(self, node: Node) -> list[Node | Words]:
        """What stands in an element. Dates to the right of a column are read before it."""
        shown = [one for one in node.elements if one.shown and one.last > one.first]
        if len(shown) != 2 or id(node) in self._tags or not self._rows(node):
            return node.children
        small = shown[1].last - shown[1].first <= _MAX_DATE_WORDS
        if small and _dates_alone(shown[1].text()) and self._leaves[id(shown[0])] > 1:
            return [shown[1], *(one for one in node.children if one is not shown[1])]
        return node.children

    def _rows(self, node: Node) -> bool:
        """Whether what stands in an element is side by side."""
        look = self.looks[id(node)]
        named = any(map(_ROW.match, node.classes))
        return look.row or (named and not look.told)

    def parent(self, words: Words) -> int:
        """The key of the element that some words stand in."""
        return self._parents[id(words)]

    # --- judgements -------------------------------------------------------------------------

    def _judge(self, node: Node) -> None:
        if id(node) in self._tags:
            self._gaps(node, in_line=True)
            return
        title = self._title(node)
        if title:
            self._tags[id(node)] = title
        shown = [one for one in node.elements if one.shown and one.last > one.first]
        # A section's title may stand to the left of all that the section says.
        titled = len(shown) > 1 and self._title(shown[0])
        if not titled and (self._is_chips(node, shown) or self._is_row(node, shown)):
            self._flatten(node)
        self._gaps(node, in_line=False)

    def _title(self, node: Node) -> str:
        """The heading that an element is by its role, class or size."""
        if node.attributes.get("role") == "heading":
            level = node.attributes.get("aria-level", "2")
            return f"h{level}" if f"h{level}" in HEADING_LEVELS else self._section
        if id(node) in self._heads:
            return self._section
        size = node.last - node.first
        leaf = self._leaves[id(node)] <= 1 and 0 < size <= _MAX_TITLE_WORDS
        block = node.tag in ("div", "p") or (
            node.tag == "span" and node.parent is not None and node.parent.tag in BLOCK_TAGS
            and size == node.parent.last - node.parent.first
        )  # fmt: skip
        if not (leaf and block) or id(node) in self._headed:
            return ""
        if not self._named and any(map(_NAME.match, node.classes)):
            self._named = True
            return "h1"
        larger = self.looks[id(node)].size >= _LARGER * 16
        if larger or any(map(_TITLE.search, node.classes)):
            return self._section if _is_section(node) else ""
        return ""

    def _is_chips(self, node: Node, shown: list[Node]) -> bool:
        """Whether the children are short things in a line: skills as tags, a list with dots."""
        if len(shown) < _MIN_CHIPS or node.tag not in ("ul", "ol", "div", "p", "dd", "section"):
            return False
        if any(isinstance(one, Words) and one.text.strip() for one in node.children):
            return False
        blocks = [one for one in shown if one.tag in BLOCK_TAGS]
        if any(one.last - one.first > _MAX_CHIP_WORDS or self._leaves[id(one)] > 1
               for one in shown):  # fmt: skip
            return False
        if not blocks or any(one.tag in HEADING_LEVELS for one in blocks):
            return False
        if any(map(_CHIPS.match, node.classes)) or self.looks[id(node)].row:
            return True
        return all(
            self.looks[id(one)].inline or any(map(_CHIP.search, one.classes)) for one in blocks
        )

    def _is_row(self, node: Node, shown: list[Node]) -> bool:
        if len(shown) < 2 or node.tag in ("ul", "ol", "table", "tbody", "tr", "dl", "body", "main"):
            return False
        look = self.looks[id(node)]
        classes = node.classes
        named = any(map(_ROW.match, classes)) and not any(map(_COLUMN.match, classes))
        floats = any(self.looks[id(one)].beside or any(map(_BESIDE.match, one.classes))
                     for one in shown[1:])  # fmt: skip
        if not (look.row or floats or (named and not look.told)):
            return False
        small = node.last - node.first <= _MAX_ROW_WORDS
        return small and all(
            self._leaves[id(one)] <= 1 and one.tag not in ("ul", "ol", "table", "dl")
            for one in shown
        )

    def _flatten(self, node: Node) -> None:
        """Make one line of an element; it is a heading where one of its parts is."""
        level = next((one.tag for one in node.walk() if one.tag in HEADING_LEVELS), "")
        if id(node) not in self._tags:
            around = node.tag if node.tag in ("li", "dt", "dd", "td", "th") else "div"
            self._tags[id(node)] = level or around
        for one in node.walk():
            if one is not node and (one.tag in BLOCK_TAGS or one.tag == "span"):
                self._tags[id(one)] = ""
        shown = [one for one in node.elements if one.shown and one.last > one.first]
        for one in shown[:-1]:
            self._after[id(one)] = "\t"

    def _gaps(self, node: Node, *, in_line: bool) -> None:
        """Where gaps are between the inline children of an element."""
        before: Node | Words | None = None
        blank = True
        alike = _alike(node)
        for child in node.children:
            if isinstance(child, Words):
                if child.hidden:
                    continue
                if child.text.strip():
                    before, blank = child, False
                else:
                    blank = True
                continue
            if not child.shown or child.last == child.first:
                continue
            inline = child.tag not in BLOCK_TAGS and child.tag != "br"
            if inline and before is not None:
                gap = self._between(before, child, blank=blank, alike=alike)
                if gap and not (isinstance(before, Node) and id(before) in self._after):
                    self._before[id(child)] = gap
            before, blank = (child, False) if inline else (None, True)

    def _between(self, before: Node | Words, child: Node, *, blank: bool, alike: set[str]) -> str:
        """What is between an inline element and what comes before it on the line."""
        above = child.parent
        if above is not None and (
            any(map(_COLUMN.match, above.classes)) or self.looks[id(above)].column
        ):
            return "\n"
        gap = " " if _is_name_line(child) else "\t"
        if self.looks[id(child)].beside or any(map(_BESIDE.match, child.classes)):
            return "\t"
        if isinstance(before, Words):
            heads = child.parent is not None and child.parent.tag in HEADING_LEVELS
            titled = heads and not _is_name_line(child) and child.tag == "span" and child.classes
            said = child.text(most=9)[:1]
            return "\t" if titled and (said.isupper() or said.isdigit()) else ""
        if not blank:
            apart = self._is_apart(before) or self._is_apart(child)
            return gap if apart else ""
        both = child.attributes.get("class", "") if before.tag == child.tag else ""
        if both and both == before.attributes.get("class") and both in alike:
            return "\t"
        return "\t" if self._is_chip(child) and self._is_chip(before) else ""

    def _is_chip(self, node: Node) -> bool:
        return self.looks[id(node)].boxed or any(map(_CHIP.search, node.classes))

    def _is_apart(self, node: Node) -> bool:
        """Whether an inline element without blanks around it is none that only marks words."""
        if node.tag in _TEXTUAL:
            return any(map(_CHIP.search, node.classes))
        if node.tag != "span" or len(node.text(most=9)) <= 1:
            return False
        if node.classes:
            return not self.looks[id(node)].told or self.looks[id(node)].inline
        return not (set(node.attributes) & _TEXT_ATTRIBUTES)


def _dates_alone(words: str) -> bool:
    rest = words
    for found in reversed(find_dates(words)):
        rest = rest[: found.start] + rest[found.end :]
    return rest != words and not re.search(r"[^\W\d_]{2}", rest)


def _is_section(node: Node) -> bool:
    short = node.last - node.first <= _MAX_TITLE_WORDS
    return short and exact_kind(node.text(most=_MAX_PIECES)) is not None


def _is_name_line(node: Node) -> bool:
    return node.parent is not None and node.parent.tag == "h1"


def _alike(node: Node) -> set[str]:
    """The classes that several inline children have, where no words stand between them."""
    if any(isinstance(one, Words) and one.text.strip() for one in node.children):
        return set()
    counts: dict[str, int] = {}
    for one in node.elements:
        if one.tag not in BLOCK_TAGS and "class" in one.attributes and one.shown:
            name = one.attributes["class"]
            counts[name] = counts.get(name, 0) + 1
    return {name for name, count in counts.items() if count >= _MIN_ALIKE}
