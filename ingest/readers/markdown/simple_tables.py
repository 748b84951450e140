"""Pandoc's simple tables: a head, dashes below each of its columns, and rows up to a blank line."""

from __future__ import annotations

import re
from itertools import pairwise

_DASHES = r"-{2,}(?:[ ]{1,40}-{2,}){1,11}"
_TABLE = re.compile(
    rf"(?:\A|(?<=\n\n))(?P<head>[ ]{{0,3}}\S[^\n|]*)\n(?P<dashes>[ ]{{0,3}}{_DASHES})[ \t]*\n"
    r"(?P<rows>(?:[ ]{0,3}\S[^\n|]*(?:\n|\Z))+)"
)
_ROW = re.compile(r"[^\n]+")
_COLUMN = re.compile(r"-+")


def simple_tables(text: str) -> dict[int, str]:
    """Where in the text a bar makes a table with pipes of a simple one."""
    bars: dict[int, str] = {}
    for table in _TABLE.finditer(text) if "--" in text else ():
        columns = [match.span() for match in _COLUMN.finditer(table["dashes"])]
        gaps = [(before[1], after[0]) for before, after in pairwise(columns)]
        found = [
            _bar(row[0], low, high, row.start())
            for row in _ROW.finditer(text, table.start(), table.end())
            for low, high in gaps
            if low < len(row[0].rstrip())
        ]
        if None not in found:
            bars |= {at: "|" for at in found if at is not None}
    return bars


def _bar(row: str, low: int, high: int, start: int) -> int | None:
    """Where in a row there is room for a bar between two columns; None if words stand there."""
    at = row.rfind(" ", low, high)
    return start + at if at >= 0 else None
