"""Characters of a page become words, and words that stand close on one line become segments.

Position decides, not the order in which the file draws. A segment ends at a gap that is wider than
a space: there a column, a date on the right, or the next of several things on one line may begin.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from ingest.readers.pdf.letters import ICON, SOFT_HYPHEN
from ingest.readers.pdf.pages import Glyph, Look, Page

#: In ems. A space has a quarter to a third, LaTeX presses it to a fifth; letters that touch have
#: none. Between words of a justified line there may be as much as `_WIDE_SPACE`.
SPACE, _WIDE_SPACE, _GAP = 0.14, 1.7, 1.0
#: The least gap that is believed to part words where the widths in the font say so.
_TOLD = 0.06
#: The same where a line has characters for blanks, too: they lack where the font changes.
_BETWEEN = 0.16
#: Ems between letters from which they are set apart on purpose.
_SPACED = 0.045
#: How far letters of one line may stand above or below each other, in ems.
_LEVEL = 0.22
#: Letters of one line have sizes that differ by this factor at most.
_SAME_LINE = 1.6
#: Small capitals that are made of capitals have about so much of their size.
_SMALL_CAPITALS = (0.6, 0.9)


@dataclass(slots=True)
class Word:
    """A word and its box (left, top, right, bottom, in points from the top left of its page)."""

    text: str
    page: int
    box: tuple[float, float, float, float]
    size: float
    look: Look
    link: str | None = None
    #: Where the word goes on after the end of a line: what stands there, and its box.
    rest: tuple[str, tuple[float, float, float, float], int] | None = None

    @property
    def is_icon(self) -> bool:
        """Whether it is a drawing of an icon font and no word."""
        return self.text == ICON


@dataclass(slots=True)
class Segment:
    """Words that stand close on one line. `base` is the line that they stand on."""

    words: list[Word]
    page: int
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    turned: int = 0
    #: A drawn dot before the first word.
    dotted: float | None = None

    @property
    def text(self) -> str:
        """The words, icons left out."""
        return " ".join(word.text for word in self.words if not word.is_icon)

    @property
    def look(self) -> Look:
        """How most of it is shown."""
        counts: Counter[Look] = Counter()
        for word in self.words:
            if not word.is_icon:
                counts[word.look] += len(word.text)
        return counts.most_common(1)[0][0] if counts else self.words[0].look


@dataclass(slots=True)
class Stretch:
    """Characters on one line, from left to right."""

    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def last(self) -> Glyph:
        """Its last character."""
        return self.glyphs[-1]

    @property
    def spread(self) -> float:
        """Points between its last two letters."""
        two = [glyph for glyph in self.glyphs[-3:] if glyph.text != " "][-2:]
        return max(0.0, two[1].left - two[0].right) if len(two) == 2 else 0.0


def stretches_of(glyphs: Sequence[Glyph]) -> list[Stretch]:
    """Stretches of characters on one line, cut where a wide gap is."""
    runs: list[Stretch] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1], glyph):
            runs[-1].glyphs.append(glyph)
        elif glyph.text != " ":
            runs.append(Stretch([glyph]))
    open_lines: dict[int, list[Stretch]] = {}
    done: list[Stretch] = []
    for run in sorted(runs, key=lambda one: one.glyphs[0].left):
        first = run.glyphs[0]
        row = int(first.base // 4)
        near = [line for at in (row - 1, row, row + 1) for line in open_lines.get(at, ())[-8:]]
        fitting = [line for line in near if _follows(line, first)]
        if fitting:
            best = min(fitting, key=lambda line: abs(line.last.base - first.base))
            best.glyphs += run.glyphs
        else:
            open_lines.setdefault(row, []).append(run)
            done.append(run)
    return done


def _follows(line: Stretch, after: Glyph) -> bool:
    """Whether a character stands on a line, behind its last one, and not far."""
    before = line.last
    size = max(before.look.size, after.look.size)
    small = min(before.look.size, after.look.size)
    if abs(before.base - after.base) > _LEVEL * small or size > _SAME_LINE * small:
        return False
    gap = after.left - before.right
    wide = _WIDE_SPACE if " " in (before.text, after.text) else _GAP
    wide = max(wide * size, 3 * line.spread + 0.5 * size)
    return -0.6 * size < gap < wide and after.left > before.left - 0.2 * size


def parted(line: Stretch, page: Page, boxes: Mapping[int, tuple[float, ...]]) -> Iterable[Segment]:
    """The segments of a stretch: cut at icons and at wide gaps, and each into words."""
    parts: list[list[list[Glyph]]] = [[]]
    threshold, widest = _word_gap(line.glyphs)
    word: list[Glyph] = []
    spaces, before = 0, None
    for glyph in line.glyphs:
        if glyph.text == " ":
            spaces += 1
            continue
        gap = glyph.left - before.right if before is not None else 0.0
        size = min(glyph.look.size, before.look.size) if before is not None else glyph.look.size
        icon = glyph.text == ICON
        told = glyph.blank and not widest and gap > _TOLD * size
        apart = spaces or told or gap > threshold * size or icon
        if before is not None and (apart or before.text == ICON):
            parts[-1].append(word)
            word = []
            wide = max(_WIDE_SPACE if spaces == 1 else _GAP, widest)
            if gap >= wide * size or (icon and parts[-1]):
                parts.append([])
        word.append(glyph)
        before, spaces = glyph, 0
    if word:
        parts[-1].append(word)
    for words in parts:
        made = [_word(glyphs, page, boxes) for glyphs in _unspaced(words)]
        made = [one for one in made if one.text]
        if made:
            yield _segment(made, [glyph for glyphs in words for glyph in glyphs], page)


def _word_gap(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """Ems between two characters that part words, and that part what no longer belongs together."""
    gaps = [
        (after.left - before.right) / after.look.size
        for before, after in itertools.pairwise(glyphs)
        if " " not in (before.text, after.text) and after.look.size > 0
    ]
    usual = median(gaps) if gaps else 0.0
    has_spaces = any(glyph.text == " " for glyph in glyphs)
    if usual < _SPACED:
        return (_BETWEEN if has_spaces else SPACE + min(0.0, usual)), 0.0
    apart = max(1.0, 3 * usual) if has_spaces else max(2 * usual, usual + SPACE)
    return apart, 3 * usual + 0.5


def _unspaced(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """Letters that are typed with spaces between them ("J A N E  D O E") as words."""
    letters = [word for word in words if len(word) == 1 and word[0].text.isalnum()]
    if len(letters) < 4 or len(letters) < 0.9 * len(words):
        return words
    gaps = [b[0].left - a[-1].right for a, b in itertools.pairwise(words)]
    usual = median(gaps)
    joined = [list(words[0])]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > 1.5 * usual:
            joined.append(list(word))
        else:
            joined[-1] += word
    return joined


def _word(glyphs: list[Glyph], page: Page, boxes: Mapping[int, tuple[float, ...]]) -> Word:
    corners = [boxes[id(glyph)] for glyph in glyphs]
    looks = Counter(glyph.look for glyph in glyphs for _ in glyph.text)
    box = (
        min(each[0] for each in corners), min(each[1] for each in corners),
        max(each[2] for each in corners), max(each[3] for each in corners),
    )  # fmt: skip
    return Word(
        text=_cased(glyphs),
        page=page.number,
        box=box,
        size=max(look.size for look in looks),
        look=looks.most_common(1)[0][0],
        link=_link(page, box),
    )


def _cased(glyphs: Sequence[Glyph]) -> str:
    """The letters; capitals that are smaller than the one they follow are small capitals."""
    text = "".join(glyph.text for glyph in glyphs)
    text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1:]
    largest = max(glyph.look.size for glyph in glyphs)
    low, high = (share * largest for share in _SMALL_CAPITALS)
    small = [low < glyph.look.size < high and glyph.text.isupper() for glyph in glyphs]
    first = next((glyph for glyph in glyphs if glyph.text.isalpha()), None)
    if not any(small) or first is None or not text.isupper() or first.look.size < largest:
        return text
    return "".join(
        glyph.text.lower() if is_small else glyph.text
        for glyph, is_small in zip(glyphs, small, strict=True)
    )


def _link(page: Page, box: tuple[float, float, float, float]) -> str | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for area in page.links:
        if area.left <= x <= area.right and area.top <= y <= area.bottom:
            return area.target
    return None


def _segment(words: list[Word], glyphs: Sequence[Glyph], page: Page) -> Segment:
    sizes: Counter[float] = Counter()
    for glyph in glyphs:
        if glyph.text != ICON:
            sizes[round(glyph.look.size, 1)] += len(glyph.text)
    bases = [glyph.base for glyph in glyphs if glyph.text != ICON] or [glyphs[0].base]
    size = sizes.most_common(1)[0][0] if sizes else glyphs[0].look.size
    return Segment(
        words=_lowered(words),
        page=page.number,
        left=min(glyph.left for glyph in glyphs),
        right=max(glyph.right for glyph in glyphs),
        top=min(glyph.top for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
        base=median(bases),
        size=size,
    )


def _lowered(words: list[Word]) -> list[Word]:
    """Small words of a line in small capitals, where others show that it is one."""
    mixed = [word for word in words if word.text[:1].isupper() and word.text[1:].islower()]
    largest = max(word.size for word in words)
    for word in words:
        low, high = (share * largest for share in _SMALL_CAPITALS)
        if mixed and word.text.isupper() and low < word.size < high:
            word.text = word.text.lower()
    return words
