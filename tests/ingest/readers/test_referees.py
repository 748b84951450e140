"""How to reach a referee is no way to reach the person, in any format."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pdf_made import made, page

from ingest.export import to_json_resume
from ingest.load import load_resume
from ingest.resume import Resume

OWN = "ada@wren.example"
THEIRS = ("bo@gull.example", "+44 20 7946 0199", "linkedin.com/in/bogull")
LINES = ("Bo Gull, Head of Systems, Gull Ferries", *THEIRS)


def laid_out(mark: str, heading: str, own: str) -> list[str]:
    """A resume line by line; `mark` stands before the name of a section."""
    head = ["Ada Wren", own] if own else ["Ada Wren"]
    return [
        *head, f"{mark}Experience", "Tern Airways, Engineer, 2016 - 2020", "Ran the clusters.",
        f"{mark}Skills", "Go, Python", f"{mark}{heading}", *LINES,
    ]  # fmt: skip


def as_markdown(heading: str, own: str) -> bytes:
    name, *rest = laid_out("## ", heading, own)
    return "\n\n".join([f"# {name}", *rest]).encode()


def as_html(heading: str, own: str) -> bytes:
    name, *rest = laid_out("#", heading, own)
    lines = (f"<h2>{line[1:]}</h2>" if line[0] == "#" else f"<p>{line}</p>" for line in rest)
    return f"<!doctype html><main><h1>{name}</h1>{''.join(lines)}</main>".encode()


def as_docx(heading: str, own: str) -> bytes:
    document, made_file = Document(), BytesIO()
    name, *rest = laid_out("#", heading, own)
    document.add_heading(name, 0)
    for line in rest:
        if line[0] == "#":
            document.add_heading(line[1:], 1)
        else:
            document.add_paragraph(line)
    document.save(made_file)
    return made_file.getvalue()


def as_pdf(heading: str, own: str) -> bytes:
    name, *rest = laid_out("# ", heading, own)
    return made(page(f"# {name}", *rest, leading=20))


def as_text(heading: str, own: str) -> bytes:
    name, *rest = laid_out("#", heading, own)
    return "\n".join(
        [name, *(f"\n{line[1:].upper()}\n" if line[0] == "#" else line for line in rest)]
    ).encode()


def as_json(heading: str, own: str) -> bytes:
    return json.dumps(
        {
            "basics": {"name": "Ada Wren", **({"email": own} if own else {})},
            "work": [{"name": "Tern Airways", "position": "Engineer", "startDate": "2016"}],
            "references": [{"name": "Bo Gull", "email": THEIRS[0], "phone": THEIRS[1]}],
        }
    ).encode()


def as_fresh(heading: str, own: str) -> bytes:
    return json.dumps(
        {
            "name": "Ada Wren",
            "meta": {"format": "FRESH@0.6.0"},
            "contact": {"email": own} if own else {"other": []},
            "employment": {"history": [{"employer": "Tern Airways", "position": "Engineer"}]},
            "references": [
                {"name": "Bo Gull", "contact": [{"label": "email", "value": THEIRS[0]}]}
            ],
        }
    ).encode()


def as_yaml(heading: str, own: str) -> bytes:
    return f"""\
cv:
  name: Ada Wren
  {f"email: {own}" if own else "location: Bristol"}
  sections:
    experience:
      - company: Tern Airways
        position: Engineer
        start_date: 2016
    references:
      - name: Bo Gull
        summary: "{THEIRS[0]}, {THEIRS[1]}"
""".encode()


FORMATS = {
    "md": as_markdown, "html": as_html, "docx": as_docx, "pdf": as_pdf, "txt": as_text,
    "json": as_json, "fresh.json": as_fresh, "yaml": as_yaml,
}  # fmt: skip


def read(folder: Path, name: str, data: bytes) -> Resume:
    file = folder / f"resume.{name}"
    file.write_bytes(data)
    return load_resume(file)


def reached(resume: Resume) -> list[str]:
    """Every way to reach the person, but for where they are."""
    return [each.value for each in resume.contacts if each.kind != "location"]


@pytest.mark.parametrize("own", [OWN, ""], ids=["beside one's own", "the only one"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_referees_address_is_not_the_persons(tmp_path: Path, name: str, own: str) -> None:
    resume = read(tmp_path, name, FORMATS[name]("References", own))
    assert reached(resume) == ([own] if own else [])
    assert THEIRS[0] in " ".join(part.text for _, _, part in resume.walk()), "and nothing is lost"
    exported = to_json_resume(resume)["basics"]
    assert exported.get("email") == (own or None)
    assert "phone" not in exported


@pytest.mark.parametrize(
    "heading", ["Referees", "Professional References", "Referenzen", "Références", "推荐人"]
)
def test_whatever_the_section_is_called(tmp_path: Path, heading: str) -> None:
    for name in ("md", "html", "docx"):
        assert reached(read(tmp_path, name, FORMATS[name](heading, OWN))) == [OWN]


REST = "# Ada Wren\n\nada@wren.example\n\n## Work\n\n### Tern Airways, 2016 - 2020\n\n- Ran it\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "## Skills\n\nGo\n\nReferences: Bo Gull, bo@gull.example, +44 20 7946 0199\n",
        "## More\n\n### Hobbies\n\nChess\n\n### References\n\n- Bo Gull: bo@gull.example\n\n"
        "#### Another\n\n- +44 20 7946 0199\n",
        "## References\n\n| name | reach |\n|---|---|\n| Bo | bo@gull.example |\n"
        "| Jo | +44 20 7946 0199 |\n",
        "## References\n\n> bo@gull.example\n\n> (020) 7946 0199\n",
        "## References\n\nBo Gull [](mailto:bo@gull.example)\n",
        "## References\n\n[](mailto:bo@gull.example)\n\n## Skills\n\nGo\n",
    ],
    ids=["a label", "a heading further down", "a table", "quotes", "a sign", "a sign by itself"],
)
def test_wherever_they_are_told_of(tmp_path: Path, told: str) -> None:
    assert reached(read(tmp_path, "md", (REST + told).encode())) == [OWN]


def test_what_stands_after_them_is_the_persons_again(tmp_path: Path) -> None:
    told = (
        "# Ada Wren\n\n## More\n\n### References\n\nBo, bo@gull.example\n\n### Also\n\n"
        "+44 20 7946 0018\n\n## References\n\nJo, jo@gull.example\n\n## Contact\n\n"
        "ada@wren.example\n"
    )
    assert reached(read(tmp_path, "md", told.encode())) == ["+44 20 7946 0018", OWN]
