"""Jobs and degrees that are defined, one term each, and lines that end with more than dates."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(f"# Ada Nwosu\n\n{page}".encode(), "resume.md")


def entries(page: str, kind: SectionKind = SectionKind.WORK) -> list[Entry]:
    return [entry for section in read(page).of_kind(kind) for entry in section.entries]


def told(entry: Entry) -> tuple[str, str, str]:
    """Who, as what, and from when."""
    who = entry.organisation.text if entry.organisation else ""
    start = entry.dates.start if entry.dates else None
    return who, ", ".join(role.text for role in entry.roles), describe(start) if start else ""


def test_each_term_is_a_degree_of_its_own() -> None:
    page = """## Education

MA Botany (Mosses)
: University of Lund, evenings, 2017–2019, *with distinction*

BA Botany
: Tartu University, Tartu, 2012–2015

National Arborist Exam
: May 2016, passed
"""
    studies = entries(page, SectionKind.EDUCATION)
    assert [told(one)[::2] for one in studies[:2]] == [
        ("University of Lund", "2017"),
        ("Tartu University", "2012"),
    ]


def test_under_a_position_that_is_defined_bold_words_are_the_employer() -> None:
    page = """## Work history

Head Gardener
: **Mossgrove**, Ambleby
: March 2021 to date
: keeps nine glasshouses; reports to the trust

Gardener
: **Fernhill Trust**, Ambleby
: Feb. 2017 to Jan. 2021
: planted the lime walk

Grave digger, weekends
: **St Oswin's**, Ambleby, while at school
"""
    assert [told(one) for one in entries(page)][:2] == [
        ("Mossgrove", "Head Gardener", "2021-03"),
        ("Fernhill Trust", "Gardener", "2017-02"),
    ]


def test_a_section_of_terms_that_are_positions_is_work() -> None:
    page = """## Gardens

Head gardener -- Mossgrove Hall
: *May 2021 to now*
: Nine glasshouses.

Gardener -- Fernhill Trust
: *2017 -- end of 2020*
: The lime walk.

### A summer off

Walked in the Alps.
"""
    jobs = entries(page)
    assert [told(one) for one in jobs[:2]] == [
        ("Mossgrove Hall", "Head gardener", "2021-05"),
        ("Fernhill Trust", "Gardener", "2017"),
    ]
    assert "Walked" not in " ".join(said.text for said in jobs[1].statements)


def test_brackets_may_say_more_than_the_dates_that_they_begin_with() -> None:
    page = """## Garden years

**Head Gardener, Mossgrove Trust** _(May 2021 onwards, two days a week)_
Nine glasshouses and an orchard that had gone wild.

**Gardener, Fernhill Trust** _(Oct 2017 – Apr 2021, fixed term)_
- planted the lime walk
"""
    assert [told(one) for one in entries(page)] == [
        ("Mossgrove Trust", "Head Gardener", "2021-05"),
        ("Fernhill Trust", "Gardener", "2017-10"),
    ]


def test_a_bold_line_stands_above_long_prose() -> None:
    prose = "Grafting, pruning and the planning of beds for all of the walled gardens. " * 3
    page = f"""## Experience

**Senior Landscape Gardener @ Mossgrove | Apr 2023 - present | Whitby**
{prose}

**Gardener @ Fernhill | Jul 2020 - Mar 2023 | Whitby**
Roses.
"""
    assert [told(one) for one in entries(page)] == [
        ("Mossgrove", "Senior Landscape Gardener", "2023-04"),
        ("Fernhill", "Gardener", "2020-07"),
    ]


def test_lines_that_end_with_dates_and_a_note_in_brackets_are_one_each() -> None:
    page = """## Education

MSc Botany, Tartu University of Life Sciences, Tartu, 2016-18 (First of her year, cum laude)
BSc Botany, Lund University, Lund, 2013-16
"""
    assert [told(one)[::2] for one in entries(page, SectionKind.EDUCATION)] == [
        ("Tartu University of Life Sciences", "2016"),
        ("Lund University", "2013"),
    ]


def test_one_range_among_single_years_leaves_the_list_whole() -> None:
    page = """## Work

- Head Gardener, Mossgrove Trust, 2015 - 2019
- Gardener, Fernhill Ltd, 2011 - 2014

## Qualifications

- Garden Design Program, Lund University, 2019
- BSc Botany, Tartu University, 1998
- Tree climbing instructor, since 2008
"""
    studies = entries(page, SectionKind.EDUCATION)
    assert [told(one)[0] for one in studies[:2]] == ["Lund University", "Tartu University"]


def test_a_heading_with_a_line_below_is_none_of_the_next() -> None:
    page = """## Stations

### Fernhill Trust, Whitby

**Head Gardener**, 04/2021 – today
: Nine glasshouses.

**Gardener**, 10/2018 – 03/2021
: Roses.

### Wanderjahr

09/2017 – 09/2018, second son

### Mossgrove, Whitby

**Trainee → Gardener (2014)**, 03/2012 – 08/2017
: The lime walk.

### Royal Parks Trust, Leeds

**Planter**, 10/2010 – 02/2012
: Beds.
"""
    told_of = [told(one) for one in entries(page)]
    assert ("Mossgrove", "Trainee, Gardener", "2012-03") in told_of


def test_how_somebody_works_is_no_job() -> None:
    resume = read(
        "## How I work\n\nSlowly, and with notes.\n\n## Work\n\n### Gardener, 2019 - now\n"
    )
    assert [len(one.entries) for one in resume.of_kind(SectionKind.WORK)] == [1]


def test_a_greeting_of_two_words_is_no_name() -> None:
    page = "---\ntitle: Ada Nwosu\n---\n\nBom dia, I'm Ada. Head gardener in Hull.\n\n## Work"
    name = MarkdownReader().read(page.encode(), "resume.md").name
    assert name is not None and name.text == "Ada Nwosu"


def test_a_bold_line_with_its_range_below_is_a_job() -> None:
    page = """## At sea

**2/M, MV _Northern Tern_ (12 000 t, ice class)** — Skua Lines
Mar 2024 – present, four months on, three off
* in charge of the bridge charts

**3/M, several coasters of the firm** — Gannet Shipping
06.2017. – 09.2021. (five contracts; the fourth one was eleven months long, as no crew came)
* all the watches

**Deck cadet** — Gannet Shipping, 2015/16 winter and summer
* Hull – Oslo
"""
    starts = [told(one)[2] for one in entries("## Experience\n\n" + page.partition("\n\n")[2])]
    assert starts == ["2024-03", "2017-06", "2015"]


def test_what_stands_before_the_place_is_the_employer_where_the_position_is_told_below() -> None:
    page = """## Positions held

08/2013–12/2019     **Mossgrove**, Ambleby
                    Senior gardener, glasshouses and orchard.
                    Cut the heating from nine tons to four.

03/2012–07/2013     **Fernhill**, Ambleby
                    Junior gardener, roses.
                    Planted the lime walk.
"""
    assert [told(one)[:2] for one in entries(page)] == [
        ("Mossgrove", "Senior gardener"),
        ("Fernhill", "Junior gardener"),
    ]


def test_a_job_goes_on_whose_range_has_no_end_and_whose_position_is_told_below() -> None:
    page = """## Positions held

01/2020–            **Mossgrove**, Ambleby
                    Head gardener. Planning of the beds; nine glasshouses.

03/2012–07/2013     *own company*, Nwosu Hedges
                    Hedges and lawns.

08/2005–12/2010     **Fernhill**, Ambleby
                    Gardener, roses.
                    Planted the lime walk.
"""
    first, *_, last = entries(page)
    assert first.dates is not None and first.dates.current
    assert told(last)[:2] == ("Fernhill", "Gardener")


def test_employers_of_a_list_stand_above_their_positions() -> None:
    page = """## Career

* **Mossgrove** — Ambleby
  * *Head gardener*, 2021-10 → today
    * nine glasshouses
  * *Gardener*, 2018-05 → 2021-09
    * roses
* **Fernhill** — Ambleby
  * *Planter*, 2014-09 → 2018-04
    * the lime walk
"""
    names = [one.organisation.text for one in entries(page) if one.organisation]
    assert names == ["Mossgrove", "Fernhill"]


def test_a_date_in_brackets_with_other_words_is_not_when_a_job_was() -> None:
    page = """## Roles

**Mossgrove** (Whitby, remote from 2020) — Garden Planner — *January 2019 to June 2022*
   - Beds

**Fernhill** — Gardener — *August 2015 to December 2018*
   - Roses
"""
    job, _ = entries(page)
    assert job.dates is not None and job.dates.end is not None
    assert (told(job)[2], describe(job.dates.end)) == ("2019-01", "2022-06")


def test_the_link_that_a_project_begins_with_is_its_name() -> None:
    page = """## Projects

1. [**wren-map**](https://a.example/w) a map of nesting boxes for a village, Perl, 2025
2. [**Moth Night**](https://a.example/m) game about lamps, Godot; 3rd at a jam in June 2024
"""
    projects = entries(page, SectionKind.PROJECTS)
    assert [one.title.text for one in projects if one.title] == ["wren-map", "Moth Night"]


def test_a_heading_below_a_table_may_be_a_position_of_it() -> None:
    page = """## Experience

| From | To | Position | Employer |
|---|---|---|---|
| 06/2019 | present | Warden, North Wood | Tarn Park |
| 2012 | 2019 | Ranger | Tarn Park |

### Warden, North Wood

* Nine keepers
"""
    first, second = entries(page)
    assert "Nine keepers" in [said.text for said in first.statements]
    assert told(second)[:2] == ("Tarn Park", "Ranger")


def test_a_name_may_stand_before_what_the_page_is_or_in_a_greeting() -> None:
    for heading in ("Luce Ferrand — CV", "Hi, Luce Ferrand here 👋"):
        page = f"# {heading}\n\nGardener in Hull.\n\n## Work\n\n### Gardener, 2019 - now\n"
        name = MarkdownReader().read(page.encode(), "resume.md").name
        assert name is not None and name.text == "Luce Ferrand"


def test_numbers_that_count_employers_are_no_part_of_their_names() -> None:
    page = """## Roles

**1. Mossgrove Trust** — Garden Planner — *January 2019 to June 2022*
   - Beds

**2. Fernhill** — Gardener — *August 2015 to December 2018*
   - Roses
"""
    assert [told(one)[0] for one in entries(page)] == ["Mossgrove Trust", "Fernhill"]


def test_lines_in_bold_capitals_are_sections_where_nothing_else_is() -> None:
    page = """_gardener, Hull_

**WHAT I GROW**

Roses, and whatever comes.

**WHERE I HAVE DUG**

**Mossgrove Trust** — *Head Gardener* — Feb 2021 to Aug 2023
Nine glasshouses.

**Fernhill Ltd** — *Gardener* — 2015-2019
Roses.

**SHED**

Spade, fork, hoe.

**NOT DIGGING**

Chess.
"""
    shown = [one.heading.text for one in read(page).sections if one.heading]
    assert shown == ["WHAT I GROW", "WHERE I HAVE DUG", "SHED", "NOT DIGGING"]
    assert len(entries(page)) == 2


def test_employers_in_bold_capitals_are_no_sections() -> None:
    page = "\n\n".join(
        f"**{name}**\n\n*Gardener, {year} - {year + 2}*\n\n- dug the beds"
        for name, year in (("MOSS", 2018), ("FERN", 2015), ("GLADE", 2012), ("WELD", 2009))
    )
    assert not [one for one in read(page).sections if one.heading]


def test_digits_that_would_hardly_all_be_months_are_years() -> None:
    page = """## Education

| Course | Institution | Year |
|---|---|---|
| MSc Botany | Lund University | 2011-12 |
| BSc Botany | Tartu University | 2004-09 |
"""
    dates = [one.dates for one in entries(page, SectionKind.EDUCATION) if one.dates]
    ends = [describe(one.end) for one in dates if one.end]
    assert ends == ["2012", "2009"]


def test_a_range_defined_below_who_and_as_what_is_when_that_was() -> None:
    page = """# Una Kettlewell

## Experience

**Tinlake Motor, Hull** — *Fitter*

Apr 2021 to present

:   Leader of "Slip Two" (7 fitters, 2 cats).

    * Rebuilt the crane

**Humber Ferries, Goole** — *Deckhand, then Bosun*

Sept 2014 to Mar 2021

:   Counted heads in fog.
"""
    work = entries(page)
    assert [told(one)[::2] for one in work] == [
        ("Tinlake Motor", "2021-04"),
        ("Humber Ferries", "2014-09"),
    ]
    assert [one.children for one in work] == [(), ()]
