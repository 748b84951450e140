"""HTML in a page of Markdown, whose words may be marked as bold in Markdown's way."""

from __future__ import annotations

import re

from ingest.blocks import Mark
from ingest.readers.block_builder import BlockBuilder
from ingest.readers.html.walker import HtmlWalker

#: No longer stretch is meant to be bold, in characters.
_BOLD = re.compile(r"\*\*(?=[^\s*])(?P<words>[^*\n]{1,200}?)(?<=\S)\*\*")


class MarkedHtml(HtmlWalker):
    """Takes `**words**` inside of elements for bold, as they are meant.

    Few programs read Markdown there, and those who write `<li>**Tide Clerk**</li>` do not notice.
    """

    def __init__(self, builder: BlockBuilder) -> None:
        super().__init__(builder)
        self._bold = builder

    def data(self, characters: str, start: int, end: int) -> None:
        """Words between tags."""
        at = 0
        whole = len(characters) == end - start
        for match in _BOLD.finditer(characters) if whole else ():
            low, high = match.span("words")
            super().data(characters[at : match.start()], start + at, start + match.start())
            self._bold.open(start + match.start(), start + low, Mark.BOLD)
            super().data(characters[low:high], start + low, start + high)
            self._bold.close(start + high, start + match.end())
            at = match.end()
        super().data(characters[at:], start + at, end)
