"""Markdown as documentation sites have it: boxes, tabs, roles under an employer."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind

BOXES = """# Tove Lindahl

!!! note ""
    ## Education
    - 2009-2011 | **Riga Tram School**: Diploma in Rail Transport

    ## Languages

    Swedish (native)

## Skills

=== "On the line"
    - Points
    - Brakes

=== "In the depot"
    - Welding

??? info "More of it"
  Knows every tram of the T2 series.
"""
STACKED = """# Tove Lindahl

## Experience

### [Rigas Linijas](https://linijas.example) | *Riga, Latvia*

**Head of Night Traffic**
*Jul 2019 - Present*

**Senior Driver**
*Jan 2014 - Jul 2019*
- Drove line 11.

### Malmo Trams
*Malmo, Sweden*

**Rail Care and Cleaning**
*May 2011 - Dec 2013*
- Cleaned trams.
"""


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def test_sections_in_boxes_are_sections() -> None:
    resume = page(BOXES)
    kinds = [section.kind for section in resume.sections]
    assert kinds == [
        SectionKind.BASICS, SectionKind.EDUCATION, SectionKind.LANGUAGES, SectionKind.SKILLS,
    ]  # fmt: skip
    (degree,) = resume.sections[1].entries
    assert degree.organisation is not None
    assert degree.organisation.text == "Riga Tram School"


def test_the_titles_of_boxes_and_tabs_are_words_and_their_signs_are_none() -> None:
    resume = page(BOXES)
    lines = [words.text for _, _, words in resume.walk()]
    assert {"On the line", "In the depot", "More of it", "Welding"} <= set(lines)
    assert not any(sign in line for line in lines for sign in ("===", "!!!", "???", "note"))
    for _, _, words in resume.walk():
        assert words.text.split()[0] in resume.source[words.span]


def test_what_is_not_set_in_below_the_sign_is_no_box() -> None:
    lines = [words.text for _, _, words in page("# Tove\n\n!!! note\n\nWhat a day\n").walk()]
    assert lines == ["Tove", "!!! note", "What a day"]


def test_dated_names_below_an_employer_are_what_somebody_was_there() -> None:
    (work,) = page(STACKED).of_kind(SectionKind.WORK)
    assert [
        (role.text, one.dates and one.dates.text) for one in work.walk() for role in one.roles
    ] == [
        ("Head of Night Traffic", "Jul 2019 - Present"),
        ("Senior Driver", "Jan 2014 - Jul 2019"),
        ("Rail Care and Cleaning", "May 2011 - Dec 2013"),
    ]
