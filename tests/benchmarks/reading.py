"""How long a page of each format takes to read, and the most memory that takes.

    python -m tests.benchmarks.reading

reads the six resumes of `tests/fixtures/fidelity` in every format, each format in a process of its
own. A page of a PDF is a page; of what has none, `LETTERS` letters are one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from statistics import mean, median

import psutil

from ingest.readers.registry import reader_for
from ingest.resume import Resume
from tests.fidelity_formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
#: Letters on a page that is full, white space left out.
LETTERS = 2_000
#: Seconds between two looks at how much memory a child process has.
_OFTEN = 0.002
_WORKER = "ingest.readers.pdf.worker"
#: The format whose time a page others' are compared with.
_BESIDE = "Markdown"


def pages_of(resume: Resume) -> float:
    """How many pages a resume has, or would have."""
    layout = resume.source.layout
    return len(layout.pages) if layout else letters_of(resume) / LETTERS


def letters_of(resume: Resume) -> int:
    """The characters that a reader of the page sees, without white space."""
    return sum(len("".join(part.text.split())) for _, _, part in resume.walk())


def measured(name: str) -> dict[str, float]:
    """What reading one format takes: files, pages and letters of them, seconds a page, megabytes.

    `megabytes` is what this process has at the end, `below` the most that a child of it had.
    """
    files = list(FORMATS[name]())
    first = reader_for(files[0].data, files[0].name)
    first.read(files[0].data, files[0].name)  # with whatever is imported only then
    spent, pages, letters = [], [], []
    for file in files:
        taken = []
        for _ in range(RUNS):
            started = time.perf_counter()
            resume = reader_for(file.data, file.name).read(file.data, file.name)
            taken.append(time.perf_counter() - started)
        pages.append(pages_of(resume))
        letters.append(letters_of(resume))
        spent.append(min(taken) / pages[-1])
    with _Children() as children:
        for file in files:
            reader_for(file.data, file.name).read(file.data, file.name)
    return {
        "files": len(files), "pages": sum(pages), "letters": mean(letters),
        "seconds": median(spent), "megabytes": psutil.Process().memory_info().rss / 1e6,
        "below": children.most / 1e6,
    }  # fmt: skip


class _Children:
    """Watches the child processes of this one, and knows the most memory that one had, in bytes."""

    def __enter__(self) -> _Children:
        self.most = 0
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch)
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(_OFTEN):
            for child in psutil.Process().children():
                with suppress(psutil.Error):
                    # Before it runs its own program, a child counts the memory of its parent.
                    if _WORKER in child.cmdline():
                        self.most = max(self.most, child.memory_info().rss)


def line(name: str, found: dict[str, float], base: float) -> str:
    """One format's figures; `base` is the seconds that a page of Markdown takes."""
    return (
        f"  {name:16}{found['files']:6.0f}{found['pages']:7.0f}{found['letters']:9.0f}"
        f"{found['seconds']:10.3f}{found['seconds'] / base:8.1f}"
        f"{found['megabytes']:6.0f}{found['below']:9.0f}"
    )


def main() -> None:
    """Measure every format, or the one that is named, in this process and as JSON."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measured(sys.argv[1])))
        return
    sys.stdout.write(
        f"Reading: seconds a page (without pages: {LETTERS:,} letters), the fastest of {RUNS},"
        f" median of the files, also beside {_BESIDE}'s; memory\n"
        f"  {'':16}{'files':>6}{'pages':>7}{'letters':>9}{'seconds':>10}{'ratio':>8}"
        f"{'MB':>6}{'in child':>9}\n"
    )
    figures = {}
    for name in FORMATS:
        told = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.reading", name],
            check=True, capture_output=True, cwd=ROOT,
        )  # fmt: skip
        figures[name] = json.loads(told.stdout)
    for name, found in figures.items():
        sys.stdout.write(line(name, found, figures[_BESIDE]["seconds"]) + "\n")


if __name__ == "__main__":
    main()
