"""PDFs as programs that people write resumes with make them: `tests/fixtures/pdf/make.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fixture_resumes import FIXTURES, section, when

from ingest.errors import ResumeFileError
from ingest.load import load_resume
from ingest.resume import Resume, SectionKind

PDF = FIXTURES / "pdf"
#: Which of the two invented people each file is of.
ENGINEER, BUILDER = (
    json.loads((PDF / f"{name}.json").read_text("utf-8")) for name in ("engineer", "builder")
)
READABLE = sorted(path.stem for path in PDF.glob("*.pdf") if path.stem != "reportlab-locked")


def person(resume: Resume) -> dict[str, Any]:
    return ENGINEER if "Polderpay" in resume.source.text else BUILDER


@pytest.fixture(scope="module")
def read() -> Any:
    """Reads a fixture once: a process each is what a PDF costs."""
    known: dict[str, Resume] = {}

    def reads(name: str) -> Resume:
        if name not in known:
            known[name] = load_resume(PDF / f"{name}.pdf")
        return known[name]

    return reads


@pytest.mark.parametrize("name", READABLE)
def test_employers_roles_and_dates_are_those_of_the_person(read: Any, name: str) -> None:
    resume = read(name)
    jobs = section(resume, SectionKind.WORK).entries
    told = [
        (job.organisation.text if job.organisation else None, job.roles[0].text, when(job.dates))
        for job in jobs
    ]
    expected = [
        (job["name"], job["position"], f"{job['startDate']} - {job.get('endDate') or 'now'}")
        for job in person(resume)["work"]
    ]
    assert told == expected
    assert [len(job.statements) for job in jobs] == [
        len(job["highlights"]) for job in person(resume)["work"]
    ]


@pytest.mark.parametrize("name", READABLE)
def test_every_statement_has_its_page_and_a_box_on_it(read: Any, name: str) -> None:
    source = read(name).source
    for _, _, statement in read(name).statements():
        boxes = source.boxes(statement.span)
        assert boxes, statement.text
        assert source.place(statement.span).page == boxes[0].page
        for box in boxes:
            width, height = source.layout.pages[box.page - 1]
            assert box.left >= 0 and box.left + box.width <= width + 1
            assert box.top >= 0 and box.top + box.height <= height + 1


@pytest.mark.parametrize("name", READABLE)
def test_words_that_were_divided_at_the_end_of_a_line_are_whole(read: Any, name: str) -> None:
    said = " ".join(statement.text for _, _, statement in read(name).statements())
    for job in person(read(name))["work"]:
        for point in job["highlights"]:
            assert " ".join(point.split()) in said


def test_one_that_asks_for_a_password_is_refused_with_what_to_do() -> None:
    with pytest.raises(ResumeFileError) as refused:
        load_resume(PDF / "reportlab-locked.pdf")
    assert "password" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("size", [1_000, 4_000, 10_000])
def test_half_a_file_is_read_or_refused_in_one_line(tmp_path: Path, size: int) -> None:
    half = tmp_path / "half.pdf"
    half.write_bytes((PDF / "latex-article.pdf").read_bytes()[:size])
    told = ""
    try:
        assert load_resume(half).sections
    except ResumeFileError as refused:
        told = str(refused)
    assert "\n" not in told
    assert not told or "half.pdf" in told
