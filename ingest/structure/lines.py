"""Lines: the units that a reader of the page would point at, and what their look tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.blocks import HARD, SOFT, Block, BlockKind, Mark, Text
from ingest.dates import FoundDates
from ingest.languages import count_words
from ingest.sentences import sentence_spans
from ingest.structure.marked_dates import dates_shown
from ingest.structure.pieces import pieces_of
from ingest.structure.sorts import Sort
from ingest.structure.steps import steps_in

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LONG = re.compile(r"[^\W\d_]{4,}")
_DURATION = re.compile(r"\b\d{1,2}\s?(?:yrs?|years?|mos?|mths?|months?)\b", re.IGNORECASE)
#: A full stop of a short name ("Avon, CT.", "Ltd.") rather than of a sentence.
_SHORT_NAME = re.compile(r"(?:,\s+[A-Z]{2}|\b(?:Inc|Ltd|Co|Corp|LLC|Bros|Intl|[A-Z]\.[A-Z]))\.$")
#: Behind dates that lead in to a line; such a line has no more words.
_LED_IN = re.compile(r"\s*[—–|:·-]\s+[^\W\d_]")
#: More than the dates in the brackets that a line ends with ("(2011 - 2014, part time)").
_IN_BRACKETS = re.compile(r"\s*[,;][^()]*\)[\s.*_]*")
#: Brackets behind a range that the line ends with ("2011 - 2014 (the yard closed)").
_REMARK = re.compile(r"\s+\([^()]*\)[\s.*_]*")
#: Before dates that a comma sets off ("Apprentice, Quay Ltd, in May 2018 (unpaid)").
_IN = re.compile(r"(?<=,)\s+(?:in|im|en)$")
#: Behind dates that a dash or bar sets off: the place ("Welder — *2018 – 2021*, Hull").
_WHERE = re.compile(r",\s+[A-ZÀ-Þ][\w'’.-]+(?:,? [A-ZÀ-Þ][\w'’.-]+){0,3}\s*")
_ROW_WORDS = 22
#: Between a name in bold and its range stand no more words; behind more, a sentence tells of it.
_NEAR_NAME = 12
#: What tells as what somebody was at the employer named above, one position after the other.
_TELLS_ON = (BlockKind.PARAGRAPH, BlockKind.DEFINITION)
_BREAKS = str.maketrans({HARD: " ", SOFT: " "})


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
        """Dates in the line, as indices into `text.plain`.

        What only tells since when one of several positions was held does not date the line.
        """
        return [] if self.steps else dates_shown(self.text, self.text.plain.translate(_BREAKS))

    @cached_property
    def steps(self) -> list[FoundDates]:
        """Since or until when one of several positions was held that a paragraph tells of."""
        plain = self.text.plain.translate(_BREAKS)
        told = self.kind in _TELLS_ON
        return steps_in(plain, dates_shown(self.text, plain)) if told else []

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
            before = _IN.sub("", before)
            apart = not before or before[-1] in "(|[—–-·•,;:/" or plain[found.start - 1] in "\t\n\v"
            ends = not after or after[0] in "|—–-·•,;:(→"
            if not after or (not before and ends) or not before or (apart and ends):
                return True
            if self._with_remark(found):
                return True
            if before[-1] in "—–-·|" and _WHERE.fullmatch(plain, found.end):
                return True
            if before[-1] == "(" and _IN_BRACKETS.fullmatch(plain, found.end):
                return True
        return False

    def _with_remark(self, found: FoundDates) -> bool:
        """Whether a paragraph is a few words, a range and a remark on it in brackets."""
        lasted = found.first is not None and found.last is not None and found.first != found.last
        few = count_words(self.text.plain[: found.start]) <= _FEW
        whole = len(self.text) == len(self.block.text)
        alone = self.kind is BlockKind.PARAGRAPH and not self.depth and few and whole
        return alone and lasted and _REMARK.fullmatch(self.text.plain, found.end) is not None

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
        named = self._dated_name or self._dated_row or self._dated_place
        return ends and self.count > 8 and not named

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

    @property
    def _dated_place(self) -> bool:
        """Whether a line is but names and their range ("St Anne's Inn, London. 2011 to 2015.")."""
        last = self.dates[-1] if self.dates else None
        if last is None or self.text.plain[last.end :].strip() != ".":
            return False
        before = self.text.plain[: last.start]
        lower = any(word[:1].islower() for word in _LONG.findall(before))
        lasted = last.first != last.last or last.current
        return lasted and "," in before and not lower and count_words(before) <= _NEAR_NAME


#: In words: a dated sentence that but names a thing, and one without a date.
_LONGEST_NAMED, _FEW = 10, 4


def _without(plain: str, dates: Sequence[FoundDates]) -> str:
    for found in reversed(dates):
        plain = plain[: found.start] + plain[found.end :]
    return plain


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


def named_one_by_one(line: Line) -> list[Text]:
    """The sentences of a line, where each but names a thing ("Fire warden, 2019. Sea survival.").

    It is dated, or of a few words. [] where there are not several such.
    """
    spans = sentence_spans(line.text.plain.translate(_BREAKS))
    told = [Line(line.text.cut(*span), line.block) for span in spans]
    named = all(
        (one.dates and one.count <= _LONGEST_NAMED) or one.count <= _FEW for one in told
    ) and any(one.dates for one in told)
    capital = all(one.words[:1].isupper() or one.words[:1].isdigit() for one in told)
    return [one.text for one in told] if len(told) > 1 and named and capital else []


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


#: A line of a bibliography: with its year in brackets, behind its title or its authors.
_REFERENCE = re.compile(r"(?!\W*[a-zß-ÿ]).{10,}\((?:19|20)\d\d[a-z]?\)[.,:]?\s")


def is_reference(text: Text) -> bool:
    """Whether a line may be one of a bibliography."""
    return _REFERENCE.match(text.plain) is not None


def cut_at(text: Text, cuts: list[int]) -> list[Text]:
    """A text cut at these places, without the parts that have no words."""
    bounds = [0, *cuts, len(text.plain)]
    pieces = [text.cut(low, high) for low, high in pairwise(bounds)]
    return [piece for piece in pieces if piece.folded]


def shown_lines(text: Text) -> list[Text]:
    """A text cut at all of its line breaks, shown or not."""
    return cut_at(text, [match.start() for match in re.finditer(r"[\n\v]", text.plain)])
