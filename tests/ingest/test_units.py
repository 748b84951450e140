"""A department is no employer beside one, and a faculty is a part of its school."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.load import load_resumes
from ingest.resume import Entry

PAGE = """# Wilhelmina Sorge

## Experience

2019-2023 **Business Analyst**, {unit}, {employer}, Avon, CT.

- Wrote the release notes of every month.

2015-2019 **Clerk**, Ashgrove Insurance, Avon, CT.

- Filed claims by the lorry.

## Education

### {school}

BSc in Botany, 2011 - 2015
"""


def _read(folder: Path, unit: str, employer: str, school: str) -> tuple[Entry, Entry]:
    path = folder / "resume.md"
    text = PAGE.format(unit=unit, employer=employer, school=school)
    path.write_text(text, encoding="utf-8")
    work, education = load_resumes([path], 10**6, None).sections[-2:]
    return work.entries[0], education.entries[0]


@pytest.mark.parametrize(
    ("unit", "employer"),
    [
        ("Information Technology", "Osprey Insurance"),
        ("Human Resources", "Fenwick Trust"),
        ("Customer Service", "Brackwater Bank"),
    ],
)
def test_the_employer_is_not_the_department(tmp_path: Path, unit: str, employer: str) -> None:
    job, _ = _read(tmp_path, unit, employer, "Aldous University")
    assert job.organisation is not None
    assert job.organisation.text == employer


@pytest.mark.parametrize(
    "school",
    ["School of Forestry, Aldous University", "Department of Biology, Saint Odo College"],
)
def test_a_faculty_is_named_with_its_school(tmp_path: Path, school: str) -> None:
    _, study = _read(tmp_path, "Human Resources", "Fenwick Trust", school)
    assert study.organisation is not None
    assert study.organisation.text == school


def test_a_university_and_its_campus_are_not_joined(tmp_path: Path) -> None:
    school = "Aldous University, College of Arts"
    _, study = _read(tmp_path, "Human Resources", "Fenwick Trust", school)
    assert study.organisation is not None
    assert study.organisation.text == "Aldous University"
