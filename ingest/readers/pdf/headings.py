"""Which lines are headings: by size, weight, case, colour, a rule, and beside the words around.

What a heading says counts only in so far as the names of sections show how this document sets its
headings; all lines that are set alike are then headings, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.readers.pdf.line import EDGE, Line
from ingest.readers.pdf.words import Word
from ingest.structure.kinds import exact_kind, is_document_title
from ingest.structure.names import NAME

NAME_LEVEL, SECTION_LEVEL, ENTRY_LEVEL = 1, 2, 3
#: Beside the body's size: what is surely larger, and what is a trifle larger on purpose.
_LARGER, _LARGE = 1.05, 1.12
_MAX_WORDS, _MAX_ENTRY_WORDS, _MAX_NAME_WORDS = 7, 14, 7
#: Points by which the left edges of one column may differ from page to page.
_ONE_COLUMN = 72.0
#: So many known names are sections, wherever they stand.
_MANY = 4
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_Set = tuple[str, float, bool, bool, bool, int]


@dataclass(slots=True)
class Body:
    """How most of the document is set."""

    size: float
    colour: int
    font: str
    bold: bool


def body_of(lines: Sequence[Line]) -> Body:
    """How most of the letters are set."""
    sizes: Counter[float] = Counter()
    colours: Counter[int] = Counter()
    fonts: Counter[tuple[str, bool]] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
            colours[word.look.colour] += len(word.text)
            fonts[word.look.font, word.look.bold] += len(word.text)
    if not sizes:
        return Body(10.0, 0, "", bold=False)
    font, bold = fonts.most_common(1)[0][0]
    return Body(sizes.most_common(1)[0][0], colours.most_common(1)[0][0], font, bold)


def mark_headings(lines: Sequence[Line]) -> None:
    """Set `heading` of each line that is one: the name, sections, and entries that are larger."""
    body = body_of(lines)
    for line in _name_lines(lines, body):
        line.heading = NAME_LEVEL
    sections = _section_sets(lines, body)
    titles = Counter((_set(line), said(heading_words(line))) for line in lines if _alone(line))
    begun = False
    above: Line | None = None
    for line in lines:
        if line.heading:
            above = line
            continue
        if (
            _alone(line)
            and _set(line) in sections
            and not _is_label(line, titles)
            and (begun or _is_first(line, above))
        ):
            line.heading = SECTION_LEVEL
            begun = True
        elif begun and _names_entry(line, body) and not (above and _is_second(above, line)):
            line.heading = ENTRY_LEVEL
        above = line


def _is_label(line: Line, titles: Counter[tuple[_Set, str]]) -> bool:
    """Whether a line stands on the pages several times, set in the same way."""
    return titles[_set(line), said(heading_words(line))] > 1


def _is_first(line: Line, above: Line | None) -> bool:
    """Whether the first line that is set as sections are is one: below the name says who it is."""
    return exact_kind(said(heading_words(line))) is not None or not (above and above.heading)


def _is_second(above: Line, line: Line) -> bool:
    """Whether a line stands right below one that names an entry, and says more of it."""
    near = above.page == line.page and 0 < line.base - above.base <= 2.2 * above.size
    word = line.words[0].box
    room = above.limit - above.right
    full = room < word[2] - word[0] + 0.5 * above.size or above.text.endswith(",")
    return above.heading == ENTRY_LEVEL and near and not (full and _set(above) == _set(line))


def heading_words(line: Line) -> list[Word]:
    """The words of a line that may be a heading: a label on the left, or all of it."""
    return line.cells[0] if line.label else line.words


def said(words: Sequence[Word]) -> str:
    """Words without the signs around them."""
    return _EDGES.sub("", " ".join(word.text for word in words))


# --- the name ---------------------------------------------------------------------------------


def _name_lines(lines: Sequence[Line], body: Body) -> list[Line]:
    """The lines of the name: the largest on the first page that may be one."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    large = [line for line in first if line.size >= _LARGE * body.size and not line.bullet]
    for size in sorted({round(line.size) for line in large}, reverse=True):
        alike = [line for line in large if round(line.size) == size]
        whole = _stacked(alike)
        text = " ".join(line.text for line in whole)
        words = text.split()
        if is_document_title(said(whole[0].words)) or len(alike) > 3 or exact_kind(text):
            continue
        if 1 < len(words) <= 2 * _MAX_NAME_WORDS and NAME.match(" ".join(words[:4]).strip(",")):
            return whole
    return []


def _stacked(lines: Sequence[Line]) -> list[Line]:
    """The first line, and those right below it that go on with it: a name on two lines."""
    whole = [lines[0]]
    for line in lines[1:]:
        near = 0 < line.base - whole[-1].base <= 1.6 * line.size
        if near and len(line.words) + sum(len(one.words) for one in whole) <= _MAX_NAME_WORDS:
            whole.append(line)
    return whole


# --- sections ---------------------------------------------------------------------------------


def _set(line: Line) -> _Set:
    """How a line is set."""
    words = heading_words(line)
    look = words[0].look
    text = said(words)
    capitals = text.isupper() and len(text) > 2
    return look.font, round(2 * words[0].size) / 2, look.bold, look.italic, capitals, look.colour


def _alone(line: Line) -> bool:
    """Whether nothing but a few words stands here, as is the way of headings."""
    words = heading_words(line)
    if line.bullet or not 0 < len(words) <= _MAX_WORDS or (len(line.cells) > 1 and not line.label):
        return False
    text = " ".join(word.text for word in words)
    return bool(
        any(map(str.isalpha, text)) and not re.search(r"[.;,@]$|@\w|://", text)
        and len({_look(word) for word in words}) <= 2 and not find_dates(text)
    )  # fmt: skip


def _look(word: Word) -> tuple[str, bool, int]:
    return word.look.font, word.look.bold, word.look.colour


def _section_sets(lines: Sequence[Line], body: Body) -> set[_Set]:
    """The ways in which section headings are set."""
    groups: dict[_Set, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.heading and _alone(line) and _stands_out(line, body):
            groups[_set(line)].append(line)
    # What stands there several times ("Highlights") is a label of entries.
    titles = {
        key: Counter(said(heading_words(line)) for line in group) for key, group in groups.items()
    }
    known = {
        key: sum(count == 1 and exact_kind(title) is not None for title, count in counted.items())
        for key, counted in titles.items()
    }
    sure = {
        key for key, group in groups.items()
        if known[key] and (known[key] >= 2 or _prominent(group, body))
        and known[key] >= 0.2 * len(group)
    }  # fmt: skip
    if not sure:
        return _by_look_alone(groups, body)
    # How most sections are set; what else is set as headings are may be labels in them.
    first = max(sure, key=lambda key: (known[key] >= 2, key[1], key[4], known[key]))
    return {
        key for key in sure
        if key == first or known[key] >= _MANY or not _are_inside(key, lines, first)
    }  # fmt: skip


def _are_inside(small: _Set, lines: Sequence[Line], first: _Set) -> bool:
    """Whether headings all stand in sections that those set as `first` open in their column.

    Then they are labels ("Languages" among skills); in a column of their own they are not.
    """
    opened: Line | None = None
    for line in lines:
        if not _alone(line):
            continue
        if _set(line) == first:
            opened = line
        elif _set(line) == small:
            same = opened is not None and abs(opened.floor - line.floor) <= _ONE_COLUMN
            if not same:
                return False
    return True


def _stands_out(line: Line, body: Body) -> bool:
    words = heading_words(line)
    look, text = words[0].look, said(words)
    if line.label:
        beside = line.cells[1][0]
        other = (look.bold, look.colour) != (beside.look.bold, beside.look.colour)
        return other or text.isupper() or words[0].size >= _LARGE * beside.size
    larger = words[0].size >= _LARGER * body.size
    other = look.font != body.font or (look.bold and not body.bold)
    capitals = text.isupper() and len(text) > 2
    return larger or other or capitals or look.colour != body.colour or line.ruled or line.label


def _prominent(group: Sequence[Line], body: Body) -> bool:
    line = group[0]
    words = heading_words(line)
    capitals = said(words).isupper()
    bold = words[0].look.bold and not body.bold
    larger = words[0].size >= _LARGE * body.size
    return larger or (capitals and bold) or any(one.ruled for one in group)


def _by_look_alone(groups: dict[_Set, list[Line]], body: Body) -> set[_Set]:
    """Where no heading has a known name: the largest of the looks that return."""
    fitting = [
        (key[1], key[2], key[4], key)
        for key, group in groups.items()
        if len(group) >= 2 and _prominent(group, body)
    ]
    return {max(fitting)[3]} if fitting else set()


def _names_entry(line: Line, body: Body) -> bool:
    """Whether a line in larger letters names an entry of a section."""
    words = line.cells[0] if line.cells else []
    if line.bullet or line.note or line.label or not words or words[0].size < _LARGE * body.size:
        return False
    text = line.text
    whole = all(word.size >= _LARGE * body.size for word in words)
    short = len(line.words) <= _MAX_ENTRY_WORDS and not text.endswith((".", ";"))
    quoted = text[:1] in '"“„«‘' or words[0].look.italic
    return whole and short and not quoted and line.left - line.floor >= -EDGE
