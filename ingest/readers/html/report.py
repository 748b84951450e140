"""What of a page was left out, told to its owner: words that nobody sees, copies, scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.readers.html.looks import (
    FOR_MACHINES,
    NOT_SHOWN,
    OUTSIDE,
    TINY,
    TRANSPARENT,
    UNREADABLE,
)
from ingest.readers.html.tree import Node, Words
from ingest.resume import Source, Warning

_WORD = re.compile(r"[^\W_]+")
_BY_LOOKS = frozenset({OUTSIDE, TINY, TRANSPARENT, UNREADABLE})
#: In words. What is merely not displayed is mostly a menu or a tool tip.
_MIN_BY_LOOKS, _MIN_NOT_SHOWN, _MIN_FOR_MACHINES = 2, 4, 8
#: So much of hidden words that stand on the page as well makes them a copy.
_SAID = 0.9
_LONGEST_QUOTE = 80
_MAX_TOLD = 10


class Report:
    """Gathers warnings for one page."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.warnings: list[Warning] = []

    def shown_by_script(self) -> None:
        """Nearly all of the page is hidden at first; it was read all the same."""
        message = "Most of the page is hidden until a script shows it; it was read as if shown."
        self.warnings.append(Warning(message, 1))

    def left_out(self, root: Node, copies: Sequence[Node]) -> None:
        """Tell of hidden words, and of copies."""
        visible = Counter(_WORD.findall(root.text().casefold()))
        hidden = [
            (start, reason, text)
            for start, reason, text in _hidden(root)
            if _is_told(reason, text, visible)
        ]
        for start, reason, text in hidden[:_MAX_TOLD]:
            shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
            self._warn(
                start,
                f"Left out, because a reader of the page does not see it ({reason}): “{shown}”",
            )
        if len(hidden) > _MAX_TOLD:
            self._warn(hidden[_MAX_TOLD][0], f"So are {len(hidden) - _MAX_TOLD} places more.")
        for copy in copies[:_MAX_TOLD]:
            self._warn(copy.start, "Left out, because the page says the same twice.")

    def _warn(self, start: int, message: str) -> None:
        line = len(re.findall(r"\r\n?|\n", self._source.text[:start])) + 1
        self.warnings.append(Warning(message, line))


def _hidden(root: Node) -> list[tuple[int, str, str]]:
    """Where hidden words stand, why nobody sees them, and the words."""
    found: list[tuple[int, str, str]] = []
    waiting: list[Node | Words] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Words):
            found += [(one.start, one.hidden, " ".join(one.text.split()))] if one.hidden else []
        elif one.hidden:
            text = one.text(all_words=True, most=400) if one.hidden in _TOLD else ""
            found.append((one.start, one.hidden, text))
        elif not one.left_out:
            waiting += reversed(one.children)
    return found


_TOLD = _BY_LOOKS | {NOT_SHOWN, FOR_MACHINES}


def _is_told(reason: str, text: str, visible: Counter[str]) -> bool:
    words = Counter(_WORD.findall(text.casefold()))
    least = {NOT_SHOWN: _MIN_NOT_SHOWN, FOR_MACHINES: _MIN_FOR_MACHINES}.get(reason, _MIN_BY_LOOKS)
    if reason not in _TOLD or words.total() < least:
        return False
    return reason in _BY_LOOKS or (words & visible).total() < _SAID * words.total()
