"""Positions that are stacked below an employer, each with its time in the line below it."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind

STACKED = """# Oda Brekke

## Work

**Skjold Meieri AS**, Voss
Head Cheesemaker
*03/2019 to date*
Senior Cheesemaker
*05/2014 to 02/2019*
Cheesemaker
*01/2010 to 04/2014*

- Ripens Gamalost in two caves.

**Hardanger Ysteri**, Odda
Dairy worker, then Cheesemaker
*2006 - 2009*

- Washed vats.

**Lofthus**
Dairy worker
*2003 - 2005*
"""


def jobs(text: str) -> list[Entry]:
    resume = MarkdownReader().read(text.encode(), "resume.md")
    return [entry for section in resume.of_kind(SectionKind.WORK) for entry in section.entries]


def told(entry: Entry) -> tuple[str | None, list[str], str | None]:
    who = entry.organisation.text if entry.organisation else None
    return who, [role.text for role in entry.roles], entry.dates.text if entry.dates else None


def test_each_stacked_position_has_the_dates_below_it() -> None:
    first, *_ = jobs(STACKED)
    assert told(first) == ("Skjold Meieri AS", ["Head Cheesemaker"], "03/2019 to date")
    assert [told(held) for held in first.children] == [
        (None, ["Senior Cheesemaker"], "05/2014 to 02/2019"),
        (None, ["Cheesemaker"], "01/2010 to 04/2014"),
    ]


def test_a_name_in_bold_above_a_position_and_its_range_is_the_next_employer() -> None:
    _, second, third = jobs(STACKED)
    assert told(second)[0] == "Hardanger Ysteri"
    assert told(second)[2] == "2006 - 2009"
    assert told(third) == ("Lofthus", ["Dairy worker"], "2003 - 2005")
