"""Starts the child process that reads a PDF, watches it, and says in one line what went wrong.

The child (`worker`) is ended after `MAX_SECONDS`, whatever it does. Starting it takes about
0.05 s, and Python and PDFium together 40 MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ingest.errors import ResumeFileError
from ingest.readers.pdf.worker import MAX_PAGES

#: Seconds that a file may take. A page takes about 0.2 s, on a busy machine 1 s.
MAX_SECONDS = 8.0
_ROOT = Path(__file__).resolve().parents[2]

_WHY = {
    "locked": "is encrypted and needs a password; save a copy without one (print it to a PDF).",
    "broken": "is a damaged PDF; export it again from the program that it was written in.",
    "pages": f"has more than {MAX_PAGES} pages; a resume has not: give the resume alone.",
    "size": "draws far more than a resume does; export it as text rather than as a drawing.",
    "memory": "needs more than 0.8 GB of memory to read; export it without its pictures.",
    "page": "has no such page.",
}
_TOO_MUCH = (
    f"takes more than {MAX_SECONDS:.0f} s or 0.8 GB of memory to read; export it again, as plainly"
    " as can be, from the program that it was written in."
)


def read_pages(data: bytes, file_name: str) -> list[dict[str, Any]]:
    """Every page as `worker` tells it. Raises `ResumeFileError` with one line for the user."""
    pages: list[dict[str, Any]] = []
    with _worker(data, "words") as child:
        for line in child.output:
            told = _parsed(line)
            if "error" in told:
                raise refused(file_name, told["error"])
            if "end" in told:
                return pages
            if "size" in told:
                pages.append(told)
        raise child.failure(file_name)


def paint(data: bytes, file_name: str, page: int, width: int) -> bytes:
    """A page (from 1) as a PNG, `width` pixels wide. Raises `ResumeFileError` likewise."""
    with _worker(data, "picture", str(page), str(width)) as child:
        picture = child.output.read()
        if picture.startswith(b"\x89PNG"):
            return picture
        told = _parsed(picture)
        if "error" in told:
            raise refused(file_name, told["error"])
        raise child.failure(file_name)


class _Child:
    """The process that reads a file."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        self._process = process
        self.output: IO[bytes] = process.stdout

    def failure(self, file_name: str) -> ResumeFileError:
        """Why it ended before it was done: by a signal of the clock, of the system, or a crash."""
        ended = self._process.wait() < 0
        return ResumeFileError(f"{file_name} {_TOO_MUCH if ended else _WHY['broken']}")


@contextmanager
def _worker(data: bytes, *arguments: str) -> Iterator[_Child]:
    """A child that reads `data`; it is ended when its time is over, and at the end of the block."""
    command = [sys.executable, "-P", "-m", "ingest.readers.pdf.worker", *arguments]
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        child = subprocess.Popen(  # noqa: S603 - our own module, and words of ours
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    clock = threading.Timer(MAX_SECONDS, child.kill)
    clock.start()
    try:
        yield _Child(child)
    finally:
        clock.cancel()
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _parsed(line: bytes) -> dict[str, Any]:
    """One line of the child; nothing where it was cut off."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def refused(file_name: str, why: str) -> ResumeFileError:
    """The line for the user; `why` is a word of the child's, such as "size"."""
    return ResumeFileError(f"{file_name} {_WHY.get(why, _WHY['broken'])}")
