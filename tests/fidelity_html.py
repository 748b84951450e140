"""Nothing lost of a page of HTML: a second reading, with the standard library alone.

Fixtures mark what is no content with `data-left-out`, which the reader knows nothing of.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W_]+")
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "source"}
_UNSEEN = {"script", "style", "head", "title", "svg"}
_INLINE = {"b", "strong", "i", "em", "a", "code", "font", "span", "time", "o:p", "wbr"}


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.stack: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # Spans part words on these pages, but where a word processor put them.
        layout = (
            tag == "span" and not set(given) <= {"lang", "style"} and given.get("class") != "c0"
        )
        if tag not in _INLINE or layout or (tag == "span" and not given):
            self.words.append(" ")
        if tag not in _VOID:
            self.stack.append((tag, tag in _UNSEEN or "data-left-out" in given))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.words.append(" ")
        while any(name == tag for name, _ in self.stack) and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(left_out for _, left_out in self.stack):
            self.words.append(data)


def visible_words(page: str) -> Counter[str]:
    """How often each word is visible on a fixture, read without the reader."""
    reading = _Visible()
    reading.feed(page)
    reading.close()
    text = re.sub("[\xad\ue000-\uf8ff]", "", "".join(reading.words))
    return Counter(_WORD.findall(text))
