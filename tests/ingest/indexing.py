"""A small resume and a toy embedder, for tests of chunks and index. Run as a script it builds.

    python indexing.py FOLDER WORD [kill-at-event N|kill-at-embedding N|full BYTES|unprivileged]

opens the index of a resume that mentions WORD. It kills itself with SIGKILL at the Nth thing that
it does to the file system or the Nth call of the embedder; or finds that files cannot grow, as on a
full disk; or gives up root's right to write everywhere.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingest.embeddings import Embedder
from ingest.errors import IndexStoreError
from ingest.index import open_index
from ingest.resume import (
    DateRange,
    Entry,
    Fragment,
    Heading,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    Source,
    Span,
    Statement,
)
from ingest.tokens import Vectors

SIZE = 16


class ToyEmbedder(Embedder):
    """Counts words into a few buckets; knows how many texts it was given."""

    def __init__(self, name: str = "toy") -> None:
        super().__init__(name)
        self.embedded = 0

    @property
    def max_tokens(self) -> int:
        return 24

    @property
    def fingerprint(self) -> str:  # type: ignore[override]  # cached where the model is real
        return f"{self.name}@1"

    def count_tokens(self, text: str) -> int:
        return len(text.split()) + 2

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        vectors = np.zeros((len(texts), SIZE), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, hashlib.sha256(word.encode()).digest()[0] % SIZE] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


class Writer:
    """Writes lines one below the other and hands out their spans."""

    def __init__(self) -> None:
        self.text = ""

    def span(self, line: str) -> Span:
        start, number = len(self.text), self.text.count("\n") + 1
        self.text += line + "\n"
        return Span(start, start + len(line), number, number)

    def heading(self, line: str) -> Heading:
        return Heading(line, self.span(line))

    def statement(self, line: str) -> Statement:
        return Statement(line, self.span(line))


def bakery_resume(word: str = "rye") -> Resume:
    """A baker's resume of two sections; the job holds a role of its own."""
    writer = Writer()
    name = writer.heading("Ada Crumb")
    about = (writer.statement("Bakes before dawn."), writer.statement(f"Fond of {word}."))
    work = writer.heading("Work")
    job = writer.heading("Old Mill Bakery, 2019 - 2023")
    organisation = Fragment("Old Mill Bakery", Span(job.span.start, job.span.start + 15, 5, 5))
    dates = DateRange(
        "2019 - 2023",
        Span(job.span.end - 11, job.span.end, 5, 5),
        PartialDate(2019),
        PartialDate(2023),
    )
    duties = (writer.statement("Ran the night shift."), writer.statement("Kept the ledgers."))
    role = writer.heading("Head baker")
    led = writer.statement("Led a team of nine.")
    child = Entry(headings=(role,), roles=(role,), statements=(led,))
    entry = Entry((job,), None, organisation, (), None, None, dates, None, duties, (child,))
    return Resume(
        Source("ada.md", writer.text),
        name=name,
        sections=(
            Section(SectionKind.BASICS, name, about),
            Section(SectionKind.WORK, work, (), (entry,)),
        ),
    )


class DeadlyEmbedder(ToyEmbedder):
    """Kills its process at the Nth call."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self.left = calls

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode(texts)


def _kill_at_event(number: int) -> None:
    seen = 0

    def watch(event: str, args: tuple[object, ...]) -> None:
        nonlocal seen
        touches = event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree")
        if touches or (event == "open" and "build-" in str(args[0])):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _warm_up() -> None:
    """Import all that is imported late, so that what comes after is about the index alone."""
    with tempfile.TemporaryDirectory() as folder:
        open_index(bakery_resume(), Path(folder), ToyEmbedder()).close()


def main() -> None:
    folder, word, how, number = (*sys.argv[1:], "", "0")[:4]
    embedder = ToyEmbedder()
    if how == "kill-at-event":
        _warm_up()
        _kill_at_event(int(number))
    elif how == "kill-at-embedding":
        embedder = DeadlyEmbedder(int(number))
    elif how == "full":
        import resource

        _warm_up()
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(number), int(number)))
    elif how == "unprivileged":
        _warm_up()
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
    try:
        index = open_index(
            bakery_resume(word), Path(folder), embedder, lambda line: print(line, flush=True)
        )
    except IndexStoreError as error:
        sys.exit(str(error))
    print("opened", len(index.documents), "embedded", embedder.embedded)
    index.close()


if __name__ == "__main__":
    main()
