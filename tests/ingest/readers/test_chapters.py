"""Numbers of chapters before headings and before what they list."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind

PAGE = """**Oda Nygård** | Pastry cook | Bergen, Norway | oda@nygard.example

**1. EMPLOYMENT**

**1.1** Fjord Kitchens Ltd, Bergen. *Head Cook*, since 03/2019.
Runs the cold store. Forty covers a night.

**1.2** Tidal Bakery Ltd, Hull. *Baker*, 2014 - 2018.
Rye, mostly.

**2. EDUCATION**

2.1 BSc Food Science, University of Hull, 2011-2014.
2.2 Diploma in Baking, Leeds College, 2010-2011.

**3. BEYOND THE STOVE**

Sings in a choir of dockers.

**4. LANGUAGES**

Norwegian, English
"""


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def entries(resume: Resume, kind: SectionKind) -> list[Entry]:
    return [entry for part in resume.of_kind(kind) for entry in part.entries]


def test_bold_lines_with_a_number_before_them_are_the_headings_of_a_page_without_others() -> None:
    assert [
        (part.kind.value, part.heading.text)
        for part in page(PAGE).sections
        if part.heading is not None
    ] == [
        ("work", "1. EMPLOYMENT"),
        ("education", "2. EDUCATION"),
        ("other", "3. BEYOND THE STOVE"),
        ("languages", "4. LANGUAGES"),
    ]


def test_what_is_counted_by_chapter_is_an_entry_each_and_its_number_none_of_its_words() -> None:
    resume = page(PAGE)
    jobs = entries(resume, SectionKind.WORK)
    assert [job.roles[0].text for job in jobs] == ["Head Cook", "Baker"]
    assert [job.organisation.text for job in jobs if job.organisation] == [
        "Fjord Kitchens Ltd", "Tidal Bakery Ltd",
    ]  # fmt: skip
    degrees = entries(resume, SectionKind.EDUCATION)
    assert [one.organisation.text for one in degrees if one.organisation] == [
        "University of Hull", "Leeds College",
    ]  # fmt: skip
    assert [describe(one.dates.start) for one in degrees if one.dates and one.dates.start] == [
        "2011", "2010",
    ]  # fmt: skip
    names = [one.text for job in (*jobs, *degrees) for one in (*job.roles, job.organisation) if one]
    assert not any(name[0].isdigit() for name in names)


def test_figures_at_the_start_of_lines_that_count_nothing_stay() -> None:
    resume = page("# Oda Nygård\n\n## Work\n\n1.4 tons of rye\n\n1.2 tons of oats\n\n2.5 of salt\n")
    said = " ".join(words.text for _, _, words in resume.walk())
    assert "1.4 tons" in said and "1.2 tons" in said and "2.5 of salt" in said


LISTED = """1. PERSONAL
   Name: Oda NYGÅRD
   Birth: Bergen, 9 April 1986
   E-mail: oda@nygard.example

2. PRESENT POSITION
   Head Cook, Fjord Kitchens Ltd, since 15.03.2019

3. PAST POSITIONS
   3.1 Baker, Tidal Bakery Ltd, 2014 - 2018
       - rye, mostly
   3.2 Kitchen porter, Tidal Bakery Ltd, 2012 - 2014

4. EDUCATION
   University of Hull, BSc Food Science, 2009 - 2012
"""


def test_items_of_a_list_that_begin_in_capitals_are_sections() -> None:
    resume = page(LISTED)
    assert resume.name is not None and resume.name.text == "Oda NYGÅRD"
    assert [job.roles[0].text for job in entries(resume, SectionKind.WORK)] == [
        "Head Cook", "Baker", "Kitchen porter",
    ]  # fmt: skip
    (degree,) = entries(resume, SectionKind.EDUCATION)
    assert degree.organisation is not None and degree.organisation.text == "University of Hull"


def test_sections_in_the_bullets_of_a_list_are_told_by_their_capitals() -> None:
    resume = page(
        "Oda Nygård\n\noda@nygard.example\n\n"
        "- CAREER\n  - Head Cook, Fjord Kitchens Ltd, 2014 - 2018\n"
        "    - rye, mostly\n\n- EDUCATION\n  - BSc Food Science, University of Hull, 2012\n\n"
        "- BEYOND WORK\n  - Sings in a choir\n"
    )
    (job,) = entries(resume, SectionKind.WORK)
    assert job.roles[0].text == "Head Cook"
    assert [part.heading.text for part in resume.sections if part.heading] == [
        "CAREER", "EDUCATION", "BEYOND WORK",
    ]  # fmt: skip
