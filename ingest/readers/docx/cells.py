"""What the cells of a table hold, and whether it is data or there for the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates import find_dates
from ingest.readers.docx.model import Content, Grid, Paragraph
from ingest.structure.columns import column_of
from ingest.structure.kinds import exact_kind

#: A bullet that is typed by hand.
BULLET = re.compile(r"^\s*(?:[•●○◦▪▫■□◆◇►▸▹‣⁃∙·➢➤✓✔❖*–—-]\s+|o\t\s*)(?=\S)")
_SHORT = 60


def shown_in(cell: Content) -> list[Paragraph | Grid]:
    """What of a cell is shown."""
    return [
        item for item in cell
        if isinstance(item, Grid) or item.shown or item.boxes or item.notes
    ]  # fmt: skip


def single_in(cell: list[Paragraph | Grid]) -> Paragraph | None:
    """The one short paragraph of a cell."""
    plain = plain_paragraphs(cell)
    return plain[0] if len(plain) == 1 == len(cell) else None


def plain_paragraphs(cell: list[Paragraph | Grid]) -> list[Paragraph]:
    """The paragraphs of a cell that holds nothing but some that stand for themselves."""
    plain = [
        item for item in cell
        if isinstance(item, Paragraph) and not (item.depth or item.boxes or item.notes)
        and not BULLET.match(item.text)
    ]  # fmt: skip
    return plain if len(plain) == len(cell) else []


def dated(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether any of them has a date."""
    return any(find_dates(one.text) for one in paragraphs)


def _is_short(paragraphs: Sequence[Paragraph]) -> bool:
    return all(len(one.text) <= _SHORT and "\n" not in one.text.strip() for one in paragraphs)


def zips(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> bool:
    """Whether two cells are lines with something at the right edge ("Acme" and "2016 - 2020")."""
    few = 1 < len(left) <= 3 and 0 < len(right) <= len(left)
    return few and _is_short([*left, *right]) and dated(right)


def tells_when_or_who(side: Sequence[Paragraph]) -> bool:
    """Whether a narrow cell belongs to the first line of the wide one beside it."""
    if len(side) > 2 or not _is_short(side) or any(one.level for one in side):
        return False
    return exact_kind(side[0].text.strip()) is None


def is_data(grid: Grid) -> bool:
    """Whether a table's first row names its columns."""
    if len(grid.rows) < 2:
        return False
    if grid.rows[0].header:
        return True
    first = [shown_in(cell) for cell in grid.rows[0].cells]
    titles = [single.text.strip() for cell in first if cell and (single := single_in(cell))]
    named = [title for title in titles if len(title.split()) <= 3 and column_of(title)]
    return len(named) >= 2 and len(titles) == len(first) and not find_dates(" ".join(titles))
