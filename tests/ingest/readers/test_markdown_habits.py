"""Habits of people who write their resume in Markdown: posts held one after the other, bylines."""

from __future__ import annotations

import pytest

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def entries(text: str, kind: SectionKind = SectionKind.WORK) -> list[Entry]:
    return [entry for part in page(text).of_kind(kind) for entry in part.entries]


def told(entry: Entry) -> tuple[str, str, str, str]:
    """As what, at which employer or school, where, and when."""
    ends = [entry.dates.start, entry.dates.end] if entry.dates else []
    days = dict.fromkeys(describe(day) if day else "now" for day in ends)
    return (
        ", ".join(role.text for role in entry.roles),
        entry.organisation.text if entry.organisation else "",
        entry.location.text if entry.location else "",
        " - ".join(days),
    )


POSTS = """# Ola Nygård

## Experience

### Fjord Kitchens AS (Bergen) — 2015–2022, three posts

1. **Lead, Cold Kitchen** (Jan 2019 – Aug 2022)
   - 12 cooks, two rooms
2. **Sous Chef** (06/2017 – 12/2018)
   - **Stock:** ran the cold store
3. **Cold Kitchen Jack** (Sept. 2015 – May 2017)
   - peeled, mostly

*The house closed in August 2022.*

### Harbour Inn, Hull — Pastry Chef, 2012 – 2014

- Bread and cakes
- **Tea rooms** (2013 – 2014), run on Sundays
"""


def test_bold_bullets_with_ranges_are_the_posts_held_at_a_dated_employer() -> None:
    fjord, inn = entries(POSTS)
    assert told(fjord) == ("", "Fjord Kitchens AS", "Bergen", "2015 - 2022")
    assert [told(post)[::3] for post in fjord.children] == [
        ("Lead, Cold Kitchen", "2019-01 - 2022-08"),
        ("Sous Chef", "2017-06 - 2018-12"),
        ("Cold Kitchen Jack", "2015-09 - 2017-05"),
    ]
    assert [len(post.statements) for post in fjord.children] == [1, 1, 1]
    # A paragraph below the list is of the employer, and not of the last post.
    assert [one.text for one in fjord.statements] == ["The house closed in August 2022."]
    # Where one post is told, a bold bullet is no other.
    assert told(inn) == ("Pastry Chef", "Harbour Inn", "Hull", "2012 - 2014")
    assert not inn.children


PROMOTED = """# Ola Nygård

## Experience

### Selby Boatyard (leisure craft) — Senior Rigger · 09/2020 – 03/2023
Promoted from **Rigger** (06/2018 – 08/2020)

- Rigged 40 boats a year

### Humber Lines — Deckhand, 2014-2016
Tied knots.
"""


def test_the_post_that_somebody_was_promoted_from_was_held_at_the_employer_above() -> None:
    selby, humber = entries(PROMOTED)
    assert told(selby)[:2] == ("Senior Rigger", "Selby Boatyard")
    assert [one.text for one in selby.statements][-1] == "Rigged 40 boats a year"
    (before,) = selby.children
    assert told(before) == ("Rigger", "", "", "2018-06 - 2020-08")
    assert not before.statements
    assert told(humber)[:2] == ("Deckhand", "Humber Lines")


FORMERLY = """# Ola Nygård

## Experience

**Site Manager**, prev. **Senior Fitter** | *Quay Works, Luton* | *11/2013 – 06/2017*

- Ran the yard

**Welder (formerly Apprentice)** | *Halden Works, Hull* | *09/2008 – 10/2013*

- Mended hulls
"""


def test_a_post_that_was_held_before_stands_beside_the_one_held_since() -> None:
    assert list(map(told, entries(FORMERLY))) == [
        ("Site Manager, Senior Fitter", "Quay Works", "Luton", "2013-11 - 2017-06"),
        ("Welder, Apprentice", "Halden Works", "Hull", "2008-09 - 2013-10"),
    ]


DEFINED = """# Ola Nygård

## Experience

2014–2019
:   **Associate (from January 2017), before that Site Clerk; Holm & Krag**, Copenhagen

    * Ran the site office

2010–2013
:   **Surveyor, Vermeer Ltd**, Rotterdam

    Walked the dykes.

Before
:   Mended nets in Hull.
"""


def test_the_range_that_something_is_defined_under_is_when_it_was() -> None:
    assert list(map(told, entries(DEFINED)))[:2] == [
        ("Associate, Site Clerk", "Holm & Krag", "Copenhagen", "2014 - 2019"),
        ("Surveyor", "Vermeer Ltd", "Rotterdam", "2010 - 2013"),
    ]


def test_co_before_a_hyphen_is_no_form_of_a_firm() -> None:
    heading = "### Loomcraft Ltd — co-owner, 2013 → 2017"
    (entry,) = entries(f"# Ola Nygård\n\n## Experience\n\n{heading}\n")
    assert told(entry) == ("co-owner", "Loomcraft Ltd", "", "2013 - 2017")


SIMPLE = """# Ola Nygård

## Qualifications

  Year   Award                            From
  -----  -------------------------------  -----------------------
  2021   MSc Tidal Engineering            Univ. of Hull
  2017   BEng Shipbuilding, 1st class     Strathmore College

## Notes

Before and after
-- --
are no table.
"""


def test_a_simple_table_of_pandoc_is_a_table() -> None:
    source = SIMPLE.encode()
    first, second = entries(SIMPLE, SectionKind.EDUCATION)
    assert told(first) == ("MSc Tidal Engineering", "Univ. of Hull", "", "2021")
    assert told(second) == ("BEng Shipbuilding, 1st class", "Strathmore College", "", "2017")
    span = first.organisation.span if first.organisation else None
    assert span is not None
    assert source.decode()[span.start : span.end] == "Univ. of Hull"


def test_words_between_the_columns_make_no_simple_table() -> None:
    text = "# Ola Nygård\n\n## Notes\n\nWords that go on\n---- ----\nover the gap\n"
    assert "over the gap" in str(page(text).of_kind(SectionKind.OTHER))


PAPERS = """# Ida Nwosu

## Publications

**Kelp Forests: Growth, Decay and What Comes After**

<u>Ida Nwosu</u>, Ada Byron, J. van Dijk

*Symposium on Cold Water Ecology, 2021 **(best paper of the younger authors)***

**Salt in Ropes**

Ada Byron, Ida Nwosu and others

*Annals of Rigging, 2019*
"""


def test_authors_and_venue_below_a_title_are_told_of_it() -> None:
    kelp, salt = entries(PAPERS, SectionKind.PUBLICATIONS)
    assert kelp.title is not None
    assert kelp.title.text == "Kelp Forests: Growth, Decay and What Comes After"
    assert told(kelp)[1::2] == ("Symposium on Cold Water Ecology", "2021")
    assert not kelp.children
    assert salt.title is not None
    assert salt.title.text == "Salt in Ropes"
    assert told(salt)[1::2] == ("Annals of Rigging", "2019")


CERTS = """# Ida Nwosu

## Certs

- [x] Rope Access Technician (Feb 2026)
- Certified Cloud Rigger, Professional, 2021
- [ ] Crane Ticket, 2024
"""


def test_neither_a_box_nor_a_grade_is_part_of_what_a_certificate_is_called() -> None:
    found = entries(CERTS, SectionKind.CERTIFICATES)
    titles = [one.title.text if one.title else "" for one in found]
    assert titles == ["Rope Access Technician", "Certified Cloud Rigger", "Crane Ticket"]
    assert [told(one)[1] for one in found] == ["", "", ""]


@pytest.mark.parametrize(
    ("line", "who", "where"),
    [
        ("**Quay Works, Portsbury IL** | Welder", "Quay Works", "Portsbury IL"),
        ("**Welder**, Quay Works, Lima & Quito", "Quay Works", "Lima & Quito"),
        ("**Ropewalk**, Lima and Quito, Welder", "Ropewalk", "Lima and Quito"),
    ],
)
def test_two_cities_and_a_town_with_its_state_are_places(line: str, who: str, where: str) -> None:
    (entry,) = entries(f"# Ola Nygård\n\n## Experience\n\n{line}, 2010 - 2014\n\n- Mended hulls\n")
    assert told(entry) == ("Welder", who, where, "2010 - 2014")


def test_the_name_of_a_school_goes_on_with_what_it_teaches() -> None:
    line = "**BA Weaving**, Tarn Institute of Music, Drama & Design, 2009–2013. First class."
    (entry,) = entries(f"# Ola Nygård\n\n## Education\n\n{line}\n", SectionKind.EDUCATION)
    assert entry.organisation is not None
    assert entry.organisation.text == "Tarn Institute of Music, Drama & Design"


TABLE = """# Ida Nwosu

## Employment

| Period | Employer | Title | Place |
|---|---|---|---|
| 03/2022 - present | Selby Boatyard (leisure craft) | Head Rigger | Selby |
| 01/2016 - 02/2022 | Humber Lines | Bosun | Hull |
| 05/2013 - 12/2015 | Humber Lines | Deckhand | Hull |

### Details: Selby Boatyard
* Rigged 40 boats a year
    * and mended as many

### Details: Humber Lines
* Kept watch

### Details: the shed
* Locked at night
"""


def test_headings_below_a_table_tell_more_of_the_employers_in_it() -> None:
    selby, bosun, deckhand, humber, *others = entries(TABLE)
    assert told(selby) == ("Head Rigger", "Selby Boatyard", "Selby", "2022-03 - now")
    assert [one.text for one in selby.statements][1:] == [
        "Rigged 40 boats a year", "and mended as many",
    ]  # fmt: skip
    # Where somebody held two posts, it is not told of which of them.
    assert [told(one)[:2] for one in (bosun, deckhand, humber)] == [
        ("Bosun", "Humber Lines"), ("Deckhand", "Humber Lines"), ("", "Humber Lines"),
    ]  # fmt: skip
    assert [one.text for one in humber.statements] == ["Kept watch"]
    assert others
    assert "Locked at night" in str(others)


BEFORE = """# Ida Nwosu

## Career

2012 – 2019
:   **Head Rigger**, Selby Boatyard

    Rigged boats. Ran the shed.

Before going to sea (2005–2008)
:   Lathe operator, Halden Works. Shift work, loud.

Summers 2003, 2004
:   Deckhand, *Humber Lines*, Goole. Kept watch.
"""


def test_a_term_that_only_says_when_names_no_employer() -> None:
    assert list(map(told, entries(BEFORE))) == [
        ("Head Rigger", "Selby Boatyard", "", "2012 - 2019"),
        ("Lathe operator", "Halden Works", "", "2005 - 2008"),
        ("Deckhand", "Humber Lines", "Goole", "summer 2003"),
    ]


DONE = """# Ida Nwosu

## Experience

**Humber Lines**, Lima & Quito
: - *Bosun*, spring 2016 – summer 2021
: - *Deckhand*, winter 2015/16
: - Sailed round the Horn, 31 August 2016
: - Found the old light, 2 March 2021
"""


def test_what_was_done_on_a_day_at_an_employer_is_no_post() -> None:
    (line,) = entries(DONE)
    assert told(line)[1:3] == ("Humber Lines", "Lima & Quito")
    assert [told(post)[0] for post in line.children] == ["Bosun", "Deckhand"]


def test_a_position_and_the_one_held_later_are_one_and_no_employer() -> None:
    steps = entries("""# Ola Nygård

## Work

**Fjord Kitchens**, Bergen — *Dishes, then assistant cook* (2019 – 2023)

- Cold store

**Tern Inn**, Bergen — *Bread shift, later Oven Boss* (2016 – 2019)

- Bread and cakes

**Skarv Mill**, Bergen — *Kitchen helper, later on Junior* (2014 – 2016)

- Flour
""")
    assert [told(step)[:2] for step in steps] == [
        ("Dishes, then assistant cook", "Fjord Kitchens"),
        ("Bread shift, later Oven Boss", "Tern Inn"),
        ("Kitchen helper, later on Junior", "Skarv Mill"),
    ]


def test_where_the_look_parts_position_and_employer_what_follows_a_comma_is_the_place() -> None:
    posts = entries("""# Ola Nygård

## Work

**Head Cook**, Fjord Kitchens Group, St Runa's
(since 03/2021)

Five cooks, two rooms.

**Cook**, Tern Group, Ny' Skarv
(2017 – 2020)

Bread and cakes.

**Cook**, Skarv
(2014 – 2016)

Flour.
""")
    assert [told(post)[:3] for post in posts] == [
        ("Head Cook", "Fjord Kitchens Group", "St Runa's"),
        ("Cook", "Tern Group", "Ny' Skarv"),
        ("Cook", "Skarv", ""),
    ]
