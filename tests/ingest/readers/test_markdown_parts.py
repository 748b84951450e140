"""What the parts of a line that names an entry are: people beside it, units, towns, marks."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def entries(page: str, kind: SectionKind) -> list[Entry]:
    return [entry for section in read(page).of_kind(kind) for entry in section.entries]


def told(entry: Entry) -> tuple[str | None, list[str], str | None]:
    who, where = entry.organisation, entry.location
    roles = [role.text for role in entry.roles]
    return who.text if who else None, roles, where.text if where else None


def test_who_looked_after_somebody_is_neither_their_role_nor_a_place() -> None:
    page = """# Ines Falk

## Inquiry

### Tide Gauge Assistant
**University of Hull** · Supervisor: Dr. Ida Nwosu · *Sep 2021 – May 2023*

- Read gauges
"""
    (stay,) = entries(page, SectionKind.OTHER)
    assert told(stay) == ("University of Hull", ["Tide Gauge Assistant"], None)
    assert (stay.statements[0].label, stay.statements[0].values) == (
        "Supervisor",
        ("Dr. Ida Nwosu",),
    )
    assert [line.text for line in stay.headings][1:] == [
        "University of Hull",
        "Sep 2021 – May 2023",
    ]


def test_a_link_to_a_file_is_no_name() -> None:
    page = """---
title: "CV – Ines Falk"
---

[Print Version](cv-print.pdf)

## Work

### Clerk, Salt Pier Ltd, 2015 - 2019
"""
    name = read(page).name
    assert name is not None
    assert name.text == "Ines Falk"


def test_a_unit_behind_a_position_is_no_employer_where_that_is_told() -> None:
    page = """# Ines Falk

## Work

### Salt Pier (Nov 2019 – March 2022)

**Manager, Harbour Systems** (Remote)

- Counts ships

### Falk & Daughters (Nov 2017 – March 2019)

**Clerk** (Hull, UK)

- Counted fish
"""
    assert [told(entry)[:2] for entry in entries(page, SectionKind.WORK)] == [
        ("Salt Pier", ["Manager, Harbour Systems"]),
        ("Falk & Daughters", ["Clerk"]),
    ]


def test_a_position_and_a_firm_in_one_line_stay_two() -> None:
    page = """# Ines Falk

## Work

### Manager, Harbour Systems, 2019 – 2022

- Counts ships

### Clerk, Tide Services, 2017 – 2019

- Counted fish
"""
    assert [told(entry)[:2] for entry in entries(page, SectionKind.WORK)] == [
        ("Harbour Systems", ["Manager"]),
        ("Tide Services", ["Clerk"]),
    ]


def test_a_mark_behind_a_school_is_no_place() -> None:
    page = """# Ines Falk

## Education

`Sep. 2013 - Jun. 2017`
__B.A Boat History__ Tide State University, Hull, GPA 3.5/4.0

`Sep. 2017 - Dec. 2019`
__B.S Computer Science__ Salt State University, GPA 3.8/4.0
"""
    studies = entries(page, SectionKind.EDUCATION)
    assert [told(entry)[2] for entry in studies] == ["Hull", None]


def test_bold_is_read_in_elements_too_where_it_is_written_as_in_markdown() -> None:
    page = """# Ines Falk

## Studies

<ul>
    <li>
        **University of Hull**: Master of Science, Tidal Physics (2016)
    </li>
</ul>
"""
    (study,) = entries(page, SectionKind.EDUCATION)
    assert told(study) == ("University of Hull", ["Master of Science"], None)
    (line,) = study.statements
    assert line.text == "University of Hull: Master of Science, Tidal Physics (2016)"


def test_letters_behind_a_title_that_they_stand_for_gave_it_to_nobody() -> None:
    page = """# Ines Falk

## Certificates

- Certified Tide Reader (CTR)
- Certified Tide Reader (HMA)
"""
    given = [told(entry)[0] for entry in entries(page, SectionKind.CERTIFICATES)]
    assert given == [None, "HMA"]


ARTS = """# Ines Falk

## Education

#### University of Hull, College of Tidal Arts | Hull, UK (Aug. 2009 - May 2013)

* **Bachelor of Arts in Boat Studies**, _Magna Cum Laude_

#### Salt Academy | Riga, Latvia (Aug. 2005 - May 2009)

* Rowed for the school

## Experience

- Fine Arts, Hull Fair, 2014 - 2016
"""


def test_arts_are_no_dutch_doctor_and_a_college_no_degree() -> None:
    (hull, academy) = entries(ARTS, SectionKind.EDUCATION)
    assert told(hull) == ("University of Hull", ["Bachelor of Arts in Boat Studies"], "Hull, UK")
    assert told(academy)[:2] == ("Salt Academy", [])


def test_a_town_called_after_its_college_is_a_place_and_a_degree_may_be_intended() -> None:
    page = """# Ines Falk

## Education

**The Tide State University**
College Park, MD
- Intended B.S. Boat History, Class of 2027

**Hull High School**
May 2023
- Rowed for the school
"""
    (study, _) = entries(page, SectionKind.EDUCATION)
    assert told(study) == (
        "The Tide State University",
        ["Intended B.S. Boat History"],
        "College Park, MD",
    )


def test_a_bullet_of_dates_below_a_heading_dates_that_heading_s_entry() -> None:
    page = """# Ines Falk

## Involvement

## Rowers' Guild Member
- (September 2013 - May 2015)

## Salt Study Externship
- (June 2014 - August 2014)
- Worked with salt
"""
    guild, study = entries(page, SectionKind.OTHER)
    assert guild.dates is not None
    assert guild.dates.text == "September 2013 - May 2015"
    assert study.dates is not None
    assert study.dates.text == "June 2014 - August 2014"


def test_the_words_of_a_link_behind_a_project_name_no_organisation() -> None:
    page = """# Ines Falk

## Projects

**Tide Tables** [Project](https://falk.example/tides)
- Counts tides

**Salt Lamps** [Harbour Group](https://falk.example/group)
- Counts lamps
"""
    projects = entries(page, SectionKind.PROJECTS)
    assert [told(entry)[0] for entry in projects] == [None, "Harbour Group"]


def test_a_project_named_in_bold_may_have_more_in_its_line() -> None:
    page = """# Ines Falk

## Projects

**Tide Tables** | Go, Lua
- Counts tides

**Lamp Log** – a lamp counter
- Counts lamps

**Stack:** Go
- And more
"""
    tides, lamps = entries(page, SectionKind.PROJECTS)
    assert [entry.title.text for entry in (tides, lamps) if entry.title] == [
        "Tide Tables",
        "Lamp Log",
    ]
    assert [told(entry)[:2] for entry in (tides, lamps)] == [(None, []), (None, [])]
    assert "Stack: Go" in [line.text for line in lamps.statements]


def test_a_line_of_a_department_below_the_employer_leads_on_to_the_place() -> None:
    page = """# Ines Falk

## Positions

#### 08/2015 - present: Tide Clerk
**Salt Pier**<br/>
Department of Waves<br/>
Hull, UK<br/>
_Advisor:_ Prof. Ida Nwosu<br/>
"""
    (post,) = entries(page, SectionKind.WORK)
    assert told(post) == ("Salt Pier", ["Tide Clerk"], "Hull, UK")


def test_what_stands_in_brackets_is_a_position_where_it_is_in_other_heads() -> None:
    page = """# Ines Falk

## Work

#### Salt Pier (Senior Clerk, 2024/05 - present)

* Counts ships.

#### Falk House (Harbour Support, 2017/06 - 2018/05)

* Counted fish.
"""
    assert [told(entry)[:2] for entry in entries(page, SectionKind.WORK)] == [
        ("Salt Pier", ["Senior Clerk"]),
        ("Falk House", ["Harbour Support"]),
    ]


def test_what_a_definition_says_of_a_certificate_is_no_organisation() -> None:
    page = """# Ines Falk

## Certificates

Advanced Tide Reading (ATR)
: passed 2020, renewed 2024
"""
    (one,) = entries(page, SectionKind.CERTIFICATES)
    assert told(one)[0] != "passed"


def test_a_degree_with_a_remark_and_a_full_stop_behind_its_years_is_one_of_its_own() -> None:
    page = """# Ines Falk

## Education

**MSc Tidal Chemistry**, University of Hull, 2016 – 2018. Thesis: *Salt in slow water*, 71 %.

**BSc Boat History**, Salt State University, 2012 – 2016, with a red ribbon and a handshake.
"""
    msc, bsc = entries(page, SectionKind.EDUCATION)
    assert told(msc) == ("University of Hull", ["MSc Tidal Chemistry"], None)
    assert told(bsc) == ("Salt State University", ["BSc Boat History"], None)
