"""Entries that are lines of one paragraph, whose breaks the page shows as spaces."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import DateRange, Entry, SectionKind


def entries(page: str, kind: SectionKind) -> list[Entry]:
    resume = MarkdownReader().read(("# Una Kettlewell\n\n" + page).encode(), "resume.md")
    return [entry for section in resume.of_kind(kind) for entry in section.entries]


def ends(dates: DateRange | None) -> str:
    days = (dates.start, dates.end) if dates else ()
    return " - ".join(describe(day) for day in days if day)


TOLD = "During that time I counted kelp in the estuary, and a good many seals besides. " * 2


def test_bold_heads_with_their_years_part_a_paragraph_into_studies() -> None:
    page = f"""## Education

**PhD Botany** (2012-15) *Hull University*
  {TOLD}
**MSc Theoretical and applied botany of tidal waters** (2011-12) *Leeds College*, Distinction
  {TOLD}
**BSc Botany** (2008-11) *University of York*
  {TOLD}
"""
    studies = entries(page, SectionKind.EDUCATION)
    assert [(one.organisation and one.organisation.text, ends(one.dates)) for one in studies] == [
        ("Hull University", "2012 - 2015"),
        ("Leeds College", "2011 - 2012"),
        ("University of York", "2008 - 2011"),
    ]
    assert all(len(one.statements) == 2 for one in studies)


def test_digits_that_cannot_be_the_later_year_leave_months_to_the_others() -> None:
    page = "## Education\n\n- BSc, Hull College, 2012-15\n- GCSE, Hull School, 2012-03\n"
    assert [ends(one.dates) for one in entries(page, SectionKind.EDUCATION)] == [
        "2012 - 2015",
        "2012-03 - 2012-03",
    ]


def test_lines_with_a_year_in_brackets_are_a_publication_each() -> None:
    page = (
        "## Publications\n\nCounting kelp from the air with models of light and water. (2015) "
        "**Kettlewell, U** *et al.* (Submitted).\n"
        "Wrack: a field guide, and the “winter” census. (2011) R Stone, J Ray, **Kettlewell, U** "
        "*et al.* Weed 39, 1881-1889.\n"
    )
    papers = entries(page, SectionKind.PUBLICATIONS)
    assert [(one.title and one.title.text, ends(one.dates)) for one in papers] == [
        ("Counting kelp from the air with models of light and water", "2015 - 2015"),
        ("Wrack: a field guide, and the “winter” census", "2011 - 2011"),
    ]
    assert [one.organisation and one.organisation.text for one in papers] == [None, None]
