"""Which reader reads a file: by its content first, then by its suffix.

A new format is a module with a reader class and one row here; it is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from ingest.errors import UnsupportedFormatError
from ingest.readers.base import Reader


@dataclass(frozen=True, slots=True)
class _Seat:
    """One format: its name for people, its suffixes, how it begins, and where its reader is."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    module: str
    reader: str


def _looks_like_json(data: bytes) -> bool:
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    rest = head[1:].lstrip()
    return head.startswith(b"{") and (rest[:1] in (b'"', b"}", b"") or not rest)


def _looks_like_pdf(data: bytes) -> bool:
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\f\0").startswith(b"%PDF-")


#: Known by their first bytes, but without a reader: refused by name rather than as "binary".
_FOREIGN = (
    (b"PK\x03\x04", "Word (or another zipped format)"),
    (b"\xd0\xcf\x11\xe0", "old Word"),
    (b"{\\rtf", "RTF"),
)

_SEATS = (
    _Seat("PDF", (".pdf",), _looks_like_pdf, "pdf", "PdfReader"),
    _Seat("JSON Resume", (".json",), _looks_like_json, "json_resume", "JsonResumeReader"),
    _Seat("Markdown", (".md", ".markdown", ".mkd", ".txt", ""), lambda _: False,
          "markdown", "MarkdownReader"),
)  # fmt: skip


def reader_for(data: bytes, file_name: str) -> Reader:
    """The reader for this content. Raises `UnsupportedFormatError` naming the formats there are."""
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise _unsupported(file_name, name)
    suffix = PurePath(file_name).suffix.lower()
    for seat in _SEATS:
        if seat.recognises(data):
            return _load(seat)
    for seat in _SEATS:
        if suffix in seat.suffixes:
            return _load(seat)
    raise _unsupported(file_name, suffix)


def _load(seat: _Seat) -> Reader:
    module = import_module(f"ingest.readers.{seat.module}")
    reader: Reader = getattr(module, seat.reader)()
    return reader


def _unsupported(file_name: str, what: str) -> UnsupportedFormatError:
    known = ", ".join(f"{seat.name} ({seat.suffixes[0]})" for seat in _SEATS)
    return UnsupportedFormatError(
        f"{file_name} is in a format that cannot be read ({what}); give one of: {known}."
    )
