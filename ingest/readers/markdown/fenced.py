"""Pages of which most stands in a fence of code, where text keeps its layout."""

from __future__ import annotations

import re

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*)[ \t]*\n"
    r"(?P<inside>.*?)^ {0,3}(?P=fence)[`~]*[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
#: Of the words of a page so many stand in its one fence, if that is the page.
_MOST = 0.7
#: What is written so is text; any other language is a program.
_TEXT = frozenset(("", "text", "txt", "plain", "plaintext", "md", "markdown", "resume", "cv"))
_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+\S")


def without_fence(text: str) -> tuple[str, str] | None:
    """The page with blanks for the frame of the fence that holds most of it, and its language.

    None where no fence does.
    """
    match = _FENCE.search(text)
    if match is None or match["language"].casefold() not in _TEXT:
        return None
    inside = len(match["inside"].split())
    if match["inside"].count("\n") < 3 or inside < _MOST * len(text.split()):
        return None
    start, end = match.span("inside")
    frame = [_blank(part) for part in (text[match.start() : start], text[end : match.end()])]
    above, below = _bare(text[: match.start()]), _bare(text[match.end() :])
    page = above + frame[0] + text[start:end] + frame[1] + below
    return page, match["language"].casefold()


def is_list(content: str) -> bool:
    """Whether every line of some code is a bullet: a list, set so for its looks."""
    lines = [line for line in content.split("\n") if line.strip()]
    return bool(lines) and all(map(_BULLET.match, lines))


def _bare(part: str) -> str:
    """What stands around the fence, without the signs of headings."""
    return re.sub(r"^ {0,3}#{1,6}(?= )", lambda sign: " " * len(sign[0]), part, flags=re.MULTILINE)


def _blank(part: str) -> str:
    return re.sub(r"[^\n]", " ", part)
