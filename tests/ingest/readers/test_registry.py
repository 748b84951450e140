from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ingest.errors import UnsupportedFormatError
from ingest.readers.registry import reader_for

WORD = (Path(__file__).parents[2] / "fixtures" / "docx" / "links.docx").read_bytes()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b'{"basics": {}}', "resume", "json-resume"),
        (b'\xef\xbb\xbf\n{ "basics": {}}', "resume.md", "json-resume"),
        (b"[link](https://example.org)", "resume.md", "markdown"),
        (b"{% include nav.html %}\n# Ida", "resume.md", "markdown"),
        (b"{: .no_toc}\n# Ida", "index.markdown", "markdown"),
        (b"# Ida", "resume", "markdown"),
        (b"not json", "resume.json", "json-resume"),
        (b"# Ida\n\n## Work", "resume.txt", "markdown"),
        (b"Ida Holm\n\nWORK\n", "resume.txt", "plain-text"),
        (b"Ida\n===", "resume.rst", "plain-text"),
        (b"<!DOCTYPE html>\n<html>", "resume.md", "html"),
        (b"\xef\xbb\xbf <!-- saved --> <html lang=en>", "resume", "html"),
        ("<html><body>".encode("utf-16"), "resume.bin", "html"),
        (b'<?xml version="1.0"?>\n<!doctype html>', "resume", "html"),
        (b"<p>Ida</p>", "resume.htm", "html"),
        (b"<p>Ida</p>", "resume.md", "markdown"),
        (WORD, "resume.doc", "docx"),
        (WORD, "resume", "docx"),
        (b"# mine\r\n\r\ncv:\r\n  name: Ida", "resume.txt", "yaml"),
        (b"\xef\xbb\xbfbasics: # who\n  name: Ida", "resume", "yaml"),
        (b"- name: Ida", "skills.yml", "yaml"),
        (b'{"cv": {}}', "resume.yaml", "json-resume"),
        (b"cv:\n# Ida", "resume.md", "markdown"),
        (b"---\ncv: x\n---\n# Ida", "resume.md", "markdown"),
    ],
)
def test_the_reader_is_picked_by_content_then_by_suffix(
    data: bytes, name: str, expected: str
) -> None:
    assert reader_for(data, name).format == expected


def zipped(*names: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "what", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(99), "resume.doc", "old Word document", ".docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "resume.docx",
         "protected by a password", "without one"),
        (zipped("mimetype", "content.xml"), "resume.odt", "OpenDocument", ".docx"),
        (zipped("Index/Document.iwa"), "resume.pages", "Pages document", "export"),
        (zipped("xl/workbook.xml"), "resume.xlsx", "Excel", "copy"),
        (zipped("resume.pdf"), "resume.zip", "a zip archive", "unpack"),
        (b"{\\rtf1 Ida}", "resume.rtf", "RTF", ".docx"),
        (b"Ida", "resume.rtf", "RTF", ".docx"),
        (b"\\documentclass{moderncv}", "resume.tex", "LaTeX", "PDF"),
        (b"\x89PNG\r\n", "resume.png", "a picture", "OCR"),
    ],
)  # fmt: skip
def test_a_format_without_reader_is_refused_by_name_with_what_to_do(
    data: bytes, name: str, what: str, remedy: str
) -> None:
    with pytest.raises(UnsupportedFormatError) as raised:
        reader_for(data, name)
    message = str(raised.value)
    assert message.startswith(name)
    assert what in message
    assert remedy in message
    assert "\n" not in message


def test_a_reader_is_imported_when_it_is_needed() -> None:
    code = (
        "import sys; from ingest.readers.registry import reader_for;"
        "reader_for(b'{\"a\": 1}', 'a.json');"
        "sys.exit('ingest.readers.markdown.reader' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
