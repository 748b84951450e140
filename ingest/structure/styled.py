"""Section headings that are none by their markup: bold words, capitals, labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind, Mark, Text
from ingest.resume import SectionKind
from ingest.structure.chapters import without_number
from ingest.structure.cues import is_organisation, is_role
from ingest.structure.kinds import exact_kind, section_kind
from ingest.structure.lead import dates_in
from ingest.structure.lines import shown_lines
from ingest.structure.names import looks_like_name
from ingest.structure.pictures import without_pictures

_MAX_TITLE_WORDS = 5
_LABEL_LINE = re.compile(r"^[^:]{2,40}:$")
_AND = re.compile(r"\s*(?:\band\b|&|/|,)\s*", re.IGNORECASE)
_REACHES = re.compile(r"@|\d{5}|://|\d{3}[ .-]\d")
#: Behind a name in bold that is a label, or that more of the same follows.
_SIGNS = "-–—:：|,./"
#: So many paragraphs with a label at their start, and so many of these with the name of a section,
#: make it the way in which a page names its sections.
_MIN_LABELS, _MIN_KNOWN = 3, 2
#: So many known names in bold, and these half of all bold lines, make it the way of a page.
_MIN_BOLD = 3
#: So many lines in bold capitals that name nothing are the way of a page, whatever they say.
_MIN_SHOUTED = 4
#: What a label inside an entry may say, too.
_ALSO_LABELS = frozenset(
    {
        SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.SUMMARY,
        SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.BASICS, SectionKind.PUBLICATIONS,
        SectionKind.CERTIFICATES,
    }
)  # fmt: skip


def title_of(block: Block) -> str:
    """A block's words without the signs around them, and without the number of a chapter."""
    words = without_number(without_pictures(block.text.folded))
    # Not by a pattern, whose time grows with the square of a row of signs.
    start = next((at for at, char in enumerate(words) if char.isalnum()), len(words))
    end = next((at for at in range(len(words), start, -1) if words[at - 1].isalnum()), start)
    return words[start:end]


class StyledHeadings:
    """Lines that are no headings by their markup but look like section headings to a person.

    A page without headings may have any known name, bold, in capitals or with a colon, for one, and
    once capitals are its way, any other words in capitals. On a page with headings the same look
    may as well be a label inside an entry ("**Skills**", "ACHIEVEMENTS"). So there a name must
    stand once on the page, and be one that entries do not have as a label, or be shown as others
    that are surely sections.
    """

    def __init__(self, blocks: Sequence[Block], *, headed: bool) -> None:
        self._headed = headed
        candidates = [block for block in blocks if exact_kind(title_of(block)) and _look(block)]
        headings = [block for block in blocks if block.kind is BlockKind.HEADING]
        self._seen = Counter(title_of(block).casefold() for block in (*candidates, *headings))
        self._sure = {_look(block) for block in candidates if self._is_sure(block)}
        looks = Counter(_look(block) for block in candidates)
        self._usual = {look for look, count in looks.items() if look and count >= _MIN_KNOWN}
        #: Whether names of sections stand on lines of their own, and nothing shows any otherwise.
        self._plain = not headed and looks["plain"] >= _MIN_KNOWN and set(looks) == {"plain"}
        #: Whether so many lines in bold capitals stand alone that they are the sections here.
        self._shouted = not headed and _are_shouted(blocks)
        bold = sum(_look(block) == "bold" and _names_nothing(block) for block in blocks)
        #: Whether words in bold that stand alone are sections here, whatever they say.
        self._bold = looks["bold"] >= _MIN_BOLD and 2 * looks["bold"] >= bold

    def opens(
        self, block: Block, *, begun: bool, within: SectionKind | None = None
    ) -> SectionKind | None:
        """The kind of the section that a block opens, or None if it opens none.

        Before the first section has `begun`, words that are no section's name are the person's.
        `within` is the kind of the section above: among skills, "Languages" is a group of them.
        """
        look = _look(block)
        if look is None or (look == "plain" and not (self._plain and self._once(block))):
            return None
        if self._headed and look == "bold" and within is SectionKind.SKILLS:
            return None
        kind = exact_kind(title_of(block))
        if kind is None and look == "bold" and not self._headed:
            # "Employment, for HR"; behind the comma of an entry stands a name.
            said, _, rest = title_of(block).partition(", ")
            kind = exact_kind(said) if rest[:1].islower() else None
        if self._headed:
            return kind if kind and look in self._sure and self._once(block) else None
        if self._shouted and look == "bold capitals" and (begun or _is_no_name(title_of(block))):
            return kind or section_kind(title_of(block)) or SectionKind.OTHER
        kind = kind or (_nearly(block) if look in self._usual and not begun else None)
        if (
            kind is None
            and begun
            and look in self._usual
            and (look != "bold" or self._bold)
            and _names_nothing(block)
        ):
            return section_kind(title_of(block)) or SectionKind.OTHER
        return kind

    def _is_sure(self, block: Block) -> bool:
        return self._once(block) and exact_kind(title_of(block)) not in _ALSO_LABELS

    def _once(self, block: Block) -> bool:
        return self._seen[title_of(block).casefold()] == 1


def _are_shouted(blocks: Sequence[Block]) -> bool:
    """Whether lines in bold capitals are sections; each employer's would have its time below."""
    below = {
        title_of(block): next(iter(shown_lines(after.text)), after.text)
        for block, after in pairwise(blocks)
        if _look(block) == "bold capitals" and _is_no_name(title_of(block))
    }
    undated = sum(not dates_in(line) for line in below.values())
    return len(below) >= _MIN_SHOUTED and undated >= _MIN_KNOWN


def _is_no_name(title: str) -> bool:
    """Whether words in capitals are nobody's name, as those at the top of a page may be."""
    return not (looks_like_name(title) or is_organisation(title.title()) or is_role(title))


def _names_nothing(block: Block) -> bool:
    """Whether words in capitals are no employer's or position's name, and no dates."""
    words = title_of(block)
    if all(map(exact_kind, _AND.split(words))):
        # "HONOURS AND SERVICE": a name of two sections is none of a firm.
        return not dates_in(block.text)
    return not (is_organisation(words.title()) or is_role(words) or dates_in(block.text))


def _nearly(block: Block) -> SectionKind | None:
    """The kind of words in capitals that resemble a section's name ("WORKING EXPERIENCE")."""
    title = title_of(block)
    return section_kind(title) if title.isupper() and _names_nothing(block) else None


def _look(block: Block) -> str | None:
    """How a short line is shown, if it is shown as a heading may be."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.TERM) or block.depth:
        return None
    title = title_of(block)
    if not title or len(title.split()) > _MAX_TITLE_WORDS:
        return None
    bold = block.text.marked(Mark.BOLD)
    if title.isupper() and len(title) > 2:
        return "bold capitals" if bold else "capitals"
    if bold and block.text.plain.rstrip().endswith(":"):
        return "bold label"
    if bold:
        return "bold"
    if _LABEL_LINE.match(block.text.folded):
        return "label"
    plain = block.kind is BlockKind.PARAGRAPH and title == block.text.folded and title[0].isupper()
    return "plain" if plain and exact_kind(title) else None


def parted_labels(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of a page without headings, where labels that name its sections stand apart.

    "**School:** St Anne's, 2009" becomes the line "School:" and a paragraph, if that is how the
    page names its sections.
    """
    labels = {at: label for at, block in enumerate(blocks) if (label := _label(block))}
    known = [label for label in labels.values() if exact_kind(label.folded)]
    if len(labels) < _MIN_LABELS or len(known) < _MIN_KNOWN:
        return list(blocks)
    parted: list[Block] = []
    for at, block in enumerate(blocks):
        if at in labels:
            size = len(labels[at])
            parted.append(replace(block, text=labels[at]))
            parted.append(replace(block, text=block.text.cut(size)))
        else:
            parted.append(block)
    return parted


def parted_heads(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of a page without headings, where words that name its sections stand apart.

    "EDUCATION", right above the lines of its paragraph, is a heading as it would be with a blank
    line below; so is "**Tools** lathe, saw", and so are other words in capitals above lines, once
    those that are known are shown so.
    """
    heads = [_head(block) for block in blocks]
    looks = [_look(head) for head in heads]
    titles = [title_of(head) for head in heads]
    known = [at for at, look in enumerate(looks) if look and exact_kind(titles[at])]
    if len(known) < _MIN_KNOWN:
        return list(blocks)
    usual = {looks[at] for at in known} & {"capitals", "bold capitals"}
    seen = Counter(title.casefold() for title in titles)
    parted: list[Block] = []
    for at, (block, head) in enumerate(zip(blocks, heads, strict=True)):
        other = at > known[0] and looks[at] in usual and _names_nothing(head)
        if head is not block and (at in known or other) and seen[titles[at].casefold()] == 1:
            parted += [head, replace(block, text=block.text.cut(len(head.text)))]
        else:
            parted.append(block)
    return parted


def _head(block: Block) -> Block:
    """A paragraph cut to its first line, or to the name of a section in bold that leads in to it.

    It is whole where that looks like what follows, or is a label, for which others see.
    """
    if block.kind is not BlockKind.PARAGRAPH or block.depth or not block.text:
        return block
    first, *others = shown_lines(block.text)[:2]
    bold = replace(block, text=block.text.cut(0, block.text.lead(Mark.BOLD)))
    if 0 < len(bold.text) < len(first) and exact_kind(bold.text.folded):
        told = bold.text.folded[-1] in ":：" or first.plain[len(bold.text) :].lstrip()[:1] in _SIGNS
        return block if told else bold
    alone = replace(block, text=first)
    look = _look(alone)
    if not others or look in (None, "plain", "label") or first.folded.endswith(":"):
        return block
    return block if look == _look(replace(block, text=others[0])) else alone


def _label(block: Block) -> Text | None:
    """The bold label that a paragraph begins with, colon and all, unless a contact follows."""
    if block.kind is not BlockKind.PARAGRAPH or block.depth:
        return None
    plain = block.text.plain
    match = re.match(r"[^:\n\v]{2,40}:", plain)
    if match is None or block.text.lead(Mark.BOLD) < match.end() - 1:
        return None
    rest = block.text.cut(match.end())
    label = block.text.cut(0, match.end())
    short = len(label.folded.split()) <= _MAX_TITLE_WORDS
    return label if short and rest and not _REACHES.search(rest.plain) else None
