"""Pages that people jot down: bold lines for headings, whole entries in a line, loose contacts."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def entries(page: str, kind: SectionKind) -> list[Entry]:
    return [entry for section in read(page).of_kind(kind) for entry in section.entries]


def told(entry: Entry) -> tuple[str, str, str]:
    dates = entry.dates
    ends = (dates.start, dates.end) if dates else ()
    when = " - ".join(describe(day) if day else "now" for day in ends)
    role = ", ".join(role.text for role in entry.roles)
    return entry.organisation.text if entry.organisation else "", role, when


BOLD = """**LEILA VANTERPOOL**
**Head brewer**

Ghent – leila@vanterpool.example

**About me**

I brew beer that is less bitter than you expect.

**Where it all happened**

**Brouwerij De Kraan *****, Ghent** – *Head brewer* – **september 2021 until today**
Crew of 9, two of them apprentices, and a cellar that floods if nobody looks after it.
Six taps, one of them for the beers of friends, and a bottling line that is older than I am.
Six beers all year.

**Tavern Oud Huis, Bruges** – *Cook*, **feb. 2017 → june 2021**
Everything on the menu.

**Diplomas**

**BSc Brewing**, Ghent University, 2013–2017

**Prizes**

**First place, Lambic Cup 2019**
**Golden Barrel, Antwerp, 2023**

**Languages**

Dutch, French

**Also**

A van and a licence for it.
"""


def test_where_most_bold_lines_are_names_of_sections_all_of_them_are() -> None:
    shown = [(part.kind.value, part.title) for part in read(BOLD).sections[1:]]
    assert shown == [
        ("summary", "About me"),
        ("work", "Where it all happened"),
        ("education", "Diplomas"),
        ("awards", "Prizes"),
        ("languages", "Languages"),
        ("other", "Also"),
    ]


def test_a_line_that_ends_with_its_range_is_apart_from_the_prose_below() -> None:
    assert [told(job) for job in entries(BOLD, SectionKind.WORK)] == [
        ("Brouwerij De Kraan", "Head brewer", "2021-09 - now"),
        ("Tavern Oud Huis", "Cook", "2017-02 - 2021-06"),
    ]


def test_lines_that_all_begin_in_bold_are_things_of_their_own() -> None:
    assert [one.name for one in entries(BOLD, SectionKind.AWARDS)] == [
        "First place", "Golden Barrel",
    ]  # fmt: skip


LOOSE = """# Mirela Toft

Lyon 7e, France – 06 39 98 01 23 – insta @mirela.toft – licence no. 18-04471

Mobile / Viber: +44 7700 900321 | Signal: mirela.77

## Experience

### Baker, Fournil du Coin

2019 - 2021

## Contact

* [Email](mirela@toft.example)
"""


def test_contacts_are_found_as_people_jot_them_down() -> None:
    shown = [(each.network or each.kind.value, each.value) for each in read(LOOSE).contacts]
    assert shown == [
        ("location", "Lyon 7e, France"),
        ("phone", "06 39 98 01 23"),
        ("instagram", "@mirela.toft"),
        ("phone", "+44 7700 900321"),
        ("viber", "+44 7700 900321"),
        ("signal", "mirela.77"),
        ("email", "mirela@toft.example"),
    ]


PROFILE = """<h1 align="center">Hi 👋, I'm Sunniva Aasen</h1>
<h3 align="center">Firmware and small boats</h3>

- 🔭 I’m currently working on **a radio** that floats
- 🌱 I’m currently learning how to sleep
- 📫 How to reach me **sunniva@aasen.example** / Signal: `sunniva.9`

<details open>
<summary><b>💼 Résumé (click)</b></summary>

#### 🏢 Fjordlys · Molde · `03.2024 → now`
> *Lead Firmware Engineer, 4 people*

* Radios that swim

#### 🏢 Hav Systems · Ålesund, NO 🇳🇴 · `09.2019 → 02.2024`
> *Embedded Developer*

* Depth meters
* parental leave 05.2022 – 01.2023
* Wrote the test rig

#### 🎓 Høgskolen (University of Molde)
| deg | what | when |
|---|---|---|
| MSc | Electronics | 2015–2017 |

</details>

<details>
<summary><b>🛠 Toolbox</b></summary>

C, Zephyr

</details>

<details>
<summary><b>🎤 Talks & stuff</b></summary>

- "**Wet radios**", Boat Fair Oslo, March 2026

</details>
"""


def test_lines_that_open_parts_of_a_page_are_its_sections() -> None:
    resume = read(PROFILE)
    kinds = [part.kind for part in resume.sections]
    assert kinds == [
        SectionKind.BASICS, SectionKind.SUMMARY, SectionKind.BASICS, SectionKind.OTHER,
        SectionKind.WORK, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PUBLICATIONS,
    ]  # fmt: skip
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == (
        "Sunniva Aasen", "Firmware and small boats",
    )  # fmt: skip


def test_a_position_may_be_quoted_below_its_employer() -> None:
    assert [told(job) for job in entries(PROFILE, SectionKind.WORK)] == [
        ("Fjordlys", "Lead Firmware Engineer, 4 people", "2024-03 - now"),
        ("Hav Systems", "Embedded Developer", "2019-09 - 2024-02"),
    ]


def test_a_leave_among_bullets_is_no_job() -> None:
    _, job = entries(PROFILE, SectionKind.WORK)
    said = [line.text for entry in job.walk() for line in entry.statements]
    assert "parental leave 05.2022 – 01.2023" in said


PANDOC = """---
title: Ines Faro Lindgren
subtitle: Hydrogeologist
author: I. Faro
...

\\begin{center}
Antofagasta, Chile \\hfill ines@faro.example \\hfill +56 9 5550 1842
\\end{center}

Publications
============

(@) Faro, I., Quist, D.R. (2019). *Salt above blind aquifers.* Desert Water 114.
(@b) Faro, I., & Rojas, P. (2025). *Slow wells.* Andean Notes 52(2).

Languages
=========

+------------+------------------------+
| Spanish    | native                 |
+------------+------------------------+
| English    | C1, since school       |
+------------+------------------------+
"""


def test_pandoc_s_own_lists_and_tables_are_read_and_its_layout_is_not() -> None:
    resume = read(PANDOC)
    papers = entries(PANDOC, SectionKind.PUBLICATIONS)
    assert [one.name for one in papers] == ["Salt above blind aquifers", "Slow wells"]
    (spoken,) = resume.of_kind(SectionKind.LANGUAGES)
    assert [(one.label, one.values) for one in spoken.statements] == [
        ("Spanish", ("native",)), ("English", ("C1", "since school")),
    ]  # fmt: skip
    assert [each.value for each in resume.contacts] == [
        "Antofagasta, Chile", "ines@faro.example", "+56 9 5550 1842",
    ]  # fmt: skip
    assert not any("\\" in words.text for _, _, words in resume.walk())


def test_of_the_names_in_front_matter_the_longer_is_theirs() -> None:
    resume = read(PANDOC)
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Ines Faro Lindgren", "Hydrogeologist")


def test_a_year_in_the_margin_stands_before_authors() -> None:
    page = "# Ines Faro\n\n## Publications\n\n2022 Faro, I. A., Quist, D., & Rojas, P., 2022. Slow"
    page += " wells in the north. Andes, 3(2).\n\n2018 Faro, I., 2018. Salt and sand: Sea, 8, 12.\n"
    papers = entries(page, SectionKind.PUBLICATIONS)
    assert papers[1].organisation is not None
    assert papers[1].organisation.text == "Sea"
    names = [one.name for one in papers]
    assert names == ["Slow wells in the north", "Salt and sand"]


def test_a_page_s_own_title_is_no_section_and_no_name() -> None:
    resume = read("# Online Resume\n\n# Otis Bramwell\n\nHomer, MI 49245\n\n## Skills\n\nWelding\n")
    assert resume.name is not None
    assert resume.name.text == "Otis Bramwell"
    assert [each.value for each in resume.contacts] == ["Homer, MI 49245"]
    named = read(
        "# About\n\n## Biography of Vesna Rakova\n\nInks.\n\n## Awards\n\nOne\n\n## Skills\n\nInk\n"
    )
    assert named.name is not None
    assert named.name.text == "Vesna Rakova"
    titled = read("# Otis Bramwell CV: long edition\n\n## Skills\n\nWelding\n")
    assert titled.name is not None
    assert titled.name.text == "Otis Bramwell"


MIXED = """# Otis Bramwell

## Posts at Sea

**Isle station, Jul 2018 – Sep 2018**

Counting fish.

**Reef project, Oct 2018 – Mar 2019**

Counting oysters.

## Residencies and Fairs

- 2021 – Print Fair, Leeds
- 2019 – Paper Days, Hull
"""


def test_a_heading_that_resembles_one_of_work_is_none_where_nothing_lasted() -> None:
    kinds = {part.title: part.kind for part in read(MIXED).sections}
    assert kinds["Residencies and Fairs"] is SectionKind.OTHER
    lasting = read(MIXED.replace("2021 – Print Fair", "2019–2021 – Printer, Print Fair"))
    assert {part.title: part.kind for part in lasting.sections}["Residencies and Fairs"] is (
        SectionKind.WORK
    )


def test_a_year_is_no_label() -> None:
    page = "# Otis Bramwell\n\n## Shows\n\n- **2014** – Oil paintings, Hull\n"
    (shows,) = read(page).of_kind(SectionKind.OTHER)
    assert [line.label for line in shows.statements] == [None]
