from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.errors import ResumeAssistantError, ResumeFileError, UnsupportedFormatError
from ingest.load import MAX_BYTES, load_resume

PAGE = "# Ida Nwosu\n\n## Work\n\n### Lighthouse of Borkum, 2019 - 2021\n\n- Kept the lamp lit\r\n"
JSON = '{"basics": {"name": "Ida Nwosu"}, "work": [{"name": "Lighthouse"}]}'


def refusal(path: Path, kind: type[ResumeAssistantError] = ResumeFileError) -> str:
    """What the user is told: a single line that names the file."""
    with pytest.raises(kind) as raised:
        load_resume(path)
    message = str(raised.value)
    assert "\n" not in message
    assert path.name in message
    assert len(message) < 400
    return message


def written(folder: Path, data: bytes | str, name: str = "resume.md") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        codecs.BOM_UTF8 + PAGE.encode(),
        PAGE.encode("utf-16"),
        codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"),
        PAGE.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big endian", "utf-32"],
)
def test_the_source_is_the_decoded_file_with_its_line_ends(tmp_path: Path, data: bytes) -> None:
    resume = load_resume(written(tmp_path, data))
    assert resume.source.text == PAGE
    assert resume.source.file == "resume.md"


def test_content_decides_over_the_suffix(tmp_path: Path) -> None:
    assert load_resume(written(tmp_path, JSON, "resume.txt")).format == "json-resume"
    assert load_resume(written(tmp_path, JSON, "resume.json")).format == "json-resume"
    assert load_resume(written(tmp_path, PAGE, "RESUME.MD")).format == "markdown"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.md")


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, " \n".encode("utf-16")])
@pytest.mark.parametrize("name", ["resume.md", "resume.json"])
def test_an_empty_file_is_told(tmp_path: Path, data: bytes, name: str) -> None:
    assert "is empty" in refusal(written(tmp_path, data, name))


def test_a_binary_file_is_told(tmp_path: Path) -> None:
    assert "is a binary file" in refusal(written(tmp_path, b"\x00\x01\x02resume" * 9))


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    data = "# Zoë\n\nCafé in Genève\n".encode("latin-1")
    assert "line 1 is not UTF-8" in refusal(written(tmp_path, data))


def test_a_file_beyond_the_limit_is_told_without_reading_it(tmp_path: Path) -> None:
    path = written(tmp_path, b"")
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "is larger than 10 MB" in refusal(path)
    assert MAX_BYTES == 10_000_000


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    path = written(tmp_path, PAGE)
    assert load_resume(path, max_bytes=len(PAGE)).source.text == PAGE
    with pytest.raises(ResumeFileError, match="is larger than"):
        load_resume(path, max_bytes=len(PAGE) - 1)


def test_a_symlink_loop_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    assert "cannot be read" in refusal(loop)


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    assert "no ordinary file" in refusal(pipe)


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResumeFileError, match="cannot be read"):
        load_resume(tmp_path / ("x" * 300 + ".md"))
    with pytest.raises(ResumeFileError, match=r"cannot be read|does not exist"):
        load_resume(tmp_path / "a\0b.md")


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Root may read everything, so its rights are put down for a while."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, PAGE)
    path.chmod(0)
    with as_an_ordinary_user():
        assert "may not be read" in refusal(path)


def test_invalid_json_is_told_with_line_and_column(tmp_path: Path) -> None:
    message = refusal(written(tmp_path, '{"work": [\n  oops\n]}', "resume.json"))
    assert "line 2, column 3 is not valid JSON" in message


@pytest.mark.parametrize("text", ["[1, 2]", '{"name": "left-pad", "version": "1.3.0"}'])
def test_json_that_is_no_resume_is_told(tmp_path: Path, text: str) -> None:
    assert "no JSON Resume" in refusal(written(tmp_path, text, "package.json"))


@pytest.mark.parametrize("text", ["# Ida Nwosu\n", '{"basics": {"name": "Ida Nwosu"}}', "* * *\n"])
def test_a_resume_without_sections_is_told(tmp_path: Path, text: str) -> None:
    assert "no sections" in refusal(written(tmp_path, text))


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("resume.doc", b"\xd0\xcf\x11\xe0\x00", "old Word"),
        ("resume.md", b"\x89PNG\r\n\x1a\n\x00", "picture"),
        ("resume.rtf", b"{\\rtf1 Ida}", "RTF"),
    ],
)
def test_a_format_without_reader_is_told_with_those_that_there_are(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    message = refusal(written(tmp_path, data, name), UnsupportedFormatError)
    assert what in message
    assert "JSON Resume (.json)" in message
    assert "Word (.docx)" in message
    assert "YAML (.yaml)" in message
    assert "Markdown (.md)" in message
    assert "PDF (.pdf)" in message
