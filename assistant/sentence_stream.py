"""A stream of tokens becomes sentences, each held back until nothing can be added to it.

Tokens cut words, markers and full stops anywhere. A sentence is whole at its full stop once it has
its marker before that ("... [1]."), else when what follows shows that neither a marker nor the rest
of a number or an abbreviation comes. What reasoning models think aloud, and blocks of code, are no
sentences: both are taken out, however they are cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.markers import leading_markers, unfinished
from ingest.sentences import sentence_spans

#: A sentence with its marker before the full stop: nothing belongs to it any more.
_CLOSED = re.compile(r"[\]】］〕][.!?。！？]+[\"”’»)]?(?=\s|$|[\u3040-\u9fff\uac00-\ud7af])")
_OPEN_THOUGHT, _CLOSE_THOUGHT = "<think>", "</think>"
_FENCE = "```"
_OPENINGS = (_OPEN_THOUGHT, _FENCE)
#: Longer than any sentence of an answer: what has no end by then is cut there.
_LONGEST = 1_500


class Sentences:
    """Feed it tokens, get sentences. One for each stream."""

    def __init__(self) -> None:
        self._raw = ""
        self._text = ""
        self._until: str | None = None

    def feed(self, token: str) -> list[str]:
        """The sentences that are whole now, markers and all."""
        self._raw += token
        self._text += self._visible()
        return list(self._whole())

    def end(self) -> str:
        """What is left when the stream has ended: perhaps a sentence without a full stop."""
        if self._until is None:
            self._text += self._raw
        rest, self._raw, self._text = self._text.strip(), "", ""
        return rest

    def _visible(self) -> str:
        """What has come that is neither thought nor code, but for an end that may become either."""
        seen = ""
        while self._raw:
            if self._until is not None:
                before, found, after = self._raw.partition(self._until)
                if not found:
                    # Its end may be cut as well; the rest of what is inside is of no use.
                    self._raw = before[-len(self._until) :]
                    return seen
                self._raw, self._until = after, None
                continue
            at, opening = min(
                ((self._raw.find(mark), mark) for mark in _OPENINGS if mark in self._raw),
                default=(-1, ""),
            )
            if at < 0:
                held = _may_open(self._raw)
                seen += self._raw[: len(self._raw) - held]
                self._raw = self._raw[len(self._raw) - held :]
                return seen
            seen += self._raw[:at] + "\n"
            self._raw = self._raw[at + len(opening) :]
            self._until = _CLOSE_THOUGHT if opening == _OPEN_THOUGHT else _FENCE
        return seen

    def _whole(self) -> Iterator[str]:
        while (end := self._first_end()) is not None:
            sentence, self._text = self._text[:end].strip(), self._text[end:]
            if sentence:
                yield sentence

    def _first_end(self) -> int | None:
        """Where the first sentence ends, if that is sure."""
        line, newline, after = self._text.partition("\n")
        if newline and not line.strip():
            return len(line) + 1
        closed = _CLOSED.search(line)
        spans = sentence_spans(line)
        ends = [closed.end()] if closed else []
        if len(spans) > 1:
            between = spans[0][1] + leading_markers(line[spans[0][1] :])
            # Sure only if what comes behind is the next sentence, not a marker's beginning.
            if (between < len(line.rstrip()) and not unfinished(line)) or newline:
                ends.append(between)
        if ends:
            return min(ends)
        if newline:
            return self._line_end(len(line), after)
        return _LONGEST if len(line) > _LONGEST else None

    def _line_end(self, end: int, after: str) -> int | None:
        """The end of a line, and the markers that stand alone on the next one."""
        behind = leading_markers(after)
        if behind:
            return end + 1 + behind
        return None if not after.strip() or unfinished(after) else end + 1


def _may_open(text: str) -> int:
    """How many characters at the end may become `<think>` or a fence."""
    most = max(map(len, _OPENINGS)) - 1
    for size in range(min(most, len(text)), 0, -1):
        if any(mark.startswith(text[-size:]) for mark in _OPENINGS):
            return size
    return 0
