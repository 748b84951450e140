"""PDFs made to do harm: each is read, or refused in one line, within its time and memory."""

from __future__ import annotations

import resource
import socket
import time
from pathlib import Path

import pytest
from pdf_hostile import QUICK, SLOW, linking

from ingest.errors import ResumeFileError
from ingest.readers.pdf.process import paint
from ingest.readers.pdf.reader import PdfReader
from ingest.readers.pdf.worker import MAX_MEMORY, MAX_SECONDS

#: In seconds of the processor: what this process may take, and what its child is held to.
IN_TIME = 10
TOLD = "Kept the lamp lit"


def used() -> tuple[float, float]:
    """Seconds of the processor, here and in children that have ended."""
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), below.ru_utime + below.ru_stime


def outcome(data: bytes) -> str:
    """What the resume says, or the line that refuses it."""
    here, below = used()
    try:
        return PdfReader().read(data, "cv.pdf").source.text
    except ResumeFileError as refused:
        told = str(refused)
        assert told.startswith("cv.pdf ")
        assert "\n" not in told
        assert len(told) < 200
        return told
    finally:
        now, then = used()
        assert now - here < IN_TIME
        assert then - below < IN_TIME


@pytest.mark.parametrize("name", [*QUICK, *SLOW])
def test_it_is_read_or_refused_in_one_line(name: str) -> None:
    make, became = (QUICK | SLOW)[name]
    told = outcome(make())
    assert (TOLD if became == "read" else became) in told


@pytest.mark.parametrize("name", SLOW)
def test_painting_it_ends_as_well(name: str) -> None:
    with pytest.raises(ResumeFileError, match="more than"):
        paint(SLOW[name][0](), "cv.pdf", 1, 1_280)


def test_the_child_cannot_take_more_than_its_limits() -> None:
    assert MAX_MEMORY < 1_000_000_000
    assert MAX_SECONDS < IN_TIME


def test_no_address_is_asked_for(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        data = linking(listening.getsockname()[1])
        assert TOLD in outcome(data)
        assert paint(data, "cv.pdf", 1, 300).startswith(b"\x89PNG")
        with pytest.raises(TimeoutError):
            listening.accept()
