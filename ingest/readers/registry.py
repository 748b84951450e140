"""Which reader reads a file: by its content first, then by its suffix.

A new format is a module with a reader class and one row here; it is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from ingest.errors import UnsupportedFormatError
from ingest.readers import signatures
from ingest.readers.base import Reader


@dataclass(frozen=True, slots=True)
class _Seat:
    """One format: its name for people, its suffixes, how it begins, and where its reader is."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    module: str
    reader: str


def _never(_: bytes) -> bool:
    return False


_MARKDOWN = _Seat(
    "Markdown", (".md", ".markdown", ".mkd"), _never, "markdown.reader", "MarkdownReader"
)
_SEATS = (
    _Seat("PDF", (".pdf",), signatures.is_pdf, "pdf.reader", "PdfReader"),
    _Seat("JSON Resume", (".json",), signatures.is_json, "tree.json_reader", "JsonResumeReader"),
    _Seat("YAML", (".yaml", ".yml"), signatures.is_yaml, "tree.yaml_reader", "YamlResumeReader"),
    _MARKDOWN,
    _Seat(
        "Word",
        (".docx", ".docm", ".dotx", ".dotm"),
        signatures.is_word,
        "docx.reader",
        "DocxReader",
    ),
    _Seat("HTML", (".html", ".htm", ".xhtml"), signatures.is_html, "html.reader", "HtmlReader"),
)
#: The last resort: whatever is text and nothing else.
_PLAIN_TEXT = _Seat("plain text", (".txt",), _never, "plain.reader", "PlainTextReader")


def reader_for(data: bytes, file_name: str) -> Reader:
    """The reader for this content. Raises `UnsupportedFormatError` naming the formats there are."""
    for seat in _SEATS:
        if seat.recognises(data):
            return _load(seat)
    suffix = PurePath(file_name).suffix.lower()
    foreign = signatures.foreign(data, suffix)
    if foreign is not None:
        raise _unsupported(file_name, foreign)
    for seat in _SEATS:
        if suffix in seat.suffixes:
            return _load(seat)
    return _load(_MARKDOWN if signatures.is_markdown(data) else _PLAIN_TEXT)


def _load(seat: _Seat) -> Reader:
    module = import_module(f"ingest.readers.{seat.module}")
    reader: Reader = getattr(module, seat.reader)()
    return reader


def _unsupported(file_name: str, foreign: signatures.Foreign) -> UnsupportedFormatError:
    known = ", ".join(f"{seat.name} ({seat.suffixes[0]})" for seat in (*_SEATS, _PLAIN_TEXT))
    return UnsupportedFormatError(
        f"{file_name} is {foreign.name}, which cannot be read; {foreign.remedy}. Read are: {known}."
    )
