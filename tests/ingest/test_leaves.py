from __future__ import annotations

import json

import pytest

from ingest.leaves import is_leave
from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.resume import Resume, SectionKind


@pytest.mark.parametrize(
    "name",
    [
        "Career break", "Parental leave", "MATERNITY LEAVES", "Sabbatical", "Leave of absence",
        "Maternity & parental leave (two sons)", "Career break: caring for my father",
        "Career break - travel", "Gap year", "Elternzeit", "Congé maternité", "Excedencia",
        "Study leave to finish the thesis", "Ouderschapsverlof", "Licença-maternidade",
    ],
)  # fmt: skip
def test_a_time_off_work_is_known_by_its_name(name: str) -> None:
    assert is_leave(name)


@pytest.mark.parametrize(
    "name",
    [
        "Sabbatical Officer", "Parental Leave Alliance", "Parental leave cover, Year 4", "Leaves",
        "Career Break Coaching Ltd", "Tea Leaves & Co", "Gap Year Tours", "Family Practice",
    ],
)  # fmt: skip
def test_what_has_to_do_with_one_is_none(name: str) -> None:
    assert not is_leave(name)


def from_json(*work: dict[str, str]) -> Resume:
    text = json.dumps({"basics": {"name": "Ada Quill"}, "work": work})
    return JsonResumeReader().read(text.encode(), "resume.json")


def test_a_leave_among_jobs_is_no_employer() -> None:
    resume = from_json(
        {"name": "Quarry Books", "position": "Bookseller", "startDate": "2021"},
        {"name": "Parental leave", "startDate": "2020", "endDate": "2021"},
        {"company": "-", "position": "Career break", "startDate": "2019", "endDate": "2020"},
    )
    _, leave, pause = resume.of_kind(SectionKind.WORK)[0].entries
    assert (leave.name, leave.organisation) == ("Parental leave", None)
    assert (pause.name, pause.organisation) == ("Career break", None)


def test_nor_is_one_in_a_page() -> None:
    page = """# Ada Quill

## Employment

### Quarry Books, Leeds
Shop Assistant, 2021 - now

- Ordered the maps

### Adoption leave
2020 - 2021
"""
    resume = MarkdownReader().read(page.encode(), "resume.md")
    first, leave = resume.of_kind(SectionKind.WORK)[0].entries
    assert first.name == "Quarry Books"
    assert (leave.name, leave.organisation) == ("Adoption leave", None)
