"""Studies that stand in a paragraph each, in the look of the one above."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def page(text: str) -> Resume:
    return MarkdownReader().read(f"# Oda Brekke\n\n{text}".encode(), "resume.md")


def entries(text: str, kind: SectionKind) -> list[Entry]:
    return [one for section in page(text).of_kind(kind) for one in section.entries]


def who(entry: Entry) -> str | None:
    return entry.organisation.text if entry.organisation else None


def when(entry: Entry) -> str | None:
    return entry.dates.text if entry.dates else None


def test_a_paragraph_that_begins_in_bold_is_a_study_of_its_own() -> None:
    first, second, *rest = entries(
        "## Education\n\n"
        "**Diploma in Dairy Science**, Odda Technical College, Odda, 2008–2010\n\n"
        "**Affinage, six weeks**, Fromagerie Lys, Jura, in March–April 2018 (own savings)\n\n"
        "**Food hygiene**, 2023 | **Boat licence**, 2019 | **Cheese judging 1**, 2021\n",
        SectionKind.EDUCATION,
    )
    assert (who(first), when(first)) == ("Odda Technical College", "2008–2010")
    assert (who(second), when(second)) == ("Fromagerie Lys", "March–April 2018")
    assert [(one.name, when(one)) for one in rest] == [
        ("Food hygiene", "2023"), ("Boat licence", "2019"), ("Cheese judging 1", "2021"),
    ]  # fmt: skip


def test_a_line_above_its_year_is_a_study_and_a_paper_is_none() -> None:
    degree, course = entries(
        "## Education\n\n"
        "Master in Dairy Science\nOdda University, 2008–2013\nMaster's paper on rinds\n\n"
        "Judge B, Norske Meieriskolen\n2016\n",
        SectionKind.EDUCATION,
    )
    assert who(degree) == "Odda University"
    assert (who(course), when(course)) == ("Norske Meieriskolen", "2016")


def test_positions_with_the_employer_in_bold_and_when_in_the_first_bullet_are_jobs() -> None:
    first, second, third = entries(
        "## Creameries\n\n"
        "Head cheesemaker, blue and washed rind, **Skjold Meieri**\n"
        "- Fusa, September 2022 until now\n- Two caves. Silver in 2025\n\n"
        "Affineur, **Voss Ysteri**\n- Kvam, two winters, 2020/21 and 2021/22\n- Turned wheels\n\n"
        "Assistant, **Odda Gard**\n- 2014–2020\n- Goats\n",
        SectionKind.WORK,
    )
    assert [who(first), who(second), who(third)] == ["Skjold Meieri", "Voss Ysteri", "Odda Gard"]
    assert first.location is not None
    assert first.location.text == "Fusa"
    assert when(first) == "September 2022 until now"
    assert when(third) == "2014–2020"


def test_a_town_behind_italic_dates_leaves_them_the_dates_of_the_position() -> None:
    (job,) = entries(
        "## Work\n\n### Voss Billetter\n"
        "Cheesemaker (brown, a bit of blue) — *Oct 2018 – July 2021*, Bergen\n\n- Two caves.\n",
        SectionKind.WORK,
    )
    assert [role.text for role in job.roles] == ["Cheesemaker"]
    assert when(job) == "Oct 2018 – July 2021"
    assert job.location is not None
    assert job.location.text == "Bergen"


def test_papers_that_somebody_has_are_certificates() -> None:
    text = "## Papers\n\nForklift licence\n: 2023, valid ten years\n\nWorking at height\n: 2025\n"
    assert page(text).sections[-1].kind is SectionKind.CERTIFICATES
    written = '## Papers\n\n- "Rinds", Dairy Letters, 2019\n- "The licence to wash", Curd, 2021\n'
    assert page(written).sections[-1].kind is SectionKind.PUBLICATIONS


def test_talks_and_other_things_are_no_publications_where_most_are_not() -> None:
    text = '- "Rinds", Cheese Days, May 2023\n- `curds`, a small library\n- Treasurer, since 2020\n'
    mixed, talks = (
        page(f"## {heading}\n\n{text}").sections[-1].kind
        for heading in ("Talks and things on the side", "Talks")
    )
    assert (mixed, talks) == (SectionKind.OTHER, SectionKind.PUBLICATIONS)


def test_brackets_behind_a_degree_hold_its_field_though_they_sound_like_a_firm() -> None:
    page = """# Ida Holm

## Education

- Bachelor of Commerce (Shipping & Finance) | 2018
- NVQ Level 3 Joinery, Moss College, 2014
- NVQ Level 2, Moss College, 2012
"""
    resume = MarkdownReader().read(page.encode(), "resume.md")
    entries = [entry for part in resume.of_kind(SectionKind.EDUCATION) for entry in part.entries]
    assert [
        (
            entry.roles[0].text,
            entry.area.text if entry.area else "",
            entry.organisation.text if entry.organisation else "",
        )
        for entry in entries
    ] == [
        ("Bachelor of Commerce", "Shipping & Finance", ""),
        ("NVQ Level 3 Joinery", "Joinery", "Moss College"),
        ("NVQ Level 2", "", "Moss College"),
    ]
