"""Every bad input ends as one clear line and exit code 1; the index that there was is untouched."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ui.cli import app

SECTIONS = (
    "# Ida Nwosu\n\n## Work\n\n### Lighthouse of Borkum, 2019 - 2021\n\n- Kept the lamp lit\n"
)


def missing(path: Path) -> None:
    assert not path.exists()


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path)


def huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_000)


def holding(data: bytes | str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return write


#: What makes the file, its name, what the line says is wrong, and what to do.
BAD = {
    "missing": (missing, "resume.md", "does not exist", "check the path"),
    "empty": (holding(b""), "resume.md", "is empty", "write the resume"),
    "blank": (holding(codecs.BOM_UTF8 + b" \n\t"), "resume.md", "is empty", "write the resume"),
    "binary": (holding(b"\x00\x01\x02resume" * 9), "resume.md", "binary", "give the resume as PDF"),
    "50 MB": (huge, "resume.md", "larger than 10 MB", "RESUME_MAX_FILE_BYTES"),
    "not UTF-8": (holding("# Zoë".encode("latin-1")), "resume.md", "line 1 is not UTF-8", "save"),
    "a folder": (folder, "resume.md", "is a folder", "give the resume's file"),
    "a symlink loop": (loop, "resume.md", "cannot be read: ", "symbolic links"),
    "invalid JSON": (holding('{"work": [}'), "resume.json", "line 1, column 11", "JSON"),
    "JSON that is no resume": (holding('{"a": 1}'), "resume.json", "no JSON Resume", "work"),
    "invalid YAML": (holding("work:\n\t- a\n"), "resume.yaml", "line 2, column 1", "correct it"),
    "YAML that is no resume": (holding("a: 1\n"), "resume.yml", "no resume", "work"),
    "a duplicate key in YAML": (
        holding("work: [a]\nwork: [b]\n"), "resume.yaml", "line 2 has the key", "one value",
    ),
    "billion laughs": (
        holding("a: &a [x, x]\n" + "".join(
            f"a{n}: &a{n} [{', '.join([f'*a{n - 1 or chr(0)}'.replace(chr(0), '')] * 9)}]\n"
            for n in range(1, 12)
        )),
        "resume.yaml", "repeats more by its references", "than a resume can hold",
    ),
    "no sections": (holding("# Ida Nwosu\n"), "resume.md", "has no sections", "add some"),
    "no sections in JSON": (
        holding('{"basics": {"name": "Ida Nwosu"}}'), "resume.json", "has no sections", "add some",
    ),
    "a damaged PDF": (holding(b"%PDF-1.7\n"), "resume.pdf", "damaged PDF", "export it again"),
    "a format without reader": (holding(b"{\\rtf1 Ida}"), "resume.rtf", "RTF", "save it as Word"),
}  # fmt: skip


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index folder with something in it; nobody is told that a busy machine still reads."""
    monkeypatch.setattr("ingest.progress.PATIENCE", 600.0)
    for name in [name for name in os.environ if name.startswith("RESUME_")]:
        monkeypatch.delenv(name)
    there = tmp_path / "index" / "0123456789abcdef"
    there.mkdir(parents=True)
    (there / "current.json").write_text("{}")
    monkeypatch.setenv("RESUME_INDEX_DIR", str(tmp_path / "index"))
    return tmp_path / "index"


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def the_line(result: Result) -> str:
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return str(line)


@pytest.mark.parametrize("subcommand", ["export", "ingest", "ask"])
@pytest.mark.parametrize("what", BAD)
def test_a_bad_resume_is_one_clear_line(
    tmp_path: Path, index: Path, what: str, subcommand: str
) -> None:
    make, name, wrong, advice = BAD[what]
    path = tmp_path / name
    make(path)
    before = contents(index)
    line = the_line(run(subcommand, *["Go?"] * (subcommand == "ask"), "--resume", str(path)))
    assert name in line
    assert wrong in line
    assert advice in line
    assert contents(index) == before


def test_a_resume_that_may_not_be_read_is_one_clear_line(tmp_path: Path, index: Path) -> None:
    path = tmp_path / "resume.md"
    path.write_text(SECTIONS)
    assert run("export", "--resume", str(path)).exit_code == 0  # and all is imported
    path.chmod(0)
    before = contents(index)
    mine = os.geteuid()
    if mine == 0:  # root may read everything: its rights are put down, so that permissions count
        for above in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
            above.chmod(0o755)
        os.seteuid(65534)
    try:
        result = run("export", "--resume", str(path))
    finally:
        os.seteuid(mine)
    line = the_line(result)
    assert f"{path} may not be read" in line
    assert "permission" in line
    assert contents(index) == before


@pytest.mark.parametrize("question", ["", " \n", "Kafka? " * 1_430], ids=["empty", "blank", "long"])
def test_a_bad_question_is_one_clear_line(tmp_path: Path, index: Path, question: str) -> None:
    (tmp_path / "resume.md").write_text(SECTIONS)
    before = contents(index)
    line = the_line(run("ask", "--resume", str(tmp_path / "resume.md"), question))
    assert "question" in line.lower()
    assert contents(index) == before
