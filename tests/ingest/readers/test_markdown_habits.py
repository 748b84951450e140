"""Habits of people who write their resume in Markdown: posts held one after the other, bylines."""

from __future__ import annotations

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
