"""Stays that a section of any name lists, and what the line that names each says of it."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, PartialDate, Section, SectionKind

Told = tuple[str | None, list[str], str | None]


def section(page: str, heading: str) -> Section:
    found = MarkdownReader().read(f"# Una Kettlewell\n\n{page}".encode(), "resume.md").sections
    return next(one for one in found if one.heading and one.heading.text == heading)


def told(entry: Entry) -> Told:
    """Who, as what, and where."""
    return (
        entry.organisation.text if entry.organisation else None,
        [role.text for role in entry.roles],
        entry.location.text if entry.location else None,
    )


def test_headings_that_name_positions_above_their_ranges_tell_that_a_section_is_work() -> None:
    page = """## Where the wind took me

### Humber Yard — lead welder
`Feb 2020 – today` Hull

- Hulls

### Tern Boats — junior welder
`Aug 2016 – Jan 2020` Grimsby

- Masts
"""
    found = section(page, "Where the wind took me")
    assert found.kind is SectionKind.WORK
    assert [told(entry) for entry in found.entries] == [
        ("Humber Yard", ["lead welder"], "Hull"),
        ("Tern Boats", ["junior welder"], "Grimsby"),
    ]


def test_bold_positions_with_a_range_make_a_second_section_work() -> None:
    page = """## Experience

**Product Lead @ Kelp Ltd** (2020 – now)

- Alerts

## Harbour years

**Senior Welder, Humber Yard**, Hull. July 2015 – Jan 2020.

* Hulls

**Welder, Tern & Sons**, Grimsby. Jan 2011 – May 2015

* Masts
"""
    found = section(page, "Harbour years")
    assert found.kind is SectionKind.WORK
    assert [told(entry)[:2] for entry in found.entries] == [
        ("Humber Yard", ["Senior Welder"]),
        ("Tern & Sons", ["Welder"]),
    ]


def test_what_is_hardly_paid_is_no_work() -> None:
    page = """## Experience

**Welder, Humber Yard** 2015 – 2020

## Leadership and clubs

**Treasurer, Rowing Club** 2014 – 2016

**Chair, Debating Union** 2013 – 2014
"""
    assert section(page, "Leadership and clubs").kind is SectionKind.OTHER


def test_an_arrow_between_two_positions_parts_two_roles_of_one_employer() -> None:
    page = """## Experience

**Senior Data Engineer | Boutiques Lark (groceries, 64 stores) | 03/2021 – 09/2024**
* Tables

**Data Analyst → Data Engineer | Bank of Hull | 06/2017 – 02/2021**
* Feeds

**Cost Accountant | Vitrerie Tern | 08/2011 – 05/2017**
* Closings
"""
    assert [told(entry) for entry in section(page, "Experience").entries] == [
        ("Boutiques Lark", ["Senior Data Engineer"], None),
        ("Bank of Hull", ["Data Analyst", "Data Engineer"], None),
        ("Vitrerie Tern", ["Cost Accountant"], None),
    ]


def test_an_arrow_between_two_grades_of_a_position_parts_nothing() -> None:
    page = """## Work

#### Nurse, band 5 → band 6 · Tern House, Grimsby (2014 – 2019)

- Nights

#### Welder → Humber Boats (2010 – 2014)

- Hulls
"""
    nurse, welder = section(page, "Work").entries
    assert told(nurse)[0] == "Tern House"
    assert told(nurse)[1][0].startswith("Nurse")
    assert told(welder) == ("Humber Boats", ["Welder"], None)


def test_a_position_in_brackets_is_one_though_others_stand_first() -> None:
    page = """## Experience

#### Two Terns, Fairhaven *(owner and head chef)*
**March 2016 – now**

- Dinner only

#### Sous chef, The Harbour Hotel, Hobart
**Feb 2005 – Dec 2008**

- Banquets

#### Commis, Trattoria Lark, Bologna
**1999–2004**

- Pasta
"""
    assert told(section(page, "Experience").entries[0]) == (
        "Two Terns", ["owner and head chef"], "Fairhaven",
    )  # fmt: skip


def test_bold_positions_with_dates_of_their_own_lie_inside_the_employer_above() -> None:
    page = """## Experience

### Kelp Pay, Staff Engineer
*Aug 2021 to now, Hull*

- Payments

### Tern Rail
*Oct 2017 to Jul 2021, Luton*

**Senior Engineer** (Apr 2019 – Jul 2021)

- Outages

**Engineer** (Oct 2017 – Mar 2019)

- Checks

### Lark Hosting, Linux administrator
*June 2013 to Sept 2017, Hull*

- Boxes
"""
    entries = section(page, "Experience").entries
    assert [told(entry)[0] for entry in entries] == ["Kelp Pay", "Tern Rail", "Lark Hosting"]
    assert [told(child)[1] for child in entries[1].children] == [["Senior Engineer"], ["Engineer"]]
    assert not entries[0].children
    assert not entries[2].children


def test_three_dots_between_two_dates_make_a_range() -> None:
    page = """## Experience

**2019-02 … 2022-03** `Tern Bank` **Security analyst**

- Audits

**2022-04 … now** `Lark Bank` **Security lead**

- Bounties
"""
    ranges = [entry.dates for entry in section(page, "Experience").entries]
    assert [one and (one.start, one.end, one.current) for one in ranges] == [
        (PartialDate(2019, 2), PartialDate(2022, 3), False),
        (PartialDate(2022, 4), None, True),
    ]


def test_leaders_are_a_gap_between_columns_and_no_words() -> None:
    page = """## Experience

**TERN METERING LTD.**, Gazipur ................................ Mar 2020 - now
*Firmware Lead*

- Meters

**LARK ROBOTICS INC.**, Penang, Malaysia ------------------- Jun 2018 - Jan 2020
*Embedded Engineer*

- Motors
"""
    assert [told(entry) for entry in section(page, "Experience").entries] == [
        ("TERN METERING LTD.", ["Firmware Lead"], "Gazipur"),
        ("LARK ROBOTICS INC.", ["Embedded Engineer"], "Penang, Malaysia"),
    ]


def test_posts_at_schools_are_work_where_no_degree_is_among_them() -> None:
    page = """## Schools

**Hull High School**: teacher of mathematics (2013 to today)

- Four classes

**Luton Primary School**: teacher of physics (Sept. 2008 to June 2013)

- A lab
"""
    assert section(page, "Schools").kind is SectionKind.WORK
    studied = page.replace("teacher of mathematics", "BSc Mathematics")
    assert section(studied, "Schools").kind is SectionKind.EDUCATION


def test_a_unit_beside_a_position_is_no_employer_where_the_line_below_names_one() -> None:
    page = """## Experience

#### Sister, Children's High Dependency
St Anne's Hospital, London SE1. October 2011 to June 2015.

Eight beds. Led the ward through its move.

#### Career break
July 2009 to March 2011. Twins. Did a course at night.
"""
    first, second = section(page, "Experience").entries
    assert told(first)[:2] == ("St Anne's Hospital", ["Sister"])
    assert first.dates
    assert first.dates.text == "October 2011 to June 2015"
    assert second.dates
    assert second.dates.text == "July 2009 to March 2011"


def test_a_name_beside_a_position_below_its_employer_is_a_unit() -> None:
    page = """## Work

### Tern Insurance, Grimsby

Adjuster, Storm Claims *(2016 – 2019)*

- Roofs

### Humber Yard, Hull

Welder, Dock Four *(2010 – 2013)*

- Hulls

Foreman, Night Shift *(2013 – 2016)*

- Rotas
"""
    tern, yard = section(page, "Work").entries
    assert told(tern) == ("Tern Insurance", ["Adjuster, Storm Claims"], "Grimsby")
    assert [told(child) for child in yard.children] == [
        (None, ["Welder, Dock Four"], None),
        (None, ["Foreman, Night Shift"], None),
    ]


def test_nothing_is_cut_within_brackets() -> None:
    page = """## Experience

#### Voisins du Rivage (NGO), Bentiu, South Sudan

**Midwife supervisor** | Feb 2016 – Nov 2017

- A tent

#### Lark Clinic

**Midwife** | 2006 – 2010

- Evenings
"""
    assert told(section(page, "Experience").entries[0]) == (
        "Voisins du Rivage", ["Midwife supervisor"], "Bentiu, South Sudan",
    )  # fmt: skip


def test_a_full_stop_parts_a_position_from_the_place_before_it() -> None:
    page = """## Experience

### 2016-2019  Tern Boats A/S, Odense. Product designer

- Desks

### 2012-2015  Lark Studio, Copenhagen. Assistant

- Lecterns
"""
    assert [told(entry) for entry in section(page, "Experience").entries] == [
        ("Tern Boats A/S", ["Product designer"], "Odense"),
        ("Lark Studio", ["Assistant"], "Copenhagen"),
    ]


def test_a_section_of_any_name_that_begins_with_a_degree_is_education() -> None:
    page = """## Learned at

* **MA Conservation**, Flemish Institute of Art, Antwerp, 2014–2016
* **MSc Chemistry**, Luton University, 2009
* Metalwork with my grandfather

## Shown at

* Exhibition, Lark University, 2019
"""
    assert section(page, "Learned at").kind is SectionKind.EDUCATION
    assert section(page, "Shown at").kind is SectionKind.OTHER
    schooled = page + "\n## Education\n\nBSc Physics, Hull University, 2007\n"
    assert section(schooled, "Learned at").kind is SectionKind.OTHER


def test_a_sort_of_firm_in_brackets_is_no_position() -> None:
    page = """## Experience

**2022-04 … now** `Lark Bank` **Security lead**

- Bounties

**2019-02 … 2022-03** `Three Terns` (consultancy) **Penetration tester**

- Ferries
"""
    assert [told(entry)[:2] for entry in section(page, "Experience").entries] == [
        ("Lark Bank", ["Security lead"]),
        ("Three Terns", ["Penetration tester"]),
    ]


def test_the_first_bullet_in_a_dated_position_begins_with_the_employer() -> None:
    page = """## Work experience

* Summer 2018: Net mender
  * Tidewater, San Diego
  * Mended the nets of nine boats
* 2015 - 2017: Research assistant
  * Humber Institute of Rope, Goole office
  * Measured knots
* 2012 - 2015: Teaching assistant
  * University of Hull, Department of Botany
* 2010 - 2012: Rigger
  * Masts, sails and shrouds
"""
    entries = section(page, "Work experience").entries
    assert [told(entry) for entry in entries] == [
        ("Tidewater", ["Net mender"], "San Diego"),
        ("Humber Institute of Rope", ["Research assistant"], None),
        ("University of Hull", ["Teaching assistant"], None),
        (None, ["Rigger"], None),
    ]


def test_how_many_hours_somebody_was_held_is_no_employer() -> None:
    page = """## Work experience

* 2013 - 2014: Lab technician, part time
  * Weighed ropes
* 2011 - 2012: Net maker, part time
  * Mended nets
"""
    entries = section(page, "Work experience").entries
    assert [told(entry) for entry in entries] == [
        (None, ["Lab technician"], None),
        (None, ["Net maker"], None),
    ]


def test_a_degree_of_which_more_is_said_leaves_the_others_of_its_list_entries() -> None:
    page = """## Work experience

* 2019 - 2022: Rigger
  * Tide Works, Hull
  * Rigged nine boats
* 2016 - 2019: Splicer
  * Rope Walk, Goole
  * Spliced cables

## Education

* Ph.D. in Rope Science, University of Hull, 2019
  * Thesis: On knots
  * Committee: Una Falk, Bo Nwosu
* B.A. in Botany, Tide College, 2012
"""
    entries = section(page, "Education").entries
    assert [told(entry)[:2] for entry in entries] == [
        ("University of Hull", ["Ph.D. in Rope Science"]),
        ("Tide College", ["B.A. in Botany"]),
    ]


def test_terms_that_are_ranges_above_positions_tell_that_a_section_is_work() -> None:
    page = """## Nets and knots

Term 3 2014 -- now
:   **Head of Splicing**, Humber Rope School

    Nine apprentices.

2009 -- 2014
:   **Rope maker**, Tide Works, Hull
"""
    work = section(page, "Nets and knots")
    assert work.kind is SectionKind.WORK
    assert [told(entry) for entry in work.entries] == [
        ("Humber Rope School", ["Head of Splicing"], None),
        ("Tide Works", ["Rope maker"], "Hull"),
    ]
    tides = page.replace("Head of Splicing", "High water").replace("Rope maker", "Low water")
    assert section(tides, "Nets and knots").kind is SectionKind.OTHER


def test_a_unit_behind_a_position_is_no_employer_where_the_next_line_names_one() -> None:
    page = """# Una Kettlewell

## Experience

### Senior Welder - Hulls
**Skarvik** | *Lilleøy* | **Jan 2019 - Present**
- Plates
- Safety committee of the yard, chair since Aug 2021

### Welder, Docks
**Hollin Weir** | *Ternsay* | **May 2015 - Dec 2018**
- Locks
"""
    (work,) = MarkdownReader().read(page.encode(), "resume.md").of_kind(SectionKind.WORK)
    told = [(one.organisation, [role.text for role in one.roles]) for one in work.entries]
    assert [(who and who.text, roles) for who, roles in told] == [
        ("Skarvik", ["Senior Welder - Hulls"]),
        ("Hollin Weir", ["Welder, Docks"]),
    ]


def test_the_first_bullet_of_a_position_with_a_unit_may_say_who_and_where() -> None:
    page = """# Una Kettlewell

## Experience

* Spring 2021 - present: Lead Welder, Hulls
  * Skarvik (Tern Ropes group), Bergen
  * Leads nine people
* 2015 - 2018: Welder, Docks
  * Hollin, Hull
  * Locks and gates, two of them new
"""
    (work,) = MarkdownReader().read(page.encode(), "resume.md").of_kind(SectionKind.WORK)
    told = [(one.organisation, [role.text for role in one.roles]) for one in work.entries]
    assert [(who and who.text, roles) for who, roles in told] == [
        ("Skarvik", ["Lead Welder, Hulls"]),
        ("Hollin", ["Welder, Docks"]),
    ]
