"""Headings of sections whose levels are not all alike."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader

PAGE = """# Oda Brekke

## Personal info

- oda@brekke.example

## Work Experience

**Net Engineer** at Knutsrud Nett, 2016-2018

- Trawls

# Education

**Diploma in Diving**, Tromsø College, 2012

## My Hobbies

- Ropes
"""


def kinds(page: str) -> list[tuple[str, str, int]]:
    resume = MarkdownReader().read(page.encode(), "resume.md")
    return [
        (one.kind.value, one.heading.text if one.heading else "", len(one.entries))
        for one in resume.sections
    ]


def test_one_section_may_stand_a_level_above_those_before_it() -> None:
    assert kinds(PAGE)[1:] == [
        ("basics", "Personal info", 0),
        ("work", "Work Experience", 1),
        ("education", "Education", 1),
        ("interests", "My Hobbies", 0),
    ]


def test_a_section_that_holds_headings_of_its_own_is_above_them() -> None:
    page = PAGE.replace("## My Hobbies", "## Tromsø College").replace("Ropes", "Diving, 2012")
    assert ("other", "Tromsø College", 0) not in kinds(page)
