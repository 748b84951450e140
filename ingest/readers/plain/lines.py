"""The lines of a plain text: their indent, their bullet, whether they are underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_BULLET = re.compile(
    r"(?:[•●○◦▪▫■□◆◇►▸▹‣⁃∙·➢➤✓✔❖*+>.–—-]|o(?= )|\d{1,2}[.)](?!\s*(?:19|20)\d\d))[ \t]+(?=\S)"
)
#: A line of signs: of one sort below a line it underlines that, else it parts what is around it.
_RULE = re.compile(r"[\s\W_]*[-=_*~#+.─═━—–]{3}[\s\W_]*")
#: Signs before and behind a short line: "== Work ==", "** Work **", "--- Work -----------".
_FRAMED = re.compile(r"(?P<sign>[-=~*#+:_])(?P=sign)+\s+(?P<words>\w.{1,58}?)\s+(?P=sign){2,}")
#: Frames drawn around a text.
_FRAME = " \t\f\xa0│┃║|╔╗╚╝┌┐└┘"
#: What parts the columns of a line; leaders have blanks around them.
GAP = re.compile(r"\t+| {3,}| [.·_]{4,} ")
_TAB = 8
#: Lines this long or longer are of running text.
_PROSE = 50
_MIN_PROSE = 3
_MAX_WIDTH = 110
_NEVER = 1_000_000


@dataclass(frozen=True, slots=True)
class PlainLine:
    """One line. `words` are without indent, bullet and frame; they begin at `start`.

    `indent` and `length` are in columns, `end` is where the line ends in the file. `underline` is
    the sign that the next line consists of, or that stands before and behind the words where they
    are `framed`; `rule` marks a line of nothing but signs.
    `after_blank`: a blank line, a rule or nothing stands above it.
    """

    words: str
    start: int
    end: int
    indent: int
    length: int
    bullet: bool = False
    rule: bool = False
    underline: str = ""
    after_blank: bool = True
    framed: bool = False

    @property
    def gapped(self) -> bool:
        """Whether wide gaps part it, or leaders ("Cook ........ 2010 - 2014")."""
        return GAP.search(self.words) is not None


def lines_of(text: str) -> list[PlainLine]:
    """All lines; an underline is part of the line above it."""
    raw = [match for match in _LINE.finditer(text) if match[0]]
    found: list[PlainLine] = []
    blank = True
    for at, match in enumerate(raw):
        written = match[0].rstrip("\r\n")
        if not any(map(str.isalnum, written)):
            rule = bool(_RULE.fullmatch(written))
            underlines = bool(rule and found and found[-1].underline and not blank)
            if not underlines:
                found.append(PlainLine("", match.start(), match.end(), 0, 0, rule=rule))
            blank = True
            continue
        below = raw[at + 1][0] if at + 1 < len(raw) else ""
        found.append(_line(written, match.start(), _underline(written, below), blank))
        blank = False
    return found


def _line(written: str, offset: int, underline: str, blank: bool) -> PlainLine:
    bare = written.lstrip(_FRAME)
    indent = len(written[: len(written) - len(bare)].expandtabs(_TAB))
    framed = _FRAMED.fullmatch(bare.rstrip(_FRAME))
    bullet = _BULLET.match(bare)
    words = bare[framed.start("words") :] if framed else bare[bullet.end() :] if bullet else bare
    start = offset + len(written) - len(words)
    words = framed["words"] if framed else words.rstrip(_FRAME)
    length = len(written.rstrip().expandtabs(_TAB))
    return PlainLine(
        words,
        start,
        offset + len(written),
        indent,
        length,
        bullet=bool(bullet),
        underline=framed["sign"] if framed else "" if bullet else underline,
        after_blank=blank,
        framed=bool(framed),
    )


def _underline(written: str, below: str) -> str:
    """The sign that underlines a short line; "" where none does."""
    signs = below.strip()
    if len(signs) < 3 or len(set(signs)) > 1 or signs[0] not in "-=_~*─═━—–#^":
        return ""
    short = len(written.split()) <= 8
    return signs[0] if short else ""


def wrap_width(lines: Sequence[PlainLine]) -> int:
    """The width at which running text was wrapped; larger than any line where it was not."""
    lengths = sorted(line.length for line in lines if line.length >= _PROSE and not line.gapped)
    if len(lengths) < _MIN_PROSE or lengths[-1] > _MAX_WIDTH:
        return _NEVER
    return lengths[len(lengths) * 9 // 10]
