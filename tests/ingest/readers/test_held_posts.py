"""Sections whose headings, or the heads of whose tables, say what they list."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume, SectionKind

POSTS = """# Una Kettlewell

## Ballet posts

### Scapino Rotterdam | 09/2018 – today

- About 90 shows a season
- Elected to the dancers' committee, 2022 and again 2025
    - wrote the rota for parents
- Solo: Giselle, Feb 2024

### Compagnia della Laguna, Venice | Jan 2015 – June 2018

Fixed-term contracts, renewed each year.

### Junge Kompanie Lahn | summers 2011, 2012

Last summer as principal.

## Papers

| Certificate | Body | When |
|---|---|---|
| Rope access | IRATA | 2009 |
| First aid | Red Cross | 2020 |

Good with: Saffron (stage software), winches, fly bars.

"""


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def employers(resume: Resume) -> list[tuple[str, str]]:
    return [
        (entry.organisation.text if entry.organisation else "", entry.dates.text)
        for part in resume.of_kind(SectionKind.WORK)
        for entry in part.walk()
        if entry.dates
    ]


def test_posts_of_any_sort_are_work_though_no_line_names_a_position() -> None:
    assert employers(read(POSTS)) == [
        ("Scapino Rotterdam", "09/2018 – today"),
        ("Compagnia della Laguna", "Jan 2015 – June 2018"),
        ("Junge Kompanie Lahn", "summers 2011"),
    ]


def test_what_a_bullet_below_the_heading_of_a_job_tells_is_said_of_that_job() -> None:
    first = read(POSTS).of_kind(SectionKind.WORK)[0].entries[0]
    assert not first.children
    assert len(first.statements) == 4


def test_other_posts_are_no_work() -> None:
    for title in ("Blog posts", "Ballet news", "Club posts"):
        assert employers(read(POSTS.replace("Ballet posts", title))) == []


def test_a_table_lists_what_its_first_column_is_called() -> None:
    (papers,) = read(POSTS).of_kind(SectionKind.CERTIFICATES)
    assert [entry.name for entry in papers.entries] == ["Rope access", "First aid"]
    assert not read(POSTS).of_kind(SectionKind.PUBLICATIONS)


def test_a_line_below_a_table_of_things_is_none_of_them() -> None:
    (papers,) = read(POSTS).of_kind(SectionKind.CERTIFICATES)
    assert [line.label for line in papers.statements][-1] == "Good with"
