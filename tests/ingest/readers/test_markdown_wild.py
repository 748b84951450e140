"""What public pages do that no theme does: each a small page of invented people."""

from __future__ import annotations

import pytest

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def entries(text: str, kind: SectionKind = SectionKind.WORK) -> list[Entry]:
    return [entry for part in page(text).of_kind(kind) for entry in part.walk()]


def told(entry: Entry) -> tuple[str, str, str]:
    """As what, at which employer or school, and when."""
    dates = entry.dates
    ends = [dates.start, dates.end] if dates else []
    days = dict.fromkeys(describe(day) if day else "now" for day in ends)
    return (
        ", ".join(role.text for role in entry.roles),
        entry.organisation.text if entry.organisation else "",
        " - ".join(days),
    )


IN_BULLETS = """# CV

<h2>Experience</h2>
<ul>
  <li>
    <h3>Keeper of Tide Gauges</h3>
    <p><strong>Institution:</strong> Gdynia Harbour Office (North Pier)</p>
    <p><strong>Period:</strong> April 2019 - Present</p>
    <p>Reads the gauges twice a day.</p>
  </li>
  <li>
    <h3>Thesis: Models of Salt Marshes</h3>
    <p><strong>Institution:</strong> Tide College</p>
    <p><strong>Period:</strong> May 2017 - March 2019</p>
  </li>
</ul>
"""


def test_headings_in_bullets_are_entries_and_labels_below_them_say_who_and_when() -> None:
    keeper, thesis = entries(IN_BULLETS)
    assert told(keeper) == (
        "Keeper of Tide Gauges", "Gdynia Harbour Office (North Pier)", "2019-04 - now",
    )  # fmt: skip
    assert [one.text for one in keeper.statements] == ["Reads the gauges twice a day."]
    assert thesis.organisation is not None
    assert thesis.organisation.text == "Tide College"


FENCED = """# resume

```text
WANDA OKO
wanda@oko.example

EXPERIENCE

Gdansk Yard, Gdansk              2015 - 2020
Senior Welder
  - Welded hulls

EDUCATION

Technical School No 4, Gdynia     2010 - 2014
Diploma in Welding
```
"""


def test_a_page_in_a_fence_is_read_as_text() -> None:
    resume = page(FENCED)
    assert resume.name is not None
    assert (resume.name.text, resume.format) == ("WANDA OKO", "markdown")
    assert [told(one) for one in entries(FENCED)] == [
        ("Senior Welder", "Gdansk Yard", "2015 - 2020")
    ]
    (school,) = entries(FENCED, SectionKind.EDUCATION)
    assert (school.location and school.location.text) == "Gdynia"
    assert not any("```" in words.text for _, _, words in resume.walk())


def test_a_fence_of_bullets_is_a_list_and_one_of_a_program_is_none() -> None:
    lines = [one.text for _, _, one in page("## Skills\n\n```\n- Go\n- Lua\n```\n").statements()]
    assert lines == ["Go", "Lua"]
    code = "# Ada Wren\n\n```python\na = 1\nb = 2\nc = 3\nd = 4\n```\n"
    assert page(code).name is not None


ROWS = """## Experience

<table>
<thead><tr><th>Logo</th><th>Company</th><th>Role</th><th>Dates</th></tr></thead>
<tr><td rowspan="2"><img src="a.png"/></td>
<td rowspan="2">Petrel Freight Ltd</td><td>Dock Manager</td><td>2016 - 2019</td></tr>
<tr><td>Clerk</td><td>2014 - 2016</td></tr>
</table>

## Education

| Period | School | Degree |
|---|---|---|
| 2011 -<br> 2014 | Selby Marine<br>Technical College | Diploma |
| 2009 - 2011 | | Certificate |
"""


def test_a_cell_that_reaches_down_stands_in_the_rows_below() -> None:
    assert [told(one) for one in entries(ROWS)] == [
        ("Dock Manager", "Petrel Freight Ltd", "2016 - 2019"),
        ("Clerk", "Petrel Freight Ltd", "2014 - 2016"),
    ]


def test_a_name_may_break_in_its_cell_and_a_blank_cell_repeats_the_one_above() -> None:
    assert [told(one) for one in entries(ROWS, SectionKind.EDUCATION)] == [
        ("Diploma", "Selby Marine Technical College", "2011 - 2014"),
        ("Certificate", "Selby Marine Technical College", "2009 - 2011"),
    ]


ONE_CELL = """## Experience

<table>
<tr><td><b>Quay Systems</b>, Hull</td><td>2015 - 2019</td></tr>
<tr><td colspan="2"><i>Crane Operator</i></td></tr>
<tr><td colspan="2"><ul><li>Moved boxes</li></ul></td></tr>
<tr><td><b>Harbour Ltd</b>, Hull</td><td>2011 - 2015</td></tr>
<tr><td colspan="2"><i>Deck Hand</i></td></tr>

    <tr><td colspan="2">Coiled ropes on two ships.</td></tr>
</table>
"""


def test_rows_of_one_cell_say_more_of_the_row_above() -> None:
    quay, harbour = entries(ONE_CELL)
    assert told(quay) == ("Crane Operator", "Quay Systems", "2015 - 2019")
    assert told(harbour) == ("Deck Hand", "Harbour Ltd", "2011 - 2015")
    assert "Moved boxes" in [one.text for one in quay.statements]
    assert "Coiled ropes on two ships." in [one.text for one in harbour.statements]


@pytest.mark.parametrize(
    ("line", "role", "who"),
    [
        (
            "**Reader** at Institute of Tides (IOT), 2015 - 2019",
            "Reader",
            "Institute of Tides (IOT)",
        ),
        (
            "**Fitter for [Salt Pier](https://salt.example) in the yard** (2015 - 2019)",
            "Fitter",
            "Salt Pier",
        ),
        (
            "**Fellow** - Kelp Lab, Program in Botany, Tide College, 2015 - 2019",
            "Fellow",
            "Kelp Lab, Program in Botany, Tide College",
        ),
    ],
)  # fmt: skip
def test_a_line_names_its_employer_whole(line: str, role: str, who: str) -> None:
    (entry,) = entries(f"## Experience\n\n{line}\n\n- Counted birds.\n")
    assert told(entry)[:2] == (role, who)


def test_the_team_in_brackets_is_no_employer() -> None:
    text = (
        "## Work\n\n### Petrel\n\n**Clerk (Night Team)** (2015 - 2016)\n\n- Filed.\n\n"
        "### Gannet\n\n**Clerk (Day Team)** (2013 - 2015)\n\n- Filed.\n"
    )
    assert [told(one)[1] for one in entries(text)] == ["Petrel", "Gannet"]


BREATH = """## Experience

- Night nurse (St Agatha): looked after twelve wards and their clocks.
- Clerk (Harbour Post, Malta): sorted letters by ship, and ships by letter.
- Porter, Old Inn: carried bags.

## Education

- **MSc in Tidal Studies**, Tide College, Aug 2015 - May 2016. Coursework: currents, moons, salt
  marshes, the care of gauges, piers, harbours, dredging, and whatever else the sea does to stone.
- **BSc in Botany**, Kelp University, Dec 2014. With merit.
"""


def test_bullets_that_name_an_entry_and_go_on_are_entries() -> None:
    assert [told(one)[:2] for one in entries(BREATH)] == [
        ("Night nurse", "St Agatha"), ("Clerk", "Harbour Post"), ("Porter", "Old Inn"),
    ]  # fmt: skip
    assert [told(one) for one in entries(BREATH, SectionKind.EDUCATION)] == [
        ("MSc in Tidal Studies", "Tide College", "2015-08 - 2016-05"),
        ("BSc in Botany", "Kelp University", "2014-12"),
    ]


def test_how_somebody_was_employed_is_no_position_beside_one() -> None:
    text = (
        "## Work\n\n- Petrel Ltd - **Clerk** - Internship | 2015 - 2016\n"
        "- Gannet Ltd - **Stoker** - Part-time | 2013 - 2015\n"
    )
    assert [told(one)[:2] for one in entries(text)] == [
        ("Clerk", "Petrel Ltd"), ("Stoker", "Gannet Ltd"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "# Lighthouse Engineer\n\nHi! I'm Odile Brandt, and I mend lamps.\n\n## Work\n\n- x\n",
        "# Odile Brandt's Resume\n\n## Work\n\n- Mended lamps\n",
        "# *RESUME*\n# **Odile Brandt: Software Engineer**\n\n## Work\n\n- Mended lamps\n",
    ],
)
def test_the_name_is_found_where_the_first_heading_is_not_it(text: str) -> None:
    resume = page(text)
    assert resume.name is not None
    assert resume.name.text == "Odile Brandt"
    assert "summary" not in [part.kind.value for part in resume.sections if part.heading]


GROUPED = """## Experience

### Research

`2018 - Present`
__Tide College |__ PhD Candidate
- Counts waves.

`2017 - 2018`
__Kelp Press |__ Editor
- Edited.

### Teaching

`2015`
__Salt School |__ Substitute teacher
- Taught sums.
"""


def test_a_heading_that_only_sorts_stays_is_no_employer() -> None:
    held = [told(one) for one in entries(GROUPED) if one.roles]
    assert held == [
        ("PhD Candidate", "Tide College", "2018 - now"),
        ("Editor", "Kelp Press", "2017 - 2018"),
        ("Substitute teacher", "Salt School", "2015"),
    ]


NESTED = """# Experience

# Petrel (May 2018 - Present)
## Tower Architect
May 2020 - Present

- Drew towers.

## Bricklayer
May 2018 - May 2020

- Laid bricks.

# Gannet (March 2013 - May 2018)
## Stoker
March 2013 - May 2018

- Stoked.
"""


def test_positions_stand_below_the_dated_heading_of_their_employer() -> None:
    (work,) = page(NESTED).of_kind(SectionKind.WORK)
    assert [(told(one)[1], [told(child)[0] for child in one.children]) for one in work.entries] == [
        ("Petrel", ["Tower Architect", "Bricklayer"]),
        ("Gannet", ["Stoker"]),
    ]


WRAPPED = """## Education

`2012` **Ph.D., Botany**, *Institut des marées
du Nord*, Brest, France

`2009` **M.Sc., Ecology**, *University of
Selby 2*, Selby, UK

## Experience

`2014-present` **Lecturer**, *Lab. Biology of
Tides, Institut des marées*, Brest, France.
"""


def test_a_name_that_is_wrapped_within_its_emphasis_is_one() -> None:
    schools = [told(one)[1] for one in entries(WRAPPED, SectionKind.EDUCATION)]
    assert schools == ["Institut des marées du Nord", "University of Selby 2"]
    assert [told(one)[0] for one in entries(WRAPPED)] == ["Lecturer"]


DEGREES = """## Degrees

2000 — PhD in Tidal Studies, Tide College, *with the highest of honours and a medal*.
1994 — MA in Botany, Kelp University.

## Education

- Tidal Studies (MSc). *Tide College*. 2016 - 2019
"""


def test_lines_that_begin_with_their_year_are_entries_though_a_full_stop_ends_them() -> None:
    first, second = entries(DEGREES, SectionKind.EDUCATION)[:2]
    assert told(first) == ("PhD in Tidal Studies", "Tide College", "2000")
    assert told(second) == ("MA in Botany", "Kelp University", "1994")


def test_the_field_may_stand_before_the_degree() -> None:
    degree = entries(DEGREES, SectionKind.EDUCATION)[2]
    assert degree.area is not None
    assert (degree.area.text, degree.roles[0].text) == ("Tidal Studies", "MSc")
    assert degree.location is None


def test_a_degree_in_the_first_words_below_its_school_is_that_of_the_entry() -> None:
    text = "## Education\n\n`2012 - 2015`\n__Tide College__\n- BSc Botany. With honours and more.\n"
    (degree,) = entries(text, SectionKind.EDUCATION)
    assert told(degree) == ("BSc Botany", "Tide College", "2012 - 2015")


def test_an_end_may_be_expected() -> None:
    (degree,) = entries(
        "## Education\n\nMSc Botany | Tide College (Sept. 2025 - Expected Dec. 2026)\n",
        SectionKind.EDUCATION,
    )
    assert told(degree)[2] == "2025-09 - 2026-12"
    assert degree.dates is not None
    assert degree.dates.expected


LATEX = """# Ada Wren

\\href{https://github.com/adawren}{GitHub} \\hfill \\href{mailto:ada@wren.example}{write to me}

## Experience

**Quay Systems** \\hfill Hull

*Crane Operator* \\hfill 2015--2019

- Moved boxes
"""


def test_links_and_gaps_of_latex_are_links_and_gaps() -> None:
    resume = page(LATEX)
    assert {one.url for one in resume.contacts} >= {"https://github.com/adawren"}
    (job,) = resume.of_kind(SectionKind.WORK)[0].entries
    assert told(job) == ("Crane Operator", "Quay Systems", "2015 - 2019")
    for _, _, words in resume.walk():
        assert words.text.split()[0] in resume.source[words.span]


FRONT = """---
title: Ada Wren
contacts:
  - email: ada@wren.example
  - github: adawren
  - label: Call
    url: "tel:+441482000000"
---

## Experience

**Crane Operator**, Quay Ltd, 2015 - 2019

- Moved boxes
"""


def test_the_front_matter_says_how_to_reach_the_person_where_the_page_does_not() -> None:
    assert [(one.kind.value, one.value) for one in page(FRONT).contacts] == [
        ("email", "ada@wren.example"), ("profile", "adawren"), ("phone", "+441482000000"),
    ]  # fmt: skip


def test_a_link_alone_names_a_project_and_its_paragraph_speaks_of_it() -> None:
    text = (
        "## Projects\n\n[Kelp](https://kelp.example)  \n**Made at school with two others**\n"
        "* Counts leaves\n\n[Salt](https://salt.example)  \n**Made alone**\n* Counts grains\n"
    )
    assert [one.name for one in entries(text, SectionKind.PROJECTS)] == ["Kelp", "Salt"]


def test_technical_experience_that_lasted_is_work() -> None:
    text = (
        "**TECHNICAL EXPERIENCE**\n\n"
        "**Petrel Ltd**  \nHull  \n_Clerk_  \nMay 2015 - June 2016\n\n- Filed.\n\n"
        "**Gannet Ltd**  \nHull  \n_Stoker_  \nMay 2013 - May 2015\n\n- Stoked.\n"
    )
    assert [told(one)[:2] for one in entries(text)] == [
        ("Clerk", "Petrel Ltd"), ("Stoker", "Gannet Ltd"),
    ]  # fmt: skip


FACTS = """## Experience

- **Company:** Quay Systems
- **Role:** Crane Operator
- **Duration:** Jan 2015 - Mar 2019
- Moved boxes

- **Company:** Salt Pier
- **Role:** Rigger
- **Duration:** 2012 - 2015
- Rigged masts
"""


def test_bullets_that_are_labels_and_facts_make_an_entry_until_the_first_comes_again() -> None:
    quay, salt = entries(FACTS)
    assert told(quay) == ("Crane Operator", "Quay Systems", "2015-01 - 2019-03")
    assert told(salt) == ("Rigger", "Salt Pier", "2012 - 2015")
    assert [one.text for one in salt.statements] == ["Rigged masts"]


def test_pictures_of_people_are_no_part_of_what_they_do() -> None:
    text = "## Work\n\n#### 🏢 Petrel\n👩‍💼 Clerk\n📅 2015 - 2016\n📍 Hull, UK\n- Filed.\n"
    (job,) = entries(text)
    assert told(job) == ("Clerk", "Petrel", "2015 - 2016")


def test_small_print_in_a_heading_stands_apart() -> None:
    text = "<h2>Work</h2>\n" + "".join(
        f"<h3>{who} <small>{where}, UK</small></h3><h4>{what} <span>{when}</span></h4>"
        "<p>Worked there.</p>\n"
        for who, where, what, when in (
            ("Petrel", "Hull", "Clerk", "2015 - 2016"),
            ("Gannet", "Goole", "Stoker", "2013 - 2015"),
        )
    )
    jobs = entries(text)
    assert [(told(one)[1], one.location and one.location.text) for one in jobs] == [
        ("Petrel", "Hull, UK"), ("Gannet", "Goole, UK"),
    ]  # fmt: skip


def test_italic_words_before_what_is_said_may_say_where() -> None:
    text = (
        "## Work\n\n#### 2019-2020: Developer of lessons\n\n"
        "*Tide College and Salt Office, Hull.* In the first months I wrote what others taught.\n\n"
        "#### 2017-2019: Data manager at Kelp Ltd\n\n"
        "*Gannet University, Goole*. Here I helped many people with their data.\n"
    )
    first, second = entries(text)
    assert first.organisation is not None
    assert second.organisation is not None
    assert second.organisation.text == "Kelp Ltd"
    assert [one.location and one.location.text for one in (first, second)] == ["Hull", "Goole"]
