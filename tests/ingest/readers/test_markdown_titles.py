"""The lines that name an entry: what in them is one name, and what is apart."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(("# Una Kettlewell\n\n" + page).encode(), "resume.md")


def entries(page: str, kind: SectionKind) -> list[Entry]:
    return [entry for section in read(page).of_kind(kind) for entry in section.walk()]


def told(entry: Entry) -> tuple[str, str, str]:
    """As what, who and where."""
    return (
        "; ".join(role.text for role in entry.roles),
        entry.organisation.text if entry.organisation else "",
        entry.location.text if entry.location else "",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kelp, Tides, and Weather Lab", ("", "Kelp, Tides, and Weather Lab", "")),
        (
            "Lecturer, School of Music, Theatre, and Dance, Hull University",
            ("Lecturer", "School of Music, Theatre, and Dance, Hull University", ""),
        ),
    ],
)
def test_several_things_before_an_and_are_one_name(
    line: str, expected: tuple[str, str, str]
) -> None:
    (entry,) = entries(f"## Work\n\n### {line}\n2009 - 2010\n\n- Counted.\n", SectionKind.WORK)
    assert told(entry) == expected


def test_a_degree_of_several_subjects_is_one() -> None:
    page = "## Education\n\n**BSc Physics, Botany and Oceanography**<br>\nHull University, 2008\n"
    (entry,) = entries(page, SectionKind.EDUCATION)
    assert told(entry) == ("BSc Physics, Botany and Oceanography", "Hull University", "")
    assert entry.area is not None
    assert entry.area.text == "Physics, Botany and Oceanography"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Quillfin (boat builders, Strasbourg)", ("", "Quillfin", "Strasbourg")),
        ("Rigger @ Quillfin (~60 people, Lyon, France)", ("Rigger", "Quillfin", "Lyon, France")),
        ("Quillfin (boats, sails)", ("", "Quillfin", "")),
    ],
)
def test_brackets_behind_an_employer_may_end_with_the_place(
    line: str, expected: tuple[str, str, str]
) -> None:
    (entry,) = entries(f"## Work\n\n**{line}, 2009 - 2010**\n\n- Counted.\n", SectionKind.WORK)
    assert told(entry) == expected


@pytest.mark.parametrize(
    ("line", "who", "where"),
    [
        ("BA, University of Nevada, Reno", "University of Nevada, Reno", "Reno"),
        ("BA, University of Oregon, Eugene, OR", "University of Oregon, Eugene", "Eugene, OR"),
        (
            "BA, Texas State University, Round Rock",
            "Texas State University, Round Rock",
            "Round Rock",
        ),
        ("BA, University of York, Hull", "University of York", "Hull"),
        ("BA, University of Nevada, USA", "University of Nevada", "USA"),
    ],
)
def test_a_university_of_a_state_is_called_by_its_campus(line: str, who: str, where: str) -> None:
    (entry,) = entries(f"## Education\n\n- {line}, 2008 - 2011\n", SectionKind.EDUCATION)
    assert told(entry) == ("BA", who, where)


def test_a_grade_is_no_place() -> None:
    page = """## Education

`2017 - 2019`
__BSc Botany__ Hull University, GPA 3.8/4.0

`2013 - 2017`
__BA Tidal Economics__ University of Nevada, Reno, GPA 3.5/4.0
"""
    assert [told(entry)[1:] for entry in entries(page, SectionKind.EDUCATION)] == [
        ("Hull University", ""),
        ("University of Nevada, Reno", "Reno"),
    ]


def test_bullets_that_an_entry_begins_with_say_when_and_where() -> None:
    page = """## Projects

### [Quillfin](https://quillfin.example)
* Dec 2014 - Dec 2016 (2 years)
* Lyon, France
* Technology: rope

Rigged a ship.

### Oddstrand
* Rigged the sails of two ships.
* Hull, England

## Work

### Humber Yard Ltd
- 2009 - 2011
- Goole, England
- Welded.
"""
    quillfin, oddstrand = entries(page, SectionKind.PROJECTS)
    assert told(quillfin) == ("", "", "Lyon, France")
    assert told(oddstrand) == ("", "", "")
    (yard,) = entries(page, SectionKind.WORK)
    assert told(yard) == ("", "Humber Yard Ltd", "Goole, England")
    assert yard.dates is not None
    assert yard.dates.text == "2009 - 2011"


def test_a_heading_that_announces_a_list_is_no_school_and_no_degree() -> None:
    page = """## Education

**Hull University**, *Aug. 2020 - May 2023*<br>
B.A., Botany

#### Relevant Undergraduate Coursework:

- Kelp

#### Further Graduate Reading:

- Tides
"""
    study, coursework, reading = entries(page, SectionKind.EDUCATION)
    assert told(study) == ("B.A.", "Hull University", "")
    assert [told(one) for one in (coursework, reading)] == [("", "", "")] * 2
    assert coursework.title is not None
    assert coursework.title.text.startswith("Relevant Undergraduate Coursework")


def test_bullets_that_begin_in_bold_and_end_with_a_time_are_a_stay_each() -> None:
    page = """## Experience

- **Postdoctoral (Marine Engineering)**, TIDE (Prof. Ada Ray), Boston, USA (2016 - Present). A.
- **Ph.D. Student**, Nordkap (Prof. R. Stone) (Summer 2010 - Fall 2015). B.
- **Mentor**, Hull Academy Summer Programme (Summer 2015). C.
- **Visiting Scholar**, OSK (Prof. B. Wren) (Summer 2014). D.
- **Guided Study**, KELP (Prof. V. Lark) (Fall 2009). E.
"""
    assert [told(entry)[:2] for entry in entries(page, SectionKind.WORK)] == [
        ("Postdoctoral", "TIDE"),
        ("Ph.D. Student", "Nordkap"),
        ("Mentor", "Hull Academy Summer Programme"),
        ("Visiting Scholar", "OSK"),
        ("Guided Study", "KELP"),
    ]


def test_a_field_of_engineering_is_no_school() -> None:
    page = """## Education

2009--2012
: M.Sc. (Tech.), Marine Engineering; Hull University of Technology

2006--2009
: B.Sc. (Tech.), Civil Engineering; Leeds College
"""
    studies = entries(page, SectionKind.EDUCATION)
    assert [(one.area and one.area.text, told(one)[1]) for one in studies] == [
        ("Marine Engineering", "Hull University of Technology"),
        ("Civil Engineering", "Leeds College"),
    ]
