"""Nothing lost, spans true: checked against a second, independent reading of the page.

The second reading renders the page to HTML with a stock markdown-it and takes the visible words
out of that with the standard library's parser; it shares no code with the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ingest.resume import Resume

_WORD = re.compile(r"[^\W_]+")
_LIQUID = re.compile(
    r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}.*?\{:/comment\}|"
    r"\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
_ONE = r"(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s{}\"']+))"
_ATTRIBUTES = re.compile(
    r"(?<!`)\{:[^{}\n]*\}"
    rf"|(?:(?<=[\])])|(?<!\S)(?=[^\n}}]*\}}[ \t]*$))\{{\s*{_ONE}(?:\s+{_ONE})*\s*\}}",
    re.MULTILINE,
)
#: Commands of LaTeX for a blank or a break, which Pandoc's pages have: Markdown shows their names.
_BLANKS = re.compile(
    r"\\(?:[hv]fill|q?quad|par|newpage|pagebreak|clearpage|noindent|(?:small|med|big)skip|hrule|"
    r"centering|raggedright)(?![a-zA-Z])"
)
#: Elements that are set in below a blank line are elements to who wrote them, code to Markdown.
_ELEMENT = re.compile(
    r"\s*</?(?:div|section|p|span|h\d|[uod]l|li|d[dt]|table|thead|tbody|t[rdh])(?:\s[^<>\n]*|/)?>",
    re.IGNORECASE,
)
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "source"}
_NEVER_SHOWN = {"script", "style", "template", "noscript", "title", "head", "svg", "iframe"}


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.stack: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "").replace(" ", "")
        hidden = (
            tag in _NEVER_SHOWN
            or "hidden" in given
            or given.get("aria-hidden") == "true"
            or "display:none" in style
        )
        self.words.append(" " if tag not in {"b", "i", "em", "strong", "code", "a", "s"} else "")
        if tag not in _VOID:
            self.stack.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        # What closes nothing leaves no trace, as in a browser; but </p> ends a paragraph.
        if tag == "p" or any(open_tag == tag for open_tag, _ in self.stack):
            self.words.append("" if tag in {"b", "i", "em", "strong", "code", "a", "s"} else " ")
        if any(open_tag == tag for open_tag, _ in self.stack):
            while self.stack.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self.stack):
            self.words.append(data)


def visible_words(page: str) -> Counter[str]:
    """How often each word is visible on the page, read without the reader."""
    page = re.sub(
        r"\A\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*$(?=.*\S)", "", page, flags=re.DOTALL | re.MULTILINE
    )
    page = _BLANKS.sub("\u2003", re.sub(r"\r\n?", "\n", page))
    page = _ATTRIBUTES.sub("", _LIQUID.sub("", page))
    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(front_matter_plugin)
    tokens = parser.parse(page)
    for token in tokens:
        if token.type == "code_block" and _ELEMENT.match(token.content):
            token.type = "html_block"
    html = parser.renderer.render(tokens, parser.options, {})
    visible = _Visible()
    visible.feed(html)
    visible.close()
    return Counter(_WORD.findall("".join(visible.words)))


def resume_words(resume: Resume) -> Counter[str]:
    """How often each word stands in a heading or statement of the resume."""
    found: Counter[str] = Counter()
    for _, _, words in resume.walk():
        found.update(_WORD.findall(words.text))
    return found


def check_spans(resume: Resume) -> list[str]:
    """What is wrong with spans: words that are not where they are said to be, or overlaps."""
    wrong: list[str] = []
    spans = []
    for _, _, words in resume.walk():
        raw = resume.source[words.span]
        own = _WORD.findall(words.text)
        if not (_follows(own, unescape(raw)) or _follows(own, raw)):
            wrong.append(f"{words.text!r} is not in {raw!r}")
        spans.append((words.span.start, words.span.end, words.text))
        line = len(re.findall(r"\r\n?|\n", resume.source.text[: words.span.start])) + 1
        if line != words.span.start_line:
            wrong.append(f"{words.text!r} starts on line {line}, not {words.span.start_line}")
    spans.sort()
    for (_, end, first), (start, _, second) in pairwise(spans):
        if start < end:
            wrong.append(f"{first!r} overlaps {second!r}")
    return wrong


def _follows(words: list[str], raw: str) -> bool:
    """Whether the words' letters stand in `raw` one after the other; markup may stand between."""
    at = 0
    for letter in "".join(words):
        at = raw.find(letter, at) + 1
        if not at:
            return False
    return True
