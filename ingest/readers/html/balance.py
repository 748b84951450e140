"""Where an HTML block really ends: at the line where its elements are closed."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from ingest.readers.html.walker import VOID_TAGS

# Containers whose inside may be Markdown again; inside any other element it is HTML.
_OPEN_TO_MARKDOWN = frozenset(
    "div section article header footer main aside nav center span details address".split()
)


# In characters. A tag or comment that has not ended by then is not looked at again line by line:
# the block is what CommonMark takes for it.
_LONGEST_TAG = 5_000


class _Depth(HTMLParser):
    """Counts open elements, and those that only hold other blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self._counts: Counter[str] = Counter()
        self.words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID_TAGS:
            self.open.append(tag)
            self._counts[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._counts[tag]:
            closed = ""
            while closed != tag:
                closed = self.open.pop()
                self._counts[closed] -= 1

    def handle_data(self, data: str) -> None:
        self.words = self.words or not data.isspace()

    @property
    def only_containers(self) -> bool:
        """Whether no words stand in what is open, and all of it may hold Markdown."""
        others = (tag for tag, count in self._counts.items() if count)
        return not self.words and all(tag in _OPEN_TO_MARKDOWN for tag in others)

    @property
    def unfinished(self) -> bool:
        """Whether a tag or comment is still open at the end of what was fed."""
        return bool(self.rawdata.strip())


def balanced_line(lines: list[str]) -> int:
    """How many of an HTML block's lines are HTML; the rest is Markdown glued to it."""
    parser = _Depth()
    for count, line in enumerate(lines, 1):
        parser.feed(line)
        if len(parser.rawdata) > _LONGEST_TAG:
            return len(lines)
        if parser.unfinished:
            continue
        if not parser.open:
            return count
        if count < len(lines) and _is_markdown(lines[count]) and parser.only_containers:
            return count
    return len(lines)


def _is_markdown(line: str) -> bool:
    words = line.strip()
    indent = len(line) - len(line.lstrip())
    return bool(words) and not words.startswith("<") and indent < 4
