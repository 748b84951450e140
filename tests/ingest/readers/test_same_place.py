"""Positions at the employer above, and ranges with a remark behind them."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind

PLACES = """# Oda Nygård

## Work

**Head Cook** @ Fjord Kitchens (hotels, Bergen)
`May 2024 – now`

- Runs the cold store

**Trainee** @ same place
`Nov 2022 – Apr 2024`

- Peeled, mostly

## Education

- **Diploma in Baking**, University of Hull, 2012–2014
- **BSc Food Science**, same school, 2009–2012
"""

CABINS = """# Oda Nygård

Bergen, oda@nygard.example

## On the ferries

### Fjord Lines

Purser 2016 – 28 March 2019 (the day it went under)

Deckhand 2013 – 2016

- Ropes and tea

### Hull Ferries

Cabin crew 2010 – 2013

## On dry land

### Tidal Bakery, Hull

Head baker, since June 2021

Baker, May 2019 to June 2021

Kitchen porter, 2008 to 2010
"""


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def told(resume: Resume, kind: SectionKind) -> list[tuple[str, str, str]]:
    return [
        (
            entry.organisation.text if entry.organisation else "",
            "; ".join(role.text for role in entry.roles),
            entry.dates.text if entry.dates else "",
        )
        for section in resume.of_kind(kind)
        for entry in section.walk()
    ]


def test_who_was_at_the_same_place_was_at_the_employer_or_school_above() -> None:
    resume = page(PLACES)
    assert told(resume, SectionKind.WORK) == [
        ("Fjord Kitchens", "Head Cook", "May 2024 – now"),
        ("Fjord Kitchens", "Trainee", "Nov 2022 – Apr 2024"),
    ]
    assert [who for who, *_ in told(resume, SectionKind.EDUCATION)] == ["University of Hull"] * 2


def test_nobody_is_employed_by_the_same_place_as_none() -> None:
    resume = page("# Oda Nygård\n\n## Education\n\n- Diploma in Baking, same place, 2012–2014\n")
    assert "same place" not in str(told(resume, SectionKind.EDUCATION))


def test_a_remark_in_brackets_behind_a_range_hides_neither_it_nor_the_position() -> None:
    posts = told(page(CABINS), SectionKind.WORK)
    assert ("", "Purser", "2016 – 28 March 2019") in posts
    assert ("", "Deckhand", "2013 – 2016") in posts


def test_a_section_of_an_unknown_name_that_lists_posts_is_work_beside_another() -> None:
    work = page(CABINS).of_kind(SectionKind.WORK)
    assert [part.heading.text for part in work if part.heading] == [
        "On the ferries", "On dry land",
    ]  # fmt: skip


def test_a_certificate_of_the_same_place_is_of_who_gave_the_one_above() -> None:
    resume = page(
        "# Oda Nygård\n\n## Certificates\n\n- Food hygiene 3, Hull Skills Institute, 2019\n"
        "- Food hygiene 2, same place, 2017\n"
    )
    told_of = told(resume, SectionKind.CERTIFICATES)
    assert [who for who, *_ in told_of] == ["Hull Skills Institute"] * 2
