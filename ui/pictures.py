"""Pages of the resume's PDFs as pictures: painted once each, when first asked for, and kept."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from assistant.settings import Settings
from ingest.errors import ResumeAssistantError
from ingest.load import each_once
from ingest.readers.pdf.picture import page_picture
from ingest.resume import Resume, Source
from ui.later import Later
from ui.limits import Busy

_log = logging.getLogger(__name__)

#: Pixels. The page shows them at most 736 wide, on screens of twice the density; at 1,280 a page
#: takes 0.1 s to paint and has 300 kB, at 1,440 a fifth more and looks the same.
WIDTH = 1_280
#: Bytes of pictures that are kept; beyond, those that were not asked for the longest are given up.
_MAX_KEPT = 64_000_000
#: Seconds after which a page that could not be painted may be tried again.
_REST = 60
#: Characters of a file's digest that tell its pictures from those of another.
_VERSION = 12


class PictureError(ResumeAssistantError):
    """A page cannot be shown. Why is the owner's business: it may name files."""

    def __init__(self) -> None:
        super().__init__("This page cannot be shown as a picture just now; its text can be read.")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of a PDF: `file` and `page` count from 1, `name` is the file's, sizes are in points.

    `version` changes with the file.
    """

    file: int
    name: str
    page: int
    pages: int
    width: float
    height: float
    version: str

    @property
    def address(self) -> str:
        """Where its picture is, below the server's root; it changes with the file."""
        return f"api/resume/pages/{self.page}.png?file={self.file}&v={self.version}"


def printed_pages(resume: Resume) -> Iterator[PrintedPage]:
    """Every page of every file that has pages, in order."""
    for number, source in enumerate(_sources(resume), 1):
        if source.layout is None:
            continue
        sizes = source.layout.pages
        version = source.layout.digest[:_VERSION]
        for page, (width, height) in enumerate(sizes, 1):
            yield PrintedPage(number, source.file, page, len(sizes), width, height, version)


def _sources(resume: Resume) -> list[Source]:
    parts = resume.source.parts
    return [part.source for part in parts] if parts else [resume.source]


class Pictures:
    """Paints pages, one at a time: a second visitor waits for what the first one asked for."""

    def __init__(self, settings: Settings, resume: Resume) -> None:
        self._settings = settings
        self._files = list(zip(each_once(settings.resume), _sources(resume), strict=False))
        self._pages = {(each.file, str(each.page)): each for each in printed_pages(resume)}
        self._kept: OrderedDict[PrintedPage, Later[bytes]] = OrderedDict()
        self._painting = threading.Lock()

    def page(self, file: int, page: str) -> PrintedPage | None:
        """The page of that number, if there is such a one."""
        return self._pages.get((file, page))

    async def picture(self, page: PrintedPage) -> bytes:
        """The page as a PNG. Raises `PictureError`, or `Busy` where that takes too long."""
        painted = self._kept.setdefault(page, Later(partial(self._paint, page)))
        self._kept.move_to_end(page)
        try:
            async with asyncio.timeout(self._settings.max_wait_seconds):
                picture = await painted.get()
        except TimeoutError:
            raise Busy from None
        except Exception:
            # Not forever: it may have been the machine, or a file that is back.
            later = asyncio.get_running_loop().call_later
            later(_REST, self._forget, page, painted)
            raise PictureError from None
        self._give_up_oldest()
        return picture

    def _paint(self, page: PrintedPage) -> bytes:
        path, source = self._files[page.file - 1]
        assert source.layout is not None  # noqa: S101 - it has pages
        try:
            with self._painting:
                return page_picture(path, source.layout, page.page, WIDTH)
        except ResumeAssistantError as error:
            _log.error("Page %d is not shown: %s", page.page, error)
            raise

    def _forget(self, page: PrintedPage, painted: Later[bytes]) -> None:
        if self._kept.get(page) is painted:
            del self._kept[page]

    def _give_up_oldest(self) -> None:
        made = {page: len(each.get_here()) for page, each in self._kept.items() if each.made}
        kept = sum(made.values())
        for page, size in list(made.items())[:-1]:
            if kept <= _MAX_KEPT:
                return
            del self._kept[page]
            kept -= size
