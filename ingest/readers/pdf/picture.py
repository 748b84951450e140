"""A page of the resume's PDF as a picture, and where on it words stand.

The picture is painted by the same child process that reads (`process`), so that no page can
harm the process that serves it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ResumeFileError
from ingest.layout import Box, Layout
from ingest.readers.pdf.process import paint

#: Pixels: no screen shows a page wider, and no words can be read on a narrower one.
MAX_WIDTH, MIN_WIDTH = 2_000, 200


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a picture, in pixels from its top left corner."""

    left: int
    top: int
    width: int
    height: int


def page_picture(path: Path, layout: Layout, page: int, width: int) -> bytes:
    """Page `page` (from 1) of the PDF at `path` as a PNG, `width` pixels wide.

    A width out of bounds is brought into them. Raises `ResumeFileError` where the file is gone, is
    no longer the one that `layout` was read from, or has no such page.
    """
    if not 1 <= page <= len(layout.pages):
        raise ResumeFileError(
            f"{path.name} has {len(layout.pages)} pages; there is no page {page}."
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ResumeFileError(f"{path.name} cannot be read: {error.strerror}.") from error
    if digest_of(data) != layout.digest:
        raise ResumeFileError(f"{path.name} has changed since it was read; start again.")
    return paint(data, path.name, page, max(MIN_WIDTH, min(MAX_WIDTH, width)))


def areas(boxes: Iterable[Box], layout: Layout, page: int, width: int) -> tuple[Area, ...]:
    """Where boxes of one page stand on its picture of this width; those of other pages do not."""
    scale = max(MIN_WIDTH, min(MAX_WIDTH, width)) / layout.pages[page - 1][0]
    return tuple(
        Area(*(round(edge * scale) for edge in (box.left, box.top, box.width, box.height)))
        for box in boxes
        if box.page == page
    )


def digest_of(data: bytes) -> str:
    """What a file is known by."""
    return hashlib.sha256(data).hexdigest()
