"""Jobs below no heading: paragraphs or rows that tell of one stay each."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind

HEAD = "# Una Kettlewell\n\nHull, una@kettlewell.example\n\n"


def read(page: str) -> Resume:
    return MarkdownReader().read((HEAD + page).encode(), "resume.md")


def stays(page: str) -> list[tuple[str, str, str]]:
    return [
        (
            entry.organisation.text if entry.organisation else "",
            "; ".join(role.text for role in entry.roles),
            entry.dates.text if entry.dates else "",
        )
        for section in read(page).of_kind(SectionKind.WORK)
        for entry in section.walk()
    ]


def test_bold_sentences_with_their_time_are_jobs() -> None:
    page = """I mend boats.

**Shipwright, Humber Yard Ltd, Goole, 2016 to now.** I run the slip. Two apprentices.

**Ghostwriter, then editor, Northern Tide Press, 2012–2016.** Promoted in 2014.

**Tinlake yard, 2009–2012.** One cold winter after the other, and no roof.

*Languages.* Dutch, since 2011 to 2013 spent there.
"""
    assert stays(page) == [
        ("Humber Yard Ltd", "Shipwright", "2016 to now"),
        ("Northern Tide Press", "Ghostwriter; then editor", "2012–2016"),
        ("Tinlake yard", "", "2009–2012"),
    ]


def test_a_name_in_bold_may_be_told_of_in_the_next_sentence() -> None:
    page = """**Goole Hospital.** Paramedic, from August 2021. Nine cars.

**Selby Hospital.** Porter, October 2019 to April 2020. Nights.
"""
    assert stays(page) == [
        ("Goole Hospital", "Paramedic", "from August 2021"),
        ("Selby Hospital", "Porter", "October 2019 to April 2020"),
    ]


def test_dates_that_something_is_defined_under_are_those_of_a_job() -> None:
    page = """2021–present
: **Goole Hospital, Goole** – Paramedic. Nine cars.

2018–2021
: **Selby Hospital, Selby** – Porter. Nights.

Degrees
: BSc Nursing, University of Hull, 2017
"""
    found = stays(page)
    assert [one[0] for one in found] == ["Goole Hospital", "Selby Hospital"]
    assert [one[2] for one in found] == ["2021–present", "2018–2021"]


@pytest.mark.parametrize("head", ["When | Where | What", "Period | Place | Role"])
def test_a_table_of_positions_needs_no_heading(head: str) -> None:
    page = f"""| {head} |
|---|---|---|
| 2019 – now | Humber Yard Ltd | Foreman |
| 2015 – 2019 | Selby Boats Ltd | Rigger |
"""
    assert stays(page) == [
        ("Humber Yard Ltd", "Foreman", "2019 – now"),
        ("Selby Boats Ltd", "Rigger", "2015 – 2019"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        # Of one, nobody knows.
        "**Shipwright, Humber Yard Ltd, 2016 to now.** I run the slip.\n\nI like boats.\n",
        # Things that were made name nobody's position.
        "**Kittiwake**, 2016–2018. A sloop.\n\n**Petrel**, 2018–2020. A ketch in larch.\n",
        # Studies.
        "**MSc Physics**, University of Hull, 2016–2018\n\n**BSc Physics**, Hull, 2013–2016\n",
        # Where the page has a section of work, something else is meant.
        "**Since 2016** a shipwright, 2016–2018 at Humber Yard.\n\n**From 2012 to 2016** a rigger."
        "\n\n## Work\n\n### Humber Yard Ltd\n\nShipwright, 2016 – now\n",
        # Nor is a catch.
        "| When | Where | What |\n|--|--|--|\n| 2019 | Lake A | Eels |\n| 2020 | Lake B | Pike |\n",
    ],
)
def test_what_is_shown_alike_is_not_always_a_job(page: str) -> None:
    assert [one for one in stays(page) if one[0] != "Humber Yard Ltd"] == []
    assert len(read(page).of_kind(SectionKind.WORK)) == page.count("## Work\n")


@pytest.mark.parametrize("title", ["Not work", "Away from work", "After work", "9. Beyond work"])
def test_what_is_not_work_is_of_another_kind(title: str) -> None:
    page = f"## Work\n\n### Humber Yard Ltd\n\nRigger, 2016 – now\n\n## {title}\n\n- Choir\n"
    assert [section.kind for section in read(page).sections[-2:]] == [
        SectionKind.WORK,
        SectionKind.OTHER,
    ]


def test_headings_with_their_time_are_jobs_and_deeper_ones_positions() -> None:
    page = """### May 2021 - Present. Quillfin
#### Net Maker

- Mends trawls.

### March 2017 - April 2021 Oddstrand
#### Rope Rigger

- Spliced rope.

# Education

- Hull Sea School, 2016
"""
    assert stays(page) == [
        ("Quillfin", "Net Maker", "May 2021 - Present"),
        ("Oddstrand", "Rope Rigger", "March 2017 - April 2021"),
    ]


def test_one_heading_with_a_time_makes_no_jobs() -> None:
    page = "### Tide Festival, July 2019 - August 2019\n\nCome.\n\n# Education\n\n- Hull School\n"
    assert stays(page) == []


def test_a_section_of_any_name_is_work_where_no_other_is_and_it_lists_ranges() -> None:
    page = """## Boats I kept afloat

### Tinlake, Hull, 2012 - 2016

Ran the slip.

### Humber Primary School, since 2016

Mends its dinghies.

## Before the water

### Kettle Lane, 2009 - 2011

### Regatta, 2008

## Schools

- BSc Physics, Tide University, 2008
"""
    assert [who for who, _, _ in stays(page)] == [
        "Tinlake", "Humber Primary School", "Kettle Lane", "Regatta",
    ]  # fmt: skip


def test_where_no_section_is_of_schools_one_that_lists_some_is_no_work() -> None:
    page = """## Where I sat still

### Tide University, 2006 - 2009

### Hull Grammar School, 1999 - 2006
"""
    assert stays(page) == []


def test_prose_right_below_the_name_is_a_summary_whatever_its_heading_says() -> None:
    page = "## Ahoy\n\nI mend boats, and did as a child, too.\n\n## Work\n\nA yard, 2010 - 2012\n"
    (summary,) = read(page).of_kind(SectionKind.SUMMARY)
    assert summary.heading is not None
    assert summary.heading.text == "Ahoy"
    assert not read(page.replace("Ahoy", "Research")).of_kind(SectionKind.SUMMARY)


def test_a_list_right_below_the_name_is_no_summary() -> None:
    page = "## Ahoy\n\n- Splices any rope that there is.\n\n## Work\n\nA yard, 2010 - 2012\n"
    assert not read(page).of_kind(SectionKind.SUMMARY)


def test_a_section_of_training_and_posts_that_lists_posts_is_work() -> None:
    page = """## Training and earlier posts

- **Deckhand**, Tinlake, Hull, 2006 - 2007
- **Shift manager**, Humber Ferries, Goole, 2001 - 2005
- **Clerk**, Kettle Lane, 1999 - 2001
"""
    assert [who for who, _, _ in stays(page)] == ["Tinlake", "Humber Ferries", "Kettle Lane"]
    assert not stays(page.replace("posts", "certificates"))


def test_a_section_of_internships_and_training_is_work_where_it_lists_posts() -> None:
    page = """## Internships & training

1. **Hull Quays** (Graduate intern) : July 2021 - March 2022
   - Counted the piles
2. **Humber Authority** (Summer trainee) : 6 weeks, May - June 2020
3. **Open Learning** : Knots, Jan - Apr 2019
"""
    assert stays(page)[:2] == [
        ("Hull Quays", "Graduate intern", "July 2021 - March 2022"),
        ("Humber Authority", "Summer trainee", "May - June 2020"),
    ]
    assert not stays(page.replace("(Graduate intern)", "").replace("(Summer trainee)", ""))


def test_how_long_a_post_took_and_what_was_done_there_are_no_employer() -> None:
    page = """## Posts held

- Rope clerk, Hostel Three, 2014-15: changed the rope, bill down 9 %
- Tide volunteer, 240 hours, 2012-14: lessons for children of the quay
"""
    assert stays(page) == [
        ("Hostel Three", "Rope clerk", "2014-15"),
        ("", "Tide volunteer", "2012-14"),
    ]


def degrees(page: str) -> list[tuple[str, str]]:
    return [
        (
            entry.organisation.text if entry.organisation else "",
            "; ".join(role.text for role in entry.roles),
        )
        for section in read(page).of_kind(SectionKind.EDUCATION)
        for entry in section.walk()
    ]


def test_papers_that_are_degrees_are_education_and_those_that_were_written_are_not() -> None:
    page = """## Papers

- BSc Botany, Tide University, 2013 – 2016
- Knots and lights, 2012
"""
    assert degrees(page)[0] == ("Tide University", "BSc Botany")
    written = '## Papers\n\n- "Kelp", BSc thesis, Tide University, 2013\n'
    assert not degrees(written)
    assert not degrees(page + "\n## Education\n\n- MSc Botany, Tide University, 2018\n")[1:]


def test_training_of_years_is_education_and_a_certificate_is_none() -> None:
    page = "## Training\n\n- Tide University. BSc Botany, 2013 – 2016\n- Knots, 2012\n"
    assert degrees(page)[0] == ("Tide University", "BSc Botany")
    assert not degrees(page.replace("2013 – ", ""))


def test_whom_a_tutor_teaches_is_no_school() -> None:
    page = "## Work\n\n- Fairwater, maths tutor for college students, 2016 – 2017\n"
    assert stays(page) == [("Fairwater", "maths tutor for college students", "2016 – 2017")]


def test_a_name_with_an_article_is_no_position() -> None:
    page = "## Work\n\n- **Sub-editor**, *The Goole Courier* (weekly), Hull, *2012 to 2015*\n"
    assert stays(page) == [("The Goole Courier", "Sub-editor", "2012 to 2015")]


def kinds_of(page: str) -> list[str]:
    return [section.kind.value for section in read(page).sections if section.heading]


def test_what_is_called_learning_or_training_is_education_where_it_lists_degrees() -> None:
    page = """## Learning

2014 – 2016
:   Master in boat history, Humberside

2018
:   First aid at sea, Goole
"""
    assert kinds_of(page) == ["education"]
    degrees = "## Training\n\n- BSc Tides, Hull University, 2014\n- First aid, 2018\n"
    assert kinds_of(degrees) == ["education"]
    assert kinds_of(degrees.replace("BSc Tides, Hull University", "Ropework")) == ["certificates"]
    assert kinds_of("## Education\n\n- BA, Goole, 2012\n\n" + degrees)[1] == "certificates"


def test_a_picture_s_name_is_no_school() -> None:
    page = """## :school: Deck and engine

| what | where | when |
|---|---|---|
| BSc Tides | Hull | 2014 |
"""
    (section,) = [one for one in read(page).sections if one.heading]
    assert [entry.name for entry in section.entries] == ["BSc Tides"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Career in the service", "work"),
        ("Experience in schools", "work"),
        ("Practice in brief", "summary"),
        ("Community service", "volunteer"),
    ],
)
def test_a_heading_is_of_what_stands_before_where_it_was(heading: str, kind: str) -> None:
    assert kinds_of(f"## {heading}\n\nRan the slip.\n") == [kind]


def test_a_table_of_employers_below_no_heading_is_work_beside_another_section() -> None:
    page = """| Period | Post | Employer |
|:--|:--|:--|
| 8/2019 – | Head miller | Tinlake Mill |
| 2016–2019 | Miller | Humber Grain |

## Consulting

- Goole Bakery, adviser, 2021 - 2022
"""
    assert stays(page)[:2] == [
        ("Tinlake Mill", "Head miller", "8/2019 –"),
        ("Humber Grain", "Miller", "2016–2019"),
    ]
    assert kinds_of("## Positions of trust\n\n- Humber Guild, secretary, 2020–2022\n") == [
        "volunteer"
    ]


def test_since_when_a_later_position_was_held_is_not_when_the_stay_was() -> None:
    page = """## Work

### Clerk, then head clerk (from 2019), Tinlake Mill <span>05/2017 -- 09/2021</span>

- Ground rye

### Baker, Humber Grain <span>2013 -- 2016</span>

- Baked
"""
    assert stays(page) == [
        ("Tinlake Mill", "Clerk, then head clerk", "05/2017 -- 09/2021"),
        ("Humber Grain", "Baker", "2013 -- 2016"),
    ]


def test_capitals_that_name_two_sections_are_no_firm() -> None:
    page = """SKILLS

Rye, oats

EDUCATION

- BSc Tides, Hull University, 2014

HONOURS AND SERVICE

- Treasurer, Humber Guild, 2019 - 2023
"""
    assert kinds_of(page) == ["skills", "education", "volunteer"]
    assert kinds_of(page.replace("HONOURS AND", "BAY")) == ["skills", "education"]


def test_headings_above_a_line_with_their_time_are_jobs() -> None:
    page = """#### Paramedic, Goole Hospital {.job}
_Mar 2022 to now, 4 on 4 off_

Nine cars.

#### Porter, Selby Hospital {.job}
_2018 - early 2022_ Selby

Nights.

## Tickets

* First aid, 2020
"""
    assert [(who, what) for who, what, _ in stays(page)] == [
        ("Goole Hospital", "Paramedic"),
        ("Selby Hospital", "Porter"),
    ]


def test_headings_of_times_alone_are_of_jobs_where_positions_stand_below() -> None:
    page = """### 2021 → now
**Paramedic, University Hospital of Hull**
Nine cars.

### 2018 → 2021
**Porter, Selby Hospital**
Nights.

### Studied

2011 BSc Biology, University of Hull
"""
    assert stays(page) == [
        ("University Hospital of Hull", "Paramedic", "2021 → now"),
        ("Selby Hospital", "Porter", "2018 → 2021"),
    ]


def test_headings_of_times_alone_make_no_jobs_of_what_is_none() -> None:
    page = (
        "### 2021 → now\nI paint.\n\n### 2018 → 2021\nI drew.\n\n### Studied\n\n2011 BSc Biology\n"
    )
    assert stays(page) == []


TIMES = """# Oda Nygård

*Bergen, Norway. oda@nygard.example*

## 2024

**March 2024 – today.** Head Cook at **Fjord Kitchens Ltd**, Bergen. Runs the cold store.

## 2019 – 2024

**Baker, Tidal Bakery, Hull.** May 2019 to January 2024. Seven bakers on nights. Brought waste down.

## 2016 – 2019

**Kitchen porter, North Inn, Leeds.** 2016 to April 2019. Washed up.

## Things done after work

- A map of 140 mills, Leaflet
"""


def test_headings_that_are_but_times_above_prose_head_one_list_of_jobs() -> None:
    resume = MarkdownReader().read(TIMES.encode(), "resume.md")
    (work,) = resume.of_kind(SectionKind.WORK)
    assert [
        (entry.roles[0].text, entry.organisation and entry.organisation.text)
        for entry in work.entries
    ] == [
        ("Head Cook", "Fjord Kitchens Ltd"),
        ("Baker", "Tidal Bakery"),
        ("Kitchen porter", "North Inn"),
    ]
    assert [entry.dates and entry.dates.current for entry in work.entries] == [True, False, False]
    last = resume.sections[-1]
    assert (last.kind, last.heading and last.heading.text) == (
        SectionKind.OTHER, "Things done after work",
    )  # fmt: skip
