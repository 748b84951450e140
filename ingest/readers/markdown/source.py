"""What happens to a page before it is Markdown: tags and attribute lists are taken out.

Jekyll runs Liquid first, Hugo its shortcodes, and kramdown reads `{: .class}` as attributes; none
is content. What is taken out leaves no trace in the text that is parsed, but every character that
remains knows where it stood. Nothing is ever executed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ingest.readers.markdown.callouts import callouts
from ingest.readers.markdown.pandoc import as_commonmark
from ingest.readers.markdown.shortcodes import without_tags

# One attribute: #id, .class or key=value. White space between attributes is required, so that no
# text matches in two ways (a page of dots must not take exponential time).
_ATTRIBUTE = r"(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s{}\"']+))"
# Not right behind a back tick: there somebody writes about them, in code.
_KRAMDOWN = re.compile(r"(?<!`)\{:[^{}\n]*\}")
_LIST = rf"\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
# Pandoc's lists stand at the end of a line (a heading's) or right behind a link.
_PANDOC = re.compile(rf"(?<=[\])]){_LIST}|(?<!\S){_LIST}(?=[ \t\r]*$)", re.MULTILINE)
# Two backslashes break a line in kramdown, one does in CommonMark.
_BREAK = re.compile(r"(?<=[^\\\n])\\(?=\\[ \t\r]*\n[ \t]*\S)")
_HIDDEN_PAIRS = (
    (re.compile(r"\{%-?\s*comment\s*-?%\}"), re.compile(r"\{%-?\s*endcomment\s*-?%\}")),
    (re.compile(r"\{::comment\}"), re.compile(r"\{:/(?:comment)?\}")),
)


# Hugo's front matter in TOML. Where a page is nothing but that, it is the page.
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*$(?=.*\S)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PreparedText:
    """Markdown proper, and where its characters stand in the file.

    At each index of `cut_at` (ascending) something was taken out of the file; `cut_size` says how
    many characters in all up to there. `toml` is the front matter, where it is in TOML.
    """

    text: str
    cut_at: tuple[int, ...]
    cut_size: tuple[int, ...]
    toml: str | None = None

    def offset(self, index: int) -> int:
        """Where the character at `index` of `text` stands in the file."""
        i = bisect_right(self.cut_at, index) - 1
        return index + (self.cut_size[i] if i >= 0 else 0)


def prepare(text: str) -> PreparedText:
    """Take out tags of templates and attribute lists, and make `\\n` of every line end."""
    returns = [(match.start(), match.start() + 1) for match in re.finditer("\r\n", text)]
    text = re.sub("\r(?!\n)", "\n", text)
    front = _TOML.match(text.replace("\r\n", " \n"))
    if front is not None:
        returns.append((0, front.end()))
    text, no_words = as_commonmark(text)
    text, frames = callouts(text)
    hidden = _hidden_pairs(text)
    text, tags = without_tags(text)
    no_words += [*frames, *tags, *hidden, *_attribute_lists(text)]
    no_words += [match.span() for match in _BREAK.finditer(text)]
    cuts = _merge([*returns, *no_words])
    kept: list[str] = []
    cut_at: list[int] = []
    cut_size: list[int] = []
    position = removed = length = 0
    for start, end in cuts:
        kept.append(text[position:start])
        length += start - position
        removed += end - start
        if cut_at and cut_at[-1] == length:
            cut_size[-1] = removed
        else:
            cut_at.append(length)
            cut_size.append(removed)
        position = end
    kept.append(text[position:])
    toml = front["toml"] if front is not None else None
    return PreparedText("".join(kept), tuple(cut_at), tuple(cut_size), toml)


def _hidden_pairs(text: str) -> list[tuple[int, int]]:
    """Comments of Liquid and kramdown, from opening tag to closing tag."""
    found: list[tuple[int, int]] = []
    for opening, closing in _HIDDEN_PAIRS:
        position = 0
        while begin := opening.search(text, position):
            end = closing.search(text, begin.end())
            if end is None:
                break
            found.append((begin.start(), end.end()))
            position = end.end()
    return found


def _attribute_lists(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _KRAMDOWN.finditer(text)]
    return found + [match.span() for match in _PANDOC.finditer(text)]


def _merge(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
