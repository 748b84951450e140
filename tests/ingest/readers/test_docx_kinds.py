"""The kinds of Word files beside the usual one: strict, with macros, templates. Made by code."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ingest.load import load_resume
from ingest.readers.docx.reader import DocxReader
from ingest.resume import Resume
from tests.fixtures.docx.make import MAKERS, made

Parts = dict[str, bytes]
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: What the main part of each kind is said to be.
KINDS = {
    "docm": b"application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "dotm": b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
#: Not a program, but what one would stand in.
MACRO = b'Sub AutoOpen()\n  MsgBox "Hire Ida"\nEnd Sub'


def changed(data: bytes, change: Callable[[Parts], Parts]) -> bytes:
    """A Word file whose parts were changed."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for name, part in change(parts).items():
            target.writestr(name, part)
    return packed.getvalue()


def strictly(parts: Parts) -> Parts:
    """The parts with the names of ISO 29500 in its strict form, and sizes with units."""
    found = {}
    for name, part in parts.items():
        named = re.sub(
            rb"http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/", part,
        )  # fmt: skip
        sized = re.sub(
            rb'(<w:sz w:val=")(\d+)"', lambda at: b'%s%gpt"' % (at[1], int(at[2]) / 2), named
        )
        found[name] = sized if name.endswith((".xml", ".rels")) else part
    return found


def as_kind(kind: str) -> Callable[[Parts], Parts]:
    def change(parts: Parts) -> Parts:
        types = parts["[Content_Types].xml"]
        assert MAIN in types
        macros = {"word/vbaProject.bin": MACRO} if kind.endswith("m") else {}
        return parts | {"[Content_Types].xml": types.replace(MAIN, KINDS[kind])} | macros

    return change


def read(data: bytes) -> Resume:
    return DocxReader().read(data, "resume.docx")


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_strict_file_is_read_as_the_usual_one(maker: Callable[..., object]) -> None:
    usual = made(maker)  # type: ignore[arg-type]
    strict = changed(usual, strictly)
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in ZipFile(BytesIO(strict)).read(
        "word/document.xml"
    )
    assert read(strict) == read(usual)


@pytest.mark.parametrize("kind", KINDS)
def test_templates_and_files_with_macros_are_read_and_the_macros_are_not(
    tmp_path: Path, kind: str
) -> None:
    usual = made(MAKERS[0])
    file = tmp_path / f"resume.{kind}"
    file.write_bytes(changed(usual, as_kind(kind)))
    resume = load_resume(file)
    assert resume.sections == read(usual).sections
    assert "AutoOpen" not in resume.source.text
    assert resume.format == "docx"
