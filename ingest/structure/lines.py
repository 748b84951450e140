"""Blocks become lines: the units that a reader of the page would point at.

A paragraph is one line, unless it is laid out as several: at forced breaks, and where a wholly
emphasised or dates-only line stands glued to another. Lines of one paragraph can be joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.blocks import GAP, HARD, LAID_OUT, SOFT, Block, BlockKind, Mark, Text
from ingest.dates import FoundDates, find_dates
from ingest.languages import count_words
from ingest.sentences import sentence_spans
from ingest.structure.pieces import pieces_of
from ingest.structure.sorts import Sort

#: In characters; no range is longer.
_LONGEST_RANGE = 40
#: A line above a labelled one that has no more words names something.
_SHORT_TITLE = 8
_WHOLE = (Mark.BOLD, Mark.ITALIC, Mark.CODE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DURATION = re.compile(r"\b\d{1,2}\s?(?:yrs?|years?|mos?|mths?|months?)\b", re.IGNORECASE)
_LABELLED = re.compile(r"^[^\W\d_][\w /&+-]{1,30}:(?:\s+\S|$)")
#: A full stop of a short name ("Avon, CT.", "Ltd.") rather than of a sentence.
_SHORT_NAME = re.compile(r"(?:,\s+[A-Z]{2}|\b(?:Inc|Ltd|Co|Corp|LLC|Bros|Intl|[A-Z]\.[A-Z]))\.$")
#: Between the parts of a line that names something.
_PARTED = re.compile(r"\s[–—|·•-]+\s")
#: Behind dates that lead in to a line; such a line has no more words.
_LED_IN = re.compile(r"\s*[—–|:·-]\s+[^\W\d_]")
_ROW_WORDS = 22
#: Between a name in bold and its range stand no more words; behind more, a sentence tells of it.
_NEAR_NAME = 12
_BREAKS = str.maketrans({HARD: " ", SOFT: " ", GAP: " "})


@dataclass(frozen=True, eq=False)
class Line:
    """One line: its text, the block it comes from, and what its look tells."""

    text: Text
    block: Block

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    @property
    def depth(self) -> int:
        """How many lists are around it."""
        return self.block.depth

    @cached_property
    def words(self) -> str:
        """The visible words, white space folded."""
        return self.text.folded

    @cached_property
    def count(self) -> int:
        """How many words."""
        return count_words(self.words)

    @cached_property
    def dates(self) -> list[FoundDates]:
        """Dates in the line, as indices into `text.plain`."""
        return find_dates(self.text.plain.translate(_BREAKS))

    @cached_property
    def only_dates(self) -> bool:
        """Whether nothing but dates stands here, and perhaps how long that was."""
        rest = _DURATION.sub("", _without(self.text.plain, self.dates)) if self.dates else ""
        return bool(self.dates) and not _LETTERS.search(rest)

    @cached_property
    def dated(self) -> bool:
        """Whether dates stand at an end of the line, or apart from its other words."""
        plain = self.text.plain
        for found in self.dates:
            before, after = plain[: found.start].rstrip(), plain[found.end :].lstrip(" )].,;*")
            apart = not before or before[-1] in "(|[—–-·•,;:/" or plain[found.start - 1] in "\t\n\v"
            ends = not after or after[0] in "|—–-·•,;:(→"
            if not after or (not before and ends) or not before or (apart and ends):
                return True
        return False

    @property
    def dated_first(self) -> bool:
        """Whether the line begins with dates."""
        return bool(self.dates) and self.dates[0].start == 0

    @property
    def dated_last(self) -> bool:
        """Whether the line ends with dates."""
        return bool(self.dates) and not self.text.plain[self.dates[-1].end :].strip(" )].*_")

    @cached_property
    def sorts(self) -> frozenset[Sort]:
        """What its pieces are, by their own words."""
        return frozenset(piece.sort for piece in pieces_of(self.text, self.dates))

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self.text.marked(Mark.BOLD)

    @cached_property
    def bold_lead(self) -> int:
        """How many characters at the start are bold."""
        return self.text.lead(Mark.BOLD)

    @cached_property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return self.text.marked(Mark.ITALIC)

    @cached_property
    def label(self) -> bool:
        """Whether it only announces what follows: it ends with a colon."""
        return self.words.endswith((":", "："))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as a sentence rather than as a title."""
        if self.dated and _SHORT_NAME.search(self.words):
            return False
        ends = self.words.rstrip("\"'”’)*_").endswith((".", "!", "?", "。", "！", "？"))
        return ends and self.count > 8 and not (self._dated_name or self._dated_row)

    @property
    def _dated_row(self) -> bool:
        """Whether dates lead in to a name ("2004-06 — Lecturer, Law School, Tide College.")."""
        if not self.dated_first or self.count > _ROW_WORDS:
            return False
        start = self.dates[0].end
        at = next((i for i in range(start, len(self.text)) if self.text.plain[i].isalpha()), start)
        led = _LED_IN.match(self.text.plain.translate(_BREAKS), start)
        named = at > start and bool(self.text.marks_at(at) & Mark.BOLD)
        return (bool(led) or named) and first_sentence(self)[1] is None

    @property
    def _dated_name(self) -> bool:
        """Whether a full stop ends no sentence, but bold words with their range."""
        last = self.dates[-1] if self.dates else None
        if last is None or not 0 < self.bold_lead < len(self.text):
            return False
        rest = self.text.plain[last.end :].strip(" )]")
        near = count_words(self.text.plain[self.bold_lead : last.start]) <= _NEAR_NAME
        return rest == "." and near and (last.first != last.last or last.current)


def _without(plain: str, dates: Sequence[FoundDates]) -> str:
    for found in reversed(dates):
        plain = plain[: found.start] + plain[found.end :]
    return plain


def lines_of(block: Block) -> list[Line]:
    """The lines of a block; one for anything but a paragraph, bullet or definition."""
    splits = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DEFINITION, BlockKind.CODE)
    if block.kind not in splits:
        return [Line(block.text, block)]
    return [Line(part, block) for part in _split(block.text)]


#: No paragraph for people has more; what has is not looked at line by line.
_MAX_LINES = 500


def _split(text: Text) -> list[Text]:
    parts: list[Text] = []
    for piece in _at(text, [m.start() for m in re.finditer(HARD, text.plain)]):
        breaks = (m.start() for m in re.finditer(SOFT, piece.plain))
        soft = _at(piece, [at for at in breaks if not piece.wrapped_at(at)])
        if len(soft) > _MAX_LINES:
            parts.append(piece)
            continue
        lines = [soft[0]] if soft else []
        named = len(soft) > 1 and (all(part.lead(Mark.BOLD) for part in soft) or _alike(soft))
        for part in soft[1:]:
            if named or _apart(lines[-1], part):
                lines.append(part)
            else:
                lines[-1] = lines[-1].through(part)
        parts += lines
    return parts


def _alike(texts: Sequence[Text]) -> bool:
    """Whether lines name one thing each, all in one way ("Diploma of Nursing, Unitec")."""
    if any(len(text) >= LAID_OUT or not text.plain[:1].isupper() for text in texts):
        return False
    lines = [Line(text, Block(BlockKind.PARAGRAPH)) for text in texts]
    if any(line.label or line.words.endswith((".", ",", ";")) for line in lines):
        return False
    pieces = [pieces_of(line.text, line.dates) for line in lines]
    first = {one[0].sort if len(one) > 1 else Sort.UNSURE for one in pieces}
    return first in ({Sort.DEGREE}, {Sort.SCHOOL}, {Sort.ROLE}, {Sort.ORGANISATION})


def _at(text: Text, cuts: list[int]) -> list[Text]:
    bounds = [0, *cuts, len(text.plain)]
    pieces = [text.cut(low, high) for low, high in pairwise(bounds)]
    return [piece for piece in pieces if piece.folded]


def _apart(above: Text, below: Text) -> bool:
    """Whether a line break that is shown as a space separates two lines all the same."""
    if max(len(above), len(below)) > 2 * LAID_OUT and len(above) > LAID_OUT:
        return _heads_prose(above, below)
    if _range_goes_on(above, below):
        return False
    for mark in _WHOLE:
        if above.marked(mark) != below.marked(mark) and below.folded[:1] not in ",.;":
            return True
    first, second = Line(above, Block(BlockKind.PARAGRAPH)), Line(below, Block(BlockKind.PARAGRAPH))
    if first.only_dates or second.only_dates or (first.dated_first and second.dated_first):
        return True
    if first.dated_last and (second.dated_last or (_ranged(first) and not _goes_on(below))):
        return True
    if _names(first) and not below.plain[:1].islower():
        return True
    named = first.count <= _SHORT_TITLE and not first.words.endswith((",", ";", "-", "–", "&"))
    labelled = _LABELLED.match(above.folded) or _ranged(first) or named
    return bool(labelled and _LABELLED.match(below.folded))


def _heads_prose(above: Text, below: Text) -> bool:
    """Whether a line that is laid out, and ends with its range, stands above one that is not."""
    first = Line(above, Block(BlockKind.PARAGRAPH))
    told = first.dated_last and _ranged(first) and bool(_PARTED.search(above.plain))
    return told and len(above) <= 2 * LAID_OUT and below.plain[:1].isupper()


def _range_goes_on(above: Text, below: Text) -> bool:
    """Whether a range begins in the line above and ends in the one below ("May | 2003")."""
    end = above.folded[-_LONGEST_RANGE:]
    joined = f"{end} {below.folded[:_LONGEST_RANGE]}"
    return any(one.start < len(end) < one.end - 1 for one in find_dates(joined))


def _goes_on(below: Text) -> bool:
    """Whether a line continues the sentence of the one above."""
    return below.plain[:1].islower() or below.plain[:1] in ",.;:)"


def _names(line: Line) -> bool:
    """Whether a short line names and dates an entry, or begins in bold what it names."""
    if len(line.text) >= LAID_OUT or line.words.endswith((",", ";", "-", "–", "—", "/")):
        return False
    return _ranged(line) or (
        0 < line.bold_lead < len(line.text) and not line.text.plain.endswith(".")
    )


def _ranged(line: Line) -> bool:
    return line.dated and any(one.first != one.last or one.current for one in line.dates)


def first_sentence(line: Line) -> tuple[Line, Text | None]:
    """The first sentence as a line of its own, and what follows it in the paragraph."""
    flat = line.text.plain.translate(_BREAKS)
    # No sentence ends within emphasis or a link: "*Lab. of Botany*" is a name. One may end with it.
    spans = sentence_spans(flat)
    at = next((at for at, (_, end) in enumerate(spans) if not _goes_on_marked(line, end)), -1)
    if at < 0 or at + 1 >= len(spans):
        return line, None
    return Line(line.text.cut(spans[0][0], spans[at][1]), line.block), line.text.cut(
        spans[at + 1][0]
    )


def _goes_on_marked(line: Line, end: int) -> bool:
    """Whether the words before `end` stand within emphasis or a link, and do not end it.

    They do where both close together, behind a name and its dates ("**Welder, Luton, 2015.** Ran").
    """
    if not line.text.wrapped_at(end - 1):
        return False
    head = Line(line.text.cut(0, end), line.block)
    named = bool(head.sorts & {Sort.ROLE, Sort.ORGANISATION}) or head.dated_last
    return (
        not head.dates
        or head.only_dates
        or not named
        or line.text.wrapped_at(min(end, len(line.text) - 1))
    )


def shown_lines(text: Text) -> list[Text]:
    """A text cut at all of its line breaks, shown or not."""
    return _at(text, [match.start() for match in re.finditer(r"[\n\v]", text.plain)])
