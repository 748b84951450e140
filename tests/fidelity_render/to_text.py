"""A page as plain text: sections in capitals or underlined, the right edge reached by blanks."""

from __future__ import annotations

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import (
    Block,
    Bullets,
    Dated,
    Heading,
    Line,
    Lines,
    Page,
    Rich,
    plain,
)

_WIDTH = 78
_SEPARATORS = {"bar": " | ", "dots": " · "}


def to_text(page: Page, habit: Habit) -> bytes:
    """The page, without a mark."""
    lines = [page.name.upper() if habit.bullet == "-" else page.name, page.headline]
    separator = _SEPARATORS.get(habit.contacts, "")
    lines += [separator.join(map(plain, line)) for line in page.contacts]
    for part in page.parts:
        lines.append("")
        if part.title and habit.bullet == "-":
            lines += [part.title.upper(), ""]
        elif part.title:
            lines += [part.title, "-" * len(part.title), ""]
        for block in part.blocks:
            lines += _block(block, habit)
            if isinstance(block, Bullets):
                lines.append("")
    return ("\n".join(lines).strip() + "\n").encode()


def _block(block: Block, habit: Habit) -> list[str]:
    if isinstance(block, Heading | Line):
        return _row(block.left, block.right)
    if isinstance(block, Lines):
        return [line for one in block.lines for line in _row(one.left, one.right)]
    if isinstance(block, Bullets):
        return [f"{habit.bullet} {plain(item)}" for item in block.items]
    return _dated(block, habit)


def _dated(block: Dated, habit: Habit) -> list[str]:
    first, *rest = [line for inner in block.blocks for line in _block(inner, habit)]
    return [f"{plain(block.dates):<16}{first}", *rest]


def _row(left: Rich, right: Rich) -> list[str]:
    words, edge = plain(left), plain(right)
    if not edge:
        return [words]
    return [words + edge.rjust(max(len(edge) + 3, _WIDTH - len(words)))]
