"""Pages of which most stands in a fence of code, where text keeps its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENS = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*)[ \t\r]*\n")
#: Of the words of a page so many stand in its one fence, if that is the page.
_MOST = 0.7
#: What is written so is text; any other language is a program.
_TEXT = frozenset(("", "text", "txt", "plain", "plaintext", "md", "markdown", "resume", "cv"))
#: Where it begins, where its inside does, where that and where it ends, and its language.
_Fence = tuple[int, int, int, int, str]
_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+\S")


def without_fence(text: str) -> tuple[str, str] | None:
    """The page with blanks for the frame of the fence that holds most of it, and its language.

    None where no fence does.
    """
    fence = next((one for one in _fences(text) if _is_page(one, text)), None)
    if fence is None:
        return None
    start, low, high, end, language = fence
    above, below = _bare(text[:start]), _bare(text[end:])
    page = above + _blank(text[start:low]) + text[low:high] + _blank(text[high:end]) + below
    return page, language


def _is_page(fence: _Fence, text: str) -> bool:
    inside = text[fence[1] : fence[2]]
    if len(inside) < len(text) // 4:
        return False
    told = inside.count("\n") >= 3 and len(inside.split()) >= _MOST * len(text.split())
    return told and fence[4] in _TEXT


def _fences(text: str) -> Iterator[_Fence]:
    """Each fence: where it begins and what is inside, where that ends and it does, its language."""
    opened: tuple[int, int, str, str] | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        if opened is None:
            if match := _OPENS.fullmatch(line):
                opened = at, end, match["fence"], match["language"].casefold()
        elif line.strip().startswith(opened[2]) and not line.strip().strip(opened[2][0]):
            yield opened[0], opened[1], at, end, opened[3]
            opened = None
        at = end


def is_list(content: str) -> bool:
    """Whether every line of some code is a bullet: a list, set so for its looks."""
    lines = [line for line in content.split("\n") if line.strip()]
    return bool(lines) and all(map(_BULLET.match, lines))


def _bare(part: str) -> str:
    """What stands around the fence, without the signs of headings."""
    return re.sub(r"^ {0,3}#{1,6}(?= )", lambda sign: " " * len(sign[0]), part, flags=re.MULTILINE)


def _blank(part: str) -> str:
    return re.sub(r"[^\n]", " ", part)
