"""Where the words of a YAML scalar stand: plain, in quote marks, or in a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.tree.node import UNSEEN, Node, TreeText

#: An anchor and a tag may stand before a value, in either order.
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s|#[^\r\n]*(?=[\r\n]))*)*")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)?")
_ESCAPE = re.compile(r"\\(?:x..|u....|U........|\r\n|.)", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
#: A line that goes on in the next, which is a bullet: RenderCV has bullets in bullets so.
_FOLDED_BULLET = re.compile(r"[\r\n][ \t]*[-*•][ \t]")


class YamlText(TreeText):
    """Scalars in all of YAML's styles; which one it is can be seen where it begins."""

    def skip_properties(self, event: Any) -> int:
        """The offset of the value itself, behind its anchor and tag."""
        start = int(event.start_mark.index)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            match = _PROPERTIES.match(self.text, start, int(event.end_mark.index))
            return match.end() if match else start
        return start

    def region(self, start: int, end: int) -> tuple[int, int]:
        """A scalar from its first to its last visible sign; of a block, without its header."""
        if self.text[start : start + 1] in ("|", ">"):
            start = self._block(start, end)
            words = self.text[start:end]
            start += len(words) - len(words.lstrip())
            end = max(start, end - len(words) + len(words.rstrip()))
        return start, end

    def inside(self, node: Node) -> tuple[int, int]:
        """The words, without quote marks or the header of a block."""
        start, end = node.start, node.end
        if self.text[start : start + 1] in ('"', "'") and end - start > 1:
            return start + 1, end - 1
        return self.region(start, end)

    def places(self, node: Node) -> list[int]:
        """One offset a character, found by walking through the words and the file together."""
        start, end = self.inside(node)
        if self.text[node.start : node.start + 1] in ("|", ">"):
            start = self._block(node.start, end)
        quote = self.text[node.start : node.start + 1]
        offsets = list(_walk(self.text, start, end, node.words, quote))
        if len(offsets) != len(node.words):
            # Not to be understood: each word then stands for the whole.
            offsets = [start] * len(node.words)
        return [*offsets, end]

    def _block(self, start: int, end: int) -> int:
        header = _HEADER.match(self.text, start, end)
        return header.end() if header else start


def words_of(event: Any, source: YamlText, start: int) -> str:
    """The words of a scalar as they are to be read.

    Halves of one character, as JSON escapes it, are joined; a bullet that a folded line ran into
    stands on a line of its own.
    """
    words = _SURROGATES.sub(_joined, event.value).translate(UNSEEN)
    if event.style in ("|", ">"):
        words = words.rstrip()
    raw = source.text[start : event.end_mark.index]
    if event.style != "|" and _FOLDED_BULLET.search(raw):
        words = _unfolded(words, raw)
    return words


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _unfolded(words: str, raw: str) -> str:
    """The words with a line break before each bullet that begins a line of the file."""
    quote = raw[:1]
    inner = raw[1:-1] if quote in ('"', "'") else raw
    offsets = list(_walk(inner, 0, len(inner), words, quote))
    if len(offsets) != len(words):
        return words
    broken = list(words)
    for at in range(1, len(words) - 2):
        bullet = words[at + 1] in "-*•" and words[at + 2] == " "
        if (
            words[at] == " "
            and bullet
            and re.search(r"[\r\n]", inner[offsets[at] : offsets[at + 1]])
        ):
            broken[at] = "\n"
    return "".join(broken)


def _walk(text: str, at: int, end: int, words: str, quote: str) -> Iterator[int]:
    """The offset of each character of `words`; fewer where the two do not fit together."""
    for char in words:
        found = _next(text, at, end, char, quote)
        if found is None:
            return
        start, at = found
        yield start


def _next(text: str, at: int, end: int, char: str, quote: str) -> tuple[int, int] | None:
    """Where a character stands at or after `at`, and where the next may."""
    while at < end:
        if quote == '"' and text[at] == "\\":
            escape = _ESCAPE.match(text, at, end)
            stop = escape.end() if escape else end
            if text[at + 1 : at + 2] not in ("\n", "\r"):
                pair = ord(char) > 0xFFFF and text[at + 1] == "u"
                return at, stop + 6 if pair else stop
            at = stop  # a line that is broken where no blank is; its indentation is none either
            while at < end and text[at] in " \t":
                at += 1
        elif text[at].isspace():
            if char.isspace():
                return at, at + 1
            at += 1
        elif quote == "'" and text.startswith("''", at):
            return (at, at + 2) if char == "'" else None
        else:
            return (at, at + 1) if text[at] == char or char == "\ufffd" else None
    return (end, end) if char.isspace() else None
