"""Writing to the folder of an index: one builder at a time, and one clear line when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import IndexStoreError
from ingest.store import first_line, from_chroma

# A build takes seconds; whoever waits longer than this for another's waits for something stuck.
_LOCK_SECONDS = 600


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Only one builder a folder at a time, in this process and in others.

    Raises `IndexStoreError` where the folder cannot be written or another builder does not end.
    """
    from filelock import FileLock, Timeout

    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=_LOCK_SECONDS)
        try:
            lock.acquire()
        except Timeout as error:
            raise IndexStoreError(
                f"Another process has been building the index in {folder} for over"
                f" {_LOCK_SECONDS // 60} minutes; end it, or point RESUME_INDEX_DIR elsewhere."
            ) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What goes wrong while writing to `folder`, as one line for the user: `IndexStoreError`."""
    try:
        yield
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error
    except Exception as error:
        if not from_chroma(error):
            raise
        raise _unwritable(folder, first_line(error)) from error


def _unwritable(folder: Path, reason: str) -> IndexStoreError:
    return IndexStoreError(
        f"The index cannot be written to {folder}: {reason}. Make it writable, free some space, or"
        " set RESUME_INDEX_DIR to another folder."
    )
