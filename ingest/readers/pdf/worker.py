"""Reads a PDF in a process of its own, which may be killed: `python -m ingest.readers.pdf.worker`.

PDFium is written in C++, and a resume comes from anywhere. Whatever a file makes it do (crash,
loop, eat memory) ends here and not in the process that answers questions. The file comes on
standard input. `words` prints one line of JSON a page, and one that says that it was the
last; `picture PAGE WIDTH` prints the page as a PNG. A file that cannot be read is one
line {"error": why}.

Imports no more than it needs: this process is started for every PDF.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

#: Bytes of memory and seconds of work; the parent's clock ends what sleeps.
MAX_MEMORY, MAX_SECONDS = 800_000_000, 8
MAX_PAGES = 50
#: Characters and drawn objects in the whole file. A page of a resume has 2,000 to 5,000 of either.
MAX_CHARACTERS, MAX_OBJECTS = 120_000, 200_000
#: A page of the longest side that the format allows has 14,400 points.
_MAX_SIDE = 15_000


class _RefusedError(Exception):
    """The file cannot be read; the message is a word that the parent knows."""


def main(arguments: list[str]) -> None:
    """Do what the arguments say with the file on standard input."""
    _limit()
    with suppress(BrokenPipeError):
        try:
            _work(arguments)
        except _RefusedError as error:
            _say({"error": str(error)})
        except MemoryError:
            _say({"error": "memory"})
        except OverflowError:
            _say({"error": "size"})
        sys.stdout.flush()


def _limit() -> None:
    """Let the system end this process where it wants too much. Not every system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CPU, MAX_SECONDS)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _work(arguments: list[str]) -> None:
    import pypdfium2.raw as pdfium

    data = sys.stdin.buffer.read()
    document = _opened(pdfium, data)
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise _RefusedError("broken")
    if count > MAX_PAGES:
        raise _RefusedError("pages")
    if arguments[0] == "picture":
        from ingest.readers.pdf.png import png

        page, width = int(arguments[1]), int(arguments[2])
        if not 1 <= page <= count:
            raise _RefusedError("page")
        sys.stdout.buffer.write(png(_page(pdfium, document, page - 1), width))
        return
    characters = objects = 0
    for at in range(count):
        read = _read(pdfium, document, at, MAX_CHARACTERS - characters, MAX_OBJECTS - objects)
        characters += len(read["characters"])
        objects += read.pop("objects")
        _say(read)
    _say({"end": True})


def _opened(pdfium: Any, data: bytes) -> Any:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    locked = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
    raise _RefusedError("locked" if pdfium.FPDF_GetLastError() in locked else "broken")


def _page(pdfium: Any, document: Any, at: int) -> Any:
    page = pdfium.FPDF_LoadPage(document, at)
    if not page:
        raise _RefusedError("broken")
    if not 0 < max(pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)) <= _MAX_SIDE:
        raise _RefusedError("broken")
    return page


def _read(
    pdfium: Any, document: Any, at: int, most_characters: int, most_objects: int
) -> dict[str, Any]:
    """One page as JSON: see `ingest.readers.pdf.pages`, which takes it."""
    from ingest.readers.pdf import objects, seen
    from ingest.readers.pdf.characters import Characters
    from ingest.readers.pdf.frame import Frame
    from ingest.readers.pdf.ink import ink

    page = _page(pdfium, document, at)
    frame = Frame(page)
    linked = objects.links(document, page, frame)
    if pdfium.FPDFPage_GetAnnotCount(page) > len(linked):
        # What forms and notes show becomes text of the page.
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        page = _page(pdfium, document, at)
    drawn = objects.drawn(page, most_objects)
    objects.drop_claimed_text(drawn)
    text = pdfium.FPDFText_LoadPage(page)
    characters = Characters(text, frame, most_characters)
    lines, dots, picture = objects.shapes(drawn, frame)
    texts = [each for each, kind, _ in drawn if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    paintings = seen.shown(page, frame, texts)
    hidden = seen.hidden(paintings, characters)
    letters = ink(paintings, characters, hidden)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return {
        "size": [round(frame.width, 2), round(frame.height, 2)],
        "fonts": characters.fonts,
        "looks": characters.looks,
        "ink": letters,
        "characters": characters.rows,
        "hidden": hidden,
        "lines": [[round(edge, 2) for edge in box] for box in lines],
        "dots": [[round(edge, 2) for edge in box] for box in dots],
        "links": linked,
        "picture": round(picture, 3),
        "objects": len(drawn),
    }


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
