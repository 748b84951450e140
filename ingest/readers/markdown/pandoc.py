"""What Pandoc has and CommonMark has not, in CommonMark of the very same length.

Every character keeps its place: "(@fig) A paper" becomes "000001) A paper", the borders of a grid
table become those of a table with pipes or are cut out. Commands of LaTeX that only lay out a page
are cut out, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.readers.markdown.simple_tables import simple_tables

#: A marker of an example list, or of a list whose numbers are left to Pandoc. Markdown takes at
#: most nine digits.
_EXAMPLE = re.compile(r"^(?P<indent> {0,3})\(@[\w-]{0,6}\)(?=[ \t]+\S)", re.MULTILINE)
_HASH = re.compile(r"^ {0,3}#(?=[.)][ \t]+\S)", re.MULTILINE)
#: Title, authors and date of a page, each behind a sign.
_TITLE_BLOCK = re.compile(r"\A\ufeff?(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}")
_GRID = re.compile(
    r"^(?P<top>\+(?:[-:]+\+)+)[ \t]*\n"
    r"(?:\|[^\n]*\|[ \t]*\n\+(?:[-=:]+\+)+[ \t]*(?:\n|\Z))+",
    re.MULTILINE,
)
_BORDER = re.compile(r"^\+(?:[-=:]+\+)+[ \t]*(?:\n|\Z)", re.MULTILINE)
_WIDE = ("\\hfill", "\\quad", "\\qquad", "\\hspace")
_HREF = re.compile(r"\\href\{(?P<target>[^{}\s<>]{1,300})\}\{(?P<words>[^{}\[\]\n]{1,200})\}")
_LAYOUT = re.compile(
    r"\\(?:begin|end)\{\w+\*?\}(?:\[[^\]\n]*\])?|\\[vh]space\*?\{[^{}\n]*\}"
    r"|\\(?:hfill|vfill|newpage|pagebreak|clearpage|noindent|smallskip|medskip|bigskip|hrule|"
    r"centering|raggedright|quad|qquad|par)(?![a-zA-Z])"
)


def as_commonmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, as long as before, and the stretches of it that are no words of the page."""
    text, cuts = _linked(text)
    signs: dict[int, str] = {}
    if title := _TITLE_BLOCK.match(text):
        signs_at = re.finditer(r"^\ufeff?%[ \t]*", title[0], re.MULTILINE)
        cuts += [match.span() for match in signs_at]
    for match in _LAYOUT.finditer(text):
        wide = match[0].startswith(_WIDE)
        cuts.append((match.start() + wide, match.end()))
        if wide:
            # A blank an em wide parts what a wide space parts.
            signs[match.start()] = "\u2003"
    text = with_signs(text, signs)
    text = _EXAMPLE.sub(lambda match: match["indent"] + _numbered(match), text)
    text = _HASH.sub(lambda match: match[0][:-1] + "1", text)
    for grid in list(_GRID.finditer(text)):
        top = _top(grid["top"])
        if top is None:
            continue
        text = text[: grid.start()] + top + text[grid.start() + len(top) :]
        inside = _BORDER.finditer(text, grid.start("top") + len(top), grid.end())
        cuts += [border.span() for border in inside]
    return with_signs(text, simple_tables(text)), cuts


def _linked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Links as LaTeX has them become links by reference, whose addresses stand behind the page."""
    cuts: list[tuple[int, int]] = []
    signs: dict[int, str] = {}
    targets: dict[str, str] = {}
    for match in _HREF.finditer(text):
        low, high = match.span("words")
        cuts.append((match.start(), low - 1))
        signs |= {low - 1: "[", high: "]"}
        targets.setdefault(match["words"].casefold(), match["target"])
    text = with_signs(text, signs)
    if targets:
        text += "\n\n" + "".join(f"[{words}]: <{target}>\n" for words, target in targets.items())
    return text, cuts


def with_signs(text: str, signs: Mapping[int, str]) -> str:
    """The text with other characters at some places."""
    if not signs:
        return text
    characters = list(text)
    for at, sign in signs.items():
        characters[at] = sign
    return "".join(characters)


def _numbered(match: re.Match[str]) -> str:
    size = len(match[0]) - len(match["indent"])
    return ")".rjust(size, "0").replace("0)", "1)")


def _top(border: str) -> str | None:
    """An empty head and the line below it, as long as the border of a grid; None if too short."""
    columns = border.count("+") - 1
    head, rest = "|" + " |" * columns, len(border) - 2 * columns - 2
    below = "|" + "-|" * (columns - 1)
    dashes = rest - len(below) - 1
    return f"{head}\n{below}{'-' * dashes}|" if dashes > 0 else None
