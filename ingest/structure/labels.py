"""Labels before what they announce: "Telefon: ...", "姓名：...", or in the cell to the left."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.blocks import Block, BlockKind, Text
from ingest.languages import LANGUAGES, folded, phrases

_LABEL = re.compile(r"[^\w(]*(?P<label>[^:：\t\n\v|]{1,40}?)\s*[:：]\s*(?=\S)")
_LAST_LABEL = re.compile(r"(?P<label>[^:：\t\n\v|,;·•]{1,40}?)[\s.:：]*$")


@lru_cache(maxsize=1)
def _announced() -> dict[str, str]:
    return {
        _plain(name): what
        for language in LANGUAGES
        for what, names in language.labels.items()
        for name in phrases(names)
    }


def _plain(label: str) -> str:
    bare = " ".join(re.sub(r"[\W_]+", " ", folded(label)).split())
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", bare)


def announces(label: str) -> str | None:
    """What a label announces ("name", "email", "phone", "location" ...), None if unknown.

    One in two languages ("Nom / Name") says the same twice.
    """
    told = {_announced().get(_plain(part)) for part in (label, *label.split("/"))} - {None}
    return told.pop() if len(told) == 1 else None


def labelled(text: Text) -> tuple[str, Text] | None:
    """What the label at the start of a text announces, and the words after it."""
    match = _LABEL.match(text.plain)
    what = announces(match["label"]) if match else None
    return (what, text.cut(match.end())) if match and what else None


def labelled_row(block: Block) -> tuple[str, Text] | None:
    """The same of a table's row, whose first cell is the label of the second."""
    if block.kind is not BlockKind.ROW or len(block.cells) < 2:
        return None
    what = announces(block.cells[0].folded)
    return (what, block.cells[1]) if what and block.cells[1].folded else None


def label_before(plain: str, at: int) -> str | None:
    """What the label right before the character at `at` announces."""
    match = _LAST_LABEL.search(plain, max(0, at - 60), at)
    return announces(match["label"]) if match else None
