"""A page as Markdown, in the ways that people write it."""

from __future__ import annotations

import re

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import (
    Block,
    Bullets,
    Dated,
    Heading,
    Line,
    Lines,
    Page,
    Part,
    Rich,
    Span,
    plain,
)

_SEPARATORS = {"bar": " | ", "dots": " · "}


def to_markdown(page: Page, habit: Habit) -> bytes:
    """The page; its marks and the way to the right edge depend on the habit."""
    return _Writer(habit).write(page).encode()


class _Writer:
    def __init__(self, habit: Habit) -> None:
        self._habit = habit

    def write(self, page: Page) -> str:
        headed = self._habit.contacts != "dots"
        name = f"# {page.name}" if headed else f"{page.name}\n{'=' * len(page.name)}"
        chunks = [name, f"**{page.headline}**", self._contacts(page)]
        for part in page.parts:
            chunks += self._part(part)
        return "\n\n".join(chunk for chunk in chunks if chunk) + "\n"

    def _contacts(self, page: Page) -> str:
        lines = [
            _SEPARATORS.get(self._habit.contacts, "").join(map(_inline, line))
            for line in page.contacts
        ]
        if self._habit.contacts == "labels":
            return "\n".join(f"{self._habit.bullet} {line}" for line in lines)
        return "  \n".join(lines)

    def _part(self, part: Part) -> list[str]:
        title = part.title if self._habit.contacts == "dots" else f"## {part.title}"
        if title and self._habit.contacts == "dots":
            title += f"\n{'-' * len(title)}"
        return [title if part.title else "", *self._blocks(part.blocks)]

    def _blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        chunks: list[str] = []
        table: list[str] = []
        for block in blocks:
            if isinstance(block, Dated):
                table.append(self._row(block))
            else:
                chunks += self._table(table)
                table = []
                chunks.append(self._block(block))
        return chunks + self._table(table)

    def _table(self, rows: list[str]) -> list[str]:
        return ["\n".join(["| | |", "|---|---|", *rows])] if rows else []

    def _row(self, block: Dated) -> str:
        """Dates in the left cell; in the right one, lines and bullets with breaks."""
        cell: list[str] = []
        for inner in block.blocks:
            if isinstance(inner, Bullets):
                cell += [f"• {_inline(item)}" for item in inner.items]
            elif isinstance(inner, Line):
                cell.append(_inline(inner.left))
        return f"| {_inline(block.dates)} | {'<br>'.join(cell)} |"

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"### {self._line(block.left, block.right)}"
        if isinstance(block, Line):
            return self._line(block.left, block.right)
        if isinstance(block, Lines):
            return "  \n".join(self._line(line.left, line.right) for line in block.lines)
        if isinstance(block, Bullets):
            return "\n".join(f"{self._habit.bullet} {_inline(item)}" for item in block.items)
        return self._row(block)

    def _line(self, left: Rich, right: Rich) -> str:
        if not plain(right):
            return _inline(left)
        if self._habit.bullet == "*":
            return f'{_inline(left)} <span style="float:right">{_inline(right)}</span>'
        return f"{_inline(left)} | {_inline(right)}"


def _inline(rich: Rich) -> str:
    return "".join(map(_span, rich))


def _span(span: Span) -> str:
    words = re.sub(r"([\\`*_<>\[\]])", r"\\\1", span.text)
    words = {"b": "**{}**", "i": "*{}*"}.get(span.style, "{}").format(words)
    return f"[{words}]({span.href})" if span.href else words
