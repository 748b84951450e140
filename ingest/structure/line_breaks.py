"""Blocks become lines.

A paragraph is one line, unless it is laid out as several: at forced breaks, and where a wholly
emphasised or dates-only line stands glued to another. Lines of one paragraph can be joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import HARD, LAID_OUT, SOFT, Block, BlockKind, Mark, Text
from ingest.dates import find_dates
from ingest.structure.lines import Line, cut_at, is_reference
from ingest.structure.pieces import pieces_of
from ingest.structure.sorts import Sort

#: In characters; no range is longer.
_LONGEST_RANGE = 40
#: A line above a labelled one that has no more words names something.
_SHORT_TITLE = 8
_WHOLE = (Mark.BOLD, Mark.ITALIC, Mark.CODE)
_LABELLED = re.compile(r"^[^\W\d_][\w /&+-]{1,30}:(?:\s+\S|$)")
#: Behind dates: what else stands in their brackets, and in others ("2011, part time", "2:1").
_BRACKETED_END = re.compile(r"(?:[^()]*\))?(?:\s*\([^()]*\))?[\s.]*")
#: Between things that stand beside each other in one line.
_BAR = re.compile(r"\s+[|│·•]\s+")
#: Between the parts of a line that names something.
_PARTED = re.compile(r"\s[–—|·•-]+\s")


def lines_of(block: Block) -> list[Line]:
    """The lines of a block; one for anything but a paragraph, bullet or definition."""
    splits = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DEFINITION, BlockKind.CODE)
    if block.kind not in splits:
        return [Line(block.text, block)]
    return [Line(one, block) for part in _split(block.text) for one in _beside(part)]


def _beside(text: Text) -> list[Text]:
    """A line; several, where bars part names in bold, each with its dates ("**A**, 2019 | ...")."""
    cuts = [bound for match in _BAR.finditer(text.plain) for bound in match.span()]
    if not cuts or not text.lead(Mark.BOLD):
        return [text]
    bounds = [0, *cuts, len(text.plain)]
    parts = [text.cut(low, high) for low, high in zip(bounds[::2], bounds[1::2], strict=True)]
    lines = [Line(part, Block(BlockKind.PARAGRAPH)) for part in parts]
    named = all(0 < line.bold_lead < len(line.text) and line.dated_last for line in lines)
    return parts if named else [text]


#: No paragraph for people has more; what has is not looked at line by line.
_MAX_LINES = 500


def _split(text: Text) -> list[Text]:
    parts: list[Text] = []
    for piece in cut_at(text, [m.start() for m in re.finditer(HARD, text.plain)]):
        breaks = (m.start() for m in re.finditer(SOFT, piece.plain))
        soft = cut_at(piece, [at for at in breaks if not piece.wrapped_at(at)])
        if len(soft) > _MAX_LINES:
            parts.append(piece)
            continue
        lines = [soft[0]] if soft else []
        named = len(soft) > 1 and (all(part.lead(Mark.BOLD) for part in soft) or _alike(soft))
        named = named or (len(soft) > 1 and all(map(is_reference, soft)))
        headed = sum(map(_heads_entry, soft)) > 1 and _heads_entry(soft[0])
        for part in soft[1:]:
            if named or (headed and _begins(lines[-1], part)) or _apart(lines[-1], part):
                lines.append(part)
            else:
                lines[-1] = lines[-1].through(part)
        parts += lines
    return parts


def _heads_entry(text: Text) -> bool:
    """Whether a line that is laid out begins in bold, and has dates ("**BSc** (2008-11) Hull")."""
    laid_out = 0 < text.lead(Mark.BOLD) < len(text) <= 2 * LAID_OUT
    return laid_out and bool(Line(text, Block(BlockKind.PARAGRAPH)).dates)


def _begins(above: Text, below: Text) -> bool:
    """Whether in a paragraph of such heads one begins, or what is told below it, in a long line."""
    return _heads_entry(below) or (_heads_entry(above) and len(below) > 2 * LAID_OUT)


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
    if first.bold_lead and not first.dates and second.dated_first and _ranged(second):
        return True
    if _dated_in_end(first) and _dated_in_end(second):
        return True
    ends = first.dated_last or (first.bold_lead > 0 and _dated_in_end(first))
    if ends and (second.dated_last or (_ranged(first) and not _goes_on(below))):
        return True
    if _names(first) and not below.plain[:1].islower():
        return True
    named = first.count <= _SHORT_TITLE and not first.words.endswith((",", ";", "-", "–", "&"))
    labelled = _LABELLED.match(above.folded) or _ranged(first) or named
    return bool(labelled and _LABELLED.match(below.folded))


def _dated_in_end(line: Line) -> bool:
    """Whether a line ends with dates, or with what brackets say beside or behind them."""
    dates = line.dates[-1] if line.dates else None
    return dates is not None and _BRACKETED_END.fullmatch(line.text.plain, dates.end) is not None


def _heads_prose(above: Text, below: Text) -> bool:
    """Whether a line that is laid out stands above one that is not: in bold, or with its range."""
    first = Line(above, Block(BlockKind.PARAGRAPH))
    told = first.dated_last and _ranged(first) and bool(_PARTED.search(above.plain))
    told = told or (first.bold and not below.lead(Mark.BOLD))
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
