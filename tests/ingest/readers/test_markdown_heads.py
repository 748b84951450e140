"""Names of sections that stand close to what they head: in its first line, or before its words."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def titles(page: str) -> list[str]:
    return [section.heading.text for section in read(page).sections if section.heading]


def test_capitals_above_the_lines_of_their_paragraph_head_them() -> None:
    page = """UNA KETTLEWELL
Hull, una@kettlewell.example

EXPERIENCE

Welder | Humber Yard Ltd | 2016 - now
- Hulls

EDUCATION
City and Guilds, Hull College, 2012

SEA TIME
Two winters on the Petrel.
"""
    assert titles(page) == ["EXPERIENCE", "EDUCATION", "SEA TIME"]
    (study,) = read(page).of_kind(SectionKind.EDUCATION)
    assert [entry.organisation and entry.organisation.text for entry in study.entries] == [
        "Hull College"
    ]


def test_a_name_in_bold_leads_in_to_its_section() -> None:
    page = """**Una Kettlewell**

**Experience**

**Humber Yard Ltd**, *Welder*, 2016 - now

**Languages** Dutch, English

**Tools.** Lathe, saw.
"""
    assert titles(page) == ["Experience", "Languages", "Tools."]


def test_words_in_capitals_that_resemble_a_name_open_the_first_section() -> None:
    page = """UNA KETTLEWELL

SHIPYARD EXPERIENCE

Welder, Humber Yard Ltd, 2016 - now

EDUCATION

Hull College, 2012

SKILLS

Lathe
"""
    assert titles(page) == ["SHIPYARD EXPERIENCE", "EDUCATION", "SKILLS"]
    assert read(page).of_kind(SectionKind.WORK)


@pytest.mark.parametrize(
    "page",
    [
        # Lines that look alike are one thing: a name and an address.
        "UNA KETTLEWELL\nSKILLS YARD\nHULL\n\nEXPERIENCE\n\nWelder, 2016 - now\n",
        # One known name is not the way of a page.
        "# Una Kettlewell\n\nI mend boats.\n\nTOOLS\nLathe, saw and a boat of my own.\n",
        # What comes back is a label inside of what it heads.
        "EXPERIENCE\n\n**Yard Ltd**, 2016 - now\n\nTOOLS\nLathe\n\n**Dock Ltd**, 2012 - 2016\n\n"
        "TOOLS\nSaw\n",
        # A sentence may begin in bold.
        "EXPERIENCE\n\nWelder, 2016 - now\n\n**Skills**, as my father said, are learnt at night.\n",
        # Under headings, capitals are a label of an entry.
        "## Experience\n\n### Yard Ltd\n\n2016 - now\n\nEDUCATION\nTaught the apprentices.\n",
    ],
)
def test_what_looks_like_a_name_is_not_always_one(page: str) -> None:
    assert not {"TOOLS", "Skills", "EDUCATION", "SKILLS YARD"} & set(titles(page))


def test_what_is_voluntary_is_a_section_of_its_own_kind() -> None:
    page = "# Una Kettlewell\n\n## Voluntary\n\n**Tide Watch, may-sep 2009**\n\nCounted seals.\n"
    (section,) = read(page).of_kind(SectionKind.VOLUNTEER)
    assert [one.organisation and one.organisation.text for one in section.entries] == ["Tide Watch"]
