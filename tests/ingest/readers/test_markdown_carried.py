"""An employer or school that stands once above several positions or degrees with their dates."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import SectionKind
from tests.fixture_resumes import when

Told = tuple[str, str, str, str]


def told(kind: SectionKind, page: str) -> list[Told]:
    resume = MarkdownReader().read(f"# Oda Brekke\n\n{page}".encode(), "cv.md")
    return [
        (
            entry.organisation.text if entry.organisation else "",
            "; ".join(role.text for role in entry.roles),
            entry.location.text if entry.location else "",
            when(entry.dates),
        )
        for part in resume.of_kind(kind)
        for entry in part.entries
    ]


def test_positions_below_an_employer_in_the_same_look_are_held_there() -> None:
    page = """## Experience

**Knutsrud Nett**, Bergen

**Senior Net Engineer**
*May 2019 - Present*

- Trawls for cod

**Net Engineer**
*May 2017 - May 2019*

- Nets for herring

**Sjøvik Laks**, Oslo

**Apprentice Welder**
*2015 - 2017*

- Pens of steel
"""
    assert told(SectionKind.WORK, page) == [
        ("Knutsrud Nett", "Senior Net Engineer", "Bergen", "2019-05 - now"),
        ("Knutsrud Nett", "Net Engineer", "Bergen", "2017-05 - 2019-05"),
        ("Sjøvik Laks", "Apprentice Welder", "Oslo", "2015 - 2017"),
    ]


def test_degrees_below_a_school_in_the_same_look_are_of_that() -> None:
    page = """## Education

**University of Tromsø** Tromsø, Norway

**M.S. in Marine Biology**
*May 2019 (Expected)*

- 4.0 Graduate GPA

**B.S. in Marine Biology**
*December 2015*

- 3.98 Undergraduate GPA, Summa Cum Laude
"""
    schools = [(who, degree) for who, degree, _, _ in told(SectionKind.EDUCATION, page)]
    assert schools == [
        ("University of Tromsø", "M.S. in Marine Biology"),
        ("University of Tromsø", "B.S. in Marine Biology"),
    ]


def test_a_position_with_a_place_of_its_own_is_held_elsewhere() -> None:
    page = """## Experience

**Knutsrud Nett**, Bergen

**Net Engineer**
*2017 - 2019*

- Nets for herring

**Apprentice Welder**, Oslo
*2015 - 2017*

- Pens of steel
"""
    (_, other) = told(SectionKind.WORK, page)
    assert other == ("", "Apprentice Welder", "Oslo", "2015 - 2017")


def test_a_school_in_a_line_above_the_headings_of_degrees_holds_them() -> None:
    page = """## Education

University of Tromsø, Norway

### M.S. Marine Biology

Thesis: Lice in winter

### B.S. Chemistry

Senior Project: Multi-Net Mapping for Search and Rescue
"""
    resume = MarkdownReader().read(f"# Oda Brekke\n\n{page}".encode(), "cv.md")
    (school,) = [one for part in resume.of_kind(SectionKind.EDUCATION) for one in part.entries]
    assert school.organisation is not None
    assert school.organisation.text == "University of Tromsø"
    assert [one.roles[0].text for one in school.children] == [
        "M.S. Marine Biology",
        "B.S. Chemistry",
    ]
    assert [one.organisation for one in school.children] == [None, None]
