from __future__ import annotations

import subprocess
import sys

import pytest

from ingest.errors import UnsupportedFormatError
from ingest.readers.registry import reader_for


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


def test_an_unknown_suffix_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedFormatError, match=r"resume\.rst is in a format"):
        reader_for(b"Ida\n===", "resume.rst")


def test_a_reader_is_imported_when_it_is_needed() -> None:
    code = (
        "import sys; from ingest.readers.registry import reader_for;"
        "reader_for(b'{\"a\": 1}', 'a.json');"
        "sys.exit('ingest.readers.markdown' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
